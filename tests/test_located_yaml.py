"""YAML as text with places: what is read, where it stands, and what the parser's errors are turned into."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import InvalidInput, Problem
from claimcheck.located_yaml import Located, building, did_you_mean, document, load, short
from claimcheck.located_yaml.textfile import Lines, decode

LOADERS = [pytest.param(yaml.SafeLoader, id="pure")]
if hasattr(yaml, "CSafeLoader"):
    LOADERS.append(pytest.param(yaml.CSafeLoader, id="c"))


@pytest.fixture(params=LOADERS)
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with the C parser and with the pure one."""
    monkeypatch.setattr(document, "_LOADER", request.param)


def problem(text: str) -> tuple[str, str, int, int]:
    """Message, advice, line and column of the only problem of a text."""
    with pytest.raises(InvalidInput) as caught:
        load(text)
    (found,) = caught.value.problems
    assert found.place is not None
    return found.message, found.advice, found.place.line, found.place.column


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    "written",
    [
        "no",
        "on",
        "12:30",
        "0010",
        "3e9",
        "2007-13-45",
        "2007",
        "1_000",
        ".inf",
        "0x1F",
        "3.10",
        "1:20:30",
        "=",
        "<<",
    ],
)
def test_a_scalar_stays_what_was_written(written: str) -> None:
    assert load(f"a: {written}\n").data == {"a": written}


@pytest.mark.usefixtures("either_parser")
def test_every_part_has_its_place() -> None:
    text = "a: one two   # c\nb: [x , “y”]\nc:\n  - d: 'q'\n    e: |\n      long\n"
    file = load(text, "f.yaml")
    assert str(file.place(("a",))) == "f.yaml:1:4"
    assert file.place(("a",)).width == len("one two")
    assert str(file.key_place(("b",))) == "f.yaml:2:1"
    assert str(file.place(("b", 1))) == "f.yaml:2:9"
    assert str(file.place(("c", 0, "d"))) == "f.yaml:4:8"
    assert str(file.key_place(("c", 0, "e"))) == "f.yaml:5:5"
    assert file.place(("c", 0, "d")).source_line == "  - d: 'q'"
    assert file.is_plain(("a",))
    assert not file.is_plain(("c", 0, "d"))
    with pytest.raises(KeyError):
        file.place(("z",))


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_columns_count_characters_and_lines_as_editors_do(line_break: str) -> None:
    text = line_break.join(["\ufeffé: “ñ”", "z: \U0001f600 \u2028", "k: v", ""])
    file = load(text)
    assert (file.place(("é",)).line, file.place(("é",)).column) == (1, 4)
    assert (file.place(("k",)).line, file.place(("k",)).column) == (3, 4)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("a: Area #51", "#51"),
        ("a: one\n  two #three four\n", "#three four"),
        ("a: money  # the total", ""),
        ("a: 'Area' #51", ""),
        ("a: x#y", ""),
        ("a: x ##", ""),
        ("a: x", ""),
    ],
)
def test_a_number_sign_that_cuts_a_text(text: str, cut: str) -> None:
    assert load(text).cut(("a",)) == cut


# What is typed, and: a part of the message, a part of the advice, line, column. Both parsers must give the same.
MISTAKES = [
    ("a:\n\t- b\n", "tab", "spaces", 2, 1),
    ("a:\n  - b: c\n\t  d: e\n", "tab", "spaces", 3, 1),
    ("note: He said: it is\n", "holds a colon", '"He said: it is"', 1, 14),
    ("- statement: The deal: {value} was\n", "holds a colon", '"The deal: {value} was"', 1, 22),
    ('- note: The "deal": new\n', "holds a colon", "'The \"deal\": new'", 1, 19),
    ('a: "hello\nb: c\n', "never closed", 'close it with "', 1, 4),
    ("a: 'it's here'\nb: c\n", "after its closing quotation mark", "'' for an apostrophe", 1, 8),
    ('a: "x" y\nb: c\n', "after its closing quotation mark", '\\"', 1, 8),
    ("a: {value} has been given\nb: c\n", "cannot begin with `{`", '"{value} has been given"', 1, 4),
    ("- a: [ad_1] text\n  b: c\n", "cannot begin with `[`", '"[ad_1] text"', 1, 6),
    ("a: [b, c\nd: e\n", "[ opened here is not closed", "close it with ]", 1, 4),
    ("a: [Area #51, b]\nd: e\n", "[ opened here is not closed", "begins a comment", 1, 4),
    ("a: [b, , c]\n", "before this comma is empty", "leave out", 1, 8),
    ("a: {b: c\nd: e\n", "{ opened here is not closed", "close it with }", 1, 4),
    ("a: **bold** text\n", "cannot begin with `*`", '"**bold** text"', 1, 4),
    ("a: @home\n", "cannot begin with `@`", '"@home"', 1, 4),
    ("a: `x`\n", "cannot begin with ``", '"`x`"', 1, 4),
    ("a: %5\n", "cannot begin with `%`", '"%5"', 1, 4),
    ("a: >3 billion\n", "cannot begin with `>`", '">3 billion"', 1, 4),
    ("a: |x\n", "cannot begin with `|`", '"|x"', 1, 4),
    ("a: } b\n", "cannot begin with `}`", '"} b"', 1, 4),
    ("a: b\n  c: d\n", "indented deeper", "like the other keys", 2, 4),
    ("c:\n  - id: a\n    kind: b\n   more: c\n", "indentation", "items of one list alike", 4, 4),
    ("a: b\nkind money\nc: d\n", "no colon", "`key: value`", 2, 1),
    ("a:b\nc: d\n", "no space after the colon", "`a: b`", 2, 2),
    ("a: b\nkind:money\nc: d\n", "space belongs after the colon", "`kind: money`", 2, 1),
    ("a:\n  - b\n  -c\n", "space after its dash", "`- c`", 3, 3),
    ("a: b\n- c\n", "item of a list stands where a key should", "indent it", 2, 1),
    ('a: "C:\\Users"\n', "backslash", "single quotation marks", 1, 9),
    ("a: b\n---\nc: d\n", "second document", "one document a file", 2, 1),
    ("a: b\n...\nc: d\n", "after its end", "`key: value`", 3, 1),
    ("a: &x y\n", "`&x` names a part", "begins with `&`", 1, 4),
    ("a: *x\n", "`*x` refers to another part", "begin with `*`", 1, 4),
    ("a: !important yes\n", "a tag", "begins with `!`", 1, 4),
    ("{value}: x\n", "cannot be a key", "quote", 1, 1),
    ("a: b\x07\n", "U+0007", "copied text", 1, 5),
    ("<!doctype html>\n<p>a: b</p>\n", "HTML", "as a source", 1, 1),
    ("# nothing\n", "nothing but comments", "", 1, 1),
    (" \n", "is empty", "", 1, 1),
    ("\ufeff", "is empty", "", 1, 1),
]


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(("text", "message", "advice", "line", "column"), MISTAKES)
def test_a_mistake_in_plain_words(text: str, message: str, advice: str, line: int, column: int) -> None:
    found = problem(text)
    assert message in found[0]
    assert advice in found[1]
    assert found[2:] == (line, column)


def test_a_key_given_twice_is_kept_as_a_problem() -> None:
    file = load("a: 1\nb: 2\na: 3\n")
    (found,) = file.problems
    assert "`a` is given twice (first on line 1)" in found.message
    assert str(found.place) == "<text>:3:1"


def test_all_aliases_and_tags_are_named_at_once() -> None:
    with pytest.raises(InvalidInput) as caught:
        load("a: &x 1\nb: *x\nc: !t 2\n")
    assert [p.place.line for p in caught.value.problems if p.place] == [1, 2, 3]


@pytest.mark.parametrize(
    ("data", "column", "guess"),
    [
        (b"a: caf\xe9 x\n", 7, "Latin-1"),
        (b"a: it\x92s\n", 6, "Windows-1252"),
        ("a: b\n".encode("utf-16"), 1, "UTF-16"),
        (b"a: \xe2\x80", 4, "cut off"),
    ],
)
def test_bytes_that_are_not_utf_8(data: bytes, column: int, guess: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        decode(b"x: 1\r\n" * (column > 1) + data, "f.yaml")
    (found,) = caught.value.problems
    assert "save the file as UTF-8" in found.advice
    assert guess in found.advice
    assert str(found.place) == f"f.yaml:{1 + (column > 1)}:{column}"


def test_a_nearly_right_word_is_offered_and_a_far_one_is_not() -> None:
    assert did_you_mean("Tolerence", ["tolerance", "kind"]) == "did you mean `tolerance`?"
    assert did_you_mean("sorces", ["cues", "claims"]) == ""
    assert did_you_mean("clam-077", [f"claim-{n:03}" for n in range(1000)]) == "did you mean `claim-077`?"
    assert did_you_mean("x" * 1000, ["x"]) == ""


# --- laws -----------------------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def quoted(data: object) -> str:
    """Data as YAML flow text, every scalar in double quotation marks."""
    if isinstance(data, list):
        return "[" + ", ".join(map(quoted, data)) + "]"
    if isinstance(data, dict):
        return "{" + ", ".join(f"? {quoted(k)} : {quoted(v)}" for k, v in data.items()) + "}"
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in str(data)) + '"'


@settings(deadline=None, max_examples=60)
@given(DATA)
def test_data_reads_back(data: object) -> None:
    assert load(quoted(data)).data == data


def loaded(text: str) -> tuple[Located | None, tuple[Problem, ...]]:
    """What a text loads to, and why it does not."""
    try:
        return load(text), ()
    except InvalidInput as error:
        return None, error.problems


@settings(deadline=None, max_examples=150)
@given(
    st.text(st.sampled_from("ab:-#{}[]'\"&*!|>%@`,?~ \t\n\r\\\ufeff\u2028é"), max_size=40) | st.text(max_size=40)
)
def test_any_text_is_data_or_a_problem_with_a_place(text: str) -> None:
    file, found = loaded(text)
    if file is None:
        assert found
        assert all(p.place and p.message for p in found)
        return
    for path in file.marks:
        assert file.place(path).line >= 1
        assert file.key_place(path).column >= 1


@settings(deadline=None, max_examples=100)
@given(st.text(st.sampled_from("ab\n\r\u2028é"), max_size=30), st.integers(0, 30))
def test_a_place_leads_back_to_its_character(text: str, offset: int) -> None:
    lines = Lines("f", text)
    place = lines.place(offset)
    offset = min(offset, len(text))
    assert lines.starts[place.line - 1] + place.column - 1 == offset
    if text[offset : offset + 1] not in ("", "\n", "\r"):
        assert place.source_line[place.column - 1] == text[offset]


@given(st.text(max_size=200))
def test_a_short_text_is_one_short_line(text: str) -> None:
    assert len(short(text)) <= 60
    assert len(short(text).splitlines()) <= 1


def test_limits_are_what_the_documentation_says() -> None:
    assert (document.SIZE_LIMIT, document.LINE_LIMIT) == (5_000_000, 200_000)
    assert (building.DEPTH_LIMIT, building.NODE_LIMIT) == (40, 50_000)
