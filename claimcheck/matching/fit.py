"""Whether a mention is of the sort that a claim asks for: its unit, its counted noun, its time."""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.matching.compiled import CompiledClaim
from claimcheck.matching.words import Words, cut
from claimcheck.model.claim import Claim, Mention

_LACKS = {
    "money": "amount of money",
    "year": "year",
    "date": "date",
    "duration": "length of time",
    "count": "number",
    "percent": "percentage",
    "measure": "measured quantity",
    "ordinal": "place in an order",
    "name": "name",
    "quote": "quotation",
}


def lacking(claim: Claim) -> str:
    """What a sentence without a mention of the claim's kind lacks, in words."""
    return f"no {_LACKS.get(claim.kind, claim.kind)}"


class Fit(NamedTuple):
    """How a mention's unit stands to the claim's.

    Attributes:
        share: 1 where it is the unit asked for, 0 where the mention names none, between where only part is.
        refusal: Why it cannot answer; empty when it can.
    """

    share: float
    refusal: str = ""


def unit_fit(compiled: CompiledClaim, mention: Mention, words: Words, clause: int) -> Fit:
    """Hold the unit or counted noun of a mention against the claim's.

    A count without a noun of its own (`plummeted from 9,052`) borrows the nouns of its clause.
    """
    wanted = compiled.claim.unit
    if not wanted:
        return Fit(0)
    value = mention.value
    if value.unit and value.unit.casefold() == wanted.casefold():
        return Fit(1)
    if value.kind == "money":
        return Fit(0, f"is in {value.unit}, not in {wanted}") if value.unit else Fit(0)
    if value.kind != "count":
        own = set(cut(value.unit).stems)
        return Fit(1) if own & set(compiled.unit) else Fit(0)  # another unit may be converted later
    noun = set(cut(value.noun).stems)
    if noun:
        shared = noun & set(compiled.unit)
        if shared:
            return Fit(len(shared) / len(compiled.unit))
        return Fit(0, f"counts {value.noun}, not {wanted}")
    around = {s for s, c in zip(words.stems, words.clauses, strict=True) if c == clause}
    return Fit(0.5 if around & set(compiled.unit) else 0)


_SAME_TIME = ("same year", "same month", "same period", "same time", "same day", "same week")


class Timed(NamedTuple):
    """A date or year in a sentence.

    Attributes:
        first: Its first word.
        last: The word after it.
        mention: The mention.
    """

    first: int
    last: int
    mention: Mention


def times(mentions: Sequence[Mention], places: Sequence[tuple[int, int]]) -> tuple[Timed, ...]:
    """The resolved dates and years among `mentions`, which stand at the words `places`."""
    return tuple(
        Timed(first, last, m)
        for m, (first, last) in zip(mentions, places, strict=True)
        if m.kind in ("date", "year") and m.value.extent is not None
    )


def time_of(
    value: tuple[int, int],
    others: Sequence[tuple[int, int]],
    dates: Sequence[Timed],
    words: Words,
    before: Sequence[Timed],
) -> Mention | None:
    """The time that a value belongs to, or None where nothing tells.

    Args:
        value: Words `[first, last)` of the value.
        others: Words of the other values of its kind in the sentence.
        dates: The dates and years of the sentence.
        words: The sentence.
        before: The dates and years of the sentence before, which `in the same year` points to.
    """
    bound = [t for t in dates if min((value, *others), key=lambda v: _distance(v, t, words)) == value]
    if bound:
        return min(bound, key=lambda t: _distance(value, t, words)).mention
    if len({t.mention.value.extent for t in dates}) == 1:
        return dates[0].mention
    if not dates and before and any(phrase in " ".join(words.folded) for phrase in _SAME_TIME):
        return before[-1].mention
    return None


def _distance(value: tuple[int, int], time: Timed, words: Words) -> float:
    """How far a time stands from a value; the one that follows it is nearer than the one before."""
    following = time.first >= value[1]
    a, b = (value[1], time.first) if following else (time.last, value[0])
    commas = abs(words.commas[time.first] - words.commas[value[0]])
    clauses = abs(words.clauses[time.first] - words.clauses[value[0]])
    return max(b - a, 0) + 2 * commas + 6 * clauses + (0 if following else 0.5)
