"""What claims refer to: one another, and sources."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from claimcheck.claimfile.derivations import Written, kind_problems
from claimcheck.errors import Place, Problem
from claimcheck.located_yaml import by_place, did_you_mean
from claimcheck.model.claim import ClaimSet

MOST_OPERANDS = 100
"""Claims that one may derive from: each is worked out from all others, which takes the square of their number."""

_IMPLYING = "duration"
_IMPLIED = ("year", "date")


class Named(NamedTuple):
    """A claim as far as others can refer to it.

    Attributes:
        id: Its id as written.
        place: Where that stands.
        kind: Its kind as written; empty where it has none.
        tie: The claim whose start it implies, and where that is written.
        derive: The claims that it follows from, as written.
    """

    id: str
    place: Place
    kind: str = ""
    tie: tuple[str, Place] | None = None
    derive: Written | None = None


def clashes(named: Sequence[Named]) -> Iterator[Problem]:
    """Ids that are given twice, in one file or in several."""
    first: dict[str, Place] = {}
    for claim in named:
        if claim.id in first:
            message = f"the id `{claim.id}` is taken (first at {first[claim.id]})"
            yield Problem(message, "give each claim an id of its own", claim.place)
        first.setdefault(claim.id, claim.place)


def ties(named: Sequence[Named]) -> Iterator[Problem]:
    """Ties to claims that there are not, of the wrong kind, or that come back to where they began."""
    by_id = {claim.id: claim for claim in reversed(named)}
    rings = _rings(by_id)
    for claim in named:
        if claim.tie is None:
            continue
        target, place = claim.tie
        if target not in by_id:
            advice = did_you_mean(target, by_id) or "give the id of a claim in these files"
            yield Problem(f"there is no claim `{target}`", advice, place)
        elif claim.id in rings:
            yield Problem(f"`{claim.id}` implies itself", "leave out one of the ties of this ring", place)
        else:
            yield from _kinds_of_tie(claim, by_id[target], place)


def _rings(by_id: Mapping[str, Named]) -> set[str]:
    """The claims whose ties come back to them; each claim is passed once."""
    rings: set[str] = set()
    passed: set[str] = set()
    for name in by_id:
        way: dict[str, int] = {}
        at: str | None = name
        while at is not None and at in by_id and at not in passed:
            passed.add(at)
            way[at] = len(way)
            tie = by_id[at].tie
            at = tie[0] if tie else None
        if at in way:
            rings |= {step for step, n in way.items() if n >= way[at]}
    return rings


def _kinds_of_tie(claim: Named, target: Named, place: Place) -> Iterator[Problem]:
    if claim.kind != _IMPLYING:
        message = (
            f"only a claim of the kind {_IMPLYING} implies a start, and `{claim.id}` is a {claim.kind or 'claim'}"
        )
        yield Problem(message, "move `implies` to the claim that says how long", place)
    elif target.kind not in _IMPLIED:
        kinds = " or ".join(_IMPLIED)
        yield Problem(
            f"a start is a {kinds}, and `{target.id}` is a {target.kind or 'claim without a kind'}", "", place
        )


def derivations(named: Sequence[Named]) -> Iterator[Problem]:
    """Derivations from claims that there are not, of kinds that do not fit, or in a circle."""
    by_id: dict[str, Named] = {}
    for claim in named:
        by_id.setdefault(claim.id, claim)
    kinds = {name: claim.kind for name, claim in by_id.items()}
    circles = _circles(by_id)
    for claim in named:
        if claim.derive is None:
            continue
        seen: set[str] = set()
        if len(claim.derive.operands) > MOST_OPERANDS:
            message = f"`{claim.id}` derives from {len(claim.derive.operands)} claims"
            advice = f"name at most {MOST_OPERANDS}, and claims for subtotals"
            yield Problem(message, advice, claim.derive.operands[MOST_OPERANDS][2])
        for target, _, place in claim.derive.operands:
            if target not in by_id:
                advice = did_you_mean(target, by_id) or "give the id of a claim in these files"
                yield Problem(f"there is no claim `{target}`", advice, place)
            elif claim.id in circles and target == circles[claim.id][1]:
                way = " → ".join(circles[claim.id])
                advice = "leave out one of these: whatever is missing follows from the others by itself"
                yield Problem(f"`{claim.id}` derives from itself: {way}", advice, place)
            elif target in seen:
                yield Problem(f"`{target}` is named twice", "name each claim once", place)
            seen.add(target)
        yield from kind_problems(claim.id, claim.kind, claim.derive, kinds, claim.place)


def _circles(by_id: Mapping[str, Named]) -> dict[str, tuple[str, ...]]:
    """For each claim that derives from itself, a way from it back to it, told once a circle."""
    ties = {name: claim.derive for name, claim in by_id.items() if claim.derive}
    follows = {name: [i for i, _, _ in tie.operands if i in by_id] for name, tie in ties.items()}
    done: set[str] = set()
    circles: dict[str, tuple[str, ...]] = {}
    for first in follows:
        way: dict[str, Iterator[str]] = {}
        at: str | None = None if first in done else first
        while at is not None or way:
            if at is not None:
                way[at] = iter(follows.get(at, ()))
            here = next(reversed(way))
            at = next((i for i in way[here] if i in way or i not in done), None)
            if at is None:
                done.add(here)
                del way[here]
            elif at in way:
                trail = list(way)
                ring = trail[trail.index(at) :]
                circles.setdefault(ring[0], (*ring, at))
                at = None
    return circles


def unknown_sources(claims: ClaimSet, source_ids: Collection[str]) -> tuple[Problem, ...]:
    """The sources that claims refer to and that are not there.

    Args:
        claims: The claims, with the places of their readings and accepted disagreements.
        source_ids: Ids of the sources there are.

    Returns:
        A problem for each reference, sorted by file and place.
    """
    used = [(r.source_id, r.place) for claim in claims for r in claim.readings]
    used += [(name, a.place) for claim in claims for a in claim.accepted for name in a.source_ids]
    known = set(source_ids)
    return by_place(_unknown(name, place, source_ids) for name, place in used if name not in known)


def _unknown(name: str, place: Place | None, source_ids: Collection[str]) -> Problem:
    near = did_you_mean(name, source_ids)
    listed = ", ".join(sorted(source_ids)[:12]) + (", …" if len(source_ids) > 12 else "")
    advice = near or (f"the sources are {listed}" if source_ids else "there is no source at all")
    return Problem(f"there is no source `{name}`", advice, place and _narrowed(place, name))


def _narrowed(place: Place, name: str) -> Place:
    """The place of an id in the line of the entry that holds it; the whole entry where it stands lower down."""
    found = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])").search(place.source_line, place.column - 1)
    return evolve(place, column=found.start() + 1, width=len(name)) if found else place
