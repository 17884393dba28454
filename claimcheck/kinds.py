"""The value kinds at work on a text in hand: which there are, and what they read in it.

Apart from `statements`, because who only reads values needs neither the matcher nor the reconciler.
"""

from collections.abc import Sequence
from datetime import date

from claimcheck import mentions, sentences
from claimcheck.errors import InvalidValue
from claimcheck.model.claim import Mention
from claimcheck.model.text import Context, Document, Source
from claimcheck.model.value import Value
from claimcheck.values import KINDS, TEXT_KINDS

__all__ = ["as_day", "find_values", "kind_names", "read_value", "split_sentences"]


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
    context = Context(as_day(published), place)
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


def as_day(day: str | date | None) -> date | None:
    """A day, given as one or as ISO 8601 text.

    Raises:
        InvalidValue: If the text is no date.
    """
    if day is None or isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        raise InvalidValue(f"{day!r} is no date; write it as 2021-10-08") from None
