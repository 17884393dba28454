"""A text as a bag of terms for the inverted index: stems and plain numbers; hashtags cut up, addresses dropped."""

import re

from claimcheck.grammar.stems import stem
from claimcheck.similarity import fold

_ADDRESS = re.compile(r"https?://\S+|\b(?:www|pic)\.\S+|pic\.twitter\.com\S*")  # posts glue the last to a tag
_TAG = re.compile(r"[#@]\w+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=[A-Z])(?=[A-Z][a-z])")
_TERM = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")


def words(text: str) -> list[str]:
    """The words of `text` as it writes them, folded, in order; numbers without the commas of thousands.

    >>> words("Café owners paid 9,052 euros #FairPay")
    ['cafe', 'owners', 'paid', '9052', 'euros', 'fair', 'pay']
    """
    if "://" in text or "www." in text or "pic." in text:
        text = _ADDRESS.sub(" ", text)
    if "#" in text or "@" in text:
        text = _TAG.sub(lambda found: _HUMP.sub(" ", found.group()), text)
    return [word if word[0].isalpha() else word.replace(",", "") for word in _TERM.findall(fold(text))]


def terms(text: str) -> list[str]:
    """The terms of `text`, in order: the stems of its words.

    >>> terms("Café owners paid 9,052 euros #FairPay")
    ['caf', 'owner', 'pay', '9052', 'euro', 'fair', 'pay']
    """
    return [stem(word) if word[0].isalpha() else word for word in words(text)]
