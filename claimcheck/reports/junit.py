"""The report as test results, for anything that shows JUnit's XML."""

from collections.abc import Iterator
from html import escape  # `xml.sax.saxutils` would do, but loads all of `urllib` and `http` first

from attrs import frozen

from claimcheck.concerns import Concern, of_finding
from claimcheck.digest import details, skipped
from claimcheck.model.comparison import Relation
from claimcheck.model.finding import Evidence, Finding, Report, Status
from claimcheck.model.text import Source
from claimcheck.terminal import inert
from claimcheck.verdict import Severity

NAME = "junit"
SUFFIXES: tuple[str, ...] = (".xml",)

AGREEMENT = "agreement"
"""Name of the test case that says whether the sources of a claim agree."""

_BETWEEN = ("discrepant", "tension", "conflict")
_OTHERS = 4  # words of other sources shown with a failure
_FAILURES = 12  # of one test case; what more there is stands in the last of them


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as the XML that JUnit and Jenkins know (`junit-10.xsd`).

    A claim is a test suite: a test case for each source and one for the agreement of all. A source fails where it
    contradicts itself, the expected value or a curated quote, and is skipped where it says nothing; the agreement
    fails where sources are discrepant or in tension and where they cannot be right beside other claims, and is
    skipped where there is nothing to compare and where the disagreement has been accepted. Sources that cannot be
    read and are left out are told by a skipped test case in a suite of its own.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to write ASCII only.
        verbose: Not used.
    """
    suites = [_suite(report, finding) for finding in report]
    cases = [case for suite in suites for case in suite.cases]
    cases += [_Case(_READABLE, skipped=skipped(report)[0])] if report.skipped else []
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="claimcheck" {_totals(cases)}>']
    for suite in suites:
        lines.append(f"  <testsuite name={_attribute(suite.name, ascii)} {_totals(suite.cases, skipped=True)}>")
        for case in suite.cases:
            lines += _case(suite, case, ascii)
        lines.append("  </testsuite>")
    lines += _skipped(report, ascii)
    return "\n".join([*lines, "</testsuites>"]) + "\n"


_LEFT_OUT = "sources left out"  # no id of a claim has a space in it
_READABLE = "readable"


def _skipped(report: Report, ascii: bool) -> Iterator[str]:
    """A suite of its own, with one skipped test case whose output names the sources that are left out."""
    headline, named = skipped(report)
    if not headline:
        return
    case = _Case(_READABLE, skipped=headline)
    named_in = "\n".join(escape(inert(line, ascii=ascii), quote=False) for line in named)
    yield f'  <testsuite name="{_LEFT_OUT}" {_totals((case,), skipped=True)}>'
    lines = list(_case(_Suite(_LEFT_OUT, (case,)), case, ascii))
    yield from lines[:-1]
    yield f"      <system-out>{named_in}</system-out>"
    yield lines[-1]
    yield "  </testsuite>"


@frozen
class _Case:
    """A test case.

    Attributes:
        name: Its name.
        failures: What it fails for: a sort, one line, and more lines.
        skipped: Why it says nothing; empty where it does.
    """

    name: str
    failures: tuple["_Failure", ...] = ()
    skipped: str = ""


@frozen
class _Suite:
    name: str
    cases: tuple[_Case, ...]


def _suite(report: Report, finding: Finding) -> _Suite:
    grave = [c for c in of_finding(finding) if c.severity >= Severity.TENSION]
    heard = {e.source_id for e in finding.evidence}
    sources = [_source(report, source, grave, silent=source.id not in heard) for source in report.sources]
    return _Suite(finding.claim.id, (*sources, _agreement(report, finding, grave)))


def _source(report: Report, source: Source, grave: list[Concern], *, silent: bool) -> _Case:
    own = [c for c in grave if c.source_id == source.id and c.rule not in _BETWEEN]
    name = f"{source.id} {source.publisher}".rstrip()
    skipped = "it does not speak of the claim" if silent and not own else ""
    return _Case(name, tuple(_failures(report, own)), skipped)


def _agreement(report: Report, finding: Finding, grave: list[Concern]) -> _Case:
    between = tuple(_failures(report, [c for c in grave if c.rule in _BETWEEN]))
    if between:
        return _Case(AGREEMENT, between)
    if finding.accepted:
        return _Case(AGREEMENT, skipped=f"accepted: {finding.accepted}")
    lonely = finding.status in (Status.SINGLE_SOURCE, Status.UNMENTIONED)
    if lonely or finding.relation is None or not finding.relation.agrees:
        word = finding.status if lonely else finding.relation or Relation.NOT_COMPARABLE
        return _Case(AGREEMENT, skipped=f"{word.value.replace('_', ' ')}: {finding.reason}")
    return _Case(AGREEMENT)


_Failure = tuple[str, str, tuple[str, ...]]


def _failures(report: Report, concerns: list[Concern]) -> Iterator[_Failure]:
    """A failure for each concern, the gravest first; of very many the rest is counted."""
    for concern in concerns[:_FAILURES]:
        yield _failure(report, concern)
    rest = concerns[_FAILURES:]
    if rest:
        told = f"{len(rest):,} more sources differ from others"
        yield rest[0].rule.value, told, ("The JSON report has all of them.",)


def _failure(report: Report, concern: Concern) -> _Failure:
    statement = concern.finding.claim.statement.replace("{value}", "___")
    shown = [e for e in (concern.evidence, *concern.others[:_OTHERS]) if e is not None]
    lines = [statement, concern.reason, *(_words(report, e) for e in shown)]
    if concern.place is not None:
        lines.append(f"claim at {concern.place}")
    return concern.rule.value, concern.reason, tuple(lines)


def _words(report: Report, e: Evidence) -> str:
    path = next((s.path for s in report.sources if s.id == e.source_id), e.source_id)
    told = "".join(f" ({detail})" for detail in details(e))
    return f"{path}:{e.excerpt.line}:{e.excerpt.column}: {e.excerpt.text}{told}"


def _case(suite: _Suite, case: _Case, ascii: bool) -> Iterator[str]:
    start = f"    <testcase classname={_attribute(suite.name, ascii)} name={_attribute(case.name, ascii)}"
    if not case.failures and not case.skipped:
        yield f"{start}/>"
        return
    yield f"{start}>"
    for sort, reason, lines in case.failures:
        body = "\n".join(escape(inert(line, ascii=ascii), quote=False) for line in lines)
        message = _attribute(reason, ascii)
        yield f'      <failure type="{sort}" message={message}>{body}</failure>'
    if case.skipped:
        yield f"      <skipped message={_attribute(case.skipped, ascii)}/>"
    yield "    </testcase>"


def _attribute(text: str, ascii: bool) -> str:
    kept = escape(inert(text, ascii=ascii), quote=False).translate(_KEPT)
    if '"' not in kept:
        return f'"{kept}"'
    return f"'{kept}'" if "'" not in kept else '"{}"'.format(kept.replace('"', "&quot;"))


_KEPT = {ord(c): f"&#{ord(c)};" for c in "\n\r\t"}
"""White space that a parser would turn into spaces where it stands in an attribute."""


def _totals(cases: tuple[_Case, ...] | list[_Case], *, skipped: bool = False) -> str:
    numbers = {"tests": len(cases), "failures": sum(bool(c.failures) for c in cases), "errors": 0}
    if skipped:
        numbers["skipped"] = sum(bool(c.skipped) for c in cases)
    return " ".join(f'{name}="{number}"' for name, number in numbers.items())
