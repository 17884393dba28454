"""Names and quotations as answers: what stands in for the unit and the neighbouring words of a figure.

A *name* answers a claim when it stands on what the claim asks by, its cues or, without cues, its subject
(`Secretary of State Ana Ruiz`, `Ana Ruiz, the secretary of state`); a sentence gives one such answer, the surest.
The subject is never its own answer. A *quotation* answers a claim by its gist: cues and words of the statement
count where they stand in the quotation, and its speaker is its subject, named in the sentence or not.
"""

from collections.abc import Sequence

from attrs import evolve

from claimcheck.grammar.function_words import PREPOSITIONS
from claimcheck.grammar.name_words import NATIONALITIES, OFFICES
from claimcheck.grammar.text_kind import NAME, QUOTE
from claimcheck.matching import score
from claimcheck.matching.compiled import CompiledClaim
from claimcheck.matching.phrases import Occurrence, occurrences
from claimcheck.matching.score import Pair
from claimcheck.matching.subject import NAMED, Naming
from claimcheck.matching.words import Words, cut
from claimcheck.model.claim import Match, Mention, Weight
from claimcheck.similarity import alike

SPEAKER = 25.0  # for being said by the claim's subject; a person says many things
GIST = 35.0  # for all the statement's words, within the quotation
_APART = 5  # words and signs between a name and what asks for it
_LEADING_FROM_OFFICE = frozenset({"as"})  # prepositions that lead from an office to its holder,
_LEADING = frozenset({"as", "by", "under", "of", "with"})  # … from any cue to the name it asks for
_PARTING = frozenset({"and", "or", "but", "nor", "than", ";", ":", "(", ")"})
QUOTED_CUES = 2  # cues in a quotation that count in full: a quotation has room for its gist


def quoted_naming(compiled: CompiledClaim, mention: Mention, naming: Naming) -> Naming:
    """How a quotation stands to the claim's subject: its speaker is the subject, or the sentence names it."""
    said_by = _speaker(compiled, mention)
    return Naming(NAMED, f"{said_by} is quoted") if said_by else naming


def _speaker(compiled: CompiledClaim, mention: Mention) -> str:
    """The speaker of a mention's quotation, if that is the claim's subject; empty otherwise."""
    speaker = mention.quotation.speaker if mention.quotation else ""
    words = cut(speaker) if speaker else None
    if words is None:
        return ""
    last = words.folded[-1]
    own = any(p.proper and alike(p.words[-1], last) for p in compiled.names)
    return speaker if own or any(True for p in compiled.names for _ in occurrences(p, words)) else ""


def refusal(compiled: CompiledClaim, pair: Pair) -> str:
    """What makes a name or quotation no answer, whatever its score; empty where nothing does."""
    mention, at = pair.mention, pair.naming.at
    first, last = pair.value
    if mention.kind == NAME:
        own = any(o.first <= first and last <= o.last for o in _namings(compiled, pair))
        return "names the subject itself" if own else "" if _asked_by(compiled, pair) else _LOOSE
    if mention.kind == QUOTE and compiled.names and mention.quotation and mention.quotation.speaker:
        about = at is not None and first <= at[0] < last
        if not about and not _speaker(compiled, mention):
            return f"quotes {mention.quotation.speaker}"
    return ""


_LOOSE = "stands on nothing that the claim asks by"


def _asked_by(compiled: CompiledClaim, pair: Pair) -> list[Occurrence]:
    """What the claim asks by that a name stands on or holds: its cues, or the subject of a claim without cues."""
    asking = [o for o in pair.cues if not o.phrase.grammatical] if compiled.cues else _namings(compiled, pair)
    return [o for o in asking if _beside(compiled, pair, o)]


def _beside(compiled: CompiledClaim, pair: Pair, asking: Occurrence) -> bool:
    """Whether a name holds what asks for it, or stands beside it but for grammar, a nation and an office."""
    words, (first, last) = pair.words, pair.value
    if asking.first < last and first < asking.last:
        return True
    between = range(last, asking.first) if last <= asking.first else range(asking.last, first)
    if len(between) > _APART or any(words.folded[i] in _PARTING for i in between):
        return False
    if last < len(words) and words.folded[last] == "'s" and between.start == last:
        return False  # `Mexico's president` is not about a president called Mexico
    leading = _LEADING if compiled.cues else _LEADING_FROM_OFFICE
    if any(words.folded[i] in PREPOSITIONS and words.folded[i] not in leading for i in between):
        return False  # `saw the minister in Lima`
    if any(rival[0] in between for rival in pair.rivals):
        return False
    return all(not words.is_content(i) or _is_nation(words, i) or words.folded[i] in OFFICES for i in between)


def _is_nation(words: Words, i: int) -> bool:
    """Whether a word says which nation's: `Mexican`, `U.S.`, `Mexico's`."""
    folded = words.folded
    return folded[i] in NATIONALITIES or folded[i] in ("u.s.", "us", "uk") or folded[i + 1 : i + 2] == ("'s",)


def name_weights(compiled: CompiledClaim, pair: Pair) -> list[Weight]:
    """What a name gains: by the subject, by standing on it, by cues and by the statement's words around it."""
    found = score.subject_weights(compiled, pair)
    asked_by = _asked_by(compiled, pair)
    if asked_by and not compiled.cues:
        o = asked_by[0]
        found.append(Weight("attached", f"{pair.words.surface(o.first, o.last)} beside it", score.ATTACHED))
    cued = score.cue_weights(compiled, pair) + score.word_weights(compiled, pair)
    return [*found, *cued, *score.frame_weights(compiled, pair)]


def _namings(compiled: CompiledClaim, pair: Pair) -> list[Occurrence]:
    return [o for p in compiled.names for o in occurrences(p, pair.words)]


def quote_weights(compiled: CompiledClaim, pair: Pair) -> list[Weight]:
    """What a quotation gains: by its speaker, by cues and by the words of the statement inside it."""
    found = []
    if pair.naming.strength:
        found.append(Weight("subject", pair.naming.how, SPEAKER * pair.naming.strength))
    cues: dict[tuple[str, ...], Occurrence] = {}
    for o in pair.cues:
        if pair.value[0] <= o.first and o.last <= pair.value[1] and not o.phrase.grammatical:
            cues.setdefault(o.phrase.stems, o)
    for n, o in enumerate(cues.values()):
        points = score.CUE if n < QUOTED_CUES else score.MORE_CUES
        found.append(Weight("cue", f"{pair.words.surface(o.first, o.last)} in the quotation", points))
    return [*found, *_gist(compiled, pair)]


def _gist(compiled: CompiledClaim, pair: Pair) -> list[Weight]:
    """The statement's words inside the quotation."""
    total = sum(w for _, w in compiled.words)
    inside = range(*pair.value)
    shared = [(s, w, at[0]) for s, w in compiled.words if (at := _inside(pair, s, inside))]
    if not shared or not total:
        return []
    said = ", ".join(pair.words.surface(i, i + 1) for _, _, i in shared)
    return [Weight("words", said, GIST * sum(w for _, w, _ in shared) / total)]


def _inside(pair: Pair, stem: str, inside: range) -> list[int]:
    return [i for i in pair.words.places.get(stem, ()) if i in inside]


def one_answer(
    compiled: CompiledClaim, words: Words, matches: Sequence[Match], places: Sequence[tuple[int, int]]
) -> list[Match]:
    """Of the names in a sentence only the surest answers; of equals the one nearest to what the claim asks by.

    Args:
        compiled: The claim.
        words: The sentence.
        matches: The matches of the sentence, one for each name.
        places: The words `[first, last)` of each name.
    """
    taken = [n for n, m in enumerate(matches) if m.taken]
    if len(taken) < 2:
        return list(matches)
    asking = [o for p in (*compiled.names, *compiled.cues) for o in occurrences(p, words)]

    def apart(n: int) -> int:
        first, last = places[n]
        return min((max(first - o.last, o.first - last, 0) for o in asking), default=0)

    best = min(taken, key=lambda n: (-matches[n].score, apart(n), n))
    mention = matches[best].mention
    surer = mention.surface if mention else ""
    return [
        evolve(m, refusal=f"another name of the sentence answers better: {surer}") if m.taken and n != best else m
        for n, m in enumerate(matches)
    ]
