"""Questions about texts in hand: which values they hold, how two of them relate, which speak of a query."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from claimcheck import align, matching, mentions, reconcile, sentences
from claimcheck.errors import InvalidValue
from claimcheck.grammar.text_kind import QUOTE
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.text import Context, Document, Source
from claimcheck.model.value import Value
from claimcheck.policy import DEFAULT, Policy
from claimcheck.values import KINDS, TEXT_KINDS


def kind_names() -> tuple[str, ...]:
    """Names of all value kinds, in their order."""
    return (*(kind.name for kind in KINDS), *(kind.name for kind in TEXT_KINDS))


def read_value(text: str, kind: str) -> Value:
    """The value that `text` states, read as in articles.

    Raises:
        InvalidValue: If `text` is not exactly one value of that kind.
    """
    texts = {k.name: k for k in TEXT_KINDS}
    return texts[kind].value(text) if kind in texts else mentions.read_value(text, kind, KINDS, Context())


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
        kinds: Names of the kinds wanted; by default all but names and quotations, of which every text is full.

    Raises:
        InvalidValue: If `published` is no ISO date, or a kind is unknown.
    """
    context = Context(_day(published), place)
    if kinds is None:
        return mentions.find(text, KINDS, context)
    unknown = sorted(set(kinds) - set(kind_names()))
    if unknown:
        raise InvalidValue(f"no kind is called {', '.join(unknown)}; there are {', '.join(kind_names())}")
    wanted = [kind for kind in KINDS if kind.name in kinds]
    found = [m for m in mentions.find(text, KINDS, context) if m.kind in kinds] if wanted else []
    asked = [kind for kind in TEXT_KINDS if kind.name in kinds]
    cut = sentences.sentences(Document(Source("text"), text)) if asked else ()
    found += [m for kind in asked for in_sentence in kind.mentions(cut) for m in in_sentence]
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


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

    Where one of them holds no value, their names and quotations are held against one another instead.

    Args:
        left: A statement, or a single value.
        right: Another.
        policy: Settings of the judgement.
        published: The day that relative expressions of both are counted from, if known.
        place: ISO 3166-1 alpha-2 country of both.
    """
    settings = policy or DEFAULT

    def relate(a: Side, b: Side) -> Comparison:
        return reconcile.relate(a, b, settings, matched=True)

    context = Context(_day(published), place)
    found = mentions.find(left, KINDS, context), mentions.find(right, KINDS, context)
    said = align.compare(left, found[0], right, found[1], relate, settings)
    if said.parts or (found[0] and found[1]):
        return said
    return align.compare_texts(left, right, _texts(left, right), _texts(right, left), relate) or said


def _texts(text: str, beside: str) -> tuple[Mention, ...]:
    """The quotations of a text, and the names outside them; what stands `beside` it helps to tell names."""
    cut, other = (sentences.sentences(Document(Source("text"), t)) for t in (text, beside))
    read = [kind.mentions((*cut, *other))[: len(cut)] for kind in TEXT_KINDS]
    found = [m for of_kind in read for in_sentence in of_kind for m in in_sentence]
    return tuple(m for m in found if m.quotation is None or m.kind == QUOTE)


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


def fuse_all(
    rows: Iterable[tuple[str, str, str | Value]], policy: Policy | None = None
) -> Mapping[str, reconcile.Fusion]:
    """What many sources jointly say of many items; how far to trust each source is learnt across the items.

    Args:
        rows: Item, source, and what it says: a value or text.
        policy: Settings of the judgement.
    """
    return reconcile.fuse_all(rows, _any_value, policy or DEFAULT)


def _any_value(text: str) -> Value | None:
    """The value of a text that is exactly one value; None for any other text."""
    found = mentions.find(text, KINDS, Context())
    whole = [m for m in found if m.surface == text.strip()]
    return whole[0].value if whole else None
