"""Finding values: every kind reads the tokens of a text once, and overlaps are settled; the longest wins.

`find` reads a text, `in_sentence` a sentence of a document (with the quotation a value stands in), `read_value`
a text that must be exactly one value, as in claim files. Beside the value a mention keeps the words that limit
it (`per year`, `in total`, `up from`) and whether it is stated as a fact, planned, denied or merely supposed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from claimcheck.errors import InvalidValue
from claimcheck.grammar.kind import Found, Kind, example_of, triggers_of
from claimcheck.grammar.modality import modality
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.scope import scope
from claimcheck.grammar.tokens import Tokens, cut, lowered, placed, tokenize
from claimcheck.model.claim import Mention
from claimcheck.model.text import Context, Quotation, Sentence, Span
from claimcheck.model.value import Value

_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n")
_DIGIT: Final = re.compile(r"\d")


def find(text: str, kinds: Sequence[Kind], context: Context) -> tuple[Mention, ...]:
    """Every value in `text`.

    Args:
        text: Any text; no value reaches over an empty line.
        kinds: The kinds to look for, in the order that settles ties.
        context: What relative and local words are read against.

    Returns:
        The mentions in the order of the text, not overlapping; spans in characters of `text`.
    """
    triggers = _triggers(kinds)
    found: list[Mention] = []
    for start, part in _paragraphs(text):
        found += _in_part(part, kinds, triggers, context, start, ())
    return tuple(found)


def in_sentence(sentence: Sentence, kinds: Sequence[Kind], context: Context) -> tuple[Mention, ...]:
    """Every value in a sentence, with spans in characters of its document, and the quotation each stands in."""
    triggers = _triggers(kinds)
    return tuple(_in_part(sentence.text, kinds, triggers, context, sentence.span.start, sentence.quotations))


def read_value(text: str, kind: str, kinds: Sequence[Kind], context: Context | None = None) -> Value:
    """The one value of kind `kind` that `text` consists of, white space around it aside.

    Raises:
        InvalidValue: If the text is anything else; the message says what was found, and what to write.
    """
    context = context or Context()
    wanted = next((k for k in kinds if k.name == kind), None)
    if wanted is None:
        known = ", ".join(k.name for k in kinds)
        raise InvalidValue(f"there is no value kind {kind!r}; the kinds are {known}")
    tokens = tokenize(text)
    for found in wanted.read(tokens, numerals(tokens), context):
        if found.first == 0 and found.last == len(tokens):
            return found.value.written_as(text.strip())
    raise InvalidValue(_complaint(text, kind, kinds, context))


def _complaint(text: str, kind: str, kinds: Sequence[Kind], context: Context) -> str:
    """What is wrong with a text that is not one value of a kind, and an example of what to write."""
    example = next(example_of(k) for k in kinds if k.name == kind)
    advice = f"; write, for example, {example!r}" if example else ""
    said = text.strip()
    shown = repr(said if len(said) <= 60 else said[:57] + "…")
    if not said:
        return f"a {kind} is expected, but nothing is written{advice}"
    mentions = find(text, kinds, context)
    if not mentions:
        return f"{shown} is not a {kind}: no value was found in it{advice}"
    same = [m for m in mentions if m.value.kind == kind]
    if len(same) == 1 and len(mentions) == 1:
        return f"{shown} is more than one {kind}: {same[0].surface!r} is, the rest is not{advice}"
    if len(same) > 1:
        return f"{shown} holds {len(same)} values of the kind {kind}, one is expected{advice}"
    seen = ", ".join(f"{m.value.kind} {m.surface!r}" for m in mentions[:3])
    return f"{shown} is not a {kind}: found {seen}{advice}"


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        if gap.start() > start:
            yield start, text[start : gap.start()]
        start = gap.end()
    if start < len(text):
        yield start, text[start:] if start else text


def _triggers(kinds: Sequence[Kind]) -> frozenset[str] | None:
    """The words that make a text without digits worth reading; None where every text is."""
    if kinds is _latest[0]:
        known: frozenset[str] | None = _latest[1]
        return known
    found = _gathered(tuple(kinds))
    if isinstance(kinds, tuple):
        _latest[:] = [kinds, found]
    return found


_latest: list[Any] = [None, None]  # the kinds last asked for and their triggers: mostly the same are asked again


def _gathered(kinds: tuple[Kind, ...]) -> frozenset[str] | None:
    each = [triggers_of(kind) for kind in kinds]
    known = [triggers for triggers in each if triggers is not None]
    return frozenset().union(*known) if len(known) == len(each) else None


def _in_part(
    text: str,
    kinds: Sequence[Kind],
    triggers: frozenset[str] | None,
    context: Context,
    shift: int,
    quotations: Sequence[Quotation],
) -> list[Mention]:
    lower = lowered(text)
    if triggers is not None and not _DIGIT.search(lower) and triggers.isdisjoint(cut(lower)):
        return []
    tokens = placed(text, lower)
    read = numerals(tokens)
    found = [(f, rank) for rank, kind in enumerate(kinds) for f in kind.read(tokens, read, context)]
    return [_mention(tokens, f, shift, quotations) for f in _settled(found, len(tokens))]


def _settled(found: list[tuple[Found, int]], count: int) -> list[Found]:
    """The finds that stay: the longest first, then by the order of the kinds; no two overlap."""
    found.sort(key=_place)
    end = 0
    for f, _ in found:
        if f.first < end:
            break
        end = f.last
    else:
        return [f for f, _ in found]  # none overlap
    found.sort(key=lambda item: (item[0].first - item[0].last, item[1], item[0].first))
    taken = bytearray(count)
    kept = []
    for f, _ in found:
        # Whatever was taken before is at least as long, so it covers an end of any find that it overlaps.
        if taken[f.first] or taken[f.last - 1]:
            continue
        taken[f.first : f.last] = b"\x01" * (f.last - f.first)
        kept.append(f)
    kept.sort(key=lambda f: f.first)
    return kept


def _place(item: tuple[Found, int]) -> int:
    return item[0].first


def _mention(tokens: Tokens, found: Found, shift: int, quotations: Sequence[Quotation]) -> Mention:
    start, end = tokens.starts[found.first], tokens.ends[found.last - 1]
    span = Span(start + shift, end + shift)
    quotation = next((q for q in quotations if q.span.holds(span)), None) if quotations else None
    return Mention(
        span,
        tokens.text[start:end],
        found.value,
        tuple(found.alternatives),
        found.why,
        scope(tokens, found.first, found.last, found.scope),
        modality(tokens, found.first),
        quotation,
    )
