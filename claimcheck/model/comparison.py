"""How two readings relate, and why."""

from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen, validators

from claimcheck.model.drawn import Drawn
from claimcheck.model.text import Span
from claimcheck.model.told import Told
from claimcheck.model.value import Sense, Value


class Relation(StrEnum):
    """How two readings relate; see the semantics page for the rules."""

    EXACT = "exact"
    WITHIN_PRECISION = "within_precision"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    DISCREPANT = "discrepant"
    STALE = "stale"
    NOT_COMPARABLE = "not_comparable"

    @property
    def strength(self) -> int | None:
        """4 (exact) down to 0 (discrepant); None for the two relations outside the order."""
        return _STRENGTH.get(self)

    @property
    def agrees(self) -> bool:
        """Whether both can be reported as saying the same: exact, within precision or compatible."""
        return self in _AGREEING


_STRENGTH = {
    Relation.EXACT: 4,
    Relation.WITHIN_PRECISION: 3,
    Relation.COMPATIBLE: 2,
    Relation.TENSION: 1,
    Relation.DISCREPANT: 0,
}
_AGREEING = (Relation.EXACT, Relation.WITHIN_PRECISION, Relation.COMPATIBLE)


@frozen(repr=False)
class Side(Told):
    """One side of a comparison.

    Attributes:
        text: The words compared: a value's surface, or a whole statement.
        value: Its value; None for a statement with several or none.
        span: Where the value stands in its text or document; None where that means nothing.
        source_id: Whose words they are; empty outside a report.
        senses: The intervals it licenses, ordinary first.
        others: Ids of further sources that say the same, where one side of a comparison stands for several.
    """

    text: str
    value: Value | None = None
    span: Span | None = None
    source_id: str = ""
    senses: tuple[Sense, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Ids of all sources that it stands for."""
        return (self.source_id, *self.others)

    @property
    def who(self) -> str:
        """The source, and how many others it stands for: `001 and 11 others`."""
        count = len(self.others)
        return f"{self.source_id} and {count:,} other{'s' if count > 1 else ''}" if count else self.source_id


@frozen(repr=False)
class Comparison(Drawn):
    """How two readings relate, and why.

    Attributes:
        left: One side.
        right: The other.
        relation: How they relate.
        reason: One line that a fact-checker would sign.
        gap: Distance of the two written numbers, in `unit`; None where there is nothing to measure.
        gap_share: `gap` as a share of the larger number, 0.09 for 9 %; None likewise.
        unit: Unit of `gap`.
        parts: For two statements, the comparisons of their aligned values, weakest first.
        unaligned: For two statements, the values that answer no other.
    """

    left: Side
    right: Side
    relation: Relation
    reason: str = field(validator=validators.min_len(1))
    gap: Decimal | None = None
    gap_share: Decimal | None = None
    unit: str = ""
    parts: tuple["Comparison", ...] = ()
    unaligned: tuple[Side, ...] = ()

    def flipped(self) -> "Comparison":
        """The same comparison seen from the other side (the reason is blind to order)."""
        return Comparison(
            self.right,
            self.left,
            self.relation,
            self.reason,
            self.gap,
            self.gap_share,
            self.unit,
            tuple(part.flipped() for part in self.parts),
            self.unaligned,
        )
