"""Which sentences speak of a claim: tables of invented articles, the laws, and the five real articles."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import InvalidValue
from claimcheck.matching import compile_claim, match
from claimcheck.mentions import in_sentence
from claimcheck.model.claim import Claim, Match, Mention
from claimcheck.model.interval import Interval
from claimcheck.model.text import Document, Role, Sentence, Source, Span
from claimcheck.model.value import Value
from claimcheck.policy import DEFAULT, Policy
from claimcheck.sentences import sentences as split
from claimcheck.values import KINDS

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
_MARK = re.compile(r"\[(money|year|date|duration|count|percent)(?:/([^:\]]*))?:([^\]]+)\]")


def article(*lines: str, roles: dict[int, Role] | None = None) -> tuple[list[Sentence], list[tuple[Mention, ...]]]:
    """Sentences and mentions from marked text: `gave [money:$5 million]`, `[count/bridge:12 bridges]`.

    A line is a sentence; an empty line begins a paragraph. A marked year has its days.
    """
    sentences: list[Sentence] = []
    mentions: list[tuple[Mention, ...]] = []
    offset = paragraph = 0
    for line in lines:
        if not line:
            paragraph += 1
            continue
        text, found, at = "", [], 0
        for mark in _MARK.finditer(line):
            text += line[at : mark.start()]
            kind, noun, surface = mark.groups()
            span = Span(offset + len(text), offset + len(text) + len(surface))
            found.append(Mention(span, surface, value(kind, surface, noun or "")))
            text, at = text + surface, mark.end()
        text += line[at:]
        role = (roles or {}).get(len(sentences), Role.BODY)
        sentences.append(Sentence("s", len(sentences), paragraph, Span(offset, offset + len(text)), text, role))
        mentions.append(tuple(found))
        offset += len(text) + 1
    return sentences, mentions


def value(kind: str, surface: str, noun: str = "") -> Value:
    year = re.search(r"\b(?:19|20)\d\d\b", surface)
    extent = None
    if kind in ("year", "date") and year:
        first = date(int(year.group()), 1, 1).toordinal()
        extent = Interval.half_open(Decimal(first), Decimal(first + 365))
    unit = "USD" if kind == "money" and "$" in surface else ""
    return Value(kind, surface, unit=unit, noun=noun, extent=extent, written=surface)


def run(claim: Claim, *lines: str, kinds: str = "", roles: dict[int, Role] | None = None) -> tuple[Match, ...]:
    sentences, mentions = article(*lines, roles=roles)
    return match(claim, sentences, mentions, frozenset((kinds or claim.kind).split()), DEFAULT)


def taken(matches: Sequence[Match]) -> list[str]:
    return sorted(m.mention.surface for m in matches if m.taken and m.mention)


def refusal(matches: Sequence[Match], surface: str | None) -> str:
    return next(m.refusal for m in matches if (m.mention.surface if m.mention else None) == surface)


def about_harbour(claim: Claim) -> Claim:
    return evolve(
        claim,
        subject="Kestrel Harbour Fund",
        aliases=("Kestrel", "the fund", "the harbour scheme", "the earlier plan"),
    )


TOTAL = about_harbour(
    Claim(
        "total",
        "money",
        "The government has paid {value} into the Kestrel Harbour Fund.",
        cues=("paid", "poured", "in all"),
        reject=("dredgers", "cranes"),
    )
)
START = about_harbour(
    Claim(
        "start",
        "year",
        "The Kestrel Harbour Fund opened in {value}.",
        cues=("since", "opened", "set up", "scheme"),
    )
)
AGE = about_harbour(
    Claim(
        "age",
        "duration",
        "The Kestrel Harbour Fund has existed for {value}.",
    )
)
NAMED = "The Kestrel Harbour Fund is in trouble."


@pytest.mark.parametrize(
    ("claim", "lines", "expected"),
    [
        (TOTAL, ["Ministers poured [money:$40 million] into the Kestrel Harbour Fund."], ["$40 million"]),
        (TOTAL, ["The [money:$40 million] Kestrel Harbour Fund may close."], ["$40 million"]),
        (TOTAL, ["A rescue of the [money:$ 40 million] Kestrel fund is near."], ["$ 40 million"]),
        (TOTAL, [NAMED, "In all, the capital has paid [money:$40 million] to the fund."], ["$40 million"]),
        (TOTAL, [NAMED, "It has been paid [money:$40 million] by the capital."], ["$40 million"]),
        (TOTAL, [NAMED, "The fund paid [money:$9 million] for cranes and dredgers."], []),
        (TOTAL, [NAMED, "Elsewhere ministers paid [money:$2 million] for a new school."], []),
        (TOTAL, ["Ministers paid [money:$40 million] to the fund."], []),
        (TOTAL, ["The owner of Kestrel sold his boat for [money:$3 million] last week."], []),
        (START, ["The Kestrel Harbour Fund has been paying out since [year:2008]."], ["2008"]),
        (START, ["The Kestrel Harbour Fund, a [year:2008] scheme to mend piers, is popular."], ["2008"]),
        (START, [NAMED, "Ministers have paid into the fund since [year:2008]."], ["2008"]),
        (START, ["Since [year:2007] boats have been lost, although Kestrel grew."], ["2007"]),
        (START, ["In [year:2006] the Kestrel Harbour Fund was criticised."], []),
        (START, ["Storms have grown since the navy left Kestrel in [year:2006]."], []),
        (START, ["Officials met on [date:Friday] to mend the Kestrel Harbour Fund, a scheme for piers."], []),
        (START, [NAMED, "", "Ten piers fell since the sea rose in [year:2006]."], []),
        (START, ["Locals cheered in [year:2008] when two ministers set up the Kestrel Harbour Fund."], ["2008"]),
        (START, ["Kestrel was set up by [year:2008] and then mended a pier in [year:2011]."], ["2008"]),
        (AGE, ["After [duration:13 years] of the Kestrel Harbour Fund, piers still fall."], ["13 years"]),
        (AGE, [NAMED, "The minister dislikes the [duration:13-year-old] harbour scheme."], ["13-year-old"]),
        (AGE, ["The Kestrel Harbour Fund - which was set up [duration:13 years ago] - is ill."], ["13 years ago"]),
        (
            AGE,
            ["A [duration:two-day] visit comes as both mend the [duration:13-year-old] Kestrel."],
            ["13-year-old"],
        ),
        (AGE, [NAMED, "The mayor is late in her [duration:six-year] term."], []),
        (AGE, [NAMED, "After the talks a [duration:three-year] framework is expected for Kestrel."], []),
    ],
)
def test_taken(claim: Claim, lines: list[str], expected: list[str]) -> None:
    matches = run(claim, *lines, kinds="year date" if claim.kind == "year" else "")
    assert taken(matches) == expected, [(m.score, m.refusal, *map(str, m.weights)) for m in matches]


@pytest.mark.parametrize(
    ("claim", "lines", "surface", "words"),
    [
        (TOTAL, [NAMED], None, "speaks of the subject, but has no amount of money"),
        (
            TOTAL,
            [NAMED, "The fund paid [money:$9 million] for cranes."],
            "$9 million",
            "a rejected word stands beside",
        ),
        (TOTAL, ["Rome has paid [money:$4 million] to builders."], "$4 million", "nothing names the subject"),
        (
            TOTAL,
            ["Rome has paid [money:$4 million] into the fund."],
            "$4 million",
            "before the subject has been named",
        ),
        (START, ["In [year:2006] Kestrel was criticised."], "2006", "none of the claim's cues stands beside it"),
        (AGE, ["Kestrel hopes for a [duration:three-year] truce."], "three-year", "it is said of truce"),
    ],
)
def test_refusals_say_why(claim: Claim, lines: list[str], surface: str | None, words: str) -> None:
    assert words in refusal(run(claim, *lines), surface)


def test_a_score_under_the_cutoff_is_said_to_be() -> None:
    sentences, mentions = article("Kestrel owes [money:$40 million] to banks.")
    bare = Claim("debt", "money", "Kestrel owes {value}.", subject="Kestrel")
    strict = match(bare, sentences, mentions, frozenset({"money"}), Policy(match_cutoff=99))
    assert strict[0].refusal.endswith("under the cutoff 99")


def test_weights_add_up_to_the_score() -> None:
    best = run(START, "The Kestrel Harbour Fund was set up in [year:2008].")[0]
    assert best.score == pytest.approx(sum(w.points for w in best.weights), abs=0.06)
    assert [w.points for w in best.weights] == sorted((w.points for w in best.weights), key=abs, reverse=True)


@pytest.mark.parametrize(
    ("near", "far"),
    [
        (
            "Kestrel opened in [year:2008].",
            "Kestrel opened, after a long quarrel over money and piers, in [year:2008].",
        ),
        ("Kestrel has paid since [year:2008].", "Kestrel has paid, and is owed, a lot in [year:2008]."),
        ("In [year:2008] Kestrel opened.", "In [year:2008] Kestrel said that the school it built had opened."),
    ],
)
def test_a_cue_counts_more_near_the_value(near: str, far: str) -> None:
    assert run(START, near)[0].score > run(START, far)[0].score


@pytest.mark.parametrize(
    ("alias", "points"), [("the harbour scheme", 33.2), ("the scheme", 29.8), ("the Scheme of Lima", 35.0)]
)
def test_an_alias_that_says_which_one_is_surer_than_a_bare_noun(alias: str, points: float) -> None:
    claim = Claim("c", "year", "It began in {value}.", "Tide Fund", aliases=(alias,), cues=("since",))
    best = run(claim, "The Tide Fund is old.", f"Piers are paid for by {alias} since [year:1987].")[0]
    assert [w.points for w in best.weights if w.what == "subject"] == [pytest.approx(points, abs=0.1)]


def test_a_definite_alias_fades_with_distance_but_never_wholly() -> None:
    def score(between: int) -> float:
        filler = ["Rain fell on the coast."] * between
        return run(TOTAL, NAMED, *filler, "Rome has poured [money:$4 million] into the fund.")[0].score

    scores = [score(n) for n in (0, 3, 9, 30, 60)]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] == scores[-2] > DEFAULT.match_cutoff


def test_roles() -> None:
    line = "Kestrel paid [money:$4 million] in all."
    body, headline, furniture = (
        run(TOTAL, line, roles={0: role})[0] for role in (Role.BODY, Role.HEADLINE, Role.FURNITURE)
    )
    assert body.score > headline.score
    assert furniture.refusal == "stands in page furniture"


def test_furniture_names_nothing() -> None:
    matches = run(TOTAL, NAMED, "Rome paid [money:$4 million] to the fund.", roles={0: Role.FURNITURE})
    assert taken(matches) == []


def test_of_two_values_in_a_sentence_the_far_better_one_answers() -> None:
    matches = run(TOTAL, "Of boats worth [money:$9 million], Rome has paid [money:$4 million] into Kestrel.")
    assert taken(matches) == ["$4 million"]


ARRESTS = "The army's arrests of smugglers fell from [count:9,052] in [year:2019] to [count:6,673] in [year:2020]."


@pytest.mark.parametrize(("year", "expected"), [("2019", ["9,052"]), ("2020", ["6,673"]), ("2018", [])])
def test_during_binds_each_value_to_the_time_beside_it(year: str, expected: list[str]) -> None:
    claim = Claim(
        "arrests",
        "count",
        "The army made {value} arrests of smugglers.",
        subject="arrests of smugglers",
        unit="arrests",
        during=value("year", year),
    )
    matches = run(claim, ARRESTS)
    assert taken(matches) == expected
    assert all(m.taken or f"not of {year}" in m.refusal for m in matches)


def test_during_from_the_same_year_of_the_sentence_before() -> None:
    claim = Claim("deaths", "count", "{value} people drowned.", unit="people", cues=("drowned",))
    lines = [
        "Ferries were banned in [year:2020].",
        "In the same year [count/person:93 people] drowned off the coast.",
    ]
    assert taken(run(claim_during(claim, "2020"), *lines)) == ["93 people"]
    assert taken(run(claim_during(claim, "2019"), *lines)) == []


def claim_during(claim: Claim, year: str) -> Claim:
    return evolve(claim, during=value("year", year))


@pytest.mark.parametrize(
    ("unit", "line", "expected"),
    [
        ("people", "Storms drowned [count/person:93 people] at Kestrel.", ["93 people"]),
        ("people", "Storms drowned [count/sheep:93 sheep] at Kestrel.", []),
        ("people", "Storms drowned [count:93] at Kestrel.", ["93"]),
        ("", "Storms drowned [count/sheep:93 sheep] at Kestrel.", ["93 sheep"]),
    ],
)
def test_the_counted_noun_must_fit(unit: str, line: str, expected: list[str]) -> None:
    claim = Claim("drowned", "count", "Storms drowned {value}.", subject="Kestrel", unit=unit, cues=("drowned",))
    assert taken(run(claim, line)) == expected


def test_a_currency_must_fit() -> None:
    claim = Claim("cost", "money", "Kestrel cost {value}.", subject="Kestrel", unit="EUR")
    assert "is in USD, not in EUR" in refusal(run(claim, "Kestrel cost [money:$4 million]."), "$4 million")


def test_a_described_subject_needs_half_of_its_words() -> None:
    claim = Claim("d", "count", "There were {value} overdose deaths.", subject="overdose deaths", unit="deaths")
    near = "The city saw [count/overdose death:930 drug overdose deaths]."
    assert taken(run(claim, near)) == ["930 drug overdose deaths"]
    assert taken(run(claim, "The city saw [count/school:930 schools].")) == []


def test_a_claim_without_subject_rests_on_its_statement() -> None:
    claim = Claim("bridge", "year", "The suspension bridge across the strait was finished in {value}.")
    matches = run(
        claim,
        "Workers finished the bridge across the strait in [year:1987].",
        "The first ferry sailed in [year:1911].",
    )
    assert taken(matches) == ["1987"]


@pytest.mark.parametrize(
    "line",
    [
        "The “Késtrel” Harbour Fund has been paid [money:$4 million].",
        "The Kestrel\N{NO-BREAK SPACE}Harbour Fund has been paid [money:$4 million].",
        "The KESTREL HARBOUR FUND has been paid [money:$4 million].",
        "The Ke\N{COMBINING ACUTE ACCENT}strel Harbour Fund has been paid [money:$4 million].",
        "The Kestrell Harbor Fund has been paid [money:$4 million].",
        "The Kestrel-Harbour Fund’s managers have been paid [money:$4 million].",
    ],
)
def test_spellings_and_typography(line: str) -> None:
    assert taken(run(TOTAL, line)) == ["$4 million"]


def test_a_name_is_not_met_by_a_verb() -> None:
    claim = Claim("day", "date", "The meeting was held on {value}.", subject="Harbour Meetings", cues=("held",))
    assert taken(run(claim, "The Harbour Meeting was held on [date:Friday].")) == ["Friday"]
    assert taken(run(claim, "Then the harbour met and held hands on [date:Friday].")) == []


def test_a_unit_as_a_cue_counts_a_little() -> None:
    mention = evolve(value("duration", "13 years"), unit="year")
    sentences, ((found,),) = article("As for Kestrel, it has stood for [duration:13 years] now.")
    found = evolve(found, value=mention)

    def score(*cues: str) -> float:
        claim = evolve(AGE, cues=cues)
        return match(claim, sentences, [(found,)], frozenset({"duration"}), DEFAULT)[0].score

    assert score("launched") < score("launched", "years") < score("stood")


def test_short_names_need_their_capital() -> None:
    claim = Claim("gift", "money", "The US gave {value}.", subject="US", cues=("gave",))
    assert taken(run(claim, "Then the US gave [money:$4 million] to farmers.")) == ["$4 million"]
    assert taken(run(claim, "Farmers gave us [money:$4 million] and fish.")) == []


def test_mentions_must_be_in_step() -> None:
    sentences, _ = article("One line.")
    with pytest.raises(InvalidValue, match="1 sentences cannot have 0 lists"):
        match(TOTAL, sentences, [], frozenset({"money"}), DEFAULT)


def test_a_compiled_claim_matches_alike() -> None:
    sentences, mentions = article(NAMED, "It has been paid [money:$4 million].")
    kinds = frozenset({"money"})
    assert match(compile_claim(TOTAL), sentences, mentions, kinds, DEFAULT) == match(
        TOTAL, sentences, mentions, kinds, DEFAULT
    )


_LINES = st.lists(
    st.sampled_from(
        [
            NAMED,
            "Rome has poured [money:$4 million] into the fund.",
            "It has been paid [money:$7 million] since [year:2008].",
            "In all, the [money:$9 million] Kestrel Harbour Fund bought cranes.",
            "Nobody knows why.",
            "",
        ]
    ),
    max_size=6,
)
_NOISE = st.text(min_size=1, max_size=60).map(lambda text: text.replace("[", "("))


@settings(deadline=None, max_examples=60)
@given(_LINES, st.integers(0, 3))
def test_unrelated_sentences_at_the_end_change_nothing(lines: list[str], extra: int) -> None:
    before = run(TOTAL, *lines)
    after = run(TOTAL, *lines, *["Gulls cried over grey water."] * extra)
    assert [m for m in after if m.taken] == [m for m in before if m.taken]


@settings(deadline=None, max_examples=60)
@given(_LINES)
def test_an_unrelated_first_sentence_removes_no_match(lines: list[str]) -> None:
    assert taken(run(TOTAL, "Gulls cried over grey water.", "", *lines)) == taken(run(TOTAL, *lines))


@settings(deadline=None, max_examples=150)
@given(_NOISE, _NOISE, _NOISE, st.lists(_NOISE, max_size=3))
def test_arbitrary_text_never_raises(left: str, right: str, subject: str, words: list[str]) -> None:
    claim = Claim("x", "money", "{value}" + left, subject=subject, aliases=tuple(words), cues=tuple(words))
    for m in run(claim, left, f"{left}[money:$4]{right}", right):
        assert 0 <= m.score <= 100
        assert m.taken <= (m.mention is not None)


CLAIMS = (
    Claim(
        "funding",
        "money",
        "The United States has given Mexico {value} under the Mérida Initiative.",
        cues=("channeled", "given", "appropriated", "in total"),
        reject=("aircraft", "helicopters"),
    ),
    Claim(
        "start",
        "year",
        "The Mérida Initiative began in {value}.",
        cues=("since", "began", "launched", "promoted", "pact"),
    ),
    Claim("age", "duration", "The Mérida Initiative has run for {value}."),
)
ALIASES = ("Merida", "the previous accord", "the security accord", "the program", "the initiative")
READINGS = {
    ("funding", "001"): ["about $3.3 billion"],
    ("funding", "002"): ["$3 billion"],
    ("funding", "003"): ["billions of dollars", "more than $3 billion"],
    ("funding", "004"): ["$3 billion"],
    ("start", "000"): ["2008"],
    ("start", "001"): ["2007"],
    ("start", "002"): ["2008"],
    ("start", "004"): ["2008"],
    ("age", "000"): ["13 years"],
    ("age", "001"): ["13 years"],
    ("age", "002"): ["about 13 years", "about 15 years"],
    ("age", "003"): ["13 years"],
    ("age", "004"): ["13 years"],
}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the articles are not on this machine")
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_the_five_articles(claim: Claim, number: str) -> None:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    source = Source(number, reference_day=date(2021, 10, 7 if number == "002" else 8))
    document = Document(source, path.read_bytes().decode())
    cut = split(document)
    found = [in_sentence(s, KINDS, source.context) for s in cut]
    asked = evolve(claim, subject="Mérida Initiative", aliases=ALIASES)
    kinds = frozenset({"year", "date"} if claim.kind == "year" else {claim.kind})
    matches = match(asked, cut, found, kinds, DEFAULT)
    said = sorted(m.mention.value.normal for m in matches if m.taken and m.mention)
    assert said == READINGS.get((claim.id, number), [])
    assert all(m.refusal for m in matches if not m.taken)
    if (claim.id, number) == ("start", "001"):
        assert matches[0].mention is not None
        assert matches[0].mention.surface.endswith("2007")
