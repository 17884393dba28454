"""Markdown: headings, captions, and the markup that is no part of what an article says.

Offsets are those of the text as it is: nothing is removed, and what only a renderer needs (link targets, image
addresses, comments, front matter, code, the signs of headings, lists and emphasis) is furniture. Each character
is painted with one role and the runs are read off, so zones cannot overlap. It takes linear time.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from claimcheck.model.text import Role, Span, Zone

SUFFIXES: tuple[str, ...] = (".md", ".markdown")

_ROLES = (Role.BODY, Role.HEADLINE, Role.CAPTION, Role.FURNITURE)
_HEADLINE, _CAPTION, _FURNITURE = 1, 2, 3

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"( {0,3}#{1,6}(?:[ \t]+|$))(.*?)([ \t]+#+[ \t]*|[ \t]*)$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_TABLE_RULE = re.compile(r"(?=.*\|)(?=.*-)[ \t|:-]+$")
_DEFINITION = re.compile(r" {0,3}\[[^\]^][^\]]*\]:[ \t]*\S+.*$")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
_MARKER = re.compile(r"(?:[ \t]*>)*[ \t]*(?:[-*+][ \t]+)?")
# A wrapped paragraph may begin a line with `2008. `, so a number is an item's only where an item can begin, and
# never with four digits.
_NUMBER = re.compile(r"(?:[ \t]*>)*[ \t]*\d{1,3}[.)][ \t]+")

_TITLE = r"(?:[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'))?"
_TARGET = rf"\([ \t]*(?:<[^<>\r\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*){_TITLE}[ \t]*\)"
_LINK = re.compile(
    rf"(?P<open>!?\[)(?P<text>[^\[\]]*)(?P<close>\](?:{_TARGET}|\[[^\[\]\r\n]*\]))"
    rf"|(?P<end>\]{_TARGET})"  # of a link whose text holds an image or brackets
)
_INLINE = re.compile(
    r"\[\^[^\[\]\s]+\]"  # the number of a footnote
    r"|</?[A-Za-z][^<>\r\n]{0,500}>"
    r"|https?://[^\s<>\"”]*[^\s<>\"”.,;:!?)'’\]*_]"
    r"|\\(?=[!-/:-@\[-`{-~])"  # the backslash of `\$`
    r"|`+|~~"
    r"|(?<![\w*\\])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?![\w*])"
    r"|(?<![\w\\])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?!\w)"
)
_FRONT = re.compile(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_FRONT_END = re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_ABOUT = re.compile(r"(?:^|(?<=[\r\n]))(title|publisher|url|date|published)[ \t]*:[ \t]*(\S[^\r\n]*)")


def read(text: str) -> tuple[Zone, ...]:
    """The headings, captions and markup of a Markdown text."""
    roles = bytearray(len(text))
    start = _front_matter(text)
    _fill(roles, 0, start, _FURNITURE)
    _paint_lines(_lines(text, max(start, text.startswith("\ufeff"))), roles)
    _paint_links(text, roles)
    for found in _INLINE.finditer(text):
        _fill(roles, *found.span(), _FURNITURE)
    _paint_comments(text, roles, start)
    runs = re.finditer(rb"\x01+|\x02+|\x03+", bytes(roles))
    return tuple(Zone(Span(*run.span()), _ROLES[roles[run.start()]]) for run in runs)


def about(text: str) -> Mapping[str, str]:
    """`title`, `publisher`, `url` and `published` of the front matter, as far as they stand there."""
    found: dict[str, str] = {}
    for name, written in _ABOUT.findall(text[: _front_matter(text)]):
        value = written.strip()
        bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
        key = "published" if name == "date" else name
        if bare:
            found.setdefault(key, bare[:10] if key == "published" else bare)
    return found


class _Line(NamedTuple):
    """A line by its offsets, without its line break, and `after` it."""

    start: int
    end: int
    after: int
    text: str


def _lines(text: str, start: int) -> tuple[_Line, ...]:
    found = _LINE.finditer(text, start)
    return tuple(_Line(*m.span(1), m.end(), m.group(1)) for m in found if m.start() < len(text))


def _front_matter(text: str) -> int:
    """The offset after the front matter; 0 where there is none."""
    begun = _FRONT.match(text)
    ended = _FRONT_END.search(text, begun.end()) if begun else None
    return ended.end() if ended else 0


def _fill(roles: bytearray, start: int, end: int, role: int) -> None:
    roles[start:end] = bytes([role]) * (end - start)


def _paint_lines(lines: tuple[_Line, ...], roles: bytearray) -> None:
    """Paint what can be told of each line from its beginning and its neighbours."""
    fence = ""
    opens, table = True, False  # whether a paragraph or item can begin here; whether a table goes on
    for i, line in enumerate(lines):
        mark = _FENCE.match(line.text)
        if fence or mark:
            _fill(roles, line.start, line.after, _FURNITURE)
            fence = _after_fence(fence, mark, line.text)
            opens = True
        elif not line.text.strip():
            opens, table = True, False
        elif _TABLE_RULE.match(line.text):
            table = True
            _fill(roles, line.start, line.end, _FURNITURE)
            if i:
                _paint_bars(lines[i - 1], roles)
        elif _UNDERLINE.match(line.text) and i and _is_single(lines, i - 1, roles):
            _fill(roles, lines[i - 1].start, lines[i - 1].end, _HEADLINE)
            _fill(roles, line.start, line.end, _FURNITURE)
            opens = True
        else:
            opens = _paint_line(line, opens, roles)
            if table:
                _paint_bars(line, roles)


def _after_fence(fence: str, mark: re.Match[str] | None, line: str) -> str:
    """The fence that is open after a line that opens, closes or continues one."""
    if not fence:
        return mark.group(1) if mark else ""
    closes = mark and mark.group(1).startswith(fence) and not line.strip(" \t" + fence[0])
    return "" if closes else fence


def _is_single(lines: tuple[_Line, ...], i: int, roles: bytearray) -> bool:
    """Whether line `i` is a paragraph of its own: only then is an underline below it taken for a heading's."""
    unmarked = bool(lines[i].text.strip()) and not any(roles[lines[i].start : lines[i].end])
    above = lines[i - 1] if i else None
    return unmarked and (above is None or not above.text.strip() or bool(roles[above.start]))


def _paint_line(line: _Line, opens: bool, roles: bytearray) -> bool:
    """Paint a line that stands for itself; whether a paragraph or an item can begin after it."""
    heading = _HEADING.match(line.text)
    if heading:
        _fill(roles, line.start, line.end, _FURNITURE)
        _fill(roles, line.start + heading.start(2), line.start + heading.end(2), _HEADLINE)
        return True
    if _RULE.match(line.text) or _UNDERLINE.match(line.text) or _DEFINITION.match(line.text):
        _fill(roles, line.start, line.end, _FURNITURE)
        return True
    marker = (
        _FOOTNOTE.match(line.text) or (_NUMBER.match(line.text) if opens else None) or _MARKER.match(line.text)
    )
    width = len(marker.group()) if marker and marker.group().strip() else 0
    _fill(roles, line.start, line.start + width, _FURNITURE)
    return bool(width)


def _paint_bars(line: _Line, roles: bytearray) -> None:
    """Paint the bars between the cells of a table."""
    for found in re.finditer(r"\|", line.text):
        _fill(roles, line.start + found.start(), line.start + found.end(), _FURNITURE)


def _paint_links(text: str, roles: bytearray) -> None:
    for found in _LINK.finditer(text):
        if roles[found.start()] == _FURNITURE:
            continue
        if found.group("end"):
            _fill(roles, *found.span("end"), _FURNITURE)
            continue
        _fill(roles, *found.span("open"), _FURNITURE)
        _fill(roles, *found.span("close"), _FURNITURE)
        if found.group("open") == "![":
            _fill(roles, *found.span("text"), _CAPTION)


def _paint_comments(text: str, roles: bytearray, start: int) -> None:
    for begin, end in _comments(text, start):
        _fill(roles, begin, end, _FURNITURE)


def _comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the HTML comments stand; one that is never closed is none."""
    begin = text.find("<!--", start)
    while begin >= 0:
        end = text.find("-->", begin)
        if end < 0:
            return
        yield begin, end + 3
        begin = text.find("<!--", end)
