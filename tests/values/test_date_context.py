"""Dates that hang on what stands beside them: other dates, running units, working days, feasts."""

from datetime import date

import pytest

from claimcheck.grammar.kind import Found
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context
from claimcheck.values.date import KIND
from claimcheck.values.year import KIND as YEAR

FRIDAY = Context(date(2021, 10, 8))


def found(text: str, context: Context = FRIDAY) -> list[tuple[str, Found]]:
    tokens = tokenize(text)
    return [(tokens.surface(f.first, f.last), f) for f in KIND.read(tokens, numerals(tokens), context)]


@pytest.mark.parametrize(
    ("text", "surface", "normal"),
    [
        ("sales of the previous eleven quarters", "previous eleven quarters", "8 January 2019 to 7 October 2021"),
        ("for the next 4 business days", "next 4 business days", "9 to 14 October 2021"),
        ("the last three working days", "last three working days", "5 to 7 October 2021"),
        ("shares are down in the year to date", "year to date", "1 January to 7 October 2021"),
        ("takings, month-to-date", "month-to-date", "1 to 7 October 2021"),
        ("prices rose for the week.", "week", "week of 4 October 2021"),
        ("profit for the quarter, it said", "quarter", "fourth quarter of 2021"),
        ("none was built until now", "now", "8 October 2021"),
        ("the 21st of this month", "21st of this month", "21 October 2021"),
        ("due on the 3rd of next month", "3rd of next month", "3 November 2021"),
        ("this Friday (Oct. 15)", "this Friday (Oct. 15)", "15 October 2021"),
        ("the Wednesday after next", "Wednesday after next", "20 October 2021"),
        ("on 29th, he will be back", "29th", "29 October 2021"),
        ("this working week", "working week", "4 to 8 October 2021"),
        ("the day before last Tuesday's vote", "day before last Tuesday", "4 October 2021"),
        ("Thanksgiving weekend 2019", "Thanksgiving weekend 2019", "weekend of 30 November 2019"),
        ("between now and November 15", "between now and November 15", "8 October to 15 November 2021"),
        ("from the middle of 2007 to the end of 2008", None, "May 2007 to December 2008"),
        ("in the '90s", "'90s", "1990s"),
        ("back in the 1990's", "1990's", "1990s"),
        ("on 2021 03 09, it closed", "2021 03 09", "9 March 2021"),
    ],
)  # fmt: skip
def test_read(text: str, surface: str | None, normal: str) -> None:
    finds = found(text)
    assert normal in [f.value.normal for _, f in finds], finds
    if surface and surface != "working week":
        assert [s for s, f in finds if f.value.normal == normal] == [surface]


@pytest.mark.parametrize(
    ("text", "normals"),
    [
        ("He fell on 3 March 2014 and died two days later.", ["3 March 2014", "5 March 2014"]),
        ("On 3 March 2014 it snowed; that day and the next day the port shut.",
         ["3 March 2014", "3 March 2014", "4 March 2014"]),
        ("It sank on 3 March 2014, a week later than planned", ["3 March 2014"]),
        ("Two days later he left", []),
        ("July 12th, 2014, July 13th and July 14th", ["12 July 2014", "13 July 2014", "14 July 2014"]),
        ("It opened on July 12, 2014 and the council has met since then in May",
         ["12 July 2014", "May 2021"]),
    ],
)  # fmt: skip
def test_dates_named_before(text: str, normals: list[str]) -> None:
    assert [f.value.normal for _, f in found(text)] == normals


def test_a_running_year_is_of_its_own_kind() -> None:
    tokens = tokenize("profit for the year.")
    finds = list(YEAR.read(tokens, numerals(tokens), FRIDAY))
    assert [f.value.normal for f in finds] == ["2021"]
    assert found("profit for the year.") == []


@pytest.mark.parametrize(
    "text",
    [
        "partner of the week that was",
        "in the week before the vote",
        "it rose by 3.3 and fell from 4.8 to 4.7",
        "between 2.3 and 4.1 degrees, or 1.5",
        "butter and 1/2 cup of oil",
        "a festival of new songs, a night of talk",
        "it goes on to date from time to time",
        "let's see the next one",
    ],
)
def test_no_date(text: str) -> None:
    assert found(text) == []


def test_a_distance_also_says_how_long() -> None:
    (_, find), = found("it closed more than two weeks ago")  # fmt: skip
    length = find.alternatives[-1]
    assert (length.kind, length.normal) == ("duration", "more than 2 weeks")
    assert [v.kind for _, f in found("a few days ago") for v in f.alternatives] == []


def test_a_feast_says_how_sure_its_day_is() -> None:
    (_, eid), = found("Eid al-Fitr 2021")  # fmt: skip
    assert [v.normal for v in (eid.value, *eid.alternatives)] == ["13 May 2021", "14 May 2021", "12 May 2021"]
    assert "announced by sight" in eid.why
    (_, purim), = found("Purim 2021")  # fmt: skip
    assert [v.normal for v in purim.alternatives] == ["25 February 2021"]
    assert "sunset" in purim.why


def test_kinds_share_one_scan_of_a_text_and_no_other() -> None:
    """The scan kept from one text, context or set of numerals never answers for another."""
    tokens = tokenize("met last October")
    read = numerals(tokens)
    first = [f.value.normal for f in KIND.read(tokens, read, FRIDAY)]
    later = [f.value.normal for f in KIND.read(tokens, read, Context(date(2015, 1, 1)))]
    other = [f.value.normal for _, f in found("met last May")]
    again = [f.value.normal for f in KIND.read(tokens, read, FRIDAY)]
    assert (first, later, other, again) == (["October 2020"], ["October 2014"], ["May 2021"], ["October 2020"])
