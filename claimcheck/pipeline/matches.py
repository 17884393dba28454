"""One claim on its own: which sentences speak of it, how surely, and why not the others."""

from collections.abc import Iterable, Iterator

from claimcheck import matching
from claimcheck.model.claim import Claim, Match
from claimcheck.model.text import Document
from claimcheck.pipeline.reading import answering, read
from claimcheck.policy import DEFAULT, Policy


def match(claim: Claim, documents: Iterable[Document], policy: Policy | None = None) -> tuple[Match, ...]:
    """The sentences of documents that speak of a claim, best first, and those that nearly do.

    Args:
        claim: The claim.
        documents: The documents.
        policy: Settings; its `match_cutoff` is the score from which a sentence is taken.

    Returns:
        A match for each sentence and value that are taken or come near. Taken ones stand first, then by falling
        score, then in the order of the documents and their texts. `weights` says what a score is made of,
        `refusal` why a sentence is not taken.
    """
    return tuple(sorted(matches(claim, documents, policy), key=best_first))


def matches(claim: Claim, documents: Iterable[Document], policy: Policy | None = None) -> Iterator[Match]:
    """The same matches document after document; nothing is held of a document that has been gone through.

    Args:
        claim: The claim.
        documents: The documents, taken one after another.
        policy: Settings; see `match`.
    """
    policy = policy or DEFAULT
    compiled = matching.compile_claim(claim)
    for document in documents:
        here = read(document, {claim.kind}).answering(claim)
        yield from matching.match(compiled, here.sentences, here.mentions, answering(claim), policy)


def best_first(match: Match) -> tuple[bool, float]:
    """What matches are sorted by: those that are taken first, the surest of them and of the others first."""
    return not match.taken, -match.score
