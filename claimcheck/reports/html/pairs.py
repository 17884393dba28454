"""Naming many pairs of sources in few words: `001 against 002 and 004` instead of every pair."""

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.reports.html.words import joined

_GROUPS = 4  # groups of pairs named, from which on the rest is counted


def against(pairs: Sequence[tuple[str, str]]) -> str:
    """The pairs, those in which everyone of one side is held against everyone of the other named at once.

    >>> against([("001", "002"), ("001", "004")])
    '001 against 002 and 004'
    >>> against([("001", "002"), ("001", "003"), ("002", "003")])
    '001, 002 and 003'
    """
    others = _others(pairs)
    if all(len(met) == len(others) - 1 for met in others.values()):
        return joined(others)
    groups = list(_groups(others))
    named = "; ".join(f"{joined(one)} against {joined(other)}" for one, other in groups[:_GROUPS])
    return named if len(groups) <= _GROUPS else f"{named}; and others"


def _others(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, None]]:
    """Whom each source is held against, in order."""
    others: dict[str, dict[str, None]] = {}
    for left, right in pairs:
        others.setdefault(left, {})[right] = None
        others.setdefault(right, {})[left] = None
    return others


def _groups(others: dict[str, dict[str, None]]) -> Iterator[tuple[list[str], list[str]]]:
    """Sources that are held against the same others, together; each pair once."""
    classes: dict[frozenset[str], list[str]] = {}
    for one, met in others.items():
        classes.setdefault(frozenset(met), []).append(one)
    done: set[str] = set()
    for members in classes.values():
        rest = [o for o in others[members[0]] if o not in done]
        done.update(members)
        if rest:
            yield members, rest
