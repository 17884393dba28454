"""`derive:` in claim files: how the value of a claim follows from those of others."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.errors import Place, Problem
from claimcheck.located_yaml import (
    Data,
    Field,
    Items,
    Located,
    Path,
    Read,
    Record,
    Shape,
    Text,
    did_you_mean,
    short,
)
from claimcheck.model.ties import Derivation, Operation

ROLES: Mapping[Operation, tuple[str, ...]] = {
    Operation.SUM: (),
    Operation.DIFFERENCE: (),
    Operation.CHANGE: ("from", "to"),
    Operation.SHARE: ("part", "whole"),
    Operation.PORTION: ("percent", "whole"),
    Operation.RATIO: ("of", "per"),
    Operation.SPAN: ("from", "to"),
}
"""The keys of each operation's operands, in their order; those without keys take a list."""

_EACH = "each"
_MANY = "is no single operation"
_EXAMPLE = "write one way to calculate it, like `sum: [first-part, second-part]`"


class Derive(NamedTuple):
    """Exactly one operation, with the ids of the claims that it is made of.

    Attributes:
        claim_id: The shape of an id.
    """

    claim_id: Shape

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """The operation and what stands under it."""
        if not isinstance(data, dict) or len(data) != 1:
            empty = data in ("", {})
            what, place = ("says nothing", file.key_place(path)) if empty else (_MANY, file.place(path))
            return None, (Problem(f"`derive` {what}", f"{_EXAMPLE} ({_known()})", place),)
        (name,) = data
        if name not in {operation.value for operation in Operation}:
            near = did_you_mean(name, [operation.value for operation in Operation])
            advice = f"{near} ({_known()})" if near else _known()
            return None, (Problem(f"`derive` knows no `{short(name)}`", advice, file.key_place((*path, name))),)
        operation = Operation(name)
        value, problems = _shape(operation, self.claim_id).read(file, (*path, name), data[name])
        return (None if value is None else (operation, value)), problems

    def schema(self) -> dict[str, Any]:
        """An object with one of the operations."""
        shapes = {
            operation.value: {"description": _ABOUT[operation]} | _shape(operation, self.claim_id).schema()
            for operation in Operation
        }
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": shapes,
            "minProperties": 1,
            "maxProperties": 1,
        }


def _known() -> str:
    return f"the operations are {', '.join(operation.value for operation in Operation)}"


_ABOUT = {
    Operation.SUM: "The total of these claims.",
    Operation.DIFFERENCE: "The first of these claims less the others.",
    Operation.CHANGE: "The change from one to the other, in percent.",
    Operation.SHARE: "The part in percent of the whole.",
    Operation.PORTION: "A percentage of a whole.",
    Operation.RATIO: "How much of the one comes to each of the other.",
    Operation.SPAN: "The time from one date or year to another.",
}
_EACH_SHAPE = Text(
    pattern=r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*",
    wording="a whole number like `100,000`",
    convert=lambda text: Decimal(text.replace(",", "")),
    words=False,
)


def _shape(operation: Operation, claim_id: Shape) -> Shape:
    """What stands under an operation."""
    roles = ROLES[operation]
    if not roles:
        return Items(claim_id, least=2)
    fields = [Field(role, claim_id, f"The claim that is `{role}`.", True, f"a-claim-{role}") for role in roles]
    if operation is Operation.RATIO:
        fields.append(Field(_EACH, _EACH_SHAPE, "To how many of it the ratio is told.", example="100,000"))
    return Record(f"{operation.value} (`derive`)", tuple(fields))


def derivation(read: tuple[Operation, Any], place: Place) -> Derivation | None:
    """The derivation of what `Derive` has read; None where a part of it could not be read."""
    operation, value = read
    roles = ROLES[operation]
    operands = tuple(value.get(role) for role in roles) if roles else tuple(value)
    if None in operands:
        return None
    each = value.get(_EACH, Decimal(1)) if operation is Operation.RATIO else Decimal(1)
    return Derivation(operation, operands, each, place)


class Written(NamedTuple):
    """A derivation as far as others can be checked against it.

    Attributes:
        operation: The operation.
        operands: The ids as written, each with its role and its place.
    """

    operation: Operation
    operands: tuple[tuple[str, str, Place], ...]


def written(file: Located, path: Path, data: Data) -> Written | None:
    """The derivation at `path` as written, whether or not the rest of the claim can be read."""
    if not isinstance(data, dict) or len(data) != 1:
        return None
    ((name, under),) = data.items()
    if name not in {operation.value for operation in Operation}:
        return None
    entries = under.items() if isinstance(under, dict) else enumerate(under) if isinstance(under, list) else ()
    operands = tuple(
        (text.strip(), str(key), file.place((*path, name, key)))
        for key, text in entries
        if isinstance(text, str) and key != _EACH
    )
    return Written(Operation(name), operands)


# --- which kinds of claims an operation ties ---------------------------------------------------------------

_AMOUNTS = frozenset({"money", "count", "measure", "duration", "percent"})
_DAYS = frozenset({"date", "year"})


def kind_problems(name: str, kind: str, tie: Written, kinds: Mapping[str, str], place: Place) -> Iterator[Problem]:
    """Operands, or a result, of a kind that the operation cannot have.

    Args:
        name: Id of the claim that the derivation stands at.
        kind: Its kind as written; empty where it has none.
        tie: The derivation.
        kinds: The kinds of all claims as written, by their ids.
        place: Where the claim's kind, or its id, stands.
    """
    operation, said = tie.operation, tie.operation.value
    result = {Operation.CHANGE: {"percent"}, Operation.SHARE: {"percent"}, Operation.SPAN: {"duration"}}
    fitting = result.get(operation, _AMOUNTS)
    if kind not in fitting:
        yield Problem(
            f"a {said} is a {_or(fitting)}, and `{name}` is a {kind or 'claim without a kind'}", "", place
        )
        return
    known = [(i, role, at, kinds[i]) for i, role, at in tie.operands if kinds.get(i)]
    for i, role, at, operand in known:
        wanted = _wanted(operation, role, kind)
        if operand not in wanted:
            yield Problem(f"{_part(said, role)} is a {_or(wanted)}, and `{i}` is a {operand}", _help(operand), at)
    amounts = {operand for _, _, _, operand in known}
    if operation in (Operation.CHANGE, Operation.SHARE) and len(amounts) > 1 and amounts <= _AMOUNTS:
        yield Problem(f"a {said} is of two claims of one kind, not of {' and '.join(sorted(amounts))}", "", place)


def _wanted(operation: Operation, role: str, kind: str) -> frozenset[str]:
    if operation is Operation.SPAN:
        return _DAYS
    if operation is Operation.CHANGE:
        return _AMOUNTS
    if operation is Operation.SHARE or (operation is Operation.RATIO and role == "per"):
        return _AMOUNTS - {"percent"}
    return frozenset({"percent"}) if role == "percent" else frozenset({kind})


def _part(operation: str, role: str) -> str:
    return f"the `{role}` of a {operation}" if not re.fullmatch(r"\d+", role) else f"a part of this {operation}"


def _help(kind: str) -> str:
    return "for the time between two dates write `span: {from: …, to: …}`" if kind in _DAYS else ""


def _or(kinds: frozenset[str] | set[str]) -> str:
    return " or ".join(sorted(kinds))
