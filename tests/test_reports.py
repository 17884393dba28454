"""Reports: what they show, that they stay inert, and that JSON reads back."""

import json as stdlib_json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
import reports_data
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from claimcheck import reports
from claimcheck.errors import InvalidInput, Place
from claimcheck.model.claim import (
    Acceptance,
    Claim,
    CuratedReading,
    Match,
    Mention,
    Weight,
)
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.finding import Consensus, Derived, Evidence, Excerpt, Finding, QuoteCheck, Report, Status
from claimcheck.model.interval import Interval
from claimcheck.model.text import Quotation, Role, Sentence, Source, SourceKind, Span
from claimcheck.model.ties import Implication, ImpliedEnd
from claimcheck.model.value import Hedge, Sense, SenseKind, Value
from claimcheck.reports import concise, full, json
from claimcheck.verdict import Severity, Verdict, counts, severity, verdict

Draft202012Validator = import_module("jsonschema").Draft202012Validator  # it has no types
ANSI = re.compile(r"\x1b\[[0-9;]*m")
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")

Golden = Callable[[str, str], None]


# Full


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("full-100.txt", {}),
        ("full-60.txt", {"width": 60}),
        ("full-80-verbose.txt", {"width": 80, "verbose": 1}),
        ("full-80-quiet.txt", {"width": 80, "verbose": -1}),
        ("full-80-ascii.txt", {"width": 80, "ascii": True}),
        ("full-100-color.ansi", {"color": True}),
    ],
)
def test_full_is_as_somebody_saw_it(golden: Golden, name: str, settings: dict[str, int | bool]) -> None:
    golden(name, full.render(reports_data.report(), **settings))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("verbose", [-1, 0, 1])
@pytest.mark.parametrize("make", [reports_data.report, reports_data.hostile])
def test_no_line_is_wider_than_asked(make: Callable[[], Report], width: int, verbose: int) -> None:
    for line in full.render(make(), width=width, verbose=verbose).splitlines():
        assert cell_len(line) <= width, line


def test_without_colour_the_value_is_underlined_by_tildes() -> None:
    lines = full.render(reports_data.report()).splitlines()
    at = next(n for n, line in enumerate(lines) if "paid about U.S. $3.3 billion to" in line)
    start = lines[at].index("about U.S.")
    assert lines[at + 1] == " " * start + "~" * len("about U.S. $3.3 billion")


def test_with_colour_the_words_are_the_same_and_no_tildes_are_needed() -> None:
    plain = full.render(reports_data.report()).splitlines()
    colored = ANSI.sub("", full.render(reports_data.report(), color=True)).splitlines()
    assert [line for line in plain if not re.fullmatch(r" *~+", line)] == [line.rstrip() for line in colored]
    assert "\x1b[1;4mabout U.S. $3.3 billion\x1b[0m" in full.render(reports_data.report(), color=True)


def test_words_and_symbols_say_what_colours_say() -> None:
    text = full.render(reports_data.report())
    for word in ("✗ DISCREPANT", "✓ EXACT", "· UNMENTIONED", "✓ ACCEPTED", "? tension", "≈ compatible"):
        assert word in text


def test_speakers_roles_and_origins_are_told() -> None:
    text = full.render(reports_data.report())
    assert "Mara Lind, quoted" in text
    assert "quoted, speaker not named" in text
    assert "also $3 billion (in the headline, line 7)" in text
    assert "one origin with others: same words as in 002" in text


def test_derived_windows_show_their_arithmetic_once() -> None:
    text = " ".join(full.render(reports_data.report()).split())
    assert text.count("8 October 2021 less 13 to 14 years: 9 October 2007 to 8 October 2008") == 1
    assert "(from bridge-age in 001 and 003)" in text


def test_a_claim_nobody_mentions_shows_the_nearest_sentences() -> None:
    text = full.render(reports_data.report())
    assert "no reading in any source" in text
    assert "001 not taken, score 32: says 2006, but nothing beside it says when the bridge opened" in text


def test_other_nearest_sentences_are_shown_when_asked_for() -> None:
    refusal = "003 not taken"
    assert refusal not in full.render(reports_data.report())
    assert refusal in full.render(reports_data.report(), verbose=1)


def test_quiet_shows_only_what_needs_attention() -> None:
    text = full.render(reports_data.report(), verbose=-1)
    assert "bridge-cost" in text
    assert "bridge-age" in text  # for the disagreement inside a source
    assert "bridge-toll" not in text
    assert "bridge-start" not in text
    assert full.render(reports_data.agreeing(), verbose=-1) == ""


def test_summary_names_few_of_many_claims() -> None:
    finding = reports_data.agreeing().findings[0]
    many = tuple(evolve(finding, claim=evolve(finding.claim, id=f"age-{n}")) for n in range(50))
    text = full.render(evolve(reports_data.agreeing(), findings=many))
    assert "✓ 50 exact  age-0, age-1, age-2, age-3, age-4, age-5 and 44 more" in text


def test_a_report_without_findings_is_a_summary() -> None:
    assert full.render(Report((), ())) == "0 claims, 0 sources, 0 sentences, 0 values\n"


# Concise


def test_concise_is_as_somebody_saw_it(golden: Golden) -> None:
    golden("concise.log", concise.render(reports_data.report()))
    golden("concise-verbose.log", concise.render(reports_data.report(), verbose=1))


def test_concise_has_a_line_a_claim_and_one_for_each_further_finding() -> None:
    lines = concise.render(reports_data.report()).splitlines()
    assert len(lines) == 6 + 1 + 1 + 1  # a disagreement inside a source, an expected value, a quote
    assert [line.split()[1] for line in lines if line.startswith("TENSION")] == ["bridge-age"]
    assert lines[0].startswith("DISCREPANT")
    said = "001 about $3.3 billion | 002 $3 billion | 003 more than $3 billion | 004 $3 billion"
    assert lines[0].endswith(f"bridge-cost  {said}  9 % apart")


def test_concise_quiet() -> None:
    assert concise.render(reports_data.agreeing(), verbose=-1) == ""


# Inert in every format


@pytest.mark.parametrize("verbose", [0, 1])
@pytest.mark.parametrize("ascii", [False, True])
@pytest.mark.parametrize("member", [full, concise, json], ids=lambda m: m.NAME)
def test_article_text_steers_nothing(member: reports.Format, ascii: bool, verbose: int) -> None:
    text = member.render(reports_data.hostile(), ascii=ascii, verbose=verbose)
    assert not STEERING.search(text)
    assert text.endswith("\n")
    assert "[ad_1]" in text or member is concise
    assert not ascii or text.isascii()


def test_colours_are_the_only_escapes() -> None:
    text = full.render(reports_data.hostile(), color=True, verbose=1)
    assert ANSI.search(text)
    assert not STEERING.search(ANSI.sub("", text))
    assert "[ad_1] [bold]x[/bold]" in ANSI.sub("", text)


def test_a_long_sentence_is_cropped_around_its_value() -> None:
    line = next(line for line in full.render(reports_data.hostile()).splitlines() if line.lstrip().startswith("…"))
    assert "$3 billion" in line
    assert line.endswith("…")


# JSON


def test_json_is_as_somebody_saw_it(golden: Golden) -> None:
    golden("report.json", json.render(Report((reports_data.cost(),), reports_data.SOURCES[:2], rules="2026.11")))


@pytest.mark.parametrize("make", [reports_data.report, reports_data.hostile, reports_data.agreeing])
@pytest.mark.parametrize("ascii", [False, True])
def test_json_reads_back(make: Callable[[], Report], ascii: bool) -> None:
    report = make()
    text = json.render(report, ascii=ascii)
    assert json.read(text) == report
    assert json.render(json.read(text), ascii=ascii) == text


def test_json_begins_with_its_schema_and_counts() -> None:
    data = stdlib_json.loads(json.render(reports_data.report()))
    assert list(data)[:3] == ["schema", "summary", "findings"]
    assert data["schema"] == "claimcheck-report/1"
    assert data["summary"] == {"discrepant": 3, "unmentioned": 1, "accepted": 1, "exact": 1}
    assert data["findings"][0]["evidence"][0]["value"]["number"] == "3300000000"
    assert data["sources"][0]["published"] == "2021-10-08"


def test_huge_exponents_stay_short() -> None:
    value = Value("count", "many", Decimal("1E+999999"))
    finding = evolve(reports_data.toll(), nearest=(), claim=Claim("x", "count", "{value}", expect=value))
    report = Report((finding,), ())
    text = json.render(report)
    assert len(text) < 2_000
    assert json.read(text) == report


def test_json_fits_its_schema() -> None:
    schema = json.schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for report in (reports_data.report(), reports_data.hostile(), reports_data.agreeing()):
        assert not list(validator.iter_errors(stdlib_json.loads(json.render(report))))
    assert list(validator.iter_errors({"schema": "claimcheck-report/1", "summary": {}, "sources": []}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "this is not JSON"),
        ("[" * 200_000, "this is not JSON"),
        ("[]", "names no schema"),
        ('{"schema": "claimcheck-report/9"}', "its schema is 'claimcheck-report/9'"),
        ('{"schema": "claimcheck-report/1", "sources": []}', "this key is missing @ report.findings"),
        (
            '{"schema": "claimcheck-report/1", "sources": [{"id": 7}], "findings": [], "notes": "x"}',
            "expected text, not 7 @ report.sources[0].id",
        ),
        (
            '{"schema": "claimcheck-report/1", "sources": [], "findings": [], "notes": "abc"}',
            "expected a list, not 'abc' @ report.notes",
        ),
        (
            '{"schema": "claimcheck-report/1", "sources": [{"id": "a", "published": "8.10."}], "findings": []}',
            "@ report.sources[0].published",
        ),
    ],
)
def test_json_that_is_no_report_is_refused(text: str, told: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        json.read(text)
    assert told in str(caught.value)


def test_json_keys_of_later_versions_are_ignored() -> None:
    data = stdlib_json.loads(json.render(reports_data.agreeing())) | {"novelty": 1}
    assert json.read(stdlib_json.dumps(data)) == reports_data.agreeing()


texts = st.text(max_size=12)
words = st.text(min_size=1, max_size=8)
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)
scores = st.floats(0, 100)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 99))
places = st.none() | st.builds(Place, words, st.integers(1, 99), st.integers(1, 99), source_line=texts)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    shape = draw(st.sampled_from(["closed", "from", "up to", "all", "open"]))
    if shape == "from":
        return Interval.from_(low, closed=draw(st.booleans()))
    if shape == "up to":
        return Interval.up_to(high, closed=draw(st.booleans()))
    if shape == "all":
        return Interval(None, None, False, False)
    return Interval.half_open(low, high) if shape == "open" and low < high else Interval.closed(low, high)


values = st.builds(
    Value,
    kind=words,
    normal=words,
    number=st.none() | numbers,
    unit=texts,
    noun=texts,
    step=st.none() | st.decimals("0.001", 10**9),
    step_stated=st.booleans(),
    hedge=st.sampled_from([h for h in Hedge if h is not Hedge.VAGUE]),
    extent=st.none() | intervals(),
    written=texts,
)
senses = st.lists(st.builds(Sense, st.sampled_from(SenseKind), intervals(), texts), max_size=2).map(tuple)
sides = st.builds(Side, texts, st.none() | values, st.none() | spans, texts, senses)
flat = st.builds(
    Comparison, sides, sides, st.sampled_from(Relation), words, st.none() | numbers, st.none() | numbers, texts
)
comparisons = st.builds(
    lambda c, parts, rest: evolve(c, parts=parts, unaligned=rest), flat, st.tuples(flat), st.tuples(sides)
)


@st.composite
def excerpts(draw: st.DrawFn) -> Excerpt:
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return Excerpt(text, Span(start, draw(st.integers(start, len(text)))), draw(spans), draw(st.integers(1, 99)))


@st.composite
def matches(draw: st.DrawFn) -> Match:
    text = draw(texts)
    quotation = Quotation(Span(0, len(text)), draw(texts))
    sentence = Sentence(draw(words), 0, 0, Span(5, 5 + len(text)), text, draw(st.sampled_from(Role)), (quotation,))
    mention = Mention(Span(0, len(text)), text, draw(values), (draw(values),), quotation=quotation)
    weights = (Weight(draw(words), draw(texts), draw(st.floats(-50, 50))),)
    return Match(draw(words), sentence, draw(st.sampled_from([None, mention])), draw(scores), weights, draw(texts))


claims = st.builds(
    Claim,
    id=st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True),
    kind=words,
    statement=words,
    aliases=st.tuples(texts),
    expect=st.none() | values,
    rounding=st.sampled_from([None, Decimal("0.05"), Decimal("Infinity")]),
    implies=st.just((Implication(ImpliedEnd.START, "other"),)),
    readings=st.tuples(st.builds(CuratedReading, words, words, st.none() | values)),
    accepted=st.tuples(st.builds(Acceptance, st.tuples(words), st.tuples(values), texts, st.none() | st.dates())),
    place=places,
)
evidences = st.builds(
    Evidence, words, values, senses, excerpts(), st.sampled_from(Role), score=scores, scope=st.tuples(texts)
)
agreed = st.builds(Consensus, intervals(), texts, st.tuples(words), st.integers(1, 9), st.tuples(words))
findings = st.builds(
    Finding,
    claims,
    st.sampled_from(Status),
    st.none() | st.sampled_from(Relation),
    texts,
    st.lists(evidences, max_size=1).map(tuple),
    st.tuples(comparisons),
    within=st.tuples(flat),
    expected=st.tuples(flat),
    consensus=st.none() | agreed,
    ties=st.tuples(agreed),
    derived=st.tuples(st.builds(Derived, words, words, intervals(), texts, texts, st.tuples(flat))),
    nearest=st.tuples(matches()),
    quotes=st.tuples(st.builds(QuoteCheck, words, words, st.sampled_from(["moved", "changed"]), texts, texts)),
    accepted=texts,
)
sources = st.builds(
    Source, words, texts, texts, published=st.none() | st.dates(), kind=st.sampled_from(SourceKind)
)
any_report = st.builds(
    Report,
    st.lists(findings, max_size=1).map(tuple),
    st.lists(sources, max_size=2).map(tuple),
    notes=st.tuples(texts),
    sentences=st.integers(0, 10**9),
)


@settings(max_examples=20, deadline=None)
@given(any_report)
def test_every_report_survives_json(report: Report) -> None:
    text = json.render(report)
    assert json.read(text) == report
    assert not STEERING.search(text)


@settings(max_examples=20, deadline=None)
@given(any_report, st.integers(20, 120), st.integers(-1, 2), st.booleans())
def test_every_report_can_be_shown(report: Report, width: int, verbose: int, ascii: bool) -> None:
    for member in (full, concise):
        text = member.render(report, width=width, verbose=verbose, ascii=ascii)
        assert not STEERING.search(text)
        assert not ascii or text.isascii()


# Verdicts


@pytest.mark.parametrize(
    ("finding", "word", "grave"),
    [
        (reports_data.cost(), Verdict.DISCREPANT, Severity.DISCREPANT),
        (reports_data.opening(), Verdict.DISCREPANT, Severity.DISCREPANT),
        (reports_data.age(), Verdict.EXACT, Severity.TENSION),  # inside a source
        (evolve(reports_data.age(), within=()), Verdict.EXACT, Severity.NONE),
        (evolve(reports_data.age(), relation=Relation.TENSION, within=()), Verdict.TENSION, Severity.TENSION),
        (evolve(reports_data.age(), relation=Relation.STALE, within=()), Verdict.STALE, Severity.NONE),
        (evolve(reports_data.age(), relation=None, within=()), Verdict.NOT_COMPARABLE, Severity.NONE),
        (reports_data.toll(), Verdict.UNMENTIONED, Severity.SINGLE_SOURCE),
        (reports_data.painters(), Verdict.DISCREPANT, Severity.DISCREPANT),  # against what is expected
        (evolve(reports_data.painters(), expected=(), quotes=()), Verdict.SINGLE_SOURCE, Severity.SINGLE_SOURCE),
        (evolve(reports_data.painters(), expected=()), Verdict.SINGLE_SOURCE, Severity.DISCREPANT),  # a lost quote
        (reports_data.accepted(), Verdict.ACCEPTED, Severity.NONE),
        (
            evolve(reports_data.accepted(), expected=reports_data.painters().expected),
            Verdict.DISCREPANT,
            Severity.DISCREPANT,
        ),
    ],
)
def test_verdict_and_severity(finding: Finding, word: Verdict, grave: Severity) -> None:
    assert verdict(finding) is word
    assert severity(finding) is grave


def test_counts_come_gravest_first() -> None:
    assert [word for word, _ in counts(reports_data.report())] == [
        Verdict.DISCREPANT,
        Verdict.UNMENTIONED,
        Verdict.ACCEPTED,
        Verdict.EXACT,
    ]


def test_every_relation_has_a_word_of_its_name() -> None:
    for relation in Relation:
        finding = evolve(reports_data.age(), relation=relation)
        assert verdict(finding).token.lower() == relation.value


# Writing and choosing


def test_members_have_names_and_endings_of_their_own() -> None:
    names = [member.NAME for member in reports.FORMATS]
    endings = [suffix for member in reports.FORMATS for suffix in member.SUFFIXES]
    assert names[0] == "full"
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)


@pytest.mark.parametrize(
    ("name", "member"), [("r.json", json), ("R.JSON", json), ("r.txt", full), ("r.log", concise)]
)
def test_the_ending_chooses_the_format(name: str, member: object) -> None:
    assert reports.for_path(name) is member


def test_written_reports_read_back(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    reports.write(reports_data.report(), path)
    assert reports.read_report(path) == reports_data.report()
    reports.write(reports_data.agreeing(), str(path))
    assert reports.read_report(str(path)) == reports_data.agreeing()
    assert [p.name for p in tmp_path.iterdir()] == ["report.json"]


def test_a_report_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        reports.write_text(path, "new \ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("report.docx", "names no report format"), ("no/such/folder/report.json", "cannot write")],
)
def test_wrong_names_are_told(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        reports.write(reports_data.agreeing(), tmp_path / name)


def test_unknown_format_and_unreadable_report() -> None:
    with pytest.raises(InvalidInput, match="choose one of full, concise, json"):
        reports.by_name("pdf")
    with pytest.raises(InvalidInput, match="cannot read no-such"):
        reports.read_report("no-such-report.json")


def test_dates_of_the_year_one_read_back() -> None:
    source = Source("a", published=date(1, 1, 1))
    assert json.read(json.render(Report((), (source,)))).sources == (source,)
