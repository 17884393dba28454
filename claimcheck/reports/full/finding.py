"""One finding on a terminal: the verdict, a block a source with its words, and what they jointly say."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.digest import Heard, bare_reason, details, heard, in_conflict, in_few_words, spokesmen
from claimcheck.grammar.utterance import shortened
from claimcheck.model.claim import Match, Modality
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Derived, Evidence, Finding, Report, Status
from claimcheck.model.text import Role, Source, Span
from claimcheck.reports.full.words import (
    NAMED,
    ROLES,
    joint,
    judged,
    listed,
    name_of,
    sense_of,
    whereabouts,
    with_stated,
)
from claimcheck.terminal import STYLES, Line, Pen, Run, cells, pad
from claimcheck.verdict import of_relation, verdict

_DIM = "dim"
_INDENT = " " * 6
_LABEL = 11  # cells of a label (`consensus`) and the space after it
_TOLD = 32  # cells that a row keeps for its margins and for who says it
_SOURCES = 20  # shown in their words; of more, one for each of so many wordings
_TIES = 6  # sides of a tie that are told
_REASONS = 12  # told of pairs that do not agree
_SHOWN = 3  # nearest sentences shown for a claim that nothing mentions, unless asked for more


def page(pen: Pen, report: Report, finding: Finding, verbose: int) -> Iterator[Line]:
    """The lines that show a finding of a report."""
    said = heard(finding)
    names = [name_of(s) for s in report.sources if s.id in said]
    values = [str(e.value) for e in finding.evidence]
    widths = [max((cells(pen.safe(entry)) for entry in column), default=0) for column in (names, values)]
    third = max(8, pen.width // 3)
    name_width = min(widths[0], third)
    value_width = min(widths[1], max(third, pen.width - name_width - _TOLD))
    return _Page(pen, report, finding, said, verbose, name_width, value_width).lines()


class _Page(NamedTuple):
    """What is written of one finding.

    Attributes:
        pen: How.
        report: The report it stands in.
        finding: The finding.
        said: Its evidence by source.
        verbose: How much.
        name_width: Cells of the column of sources.
        value_width: Cells of the column of readings.
    """

    pen: Pen
    report: Report
    finding: Finding
    said: Heard
    verbose: int
    name_width: int
    value_width: int

    def lines(self) -> Iterator[Line]:
        yield from self._head()
        yield from self._sources()
        yield from self._unread()
        yield from self._consensus()
        yield from self._pairs()
        yield from self._within()
        for comparison in self.finding.expected:
            yield from self._expected(comparison)
        yield from self._derived()
        for conflict in self.finding.conflicts:
            mark = ("✓ ", STYLES["good"]) if conflict.accepted else ("✗ ", STYLES["bad"])
            yield from self._labelled("conflict", [mark, (in_conflict(conflict), "")])
        yield from self._quotes()
        if self.finding.accepted:
            yield from self._labelled("accepted", [(self.finding.accepted, "")])
        if self.finding.claim.note:
            yield from self._labelled("note", [(self.finding.claim.note, "")])

    def _head(self) -> Iterator[Line]:
        word = verdict(self.finding)
        aside = (
            [of_relation(self.finding.relation).value] if self.finding.accepted and self.finding.relation else []
        )
        aside += ["tie"] if self.finding.status is Status.TIE else []
        head: list[Run] = [(f"{word.symbol} {word.upper()}", STYLES[word.tone]), ("  ", "")]
        head += [(self.finding.claim.id, "bold"), (f"  ({', '.join(aside)})" if aside else "", "")]
        yield from self.pen.wrapped(head, rest="    ")
        statement = self.finding.claim.statement.replace("{value}", "___")
        yield from self.pen.wrapped([(statement, "italic")], first="  ", rest="  ")
        if self.finding.reason:
            yield from self.pen.wrapped([(self.finding.reason, "")], first="  ", rest="  ")
        yield Line()

    # One block a source

    def _sources(self) -> Iterator[Line]:
        """Every source; of very many, one for each wording, and what the others say in one line."""
        most = len(self.said) if self.verbose > 0 else _SOURCES
        shown, rest = spokesmen(self.finding, most)
        best = self._held()
        for source in self.report.sources:
            if source.id in shown:
                yield from self._one_source(source, best)
        if rest:
            yield from self.pen.wrapped([("· ", _DIM), (in_few_words(rest), "")], first="  ", rest="    ")

    def _held(self) -> dict[str, Span | None]:
        """Where the reading of each source stands that was held against the other sources."""
        best: dict[str, Span | None] = {}
        for c in self.finding.comparisons:
            for side in (c.left, c.right):
                best.setdefault(side.source_id, side.span)
        return best

    def _one_source(self, source: Source, best: dict[str, Span | None]) -> Iterator[Line]:
        held = best.get(source.id)
        evidence = sorted(self.said[source.id], key=lambda e: e.excerpt.document_span != held)
        strong = [e for e in evidence if not e.weak]
        shown = evidence if self.verbose > 0 else strong or evidence[:1]
        for n, e in enumerate(shown):
            yield from self._reading(source, e, again=n > 0)
        rest = [e for e in evidence if e not in shown]
        if rest:
            also = "; ".join(dict.fromkeys(f"{e.value} {whereabouts(e)}" for e in rest))
            yield from self.pen.wrapped([(f"also {also}", _DIM)], first=_INDENT, rest=_INDENT + "  ")

    def _reading(self, source: Source, e: Evidence, *, again: bool) -> Iterator[Line]:
        mark, style = self._mark(source.id)
        name = pad("" if again else self.pen.fit(name_of(source), self.name_width), self.name_width)
        value = pad(self.pen.fit(str(e.value), self.value_width), self.value_width)
        told = ", ".join(self._told(e))
        row: list[Run] = [("  ", ""), (" " if again else mark, style), (f" {name}  ", ""), (value, "bold")]
        used = 4 + self.name_width + 2 + self.value_width + 2
        if used + cells(self.pen.safe(told)) <= self.pen.width:
            yield self.pen.line(*row, ("  ", ""), (told, _DIM))
        else:
            yield self.pen.line(*row)
            yield from self.pen.wrapped([(told, _DIM)], first=_INDENT, rest=_INDENT)
        yield from self.pen.excerpt(e.excerpt.text, e.excerpt.span, indent=_INDENT)
        for why in self._explained(source, e):
            yield from self.pen.wrapped([(why, _DIM)], first=_INDENT, rest=_INDENT + "  ")

    def _mark(self, source_id: str) -> Run:
        """Inside the consensus, outside it, one of a tie, or none of these."""
        agreed = self.finding.consensus if self.finding.status is not Status.SINGLE_SOURCE else None
        if agreed and source_id in agreed.supporters:
            return ("✓", "green")
        if agreed and source_id in agreed.dissenters:
            return ("✗", "red")
        if any(source_id in tie.supporters for tie in self.finding.ties):
            return ("?", "yellow")
        return ("·", _DIM)

    def _told(self, e: Evidence) -> Iterator[str]:
        """Who says it and how, in a few words."""
        if e.quoted:
            yield f"{e.speaker}, quoted" if e.speaker else "quoted, speaker not named"
        else:
            yield "reporter"
        if e.modality is not Modality.STATED:
            yield e.modality.value
        if e.role is not Role.BODY:
            yield f"in {ROLES[e.role]}"
        if e.curated:
            yield "read by hand"
        if e.weak:
            yield "no vote"

    def _explained(self, source: Source, e: Evidence) -> Iterator[str]:
        if e.resolved and (self.verbose > 0 or e.value.unit == "day"):
            yield e.resolved  # of a day always: `Friday` says nothing by itself
        if e.origin_why:
            yield f"one origin with others: {e.origin_why}"
        if self.verbose > 0:
            yield f"{source.path}:{e.excerpt.line}:{e.excerpt.column}"
            if not e.weak:
                yield from (sense_of(sense, e.value) for sense in e.senses)
            if e.scope:
                yield "beside it: " + ", ".join(e.scope)
            yield from details(e)
            yield f"score {e.score:.0f}" + (": " + "; ".join(e.why) if e.why else "")

    def _unread(self) -> Iterator[Line]:
        """The sources without a reading, and what came nearest in them."""
        silent = [s for s in self.report.sources if s.id not in self.said]
        if not silent:
            return
        near = self.finding.nearest
        if self.verbose <= 0 and self.finding.status is Status.UNMENTIONED:
            near = tuple(sorted(near, key=lambda m: -m.score)[:_SHOWN])
        elif self.verbose <= 0:
            near = ()
        names = listed(s.id for s in silent) if self.finding.evidence else "any source"
        yield from self.pen.wrapped([("· ", _DIM), (f"no reading in {names}", "")], first="  ", rest="    ")
        for match in near:
            yield from self._refused(match)

    def _refused(self, match: Match) -> Iterator[Line]:
        sentence, span = match.sentence, Span(0, 0)
        if match.mention and sentence.span.holds(match.mention.span):
            span = match.mention.span.shifted(-sentence.span.start)
        yield from self.pen.excerpt(sentence.text, span, indent=_INDENT)
        why = f"{sentence.source_id} not taken"
        yield from self.pen.wrapped(
            [(f"{why}, score {match.score:.0f}: {match.refusal}", _DIM)], first=_INDENT, rest=_INDENT + "  "
        )

    # What they jointly say

    def _labelled(self, label: str, runs: Sequence[Run]) -> Iterator[Line]:
        first = "  " + pad(label, _LABEL)
        lines = self.pen.wrapped(runs, first=first, rest=" " * cells(first))
        lines[0] = lines[0].styled("cyan", 2, 2 + len(label))
        yield from lines

    def _consensus(self) -> Iterator[Line]:
        if self.finding.consensus and self.finding.status is not Status.SINGLE_SOURCE:
            yield from self._labelled("consensus", joint(self.finding.consensus))
        if self.finding.ties:
            ties = self.finding.ties
            tied = [f"{shortened(tie.wording)} ({listed(tie.supporters)})" for tie in ties[:_TIES]]
            more = [f"{len(ties) - _TIES:,} others"] if len(ties) > _TIES else []
            yield from self._labelled("tie", [(" or ".join([*tied, *more]), "")])

    def _pairs(self) -> Iterator[Line]:
        """Pairs that do not agree (with -v all pairs), those with the same reason together."""
        shown = [c for c in self.finding.comparisons if self.verbose > 0 or not c.relation.agrees]
        groups: dict[tuple[Relation, str], list[Comparison]] = {}
        for c in shown:
            groups.setdefault((c.relation, c.reason), []).append(c)
        told = list(groups.items())[: None if self.verbose > 0 else _REASONS]
        for n, ((relation, reason), pairs) in enumerate(told):
            named = [f"{c.left.who}/{c.right.who}" for c in pairs]
            more = len(named) - NAMED if self.verbose <= 0 else 0
            who = ", ".join([*named[:NAMED], f"{more:,} more"] if more > 1 else named)
            yield from self._labelled("" if n else "pairs", [(f"{who} ", ""), *judged(relation), (reason, "")])
        if len(groups) > len(told):
            rest = f"and for {len(groups) - len(told):,} other reasons; -v shows them"
            yield from self._labelled("", [(rest, _DIM)])
        if self.finding.left_out:
            rest = f"{self.finding.left_out:,} pairs of sources are not held against one another: too many values"
            yield from self._labelled("", [(rest, _DIM)])

    def _within(self) -> Iterator[Line]:
        for c in self.finding.within:
            yield from self._labelled(
                "within", [(f"{c.left.source_id} ", ""), *judged(c.relation), (c.reason, "")]
            )

    def _expected(self, c: Comparison) -> Iterator[Line]:
        who = c.left.source_id or c.right.source_id
        yield from self._labelled("expected", [(f"{who} ", ""), *judged(c.relation), (c.reason, "")])

    def _derived(self) -> Iterator[Line]:
        groups: dict[tuple[str, str, str], list[Derived]] = {}
        for d in self.finding.derived:
            groups.setdefault((d.from_claim, d.wording, d.arithmetic), []).append(d)
        for (claim, wording, arithmetic), members in groups.items():
            who = listed(dict.fromkeys(d.source_id for d in members))
            told = arithmetic if wording in arithmetic else f"{arithmetic}: {wording}"
            yield from self._labelled("derived", [(told, ""), (f" (from {claim} in {who})", _DIM)])
            told_of = [(c.relation, with_stated(c, wording)) for d in members for c in d.comparisons]
            for relation, whole in dict.fromkeys(told_of):
                reason = bare_reason(self.finding, whole)
                yield from self._labelled("", [*judged(relation), (reason, "")])

    def _quotes(self) -> Iterator[Line]:
        for q in self.finding.quotes:
            runs = [(f"{q.source_id} ", ""), (f"✗ {q.state}", "bold red"), (f": {q.reason}", "")]
            yield from self._labelled("quote", runs)
            if q.found:
                yield from self._labelled("", [("now ", _DIM), (q.found, "")])
