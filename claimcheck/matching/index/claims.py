"""Which claims a sentence may speak of, from words alone, before anything is read in it.

A match is taken only where something names the claim's subject: a name of it, most of the words that describe it,
a definite alias after one of these, or the sentence before. A claim without a subject needs a cue, or enough of
the words of its statement. So of every name one word is a key, the one that tells most, and a sentence without any
key cannot speak of the claim. Words are compared as matching compares them: folded, by their stems, and mistyped.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from claimcheck.grammar.stems import noun
from claimcheck.grammar.text_kind import QUOTE, TEXTS
from claimcheck.matching import rarity, score, subject
from claimcheck.matching.compiled import CompiledClaim, compile_claim
from claimcheck.matching.index.slips import Slips
from claimcheck.matching.index.vocabulary import Chunks
from claimcheck.matching.phrases import Phrase
from claimcheck.matching.words import cut
from claimcheck.model.claim import Claim
from claimcheck.model.text import Sentence
from claimcheck.policy import DEFAULT, Policy

_cut = cut.__wrapped__  # what is cut here are chunks, which must not drive sentences out of its memory


class _Keys:
    """Words, each with the claims that it may speak of, and which of them a text has.

    Args:
        keys: A word and the claim that it is a key of, for each key.
    """

    __slots__ = ("_claims", "_in_chunk", "_slips")

    def __init__(self, keys: Sequence[tuple[str, str, int]]) -> None:
        posted: dict[str, dict[int, None]] = {}
        for word, stem, claim in keys:
            for form in {word, stem, noun(word)}:
                posted.setdefault(form, {})[claim] = None
        self._claims = {form: tuple(claims) for form, claims in posted.items()}
        self._slips = Slips((form for key in keys for form in key[:2]), thorough=True)
        self._in_chunk = Chunks(self._read).__getitem__

    def met(self, text: str) -> frozenset[int]:
        """The claims that have a key in the text."""
        return frozenset(chain.from_iterable(map(self._in_chunk, text.split())))

    def _read(self, chunk: str) -> tuple[int, ...]:
        words = _cut(chunk)
        forms = {form for word in words.folded for form in (word, noun(word))}.union(words.stems)
        forms.update(slip for form in tuple(forms) for slip in self._slips.near(form))
        return tuple(sorted({claim for form in forms for claim in self._claims.get(form, ())}))


class ClaimIndex:
    """An index over claims that says, of every sentence of a document, which claims it may speak of.

    Args:
        claims: The claims.
        policy: Its `match_cutoff` is what a match must reach; the lower, the less can be left out.

    Attributes:
        compiled: The claims, made ready for matching.
    """

    __slots__ = ("_always", "_definite", "_naming", "_policy", "compiled")

    def __init__(self, claims: Sequence[Claim], policy: Policy = DEFAULT) -> None:
        self.compiled = tuple(map(compile_claim, claims))
        self._policy = policy
        naming: list[tuple[str, str, int]] = []
        definite: list[tuple[str, str, int]] = []
        always: list[int] = []
        for n, compiled in enumerate(self.compiled):
            definite += [(*_key(phrase), n) for phrase in compiled.definite]
            own = [(word, stem, n) for word, stem in self._keys_of(compiled)]
            naming += own
            if not compiled.names and _needed(policy) <= 0:
                always.append(n)
        self._naming = _Keys(naming)
        self._definite = _Keys(definite)
        self._always = frozenset(always)

    def __len__(self) -> int:
        return len(self.compiled)

    def candidates(self, text: str) -> tuple[int, ...]:
        """The claims, by number from 0 and in that order, that a sentence may speak of on its own account."""
        return tuple(sorted(self._naming.met(text) | self._always))

    def in_document(self, sentences: Sequence[Sentence]) -> dict[int, tuple[int, ...]]:
        """Of each claim that a document may speak of, by number, where it may.

        Args:
            sentences: The sentences of one document, in order.

        Returns:
            Positions in `sentences`, counted from 0, in order: the sentences with a key of the claim, those with a
            definite alias after the first of them, and the sentence after each of these.
        """
        found: dict[int, dict[int, None]] = {}
        for i, sentence in enumerate(sentences):
            text = _with_speakers(sentence)
            named = self._naming.met(text) | self._always
            for claim in (*named, *(self._definite.met(text) & found.keys())):
                carried = (i, i + 1) if i + 1 < len(sentences) and self.compiled[claim].names else (i,)
                found.setdefault(claim, {}).update(dict.fromkeys(carried))
        return {claim: tuple(sorted(found[claim])) for claim in sorted(found)}

    def _keys_of(self, compiled: CompiledClaim) -> Iterator[tuple[str, str]]:
        """The words of which a sentence must have one to speak of a claim on its own account, with their stems."""
        for phrase in compiled.names:
            yield _key(phrase)
            if compiled.claim.kind == QUOTE:  # the speaker of a quotation may be told by the last name alone
                yield phrase.words[-1], phrase.stems[-1]
        yield from ((stem, stem) for stem in _heaviest(compiled.topic, subject.TOPIC))
        if not compiled.names:
            yield from map(_key, compiled.cues)
            needed = 0.0 if compiled.claim.kind in TEXTS else _needed(self._policy)
            yield from ((stem, stem) for stem in _heaviest(compiled.words, needed))


def _with_speakers(sentence: Sentence) -> str:
    """A sentence's words, and those that name whom it quotes, who may stand in another sentence."""
    speakers = [q.speaker for q in sentence.quotations if q.speaker]
    return " ".join((sentence.text, *speakers)) if speakers else sentence.text


def _needed(policy: Policy) -> float:
    """The share of its statement that a sentence without a cue must have for a claim without a subject."""
    others = score.KIND + score.FRAME + score.UNIT + score.DURING + score.UNIT_CUE
    return (policy.match_cutoff - others) / score.WORDS_ALONE


def _key(phrase: Phrase) -> tuple[str, str]:
    """The word of a phrase that tells most, with its stem."""
    return max(zip(phrase.words, phrase.stems, strict=True), key=lambda w: (rarity.weight(w[1]), len(w[0]), w))


def _heaviest(words: Sequence[tuple[str, float]], needed: float) -> list[str]:
    """The heaviest words, as many as leave less than a share of the weight that is needed."""
    left = total = sum(weight for _, weight in words)
    taken = []
    for word, weight in sorted(words, key=lambda w: (-w[1], -len(w[0]), w)):
        if left < needed * total:
            break
        taken.append(word)
        left -= weight
    return taken
