"""What was written: a number with its unit, its precision and its hedge, and the senses that this licenses."""

from decimal import Decimal
from enum import StrEnum

from attrs import evolve, field, frozen

from claimcheck.errors import InvalidValue
from claimcheck.model.interval import Interval
from claimcheck.model.told import Told


class Hedge(StrEnum):
    """How a wording stands to its number."""

    NONE = "none"
    ABOUT = "about"  # about, around, roughly, some, an estimated, or so, I think
    NEARLY = "nearly"  # nearly, almost, just under: below, but close
    MORE_THAN = "more than"  # more than, over, above: the number itself is out
    AT_LEAST = "at least"  # at least, no fewer than, or more: the number itself is in
    LESS_THAN = "less than"  # less than, under, below, fewer than: the number itself is out
    AT_MOST = "at most"  # at most, up to, no more than: the number itself is in
    BETWEEN = "between"  # a range: between a and b, a to b, a-b
    VAGUE = "vague"  # hundreds of millions, billions, a record number: no number of its own

    @property
    def is_bound(self) -> bool:
        """Whether the wording only says on which side of its number the truth lies."""
        return self in _BOUNDS

    @property
    def is_lower(self) -> bool:
        """Whether the wording is a lower bound."""
        return self in _LOWER


_LOWER = (Hedge.MORE_THAN, Hedge.AT_LEAST)
_BOUNDS = (*_LOWER, Hedge.LESS_THAN, Hedge.AT_MOST)


class SenseKind(StrEnum):
    """How a sense is licensed."""

    ORDINARY = "ordinary"
    LOOSE = "loose"
    LOGICAL = "logical"


@frozen(repr=False)
class Sense(Told):
    """One interval that a wording licenses, and by what right.

    Attributes:
        kind: Ordinary (what it is normally taken to say), loose (what it may be stretched to) or logical
            (what it literally allows).
        interval: The numbers, in the unit of the value (days since 1 January of year 1, which is day 1, for
            dates and years).
        reason: In a few words, why this interval (`step 100 million`, `rounded, at most 5 %`).
    """

    kind: SenseKind
    interval: Interval
    reason: str = ""


@frozen(cache_hash=True)  # what is worked out of values is kept by value
class Value:
    """A value as it was written, before anyone decides what it may be stretched to.

    Two values are equal when they say the same, however they were written: `written` takes no part.

    Attributes:
        kind: Name of the value kind (`money`, `year`, …).
        normal: The wording in which the value is written back; reading it again gives an equal value.
        number: The number that was written, scale included, in `unit`; None where the wording has none
            (`hundreds of millions`) and for dates, whose days stand in `extent`.
        unit: ISO 4217 code of money, `percent`, the English singular name of a unit (`year`, `ton`), `day` for
            dates and years (their intervals count days), empty for counts.
        noun: The counted noun phrase as written, in the singular where known; empty where there is none.
        step: The place of the last significant digit, in `unit`; positive. None where there is no number.
        step_stated: Whether the wording states the step (a scale word or a decimal point) or merely leaves it
            open (an unscaled integer, exact in its ordinary sense).
        hedge: How the wording stands to the number.
        upper: The second number of a range, not below `number`.
        extent: What the wording itself spans where that is not a matter of steps: the days of a date,
            `[13, 14)` for thirteen completed years, `[a, b]` of a range, `[2e8, 1e9)` for hundreds of millions.
        written: The surface that was read.

    >>> three = Value("money", "$3 billion", Decimal("3E+9"), "USD", step=Decimal("1E+9"), step_stated=True)
    >>> three == three.written_as("three billion dollars")
    True
    """

    kind: str
    normal: str
    number: Decimal | None = None
    unit: str = ""
    noun: str = ""
    step: Decimal | None = None
    step_stated: bool = False
    hedge: Hedge = Hedge.NONE
    upper: Decimal | None = None
    extent: Interval | None = None
    written: str = field(default="", eq=False)

    def __attrs_post_init__(self) -> None:
        # Texts are full of values, so the common ones pass with few tests; `_check` says what is wrong.
        number, step = self.number, self.step
        if (
            not self.kind
            or not self.normal
            or (number is not None and (not number.is_finite() or self.hedge is Hedge.VAGUE))
            or (step is not None and not (step.is_finite() and step > 0))
            or self.upper is not None
        ):
            self._check()

    def _check(self) -> None:
        if not self.kind or not self.normal:
            raise InvalidValue(f"a value needs a kind and a wording, not {self.kind!r} and {self.normal!r}")
        for name, number in (("number", self.number), ("upper", self.upper), ("step", self.step)):
            if number is not None and not number.is_finite():
                raise InvalidValue(f"the {name} of {self.normal!r} is not finite")
        if self.step is not None and self.step <= 0:
            raise InvalidValue(f"the step of {self.normal!r} is not positive")
        if self.upper is not None and (self.number is None or self.upper < self.number):
            raise InvalidValue(f"the range {self.normal!r} runs backwards")
        if self.hedge is Hedge.VAGUE and self.number is not None:
            raise InvalidValue(f"{self.normal!r} is vague and cannot have a number")

    def __str__(self) -> str:
        return self.normal

    @property
    def has_number(self) -> bool:
        """Whether there is anything to calculate with."""
        return self.number is not None or self.extent is not None

    def written_as(self, surface: str) -> "Value":
        """The same value, read from `surface`."""
        return evolve(self, written=surface)
