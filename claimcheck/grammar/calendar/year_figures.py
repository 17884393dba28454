"""Whether four figures are a year, and no number, code or time of day."""

from typing import Final

from claimcheck.grammar.calendar.absolute import digits
from claimcheck.grammar.calendar.clock import is_clock
from claimcheck.grammar.calendar.names import PARTS, UNITS, listed
from claimcheck.grammar.calendar.period import Scan

_CUES: Final = frozenset(
    listed(
        "in since by until till during before after between through throughout year circa around early late mid"
        " from to spring summer autumn fall winter christmas and or for the a an this its his her their of cy"
        " starting beginning calendar post pre last ( – — than ago’s"
    )
)
"""Words after which four figures are a year, unless they count what follows."""
STRONG: Final = frozenset(
    listed("in since until till during before year circa throughout calendar cy mid early late")
)
"""Words after which they are one even before a noun in the plural (`in 2008 people …`)."""
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
_COUNTED: Final = _PLURALS | UNITS.keys()
_NOT_PLURAL: Final = frozenset(
    listed("was is has as this its his us yes thus plus across towards besides perhaps always versus")
)
ARTICLES: Final = frozenset(listed("the a an this its his her their"))
ERAS: Final = frozenset(listed("ad bc ce bce a.d. b.c. c.e. b.c.e."))


def is_year(scan: Scan, i: int, last: int, number: int) -> bool:
    """Whether four figures are a year and not a number: see the documentation of the kind."""
    word, before = scan.words[i], scan.words[i - 1]
    if last - i == 2 and (scan.words[last - 1] in ERAS or word in ERAS):
        return True
    if before in _NO_YEAR or _joined(scan, i, last) or is_clock(scan, i) or _dialled(scan, i):
        return False
    if not 1500 <= number <= 2200:
        return before == "year"
    if (before == "." and scan.words[i - 2] in ("c", "ca")) or (before == "of" and scan.words[i - 2] == "class"):
        return True
    if before == "-" and scan.words[i - 2] in ("post", "pre", "mid"):
        return True
    if before == "to" and scan.words[i - 2] == "up" and number % 100 == 0:
        return False  # "up to 2000" is as often a number
    counts = counted(scan, last)
    cued = before in _CUES or (scan.words[last] in ("or", "and") and scan.words[last + 1] in ("later", "earlier"))
    if not digits(word):
        return before in STRONG
    if cued and counts and before in ARTICLES and scan.words[last] not in _COUNTED:
        return 1900 <= number <= 2100  # "the 2012 elections"
    if cued:
        return before in STRONG or not counts
    return 1900 <= number <= 2100 and number % 100 != 0 and not counts


def _dialled(scan: Scan, i: int) -> bool:
    """Whether the figures before these make them part of a telephone number (`0800 2021`)."""
    before = scan.words[i - 1]
    return digits(before) and len(before) > 2 and (before[0] == "0" or digits(scan.words[i - 2]))


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


def counted(scan: Scan, last: int) -> bool:
    """Whether a unit or a noun in the plural follows, which the figures would count."""
    word = scan.words[last]
    if word in _COUNTED:
        return True
    return word.isalpha() and len(word) > 3 and word.endswith("s") and word not in _NOT_PLURAL and word[-2] != "s"
