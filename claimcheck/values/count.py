"""Counts: how many of something, with the noun that is counted.

Read: `more than 300,000 people`, `two dozen agents`, `93,000 drug overdose deaths` (the noun is `drug overdose
death`), `hundreds of houses`, `half of the houses`, `9,052` where it stands alone, `between 5 and 7`, `a record
number of deaths` (a count without a number, with the scope `a record`).

Left alone: numbers that another kind has a unit for, years, names and labels (`Boeing 737`, `Section 427`,
`H-2`, list numbers), times of day, scores (`3-2`), street addresses, and `one` as a pronoun (`one of the`, `no
one`).

>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> from claimcheck.model.text import Context
>>> text = tokenize("more than 300,000 people, and the arrests of suspects fell from 9,052 to a record number")
>>> for found in KIND.read(text, numerals(text), Context()):
...     print(found.value, "|", found.value.noun, "|", found.value.hedge)
more than 300,000 people | person | more than
9,052 |  | none
"""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from claimcheck.grammar import labels, units
from claimcheck.grammar.amounts import value_of
from claimcheck.grammar.currencies import CODES, SYMBOLS, is_money_word
from claimcheck.grammar.function_words import MONTHS, TIME_UNITS
from claimcheck.grammar.hedges import hedge_after, hedge_before
from claimcheck.grammar.kind import Found
from claimcheck.grammar.noun_phrases import counted, is_plural, plural
from claimcheck.grammar.number_words import DENOMINATORS, DENOMINATORS_PLURAL, VULGAR
from claimcheck.grammar.numerals import Numeral
from claimcheck.grammar.quantity import Quantity, Unit, quantities
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge, Value

_PERCENT: Final = frozenset({"%", "percent", "pct", "％", "percentage", "bp", "bps", "basis"})
_CLOCK: Final = frozenset(
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
_COMPOUNDS: Final = words(
    "member person man woman seat seater storey story bedroom room door cylinder page game point goal run hole "
    "car vehicle bed team nation country state unit vote shot house strong piece part word"
)
_YEARS: Final = range(1500, 2101)


@frozen
class Count:
    """The kind `count`; see the module."""

    name: str = "count"

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
        """Every count in `text`."""
        yield from _records(text)
        for found in quantities(text, _without_years(text, numerals), _unit_at):
            if found.high is None and not _stands(text, found):
                continue
            if found.high is not None and _is_score(text, found):
                continue
            yield Found(found.first, found.last, _value(text, found))


KIND: Final = Count()


def _without_years(text: Tokens, numerals: tuple[Numeral, ...]) -> tuple[Numeral, ...]:
    """The numerals without those that a preposition of time makes years, so that no range begins at one."""
    return tuple(
        n
        for n in numerals
        if not (n.digits and n.last - n.first == 1 and _is_year(text.words[n.first]) and _is_dated(text, n.first))
    )


def _is_dated(text: Tokens, i: int) -> bool:
    before = text.word(i - 1)
    return before in _IN and not (before == "of" and text.word(i - 2) in _AMOUNTS)


_AMOUNTS: Final = words(
    "average total sum maximum minimum excess rate price level number speed capacity population crowd altitude "
    "height length distance weight cost fee fine score margin majority sample"
)
_IN: Final = frozenset({"in", "since", "by", "until", "during", "of", *MONTHS})


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and int(word) in _YEARS


def _unit_at(text: Tokens, first: int, last: int) -> Unit | None:
    """The counted noun after a number, or nothing after a number that counts by itself."""
    word, before = text.word(last), text.word(first - 1)
    if before in SYMBOLS or word in _PERCENT or word in SYMBOLS or word in _CLOCK:
        return None
    if word[:1].isalpha() and text.glued(last) and text.word(last - 1) != "-":
        return None  # "49ers", "1990s", "5km"
    if word == "-" and text.glued(last) and text.glued(last + 1) and text.word(last + 1) in _COMPOUNDS:
        return Unit(first, last + 2, text.word(last + 1))
    if word in TIME_UNITS or (word in ("per", "a") and _is_unit_later(text, last)):
        return None
    if is_money_word(word) or _is_code(text, first - 1) or (word == "of" and is_money_word(text.word(last + 1))):
        return None
    j = last
    if word == "of" and (text.words[last - 1][-1:] == "s" or text.words[last - 1] in ("dozen", "score")):
        j = last + 1  # "hundreds of houses"
        if (text.word(j) in units.FIRST_WORDS and units.unit_at(text, j)) or text.word(j) in TIME_UNITS:
            return None
    elif word in units.FIRST_WORDS and units.unit_at(text, last) and not _short(text, last):
        return None
    noun = counted(text, j, one=last - first == 1 and text.words[first] in ("one", "1"))
    if noun is not None:
        return Unit(first, noun[0], noun[1])
    return _after_words(text, first, last, word)


def _after_words(text: Tokens, first: int, last: int, word: str) -> Unit:
    """The noun behind a hedge (`300 or so people`) or behind `of the` (`half of the houses`), or none."""
    end, hedge = hedge_after(text, last)
    if end > last:
        noun = counted(text, end + 1 if text.word(end) == "-" and text.glued(end) else end)
        return Unit(first, noun[0], noun[1], hedge=hedge) if noun else Unit(first, last, "")
    if word == "of" or word == "the":
        j = last + 1 if word == "of" else last
        noun = counted(text, j + 1 if text.word(j) in _OF else j)
        share = text.words[last - 1] in _SHARES or text.word(last - 2) in ("/", "in")
        if noun is not None and share:
            return Unit(first, noun[0], noun[1])
    return Unit(first, last, "")


_OF: Final = words("the its his her their our these those all")
_SHARES: Final = frozenset({"half", *DENOMINATORS, *DENOMINATORS_PLURAL, *VULGAR})


def _is_unit_later(text: Tokens, last: int) -> bool:
    return text.word(last + 1) in ("cent", "percent", "percentage")


def _short(text: Tokens, i: int) -> bool:
    """Whether the token is a letter that is a unit only in its place (`2 in custody`)."""
    return text.ends[i] - text.starts[i] <= 2 and not text.glued(i)


def _is_code(text: Tokens, i: int) -> bool:
    return i >= 0 and text.surface(i, i + 1) in CODES


def _value(text: Tokens, found: Quantity) -> Value:
    noun = found.unit.name
    words = text.surface(found.unit.last - len(noun.replace("-", " - ").split()), found.unit.last) if noun else ""
    words = " ".join(words.split())
    if words and not is_plural(words.split()[-1].lower()) and found.low.number != 1:
        words = plural(words)
    of = "of " if found.low.step is None and found.low.number is not None else ""

    def say(amount: str) -> str:
        return f"{amount} {of}{words}" if words else amount

    return value_of("count", text, found, say, noun=noun, vague=words)


def _stands(text: Tokens, found: Quantity) -> bool:
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
        return noun or not labels.is_name(text, low)
    raw = text.surface(low.first, low.last)
    if found.hedge is not Hedge.NONE or not raw.isdecimal():
        return True
    if raw.isdecimal() and len(raw) == 4 and int(raw) in _YEARS and not _counts_people(text, low, noun):
        return False
    if labels.is_date_or_time(text, low) or labels.is_age(text, low, raw):
        return False
    if noun:
        return not labels.is_brand(text, low)
    return not (labels.is_label(text, low) or labels.is_address(text, low) or _is_in_score(text, low))


def _is_one_counted(text: Tokens, low: Numeral, noun: bool) -> bool:
    before, after = text.word(low.first - 1), text.word(low.last)
    if len(text) == low.last - low.first:
        return True
    if after in ("of", "another", "-") or before in _PRONOUN_BEFORE or (before == "-" and text.glued(low.first)):
        return False
    return noun


def _is_share(text: Tokens, low: Numeral) -> bool:
    """Whether a fraction is a share of something: `half of`, `a third of`, `3/4`."""
    after = text.word(low.last)
    if after in ("of", "the", "his", "her", "its", "their", "our", "these", "those") or after == "":
        return True
    return not text.word(low.last - 1).startswith("half") and not (
        after == "-" or (after[:1].isalpha() and after == "a")
    )


def _counts_people(text: Tokens, low: Numeral, noun: bool) -> bool:
    """Whether a number of four digits before a noun is no year: it follows no preposition of time or article."""
    if not noun:
        return len(text) == low.last - low.first
    before = text.word(low.first - 1)
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
        text.word(low.first - 1) in _DASHES and text.word(low.first - 2)[-1:].isdecimal() and text.glued(low.first)
    )
    right = text.word(low.last) in _DASHES and text.word(low.last + 1)[:1].isdecimal() and text.glued(low.last)
    return left or right


def _is_score(text: Tokens, found: Quantity) -> bool:
    """Whether a range of small numbers without a noun is a score or a span of years."""
    high = found.high
    if high is None or high.number is None or found.low.number is None:
        return False
    raw = text.surface(found.low.first, found.low.last)
    if len(raw) == 4 and raw.isdecimal() and int(raw) in _YEARS and high.digits and not found.unit.name:
        return True
    if found.unit.name and found.unit.name.split()[-1] not in _SCORES:
        return False
    dashed = text.word(found.low.last) in _DASHES
    around = text.words[max(0, found.first - 8) : found.last + 8]
    return dashed and found.low.digits and high.number < 200 and not _SCORES.isdisjoint(around)


def _records(text: Tokens) -> Iterator[Found]:
    """`a record number of deaths`: a count that says nothing of how many."""
    if "record" not in text.words:
        return
    for i, word in enumerate(text.words):
        if word != "record" or text.word(i + 1) not in ("number", "numbers") or text.word(i + 2) != "of":
            continue
        noun = counted(text, i + 3)
        if noun is None:
            continue
        first = i - 1 if text.word(i - 1) in ("a", "the") else i
        first = hedge_before(text, first)[0]
        end, name = noun
        words = " ".join(text.surface(i + 3, end).split())
        value = Value(
            "count",
            f"a record number of {words}",
            noun=name,
            hedge=Hedge.VAGUE,
            written=text.surface(first, end),
        )
        yield Found(first, end, value, scope=("a record",))
