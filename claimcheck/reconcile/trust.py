"""Which sources to trust, learnt from how often they agree with others: Investment.

Each source invests its trust in equal parts in what it claims; a claim's belief grows with what is invested in it,
faster than in proportion, and pays back to its investors in proportion to their parts (J. Pasternack and D. Roth,
"Knowing What to Believe (when you already know something)", COLING 2010, whose growth of 1.2 and 20 rounds stand
here unchanged). It follows TruthFinder (X. Yin, J. Han and P. Yu, "Truth Discovery with Multiple Conflicting
Information Providers on the Web", KDD 2007), which it outdid wherever both were measured here.
"""

from collections.abc import Hashable, Mapping, Sequence
from math import fsum

Claims = Mapping[str, Mapping[Hashable, Sequence[str]]]
"""For each item, what is claimed of it and the sources that claim it, each once."""

_GROWTH = 1.2
_ROUNDS = 20
LEAST_ITEMS = 50
"""Items from which trust is learnt; with fewer every source counts the same."""

LEAST_CLAIMS = 1.5
"""Items of which the average source must speak; sources that speak of one cannot be told apart."""


def beliefs(claims: Claims) -> Mapping[tuple[str, Hashable], float]:
    """How far each claim is to be believed; only claims of one item compare.

    The order of items, claims and sources plays no part. Where there is too little to learn from, a claim's belief
    is the number of its sources.
    """
    held = {(item, claim): sorted(sources) for item, said in claims.items() for claim, sources in said.items()}
    made: dict[str, list[tuple[str, Hashable]]] = {}
    for key, sources in held.items():
        for source in sources:
            made.setdefault(source, []).append(key)
    if len(claims) < LEAST_ITEMS or sum(map(len, made.values())) < LEAST_CLAIMS * len(made):
        return {key: float(len(sources)) for key, sources in held.items()}
    trust = dict.fromkeys(made, 1.0)
    found: dict[tuple[str, Hashable], float] = {}
    for _ in range(_ROUNDS):
        part = {source: trust[source] / len(keys) for source, keys in made.items()}
        invested = {key: fsum([part[source] for source in sources]) for key, sources in held.items()}
        found = {key: amount**_GROWTH for key, amount in invested.items()}
        paid = {key: found[key] / amount if amount else 0.0 for key, amount in invested.items()}
        trust = {source: part[source] * fsum([paid[key] for key in keys]) for source, keys in made.items()}
        most = max(trust.values())
        trust = {source: amount / most for source, amount in trust.items()}
    return found
