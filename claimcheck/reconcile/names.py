"""How two names relate: part by part for persons and places, word by word for bodies."""

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from claimcheck.grammar.given_names import is_short_for, is_transliteration
from claimcheck.grammar.name_words import BODIES, NATIONALITIES
from claimcheck.grammar.names import PARTICLES, is_office, without_offices
from claimcheck.grammar.stems import stem
from claimcheck.grammar.word_sets import words
from claimcheck.model.comparison import Relation
from claimcheck.similarity import fold, spelled_alike

Judgement = tuple[Relation, str]

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_LONGEST = 20  # parts of a name that are still laid beside one another
_SUFFIXES = words("jr sr ii iii iv")
_LINKS = words("of for the and on")
# Words for one sort of body, of which writers take one for another; within a line they are interchangeable.
_SORTS = tuple(
    map(
        words,
        (
            "administration agency authority office bureau service",
            "ministry department secretariat",
            "commission committee council board panel",
            "college university school institute academy",
            "organisation organization association",
            "centre center institute",
            "army military forces",
            "congress parliament assembly legislature",
        ),
    )
)


class Parts(NamedTuple):
    """A name taken apart.

    Attributes:
        parts: Its parts without offices, in order, folded, without full stops.
        written: The same as written.
        suffix: `jr`, `ii` and their like; empty without one.
        body: Whether it names a body rather than a person or place.
        offices: Whether offices stood before it.
        turned: Whether it was written with a comma, surname first.
    """

    parts: tuple[str, ...]
    written: tuple[str, ...]
    suffix: str
    body: bool
    offices: bool
    turned: bool


@lru_cache(maxsize=1024)
def parts_of(name: str) -> Parts:
    """Take a name apart.

    >>> parts_of("President Bush, George W.").parts
    ('george', 'w', 'bush')
    """
    before, comma, after = name.partition(",")
    turned = bool(comma and after.strip()) and _plain(after.strip()) not in _SUFFIXES
    if turned:
        offices = _split(before)
        kept = without_offices(offices)
        name = " ".join((*offices[: len(offices) - len(kept)], after, *kept))
    found = _split(name)
    suffix = _plain(found[-1]) if len(found) > 1 and _plain(found[-1]) in _SUFFIXES else ""
    found = found[:-1] if suffix else found
    body = any(_plain(word) in BODIES for word in _heads(found))
    kept = found if body else (without_offices(found) or found)
    if not body and all(is_office(word) for word in kept):
        kept = found
    return Parts(tuple(map(_plain, kept)), tuple(kept), suffix, body, len(kept) < len(found), turned)


def _split(name: str) -> list[str]:
    return _WORD.findall(name.replace("-", " ").replace("’s", "").replace("'s", "")) or [name]


def _plain(word: str) -> str:
    return re.sub(r"[.'\s]", "", fold(word))


def _heads(found: Sequence[str]) -> tuple[str, ...]:
    """The words of a name that tell what it names: the last, and the one before a first `of`."""
    link = next((i for i, word in enumerate(found) if word in ("of", "for", "on") and i), None)
    return (found[-1],) if link is None else (found[-1], found[link - 1])


def relate_names(one: str, other: str) -> Judgement:
    """How two names relate, with the reason; the same whichever comes first.

    >>> relate_names("Anthony Blinken", "Antony Blinken")
    (<Relation.TENSION: 'tension'>, 'one name, spelled differently: Anthony / Antony')
    """
    one, other = sorted((one, other))
    if one == other:
        return Relation.EXACT, f"both name {one}"
    a, b = parts_of(one), parts_of(other)
    if a.parts == b.parts and a.suffix == b.suffix:
        return Relation.WITHIN_PRECISION, _but_for(a, b)
    if sorted(a.parts) == sorted(b.parts) and a.suffix == b.suffix and not a.body:
        return Relation.WITHIN_PRECISION, "the same name in another order"
    if a.body or b.body:
        return _bodies(one, a, other, b)
    return _persons(one, a, other, b)


def _but_for(a: Parts, b: Parts) -> str:
    """What two names differ in that are the same but for how they are written."""
    but = []
    if a.turned is not b.turned:
        return "the same name in another order"
    if a.parts != b.parts:
        return "the same name but for British and American spelling"
    if [fold(w) for w in a.written] == [fold(w) for w in b.written] and a.written != b.written:
        but.append("accents, capitals or typography")
    elif a.written != b.written:
        but.append("full stops or typography")
    if a.offices != b.offices or not but:
        but.append("the office before it" if a.offices or b.offices else "typography")
    return f"the same name but for {' and '.join(but)}"


# Persons and places


class _How(IntEnum):
    """How a part of one name stands for a part of another, best first."""

    SAME = 0
    INITIAL = 1
    SHORT = 2
    SPELLING = 3


def _how(one: str, other: str) -> _How | None:
    if one == other:
        return _How.SAME
    if 1 in (len(one), len(other)):
        return _How.INITIAL if one[0] == other[0] else None
    if is_short_for(one, other):
        return _How.SHORT
    if is_transliteration(one, other) or spelled_alike(one, other):
        return _How.SPELLING
    return _How.SPELLING if one in PARTICLES and other in PARTICLES else None


def _persons(one: str, a: Parts, other: str, b: Parts) -> Judgement:
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Relation.DISCREPANT, f"two persons: {a.suffix} and {b.suffix}"
    if len(a.parts) > len(b.parts):
        one, a, other, b = other, b, one, a
    pairs = _aligned(a.parts, b.parts)
    if pairs is None or (len(a.parts) == 1 and pairs[0][2] is _How.INITIAL):
        return Relation.DISCREPANT, _apart(one, a, other, b)
    initials = tuple(tuple(p for p in name.parts[1:] if len(p) == 1) for name in (a, b))
    if all(initials) and initials[0][0] != initials[1][0]:
        first, second = sorted((initials[0][0].upper(), initials[1][0].upper()))
        return Relation.DISCREPANT, f"two persons: another initial, {first} and {second}"
    spelled = [sorted((a.written[i], b.written[j])) for i, j, how in pairs if how is _How.SPELLING]
    if spelled:
        told = ", ".join(" / ".join(pair) for pair in spelled)
        return Relation.TENSION, f"one name, spelled differently: {told}"
    if len(a.parts) == 1 < len(b.parts) and pairs[0][1] == 0:
        return Relation.TENSION, f"only the first part is the same: {a.written[0]}"
    return Relation.COMPATIBLE, _shorter(one, a, other, b, pairs)


def _shorter(one: str, a: Parts, other: str, b: Parts, pairs: Sequence[tuple[int, int, _How]]) -> str:
    """Why two forms may name one person: what the one leaves out or abbreviates."""
    short = [sorted((a.written[i], b.written[j]), key=lambda w: (len(w), w)) for i, j, how in pairs if how]
    left = [b.written[j] for j in range(len(b.parts)) if j not in {at for _, at, _ in pairs}]
    told = [f"{brief} stands for {full}" for brief, full in short]
    if left:
        told.append(f"{' '.join(a.written)} leaves out {' '.join(left)}")
    if a.suffix != b.suffix:
        told.append(f"only one says {a.suffix or b.suffix}")
    return "; ".join(told)


def _apart(one: str, a: Parts, other: str, b: Parts) -> str:
    shared = _how(a.parts[-1], b.parts[-1])
    if shared is _How.SAME and min(len(a.parts), len(b.parts)) > 1:
        first, second = sorted((" ".join(a.written[:-1]), " ".join(b.written[:-1])))
        return f"{a.written[-1]} twice, but another given name: {first} / {second}"
    first, second = sorted((one, other))
    return f"two different names: {first} / {second}"


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[int, int, _How]] | None:
    """For each part of the shorter name the part of the longer that it stands for, in order; None if one has none.

    Of several ways the one that needs the least abbreviation and respelling is taken, then the last.
    """
    if len(short) > _LONGEST:
        return None
    best: list[list[tuple[int, list[tuple[int, int, _How]]] | None]]
    best = [[(0, [])] * (len(long) + 1)]
    for i, part in enumerate(short):
        row: list[tuple[int, list[tuple[int, int, _How]]] | None] = [None]
        for j, other in enumerate(long):
            before, how = best[i][j], _how(part, other)
            here = None if before is None or how is None else (before[0] + how, [*before[1], (i, j, how)])
            skipped = row[j]
            row.append(skipped if here is None or (skipped is not None and skipped[0] < here[0]) else here)
        best.append(row)
    found = best[-1][-1]
    return None if found is None else found[1]


# Bodies


def _bodies(one: str, a: Parts, other: str, b: Parts) -> Judgement:
    ours, theirs = _matter(a), _matter(b)
    if (ours[0] in _NATIONS) is not (theirs[0] in _NATIONS) and min(len(ours), len(theirs)) > 1:
        same, reason = _bodies(*_without_nation(one, a), *_without_nation(other, b))
        if same.agrees:
            return Relation.COMPATIBLE, f"only one says {(a if ours[0] in _NATIONS else b).written[0]}"
        return same, reason
    if ours == theirs:
        return Relation.WITHIN_PRECISION, _but_for(a, b)
    if sorted(ours) == sorted(theirs):
        return Relation.WITHIN_PRECISION, "the same words in another order"
    if len(ours) > len(theirs):
        one, a, ours, other, b, theirs = other, b, theirs, one, a, ours
    if len(ours) == 1 and len(ours[0]) > 1 and ours[0] in _initials(b):
        return Relation.COMPATIBLE, f"{one} is short for {other}"
    if set(ours) < set(theirs) or _holds(theirs, ours):
        return Relation.COMPATIBLE, f"{one} is a shorter form of {other}"
    differing = [(p, q) for p, q in zip(ours, theirs, strict=False) if p != q]
    if len(ours) != len(theirs) or len(differing) != 1:
        first, second = sorted((one, other))
        return Relation.DISCREPANT, f"two different names: {first} / {second}"
    (p, q), *_ = differing
    told = " / ".join(sorted((_as_written(a, p), _as_written(b, q))))
    if len(ours) > 1 and any({p, q} <= sort for sort in _SORTS):
        return Relation.TENSION, f"one body under two names: {told}"
    if spelled_alike(p, q):
        return Relation.TENSION, f"one name, spelled differently: {told}"
    return Relation.DISCREPANT, f"two bodies: {told}"


def _without_nation(said: str, name: Parts) -> tuple[str, Parts]:
    """A body's name without the nation before it, and what is said of it in a reason."""
    if name.parts[0] not in _NATIONS:
        return said, name
    return " ".join(name.written[1:]), name._replace(parts=name.parts[1:], written=name.written[1:])


def _matter(name: Parts) -> tuple[str, ...]:
    """The parts that carry matter, British and American spellings brought together."""
    return tuple(_SPELLINGS.get(p, p) for p in name.parts if p not in _LINKS)


_NATIONS = NATIONALITIES | words("us uk eu un")
_SPELLINGS = {"defense": "defence", "center": "centre", "organization": "organisation", "labor": "labour"}


def _as_written(name: Parts, part: str) -> str:
    return next(w for w, p in zip(name.written, name.parts, strict=True) if _SPELLINGS.get(p, p) == part)


def _initials(name: Parts) -> set[str]:
    """The abbreviations that a name may have, with and without its small words and a nation before it."""
    matter = [p for p in name.parts if p not in _LINKS]
    found = {"".join(p[0] for p in list_) for list_ in (name.parts, matter, matter[1:])}
    return found | {f"u{i}" for i in found} | {f"us{i}" for i in found}


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether the shorter name is the longer one with words left out, their order kept."""
    rest = iter(longer)
    return all(any(stem(p) == stem(q) for q in rest) for p in shorter)
