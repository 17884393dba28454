"""What each source of a finding says, in its words."""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from claimcheck.digest import Heard, details
from claimcheck.grammar.wording import say_sense
from claimcheck.model.claim import Match, Modality
from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.text import Role, Source, Span
from claimcheck.reports.html.differing import pieces
from claimcheck.reports.html.marks import APART, Mark, mark_of, tone_of
from claimcheck.reports.html.units import into, unit_of
from claimcheck.reports.html.words import Words, head, in_context, joined, link, name, tail

_ROLES = {Role.HEADLINE: "the headline", Role.CAPTION: "a caption", Role.FURNITURE: "page furniture"}
_NEAREST = 6  # sentences shown that were not taken
_SENTENCE = 600  # characters of a sentence kept to each side of its value
AROUND = 420
"""Characters of a paragraph kept to each side of a sentence."""
_CROPPED = 60  # the same of the one sentence that stands for many
_EXAMPLES = 3  # wordings of a claim that such a sentence is shown for
_WORDINGS = 10  # wordings of a claim that are shown with their sources
_MEMBERS = 100  # sources named beside a wording


@frozen
class Saying:
    """One reading, in its words.

    Attributes:
        wording: The value.
        tone: `good`, `bad`, `doubt` or `plain`.
        told: Who says it and how.
        words: The value in its context.
        explained: Lines that say how it was resolved or why it has no vote of its own.
        where: File, line and column.
        senses: The intervals it licenses, a line each.
        score: What its match rests on.
    """

    wording: str
    tone: str
    told: str
    words: Words
    explained: tuple[str, ...]
    where: str
    senses: tuple[str, ...]
    score: str


@frozen
class Block:
    """What one source says.

    Attributes:
        anchor: Where links from the table lead.
        mark: How it stands to the others.
        name: Id and publisher.
        href: The article; empty where it has no address.
        archive: An archived copy; empty where there is none.
        language: IETF tag of the language of its words.
        sayings: Readings that were held against the other sources, the best first.
        also: The others.
    """

    anchor: str
    mark: Mark
    name: str
    href: str
    archive: str
    language: str
    sayings: tuple[Saying, ...]
    also: tuple[Saying, ...]


@frozen
class Group:
    """What many sources say alike, on a page too large to show each of them in its words.

    Attributes:
        mark: How they stand to the others.
        wording: What they say.
        members: Each source with the line where it says so.
        example: The words of the first of them; None for wordings that few share.
    """

    mark: Mark
    wording: str
    members: tuple[str, ...]
    example: Words | None


@frozen
class Refused:
    """A sentence that was not taken.

    Attributes:
        source_id: Where it stands.
        words: The sentence.
        why: Its score and what speaks against it.
    """

    source_id: str
    words: Words
    why: str


def heard(finding: Finding) -> Heard:
    """The evidence by source, the best first, the others as in the text."""
    found: Heard = {}
    for e in finding.evidence:
        found.setdefault(e.source_id, []).append(e)
    best: dict[str, Span | None] = {}
    for c in finding.comparisons:
        for side in (c.left, c.right):
            best.setdefault(side.source_id, side.span)
        if len(best) >= len(found):  # every source is held against others by one reading, always the same
            break
    for source_id, members in found.items():
        members.sort(key=lambda e: (e.weak, e.excerpt.document_span != best.get(source_id)))
    return found


def blocks(finding: Finding, number: int, sources: dict[str, Source], said: Heard) -> Iterator[Block]:
    """A block for each source with a reading.

    Args:
        finding: The finding.
        number: Its number on the page.
        sources: The sources of the report by id.
        said: Its evidence by source.
    """
    unit = unit_of(finding.evidence)
    for n, (source_id, source) in enumerate(sources.items()):
        members = said.get(source_id)
        if not members:
            continue
        strong = [e for e in members if not e.weak] or members[:1]
        yield Block(
            anchor=anchor(number, n),
            mark=mark_of(finding, source_id),
            name=name(source),
            href=link(source.url),
            archive=link(source.archive_url),
            language="" if source.language == "en" else source.language,
            sayings=tuple(_saying(finding, source, e, _tone(finding, e, unit)) for e in strong),
            also=tuple(_saying(finding, source, e, "plain") for e in members if e not in strong),
        )


def anchor(finding: int, source: int) -> str:
    """Where on the page a source speaks of a claim, both by their numbers."""
    return f"_{finding}-{source}"


def groups(finding: Finding, said: Heard) -> Iterator[Group]:
    """The sources that say the same, together; what the most say first."""
    alike: dict[tuple[Mark, str], list[Evidence]] = {}
    for source_id, members in said.items():
        mark = mark_of(finding, source_id)
        for e in [e for e in members if not e.weak] or members[:1]:
            alike.setdefault((mark, str(e.value)), []).append(e)
    ranked = sorted(alike.items(), key=lambda item: -len(item[1]))
    for n, ((mark, wording), members) in enumerate(ranked[:_WORDINGS]):
        where = list(dict.fromkeys(f"{e.source_id}:{e.excerpt.line}" for e in members))
        if len(where) > _MEMBERS:
            where = [*where[:_MEMBERS], f"and {len(where) - _MEMBERS:,} more"]
        example = in_context(members[0].excerpt, _CROPPED, 0) if n < _EXAMPLES else None
        yield Group(mark, wording, tuple(where), example)
    rest = ranked[_WORDINGS:]
    if rest:
        who = joined(dict.fromkeys(e.source_id for _, members in rest for e in members))
        yield Group(APART, f"{len(rest):,} other wordings", (f"{who}; the table above has them",), None)


def _tone(finding: Finding, e: Evidence, unit: str) -> str:
    line = into(e.value, unit) if e.senses else None
    return tone_of(finding, e.source_id, line.interval(e.senses[0].interval) if line else None)


def _saying(finding: Finding, source: Source, e: Evidence, tone: str) -> Saying:
    words = in_context(e.excerpt, _SENTENCE, 0 if e.weak else AROUND)
    return Saying(
        wording=str(e.value),
        tone=tone,
        told=", ".join(_told(e)),
        words=evolve(words, pieces=pieces(finding, e)),
        explained=tuple(_explained(e)),
        where=f"{source.path}:{e.excerpt.line}:{e.excerpt.column}",
        senses=tuple(_senses(e)),
        score=f"score {e.score:.0f}" + (": " + "; ".join(e.why) if e.why else ""),
    )


def _told(e: Evidence) -> Iterator[str]:
    """Who says it and how, in a few words."""
    if e.quoted:
        yield f"{e.speaker}, quoted" if e.speaker else "quoted, speaker not named"
    else:
        yield "in the reporter’s words"
    if e.modality is not Modality.STATED:
        yield e.modality.value
    if e.role in _ROLES:
        yield f"in {_ROLES[e.role]}"
    if e.curated:
        yield "read by hand"
    yield from details(e)
    if e.weak:
        yield "no vote"


def _explained(e: Evidence) -> Iterator[str]:
    if e.resolved and e.value.unit == "day":
        yield e.resolved
    if e.origin_why:
        yield f"one origin with others: {e.origin_why}"


def _senses(e: Evidence) -> Iterator[str]:
    for sense in e.senses:
        why = f" ({sense.reason})" if sense.reason else ""
        yield f"{sense.kind.value} sense: {say_sense(sense.interval, e.value)}{why}"
    if e.scope:
        yield f"beside it: {', '.join(e.scope)}"
    if e.resolved and e.value.unit != "day":
        yield e.resolved


def nearest(matches: Sequence[Match]) -> Iterator[Refused]:
    """The best of the refused sentences: the best of every source before the second of any."""
    ranked = sorted(range(len(matches)), key=lambda n: -matches[n].score)
    first: dict[str, int] = {}
    for n in ranked:
        first.setdefault(matches[n].sentence.source_id, n)
    chosen = [*first.values(), *(n for n in ranked if n not in first.values())]
    for m in (matches[n] for n in sorted(chosen[:_NEAREST])):
        yield Refused(m.sentence.source_id, _refused(m), f"score {m.score:.0f}: {m.refusal}")


def _refused(match: Match) -> Words:
    text, span = match.sentence.text, Span(len(match.sentence.text), len(match.sentence.text))
    if match.mention and match.sentence.span.holds(match.mention.span):
        span = match.mention.span.shifted(-match.sentence.span.start)
    left, right = tail(text[: span.start], _SENTENCE // 3), head(text[span.end :], _SENTENCE // 3)
    return Words("", left, head(span.of(text), _SENTENCE), right, "")
