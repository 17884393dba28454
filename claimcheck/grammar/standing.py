"""Which numbers without a unit are counts, and not labels, years, pronouns, ages, scores or addresses."""

from typing import Final

from claimcheck.grammar import labels
from claimcheck.grammar.function_words import LABELS, MONTHS, TIME_UNITS
from claimcheck.grammar.hedges import BEHIND_COMMA, may_hedge
from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.quantity import Quantity
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words
from claimcheck.model.value import Hedge

PERCENT: Final = frozenset({"%", "percent", "pct", "％", "percentage", "bp", "bps", "basis"})
CLOCK: Final = frozenset(
    {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "o’clock", "gmt", "est", "edt", "pst"}
)
_PRONOUN_BEFORE: Final = words(
    "the this that another any each every no which last first next right wrong other some only such every good "
    "old new big small latest former latter someone single many"
)
_SCORES: Final = words(
    "beat beats won win wins lost lose loss defeat defeated victory draw drew score scored scores lead led leads "
    "match game goal goals vote voted series tied tie"
)
_DASHES: Final = frozenset("-–—")
YEARS: Final = frozenset(map(str, range(1500, 2101)))
"""Numbers that may be years."""


def is_dated(text: Tokens, i: int) -> bool:
    return text.near[i - 1] in _IN and not _is_amount(text, i)


def is_plain_year(text: Tokens, i: int) -> bool:
    """Whether the year at token `i`, alone or before another, closes its phrase without a hedge.

    As in `between 1999 and 2004,`. It only says sooner what `stands` and `is_score` would say, and leaves whatever
    is doubtful to them.
    """
    near = text.near
    before = near[i - 1]
    if i == 0 or before in _NOT_PLAIN or may_hedge(before):
        return False
    return _closes(text, i + 1) or (near[i + 1] in _YEARS_JOINED and near[i + 2] in YEARS and _closes(text, i + 3))


def is_plain_day(text: Tokens, i: int) -> bool:
    """Whether the number at token `i` is the day of the month named before it and closes its phrase: `May 5,`."""
    return len(text.words[i]) <= labels.DAY and text.near[i - 1] in _SURE_MONTHS and _closes(text, i + 1)


def _closes(text: Tokens, i: int) -> bool:
    """Whether token `i` ends the phrase before it and begins no hedge (`, or more`)."""
    word = text.near[i]
    return word in _CLOSING or (word == "," and text.near[i + 1] not in BEHIND_COMMA)


_NOT_PLAIN: Final = frozenset({",", "of", "-", "–", "—", "(", "/"})
_CLOSING: Final = frozenset({"", ".", ";"})
_YEARS_JOINED: Final = frozenset({"and", "to"})
_SURE_MONTHS: Final = MONTHS - {"may", "march"}


def _is_amount(text: Tokens, i: int) -> bool:
    """Whether the number at token `i` is said to be an amount: `an average of 1,500`."""
    return text.near[i - 1] == "of" and text.near[i - 2] in _AMOUNTS


_AMOUNTS: Final = words(
    "average total sum maximum minimum excess rate price level number speed capacity population crowd altitude "
    "height length distance weight cost fee fine score margin majority sample"
)
_IN: Final = frozenset({"in", "since", "by", "until", "during", "of", *MONTHS})


def stands(text: Tokens, found: Quantity) -> bool:
    """Whether a lone number is a count, and not a label, a year, a pronoun, an age or an address."""
    low, unit = found.low, found.unit
    if low.number is None or low.scale > 1:
        return True
    noun = bool(unit.name)
    if text.words[low.first : low.last] in (("one",),) and not _is_one_counted(text, low, noun):
        return False
    if low.step is None and low.number < 1:
        return found.hedge is not Hedge.NONE or _is_share(text, low)
    if not low.digits:
        return noun or not (labels.is_name(text, low) or (found.hedge is Hedge.NONE and _is_title(text, low)))
    raw = text.surface(low.first, low.last)
    if found.hedge is not Hedge.NONE:
        return True
    if not raw.isdecimal():
        return noun or not _is_version(text, low, raw)
    if raw in YEARS and not _counts_people(text, low, noun) and not _is_amount(text, low.first):
        return False
    if not noun and _is_of_another(text, low.last):
        return False
    if labels.is_date_or_time(text, low, noun=noun) or labels.is_age(text, low, raw):
        return False
    if _is_in_score(text, low):
        return False
    if noun:
        return not labels.is_brand(text, low)
    if labels.is_label(text, low) or labels.is_address(text, low) or _is_under(text, low):
        return False
    return not _continues_labels(text, low)


def _is_version(text: Tokens, low: Numeral, raw: str) -> bool:
    """Whether a decimal is the number of a version or a table: `iOS 15.1`, `version 2.0`, `Table 1.2`."""
    if len(raw) > _LONGEST_VERSION or raw.count(".") != 1 or "," in raw:
        return False
    return text.near[low.first - 1] in LABELS or labels.is_label(text, low)


_LONGEST_VERSION: Final = 5


def _is_under(text: Tokens, low: Numeral) -> bool:
    """Whether the number is part of a name or of odds: `the under-21 side`, `10-to-1`, `the Group of 20`."""
    before, further = text.near[low.first - 1], text.near[low.first - 2]
    if before == "-":
        return text.glued(low.first) and further in _UNDER
    return before == "of" and further == "group" and text.surface(low.first - 2, low.first - 1)[0].isupper()


_UNDER: Final = frozenset({"under", "over", "to"})


def _is_title(text: Tokens, low: Numeral) -> bool:
    """Whether a number in words has a capital inside a sentence: `Ocean's Eleven`; not in a headline."""
    if not text.text[text.starts[low.first]].isupper() or low.first == 0:
        return False
    before = text.near[low.first - 1]
    between = text.text[text.ends[low.first - 1] : text.starts[low.first]]
    opens = not before[-1:].isalnum() or between not in ("", " ")
    if opens:
        return False
    around = range(max(0, low.first - _AROUND), min(len(text), low.last + _AROUND))
    return any(len(text.words[k]) >= _LONG_WORD and text.text[text.starts[k]].islower() for k in around)


_LONG_WORD: Final = 5
_AROUND: Final = 12


def _continues_labels(text: Tokens, low: Numeral) -> bool:
    """Whether a number goes on a list that a label opened: `Nos. 3 and 4`, `Articles 5, 6 and 7`."""
    near, j = text.near, low.first - 1
    for _ in range(_MOST_LABELS):
        if near[j] not in _LISTING or not near[j - 1].isdecimal():
            return False
        label = near[j - 3] if near[j - 2] == "." else near[j - 2]
        if label in LABELS:
            return True
        j -= 2
    return False


_MOST_LABELS: Final = 6
_LISTING: Final = words("and or , to & through") | _DASHES


def _is_of_another(text: Tokens, last: int) -> bool:
    """Whether the number before token `last` shares the unit of the next: `5 to 7 pm`, `5-7 days`."""
    near = text.near
    return near[last] in _JOINING and near[last + 1][:1].isdecimal() and near[last + 2] in _OTHERS


_JOINING: Final = _DASHES | {"to", "and", "or"}
_OTHERS: Final = CLOCK | TIME_UNITS


def _is_one_counted(text: Tokens, low: Numeral, noun: bool) -> bool:
    before, after = text.near[low.first - 1], text.near[low.last]
    if len(text) == low.last - low.first:
        return True
    if after in ("of", "another", "-") or before in _PRONOUN_BEFORE or (before == "-" and text.glued(low.first)):
        return False
    return noun


def _is_share(text: Tokens, low: Numeral) -> bool:
    """Whether a fraction is a share of something: `half of`, `a third of`, `3/4`."""
    after = text.near[low.last]
    if after in ("of", "the", "his", "her", "its", "their", "our", "these", "those") or after == "":
        return True
    return not text.near[low.last - 1].startswith("half") and not (
        after == "-" or (after[:1].isalpha() and after == "a")
    )


def _counts_people(text: Tokens, low: Numeral, noun: bool) -> bool:
    """Whether a number of four digits before a noun is no year: it follows no preposition of time or article."""
    if not noun:
        return len(text) == low.last - low.first
    before = text.near[low.first - 1]
    return before not in (
        "in",
        "since",
        "of",
        "by",
        "until",
        "during",
        "the",
        "a",
        "from",
        "early",
        "late",
        "mid",
        "and",
    ) and (before not in MONTHS and before != "," and not before.endswith(("'s", "’s")))


def _is_in_score(text: Tokens, low: Numeral) -> bool:
    """Whether a dash glues the number to another: `3-2`, `2012–13`."""
    left = (
        text.near[low.first - 1] in _DASHES and text.near[low.first - 2][-1:].isdecimal() and text.glued(low.first)
    )
    right = text.near[low.last] in _DASHES and text.near[low.last + 1][:1].isdecimal() and text.glued(low.last)
    return left or right


def is_score(text: Tokens, found: Quantity) -> bool:
    """Whether a range of small numbers without a noun is a score or a span of years."""
    high = found.high
    if high is None or high.number is None or found.low.number is None:
        return False
    raw = text.surface(found.low.first, found.low.last)
    if raw in YEARS and high.digits and not found.unit.name:
        return True
    if found.unit.name and found.unit.name.split()[-1] not in _SCORES:
        return False
    dashed = text.near[found.low.last] in _DASHES
    around = text.words[max(0, found.first - 8) : found.last + 8]
    return dashed and found.low.digits and high.number < 200 and not _SCORES.isdisjoint(around)
