"""Exact search: the answers of comparing every pair, by rapidfuzz and by a ratio of our own, with less work."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from claimcheck.errors import InvalidValue
from claimcheck.matching.index import ExactIndex, Near, near
from claimcheck.matching.index.lanes import LONGEST, Lanes

CLAIMS = (
    "the harbour bridge opened to traffic in 1987",
    "ferries cost the city nine million euros a year",
    "the mayor of the harbour city resigned in march",
    "the",
    "",
    "in the the in",
)


def brute(claims: Sequence[str], sentence: str, cutoff: float) -> dict[int, float]:
    """Every claim that rapidfuzz finds near, with its score."""
    scores = {n: fuzz.token_set_ratio(plain(claim), plain(sentence)) for n, claim in enumerate(claims)}
    return {n: score for n, score in scores.items() if score >= cutoff}


def plain(text: str) -> str:
    """The text with plain spaces: rapidfuzz takes others for spaces in some strings only."""
    return " ".join(text.split())


def by_hand(claim: str, sentence: str) -> float:
    """The ratio from its definition: the best of three ratios of words in common and words apart."""
    left, right = set(claim.split()), set(sentence.split())
    if not left or not right:
        return 0.0
    common = " ".join(sorted(left & right))
    wholes = [" ".join(filter(None, (common, " ".join(sorted(own))))) for own in (left - right, right - left)]
    if common and (left <= right or right <= left):
        return 100.0
    ratios = [100 * Indel.normalized_similarity(*wholes)]
    if common:
        ratios += [100 * Indel.normalized_similarity(common, whole) for whole in wholes]
    return max(ratios)


words = st.sampled_from(
    "the in of harbour habour bridge bridges opened open 1987 1978 City city ferry Öl x".split()
)
slipped = st.builds(lambda word, at: word[:at] + word[at + 1 :], words, st.integers(0, 3))
noise = st.text("abcdehr 1Ö\t\N{NO-BREAK SPACE}\u2003\u200b\x85\x1fш", max_size=30)
phrase = st.lists(words | slipped, max_size=9).map(" ".join)
marked = st.builds(lambda words, mark: f" {mark} ".join(words), st.lists(words), st.sampled_from("😀жé-"))
repeated = st.builds(lambda text, times: " ".join([text] * times), phrase, st.integers(2, 4))
wide = st.builds(lambda text, times: text * times, phrase | noise, st.integers(5, 60))
texts = phrase | noise | marked | repeated | wide | st.sampled_from(CLAIMS)
cutoffs = st.sampled_from([1.0, 30.0]) | st.floats(50, 100)


class TestAgainstBruteForce:
    @given(claims=st.lists(texts, max_size=12), sentence=texts, cutoff=cutoffs)
    @settings(max_examples=150, deadline=None)
    def test_nothing_is_missed_and_nothing_added(self, claims: list[str], sentence: str, cutoff: float) -> None:
        found = {one.claim: one.score for one in ExactIndex(claims, cutoff).near(sentence)}
        assert found == pytest.approx(brute(claims, sentence, cutoff))

    @given(claims=st.lists(texts, min_size=1, max_size=6), sentence=texts)
    @settings(max_examples=80, deadline=None)
    def test_the_ratio_is_what_its_definition_says(self, claims: list[str], sentence: str) -> None:
        for n, claim in enumerate(claims):
            expected = by_hand(claim, sentence)
            assert fuzz.token_set_ratio(plain(claim), plain(sentence)) == pytest.approx(expected)
            for cutoff in (40.0, 85.0):
                index = ExactIndex(claims, cutoff)
                if expected >= cutoff + 1e-6:
                    assert n in index.candidates(sentence)

    @given(sentences=st.lists(texts, max_size=8), cutoff=st.sampled_from([60.0, 85.0]))
    @settings(max_examples=40, deadline=None)
    def test_a_stream_is_its_sentences_one_by_one(self, sentences: list[str], cutoff: float) -> None:
        index = ExactIndex(CLAIMS, cutoff)
        alone = {(i, one.claim): one.score for i, text in enumerate(sentences) for one in index.near(text)}
        assert {(i, one.claim): one.score for i, one in index.stream(sentences)} == alone

    def test_over_many_blocks(self) -> None:
        claims = [f"street {n} has {n * n} trees and {n % 7} benches" + " of wood" * (n % 5) for n in range(700)]
        index = ExactIndex(claims)
        for sentence in (claims[3], claims[555] + " today", "street 41 hass 1681 trees adn 6 benches"):
            assert {one.claim: one.score for one in index.near(sentence)} == pytest.approx(
                brute(claims, sentence, 85)
            )
        assert len(index) == 700


class TestBound:
    @given(left=noise, right=noise)
    @settings(max_examples=80, deadline=None)
    def test_characters_apart_never_exceed_the_distance(self, left: str, right: str) -> None:
        ours, theirs = Counter(left), Counter(right)
        assert ((ours - theirs) + (theirs - ours)).total() <= Indel.distance(left, right)

    @given(texts=st.lists(noise.filter(bool), min_size=1, max_size=9), text=noise, need=st.integers(1, 20))
    @settings(max_examples=80, deadline=None)
    def test_lanes_count_what_is_shared(self, texts: list[str], text: str, need: int) -> None:
        lanes = Lanes(texts, lambda length, other: need)
        expected = [i for i, own in enumerate(texts) if (Counter(own) & Counter(text)).total() >= need]
        assert lanes.sharing(Counter(text), len(text)) == expected

    def test_a_lane_holds_the_longest_text(self) -> None:
        lanes = Lanes(["a" * LONGEST, "b", "a" * LONGEST], lambda length, other: min(length, other))
        assert lanes.sharing(Counter("a" * LONGEST), LONGEST) == [0, 2]


class TestEdges:
    @pytest.mark.parametrize("size", [400, 4_000])
    def test_texts_however_long(self, size: int) -> None:
        """The longest do not fit a lane."""
        claim = " ".join(f"w{n}" for n in range(size))
        assert (len(claim) > LONGEST) == (size == 4_000)
        sentence = claim.replace("w7 ", "w ").replace("w33 ", "w34 ")
        index = ExactIndex(["no", claim, "w7 w33"])
        assert [one.claim for one in index.near(sentence)] == [1]
        assert [one.claim for one in index.near(claim)] == [1, 2]
        assert [one.claim for one in index.near("no")] == [0]

    def test_a_text_of_one_character_many_times(self) -> None:
        claims = ["a" * n for n in (3, 90, 300, 20_000)]
        index = ExactIndex(claims)
        for n, claim in enumerate(claims):
            assert [one.claim for one in index.near("a" + claim)] == [n]

    @pytest.mark.parametrize("sentence", ["", "   ", "\t"])
    def test_nothing_is_near_nothing(self, sentence: str) -> None:
        assert ExactIndex(CLAIMS, 1).near(sentence) == ()

    def test_no_claims(self) -> None:
        assert ExactIndex(()).near("the harbour") == ()

    @pytest.mark.parametrize("cutoff", [0, -1, 100.5])
    def test_a_cutoff_out_of_bounds(self, cutoff: float) -> None:
        with pytest.raises(InvalidValue, match="the cutoff is"):
            ExactIndex(CLAIMS, cutoff)

    def test_best_first(self) -> None:
        found = ExactIndex(CLAIMS, 40).near("the harbour bridge opened to traffic in 1978")
        assert len(found) > 2
        assert all(a.score > b.score or (a.score == b.score and a.claim < b.claim) for a, b in pairwise(found))

    def test_the_verb(self) -> None:
        assert list(near(CLAIMS, ["rain", CLAIMS[1]], thorough=True, cutoff=100)) == [
            (1, Near(1, 100.0)),
            (1, Near(3, 100.0)),
        ]
