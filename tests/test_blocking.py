"""Indexes over claims: what they leave out could not have counted."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck.errors import InvalidValue
from claimcheck.matching import match
from claimcheck.matching.index import ClaimIndex, Near, WordingIndex, near
from claimcheck.matching.index.slips import Slips
from claimcheck.matching.index.vocabulary import Chunks, Vocabulary
from claimcheck.matching.index.wording import keys
from claimcheck.mentions import in_sentences, read_value
from claimcheck.model.claim import Claim, Match, Mention
from claimcheck.model.text import Document, Sentence, Source
from claimcheck.pipeline import answering
from claimcheck.policy import Policy
from claimcheck.sentences import sentences
from claimcheck.similarity import alike
from claimcheck.values import KINDS, TEXT_KINDS

ROOT = Path(__file__).parents[1]
ORIGINALS = ROOT.parent / "shared" / "seeds"

CLAIMS = (
    "The Kestrel harbour bridge opened to traffic in 1987.",
    "Ferries cost the city of Kestrel nine million euros a year.",
    "Mayor Ottilie Brandt resigned over the harbour accounts.",
    "The bridge was closed for two years.",
    "Of the, and to it.",
)

letters = st.text("abcdelr", min_size=1, max_size=11)
said = "kestrel harbour habour bridge bridges opened 1987 ferries feries cost city euros mayor brandt brand year"
spoken = st.lists(
    st.sampled_from([*said.split(), "The", "of", "“Bridge”,", "Kestrel's", "#KestrelFerries"]), max_size=14
)


class TestSlips:
    @given(words=st.lists(letters, max_size=20), word=letters)
    @settings(max_examples=80, deadline=None)
    def test_thorough_finds_all_that_is_alike(self, words: list[str], word: str) -> None:
        expected = sorted({w for w in words if w != word and alike(w, word)})
        assert list(Slips(words, thorough=True).near(word)) == expected

    @given(words=st.lists(letters, max_size=20), word=letters)
    @settings(max_examples=80, deadline=None)
    def test_otherwise_only_second_slips_are_missed(self, words: list[str], word: str) -> None:
        found = Slips(words).near(word)
        assert set(found) <= set(Slips(words, thorough=True).near(word))
        assert [w for w in found if not alike(w, word)] == []

    @pytest.mark.parametrize(
        ("word", "expected"),
        [
            ("antony", ("anthony",)),
            ("anthonyy", ("anthony",)),
            ("anhtony", ("anthony",)),
            ("anthony", ()),
            ("qnthony", ()),  # the first letter is not mistyped
            ("wr", ()),
            ("a" * 40, ()),
        ],
    )
    def test_words(self, word: str, expected: tuple[str, ...]) -> None:
        assert Slips(["anthony", "war", "a" * 41]).near(word) == expected


class TestVocabulary:
    @pytest.mark.parametrize(
        ("chunk", "expected"),
        [
            ("bridges,", (0,)),
            ("“Bridge”", (0,)),
            ("BRIDGE'S", (0,)),
            ("brigde", (0,)),
            ("9,052", (1,)),
            ("bridge/ferry", (0, 2)),
            ("#FerryBridge", (2, 0)),
            ("river", ()),
            ("—", ()),
        ],
    )
    def test_chunks(self, chunk: str, expected: tuple[int, ...]) -> None:
        assert Vocabulary(("bridg", "9052", "ferri")).in_chunk(chunk) == expected

    def test_memory_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimcheck.matching.index.vocabulary._MOST", 10)
        chunks = Chunks(lambda chunk: (len(chunk),) if len(chunk) % 3 else ())
        for n in range(0, 99, 3):
            assert chunks.numbers(["x" * n, "x" * (n + 1), "x" * (n + 2)]) == [n + 1, n + 2]
            assert chunks.remembered() <= 20

    def test_memory_is_bounded_in_characters_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimcheck.matching.index.vocabulary._CHARACTERS", 1000)
        chunks = Chunks(lambda chunk: (len(chunk),))
        for n in range(40):
            assert chunks.numbers([f"{n:400d}".replace(" ", "x")]) == [400]
            assert chunks.remembered() <= 5

    @given(
        stream=st.lists(st.lists(st.sampled_from("abcdefghi"), max_size=6), max_size=30), most=st.integers(1, 8)
    )
    @settings(max_examples=80, deadline=None)
    def test_what_chunks_say_does_not_depend_on_what_is_remembered(
        self, stream: list[list[str]], most: int
    ) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("claimcheck.matching.index.vocabulary._MOST", most)
            chunks = Chunks(lambda chunk: (ord(chunk),) * (ord(chunk) % 3))
            for said in stream:
                assert chunks.numbers(said) == [ord(c) for c in said for _ in range(ord(c) % 3)]
                assert chunks.remembered() <= 2 * most

    def test_what_comes_back_is_looked_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimcheck.matching.index.vocabulary._MOST", 4)
        looked: list[str] = []

        def say(chunk: str) -> tuple[int, ...]:
            looked.append(chunk)
            return (1,) if chunk == "often" else ()

        chunks = Chunks(say)
        for n in range(30):
            assert chunks.numbers(["often", "silent", f"once{n}"]) == [1]
        assert (looked.count("often"), looked.count("silent"), len(looked)) == (1, 1, 32)

    def test_what_is_forgotten_is_found_again(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimcheck.matching.index.vocabulary._MOST", 3)
        index = WordingIndex(CLAIMS, 40)
        said = [*CLAIMS, "Nobody rows any more.", *CLAIMS[::-1]]
        assert list(index.stream(said)) == [(i, one) for i, text in enumerate(said) for one in ordered(text)]


def ordered(text: str) -> list[Near]:
    """The claims that a sentence is near, by number, from an index of its own."""
    return sorted(WordingIndex(CLAIMS, 40).near(text), key=lambda near: near.claim)


class TestKeys:
    @given(
        words=st.dictionaries(
            st.integers(0, 20), st.tuples(st.integers(1, 50), st.floats(0.0001, 0.5)), min_size=1, max_size=7
        ),
        share=st.integers(1, 100),
        data=st.data(),
    )
    @settings(max_examples=150, deadline=None)
    def test_who_weighs_enough_has_two(
        self, words: dict[int, tuple[int, float]], share: int, data: st.DataObject
    ) -> None:
        needed = -(-sum(weight for weight, _ in words.values()) * share // 100)
        had = data.draw(st.sets(st.sampled_from(sorted(words))))
        if sum(words[word][0] for word in had) >= needed:
            assert sum(word in had for word in keys(words, needed)) >= 2

    def test_what_nearly_all_sentences_have_is_left_out(self) -> None:
        assert sorted(keys({0: (3, 0.9), 1: (5, 0.001), 2: (5, 0.001), 3: (5, 0.001)}, 11)) == [1, 2, 3]

    def test_a_word_that_does_alone_counts_twice(self) -> None:
        assert keys({0: (9, 0.001), 1: (1, 0.9)}, 6) == [0, 0]

    def test_nothing_needed(self) -> None:
        assert keys({}, 0) == []


class TestWording:
    @given(words=spoken, cutoff=st.sampled_from([10.0, 31.0, 45.0, 60.0, 80.0, 100.0]))
    @settings(max_examples=80, deadline=None)
    def test_nothing_that_reaches_the_cutoff_is_missed(self, words: list[str], cutoff: float) -> None:
        index = WordingIndex(CLAIMS, cutoff)
        sentence = " ".join(words)
        scores = [sum(w.points for w in index.explain(sentence, n)) for n in range(len(CLAIMS))]
        found = {one.claim: one.score for one in index.near(sentence)}
        assert found == {n: pytest.approx(s, abs=0.051) for n, s in enumerate(scores) if n in found}
        assert [n for n, s in enumerate(scores) if s >= cutoff + 1e-6 and n not in found] == []
        assert [n for n in found if scores[n] < cutoff - 1e-6] == []

    @given(said=st.lists(spoken.map(" ".join), max_size=6))
    @settings(max_examples=60, deadline=None)
    def test_a_stream_is_its_sentences_one_by_one(self, said: list[str]) -> None:
        index = WordingIndex(CLAIMS, 40)
        alone = [
            (i, one) for i, text in enumerate(said) for one in sorted(index.near(text), key=lambda n: n.claim)
        ]
        assert list(index.stream(said)) == alone == list(near(CLAIMS, iter(said), cutoff=40))

    @pytest.mark.parametrize(
        ("sentence", "claims"),
        [
            ("In 1987 the harbour bridge at Kestrel was opened to traffic.", [0]),
            ("in 1987 the Kestrel habour brigde opended, to trafic", [0]),
            ("Each year Kestrel's ferries cost that city nine million euros.", [1]),
            ("The harbour is deep.", []),
            ("of the and to it", []),
            ("", []),
        ],
    )
    def test_sentences(self, sentence: str, claims: list[int]) -> None:
        assert [one.claim for one in WordingIndex(CLAIMS).near(sentence)] == claims

    def test_best_first(self) -> None:
        found = WordingIndex(CLAIMS, 31).near("The Kestrel harbour bridge was closed, Ottilie Brandt resigned.")
        assert len(found) > 1
        assert all(a.score >= b.score for a, b in pairwise(found))

    def test_explains_itself(self) -> None:
        index = WordingIndex(CLAIMS)
        weights = index.explain("The bridge opened.", 0)
        assert [w.points for w in weights] == sorted((w.points for w in weights), reverse=True)
        assert {w.detail for w in weights} == {"bridg", "open"}
        assert index.explain("The bridge opened.", 4) == ()

    def test_no_claims(self) -> None:
        assert WordingIndex(()).near("The bridge opened.") == ()
        assert len(WordingIndex(CLAIMS)) == 5

    @pytest.mark.parametrize("cutoff", [0, -1, 101])
    def test_a_cutoff_out_of_bounds(self, cutoff: float) -> None:
        with pytest.raises(InvalidValue, match="the cutoff is"):
            WordingIndex(CLAIMS, cutoff)

    def test_the_verb(self) -> None:
        assert list(near(CLAIMS, [CLAIMS[3]])) == [(0, Near(3, 100.0))]


class Values(list[tuple[Mention, ...]]):
    """The values of a document's sentences, which notes whose were asked for."""

    def __init__(self, document: Document, cut: Sequence[Sentence], claim: Claim) -> None:
        values = in_sentences(cut, KINDS, document.source.context)
        texts = [kind.mentions(tuple(cut)) for kind in TEXT_KINDS if kind.name == claim.kind]
        super().__init__(sum(parts, ()) for parts in zip(values, *texts, strict=True))
        self.asked: list[int] = []

    def __getitem__(self, at: int) -> tuple[Mention, ...]:  # type: ignore[override]
        self.asked.append(at)
        return super().__getitem__(at)


def both(
    claims: Sequence[Claim], document: Document, policy: Policy
) -> list[tuple[Claim, tuple[Match, ...], tuple[Match, ...]]]:
    """Of each claim, its matches when every sentence is looked at, and when those are that the index says."""
    cut = sentences(document)
    places = ClaimIndex(claims, policy).in_document(cut)
    found = []
    for n, claim in enumerate(claims):
        values = Values(document, cut, claim)
        everything = match(claim, cut, values, answering(claim), policy)
        found.append((claim, everything, match(claim, cut, values, answering(claim), policy, places.get(n, ()))))
    return found


FUND = "Kestrel Harbour Fund"
WOVEN = (
    Claim("cost", "money", "The fund has paid {value}.", subject=FUND, aliases=("Kestrel", "the fund")),
    Claim("start", "year", "The fund opened in {value}.", subject=FUND, cues=("since", "opened")),
    Claim("deaths", "count", "There were {value} ferry deaths.", subject="ferry deaths", unit="deaths"),
    Claim("alone", "year", "The lighthouse keeper retired in {value}."),
    Claim("cued", "count", "Some {value} trees were felled.", cues=("felled", "cut down"), unit="trees"),
    Claim("minister", "name", "The water minister is {value}.", subject="Water Minister"),
    Claim("said", "quote", "Ruiz on the fund: {value}", subject="Ana Ruiz", cues=("ruinous",)),
)
PIECES = (
    "The Kestrel Harbour Fund has paid $4 million since 1987.",
    "Kestral paid out $7 million.",
    "The fund opened in 1990.",
    "It has cost €3 million.",
    "In 2004 it was closed.",
    "The harbour fund, a 1988 scheme, is in trouble.",
    "There were 12 ferry deaths in 2009.",
    "Deaths on the feries reached 14.",
    "The lighthouse keeper retired in 1999.",
    "A keepr of the lighthouse retired in 2001.",
    "Workers felled 300 trees.",
    "They cut 40 trees down.",
    "Water Minister Ana Ruiz met Marcos Lee.",
    "“The fund is ruinous,” said Ana Ruiz.",
    "“It is ruinous, and the fund must go,” Ruiz said in 2010.",
    "Nobody rows any more.",
    "The weather was fine in 2011.",
)


class TestClaims:
    @given(
        article=st.lists(st.sampled_from(PIECES), max_size=10),
        breaks=st.sampled_from([" ", "\n\n"]),
        cutoff=st.sampled_from([20.0, 50.0, 65.0]),
    )
    @settings(max_examples=50, deadline=None)
    def test_what_is_taken_is_found(self, article: list[str], breaks: str, cutoff: float) -> None:
        document = Document(Source("gazette"), breaks.join(article))
        for own, everything, through in both(WOVEN, document, Policy(match_cutoff=cutoff)):
            assert [m for m in through if m.taken] == [m for m in everything if m.taken], own.id
            assert [m for m in through if m not in everything] == []

    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("The Kestrel Harbour Fund paid.", ["cost", "start"]),
            ("Kestral paid.", ["cost"]),
            ("Harbour fees rose.", []),
            ("The fund paid.", []),
            ("Ferry deaths rose.", ["deaths"]),
            ("They were felled.", ["cued"]),
            ("Nothing happened in 1987.", []),
        ],
    )
    def test_sentences_alone(self, text: str, ids: list[str]) -> None:
        index = ClaimIndex(WOVEN)
        assert [WOVEN[n].id for n in index.candidates(text)] == ids
        assert len(index) == len(WOVEN)

    def test_places_in_a_document(self) -> None:
        lines = ("The fund is old.", "Kestrel paid.", "Rain fell.", "Snow fell.", "The fund closed.", "Sun shone.")
        cut = sentences(Document(Source("gazette"), " ".join(lines)))
        assert ClaimIndex(WOVEN[:1]).in_document(cut) == {0: (1, 2, 4, 5)}

    def test_a_name_needs_all_its_words(self) -> None:
        index = ClaimIndex([Claim("cost", "money", "It cost {value}.", subject="Kestrel Harbour Fund")])
        given = ("Kestrel is old.", "The Kestrel fund.", "The Kestrel harbour funds.", "The Kestral-Habour Fund.")
        assert [index.candidates(text) for text in given] == [(), (), (0,), (0,)]

    def test_other_sentences_are_not_read(self) -> None:
        document = Document(
            Source("gazette"), "In 1987 it rained. In 1990 it snowed. Kestrel paid $5 million in 2001. Sun shone."
        )
        cut = sentences(document)
        places = ClaimIndex(WOVEN).in_document(cut)
        assert places == {0: (2, 3)}
        values = Values(document, cut, WOVEN[0])
        matches = match(WOVEN[0], cut, values, answering(WOVEN[0]), Policy(), places[0])
        assert [m.mention.surface for m in matches if m.taken and m.mention] == ["$5 million"]
        assert set(values.asked) == {2, 3}

    def test_in_the_same_year_asks_for_the_sentence_before(self) -> None:
        claim = Claim(
            "paid", "money", "It paid {value}.", subject="Kestrel", during=read_value("2001", "year", KINDS)
        )
        document = Document(Source("gazette"), "Snow fell in 2001. Kestrel paid $5 million in the same year.")
        ((_, everything, through),) = both((claim,), document, Policy())
        assert through == tuple(m for m in everything if m.sentence.index)
        assert any("2001" in w.detail for w in through[0].weights if w.what == "during")

    def test_a_low_cutoff_leaves_nothing_out(self) -> None:
        index = ClaimIndex(WOVEN, Policy(match_cutoff=5))
        assert WOVEN[index.candidates("Rain fell.")[0]].id == "alone"


@pytest.mark.parametrize(
    ("manifest", "root"),
    [
        pytest.param("seeds/sources.yaml", None, id="demonstration"),
        pytest.param(
            "seeds/originals.yaml",
            ORIGINALS,
            id="originals",
            marks=pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the articles are not on this machine"),
        ),
    ],
)
def test_no_match_of_the_articles_is_lost(manifest: str, root: Path | None) -> None:
    claims = tuple(cc.load_claims(ROOT / "claims" / "merida.yaml"))
    taken = 0
    for document in cc.load_sources(ROOT / manifest, root):
        for own, everything, through in both(claims, document, Policy()):
            expected = [m for m in everything if m.taken]
            assert [m for m in through if m.taken] == expected, (document.source.id, own.id)
            taken += len(expected)
    assert taken > 40
