"""Counts: how many of something, with the noun that is counted.

Read: `more than 300,000 people`, `two dozen agents`, `93,000 drug overdose deaths` (the noun is `drug overdose
death`), `hundreds of houses`, `half of the houses`, `9,052` where it stands alone, `between 5 and 7`, `a record
number of deaths` (a count without a number, with the scope `a record`), ratings with their hedges (`less than
7.5/10`, `60 out of 100`, `4 out of 5 stars`; the noun is `out of 10`), parts of a whole (`26 out of 28 provinces`:
26 provinces, the scope `out of 28`), nouns behind a hyphen (`a three-judge panel`), `doubled`, `twice as many`,
`5-fold`, `4x` (counts of times). A bare figure that something fell or rose to counts that thing: `arrests fell to
6,673` has the noun `arrest`. A point before exactly three digits (`300.000`) is taken for a decimal point, and the
other reading kept as an alternative.

Left alone: numbers that another kind has a unit for, years, names and labels (`Boeing 737`, `Section 427`,
`H-2`, list numbers), times of day, scores (`3-2`), odds (`5/1`), street addresses, rows of twelve or more numbers
without a word between them, and `one` as a pronoun (`one of the`, `no one`).

>>> from claimcheck.grammar.numerals import numerals
>>> from claimcheck.grammar.tokens import tokenize
>>> from claimcheck.model.text import Context
>>> text = tokenize("more than 300,000 people, and the arrests of suspects fell from 9,052 to a record number")
>>> for found in KIND.read(text, numerals(text), Context()):
...     print(found.value, "|", found.value.noun, "|", found.value.hedge)
more than 300,000 people | person | more than
9,052 arrests | arrest | none
"""

from collections.abc import Iterable
from typing import Final

from claimcheck.grammar import units
from claimcheck.grammar.ambiguous import with_old_billions
from claimcheck.grammar.amounts import value_of
from claimcheck.grammar.continental import grouped, why
from claimcheck.grammar.currencies import CODES, MONEY_WORDS, SYMBOLS
from claimcheck.grammar.digits import ONE
from claimcheck.grammar.function_words import FUNCTION_WORDS, TIME_UNITS, VERBS
from claimcheck.grammar.hedge_words import NO_HEDGE
from claimcheck.grammar.hedges import hedge_after, hedge_before
from claimcheck.grammar.kind import Found
from claimcheck.grammar.money_units import is_number
from claimcheck.grammar.multiples import MULTIPLES, multiples
from claimcheck.grammar.noun_phrases import counted, is_plural, subject
from claimcheck.grammar.number_words import DENOMINATORS, DENOMINATORS_PLURAL, SCALES, VULGAR
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.quantity import REACH, Quantity, Unit, UnitAt, quantities
from claimcheck.grammar.ratings import Rating, ratings
from claimcheck.grammar.records import record
from claimcheck.grammar.standing import (
    CLOCK,
    PERCENT,
    YEARS,
    is_dated,
    is_plain_day,
    is_plain_year,
    is_score,
    stands,
)
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words
from claimcheck.grammar.wording import plural
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge, Value

_NOUNS: Final = words(
    "member person man woman seat seater storey story bedroom room door cylinder page game point goal run hole "
    "car vehicle bed team nation country state unit vote shot house piece part word"
)
_COMPOUNDS: Final = {word: word for word in _NOUNS} | {"strong": "", "fold": "time"}
"""Nouns behind a hyphen (`a 12-member panel`), and what they count."""
_NO_NOUN: Final = words("in a to way ways time off sided figure figures digit digits handed all under over")
_SHORTEST: Final = 4


class Count:
    """The kind `count`; see the module."""

    name: Final = "count"
    example: Final = "93,000 deaths"
    triggers: Final = TRIGGERS | MULTIPLES | {"record"}

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
        """Every count in `text`."""
        found = _records(text) if "record" in text.present else []
        if not text.present.isdisjoint(MULTIPLES):
            found += multiples(text)
        if not numerals:
            return found
        rated = {rating.numeral.first: rating for rating in ratings(text)}
        unit_at: UnitAt = _unit_at
        own = _own(text, numerals)
        if rated:
            own = _with_ratings(own, rated)
            unit_at = _rated_unit_at(rated)
        found += [_found(text, q) for q in quantities(text, own, unit_at) if _is_count(text, q, rated)]
        return with_old_billions(found, context)


KIND: Final = Count()


def _own(text: Tokens, numerals: tuple[Numeral, ...]) -> tuple[Numeral, ...]:
    """The numerals but for those of other kinds: plain years and days of a month, those with a sign or unit."""
    near = text.near
    kept = []
    free = 0  # where numbers may begin that the one kept last cannot make a range with
    for n in numerals:
        first, last = n.first, n.last
        if near[last] in _NEVER_AFTER or near[first - 1] in SYMBOLS:
            continue
        if n.digits and last - first == 1:
            word = near[first]
            if word in YEARS and (is_dated(text, first) or (first >= free and is_plain_year(text, first))):
                continue
            if first >= free and is_plain_day(text, first):
                continue
        kept.append(n)
        free = last + REACH + 1
    return tuple(kept)


def _with_ratings(numerals: tuple[Numeral, ...], rated: dict[int, Rating]) -> tuple[Numeral, ...]:
    """The numerals, with those of ratings in place of the fractions that they look like."""
    inside = {i for rating in rated.values() for i in range(rating.numeral.first, rating.last)}
    kept = [n for n in numerals if inside.isdisjoint(range(n.first, n.last))]
    return tuple(sorted([*kept, *(rating.numeral for rating in rated.values())], key=lambda n: n.first))


def _rated_unit_at(rated: dict[int, Rating]) -> UnitAt:
    """What `_unit_at` says, and of the number of a rating, what it is out of."""

    def unit_at(text: Tokens, first: int, last: int) -> Unit | None:
        rating = rated.get(first)
        return Unit(first, rating.last, f"out of {rating.best}") if rating else _unit_at(text, first, last)

    return unit_at


def _is_count(text: Tokens, found: Quantity, rated: dict[int, Rating]) -> bool:
    if found.low.first in rated or (found.high is not None and found.high.first in rated):
        return True
    if found.high is not None and found.low.digits != found.high.digits and found.high.scale == 1:
        return not text.glued(found.high.first)  # "7-Eleven"
    return stands(text, found) if found.high is None else not is_score(text, found)


_NEVER_AFTER: Final = PERCENT | CLOCK | TIME_UNITS | SYMBOLS.keys() | MONEY_WORDS


def _unit_at(text: Tokens, first: int, last: int) -> Unit | None:
    """The counted noun after a number, or nothing after a number that counts by itself."""
    word, before = text.near[last], text.near[first - 1]
    if word[:1].isalpha() and text.starts[last] == text.ends[last - 1] and text.near[last - 1] != "-":
        if word == "x" and not (text.glued(last + 1) and text.near[last + 1].isalnum()):
            return Unit(first, last + 1, "time")  # "4x as often"
        return None  # "49ers", "1990s", "5km"
    if word == "-" and text.glued(last) and text.glued(last + 1):
        joined = text.near[last + 1]
        if joined in _COMPOUNDS:
            return Unit(first, last + 2, _COMPOUNDS[joined])
        if joined in _NO_NOUN:
            return None  # "a six-figure sum", "a 1-in-100-year flood"
        if _is_joined_noun(text, first, last, joined):
            return Unit(first, last + 2, joined)
    if word in _OF_UNITS and (text.near[last + 1] in _MONEY or _is_unit_later(text, last)):
        return None
    if before in MONEY_WORDS and _is_code(text, first - 1):
        return None
    j = last
    if word == "of" and (text.words[last - 1][-1:] == "s" or text.words[last - 1] in ("dozen", "score")):
        j = last + 1  # "hundreds of houses"
        if (text.near[j] in units.FIRST_WORDS and units.unit_at(text, j)) or text.near[j] in TIME_UNITS:
            return None
    elif word in units.FIRST_WORDS and units.unit_at(text, last) and not _short(text, last):
        return None
    lone = text.words[first] in ("one", "1")
    noun = counted(text, j, one=lone and last - first == 1, verb=lone and text.near[first + 1] == "in")
    if noun is not None:
        return record(Unit, (first, noun[0], noun[1], ONE, NO_HEDGE, ""))
    return _after_words(text, first, last, word)


def _is_joined_noun(text: Tokens, first: int, last: int, joined: str) -> bool:
    """Whether the word behind the hyphen is a noun of which there are so many: `a three-judge panel`."""
    if len(joined) < _SHORTEST or not joined.isalpha() or joined in _NO_JOINED or is_plural(joined):
        return False
    if text.words[first] in ("one", "1") or text.text[text.starts[last + 1]].isupper() or joined.endswith("ed"):
        return False
    return not (joined in units.FIRST_WORDS and units.unit_at(text, last + 1)) and text.near[last + 2].isalpha()


_NO_JOINED: Final = FUNCTION_WORDS | VERBS | TIME_UNITS | MONEY_WORDS | PERCENT | TRIGGERS | words("year odd plus")


def _after_words(text: Tokens, first: int, last: int, word: str) -> Unit:
    """The noun behind a hedge (`300 or so people`) or behind `of the` (`half of the houses`), or none."""
    end, hedge = hedge_after(text, last)
    if end > last:
        noun = counted(text, end + 1 if text.near[end] == "-" and text.glued(end) else end)
        return Unit(first, noun[0], noun[1], hedge=hedge) if noun else Unit(first, last, "")
    if word == "of" or word == "the":
        j = last + 1 if word == "of" else last
        noun = counted(text, j + 1 if text.near[j] in _OF else j)
        share = text.words[last - 1] in _SHARES or text.near[last - 2] in ("/", "in")
        if noun is not None and share:
            return Unit(first, noun[0], noun[1])
    return record(Unit, (first, last, "", ONE, NO_HEDGE, ""))


_OF: Final = words("the its his her their our these those all")
_SHARES: Final = frozenset({"half", *DENOMINATORS, *DENOMINATORS_PLURAL, *VULGAR})
_MONEY: Final = MONEY_WORDS - FUNCTION_WORDS  # "a quarter of all sales" is not in Albanian leks
_OF_UNITS: Final = frozenset({"of", "per", "a"})


def _is_unit_later(text: Tokens, last: int) -> bool:
    return text.near[last] != "of" and text.near[last + 1] in ("cent", "percent", "percentage")


def _short(text: Tokens, i: int) -> bool:
    """Whether the token is a letter that is a unit only in its place (`2 in custody`)."""
    return text.ends[i] - text.starts[i] <= 2 and not text.glued(i)


def _is_code(text: Tokens, i: int) -> bool:
    return i >= 0 and text.surface(i, i + 1) in CODES


def _found(text: Tokens, found: Quantity) -> Found:
    whole = _whole(text, found) if found.high is None and not found.unit.name else None
    value = _value(text, found, whole[1] if whole else "")
    scope = (f"out of {whole[0]}",) if whole else ()
    other = grouped(text, found.low) if found.high is None else None
    if other is None:
        return record(Found, (found.first, found.last, value, (), "", scope))
    others = (_value(text, found._replace(low=other)),)
    return Found(found.first, found.last, value, others, why(found.low, other), scope)


def _times(amount: str) -> str:
    return f"{amount} time" if amount == "1" else f"{amount} times"


def _whole(text: Tokens, found: Quantity) -> tuple[str, str] | None:
    """Of how many, and what they are: `28` and `province` of `26 out of the 28 provinces`."""
    i = found.last
    out = text.near[i] == "out"
    if text.near[i + out] != "of":
        return None
    i += 1 + out
    i += text.near[i] in _OF
    if not is_number(text.near[i]) or text.glued(i + 1):
        return None
    end = i + 2 if text.near[i + 1] in SCALES else i + 1
    noun = counted(text, end)
    return (text.surface(i, end), noun[1]) if noun else None


def _value(text: Tokens, found: Quantity, told: str = "") -> Value:
    """The value of a count; `told` is its noun where it stands elsewhere."""
    noun = found.unit.name
    if noun.startswith("out of "):
        return value_of("count", text, found, lambda amount: f"{amount} {noun} points", noun=noun)
    of = "of " if found.low.step is None and found.low.number is not None else ""
    if not noun and (told := told or ("" if of else subject(text, found.first))):
        return value_of("count", text, found, lambda amount: f"{amount} {of}{plural(told)}", noun=told)
    if noun == "time":
        return value_of("count", text, found, _times, noun=noun, vague="times")
    words = text.surface(found.unit.last - len(noun.replace("-", " - ").split()), found.unit.last) if noun else ""
    words = " ".join(words.split())
    if words and not is_plural(words.split()[-1].lower()) and found.low.number != 1:
        words = plural(words)

    def say(amount: str) -> str:
        return f"{amount} {of}{words}" if words else amount

    return value_of("count", text, found, say, noun=noun, vague=words)


def _records(text: Tokens) -> list[Found]:
    """`a record number of deaths`: a count that says nothing of how many."""
    found = []
    for i, word in enumerate(text.words):
        if word != "record" or text.near[i + 1] not in ("number", "numbers") or text.near[i + 2] != "of":
            continue
        noun = counted(text, i + 3)
        if noun is None:
            continue
        first = i - 1 if text.near[i - 1] in ("a", "the") else i
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
        found.append(Found(first, end, value, scope=("a record",)))
    return found
