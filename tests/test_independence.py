"""Origins of very many readings: found by an index, the same as by comparing every two."""

from collections import Counter
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from reconcile_values import count, reading, usd

from claimcheck.model.finding import Evidence, Excerpt
from claimcheck.model.text import Span
from claimcheck.model.value import Hedge, Value
from claimcheck.reconcile import independence
from claimcheck.reconcile.credits import credited
from claimcheck.reconcile.independence import COPIED, LEAST, SHINGLE, origins
from claimcheck.reconcile.relation import says_the_same


def saying(source: str, sentence: str, value: Value, speaker: str = "") -> Evidence:
    excerpt = Excerpt(sentence, Span(0, 0), Span(0, 0))
    return evolve(reading(source, value), excerpt=excerpt, speaker=speaker, quoted=bool(speaker))


def triples(text: str) -> set[tuple[str, ...]]:
    words = text.lower().replace(",", "").replace(".", "").split()
    return {tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}


def two_by_two(evidence: tuple[Evidence, ...]) -> list[tuple[str, str]]:
    """The origins and the reasons by the definition: every two readings are compared."""
    group = list(range(len(evidence)))
    why: dict[int, str] = {}
    for i, j in combinations(range(len(evidence)), 2):
        reason = why_one(evidence[i], evidence[j])
        if reason:
            old, new = group[j], group[i]
            group = [new if g == old else g for g in group]
            why.setdefault(i, reason)
            why.setdefault(j, reason)
    found = []
    for i in range(len(evidence)):
        members = [e for e, g in zip(evidence, group, strict=True) if g == group[i]]
        ids, speakers = sorted({e.source_id for e in members}), {e.speaker for e in members}
        quoted = len(ids) > 1 and len(speakers) == 1 and "" not in speakers
        found.append((min(speakers) if quoted else ids[0], why.get(i, "")))
    return found


def why_one(one: Evidence, other: Evidence) -> str:
    if one.source_id == other.source_id or not says_the_same(one.value, other.value):
        return ""
    who = " and ".join(sorted((one.source_id, other.source_id)))
    agencies = credited(one.excerpt.text) & credited(other.excerpt.text)
    if agencies:
        return f"{who} both credit {min(agencies)}"
    a, b = triples(one.excerpt.text), triples(other.excerpt.text)
    shorter = min(len(a), len(b))
    if shorter < LEAST or len(a & b) / shorter < COPIED:
        return ""
    if one.speaker and one.speaker == other.speaker:
        return f"the same words of {one.speaker} in {who}"
    return f"near-identical sentences in {who} ({len(a & b) / shorter:.0%} of their word triples)"


WORDS = [f"w{n}" for n in range(40)]
TEMPLATES = [" ".join(WORDS[n : n + 14]) for n in (0, 4, 9, 20)]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """A template with some words exchanged, left out or put in: copies, half copies and others."""
    words = draw(st.sampled_from(TEMPLATES)).split()
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(words) - 1))
        words[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(WORDS), max_size=6))
        words = words or ["w0"]
    told = draw(st.sampled_from(["", "", "", " told Reuters", " according to AFP", " Reuters reported"]))
    return " ".join(words) + told


VALUES = st.sampled_from([count(60), count(60, "boat"), count(60, hedge=Hedge.ABOUT), count(61), usd("6E1")])
EVIDENCE = st.lists(
    st.builds(
        saying, st.sampled_from("abcdefghijklmn"), sentences(), VALUES, st.sampled_from(["", "", "", "Mara Lind"])
    ),
    max_size=24,
).map(tuple)


@settings(max_examples=150, deadline=None)
@given(EVIDENCE)
def test_the_index_finds_what_comparing_every_two_finds(evidence: tuple[Evidence, ...]) -> None:
    found = [(e.origin, e.origin_why) for e in origins(evidence)]
    assert found == two_by_two(evidence)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_copies_one_step_from_the_limit(data: st.DataObject) -> None:
    """Texts whose share of common triples is near the limit, and whose lengths differ."""
    base = [f"b{n}" for n in range(data.draw(st.integers(LEAST + SHINGLE - 1, 40)))]
    texts = []
    for n in range(6):
        kept = data.draw(st.integers(0, len(base)))
        own = [f"x{n}{m}" for m in range(data.draw(st.integers(0, 30)))]
        texts.append(" ".join([*base[:kept], *own]))
    evidence = tuple(saying(f"s{n}", text, count(60)) for n, text in enumerate(texts))
    assert [(e.origin, e.origin_why) for e in origins(evidence)] == two_by_two(evidence)


def shares(common: int, own: int) -> str:
    """The origin of the second of two texts, that many triples in common and that many of its own."""
    first = [f"w{n}" for n in range(common + SHINGLE - 1)]
    texts = [" ".join([*first, *(f"{who}{n}" for n in range(own))]) for who in "xy"]
    return origins(tuple(saying(f"s{n}", text, count(60)) for n, text in enumerate(texts)))[1].origin


@pytest.mark.parametrize(
    ("common", "own", "origin"),
    [
        (8, 0, "s0"),  # eight triples of words are the fewest that tell a copy
        (7, 0, "s1"),
        (7, 1, "s0"),
        (6, 4, "s0"),  # six in ten are a copy
        (5, 3, "s0"),
        (5, 4, "s1"),
        (59, 41, "s1"),
        (60, 40, "s0"),
    ],
)
def test_what_makes_a_copy(common: int, own: int, origin: str) -> None:
    assert shares(common, own) == origin


def test_several_readings_of_one_source_are_no_copies_of_each_other() -> None:
    told = tuple(saying("s0", TEMPLATES[0], count(60), "Mara Lind") for _ in range(2))
    assert [(e.origin, e.origin_why) for e in origins(told)] == [("s0", "")] * 2


def differently(number: int) -> list[str]:
    """Sentences that have only the figure in common."""
    return [" ".join(f"word{n}x{m}" for m in range(20)) for n in range(number)]


def copied(number: int) -> list[str]:
    """One sentence, each time with another word put in."""
    return [" ".join([*WORDS[: 5 + n % 9], f"own{n}", *WORDS[5 + n % 9 : 24]]) for n in range(number)]


def credited_by_all(number: int) -> list[str]:
    return [f"{text} told Reuters" for text in differently(number)]


def in_clusters(number: int) -> list[str]:
    """A hundred sentences, each copied."""
    return [" ".join(f"k{n % 100}w{m}" for m in range(20)) for n in range(number)]


@pytest.mark.parametrize("texts", [differently, copied, credited_by_all, in_clusters])
def test_the_work_grows_with_the_number_of_sources(texts: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in pairs of readings that are compared: no more than three for each source."""
    compared: Counter[str] = Counter()
    plain = independence.shared

    def counting(*two: object) -> str:
        compared["pairs"] += 1
        return plain(*two)  # type: ignore[arg-type]

    naming = independence._name

    def naming_counted(members: list[Evidence]) -> str:
        compared["named"] += len(members)
        return naming(members)

    monkeypatch.setattr(independence, "shared", counting)
    monkeypatch.setattr(independence, "_name", naming_counted)
    number = 600
    evidence = tuple(
        saying(f"s{n:04d}", text, count(60))
        for n, text in enumerate(texts(number))  # type: ignore[operator]
    )
    found = origins(evidence)
    assert compared["pairs"] <= 3 * number
    assert compared["named"] == number
    distinct = {differently: number, copied: 1, credited_by_all: 1, in_clusters: 100}
    assert len({e.origin for e in found}) == distinct[texts]  # type: ignore[index]
