"""Questions about texts in hand: which values they hold, how two of them relate, which speak of a query."""

from collections.abc import Iterable, Sequence
from datetime import date

from claimcheck import align, matching, mentions, reconcile, sentences
from claimcheck.errors import InvalidValue
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.text import Context
from claimcheck.model.value import Value
from claimcheck.policy import DEFAULT, Policy
from claimcheck.values import KINDS


def kind_names() -> tuple[str, ...]:
    """Names of all value kinds, in their order."""
    return tuple(kind.name for kind in KINDS)


def read_value(text: str, kind: str) -> Value:
    """The value that `text` states, read as in articles.

    Raises:
        InvalidValue: If `text` is not exactly one value of that kind.
    """
    return mentions.read_value(text, kind, KINDS, Context())


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Sentences of `text`, as half-open offsets in characters counted from 0, without white space around."""
    return tuple((s.start, s.end) for s in sentences.split(text))


def find_values(
    text: str,
    published: str | date | None = None,
    *,
    place: str = "US",
    kinds: Sequence[str] | None = None,
) -> tuple[Mention, ...]:
    """Every value in `text`, with offsets into it.

    Args:
        text: Any text.
        published: The day that relative expressions are counted from (ISO 8601), if known.
        place: ISO 3166-1 alpha-2 country of the text: whose dollar a bare `$` is, and which order `3/4` has.
        kinds: Names of the kinds wanted; all by default.

    Raises:
        InvalidValue: If `published` is no ISO date, or a kind is unknown.
    """
    context = Context(_day(published), place)
    found = mentions.find(text, KINDS, context)
    if kinds is None:
        return found
    unknown = sorted(set(kinds) - set(kind_names()))
    if unknown:
        raise InvalidValue(f"no kind is called {', '.join(unknown)}; there are {', '.join(kind_names())}")
    return tuple(m for m in found if m.kind in kinds)


def _day(day: str | date | None) -> date | None:
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        raise InvalidValue(f"{day!r} is no date; write it as 2021-10-08") from None


def compare(
    left: str, right: str, policy: Policy | None = None, *, published: str | date | None = None, place: str = "US"
) -> Comparison:
    """How two statements relate: their values are aligned, and the weakest relation is the answer.

    Args:
        left: A statement, or a single value.
        right: Another.
        policy: Settings of the judgement.
        published: The day that relative expressions of both are counted from, if known.
        place: ISO 3166-1 alpha-2 country of both.
    """
    settings = policy or DEFAULT

    def relate(a: Side, b: Side) -> Comparison:
        return reconcile.relate(a, b, settings)

    context = Context(_day(published), place)
    found = mentions.find(left, KINDS, context), mentions.find(right, KINDS, context)
    return align.compare(left, found[0], right, found[1], relate, settings)


def rank(query: str, texts: Sequence[str]) -> tuple[matching.Ranked, ...]:
    """The sentences that speak of `query`, best first, each with its score from 0 to 100."""
    return matching.Ranker(texts).rank(query)


def fuse(rows: Iterable[tuple[str, str | Value]], policy: Policy | None = None) -> reconcile.Fusion:
    """What many sources jointly say.

    Args:
        rows: Source and value, or the text of one (read by the first kind that takes the whole of it).
        policy: Settings of the judgement.
    """
    return reconcile.fuse(rows, _any_value, policy or DEFAULT)


def _any_value(text: str) -> Value | None:
    """The value of a text that is exactly one value; None for any other text."""
    found = mentions.find(text, KINDS, Context())
    whole = [m for m in found if m.surface == text.strip()]
    return whole[0].value if whole else None
