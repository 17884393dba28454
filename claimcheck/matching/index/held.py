"""Many claims held against one document: values are read only where a claim may be met."""

from collections.abc import Callable, Sequence

from claimcheck.matching.index.claims import ClaimIndex
from claimcheck.matching.pairs import match
from claimcheck.model.claim import Claim, Match, Mention
from claimcheck.model.text import Sentence
from claimcheck.policy import DEFAULT, Policy


def held(
    index: ClaimIndex,
    sentences: Sequence[Sentence],
    read: Callable[[Sentence, Claim], tuple[Mention, ...]],
    kinds: Callable[[Claim], frozenset[str]],
    policy: Policy = DEFAULT,
) -> dict[int, tuple[Match, ...]]:
    """The matches of many claims in one document.

    What is taken is what `match` takes when every sentence has been read. Of what it refuses only the sentences
    that may speak of the claim are told; one that does not name the subject is not among the nearest.

    Args:
        index: The claims, made with the same policy.
        sentences: The sentences of the document, in order.
        read: The mentions of a sentence that may answer a claim; asked once at most for a sentence and a claim,
            and only where the claim may be met.
        kinds: Names of the value kinds that answer a claim.
        policy: Its `match_cutoff` is the score from which a match is taken.

    Returns:
        For each claim that the document may speak of, by number, its matches as `match` orders them; claims
        without any are left out.
    """
    found: dict[int, tuple[Match, ...]] = {}
    for number, places in index.in_document(sentences).items():
        compiled = index.compiled[number]
        wanted = set(places)
        if compiled.claim.during is not None:  # `in the same year` points to the sentence before
            wanted.update(i - 1 for i in places if i)
        mentions = [read(s, compiled.claim) if i in wanted else () for i, s in enumerate(sentences)]
        spoken = {sentences[i].index for i in places}
        matches = match(compiled, sentences, mentions, kinds(compiled.claim), policy)
        kept = tuple(m for m in matches if m.sentence.index in spoken)
        if kept:
            found[number] = kept
    return found
