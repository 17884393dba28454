"""The verb of matching: which sentences of a document, and which values in them, speak of a claim."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from attrs import evolve

from claimcheck.grammar.text_kind import NAME, QUOTE, TEXTS
from claimcheck.matching import fit, score, subject, texts
from claimcheck.matching.compiled import CompiledClaim, compile_claim
from claimcheck.matching.cut_text import CutSentence, CutText
from claimcheck.matching.phrases import Occurrence
from claimcheck.model.claim import Claim, Match, Mention, Weight
from claimcheck.model.text import Role, Sentence
from claimcheck.policy import Policy

WORTH_SHOWING = 15.0  # score from which a refused sentence is worth showing as one of the nearest
_MUCH_BETTER = 15.0  # points by which another value of the same sentence must lead to be the only answer


def match(
    claim: Claim | CompiledClaim,
    sentences: Sequence[Sentence],
    mentions: Sequence[tuple[Mention, ...]],
    kinds: frozenset[str],
    policy: Policy,
    among: Sequence[int] | None = None,
) -> tuple[Match, ...]:
    """The sentences of one document that speak of a claim, and those that nearly do.

    Args:
        claim: The claim; compile it first (`compile_claim`) to hold it against many documents.
        sentences: The sentences of the document, in order.
        mentions: Their mentions, in step with `sentences`; spans are in characters of the document.
        kinds: Names of the value kinds that answer the claim.
        policy: Its `match_cutoff` is the score from which a match is taken.
        among: The only sentences to look at, as an index has found them (`index.ClaimIndex.in_document`), by
            position and in order; the mentions of others are not asked for. None for all.

    Returns:
        Matches, taken ones first, then by falling score, then in the order of the text. Taken ones have a mention
        and no refusal; the others say in a clause why they are not taken.

    Raises:
        InvalidValue: If `mentions` is not in step with `sentences`.
    """
    text = CutText(sentences, mentions)
    return best_first((*answers(claim, text, kinds, policy, among), *lacking(claim, text, kinds, among)))


def answers(
    claim: Claim | CompiledClaim,
    text: CutText,
    kinds: frozenset[str],
    policy: Policy,
    among: Sequence[int] | None = None,
) -> list[Match]:
    """What the sentences that have values of the claim's kind have for it, taken or refused, in no special order.

    Args:
        claim: The claim; compile it first (`compile_claim`) to hold it against many documents.
        text: The document, which may be held against other claims as well.
        kinds: Names of the value kinds that answer the claim.
        policy: Its `match_cutoff` is the score from which a match is taken.
        among: Positions of the only sentences to look at, in order; None for all.
    """
    compiled = claim if isinstance(claim, CompiledClaim) else compile_claim(claim)
    trails = text.trails(compiled, among)
    found: list[Match] = []
    for n, cut in text.cut(among).items():
        fitting = cut.fitting(kinds)
        if fitting:
            before: Sequence[fit.Timed] = ()
            if n and compiled.claim.during is not None:  # `in the same year` points to the sentence before
                before = text.at(n - 1).dates
            cues, rejected = score.cues_in(compiled, cut.words), score.rejected_in(compiled, cut.words)
            here = _Here(cut, trails[n], fitting, cues, rejected, before)
            found += _in_sentence(compiled, here, policy)
    return found


def lacking(
    claim: Claim | CompiledClaim, text: CutText, kinds: frozenset[str], among: Sequence[int] | None = None
) -> list[Match]:
    """The sentences that speak of a claim and have no value of its kind, in no special order; all are refused.

    Args:
        claim: The claim.
        text: The document.
        kinds: Names of the value kinds that answer the claim.
        among: Positions of the only sentences to look at, in order; None for all.
    """
    compiled = claim if isinstance(claim, CompiledClaim) else compile_claim(claim)
    trails = text.trails(compiled, among)
    valueless = ((n, cut) for n, cut in text.cut(among).items() if not cut.fitting(kinds))
    found = (_without_value(compiled, cut, trails[n]) for n, cut in valueless)
    return [match for match in found if match and match.score >= WORTH_SHOWING]


def best_first(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Matches of one document in order: taken ones first, then by falling score, then as the text has them."""
    return tuple(sorted(matches, key=lambda m: (not m.taken, -m.score, m.sentence.index, _start(m))))


def _start(match: Match) -> int:
    return match.mention.span.start if match.mention else match.sentence.span.end


class _Here(NamedTuple):
    """A sentence that has values of the claim's kind, held against the claim.

    Attributes:
        cut: The sentence.
        trail: What the sentences before have said of the subject.
        fitting: Numbers of the mentions that are of an answering kind.
        cues: Where it has the claim's cues, in order.
        rejected: Where it has the words that the claim rejects.
        before: The dates and years of the sentence before, where the claim asks for a time.
    """

    cut: CutSentence
    trail: subject.Trail
    fitting: tuple[int, ...]
    cues: tuple[Occurrence, ...]
    rejected: tuple[Occurrence, ...]
    before: Sequence[fit.Timed]


def _in_sentence(compiled: CompiledClaim, here: _Here, policy: Policy) -> list[Match]:
    """The matches of one sentence."""
    matches = [_with_value(compiled, here, n, policy) for n in here.fitting]
    if compiled.claim.kind == NAME:
        matches = texts.one_answer(compiled, here.cut.words, matches, [here.cut.places[n] for n in here.fitting])
    best = max((m.score for m in matches if m.taken), default=0.0)
    leader = next((m.mention.surface for m in matches if m.taken and m.score == best and m.mention), "")
    return [
        evolve(m, refusal=f"another value of the sentence answers better: {leader}")
        if m.taken and m.score <= best - _MUCH_BETTER
        else m
        for m in matches
        if m.taken or m.score >= WORTH_SHOWING
    ]


def _without_value(compiled: CompiledClaim, cut: CutSentence, trail: subject.Trail) -> Match | None:
    """A sentence that has nothing of the claim's kind, judged by subject and words alone; None without either."""
    words = cut.words
    naming = subject.naming(compiled, words, (), trail)
    weights = []
    if naming.strength:
        weights.append(Weight("subject", naming.how, score.SUBJECT * naming.strength))
    shared = [(at[-1], w) for s, w in compiled.words if (at := words.stemming(s))]
    if shared:
        points = score.WORDS * sum(w for _, w in shared) / sum(w for _, w in compiled.words)
        weights.append(Weight("words", ", ".join(words.surface(i, i + 1) for i, _ in shared), points))
    if not weights:
        return None
    lack = fit.lacking(compiled.claim)
    if cut.sentence.role is Role.FURNITURE:
        refusal = "stands in page furniture"
    elif naming.at:
        refusal = f"speaks of the subject, but has {lack}"
    else:
        refusal = f"has {lack}"
    return _match(compiled, cut.sentence, None, weights, refusal)


def _with_value(compiled: CompiledClaim, here: _Here, n: int, policy: Policy) -> Match:
    """One sentence and one value in it."""
    cut, fitting = here.cut, here.fitting
    mention, value, words = cut.mentions[n], cut.places[n], cut.words
    skipped = range(0) if mention.kind == NAME else range(*value)  # a name may hold a part of what asks for it
    naming = subject.naming(compiled, words, skipped, here.trail, near=value)
    if mention.kind == QUOTE:
        naming = texts.quoted_naming(compiled, mention, naming)
    at = fitting.index(n)
    rivals = tuple(cut.places[k] for k in (*fitting[max(0, at - 1) : at], *fitting[at + 1 : at + 2]))
    pair = score.Pair(words, value, mention, rivals, here.cues, naming)
    unit = fit.unit_fit(compiled, mention, words, words.clauses[value[0]])
    time, time_refusal = _time(compiled, here, n, rivals)
    weights = [
        *_kind(compiled, mention),
        *_of_value(compiled, pair),
        *([Weight("unit", compiled.claim.unit, score.UNIT * unit.share)] if unit.share else []),
        *time,
        *score.modality_weights(mention),
        *score.role_weights(cut.sentence.role),
    ]
    refusal = (
        _hard_refusal(compiled, here, pair)
        or (texts.refusal(compiled, pair) if mention.kind in TEXTS else "")
        or unit.refusal
        or time_refusal
        or _soft_refusal(compiled, pair, weights, policy)
    )
    return _match(compiled, cut.sentence, mention, weights, refusal)


def _of_value(compiled: CompiledClaim, pair: score.Pair) -> list[Weight]:
    """What the subject, the cues and the statement's words around a value give."""
    if pair.mention.kind in TEXTS:
        return (texts.name_weights if pair.mention.kind == NAME else texts.quote_weights)(compiled, pair)
    return [
        *score.subject_weights(compiled, pair),
        *score.cue_weights(compiled, pair),
        *score.word_weights(compiled, pair),
        *score.frame_weights(compiled, pair),
        *score.holder_weights(compiled, pair),
    ]


def _kind(compiled: CompiledClaim, mention: Mention) -> list[Weight]:
    weights = []
    if mention.kind == compiled.claim.kind:
        weights.append(Weight("kind", mention.kind, score.KIND))
    if not compiled.cues and compiled.names and mention.kind not in TEXTS:
        weights.append(Weight("cue", "none asked for", score.NO_CUES))
    return weights


def _time(
    compiled: CompiledClaim, here: _Here, n: int, rivals: tuple[tuple[int, int], ...]
) -> tuple[list[Weight], str]:
    """What the time of a value gives, and why it refuses the value if it does."""
    during, cut = compiled.claim.during, here.cut
    if during is None or during.extent is None:
        return [], ""
    dates = tuple(t for t in cut.dates if t.mention is not cut.mentions[n])
    time = fit.time_of(cut.places[n], rivals, dates, cut.words, here.before)
    if time is None or time.value.extent is None:
        return [Weight("during", f"nothing says {during}", score.NO_TIME)], ""
    if not time.value.extent.meets(during.extent):
        return [], f"is of {time.surface} ({time.value}), not of {during}"
    return [Weight("during", f"{time.surface} is in {during}", score.DURING)], ""


def _hard_refusal(compiled: CompiledClaim, here: _Here, pair: score.Pair) -> str:
    """What no score can outweigh."""
    if here.cut.sentence.role is Role.FURNITURE:
        return "stands in page furniture"
    words = score.rejected(pair, here.rejected)
    if words:
        several = "rejected words stand" if len(words) > 1 else "a rejected word stands"
        return f"{several} beside it: {', '.join(words)}"
    if compiled.names and not pair.naming.strength:
        alias = subject.unnamed_alias(compiled, pair.words, range(*pair.value), here.trail)
        return (
            f"“{alias}” stands there before the subject has been named" if alias else "nothing names the subject"
        )
    return ""


def _soft_refusal(compiled: CompiledClaim, pair: score.Pair, weights: list[Weight], policy: Policy) -> str:
    """Why too low a score is too low."""
    reached = score.total(weights)
    if reached >= policy.match_cutoff:
        return ""
    cued = any(w.what in ("cue", "attached") and w.points > 0 for w in weights)
    held = next((w.detail for w in weights if w.what == "holder"), "")
    if held:
        return f"says {pair.mention.surface}, but {held}"
    if compiled.cues and not cued and pair.naming.at:
        cues = ", ".join(p.text for p in compiled.cues[:4]) + ("…" if len(compiled.cues) > 4 else "")
        return f"says {pair.mention.surface}, but none of the claim's cues stands beside it: {cues}"
    return f"score {reached:.0f} under the cutoff {policy.match_cutoff:.0f}"


def _match(
    compiled: CompiledClaim, sentence: Sentence, mention: Mention | None, weights: list[Weight], refusal: str
) -> Match:
    ordered = tuple(sorted(weights, key=lambda w: -abs(w.points)))
    return Match(compiled.claim.id, sentence, mention, round(score.total(weights), 1), ordered, refusal)
