"""Text for a terminal: inert, cropped and underlined where it should be."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from claimcheck.model.text import Span
from claimcheck.terminal import Pen, cells, inert, pad

# Characters of every kind that has ever moved a cursor or broken an alignment, among plain ones.
odd = st.text(
    st.sampled_from(
        "abc $3.5–“”[]/\\ \n\r\t\x00\x07\x1b\x7f\x85\x9b\u00a0\u00ad\u200b\u200d\u202e\u2066\ufeff漢字e\u0301é😀"
    )
    | st.characters(),
    max_size=120,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [bold]x[/bold]", "plain [bold]x[/bold]"),
        ("a\r\nb\nc\td", "a b c d"),
        ("\x1b[2J", "␛[2J"),
        ("\x00\x7f\x9b", "␀␡<U+009B>"),
        ("\u202eevil\u202c", "<U+202E>evil<U+202C>"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("“curly” — déjà vu", "“curly” — déjà vu"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_inert(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“curly” — déjà vu…", '"curly" -- deja vu...'),
        ("€2.5bn, £3, 10–12", "EUR 2.5bn, GBP 3, 10-12"),
        ("漢字 and ✗", "?? and x"),
        ("\x1b[31m", "^[[31m"),
    ],
)
def test_inert_in_ascii(text: str, shown: str) -> None:
    assert inert(text, ascii=True) == shown


@settings(max_examples=150, deadline=None)
@given(odd, st.booleans())
def test_inert_text_is_one_line_of_characters_that_show(text: str, ascii: bool) -> None:
    shown = inert(text, ascii=ascii)
    assert len(shown.splitlines()) <= 1
    assert all(c in "\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in shown)
    assert not ascii or shown.isascii()
    assert inert(shown, ascii=ascii) == shown


@settings(max_examples=200, deadline=None)
@given(odd, st.data(), st.integers(20, 100))
def test_an_excerpt_fits_and_underlines_its_value(text: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pen = Pen(width)
    line, *under = (t.plain for t in pen.excerpt(text, Span(start, end), indent="  "))
    assert cell_len(line) <= width
    for tildes in under:
        assert re.fullmatch(" *~+", tildes)
        assert cell_len(tildes) <= cell_len(line)
    value = re.sub(" {2,}", " ", pen.safe(text[start:end]))
    if value and cell_len(value) <= width - 2:
        assert value in line
    assert bool(under) == bool(cell_len(value))


def test_cuts_fall_between_words_where_they_can() -> None:
    text = "The committee heard that the whole crossing cost $3 billion before the second span was even begun."
    (line, under) = (t.plain for t in Pen(50).excerpt(text, Span(49, 59)))
    assert line == "…whole crossing cost $3 billion before the second…"
    assert under == " " * line.index("$3") + "~" * 10


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert cells("漢字e\u0301") == 5
    assert pad("漢", 4) == "漢  "
    _, under = (t.plain for t in Pen(40).excerpt("漢字 $3", Span(3, 5)))
    assert under == "     ~~"


def test_a_mark_is_never_cut_from_its_letter() -> None:
    text = "e\u0301" * 60 + "$3"
    line = Pen(30).excerpt(text, Span(120, 122))[0].plain
    assert line.startswith("…e\u0301")
    assert line.endswith("$3")


def test_marked_text_is_wrapped_with_its_underlines() -> None:
    text = "The 2008 pact was worth about $3 billion over the 13 years or so of its life"
    spans = [Span(4, 8), Span(24, 40), Span(50, 64)]
    lines = [line.plain.rstrip() for line in Pen(36).marked(text, spans, first="A  ", rest="   ")]
    assert lines == [
        "A  The 2008 pact was worth about $3",
        "       ~~~~                ~~~~~~~~",
        "   billion over the 13 years or so",
        "   ~~~~~~~          ~~~~~~~~~~~~~~",
        "   of its life",
    ]


@settings(max_examples=100, deadline=None)
@given(odd, st.integers(20, 60))
def test_marked_text_fits(text: str, width: int) -> None:
    half = len(text) // 2
    for line in Pen(width).marked(text, [Span(0, half), Span(half, len(text))]):
        assert cell_len(line.plain) <= width


def test_paint_ends_every_line() -> None:
    pen = Pen(40)
    assert pen.paint([]) == ""
    assert pen.paint([pen.line(("a  ", ""))]) == "a\n"
    assert Pen(40, color=True).paint([pen.line(("a", "bold"))]) == "\x1b[1ma\x1b[0m\n"
