"""Every value of the five articles, as read by hand: where it stands, what it says, who says it.

A table is the complete set: what it does not list must not be found. The columns are the words, their occurrence
in the article (counted from 1), the kind, the value written back, the hedge, the speaker (`-` is the reporter) and
the days that a date is resolved to.
"""

from datetime import date
from pathlib import Path

import pytest

import claimcheck as cc
from claimcheck import mentions, sentences
from claimcheck.model.claim import Mention
from claimcheck.model.text import Document
from claimcheck.values import KINDS

ROOT = Path(__file__).parents[1]
ARTICLES = Path(__file__).parents[2] / "shared" / "seeds"
EXPECTED = {
    "000": """
        13 years ago | 1 | duration | 13 years | - | - | -
        two countries | 1 | count | 2 countries | - | - | -
        approximately 1.3 tons | 1 | measure | about 1.3 tons | about | - | -
        last year | 1 | year | 2020 | - | - | 2020-01-01..2020-12-31
        same year | 1 | year | 2020 | - | - | 2020-01-01..2020-12-31
        93,000 drug overdose deaths | 1 | count | 93,000 drug overdose deaths | - | - | -
        2008 | 1 | year | 2008 | - | - | 2008-01-01..2008-12-31
        2019 | 1 | year | 2019 | - | - | 2019-01-01..2019-12-31
        thousands of kilograms | 1 | measure | thousands of kilograms | vague | - | -
        between 2012 and 2018 | 1 | year | 2012 to 2018 | between | - | 2012-01-01..2018-12-31
    """,
    "001": """
        October 2021 | 1 | date | October 2021 | - | - | 2021-10-01..2021-10-31
        months | 1 | duration | for months | vague | - | -
        two sides | 1 | count | 2 sides | - | - | -
        about U.S. $3.3 billion | 1 | money | about $3.3 billion | about | - | -
        2007 | 1 | year | 2007 | - | - | 2007-01-01..2007-12-31
        first | 1 | ordinal | 1st | - | - | -
        a record number of overdose deaths | 1 | count | a record number of overdose deaths | vague | - | -
        13 years | 1 | duration | 13 years | - | Antony Blinken | -
        September 2021 | 1 | date | September 2021 | - | - | 2021-09-01..2021-09-30
    """,
    "002": """
        two governments | 1 | count | 2 governments | - | the official | -
        $ 3 billion | 1 | money | $3 billion | - | - | -
        2008 | 1 | year | 2008 | - | - | 2008-01-01..2008-12-31
        I think, 13 years | 1 | duration | about 13 years | about | Ned Price | -
        Thursday | 1 | date | 7 October 2021 | - | - | 2021-10-07
        tomorrow | 1 | date | 8 October 2021 | - | Ned Price | 2021-10-08
        Friday | 1 | date | 8 October 2021 | - | - | 2021-10-08
        first | 1 | ordinal | 1st | - | - | -
        second | 1 | ordinal | 2nd | - | - | -
        second | 2 | ordinal | 2nd | - | - | -
        third | 1 | ordinal | 3rd | - | - | -
        two countries | 1 | count | 2 countries | - | the third official | -
        third | 2 | ordinal | 3rd | - | - | -
        third | 3 | ordinal | 3rd | - | - | -
        two respects | 1 | count | 2 respects | - | the third responsible for administration | -
        third | 4 | ordinal | 3rd | - | - | -
        Friday | 2 | date | 8 October 2021 | - | - | 2021-10-08
        Wednesday | 1 | date | 6 October 2021 | - | - | 2021-10-06
        Thursday | 2 | date | 7 October 2021 | - | - | 2021-10-07
        15 years or so | 1 | duration | about 15 years | about | Ned Price | -
        Thursday | 3 | date | 7 October 2021 | - | - | 2021-10-07
    """,
    "003": """
        Sept. 29 | 1 | date | 29 September 2021 | - | - | 2021-09-29
        Friday | 1 | date | 8 October 2021 | - | - | 2021-10-08
        billions of dollars | 1 | money | billions of dollars | vague | - | -
        13-year-old | 1 | duration | 13 years | - | - | -
        Friday | 2 | date | 8 October 2021 | - | - | 2021-10-08
        one drug lord | 1 | count | 1 drug lord | - | Marcelo Ebrard | -
        from 2009 to 2012 | 1 | year | 2009 to 2012 | between | - | 2009-01-01..2012-12-31
        last October | 1 | date | October 2020 | - | - | 2020-10-01..2020-10-31
        December | 1 | date | December 2020 | - | - | 2020-12-01..2020-12-31
        9,052 | 1 | count | 9,052 arrests | - | - | -
        2019 | 1 | year | 2019 | - | - | 2019-01-01..2019-12-31
        6,673 | 1 | count | 6,673 arrests | - | - | -
        last year | 1 | year | 2020 | - | - | 2020-01-01..2020-12-31
        doubled | 1 | count | 2 times | - | - | -
        past year | 1 | date | 8 October 2020 to 7 October 2021 | between | - | 2020-10-08..2021-10-07
        last week | 1 | date | week of 27 September 2021 | - | - | 2021-09-27..2021-10-03
        this week | 1 | date | week of 4 October 2021 | - | - | 2021-10-04..2021-10-10
        almost two dozen agents | 1 | count | nearly 2 dozen agents | nearly | - | -
        hundreds of millions of dollars | 1 | money | hundreds of millions of dollars | vague | - | -
        more than $3 billion | 1 | money | more than $3 billion | more than | - | -
        around 1 percent | 1 | percent | about 1% | about | - | -
        Friday | 3 | date | 8 October 2021 | - | - | 2021-10-08
        two sides | 1 | count | 2 sides | - | - | -
        six-year | 1 | duration | 6-year | - | - | -
        third | 1 | ordinal | 3rd | - | Ricardo Márquez Blas | -
        two governments | 1 | count | 2 governments | - | - | -
        today | 1 | date | 8 October 2021 | - | Eric Olson | 2021-10-08
        2006 | 1 | year | 2006 | - | Eric Olson | 2006-01-01..2006-12-31
        2007 | 1 | year | 2007 | - | Eric Olson | 2007-01-01..2007-12-31
        second | 1 | ordinal | 2nd | - | - | -
    """,
    "004": """
        Friday | 1 | date | 8 October 2021 | - | - | 2021-10-08
        day-long | 1 | duration | 1 day | - | - | -
        13-year-old | 1 | duration | 13 years | - | - | -
        Thursday | 1 | date | 7 October 2021 | - | - | 2021-10-07
        $ 3 billion | 1 | money | $3 billion | - | - | -
        2008 | 1 | year | 2008 | - | - | 2008-01-01..2008-12-31
        more than 300,000 people | 1 | count | more than 300,000 people | more than | - | -
        2006 | 1 | year | 2006 | - | - | 2006-01-01..2006-12-31
        two Mexican officials | 1 | count | 2 Mexican officials | - | - | -
        June | 1 | date | June 2021 | - | - | 2021-06-01..2021-06-30
        Thursday | 2 | date | 7 October 2021 | - | - | 2021-10-07
        Friday | 2 | date | 8 October 2021 | - | - | 2021-10-08
        by December 1 | 1 | date | by 1 December 2021 | at most | - | 2021-12-01
        three-year | 1 | duration | 3-year | - | - | -
        by January 30 next year | 1 | date | by 30 January 2022 | at most | - | 2022-01-30
        Friday | 3 | date | 8 October 2021 | - | - | 2021-10-08
        last October | 1 | date | October 2020 | - | - | 2020-10-01..2020-10-31
    """,
}

pytestmark = pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not beside the checkout")


@pytest.fixture(scope="module")
def articles() -> dict[str, Document]:
    """The five articles by their ids."""
    found = cc.load_sources(ROOT / "seeds" / "originals.yaml", ARTICLES)
    return {document.source.id: document for document in found}


def days(mention: Mention) -> str:
    """The days that a date is resolved to, the last included; `-` for what is no date."""
    extent = mention.value.extent
    if mention.kind not in ("date", "year") or extent is None or extent.low is None or extent.high is None:
        return "-"
    first, last = (date.fromordinal(int(day)).isoformat() for day in (extent.low, extent.high - 1))
    return first if first == last else f"{first}..{last}"


def row(document: Document, mention: Mention) -> str:
    """A mention as a line of the table."""
    occurrence = document.text.count(mention.surface, 0, mention.span.end)
    hedge = "-" if mention.value.hedge is cc.Hedge.NONE else mention.value.hedge.value
    voice = mention.quotation.speaker if mention.quotation else "-"
    columns = (mention.surface, occurrence, mention.kind, mention.value, hedge, voice, days(mention))
    return " | ".join(map(str, columns))


def expected(source: str) -> list[str]:
    """The lines of a table."""
    return [line.strip() for line in EXPECTED[source].strip().splitlines()]


@pytest.mark.parametrize("source", EXPECTED)
def test_every_value_of_an_article_is_read_as_a_person_reads_it(
    articles: dict[str, Document], source: str
) -> None:
    document = articles[source]
    cut = sentences.sentences(document)
    read = mentions.in_sentences(cut, KINDS, document.source.context)
    assert [row(document, mention) for found in read for mention in found] == expected(source)


@pytest.mark.parametrize("source", EXPECTED)
def test_the_whole_text_at_once_says_the_same(articles: dict[str, Document], source: str) -> None:
    document = articles[source]
    found = cc.find_values(document.text, document.source.reference_date, place=document.source.place)
    surfaces = [line.split(" | ")[0] for line in expected(source)]
    assert [mention.surface for mention in found] == surfaces
    assert all(document.text[m.span.start : m.span.end] == m.surface for m in found)


@pytest.mark.parametrize(
    ("source", "surface", "scope"),
    [
        ("001", "about U.S. $3.3 billion", ("since 2007",)),
        ("001", "2007", ("since",)),
        ("002", "I think, 13 years", ("now",)),
        ("003", "9,052", ("down from",)),
        ("003", "6,673", ("falling to",)),
        ("003", "more than $3 billion", ("in total",)),
        ("004", "2008", ("since",)),
    ],
)
def test_the_words_beside_a_value_are_kept(
    articles: dict[str, Document], source: str, surface: str, scope: tuple[str, ...]
) -> None:
    document = articles[source]
    found = cc.find_values(document.text, document.source.reference_date)
    assert [m.scope for m in found if m.surface == surface] == [scope]
