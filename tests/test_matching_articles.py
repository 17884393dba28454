"""Which sentences of the articles state each claim: these must stand before all others.

The table was drawn up from the program's own order, and then checked by reading every article for every claim.
"""

from functools import cache
from pathlib import Path

import pytest

import claimcheck as cc
from claimcheck import matching
from claimcheck.model.claim import Match
from claimcheck.pipeline.reading import Read, answering, read
from claimcheck.policy import DEFAULT

ROOT = Path(__file__).parents[1]
ORIGINALS = ROOT.parent / "shared" / "seeds"
needs_articles = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the articles are not on this machine")

ARTICLES: dict[str, tuple[str, ...]] = {
    "merida-funding-total": ("001 about U.S", "002 $ 3", "003 billions of", "003 more than", "004 $ 3"),
    "merida-start-year": ("000 2008 during", "001 2007 to", "002 2008 pact", "004 since 2008"),
    "merida-age": (
        "000 13 years",
        "001 13 years",
        "002 15 years",
        "002 for, I think",
        "003 13-year-old security",
        "004 13-year-old Merida",
    ),
    "former-minister-arrest": ("003 last October", "004 last October"),
    "former-minister-arrest-place": ("003 Los Angeles",),
    "former-minister-indictment": ("000 in 2019",),
    "former-minister-indictment-place": ("000 New York",),
    "indictment-to-arrest": (),
    "security-talks-day": ("001 October 2021", "002 Friday’s meetings", "003 Friday to", "004 Friday’s day-long"),
    "press-briefing-day": ("002 Thursday that", "002 briefing Thursday", "004 Thursday, State"),
    "overdose-deaths": ("000 93,000 drug", "001 a record"),
    "cartel-murders": ("004 more than",),
    "drug-arrests-2019": ("003 9,052 in",),
    "drug-arrests-2020": ("003 6,673 last",),
    "drug-arrests-fall": (),
    "opioids-seized": ("000 approximately 1.3",),
    "security-spending": ("003 around 1",),
    "visa-agents": ("003 almost two",),
    "action-plan-day": ("004 by December",),
    "framework-day": ("004 by January",),
    "framework-length": ("004 three-year bilateral",),
    "secretary-of-state": (
        "000 Anthony Blinken",
        "001 State Antony Blinken and",
        "001 State Antony Blinken met",
        "003 Antony Blinken",
        "004 Antony Blinken’s",
    ),
    "mexican-president": (
        "000 Andrés Manuel",
        "002 Andres Manuel",
        "002 President Lopez Obrador",
        "003 Mexican President Andrés Manuel López",
        "003 President Andrés Manuel López Obrador has",
        "004 Andres Manuel",
    ),
    "anti-drug-body": ("000 U.S. Drug", "002 U.S. Drug", "003 Drug Enforcement"),
    "merida-launched-by": ("000 George Bush", "003 George W"),
    "framework-name": ("000 U.S.-Mexico Bicentennial", "001 Bicentennial Framework", "003 Bicentennial Framework"),
    "new-approach-quote": ("000 It is time", "001 After 13", "003 It’s time"),
    "equal-partners-quote": ("000 sees us", "001 After 13"),
    "measure-of-success-quote": ("000 The success", "003 The success"),
    "gains-quote": ("002 We want", "004 preserved, that"),
    "review-quote": ("002 We believe", "004 we believe"),
}
"""Source and a few words of each sentence that states a claim; a claim derived from others is stated nowhere."""
OTHERWISE: dict[str, dict[str, str]] = {
    "merida-start-year": {"000 launched 13 years": "a length of time, from which the start follows by `implies`"},
    "security-talks-day": {
        "002 tomorrow’s discussions": "names no country",
        "002 Friday’s high-level": "names no country, but an administration and its counterparts",
        "004 After Friday’s": "names Washington alone",
        "004 Friday’s visit": "names the countries in an adjective, US-Mexican",
    },
    "secretary-of-state": {"002 lead the delegation": "a surname without the office"},
    "anti-drug-body": {
        "003 DEA Administrator": "an abbreviation that the article does not write out beside the name",
        "003 attacks on the DEA": "the same",
        "003 concern to the DEA": "the same",
    },
    "framework-name": {"004 Mexican-American bicentennial": "the name in small letters, put into other words"},
    "gains-quote": {
        "002 big gains": "two quoted words, not an utterance",
        "002 maintain the gains": "told in indirect speech",
    },
}
"""Sentences that tell a reader of the whole article what a claim asks, in a form that its kind or its subject does
not cover, and why: not taken, and ranked after all that state it."""

DEMONSTRATION: dict[str, tuple[str, ...]] = {
    **ARTICLES,
    "merida-start-year": (
        "000 2008 under",
        "001 2007 into",
        "002 2008 pact",
        "004 2008 Mexico",
    ),
    "merida-age": (
        "000 13 years",
        "001 13 years",
        "002 15 years",
        "002 I think",
        "003 13-year-old security",
        "004 13-year-old Merida",
    ),
    "security-talks-day": (
        "001 October 2021",
        "002 Friday’s meetings",
        "003 Friday to",
        "004 Friday’s visit",
    ),
    "press-briefing-day": (
        "002 briefing Thursday",
        "004 Thursday that",
    ),
    "framework-length": ("004 three-year framework",),
    "secretary-of-state": (
        "000 Anthony Blinken",
        "001 Antony Blinken, the",
        "003 Antony Blinken",
        "004 Antony Blinken",
    ),
    "mexican-president": (
        "000 Andrés Manuel",
        "002 Andres Manuel",
        "003 Andrés Manuel",
        "004 Andres Manuel",
    ),
    "framework-name": (
        "001 Bicentennial Framework",
        "003 Bicentennial Framework",
    ),
    "new-approach-quote": (
        "000 It is",
        "001 It’s time",
        "003 It’s time",
    ),
    "equal-partners-quote": (
        "000 sees us",
        "001 It’s time",
    ),
    "gains-quote": (
        "002 that these",
        "004 preserved, that",
    ),
    "review-quote": (
        "002 We need",
        "004 We need",
    ),
}
"""The same for the demonstration articles, which mostly say it in the same words."""


@cache
def documents(real: bool) -> tuple[cc.Document, ...]:
    if real:
        return cc.load_sources(ROOT / "seeds" / "originals.yaml", ORIGINALS)
    return cc.load_sources(ROOT / "seeds" / "sources.yaml")


@cache
def claims() -> cc.ClaimSet:
    return cc.load_claims(ROOT / "claims" / "merida.yaml")


@cache
def texts(real: bool) -> dict[str, Read]:
    kinds = {claim.kind for claim in claims()}
    return {document.source.id: read(document, kinds) for document in documents(real)}


def identified(words: str, real: bool) -> tuple[str, int]:
    """The source and offset of the sentence that `001 some words` stand for."""
    source, _, said = words.partition(" ")
    found = [s.span.start for s in texts(real)[source].sentences if said in s.text]
    assert len(found) == 1, f"{len(found)} sentences of {source} have “{said}”"
    return source, found[0]


@cache
def matches(name: str, real: bool) -> tuple[Match, ...]:
    """What `cc.match` answers, the documents read once for all claims."""
    claim = claims()[name]
    found = [
        match
        for text in (t.answering(claim) for t in texts(real).values())
        for match in matching.match(claim, text.sentences, text.mentions, answering(claim), DEFAULT)
    ]
    return tuple(sorted(found, key=lambda m: (not m.taken, -m.score)))


def ranked(claim: str, real: bool) -> list[tuple[str, int]]:
    """The sentences that are near a claim, best first, by source and offset."""
    return list(dict.fromkeys((m.sentence.source_id, m.sentence.span.start) for m in matches(claim, real)))


@needs_articles
@pytest.mark.parametrize("claim", ARTICLES)
def test_the_articles_statements_come_first(claim: str) -> None:
    stated = {identified(words, real=True) for words in ARTICLES[claim]}
    assert set(ranked(claim, real=True)[: len(stated)]) == stated


@needs_articles
@pytest.mark.parametrize("claim", ARTICLES)
def test_the_articles_statements_and_no_others_are_taken(claim: str) -> None:
    taken = {(m.sentence.source_id, m.sentence.span.start) for m in matches(claim, True) if m.taken}
    assert taken == {identified(words, real=True) for words in ARTICLES[claim]}


@needs_articles
@pytest.mark.parametrize("claim", OTHERWISE)
def test_what_is_told_otherwise_is_another_sentence(claim: str) -> None:
    """With the test above: none of them is taken."""
    stated = {identified(words, real=True) for words in ARTICLES[claim]}
    assert stated.isdisjoint(identified(words, real=True) for words in OTHERWISE[claim])


@pytest.mark.parametrize("claim", DEMONSTRATION)
def test_the_demonstrations_statements_come_first(claim: str) -> None:
    stated = {identified(words, real=False) for words in DEMONSTRATION[claim]}
    assert set(ranked(claim, real=False)[: len(stated)]) == stated


def test_every_claim_has_its_sentences() -> None:
    assert set(ARTICLES) == set(DEMONSTRATION) == {claim.id for claim in claims()}


@pytest.mark.parametrize("claim", ["merida-start-year", "merida-launched-by", "gains-quote"])
def test_the_public_verb_answers_the_same(claim: str) -> None:
    assert cc.match(claims()[claim], documents(False)) == matches(claim, False)


@needs_articles
def test_an_accord_described_comes_before_a_bare_programme() -> None:
    years = [(m.mention.surface, m.sentence.source_id) for m in matches("merida-start-year", True) if m.mention]
    assert years[:4] == [("2008", "002"), ("2008", "000"), ("2007", "001"), ("2008", "004")]


@needs_articles
def test_the_year_under_another_name_is_found_without_a_claim() -> None:
    sentences = [d.text[start:end] for d in documents(True) for start, end in cc.split_sentences(d.text)]
    best = cc.rank("The Merida Initiative was launched in 2007", sentences)
    assert "since 2007" in sentences[best[0].index]
    assert "previous accord" in sentences[best[0].index]
