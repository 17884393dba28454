"""What a notebook shows of a report, a finding, a comparison or a mention: a fragment that brings its own style.

A fragment stands among other people's cells, so it uses no class, id or style sheet of the page, no script, and
the colours of the notebook around it: it reads the same in a light and in a dark one.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from attrs import frozen

from claimcheck.digest import details, in_conflict, skipped
from claimcheck.grammar.wording import say_sense
from claimcheck.model.claim import Mention, Modality
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.finding import Evidence, Finding, Report
from claimcheck.reports.html.evidence import heard
from claimcheck.reports.html.marks import Mark, mark_of
from claimcheck.reports.html.page import environment
from claimcheck.reports.html.table import cells
from claimcheck.reports.html.words import Words, in_context, many, name
from claimcheck.verdict import of_relation, verdict

_SENTENCE = 200  # characters of a sentence kept to each side of its value
_ROWS = 200  # claims of a report that a cell shows; a notebook with more is slow to scroll
_READINGS = 50  # of a finding
_LINES = 12  # of what other claims imply, and of what cannot be true beside them
_COLUMNS = 12  # sources of a report that a cell shows


@frozen
class Row:
    """One reading, in its words.

    Attributes:
        mark: How its source stands to the others.
        name: Id and publisher of the source.
        wording: The reading.
        told: What limits it: who is quoted, a plan, no vote.
        words: The value in its sentence.
    """

    mark: Mark
    name: str
    wording: str
    told: str
    words: Words


def draw(shown: object) -> str:
    """A value of the model as an HTML fragment.

    Args:
        shown: A report, a finding, a comparison or a mention.

    Raises:
        TypeError: For anything else.
    """
    for kind, (template, told) in _DRAWINGS.items():
        if isinstance(shown, kind):
            return environment().get_template("notebook.html.jinja").render(template=template, **told(shown))
    raise TypeError(f"there is no drawing of a {type(shown).__name__}")


def _report(report: Report) -> dict[str, object]:
    sources = {source.id: source for source in report.sources}
    findings = report.findings[:_ROWS]
    rows = [(f, verdict(f), tuple(cells(f, n, sources, heard(f)))) for n, f in enumerate(findings)]
    return {
        "title": f"{many(len(report), 'claim')}, {many(report.documents, 'source')}",
        "sources": [name(source) for source in report.sources[:_COLUMNS]],
        "rows": [(f, word, row[:_COLUMNS]) for f, word, row in rows],
        "left_out": list(_left_out(report)),
        "skipped": skipped(report)[0],
    }


def _left_out(report: Report) -> Iterator[str]:
    if len(report) > _ROWS:
        yield many(len(report) - _ROWS, "more claim")
    if len(report.sources) > _COLUMNS:
        yield many(len(report.sources) - _COLUMNS, "more source")


def _finding(finding: Finding) -> dict[str, object]:
    said = [_row(finding, e) for members in heard(finding).values() for e in members if not e.weak]
    derived = tuple(dict.fromkeys(d.arithmetic for d in finding.derived))
    conflicts = [(conflict.accepted, in_conflict(conflict)) for conflict in finding.conflicts[:_LINES]]
    return {
        "finding": finding,
        "word": verdict(finding),
        "rows": said[:_READINGS],
        "more": max(0, len(said) - _READINGS),
        "derived": derived[:_LINES],
        "conflicts": conflicts,
    }


def _row(finding: Finding, e: Evidence) -> Row:
    told = [f"{e.speaker or 'someone'}, quoted"] if e.quoted else []
    told += [e.modality.value] if e.modality is not Modality.STATED else []
    told += details(e)
    words = in_context(e.excerpt, _SENTENCE, 0)
    return Row(mark_of(finding, e.source_id), e.source_id, str(e.value), ", ".join(told), words)


def _comparison(comparison: Comparison) -> dict[str, object]:
    parts = comparison.parts or (comparison,)
    return {
        "comparison": comparison,
        "word": of_relation(comparison.relation),
        "parts": [(of_relation(p.relation), p, _said(p.left), _said(p.right)) for p in parts],
        "unaligned": [side.text for side in comparison.unaligned],
    }


def _said(side: Side) -> str:
    """What one side says, and the stretch that it covers where the wording covers one."""
    if side.value is None:
        return side.text
    wording = str(side.value)
    ordinary = say_sense(side.senses[0].interval, side.value) if side.senses else wording
    return wording if ordinary == wording else f"{wording}: {ordinary}"


def _mention(mention: Mention) -> dict[str, object]:
    others: Sequence[str] = [str(value) for value in mention.alternatives]
    return {"mention": mention, "others": others}


_DRAWINGS: dict[type, tuple[str, Callable[[Any], dict[str, object]]]] = {
    Report: ("report", _report),
    Finding: ("finding", _finding),
    Comparison: ("comparison", _comparison),
    Mention: ("mention", _mention),
}
