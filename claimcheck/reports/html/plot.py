"""The interval plot of a finding: every reading on one axis, what they jointly say behind, derived values apart.

Places from left to right are percentages of the width, so that the plot fits a phone and a page alike without
its letters growing or shrinking; places from top to bottom are pixels.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from attrs import frozen

from claimcheck.model.finding import Evidence, Finding
from claimcheck.model.interval import Interval
from claimcheck.model.text import Source
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.reports.html.axis import Axis, Tick, axis
from claimcheck.reports.html.marks import mark_of, split, tone_of
from claimcheck.reports.html.units import Into, by_days, into, unit_of
from claimcheck.reports.html.words import joined

_ROW = 32  # pixels from one row to the next; the template says where in it label and bar stand
_APART = 10  # above the derived rows
_FOOT = 22  # for the labels of the axis
_ROWS = 12  # readings up to which each has a row of its own; beyond, equal ones share one
_BANDS = 6  # of a tie; more tell nothing
_NAMED = 3  # sources named beside a row that several share

_FADES = {
    Hedge.ABOUT: "both",
    Hedge.VAGUE: "both",
    Hedge.NEARLY: "left",
    Hedge.LESS_THAN: "left",
    Hedge.AT_MOST: "left",
    Hedge.MORE_THAN: "right",
    Hedge.AT_LEAST: "right",
}
_EXCLUDED = (Hedge.NEARLY, Hedge.MORE_THAN, Hedge.LESS_THAN)  # the number itself is out
_PLAIN_TONE = "plain"


class Bar(NamedTuple):
    """A stretch of a row: where it begins, how wide it is, which ends fade and which lie beyond the edge."""

    x: str
    width: str
    fade: str = ""
    beyond: tuple[str, ...] = ()


@frozen
class Row:
    """One line of a plot.

    Attributes:
        y: Pixels of its upper edge from the top.
        who: Ids of its sources, or what it is.
        wording: What it says.
        names: The publisher, where one source says so; the claim it is derived from.
        tone: `good`, `bad`, `doubt` or `plain`.
        bar: Its ordinary sense; None for a single number.
        loose: Its loose sense, where that is wider.
        caps: Where its closed ends stand.
        dot: Where the written number stands; empty where there is none.
        hollow: Whether that number itself is out.
        vague: Whether it has no number of its own.
        arrow: `left` or `right` for a bound, `x` saying where it points from.
        arrow_x: See `arrow`.
    """

    y: int
    who: str
    wording: str
    names: str
    tone: str
    bar: Bar | None = None
    loose: Bar | None = None
    caps: tuple[str, ...] = ()
    dot: str = ""
    hollow: bool = False
    vague: bool = False
    arrow: str = ""
    arrow_x: str = ""


@frozen
class Plot:
    """A plot, laid out.

    Attributes:
        height: Pixels.
        floor: Pixels of the axis from the top.
        rows: The readings.
        derived: What other claims imply.
        bands: What the sources jointly say; several are a tie. A single number has no width.
        ticks: The labels of the axis.
        outside: Readings that have no place on this axis, in words.
        told: The plot in words.
    """

    height: int
    floor: int
    rows: tuple[Row, ...]
    derived: tuple[Row, ...]
    bands: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    outside: str
    told: str


class _Said(NamedTuple):
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


def plot(finding: Finding, sources: dict[str, Source], most: int) -> Plot | None:
    """Lay out the plot of a finding; None where there is nothing to be seen by it.

    Args:
        finding: The finding.
        sources: The sources of the report by id.
        most: Rows that may be drawn; of more different readings those that most sources share, and the outermost.
    """
    voting = [e for e in finding.evidence if not e.weak] or list(finding.evidence)
    placed = [e for e in voting if e.senses]
    if not placed:
        return None
    unit, days = unit_of(placed), by_days(placed[0].value)
    said, undrawn = _drawn(_shared_rows(_said(finding, placed, unit)), most)
    implied = _implied(finding)[:most]
    if len(said) + len(implied) < 2 and not any(s.hedge is not Hedge.NONE for s in said):
        return None
    bands = [c.interval for c in ((finding.consensus,) if finding.consensus else finding.ties) if c.interval]
    bands = bands[:_BANDS]
    ends = list(_ends([*said, *implied], bands))
    if not ends:
        return None
    laid = axis(ends, unit, days=days, whole=unit == "" and not days)
    return _laid(laid, said, implied, bands, sources, _outside(voting, unit, undrawn))


def _said(finding: Finding, placed: Sequence[Evidence], unit: str) -> Iterator[tuple[str, _Said]]:
    """Each source and what it says; readings that say the same are one and the same, worked out once."""
    made: dict[tuple[object, ...], _Said] = {}
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


def _reading(tone: str, value: Value, senses: tuple[Sense, ...], line: Into) -> _Said:
    loose = [s.interval for s in senses if s.kind is SenseKind.LOOSE]
    days = by_days(value)
    return _Said(
        (),
        str(value),
        tone,
        line.interval(senses[0].interval),
        line.interval(loose[0]) if loose else None,
        None if value.number is None or value.upper is not None or days else line.number(value.number),
        value.hedge,
        days,
    )


def _shared_rows(said: Iterable[tuple[str, _Said]]) -> list[_Said]:
    """The readings, equal ones of a source once; where there are many, equal ones of all sources."""
    single = list({(who, id(s)): (who, s) for who, s in said}.values())
    if len(single) <= _ROWS:
        return [s._replace(who=(who,)) for who, s in single]
    groups: dict[int, tuple[_Said, list[str]]] = {}
    for who, s in single:
        groups.setdefault(id(s), (s, []))[1].append(who)
    return [s._replace(who=tuple(ids)) for s, ids in groups.values()]


def _drawn(said: list[_Said], most: int) -> tuple[list[_Said], int]:
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


def _implied(finding: Finding) -> list[_Said]:
    """What other claims imply, equal windows once."""
    groups: dict[tuple[str, str, Interval], list[str]] = {}
    for d in finding.derived:
        groups.setdefault((d.wording, d.from_claim, d.interval), []).append(d.source_id)
    return [
        _Said(tuple(dict.fromkeys(who)), wording, _PLAIN_TONE, interval, origin=f"derived from {claim}")
        for (wording, claim, interval), who in groups.items()
    ]


def _ends(said: Sequence[_Said], bands: Iterable[Interval]) -> Iterator[Decimal]:
    """What the axis has to show; vague words, which may span powers of ten, only where there is nothing else."""
    said = [s for s in said if s.hedge is not Hedge.VAGUE] or said
    for interval in (*(i for s in said for i in (s.ordinary, s.loose) if i), *bands):
        yield from (end for end in (interval.low, interval.high) if end is not None)
    yield from (s.number for s in said if s.number is not None)


def _laid(
    laid: Axis,
    said: Sequence[_Said],
    implied: Sequence[_Said],
    bands: Sequence[Interval],
    sources: dict[str, Source],
    outside: str,
) -> Plot:
    rows = tuple(_row(laid, s, n * _ROW, sources) for n, s in enumerate(said))
    top = len(said) * _ROW + _APART
    derived = tuple(_row(laid, s, top + n * _ROW, sources) for n, s in enumerate(implied))
    floor = len(said) * _ROW + (_APART + len(implied) * _ROW if implied else 0) + 4
    told = "; ".join(f"{row.who} {row.wording}" for row in rows[:_ROWS])
    if len(rows) > _ROWS:
        told += f"; and {len(rows) - _ROWS} other wordings, all of them listed below"
    if derived:
        told += ". Derived: " + "; ".join(f"{row.wording} from {row.who}" for row in derived)
    shown = tuple(_bar(laid, interval) for interval in bands)
    return Plot(floor + _FOOT, floor, rows, derived, shown, laid.ticks, outside, f"{told}.")


def _row(laid: Axis, s: _Said, top: int, sources: dict[str, Source]) -> Row:
    source = sources.get(s.who[0]) if len(s.who) == 1 else None
    bar = None if s.ordinary.is_point else _bar(laid, s.ordinary, _FADES.get(s.hedge, ""))
    wider = s.loose is not None and not s.loose.inside(s.ordinary)
    arrow = ("right" if s.hedge.is_lower else "left") if s.hedge.is_bound else ""
    end = s.ordinary.high if arrow == "right" else s.ordinary.low
    dot = s.number if s.number is not None or bar else s.ordinary.low
    return Row(
        y=top,
        who=joined(s.who, _NAMED),
        wording=s.wording,
        names=s.origin or (source.publisher if source else ""),
        tone=s.tone,
        bar=bar,
        loose=_bar(laid, s.loose) if s.loose and wider else None,
        caps=tuple(_caps(laid, s)) if bar else (),
        dot="" if dot is None else f"{laid.at(dot):f}",
        hollow=s.hedge in _EXCLUDED,
        vague=s.hedge is Hedge.VAGUE,
        arrow=arrow,
        arrow_x=f"{laid.at(end):f}" if end is not None else ("100" if arrow == "right" else "0"),
    )


def _bar(laid: Axis, interval: Interval, fade: str = "") -> Bar:
    low = Decimal(0) if interval.low is None else laid.at(interval.low)
    high = Decimal(100) if interval.high is None else laid.at(interval.high)
    beyond = [
        side
        for side, end, edge in (("left", interval.low, laid.low), ("right", interval.high, laid.high))
        if end is None or (end < edge if side == "left" else end > edge)
    ]
    return Bar(f"{low:f}", f"{high - low:f}", "" if beyond else fade, tuple(beyond))


def _caps(laid: Axis, s: _Said) -> Iterator[str]:
    """Closed ends that neither fade nor carry the dot; of days both ends, since the last day is whole."""
    fade = _FADES.get(s.hedge, "")
    ends = (("left", s.ordinary.low, s.ordinary.low_closed), ("right", s.ordinary.high, s.ordinary.high_closed))
    for side, end, closed in ends:
        inside = end is not None and laid.low <= end <= laid.high
        if end is not None and inside and (closed or s.days) and fade not in (side, "both") and end != s.number:
            yield f"{laid.at(end):f}"


def _outside(voting: Iterable[Evidence], unit: str, undrawn: int) -> str:
    """The readings without a place on the axis: no number, a unit that does not convert, no room."""
    left = [e for e in voting if not e.senses or into(e.value, unit) is None]
    rest = [f"{undrawn:,} other wordings, for want of room"] if undrawn else []
    return joined([*dict.fromkeys(f"{e.source_id} {e.value}" for e in left), *rest], 6)
