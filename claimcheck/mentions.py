"""Finding values: every kind reads the tokens of a text once, and overlaps are settled; the longest wins.

`find` reads a text, `in_sentence` a sentence of a document (with the quotation a value stands in), `in_sentences`
all of them, `read_value` a text that must be exactly one value, as in claim files. Beside the value a mention
keeps the words that limit it (`per year`, `in total`, `up from`) and whether it is stated as a fact, planned,
denied or merely supposed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from claimcheck.errors import InvalidValue
from claimcheck.grammar.kind import Found, Kind, example_of, needs_of, triggers_of
from claimcheck.grammar.memo import Memo
from claimcheck.grammar.modality import modality, tells
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.scope import reaches, scope
from claimcheck.grammar.tokens import Tokens, lowered, pieces, tokenize, tokens_of
from claimcheck.model.claim import Mention, Modality
from claimcheck.model.text import Context, Quotation, Sentence, Span
from claimcheck.model.value import Value

_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n")


def find(text: str, kinds: Sequence[Kind], context: Context) -> tuple[Mention, ...]:
    """Every value in `text`.

    Args:
        text: Any text; no value reaches over an empty line.
        kinds: The kinds to look for, in the order that settles ties.
        context: What relative and local words are read against.

    Returns:
        The mentions in the order of the text, not overlapping; spans in characters of `text`.
    """
    dispatch = _dispatch(kinds)
    found: list[Mention] = []
    for start, part in _paragraphs(text):
        found += _in_part(part, dispatch, context, start, ())
    return tuple(found)


def in_sentence(sentence: Sentence, kinds: Sequence[Kind], context: Context) -> tuple[Mention, ...]:
    """Every value in a sentence, with spans in characters of its document, and the quotation each stands in."""
    found = _in_part(sentence.text, _dispatch(kinds), context, sentence.span.start, sentence.quotations)
    return tuple(found)


def in_sentences(
    sentences: Sequence[Sentence], kinds: Sequence[Kind], context: Context
) -> tuple[tuple[Mention, ...], ...]:
    """Every value of each sentence, as `in_sentence` reads it.

    A date that leans on one named before it (`in the same year`) is resolved from the sentences before it in its
    paragraph, two at most.
    """
    return tuple(in_nth(sentences, n, kinds, context) for n in range(len(sentences)))


def in_nth(sentences: Sequence[Sentence], n: int, kinds: Sequence[Kind], context: Context) -> tuple[Mention, ...]:
    """Every value of the sentence at position `n`, as `in_sentences` reads it; the others are not read for it."""
    sentence = sentences[n]
    found = in_sentence(sentence, kinds, context)
    if any(map(_leans, found)):
        before = [s for s in sentences[max(0, n - _BEFORE) : n] if s.paragraph == sentence.paragraph]
        found = _with_before(before, sentence, found, kinds, context)
    return found


_BEFORE: Final = 2


def _leans(mention: Mention) -> bool:
    return mention.value.unit == "day" and mention.value.extent is None


def _with_before(
    before: Sequence[Sentence],
    sentence: Sentence,
    found: tuple[Mention, ...],
    kinds: Sequence[Kind],
    context: Context,
) -> tuple[Mention, ...]:
    """The mentions of a sentence, those that lean on the sentences before it read once more together with them."""
    if not before:
        return found
    text, shift = "", before[0].span.start
    for one in (*before, sentence):
        text = text.ljust(one.span.start - shift) + one.text
    whole = _in_part(text, _dispatch(kinds), context, shift, sentence.quotations)
    again = {mention.span: mention for mention in whole}
    return tuple(again.get(m.span, m) if _leans(m) else m for m in found)


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


class _Dispatch:
    """Which kinds a text is worth showing to, told by its tokens.

    Each kind has two bits: one that a token of its `needs` sets, one that a digit or a token of its `triggers`
    sets; where a kind states none, the bit is set from the start. A kind is asked where both are set.
    """

    def __init__(self, kinds: tuple[Kind, ...]) -> None:
        self.kinds = kinds
        self.of = Memo(self._of_chunk).__getitem__
        each = [(needs_of(kind), triggers_of(kind)) for kind in kinds]
        # Bit k is for what kind k needs, bit k + len(kinds) for what triggers it.
        sets = [needs for needs, _ in each] + [triggers for _, triggers in each]
        self._count = len(kinds)
        self._always = sum(1 << k for k, words in enumerate(sets) if words is None)
        self._digit = (1 << 2 * self._count) - (1 << self._count)
        self._told: dict[str, int] = {}
        for k, words in enumerate(sets):
            for word in words or ():
                self._told[word] = self._told.get(word, 0) | 1 << k
        self._chosen: dict[int, tuple[tuple[int, Kind], ...]] = {}

    def _of_chunk(self, chunk: str) -> int:
        """The bits that a stretch without white space, in lower case, sets."""
        bits = 0
        for word in pieces(chunk):
            if word[0].isdecimal():
                bits |= self._digit
            bits |= self._told.get(word, 0)
        return bits

    def chosen(self, chunks: list[str]) -> tuple[tuple[int, Kind], ...]:
        """The kinds to ask, each with its rank, where a text consists of `chunks`."""
        bits = self._always
        for more in set(map(self.of, chunks)):
            bits |= more
        found = self._chosen.get(bits)
        if found is None:
            if len(self._chosen) >= _MOST_CHOICES:
                self._chosen.clear()
            both = bits & bits >> self._count
            found = tuple((rank, kind) for rank, kind in enumerate(self.kinds) if both >> rank & 1)
            self._chosen[bits] = found
        return found


_MOST_CHOICES: Final = 4096  # of sets of bits that are kept with the kinds they choose
_latest: list[_Dispatch] = []  # that of the kinds last asked for: mostly the same are asked again


def _dispatch(kinds: Sequence[Kind]) -> _Dispatch:
    if _latest and (kinds is _latest[0].kinds or tuple(kinds) == _latest[0].kinds):
        return _latest[0]
    _latest[:] = [_Dispatch(tuple(kinds))]
    return _latest[0]


def _in_part(
    text: str, dispatch: _Dispatch, context: Context, shift: int, quotations: Sequence[Quotation]
) -> list[Mention]:
    lower = lowered(text)
    chunks = lower.split()
    kinds = dispatch.chosen(chunks)
    if not kinds:
        return []
    tokens = tokens_of(text, lower, chunks)
    read = numerals(tokens)
    found = [(f, rank) for rank, kind in kinds for f in kind.read(tokens, read, context)]
    if not found:
        return []
    telling, aside = tells(tokens), reaches(tokens)
    return [_mention(tokens, f, shift, quotations, telling, aside) for f in _settled(found, len(tokens))]


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


_STATED: Final = Modality.STATED


def _mention(
    tokens: Tokens, found: Found, shift: int, quotations: Sequence[Quotation], telling: bool, aside: bool
) -> Mention:
    """A find as a mention; `telling` and `aside` say what `tells` and `reaches` say of the text."""
    first, last, value, alternatives, why, known = found
    start, end = tokens.starts[first], tokens.ends[last - 1]
    span = Span(start + shift, end + shift)
    quotation = next((q for q in quotations if q.span.holds(span)), None) if quotations else None
    return Mention(
        span,
        tokens.text[start:end],
        value,
        alternatives,
        why,
        scope(tokens, first, last, known, value.kind, aside=aside),
        modality(tokens, first) if telling else _STATED,
        quotation,
    )
