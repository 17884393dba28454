"""Claim files: what they become, and how their mistakes are told."""

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import claimfile
from claimcheck.errors import ClaimFileError, InvalidValue, Problem
from claimcheck.kinds import kind_names
from claimcheck.model.claim import ClaimSet
from claimcheck.model.ties import Derivation, ImpliedEnd, Operation, OverTime
from claimcheck.model.value import Value

ROOT = Path(__file__).parents[1]
KINDS = kind_names()


def read_value(text: str, kind: str) -> Value:
    """A stand-in for the reader of values: whatever has a digit is one, but bare digits are no date."""
    if not any(c.isdigit() for c in text) or (kind == "date" and text.isdigit()):
        raise InvalidValue(f"{text!r} states no {kind}")
    return Value(kind, text, written=text)


def load(tmp_path: Path, *texts: str) -> ClaimSet:
    """The claims of files with these texts."""
    paths = []
    for n, text in enumerate(texts):
        paths.append(tmp_path / f"{n}.yaml")
        paths[-1].write_text(text, encoding="utf-8", newline="")
    return claimfile.load_claims(paths, read_value, KINDS)


def problems(tmp_path: Path, *texts: str) -> tuple[Problem, ...]:
    """What is wrong with files with these texts."""
    with pytest.raises(ClaimFileError) as caught:
        load(tmp_path, *texts)
    return caught.value.problems


def claim(lines: str = "", kind: str = "duration") -> str:
    """A file with one claim of three lines, with more lines below them."""
    head = f"claims:\n  - id: age\n    kind: {kind}\n    statement: It ran {{value}}.\n"
    return head + "".join(f"    {line}\n" for line in lines.splitlines())


FULL = """
# yaml-language-server: $schema=claims.schema.json
subject: the Harbour Pact
aliases: [the pact, "the accord"]
tags: [harbour]
rounding: 3 %
claims:
  - id: pact-start
    statement: The Harbour Pact began in {value}.
    kind: year
    expect: 2007
    accepted:
      - {sources: [001, "004"], values: [2007, 2008], by: ana, on: 2026-11-22, why: "announced: 2007"}
  - id: pact.age_1
    statement: >
      The Harbour Pact
      has run for {value}.
    kind: duration
    aliases: [the pact, the old deal]
    cues: [years]
    reject: [ships]
    implies: {start: pact-start}
    readings:
      - source: 001
        quote: “for 13 years”
      - {source: "002", quote: "a 13-year-old pact", value: 13 years}
    rounding: full
    tags: [time, harbour]
    note: 'As of #7.'
  - id: ships
    subject: the fleet
    statement: The fleet had {value} in that year.
    kind: count
    unit: ships
    during: 12 May 2019
    cues:
"""


def test_a_full_file(tmp_path: Path) -> None:
    claims = load(tmp_path, FULL.rpartition("    cues:")[0])
    start, age, ships = claims
    assert claims.files == (str(tmp_path / "0.yaml"),)
    assert (start.subject, start.aliases, start.tags) == (
        "the Harbour Pact",
        ("the pact", "the accord"),
        ("harbour",),
    )
    assert start.rounding == Decimal("0.03")
    assert start.expect == Value("year", "2007")
    (accepted,) = start.accepted
    assert accepted.source_ids == ("001", "004")
    assert accepted.values == (Value("year", "2007"), Value("year", "2008"))
    assert (accepted.by, accepted.on, accepted.why) == ("ana", date(2026, 11, 22), "announced: 2007")
    assert age.statement == "The Harbour Pact has run for {value}."
    assert age.aliases == ("the pact", "the accord", "the old deal")
    assert age.tags == ("harbour", "time")
    assert age.rounding == Decimal("Infinity")
    assert (age.cues, age.reject, age.note) == (("years",), ("ships",), "As of #7.")
    (tie,) = age.implies
    assert (tie.end, tie.claim_id) == (ImpliedEnd.START, "pact-start")
    assert [(r.source_id, r.quote, r.value) for r in age.readings] == [
        ("001", "“for 13 years”", None),
        ("002", "a 13-year-old pact", Value("duration", "13 years")),
    ]
    assert ships.during == Value("date", "12 May 2019")
    assert ships.unit == "ships"
    assert str(ships.place) == f"{tmp_path / '0.yaml'}:30:9"


def test_a_claim_with_a_subject_of_its_own_has_only_its_own_aliases(tmp_path: Path) -> None:
    ships = load(tmp_path, FULL.rpartition("    cues:")[0])["ships"]
    assert (ships.subject, ships.aliases, ships.tags) == ("the fleet", (), ("harbour",))


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_and_a_byte_order_mark_change_nothing(tmp_path: Path, line_break: str) -> None:
    text = FULL.rpartition("    cues:")[0]
    assert load(tmp_path, "\ufeff" + text.replace("\n", line_break)).claims == load(tmp_path, text).claims


# Lines below `id`, `kind` and `statement` of a duration claim; a part of the message and of the advice; line and
# column of the place.
MISTAKES = [
    ("expct: 13 years", "a claim has no key `expct`", "did you mean `expect`?", 5, 5),
    ("colour: red", "a claim has no key `colour`", "the keys of a claim are id, statement, kind", 5, 5),
    ("expect: some years", "not a value of the kind duration", "states no duration", 5, 13),
    ("expect:", "`expect` is empty", "leave the key out", 5, 5),
    ("expect: null", "`expect` is empty", "leave the key out", 5, 13),
    ('expect: ""', "`expect` is empty", "leave the key out", 5, 13),
    ("expect: [13 years]", "`expect` is a list where a text should be", "one text", 5, 13),
    ("note: {value}", "`note` is a mapping", '"{value} …"', 5, 11),
    ("note: In Area #51", "`#51` is cut off", "quotation marks", 5, 11),
    ("note: #51", "`note` is empty", "", 5, 5),
    ("aliases: the pact", "`aliases` is a text where a list should be", "[the pact]", 5, 14),
    ("aliases: {a: b}", "`aliases` is a mapping", "beginning with `- `", 5, 14),
    ("aliases: [a, [b]]", "an item of `aliases` is a list", "one text", 5, 18),
    ("aliases: [“the pact”]", "typographic quotation marks", '"the pact"', 5, 15),
    ("rounding: 0.05", "`0.05` is not a percentage", "`5 %`", 5, 15),
    ("rounding: 5", "`5` is not a percentage", "`5 %`", 5, 15),
    ("rounding: -5 %", "is not a percentage", "", 5, 15),
    ("during: some day", "not a value of the kind date or year", "states no year", 5, 13),
    ("implies: pact-start", "a text where a tie", "`start: pact-start`", 5, 14),
    ("implies: {end: age}", "has no key `end`", "start", 5, 14),
    ("implies: {start: agee}", "there is no claim `agee`", "did you mean `age`?", 5, 22),
    ("implies: {start: age}", "`age` implies itself", "ring", 5, 22),
    ("readings: {source: a}", "`readings` is a mapping", "items", 5, 15),
    ("readings: [{source: a}]", "the reading has no `quote`", "for example `quote:", 5, 16),
    ("readings: [{quote: a}]", "the reading has no `source`", 'source: "001"', 5, 16),
    ("readings: [{source: a, quote: b, value: x}]", "not a value of the kind duration", "states", 5, 45),
    ("accepted: [{sources: [], values: [1, 2], why: x}]", "`sources` has no items", "", 5, 26),
    ("accepted: [{sources: [a], values: [1], why: x}]", "`values` has 1 item and needs at least 2", "", 5, 39),
    ("accepted: [{sources: [a], values: [1, 1], why: x}]", "all the same", "values that differ", 5, 39),
    ("accepted: [{sources: [a], values: [1, 2]}]", "has no `why`", "why:", 5, 16),
    ("accepted: [{sources: [a], values: [1, 2], why: x, on: 22.11.2026}]", "is not a date", "2021-10-08", 5, 59),
    ("accepted: [{sources: [a], values: [1, 2], why: x, on: 2026-02-30}]", "no day of the calendar", "", 5, 59),
    ("accepted: [{sources: [[a]], values: [1, {}], why: x}]", "an item of `sources` is a list", "", 5, 27),
    ("accepted: [{sources: [a], why: x}]", "either `values` of this claim or a `conflict`", "add `val", 5, 16),
    (
        "accepted: [{sources: [a], why: x, values: [1, 2], conflict: {age: 1, b: 2}}]",
        "either `values` of this claim or a `conflict`",
        "keep one",
        5,
        55,
    ),
    ("accepted: [{sources: [a], why: x, conflict: {age: 13 years}}]", "two claims or more", "pact-age", 5, 49),
    ("accepted: [{sources: [a], why: x, conflict: [age]}]", "names two claims or more", "pact-age", 5, 49),
    ("accepted: [{sources: [a], why: x, conflict: {age: [], b: 2}}]", "`age` is a list where a text", "", 5, 55),
    (
        "accepted: [{sources: [a], why: x, conflict: {age: 3 years, agee: 2}}]",
        "there is no claim `agee`",
        "did you mean `age`?",
        5,
        64,
    ),
    (
        "accepted: [{sources: [a], why: x, conflict: {age: many, age.b: 2}}]",
        "`many` is not a value of the kind duration",
        "",
        5,
        55,
    ),
    ("derive:", "`derive` says nothing", "`sum: [first-part, second-part]`", 5, 5),
    ("derive: sum", "`derive` is no single operation", "the operations are sum, difference", 5, 13),
    ("derive: {sum: [age, b], share: {part: a}}", "`derive` is no single operation", "write one way", 5, 13),
    ("derive: {summ: [a, b]}", "`derive` knows no `summ`", "did you mean `sum`?", 5, 14),
    ("derive: {sum: [a]}", "`sum` has 1 item and needs at least 2 items", "", 5, 19),
    ("derive: {sum: a}", "`sum` is a text where a list should be", "[a]", 5, 19),
    ("derive: {span: [a, b]}", "a list where a span (`derive`) should be", "`from: a-claim-from`", 5, 20),
    ("derive: {span: {from: a}}", "the span (`derive`) has no `to`", "to:", 5, 20),
    ("derive: {span: {from: a, till: b}}", "has no key `till`", "are from, to", 5, 20),
    ("derive: {ratio: {of: a, per: b, each: lots}}", "`lots` is not a whole number", "", 5, 26),
    ("derive: {sum: [agee, b]}", "there is no claim `agee`", "did you mean `age`?", 5, 20),
    ("derive: {sum: [age, b]}", "`age` derives from itself: age → age", "whatever is missing follows", 5, 20),
    ("over_time: grow", "`grow` is not one of the ways to move over time", "`grows`", 5, 16),
    ("note: a\nnote: b", "`note` is given twice (first on line 5)", "keep one", 6, 5),
]


@pytest.mark.parametrize(("lines", "message", "advice", "line", "column"), MISTAKES)
def test_a_mistake_is_told_where_it_stands(
    tmp_path: Path, lines: str, message: str, advice: str, line: int, column: int
) -> None:
    found = problems(tmp_path, claim(lines))
    assert any(message in p.message and advice in p.advice for p in found), found
    assert next((p.place.line, p.place.column) for p in found if p.place) == (line, column)
    assert all(p.place and p.place.source_line in claim(lines).splitlines() for p in found)


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("claims: []", "`claims` has no items and needs at least one item", ""),
        ("claims:", "`claims` is empty", "leave the key out"),
        ("subject: a", "the claim file has no `claims`", "claims:"),
        ("claim: []", "has no key `claim`", "did you mean `claims`?"),
        ("- id: a", "do not stand in a list under `claims:`", "`- id: …`"),
        ("id: a\nkind: year\nstatement: b", "do not stand in a list under `claims:`", "`- id: …`"),
        ("just words", "a text where a claim file should be", ""),
        ("claims: [a]", "a text where a claim should be", "`id: "),
        ("claims:\n-", "the claim is empty", "its keys are id"),
        ("claims:\n- id:a", "a text where a claim should be", "space belongs after the colon"),
        ("sources: []", "this is a source manifest", "sources"),
        ("decisions: []", "this is a decisions file", ""),
        ("claims: [{id: a b, kind: year, statement: '{value}'}]", "`a b` is not an id", "`a-b`"),
        (
            "claims: [{id: a, kind: yaer, statement: '{value}'}]",
            "not one of the kinds",
            "`year`? (the kinds of value",
        ),
        ("claims: [{id: a, kind: year, statement: in 2007}]", "no `{value}`", "in place of `2007`"),
        ("claims: [{id: a, kind: year, statement: 'in {Value}'}]", "no `{value}`", "write {value} for {Value}"),
        (
            "claims: [{id: a, kind: year, statement: '{value} {value}'}]",
            "more than once",
            "a claim for each value",
        ),
        ("claims: [{kind: year, statement: '{value}'}]", "the claim has no `id`", "for example `id:"),
    ],
)
def test_a_mistake_of_a_whole_file_or_claim(tmp_path: Path, text: str, message: str, advice: str) -> None:
    assert any(message in p.message and advice in p.advice for p in problems(tmp_path, text))


def test_all_problems_of_all_files_come_at_once_in_their_order(tmp_path: Path) -> None:
    one = claim("expct: 1\nrounding: x\nimplies: {start: nowhere}\nnote: Nr #1\nnote: b")
    two = claim("expect: none") + "  - {id: b, kind: yeer}\n"
    found = problems(tmp_path, one, two, "claims: {")
    places = [(p.place.path[-6:], p.place.line) for p in found if p.place]
    assert places == [("0.yaml", n) for n in (5, 6, 7, 9)] + [("1.yaml", n) for n in (2, 5, 6, 6)] + [
        ("2.yaml", 1)
    ]


def test_an_id_taken_in_another_file_names_the_first(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, claim(), claim())
    assert found.message == f"the id `age` is taken (first at {tmp_path / '0.yaml'}:2:9)"
    assert str(found.place) == f"{tmp_path / '1.yaml'}:2:9"


@pytest.mark.parametrize(
    ("kind", "target", "message"),
    [
        ("year", "year", "only a claim of the kind duration implies a start"),
        ("duration", "money", "a start is a year or date, and `b` is a money"),
    ],
)
def test_a_tie_of_the_wrong_kind(tmp_path: Path, kind: str, target: str, message: str) -> None:
    text = claim("implies: {start: b}", kind) + f"  - {{id: b, kind: {target}, statement: 'It was {{value}}'}}\n"
    (found,) = problems(tmp_path, text)
    assert message in found.message


def test_only_the_claims_of_a_ring_are_told_of_it(tmp_path: Path) -> None:
    entry = "- {{id: {0}, kind: duration, statement: '{{value}}', implies: {{start: {1}}}}}\n"
    text = "claims:\n" + "".join(entry.format(*names) for names in ("ab", "bc", "cb"))
    ring = [p.message for p in problems(tmp_path, text) if "implies itself" in p.message]
    assert ring == ["`b` implies itself", "`c` implies itself"]


DERIVED = """
claims:
  - {id: quay, kind: money, statement: "The quay cost {value}."}
  - {id: cranes, kind: money, statement: "The cranes cost {value}."}
  - {id: ships, kind: count, statement: "It has {value}."}
  - {id: share, kind: percent, statement: "They took {value}."}
  - {id: begun, kind: year, statement: "It was begun in {value}."}
  - {id: ended, kind: date, statement: "It was ended on {value}."}
  - id: it
    kind: KIND
    statement: It came to {value}.
    derive: {DERIVE}
"""


def derived(kind: str, derive: str) -> str:
    """A file in which the claim `it` derives so from claims of other kinds."""
    return DERIVED.replace("KIND", kind).replace("DERIVE", derive)


@pytest.mark.parametrize(
    ("kind", "derive", "operation", "operands", "each"),
    [
        ("money", "sum: [quay, cranes]", Operation.SUM, ("quay", "cranes"), 1),
        ("money", "difference: [quay, cranes]", Operation.DIFFERENCE, ("quay", "cranes"), 1),
        ("percent", "change: {to: cranes, from: quay}", Operation.CHANGE, ("quay", "cranes"), 1),
        ("percent", "share: {part: quay, whole: cranes}", Operation.SHARE, ("quay", "cranes"), 1),
        ("money", "portion: {percent: share, whole: quay}", Operation.PORTION, ("share", "quay"), 1),
        ("money", "ratio: {of: quay, per: ships}", Operation.RATIO, ("quay", "ships"), 1),
        ("money", 'ratio: {of: quay, per: ships, each: "100,000"}', Operation.RATIO, ("quay", "ships"), 100_000),
        ("duration", "span: {from: begun, to: ended}", Operation.SPAN, ("begun", "ended"), 1),
    ],
)
def test_how_a_value_follows_from_others(
    tmp_path: Path, kind: str, derive: str, operation: Operation, operands: tuple[str, ...], each: int
) -> None:
    found = load(tmp_path, derived(kind, derive))["it"].derive
    assert found == Derivation(operation, operands, Decimal(each))
    assert found.place is not None
    assert found.place.line == 12


@pytest.mark.parametrize(
    ("kind", "derive", "message", "under"),
    [
        ("money", "sum: [quay, ships]", "a part of this sum is a money, and `ships` is a count", "ships"),
        ("money", "sum: [quay, quay]", "`quay` is named twice", "quay]"),
        ("year", "sum: [quay, cranes]", "a sum is a count or duration or measure or money or percent, and", "it"),
        ("money", "share: {part: quay, whole: cranes}", "a share is a percent, and `it` is a money", "it"),
        ("percent", "share: {part: quay, whole: ships}", "of two claims of one kind, not of count and", "it"),
        ("percent", "change: {from: quay, to: begun}", "the `to` of a change is a", "begun}"),
        ("money", "portion: {percent: quay, whole: cranes}", "the `percent` of a portion is a percent", "quay"),
        ("money", "portion: {percent: share, whole: ships}", "the `whole` of a portion is a money", "ships"),
        ("duration", "span: {from: quay, to: ended}", "the `from` of a span is a date or year", "quay"),
        ("date", "span: {from: begun, to: ended}", "a span is a duration, and `it` is a date", "it"),
        ("money", "ratio: {of: ships, per: quay}", "the `of` of a ratio is a money, and `ships` is a", "ships"),
        ("money", "ratio: {of: quay, per: share}", "the `per` of a ratio is a", "share}"),
    ],
)
def test_kinds_that_do_not_go_together(tmp_path: Path, kind: str, derive: str, message: str, under: str) -> None:
    found = [p for p in problems(tmp_path, derived(kind, derive)) if message in p.message]
    assert len(found) == 1
    assert found[0].place
    assert found[0].place.source_line[found[0].place.column - 1 :].startswith(under)


def test_dates_are_not_taken_from_one_another_but_spanned(tmp_path: Path) -> None:
    (first, _) = problems(tmp_path, derived("duration", "difference: [begun, ended]"))
    assert first.advice == "for the time between two dates write `span: {from: …, to: …}`"


@pytest.mark.parametrize(
    ("ties", "ways"),
    [
        ({"a": "b", "b": "c", "c": "a"}, ["`a` derives from itself: a → b → c → a"]),
        ({"a": "b", "b": "c", "c": "b"}, ["`b` derives from itself: b → c → b"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["a → b → a", "c → d → c"]),
        ({"a": "b", "b": "c", "c": "d"}, []),
    ],
)
def test_circles_are_printed_as_a_path(tmp_path: Path, ties: dict[str, str], ways: list[str]) -> None:
    entry = "- {{id: {0}, kind: money, statement: 'It cost {{value}}', derive: {{sum: [{1}, x]}}}}\n"
    plain = "- {{id: {0}, kind: money, statement: 'It cost {{value}}'}}\n"
    texts = [entry.format(name, other) for name, other in ties.items()]
    texts += [plain.format(name) for name in ("x", *(set(ties.values()) - set(ties)))]
    text = "claims:\n" + "".join(texts)
    if not ways:
        assert len(load(tmp_path, text)) == len(texts)
        return
    found = problems(tmp_path, text)
    assert len(found) == len(ways)
    assert all(way in problem.message for way, problem in zip(ways, found, strict=True))


def test_a_long_chain_is_no_circle(tmp_path: Path) -> None:
    entry = "- {{id: c{0}, kind: money, statement: 'It cost {{value}}', derive: {{sum: [c{1}, c{2}]}}}}\n"
    plain = "- {{id: c{0}, kind: money, statement: 'It cost {{value}}'}}\n"
    last = 1100
    text = "claims:\n" + "".join(entry.format(n, n + 1, n + 2) for n in range(last))
    text += "".join(plain.format(n) for n in (last, last + 1))
    assert len(load(tmp_path, text)) == last + 2


def test_a_total_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    plain = "- {{id: c{0}, kind: money, statement: 'It cost {{value}}'}}\n"
    parts = ", ".join(f"c{n}" for n in range(101))
    total = f"- {{id: total, kind: money, statement: 'It cost {{value}}', derive: {{sum: [{parts}]}}}}\n"
    (found,) = problems(tmp_path, "claims:\n" + "".join(plain.format(n) for n in range(101)) + total)
    assert found.message == "`total` derives from 101 claims"
    assert "at most 100" in found.advice


def test_a_running_total(tmp_path: Path) -> None:
    assert load(tmp_path, claim("over_time: grows"))["age"].over_time is OverTime.GROWS
    assert load(tmp_path, claim())["age"].over_time is None


def test_a_tie_may_lead_to_another_file_and_to_a_claim_that_is_itself_wrong(tmp_path: Path) -> None:
    wrong = "claims:\n- {id: start, kind: year, statement: '{value}', colour: red}\n"
    found = problems(tmp_path, claim("implies: {start: start}"), wrong)
    assert [p.message for p in found] == ["a claim has no key `colour`"]


def test_a_folder_gives_its_claim_files_sorted_and_nothing_else(tmp_path: Path) -> None:
    entry = "claims: [{{id: {}, kind: year, statement: 'in {{value}}'}}]"
    files = {"b.yaml": entry.format("b"), "a/c.yml": entry.format("c"), "sources.yaml": "sources: []"}
    files |= {"decisions.yaml": "decisions: []", ".hidden/d.yaml": "x", "e.txt": "x", "f.YAML": entry.format("f")}
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    claims = claimfile.load_claims([tmp_path, tmp_path / "b.yaml"], read_value, KINDS)
    assert [c.id for c in claims] == ["c", "b", "f"]
    assert claims.files == tuple(str(tmp_path / n) for n in ("a/c.yml", "b.yaml", "f.YAML"))
    (tmp_path / "broken.yaml").write_text("claim: x", encoding="utf-8")
    with pytest.raises(ClaimFileError, match=r"broken\.yaml:1:1"):
        claimfile.load_claims([tmp_path], read_value, KINDS)


def test_no_file_an_empty_folder_and_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_text(claim(), encoding="utf-8")
    (tmp_path / "none").mkdir()
    cases: list[tuple[list[Path], str]] = [
        ([], "no claim file is given"),
        ([tmp_path / "none"], "there is no claim file in"),
        ([tmp_path / "claim.yaml"], "did you mean `claims.yaml`?"),
        ([tmp_path / "nowhere" / "x.yaml"], "there is no folder"),
    ]
    for paths, said in cases:
        with pytest.raises(ClaimFileError) as caught:
            claimfile.load_claims(paths, read_value, KINDS)
        assert said in str(caught.value)


def test_sources_that_are_not_there(tmp_path: Path) -> None:
    lines = "readings:\n  - {quote: 0011, source: 0011}\n  - source: 002\n    quote: x\n"
    lines += 'accepted: [{values: [1, 2], why: x, sources: ["001", "009"]}]'
    claims = load(tmp_path, claim(lines))
    found = claimfile.unknown_sources(claims, ["001", "004"])
    assert [p.message for p in found] == [f"there is no source `{n}`" for n in ("0011", "002", "009")]
    assert [(p.place.line, p.place.width) for p in found if p.place] == [(6, 4), (7, 3), (9, 3)]
    assert found[0].advice == "did you mean `001`?"
    assert claimfile.unknown_sources(claims, ["0011", "001", "002", "009"]) == ()
    assert "there is no source at all" in claimfile.unknown_sources(claims, [])[0].advice


def test_the_examples_of_the_documentation_are_claims(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "claim-files.md").read_text(encoding="utf-8")
    whole, entries, conflict = (block.partition("```")[0] for block in page.split("```yaml\n")[1:])
    assert len(load(tmp_path, whole)) == 3
    assert load(tmp_path, claim() + entries)["age"].accepted[0].by == "ana"
    costs = "".join(f'  - {{id: {name}, kind: money, statement: "{{value}}"}}\n' for name in ("quay", "cranes"))
    harbour = f'claims:\n{costs}  - id: harbour\n    kind: money\n    statement: "{{value}}"\n{conflict}'
    (accepted,) = load(tmp_path, harbour)["harbour"].accepted
    assert accepted.claim_ids == ("quay", "cranes", "harbour")
    assert [value.normal for value in accepted.values] == ["$1.2 billion", "$0.5 billion", "$2.4 billion"]


# --- JSON Schema ----------------------------------------------------------------------------------------------


def validate(schema: str, files: list[Path]) -> set[str]:
    """The names of the files that check-jsonschema finds invalid."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(ROOT / "docs" / schema), "-o", "json"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    answer: dict[str, Any] = json.loads(done.stdout)
    assert not answer.get("parse_errors"), answer
    return {Path(error["filename"]).name for error in answer["errors"]}


def test_the_published_schema_is_the_generated_one() -> None:
    written = json.loads((ROOT / "docs" / "claims.schema.json").read_text(encoding="utf-8"))
    assert written == claimfile.schema(KINDS), "write `claimcheck schema claims` to docs/claims.schema.json"


def test_the_schemas_are_schemas() -> None:
    files = [str(ROOT / "docs" / f"{name}.schema.json") for name in ("claims", "sources")]
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout


# What only a loader can know: other claims, the calendar, how values read, what a comment cut off.
BEYOND_SCHEMA = (
    "agee: 2",
    "age: many",
    "implies: {start:",
    "derive: {sum: [age",
    "expect: some",
    "during:",
    "value: x",
    "all the same",
    "[1, 1]",
    "#51",
    "02-30",
    "“",
)


def test_the_schema_judges_as_the_loader_does(tmp_path: Path) -> None:
    wrong: list[Path] = []
    right: list[Path] = []
    good = [
        FULL.rpartition("    cues:")[0],
        claim(),
        claim("rounding: 5%\nnote: 2007"),
        claim("expect: 2007\ntags: [no]"),
    ]
    bad = [
        claim(lines) for lines, *_ in MISTAKES if not any(w in lines for w in BEYOND_SCHEMA) and "\n" not in lines
    ]
    bad += ["claims: []", "claims:", "subject: a", "- id: a", "claims: [a]"]
    for kind, texts, files in (("right", good, right), ("wrong", bad, wrong)):
        for n, text in enumerate(texts):
            files.append(tmp_path / f"{kind}-{n}.yaml")
            files[-1].write_text(text, encoding="utf-8")
    for file in right:
        claimfile.load_claims([file], read_value, KINDS)
    for file in wrong:
        with pytest.raises(ClaimFileError):
            claimfile.load_claims([file], read_value, KINDS)
    assert validate("claims.schema.json", [*right, *wrong]) == {file.name for file in wrong}


# --- laws -----------------------------------------------------------------------------------------------------

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=20)
WORD = PLAIN.map(str.strip).filter(bool)


@settings(deadline=None, max_examples=60)
@given(
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,12}", fullmatch=True),
    WORD.filter(lambda text: "{value}" not in text),
    st.lists(WORD, max_size=4),
    st.decimals(0, 999, places=2),
)
def test_what_is_written_is_what_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, name: str, text: str, words: list[str], percent: Decimal
) -> None:
    data = {
        "subject": text,
        "aliases": words,
        "claims": [
            {
                "id": name,
                "kind": "year",
                "statement": f"{text} {{value}}",
                "cues": words,
                "rounding": f"{percent} %",
            }
        ],
    }
    written = json.dumps(data, ensure_ascii=False)  # JSON is YAML
    (found,) = load(tmp_path_factory.mktemp("law"), written.replace("\x7f", " "))
    assert (found.id, found.statement, found.subject) == (name, f"{text} {{value}}", text)
    assert found.aliases == found.cues == tuple(dict.fromkeys(words))
    assert found.rounding == percent / 100


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from([row for row in MISTAKES if "note" not in row[0]]), min_size=1, max_size=4))
def test_each_of_several_mistakes_is_told(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str, int, int]]
) -> None:
    text = "claims:\n" + "".join(
        f"  - id: age{n}\n    kind: duration\n    statement: It ran {{value}}.\n    {row[0]}\n"
        for n, row in enumerate(rows)
    )
    found = problems(tmp_path_factory.mktemp("law"), text)
    lines = {p.place.line for p in found if p.place}
    assert {5 + 4 * n for n, row in enumerate(rows) if row[0] != "implies: {start: age}"} <= lines
    assert list(found) == sorted(found, key=lambda p: (p.place.line, p.place.column) if p.place else (0, 0))
