"""Counts: how many of something, with the noun that is counted.

Read: `more than 300,000 people`, `two dozen agents`, `93,000 drug overdose deaths` (the noun is `drug overdose
death`), `hundreds of houses`, `half of the houses`, `9,052` where it stands alone, `between 5 and 7`, `a record
number of deaths` (a count without a number, with the scope `a record`), ratings (`7.5/10`, `4 out of 5 stars`;
the noun is `out of 10`), `doubled`, `halved`, `tenfold` (counts of times). A bare figure that something fell or
rose to counts that thing: `arrests fell to 6,673` has the noun `arrest`. A point before exactly three digits
(`300.000`) is taken for a decimal point, and the other reading kept as an alternative.

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
from claimcheck.grammar.amounts import value_of
from claimcheck.grammar.continental import grouped, why
from claimcheck.grammar.currencies import CODES, MONEY_WORDS, SYMBOLS
from claimcheck.grammar.digits import ONE, digits
from claimcheck.grammar.function_words import TIME_UNITS
from claimcheck.grammar.hedges import hedge_after, hedge_before
from claimcheck.grammar.kind import Found
from claimcheck.grammar.multiples import MULTIPLES, multiples
from claimcheck.grammar.noun_phrases import counted, is_plural, plural, subject
from claimcheck.grammar.number_words import DENOMINATORS, DENOMINATORS_PLURAL, VULGAR
from claimcheck.grammar.numerals import TRIGGERS, Numeral
from claimcheck.grammar.quantity import Quantity, Unit, quantities
from claimcheck.grammar.ratings import Rating, ratings
from claimcheck.grammar.standing import CLOCK, PERCENT, YEARS, is_dated, is_score, stands
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words
from claimcheck.grammar.wording import say_number
from claimcheck.model.text import Context
from claimcheck.model.value import Hedge, Value

_COMPOUNDS: Final = words(
    "member person man woman seat seater storey story bedroom room door cylinder page game point goal run hole "
    "car vehicle bed team nation country state unit vote shot house strong piece part word"
)


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
        rated = ratings(text)
        found += [_rated(text, rating) for rating in rated]
        taken = {i for rating in rated for i in range(rating.first, rating.last)}
        if own := _own(text, numerals):
            found += [
                _found(text, q)
                for q in quantities(text, own, _unit_at)
                if (stands(text, q) if q.high is None else not is_score(text, q)) and q.low.first not in taken
            ]
        return found


KIND: Final = Count()


def _own(text: Tokens, numerals: tuple[Numeral, ...]) -> tuple[Numeral, ...]:
    """The numerals but for those of other kinds: years after a preposition of time, those with a sign or unit."""
    near = text.near
    return tuple(
        [
            n
            for n in numerals
            if near[n.last] not in _NEVER_AFTER
            and near[n.first - 1] not in SYMBOLS
            and not (n.digits and n.last - n.first == 1 and near[n.first] in YEARS and is_dated(text, n.first))
        ]
    )


_NEVER_AFTER: Final = PERCENT | CLOCK | TIME_UNITS | SYMBOLS.keys() | MONEY_WORDS


def _unit_at(text: Tokens, first: int, last: int) -> Unit | None:
    """The counted noun after a number, or nothing after a number that counts by itself."""
    word, before = text.near[last], text.near[first - 1]
    if word[:1].isalpha() and text.starts[last] == text.ends[last - 1] and text.near[last - 1] != "-":
        return None  # "49ers", "1990s", "5km"
    if word == "-" and text.glued(last) and text.glued(last + 1) and text.near[last + 1] in _COMPOUNDS:
        return Unit(first, last + 2, text.near[last + 1])
    if word in _OF_UNITS and (text.near[last + 1] in MONEY_WORDS or _is_unit_later(text, last)):
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
    noun = counted(text, j, one=last - first == 1 and text.words[first] in ("one", "1"))
    if noun is not None:
        return Unit(first, noun[0], noun[1])
    return _after_words(text, first, last, word)


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
    return Unit(first, last, "")


_OF: Final = words("the its his her their our these those all")
_SHARES: Final = frozenset({"half", *DENOMINATORS, *DENOMINATORS_PLURAL, *VULGAR})


_OF_UNITS: Final = frozenset({"of", "per", "a"})


def _is_unit_later(text: Tokens, last: int) -> bool:
    return text.near[last] != "of" and text.near[last + 1] in ("cent", "percent", "percentage")


def _short(text: Tokens, i: int) -> bool:
    """Whether the token is a letter that is a unit only in its place (`2 in custody`)."""
    return text.ends[i] - text.starts[i] <= 2 and not text.glued(i)


def _is_code(text: Tokens, i: int) -> bool:
    return i >= 0 and text.surface(i, i + 1) in CODES


def _found(text: Tokens, found: Quantity) -> Found:
    value = _value(text, found)
    other = grouped(text, found.low) if found.high is None else None
    if other is None:
        return Found(found.first, found.last, value)
    return Found(found.first, found.last, value, (_value(text, found._replace(low=other)),), why(found.low, other))


def _value(text: Tokens, found: Quantity) -> Value:
    noun = found.unit.name
    if not noun and found.low.step is not None and (told := subject(text, found.first)):
        return value_of("count", text, found, lambda amount: f"{amount} {plural(told)}", noun=told)
    words = text.surface(found.unit.last - len(noun.replace("-", " - ").split()), found.unit.last) if noun else ""
    words = " ".join(words.split())
    if words and not is_plural(words.split()[-1].lower()) and found.low.number != 1:
        words = plural(words)
    of = "of " if found.low.step is None and found.low.number is not None else ""

    def say(amount: str) -> str:
        return f"{amount} {of}{words}" if words else amount

    return value_of("count", text, found, say, noun=noun, vague=words)


def _rated(text: Tokens, rating: Rating) -> Found:
    read = digits(text.words[rating.numeral])
    number, step, stated = read or (ONE, ONE, False)
    normal = f"{say_number(number, step, stated=stated)} out of {rating.best} points"
    noun = f"out of {rating.best}"
    written = text.surface(rating.first, rating.last)
    value = Value("count", normal, number, noun=noun, step=step, step_stated=stated, written=written)
    return Found(rating.first, rating.last, value)


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
