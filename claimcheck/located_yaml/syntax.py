"""What the YAML parser's errors mean, in the words of somebody who writes claims."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from claimcheck.errors import Problem
from claimcheck.located_yaml.telling import short
from claimcheck.located_yaml.textfile import Lines

_KEY = r"(?:- )*[\w-]+:[ \t]+"


def _quote(line: str) -> str:
    """Advice to quote the text of a line, written out."""
    text = re.sub(rf"^[ \t]*(?:{_KEY}|- +)", "", line).strip()
    if '"' not in text and "\\" not in text:
        return f'quote the text: "{short(text)}"'
    return "quote the text: '" + short(text.replace("'", "''")) + "'"


class _Fault(NamedTuple):
    """A parser error, with what is needed to explain it.

    Attributes:
        lines: The lines of the file.
        problem: What the parser says.
        context: What it was doing.
        at: Offset where it stopped.
        began: Offset where what it was doing began.
    """

    lines: Lines
    problem: str
    context: str
    at: int
    began: int

    @property
    def line(self) -> str:
        """The line where it stopped."""
        return self.lines.line(self.at)

    @property
    def before(self) -> str:
        """What stands before the stop in its line."""
        return self.lines.text[self.lines.line_span(self.lines.number(self.at))[0] : self.at]

    @property
    def character(self) -> str:
        """The character where it stopped; empty at the end of the file."""
        return self.lines.text[self.at : self.at + 1]

    def says(self, *words: str) -> bool:
        """Whether the parser's words hold one of `words`."""
        return any(word in self.problem for word in words)

    def at_stop(self, message: str, advice: str) -> Problem:
        """A problem where the parser stopped."""
        return Problem(message, advice, self.lines.place(self.at))

    def at_start(self, message: str, advice: str) -> Problem:
        """A problem where the construct began."""
        return Problem(message, advice, self.lines.place(self.began))


def explain(error: yaml.MarkedYAMLError, lines: Lines) -> Problem:
    """The parser's error as a problem with a place and advice.

    The C parser and the pure one word their errors differently; both are understood.
    """
    end = len(lines.text)
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, end) if mark else end
    began = min(error.context_mark.index, end) if error.context_mark else at
    fault = _Fault(lines, error.problem or "", error.context or "", at, began)
    if lines.text.lstrip().startswith("<"):
        advice = "save the article's text as a source, and write claims in YAML"
        return Problem("this is HTML or XML, not YAML", advice, lines.place(0))
    for rule in _RULES:
        problem = rule(fault)
        if problem is not None:
            return problem
    return fault.at_stop(f"not YAML: {fault.problem}", "quote a text that holds punctuation")


def _tab(fault: _Fault) -> Problem | None:
    if fault.character == "\t" or (not fault.before.strip() and "\t" in fault.before):
        return fault.at_stop(
            "a tab stands where spaces should", "indent with spaces; YAML does not allow tabs there"
        )
    return None


def _open_quotation_mark(fault: _Fault) -> Problem | None:
    if fault.says("unexpected end of stream", "unexpected document separator"):
        mark = fault.lines.text[fault.began : fault.began + 1]
        return fault.at_start(f"the quotation mark {mark} opened here is never closed", f"close it with {mark}")
    return None


def _escape(fault: _Fault) -> Problem | None:
    if "quoted scalar" in fault.context:
        advice = "write single quotation marks around the text, or each backslash twice"
        return fault.at_stop("a backslash in double quotation marks begins a code, and this is none", advice)
    return None


def _colon(fault: _Fault) -> Problem | None:
    if not fault.says("mapping values are not allowed"):
        return None
    key, _, value = fault.before.strip().removeprefix("- ").partition(":")
    if value.strip() and re.fullmatch(r"[\w-]+", key):
        return fault.at_stop("the text holds a colon followed by a space", _quote(fault.line))
    number = fault.lines.number(fault.at)
    previous = fault.lines.line(fault.lines.starts[number - 1]).strip() if number else ""
    glued = re.match(r"(?:- )?([\w-]+):(\S.*)", previous)
    if glued:
        advice = f"write `{glued.group(1)}: {short(glued.group(2), 40)}`"
        return fault.at_stop("the line above has no space after the colon of its key", advice)
    if previous:
        advice = "indent it like the other keys; if it goes on with the text above, quote that text"
        return fault.at_stop(
            "this line is indented deeper than the one above, which has its value already", advice
        )
    return fault.at_stop("a colon stands where no key can be", _quote(fault.line))


def _no_colon(fault: _Fault) -> Problem | None:
    if not fault.says("could not find expected ':'"):
        return None
    line = fault.lines.line(fault.began).strip()
    glued = re.match(r"(?:- )?([\w-]+):(\S.*)", line)
    if glued:
        advice = f"write `{glued.group(1)}: {short(glued.group(2), 40)}`"
        return fault.at_start("a space belongs after the colon of a key", advice)
    if re.match(r"-[^\s-]", line):
        return fault.at_start("an item of a list needs a space after its dash", f"write `- {line[1:40]}`")
    advice = "write `key: value`; if it goes on with the text above, indent it deeper than that text's key"
    return fault.at_start("this line has no colon, so it is no key with a value", advice)


def _reserved(fault: _Fault) -> Problem | None:
    if "alias" in fault.context or "anchor" in fault.context:
        sign = fault.lines.text[fault.began : fault.began + 1]
        return fault.at_start(
            f"a text cannot begin with `{sign}` unless it is quoted", _quote(fault.lines.line(fault.began))
        )
    if fault.character == "," and "flow" in fault.context:
        return fault.at_stop("an entry before this comma is empty", "leave out the comma, or write the entry")
    if fault.says("cannot start any token", "expected node content", "expected the node content", "mapping keys"):
        return fault.at_stop(
            f"a text cannot begin with `{fault.character}` unless it is quoted", _quote(fault.line)
        )
    if "block scalar" in fault.context:
        sign = fault.lines.text[fault.began : fault.began + 1]
        return fault.at_start(
            f"a text cannot begin with `{sign}` unless it is quoted", _quote(fault.lines.line(fault.began))
        )
    return None


def _open_bracket(fault: _Fault) -> Problem | None:
    if "flow" not in fault.context:
        return None
    sign = fault.lines.text[fault.began : fault.began + 1]
    closing = {"[": "]", "{": "}"}.get(sign, "]")
    advice = f"separate its entries with commas and close it with {closing}"
    if re.search(r"\s#", fault.lines.line(fault.began)):
        advice += "; a `#` after a space begins a comment, so quote a text that holds one"
    return fault.at_start(f"the {sign} opened here is not closed, or holds what cannot stand there", advice)


def _after_value(fault: _Fault) -> Problem | None:
    before = fault.before.rstrip()
    if not fault.says("expected key", "expected <block end>", "'-' indicator", "document start>"):
        return None
    opened = re.search(r"(?:^|[ \t])(?:-|[\w-]+:)[ \t]+(\{[^}]*\}|\[[^\]]*\])$", before)
    if opened:
        at = fault.at - len(fault.before) + opened.start(1)
        message = f"a text cannot begin with `{opened.group(1)[0]}` unless it is quoted"
        return Problem(message, _quote(fault.line), fault.lines.place(at))
    if before.endswith('"'):
        advice = 'quote the whole text; inside double quotation marks write \\" for one'
        return fault.at_stop("the text goes on after its closing quotation mark", advice)
    if "'" in before:
        advice = "quote the whole text; inside single quotation marks write '' for an apostrophe"
        return fault.at_stop("the text goes on after its closing quotation mark", advice)
    if fault.character == "-" and not before:
        return fault.at_stop("an item of a list stands where a key should", "indent it under the key of its list")
    return None


def _indentation(fault: _Fault) -> Problem | None:
    if fault.says("expected key", "expected <block end>", "'-' indicator", "violates indentation"):
        advice = "indent it like the keys that it belongs with, and items of one list alike"
        return fault.at_stop("the indentation of this line fits nothing above it", advice)
    if fault.says("document start>"):
        return fault.at_stop("the file goes on after its end", "a claim file is one list of `key: value` lines")
    return None


_RULES: tuple[Callable[[_Fault], Problem | None], ...] = (
    _tab,
    _open_quotation_mark,
    _escape,
    _colon,
    _no_colon,
    _reserved,
    _open_bracket,
    _after_value,
    _indentation,
)
