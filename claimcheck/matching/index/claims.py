"""Which claims a sentence may speak of, from words alone, before anything is read in it.

A match is taken only where something names the claim's subject: a name of it, most of the words that describe it,
a definite alias after one of these, or the sentence before. A claim without a subject needs a cue, or enough of
the words of its statement. So of every name one word is a key, the rarest, and a sentence without any key, or
without the other words of that name, cannot speak of the claim. Words are compared as matching compares them:
folded, by their stems, and mistyped.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from claimcheck.grammar.stems import noun
from claimcheck.grammar.text_kind import QUOTE, TEXTS
from claimcheck.matching import rarity, score, subject
from claimcheck.matching.background import rareness
from claimcheck.matching.compiled import CompiledClaim, compile_claim
from claimcheck.matching.index.slips import Slips
from claimcheck.matching.index.vocabulary import Chunks
from claimcheck.matching.phrases import Phrase
from claimcheck.matching.words import cut
from claimcheck.model.claim import Claim
from claimcheck.model.text import Sentence
from claimcheck.policy import DEFAULT, Policy

_cut = cut.__wrapped__  # what is cut here are chunks, which must not drive sentences out of its memory


_Word = tuple[str, str]  # folded, and its stem
_Name = tuple[_Word, ...]  # words that must all be there, the rarest first


class _Names:
    """Names, each with the claims that it may speak of, and which of them a text has.

    Args:
        names: A name, or a word that does alone, and the claim that it is of.
    """

    __slots__ = ("_chunks", "_forms", "_keyed", "_slips")

    def __init__(self, names: Sequence[tuple[_Name, int]]) -> None:
        words = dict.fromkeys(chain.from_iterable(name for name, _ in names))
        number = {word: n for n, word in enumerate(words)}
        forms: dict[str, dict[int, None]] = {}
        for (word, stem), n in number.items():
            for form in {word, stem, noun(word)}:
                forms.setdefault(form, {})[n] = None
        self._forms = {form: tuple(numbers) for form, numbers in forms.items()}
        self._slips = Slips(chain.from_iterable(words), thorough=True)
        keyed: list[dict[frozenset[int], dict[int, None]]] = [{} for _ in words]
        for (key, *others), claim in names:
            beside = frozenset(map(number.__getitem__, others))
            keyed[number[key]].setdefault(beside, {})[claim] = None
        self._keyed = tuple(tuple((beside, tuple(claims)) for beside, claims in own.items()) for own in keyed)
        self._chunks = Chunks(self._read)

    def met(self, texts: Iterable[Sequence[str]]) -> list[set[int]]:
        """Of each text, given as its chunks, the claims that it has a name of."""
        found = []
        for chunks in texts:
            words = set(self._chunks.numbers(chunks))
            claims = set[int]()
            for beside, own in chain.from_iterable(map(self._keyed.__getitem__, words)):
                if beside <= words:
                    claims.update(own)
            found.append(claims)
        return found

    def _read(self, chunk: str) -> tuple[int, ...]:
        words = _cut(chunk)
        forms = {form for word in words.folded for form in (word, noun(word))}.union(words.stems)
        forms.update(slip for form in tuple(forms) for slip in self._slips.near(form))
        return tuple(sorted({word for form in forms for word in self._forms.get(form, ())}))


class ClaimIndex:
    """An index over claims that says, of every sentence of a document, which claims it may speak of.

    Args:
        claims: The claims, made ready for matching or not.
        policy: Its `match_cutoff` is what a match must reach; the lower, the less can be left out.

    Attributes:
        compiled: The claims, made ready for matching.
    """

    __slots__ = ("_always", "_definite", "_naming", "_policy", "compiled")

    def __init__(self, claims: Sequence[Claim | CompiledClaim], policy: Policy = DEFAULT) -> None:
        self.compiled = tuple(c if isinstance(c, CompiledClaim) else compile_claim(c) for c in claims)
        self._policy = policy
        naming: list[tuple[_Name, int]] = []
        definite: list[tuple[_Name, int]] = []
        always: list[int] = []
        for n, compiled in enumerate(self.compiled):
            definite += [(_name(phrase), n) for phrase in compiled.definite]
            naming += [(name, n) for name in self._names_of(compiled)]
            if not compiled.names and _needed(policy) <= 0:
                always.append(n)
        self._naming = _Names(naming)
        self._definite = _Names(definite)
        self._always = frozenset(always)

    def __len__(self) -> int:
        return len(self.compiled)

    def candidates(self, text: str) -> tuple[int, ...]:
        """The claims, by number from 0 and in that order, that a sentence may speak of on its own account."""
        return tuple(sorted(self._naming.met((text.split(),))[0] | self._always))

    def in_document(self, sentences: Sequence[Sentence]) -> dict[int, tuple[int, ...]]:
        """Of each claim that a document may speak of, by number, where it may.

        Args:
            sentences: The sentences of one document, in order.

        Returns:
            Positions in `sentences`, counted from 0, in order: the sentences with a key of the claim, those with a
            definite alias after the first of them, and the sentence after each of these.
        """
        texts = [_with_speakers(sentence).split() for sentence in sentences]
        naming = self._naming.met(texts)
        if not self._always and not any(naming):
            return {}
        found: dict[int, dict[int, None]] = {}
        for i, (named, meant) in enumerate(zip(naming, self._definite.met(texts), strict=True)):
            for claim in (*named, *self._always, *(meant & found.keys())):
                carried = (i, i + 1) if i + 1 < len(sentences) and self.compiled[claim].names else (i,)
                found.setdefault(claim, {}).update(dict.fromkeys(carried))
        return {claim: tuple(sorted(found[claim])) for claim in sorted(found)}

    def _names_of(self, compiled: CompiledClaim) -> Iterator[_Name]:
        """Words of which a sentence must have all of one row to speak of a claim on its own account."""
        for phrase in compiled.names:
            yield _name(phrase)
            if compiled.claim.kind == QUOTE:  # the speaker of a quotation may be told by the last name alone
                yield ((phrase.words[-1], phrase.stems[-1]),)
        yield from (((stem, stem),) for stem in _heaviest(compiled.topic, subject.TOPIC))
        if not compiled.names:
            yield from map(_name, compiled.cues)
            needed = 0.0 if compiled.claim.kind in TEXTS else _needed(self._policy)
            yield from (((stem, stem),) for stem in _heaviest(compiled.words, needed))


def _with_speakers(sentence: Sentence) -> str:
    """A sentence's words, and those that name whom it quotes, who may stand in another sentence."""
    speakers = [q.speaker for q in sentence.quotations if q.speaker]
    return " ".join((sentence.text, *speakers)) if speakers else sentence.text


def _needed(policy: Policy) -> float:
    """The share of its statement that a sentence without a cue must have for a claim without a subject."""
    others = score.KIND + score.FRAME + score.UNIT + score.DURING + score.UNIT_CUE
    return (policy.match_cutoff - others) / score.WORDS_ALONE


def _name(phrase: Phrase) -> _Name:
    """The words of a phrase, the rarest first; function words stand everywhere and are left out beside others."""
    words = dict.fromkeys(zip(phrase.words, phrase.stems, strict=True))
    key, *others = sorted(words, key=lambda w: (_told(w[1]), len(w[0]), w), reverse=True)
    return (key, *(word for word in others if rarity.weight(word[1])))


def _told(word_stem: str) -> tuple[float, float]:
    """How much a word tells, as weighed in matching, then by English at large."""
    return rarity.weight(word_stem), rareness(word_stem)


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
