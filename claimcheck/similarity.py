"""How alike two wordings are: folding of typography, typing errors, the nearest stretch of a text.

The only module that knows rapidfuzz. Its ratios of whole sentences (`WRatio`, `token_set_ratio`) are left out on
purpose: one shared function word lifts them over any cutoff. What is used is edit distance between single words
and the alignment of one wording with the text it may have come from.
"""

import unicodedata
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from claimcheck.model.text import Span

_TYPOGRAPHY = {
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("—―", " - "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ı": "i",
}


_ASCII = {ord(c): " " for c in map(chr, range(128)) if c.isspace()} | {ord("`"): "'"}


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """What one character becomes: lower case, without accent, in plain typography; possibly nothing."""
    if character in _TYPOGRAPHY:
        return _TYPOGRAPHY[character]
    if character.isspace():
        return " "
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return "".join(_TYPOGRAPHY.get(c, c) for c in plain.lower() if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Lower case, without accents, in plain quotes, dashes and spaces.

    >>> fold("“Mérida” – the U.S.\N{NO-BREAK SPACE}pact")
    '"merida" - the u.s. pact'
    """
    return text.lower().translate(_ASCII) if text.isascii() else "".join(map(_fold_character, text))


class Folded(NamedTuple):
    """A folded text that knows where each of its characters came from.

    Attributes:
        text: The folded characters.
        offsets: For each of them, and for the end, the offset in the text as it is.
    """

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Where the folded characters `[start, end)` stand in the text as it is; `start < end`."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def fold_mapped(text: str) -> Folded:
    """Fold `text` and keep the way back to its offsets."""
    if text.isascii():
        return Folded(text.lower().translate(_ASCII), range(len(text) + 1))
    parts = [*map(_fold_character, text)]
    plain = "".join(parts)
    if set(map(len, parts)) == {1}:  # most texts: accents and quotation marks are one for one
        return Folded(plain, range(len(text) + 1))
    return Folded(plain, (*(at for at, part in enumerate(parts) for _ in part), len(text)))


_SHORTEST_FUZZY = 5  # letters; shorter words differ from too many others by one (war, way; army, arms)
_LONG = 9  # letters from which two slips are still one word


def slips_allowed(word: str) -> int:
    """How many typing errors `word` (folded) may have: none below five letters or with a digit, two from nine."""
    if len(word) < _SHORTEST_FUZZY or not word.isalpha():
        return 0
    return 2 if len(word) >= _LONG else 1


@lru_cache(maxsize=65536)
def alike(left: str, right: str) -> bool:
    """Whether two folded words are one but for typing errors.

    A slip is a letter too many, too few, wrong or swapped with its neighbour (optimal string alignment). The
    first letter is seldom mistyped, and the last letters are often an inflection, so the first must agree.

    >>> alike("anthony", "antony"), alike("cartel", "carter"), alike("2007", "2008")
    (True, True, False)
    """
    if left == right:
        return True
    if abs(len(left) - len(right)) > 2 or left[:1] != right[:1]:
        return False
    allowed = min(slips_allowed(left), slips_allowed(right))
    if not allowed or abs(len(left) - len(right)) > allowed:
        return False
    return OSA.distance(left, right, score_cutoff=allowed) <= allowed


def close_words(words: Collection[str], vocabulary: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each of the folded `words`, the others of `vocabulary` that are it but for typing errors."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        allowed = slips_allowed(word)
        if allowed:
            near = extract(word, vocabulary, scorer=OSA.distance, score_cutoff=allowed, limit=None)
            kept = tuple(v for v, distance, _ in near if distance and alike(word, v))
            if kept:
                found[word] = kept
    return found


class Stretch(NamedTuple):
    """The stretch of a text that is most like a wording.

    Attributes:
        start: Where it starts in the text.
        end: Where it ends.
        score: Likeness, 0 to 100: 100 less the share of characters that had to be put in or taken out.
    """

    start: int
    end: int
    score: float


def nearest_stretch(wording: str, text: str, cutoff: float) -> Stretch | None:
    """The stretch of `text` most like `wording`, or None where none reaches `cutoff` (0 to 100)."""
    if not wording.strip() or not text.strip():
        return None
    if len(wording) > len(text):
        score = fuzz.ratio(wording, text)
        return Stretch(0, len(text), score) if score >= cutoff else None
    found = fuzz.partial_ratio_alignment(wording, text, score_cutoff=cutoff)
    return Stretch(found.dest_start, found.dest_end, found.score) if found else None


def likeness(left: str, right: str) -> float:
    """How alike two wordings are as strings, 0 to 100; order of characters counts, nothing is skipped."""
    return fuzz.ratio(left, right)


def token_sets(text: str, others: Sequence[str], cutoff: float) -> dict[int, float]:
    """Which of `others` are like `text` as sets of words, by number, with the likeness, `cutoff` to 100.

    It is rapidfuzz's `token_set_ratio`, which skips whatever one text has more and so says little of sentences; it
    is here for those who ask for it by name and want every pair that it finds.
    """
    return {
        n: score
        for _, score, n in extract(text, others, scorer=fuzz.token_set_ratio, score_cutoff=cutoff, limit=None)
    }


class Difference(NamedTuple):
    """Words that stand in one wording where the other has others.

    Attributes:
        left: The words of the left wording; empty where the right one has more.
        right: The words of the right wording; empty where the left one has more.
    """

    left: str
    right: str


def differences(left: str, right: str) -> tuple[Difference, ...]:
    """The words in which two wordings differ, typography, case and accents aside, in order.

    >>> [str(d.left) + " / " + str(d.right) for d in differences("about $3 billion", "About $3.3 billion")]
    ['$3 / $3.3']
    """
    ours, theirs = left.split(), right.split()
    matcher = SequenceMatcher(None, [fold(w) for w in ours], [fold(w) for w in theirs], autojunk=False)
    return tuple(
        Difference(" ".join(ours[a:b]), " ".join(theirs[c:d]))
        for what, a, b, c, d in matcher.get_opcodes()
        if what != "equal"
    )


_SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("y", "i"), ("z", "s"), ("w", "v"), ("ie", "i"))
_SHORTEST_NAME, _LONG_NAME = 5, 8  # letters from which a name may have one letter or two otherwise


@lru_cache(maxsize=4096)
def _sounded(name: str) -> str:
    """A folded name as it sounds: double letters once, no silent `h` or final `e`, one sign for one sound."""
    for written, heard in _SOUNDS:
        name = name.replace(written, heard)
    name = name[:1] + name[1:].replace("h", "")
    name = "".join(c for i, c in enumerate(name) if not i or c != name[i - 1])
    return name[:-1] if len(name) > 3 and name.endswith("e") else name


def spelled_alike(left: str, right: str) -> bool:
    """Whether two folded parts of names may be one name in two spellings: they sound alike, or nearly are alike.

    Looser than `alike`: it is asked only where the rest of the name agrees.

    >>> spelled_alike("anthony", "antony"), spelled_alike("jon", "john"), spelled_alike("hunter", "joseph")
    (True, True, False)
    """
    if _sounded(left) == _sounded(right):
        return True
    shorter = min(len(left), len(right))
    if shorter < _SHORTEST_NAME or not (left.isalpha() and right.isalpha()):
        return False
    allowed = 2 if shorter >= _LONG_NAME else 1
    return OSA.distance(left, right, score_cutoff=allowed) <= allowed
