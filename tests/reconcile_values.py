"""Values, readings and strategies that the tests of senses, relations and findings share."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from attrs import evolve
from hypothesis import strategies as st

from claimcheck.grammar.calendar import days_of_day, days_of_month, days_of_year, say_days
from claimcheck.grammar.senses import senses
from claimcheck.grammar.wording import plural, say_number
from claimcheck.model.claim import Claim, Modality
from claimcheck.model.comparison import Side
from claimcheck.model.finding import Evidence, Excerpt
from claimcheck.model.interval import Interval
from claimcheck.model.text import Role, Source, Span
from claimcheck.model.value import Hedge, Value
from claimcheck.policy import DEFAULT, Policy

FULL = Decimal("Infinity")


def _step(number: Decimal) -> Decimal:
    """The place of the last digit that is not a zero."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent)) if number else Decimal(1)


def _said(hedge: Hedge, words: str) -> str:
    return words if hedge is Hedge.NONE else f"{hedge.value} {words}"


def usd(number: str, step: str = "", hedge: Hedge = Hedge.NONE, *, unit: str = "USD") -> Value:
    """Dollars with a scale word: `usd("3.3E9")` is $3.3 billion."""
    n = Decimal(number)
    s = Decimal(step) if step else _step(n)
    sign = "$" if unit == "USD" else f"{unit} "
    words = f"{sign}{say_number(n, s, stated=True)}"
    return Value("money", _said(hedge, words), n, unit, step=s, step_stated=True, hedge=hedge)


def between(low: str, high: str) -> Value:
    """A range of dollars."""
    a, b = Decimal(low), Decimal(high)
    return Value(
        "money", f"${a:,f} to ${b:,f}", a, "USD", step=_step(b), step_stated=True, hedge=Hedge.BETWEEN, upper=b,
        extent=Interval.closed(a, b),
    )  # fmt: skip


def count(number: int, noun: str = "critic", hedge: Hedge = Hedge.NONE) -> Value:
    """A plain count: `count(127)` is 127 critics."""
    n = Decimal(number)
    words = f"{n:,f} {noun if n == 1 else plural(noun)}"
    return Value("count", _said(hedge, words), n, noun=noun, step=_step(n), hedge=hedge)


def vague(low: str, high: str, words: str = "hundreds of millions of dollars") -> Value:
    """Vague dollars."""
    extent = Interval.half_open(Decimal(low), Decimal(high))
    return Value("money", words, unit="USD", hedge=Hedge.VAGUE, extent=extent)


def years(number: int, hedge: Hedge = Hedge.NONE, words: str = "", *, completed: bool = True) -> Value:
    """A duration; completed years unless hedged or told otherwise."""
    n = Decimal(number)
    extent = Interval.half_open(n, n + 1) if completed and hedge is Hedge.NONE else None
    said = words or _said(hedge, f"{number} years")
    return Value("duration", said, n, "year", step=_step(n), hedge=hedge, extent=extent, written=said)


def months(number: int) -> Value:
    """A duration in completed months."""
    n = Decimal(number)
    extent = Interval.half_open(n, n + 1)
    return Value("duration", f"{number} months", n, "month", step=_step(n), extent=extent)


def year(number: int, hedge: Hedge = Hedge.NONE) -> Value:
    """A calendar year."""
    return Value(
        "year", _said(hedge, str(number)), Decimal(number), "day", hedge=hedge, extent=days_of_year(number)
    )  # fmt: skip


def on(year: int, month: int, day: int = 0) -> Value:
    """A month, or one day of it."""
    extent = days_of_day(year, month, day) if day else days_of_month(year, month)
    return Value("date", say_days(extent), unit="day", extent=extent)


def side(value: Value, policy: Policy = DEFAULT) -> Side:
    """A value as one side of a comparison."""
    return Side(value.normal, value, senses=senses(value, policy))


def reading(
    source_id: str,
    value: Value,
    sentence: str = "",
    *,
    speaker: str = "",
    role: Role = Role.BODY,
    score: float = 90,
    modality: Modality = Modality.STATED,
    start: int = 0,
    policy: Policy = DEFAULT,
) -> Evidence:
    """A reading in a sentence of its own."""
    text = sentence or f"{source_id} puts it at {value.normal}"
    excerpt = Excerpt(text, Span(0, len(text)), Span(start, start + len(text)))
    return Evidence(
        source_id, value, senses(value, policy), excerpt, role, bool(speaker), speaker, modality, score=score
    )  # fmt: skip


def sources(ids: Sequence[str], day: date | None = date(2021, 10, 8)) -> tuple[Source, ...]:
    """Sources published on one day."""
    return tuple(Source(source_id, published=day) for source_id in ids)


def claim(claim_id: str = "a-claim", kind: str = "money") -> Claim:
    """A claim with nothing but what it needs."""
    return Claim(claim_id, kind, "It is {value}.")


_HEDGES = st.sampled_from([h for h in Hedge if h not in (Hedge.VAGUE, Hedge.BETWEEN)])
_COUNTS = st.builds(
    lambda digits, zeros, hedge: count(digits * 10**zeros, hedge=hedge),
    st.integers(0, 40),
    st.integers(0, 2),
    _HEDGES,
)
_MONEY = st.builds(
    lambda digits, places, hedge: usd(f"{digits}E{9 - places}", f"1E{9 - places}", hedge),
    st.integers(1, 40),
    st.integers(0, 1),
    _HEDGES,
)
_VAGUE = st.sampled_from([vague("2E8", "1E9"), vague("2E9", "1E12", "billions of dollars")])
_RANGES = st.builds(
    lambda low, more: between(f"{low}E8", f"{low + more}E8"), st.integers(1, 40), st.integers(0, 9)
)
_DURATIONS = st.one_of(
    st.builds(years, st.integers(1, 30), _HEDGES),
    st.builds(lambda n: years(n, completed=False), st.integers(1, 30)),
    st.builds(months, st.integers(1, 200)),
)
_DATES = st.one_of(
    st.builds(year, st.integers(2000, 2010), _HEDGES),
    st.builds(on, st.integers(2000, 2003), st.integers(1, 12), st.integers(0, 28)),
)

FAMILIES = (_COUNTS, st.one_of(_MONEY, _VAGUE, _RANGES), _DURATIONS, _DATES)
"""Strategies of values that can be compared with one another."""

PAIRS = st.one_of(*(st.tuples(family, family) for family in FAMILIES))
"""Two values that can be compared."""


@st.composite
def widened(draw: st.DrawFn, given: Side) -> Side:
    """The same side with each sense stretched by up to three units of its last place."""
    value = given.value
    unit = (value.step if value and value.step else Decimal(1)) / 2
    less, more = draw(st.integers(0, 6)), draw(st.integers(0, 6))
    return evolve(
        given,
        senses=tuple(evolve(s, interval=stretched(s.interval, less * unit, more * unit)) for s in given.senses),
    )


def stretched(interval: Interval, less: Decimal, more: Decimal) -> Interval:
    """The interval with its ends moved outwards."""
    low = None if interval.low is None else interval.low - less
    high = None if interval.high is None else interval.high + more
    return Interval(
        low,
        high,
        low is not None and (interval.low_closed or less > 0),
        high is not None and (interval.high_closed or more > 0),
    )
