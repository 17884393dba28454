"""Intervals of exact decimals: what a wording leaves open, and how two of them lie to one another."""

from decimal import Decimal

from attrs import frozen

from claimcheck.errors import InvalidValue
from claimcheck.model.told import Told


@frozen(repr=False)
class Interval(Told):
    """A convex, non-empty set of numbers, in a unit that its holder knows.

    Days are whole numbers too (`datetime.date.toordinal`), so that a date is an interval like any other:
    the year 2008 is `[733042, 733408)`.

    Attributes:
        low: The lower end; None where it is unbounded.
        high: The upper end, not below `low`; None where it is unbounded.
        low_closed: Whether `low` itself belongs to the interval (never when unbounded).
        high_closed: Whether `high` itself belongs to the interval (never when unbounded).

    >>> str(Interval.half_open(Decimal("2.85"), Decimal("3.15")))
    '[2.85, 3.15)'
    """

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def __attrs_post_init__(self) -> None:
        # Every value brings several, so the common ones pass with few tests; `_check` says what is wrong.
        low, high = self.low, self.high
        if (
            low is not None
            and high is not None
            and low.is_finite()
            and high.is_finite()
            and (low < high or (low == high and self.low_closed and self.high_closed))
        ):
            return
        self._check()

    def _check(self) -> None:
        for end, closed in ((self.low, self.low_closed), (self.high, self.high_closed)):
            if end is None and closed:
                raise InvalidValue("an unbounded end cannot be closed")
            if end is not None and not end.is_finite():
                raise InvalidValue(f"an end is a finite number or None, not {end}")
        if self.low is not None and self.high is not None:
            both = self.low_closed and self.high_closed
            if self.low > self.high or (self.low == self.high and not both):
                raise InvalidValue(f"an interval needs low <= high and at least one point, not {self}")

    @classmethod
    def point(cls, number: Decimal) -> "Interval":
        """The one number `number`."""
        return cls(number, number)

    @classmethod
    def closed(cls, low: Decimal, high: Decimal) -> "Interval":
        """`[low, high]`."""
        return cls(low, high)

    @classmethod
    def half_open(cls, low: Decimal, high: Decimal) -> "Interval":
        """`[low, high)`."""
        return cls(low, high, True, False)

    @classmethod
    def from_(cls, low: Decimal, *, closed: bool = True) -> "Interval":
        """Everything from `low` on."""
        return cls(low, None, closed, False)

    @classmethod
    def up_to(cls, high: Decimal, *, closed: bool = True) -> "Interval":
        """Everything up to `high`."""
        return cls(None, high, False, closed)

    def __str__(self) -> str:
        left, right = "[" if self.low_closed else "(", "]" if self.high_closed else ")"
        low = "−∞" if self.low is None else f"{self.low:f}"
        high = "∞" if self.high is None else f"{self.high:f}"
        return f"{{{low}}}" if self.is_point else f"{left}{low}, {high}{right}"

    def __contains__(self, number: object) -> bool:
        return isinstance(number, Decimal | int) and Interval.point(Decimal(number)).inside(self)

    @property
    def is_point(self) -> bool:
        """Whether it holds exactly one number."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Decimal | None:
        """Upper end less lower end; None where it is unbounded."""
        return None if self.low is None or self.high is None else self.high - self.low

    def inside(self, other: "Interval") -> bool:
        """Whether every number of this one belongs to `other`."""
        return not (self._starts_before(other) or self._ends_after(other))

    def _starts_before(self, other: "Interval") -> bool:
        """Whether it holds a number below all of `other`."""
        mine, theirs = self.low, other.low
        if mine is None or theirs is None:
            return theirs is not None
        return mine < theirs or (mine == theirs and self.low_closed and not other.low_closed)

    def _ends_after(self, other: "Interval") -> bool:
        """Whether it holds a number above all of `other`."""
        mine, theirs = self.high, other.high
        if mine is None or theirs is None:
            return theirs is not None
        return mine > theirs or (mine == theirs and self.high_closed and not other.high_closed)

    def _ends_before(self, other: "Interval") -> bool:
        """Whether all of it lies below all of `other`."""
        mine, theirs = self.high, other.low
        if mine is None or theirs is None:
            return False
        return mine < theirs or (mine == theirs and not (self.high_closed and other.low_closed))

    def meet(self, other: "Interval") -> "Interval | None":
        """The numbers that belong to both, or None where there is none."""
        if not self.meets(other):
            return None
        low = other if self._starts_before(other) else self
        high = other if self._ends_after(other) else self
        return Interval(low.low, high.high, low.low_closed, high.high_closed)

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        low = other if other._starts_before(self) else self
        high = other if other._ends_after(self) else self
        return Interval(low.low, high.high, low.low_closed, high.high_closed)

    def meets(self, other: "Interval") -> bool:
        """Whether the two share a number."""
        return not (self._ends_before(other) or other._ends_before(self))

    def share(self, other: "Interval") -> Decimal:
        """How much of the narrower of the two both have in common, from 0 to 1.

        A point counts as wholly shared or not at all, and so does an unbounded interval that shares an
        unbounded stretch.
        """
        common = self.meet(other)
        if common is None:
            return Decimal(0)
        if self.inside(other) or other.inside(self):
            return Decimal(1)
        widths = [w for w in (self.width, other.width) if w]
        if common.width is None:
            return Decimal(1)
        return common.width / min(widths) if widths else Decimal(0)

    def gap(self, other: "Interval") -> Decimal:
        """The distance between the nearest ends of the two; 0 where they touch or share a number."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return Decimal(0)
