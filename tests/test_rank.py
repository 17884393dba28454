"""Ranking: the best text first, scores within bounds, blind to typography and to what is added."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.stems import stem
from claimcheck.matching import Ranker
from claimcheck.matching.terms import terms

TEXTS = [
    "The harbour fund was set up in 2007 by two ministers.",
    "It has paid for eleven piers.",
    "Fishermen say that the piers are too short.",
    "In Vienna the opera closed for repairs that cost €9,052.",
    "Its chorus sang in the street.",
]


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("When was the Harbour Fund founded? 2007", 0),
        ("the harbor fund", 0),
        ("piers paid for by the fund", 1),
        ("repairing the opera house", 3),
        ("costs of 9052 euros", 3),
        ("street singing", 4),
        ("#ShortPiers https://example.org/opera", 2),
    ],
)
def test_the_best_comes_first(query: str, best: int) -> None:
    assert Ranker(TEXTS).rank(query)[0].index == best


def test_every_text_comes_once_by_falling_score() -> None:
    ranked = Ranker(TEXTS).rank("opera in the harbour")
    assert sorted(r.index for r in ranked) == list(range(5))
    assert [r.score for r in ranked] == sorted((r.score for r in ranked), reverse=True)
    assert Ranker(TEXTS).rank("opera in the harbour", limit=2) == ranked[:2]


def test_a_text_itself_scores_full() -> None:
    for i, text in enumerate(TEXTS):
        best = Ranker(TEXTS).rank(text)[0]
        assert (best.index, round(best.score)) == (i, 100)


def test_neighbours_count_in_running_text_only() -> None:
    texts = ["The harbour fund is old.", "It was praised.", "Vienna sleeps.", "Rome sleeps.", "Oslo sleeps."]
    running, listed = Ranker(texts, running=True), Ranker(texts, running=False)
    assert {r.index: r.score for r in running.rank("harbour")}[1] > 0
    assert {r.index: r.score for r in listed.rank("harbour")}[1] == 0


def test_alphabetical_texts_are_a_list() -> None:
    towns = [
        f"{town} has a new bridge over its river."
        for town in ("Aston", "Bury", "Crewe", "Derby", "Ely", "Frome", "Goole", "Hove")
    ]
    scores = {r.index: r.score for r in Ranker(towns).rank("Crewe")}
    assert scores[2] > 0 == scores[1]


def test_explain_adds_up() -> None:
    ranker = Ranker(TEXTS)
    for ranked in ranker.rank("the harbour fund paid for piers"):
        points = sum(w.points for w in ranker.explain("the harbour fund paid for piers", ranked.index))
        assert min(100.0, points) == pytest.approx(ranked.score)
    with pytest.raises(IndexError, match="no text 9 among 5"):
        ranker.explain("piers", 9)


@pytest.mark.parametrize(("texts", "query"), [([], "a"), ([""], ""), (["…", "—"], "…"), (["a"], "")])
def test_empty_and_wordless(texts: list[str], query: str) -> None:
    assert [r.score for r in Ranker(texts).rank(query)] == [0.0] * len(texts)


_ANY = st.text(max_size=50)


@settings(deadline=None, max_examples=150)
@given(st.lists(_ANY, max_size=6), _ANY)
def test_any_text_can_be_ranked(texts: list[str], query: str) -> None:
    ranked = Ranker(texts).rank(query)
    assert sorted(r.index for r in ranked) == list(range(len(texts)))
    assert all(0 <= r.score <= 100 for r in ranked)
    assert ranked == Ranker(texts).rank(query)


@pytest.mark.parametrize(
    ("plain", "typographic"),
    [('Merida\'s "pact" - in full', "Mérida’s “pact” – in full"), ("ten boats", "ten\N{NO-BREAK SPACE}boats")],
)
def test_typography_is_blind(plain: str, typographic: str) -> None:
    assert terms(plain) == terms(typographic)


@pytest.mark.parametrize(
    "forms",
    [
        "begin begins began begun beginning",
        "give gives gave given giving",
        "launch launched launches launching",
        "appropriate appropriated appropriation appropriations",
        "arrest arrests arrested arresting",
        "city cities",
        "agree agreed agrees agreeing",
        "person people",
        "organise organised organized organisation organization",
        "programme program programs",
        "plan planned planning plans",
        "minister ministers minister's",
    ],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1, {f: stem(f) for f in forms.split()}


@pytest.mark.parametrize(
    ("left", "right"),
    [("university", "universe"), ("policy", "police"), ("army", "arm"), ("general", "generate"), ("news", "new")],
)
def test_different_words_keep_different_stems(left: str, right: str) -> None:
    assert stem(left) != stem(right)
