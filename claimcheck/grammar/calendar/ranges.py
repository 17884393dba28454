"""Ranges of dates: two ends, each completing what the other leaves unsaid."""

from typing import Final

from claimcheck.grammar.calendar.absolute import day_first, day_number, digits
from claimcheck.grammar.calendar.clock import clock_at, time_after, time_before
from claimcheck.grammar.calendar.days import bounds, is_day
from claimcheck.grammar.calendar.figures import numeric
from claimcheck.grammar.calendar.period import Node, Partial, Period, Scan, around, day_period, span_period
from claimcheck.grammar.calendar.resolve import settle

_TIMES: Final = frozenset(["at", ","])
_AFTER_LEFT: Final = frozenset(["to", "through", "thru", "till", "until", "-", "–", "—", "and", "at", ","])
"""Words that may follow the first date of a range that has times of day."""
_TO: Final = frozenset(["to", "through", "thru", "till", "until", "-", "–", "—", "~"])


def range_at(scan: Scan, i: int, left: Node | None) -> Node | None:
    """A range of dates at token `i`: `from March to May 2019`, `8–12 October`, `July 13 to 15`.

    Args:
        scan: The text.
        i: Its first token, `from` and `between` aside.
        left: The date that starts there, if there is one.
    """
    start = time_before(scan, i) if left and scan.words[left.last] in _AFTER_LEFT else i
    lead = scan.words[start - 1]
    between = lead == "between" or (lead == "the" and scan.words[i - 2] == "between")
    pair = _two_days(scan, i, between)
    left = left or (_from_now(scan, i) if between else None)
    if (
        pair is None
        and left is not None
        and (between or scan.words[left.last] in _TO or start < i or scan.words[left.last] in _TIMES)
    ):
        pair = _two_dates(scan, left, between)
    if pair is None:
        return None
    spans = _spans(scan, *pair)
    if not spans or all(a.grain == b.grain == "year" for a, b in spans):
        return None  # a range of whole years is no date but of the kind `year`
    article = lead == "the" and scan.words[i - 2] in ("from", "between")
    first = i - 2 if article else start - (lead in ("from", "between"))
    open_ends = tuple(span_period(bounds(a.days)[0], bounds(b.days)[0]) for a, b in spans if _apart(a, b))
    last_left_out = "taken with its last day, which some leave out" if open_ends else ""
    periods = tuple(span_period(bounds(a.days)[0], bounds(b.days)[1]) for a, b in spans)
    why = "; ".join(filter(None, (settled(scan, *pair), last_left_out)))
    last = time_after(scan, pair[1].last) if spans[0][1].grain == "day" else pair[1].last
    return Node(first, last, tuple(dict.fromkeys(periods + open_ends)), why)


def _apart(a: Period, b: Period) -> bool:
    """Whether a range may be meant without its last unit: never one of two units side by side."""
    return bounds(a.days)[1] < bounds(b.days)[0] and b.grain != "part"


def settled(scan: Scan, left: Node, right: Node) -> str:
    """How the first end of a range that leaves something unsaid was resolved, else its second."""
    told = right.partial is not None and right.partial.year is not None  # the second end's year serves both
    return left.why or (settle(scan, left).why if left.partial and not told else "") or right.why


def _joint(scan: Scan, i: int, between: bool) -> int:
    """The token after the word that joins two ends of a range; 0 where there is none."""
    word = scan.words[i]
    if word in _TO or (between and word == "and"):
        j = i + 1
        return j + (scan.words[j] == "the")
    return 0


def _two_days(scan: Scan, i: int, between: bool) -> tuple[Node, Node] | None:
    """`13 to 15 July`, `the ninth and the seventeenth of April`."""
    day = day_number(scan, i)
    joint = _joint(scan, day[1], between) if day else 0
    right = day_first(scan, joint) if joint else None
    if day is None or right is None or right.partial is None or right.partial.day is None:
        return None
    if not is_day(right.partial.year or 2000, right.partial.month or 1, day[0]) or day[0] >= right.partial.day:
        return None
    right = _year_of_right(scan, right)
    return Node(i, day[1], partial=(right.partial or Partial())._replace(day=day[0])), right


def _year_of_right(scan: Scan, right: Node) -> Node:
    longer = scan.date_at(right.first)
    return longer if longer and longer.partial and longer.last >= right.last else right


def _two_dates(scan: Scan, left: Node, between: bool) -> tuple[Node, Node] | None:
    comma = scan.words[left.last] == "," and scan.words[left.first - 1] in ("from", "between")
    joint = _joint(scan, left.last + comma, between) or _joint(scan, time_after(scan, left.last), between)
    if not joint:
        return None
    right = (
        _to_date(scan, joint)
        or scan.date_at(joint)
        or _after_time(scan, joint)
        or numeric(scan, joint, cued=True)
        or _bare_day(scan, joint, left)
    )
    if right is None or (_whole_year(left) and _whole_year(right)):
        return None
    return left, right


def _after_time(scan: Scan, i: int) -> Node | None:
    """A date with a time of day before it, as the second end of a range: `to 5 a.m. Monday`."""
    last = clock_at(scan, i)
    return scan.date_at(last + (scan.words[last] in ("on", ","))) if last > i else None


def _whole_year(node: Node) -> bool:
    partial = node.partial
    return partial is not None and partial.year is not None and partial.month is None


def _to_date(scan: Scan, i: int) -> Node | None:
    """`March to date`, `2010 till now`."""
    j = i + (scan.words[i] == "current")
    if scan.today is None or scan.words[j] not in ("date", "now", "present"):
        return None
    from_today = span_period(scan.today - 1, scan.today)
    return Node(i, j + 1, (from_today,), f"counted to {from_today.normal}")


def _from_now(scan: Scan, i: int) -> Node | None:
    """`now` as the first end of a range."""
    if scan.today is None or scan.words[i] != "now":
        return None
    today = day_period(scan.today)
    return Node(i, i + 1, (today,), f"counted from {today.normal}")


def _bare_day(scan: Scan, i: int, left: Node) -> Node | None:
    """`15` after `July 13 to`."""
    day = day_number(scan, i)
    if day is None or left.partial is None or left.partial.day is None or left.partial.month is None:
        return None
    after = scan.words[day[1]]
    if after in (":", "%", "am", "pm", "a.m.", "p.m.") or (
        after.isalpha() and digits(scan.words[i]) and scan.text.glued(day[1])
    ):
        return None
    year = scan.date_at(day[1] + 1) if after in (",", "in") else scan.date_at(day[1])
    if year and year.partial and year.partial.year and year.partial.month is None:
        return Node(i, year.last, partial=Partial(year=year.partial.year, day=day[0]))
    return Node(i, day[1], partial=Partial(day=day[0]))


def _spans(scan: Scan, left: Node, right: Node) -> list[tuple[Period, Period]]:
    """The two ends of a range in each of its readings; each completes what the other leaves unsaid."""
    if left.partial and right.partial and not (left.periods or right.periods):
        right = _month_of(left, right)
        left = _year_before(left, right)
    left = settle(scan, left)
    return [(a, b) for a in left.periods if (b := _end_of(scan, a, left, right))]


def _month_of(left: Node, right: Node) -> Node:
    """`15` after `July 13`: the same month, or the next where the number is smaller."""
    a, b = left.partial, right.partial
    if a is None or b is None or b.month is not None or b.day is None or a.month is None or a.day is None:
        return right
    later = b.day <= a.day
    year = None if a.year is None else a.year + (a.month == 12 and later)
    return right._replace(partial=Partial(b.year or year, a.month % 12 + 1 if later else a.month, b.day))


def _year_before(left: Node, right: Node) -> Node:
    """The year of the right end serves the left, or the one before where its month comes later."""
    a, b = left.partial, right.partial
    if a is None or b is None or a.year is not None or a.month is None or b.year is None or b.month is None:
        return left
    over = (a.month, a.day or 0) > (b.month, b.day or 99)
    return left._replace(partial=a._replace(year=b.year - over))


def _end_of(scan: Scan, start: Period, left: Node, right: Node) -> Period | None:
    """The right end of a range that starts with `start`: the first that does not come before it."""
    low = bounds(start.days)[0]
    if right.partial is not None and not right.partial.complete and not right.periods:
        return _next_fit(right.partial, low)
    for period in settle(scan, right).periods:
        if bounds(period.days)[1] > low + (bounds(period.days)[0] == low) - 1 and bounds(period.days)[0] >= low:
            return period
    return None


def _next_fit(partial: Partial, low: int) -> Period | None:
    """The first period from day `low` on that fits an incomplete date."""
    past, future = around(partial, low)
    if past and bounds(past.days)[0] >= low:
        return past
    return future
