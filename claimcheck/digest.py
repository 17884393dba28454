"""What the short formats show of a finding: who says what, and the words around a value, cut to a length."""

from claimcheck.model.finding import Evidence, Excerpt, Finding, Report
from claimcheck.terminal import inert
from claimcheck.verdict import counts

_GAP = "…"


def said(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Each source's id and what it says: its voting readings, or its first where none votes."""
    pairs = []
    for source_id in dict.fromkeys(e.source_id for e in finding.evidence):
        pairs.append((source_id, ", ".join(dict.fromkeys(str(e.value) for e in best(finding, source_id)))))
    return tuple(pairs)


def best(finding: Finding, source_id: str) -> tuple[Evidence, ...]:
    """A source's voting readings, or its first where none votes."""
    evidence = finding.of(source_id)
    return tuple(e for e in evidence if not e.weak) or evidence[:1]


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


def tally(report: Report) -> str:
    """`2 discrepant, 1 exact`: how many findings come to each verdict, gravest first."""
    return ", ".join(f"{number} {word.value}" for word, number in counts(report)) or "no claims"
