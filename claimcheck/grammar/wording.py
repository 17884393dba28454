"""Writing numbers and intervals the way people do."""

from decimal import Decimal

_SCALES = (
    (Decimal(1000), " thousand"),
    (Decimal(10) ** 6, " million"),
    (Decimal(10) ** 9, " billion"),
    (Decimal(10) ** 12, " trillion"),
)


def say_number(number: Decimal, step: Decimal | None = None, *, stated: bool = False) -> str:
    """Write a number so that reading it gives back number, step and whether the step was stated.

    Args:
        number: The number.
        step: The place of its last significant digit, a power of ten.
        stated: Whether a scale word or decimal point states the step.

    >>> say_number(Decimal("3.3E9"), Decimal("1E8"), stated=True)
    '3.3 billion'
    >>> say_number(Decimal(9052), Decimal(1))
    '9,052'
    """
    if not stated or step is None or step < 1:
        places = max(0, -int(step.adjusted())) if step is not None and stated else None
        return f"{number:,f}" if places is None else f"{number:,.{places}f}"
    fitting = [scale for scale in _SCALES if scale[0] >= step] or [_SCALES[-1]]
    scale, word = max((s for s in fitting if s[0] <= abs(number)), default=fitting[0])
    places = max(0, scale.adjusted() - step.adjusted())
    return f"{number / scale:,.{places}f}{word}"
