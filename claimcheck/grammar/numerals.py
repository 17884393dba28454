"""Numerals: digits, number words and scale words, read once for all kinds.

One pass finds the tokens that can begin a numeral; at each of them a small grammar reads as far as it goes:

* digits with separators (`9,052`, `3.3`, `1 300 000`, `1.300.000` where it cannot be a decimal, `12,34,567`),
  with a sign (`-5`, `minus 5`), with a scale (`3.3bn`, `93k`, `$2.5m`, `3.3 billion`, `4 thousand 3 hundred and
  21`);
* words (`twenty-one`, `one hundred and five thousand`, `a hundred`, `two dozen`, `nil`, `one point five`);
* fractions (`1½`, `3/4`, `one third`, `half a million`, `one and a half billion`, `three quarters of a
  million`, `two out of three`);
* vague numerals (`hundreds of millions` is [2E8, 1E9), `several hundred`, `dozens`), which have no number;
* ordinals (`third`, `twenty-first`, `21st`).

Digits that belong to a name or a code (`H-2`, `COVID-19`, `[ad_1]`, telephone numbers, web addresses) are
returned with `coded=True`, since a date may still be read from some of them; so is, as one, a row of twelve or
more numbers that no word parts (a table, a series).
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import compress, count
from typing import Final

from claimcheck.grammar import codes
from claimcheck.grammar.cardinals import cardinal
from claimcheck.grammar.currencies import SYMBOLS
from claimcheck.grammar.digits import ONE, digits
from claimcheck.grammar.function_words import FUNCTION_WORDS, LABELS, TIME_UNITS
from claimcheck.grammar.groups import STARTS, Part
from claimcheck.grammar.memo import Memo
from claimcheck.grammar.number_words import (
    DENOMINATORS,
    DENOMINATORS_PLURAL,
    DOZENS,
    JOINED,
    MONEY_SUFFIXES,
    ORDINAL_SUFFIXES,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    SUFFIXES,
    TENS,
    UNITS,
    VULGAR,
)
from claimcheck.grammar.numeral import Numeral, numeral_of
from claimcheck.grammar.records import record
from claimcheck.grammar.scales import scale_at
from claimcheck.grammar.shares import bare_scale, couple, half, ordinal, plural, quarter, vulgar
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

__all__ = ["TRIGGERS", "Numeral", "numerals"]

_MINUS: Final = frozenset("-−–")


_ADDRESSED: Final = frozenset({"@", "www", "/"})


def numerals(text: Tokens) -> tuple[Numeral, ...]:
    """Every numeral of `text`, in order, not overlapping.

    >>> from claimcheck.grammar.tokens import tokenize
    >>> [str(n.number) for n in numerals(tokenize("one and a half billion of the 9,052"))]
    ['1500000000', '9052']
    """
    starts = list(compress(count(), map(_may_start, text.words)))
    if not starts:
        return ()
    noise = None if text.present.isdisjoint(_ADDRESSED) else codes.noise(text.text)
    floor = 0
    read = []
    for i in starts:
        if i < floor:
            continue
        word = text.words[i]
        if word in TRIGGERS:
            found = _alone_in_words(text, i, word, floor) or _BY_WORD.get(word, bare_scale)(text, i, floor)
        else:
            found = _alone(text, i, word) or _digits(text, i, floor)
        if found is None:
            continue
        if noise and codes.inside(noise, text.starts[i]):
            found = Numeral(found.first, found.last, found.number, found.step, digits=True, coded=True)
        read.append(found)
        floor = found.last
    return tuple(read) if len(read) < _LISTED else tuple(_without_lists(text, read))


_LISTED: Final = 12  # so many numbers one after another, with no word between, are a table
_PARTED: Final = frozenset(",;|/-–•·")


def _without_lists(text: Tokens, read: list[Numeral]) -> Iterator[Numeral]:
    """The numerals, each long row of them that no words part (a table, a series) as one that is coded."""
    row: list[Numeral] = []
    for numeral in read:
        if row:
            gap = numeral.first - row[-1].last
            if gap > 1 or (gap == 1 and text.words[row[-1].last] not in _PARTED):
                yield from _row(row)
                row = []
        row.append(numeral)
    yield from _row(row)


def _row(row: list[Numeral]) -> list[Numeral]:
    if len(row) < _LISTED:
        return row
    return [Numeral(row[0].first, row[-1].last, Decimal(0), ONE, digits=True, coded=True)]


_MORE: Final = frozenset(
    SCALES.keys()
    | PLURAL_SCALES.keys()
    | DOZENS.keys()
    | SUFFIXES.keys()
    | MONEY_SUFFIXES.keys()
    | VULGAR.keys()
    | DENOMINATORS.keys()
    | DENOMINATORS_PLURAL.keys()
    | ORDINAL_SUFFIXES
    | frozenset("/-–−‑‐:(^*×x_e")
    | {"hundred", "hundredth", "thousandth", "millionth", "point", "out", "over"}
)
"""Tokens after a number that may belong to it, or make something else of it."""
_JOINED_MORE: Final = _MORE | STARTS | {"to", "and", "or", "odd", "plus", "ish"}
_FRACTIONS: Final = UNITS.keys() | TENS.keys() | {"a", "half"}
_LEADS: Final = LABELS | _MINUS | {"minus", "negative", ".", ")"}
_OPEN: Final = frozenset('(“"—;,') | (SYMBOLS.keys() - {""})


def _alone(text: Tokens, i: int, word: str) -> Numeral | None:
    """The commonest case, read at once: digits with nothing around them that could mean more or something else."""
    near = text.near
    after = near[i + 1]
    before = near[i - 1]
    if before in _LEADS or (after == "in" and len(word) < 3):
        return None
    if after[:1].isdecimal() and (len(after) > 2 or near[i + 2] == "/"):  # "1 300 000", "2 1/2"
        return None
    if i and text.starts[i] == text.ends[i - 1] and (before not in _OPEN or after == ")"):
        return None
    last, scale = i + 1, ONE
    if after in _MORE:
        following = near[i + 2]
        if after in SCALES and text.starts[i + 1] > text.ends[i]:
            last, scale, after = i + 2, SCALES[after], following
            if after in _MORE or after in STARTS or after[:1].isdecimal():
                return None
        elif after != "-" or len(following) < 2 or not following.isalpha() or following in _JOINED_MORE:
            return None
    if after == "and" and (scale > 1 or near[i + 2] in _FRACTIONS):
        return None
    if len(word) < 3 and after and after in ".)]" and not _runs_on(text, i):  # "1. ", "(4)"
        return None
    read = _digits_of(word)
    if read is None:
        return None
    number, step, stated = read
    if scale > 1:
        step = (step if stated else ONE) * scale
        return record(Numeral, (i, last, number * scale, step, True, None, False, False, scale, False))
    return record(Numeral, (i, last, number, step, stated, None, True, False, ONE, False))


def _runs_on(text: Tokens, i: int) -> bool:
    """Whether a word stands before the digits on their line, so that they number no item."""
    return i > 0 and text.words[i - 1].isalpha() and text.text[text.ends[i - 1] : text.starts[i]] == " "


_digits_of: Final = Memo(digits).__getitem__


def _alone_in_words(text: Tokens, i: int, word: str, floor: int) -> Numeral | None:
    """Likewise a word that is a number by itself: `two`, `twenty`."""
    read = _ALONE.get(word)
    if read is None:
        return None
    near = text.near
    after = near[i + 1]
    if after in _MORE or after in STARTS or after in ORDINALS or after == "in" or near[i - 1] in _SIGNS:
        return None
    if after == "and" and near[i + 2] in _FRACTIONS:
        return None
    return record(Numeral, (i, i + 1, read[0], read[1], False, None, False, False, ONE, False))


_ALONE: Final = {
    word: (Decimal(n), Decimal(10) if n and n % 10 == 0 else ONE) for word, n in (UNITS | TENS | JOINED).items()
}
_SIGNS: Final = _MINUS | {"minus", "negative", "'", "’"}


def _digits(text: Tokens, i: int, floor: int) -> Numeral | None:
    """A numeral that begins with digits."""
    code_end = codes.code_at(text, i)
    if code_end:
        return Numeral(i, code_end, Decimal(0), ONE, digits=True, coded=True)
    spaced = codes.spaced_groups(text, i)
    if spaced:
        end, number, step, stated = spaced
        end, scale = scale_at(text, i, end)
        part = Part(end, number * scale, step * scale, stated or scale > 1, scale, digits=scale == 1)
        return _signed(text, i, part, floor)
    if text.near[i - 1] == "." and text.glued(i) and i - 1 >= floor:
        leading = codes.leading_point(text, i)
        if leading:
            first, number, step = leading
            end, scale = scale_at(text, i, i + 1)
            if scale == 12:
                end, scale = i + 1, ONE
            part = Part(end, number * scale, step * scale, True, scale, digits=scale == 1)
            return _signed(text, first, part, floor)
    part = cardinal(text, i, joined=text.near[i - 1] != "between") or Part(0, ONE, ONE)
    if part.end == 0:
        return None
    if part.end == i + 1 and not part.stated and text.glued(part.end) and text.near[part.end] in ORDINAL_SUFFIXES:
        part = part._replace(end=part.end + 1, ordinal=True, digits=False)
    return _one_in(text, i, _signed(text, i, codes.power(text, part) or part, floor))


def _signed(text: Tokens, i: int, part: Part, floor: int) -> Numeral:
    """The numeral with the sign before it, where that is one (and not a dash or a hyphen)."""
    before = text.near[i - 1]
    if i - 1 >= floor and before in _MINUS and text.glued(i) and not part.ordinal:
        free = not text.glued(i - 1) or text.near[i - 2] in ("(", "[", "<", ">", "=", "~", "≈", "≥", "≤")
        if free and not text.near[i - 2][-1:].isdecimal():
            return numeral_of(i - 1, part, negative=True)
        if text.near[i - 2] in ("minus", "negative") and i - 2 >= floor:
            return numeral_of(i - 2, part, negative=True)
    if (
        before in ("minus", "negative")
        and i - 1 >= floor
        and not part.ordinal
        and not text.near[i - 2][-1:].isdecimal()
    ):
        return numeral_of(i - 1, part, negative=True)
    return numeral_of(i, part)


def _cardinal(text: Tokens, i: int, floor: int) -> Numeral | None:
    """A numeral that begins with a number word."""
    if text.glued(i) and text.near[i - 1] in ("'", "’"):
        return None
    part = cardinal(text, i, joined=text.near[i - 1] != "between")
    return _one_in(text, i, _signed(text, i, part, floor)) if part else None


def _one_in(text: Tokens, i: int, found: Numeral) -> Numeral:
    """`one in five adults`, `2 in 5` as the share that it is."""
    many = found.number
    if text.near[found.last] != "in" or many is None or found.step is None or not 0 < many < 10 or found.stated:
        return found
    j = found.last + 1
    j += text.near[j] == "every"
    word = text.near[j]
    part = cardinal(text, j) if word in STARTS or word[:1].isdecimal() else None
    if part is None or part.ordinal or part.stated or not many < part.number <= 10**6 or part.step is None:
        return found
    if part.digits and len(word) == 4:  # "one in 2019" is a year
        return found
    after = text.near[part.end]
    if after in TIME_UNITS or (after not in _CLOSES and (after in FUNCTION_WORDS or not after.isalpha())):
        return found
    opens = text.near[found.first - 1] in _OPENS
    if many > 1 and not opens and after not in _CLOSES and after not in _ASKED and part.number not in _HUNDREDS:
        return found  # "won two in five games" may be two of any, but "Two in five wells" opens a sentence
    return Numeral(found.first, part.end, many / part.number, None)


_HUNDREDS: Final = frozenset(map(Decimal, (10, 100, 1000)))
_CLOSES: Final = frozenset({"", ".", ",", ";", ":", ")", "?", "!", "or", "of"})
_OPENS: Final = words("that nearly almost about roughly some only") | _CLOSES
_ASKED: Final = words(
    "people adults americans voters women men children households families respondents students workers patients "
    "teenagers britons europeans citizens residents parents employees consumers"
)


_BY_WORD: Final[dict[str, Callable[[Tokens, int, int], Numeral | None]]] = {
    "half": half,
    "quarter": quarter,
    "couple": couple,
    "pair": couple,
    **dict.fromkeys(VULGAR, vulgar),
    **dict.fromkeys((*PLURAL_SCALES, "dozens", "scores"), plural),
    **dict.fromkeys(ORDINALS, ordinal),
    **dict.fromkeys(STARTS, _cardinal),
}
"""What reads the numeral that begins with a word; `bare_scale` all others."""

TRIGGERS: Final = frozenset({*_BY_WORD, *SCALES, *DOZENS, "hundred"})
"""Words that may begin a numeral; besides them only digits do."""
_may_start: Final = Memo(lambda word: word in TRIGGERS or word[0].isdecimal()).__getitem__
