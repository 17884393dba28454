"""Whether two values can be held against one another at all."""

from claimcheck.grammar.senses import DAY_KINDS
from claimcheck.model.value import Value
from claimcheck.reconcile.conversion import converts


def incomparable(left: Value | None, right: Value | None, *, matched: bool) -> str:
    """Why two values cannot be compared, in words that do not depend on their order; empty where they can.

    Args:
        left: One value, if there is one.
        right: The other.
        matched: Whether nouns are known to mean the same.
    """
    if left is None or right is None:
        return "no value to compare"
    if matched and left.kind == right.kind and left.unit == right.unit and left.has_number and right.has_number:
        return ""
    one, other = sorted((left, right), key=lambda value: (value.kind, value.unit, value.noun, value.normal))
    for value in (one, other):
        if not value.has_number:
            return f"“{value.normal}” gives no number"
    if _axis(one) != _axis(other):
        return f"different kinds: {_a(one)} and {_a(other)}"
    if one.kind == "money" and one.unit != other.unit:
        return f"different currencies: {one.unit or 'none'} and {other.unit or 'none'}, and no rate is given"
    if not converts(one, other):
        return f"different units: {one.unit or 'none'} and {other.unit or 'none'}"
    if not matched and one.noun and other.noun and not same_noun(one.noun, other.noun):
        return f"different things counted: {one.noun} and {other.noun}"
    return ""


def same_noun(one: str, other: str) -> bool:
    """Whether two counted noun phrases end in the same head word, or one phrase holds the other's words."""
    first, second = ([_singular(word) for word in noun.lower().split()] for noun in (one, other))
    return first[-1:] == second[-1:] or set(first) <= set(second) or set(second) <= set(first)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _a(value: Value) -> str:
    return f"a {value.kind} ({value.normal})"


def _axis(value: Value) -> str:
    return "day" if value.kind in DAY_KINDS else value.kind
