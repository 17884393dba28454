"""File → Claim → one item a source, and one for their agreement. Matching happens when the first item runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import claimcheck as cc
from claimcheck.errors import ClaimcheckError
from claimcheck.model.claim import Claim, ClaimSet
from claimcheck.model.comparison import Comparison
from claimcheck.model.finding import Finding, Report, Status
from claimcheck.pytest_plugin.project import project
from claimcheck.reports import full
from claimcheck.verdict import Severity, severity_of_quote, severity_of_relation

_WIDTH = 100


class Disagreement(AssertionError):
    """What a failing test says; shown without a call stack."""


class AcceptedDisagreement(Disagreement):
    """A disagreement that somebody has accepted: expected to be there."""


class _Told(NamedTuple):
    """One thing that a test would fail for.

    Attributes:
        severity: How grave it is.
        line: A line that says it.
        accepted: Whether a person let it stand.
    """

    severity: Severity
    line: str
    accepted: bool = False


class ClaimFile(pytest.File):
    """A claim file; a problem in it, or in the sources, is one collection error."""

    _claims: ClaimSet
    _report: Report | None = None

    def collect(self) -> Iterator[ClaimCollector]:
        """One collector a claim."""
        sources = [d.source.id for d in project(self.config).documents]
        self._claims = cc.load_claims(_shown(self.path))
        for claim in self._claims:
            yield ClaimCollector.from_parent(self, name=claim.id, claim=claim, sources=sources)

    @property
    def report(self) -> Report:
        """The report of this file's claims, made once."""
        if self._report is None:
            self._report = cc.check(self._claims, project(self.config).documents)
        return self._report

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """The problems, each with its place, and nothing of how they were found."""
        if isinstance(excinfo.value, ClaimcheckError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))


class ClaimCollector(pytest.Collector):
    """A claim, with its tests."""

    def __init__(self, *, claim: Claim, sources: list[str], **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self.claim = claim
        self.sources = sources
        self.add_marker(pytest.mark.claim(id=claim.id, kind=claim.kind))

    def collect(self) -> Iterator[ClaimItem]:
        """One item a source, in the order of the manifest, and one for their agreement."""
        for source in self.sources:
            yield SourceItem.from_parent(self, name=source)
        yield AgreementItem.from_parent(self, name="agreement")


class ClaimItem(pytest.Item):
    """A test of a claim."""

    def __init__(self, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        assert isinstance(self.parent, ClaimCollector)
        self.claim = self.parent.claim
        if self.accepts():
            reasons = "; ".join(a.why for a in self.claim.accepted if a.why) or "accepted"
            self.add_marker(pytest.mark.xfail(strict=True, raises=AcceptedDisagreement, reason=reasons))

    def accepts(self) -> bool:
        """Whether the claim file accepts a disagreement that this test would show."""
        raise NotImplementedError

    def disagreements(self, finding: Finding) -> Iterator[_Told]:
        """What this test would fail for."""
        raise NotImplementedError

    def skip_reason(self, finding: Finding) -> str:
        """Why there is nothing to test; empty where there is."""
        raise NotImplementedError

    @property
    def finding(self) -> Finding:
        """The claim's finding."""
        return self._file.report[self.claim.id]

    @property
    def _file(self) -> ClaimFile:
        assert self.parent is not None
        assert isinstance(self.parent.parent, ClaimFile)
        return self.parent.parent

    def runtest(self) -> None:
        """Fail where the finding is as grave as what the project fails on."""
        finding = self.finding
        limit = project(self.config).fail_on
        told = [found for found in self.disagreements(finding) if found.severity >= limit]
        if told:
            accepted = self.accepts() and all(found.accepted for found in told)
            error = AcceptedDisagreement if accepted else Disagreement
            raise error("\n".join(dict.fromkeys(found.line for found in told)))
        reason = self.skip_reason(finding)
        if reason and not self.accepts():
            pytest.skip(reason)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """The lines that fail it, the finding as on a terminal, and the line of the claim file."""
        if isinstance(excinfo.value, ClaimcheckError):
            return str(excinfo.value)
        if not isinstance(excinfo.value, Disagreement):
            return str(super().repr_failure(excinfo))
        shown = full.one(self._file.report, self.finding, width=_WIDTH)
        return f"{excinfo.value}\n\n{shown}\n{self.claim.place}"

    def reportinfo(self) -> tuple[os.PathLike[str], int | None, str]:
        """Where the claim stands."""
        line = self.claim.place.line - 1 if self.claim.place else None
        return self.path, line, f"{self.claim.id}::{self.name}"


class SourceItem(ClaimItem):
    """Whether one source agrees with itself, with what is expected, and with what was curated from it."""

    def __init__(self, **rest: object) -> None:
        super().__init__(**rest)
        self.add_marker(pytest.mark.source(id=self.name))

    def accepts(self) -> bool:
        """Whether somebody accepted that this source disagrees with itself."""
        return any(a.source_ids == (self.name,) and not a.claim_ids for a in self.claim.accepted)

    def disagreements(self, finding: Finding) -> Iterator[_Told]:
        """Disagreement inside the source, with the expected value, and quotes gone astray."""
        for comparison in finding.within:
            if comparison.left.source_id == self.name:
                yield _Told(severity_of_relation(comparison.relation), comparison.reason, bool(finding.accepted))
        for comparison in finding.expected:
            if self.name in (comparison.left.source_id, comparison.right.source_id):
                told = f"expected {_expected(finding)}: {comparison.reason}"
                yield _Told(severity_of_relation(comparison.relation), told)
        for quote in finding.quotes:
            if quote.source_id == self.name:
                yield _Told(severity_of_quote(quote), quote.reason)

    def skip_reason(self, finding: Finding) -> str:
        """A source that does not speak of the claim has nothing to test."""
        return "" if finding.of(self.name) else f"{self.name} does not speak of it"


class AgreementItem(ClaimItem):
    """Whether the sources of a claim agree with one another."""

    def __init__(self, **rest: object) -> None:
        super().__init__(**rest)
        self.add_marker(pytest.mark.agreement)

    def accepts(self) -> bool:
        """Whether somebody accepted that sources differ."""
        return any(len(a.source_ids) > 1 or a.claim_ids for a in self.claim.accepted)

    def disagreements(self, finding: Finding) -> Iterator[_Told]:
        """Every pair of sources, what cannot be true beside other claims, and too few sources."""
        for comparison in finding.comparisons:
            yield _Told(severity_of_relation(comparison.relation), _pair(comparison), bool(finding.accepted))
        for conflict in finding.conflicts:
            yield _Told(Severity.DISCREPANT, conflict.reason, bool(conflict.accepted))
        if finding.status in (Status.SINGLE_SOURCE, Status.UNMENTIONED):
            yield _Told(Severity.SINGLE_SOURCE, finding.reason, bool(finding.accepted))

    def skip_reason(self, finding: Finding) -> str:
        """Fewer than two sources cannot agree."""
        return "" if finding.comparisons else finding.reason


def _pair(comparison: Comparison) -> str:
    left, right = comparison.left, comparison.right
    return f"{left.who} ({left.text}) and {right.who} ({right.text}): {comparison.reason}"


def _expected(finding: Finding) -> str:
    return finding.claim.expect.normal if finding.claim.expect else ""


def _shown(path: Path) -> Path:
    """The path relative to the working folder where it lies inside, so that messages stay short."""
    try:
        return path.relative_to(Path.cwd())
    except ValueError:
        return path
