"""The readings of a report as W3C Web Annotations, to be laid over the articles they stand in."""

import base64
import hashlib
import uuid
from urllib.parse import quote

from claimcheck.digest import details
from claimcheck.model.finding import Evidence, Finding, Report
from claimcheck.model.text import Source
from claimcheck.plain_data import dump, web_address
from claimcheck.verdict import verdict

NAME = "webannotation"
SUFFIXES: tuple[str, ...] = (".jsonld",)

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Data = dict[str, object]


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as a page of annotations, one for each reading.

    An annotation says what the words are read as and for which claim. Its target names the words themselves, up to
    32 characters before and after them, and their place in characters (Unicode code points) of the text that was
    read; that text is named by its file, by its SHA-256 where the manifest notes one, and by the address that it
    came from.

    Args:
        report: The report.
        width: Not used.
        color: Not used.
        ascii: Whether to escape everything beyond ASCII.
        verbose: Below 0 readings that do not vote are left out.
    """
    sources = {source.id: source for source in report.sources}
    items = [
        _annotation(f, e, sources.get(e.source_id, Source(e.source_id)))
        for f in report
        for e in f.evidence
        if len(e.excerpt.span) and (verbose >= 0 or not e.weak)
    ]
    named = "\0".join(str(item["id"]) for item in items)
    page: Data = {
        "@context": _CONTEXT,
        "id": _urn("page", hashlib.sha256(named.encode()).hexdigest()),
        "type": "AnnotationPage",
        "items": items,
    }
    return dump(page, ascii=ascii, markup=False) + "\n"


def _annotation(finding: Finding, e: Evidence, source: Source) -> Data:
    claim, excerpt = finding.claim, e.excerpt
    where = str(excerpt.document_span.start)
    told = "; ".join([verdict(finding).value, *details(e)])
    said = f"{claim.statement.replace('{value}', str(e.value))} ({told})"
    return {
        "id": _urn("annotation", claim.id, source.id, where, excerpt.exact, str(e.value)),
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": claim.id},
            {"type": "TextualBody", "purpose": "assessing", "value": said, "format": "text/plain"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": _source(source),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": excerpt.exact,
                    "prefix": excerpt.prefix,
                    "suffix": excerpt.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": excerpt.document_span.start,
                    "end": excerpt.document_span.end,
                },
            ],
        },
    }


def _source(source: Source) -> Data:
    file = (source.file or source.id).replace("\\", "/")
    data: Data = {"id": quote(file, safe="/", errors="replace"), "type": "Text", "language": source.language}
    if source.sha256:
        data["canonical"] = _named_by(source.sha256)
    if web_address(source.url):
        data["via"] = web_address(source.url)
    return data


def _named_by(sha256: str) -> str:
    """A digest as a name of the bytes themselves (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _urn(*parts: str) -> str:
    """A name made from what it names, the same in every run (RFC 4122, version 5)."""
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return uuid.uuid5(uuid.NAMESPACE_OID, digest).urn
