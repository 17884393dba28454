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
from claimcheck.model.value import Hedge
from claimcheck.reports.html.axis import Axis, Tick, axis
from claimcheck.reports.html.said import ROWS, Said, drawn, ends_of, implied_by, said_by, shared_rows
from claimcheck.reports.html.units import by_days, into, unit_of
from claimcheck.reports.html.words import joined

_ROW = 32  # pixels from one row to the next; the template says where in it label and bar stand
_APART = 10  # above the derived rows
_FOOT = 22  # for the labels of the axis
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
    said, undrawn = drawn(shared_rows(said_by(finding, placed, unit)), most)
    implied = implied_by(finding)[:most]
    if len(said) + len(implied) < 2 and not any(s.hedge is not Hedge.NONE for s in said):
        return None
    bands = [c.interval for c in ((finding.consensus,) if finding.consensus else finding.ties) if c.interval]
    bands = bands[:_BANDS]
    ends = list(ends_of([*said, *implied], bands))
    if not ends:
        return None
    laid = axis(ends, unit, days=days, whole=unit == "" and not days)
    return _laid(laid, said, implied, bands, sources, _outside(voting, unit, undrawn))


def _laid(
    laid: Axis,
    said: Sequence[Said],
    implied: Sequence[Said],
    bands: Sequence[Interval],
    sources: dict[str, Source],
    outside: str,
) -> Plot:
    rows = tuple(_row(laid, s, n * _ROW, sources) for n, s in enumerate(said))
    top = len(said) * _ROW + _APART
    derived = tuple(_row(laid, s, top + n * _ROW, sources) for n, s in enumerate(implied))
    floor = len(said) * _ROW + (_APART + len(implied) * _ROW if implied else 0) + 4
    told = "; ".join(f"{row.who} {row.wording}" for row in rows[:ROWS])
    if len(rows) > ROWS:
        told += f"; and {len(rows) - ROWS} other wordings, all of them listed below"
    if derived:
        told += ". Derived: " + "; ".join(f"{row.wording} from {row.who}" for row in derived)
    shown = tuple(_bar(laid, interval) for interval in bands)
    return Plot(floor + _FOOT, floor, rows, derived, shown, laid.ticks, outside, f"{told}.")


def _row(laid: Axis, s: Said, top: int, sources: dict[str, Source]) -> Row:
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


def _caps(laid: Axis, s: Said) -> Iterator[str]:
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
