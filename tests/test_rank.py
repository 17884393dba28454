"""Ranking: the best text first, scores within bounds, blind to typography and to what is added."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.stems import stem
from claimcheck.matching.background import rareness
from claimcheck.matching.cohesion import cohesion, is_sorted
from claimcheck.matching.compounds import pieces
from claimcheck.matching.equivalents import kin
from claimcheck.matching.rank import Ranker
from claimcheck.matching.ranked_words import query_words, ranked_words
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


FUND = [
    "The harbour fund was set up by two ministers.",
    "Ministers praised it.",
    "The opera in Vienna is closed.",
    "The trams in Rome stand still.",
    "Ministers eat in Oslo.",
]


def scores(query: str, *, running: bool | None = None) -> dict[int, float]:
    return {r.index: r.score for r in Ranker(FUND, running=running).rank(query)}


def test_neighbours_count_in_running_text_only() -> None:
    running, listed = scores("the ministers' harbour fund", running=True), scores("ministers' fund", running=False)
    assert running[1] > running[4] > 0
    assert listed[1] == pytest.approx(listed[4], rel=0.1)


def test_a_neighbour_gives_at_most_as_much_as_a_text_has_itself() -> None:
    query = "ministers' harbour fund"
    own = scores(query, running=False)
    ranker = Ranker(FUND, running=True)
    for i in range(len(FUND)):
        near = sum(w.points for w in ranker.explain(query, i) if w.what == "neighbour")
        assert near <= own[i] + 1e-9 or own[i] == 0


def test_a_text_without_a_word_of_the_query_gains_a_little_beside_those_that_have_some() -> None:
    running, listed = scores("harbour fund", running=True), scores("harbour fund", running=False)
    assert running[0] > 4 * running[1] > 0 == running[4]
    assert listed[1] == 0


CLUSTERED = [0.0, 0.0, 0.0, 7.0, 9.0, 8.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]
SCATTERED = [7.0, 0.0, 0.0, 9.0, 0.0, 0.0, 1.0, 0.0, 0.0, 8.0, 0.0, 0.0]


def test_cohesion_tells_running_text_from_a_list() -> None:
    assert cohesion(CLUSTERED) == 1
    assert cohesion(SCATTERED) == 0


@settings(deadline=None, max_examples=100)
@given(st.lists(st.floats(0, 100), max_size=30))
def test_cohesion_is_a_share(scores: list[float]) -> None:
    assert 0 <= cohesion(scores) <= 1
    assert cohesion(scores) == pytest.approx(cohesion(scores[::-1]), abs=1e-6)
    assert cohesion([5.0] * len(scores)) == 0


def test_equal_texts_of_a_list_stand_in_their_own_order() -> None:
    texts = ["Rome sleeps.", "The fund is old.", "Oslo sleeps.", "The fund is old.", "Vienna sleeps."]
    assert [r.index for r in Ranker(texts, running=False).rank("fund", limit=2)] == [1, 3]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Nov. 6, 2012", "6 November 2012"),
        ("the 6th of November", "November 6 of the"),
        ("the 1970s", "the 1970"),
        ("THE 3RD, THE 24TH", "the 3, the 24"),
        ("06 Nov 2012", "November 6 2012"),
        ("$3.3 million", "million $3,300,000"),
        ("180K visitors", "k visitors 180,000"),
        ("eight boats", "8 boats"),
        ("twenty boats", "20 boats"),
    ],
)
def test_numbers_and_days_are_what_they_say(left: str, right: str) -> None:
    assert sorted(ranked_words(left)) == sorted(ranked_words(right))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("all 12 may come", ["all", "12", "may", "come"]),
        ("12 May 2012", ["12 may", "may", "2012"]),
        ("May 2012", ["may", "2012"]),
        ("on 45 November", ["on", "45", "november"]),
        ("one boat", ["one", "boat"]),
        ("1.2.3 million", ["1.2.3", "million"]),
        ("2.55 thousand", ["2550", "thousand"]),
        ("0.0001 million", ["100", "million"]),
        ("0.00001 thousand", ["0.00001", "thousand"]),
    ],
)
def test_what_a_number_is_read_as(text: str, expected: list[str]) -> None:
    assert ranked_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm", ["i", "am"]),
        ("they’ve", ["they", "have"]),
        ("we'd", ["we", "would"]),
        ("don't", ["do", "not"]),
        ("CAN'T", ["can", "not"]),
        ("won't", ["will", "not"]),
        ("Ana's", ["ana's"]),
        ("O'Brien", ["o'brien"]),
        ("n't", ["n", "not"]),
        ("5's", ["5"]),
    ],
)
def test_contractions_are_the_words_they_stand_for(text: str, expected: list[str]) -> None:
    assert ranked_words(text) == expected


def test_a_contraction_is_no_rare_word() -> None:
    texts = ["I'm late.", "The gendarmes are late.", "Boats sink."]
    assert Ranker(texts).rank("I'm told that gendarmes came")[0].index == 1


@pytest.mark.parametrize(
    "names",
    [
        "Syria Syrian Syrians",
        "mum mom mothers mother's",
        "photo photograph pics pictures",
        "POTUS president",
        "kids children",
        "uk British Britain",
    ],
)
def test_one_thing_under_several_names(names: str) -> None:
    assert len({kin(word) for word in map(str.lower, names.split())}) == 1


@pytest.mark.parametrize(("left", "right"), [("bomb", "explosive"), ("king", "kingdom"), ("polish", "politics")])
def test_what_is_merely_akin_is_something_else(left: str, right: str) -> None:
    assert kin(left) != kin(right)


def test_a_thing_is_found_under_its_other_name() -> None:
    assert Ranker(["Gulls fly.", "Mothers row.", "Boats sink."]).rank("moms")[0].index == 1


VOCABULARY = {
    "harbour": [1, 2],
    "fund": [2],
    "save": [4, 5],
    "the": [1, 2, 3, 4],
    "piers": [5],
    "harb": [3],
    "our": [1],
    "of": [1, 2, 3],
    "sea": [2],
    "an": [1, 2],
}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("harbourfund", ("harbour", "fund")),
        ("savethepiers", ("save", "the", "piers")),
        ("seaofpiers", ("sea", "of", "piers")),
        ("harbourfunding", ()),
        ("seafund", ()),  # shorter than what is taken apart
        ("harbours1", ()),
        ("", ()),
        ("sea" * 14, ()),  # longer than any word
    ],
)
def test_words_written_together_are_taken_apart(word: str, expected: tuple[str, ...]) -> None:
    assert pieces(word, VOCABULARY, 5) == expected


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(sorted(VOCABULARY)), min_size=1, max_size=6), st.text("abhrou", max_size=4))
def test_pieces_make_the_word_again(words: list[str], noise: str) -> None:
    word = "".join(words)
    found = pieces(word, VOCABULARY, 5)
    assert "".join(found) == (word if found else "")
    assert set(found) <= VOCABULARY.keys()
    assert bool(found) or not 8 <= len(word) <= 40 or "an" in words
    assert "".join(pieces(word + noise, VOCABULARY, 5)) in ("", word + noise)


@pytest.mark.parametrize("tag", ["#harbourfund", "#HARBOURFUND", "harbourfund", "@harbourfund"])
def test_a_tag_finds_what_it_is_written_together_from(tag: str) -> None:
    assert [r.index for r in Ranker([*TEXTS, "Rome sleeps."]).rank(f"so {tag} it is", limit=1)] == [0]


def test_an_address_glued_to_a_tag_is_no_word() -> None:
    assert ranked_words("#RedPierpic.twitter.com/Xb2 and #Gullshttps://example.org/a") == [
        "red",
        "pier",
        "and",
        "gulls",
    ]


def test_a_day_is_no_number() -> None:
    texts = ["Six boats came.", "The pier was closed on 6 November.", "On May 6 gulls came."]
    assert [r.index for r in Ranker(texts).rank("Nov. 6") if r.score] == [1]


@pytest.mark.parametrize("dash", [" — ", " – ", " -- ", " - "])
def test_an_attribution_counts_less(dash: str) -> None:
    counted = query_words(f"The piers sink{dash}Ana Ruiz (@anaruiz) May 3, 2019")
    assert counted["piers"] == 1 > counted["ruiz"] == counted["3 may"] > 0


def test_a_name_and_a_day_make_an_attribution_too() -> None:
    assert query_words("The piers sink – Ana Ruiz, May 3, 2019")["ruiz"] < 1


@pytest.mark.parametrize("text", ["The piers - all ten - sank in 2007", "Rome – Ana Ruiz said so", "— Ana Ruiz"])
def test_a_dash_alone_makes_no_attribution(text: str) -> None:
    assert set(query_words(text).values()) == {1.0}


def test_what_a_query_repeats_counts_more() -> None:
    counted = query_words("piers sink, piers rot, piers, piers!")
    assert counted["sink"] < counted["piers"] == query_words("piers piers piers")["piers"]
    texts = ["Sucre sleeps.", "Oruro sleeps.", "Potosi sleeps."]
    assert Ranker(texts).rank("Oruro or Potosi? Potosi!")[0].index == 2


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=40), st.sampled_from(["", " 6 Nov. 2012 ", " 3.3 million ", " — A (@a) May 3, 2019"]))
def test_the_words_of_any_text_are_words(noise: str, woven: str) -> None:
    assert all(word and word[0].isalnum() for word in ranked_words(noise + woven + noise))
    assert set(query_words(noise + woven)) <= set(ranked_words(noise + " " + woven)) | set(
        ranked_words(noise + woven)
    )
    assert all(0 < worth <= 2 for worth in query_words(noise + woven + noise).values())


SORTED = [
    f"A {word} sank in Lima." for word in "barge boat canoe cutter dinghy ferry galley kayak launch punt".split()
]


def test_in_a_sorted_list_neither_neighbours_nor_places_count() -> None:
    texts = [*SORTED, "The ferry sank in Rome.", "The kayak sank in Rome."]
    assert is_sorted([ranked_words(text) for text in texts])
    assert {w.what for w in Ranker(texts).explain("ferries of Rome", 10)} == {"word"}
    assert {w.what for w in Ranker(texts, running=True).explain("ferries of Rome", 10)} > {"word"}


def test_running_text_is_not_sorted() -> None:
    assert not is_sorted([ranked_words(text) for text in (TEXTS + FUND) * 3])
    assert not is_sorted([["a"], ["b"]])
    assert not is_sorted([])


@pytest.mark.parametrize("limit", [0, 1, 3, 5, 9])
def test_a_limit_cuts_the_whole_ranking(limit: int) -> None:
    ranker = Ranker(TEXTS)
    assert ranker.rank("the harbour opera", limit=limit) == ranker.rank("the harbour opera")[:limit]


@pytest.mark.parametrize(
    ("rarer", "commoner"), [("merida", "minister"), ("minister", "government"), ("year", "the")]
)
def test_a_word_is_rarer_than_another(rarer: str, commoner: str) -> None:
    assert 0 < rareness(stem(commoner)) < rareness(stem(rarer)) <= 1


def test_rare_words_decide_between_two_texts() -> None:
    """Both words stand in one text each; the rarer one in English at large counts more."""
    texts = ["The people came early.", "The gendarmes came early."]
    assert Ranker(texts).rank("gendarmes and people")[0].index == 1


def test_the_very_form_counts_more_than_the_stem() -> None:
    texts = ["It was founded in Lima.", "The founding took a year.", "Nobody founds clubs."]
    assert Ranker(texts).rank("founding")[0].index == 1


@pytest.mark.parametrize("running", [None, True, False])
def test_explain_adds_up(running: bool | None) -> None:
    ranker = Ranker(TEXTS, running=running)
    for ranked in ranker.rank("the harbour fund paid for piers"):
        made_of = ranker.explain("the harbour fund paid for piers", ranked.index)
        assert {w.what for w in made_of} <= {"word", "neighbour", "place"}
        points = sum(w.points for w in made_of)
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
        "lie lies lied",
        "tie ties tied",
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
