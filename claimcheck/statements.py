"""Questions about texts in hand: how two of them relate, which speak of a query, what many of them jointly say."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial

from claimcheck import align, mentions, reconcile, sentences
from claimcheck.grammar.text_kind import QUOTE
from claimcheck.kinds import as_day
from claimcheck.matching.rank import Ranked, Ranker
from claimcheck.model.claim import Mention
from claimcheck.model.comparison import Comparison, Side
from claimcheck.model.text import Context, Document, Source
from claimcheck.model.value import Value
from claimcheck.policy import DEFAULT, Policy
from claimcheck.reconcile.fuse import Fusion
from claimcheck.reconcile.fuse import fuse as of_one_item
from claimcheck.reconcile.fuse_all import fuse_all as of_all_items
from claimcheck.reconcile.within_text import implied
from claimcheck.values import KINDS, TEXT_KINDS


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

    def imply(text: str, stated: Sequence[Mention]) -> tuple[align.Bridge, ...]:
        return tuple(
            align.Bridge(one.mention, one.parts, partial(one.against, policy=settings))
            for one in implied(text, stated, settings)
        )

    context = Context(as_day(published), place)
    found = _values(left, context), _values(right, context)
    said = align.compare(left, found[0], right, found[1], relate, settings, imply)
    if said.parts or (found[0] and found[1]):
        return said
    return align.compare_texts(left, right, *_texts(left, right), relate) or said


def _values(text: str, context: Context) -> tuple[Mention, ...]:
    return _values_kept(text, context) if len(text) <= _LONG else mentions.find(text, KINDS, context)


_KEPT = 256  # texts whose values are kept, since one claim is mostly held against many sentences
_LONG = 2_000  # characters of a text that is too long to be kept


@lru_cache(maxsize=_KEPT)
def _values_kept(text: str, context: Context) -> tuple[Mention, ...]:
    return mentions.find(text, KINDS, context)


def _texts(left: str, right: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The quotations of two texts, and the names outside them; what one holds helps to tell names in the other."""
    one, other = (sentences.sentences(Document(Source("text"), text)) for text in (left, right))
    read = [kind.mentions((*one, *other)) for kind in TEXT_KINDS]
    return (
        _apart(in_sentence for of_kind in read for in_sentence in of_kind[: len(one)]),
        _apart(in_sentence for of_kind in read for in_sentence in of_kind[len(one) :]),
    )


def _apart(found: Iterable[tuple[Mention, ...]]) -> tuple[Mention, ...]:
    """The quotations, and what stands outside them."""
    return tuple(m for in_sentence in found for m in in_sentence if m.quotation is None or m.kind == QUOTE)


def rank(query: str, texts: Sequence[str]) -> tuple[Ranked, ...]:
    """The sentences that speak of `query`, best first, each with its score from 0 to 100."""
    return Ranker(texts).rank(query)


def fuse(rows: Iterable[tuple[str, str | Value]], policy: Policy | None = None) -> Fusion:
    """What many sources jointly say.

    Args:
        rows: Source and value, or the text of one (read by the first kind that takes the whole of it).
        policy: Settings of the judgement.
    """
    return of_one_item(rows, _any_value, policy or DEFAULT)


def fuse_all(rows: Iterable[tuple[str, str, str | Value]], policy: Policy | None = None) -> Mapping[str, Fusion]:
    """What many sources jointly say of many items; how far to trust each source is learnt across the items.

    Args:
        rows: Item, source, and what it says: a value or text.
        policy: Settings of the judgement.
    """
    return of_all_items(rows, _any_value, policy or DEFAULT)


def _any_value(text: str) -> Value | None:
    """The value of a text that is exactly one value; None for any other text."""
    found = mentions.find(text, KINDS, Context())
    whole = [m for m in found if m.surface == text.strip()]
    return whole[0].value if whole else None
