"""A document cut for matching once: what is looked up by word is what looking at every sentence would find."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.text_kind import TEXTS
from claimcheck.kinds import find_values
from claimcheck.matching import CutText, answers, best_first, compile_claim, lacking, match, subject
from claimcheck.model.claim import Claim
from claimcheck.model.text import Document, Source
from claimcheck.policy import DEFAULT
from claimcheck.sentences import sentences

CLAIMS = (
    Claim("a", "money", "The Harbour Fund paid {value}.", subject="Harbour Fund", aliases=("the fund", "it all")),
    Claim("b", "money", "The Harbour Fund cost {value}.", subject="Harbour Fund", aliases=("the new scheme",)),
    Claim("c", "count", "{value} dock workers were hired.", subject="dock workers", aliases=("the men",)),
    Claim("d", "money", "The agencies' report names {value}.", subject="Agencies of the Coast", cues=("paid",)),
    Claim("e", "year", "It began in {value}.", subject="", cues=("began",), reject=("perhaps",)),
)
WORDS = (
    "the this Harbour Harbor harbours Fund fund Funds found scheme schemes new 13-year-old dock docks "
    "workers worker wrokers men man Agencies agency's Coast Coasts of it paid $3 million began "
    "2008 perhaps - . , ; 40 people"
).split()
ARTICLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)


def text_of(article: str) -> CutText:
    cut = sentences(Document(Source("s"), article))
    values = find_values(article)
    return CutText(cut, tuple(tuple(m for m in values if m.span.meets(s.span)) for s in cut))


@settings(max_examples=80, deadline=None)
@given(ARTICLES)
def test_a_silent_sentence_names_nothing(article: str) -> None:
    text = text_of(article)
    for claim in CLAIMS:
        compiled = compile_claim(claim)
        for n, trail in text.trails(compiled).items():
            if trail.silent:
                heard = trail._replace(silent=False)
                for skipped in ((), text.at(n).values):
                    words = text.at(n).words
                    told = subject.naming(compiled, words, skipped, heard)
                    assert told.at is None
                    assert told == subject.naming(compiled, words, skipped, trail)


@settings(max_examples=40, deadline=None)
@given(ARTICLES)
def test_claims_do_not_change_what_others_find(article: str) -> None:
    together = text_of(article)
    for claim in (*CLAIMS, *reversed(CLAIMS)):
        kinds = frozenset({claim.kind})
        found = (*answers(claim, together, kinds, DEFAULT), *lacking(claim, together, kinds))
        alone = text_of(article)
        cut = alone.cut().values()
        sentences_, mentions = tuple(c.sentence for c in cut), tuple(c.mentions for c in cut)
        assert best_first(found) == match(claim, sentences_, mentions, kinds, DEFAULT)


def test_a_sentence_is_cut_once() -> None:
    text = text_of("The Harbour Fund paid $3 million. It began in 2008.")
    first = text.cut()
    assert text.cut() is first
    assert text.at(1) is first[1]
    assert text.cut((1,)) == {1: first[1]}
    assert first[1].fitting(frozenset({"year"})) != ()
    assert first[1].fitting(TEXTS) == ()
