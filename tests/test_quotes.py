"""Curated quotes: exact, moved, changed, missing; offsets always those of the text as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.claim import QuoteState
from claimcheck.quotes import CHANGED_CUTOFF, locate, verify

TEXT = (
    "Auditors said the “grand” canal has cost about £3.3 million since 2007 — and it’s\N{NO-BREAK SPACE}still "
    "13 years from done.\r\nSeñor Ibáñez agreed with them."
)


@pytest.mark.parametrize(
    ("quote", "state", "found"),
    [
        ("about £3.3 million since 2007", QuoteState.EXACT, "about £3.3 million since 2007"),
        ("  canal ", QuoteState.EXACT, "canal"),
        ('the "grand" canal', QuoteState.MOVED, "the “grand” canal"),
        ("senor ibanez", QuoteState.MOVED, "Señor Ibáñez"),
        ("and it's still 13 years", QuoteState.MOVED, "and it’s\N{NO-BREAK SPACE}still 13 years"),
        ("since 2007 - and", QuoteState.MOVED, "since 2007 — and"),
        ("from done. Señor", QuoteState.MOVED, "from done.\r\nSeñor"),
        ("£ 3.3 million", QuoteState.MOVED, "£3.3 million"),
        ("about £3.3 million since 2008", QuoteState.CHANGED, "about £3.3 million since 2007"),
        ("cost roughly £3.3 million since 2007", QuoteState.CHANGED, "cost about £3.3 million since 2007"),
        ("3 years from done", QuoteState.CHANGED, "13 years from done"),
        ("3 million since 2007", QuoteState.CHANGED, "3.3 million since 2007"),
        ("the tunnel was never begun", QuoteState.MISSING, ""),
        ("…", QuoteState.MISSING, ""),
        (" ", QuoteState.MISSING, ""),
    ],
)
def test_locate(quote: str, state: QuoteState, found: str) -> None:
    located = locate(quote, TEXT)
    assert (located.state, located.found) == (state, found)
    assert (located.span.of(TEXT) if located.span else "") == found


def test_the_first_of_several_places_is_taken() -> None:
    located = locate("two boats", "Two boats, then two boats.")
    assert located.span is not None
    assert located.span.start == 16


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("about £3.3 million since 2008", "the source says “2007” where the quote has “2008”"),
        ('the "grand" canal', "only typography, white space or case differ; the source writes: the “grand” canal"),
        ("the tunnel was never begun", "the source has no such words"),
    ],
)
def test_verify_says_what_differs(quote: str, told: str) -> None:
    check = verify("a", quote, TEXT)
    assert check is not None
    assert check.reason.startswith(told)
    assert (check.source_id, check.quote) == ("a", quote)


def test_verify_has_nothing_to_say_of_an_exact_quote() -> None:
    assert verify("a", "about £3.3 million", TEXT) is None


_ANY = st.text(max_size=80)


@settings(deadline=None, max_examples=200)
@given(_ANY, _ANY)
def test_a_located_quote_is_what_stands_there(quote: str, text: str) -> None:
    located = locate(quote, text)
    assert (located.span is None) == (located.state is QuoteState.MISSING)
    if located.span is not None:
        assert located.span.of(text) == located.found != ""
        assert located.score >= CHANGED_CUTOFF
    if located.state is QuoteState.EXACT:
        assert located.found == quote.strip()


@settings(deadline=None, max_examples=100)
@given(_ANY, _ANY, st.sampled_from(["ten “blue” boats", "13 years", "£3 million – or so"]))
def test_a_whole_quote_woven_into_noise_is_found_exactly(before: str, after: str, quote: str) -> None:
    assert locate(quote, f"{before} {quote} {after}").state is QuoteState.EXACT
