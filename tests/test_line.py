"""Lines of styled words: cutting, restyling and breaking lose nothing and keep to the width."""

import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.line import Line, cells
from claimcheck.sentences.lines import _WHITE

words = st.text(st.sampled_from("abc de  f,漢字e\u0301—"), max_size=12)
lines = st.lists(st.tuples(words, st.sampled_from(["", "bold", "dim"])), max_size=8).map(lambda r: Line(tuple(r)))


def styles(line: Line) -> list[tuple[str, str]]:
    """Each character with its style."""
    return [(char, style) for text, style in line.runs for char in text]


@settings(max_examples=150, deadline=None)
@given(lines, st.integers(2, 30))
def test_wrapping_drops_blanks_alone_and_keeps_to_the_width(line: Line, width: int) -> None:
    pieces = line.wrapped(width)
    assert pieces
    assert all(cells(piece.plain) <= width for piece in pieces)
    shown = [pair for piece in pieces for pair in styles(piece) if not pair[0].isspace()]
    assert shown == [pair for pair in styles(line) if not pair[0].isspace()]


@settings(max_examples=150, deadline=None)
@given(lines, st.integers(0, 60), st.integers(0, 60))
def test_a_style_is_given_to_a_stretch_alone(line: Line, start: int, length: int) -> None:
    start = min(start, len(line.plain))
    end = min(start + length, len(line.plain))
    styled = line.styled("cyan", start, end)
    assert styled.plain == line.plain
    assert styles(styled.cut(start, end)) == [(char, "cyan") for char in line.plain[start:end]]
    assert styles(styled)[:start] + styles(styled)[end:] == styles(line)[:start] + styles(line)[end:]


def test_words_are_kept_whole_where_a_line_has_room() -> None:
    line = Line((("one two ", ""), ("three four", "bold")))
    assert [piece.plain for piece in line.wrapped(9)] == ["one two", "three", "four"]
    assert [piece.plain for piece in Line((("abcdefgh ij", ""),)).wrapped(4)] == ["abcd", "efgh", "ij"]
    assert Line().wrapped(10) == (Line(),)


def test_the_blanks_at_the_edges_of_lines_are_all_that_python_knows() -> None:
    known = {char for char in map(chr, range(sys.maxunicode + 1)) if char.isspace()}
    assert set(_WHITE) == known | {"\u200b", "\ufeff"}
