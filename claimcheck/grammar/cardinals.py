"""Cardinal numbers at one place of a text: digits and words, with fractions and scales, as far as they go."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from claimcheck.grammar.digits import ONE, exact, place
from claimcheck.grammar.fraction_words import fraction_after, fraction_word
from claimcheck.grammar.groups import STARTS, Part, group, spoken_decimal
from claimcheck.grammar.number_words import SCALES, UNITS
from claimcheck.grammar.scales import scale_at
from claimcheck.grammar.tokens import Tokens

_PLACES: Final = {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}


def cardinal(text: Tokens, i: int, *, joined: bool = True) -> Part | None:
    """The longest cardinal that begins at token `i`, with everything that multiplies or adds to it.

    Args:
        text: The text.
        i: A token of digits or a number word.
        joined: Whether `and` may join two parts (not after `between`).
    """
    part = _scaled(text, i, joined)
    if part is None or part.ordinal or part.step is None:
        return part
    limit = part.scale
    while limit > 1:  # "two million three hundred thousand and five"
        j = part.end
        if joined and text.near[j] == "and":
            j += 1
        following = _scaled(text, j, joined) if _may_follow(text, i, j, part) else None
        if following is None or following.step is None or not following.number < limit:
            break
        part = following._replace(number=part.number + following.number, digits=False)
        limit = following.scale
    return part


def _may_follow(text: Tokens, i: int, j: int, part: Part) -> bool:
    """Whether the number at `j` can be a lower part of the one that begins at `i`."""
    word, after = text.near[j], text.near[j + 1]
    if word in STARTS:
        return UNITS.get(word) != 0 and (part.end == j or part.scale > 1)
    if not word[:1].isdecimal() or not text.near[i][:1].isdecimal():
        return False
    return after in SCALES or after == "hundred" or (part.end < j and part.scale <= 1000 and len(word) <= 2)


def _scaled(text: Tokens, i: int, joined: bool) -> Part | None:
    """A group below a thousand or a run of digits, with its fraction and its scale words."""
    part = group(text, i, joined)
    if part is None or part.ordinal:
        return part
    part = spoken_decimal(text, part)
    place_ = _PLACES.get(text.near[part.end])
    if place_ and part.number > 1 and not part.stated and text.near[part.end + 1] != "of":  # "two hundredth"
        return Part(part.end + 1, part.number * place_, ONE, ordinal=True)
    fraction = fraction_after(text, part)
    if fraction is not None:
        end, value = fraction
        bare = value < 1
        end, scale = scale_at(text, i, end, of=bare)
        number, step = exact(value * Fraction(scale))
        if scale == 12 and step == 1:  # "half a dozen" is counted
            return Part(end, number, place(number), scale=scale)
        if scale == 1 and bare:
            step = None
        step = step and _scale_step(value, scale)
        return Part(end, number, step, step is not None and (scale > 1 or step < 1), scale)
    end, scale = scale_at(text, i, part.end)
    if scale == 1 or (scale == 12 and part.stated):
        return part
    step = (part.step or ONE) if part.stated else ONE
    number = part.number * scale
    if scale == 20:
        return Part(end, number, place(number))
    if text.near[end] == "and" and (half := fraction_word(text, end + 1, part.number)):
        end, value = half
        whole, step_ = exact(Fraction(part.number) + value)
        return Part(end, whole * scale, step_ and step_ * scale, step_ is not None, scale)
    return Part(end, number, step * scale, True, scale)


def _scale_step(value: Fraction, scale: Decimal) -> Decimal | None:
    step = exact(value)[1]
    return None if step is None else step * scale
