"""Names and noun phrases: where they begin, and the fullest form in which a document gives a name."""

import re

from claimcheck.grammar.name_words import BODIES, GROUPS, OFFICES, OPENERS
from claimcheck.grammar.word_sets import words

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\b(?:[A-Z]|Adm|Capt|Col|Dr|Gen|Gov|Jr|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Rev|Sen|Sgt|Sr|St)\."
    r"|[^\W_]+(?:[.’'-][^\W_]+)*|[^\w\s]"
)
PRONOUNS = frozenset({"he", "she", "they", "it"})
_DETERMINERS = words(
    """
    a an the this that these those one another some many several both his her their its
    """
)
_PREPOSITIONS = words("at by for from in of on to with")
PARTICLES = words("de la las los del della di da do dos du van von der den bin ibn al el")
NAME_SUFFIXES = words("Jr Jr. Sr Sr. II III IV")
_INSIDE_NAMES = PARTICLES | {"of", "for"}
_MODIFIERS = words(
    """
    senior former local federal government intelligence military top two three other
    """
)
NO_SUBJECTS = words(
    """
    i we you who which that and but or as what there here is are was were be been being am not to than
    while when monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december today yesterday tomorrow
    """
)
_NAMESAKES = 50  # full names kept for one surname, so that looking one up stays cheap
_LONGEST_PHRASE = 7  # words back to the determiner of a noun phrase

Token = tuple[str, int, int]


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of `[start, end)`, each with its offsets."""
    return [(match[0], match.start(), match.end()) for match in TOKEN.finditer(text, start, end)]


def phrase_before(words: list[Token]) -> tuple[str, int] | None:
    """The noun phrase that the tokens end with, and where it begins; None where they end with none."""
    if not words:
        return None
    last = words[-1][0]
    if last.lower() in PRONOUNS:
        return last.lower(), words[-1][1]
    if last.lower() in NO_SUBJECTS or not last[0].isalpha():
        return None
    first = _name_start(words) if last[0].isupper() else _noun_start(words)
    return None if first is None else (_phrase(words[first:]), words[first][1])


def phrase_after(words: list[Token]) -> str:
    """The noun phrase that the tokens begin with; empty where they begin with none."""
    if not words or words[0][0].lower() in NO_SUBJECTS or not words[0][0][0].isalpha():
        return ""
    if words[0][0].lower() in PRONOUNS:
        return words[0][0].lower()
    taken: list[Token] = []
    named = False
    for i, word in enumerate(words[:12]):
        capital = word[0][0].isupper()
        following = words[i + 1][0] if i + 1 < len(words) else ""
        inside = word[0] in _INSIDE_NAMES and following[:1].isalpha() and (following[0].isupper() or not named)
        if not word[0][0].isalnum() or (not capital and not inside and (named or word[0] in _PREPOSITIONS)):
            break
        if word[0].lower() in NO_SUBJECTS:
            break
        taken.append(word)
        named = named or (capital and word[0] not in OPENERS and word[0].lower().rstrip(".") not in OFFICES)
    return _phrase(taken) if taken else ""


def _name_start(words: list[Token]) -> int | None:
    """Index of the first token of the capitalised run that the tokens end with."""
    first = len(words)
    for i in range(len(words) - 1, -1, -1):
        word = words[i][0]
        if word[0].isupper() and word not in OPENERS and word.lower() not in NO_SUBJECTS:
            first = i
        elif not (word in _INSIDE_NAMES and i and words[i - 1][0][0].isupper()):
            break
    return first if first < len(words) else None


def _noun_start(words: list[Token]) -> int | None:
    """Index of the first token of the noun phrase (with a determiner, or a plural) that the tokens end with."""
    found = None
    lowest = max(-1, len(words) - 1 - _LONGEST_PHRASE)
    i = len(words) - 2
    while i > lowest and words[i][0][0].isalnum() and words[i][0].lower() not in NO_SUBJECTS - {"that"}:
        if words[i][0].lower() in _DETERMINERS:
            found = i
            if i and words[i - 1][0] in _PREPOSITIONS - {"at", "by", "in", "on", "to"}:
                lowest = max(-1, i - 1 - _LONGEST_PHRASE)
                i -= 1
            else:
                break
        i -= 1
    if found is not None:
        return found
    if not words[-1][0].endswith("s") and words[-1][0] not in ("police", "people"):
        return None
    first = len(words) - 1
    while first and (words[first - 1][0] in _MODIFIERS or words[first - 1][0][0].isupper()):
        first -= 1
    return first


def _phrase(words: list[Token]) -> str:
    """A noun phrase as text: a name without the offices before it, else the phrase with a small determiner."""
    written = [word for word, _, _ in words]
    if len(written) == 1 and written[0].lower() in GROUPS:
        return written[0].lower()
    if written[0].lower() in _DETERMINERS:
        if all(word[0].islower() for word in written[1:]) or not written[-1][0].isupper():
            return " ".join([written[0].lower(), *written[1:]])
        written = written[1:]
    return " ".join(without_offices(written))


def without_offices(written: list[str]) -> list[str]:
    """A capitalised run without the offices (`U.S. Secretary of State`) before a person's name.

    The name of a body (`Ministry of Water`) stays whole; a person's home (`of Lima`) is left out.
    """
    linked = next((i for i, word in enumerate(written) if word in ("of", "for") and i), None)
    if linked is not None and not is_office(written[linked - 1]):
        return written if is_body(written[linked - 1]) else without_offices(written[:linked])
    if not written[-1][0].isupper() or is_body(written[-1]):
        return written
    before = written[: -2 if written[-1] in NAME_SUFFIXES else -1]  # `Martin King Jr.` is no king
    last_office = max((i for i, word in enumerate(before) if is_office(word) or is_body(word)), default=-1)
    if linked == last_office and len(written) - last_office > 3:
        last_office += 1  # what the office is of: `Secretary of Fish Ana Ruiz`
    return written[last_office + 1 :]


def is_office(word: str) -> bool:
    """Whether a word before a name belongs to an office (`Secretary`, `Presidents`, a small `of`)."""
    small = word.lower().rstrip(".")
    return small in OFFICES or small.removesuffix("s") in OFFICES or (word[0].islower() and word not in PARTICLES)


def is_body(word: str) -> bool:
    """Whether a word ends the names of bodies (`Ministry`, `Agency`)."""
    return word.lower() in BODIES


class Names:
    """The full names of a document, for looking up the person that a bare surname stands for.

    >>> Names("Secretary Ana María Ruiz met Lee. Ruiz left.").full("Ruiz", 40)
    'Ana María Ruiz'
    """

    def __init__(self, text: str) -> None:
        self._by_last: dict[str, dict[tuple[str, ...], int]] = {}
        run: list[Token] = []
        for token in tokens(text, 0, len(text)):
            if run and text[run[-1][2] : token[1]] != " ":
                self._note(run)
                run = []
            word = without_possessive(token[0])
            if word[0].isupper() or (run and word in PARTICLES):
                run.append((word, token[1], token[2]))
                if word == token[0]:
                    continue
            self._note(run)
            run = []
        self._note(run)

    def _note(self, run: list[Token]) -> None:
        while run and (run[0][0] in OPENERS or run[0][0].lower() in NO_SUBJECTS):
            run = run[1:]
        while run and run[-1][0] in PARTICLES:
            run = run[:-1]
        if len(run) > 1:
            name = without_offices([word for word, _, _ in run])
            if len(name) > 1:
                namesakes = self._by_last.setdefault(name[-1], {})
                if len(namesakes) < _NAMESAKES:
                    namesakes.setdefault(tuple(name), run[0][1])

    def full(self, name: str, before: int) -> str:
        """The longest name up to offset `before` that ends with `name`; `name` itself where there is none."""
        bare = tuple(name.split())
        namesakes = self._by_last.get(bare[-1], {})
        fitting = [full for full, at in namesakes.items() if at < before and full[-len(bare) :] == bare]
        longest = bare
        for full in fitting:
            longest = full if len(full) > len(longest) else longest
        return " ".join(longest)


def without_possessive(word: str) -> str:
    """A word without the `’s` after it."""
    return word[:-2] if word.endswith(("’s", "'s")) else word
