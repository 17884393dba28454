"""Where sentences begin and end.

Lines are cut first, sentences within them second. Every candidate is looked at once, with a bounded view to both
sides, and no pattern can fail after a long match, so the time is linear in the text.
"""

import re
import string

from claimcheck.grammar.late import late
from claimcheck.grammar.name_words import OPENERS
from claimcheck.model.text import Span
from claimcheck.sentences.abbreviations import (
    AFTER_CLOCK,
    ALWAYS_BEFORE_NAMES,
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    CLOCK,
    INSIDE_OR_END,
    MONTHS_AND_DAYS,
    TIME_PREPOSITIONS,
    WRITTEN_SMALL,
)
from claimcheck.sentences.lines import EDGE, lines, trimmed
from claimcheck.sentences.speech import SPEECH_VERBS

_BULLETS = "•⁃◦▪●‣"
# Every place worth a look: the last of some marks, unless a number, an acronym or a sign goes on; or a bullet.
_CANDIDATE = re.compile(rf"[.!?…。！？{_BULLETS}](?:(?![\d.!?…,;:-]|[A-Za-z]\.)|(?<=[{_BULLETS}]))")
# From there on: further marks (`. . .`); what closes with them (quotation marks, brackets, footnote numbers, or a
# closing mark, full stop or smiley that a stray space has set off); then white space.
_STOP = re.compile(
    rf"""
    [.!?…。！？](?:[ ][.!?…]++(?=[\s"'”’)\]]|\Z))*+
    ((?:["'”’»)\]*」』）]|\[\d{{1,3}}\]|[ \u00a0]{{1,2}}(?:”|[“"](?=\Z)|[.](?=\s|\Z)|[:;=]-?[()DP](?!\w)))*+)
    ([{EDGE}]*+)
    """,
    re.VERBOSE,
)
_WIDE = ("。", "！", "？")
_MARKS = ".!?…。！？"
_NEXT_WORD = re.compile(r"[^\w\s]{0,4}([^\W_]*+)")
_TOKEN = re.compile(r"\S{0,60}")
_LIST_MARK = re.compile(r"[•⁃◦▪●‣*–-]?\s?\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]{1,2}")
_LONGEST_LIST_MARK = 8
_SMALL_TAILS = (
    frozenset(word[-5:] for word in ALWAYS_BEFORE_NAMES | BEFORE_NAMES | BEFORE_NUMBERS if len(word) > 5)
    | WRITTEN_SMALL
    | frozenset(string.ascii_lowercase)
)
_LETTER_OR_ROMAN = re.compile(r"[A-Z]|[IVXLC]+")
_CARELESS = re.compile(r"(?<![\w.'’&/-])(?:i|im|ive|dont|doesnt|didnt|cant|wont|isnt|thats|u|ur)(?![\w.&/-])")
_ADDRESS = re.compile(r"https?://|www\.")
_ATTRIBUTION = late(
    rf"(?:[^\W\d_][\w.'’-]{{0,24}} ){{0,4}}(?:{'|'.join(sorted(SPEECH_VERBS))})"
    r"(?:[.,;:]|\Z| (?:in|on|at|to|during|after|of|as|when|with|[A-Z]\w*)\b)"
)
_VOWEL = re.compile(r"[aeiouy]")
_NOT_PROSE = re.compile(r"[@/_=]|\w[.:]\w")
_LOOK_BACK = 24  # characters seen before a candidate: no abbreviation is longer
_LOOK_AHEAD = 140  # characters seen after one: `the third official said`
_CITATION = 40  # characters of a citation in brackets


def split(text: str) -> tuple[Span, ...]:
    """Cut a text into sentences.

    Args:
        text: Any text, as read: line breaks of every kind, byte-order marks and no-break spaces included.

    Returns:
        Half-open spans in characters of `text`, ordered, not overlapping, none empty, without white space (U+FEFF
        and U+200B count as such) at either end. Every character outside them is white space.

    >>> text = "The U.S. paid $3.3 billion. “Is that all?” he asked."
    >>> [span.of(text) for span in split(text)]
    ['The U.S. paid $3.3 billion.', '“Is that all?” he asked.']
    """
    return tuple([Span(start, end) for first, last in lines(text) for start, end in cut(text, first, last)])


def cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one line `[start, end)`, which has no white space at its ends."""
    spans = []
    seen = start  # nothing before this is looked at again
    careless: bool | None = None
    for candidate in _CANDIDATE.finditer(text, start, end):
        at = candidate.start()
        after = at + 2
        if at < seen or after >= end:
            continue
        if text[at + 1] == " " and text[after].isupper() and at > start + _LONGEST_LIST_MARK:
            mark = text[at]
            tail = text[at - 5 : at].rpartition(" ")[2]
            if mark in "?!" or (mark == "." and tail.isalpha() and tail.islower() and tail not in _SMALL_TAILS):
                spans.append((start, at + 1))  # nearly all sentences end so
                start = seen = after
                continue
        stop = _STOP.match(text, at, end)
        if stop is None:  # a bullet
            if at > start:
                spans.append(trimmed(text, start, at))
                start = at
            continue
        seen = after = stop.end()
        if after >= end:
            break
        marks = "..." if stop.start(1) > at + 1 else _marks(text, start, at + 1)
        if text[after].islower():
            ends = _ends_before_small_letter(text, stop, marks)
            if ends is None:
                if careless is None:
                    careless = _is_careless(text, start, end)
                ends = careless
        else:
            ends = _ends(text, stop, marks, start)
        if ends:
            spans.append((start, stop.end(1)))
            start = after
    spans.append((start, end))
    return spans


def _marks(text: str, start: int, end: int) -> str:
    """The marks that end at `end`, at most four of them."""
    tail = text[max(start, end - 4) : end]
    return tail[len(tail.rstrip(_MARKS)) :]


def _is_careless(text: str, start: int, end: int) -> bool:
    """Whether the writer of a line does without capitals, so that a small letter may begin a sentence."""
    return text[start].islower() or _CARELESS.search(text, start, end) is not None


def _ends_before_small_letter(text: str, stop: re.Match[str], marks: str) -> bool | None:
    """Whether a sentence ends at `stop` before a small letter; None if only a careless writer would mean it."""
    closing, gap = stop.groups()
    after = stop.end()
    if gap and _ADDRESS.match(text, after):
        return True
    if closing or "…" in marks or ".." in marks:
        return False  # what follows a quotation says who spoke; an ellipsis pauses
    if not gap:
        return None if _is_glued(text, stop, marks) else False
    if "?" in marks or len(marks) > 1:
        return not _is_attribution(text, after)
    return False if _is_abbreviation(_word_before(text, stop.start())) else None


def _ends(text: str, stop: re.Match[str], marks: str, start: int) -> bool:
    """Whether the sentence that began at `start` ends at `stop`, the next character being no small letter."""
    closing, gap = stop.groups()
    after = stop.end()
    if not gap:
        return marks[-1:] in _WIDE or _is_glued(text, stop, marks)
    if text[after] in ",;":
        return False
    if text[after] == "(" and _is_citation(text, after):
        return False
    if stop.end(1) - start <= _LONGEST_LIST_MARK and _LIST_MARK.fullmatch(text, start, stop.end(1)):
        return False
    if marks != ".":
        return not (closing and _is_attribution(text, after))
    if closing:
        return True
    opening = _NEXT_WORD.match(text, after)
    following = opening[1] if opening else ""
    if following[:1].islower():
        return False
    at = stop.start()
    return _full_stop_ends(text, start, at, text[after], following)


def _full_stop_ends(text: str, start: int, at: int, sign: str, following: str) -> bool:
    """Whether the full stop at `at` ends the sentence, or only an abbreviation.

    Args:
        text: The text.
        start: Where the sentence began.
        at: Where the full stop stands.
        sign: The character after the full stop and white space.
        following: The word that comes next, without the marks before it; may be empty.
    """
    written = _word_before(text, at)
    word = written.lower()
    opens = following in OPENERS
    number = following[:1].isdigit() or (not following and not sign.isalpha())
    if len(word) == 1 and word.isalpha():
        return _letter_ends(text, start, at, written, opens)
    if not _is_abbreviation(written):
        return True
    if word in ALWAYS_BEFORE_NAMES:
        return False
    if word in CLOCK:
        return _clock_ends(text, start, at, following)
    if number:
        return word in INSIDE_OR_END and word not in BEFORE_NUMBERS
    if word in BEFORE_NUMBERS and word not in BEFORE_NAMES:
        in_date = word in MONTHS_AND_DAYS and following.lower() in MONTHS_AND_DAYS
        return not (in_date or (_LETTER_OR_ROMAN.fullmatch(following) and following != "I"))
    return opens or (sign in '"“‘' and word in INSIDE_OR_END) or word == "etc"


def _letter_ends(text: str, start: int, at: int, letter: str, opens: bool) -> bool:
    """Whether the full stop after a letter ends the sentence (`you and I.`) or is an initial's (`J. Lee`)."""
    before = _word_before(text, at - 2) if at - 2 > start else ""
    return letter.isupper() and (opens or (letter == "I" and before.islower()))


def _clock_ends(text: str, start: int, at: int, following: str) -> bool:
    """Whether the full stop after `a.m` ends the sentence."""
    if following in AFTER_CLOCK or following[:1].isdigit():
        return False
    words = text[start : min(at, start + 40)].split()
    return len(words) > 4 or words[0] not in TIME_PREPOSITIONS


def _word_before(text: str, at: int) -> str:
    """The word that ends at `at`, without brackets and quotation marks before it; empty after a space."""
    seen = text[max(0, at - _LOOK_BACK) : at]
    if not seen or seen[-1].isspace():
        return ""
    return seen.rsplit(None, 1)[-1].lstrip("\"'“‘«„([*_—–-/")


def _is_abbreviation(written: str) -> bool:
    """Whether a word with a full stop after it may be an abbreviation (`written` is without that full stop)."""
    word = written.lower()
    if word in WRITTEN_SMALL:
        return True
    if "." in word:
        return all(len(part) <= 2 and part.isalpha() for part in word.split("."))
    if written[:1].islower():
        return False
    if word in BEFORE_NAMES or word in BEFORE_NUMBERS or word in INSIDE_OR_END:
        return True
    return written.isalpha() and written.istitle() and 1 < len(word) < 6 and not _VOWEL.search(word)


def _is_attribution(text: str, at: int) -> bool:
    """Whether what begins at `at` says who spoke (`Lee said`)."""
    return _ATTRIBUTION().match(text, at, at + _LOOK_AHEAD) is not None


def _is_citation(text: str, at: int) -> bool:
    """Whether the bracket that opens at `at` still belongs to the sentence before (`… (Smith 55).`)."""
    closing = text.find(")", at, at + _CITATION)
    return closing > 0 and text[closing + 1 : closing + 2] in (".", ",")


def _is_glued(text: str, stop: re.Match[str], marks: str) -> bool:
    """Whether a sentence ends at `stop` though no white space follows (`cooperation.The`)."""
    closing = stop[1]
    token = _TOKEN.match(text, stop.end())
    following = token[0] if token else ""
    if closing:
        if closing[-1] not in "”»)" + '"' or _is_attribution(text, stop.end()):
            return False
        return following[:1].isupper() or following[:1] in ("“", "«")
    word = _word_before(text, stop.start() + 1 - len(marks))
    if len(word) < 2 or not (word.isalpha() and word.islower()):
        return False
    if following[:1] in ("“", "«"):
        return True
    return not _NOT_PROSE.search(following) and (following in ("I", "A") or following[:2].istitle())
