"""The report in SARIF 2.1.0, the format in which checkers tell code hosts and editors what they found."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from claimcheck.concerns import Concern, Rule, gravest, of_report, wording
from claimcheck.digest import SKIPPED, details
from claimcheck.errors import Place
from claimcheck.model.finding import Evidence, Report
from claimcheck.model.text import Source
from claimcheck.plain_data import dump
from claimcheck.verdict import Severity

NAME = "sarif"
SUFFIXES: tuple[str, ...] = (".sarif",)

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.DISCREPANT: "error", Severity.TENSION: "warning", Severity.SINGLE_SOURCE: "note"}
_FINGERPRINT = "claimcheckConcern/v1"
_SOURCES = "SOURCES"
_RELATED = 4  # other words shown beside a result, one for each value that it is held against
LIMIT = 5_000
"""Most results: code hosts show no more of a run. The gravest are kept, and a notification says so."""

_RULES = list(Rule)
_BREAK = re.compile(r"\r\n|\r|\n")
_BRACKET = re.compile(r"[\[\]]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

Data = dict[str, object]


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as a SARIF log with one run.

    A result is a concern: discrepancies are errors, tensions warnings, claims that fewer than two origins speak of
    notes. It stands at the words of one source; the words that it differs from, and the claim, are its related
    locations. What has been accepted is left out. Columns and offsets count Unicode code points.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to escape everything beyond ASCII.
        verbose: Below 0 notes are left out.
    """
    least = Severity.TENSION if verbose < 0 else Severity.SINGLE_SOURCE
    concerns, more = gravest([c for c in of_report(report) if c.severity >= least], LIMIT)
    places = {source.id: n for n, source in enumerate(report.sources)}
    results = [_result(report, c, places) for c in concerns]
    driver: Data = {
        "name": "claimcheck",
        "rules": [_rule(rule) for rule in _RULES],
    }
    if report.rules:
        driver["version"] = report.rules
    run: Data = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [_artifact(report, n) for n in range(len(report.sources))],
        "results": results,
    }
    notices = [*_skipped(report)]
    if more:
        told = _message(f"{more} more results are left out, the least grave; the JSON report has all of them.")
        notices.append({"level": "warning", "message": told})
    if notices:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": notices}]
    if any("uriBaseId" in _text_of(source) for source in report.sources):
        named = "The folder that the files of the sources are named from, which lies elsewhere."
        run["originalUriBaseIds"] = {_SOURCES: {"description": {"text": named}}}
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ascii=ascii) + "\n"


def _skipped(report: Report) -> Iterator[Data]:
    """A notification for each source that is left out because it cannot be read, and one for the rest of many."""
    named = report.skipped_sources[:SKIPPED]
    for source in named:
        told = _message(f"left out, as it cannot be read: {source.reason}")
        notice: Data = {"level": "warning", "message": told}
        if source.place is not None:
            region = {"startLine": source.place.line, "startColumn": source.place.column}
            physical = {"artifactLocation": _uri(source.place.path), "region": region}
            notice["locations"] = [{"physicalLocation": physical}]
        yield notice
    more = report.skipped - len(named)
    if more:
        told = _message(f"{more:,} more sources are left out, as they cannot be read")
        yield {"level": "warning", "message": told}


def _rule(rule: Rule) -> Data:
    return {
        "id": rule.value,
        "shortDescription": {"text": rule.description},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _artifact(report: Report, index: int) -> Data:
    source = report.sources[index]
    data: Data = {"location": _text_of(source), "roles": ["analysisTarget"]}
    if source.publisher or source.title:
        data["description"] = _message(": ".join(filter(None, (source.publisher, source.title))))
    if source.sha256:
        data["hashes"] = {"sha-256": source.sha256}
    return data | {"properties": {"sourceId": source.id}}  # without it two sources of one file would be alike


def _result(report: Report, concern: Concern, places: dict[str, int]) -> Data:
    related = [_words(report, e, places, n) for n, e in enumerate(concern.others[:_RELATED], 1)]
    data: Data = {
        "ruleId": concern.rule.value,
        "ruleIndex": _RULES.index(concern.rule),
        "level": _LEVELS[concern.severity],
        "message": _message(f"{concern.claim_id}: {concern.reason}"),
    }
    if concern.evidence is not None:
        data["locations"] = [_words(report, concern.evidence, places)]
        if concern.place is not None:
            related.append(_place(concern.place, len(related) + 1))
    elif concern.place is not None:
        data["locations"] = [_place(concern.place)]
    if related:
        data["relatedLocations"] = related
    data["partialFingerprints"] = {_FINGERPRINT: _fingerprint(concern)}
    return data


def _words(report: Report, e: Evidence, places: dict[str, int], id: int | None = None) -> Data:
    """The location of a reading: its value, and its sentence around it.

    Args:
        report: The report.
        e: The reading.
        places: The places of the sources in the report.
        id: A number to be referred to by; None for the place of the result itself.
    """
    excerpt = e.excerpt
    before, words = excerpt.text[: excerpt.span.start], excerpt.exact
    region: Data = {"startLine": excerpt.line, "startColumn": excerpt.column}
    if words:
        region |= {**_end(excerpt.line, excerpt.column, words), "snippet": {"text": words}}
    first = excerpt.line - len(_BREAK.findall(before))
    if words and first >= 1:
        last = first + len(_BREAK.findall(excerpt.text))
        context: Data = {"startLine": first, "endLine": last, "snippet": {"text": excerpt.text}}
    else:
        context = {}
    index = places.get(e.source_id)
    artifact = {**_text_of(report.sources[index]), "index": index} if index is not None else _uri(e.source_id)
    physical: Data = {"artifactLocation": artifact, "region": region}
    if context:
        physical["contextRegion"] = context
    said = _message("; ".join([f"{e.source_id}: {e.value}", *details(e)]))
    return ({"id": id} if id is not None else {}) | {"physicalLocation": physical, "message": said}


def _end(line: int, column: int, words: str) -> Data:
    """Where words end that begin at a line and column; the end column is the one after the last character."""
    lines = _BREAK.split(words)
    return {
        "endLine": line + len(lines) - 1,
        "endColumn": len(lines[-1]) + (column if len(lines) == 1 else 1),
    }


def _place(place: Place, id: int | None = None) -> Data:
    region = {"startLine": place.line, "startColumn": place.column}
    physical = {"artifactLocation": _uri(place.path), "region": region}
    return ({"id": id} if id is not None else {}) | {
        "physicalLocation": physical,
        "message": {"text": "the claim"},
    }


def _text_of(source: Source) -> Data:
    """Where the text of a source lies: as the run named it, or below a base that a reader has to know.

    A code host finds what is relative to the folder that the run began in; a path that leads out of it, or that
    belongs to one machine, would lead a reader nowhere.
    """
    away = source.folder.startswith("/") or ":" in source.folder or ".." in source.folder.split("/")
    return _uri(source.file or source.id, _SOURCES) if away else _uri(source.path)


def _uri(path: str, base: str = "") -> Data:
    """A path as a URI reference: relative where the path is, with everything that a URI cannot hold escaped."""
    slashed = path.replace("\\", "/")
    drive = re.match(r"[A-Za-z]:/", slashed)
    if slashed.startswith("/") or drive:
        return {"uri": "file://" + ("/" if drive else "") + quote(slashed, safe="/:")}
    uri = quote(slashed, safe="/", errors="replace")
    assert not _SCHEME.match(uri)
    return {"uri": uri, "uriBaseId": base} if base else {"uri": uri}


def _message(text: str) -> Data:
    """A plain message; what SARIF would take for a placeholder or a link is escaped by its rules."""
    text = text.replace("{", "{{").replace("}", "}}")
    if "](" in text:
        text = _BRACKET.sub(r"\\\g<0>", text)
    return {"text": text}


def _fingerprint(concern: Concern) -> str:
    """What stays the same while a concern does: claim, sort, source and values, wherever they stand."""
    parts: list[str] = [concern.claim_id, concern.rule.value, concern.source_id]
    parts += _values(concern)
    if concern.conflict is not None:
        parts += sorted({f"{s.claim_id} {s.wording}" for s in concern.conflict.statements})
    if concern.quote is not None:
        parts.append(" ".join(concern.quote.quote.split()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _values(concern: Concern) -> Sequence[str]:
    if concern.pairs:
        said = [wording(concern.pairs[0].left), *sorted({wording(pair.right) for pair in concern.pairs})]
        return [str(word) for word in said]
    return [str(concern.evidence.value)] if concern.evidence is not None else []
