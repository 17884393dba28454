"""Words of a page: names of sources, lists, links that may be followed, sentences cropped around their value."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from attrs import frozen

from claimcheck.model.finding import Excerpt
from claimcheck.model.text import Source

_LISTED = 12  # names in a list, from which on the rest is counted
_WORD = 16  # a cut is moved by at most this many characters to fall between two words


def joined(words: Iterable[str], limit: int = _LISTED) -> str:
    """The words as a list in prose; beyond the limit the rest is counted.

    >>> joined(["001", "002", "004"]), joined(["001", "002", "004", "007"], 2)
    ('001, 002 and 004', '001, 002 and 2 more')
    """
    named = list(words)
    if len(named) > limit + 1:  # the last one takes no more room than `1 more`
        named = [*named[:limit], f"{len(named) - limit} more"]
    *most, last = named or [""]
    return f"{', '.join(most)} and {last}" if most else last


def many(number: int, noun: str) -> str:
    """A number and its noun: `1 claim`, `2,000 sentences`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def link(url: str) -> str:
    """The address if it is one of the web that may be followed, else nothing (`javascript:` is an address too).

    >>> link("https://example.org/a"), link("javascript:alert(1)")
    ('https://example.org/a', '')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    fit = parts.scheme in ("http", "https") and parts.netloc and url.isprintable() and " " not in url
    return url if fit else ""


def name(source: Source) -> str:
    """The id and the publisher of a source."""
    return f"{source.id} {source.publisher}".rstrip()


@frozen
class Words:
    """A value in its sentence in its paragraph.

    Attributes:
        before: The paragraph before the sentence.
        left: The sentence before the value.
        marked: The value.
        right: The sentence after the value.
        after: The paragraph after the sentence.
        pieces: The value cut where its words differ from another source's, each piece with whether it does;
            empty where words are not what sources differ by.
    """

    before: str
    left: str
    marked: str
    right: str
    after: str
    pieces: tuple[tuple[str, bool], ...] = ()


def in_context(excerpt: Excerpt, sentence: int, around: int) -> Words:
    """The words of an excerpt, cropped where they are very long.

    Args:
        excerpt: The excerpt.
        sentence: Characters of the sentence kept to each side of the value.
        around: Characters of the paragraph kept to each side of the sentence; 0 for none of it.
    """
    left = tail(excerpt.text[: excerpt.span.start], sentence)
    right = head(excerpt.text[excerpt.span.end :], sentence)
    before = tail(excerpt.before, around) if around else ""
    after = head(excerpt.after, around) if around else ""
    return Words(before, left, head(excerpt.exact, 2 * sentence), right, after)


def head(text: str, size: int) -> str:
    """The beginning of a text, cut between two words where one is near."""
    if len(text) <= size:
        return text
    cut = text[:size]
    space = cut.rfind(" ", size - _WORD)
    return (cut[:space] if space > 0 else cut) + "…"


def tail(text: str, size: int) -> str:
    """The end of a text, cut between two words where one is near."""
    if len(text) <= size:
        return text
    cut = text[-size:]
    space = cut.find(" ", 0, _WORD)
    return "…" + (cut[space + 1 :] if space >= 0 else cut)
