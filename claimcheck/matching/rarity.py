"""How much a word tells: a small background table, so that one sentence can be judged without a corpus.

Matching uses this table alone, so that a score depends on the claim and the document and on no other document.
Ranking counts how often words stand in the texts that are ranked.
"""

from claimcheck.grammar.stems import stem
from claimcheck.matching.words import FUNCTION_WORDS, listed

_COMMON = listed("""
say tell report add make take get go come see know think want give use find work call try ask need feel become
leave put mean keep let begin seem help talk turn start show hear play run move live believe bring happen write
provide sit stand lose pay meet include continue set learn change lead understand watch follow stop create speak
read allow spend grow open walk win offer remember consider appear buy wait serve send expect build stay fall cut
reach kill remain suggest raise pass sell require decide hold receive agree support hit cause
year time people way day man thing woman life child world school state family student group country problem hand
part place case week company system program question work government number night point home water room mother
area money story fact month lot right study book eye job word business issue side kind head house service friend
father power hour game line end member law car city community name president team minute idea body information
back parent face other level office door health person art war history party result morning reason research girl
guy moment air teacher force education million billion thousand hundred percent official officials minister plan
new good first last long great little own old right big high different small large next early young important
public bad same able united national local international former senior include total per
""")

_COMMON_STEMS = frozenset(map(stem, _COMMON))
_FUNCTION_STEMS = frozenset(map(stem, FUNCTION_WORDS))

RARE, COMMON, FUNCTION = 1.0, 0.45, 0.0


def weight(word_stem: str) -> float:
    """How much a stem tells, from 0 (grammar only) to 1 (a rare word, a name or a number)."""
    if word_stem in _FUNCTION_STEMS or not word_stem[:1].isalnum():
        return FUNCTION
    return COMMON if word_stem in _COMMON_STEMS else RARE


def is_function(word_stem: str) -> bool:
    """Whether a stem is that of a function word."""
    return word_stem in _FUNCTION_STEMS
