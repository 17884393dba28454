"""Every number that a judgement depends on, each with the reason for its default."""

from decimal import Decimal

from attrs import field, frozen, validators

_share = validators.ge(Decimal(0))
_part = [validators.ge(Decimal(0)), validators.le(Decimal(1))]


@frozen(cache_hash=True)  # what follows from it is kept by it
class Policy:
    """Settings of one run; the defaults serve every kind of text.

    Attributes:
        rounding_cap: Half-width that plain rounding may have, as a share of the number. 5 %: human judges of
            revised Wikipedia sentences called two exact figures 1 to 5 % apart a contradiction in 85 to 92 % of
            cases, so beyond 5 % nobody would write one for the other without saying so. `Infinity` allows full
            rounding.
        about_cap: Width to each side that `about` may have, as a share of the number. 10 %: one step of a figure
            with two digits is at most that, so the cap only tightens one-digit figures.
        nearly_cap: Width that `nearly` and `more than` may have, likewise.
        loose_multiple: Durations that are multiples of this many units are taken for round when hedged
            (`15 years or so`), and may loosely be off by half of it: people count years by fives.
        compatible_share: Overlapping senses, neither inside the other, are compatible when they share at least
            this much of the narrower; below, a person should look.
        match_cutoff: Score from which a sentence is taken to speak of a claim, 0 to 100.
        nearest: How many refused sentences are shown for a source without a reading.
    """

    rounding_cap: Decimal = field(default=Decimal("0.05"), validator=_share)
    about_cap: Decimal = field(default=Decimal("0.10"), validator=_share)
    nearly_cap: Decimal = field(default=Decimal("0.10"), validator=_share)
    loose_multiple: int = field(default=5, validator=validators.ge(2))
    compatible_share: Decimal = field(default=Decimal("0.5"), validator=_part)
    match_cutoff: float = field(default=50.0, validator=[validators.ge(0), validators.le(100)])
    nearest: int = field(default=2, validator=validators.ge(0))


DEFAULT = Policy()
