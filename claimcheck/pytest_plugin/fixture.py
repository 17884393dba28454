"""The fixture `claims`: findings for tests written in Python."""

import pytest
from attrs import field, frozen

import claimcheck as cc
from claimcheck.grammar.senses import senses
from claimcheck.model.comparison import Side
from claimcheck.model.finding import Finding, Report
from claimcheck.policy import DEFAULT
from claimcheck.pytest_plugin.project import project
from claimcheck.reconcile import relate


@frozen
class Agreement:
    """Whether a value agrees with what the sources jointly say; true or false, and why.

    Attributes:
        agrees: Whether it does.
        reason: One line that says why.
    """

    agrees: bool
    reason: str

    def __bool__(self) -> bool:
        return self.agrees

    def __repr__(self) -> str:
        return f"<{'agrees' if self.agrees else 'does not agree'}: {self.reason}>"


@frozen
class CheckedClaim:
    """A claim with its finding.

    Attributes:
        finding: What the sources say.
    """

    finding: Finding

    def __repr__(self) -> str:
        return f"<{self.finding.claim.id}: {self.finding.reason}>"

    def agrees(self, text: str) -> Agreement:
        """Whether a value, written as in a claim file, agrees with every source of the consensus.

        Raises:
            InvalidValue: If `text` is no value of the claim's kind.
        """
        claim, consensus = self.finding.claim, self.finding.consensus
        value = cc.read_value(text, claim.kind)
        if consensus is None:
            return Agreement(False, f"the sources have no consensus: {self.finding.reason}")
        asked = Side(text, value, senses=senses(value, DEFAULT, claim.rounding))
        for side in self._sides():
            if side.source_id in consensus.supporters:
                found = relate(asked, side, DEFAULT)
                if not found.relation.agrees:
                    return Agreement(False, f"{side.source_id} says {side.text}: {found.reason}")
        return Agreement(True, f"{consensus.wording} in {', '.join(consensus.supporters)}")

    def _sides(self) -> tuple[Side, ...]:
        """Each source's best reading; where there is but one source, all that it says."""
        if self.finding.comparisons:
            return tuple(side for c in self.finding.comparisons for side in (c.left, c.right))
        voting = [e for e in self.finding.evidence if not e.weak]
        return tuple(Side(e.value.written, e.value, source_id=e.source_id, senses=e.senses) for e in voting)


@frozen
class CheckedClaims:
    """The findings of a project, by claim id.

    Attributes:
        report: The report.
    """

    report: Report = field(repr=False)

    def __getitem__(self, claim_id: str) -> CheckedClaim:
        return CheckedClaim(self.report[claim_id])


def checked(config: pytest.Config) -> CheckedClaims:
    """Check the claims of the project of a pytest run.

    Raises:
        InvalidInput: If a claim file, the configuration or the sources cannot be used.
    """
    held = project(config)
    return CheckedClaims(cc.check(cc.load_claims(*held.claims), held.documents))
