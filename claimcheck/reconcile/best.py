"""Which of a source's readings stands for it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from attrs import evolve

from claimcheck.model.claim import Modality
from claimcheck.model.finding import Evidence
from claimcheck.model.text import Role
from claimcheck.model.value import Hedge, SenseKind
from claimcheck.reconcile.relation import says_the_same

_CLEAR_LEAD = 20  # points of score by which one match of a source must lead another to be preferred for it


def ranked(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence of one source, best first.

    What a person read comes first, then what the body states, then numbers before vague words. Among equals a
    clear lead in score decides, then the more precise wording, then the score, then what stands earlier.
    """
    found = tuple(evidence)
    top: dict[tuple[bool, ...], float] = {}
    for e in found:
        top[_standing(e)] = max(e.score, top.get(_standing(e), 0.0))
    return tuple(sorted(found, key=lambda e: (_standing(e), e.score < top[_standing(e)] - _CLEAR_LEAD, _merit(e))))


def _standing(e: Evidence) -> tuple[bool, ...]:
    return (
        not e.curated,
        e.weak or e.role is Role.FURNITURE,
        e.role is not Role.BODY,
        e.modality is not Modality.STATED,
        not e.value.has_number,
        e.value.hedge is Hedge.VAGUE,
    )


def _merit(e: Evidence) -> tuple[bool, float, float, int]:
    return e.value.hedge.is_bound, _looseness(e), -e.score, e.excerpt.document_span.start


def _looseness(e: Evidence) -> float:
    """How far the widest sense reaches, logical ones aside, as a share of the number."""
    widest = 0.0
    for interval in (sense.interval for sense in e.senses if sense.kind is not SenseKind.LOGICAL):
        ends = [abs(end) for end in (interval.low, interval.high) if end is not None]
        if interval.width is not None and max(ends):
            widest = max(widest, float(interval.width / max(ends)))
    return widest


def repeats_marked(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The same evidence, each reading that repeats a better one of its source marked weak."""
    weak = set()
    for one, other in pairs_within(evidence):
        a, b = evidence[one], evidence[other]
        if says_the_same(a.value, b.value):
            weak.add(other if ranked((a, b))[0] is a else one)
    return tuple(evolve(e, weak=True) if i in weak else e for i, e in enumerate(evidence))


def pairs_within(evidence: Iterable[Evidence]) -> Iterator[tuple[int, int]]:
    """Every two readings of one source, by their numbers, source by source."""
    by_source: dict[str, list[int]] = {}
    for i, e in enumerate(evidence):
        by_source.setdefault(e.source_id, []).append(i)
    for readings in by_source.values():
        yield from combinations(readings, 2)


def best_readings(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Each source's best reading, in the order in which the sources first appear; weak ones do not stand in."""
    by_source: dict[str, list[Evidence]] = {}
    for e in evidence:
        by_source.setdefault(e.source_id, [])
        if not e.weak and e.role is not Role.FURNITURE:
            by_source[e.source_id].append(e)
    return tuple(ranked(readings)[0] for readings in by_source.values() if readings)
