"""A text cut into words for matching: folded, stemmed, with offsets into the text as it is."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache

from attrs import field, frozen

from claimcheck.grammar.stems import stem
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Span
from claimcheck.similarity import fold_mapped, slips_allowed


def listed(words: str) -> frozenset[str]:
    """The words of a white-space separated list."""
    return frozenset(words.split())


FUNCTION_WORDS = listed(
    """
    a an the this that these those such its it it's he she they them their theirs his her hers him we us our
    ours i me my mine you your yours who whom whose which what and or but nor so yet if then than as at by
    for from in into of off on onto out over per to under up upon with within without about above across
    after again against along among around before behind below beneath beside between beyond during except
    inside like near since through throughout till toward towards until via be am is are was were been being
    have has had having do does did done doing can could may might must shall should will would ought not no
    never n't don't doesn't didn't isn't aren't wasn't weren't won't can't cannot also too very just only
    even still already now there here when where while why how because although though unless whether both
    either neither each every any some all most more less much many few other another own same one's there's
    that's he's she's they're we're i'm you're let's ever once however
    """
)
"""English words that carry grammar rather than matter."""

# Words that begin a new clause; what stands beyond one of them is said of something else.
_OPENERS = listed("which who whom whose while whereas although though because when where but if unless whether")
# These begin a clause too, unless a number or a time follows (`since 2008`, `after 13 years`).
_MAYBE_OPENERS = listed("since after before until as once")
_SEQUELS = listed("then later afterwards subsequently eventually")  # `and then` begins another event
_COORDINATORS = listed("and or so yet")
_STARTERS = listed("the a an this these it he she they we i you his her their its there")
_FRONTING = listed("in on at by during after before since until within from for under over with")
_HARD = frozenset(";:()[]—–")
_NUMBER = re.compile(r"\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|early|late|mid|last|about)$")


@frozen(slots=True, eq=False)  # `cut` keeps them, so the same words are mostly the same object
class Words:
    """The words of a text, as parallel tuples.

    Attributes:
        text: The text as it is.
        folded: The words in lower case, without accents; punctuation marks are words of their own.
        stems: Their stems.
        starts: Offset of each in `text`.
        ends: Offset after each.
        clauses: Number of the clause that each stands in, counted from 0.
        commas: How many commas stand before each; two words with few commas between them are closer.
        places: Where each folded word and each stem stands.
        initials: Where the words stand that may be mistyped, by first letter.
    """

    text: str
    folded: tuple[str, ...]
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    clauses: tuple[int, ...]
    commas: tuple[int, ...]
    places: Mapping[str, tuple[int, ...]] = field(eq=False, repr=False)
    initials: Mapping[str, tuple[int, ...]] = field(eq=False, repr=False)

    def __len__(self) -> int:
        return len(self.folded)

    def within(self, span: Span) -> tuple[int, int]:
        """The words `[first, last)` that meet `span` (offsets in `text`)."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def stemming(self, stem: str) -> list[int]:
        """Where the words with this stem stand, in order."""
        return [i for i in self.places.get(stem, ()) if self.stems[i] == stem]

    def is_content(self, i: int) -> bool:
        """Whether word `i` carries matter: neither punctuation nor a function word."""
        word = self.folded[i]
        return word[0].isalnum() and word not in FUNCTION_WORDS

    def capital(self, i: int) -> bool:
        """Whether word `i` is written with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def surface(self, first: int, last: int) -> str:
        """The characters under the words `[first, last)`; empty where there are none."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


@lru_cache(maxsize=4096)
def cut(text: str) -> Words:
    """Cut `text` into words."""
    plain = fold_mapped(text)
    tokens = tokenize(plain.text)
    starts = tuple(plain.offsets[s] for s in tokens.starts)
    ends = tuple(plain.offsets[e - 1] + 1 for e in tokens.ends)
    words = tuple(_undotted(w, text[s : s + 2]) for w, s in zip(tokens.words, starts, strict=True))
    clauses, commas = _clauses(words, tokens.starts, tokens.ends, tuple(text[s].isupper() for s in starts))
    stems = tuple(map(stem, words))
    places, initials = _indexed(words, stems)
    return Words(text, words, stems, starts, ends, clauses, commas, places, initials)


def _indexed(
    words: tuple[str, ...], stems: tuple[str, ...]
) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """Where each word and stem stands, and each word long enough to be mistyped, by its first letter."""
    places: dict[str, list[int]] = {}
    initials: dict[str, list[int]] = {}
    for i, (word, base) in enumerate(zip(words, stems, strict=True)):
        for key in {word, base}:
            places.setdefault(key, []).append(i)
        if slips_allowed(word):
            initials.setdefault(word[0], []).append(i)
    return {k: tuple(v) for k, v in places.items()}, {k: tuple(v) for k, v in initials.items()}


def _undotted(word: str, surface: str) -> str:
    """Abbreviations without their full stops (`U.N.` is `un`), but `US` and `U.S.` kept apart from `us`."""
    if word in ("us", "u.s."):
        return "u.s." if surface in ("US", "U.") else "us"
    return word.replace(".", "") if len(word) > 3 and word[1] == "." and word[0].isalpha() else word


def _clauses(
    words: tuple[str, ...], starts: tuple[int, ...], ends: tuple[int, ...], capital: tuple[bool, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Number the clauses and count the commas, by punctuation and opening words alone."""
    clauses: list[int] = []
    commas: list[int] = []
    clause = comma = 0
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        spaced = 0 < i < len(words) - 1 and ends[i - 1] < starts[i] and ends[i] < starts[i + 1]
        fronted = clause == 0 and comma == 1 and words[0] in _FRONTING
        if (
            word in _HARD
            or (word == "-" and spaced)
            or word in _OPENERS
            or (word in _MAYBE_OPENERS and i and following and not _NUMBER.search(following))
            or (
                word in _COORDINATORS
                and i
                and words[i - 1] == ","
                and i + 1 < len(words)
                and (following in _STARTERS or capital[i + 1])
            )
            or (word in _COORDINATORS and following in _SEQUELS)
            or (word in ("a", "an") and i and words[i - 1] == "," and not fronted)  # an apposition
        ):
            clause += 1
        comma += word == ","
        clauses.append(clause)
        commas.append(comma)
    return tuple(clauses), tuple(commas)
