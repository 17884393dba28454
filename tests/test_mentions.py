"""Mentions: overlaps settled, spans in place, scope and modality kept, and a value read from a whole text."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import InvalidValue
from claimcheck.grammar.kind import Found, Kind, needs_of, triggers_of
from claimcheck.grammar.numerals import Numeral, numerals
from claimcheck.grammar.tokens import Tokens, tokenize
from claimcheck.mentions import find, in_sentence, read_value
from claimcheck.model.claim import Mention, Modality
from claimcheck.model.text import Context, Quotation, Sentence, Span
from claimcheck.model.value import Value
from claimcheck.values import KINDS

DAY = Context(date(2021, 10, 8))


def found(text: str) -> list[tuple[str, str]]:
    return [(m.value.kind, m.surface) for m in find(text, KINDS, DAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it paid about $3.3 billion for 5 ships", [("money", "about $3.3 billion"), ("count", "5 ships")]),
        ("5 percent of 300 people", [("percent", "5 percent"), ("count", "300 people")]),
        ("a 13-year-old pact", [("duration", "13-year-old")]),
        ("between 5 and 7 km", [("measure", "between 5 and 7 km")]),
        ("the third of 5 talks", [("ordinal", "third"), ("count", "5 talks")]),
        ("rose from $3-4 billion", [("money", "$3-4 billion")]),
        ("six\n\n2 people", [("count", "six"), ("count", "2 people")]),
        ("", []),
        ("nothing of the kind", []),
        ("[ad_1] H-2 COVID-19 G-20 Section 427 no one", []),
    ],
)
def test_the_longest_find_wins(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_of_two_finds_as_long_the_kind_listed_first_wins() -> None:
    (mention,) = find("it lasted 13 years", KINDS, DAY)
    assert mention.value.kind == "duration"
    (mention,) = find("it lasted 13 years", tuple(reversed(KINDS)), DAY)
    assert mention.value.kind == "duration"  # `count` leaves units of time alone


def test_spans_are_those_of_the_text_given() -> None:
    text = "\ufeffFirst,\r\n\r\nmore than 300,000 people"
    for mention in find(text, KINDS, DAY):
        assert mention.span.of(text) == mention.surface


def test_in_a_sentence_spans_are_those_of_the_document() -> None:
    text = "“We lost 5 ships,” she said of the 7 ships."
    quoted = Quotation(Span(101, 117), "Ann Smith")
    sentence = Sentence("s", 0, 0, Span(100, 100 + len(text)), text, quotations=(quoted,))
    one, other = in_sentence(sentence, KINDS, DAY)
    assert (one.span, one.surface, one.quotation) == (Span(109, 116), "5 ships", quoted)
    assert (other.surface, other.quotation) == ("7 ships", None)


def only(text: str) -> Mention:
    (mention,) = find(text, KINDS, Context())
    return mention


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("the state spent $5 million", Modality.STATED),
        ("the state will spend $5 million", Modality.PLANNED),
        ("the state plans to spend $5 million", Modality.PLANNED),
        ("it is expected to cost $5 million", Modality.PLANNED),
        ("a deal to be signed for $5 million", Modality.PLANNED),
        ("a deal that will replace the $5 million scheme", Modality.STATED),
        ("it will, she said, and it spent $5 million", Modality.STATED),
        ("it hoped for more but spent $5 million", Modality.STATED),
        ("the state did not spend $5 million", Modality.DENIED),
        ("he denied taking $5 million", Modality.DENIED),
        ("not only did $5 million go", Modality.STATED),
        ("it could cost $5 million", Modality.HYPOTHETICAL),
        ("if it cost $5 million", Modality.HYPOTHETICAL),
        ("it would have cost $5 million", Modality.HYPOTHETICAL),
    ],
)
def test_modality(text: str, modality: Modality) -> None:
    assert only(text).modality is modality


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("it paid $5 million", ()),
        ("it paid $5 million per year", ("per year",)),
        ("it paid $5 million a year", ("per year",)),
        ("it paid $5 million annually", ("per year",)),
        ("they paid $5 million each", ("each",)),
        ("In total, it paid $5 million", ("in total",)),
        ("it paid $5 million in total", ("in total",)),
        ("it paid $5 million so far", ("so far",)),
        ("it paid a record $5 million", ("a record",)),
        ("it paid $7 million", ()),
        ("up from $5 million", ("up from",)),
        ("it initially paid $5 million", ("initially",)),
        ("a total of 5 ships", ("in total",)),
        ("a record number of deaths", ("a record",)),
    ],
)
def test_scope(text: str, scope: tuple[str, ...]) -> None:
    assert only(text).scope == scope


@pytest.mark.parametrize(
    ("text", "kind", "normal"),
    [
        (" $3 billion ", "money", "$3 billion"),
        ("2007", "year", "2007"),
        ("9,052", "count", "9,052"),
        ("4.5%", "percent", "4.5%"),
        ("1.3 tons", "measure", "1.3 tons"),
        ("3rd", "ordinal", "3rd"),
    ],
)
def test_read_value(text: str, kind: str, normal: str) -> None:
    value = read_value(text, kind, KINDS)
    assert (value.kind, value.normal, value.written) == (kind, normal, text.strip())


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("", "money", "a money is expected, but nothing is written; write, for example, '$3.3 billion'"),
        ("lots", "money", "'lots' is not a money: no value was found in it"),
        ("3 billion", "money", "'3 billion' is not a money: found count '3 billion'"),
        ("$3 and then $4", "money", "'$3 and then $4' holds 2 values of the kind money, one is expected"),
        ("some other $3 deal", "money", "is more than one money: '$3' is, the rest is not"),
        ("2007", "moeny", "there is no value kind 'moeny'; the kinds are money, percent"),
    ],
)
def test_what_is_not_one_value_is_explained(text: str, kind: str, says: str) -> None:
    with pytest.raises(InvalidValue) as error:
        read_value(text, kind, KINDS)
    assert says in str(error.value)


@frozen
class Stars:
    """A kind from outside the package: ratings in stars."""

    name: str = "stars"

    def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
        for n in numerals:
            if text.word(n.last) in ("star", "stars") and n.number is not None:
                value = Value(
                    "stars", f"{n.number} stars", n.number, "star", written=text.surface(n.first, n.last + 1)
                )
                yield Found(n.first, n.last + 1, value)


def test_texts_without_a_trigger_are_not_read() -> None:
    asked = []

    class Asking:
        name = "asking"
        example = "a clue"
        triggers = frozenset({"clue"})

        def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> Iterable[Found]:
            asked.append(text.text)
            return ()

    kinds: tuple[Kind, ...] = (Asking(),)
    for text in ("nothing here", "a clue", "room 5", "İ nothing"):
        find(text, kinds, Context())
    assert asked == ["a clue", "room 5"]
    with pytest.raises(InvalidValue, match="write, for example, 'a clue'"):
        read_value("nothing", "asking", kinds)


NEEDING = (
    "5|5 | 5|two |twenty|-|half |a |third |of |th|st |dozen |hundreds |million |$|€|c|p |pounds |cents|usd |%|"
    " per| cent|basis |points |in|\"|ft|'| (|kg|) | ton|s |mile |degrees |o|K| m|people |record |number |doubled |"
    "1/2 |first |second |or so |more |to |about |, |. "
)


def test_a_kind_is_asked_only_where_a_text_holds_what_it_needs() -> None:
    asked: list[str] = []

    class Asking:
        name = "asking"
        needs = frozenset({"clue"})

        def read(self, text: Tokens, numerals: tuple[Numeral, ...], context: Context) -> tuple[Found, ...]:
            asked.append(text.text)
            return ()

    class Counting(Asking):
        triggers = frozenset({"two"})

    for text in ("room 5", "a Clue", "two clues", "two (clue)", "5,clue"):
        find(text, (Asking(),), Context())
    assert asked == ["a Clue", "two (clue)", "5,clue"]
    asked.clear()
    for text in ("room 5", "a clue", "two rooms", "two (clue)", "5,clue"):
        find(text, [Counting()], Context())
    assert asked == ["two (clue)", "5,clue"]


@given(st.lists(st.sampled_from(NEEDING.split("|")), min_size=1, max_size=7).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_kind_finds_anything_where_it_would_not_be_asked(text: str) -> None:
    tokens = tokenize(text)
    read = numerals(tokens)
    for kind in KINDS:
        needs, triggers = needs_of(kind), triggers_of(kind)
        needed = needs is None or not needs.isdisjoint(tokens.words)
        digit = any(word[0].isdecimal() for word in tokens.words)
        triggered = triggers is None or digit or not triggers.isdisjoint(tokens.words)
        if not (needed and triggered):
            assert list(kind.read(tokens, read, Context())) == [], (kind.name, text)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_triggers_of_a_kind_miss_nothing(kind: Kind) -> None:
    """Whatever the kind finds in a sentence stands in one that holds a digit or one of its triggers."""
    triggers = triggers_of(kind)
    if triggers is None:
        return
    for line in TRIGGERING.splitlines():
        tokens = tokenize(line)
        if not any(word[0].isdecimal() for word in tokens.words) and triggers.isdisjoint(tokens.words):
            assert list(kind.read(tokens, numerals(tokens), Context())) == [], line


TRIGGERING = """they met and parted without a word
a dollar a mile and a cent an inch
a record number of deaths
a third of the houses, half of them empty
the debt was halved, then doubled, in a fivefold burst
scores of people, dozens of tons and a pair of shoes
hundreds of millions of dollars, several thousand acres
twenty-first and second, half a mile within a mile
several hundred pounds, a quarter of a percentage point
a couple of pounds and a few percent"""


@given(st.text(alphabet="ad 0'£½x.,-/^e", max_size=12), st.integers(1, 40))
@settings(deadline=None, max_examples=80)
def test_a_text_repeated_takes_no_more_than_its_share(part: str, times: int) -> None:
    """No exception and no overlap however often a stretch is repeated."""
    found = find(part * times, KINDS, Context())
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


def test_a_kind_from_outside_the_package() -> None:
    stars: Kind = Stars()
    (mention,) = find("the hotel has 5 stars", (stars, *KINDS), Context())
    assert (mention.value.kind, mention.value.number, mention.surface) == ("stars", Decimal(5), "5 stars")
    assert read_value("4 stars", "stars", (stars, *KINDS)).number == 4


_VALUES = st.sampled_from(
    [
        "about $3.3 billion",
        "4.5 percent",
        "more than 300,000 people",
        "1.3 tons",
        "between 5 and 7 percent",
        "€2.5bn",
        "hundreds of millions of dollars",
        "nearly two dozen agents",
    ]
)
_WORDS = st.lists(
    st.sampled_from(["the", "plan", "was", "seen", "as", "a", "good", "one", "by", "many", "who", "read", "it"]),
    max_size=6,
).map(" ".join)


@given(_WORDS, _VALUES, _WORDS)
@settings(deadline=None, max_examples=60)
def test_a_value_in_noise_is_found_with_its_exact_span(before: str, value: str, after: str) -> None:
    text = f"{before} said: {value}. {after}"
    start = len(before) + len(" said: ")
    assert (start, start + len(value)) in [(m.span.start, m.span.end) for m in find(text, KINDS, Context())]


@given(st.text(alphabet="$€%,.-()'’ \n0123456789abdehilmnorstuyMB½", max_size=80))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_without_overlaps(text: str) -> None:
    end = 0
    for mention in find(text, KINDS, DAY):
        assert end <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.surface
        end = mention.span.end


ARTICLES = Path(__file__).parents[2] / "shared" / "seeds"
EXPECTED = {
    "000": {"approximately 1.3 tons", "93,000 drug overdose deaths", "thousands of kilograms", "two countries"},
    "001": {"about U.S. $3.3 billion", "a record number of overdose deaths", "two sides", "first"},
    "002": {"$ 3 billion", "two governments", "two countries", "two respects", "first", "second", "third"},
    "003": {
        "billions of dollars",
        "one drug lord",
        "9,052",
        "6,673",
        "doubled",
        "almost two dozen agents",
        "hundreds of millions of dollars",
        "more than $3 billion",
        "around 1 percent",
        "two sides",
        "two governments",
        "third",
        "second",
    },
    "004": {"$ 3 billion", "more than 300,000 people", "two Mexican officials"},
}


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not beside the checkout")
@pytest.mark.parametrize("source", sorted(EXPECTED))
def test_the_figures_of_the_articles(source: str) -> None:
    (path,) = ARTICLES.glob(f"{source}_*.txt")
    mentions = find(path.read_text(encoding="utf-8"), KINDS, DAY)
    got = {m.surface for m in mentions if m.value.kind not in ("date", "year", "duration")}
    assert got == EXPECTED[source]
