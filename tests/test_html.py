"""The HTML report: complete in itself, inert, and drawn to scale."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
import reports_data as data
from attrs import evolve, field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.kinds import read_value
from claimcheck.model.claim import Claim
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Consensus, Finding, Report, Status
from claimcheck.model.interval import Interval
from claimcheck.model.text import Source
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.reports import html
from claimcheck.reports.html.axis import Axis, axis
from claimcheck.reports.html.pairs import against
from claimcheck.reports.html.units import unit_of

VOID = {"meta", "input", "br", "link", "img", "hr"}
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@frozen(eq=False)
class Node:
    """An element of a page, or a piece of text (with an empty tag)."""

    tag: str
    attributes: dict[str, str] = field(factory=dict)
    children: list["Node"] = field(factory=list)
    data: str = ""

    def walk(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, tag: str, **attributes: str) -> list["Node"]:
        """Elements of that tag; `class_="bad"` asks for one of the classes."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            n
            for n in self.walk()
            if n.tag == tag and all(v in n.attributes.get(a, "").split(" ") for a, v in wanted.items())
        ]

    @property
    def text(self) -> str:
        return "".join(n.data for n in self.walk())


class Tree(HTMLParser):
    """Builds the tree, and fails where an element is not closed as it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("root")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"an attribute twice: {tag} {attrs}"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(Node("", data=data))


def tree(page: str) -> Node:
    parser = Tree()
    parser.feed(page)
    parser.close()
    assert len(parser.open) == 1, f"not closed: {[n.tag for n in parser.open[1:]]}"
    return parser.open[0]


def shown(report: Report, **settings: Any) -> Node:
    return tree(html.render(report, **settings))


def one(finding: Finding, *, sources: tuple[Source, ...] = data.SOURCES) -> Report:
    return Report((finding,), sources)


def finding_of(*values: tuple[str, Value], **more: Any) -> Finding:
    """A finding with a reading of each value."""
    said = tuple(data.evidence(i, v, f"They say {v.normal} of it.", v.normal) for i, v in values)
    claim = Claim("harbour", values[0][1].kind, "It is {value}.")
    return evolve(Finding(claim, Status.CONSENSUS, Relation.COMPATIBLE, "so it is", said), **more)


# The page


@pytest.mark.parametrize("make", [data.report, data.agreeing, data.hostile, lambda: Report((), ())])
def test_the_page_is_well_formed_and_its_links_lead_somewhere(make: Callable[[], Report]) -> None:
    page = shown(make())
    ids = [n.attributes["id"] for n in page.walk() if "id" in n.attributes]
    assert len(ids) == len(set(ids))
    for node in page.walk():
        for name in ("href", "for", "aria-labelledby", "mask"):
            target = node.attributes.get(name, "").removeprefix("url(").removesuffix(")")
            for word in target.split(" "):
                if name in ("for", "aria-labelledby") or word.startswith("#"):
                    assert not word or word.removeprefix("#") in ids, (node.tag, name, word)


def test_the_same_report_gives_the_same_characters() -> None:
    assert html.render(data.report()) == html.render(data.report())
    assert html.render(data.report(), width=40, color=True) == html.render(data.report())


def test_nothing_is_fetched_and_only_its_own_style_and_script_may_run() -> None:
    page = shown(data.report())
    assert not page.all("link") + page.all("img") + page.all("iframe") + page.all("image")
    assert not [n for n in page.walk() if "src" in n.attributes or "style" in n.attributes]
    assert not [n for n in page.walk() if any(name.startswith("on") for name in n.attributes)]
    (style,), (script,) = page.all("style"), page.all("script")
    assert "@import" not in style.text
    assert not re.search(r"url\((?!#)", style.text)
    (policy,) = [m.attributes["content"] for m in page.all("meta") if "http-equiv" in m.attributes]
    for what, node in (("style", style), ("script", script)):
        digest = base64.b64encode(hashlib.sha256(node.text.encode()).digest()).decode()
        assert f"{what}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_without_the_script_nothing_useless_is_shown() -> None:
    page = shown(data.report())
    (bar,) = page.all("form", id="_bar")
    assert "hidden" in bar.attributes
    outside = [b for b in page.all("button") if b not in list(bar.walk())]
    (dialog,) = page.all("dialog")
    assert all(b in list(dialog.walk()) for b in outside)


def test_the_table_says_in_words_what_symbols_and_colours_say() -> None:
    (table,) = shown(data.report()).all("table")
    rows = {row.children[0].text: row for row in table.all("tr")[1:]}
    cells = [" ".join(c.text.split()) for c in rows["bridge-cost"].all("td")]
    assert cells == [
        "✗ discrepant",
        "✗ about $3.3 billion, outside the consensus",
        "✓ $3 billion, inside the consensus",
        "✓ more than $3 billion, inside the consensus",
        "✓ $3 billion, inside the consensus",
    ]
    assert [c.attributes.get("class", "") for c in rows["bridge-cost"].all("td")] == [
        "bad", "bad", "good", "good", "good",
    ]  # fmt: skip
    assert [c.text for c in rows["bridge-toll"].all("td")][1:] == ["no reading"] * 4
    assert rows["bridge-age"].all("td")[2].text.endswith("also about 15 years, disagrees with itself")
    assert all(h.attributes["scope"] in ("col", "row") for h in table.all("th"))


def test_the_summary_counts_and_leads_to_the_first_of_each() -> None:
    page = shown(data.report())
    (tallies,) = page.all("ul", class_="tallies")
    assert [" ".join(li.text.split()) for li in tallies.all("li")] == [
        "✗ 3 discrepant",
        "· 1 unmentioned",
        "✓ 1 accepted",
        "✓ 1 exact",
    ]
    assert [a.attributes["href"] for a in tallies.all("a")] == [
        "#bridge-cost",
        "#bridge-toll",
        "#bridge-start",
        "#bridge-age",
    ]
    assert "needs a second look" in html.render(one(data.cost()))
    assert "Nothing needs a second look" in html.render(data.agreeing())


def test_evidence_stands_in_its_paragraph_with_the_value_marked() -> None:
    said = data.cost().evidence[0]
    said = evolve(said, excerpt=evolve(said.excerpt, before="It rained. ", after=" Then it stopped."))
    page = shown(one(evolve(data.cost(), evidence=(said,))))
    (quote,) = page.all("blockquote")
    assert quote.text == f"It rained. {said.excerpt.text} Then it stopped."
    (mark,) = quote.all("mark")
    assert mark.text == "about U.S. $3.3 billion"
    assert mark.attributes["class"] == "bad"
    assert [n.text for n in quote.all("span", class_="around")] == ["It rained. ", " Then it stopped."]


def test_everything_that_is_known_of_a_finding_is_told() -> None:
    text = " ".join(shown(data.report()).text.split())
    for words in (
        "001 against 002 and 004 ✗ discrepant differ by $0.3 billion (9 %)",
        "$3 billion in 002, 003 and 004 (2 independent origins); not 001",
        "Mara Lind, quoted",
        "quoted, speaker not named",
        "in the headline, no vote",
        "one origin with others: same words as in 002",
        "8 October 2021 less 13 to 14 years: 9 October 2007 to 8 October 2008 (from bridge-age in 001 and 003)",
        "2007 (001) or 2008 (002)",
        "002 ? tension someone quoted says 13 years",
        "003 ✗ discrepant 40 is not the expected 45",
        "003 changed “four dozen painters”: the quote reads differently",
        "“Forty of them”",
        "planned 2007, begun 2008 (ana, 2026-11-22)",
        "Ferries ran until 2009.",
        "score 32: says 2006, but nothing beside it says when the bridge opened",
        "score 88: alias harbour board +30; cue paid +20",
        "ordinary sense: $2.5 to $3.5 billion",
        "004: partly machine-translated",
    ):
        assert words in text, words


def test_addresses_are_links_only_where_they_may_be_followed() -> None:
    first = evolve(
        data.SOURCES[0],
        url="https://courier.example/bridge?a=1&b=2",
        archive_url="https://archive.example/courier",
    )
    second = evolve(data.SOURCES[1], url="javascript:alert(1)", archive_url="https://[broken")
    page = shown(evolve(data.report(), sources=(first, second, *data.SOURCES[2:])))
    addresses = {a.attributes["href"] for a in page.all("a") if not a.attributes["href"].startswith("#")}
    assert addresses == {"https://courier.example/bridge?a=1&b=2", "https://archive.example/courier"}
    assert all(a.attributes["rel"] == "noopener noreferrer" for a in page.all("a", rel="noopener"))
    assert "javascript:alert(1)" in page.all("ol", class_="sources")[0].text


def test_quiet_shows_what_needs_attention() -> None:
    articles = [a.attributes["id"] for a in shown(data.report(), verbose=-1).all("article")]
    assert "bridge-cost" in articles
    assert "bridge-toll" not in articles


def test_ascii_says_the_same_in_references() -> None:
    page = html.render(data.report(), ascii=True)
    assert page.isascii()
    bodies = [p[p.index("<body>") : p.index("<script>")] for p in (page, html.render(data.report()))]
    assert tree(bodies[0] + "</body>").text == tree(bodies[1] + "</body>").text


# Article text shows and does nothing

NASTY = (
    "</style></title></script><script>alert(1)</script>]]><img src=x onerror=alert(2)>"
    "\u202egnp.exe\u2066 a\x00b\x9b2J\u2028c &lt;b&gt; \"' {{ 7*7 }} {% raw %} $3 billion"
)


def nasty() -> Report:
    reading = data.evidence("001", data.THREE, NASTY, "$3 billion", quoted=True, speaker=NASTY, why=(NASTY,))
    finding = evolve(
        data.cost(),
        claim=evolve(data.cost().claim, statement=NASTY, note=NASTY, tags=(NASTY,)),
        reason=NASTY,
        evidence=(evolve(reading, resolved=NASTY, origin_why=NASTY, scope=(NASTY,)),),
        accepted=NASTY,
    )
    source = evolve(data.SOURCES[0], publisher=NASTY, title=NASTY, note=NASTY, file=NASTY, language='"><script>')
    return Report((finding,), (source,), (NASTY,), (NASTY,), rules=NASTY)


@pytest.mark.parametrize("make", [nasty, data.hostile])
def test_article_text_is_inert(make: Callable[[], Report]) -> None:
    page = html.render(make())
    assert len(re.findall("<script", page)) == 1
    assert not STEERING.search(page.replace("\n", ""))
    assert not tree(page).all("img")


def test_article_text_is_shown_as_it_is() -> None:
    (quote,) = shown(nasty()).all("blockquote")
    assert "<script>alert(1)</script>]]><img src=x onerror=alert(2)>" in quote.text
    assert "{{ 7*7 }} {% raw %}" in quote.text
    assert "&lt;b&gt;" in quote.text
    assert "<U+202E>gnp.exe<U+2066> a␀b" in quote.text


def test_very_long_lines_are_cropped_around_the_value() -> None:
    long = "x" * 10_000 + " $3 billion " + "and so on " * 1_000
    said = data.evidence("001", data.THREE, long, "$3 billion")
    said = evolve(said, excerpt=evolve(said.excerpt, before="y" * 10_000, after="z " * 5_000))
    page = html.render(one(evolve(data.cost(), evidence=(said,))))
    (quote,) = tree(page).all("blockquote")
    assert quote.all("mark")[0].text == "$3 billion"
    assert len(quote.text) < 2_500
    assert quote.text.count("…") == 4


# Plots


def percent(node: Node, name: str) -> Decimal:
    written = node.attributes[name]
    assert written.endswith("%") or written == "0"
    return Decimal(written.removesuffix("%"))


def day(label: str) -> Decimal:
    """The first day that a label of a day axis names."""
    words = label.split(" ")
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")
    month = months.index(words[-2][:3]) + 1 if len(words) > 1 else 1
    return Decimal(date(int(words[-1]), month, int(words[0]) if len(words) > 2 else 1).toordinal())


def number(label: str, kind: str) -> Decimal:
    if kind in ("year", "date"):
        return day(label)
    if kind == "count":
        return Decimal(label.replace(",", ""))
    value = read_value(label, kind).number
    assert value is not None
    return value


def scale(labels: list[tuple[Decimal, Decimal]]) -> Callable[[Decimal], Decimal]:
    """From a number to its place, by the first and the last label alone."""
    (x0, n0), (x1, n1) = labels[0], labels[-1]
    return lambda n: x0 + (n - n0) * (x1 - x0) / (n1 - n0)


HALF_A_HUNDREDTH = Decimal("0.02")  # percent of the width: two places are written, and the scale is read off them


def scaled(page: Node, kind: str) -> tuple[Node, Callable[[Decimal], Decimal]]:
    (figure,) = page.all("figure")
    (ticks,) = figure.all("g", class_="axis")
    labels = [(percent(t, "x"), number(t.text, kind)) for t in ticks.all("text")]
    place = scale(labels)
    for x, n in labels:
        assert abs(place(n) - x) <= HALF_A_HUNDREDTH
    assert [percent(line, "x1") for line in ticks.all("line", class_="grid")] == [x for x, _ in labels]
    return figure, place


def ends(bar: Node) -> tuple[Decimal, Decimal]:
    return percent(bar, "x"), percent(bar, "x") + percent(bar, "width")


@pytest.mark.parametrize(
    ("finding", "kind"),
    [(data.cost(), "money"), (data.opening(), "year"), (data.age(), "duration")],
    ids=["money", "year", "duration"],
)
def test_labels_and_interval_ends_stand_at_their_values(finding: Finding, kind: str) -> None:
    figure, place = scaled(shown(one(finding)), kind)
    drawn = [ends(bar) for bar in figure.all("rect", class_="b")]
    said = [e.senses[0].interval for e in finding.evidence if not e.weak]
    assert len(drawn) == len(said)
    for (left, right), interval in zip(drawn, said, strict=True):
        assert interval.low is not None
        assert interval.high is not None
        assert abs(left - place(interval.low)) <= HALF_A_HUNDREDTH
        assert abs(right - place(interval.high)) <= HALF_A_HUNDREDTH
    joint = [finding.consensus] if finding.consensus else list(finding.ties)
    bands = [ends(b) for b in figure.all("rect", class_="band") if "x" in b.attributes]
    assert len(bands) == len(joint)
    for (left, right), agreed in zip(bands, joint, strict=True):
        assert agreed.interval is not None
        assert abs(left - place(agreed.interval.low or Decimal(0))) <= HALF_A_HUNDREDTH
        assert abs(right - place(agreed.interval.high or Decimal(0))) <= HALF_A_HUNDREDTH
    for derived, bar in zip(finding.derived[:1], figure.all("rect", class_="d"), strict=True):
        assert abs(ends(bar)[0] - place(derived.interval.low or Decimal(0))) <= HALF_A_HUNDREDTH


def test_written_numbers_have_a_dot_and_excluded_ones_a_hollow_one() -> None:
    figure, place = scaled(shown(one(data.cost())), "money")
    dots = [(u.attributes["href"], percent(u, "x")) for u in figure.all("use")]
    three = [x for href, x in dots if href == "#_in"]
    assert [
        abs(x - place(Decimal(n))) <= HALF_A_HUNDREDTH for x, n in zip(three, ("3.3E9", "3E9", "3E9"), strict=True)
    ]
    (hollow,) = [x for href, x in dots if href == "#_out"]
    assert abs(hollow - place(Decimal("3E9"))) <= HALF_A_HUNDREDTH
    (arrow,) = [x for href, x in dots if href == "#_to-right"]
    assert arrow > hollow


def test_hedges_fade_and_plain_ends_do_not() -> None:
    (figure,) = shown(one(data.cost())).all("figure")
    fades = [bar.attributes.get("mask", "") for bar in figure.all("rect", class_="b")]
    assert fades == ["url(#_both)", "", "url(#_right)", ""]


def test_only_closed_ends_have_a_stroke() -> None:
    half_open = finding_of(("001", data.THREE), ("002", data.THREE))
    assert len(shown(one(half_open)).all("use", href="#_end")) == 2
    between = Value("money", "$3 to $4 billion", Decimal("3E9"), "USD", step=Decimal("1E9"), hedge=Hedge.BETWEEN,
                    upper=Decimal("4E9"), extent=Interval.closed(Decimal("3E9"), Decimal("4E9")))  # fmt: skip
    (figure,) = shown(one(finding_of(("001", between)))).all("figure")
    assert len(figure.all("use", href="#_end")) == 2
    assert not figure.all("use", href="#_in")


def test_a_plot_has_a_title_and_says_itself_in_words() -> None:
    (figure,) = shown(one(data.cost())).all("figure")
    drawing = figure.children[1]
    assert drawing.attributes["role"] == "img"
    names = [
        n.text for n in figure.walk() if n.attributes.get("id") in drawing.attributes["aria-labelledby"].split()
    ]
    assert names[0] == "bridge-cost on one axis"
    assert names[1].startswith("001 about $3.3 billion; 002 $3 billion; 003 more than $3 billion")


def test_a_single_plain_number_has_no_plot() -> None:
    count = Value("count", "40 painters", Decimal(40), noun="painter", step=Decimal(1))
    assert not shown(one(finding_of(("001", count)))).all("figure")
    about = evolve(count, hedge=Hedge.ABOUT)
    assert shown(one(finding_of(("001", about)))).all("figure")


def test_a_reading_without_numbers_has_no_plot() -> None:
    said = evolve(data.cost().evidence[0], senses=())
    finding = evolve(data.cost(), evidence=(said,), consensus=None, derived=())
    assert not shown(one(finding)).all("figure")


def test_vague_words_do_not_stretch_the_axis() -> None:
    vague = Value("money", "billions of dollars", None, "USD", hedge=Hedge.VAGUE,
                  extent=Interval.half_open(Decimal("2E9"), Decimal("1E12")))  # fmt: skip
    figure, place = scaled(shown(one(finding_of(("001", data.THREE), ("002", vague)))), "money")
    assert place(Decimal("1E12")) > 1_000
    left, right = ends(figure.all("rect", class_="v")[0])
    assert (left, right) == (Decimal(0), Decimal(100))
    assert [u.attributes["x"] for u in figure.all("use", href="#_to-right")] == ["100%"]


def test_units_that_convert_share_the_axis_and_others_are_named() -> None:
    months = Value("duration", "150 months", Decimal(150), "month", step=Decimal(1),
                   extent=Interval.half_open(Decimal(150), Decimal(151)))  # fmt: skip
    days = Value("duration", "90 days", Decimal(90), "day", step=Decimal(1),
                 extent=Interval.half_open(Decimal(90), Decimal(91)))  # fmt: skip
    finding = finding_of(("001", data.THIRTEEN), ("002", months), ("003", days))
    assert unit_of(finding.evidence) == "month"
    figure, place = scaled(shown(one(finding)), "duration")
    first = ends(figure.all("rect", class_="b")[0])
    assert abs(first[0] - place(Decimal(156))) <= HALF_A_HUNDREDTH
    assert abs(first[1] - place(Decimal(168))) <= HALF_A_HUNDREDTH
    assert "Not on this axis: 003 90 days" in figure.text


def test_a_reading_that_splits_its_source_is_not_shown_as_agreeing() -> None:
    (figure,) = shown(one(data.age())).all("figure")
    tones = [n.attributes["class"] for n in figure.walk() if n.tag == "svg" and "y" in n.attributes]
    assert tones == ["good", "good", "doubt"]


def test_equal_readings_of_many_sources_share_a_row() -> None:
    sources = tuple(Source(f"{n:03}") for n in range(40))
    finding = finding_of(*((s.id, data.ABOUT if n % 2 else data.THREE) for n, s in enumerate(sources)))
    (figure,) = shown(one(finding, sources=sources)).all("figure")
    assert len(figure.all("rect", class_="b")) == 2
    assert "000, 002, 004 and 17 more $3 billion" in figure.text


numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**13), max_value=10**13)


def assert_fair(found: Axis) -> None:
    xs = [Decimal(t.x) for t in found.ticks]
    assert xs == sorted(xs)
    assert len(found.ticks) <= 7
    assert len({t.label for t in found.ticks}) == len(found.ticks)


@settings(deadline=None, max_examples=150)
@given(st.lists(numbers, min_size=2, max_size=6, unique=True), st.sampled_from(["USD", "percent", "year", ""]))
def test_every_number_has_its_place_and_every_label_stands_at_its_value(ends: list[Decimal], unit: str) -> None:
    found = axis(ends, unit)
    assert_fair(found)
    assert all(found.low < n < found.high for n in ends)
    for tick in found.ticks:
        assert abs(found.at(amount(tick.label)) - Decimal(tick.x)) <= HALF_A_HUNDREDTH, tick


POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15}


def amount(label: str) -> Decimal:
    """The number that a label writes, whatever its unit."""
    digits = re.search(r"[\d,.]+", label)
    assert digits
    power = next((power for word, power in POWERS.items() if word in label), 0)
    size = Decimal(digits[0].replace(",", "")).scaleb(power)
    return -size if label.startswith("−") else size


@settings(deadline=None, max_examples=150)
@given(st.lists(st.integers(400_000, 3_000_000), min_size=2, max_size=5, unique=True))
def test_days_stand_at_their_labels(days: list[int]) -> None:
    found = axis([Decimal(d) for d in days], "day", days=True)
    assert_fair(found)
    for tick in found.ticks:
        label = tick.label.removeprefix("AD ")
        if label.split(" ")[-1].isdigit() and 1 <= int(label.split(" ")[-1]) <= 9999 and "BC" not in label:
            assert (
                abs(found.at(day(label.zfill(4) if label.isdigit() else label)) - Decimal(tick.x))
                <= HALF_A_HUNDREDTH
            )


@pytest.mark.parametrize("ends", [["1E-300", "2E-300"], ["0", "1E+300"], ["5", "5"], ["0", "0"], ["-3", "-3"]])
def test_no_numbers_are_too_small_or_too_large_for_an_axis(ends: list[str]) -> None:
    found = axis([Decimal(n) for n in ends], "USD")
    assert_fair(found)
    assert 0 < found.at(Decimal(ends[0])) <= found.at(Decimal(ends[1])) < 100


# Large reports


def large(sources: int, claims: int) -> Report:
    """Every source has a reading of every claim, in one of three wordings."""
    known = tuple(
        Source(f"{n:03}", publisher=f"Courier {n}", url=f"https://c{n}.example/") for n in range(sources)
    )
    values = (data.ABOUT, data.THREE, data.OVER)
    findings = []
    for c in range(claims):
        finding = finding_of(*((s.id, values[(n + c) % 3]) for n, s in enumerate(known)))
        inside = tuple(s.id for n, s in enumerate(known) if (n + c) % 3)
        outside = tuple(s.id for s in known if s.id not in inside)
        agreed = Consensus(Interval.closed(Decimal("3E9"), Decimal("3.1E9")), "$3 billion", inside, 2, outside)
        claim = evolve(finding.claim, id=f"harbour-{c}")
        findings.append(evolve(finding, claim=claim, consensus=agreed, relation=Relation.DISCREPANT))
    return Report(tuple(findings), known)


@pytest.fixture(scope="module")
def heavy() -> str:
    return html.render(large(50, 200))


def test_a_page_of_very_many_readings_stays_small_and_says_what_it_leaves_out(heavy: str) -> None:
    assert len(heavy.encode()) < 2_000_000
    assert "those with the same wording stand together" in heavy
    assert heavy.count("<article") == 200
    assert "✗<i>&nbsp;about $3.3 billion, outside</i>" in heavy


def test_in_a_large_page_every_source_is_named_with_its_line(heavy: str) -> None:
    first = heavy[heavy.index("<article") : heavy.index("</article>")]
    named = set(re.findall(r"\b(\d{3}):\d+", first))
    assert named == {f"{n:03}" for n in range(50)}


def test_pairs_are_named_in_few_words() -> None:
    every = [(f"{a:02}", f"{b:02}") for a in range(20) for b in range(20, 40)]
    assert against(every).count("against") == 1
    assert against([("a", "b")]) == "a and b"
    assert against([("a", "b"), ("c", "d")]) == "a against b; c against d"


def test_many_pairs_are_counted() -> None:
    one_side, other = data.side("001", data.ABOUT), data.side("002", data.THREE)
    apart = tuple(Comparison(one_side, other, Relation.DISCREPANT, f"reason {n}") for n in range(30))
    assert "and 18 more pairs, for 18 other reasons" in shown(one(evolve(data.cost(), comparisons=apart))).text


def test_loose_senses_are_thin_and_reach_as_far_as_they_say() -> None:
    said = data.evidence("001", data.THREE, "It cost $3 billion.", "$3 billion")
    loose = Sense(SenseKind.LOOSE, Interval.half_open(Decimal("2E9"), Decimal("4E9")), "at one digit")
    wider = evolve(said, senses=(*said.senses, loose))
    other = data.evidence("002", data.ABOUT, "It cost about $3.3 billion.", "about $3.3 billion")
    figure, place = scaled(shown(one(evolve(data.cost(), evidence=(wider, other)))), "money")
    (thin,) = figure.all("rect", class_="l")
    assert abs(ends(thin)[0] - place(Decimal("2E9"))) <= HALF_A_HUNDREDTH
    assert abs(ends(thin)[1] - place(Decimal("4E9"))) <= HALF_A_HUNDREDTH
