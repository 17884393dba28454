"""Whole calendar years: bare ones, those told by their place to the reference year, and ranges of them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claimcheck.grammar.calendar.absolute import digits, year_number
from claimcheck.grammar.calendar.current import runs
from claimcheck.grammar.calendar.dates import Dated
from claimcheck.grammar.calendar.days import days_of_years
from claimcheck.grammar.calendar.fiscal import pair_of_years
from claimcheck.grammar.calendar.framing import framed, hedged_normal
from claimcheck.grammar.calendar.names import LAST, NEXT, listed
from claimcheck.grammar.calendar.period import Node, Scan
from claimcheck.grammar.calendar.relative import amount_at, said
from claimcheck.grammar.calendar.resolve import UNRESOLVED
from claimcheck.grammar.calendar.saying import say_year
from claimcheck.grammar.calendar.year_figures import ERAS, STRONG, counted, is_year
from claimcheck.grammar.records import record
from claimcheck.model.value import Hedge, Value

_BESIDE: Final = frozenset(listed("last previous next this current"))
_NAMED_BEFORE: Final = frozenset(["same", "that"])
_BY_NAMED: Final = {"next": 1, "following": 1, "previous": -1, "preceding": -1}
"""Words that, behind an article, count from the year named before them."""
_APART: Final = {"later": 1, "earlier": -1}
_MANY: Final = 100  # years beyond which no year is counted from another
_BEFORE_YEAR: Final = _BESIDE | _NAMED_BEFORE | _BY_NAMED.keys()
_BEFORE_NUMBER: Final = ERAS | {"'", "’"}
_LEAST_IN_WORDS: Final = 13  # "thirteen sixty"
_LONGEST_FRAME: Final = 4  # words of a hedge around a year that is a text of its own
_JOINTS: Final = frozenset(["to", "through", "thru", "till", "until", "-", "–", "—", "~"])
_NEAR: Final = 60  # tokens back to which "the same year" looks for its year


def years(scan: Scan) -> Iterator[Dated]:
    """Every whole calendar year of a text, in order."""
    end, latest, at = 0, None, 0
    for i in _starts(scan):
        if i < end:
            continue
        word = scan.words[i]
        named = latest if i - at <= _NEAR else None
        found = _counted_from(scan, i, named) if named is not None else None
        if found is not None:
            pass
        elif word in _BESIDE:
            found = _beside(scan, i)
        elif word == "year":
            found = _told(scan, Node(i, i + 1, said="year"), 0)
        elif word in _NAMED_BEFORE:
            found = _same(scan, i, named)
        else:
            found = _numbered(scan, i)
        if found is None:
            continue
        end = found.last
        number = found.values[0].number
        if number is not None and found.values[0].upper is None:
            latest, at = int(number), i
        yield found


def _starts(scan: Scan) -> list[int]:
    """Tokens at which a year may start, in order."""
    words = scan.words
    found = []
    for i in scan.units:
        word = words[i]
        if word == "year" or word == "yr":
            if words[i - 1] in _BEFORE_YEAR:
                found.append(i - 1)
            elif word == "year" and runs(scan, i):
                found.append(i)
        if words[i + 1] in _APART and word[:4] == "year":
            found.append(_start_of_amount(scan, i))
    for i, numeral in scan.numerals.items():
        word = words[i]
        if numeral.coded:
            found += [k for k in range(i, numeral.last) if digits(words[k])]
        elif not (word.isascii() and word.isdigit()):
            if numeral.number is not None and not numeral.digits and numeral.number >= _LEAST_IN_WORDS:
                found.append(i)
        elif len(word) == 4 or words[numeral.last] in ERAS:
            found.append(i)
        if words[i - 1] in _BEFORE_NUMBER and i:
            found.append(i - 1)
    found.sort()
    return found


def _numbered(scan: Scan, i: int) -> Dated | None:
    first = _year_at(scan, i)
    if first is None:
        return None
    number, last = first
    upper = _upper(scan, i, number, last)
    if upper and not (scan.text.glued(i) and digits(scan.words[i - 2]) and scan.words[i - 1] in _JOINTS):
        return _range(scan, i, number, *upper)
    if is_year(scan, i, last, number):
        return _framed(scan, record(Node, (i, last, (), "", None, "", None)), number, "")
    if not 1000 <= number < 3000 or len(scan.text) - last > _LONGEST_FRAME or i > _LONGEST_FRAME:
        return None
    if not (digits(scan.words[i]) or 1900 <= number <= 2100):  # `one thousand two hundred` is a number in words
        return None
    found = _framed(scan, Node(i, last), number, "")
    whole = found.first == 0 and found.last == len(scan.text)  # a text of its own, as in a claim file
    return found if whole else None


def _year_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year at token `i`, its era included, and the token after it; 44 BC is −43."""
    word, after = scan.words[i], scan.words[i + 1]
    if word in ("ad", "a.d.") and digits(after) and len(after) <= 4 and int(after) > 0:
        return int(after), i + 2
    if digits(word) and len(word) <= 4 and after in ERAS and int(word) > 0:
        return (1 - int(word) if after.startswith("b") else int(word)), i + 2
    if word in "'’" and scan.words[i + 2] == "s":
        return None
    found = year_number(scan, i)
    if found is None or (scan.text.glued(found[1]) and scan.words[found[1]] in ("%", ":", "s", "km", "°")):
        return None
    return found


def _upper(scan: Scan, i: int, number: int, last: int) -> tuple[int, int] | None:
    """The last year of a range that starts with `number`, and the token after it."""
    word = scan.words[last]
    between = scan.words[i - 1] == "between"
    if word == "/":
        pair = pair_of_years(scan, i)  # "the 2019/20 season"
        return (number + 1, pair[1]) if pair and not _date_part(scan, pair[1]) else None
    if word not in _JOINTS and not (between and word == "and"):
        return None
    second = _year_at(scan, last + 1 + (scan.words[last + 1] in ("the", "year")))
    if second and number < second[0] <= number + 3000 and not _date_part(scan, second[1]):
        bare = number < 1500 or second[0] > 2200
        plain = digits(scan.words[i]) and scan.words[i + 1] not in ERAS
        if (bare and plain) or (counted(scan, second[1]) and scan.words[i - 1] not in STRONG):
            return None
        return second
    short = scan.words[last + 1]
    glued = scan.text.glued(last) and scan.text.glued(last + 1)
    if word in ("-", "–") and glued and len(short) == 2 and digits(short) and not _date_part(scan, last + 2):
        full = number // 100 * 100 + int(short)
        full += 100 if full < number and number % 100 == 99 else 0
        if full > number and (int(short) > 12 or full == number + 1):
            return full, last + 2
    return None


def _date_part(scan: Scan, last: int) -> bool:
    """Whether figures and hyphens go on after token `last`, as in `2021-10-08`."""
    tail = scan.text.glued(last) and scan.text.glued(last + 1)
    return tail and scan.words[last] in ("-", "/", ".") and digits(scan.words[last + 1])


def _range(scan: Scan, i: int, number: int, upper: int, last: int) -> Dated:
    before = scan.words[i - 1]
    first = i - (before in ("from", "between"))
    written = scan.text.surface(first, last)
    values: tuple[Value, ...] = (_years_value(number, upper, written),)
    why = ""
    if upper > number + 1:
        values += (_years_value(number, upper - 1, written),)
        why = f"{values[0].normal}: taken with its last year, which some leave out"
    return Dated(first, last, values, why, (), Node(i, last))


@lru_cache(maxsize=2048)
def _years_value(number: int, upper: int, written: str) -> Value:
    return Value(
        "year",
        f"{say_year(number)} to {say_year(upper)}",
        Decimal(number),
        "day",
        hedge=Hedge.BETWEEN,
        upper=Decimal(upper),
        extent=days_of_years(number, upper),
        written=written,
    )


def _beside(scan: Scan, i: int) -> Dated:
    """`last year`, `this year`, `next year`."""
    word = scan.words[i]
    node = Node(i, i + 2, said=said(scan, i, i + 2))
    return _told(scan, node, -1 if word in LAST else 1 if word in NEXT else 0)


def _told(scan: Scan, node: Node, way: int) -> Dated:
    """The reference year, or the one before (-1) or after it (1)."""
    today = scan.context.reference_date
    if today is None:
        return _framed(scan, node._replace(why=UNRESOLVED), None, UNRESOLVED)
    number = today.year + way
    return _framed(scan, node, number, f"{node.said}: {number}, counted from {today.day} {today:%B %Y}")


def _start_of_amount(scan: Scan, i: int) -> int:
    """The first token of the number of years whose unit stands at token `i`, at most a few tokens before it."""
    return next((j for j in range(i - 4, i) if j in scan.numerals and scan.numerals[j].last == i), max(0, i - 1))


def _counted_from(scan: Scan, i: int, named: int) -> Dated | None:
    """`the following year`, `three years later`, `a year earlier`: counted from the year named before it."""
    word, why = scan.words[i], f"counted from {say_year(named)}, the year named before it"
    if word in _BY_NAMED and scan.words[i + 1] == "year":
        way = _BY_NAMED[word] if scan.words[i - 1] == "the" else None
        if way is None or scan.words[i + 2] in _APART:
            return None
        node = Node(i, i + 2, said=said(scan, i, i + 2))
        return _framed(scan, node, named + way, f"{node.said}: {say_year(named + way)}, {why}")
    amount = amount_at(scan, i)
    if amount is None or scan.words[amount[1]] not in ("year", "years"):
        return None
    last = amount[1] + 2
    way = _APART.get(scan.words[last - 1])
    if way is None or scan.words[last] == "than" or amount[0] != int(amount[0]) or amount[0] >= _MANY:
        return None
    node = Node(i, last, said=said(scan, i, last), amount=(amount[0], "year"))
    number = named + way * int(amount[0])
    return _framed(scan, node, number, f"{node.said}: {say_year(number)}, {why}")


def _same(scan: Scan, i: int, named: int | None) -> Dated:
    """`the same year`, `that year`: the year named last."""
    node = Node(i, i + 2, said=said(scan, i, i + 2))
    if named is None:
        return _framed(scan, node, None, "not resolved: no year is named before it")
    return _framed(scan, node, named, f"{node.said}: {say_year(named)}, the year named before it")


def _framed(scan: Scan, node: Node, number: int | None, why: str) -> Dated:
    attributive = scan.possessive(node.last) or _before_noun(scan, node)
    frame = framed(scan, node.first, node.last, attributive=attributive)
    written = scan.text.surface(frame.first, frame.last)
    if number is None:
        normal = hedged_normal(frame.hedge, node.said)
        value = Value("year", normal, None, "day", hedge=frame.hedge, written=written)
    else:
        value = _year_value(number, frame.hedge, written)
    return record(Dated, (frame.first, frame.last, (value,), why, frame.scope, node))


@lru_cache(maxsize=2048)
def _year_value(number: int, hedge: Hedge, written: str) -> Value:
    """The value of a year; kept, since a text names the same few years over and over."""
    normal = hedged_normal(hedge, say_year(number))
    return Value(
        "year", normal, Decimal(number), "day", hedge=hedge, extent=days_of_years(number, number), written=written
    )


def _before_noun(scan: Scan, node: Node) -> bool:
    """Whether the year only belongs to a noun: an article before it and a word after it (`the 2016 election`)."""
    after = scan.words[node.last]
    article = scan.words[node.first - 1] in ("the", "a", "an", "its", "his", "her", "their")
    return article and after.isalpha() and after not in ("and", "or", "was", "is", "to", "in", "that", "which")
