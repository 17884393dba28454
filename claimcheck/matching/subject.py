"""Where a document speaks of a claim's subject: by name, by a definite alias, by a pronoun, or just before."""

from collections.abc import Collection, Container, Mapping, Sequence
from typing import NamedTuple

from claimcheck.matching.compiled import CompiledClaim
from claimcheck.matching.phrases import Occurrence, Phrase, occurrences, places
from claimcheck.matching.words import FUNCTION_WORDS, Words, listed
from claimcheck.model.text import Role, Sentence

# How surely each way of naming means the subject, as a share of naming it outright.
NAMED, DEFINITE, PRONOUN, SAME_PARAGRAPH, SENTENCE_BEFORE = 1.0, 0.85, 0.6, 0.25, 0.15
DESCRIBED = 0.95  # for a definite alias that says which one (`the previous accord`, not just `the accord`)
_FADING = 0.03  # what a definite alias loses with each sentence since the subject was last named …
_FADED = 0.7  # … and what it keeps however long ago that was
TOPIC = 0.5  # share of a described subject's words from which a sentence is about it
_PRONOUNS = listed("it its it's they their this these")
_REACH = 6  # words from the start of the sentence within which a pronoun carries the subject on


class Naming(NamedTuple):
    """How a sentence speaks of the subject.

    Attributes:
        strength: How surely, 0 (not at all) to 1 (by name).
        how: In a few words, for the reader.
        at: The words `[first, last)` that do; None where the sentence before does.
    """

    strength: float
    how: str
    at: tuple[int, int] | None = None


NOWHERE = Naming(0.0, "")


class Trail(NamedTuple):
    """What the sentences before have said of the subject.

    Attributes:
        since: Sentences since the subject was last spoken of, 1 for the sentence before; None if never.
        same_paragraph: Whether the sentence before belongs to the same paragraph.
        outright: Whether the sentence before named the subject or a definite alias of it, so that a pronoun may
            stand for it.
        silent: Whether the sentence itself has no word that a name, alias or description of it begins with.
    """

    since: int | None
    same_paragraph: bool
    outright: bool
    silent: bool


def trails(
    compiled: CompiledClaim,
    sentences: Sequence[Sentence],
    words: Mapping[int, Words],
    values: Mapping[int, Collection[int]],
    spoken: Container[int],
) -> dict[int, Trail]:
    """For sentences by position, what has been said of the subject before each.

    Args:
        compiled: The claim.
        sentences: The sentences of one document, in order.
        words: The words of those that may speak of the subject, by position and in order; the others do not.
        values: For each of these, the words that belong to values.
        spoken: Positions of those that have a word with which a name, alias or description of it begins.
    """
    found: dict[int, Trail] = {}
    last: int | None = None
    paragraph, reached = -1, 0
    for i, own in words.items():
        for before in sentences[reached:i][::-1]:
            if before.role is not Role.FURNITURE:
                paragraph = before.paragraph
                break
        sentence, reached = sentences[i], i
        since = None if last is None else i - last
        found[i] = trail = Trail(since, sentence.paragraph == paragraph, since == 1, i not in spoken)
        if sentence.role is Role.FURNITURE or trail.silent:
            continue
        ways = ((), values[i]) if values[i] else ((),)
        if any(naming(compiled, own, skipped, trail).at for skipped in ways):
            last = i
    return found


def naming(
    compiled: CompiledClaim,
    words: Words,
    skipped: Container[int],
    trail: Trail,
    near: tuple[int, int] | None = None,
) -> Naming:
    """The strongest way in which a sentence speaks of the subject.

    Args:
        compiled: The claim.
        words: The sentence.
        skipped: Words taken out first, those of the value.
        trail: What stands before.
        near: Of several namings of one strength, the one nearest to these words `[first, last)` is taken.
    """
    if trail.silent:
        return _carried(words, trail) if trail.outright else NOWHERE
    named = _all(compiled.names, words, skipped)
    if named:
        return _naming(NAMED, "is named", _nearest(named, near), words)
    if compiled.topic:
        about = _topic(compiled, words)
        if about.strength >= TOPIC:
            return about
    definite = _all(compiled.definite, words, skipped)
    if definite and trail.since is not None:
        faded = max(_FADED, 1 - _FADING * (trail.since - 1))
        found = _nearest(definite, near)
        sure = DESCRIBED if _says_which(found.phrase) else DEFINITE
        return _naming(sure * faded, "stands for the subject named before", found, words)
    if trail.outright:
        return _carried(words, trail)
    return NOWHERE


def unnamed_alias(compiled: CompiledClaim, words: Words, skipped: Container[int], trail: Trail) -> str:
    """The definite alias that a sentence has before its document has named the subject; empty if none."""
    if trail.since is not None or trail.silent:
        return ""
    found = _all(compiled.definite, words, skipped)
    return words.surface(found[0].first, found[0].last) if found else ""


def _says_which(alias: Phrase) -> bool:
    """Whether an alias describes what it points to by more than a bare noun."""
    return sum(word not in FUNCTION_WORDS for word in alias.words) > 1


def _all(wanted: Sequence[Phrase], words: Words, skipped: Container[int]) -> list[Occurrence]:
    there = (p for p in wanted if places(p.words[0], p.stems[0], words))  # few are, so this comes first
    return [o for p in there for o in occurrences(p, words, skipped)]


def _nearest(found: list[Occurrence], near: tuple[int, int] | None) -> Occurrence:
    """The occurrence nearest to `near`, the longest first; without `near`, the first."""
    if near is None:
        return min(found, key=lambda o: (o.first, -o.last))
    first, last = near
    return min(found, key=lambda o: (max(first - o.last, o.first - last, 0), o.first - o.last, o.first))


def _naming(strength: float, how: str, found: Occurrence, words: Words) -> Naming:
    return Naming(strength, f"{words.surface(found.first, found.last)} {how}", (found.first, found.last))


def _topic(compiled: CompiledClaim, words: Words) -> Naming:
    """How much of a described subject the sentence has, wherever its words stand."""
    shared = [(at[0], w) for s, w in compiled.topic if (at := words.stemming(s))]
    share = sum(w for _, w in shared) / sum(w for _, w in compiled.topic)
    if not shared:
        return NOWHERE
    places = sorted(i for i, _ in shared)
    said = ", ".join(words.surface(i, i + 1) for i in places)
    return Naming(share, f"{said} of the subject", (places[0], places[0] + 1))


def _carried(words: Words, trail: Trail) -> Naming:
    """The subject of the sentence before, carried on by a pronoun or by mere neighbourhood."""
    opening = [w for w in words.folded[: 2 * _REACH] if w[0].isalnum()][:_REACH]
    pronoun = next((w for w in opening if w in _PRONOUNS), None)
    if pronoun:
        return Naming(PRONOUN, f"“{pronoun}” after a sentence that names it")
    if trail.same_paragraph:
        return Naming(SAME_PARAGRAPH, "the sentence before names it")
    return Naming(SENTENCE_BEFORE, "the paragraph before ends with it")
