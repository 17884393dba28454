"""Who is quoted: the person or body to whom the article gives the words."""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from claimcheck.grammar.names import PRONOUNS, Names, phrase_after, phrase_before, tokens
from claimcheck.model.text import Span
from claimcheck.sentences.quotations import Quoted
from claimcheck.sentences.speech import SPEECH_VERBS
from claimcheck.sentences.words import words

_WINDOW = 240  # characters of the reporter's voice looked at on either side of a verb
_SPEECH = re.compile(rf"\b(?:{'|'.join(sorted(SPEECH_VERBS))})\b")
_ACCORDING = re.compile(r"[Aa]ccording to ")
_BEFORE_VERB = words(
    """
    also has have had would later then repeatedly further previously recently earlier meanwhile once
    again however publicly reportedly though afterward afterwards
    """
)
_BETWEEN = re.compile(r"[\s,.]*")
_GOES_ON = re.compile(r"(?:and|but|while|that|to|which|who|as|or|for|in|on|of|with|because)\b")


class Subject(NamedTuple):
    """Who says something.

    Attributes:
        name: A name, a noun phrase or a pronoun, as written.
        start: Where it begins.
    """

    name: str
    start: int


class _Text(NamedTuple):
    """A document as the search for speakers sees it."""

    text: str
    sentences: list[tuple[int, int]]
    starts: list[int]
    quotes: list[Quoted]
    names: Names
    voiced: list[tuple[int, str]]  # verbs of saying in the reporter's voice: offset, speaker


def speakers(text: str, sentences: list[tuple[int, int]], quotes: list[Quoted]) -> list[str]:
    """The speaker of each quoted stretch, in order; empty where the article does not say.

    Args:
        text: The document.
        sentences: Where its sentences stand.
        quotes: Its quoted stretches.
    """
    if not quotes:
        return []
    starts = [start for start, _ in sentences]
    seen = _Text(text, sentences, starts, quotes, Names(text), [])
    _hear(seen)
    found: list[str] = []
    for i, quote in enumerate(quotes):
        speaker = _after(seen, i) or _before(seen, i) or _same_sentence(seen, i, found)
        found.append(speaker or _carried_on(seen, i, found) or _introduced(seen, quote))
    return _spread_back(quotes, found)


def _hear(seen: _Text) -> None:
    """Note every verb of saying outside quotations with its subject, so that `he said` has someone to refer to."""
    outers = [quote.outer.start for quote in seen.quotes]
    for verb in _SPEECH.finditer(seen.text):
        at = verb.start()
        i = bisect_right(outers, at) - 1
        if i >= 0 and at < seen.quotes[i].outer.end:
            continue
        start = seen.quotes[i].outer.end if i >= 0 else 0
        subject = _subject_before(seen.text, max(start, _sentence(seen, at)[0]), at)
        name = _resolved(seen, subject.name, at) if subject else ""
        if not name and i >= 0 and not _BETWEEN.sub("", seen.text[start:at], count=1):
            name = _resolved(seen, _phrase_after(seen, verb.end()), at)
        if name:
            seen.voiced.append((at, name))


def _subject_before(text: str, start: int, verb: int) -> Subject | None:
    """The subject of the verb at `verb`, looked for from `start` on; asides between commas are passed over."""
    words = tokens(text, max(start, verb - _WINDOW), verb)
    for _ in range(3):
        while words and words[-1][0].lower() in _BEFORE_VERB:
            words.pop()
        if not words or words[-1][0] != ",":
            break
        words.pop()
        while words and words[-1][0] != ",":
            words.pop()
        if words:
            words.pop()
    phrase = phrase_before(words)
    return Subject(*phrase) if phrase else None


def _phrase_after(seen: _Text, at: int) -> str:
    """The noun phrase that begins at `at`, within its sentence."""
    return phrase_after(tokens(seen.text, at, min(at + _WINDOW, max(at, _sentence(seen, at)[1]))))


def _resolved(seen: _Text, name: str, at: int) -> str:
    """The name in its fullest form, the last speaker for `he` and `she`, empty for `they` and `it`."""
    if name in ("he", "she"):
        i = bisect_left(seen.voiced, (at, "")) - 1
        return seen.voiced[i][1] if i >= 0 else ""
    if not name or name in PRONOUNS:
        return ""
    return seen.names.full(name, at) if name[0].isupper() else name


def _sentence(seen: _Text, at: int) -> tuple[int, int]:
    """The sentence at or before offset `at`."""
    return seen.sentences[max(0, bisect_right(seen.starts, at) - 1)]


def _after(seen: _Text, i: int) -> str:
    """Who is named right after the quotation (`,” Lee said`, `,” said Lee`, `, according to Lee`)."""
    quote = seen.quotes[i]
    text = seen.text
    start = quote.outer.end
    end = max(start, _sentence(seen, max(quote.outer.start, start - 1))[1])
    if i + 1 < len(seen.quotes):
        end = min(end, seen.quotes[i + 1].outer.start)
    between = _BETWEEN.match(text, start, end)
    start = between.end() if between else start
    end = min(end, start + _WINDOW)
    according = _ACCORDING.match(text, start, end)
    if according:
        return _resolved(seen, _phrase_after(seen, according.end()), start)
    verb = _SPEECH.search(text, start, end)
    if verb is None or _GOES_ON.match(text, start, end):
        return ""
    if verb.start() == start:
        return _resolved(seen, _phrase_after(seen, verb.end()), start)
    subject = _subject_before(text, start, verb.start())
    if subject is None or re.search(r"[,;:()—]", text[start : subject.start]):
        return ""
    return _resolved(seen, subject.name, verb.start())


def _before(seen: _Text, i: int) -> str:
    """The subject of the last verb of saying before the quotation, in its sentence."""
    quote = seen.quotes[i]
    start = _sentence(seen, quote.outer.start)[0]
    if i:
        start = max(start, seen.quotes[i - 1].outer.end)
    according = _ACCORDING.search(seen.text, start, quote.outer.start)
    if according:
        return _resolved(seen, _phrase_after(seen, according.end()), according.start())
    near = max(start, quote.outer.start - 2 * _WINDOW)
    for verb in reversed(list(_SPEECH.finditer(seen.text, near, quote.outer.start))):
        subject = _subject_before(seen.text, start, verb.start())
        speaker = _resolved(seen, subject.name, verb.start()) if subject else ""
        if speaker:
            return speaker
    return ""


def _same_sentence(seen: _Text, i: int, found: list[str]) -> str:
    """The speaker of a neighbouring quotation in the same sentence."""
    quote = seen.quotes[i]
    sentence = Span(*_sentence(seen, quote.outer.start))
    if i and seen.quotes[i - 1].outer.end > sentence.start and found[i - 1]:
        return found[i - 1]
    if i + 1 < len(seen.quotes) and seen.quotes[i + 1].outer.start < sentence.end:
        return _after(seen, i + 1)
    return ""


def _carried_on(seen: _Text, i: int, found: list[str]) -> str:
    """The speaker of the quotation before, where this one stands in its paragraph or goes on from it."""
    if not i:
        return ""
    before, quote = seen.quotes[i - 1], seen.quotes[i]
    return found[i - 1] if before.paragraph == quote.paragraph or before.goes_on else ""


def _introduced(seen: _Text, quote: Quoted) -> str:
    """Who was last said to speak in the sentence before, where the quotation makes a sentence of its own."""
    start = _sentence(seen, quote.outer.start)[0]
    if start != quote.outer.start or not seen.text[:start].strip():
        return ""
    previous = bisect_left(seen.starts, start) - 1
    if previous < 0 or "\n" in seen.text[seen.sentences[previous][1] : start]:
        return ""
    i = bisect_left(seen.voiced, (start, "")) - 1
    return seen.voiced[i][1] if i >= 0 and seen.voiced[i][0] >= seen.sentences[previous][0] else ""


def _spread_back(quotes: list[Quoted], found: list[str]) -> list[str]:
    """The speakers, those of quotations that run over several paragraphs filled in from the last."""
    for i in range(len(quotes) - 2, -1, -1):
        if quotes[i].goes_on and not found[i]:
            found[i] = found[i + 1]
    return found
