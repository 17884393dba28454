"""claimcheck cross-checks what different sources say.

The public names are loaded when they are first used, so that importing the package costs nothing.
"""

TYPE_CHECKING = False  # typing's own costs 15 ms to import; type checkers know the name
if TYPE_CHECKING:
    from claimcheck.difference import Difference, diff
    from claimcheck.errors import (
        ClaimcheckError,
        ClaimFileError,
        InvalidInput,
        InvalidValue,
        MissingExtra,
        SourceError,
    )
    from claimcheck.frames import to_frame
    from claimcheck.kinds import find_values, read_value, split_sentences
    from claimcheck.matching.rank import Ranked, Ranker
    from claimcheck.model.claim import Claim, ClaimSet, Match, Mention, Modality, Reading
    from claimcheck.model.comparison import Comparison, Relation
    from claimcheck.model.finding import (
        Consensus,
        Derived,
        Evidence,
        Excerpt,
        Finding,
        Report,
        Status,
    )
    from claimcheck.model.interval import Interval
    from claimcheck.model.text import Context, Document, Role, Sentence, Source, Span
    from claimcheck.model.ties import Conflict, Derivation, Operation, OverTime, Statement
    from claimcheck.model.value import Hedge, Sense, SenseKind, Value
    from claimcheck.pipeline import check, load_claims, load_sources, stream_sources
    from claimcheck.pipeline.matches import match
    from claimcheck.policy import Policy
    from claimcheck.reports import read_report, write
    from claimcheck.statements import compare, fuse, fuse_all, rank

__version__ = "0.1.0"

_HOMES = {
    "claimcheck.difference": ("Difference", "diff"),
    "claimcheck.frames": ("to_frame",),
    "claimcheck.errors": (
        "ClaimcheckError",
        "ClaimFileError",
        "InvalidInput",
        "InvalidValue",
        "MissingExtra",
        "SourceError",
    ),
    "claimcheck.kinds": ("find_values", "read_value", "split_sentences"),
    "claimcheck.matching.rank": ("Ranked", "Ranker"),
    "claimcheck.model.claim": ("Claim", "ClaimSet", "Match", "Mention", "Modality", "Reading"),
    "claimcheck.model.comparison": ("Comparison", "Relation"),
    "claimcheck.model.finding": (
        "Consensus",
        "Derived",
        "Evidence",
        "Excerpt",
        "Finding",
        "Report",
        "Status",
    ),
    "claimcheck.model.interval": ("Interval",),
    "claimcheck.model.text": ("Context", "Document", "Role", "Sentence", "Source", "Span"),
    "claimcheck.model.ties": ("Conflict", "Derivation", "Operation", "OverTime", "Statement"),
    "claimcheck.model.value": ("Hedge", "Sense", "SenseKind", "Value"),
    "claimcheck.pipeline": ("check", "load_claims", "load_sources", "stream_sources"),
    "claimcheck.pipeline.matches": ("match",),
    "claimcheck.policy": ("Policy",),
    "claimcheck.reports": ("read_report", "write"),
    "claimcheck.statements": ("compare", "fuse", "fuse_all", "rank"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Claim",
    "ClaimFileError",
    "ClaimSet",
    "ClaimcheckError",
    "Comparison",
    "Conflict",
    "Consensus",
    "Context",
    "Derivation",
    "Derived",
    "Difference",
    "Document",
    "Evidence",
    "Excerpt",
    "Finding",
    "Hedge",
    "Interval",
    "InvalidInput",
    "InvalidValue",
    "Match",
    "Mention",
    "MissingExtra",
    "Modality",
    "Operation",
    "OverTime",
    "Policy",
    "Ranked",
    "Ranker",
    "Reading",
    "Relation",
    "Report",
    "Role",
    "Sense",
    "SenseKind",
    "Sentence",
    "Source",
    "SourceError",
    "Span",
    "Statement",
    "Status",
    "Value",
    "check",
    "compare",
    "diff",
    "find_values",
    "fuse",
    "fuse_all",
    "load_claims",
    "load_sources",
    "match",
    "rank",
    "read_report",
    "read_value",
    "split_sentences",
    "stream_sources",
    "to_frame",
    "write",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
