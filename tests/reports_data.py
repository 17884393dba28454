"""Reports built by hand, in words of our own, for the tests of everything that shows a report."""

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve

from claimcheck.model.claim import Claim, Match, Mention, Weight
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.finding import Consensus, Derived, Evidence, Excerpt, Finding, QuoteCheck, Report, Status
from claimcheck.model.interval import Interval
from claimcheck.model.text import Quotation, Role, Sentence, Source, Span
from claimcheck.model.value import Hedge, Sense, SenseKind, Value

SOURCES = (
    Source("001", "001.txt", "The North Courier", published=date(2021, 10, 8)),
    Source("002", "002.txt", "Bay Radio", published=date(2021, 10, 7)),
    Source("003", "003.txt", "The Harbour Gazette and Shipping List", published=date(2021, 10, 8)),
    Source("004", "004.txt", "", published=None, note="partly machine-translated"),
)


def money(normal: str, number: str, step: str, hedge: Hedge = Hedge.NONE) -> Value:
    return Value("money", normal, Decimal(number), "USD", step=Decimal(step), step_stated=True, hedge=hedge)


def year(number: int) -> Value:
    days = Interval.half_open(Decimal(date(number, 1, 1).toordinal()), Decimal(date(number + 1, 1, 1).toordinal()))
    return Value("year", str(number), unit="day", extent=days)


def years(normal: str, number: int, hedge: Hedge = Hedge.NONE) -> Value:
    extent = Interval.half_open(Decimal(number), Decimal(number + 1))
    return Value("duration", normal, Decimal(number), "year", step=Decimal(1), hedge=hedge, extent=extent)


ABOUT = money("about $3.3 billion", "3.3E9", "1E8", Hedge.ABOUT)
THREE = money("$3 billion", "3E9", "1E9")
OVER = money("more than $3 billion", "3E9", "1E9", Hedge.MORE_THAN)
THIRTEEN = years("13 years", 13)
FIFTEEN = years("about 15 years", 15, Hedge.ABOUT)


def senses(value: Value) -> tuple[Sense, ...]:
    """One ordinary sense: what the value spans, or half a step to each side."""
    if value.extent is not None:
        return (Sense(SenseKind.ORDINARY, value.extent, "what it spans"),)
    assert value.number is not None
    assert value.step is not None
    half = value.step / 2
    return (
        Sense(SenseKind.ORDINARY, Interval.half_open(value.number - half, value.number + half), "half a step"),
    )


def evidence(source_id: str, value: Value, sentence: str, words: str, **more: Any) -> Evidence:
    """Evidence in a sentence in which the value's words stand once."""
    start = sentence.index(words)
    span = Span(start, start + len(words))
    excerpt = Excerpt(sentence, span, span.shifted(200), line=7, column=start + 1)
    value = value.written_as(words)
    return evolve(Evidence(source_id, value, senses(value), excerpt), **more)


def side(source_id: str, value: Value) -> Side:
    return Side(value.normal, value, source_id=source_id, senses=senses(value))


def cost() -> Finding:
    nine = (
        "differ by $0.3 billion (9 %); 3.3 rounds to 3 at one digit, but that is more than the 5 % cap on rounding"
    )
    share: dict[str, Any] = {"gap": Decimal("3E8"), "gap_share": Decimal(1) / 11, "unit": "USD"}
    one, two, three, four = (
        side(i, v) for i, v in (("001", ABOUT), ("002", THREE), ("003", OVER), ("004", THREE))
    )
    return Finding(
        Claim(
            "bridge-cost",
            "money",
            "Building the harbour bridge has cost {value}.",
            subject="harbour bridge",
            tags=("costs",),
        ),
        Status.CONSENSUS,
        Relation.DISCREPANT,
        "001 says about $3.3 billion, 002 and 004 $3 billion: 9 % apart",
        (
            evidence(
                "001",
                ABOUT,
                "Since the first pier was sunk, the harbour board has paid about U.S. $3.3 billion to its "
                "builders, its insurers and the owners of the old ferry slips along the eastern quay.",
                "about U.S. $3.3 billion",
                score=88.0,
                why=("alias harbour board +30", "cue paid +20"),
            ),
            evidence(
                "002",
                THREE,
                "“We have put $3 billion into this crossing,” Mara Lind said.",
                "$3 billion",
                quoted=True,
                speaker="Mara Lind",
                score=75.0,
            ),
            evidence("002", THREE, "The $ 3 billion bridge", "$ 3 billion", role=Role.HEADLINE, weak=True),
            evidence("003", OVER, "The bill now stands at more than $3 billion [ad_1].", "more than $3 billion"),
            evidence("004", THREE, "Das kostete $3 billion.", "$3 billion", origin_why="same words as in 002"),
        ),
        (
            Comparison(one, two, Relation.DISCREPANT, nine, **share),
            Comparison(one, four, Relation.DISCREPANT, nine, **share),
            Comparison(one, three, Relation.COMPATIBLE, "3.3 is more than 3"),
            Comparison(two, three, Relation.COMPATIBLE, "the bound is its own round number"),
            Comparison(two, four, Relation.EXACT, "both say $3 billion"),
            Comparison(three, four, Relation.COMPATIBLE, "the bound is its own round number"),
        ),
        consensus=Consensus(
            Interval.half_open(Decimal("3E9"), Decimal("3.15E9")), "$3 billion", ("002", "003", "004"), 2, ("001",)
        ),
    )


def opening() -> Finding:
    old, new = side("001", year(2007)), side("002", year(2008))
    start, end = date(2007, 10, 9).toordinal(), date(2008, 10, 9).toordinal()
    window = Interval.half_open(Decimal(start), Decimal(end))
    wording = "9 October 2007 to 8 October 2008"
    implied = Side(wording, source_id="001")
    with_stated = (
        Comparison(implied, new, Relation.COMPATIBLE, "share 282 days"),
        Comparison(
            implied, old, Relation.TENSION, "both are right only if it opened 9 October to 31 December 2007"
        ),
    )
    arithmetic = f"8 October 2021 less 13 to 14 years: {wording}"
    return Finding(
        Claim("bridge-opening", "year", "The harbour bridge opened in {value}.", note="Ferries ran until 2009."),
        Status.TIE,
        Relation.DISCREPANT,
        "001 says 2007, 002 2008: a year apart",
        (
            evidence("001", year(2007), "It has carried traffic since 2007.", "since 2007", scope=("since",)),
            evidence("002", year(2008), "The bridge, a child of 2008, creaks.", "2008"),
        ),
        (Comparison(old, new, Relation.DISCREPANT, "2007 and 2008 share no day", Decimal(1), None, "year"),),
        ties=(
            Consensus(_days(2007), "2007", ("001",), 1),
            Consensus(_days(2008), "2008", ("002",), 1),
        ),
        derived=tuple(Derived(i, "bridge-age", window, wording, arithmetic, with_stated) for i in ("001", "003")),
        nearest=(nearest("bridge-opening", "003"),),
    )


def _days(number: int) -> Interval:
    extent = year(number).extent
    assert extent is not None
    return extent


def nearest(claim_id: str, source_id: str) -> Match:
    text = "A toll of 2006 was never collected."
    quotation = Quotation(Span(400, 435), "Ola Berg")
    mention = Mention(Span(410, 414), "2006", year(2006), quotation=quotation)
    return Match(
        claim_id,
        Sentence(source_id, 3, 1, Span(400, 435), text, quotations=(quotation,)),
        mention,
        31.5,
        (Weight("words", "toll", 12.5),),
        "says 2006, but nothing beside it says when the bridge opened",
    )


def age() -> Finding:
    said = "Thirteen summers, that is 13 years, have not been kind to the deck."
    two = "“Look, for 13 years we have painted it, and in the 15 years or so to come we shall paint it again.”"
    why = "someone quoted says 13 years and about 15 years: only the loose sense of 15 years or so holds 13"
    within = Comparison(side("002", THIRTEEN), side("002", FIFTEEN), Relation.TENSION, why)
    return Finding(
        Claim("bridge-age", "duration", "The harbour bridge has stood for {value}."),
        Status.CONSENSUS,
        Relation.EXACT,
        "001 and 002 say 13 years",
        (
            evidence("001", THIRTEEN, said, "13 years"),
            evidence("002", THIRTEEN, two, "13 years", quoted=True, resolved="13 years to 7 October 2021"),
            evidence("002", FIFTEEN, two, "15 years or so", quoted=True),
        ),
        (Comparison(side("001", THIRTEEN), side("002", THIRTEEN), Relation.EXACT, "both say 13 years"),),
        within=(within,),
        consensus=Consensus(Interval.half_open(Decimal(13), Decimal(14)), "13 years", ("001", "002"), 2),
    )


def toll() -> Finding:
    return Finding(
        Claim("bridge-toll", "money", "Crossing the harbour bridge costs {value}."),
        Status.UNMENTIONED,
        None,
        "no source says so",
        nearest=(nearest("bridge-toll", "001"), nearest("bridge-toll", "002")),
    )


def painters() -> Finding:
    value = Value("count", "40 painters", Decimal(40), noun="painter", step=Decimal(10))
    expected = Value("count", "45 painters", Decimal(45), noun="painter", step=Decimal(1))
    return Finding(
        Claim("bridge-painters", "count", "{value} paint the harbour bridge.", expect=expected),
        Status.SINGLE_SOURCE,
        None,
        "only 003 says so: 40 painters",
        (evidence("003", value, "Forty of them, or 40 painters in all, hang from ropes.", "40 painters"),),
        expected=(
            Comparison(
                side("003", value),
                side("", expected),
                Relation.DISCREPANT,
                "40 is not the expected 45",
                Decimal(5),
                Decimal(1) / 9,
            ),
        ),
        quotes=(
            QuoteCheck("003", "four dozen painters", "changed", "Forty of them", "the quote reads differently"),
        ),
    )


def accepted() -> Finding:
    return evolve(
        opening(),
        claim=Claim("bridge-start", "year", "Work on the bridge began in {value}."),
        derived=(),
        nearest=(),
        accepted="planned 2007, begun 2008 (ana, 2026-11-22)",
    )


def report() -> Report:
    """One finding of every sort."""
    return Report(
        (cost(), opening(), age(), toll(), painters(), accepted()),
        SOURCES,
        ("claims/bridge.yaml",),
        ("004 has no publication date: its relative dates stay unresolved", "004: partly machine-translated"),
        sentences=41,
        mentions=19,
        rules="2026.11",
    )


def agreeing() -> Report:
    """A report in which nothing is amiss."""
    finding = evolve(age(), within=())
    return Report((finding,), SOURCES, ("claims/bridge.yaml",), (), 41, 19, "2026.11")


HOSTILE = (
    "[ad_1] [bold]x[/bold] \x1b[31mred\x1b[0m \u202egnp.exe\u2066 a\x00b\x9b2Jc\r\nnext\tcell $3 billion "
    "[/] {value} 漢字 e\u0301"
)


def hostile() -> Report:
    """A report whose every text tries to steer the terminal."""
    long = HOSTILE + " and on" * 1_500
    words = "$3 billion"
    reading = evidence("001", THREE, long, words, quoted=True, speaker=f"Eve \x1b]0;title\x07{HOSTILE}")
    finding = evolve(
        cost(),
        claim=evolve(cost().claim, note=HOSTILE, statement=HOSTILE),
        reason=HOSTILE,
        evidence=(evolve(reading, resolved=HOSTILE, origin_why=HOSTILE, why=(HOSTILE,), scope=(HOSTILE,)),),
        quotes=(QuoteCheck("001", HOSTILE, "changed", HOSTILE, HOSTILE),),
        accepted=HOSTILE,
        nearest=(
            evolve(
                nearest("bridge-cost", "002"),
                sentence=Sentence("002", 0, 0, Span(0, len(long)), long),
                mention=None,
                refusal=HOSTILE,
            ),
        ),
        consensus=Consensus(Interval.point(Decimal(3)), HOSTILE, ("001",), 1),
    )
    sources = (evolve(SOURCES[0], publisher=HOSTILE), evolve(SOURCES[1], publisher=HOSTILE))
    return Report((finding,), sources, (HOSTILE,), (HOSTILE,), rules=HOSTILE)
