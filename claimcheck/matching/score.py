"""How surely a sentence and a value in it speak of a claim: a sum of weights that explains itself.

The scale is 0 to 100. A value of the right kind beside the subject's name is not enough (43): something must say
that it is *this* value of the subject's: a cue or the statement's own words near it, or the value standing on the
subject itself (`the $3 billion programme`). A claim without cues asks for nothing more than the kind.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.grammar.stems import stem
from claimcheck.matching.compiled import CompiledClaim
from claimcheck.matching.phrases import Occurrence, occurrences
from claimcheck.matching.subject import Naming
from claimcheck.matching.words import FUNCTION_WORDS, Words, listed
from claimcheck.model.claim import Mention, Modality, Weight
from claimcheck.model.text import Role
from claimcheck.similarity import alike, slips_allowed

SUBJECT = 35.0  # for naming the subject in the value's own clause
FAR = 0.85  # share of it that is left in another clause
KIND = 8.0  # for a value of the very kind; a near kind (a date where a year is asked) gets nothing
CUE = 30.0  # for a cue right beside the value
MORE_CUES = 6.0  # for a second cue
UNIT_CUE = 10.0  # for a cue that is the value's own unit: it tells little more than the kind
WORDS = 25.0  # for all the statement's other words
WORDS_ALONE = 62.0  # the same, for a claim without a subject, whose statement is all there is
ATTACHED = 22.0  # for a value that stands on the subject itself
FRAME = 6.0  # for the statement's word before the value standing before this one
NO_CUES = 15.0  # for a claim that names no cue
UNIT = 7.0  # for the unit that the claim names
DURING = 8.0  # for the time that the claim names
NO_TIME = -10.0  # where no time tells
OTHER_HOLDER = -14.0  # for a value that stands on something else (`a three-year framework`)
NOT_STATED = -10.0  # for a value that is planned or hypothetical
WEAK_ROLE = -12.0  # in a headline or caption

_NEAR, _OUT = 2, 14  # words between cue and value: full weight up to the first, none from the second
_WINDOW = 50  # words to each side beyond which no cue can be near, punctuation included
_COMMA, _CLAUSE = 4, 10  # words that a comma, a new clause count for
_RELATIVES = listed("which that who whose")
_DETERMINERS = listed("a an the its his her their our this that these those")


class Pair(NamedTuple):
    """A sentence and a value in it, held against a claim.

    Attributes:
        words: The sentence.
        value: Words `[first, last)` of the value.
        mention: The value.
        rivals: Words of the values before and after it in the sentence that are of an answering kind.
        cues: Where the sentence has cues of the claim, in order.
        naming: How the sentence speaks of the subject.
    """

    words: Words
    value: tuple[int, int]
    mention: Mention
    rivals: tuple[tuple[int, int], ...]
    cues: tuple[Occurrence, ...]
    naming: Naming

    @property
    def clauses(self) -> frozenset[int]:
        """The clauses that say something of the value: its own, and after a date the one that `when` opens."""
        words, (first, last) = self.words, self.value
        own = {words.clauses[first]}
        if self.mention.kind in ("date", "year"):
            after = last + (last < len(words) and words.folded[last] == ",")
            if after < len(words) and words.folded[after] == "when":
                own.add(words.clauses[after])
        return frozenset(own)

    def together(self, i: int, j: int) -> bool:
        """Whether the words `i` and `j` stand in one clause, or both in those of the value."""
        ours, theirs = self.words.clauses[i], self.words.clauses[j]
        return ours == theirs or (ours in self.clauses and theirs in self.clauses)


def distance(pair: Pair, left: tuple[int, int], right: tuple[int, int]) -> int:
    """Words between two stretches, a comma or a new clause counting for several; 0 where they touch."""
    words = pair.words
    a, b = (left, right) if left[0] <= right[0] else (right, left)
    between = sum(words.folded[i][0].isalnum() for i in range(a[1], b[0]))
    if b[0] < a[1]:
        return 0
    last = max(a[1] - 1, a[0])
    commas = words.commas[b[0]] - words.commas[last]
    clauses = 0 if pair.together(last, b[0]) else words.clauses[b[0]] - words.clauses[last]
    return between + _COMMA * commas + _CLAUSE * clauses


def nearness(apart: int) -> float:
    """Share of a cue's weight that is left at a distance."""
    return max(0.0, min(1.0, 1 - (apart - _NEAR) / (_OUT - _NEAR)))


def subject_weights(compiled: CompiledClaim, pair: Pair) -> list[Weight]:
    """What the subject gives."""
    naming = pair.naming
    if compiled.subject is None and not compiled.names:
        return []
    if not naming.strength:
        return []
    near = 1.0 if naming.at is None or attached(pair) or _said_of(pair, naming.at) else FAR
    return [Weight("subject", naming.how, SUBJECT * naming.strength * near)]


def _said_of(pair: Pair, name: tuple[int, int]) -> bool:
    """Whether a value stands in the clause of a name, or in a relative clause about it (`the fund, which …`)."""
    words, clauses = pair.words, pair.clauses
    if words.clauses[name[0]] in clauses:
        return True
    after = name[1]
    while after < len(words) and words.folded[after] in ("-", ",", '"'):
        after += 1
    return after < len(words) and words.folded[after] in _RELATIVES and words.clauses[after] in clauses


def attached(pair: Pair) -> bool:
    """Whether the value stands on the subject: nothing but grammar between them.

    A year or date does so only as an attribute (`the initiative, a 2008 pact`): `in 2006 the initiative` does not.
    """
    at = pair.naming.at
    if at is None:
        return False
    first, last = pair.value
    between = range(last, at[0]) if at[0] >= last else range(at[1], first)
    if at[0] < last and at[1] > first:  # the name closes around the value
        return True
    if any(pair.words.is_content(i) or pair.words.folded[i] in ";:()" for i in between) or len(between) > 4:
        return False
    return pair.mention.kind not in ("date", "year") or is_attribute(pair.words, pair.value)


def is_attribute(words: Words, value: tuple[int, int]) -> bool:
    """Whether a value stands before a noun that it describes (`a 2008 pact`, `the three-year framework`)."""
    first, last = value
    if last >= len(words) or not words.is_content(last):
        return False
    hyphenated = "-" in words.folded[first:last]
    return hyphenated or (
        first > 0 and (words.folded[first - 1] in _DETERMINERS or words.folded[first] in _DETERMINERS)
    )


def holder(words: Words, value: tuple[int, int]) -> tuple[int, int]:
    """The words `[first, last)` after an attribute that it describes, at most four."""
    last = end = value[1]
    while end < len(words) and end - last < 4 and words.is_content(end):
        end += 1
    return last, end


def cues_in(compiled: CompiledClaim, words: Words) -> tuple[Occurrence, ...]:
    """Where a sentence has cues, in order."""
    return tuple(sorted((o for p in compiled.cues for o in occurrences(p, words)), key=_first))


def cue_weights(compiled: CompiledClaim, pair: Pair) -> list[Weight]:
    """What the cues near the value give; the nearest counts in full, a second one a little.

    A cue that is the value's own unit (`years` in `13 years`) tells little that the kind does not.
    """
    unit = (stem(pair.mention.value.unit.casefold()),)
    stems = {p.stems for p in compiled.cues}
    low = bisect_left(pair.cues, pair.value[0] - _WINDOW, key=_first)
    high = bisect_right(pair.cues, pair.value[1] + _WINDOW, key=_first)
    shares = ((_cue_share(o, pair), o) for o in pair.cues[low:high] if o.phrase.stems != unit)
    found = sorted(shares, key=lambda f: (-f[0], f[1].first))
    best: dict[tuple[str, ...], tuple[float, Occurrence]] = {}
    taken: set[int] = set()
    for share, o in found:
        if share > 0 and taken.isdisjoint(range(o.first, o.last)):
            best.setdefault(o.phrase.stems, (share, o))
            taken.update(range(o.first, o.last))
    weights = []
    if not best and unit in stems:
        weights.append(Weight("cue", f"{pair.mention.value.unit} is the unit of {pair.mention.surface}", UNIT_CUE))
    for n, (share, o) in enumerate(list(best.values())[:2]):
        beside = "beside" if share > 0.8 else "near"
        detail = f"{pair.words.surface(o.first, o.last)} {beside} {pair.mention.surface}"
        weights.append(Weight("cue", detail, share * (CUE if n == 0 else MORE_CUES)))
    return weights


def _first(found: Occurrence) -> int:
    return found.first


def _cue_share(found: Occurrence, pair: Pair) -> float:
    """How much of its weight a cue keeps where it stands."""
    at = (found.first, found.last)
    apart = distance(pair, at, pair.value)
    if found.phrase.grammatical:
        leads = found.last <= pair.value[1] and apart <= 1 and found.first <= pair.value[0]
        inside = pair.value[0] <= found.first < pair.value[1]
        return 1.0 if leads or inside else 0.0
    share = nearness(apart)
    if any(distance(pair, at, rival) < apart for rival in pair.rivals):
        share /= 2
    return share


def word_weights(compiled: CompiledClaim, pair: Pair) -> list[Weight]:
    """What the statement's own words give, rarer ones more, less in another clause than the value's.

    A word that is a cue as well counts as a cue only.
    """
    total = sum(w for _, w in compiled.words)
    if not total:
        return []
    clauses = pair.clauses
    own = range(*pair.value) if not _counts(pair) else range(0)
    cued = {s for p in compiled.cues for s in p.stems}
    gained, said = 0.0, []
    for word, weight in compiled.words:
        if word in cued:
            continue
        places = [i for i in pair.words.places.get(word, ()) if i not in own] or _mistyped(word, pair.words, own)
        if places:
            gained += weight * (1.0 if any(pair.words.clauses[i] in clauses for i in places) else FAR)
            said.append(pair.words.surface(places[0], places[0] + 1))
    full = WORDS if compiled.names or compiled.subject else WORDS_ALONE
    return [Weight("words", ", ".join(said), full * gained / total)] if gained else []


def _counts(pair: Pair) -> bool:
    """Whether the value's own wording holds words of matter, as a counted noun does."""
    return bool(pair.mention.value.noun)


def _mistyped(word: str, words: Words, own: range) -> list[int]:
    """Where a stem stands mistyped."""
    if not slips_allowed(word):
        return []
    return [i for i in words.initials.get(word[0], ()) if i not in own and alike(words.stems[i], word)]


def frame_weights(compiled: CompiledClaim, pair: Pair) -> list[Weight]:
    """What the word before the value gives, when the statement has it there too (`for {value}`)."""
    first = pair.value[0]
    ahead = [w for w in pair.words.folded[max(0, first - 4) : first] if w[0].isalnum()][-1:]
    inside = pair.words.folded[first : first + 1]
    if compiled.before in FUNCTION_WORDS and compiled.before in (*ahead, *inside):
        return [Weight("frame", f"{compiled.before} {pair.mention.surface}", FRAME)]
    return []


def holder_weights(compiled: CompiledClaim, pair: Pair) -> list[Weight]:
    """Whether the value stands on the subject, or on something that is neither it nor a cue."""
    if attached(pair):
        return [Weight("attached", f"{pair.mention.surface} stands on the subject", ATTACHED)]
    if not is_attribute(pair.words, pair.value):
        return []
    first, last = holder(pair.words, pair.value)
    known = {s for p in (*compiled.names, *compiled.definite, *compiled.cues) for s in p.stems}
    known |= {s for s, _ in (*compiled.words, *compiled.topic)} | set(compiled.unit)
    if known & set(pair.words.stems[first:last]):
        return []
    return [Weight("holder", f"it is said of {pair.words.surface(first, last)}", OTHER_HOLDER)]


def modality_weights(mention: Mention) -> list[Weight]:
    """What it costs that a value is planned or hypothetical."""
    stated = mention.modality not in (Modality.PLANNED, Modality.HYPOTHETICAL)
    return [] if stated else [Weight("modality", f"is {mention.modality.value}", NOT_STATED)]


def role_weights(role: Role) -> list[Weight]:
    """What standing outside the body costs."""
    return [Weight("role", f"in a {role.value}", WEAK_ROLE)] if role in (Role.HEADLINE, Role.CAPTION) else []


def rejected_in(compiled: CompiledClaim, words: Words) -> tuple[Occurrence, ...]:
    """Where a sentence has words that the claim rejects."""
    return tuple(o for p in compiled.reject for o in occurrences(p, words))


def rejected(pair: Pair, found: Sequence[Occurrence]) -> tuple[str, ...]:
    """The rejected words in the value's own clause, as the sentence writes them."""
    words, clause = pair.words, pair.words.clauses[pair.value[0]]
    return tuple(dict.fromkeys(words.surface(o.first, o.last) for o in found if words.clauses[o.first] == clause))


def total(weights: Sequence[Weight]) -> float:
    """The score, within 0 and 100."""
    return max(0.0, min(100.0, sum(w.points for w in weights)))
