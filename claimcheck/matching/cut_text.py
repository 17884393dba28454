"""The sentences of a document, cut for matching once, however many claims are held against them.

What a sentence is made of depends on no claim, and where a document speaks of a subject only on how it is named;
the claims of a file mostly share a subject.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.errors import InvalidValue
from claimcheck.grammar.stems import noun
from claimcheck.matching import fit, subject
from claimcheck.matching.compiled import CompiledClaim
from claimcheck.matching.phrases import Phrase
from claimcheck.matching.words import Words, cut
from claimcheck.model.claim import Mention
from claimcheck.model.text import Sentence, Span
from claimcheck.similarity import alike, slips_allowed


class CutSentence(NamedTuple):
    """A sentence with its words and where its mentions stand in them.

    Attributes:
        sentence: The sentence.
        words: Its words.
        mentions: The mentions that it has a part in.
        places: For each of them, its words `[first, last)`.
        dates: The resolved dates and years among them.
        values: All words of the mentions.
        kinds: The kinds of the mentions that have words of their own.
    """

    sentence: Sentence
    words: Words
    mentions: tuple[Mention, ...]
    places: tuple[tuple[int, int], ...]
    dates: tuple[fit.Timed, ...]
    values: frozenset[int]
    kinds: frozenset[str]

    def fitting(self, kinds: frozenset[str]) -> tuple[int, ...]:
        """Numbers of the mentions that are of one of `kinds` and have words of their own."""
        if self.kinds.isdisjoint(kinds):
            return ()
        places = self.places
        return tuple(n for n, m in enumerate(self.mentions) if m.kind in kinds and places[n][0] < places[n][1])


class CutText:
    """The sentences of a document, each read when it is first asked for.

    Args:
        sentences: The sentences of one document, in order.
        mentions: Their mentions, in step with `sentences`; spans are in characters of the document.

    Raises:
        InvalidValue: If `mentions` is not in step with `sentences`.
    """

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[tuple[Mention, ...]]) -> None:
        if len(sentences) != len(mentions):
            raise InvalidValue(f"{len(sentences)} sentences cannot have {len(mentions)} lists of mentions")
        self.sentences = sentences
        self._mentions = mentions
        self._cut: dict[int, CutSentence] = {}
        self._words: dict[str, set[int]] = {}  # where each word and stem stands, by position of its sentence
        self._initials: dict[str, list[str]] = {}  # words and stems by first letter
        self._trails: dict[object, dict[int, subject.Trail]] = {}

    def cut(self, among: Sequence[int] | None = None) -> dict[int, CutSentence]:
        """The sentences at the positions given, or all, by position and in order."""
        if among is not None:
            return {n: self.at(n) for n in among}
        if len(self._cut) < len(self.sentences):
            self._cut = {n: self.at(n) for n in range(len(self.sentences))}
        return self._cut

    def at(self, n: int) -> CutSentence:
        """The sentence at position `n`, counted from 0."""
        found = self._cut.get(n)
        if found is None:
            found = self._cut[n] = _cut(self.sentences[n], self._mentions[n])
            for word in found.words.places:
                if word not in self._words:
                    self._words[word] = set()
                    self._initials.setdefault(word[:1], []).append(word)
                self._words[word].add(n)
        return found

    def holding(self, phrases: Iterable[Phrase]) -> set[int]:
        """Positions of the sentences, of those cut so far, that have all the words of one of some phrases."""
        found: set[int] = set()
        for words, stems in {(p.words, p.stems) for p in phrases}:
            found |= set.intersection(*map(self._having, words, stems))
        return found

    def _having(self, word: str, stem: str) -> set[int]:
        """Positions of the sentences that may have a word: itself, its stem, a form of it, or it mistyped."""
        where = self._words
        found = where.get(word, set()) | where.get(stem, set())
        slips, base = slips_allowed(word), noun(word)
        for other in self._initials.get(word[0], ()):
            mistyped = slips and abs(len(other) - len(word)) <= slips and alike(word, other)
            if mistyped or (other.startswith(base[:-1]) and noun(other) == base):
                found |= where[other]
        return found

    def trails(self, compiled: CompiledClaim, among: Sequence[int] | None = None) -> dict[int, subject.Trail]:
        """What has been said of a claim's subject before each of some sentences, or of all, by position.

        Args:
            compiled: The claim.
            among: Positions, in order; the others do not speak of the subject.
        """
        asked = (compiled.claim.subject, compiled.claim.aliases, None if among is None else tuple(among))
        found = self._trails.get(asked)
        if found is None:
            cut = self.cut(among)
            spoken = self.holding((*compiled.names, *compiled.definite))
            spoken.update(n for stem, _ in compiled.topic for n in self._words.get(stem, ()))
            words, values = {n: c.words for n, c in cut.items()}, {n: c.values for n, c in cut.items()}
            found = self._trails[asked] = subject.trails(compiled, self.sentences, words, values, spoken)
        return found


def _cut(sentence: Sentence, mentions: tuple[Mention, ...]) -> CutSentence:
    words = cut(sentence.text)
    start, end = sentence.span.start, sentence.span.end
    inside = tuple(m for m in mentions if m.span.meets(sentence.span))
    places = tuple(
        words.within(Span(max(m.span.start, start) - start, min(m.span.end, end) - start)) for m in inside
    )
    values = frozenset(i for first, last in places for i in range(first, last))
    kinds = frozenset(m.kind for m, (first, last) in zip(inside, places, strict=True) if first < last)
    return CutSentence(sentence, words, inside, places, fit.times(inside, places), values, kinds)
