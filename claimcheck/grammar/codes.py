"""Digits that are not quantities (names, codes, addresses, telephone numbers), and digits written in odd ways."""

import re
from bisect import bisect_right
from decimal import Decimal, Inexact, localcontext
from typing import Final

from claimcheck.grammar.currencies import GLUED_BEFORE, MONEY_WORDS, SYMBOLS
from claimcheck.grammar.digits import MOST_DIGITS, ONE, digits, place
from claimcheck.grammar.function_words import LABELS, MONTHS
from claimcheck.grammar.groups import STARTS, Part
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

NOT_BEFORE_HALF: Final = words("other better latter last next this that each every closing opening final the")
"""Words after which `half` is a part of a match or a spouse, not one of two."""

_HYPHEN_OK: Final = STARTS | words(
    "minus mid pre post sub non early late over under plus about nearly almost up to aged top and or by"
)
_CUES: Final = words("call calls phone tel telephone fax dial text hotline helpline")
_LARGEST_EXPONENT: Final = 24  # news has nothing larger
_LARGEST_BASE: Final = 1000
_JOINTS: Final = frozenset("-–/:")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")
_MAIL_REACH: Final = 64  # longest local part of an e-mail address (RFC 5321, 4.5.3.1.1)

Noise = tuple[tuple[int, ...], tuple[int, ...]]


def noise(text: str) -> Noise | None:
    """Where web and e-mail addresses stand, as starts and ends; None where there are none."""
    spans = []
    if "://" in text or "www." in text:
        spans += [found.span() for found in _ADDRESS.finditer(text)]
    at = text.find("@")
    while at >= 0:
        start, end = at, at
        while start > 0 and at - start < _MAIL_REACH and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and end - at < 4 * _MAIL_REACH and not text[end].isspace():
            end += 1
        spans.append((start, end))
        at = text.find("@", end)
    if not spans:
        return None
    spans.sort()
    return tuple(start for start, _ in spans), tuple(end for _, end in spans)


def inside(where: Noise, offset: int) -> bool:
    """Whether a character stands in an address."""
    k = bisect_right(where[0], offset) - 1
    return k >= 0 and offset < where[1][k]


def code_at(text: Tokens, i: int) -> int:
    """The token after the code that begins with the digits at token `i`; 0 where they are a quantity."""
    before = text.near[i - 1]
    if text.glued(i) and _names(text, i, before):
        return _chain(text, i)[0]
    end, members, joints = _chain(text, i)
    if joints == "-/" and not _not_a_fraction(text, i + 2, "/"):  # "2-1/2"
        return 0
    if members > 1 and (members > 2 or ":" in joints or _not_a_fraction(text, i, joints)):
        return end
    if members == 2 and _telephone(text, i, before):
        return end
    plain = text.words[i].isdecimal()
    if plain and (before in LABELS or (before == "." and text.near[i - 2] in LABELS and text.glued(i - 1))):
        return 0 if _capital_free_noun(text, i, before) else i + 1
    if before == "(" and text.near[i + 1] == ")" and text.near[i + 2].isdecimal() and _telephone(text, i + 2, ")"):
        return i + 1
    if (before == "+" or text.words[i][0] == "0") and (dialled := _dialled(text, i)):
        return dialled
    if plain and len(text.words[i]) <= 2 and _enumerates(text, i, before):
        return i + 1
    return i + 1 if _lettered(text, i) else 0


def _capital_free_noun(text: Tokens, i: int, before: str) -> bool:
    """Whether the label is a plural or a verb (`figures 5 times higher` stays a quantity only with `times`)."""
    return text.near[i + 1] in ("times", "percent", "%") or (before == "no" and text.near[i - 2] == "with")


def _names(text: Tokens, i: int, before: str) -> bool:
    """Whether what is glued to the left of the digits makes a name of them: `H-2`, `A380`, `ad_1`, `#5`."""
    if before in ("_", "#", "@", "&", "=", "\\"):
        return True
    if before[-1:].isalpha():
        return before not in GLUED_BEFORE and text.near[i - 2] not in SYMBOLS
    if before in ("-", "‑", "/") and text.glued(i - 1):
        left = text.near[i - 2]
        if text.glued(i - 2) and text.near[i - 3][-1:].isdecimal():  # "3k-9k", "3km-5km"
            return False
        grouped = "," in text.words[i] or "." in text.words[i]
        if left[-1:].isalpha() and left not in _HYPHEN_OK and left not in MONEY_WORDS:
            return before == "/" or not grouped
    if before == "." and text.glued(i - 1):
        return text.near[i - 2][-1:].isalnum()
    return before in ("'", "’")


def _chain(text: Tokens, i: int) -> tuple[int, int, str]:
    """Digits glued together by hyphens, slashes and colons: token after them, how many, and the joints."""
    end, members, joints = i + 1, 1, ""
    while text.near[end] in _JOINTS and text.glued(end) and text.glued(end + 1):
        if not text.near[end + 1][:1].isdecimal():
            break
        if len(joints) < 3:
            joints += text.near[end]
        end, members = end + 2, members + 1
    return end, members, joints


def _not_a_fraction(text: Tokens, i: int, joints: str) -> bool:
    """Whether two numbers with a slash between them are no fraction: `9/11`, `24/7`."""
    if joints != "/":
        return False
    above, below = text.words[i], text.words[i + 2]
    if not (above.isdecimal() and below.isdecimal()) or len(below) > 4 or len(above) > 4:
        return True
    return not 0 < int(above) < int(below)


def _telephone(text: Tokens, i: int, before: str) -> bool:
    """Whether two groups of digits are a telephone number: `(202) 555-0173`, `call 555-1234`."""
    left, right = text.words[i], text.near[i + 2]
    if len(left) != 3 or len(right) != 4 or not (left + right).isdecimal():
        return False
    return right[0] == "0" or before in (")", "+") or before in _CUES or text.near[i - 2] in _CUES


def _dialled(text: Tokens, i: int) -> int:
    """The token after a number to dial in spaced groups (`+1 202 555 0147`, `020 7946 0958`); 0 for any other."""
    plus = text.near[i - 1] == "+" and text.glued(i)
    total, groups, end = 0, 0, i
    for k in range(i, min(len(text), i + _DIALLED_TOKENS)):
        word = text.words[k]
        if word.isdecimal() and len(word) <= _DIALLED_GROUP and (k == i or text.starts[k] <= text.ends[k - 1] + 1):
            total, groups, end = total + len(word), groups + 1, k + 1
        elif word not in "-()" or not groups:
            break
    leads = text.words[i][0] == "0" and len(text.words[i]) > 2
    return end if (plus or leads) and groups > 1 and _DIALLED_LEAST <= total <= _DIALLED_MOST else 0


_DIALLED_TOKENS: Final = 12
_DIALLED_GROUP: Final = 8
_DIALLED_LEAST: Final = 8
_DIALLED_MOST: Final = 15  # ITU-T E.164, 6.1


def _enumerates(text: Tokens, i: int, before: str) -> bool:
    """Whether the digits number an item: `1. ` or `1) ` at the start of a line, `(4)`, `[4]`."""
    after = text.near[i + 1]
    if not text.glued(i + 1):
        return False
    if (before, after) in (("(", ")"), ("[", "]")):
        return text.glued(i)
    if after not in (".", ")") or len(text) == i + 2:
        return False
    if before in _SENTENCE_ENDS and not text.glued(i):  # "1. Go there. 2. Come back."
        return not text.glued(i + 2) and text.text[text.starts[i + 2]].isupper()
    start = text.starts[i]
    line = text.text[max(0, start - 8) : start].rpartition("\n")
    return (start <= 8 or bool(line[1])) and not line[2].strip(" \t*-") and not text.glued(i + 2)


_SENTENCE_ENDS: Final = frozenset({".", "!", "?", ":", ";"})


def _lettered(text: Tokens, i: int) -> bool:
    """Whether letters glued to the right make a name: `10-K`, `401(k)`, `3-D`."""
    joint, letter = text.near[i + 1], text.near[i + 2]
    if joint not in ("-", "(") or not text.glued(i + 1) or not text.glued(i + 2) or len(letter) != 1:
        return False
    if not letter.isalpha():
        return False
    after = text.near[i + 3]
    if joint == "(":
        return after == ")"
    return text.text[text.starts[i + 2]].isupper() and not (after == "-" and text.glued(i + 3))


def spaced_groups(text: Tokens, i: int) -> tuple[int, Decimal, Decimal, bool] | None:
    """Digits grouped by spaces (`1 300 000`): token after them, number, step, whether the step is stated.

    Two groups alone need a narrow or no-break space, or money on one side: `10 300` may be two numbers.
    """
    words = text.words
    if len(words[i]) > 3 or not words[i].isdecimal() or words[i][0] == "0":
        return None
    j, digits_, sure = i + 1, words[i], False
    while len(digits_) < 24 and text.near[j][:3].isdecimal() and text.starts[j] == text.ends[j - 1] + 1:
        word = words[j]
        whole = len(word) == 3 and word.isdecimal()
        decimal = len(word) > 4 and word[:3].isdecimal() and word[3] in ".," and len(word) <= 6
        if not (whole or decimal) or (decimal and not word[4:].isdecimal()):
            break
        sure = sure or text.text[text.ends[j - 1]] != " " or word[0] == "0"
        digits_ += word
        j += 1
        if decimal:
            break
    groups = j - i
    if groups < 2 or (text.glued(j) and text.near[j] in ("-", "/", ":")):
        return None
    money = text.near[i - 1] in MONEY_WORDS or text.near[j] in MONEY_WORDS
    if not (sure or money or groups > 2) or text.near[i - 1] in MONTHS or text.near[i - 1] == "+":
        return None
    read = digits(digits_.replace(",", "."))
    return (j, *read) if read else None


def leading_point(text: Tokens, i: int) -> tuple[int, Decimal, Decimal] | None:
    """`.5`: the first token, number and step; None where the point ends a word or a sentence."""
    k = i - 1
    if not text.words[i].isdecimal() or len(text.words[i]) > 12:
        return None
    if text.near[k - 1] == "." and text.glued(k):  # "$..75"
        k -= 1
    if text.glued(k) and text.near[k - 1][-1:].isalnum():
        return None
    number = Decimal(f"0.{text.words[i]}")
    return k, number, Decimal((0, (1,), -len(text.words[i])))


def power(text: Tokens, part: Part) -> Part | None:
    """`6.2 x 10^-4`, `10^9`, `1e-3`: the part with its power of ten; None where there is none."""
    if not part.digits or part.step is None:
        return None
    j = part.end
    word = text.near[j]
    if word == "e" and text.glued(j):
        found = _exponent(text, j + 1)
    elif word in ("x", "×", "*") and text.near[j + 1] == "10":
        k = j + 3 if text.near[j + 2] == "^" else j + 2
        found = _exponent(text, k) if text.glued(k) else None
    elif word == "^" and part.number == 10:
        found = _exponent(text, j + 1)
        part = part._replace(number=ONE, step=ONE)
    elif word == "^":
        return _raised(text, part)
    else:
        return None
    if found is None or part.step is None:
        return None
    end, exponent = found
    scale = Decimal((0, (1,), exponent))
    return part._replace(end=end, number=part.number * scale, step=part.step * scale, stated=True, digits=False)


def _raised(text: Tokens, part: Part) -> Part | None:
    """`1.1^2`: a power that can be written out."""
    found = _exponent(text, part.end + 1)
    if found is None or not 0 < part.number < _LARGEST_BASE:
        return None
    with localcontext() as context:
        context.clear_flags()
        number = (part.number ** found[1]).normalize()
        if context.flags[Inexact]:
            return None
    exponent = min(0, number.adjusted() - len(number.as_tuple().digits) + 1)
    if exponent < 1 - MOST_DIGITS or number.adjusted() > MOST_DIGITS:
        return None
    number = number.quantize(Decimal((0, (1,), exponent)))
    step = Decimal((0, (1,), exponent)) if exponent else place(number)
    return part._replace(end=found[0], number=number, step=step, stated=exponent < 0, digits=False)


def _exponent(text: Tokens, k: int) -> tuple[int, int] | None:
    sign = text.near[k] in ("-", "−")
    k += sign or text.near[k] == "+"
    word = text.near[k]
    if not word.isdecimal() or len(word) > 2 or int(word) > _LARGEST_EXPONENT or not text.glued(k):
        return None
    return k + 1, -int(word) if sign else int(word)
