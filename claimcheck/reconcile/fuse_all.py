"""What many sources jointly say of many items, and which of them to trust the more."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from attrs import Factory, define

from claimcheck.grammar.senses import senses
from claimcheck.model.interval import Interval
from claimcheck.model.value import Value
from claimcheck.policy import Policy
from claimcheck.reconcile.conversion import common_units
from claimcheck.reconcile.forms import backing, folded, names, normal_form
from claimcheck.reconcile.fuse import Fusion, Held, commonest, fused, unit_of
from claimcheck.reconcile.trust import beliefs

_EQUAL = 1 - 1e-9  # beliefs that differ by less are a tie
_LEAST_LISTS = 3  # sources from which lists are judged name by name

Said = Sequence[tuple[str, str | Value]]


@define
class _Option:
    """One thing that is said of an item: by whom, and in which words. Private to the fusion, and grows with it."""

    wordings: Counter[str] = Factory(Counter)
    sources: dict[str, None] = Factory(dict)
    interval: Interval | None = None

    def add(self, source: str, wording: str) -> None:
        self.wordings[wording] += 1
        self.sources[source] = None


def fuse_all(
    rows: Iterable[tuple[str, str, str | Value]], read: Callable[[str], Value | None], policy: Policy
) -> Mapping[str, Fusion]:
    """What sources jointly say of each of many items.

    How far each source is to be trusted is learnt from all items at once (see `reconcile.trust`), where there are
    enough to learn from; else each counts the same. Of lists (`a; b`) names are judged one by one: leaving one out
    is a lesser fault than making one up. The order of the rows decides nothing but the order of the items.

    Args:
        rows: Item, source id, and what it says of the item: a value or text.
        read: Reads a text that is exactly one value; None for any other text.
        policy: What the wordings of values license.

    Returns:
        The fusion of each item, in the order in which items are first named.

    >>> from claimcheck.policy import DEFAULT
    >>> rows = [("flight 7", "a", "6:55 p.m."), ("flight 7", "b", "18:55"), ("flight 7", "c", "19:10")]
    >>> {item: str(fusion) for item, fusion in fuse_all(rows, lambda text: None, DEFAULT).items()}
    {'flight 7': '18:55'}
    """
    known: dict[str, Value | None] = {}
    items: dict[str, list[tuple[str, str | Value]]] = {}
    for item, source, said in rows:
        items.setdefault(item, []).append((source, said))
        if isinstance(said, str) and said not in known:
            known[said] = read(said)
    found: dict[str, Fusion] = {}
    options: dict[str, dict[Hashable, _Option]] = {}
    for item, given in items.items():
        values = [(source, said if isinstance(said, Value) else known[said]) for source, said in given]
        read_all = [(source, value) for source, value in values if value is not None]
        texts = [(source, said if isinstance(said, str) else said.normal) for source, said in given]
        if len(read_all) == len(given):
            options[item] = _of_values(read_all, texts, policy)
        elif any(";" in text for _, text in texts) and len(dict(given)) >= _LEAST_LISTS:
            found[item] = _of_lists(texts)
        else:
            options[item] = _of_texts(texts)
    claims = {item: {key: list(o.sources) for key, o in choices.items()} for item, choices in options.items()}
    believed = beliefs(claims)
    for item, choices in options.items():
        weighed = [(option, believed[item, key]) for key, option in choices.items()]
        found[item] = _leading(weighed, [source for source, _ in items[item]])
    return {item: found[item] for item in items}


def _of_values(
    values: Sequence[tuple[str, Value]], texts: Sequence[tuple[str, str]], policy: Policy
) -> dict[Hashable, _Option]:
    """What is said, by the ordinary sense of each value."""
    sensed = [(value, senses(value, policy)) for _, value in values]
    if len({value.unit for value, _ in sensed}) > 1:
        sensed = list(common_units(sensed, policy))
    found: dict[Hashable, _Option] = {}
    for (source, wording), (value, licensed) in zip(texts, sensed, strict=True):
        if licensed:
            interval = licensed[0].interval
            found.setdefault((unit_of(value), interval), _Option(interval=interval)).add(source, wording)
    return found


def _of_texts(texts: Sequence[tuple[str, str]]) -> dict[Hashable, _Option]:
    found: dict[Hashable, _Option] = {}
    for source, text in texts:
        found.setdefault(normal_form(text), _Option()).add(source, text)
    return found


def _of_lists(texts: Sequence[tuple[str, str]]) -> Fusion:
    lists = [names(text) for _, text in texts]
    stands = folded(lists)
    found: dict[frozenset[str], _Option] = {}
    for (source, text), given in zip(texts, lists, strict=True):
        found.setdefault(frozenset(stands[name] for name in given), _Option()).add(source, text)
    for members, option in found.items():  # of its wordings, one that needs no folding says it best
        plain = {text: count for text, count in option.wordings.items() if members == set(names(text))}
        option.wordings = Counter(plain) or option.wordings
    backed = backing((members, len(option.sources)) for members, option in found.items())
    least = min(backed.values())
    weighed = [(found[members], points - least + 1) for members, points in backed.items()]
    return _leading(weighed, [source for source, _ in texts])


def _leading(said: Sequence[tuple[_Option, float]], sources: Sequence[str]) -> Fusion:
    """What is believed most, a wider interval lending its belief to those inside it."""
    wide = [(option, belief) for option, belief in said if option.interval and not option.interval.is_point]
    backed = [(option, belief + _lent(option, wide)) for option, belief in said]
    most = max((belief for _, belief in backed), default=0.0)
    held = [
        Held(commonest(option.wordings), _supporters(option, [o for o, _ in wide]), option.interval)
        for option, belief in backed
        if belief >= most * _EQUAL
    ]
    return fused(tuple(sorted(held, key=lambda h: h.wording)), sources)


def _lent(option: _Option, wide: Sequence[tuple[_Option, float]]) -> float:
    return sum(belief for other, belief in wide if other is not option and _covers(other, option))


def _covers(wider: _Option, narrower: _Option) -> bool:
    if wider.interval is None or narrower.interval is None:
        return False
    return narrower.interval.inside(wider.interval)


def _supporters(option: _Option, options: Iterable[_Option]) -> tuple[str, ...]:
    others = (source for other in options if _covers(other, option) for source in other.sources)
    return tuple(dict.fromkeys((*option.sources, *others)))
