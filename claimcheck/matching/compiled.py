"""A claim made ready for matching, once for any number of documents."""

import re
from typing import NamedTuple

from claimcheck.matching import rarity
from claimcheck.matching.phrases import Phrase, phrase, phrases
from claimcheck.matching.words import cut, listed
from claimcheck.model.claim import Claim

_POINTING = listed("the this that these those")
_SLOT = re.compile(r"\{value\}")


class CompiledClaim(NamedTuple):
    """A claim with its words cut, stemmed and weighed.

    Attributes:
        claim: The claim.
        subject: The subject itself; None where the claim has none.
        names: Subject and aliases that name the subject anywhere: those with a capital letter.
        definite: Aliases that stand for the subject once it has been named.
        topic: Stems of a subject that is described rather than named (`overdose deaths`), with their weights;
            empty for a name.
        cues: The claim's cues.
        reject: Its rejected words.
        words: Stems of the statement that are not the subject's, with their weights (0 to 1).
        before: The word just before the value in the statement, folded; empty where it begins with it.
        unit: Stems of the unit or counted noun; empty for any.
    """

    claim: Claim
    subject: Phrase | None
    names: tuple[Phrase, ...]
    definite: tuple[Phrase, ...]
    topic: tuple[tuple[str, float], ...]
    cues: tuple[Phrase, ...]
    reject: tuple[Phrase, ...]
    words: tuple[tuple[str, float], ...]
    before: str
    unit: tuple[str, ...]


def compile_claim(claim: Claim) -> CompiledClaim:
    """Make `claim` ready for matching."""
    subject = phrase(claim.subject, nominal=True)
    aliases = phrases(claim.aliases, nominal=True)
    described = subject is not None and not _is_name(claim.subject)
    # Beside a described subject (`overdose deaths`) a bare alias (`overdoses`) is another description of it.
    named = tuple(p for p in aliases if p.proper or (described and p.words[0] not in _POINTING))
    head = _SLOT.split(claim.statement, maxsplit=1)[0]
    leading = [w for w in cut(head).folded if w[0].isalnum()]
    own = {s for p in (subject, *named) if p for s in p.stems}
    return CompiledClaim(
        claim=claim,
        subject=subject,
        names=((subject,) if subject else ()) + named,
        definite=tuple(p for p in aliases if p not in named) + _headed(subject, described),
        topic=_weighed(claim.subject, set()) if described else (),
        cues=phrases(claim.cues),
        reject=phrases(claim.reject),
        words=_weighed(_SLOT.sub(" ", claim.statement), own),
        before=leading[-1] if leading and _SLOT.search(claim.statement) else "",
        unit=tuple(s for s, w in _weighed(claim.unit, set())),
    )


def _is_name(text: str) -> bool:
    """Whether all its words of matter have a capital letter."""
    words = cut(text)
    matter = [i for i in range(len(words)) if words.is_content(i)]
    return bool(matter) and all(words.capital(i) or words.folded[i][0].isdigit() for i in matter)


def _headed(subject: Phrase | None, described: bool) -> tuple[Phrase, ...]:
    """`the initiative`, `this initiative`, for a subject that is a name of several words."""
    if subject is None or described or len(subject.words) < 2 or len(subject.words[-1]) < 4:
        return ()
    return phrases(tuple(f"{article} {subject.words[-1]}" for article in ("the", "this")), nominal=True)


def _weighed(text: str, without: set[str]) -> tuple[tuple[str, float], ...]:
    stems = dict.fromkeys(s for s in cut(text).stems if s not in without)
    return tuple((s, w) for s in stems if (w := rarity.weight(s)) > 0)
