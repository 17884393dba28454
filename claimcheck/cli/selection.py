"""Which claims and sources a check is about: by id, by tag, by an expression over names."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from attrs import evolve

from claimcheck.claimfile import unknown_sources
from claimcheck.errors import InvalidInput, Problem
from claimcheck.model.claim import Claim, ClaimSet
from claimcheck.pipeline import Item, Sources

_TOKEN = re.compile(r"\s*(?:([()])|([^\s()]+))")


class Selection(NamedTuple):
    """What a user asked for; empty parts ask for everything.

    Attributes:
        ids: Claim ids.
        tags: Tags, one of which a claim must have.
        expression: Words joined by `and`, `or`, `not` and brackets; a word holds where it is part of a claim's
            id, subject, kind or tags, whatever the case of its letters.
    """

    ids: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    expression: str = ""

    def chosen(self, claims: ClaimSet) -> tuple[str, ...]:
        """Ids of the claims asked for, in their order.

        Raises:
            InvalidInput: If an id or tag is unknown, the expression cannot be read, or no claim is left.
        """
        known_tags = {tag for claim in claims for tag in claim.tags}
        problems = [*_unknown("claim", self.ids, [c.id for c in claims]), *_unknown("tag", self.tags, known_tags)]
        if problems:
            raise InvalidInput(*problems)
        holds = expression(self.expression) if self.expression.strip() else None
        chosen = tuple(
            c.id
            for c in claims
            if (not self.ids or c.id in self.ids)
            and (not self.tags or set(self.tags) & set(c.tags))
            and (holds is None or holds(_names(c)))
        )
        if not chosen:
            raise InvalidInput(Problem("no claim is left by -k, --claim and --tag", _some("claims", claims)))
        return chosen


def _names(claim: Claim) -> str:
    return " ".join((claim.id, claim.subject, claim.kind, *claim.tags)).casefold()


def with_tied(claims: ClaimSet, chosen: Iterable[str]) -> ClaimSet:
    """The chosen claims and those tied to them by `implies` or `derive`, which they cannot be judged without."""
    needed = set(chosen)
    before = -1
    while len(needed) > before:
        before = len(needed)
        for claim in claims:
            implied = {tie.claim_id for tie in claim.implies}
            implied |= set(claim.derive.operands) if claim.derive else set()
            if claim.id in needed:
                needed |= implied
            elif implied & needed:
                needed.add(claim.id)
    return ClaimSet(tuple(c for c in claims if c.id in needed), claims.files)


def for_sources(
    claims: ClaimSet, documents: Iterable[Item], ids: Sequence[str]
) -> tuple[ClaimSet, Iterable[Item]]:
    """The documents with these source ids (all of them for no ids), and the claims without what the rest is for.

    Curated readings of the other sources, and accepted disagreements with them, are left out of the claims.

    Of sources that are read one after another, all but those asked for are taken for others. An unknown id, be it
    asked for or referred to by a claim, is found out by going through them and told in the end.

    Raises:
        InvalidInput: If an id is unknown.
    """
    if not ids:
        return claims, documents
    if isinstance(documents, Sources):
        referred = {r.source_id for claim in claims for r in claim.readings}
        referred |= {name for claim in claims for accepted in claim.accepted for name in accepted.source_ids}
        streamed = documents.only(ids, referred - set(ids), partial(unknown_sources, claims))
        return _without(claims, lambda name: name not in ids), streamed
    given = tuple(documents)
    problems = list(_unknown("source", ids, [d.source.id for d in given]))
    if problems:
        raise InvalidInput(*problems)
    others = {d.source.id for d in given} - set(ids)
    return _without(claims, others.__contains__), tuple(d for d in given if d.source.id in ids)


def _without(claims: ClaimSet, is_other: Callable[[str], bool]) -> ClaimSet:
    """The claims without what is for other sources."""
    held = (
        evolve(
            claim,
            readings=tuple(r for r in claim.readings if not is_other(r.source_id)),
            accepted=tuple(a for a in claim.accepted if not any(map(is_other, a.source_ids))),
        )
        for claim in claims
    )
    return ClaimSet(tuple(held), claims.files)


def _unknown(what: str, asked: Iterable[str], known: Collection[str]) -> Iterable[Problem]:
    from difflib import get_close_matches

    for name in asked:
        if name not in known:
            close = get_close_matches(name, sorted(known), 1)
            there = ", ".join(sorted(known)[:8]) + (", …" if len(known) > 8 else "")
            advice = (
                f"did you mean {close[0]!r}?" if close else f"there are {there}" if known else "there are none"
            )
            yield Problem(f"there is no {what} {name!r}", advice)


def _some(what: str, claims: ClaimSet) -> str:
    ids = [c.id for c in claims]
    return f"the {what} are {', '.join(ids[:8])}{', …' if len(ids) > 8 else ''}"


_Test = Callable[[str], bool]
_LONGEST = 200  # words and brackets of an expression


def expression(text: str) -> _Test:
    """A test of names (in lower case) from an expression: `or` binds weakest, then `and`, then `not`.

    Raises:
        InvalidInput: If the expression cannot be read.

    >>> expression("cost and not (toll or ferry)")("bridge-cost money")
    True
    """
    tokens = [m[1] or m[2] for m in _TOKEN.finditer(text)]
    if len(tokens) > _LONGEST:
        raise _wrong(text, f"it has more than {_LONGEST} words")
    test, rest = _either(text, tokens)
    if rest:
        raise _wrong(text, f"{rest[0]!r} is one too many")
    return test


def _either(text: str, tokens: list[str]) -> tuple[_Test, list[str]]:
    tests = []
    while True:
        test, tokens = _both(text, tokens)
        tests.append(test)
        if tokens[:1] != ["or"]:
            return (lambda names: any(t(names) for t in tests)), tokens
        tokens = tokens[1:]


def _both(text: str, tokens: list[str]) -> tuple[_Test, list[str]]:
    tests = []
    while True:
        test, tokens = _single(text, tokens)
        tests.append(test)
        if tokens[:1] != ["and"]:
            return (lambda names: all(t(names) for t in tests)), tokens
        tokens = tokens[1:]


def _single(text: str, tokens: list[str]) -> tuple[_Test, list[str]]:
    if not tokens or tokens[0] in ("and", "or", ")"):
        raise _wrong(text, f"a word is missing before {tokens[0]!r}" if tokens else "a word is missing at its end")
    word, *rest = tokens
    if word == "not":
        test, rest = _single(text, rest)
        return (lambda names: not test(names)), rest
    if word == "(":
        test, rest = _either(text, rest)
        if rest[:1] != [")"]:
            raise _wrong(text, "a bracket is not closed")
        return test, rest[1:]
    return (lambda names: word.casefold() in names), rest


def _wrong(text: str, why: str) -> InvalidInput:
    return InvalidInput(Problem(f"cannot read -k {text!r}: {why}", "write, say, -k 'funding and not planned'"))
