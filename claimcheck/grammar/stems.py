"""Stems: the forms of one English word brought together, lightly.

A light stemmer on purpose: regular endings and the irregular verbs and plurals of news English. It over-joins less
than Porter's (`universe` and `university` stay apart), which matters where one shared word decides a match.
"""

from functools import lru_cache

_IRREGULAR = """
be am is are was were been being; have has had having; do does did done doing; go goes went gone going
begin began begun; give gave given; take took taken; make made; come came; become became; run ran; rise rose risen
fall fell fallen; grow grew grown; know knew known; show shown; see saw seen; get got gotten; bring brought
buy bought; build built; send sent; spend spent; lend lent; lose lost; win won; pay paid; say said; tell told
sell sold; hold held; leave left; lead led; meet met; find found; fight fought; think thought; seek sought
catch caught; teach taught; keep kept; sleep slept; feel felt; deal dealt; mean meant; hear heard; stand stood
understand understood; write wrote written; drive drove driven; speak spoke spoken; break broke broken
choose chose chosen; steal stole stolen; freeze froze frozen; wear wore worn; bear bore born; draw drew drawn
throw threw thrown; fly flew flown; blow blew blown; eat ate eaten; forbid forbade forbidden; hide hid hidden
sing sang sung; sink sank sunk; swim swam swum; drink drank drunk; ring rang rung; spring sprang sprung
shoot shot; strike struck; stick stuck; shake shook shaken; wake woke woken; die died dying dead death
person people; man men; woman women; child children; foot feet; tooth teeth; mouse mice; life lives; wife wives
half halves; leaf leaves; thief thieves; knife knives; crisis crises; news; statement statements
department departments; apartment apartments; document documents
analysis analyses; medium media
program programme programmes programs; defense defence; centre center centers centres; labour labor
""".replace("\n", ";")

_VOWELS = frozenset("aeiouy")
_NOUN_ENDINGS = (  # longest first; what a derived noun or adjective goes back to
    ("isations", "ise"),
    ("izations", "ize"),
    ("isation", "ise"),
    ("ization", "ize"),
    ("ations", "ate"),
    ("ation", "ate"),
    ("ators", "ate"),
    ("ator", "ate"),
    ("fully", "ful"),
    ("ingly", ""),
    ("edly", ""),
    ("ments", ""),
    ("ment", ""),
    ("ally", "al"),
    ("ly", ""),
)
_ENDINGS = tuple(ending for ending, _ in _NOUN_ENDINGS)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a folded word; words with digits and short words stay as they are.

    >>> stem("began") == stem("begins") == stem("beginning"), stem("appropriated") == stem("appropriations")
    (True, True)
    """
    if word.endswith("'s"):
        word = word[:-2]
    word = word.rstrip("'")
    if word in _BASE:
        return _BASE[word]
    if len(word) <= 3 or not word.isalpha():
        return word
    word = _singular(word)
    return _BASE.get(word) or _without_e(_without_endings(word))


@lru_cache(maxsize=65536)
def noun(word: str) -> str:
    """A folded word without the ending of a plural or a possessive, for names: `meetings` is `meeting`, not `met`.

    >>> noun("initiative's"), noun("agencies")
    ('initiative', 'agency')
    """
    word = word.removesuffix("'s").rstrip("'")
    return _singular(word) if len(word) > 3 and word.isalpha() else word


def _singular(word: str) -> str:
    """Without the `s` of a plural or of the third person."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


def _without_endings(word: str) -> str:
    """Without the ending of an inflected verb or a derived noun."""
    for ending, base in _NOUN_ENDINGS if word.endswith(_ENDINGS) else ():
        if word.endswith(ending) and _is_stem(word[: -len(ending)], 3):
            return word[: -len(ending)] + base
    if not word.endswith(("ing", "ed")):
        return word
    if word.endswith("ied") and len(word) > 3:  # carried; but lied, tied
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("eed"):  # agreed, freed; but also need, speed, which stay as they are without loss
        return word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and _is_stem(word[: -len(ending)], 3 if ending == "ing" else 2):
            return _undoubled(word[: -len(ending)])
    return word


def _is_stem(word: str, shortest: int) -> bool:
    return len(word) >= shortest and not _VOWELS.isdisjoint(word)


def _undoubled(word: str) -> str:
    """`plann` is `plan`; but `call`, `pass`, `buzz` keep their double letter."""
    double = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" and word[-1] not in _VOWELS
    base = word[:-1] if double else word
    return _BASE.get(base, base)


def _without_e(word: str) -> str:
    """`promote` and `promot` are one; `y` and `i`, `-ise` and `-ize` too."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 4 and word.endswith("iz"):
        word = word[:-1] + "s"
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") and word[-2] not in _VOWELS else word


_BASE = {form: _without_e(row[0]) for row in map(str.split, _IRREGULAR.split(";")) for form in row}
_BASE |= dict.fromkeys(("dead", "death", "died", "dying"), _BASE["die"])
