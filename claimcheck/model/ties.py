"""How the value of a claim hangs together with other claims, and with time."""

from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen, validators

from claimcheck.errors import InvalidValue, Place
from claimcheck.model.told import Told


class Operation(StrEnum):
    """How the value of one claim follows from those of others; see `Derivation` for the order of operands."""

    SUM = "sum"  # parts, at least two
    DIFFERENCE = "difference"  # the whole, then what is taken off it
    CHANGE = "change"  # from, to: the change in percent of `from`
    SHARE = "share"  # part, whole: the part in percent of the whole
    PORTION = "portion"  # percent, whole: that percentage of the whole
    RATIO = "ratio"  # of, per: how much of the one comes to `each` of the other
    SPAN = "span"  # from, to: the time between two days


@frozen(repr=False)
class Derivation(Told):
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


class ImpliedEnd(StrEnum):
    """What a duration implies, given the day on which it is stated."""

    START = "start"


@frozen(repr=False)
class Implication(Told):
    """A tie from one claim to another: this one's values imply intervals for that one.

    Attributes:
        end: What is implied.
        claim_id: The claim that it is implied for.
        place: Where in the claim file it stands.
    """

    end: ImpliedEnd
    claim_id: str
    place: Place | None = field(default=None, eq=False)


class OverTime(StrEnum):
    """How a quantity moves as time goes on, so that two figures of different days may both be right."""

    GROWS = "grows"  # a running total: told later, it cannot be less
    CHANGES = "changes"  # up and down


@frozen(repr=False)
class Statement(Told):
    """What one or more sources say for a claim, as one of several statements that are held together.

    Attributes:
        claim_id: The claim.
        wording: What is said.
        source_ids: Who says so; empty where that is not told.
    """

    claim_id: str
    wording: str
    source_ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.claim_id} {self.wording} ({', '.join(self.source_ids)})"


@frozen(repr=False)
class Conflict(Told):
    """Statements of several claims that cannot all be true, though any of them could without one of the others.

    Attributes:
        statements: The statements, at least two; what they imply first, then what is stated.
        reason: One line that says why.
        accepted: Why a person lets it stand; empty where nobody does.
    """

    statements: tuple[Statement, ...] = field(validator=validators.min_len(2))
    reason: str
    accepted: str = ""
