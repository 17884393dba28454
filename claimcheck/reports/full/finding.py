"""One finding on a terminal: the verdict, a block a source with its words, and what they jointly say."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen
from rich.text import Text

from claimcheck.grammar.utterance import shortened
from claimcheck.grammar.wording import say_sense
from claimcheck.model.claim import Match, Modality
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.finding import Consensus, Derived, Evidence, Finding, Report, Status
from claimcheck.model.text import Role, Source, Span
from claimcheck.model.value import Sense, Value
from claimcheck.terminal import STYLES, Pen, Run, cells, pad
from claimcheck.verdict import of_relation, verdict

_DIM = "dim"
_INDENT = " " * 6
_LABEL = 11  # cells of a label (`consensus`) and the space after it
_TOLD = 32  # cells that a row keeps for its margins and for who says it
_SHOWN = 3  # nearest sentences shown for a claim that nothing mentions, unless asked for more


def page(pen: Pen, report: Report, finding: Finding, verbose: int) -> Iterator[Text]:
    """The lines that show a finding of a report."""
    names = [_name(s) for s in report.sources if finding.of(s.id)]
    values = [str(e.value) for e in finding.evidence]
    widths = [max((cells(pen.safe(entry)) for entry in column), default=0) for column in (names, values)]
    third = max(8, pen.width // 3)
    name_width = min(widths[0], third)
    value_width = min(widths[1], max(third, pen.width - name_width - _TOLD))
    return _Page(pen, report, finding, verbose, name_width, value_width).lines()


@frozen
class _Page:
    """What is written of one finding.

    Attributes:
        pen: How.
        report: The report it stands in.
        finding: The finding.
        verbose: How much.
        name_width: Cells of the column of sources.
        value_width: Cells of the column of readings.
    """

    pen: Pen
    report: Report
    finding: Finding
    verbose: int
    name_width: int
    value_width: int

    def lines(self) -> Iterator[Text]:
        yield from self._head()
        for source in self.report.sources:
            yield from self._source(source)
        yield from self._unread()
        yield from self._consensus()
        yield from self._pairs()
        yield from self._within()
        for comparison in self.finding.expected:
            yield from self._expected(comparison)
        yield from self._derived()
        yield from self._quotes()
        if self.finding.accepted:
            yield from self._labelled("accepted", [(self.finding.accepted, "")])
        if self.finding.claim.note:
            yield from self._labelled("note", [(self.finding.claim.note, "")])

    def _head(self) -> Iterator[Text]:
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
        yield Text()

    # One block a source

    def _source(self, source: Source) -> Iterator[Text]:
        evidence = self._best_first(source.id)
        strong = [e for e in evidence if not e.weak]
        shown = evidence if self.verbose > 0 else strong or evidence[:1]
        for n, e in enumerate(shown):
            yield from self._reading(source, e, again=n > 0)
        rest = [e for e in evidence if e not in shown]
        if rest:
            also = "; ".join(dict.fromkeys(f"{e.value} {_whereabouts(e)}" for e in rest))
            yield from self.pen.wrapped([(f"also {also}", _DIM)], first=_INDENT, rest=_INDENT + "  ")

    def _best_first(self, source_id: str) -> list[Evidence]:
        """A source's evidence; first the reading that was held against the other sources, then as in the text."""
        pairs = (side for c in self.finding.comparisons for side in (c.left, c.right))
        best = {side.span for side in pairs if side.source_id == source_id}
        return sorted(self.finding.of(source_id), key=lambda e: e.excerpt.document_span not in best)

    def _reading(self, source: Source, e: Evidence, *, again: bool) -> Iterator[Text]:
        mark, style = self._mark(source.id)
        name = pad("" if again else self.pen.fit(_name(source), self.name_width), self.name_width)
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
            yield f"in {_ROLES[e.role]}"
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
                yield from (_sense(sense, e.value) for sense in e.senses)
            if e.scope:
                yield "beside it: " + ", ".join(e.scope)
            if e.predicate:
                yield f"verb: {e.predicate}"
            if e.as_of_why:
                yield f"told {e.as_of_why}" if e.as_of_why.startswith("as of") else f"as of {e.as_of_why}"
            yield f"score {e.score:.0f}" + (": " + "; ".join(e.why) if e.why else "")

    def _unread(self) -> Iterator[Text]:
        """The sources without a reading, and what came nearest in them."""
        silent = [s for s in self.report.sources if not self.finding.of(s.id)]
        if not silent:
            return
        near = self.finding.nearest
        if self.verbose <= 0 and self.finding.status is Status.UNMENTIONED:
            near = tuple(sorted(near, key=lambda m: -m.score)[:_SHOWN])
        elif self.verbose <= 0:
            near = ()
        names = _and(s.id for s in silent) if self.finding.evidence else "any source"
        yield from self.pen.wrapped([("· ", _DIM), (f"no reading in {names}", "")], first="  ", rest="    ")
        for match in near:
            yield from self._refused(match)

    def _refused(self, match: Match) -> Iterator[Text]:
        sentence, span = match.sentence, Span(0, 0)
        if match.mention and sentence.span.holds(match.mention.span):
            span = match.mention.span.shifted(-sentence.span.start)
        yield from self.pen.excerpt(sentence.text, span, indent=_INDENT)
        why = f"{sentence.source_id} not taken"
        yield from self.pen.wrapped(
            [(f"{why}, score {match.score:.0f}: {match.refusal}", _DIM)], first=_INDENT, rest=_INDENT + "  "
        )

    # What they jointly say

    def _labelled(self, label: str, runs: Sequence[Run]) -> Iterator[Text]:
        first = "  " + pad(label, _LABEL)
        lines = self.pen.wrapped(runs, first=first, rest=" " * cells(first))
        lines[0].stylize("cyan", 2, 2 + len(label))
        yield from lines

    def _consensus(self) -> Iterator[Text]:
        if self.finding.consensus and self.finding.status is not Status.SINGLE_SOURCE:
            yield from self._labelled("consensus", _joint(self.finding.consensus))
        if self.finding.ties:
            tied = " or ".join(f"{shortened(tie.wording)} ({_and(tie.supporters)})" for tie in self.finding.ties)
            yield from self._labelled("tie", [(tied, "")])

    def _pairs(self) -> Iterator[Text]:
        """Pairs that do not agree (with -v all pairs), those with the same reason together."""
        shown = [c for c in self.finding.comparisons if self.verbose > 0 or not c.relation.agrees]
        groups: dict[tuple[Relation, str], list[Comparison]] = {}
        for c in shown:
            groups.setdefault((c.relation, c.reason), []).append(c)
        for n, ((relation, reason), pairs) in enumerate(groups.items()):
            who = ", ".join(f"{c.left.who}/{c.right.who}" for c in pairs)
            yield from self._labelled("" if n else "pairs", [(f"{who} ", ""), *_judged(relation), (reason, "")])
        if self.finding.left_out:
            rest = f"{self.finding.left_out:,} pairs of sources are not held against one another: too many values"
            yield from self._labelled("", [(rest, _DIM)])

    def _within(self) -> Iterator[Text]:
        for c in self.finding.within:
            yield from self._labelled(
                "within", [(f"{c.left.source_id} ", ""), *_judged(c.relation), (c.reason, "")]
            )

    def _expected(self, c: Comparison) -> Iterator[Text]:
        who = c.left.source_id or c.right.source_id
        yield from self._labelled("expected", [(f"{who} ", ""), *_judged(c.relation), (c.reason, "")])

    def _derived(self) -> Iterator[Text]:
        groups: dict[tuple[str, str, str], list[Derived]] = {}
        for d in self.finding.derived:
            groups.setdefault((d.from_claim, d.wording, d.arithmetic), []).append(d)
        for (claim, wording, arithmetic), members in groups.items():
            who = _and(dict.fromkeys(d.source_id for d in members))
            told = arithmetic if wording in arithmetic else f"{arithmetic}: {wording}"
            yield from self._labelled("derived", [(told, ""), (f" (from {claim} in {who})", _DIM)])
            told_of = [(c.relation, _with_stated(c, wording)) for d in members for c in d.comparisons]
            for relation, reason in dict.fromkeys(told_of):
                yield from self._labelled("", [*_judged(relation), (reason, "")])

    def _quotes(self) -> Iterator[Text]:
        for q in self.finding.quotes:
            runs = [(f"{q.source_id} ", ""), (f"✗ {q.state}", "bold red"), (f": {q.reason}", "")]
            yield from self._labelled("quote", runs)
            if q.found:
                yield from self._labelled("", [("now ", _DIM), (q.found, "")])


_ROLES = {Role.HEADLINE: "the headline", Role.CAPTION: "a caption", Role.FURNITURE: "page furniture"}


def _name(source: Source) -> str:
    return f"{source.id} {source.publisher}".rstrip()


def _whereabouts(e: Evidence) -> str:
    role = f"in {_ROLES[e.role]}, " if e.role in _ROLES else ""
    return f"({role}line {e.excerpt.line})"


def _sense(sense: Sense, value: Value) -> str:
    said = f"{sense.kind.value} sense: {say_sense(sense.interval, value)}"
    return f"{said} ({sense.reason})" if sense.reason else said


def _judged(relation: Relation) -> tuple[Run, Run]:
    word = of_relation(relation)
    return (f"{word.symbol} {word.value}", STYLES[word.tone]), (": ", "")


def _wording(side: Side) -> str:
    return str(side.value) if side.value is not None else side.text


def _with_stated(c: Comparison, derived: str) -> str:
    """The reason of a comparison, led by the value that is stated unless the reason names it."""
    stated = _wording(c.right if derived in (_wording(c.left), c.left.text) else c.left)
    return c.reason if stated in c.reason else f"{stated}: {c.reason}"


def _joint(consensus: Consensus) -> list[Run]:
    origins = f"{consensus.origins} independent origin{'s' if consensus.origins != 1 else ''}"
    outside = f"; not {_and(consensus.dissenters)}" if consensus.dissenters else ""
    return [(shortened(consensus.wording), "bold"), (f" in {_and(consensus.supporters)} ({origins}){outside}", "")]


def _and(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
