"""How problems are put: in order, in few words, with the word that was meant."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches

from claimcheck.errors import Place, Problem

_LONGEST = 60  # characters of a word that is compared: nobody mistypes a longer one into another
_MANY = 300  # options that are compared; of more, those with the same beginning


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of their files and of their places in them; those without a place first."""
    return tuple(sorted(problems, key=lambda p: _order(p.place)))


def _order(place: Place | None) -> tuple[str, int, int]:
    return (place.path, place.line, place.column) if place else ("", 0, 0)


def did_you_mean(word: str, options: Collection[str]) -> str:
    """`did you mean …?` for a mistyped word, empty when nothing is near."""
    if len(word) > _LONGEST:
        return ""
    folded = {option.casefold(): option for option in options}
    wanted = word.casefold()
    likely = [o for o in folded if o[:3] == wanted[:3]] if len(folded) > _MANY else list(folded)
    near = get_close_matches(wanted, likely[:_MANY], n=1, cutoff=0.7)
    return f"did you mean `{folded[near[0]]}`?" if near else ""


def short(text: str, most: int = 60) -> str:
    """A text for a message: on one line, cut when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
