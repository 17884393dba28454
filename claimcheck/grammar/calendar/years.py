"""Whole calendar years: bare ones, those told by their place to the reference year, and ranges of them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from attrs import evolve

from claimcheck.grammar.calendar.absolute import digits, year_number
from claimcheck.grammar.calendar.dates import Dated
from claimcheck.grammar.calendar.days import days_of_years
from claimcheck.grammar.calendar.framing import Frame, framed, hedged_normal
from claimcheck.grammar.calendar.names import LAST, NEXT, PARTS, THIS, UNITS, listed
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
_FIGURES: Final = frozenset("0123456789")
_STARTS: Final = _ERAS | LAST | NEXT | THIS | {"'", "’", "same", "that"}
_JOINTS: Final = frozenset(["to", "through", "thru", "till", "until", "-", "–", "—", "~"])
_NEAR: Final = 60  # tokens back to which "the same year" looks for its year


def years(scan: Scan) -> Iterator[Dated]:
    """Every whole calendar year of a text, in order."""
    end, latest, at = 0, None, 0
    words, numerals = scan.text.words, scan.numerals
    for i in [i for i, word in enumerate(words) if word in _STARTS or word[0] in _FIGURES or i in numerals]:
        if i < end:
            continue
        word, found = words[i], None
        if word[0] in _FIGURES or word in _ERAS or word in "'’" or i in numerals:
            found = _numbered(scan, i)
        elif word in LAST or word in NEXT or word in THIS:
            found = _beside(scan, i)
        elif word in ("same", "that") and scan.word(i + 1) == "year":
            found = _same(scan, i, latest if i - at <= _NEAR else None)
        if found is None:
            continue
        end = found.last
        number = found.values[0].number
        if number is not None and found.values[0].upper is None:
            latest, at = int(number), i
        yield found


def _numbered(scan: Scan, i: int) -> Dated | None:
    first = _year_at(scan, i)
    if first is None:
        return None
    number, last = first
    upper = _upper(scan, i, number, last)
    if upper and not (scan.text.glued(i) and digits(scan.text.word(i - 2)) and scan.text.word(i - 1) in _JOINTS):
        return _range(scan, i, number, *upper)
    found = _framed(scan, Node(i, last), number, "")
    whole = found.first == 0 and found.last == len(scan.text)  # a text of its own, as in a claim file
    return found if (whole and 1500 <= number <= 2200) or _is_year(scan, i, last, number) else None


def _year_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year at token `i`, its era included, and the token after it; 44 BC is −43."""
    word, after = scan.text.word(i), scan.text.word(i + 1)
    if word in ("ad", "a.d.") and digits(after) and len(after) <= 4 and int(after) > 0:
        return int(after), i + 2
    if digits(word) and len(word) <= 4 and after in _ERAS and int(word) > 0:
        return (1 - int(word) if after.startswith("b") else int(word)), i + 2
    if word in "'’" and scan.text.word(i + 2) == "s":
        return None
    found = year_number(scan, i)
    if found is None or (scan.text.glued(found[1]) and scan.text.word(found[1]) in ("%", ":", "s", "km", "°")):
        return None
    return found


def _upper(scan: Scan, i: int, number: int, last: int) -> tuple[int, int] | None:
    """The last year of a range that starts with `number`, and the token after it."""
    word = scan.text.word(last)
    between = scan.text.word(i - 1) == "between"
    if word not in _JOINTS and not (between and word == "and"):
        return None
    second = _year_at(scan, last + 1 + (scan.text.word(last + 1) in ("the", "year")))
    if second and number < second[0] <= number + 3000 and not _date_part(scan, second[1]):
        bare = number < 1500 or second[0] > 2200
        plain = digits(scan.text.word(i)) and scan.text.word(i + 1) not in _ERAS
        if (bare and plain) or (_counted(scan, second[1]) and scan.text.word(i - 1) not in _STRONG):
            return None
        return second
    short = scan.text.word(last + 1)
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
    return tail and scan.text.word(last) in ("-", "/", ".") and digits(scan.text.word(last + 1))


def _range(scan: Scan, i: int, number: int, upper: int, last: int) -> Dated:
    before = scan.text.word(i - 1)
    first = i - (before in ("from", "between"))
    values: tuple[Value, ...] = (_years_value(number, upper),)
    why = ""
    if before != "between" and upper > number + 1:
        values += (_years_value(number, upper - 1),)
        why = f"{values[0].normal}: taken with its last year, which some leave out"
    return _dated(scan, Frame(first, last), Node(i, last), values, why)


def _years_value(number: int, upper: int) -> Value:
    return Value(
        "year",
        f"{say_year(number)} to {say_year(upper)}",
        Decimal(number),
        "day",
        hedge=Hedge.BETWEEN,
        upper=Decimal(upper),
        extent=days_of_years(number, upper),
    )


def _is_year(scan: Scan, i: int, last: int, number: int) -> bool:
    """Whether four figures are a year and not a number: see the documentation of the kind."""
    word, before = scan.text.word(i), scan.text.word(i - 1)
    if last - i == 2 and (scan.text.word(last - 1) in _ERAS or word in _ERAS):
        return True
    if before in _NO_YEAR or _joined(scan, i, last) or not 1500 <= number <= 2200:
        return False
    if before == "-" and scan.text.word(i - 2) in ("post", "pre", "mid"):
        return True
    counted = _counted(scan, last)
    cued = before in _CUES or (
        scan.text.word(last) in ("or", "and") and scan.text.word(last + 1) in ("later", "earlier")
    )
    if not digits(word):
        return before in _STRONG
    if cued and counted and before in _ARTICLES and scan.text.word(last) not in _PLURALS | UNITS.keys():
        return 1900 <= number <= 2100  # "the 2012 elections"
    if cued:
        return before in _STRONG or not counted
    return 1900 <= number <= 2100 and number % 100 != 0 and not counted


def _joined(scan: Scan, i: int, last: int) -> bool:
    """Whether the figures hang on other characters (`CVE-2008-1`, `model2008`, `2008/15`)."""
    before, after = scan.text.word(i - 1), scan.text.word(last)
    if scan.text.glued(i) and (before.isalnum() or before in "-_/.#@:+=&$€£"):
        return before not in ("-",) or (
            scan.text.word(i - 2) not in PARTS and scan.text.word(i - 2) not in ("post", "pre")
        )
    if not scan.text.glued(last):
        return False
    return after.isalnum() or (
        after in "-_/:%+=&@" and scan.text.glued(last + 1) and digits(scan.text.word(last + 1))
    )


def _counted(scan: Scan, last: int) -> bool:
    """Whether a unit or a noun in the plural follows, which the figures would count."""
    word = scan.text.word(last)
    if word in _PLURALS or word in UNITS:
        return True
    return word.isalpha() and len(word) > 3 and word.endswith("s") and word not in _NOT_PLURAL and word[-2] != "s"


def _beside(scan: Scan, i: int) -> Dated | None:
    """`last year`, `this year`, `the following year`."""
    word = scan.text.word(i)
    if scan.word(i + 1) not in ("year", "yr") or word in ("past", "coming", "upcoming", "following", "preceding"):
        return None
    node = Node(i, i + 2, said=said(scan, i, i + 2))
    if scan.context.reference_date is None:
        return _framed(scan, evolve(node, why=UNRESOLVED), None, UNRESOLVED)
    today = scan.context.reference_date
    number = today.year + (-1 if word in LAST else 1 if word in NEXT else 0)
    return _framed(scan, node, number, f"{node.said}: {number}, counted from {today.day} {today:%B %Y}")


def _same(scan: Scan, i: int, named: int | None) -> Dated | None:
    """`the same year`, `that year`: the year named last."""
    node = Node(i, i + 2, said=said(scan, i, i + 2))
    if named is None:
        return _framed(scan, node, None, "not resolved: no year is named before it")
    return _framed(scan, node, named, f"{node.said}: {say_year(named)}, the year named before it")


def _framed(scan: Scan, node: Node, number: int | None, why: str) -> Dated:
    attributive = scan.possessive(node.last) or _before_noun(scan, node)
    frame = framed(scan, node.first, node.last, attributive=attributive)
    if number is None:
        value = Value("year", hedged_normal(frame.hedge, node.said), None, "day", hedge=frame.hedge)
    else:
        normal = hedged_normal(frame.hedge, say_year(number))
        days = days_of_years(number, number)
        value = Value("year", normal, Decimal(number), "day", hedge=frame.hedge, extent=days)
    return _dated(scan, frame, node, (value,), why)


def _before_noun(scan: Scan, node: Node) -> bool:
    """Whether the year only belongs to a noun: an article before it and a word after it (`the 2016 election`)."""
    after = scan.text.word(node.last)
    article = scan.text.word(node.first - 1) in ("the", "a", "an", "its", "his", "her", "their")
    return article and after.isalpha() and after not in ("and", "or", "was", "is", "to", "in", "that", "which")


def _dated(scan: Scan, frame: Frame, node: Node, values: tuple[Value, ...], why: str) -> Dated:
    written = scan.text.surface(frame.first, frame.last)
    return Dated(frame.first, frame.last, tuple(v.written_as(written) for v in values), why, frame.scope, node)
