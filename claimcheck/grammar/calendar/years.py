"""Whole calendar years: bare ones, those told by their place to the reference year, and ranges of them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claimcheck.grammar.calendar.absolute import digits, year_number
from claimcheck.grammar.calendar.current import runs
from claimcheck.grammar.calendar.dates import Dated
from claimcheck.grammar.calendar.days import days_of_years
from claimcheck.grammar.calendar.framing import framed, hedged_normal
from claimcheck.grammar.calendar.names import LAST, NEXT, PARTS, UNITS, listed
from claimcheck.grammar.calendar.period import Node, Scan
from claimcheck.grammar.calendar.relative import said
from claimcheck.grammar.calendar.resolve import UNRESOLVED
from claimcheck.grammar.calendar.saying import say_year
from claimcheck.model.value import Hedge, Value

_CUES: Final = frozenset(
    listed(
        "in since by until till during before after between through throughout year circa around early late mid"
        " from to spring summer autumn fall winter christmas and or for the a an this its his her their of cy"
        " starting beginning calendar post pre last ( – — than ago’s"
    )
)
"""Words after which four figures are a year, unless they count what follows."""
_STRONG: Final = frozenset(
    listed("in since until till during before year circa throughout calendar cy mid early late")
)
"""Words after which they are one even before a noun in the plural (`in 2008 people …`)."""
_ARTICLES: Final = frozenset(listed("the a an this its his her their"))
_NO_YEAR: Final = frozenset(
    listed(
        "$ € £ ¥ # us$ no no. number section page room flight route highway resolution unit model article rule"
        " form"
    )
)
_PLURALS: Final = frozenset(
    listed(
        "people men women children percent per % million billion thousand hundred dozen km m cm mm mi ft"
        " kg g lb mph kph kmh mw gw kw kwh mb gb tb hz ha °"
    )
)
_NOT_PLURAL: Final = frozenset(
    listed("was is has as this its his us yes thus plus across towards besides perhaps always versus")
)
_ERAS: Final = frozenset(listed("ad bc ce bce a.d. b.c. c.e. b.c.e."))
_BESIDE: Final = frozenset(listed("last previous next this current"))
_NAMED_BEFORE: Final = frozenset(["same", "that"])
_BEFORE_YEAR: Final = _BESIDE | _NAMED_BEFORE
_BEFORE_NUMBER: Final = _ERAS | {"'", "’"}
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
        if word in _BESIDE:
            found: Dated | None = _beside(scan, i)
        elif word == "year":
            found = _told(scan, Node(i, i + 1, said="year"), 0)
        elif word in _NAMED_BEFORE:
            found = _same(scan, i, latest if i - at <= _NEAR else None)
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
    found = [i - 1 for i in scan.units if words[i] in ("year", "yr") and words[i - 1] in _BEFORE_YEAR]
    found += [i for i in scan.units if words[i] == "year" and runs(scan, i)]
    for i, numeral in scan.numerals.items():
        if numeral.coded:
            found += [k for k in range(i, numeral.last) if digits(words[k])]
        elif not digits(words[i]):
            if numeral.number is not None and not numeral.digits and numeral.number >= _LEAST_IN_WORDS:
                found.append(i)
        elif len(words[i]) == 4 or words[numeral.last] in _ERAS:
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
    if _is_year(scan, i, last, number):
        return _framed(scan, Node(i, last), number, "")
    if not 1500 <= number <= 2200 or len(scan.text) - last > _LONGEST_FRAME or i > _LONGEST_FRAME:
        return None
    found = _framed(scan, Node(i, last), number, "")
    whole = found.first == 0 and found.last == len(scan.text)  # a text of its own, as in a claim file
    return found if whole else None


def _year_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year at token `i`, its era included, and the token after it; 44 BC is −43."""
    word, after = scan.words[i], scan.words[i + 1]
    if word in ("ad", "a.d.") and digits(after) and len(after) <= 4 and int(after) > 0:
        return int(after), i + 2
    if digits(word) and len(word) <= 4 and after in _ERAS and int(word) > 0:
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
    if word not in _JOINTS and not (between and word == "and"):
        return None
    second = _year_at(scan, last + 1 + (scan.words[last + 1] in ("the", "year")))
    if second and number < second[0] <= number + 3000 and not _date_part(scan, second[1]):
        bare = number < 1500 or second[0] > 2200
        plain = digits(scan.words[i]) and scan.words[i + 1] not in _ERAS
        if (bare and plain) or (_counted(scan, second[1]) and scan.words[i - 1] not in _STRONG):
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


def _is_year(scan: Scan, i: int, last: int, number: int) -> bool:
    """Whether four figures are a year and not a number: see the documentation of the kind."""
    word, before = scan.words[i], scan.words[i - 1]
    if last - i == 2 and (scan.words[last - 1] in _ERAS or word in _ERAS):
        return True
    if before in _NO_YEAR or _joined(scan, i, last) or not 1500 <= number <= 2200:
        return False
    if before == "-" and scan.words[i - 2] in ("post", "pre", "mid"):
        return True
    counted = _counted(scan, last)
    cued = before in _CUES or (scan.words[last] in ("or", "and") and scan.words[last + 1] in ("later", "earlier"))
    if not digits(word):
        return before in _STRONG
    if cued and counted and before in _ARTICLES and scan.words[last] not in _PLURALS | UNITS.keys():
        return 1900 <= number <= 2100  # "the 2012 elections"
    if cued:
        return before in _STRONG or not counted
    return 1900 <= number <= 2100 and number % 100 != 0 and not counted


def _joined(scan: Scan, i: int, last: int) -> bool:
    """Whether the figures hang on other characters (`CVE-2008-1`, `model2008`, `2008/15`)."""
    before, after = scan.words[i - 1], scan.words[last]
    if scan.text.glued(i) and (before.isalnum() or before in "-_/.#@:+=&$€£"):
        return before not in ("-",) or (
            scan.words[i - 2] not in PARTS and scan.words[i - 2] not in ("post", "pre")
        )
    if not scan.text.glued(last):
        return False
    return after.isalnum() or (after in "-_/:%+=&@" and scan.text.glued(last + 1) and digits(scan.words[last + 1]))


def _counted(scan: Scan, last: int) -> bool:
    """Whether a unit or a noun in the plural follows, which the figures would count."""
    word = scan.words[last]
    if word in _PLURALS or word in UNITS:
        return True
    return word.isalpha() and len(word) > 3 and word.endswith("s") and word not in _NOT_PLURAL and word[-2] != "s"


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
    return Dated(frame.first, frame.last, (value,), why, frame.scope, node)


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
