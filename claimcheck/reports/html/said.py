"""What a plot has to show of a finding: each thing that is said, its numbers in the unit of the axis."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.interval import Interval
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.reports.html.marks import mark_of, split, tone_of
from claimcheck.reports.html.units import Into, by_days, into

ROWS = 12
"""Readings up to which each has a row of its own; beyond, equal ones share one."""

_PLAIN_TONE = "plain"


class Said(NamedTuple):
    """Something to be shown in a row, its numbers in the unit of the axis."""

    who: tuple[str, ...]
    wording: str
    tone: str
    ordinary: Interval
    loose: Interval | None = None
    number: Decimal | None = None
    hedge: Hedge = Hedge.NONE
    days: bool = False
    origin: str = ""


def said_by(finding: Finding, placed: Sequence[Evidence], unit: str) -> Iterator[tuple[str, Said]]:
    """Each source and what it says; readings that say the same are one and the same, worked out once."""
    made: dict[tuple[object, ...], Said] = {}
    tones: dict[tuple[object, ...], str] = {}
    split_up = split(finding)
    for e in placed:
        line = into(e.value, unit)
        if line is None:
            continue
        words = (e.value.normal, e.value.unit, len(e.senses), e.senses[0].reason)
        mark = (e.source_id if e.source_id in split_up else mark_of(finding, e.source_id), words)
        if mark not in tones:
            tones[mark] = tone_of(finding, e.source_id, line.interval(e.senses[0].interval))
        key = (words, tones[mark])
        if key not in made:
            made[key] = _reading(tones[mark], e.value, e.senses, line)
        yield e.source_id, made[key]
    if finding.claim.expect is not None:
        sides = [side for c in finding.expected for side in (c.left, c.right) if not side.source_id]
        for side in sides[:1]:
            line = into(side.value, unit) if side.value else None
            if side.value and side.senses and line:
                yield "expected", _reading(_PLAIN_TONE, side.value, side.senses, line)


def _reading(tone: str, value: Value, senses: tuple[Sense, ...], line: Into) -> Said:
    loose = [s.interval for s in senses if s.kind is SenseKind.LOOSE]
    days = by_days(value)
    return Said(
        (),
        str(value),
        tone,
        line.interval(senses[0].interval),
        line.interval(loose[0]) if loose else None,
        None if value.number is None or value.upper is not None or days else line.number(value.number),
        value.hedge,
        days,
    )


def shared_rows(said: Iterable[tuple[str, Said]]) -> list[Said]:
    """The readings, equal ones of a source once; where there are many, equal ones of all sources."""
    single = list({(who, id(s)): (who, s) for who, s in said}.values())
    if len(single) <= ROWS:
        return [s._replace(who=(who,)) for who, s in single]
    groups: dict[int, tuple[Said, list[str]]] = {}
    for who, s in single:
        groups.setdefault(id(s), (s, []))[1].append(who)
    return [s._replace(who=tuple(ids)) for s, ids in groups.values()]


def drawn(said: list[Said], most: int) -> tuple[list[Said], int]:
    """The rows that are drawn, in their order, and how many are not."""
    if len(said) <= most:
        return said, 0
    many = sorted(range(len(said)), key=lambda n: (-len(said[n].who), n))
    low = min(range(len(said)), key=lambda n: _end(said[n].ordinary.low, Decimal("-Infinity")))
    high = max(range(len(said)), key=lambda n: _end(said[n].ordinary.high, Decimal("Infinity")))
    kept = sorted(list(dict.fromkeys([low, high, *many]))[:most])
    return [said[n] for n in kept], len(said) - len(kept)


def _end(end: Decimal | None, beyond: Decimal) -> Decimal:
    return beyond if end is None else end


def implied_by(finding: Finding) -> list[Said]:
    """What other claims imply, equal windows once."""
    groups: dict[tuple[str, str, Interval], list[str]] = {}
    for d in finding.derived:
        groups.setdefault((d.wording, d.from_claim, d.interval), []).append(d.source_id)
    return [
        Said(tuple(dict.fromkeys(who)), wording, _PLAIN_TONE, interval, origin=f"derived from {claim}")
        for (wording, claim, interval), who in groups.items()
    ]


def ends_of(said: Sequence[Said], bands: Iterable[Interval]) -> Iterator[Decimal]:
    """What the axis has to show; vague words, which may span powers of ten, only where there is nothing else."""
    said = [s for s in said if s.hedge is not Hedge.VAGUE] or said
    for interval in (*(i for s in said for i in (s.ordinary, s.loose) if i), *bands):
        yield from (end for end in (interval.low, interval.high) if end is not None)
    yield from (s.number for s in said if s.number is not None)
