"""How the value of a claim hangs together with other claims, and with time."""

from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen, validators

from claimcheck.errors import InvalidValue, Place


class Operation(StrEnum):
    """How the value of one claim follows from those of others; see `Derivation` for the order of operands."""

    SUM = "sum"  # parts, at least two
    DIFFERENCE = "difference"  # the whole, then what is taken off it
    CHANGE = "change"  # from, to: the change in percent of `from`
    SHARE = "share"  # part, whole: the part in percent of the whole
    PORTION = "portion"  # percent, whole: that percentage of the whole
    RATIO = "ratio"  # of, per: how much of the one comes to `each` of the other
    SPAN = "span"  # from, to: the time between two days


@frozen
class Derivation:
    """How a claim's value follows from those of other claims: `total = this part + that part`.

    Attributes:
        operation: What is done with them.
        operands: Ids of the claims, in the order that the operation names.
        each: For a ratio, to how many of the second operand it is told (100,000 inhabitants); positive.
        place: Where in the claim file it stands.
    """

    operation: Operation
    operands: tuple[str, ...] = field(validator=validators.min_len(2))
    each: Decimal = Decimal(1)
    place: Place | None = field(default=None, eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.each > 0:
            raise InvalidValue("a ratio is told to each one, or to more of them")
        if self.operation not in (Operation.SUM, Operation.DIFFERENCE) and len(self.operands) != 2:
            raise InvalidValue(f"a {self.operation.value} is made of two claims, not of {len(self.operands)}")


class OverTime(StrEnum):
    """How a quantity moves as time goes on, so that two figures of different days may both be right."""

    GROWS = "grows"  # a running total: told later, it cannot be less
    CHANGES = "changes"  # up and down
