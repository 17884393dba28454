"""Sentences: where they begin and end, what part they play, whom they quote."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.text import Document, Role, Sentence, Source, Span, Zone
from claimcheck.sentences import sentences, split

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
WHITE = " \t\u00a0\u200b\ufeff\r\n\u2028"


def cut(text: str) -> list[str]:
    return [span.of(text) for span in split(text)]


def document(text: str, *zones: Zone) -> Document:
    return Document(Source("a"), text, zones)


def quotes(text: str) -> list[tuple[str, str]]:
    """Words and speaker of each quotation, once."""
    found = dict.fromkeys(quote for sentence in sentences(document(text)) for quote in sentence.quotations)
    return [(quote.span.of(text), quote.speaker) for quote in found]


def roles(text: str) -> list[Role]:
    return [sentence.role for sentence in sentences(document(text))]


# Each row is one line of text with a bar where a sentence ends.
LINES = [
    "The dam is old.| It leaks.| Who knew?| Nobody!| So it goes.",
    "The U.S. Secretary of Fish came.| Some U.S. $3.3 billion is spent.| He lives in the U.S.| She does not.",
    "They met Gen. Ana Ruiz, Mr. So and Sen. Bo Lee in St. Paul.| Both left.",
    "J. K. Marlow wrote to George W. Lee.| That was all between you and I.| Did he answer?",
    "The report by A. B. Ruiz, Ph.D., is late.| Charles V. Lee agreed.| Henry V. is dead.",
    "It cost $7.50.| That is 3.5 percent more.| In 2019.| 15 people left.| $4 was lost.",
    "See No. 5 and fig. 3 on p. 12 of Vol. II.| No.| He would not.| On Sept. 5 and Oct. 12 it rained.",
    "At 5 a.m. Mr. Lee woke.| He slept until 6 p.m. Friday.| They left at 7 p.m.| The bus was late.",
    "She runs Acme Inc. with care.| He left Acme Inc.| It closed.| Lee & Co. Chief Officer Bo Lee stayed.",
    "“Is it safe?” he asked.| “It is!” Lee cried.| “Then go.”| The crowd went.",
    "She said, “It is late.| Go home.”| Then she left.",
    "He paused … and left.| He waited...| Nothing came... at first.| Then . . . it came.",
    "The sum (about 3.3 tons, cf. p. 4) is wrong.| (It was 2 tons before.)| Nobody minds (Lee 55).",
    "It grew by half.[12]| Nobody knows why.[3][4]| The end.",
    "The lake was full in a statement. made on Monday.| Nobody checked.",
    "They have to be. held back, he said.| It was late, she said. to the Herald.",
    "It was as good as gold. ”| The rest was not.",
    "It was “like it used to be.” .| Officials agreed.",
    "The plan begins by May 1 next year. , officials said.| It ends in June.",
    "The dam broke in spring.|The town denies it.| Write to ana.Ruiz@example.com or see www.example.com/a.Html.",
    "“It is over.”|“No, it is not.”",
    "1. Bread and milk| 2. Salt| 3. Water",
    "a) The first part.| b) The second part.",
    "• One thing| • Another thing",
    "my boat is new. |it floats. |i like it",
    "is it far? |no idea",
    "他来了。|我走了。",
    "Rain fell in Boulder, Colo. for days.| It stopped.| Mgr. Lee left.| P.S. It rained again.",
    "It weighs 5 lbs. 3 in all.| See e.g. Ruiz, i.e. the report, etc., by Lee.",
    "The so-called U.S.-Peru deal and the U.S.-made boats stayed.| L.A. Lee signed it.",
]


@pytest.mark.parametrize("marked", LINES)
def test_sentence_ends(marked: str) -> None:
    assert cut(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \ufeff\u200b\r\n\u00a0", []),
        (
            "Lake dries up\r\n\r\n\ufeffIt is dry.\u00a0Fish died.\r\n",
            ["Lake dries up", "It is dry.", "Fish died."],
        ),
        ("One line\vTwo lines\u2028Three lines\x85Four", ["One line", "Two lines", "Three lines", "Four"]),
        ("Root causes\n\nNo stop here\nNor here", ["Root causes", "No stop here", "Nor here"]),
    ],
)
def test_lines_and_white_space(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_text_wrapped_at_a_width_is_joined() -> None:
    wrapped = (
        "Lake Report\n\n"
        "The river has carried more water this spring\n"
        "than in any other year since the dam was built\n"
        "by the old company. Nobody can say why it has\n"
        "risen so fast.\n\n"
        "- A list item\n"
        "- Another item of the list\n"
    )
    assert [" ".join(piece.split()) for piece in cut(wrapped)] == [
        "Lake Report",
        "The river has carried more water this spring than in any other year since the dam was built by the old "
        "company.",
        "Nobody can say why it has risen so fast.",
        "- A list item",
        "- Another item of the list",
    ]


def test_headline_above_a_line_of_text_is_not_joined() -> None:
    assert len(cut("The long headline of a story about a lake and a dam\nThe lake is dry.\nThe dam is not.")) == 3


# Laws

_NOISE = """
    The dam leaks U.S. $3.3 a.m. Gen. No. 5 he Lee said St. i.e. J. etc. 2007 “It is” “ ” " ( ) [ad_1] … ... ? ! .
    ‘So’ it’s ’ ' 1. a) • said, told :) http://a.b/c.D A.B.c. 他。 : ; —
"""
_WORDS = st.sampled_from(_NOISE.split())
_GAPS = st.sampled_from(
    [" ", " ", " ", "", "  ", "\n", "\r\n", "\n\n", "\u00a0", "\ufeff", "\u200b", "\t", "\u2028"]
)
_TEXTS = st.one_of(
    st.lists(st.tuples(_WORDS, _GAPS), max_size=40).map(lambda pairs: "".join(word + gap for word, gap in pairs)),
    st.text(max_size=80),
)


def bare(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and c not in "\u200b\ufeff")


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_nothing_is_lost_between_sentences(text: str) -> None:
    spans = split(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert bare("".join(span.of(text) for span in spans)) == bare(text)
    assert all(bare(span.of(text)) and span.of(text).strip(WHITE) == span.of(text) for span in spans)


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_sentences_stand_where_they_say(text: str) -> None:
    found = sentences(document(text))
    assert tuple(sentence.span for sentence in found) == split(text)
    assert [sentence.index for sentence in found] == list(range(len(found)))
    assert [sentence.paragraph for sentence in found] == sorted(sentence.paragraph for sentence in found)
    for sentence in found:
        assert sentence.text == sentence.span.of(text)
        assert list(sentence.quotations) == sorted(sentence.quotations, key=lambda quote: quote.span)
        for quote in sentence.quotations:
            assert quote.span.meets(sentence.span)
            assert quote.span.end <= len(text)
            assert quote.span.of(text).strip() == quote.span.of(text) != ""


_SIMPLE = st.builds(
    lambda words, mark: " ".join(["Water", *words]) + mark,
    st.lists(st.sampled_from(["boats", "float", "near", "dams", "while", "fish", "sleep", "under"]), min_size=1),
    st.sampled_from([".", "?", "!"]),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(_SIMPLE, min_size=1, max_size=8), st.sampled_from([" ", "  ", "\n", "\u00a0", "\r\n\r\n"]))
def test_plain_sentences_come_back_and_one_of_them_is_one(plain: list[str], gap: str) -> None:
    assert cut(gap.join(plain)) == plain
    assert all(cut(sentence) == [sentence] for sentence in plain)


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        ". ",
        "(",
        "A.",
        "“",
        "“ ",
        "' 'a",
        "!?",
        ".[1]",
        '." ',
        "said ",
        "“I am” he said ",
        "a\n",
        "of ",
        "1. A ",
    ],
)
def test_a_megabyte_of_one_thing(unit: str) -> None:
    """Passes at all only because the time is linear: a quadratic rule would need hours for a megabyte."""
    text = unit * (1_000_000 // len(unit) // (1 if len(unit) < 2 else 8))
    assert bare("".join(span.of(text) for span in split(text))) == bare(text)


@pytest.mark.parametrize(
    "unit", ['"', "“", "“a b c d” ", "“I am” he said ", "said, ", "Lee of ", "“a\n\n", "‘a ", "according to "]
)
def test_many_quotation_marks(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    assert sum(len(sentence.text) for sentence in sentences(document(text))) <= len(text)


# Roles

STORY = "The dam is old. It leaks.\n\nNobody mends it.\n\n{}\n\nThe mayor will pay.\n\nIt is May.\n\nThat is all."


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Root causes", Role.HEADLINE),
        ("‘Very old’", Role.HEADLINE),
        ("Angered by floods, the old town declares the river bank closed", Role.FURNITURE),
        ("[ad_1]", Role.FURNITURE),
        ("Read more:", Role.FURNITURE),
        ("Related: The old town closes its river bank", Role.FURNITURE),
        ("Advertisement", Role.FURNITURE),
        ("By Ana Ruiz and Bo Lee", Role.FURNITURE),
        ("This story was updated with a reply from the mayor.", Role.FURNITURE),
        ("The Herald’s Ana Ruiz contributed to this report.", Role.FURNITURE),
        ("Updated: May 5, 2021", Role.FURNITURE),
        ("The mayor speaks at the lake on May 2. (Ana Ruiz/Lake Agency)", Role.CAPTION),
        ("The mayor at the lake [File: Ana Ruiz/Lake Agency]", Role.CAPTION),
        ("Pictured: the mayor at the lake.", Role.CAPTION),
        ("Updated figures show that the lake is smaller.", Role.BODY),
        ("Read the report.", Role.BODY),
        ("The deal names three things:", Role.BODY),
        ("- a list item without any stop", Role.BODY),
        ("The mayor, who has paid for the dam since 2007 and for the bridge since 2011, and who says the town has "
         "channeled some $3.3 million into both, will not say what comes next", Role.BODY),
    ],
)  # fmt: skip
def test_role_by_form(line: str, role: Role) -> None:
    text = STORY.format(line)
    found = [sentence.role for sentence in sentences(document(text)) if sentence.text in line]
    assert set(found) == {role}
    others = [sentence.role for sentence in sentences(document(text)) if sentence.text not in line]
    assert set(others) == {Role.BODY}


def test_top_of_an_article() -> None:
    text = "The Lake HeraldNews From Upstream\n\nTown mends its dam\n\nBy Ana Ruiz\n\nThe dam is old.\n\nIt leaks."
    assert roles(text) == [Role.FURNITURE, Role.HEADLINE, Role.FURNITURE, Role.BODY, Role.BODY]


def test_links_below_read_more_are_furniture_until_text_goes_on() -> None:
    text = "The dam is old.\n\nRead more:\n\nTown sues the dam’s builders\n\nLake dries up\n\nThe mayor will pay."
    assert roles(text) == [Role.BODY, *[Role.FURNITURE] * 3, Role.BODY]


def test_notes_without_full_stops_are_text() -> None:
    assert roles("Dam built in 2007\nCost $3 million in all\nStill leaking as of last week") == [Role.BODY] * 3
    text = "The dam.\n\n" + "The town spent $3 million on the dam in 2007\n\n" * 4
    assert roles(text) == [Role.BODY] * 5


def test_a_caption_within_a_paragraph() -> None:
    assert roles("The mayor came. (Pictured: the mayor and the dam.)") == [Role.BODY, Role.CAPTION]


def test_zones_go_before_form() -> None:
    text = "Dam is old\n\nThe dam leaks. It is old."
    zones = (Zone(Span(0, 10), Role.BODY), Zone(Span(12, 26), Role.FURNITURE))
    assert [s.role for s in sentences(document(text, *zones))] == [Role.BODY, Role.FURNITURE, Role.BODY]


# Quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will mend the dam,” Ana Ruiz said.", [("We will mend the dam,", "Ana Ruiz")]),
        ("“We will mend the dam,” said Bo Lee, a farmer.", [("We will mend the dam,", "Bo Lee")]),
        ("“We will mend the dam”, said the third responsible for water.",
         [("We will mend the dam", "the third responsible for water")]),
        ('"We will mend the dam," said U.S. Secretary of Fish Ana Ruiz from her boat.',
         [("We will mend the dam,", "Ana Ruiz")]),
        ("“We will mend it, ”Lee said.", [("We will mend it,", "Lee")]),
        ("“We will mend the dam. “", [("We will mend the dam.", "")]),
        ("Lake Department spokesman Bo Lee said “we will mend the dam.”", [("we will mend the dam.", "Bo Lee")]),
        ("Bo Lee, a farmer, told the Herald that “the lake is gone for good”.",
         [("the lake is gone for good", "Bo Lee")]),
        ("Lee, in June, said it was “as good as it used to be”.", [("as good as it used to be", "Lee")]),
        ("The mayor paid, but the second official said it was “a human approach to fish” and left.",
         [("a human approach to fish", "the second official")]),
        ("According to Bo Lee, “it was never about the money.”", [("it was never about the money.", "Bo Lee")]),
        ("“It was never about the money,” according to Bo Lee.", [("It was never about the money,", "Bo Lee")]),
        ("“After nine years it’s time,” Lee said. “But the dam holds.”",
         [("After nine years it’s time,", "Lee"), ("But the dam holds.", "Lee")]),
        ("“Nobody at all,” the mayor told reporters, “asked us.”",
         [("Nobody at all,", "the mayor"), ("asked us.", "the mayor")]),
        ("Ana Ruiz, the mayor, said it was late. “We are in the last year. How long will it take?” she said.",
         [("We are in the last year. How long will it take?", "Ana Ruiz")]),
        ("Mayor Ana Ruiz came.\n\n“It leaks a little,” Ruiz said.", [("It leaks a little,", "Ana Ruiz")]),
        ("“First we counted fish.\n\n“Then we counted birds,” said Bo Lee.",
         [("First we counted fish.", "Bo Lee"), ("Then we counted birds,", "Bo Lee")]),
        ("‘We will mend the farmers’ dam,’ said Lee.", [("We will mend the farmers’ dam,", "Lee")]),
        ("«We will mend the dam», Lee said. „We will not“, Ruiz said.",
         [("We will mend the dam", "Lee"), ("We will not", "Ruiz")]),
        ("Officials said “it leaks and leaks”. They said so.", [("it leaks and leaks", "officials")]),
        ("The Ministry of Water said: “We regret the long delay.”",
         [("We regret the long delay.", "Ministry of Water")]),
        ("“It’s time for a new dam” that has “room for fish and boats,” Ana Ruiz of Lima said on Friday.",
         [("It’s time for a new dam", "Ana Ruiz"), ("room for fish and boats,", "Ana Ruiz")]),
        ("The “war on floods” and the “Plan of the Poor” were a ‘success’; it’s the boats’ owners’ fault.",
         []),
        ("They called it a “lie”. “No,” Lee said.", [("No,", "Lee")]),
        ("“Nobody closes this one. The next sentence is not quoted.", [("Nobody closes this one.", "")]),
        ("“They told us nothing,” they said.", [("They told us nothing,", "")]),
    ],
)  # fmt: skip
def test_quotations(text: str, expected: list[tuple[str, str]]) -> None:
    assert quotes(text) == expected


def test_a_quotation_over_several_sentences_is_given_with_each() -> None:
    found = sentences(document("Lee said: “It leaks. It always did. So what?” Then it rained."))
    assert [len(sentence.quotations) for sentence in found] == [1, 1, 1, 0]
    assert len({quote for sentence in found for quote in sentence.quotations}) == 1


# The five articles, checked by eye

needs_articles = pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not here")


def article(number: str) -> tuple[Sentence, ...]:
    path = next(SEEDS.glob(f"{number}_*.txt"))
    return sentences(document(path.read_bytes().decode("utf-8")))


@needs_articles
@pytest.mark.parametrize(
    ("number", "count", "headlines", "captions", "furniture"),
    [
        ("000", 24, (), (), ()),
        ("001", 23, (0,), (12,), ()),
        ("002", 31, (6, 20), (), (29, 30)),
        ("003", 55, (1,), (2, 3), (0, 13, 25, 51, 52, 53, 54)),
        ("004", 26, (0, 10), (), (1, 24, 25)),
    ],
)
def test_roles_in_the_articles(
    number: str, count: int, headlines: tuple[int, ...], captions: tuple[int, ...], furniture: tuple[int, ...]
) -> None:
    found = article(number)
    assert len(found) == count
    for role, expected in ((Role.HEADLINE, headlines), (Role.CAPTION, captions), (Role.FURNITURE, furniture)):
        assert tuple(sentence.index for sentence in found if sentence.role is role) == expected


@needs_articles
@pytest.mark.parametrize(
    ("number", "phrase"),
    [
        ("001", "about U.S. $3.3 billion since 2007 to"),
        ("002", "statement. briefing Thursday"),
        ("002", "they are. held"),
        ("002", "the fact. that"),
        ("002", "said. said Wednesday"),
        ("003", "Gen. Salvador Cienfuegos, on"),
        ("003", "George W. Bush and"),
        ("004", "president.” ."),
        ("004", "next year. , officials said."),
        ("004", "said. to the Reuters"),
    ],
)
def test_phrases_that_stay_in_one_sentence(number: str, phrase: str) -> None:
    assert sum(phrase in sentence.text for sentence in article(number)) == 1


@needs_articles
@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("000", {1: ["Anthony Blinken"], 2: ["Anthony Blinken"], 4: ["Anthony Blinken"], 5: ["Anthony Blinken"],
                 7: ["Marcelo Ebrard"]}),
        ("001", {7: ["Antony Blinken"], 9: ["the Mexican leader"], 17: ["Falko Ernst"], 18: ["Falko Ernst"]}),
        ("002", {0: ["the official"], 1: ["the official"], 3: ["Ned Price"], 4: ["Ned Price"],
                 9: ["the second official"], 11: ["the third official"], 12: ["the third official"],
                 13: ["the third official"], 14: ["the third official"],
                 15: ["the third responsible for administration"],
                 16: ["the third responsible for administration"],
                 22: ["Blinken"], 23: ["Blinken"], 25: ["Ned Price"], 26: ["Ned Price"], 27: ["Ned Price"],
                 28: ["Ned Price"]}),
        ("003", {9: ["Antony Blinken", "Antony Blinken"], 12: ["Marcelo Ebrard"], 17: ["Dan Restrepo"],
                 18: ["Dan Restrepo"], 27: ["the Mexican leader"], 30: ["Anne Milgram"], 37: ["Eric Olson"],
                 38: ["Eric Olson"], 47: ["Ricardo Márquez Blas"], 48: ["Ricardo Márquez Blas"],
                 50: ["Eric Olson"]}),
        ("004", {5: ["Ned Price"], 6: ["Ned Price"], 13: ["Andres Manuel Lopez Obrador"]}),
    ],
)  # fmt: skip
def test_speakers_in_the_articles(number: str, expected: dict[int, list[str]]) -> None:
    found = {s.index: [quote.speaker for quote in s.quotations] for s in article(number) if s.quotations}
    assert found == expected
