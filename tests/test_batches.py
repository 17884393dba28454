"""Batches and their results: whatever is worked on together, and in whatever order, the report is the same."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from batch_data import CLAIMS, document, documents
from engine_work import Told
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck as cc
from claimcheck import engines, pipeline
from claimcheck.errors import InvalidValue
from claimcheck.model.claim import ClaimSet, CuratedReading, Match
from claimcheck.model.text import Sentence, Span
from claimcheck.pipeline.batch import Batch, Item, Work, batches
from claimcheck.pipeline.partial import NEAREST_SOURCES, Gathering, Near, Part, Partial, merge
from claimcheck.policy import DEFAULT
from claimcheck.reports import json

DOCUMENTS = documents(11)
WORK = Work(CLAIMS, DEFAULT)
WHOLE = json.render(cc.check(CLAIMS, DOCUMENTS))
ONE_BY_ONE = tuple(WORK(Batch(n, (d,))) for n, d in enumerate(DOCUMENTS))


class Shuffled:
    """An engine that cuts batches as it is told and does them in the order that it is told."""

    NAME = "shuffled"
    OPTIONS = ()

    def __init__(self, ends: Sequence[int], order: Sequence[int]) -> None:
        self.ends, self.order = ends, order

    def run(self, work: Work, given: Iterator[Batch], **options: object) -> Iterator[Partial]:
        items = [item for batch in given for item in batch.items]
        cuts = [0, *sorted(self.ends), len(items)]
        cut = [Batch(a, tuple(items[a:b])) for a, b in pairwise(cuts) if a < b]
        yield from (work(batch) for batch in sorted(cut, key=lambda batch: self.order[batch.first]))


class TestAnyPartition:
    @settings(max_examples=15, deadline=None)
    @given(
        st.sets(st.integers(1, len(DOCUMENTS) - 1)),
        st.permutations(range(len(DOCUMENTS))),
    )
    def test_and_any_order_gives_the_same_bytes(self, ends: set[int], order: list[int]) -> None:
        engine = Shuffled(tuple(ends), order)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(engines, "by_name", lambda *_: engine)
            assert json.render(cc.check(CLAIMS, DOCUMENTS)) == WHOLE

    def test_and_an_iterator_whose_length_nobody_knows(self) -> None:
        told: list[tuple[str, int, int]] = []
        report = cc.check(CLAIMS, (d for d in DOCUMENTS), progress=lambda *step: told.append(step))
        assert json.render(report) == WHOLE
        assert told[0] == ("checking", 0, 0)

    def test_and_documents_that_are_read_where_the_work_is(self) -> None:
        assert json.render(cc.check(CLAIMS, [Told(d) for d in DOCUMENTS])) == WHOLE


PARTIALS = st.lists(st.sampled_from(ONE_BY_ONE), max_size=6).map(merge)


class TestMerge:
    @settings(max_examples=25, deadline=None)
    @given(PARTIALS, PARTIALS, PARTIALS)
    def test_is_associative_commutative_and_takes_repetition(self, a: Partial, b: Partial, c: Partial) -> None:
        assert merge((merge((a, b)), c)) == merge((a, merge((b, c))))
        assert merge((a, b)) == merge((b, a))
        assert merge((a, a)) == a

    def test_nothing_is_neutral(self) -> None:
        for partial in ONE_BY_ONE:
            assert merge((partial, Partial())) == partial
        assert merge(()) == Partial()

    def test_two_documents_at_one_position_are_refused(self) -> None:
        with pytest.raises(InvalidValue, match="two documents are at the position 0"):
            merge((WORK(Batch(0, DOCUMENTS[:1])), WORK(Batch(0, DOCUMENTS[1:2]))))

    @settings(max_examples=12, deadline=None)
    @given(st.permutations(ONE_BY_ONE))
    def test_gathering_is_merging(self, given: list[Partial]) -> None:
        gathering = Gathering()
        for partial in given:
            gathering.add(partial)
        assert gathering.whole() == merge(given)

    @settings(max_examples=12, deadline=None)
    @given(st.lists(st.integers(0, 9), min_size=NEAREST_SOURCES, max_size=3 * NEAREST_SOURCES), st.randoms())
    def test_of_the_nearest_sentences_only_the_best_are_kept(self, scores: list[int], dice: object) -> None:
        given = [_near(position, score) for position, score in enumerate(scores)]
        dice.shuffle(given)  # type: ignore[attr-defined]
        kept = merge(given).nearest
        wanted = sorted(range(len(scores)), key=lambda n: (-scores[n], n))[:NEAREST_SOURCES]
        assert [near.position for near in kept] == sorted(wanted)
        half = len(given) // 2
        assert merge((merge(given[:half]), merge(given[half:]))).nearest == kept


def _near(position: int, score: int) -> Partial:
    sentence = Sentence("d", 0, 0, Span(0, 1), "A")
    match = Match("start", sentence, None, float(score), refusal="has no year")
    return Partial((Part(position, cc.Source("d")),), (Near(0, position, (match,)),))


class TestBatches:
    def test_are_cut_by_number_and_by_size(self) -> None:
        given = documents(10)
        assert [len(b.items) for b in batches(given, documents=4)] == [4, 4, 2]
        assert [b.first for b in batches(given, documents=4)] == [0, 4, 8]
        size = len(given[0].text)
        assert [len(b.items) for b in batches(given[:1] * 5, characters=2 * size)] == [2, 2, 1]
        assert list(batches(())) == []

    def test_are_taken_one_after_another(self) -> None:
        taken: list[int] = []

        def endless() -> Iterator[Item]:
            for n in range(10**9):
                taken.append(n)
                yield document(n)

        next(batches(endless(), documents=3))
        assert taken == [0, 1, 2]

    def test_are_named_by_their_documents(self) -> None:
        assert str(Batch(4, documents(1))) == "document 5 (d00)"
        assert str(Batch(0, documents(3))) == "documents 1 to 3 (d00 to d02)"


class TestWhatIsWrong:
    def test_documents_that_cannot_be_read_are_told_together(self) -> None:
        given = [Told(d, problem=f"{d.source.id} is torn" if n % 4 == 1 else "") for n, d in enumerate(DOCUMENTS)]
        with pytest.raises(cc.SourceError) as error:
            cc.check(CLAIMS, given)
        assert [p.message for p in error.value.problems] == ["d01 is torn", "d05 is torn", "d09 is torn"]

    def test_a_file_that_is_gone_is_told_from_where_it_was_to_be_read(self, tmp_path: Path) -> None:
        for name in ("a", "b"):
            (tmp_path / f"{name}.txt").write_text("The Lindford Fair began in 1987.\n", encoding="utf-8")
        given = list(pipeline.stream_sources(tmp_path))
        claims = evolve(CLAIMS, claims=tuple(evolve(c, readings=()) for c in CLAIMS))
        assert json.render(cc.check(claims, given)) == json.render(cc.check(claims, cc.load_sources(tmp_path)))
        (tmp_path / "b.txt").unlink()
        with pytest.raises(cc.SourceError, match=r"b\.txt"):
            cc.check(claims, given)

    @pytest.mark.parametrize("known", [True, False])
    def test_an_unknown_source_is_told_before_or_after(self, known: bool) -> None:
        given = documents(3) if known else iter(documents(3))
        with pytest.raises(cc.ClaimFileError, match="there is no source `d03`"):
            cc.check(CLAIMS, given)

    def test_quotes_without_a_value_are_told_by_claim(self) -> None:
        first, second, third = CLAIMS
        broken = ClaimSet(
            (
                evolve(first, readings=(CuratedReading("d03", "The Lindford Fair drew"),)),
                evolve(second, readings=(CuratedReading("d00", "It drew"),)),
                third,
            )
        )
        with pytest.raises(cc.ClaimFileError) as error:
            cc.check(broken, DOCUMENTS)
        kinds = [p.message.rsplit(" ", 1)[1] for p in error.value.problems]
        assert kinds == ["year", "count"]


def test_very_many_sources_without_a_date_are_counted() -> None:
    given = [cc.Document(cc.Source(f"s{n}"), "Nothing.") for n in range(25)]
    report = cc.check(evolve(CLAIMS, claims=CLAIMS.claims[1:]), given)
    assert len(report.notes) == 21
    assert report.notes[-1] == "5 more sources have no publication date"
