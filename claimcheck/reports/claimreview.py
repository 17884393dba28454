"""The report as schema.org ClaimReview, the JSON-LD that search engines and fact-check explorers read.

A machine that compares sources does not know what is true. So a review says what the sources say, rates only where
there is something to rate by (an expected value, or several independent origins that agree), gives no number of
truth, and names no author: whoever publishes it signs it.
"""

from collections.abc import Iterable

from claimcheck.digest import in_conflict
from claimcheck.model.comparison import Comparison
from claimcheck.model.finding import Finding, Report, Status
from claimcheck.model.text import Source
from claimcheck.plain_data import dump, web_address

NAME = "claimreview"
SUFFIXES: tuple[str, ...] = ()

_WORKS = 20  # sources named in a review

Data = dict[str, object]


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as JSON-LD with a ClaimReview for each claim that some source speaks of.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to escape everything beyond ASCII.
        verbose: Not used.
    """
    graph = [_review(report, f) for f in report if f.status is not Status.UNMENTIONED and f.evidence]
    return dump({"@context": "https://schema.org", "@graph": graph}, ascii=ascii, markup=False) + "\n"


def _review(report: Report, finding: Finding) -> Data:
    claim = finding.claim
    wording, behind = _claimed(finding)
    heard = {e.source_id for e in finding.evidence}
    data: Data = {
        "@type": "ClaimReview",
        "identifier": claim.id,
        "claimReviewed": claim.statement.replace("{value}", wording or "…"),
        "reviewBody": finding.reason,
        "itemReviewed": {"@type": "Claim", **_appearances(report, behind)},
        "isBasedOn": [_work(s) for s in report.sources if s.id in heard][:_WORKS],
    }
    if len(heard) > _WORKS:
        data["reviewBody"] = f"{finding.reason} ({_WORKS} of {len(heard):,} sources are named)"
    rating = _rating(finding)
    if rating:
        data["reviewRating"] = {
            "@type": "Rating",
            "alternateName": rating,
            "ratingExplanation": _explained(finding),
        }
    return data


def _claimed(finding: Finding) -> tuple[str, tuple[str, ...]]:
    """The value that is reviewed, and the sources that state it: the expected one, or the consensus."""
    if finding.claim.expect is not None:
        agreeing = (c for c in finding.expected if c.relation.agrees)
        return str(finding.claim.expect), tuple(dict.fromkeys(map(_who, agreeing)))
    if finding.consensus is not None:
        return finding.consensus.wording, finding.consensus.supporters
    return "", tuple(dict.fromkeys(e.source_id for e in finding.evidence if not e.weak))


def _rating(finding: Finding) -> str:
    """What the sources come to, in words; empty where there is nothing to rate by."""
    if finding.claim.expect is not None:
        return _against_expected(finding.expected)
    agreed = finding.consensus
    if agreed is None or agreed.origins < 2:
        return ""
    rating = f"Consistent with {agreed.origins} independent sources"
    return f"{rating}, disputed by {len(agreed.dissenters)}" if agreed.dissenters else rating


def _against_expected(pairs: tuple[Comparison, ...]) -> str:
    """Each source counts once, by its weakest comparison with the expected value."""
    weakest: dict[str, int] = {}
    for pair in pairs:
        if pair.relation.strength is not None:
            weakest[_who(pair)] = min(pair.relation.strength, weakest.get(_who(pair), pair.relation.strength))
    if not weakest:
        return ""
    contradicting = sum(strength == 0 for strength in weakest.values())
    doubtful = sum(strength == 1 for strength in weakest.values())
    if contradicting:
        return f"Contradicted by {contradicting} of {_sources(len(weakest))}"
    if doubtful:
        return f"In doubt: {doubtful} of {_sources(len(weakest))} fit it only loosely"
    return f"Supported by {_sources(len(weakest))}"


def _explained(finding: Finding) -> str:
    notes = [c.reason for c in finding.expected if not c.relation.agrees] if finding.claim.expect else []
    notes += map(in_conflict, finding.conflicts)
    if finding.accepted:
        notes.append(f"The disagreement is known and accepted: {finding.accepted}")
    return ". ".join(dict.fromkeys([finding.reason, *notes]))


def _who(pair: Comparison) -> str:
    return pair.left.source_id or pair.right.source_id


def _sources(number: int) -> str:
    return f"{number} source{'s' if number != 1 else ''}"


def _appearances(report: Report, ids: Iterable[str]) -> Data:
    wanted = set(ids)
    works = [_work(s) for s in [s for s in report.sources if s.id in wanted][:_WORKS]]
    return {"appearance": works} if works else {}


def _work(source: Source) -> Data:
    data: Data = {"@type": "CreativeWork", "identifier": source.id, "name": source.title or source.name}
    if source.publisher:
        data["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.published:
        data["datePublished"] = source.published.isoformat()
    for key, url in (("url", source.url), ("archivedAt", source.archive_url)):
        if web_address(url):
            data[key] = web_address(url)
    return data
