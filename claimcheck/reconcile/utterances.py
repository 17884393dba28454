"""How two quotations relate: whether they give one utterance, and in which words they differ.

The words are aligned in order. What the one has at an end where the other has nothing, or where the other has an
ellipsis or square brackets, is cut and not changed. A difference that turns the sense (a `not`, a figure, an
opposite, another name) is told from one that may be a translator's choice of words.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from claimcheck.grammar.stems import stem
from claimcheck.grammar.utterance import GAP, Word, utterance
from claimcheck.grammar.word_sets import words
from claimcheck.model.comparison import Relation
from claimcheck.similarity import alike

Judgement = tuple[Relation, str]

SAME_UTTERANCE = 0.6
"""Share of the shorter quotation's words of matter that the other has, from which both give one utterance. Two
sentences of one speech about one thing share up to half; an utterance translated twice keeps more."""
LEAST = 2
"""Words of matter below which only a quotation that the other holds whole can be told to be the same utterance."""
PARAPHRASED = 3
"""Places with other words from which a quotation is called a paraphrase."""

_BESIDE = 2  # words beyond the length of the shorter side that belong to a difference at an end
_SHOWN = 4  # differences named in a reason
_LONGEST = 8  # words of a difference that are shown
_SLIGHT = words("a an the that and also just very so well")  # what a hasty hand drops without a change of sense
_NEGATIONS = words("not no never neither nor nobody nothing none nowhere without hardly scarcely")
_ONLY = words("only just merely simply")
_OPPOSITES = frozenset(
    frozenset(map(stem, pair.split("/")))
    for pair in (
        "more/fewer more/less most/least higher/lower high/low up/down better/worse increase/decrease "
        "increase/reduce rise/fall grow/shrink gain/lose win/lose always/never all/none all/some everyone/nobody "
        "before/after first/last support/oppose accept/reject agree/disagree allow/forbid allow/ban begin/end "
        "start/stop open/close hire/fire buy/sell guilty/innocent safe/unsafe possible/impossible legal/illegal "
        "good/bad strong/weak strengthen/weaken wide/narrow early/late true/false can/must may/must yes/no "
        "add/remove succeed/fail success/failure ally/enemy friend/enemy war/peace north/south east/west "
        "with/without for/against north/south can/will may/will might/will could/will"
    ).split()
)


class _Edit(NamedTuple):
    """Where two quotations part.

    Attributes:
        left: The words of the first; empty where only the second has some.
        right: The words of the second.
        cut: Whether the one merely ends, begins later or has an ellipsis where the other goes on.
    """

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    cut: bool

    def turned(self) -> "_Edit":
        """The same with the words in the other direction."""
        return _Edit(self.left[::-1], self.right[::-1], self.cut)

    @property
    def told(self) -> str:
        """Both in quotation marks, as written."""
        if self.left and self.right:
            return f"{_shown(self.left)} / {_shown(self.right)}"
        return f"{_shown(self.left or self.right)} in one only"


def relate_quotes(one: str, other: str) -> Judgement:
    """How two quotations relate, with the reason; the same whichever comes first.

    >>> relate_quotes("We will not raise taxes this year.", "We will raise taxes this year")
    (<Relation.DISCREPANT: 'discrepant'>, 'the same utterance, but “not” stands in one only')
    """
    one, other = sorted((one, other))
    if one == other:
        return Relation.EXACT, "the same words"
    a, b = utterance(one), utterance(other)
    edits = tuple(_edits(a, b))
    if not edits:
        return Relation.WITHIN_PRECISION, "the same words but for typography, capitals or contractions"
    differing = [edit for edit in edits if not edit.cut]
    shared = _shared(a, b)
    least = min(len(_matter(a)), len(_matter(b)))
    whole = not differing and least and (_none_of(e.left for e in edits) or _none_of(e.right for e in edits))
    if not whole and (least < LEAST or len(shared) < SAME_UTTERANCE * least):
        said = ", ".join(f"“{word}”" for word in list(dict.fromkeys(shared))[:_SHOWN])
        return Relation.NOT_COMPARABLE, "two different utterances" + (f": they share only {said}" if said else "")
    return _differing(differing) if differing else _cut(a, b, edits)


def _none_of(sides: Iterable[tuple[Word, ...]]) -> bool:
    """Whether one quotation has nothing, an ellipsis aside, that the other has not."""
    return all(word.key == GAP for side in sides for word in side)


def _differing(edits: Sequence[_Edit]) -> Judgement:
    """One utterance with other words in places."""
    turned = next((t for edit in edits if (t := _turn(edit))), "")
    if turned:
        return Relation.DISCREPANT, f"the same utterance, but {turned}"
    told = "; ".join(edit.told for edit in edits[:_SHOWN]) + ("; …" if len(edits) > _SHOWN else "")
    changed = [e for e in edits if any(word.key not in _SLIGHT for word in (*e.left, *e.right))]
    if not changed:
        return Relation.COMPATIBLE, f"the same words but for small ones: {told}"
    if len(changed) >= PARAPHRASED:
        return Relation.TENSION, f"the same utterance in other words, as in two translations: {told}"
    return Relation.TENSION, f"the same utterance, differently worded: {told}"


def _matter(said: Sequence[Word]) -> list[Word]:
    return [word for word in said if word.matters]


def _edits(a: tuple[Word, ...], b: tuple[Word, ...]) -> Iterator[_Edit]:
    """Where two quotations part, in order."""
    matcher = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    codes = matcher.get_opcodes()
    for n, (what, i, j, k, m) in enumerate(codes):
        if what == "equal":
            continue
        left, right = a[i:j], b[k:m]
        first, last = n == 0 < len(codes) - 1, n == len(codes) - 1 > 0
        if any(w.key == GAP for w in (*left, *right)):
            own = [w for w in left if w.key != GAP], [w for w in right if w.key != GAP]
            yield from (_Edit(left, right, not all(own)),) if any(own) else ()
        elif not (left and right):
            yield _Edit(left, right, first or last)
        elif first:
            yield from reversed([edit.turned() for edit in _outer(left[::-1], right[::-1])])
        elif last:
            yield from _outer(left, right)
        else:
            yield _Edit(left, right, False)


def _outer(left: tuple[Word, ...], right: tuple[Word, ...]) -> Iterator[_Edit]:
    """A difference at an end: the one may also go on beyond what the other has."""
    kept = min(len(left), len(right)) + _BESIDE
    yield _Edit(left[:kept], right[:kept], False)
    if left[kept:] or right[kept:]:
        yield _Edit(left[kept:], right[kept:], True)


def _shared(a: tuple[Word, ...], b: tuple[Word, ...]) -> list[str]:
    """The words of matter of the shorter quotation that the other has too, in any form and order, as written."""
    shorter, longer = sorted((_matter(a), _matter(b)), key=lambda w: (len(w), [x.key for x in w]))
    left = [word.key for word in longer]
    found = []
    for word in shorter:
        same = next((k for k in left if k == word.key), None) or next(
            (k for k in left if stem(k) == stem(word.key) or alike(k, word.key)), None
        )
        if same is not None:
            left.remove(same)
            found.append(word.key)
    return found


def _cut(a: tuple[Word, ...], b: tuple[Word, ...], edits: Sequence[_Edit]) -> Judgement:
    """One quotation is a part of the other."""
    longer = max(a, b, key=len)
    for edit in edits:
        gone = edit.left or edit.right
        end = longer.index(gone[-1]) + 1 if gone[-1] in longer else len(longer)
        if end < len(longer):
            lost = [w for w in gone if w.clause == longer[end].clause and w.key in _NEGATIONS]
            if lost:
                return Relation.TENSION, f"one is cut so that “{lost[-1].written}” is lost"
    told = "; ".join(edit.told for edit in edits[:_SHOWN])
    return Relation.COMPATIBLE, f"the same utterance, cut: {told}"


def _turn(edit: _Edit) -> str:
    """How a difference turns the sense; empty where it need not."""
    negated = [[w for w in side if w.key in _NEGATIONS] for side in (edit.left, edit.right)]
    both = [{w.key for w in side} for side in (edit.left, edit.right)]
    if len(negated[0]) != len(negated[1]) and not (both[0] | both[1]) & _ONLY:
        word = max(negated, key=len)[0].written
        return f"“{word}” stands in one only"
    figures = [{w.key for w in side if w.is_number} for side in (edit.left, edit.right)]
    if all(figures) and figures[0] != figures[1]:
        return f"with another figure: {edit.told}"
    opposite = next(
        ((p, q) for p in edit.left for q in edit.right if frozenset((stem(p.key), stem(q.key))) in _OPPOSITES),
        None,
    )
    if opposite:
        return f"turned round: “{opposite[0].written}” / “{opposite[1].written}”"
    named = [[w for w in side if w.capital] for side in (edit.left, edit.right)]
    if all(named) and not any(p.key == q.key or alike(p.key, q.key) for p in named[0] for q in named[1]):
        return f"of another name: {edit.told}"
    return ""


def _shown(said: Sequence[Word]) -> str:
    """Words as written, in quotation marks; many are cut short."""
    written = [word.written for n, word in enumerate(said) if not n or word is not said[n - 1]]
    plain = [w for n, w in enumerate(written) if not n or w != written[n - 1] or "'" not in w]
    text = " ".join(plain[:_LONGEST])
    return f"“{text}{' …' if len(plain) > _LONGEST else ''}”"
