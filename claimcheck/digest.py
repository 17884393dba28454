"""What the short formats show of a finding: who says what, and the words around a value, cut to a length."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from claimcheck.model.finding import Evidence, Excerpt, Finding, Report
from claimcheck.model.ties import Conflict
from claimcheck.terminal import inert
from claimcheck.verdict import counts, severity

_GAP = "…"


Heard = dict[str, list[Evidence]]
"""The evidence of a finding by source, sources in the order in which they are first heard."""


def heard(finding: Finding) -> Heard:
    """The evidence of a finding by source: asking the finding source by source takes as long as their square."""
    found: Heard = {}
    for e in finding.evidence:
        found.setdefault(e.source_id, []).append(e)
    return found


def best(members: Iterable[Evidence]) -> list[Evidence]:
    """Of a source's readings those that vote, or the first where none does."""
    known = list(members)
    return [e for e in known if not e.weak] or known[:1]


def said(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Each source's id and what it says: its voting readings, or its first where none votes."""
    return tuple(
        (source_id, ", ".join(dict.fromkeys(str(e.value) for e in best(members))))
        for source_id, members in heard(finding).items()
    )


def spokesmen(finding: Finding, most: int) -> tuple[dict[str, list[Evidence]], list[tuple[str, list[str]]]]:
    """Where very many sources speak, the first of each wording; else all of them.

    Args:
        finding: The finding.
        most: How many sources may be shown.

    Returns:
        The sources to be shown, in their order, with their best readings; and what the others say, with their ids,
        the commonest first.
    """
    known = heard(finding)
    if len(known) <= most:
        return {i: best(members) for i, members in known.items()}, []
    groups = alike(finding)
    shown = {ids[0] for _, ids in groups[:most]}
    rest = [(wording, [i for i in ids if i not in shown]) for wording, ids in groups]
    return {i: best(m) for i, m in known.items() if i in shown}, [(w, ids) for w, ids in rest if ids]


def in_few_words(rest: list[tuple[str, list[str]]], most: int = 6) -> str:
    """`12 more sources, not shown: 9 say $3 billion, …`: what the sources say that have no words here."""
    number = sum(len(ids) for _, ids in rest)
    told = [f"{len(ids):,} say {cut(wording, 60)}" for wording, ids in rest[:most]]
    others = sum(len(ids) for _, ids in rest[most:])
    told += [f"{others:,} something else"] if others else []
    return f"{number:,} more source{'s' if number > 1 else ''}, not shown: {', '.join(told)}"


def fitting(
    findings: Sequence[Finding], wanted: Iterable[int], write: Callable[[Finding], str], room: int
) -> dict[int, str]:
    """What is written of the findings wanted, by their numbers, as far as there is room: the gravest first.

    Args:
        findings: The findings.
        wanted: The numbers of those to be written of.
        write: Writes of one.
        room: Characters there are.
    """
    kept = {}
    for n in sorted(wanted, key=lambda n: (-severity(findings[n]), n)):
        block = write(findings[n])
        room -= len(block) + 2
        if room < 0:
            break
        kept[n] = block
    return kept


def left_out(rows: int, details: int) -> Iterator[str]:
    """The line that says how many claims and details were left out, if any were."""
    if rows or details:
        parts = [f"{number} {what}" for number, what in ((rows, "claims"), (details, "details")) if number]
        yield f"Left out for length: {' and '.join(parts)}, the least grave. The full report has them."


def alike(finding: Finding) -> list[tuple[str, list[str]]]:
    """What is said, and the ids of the sources that say so; what the most sources say first."""
    groups: dict[str, list[str]] = {}
    for source_id, wording in said(finding):
        groups.setdefault(wording, []).append(source_id)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def joined_ids(ids: Sequence[str], most: int = 4) -> str:
    """The ids, or the first of them and how many more there are."""
    return ", ".join(ids) if len(ids) <= most + 1 else f"{', '.join(ids[:most])} and {len(ids) - most:,} more"


def details(e: Evidence) -> Iterator[str]:
    """What a reading is told of: its verb and its day, each in a few words, where the sentence has them."""
    if e.predicate:
        yield f"verb: {e.predicate}"
    if e.as_of_why:
        yield f"told {e.as_of_why}" if e.as_of_why.startswith("as of") else f"as of {e.as_of_why}"


def in_conflict(conflict: Conflict) -> str:
    """Why statements conflict, and why that is let stand if it is."""
    return f"{conflict.reason}; accepted: {conflict.accepted}" if conflict.accepted else conflict.reason


def bare_reason(finding: Finding, reason: str) -> str:
    """A reason without the conflict that it ends with, for formats that tell of conflicts by themselves."""
    for conflict in finding.conflicts:
        reason = reason.removesuffix(f"; {conflict.reason}")
    return reason


def around(excerpt: Excerpt, room: int = 240) -> tuple[str, str, str]:
    """The sentence before the value, the value, and the sentence after it, inert and cut to `room` characters.

    >>> from claimcheck.model.text import Span
    >>> around(Excerpt("Mara Lind put $3 billion into the crossing.", Span(14, 24), Span(14, 24)), 30)
    ('Mara Lind put ', '$3 billion', ' into…')
    """
    pieces = excerpt.text[: excerpt.span.start], excerpt.exact, excerpt.text[excerpt.span.end :]
    before, inside, after = (" ".join(inert(piece).split(" ")) for piece in pieces)
    inside = cut(inside, room)
    rest = room - len(inside)
    share = max(rest - len(after), min(len(before), rest * 3 // 5))
    if len(before) > share:
        kept = before[len(before) - share :] if share else ""
        start = kept.find(" ")
        before = _GAP + (kept[start + 1 :] if 0 <= start < len(kept) // 2 else kept)
    return before, inside, cut(after, rest - len(before))


def cut(text: str, room: int) -> str:
    """The text, or its beginning with a mark where it was cut."""
    if len(text) <= room:
        return text
    kept = text[: max(0, room - 1)]
    end = kept.rfind(" ")
    return (kept[:end] if end > len(kept) // 2 else kept).rstrip() + _GAP


SKIPPED = 20
"""Sources left out that most formats name; what is wrong with more of them has few causes."""


def skipped(report: Report, most: int = SKIPPED) -> tuple[str, list[str]]:
    """That sources are left out, how many, and the first of them with what is wrong; nothing where none are.

    Args:
        report: The report.
        most: How many are named; the last line counts the rest.
    """
    if not report.skipped:
        return "", []
    are = "source is left out, as it" if report.skipped == 1 else "sources are left out, as they"
    named = [str(source) for source in report.skipped_sources[:most]]
    more = report.skipped - len(named)
    return f"{report.skipped:,} {are} cannot be read", [*named, *([f"and {more:,} more"] if more else [])]


def tally(report: Report) -> str:
    """`2 discrepant, 1 exact`: how many findings come to each verdict, gravest first."""
    return ", ".join(f"{number} {word.value}" for word, number in counts(report)) or "no claims"
