"""The words of a finding on a terminal: names, lists, senses, relations."""

from collections.abc import Iterable

from claimcheck.grammar.utterance import shortened
from claimcheck.grammar.wording import say_sense
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.finding import Consensus, Evidence
from claimcheck.model.text import Role, Source
from claimcheck.model.value import Sense, Value
from claimcheck.terminal import STYLES, Run
from claimcheck.verdict import of_relation

NAMED = 12
"""Sources named in a list, from which on the rest is counted."""

ROLES = {Role.HEADLINE: "the headline", Role.CAPTION: "a caption", Role.FURNITURE: "page furniture"}


def name_of(source: Source) -> str:
    """The id and the publisher of a source."""
    return f"{source.id} {source.publisher}".rstrip()


def whereabouts(e: Evidence) -> str:
    """Where in its source a reading stands."""
    role = f"in {ROLES[e.role]}, " if e.role in ROLES else ""
    return f"({role}line {e.excerpt.line})"


def sense_of(sense: Sense, value: Value) -> str:
    """A sense in words, and by what right."""
    said = f"{sense.kind.value} sense: {say_sense(sense.interval, value)}"
    return f"{said} ({sense.reason})" if sense.reason else said


def judged(relation: Relation) -> tuple[Run, Run]:
    """The symbol and the word of a relation, and a colon."""
    word = of_relation(relation)
    return (f"{word.symbol} {word.value}", STYLES[word.tone]), (": ", "")


def _wording(side: Side) -> str:
    return str(side.value) if side.value is not None else side.text


def with_stated(c: Comparison, derived: str) -> str:
    """The reason of a comparison, led by the value that is stated unless the reason names it."""
    stated = _wording(c.right if derived in (_wording(c.left), c.left.text) else c.left)
    return c.reason if stated in c.reason else f"{stated}: {c.reason}"


def joint(consensus: Consensus) -> list[Run]:
    """What most origins jointly say, who they are and who is outside."""
    origins = f"{consensus.origins} independent origin{'s' if consensus.origins != 1 else ''}"
    outside = f"; not {listed(consensus.dissenters)}" if consensus.dissenters else ""
    return [
        (shortened(consensus.wording), "bold"),
        (f" in {listed(consensus.supporters)} ({origins}){outside}", ""),
    ]


def listed(words: Iterable[str]) -> str:
    """The words as a list in prose; of very many the rest is counted."""
    named = list(words)
    if len(named) > NAMED + 1:
        named = [*named[:NAMED], f"{len(named) - NAMED:,} more"]
    *most, last = named
    return f"{', '.join(most)} and {last}" if most else last
