"""What stands in a claim file: the one table that reads it and gives its JSON Schema."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from claimcheck.claimfile.derivations import Derive
from claimcheck.errors import Problem
from claimcheck.grammar.late import late
from claimcheck.located_yaml import Choice, Data, Day, Field, Items, Located, Path, Read, Record, Text, json_schema
from claimcheck.model.ties import OverTime

SCHEMA_ID = "claims.schema.json"
_NUMBER = late(
    r"(?:[$€£¥][ ]?)?(?:\d[\d.,]*\d|\d)(?:[ ](?:thousand|[mbtr]+illion|per cent|percent|years?)|[ ]?%)?"
)
_PLACEHOLDER = re.compile(r"\{\s*(\w*)\s*\}")


def schema(kinds: Sequence[str]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of claim files.

    Args:
        kinds: Names of the value kinds.
    """
    return json_schema(claim_file(kinds), "claimcheck claim file", SCHEMA_ID)


def claim_file(kinds: Sequence[str]) -> Record:
    """The shape of a whole claim file."""
    about = "The claims of this file."
    claims = Field(
        "claims", Items(_claim(tuple(kinds)), least=1), about, required=True, example="a list of claims"
    )
    return Record("claim file", (claims, *_shared("of all claims of the file")))


class Statement:
    """A statement with `{value}` standing exactly once where the value belongs."""

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """The statement."""
        text, problems = Text().read(file, path, data)
        if not isinstance(data, str) or not data.strip():
            return None, problems
        found = (data + file.cut(path)).count("{value}")
        if found == 1:
            return text, problems
        place = file.place(path)
        if found > 1:
            advice = "keep one; write a claim for each value"
            return None, (*problems, Problem("`{value}` stands more than once in the statement", advice, place))
        return None, (*problems, Problem("the statement has no `{value}`", _placeholder_advice(data), place))

    def schema(self) -> dict[str, Any]:
        """A text that holds the placeholder once."""
        once = r"^(?:(?!\{value\})[\s\S])*\{value\}(?:(?!\{value\})[\s\S])*$"
        return {"type": "string", "pattern": once}


def _placeholder_advice(text: str) -> str:
    other = _PLACEHOLDER.search(text)
    if other:
        return f"write {{value}} for {other.group()}"
    number = _NUMBER().search(text)
    where = f", in place of `{number.group()}`" if number else ""
    return f"write {{value}} where the value belongs{where}"


def _slug(text: str) -> str:
    """An id made of a text that is none."""
    return re.sub(r"[^A-Za-z0-9._]+", "-", text).strip("-._")


_ID = Text(
    pattern=r"[A-Za-z0-9][A-Za-z0-9._-]*",
    wording="an id: letters, digits, `-`, `_` and `.`, beginning with a letter or digit",
    repair=_slug,
    words=False,
)


def _share(text: str) -> Decimal:
    """`5 %` as 0.05; `full` as infinity."""
    return Decimal("Infinity") if text == "full" else Decimal(text.removesuffix("%").strip()) / 100


def _percentage(text: str) -> str:
    """A percentage for a number that is none."""
    number = re.fullmatch(r"(\d+(?:\.\d+)?)( ?per ?cent)?", text)
    if number is None:
        return ""
    value = Decimal(number.group(1))
    return f"{(value * 100 if 0 < value < 1 else value).normalize():f} %"


_ROUNDING = Text(
    pattern=r"\d{1,3}(?:\.\d{1,3})?\s*%|full",
    wording="a percentage like `5 %`, nor `full`",
    repair=_percentage,
    convert=_share,
    words=False,
    numeric=False,
)
_TEXTS = Items(Text())
_SOURCE = Text(words=False)


def _shared(whose: str) -> tuple[Field, ...]:
    """The fields that a file may set for all its claims, and a claim for itself."""
    return (
        Field("subject", Text(), f"What the text speaks of; the subject {whose}.", example="Mérida Initiative"),
        Field("aliases", _TEXTS, "Other names of the subject.", example="[Merida, the initiative]"),
        Field("cues", _TEXTS, "Words that show that a sentence speaks of the claim.", example="[given, in total]"),
        Field("reject", _TEXTS, "Words that show that a sentence does not.", example="[aircraft]"),
        Field("tags", _TEXTS, "Free words to select claims by.", example="[money]"),
        Field("rounding", _ROUNDING, "How far plain rounding may reach: `5 %`, `0 %`, `full`.", example="5 %"),
    )


def _claim(kinds: tuple[str, ...]) -> Record:
    return Record(
        "claim",
        (
            Field("id", _ID, "Its name, unique among all claims.", True, "merida-start-year"),
            Field("statement", Statement(), "The statement, {value} where its value belongs.", True, _EXAMPLE),
            Field("kind", Choice(kinds, "kinds of value"), "What kind of value answers it.", True, kinds[0]),
            *_shared("of this claim"),
            Field("unit", Text(), "The unit or counted noun that the value must have.", example="deaths"),
            Field("during", Text(), "The year or date that the value must belong to.", example="2019"),
            Field("expect", Text(), "The value that is expected.", example="$3 billion"),
            Field("implies", _IMPLIES, "What its values imply for other claims."),
            Field("derive", Derive(_ID), "How its value follows from those of other claims."),
            Field("over_time", _OVER_TIME, "How the quantity moves: `grows` (a running total) or `changes`."),
            Field("readings", Items(_READING), "Readings curated by hand, checked against the text."),
            Field("accepted", Items(Accepted()), "Disagreements and conflicts that are let stand."),
            Field("note", Text(), "Anything a reader of the report should know."),
        ),
    )


_OVER_TIME = Choice(tuple(way.value for way in OverTime), "ways to move over time", OverTime)
_EXAMPLE = "The pact began in {value}."
_IMPLIES = Record(
    "tie (`implies`)",
    (Field("start", _ID, "The claim for whose date or year this duration implies a start.", True, "pact-start"),),
)
_READING = Record(
    "reading",
    (
        Field("source", _SOURCE, "Id of the source.", True, '"001"'),
        Field("quote", Text(quoted=True), "A few words copied from it.", True, "about $3.3 billion"),
        Field("value", Text(), "What they say; left out, it is read from the quote.", example="$3.3 billion"),
    ),
)


class Statements:
    """What is said for each of two claims or more: ids and values."""

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """The values as written by the ids of their claims; None for one that could not be read."""
        if not isinstance(data, dict) or len(data) < 2:
            advice = "write each claim with its value, like {pact-start: 2007, pact-age: 13 years}"
            message = "a conflict names two claims or more, each with the value that is said for it"
            return None, (Problem(message, advice, file.place(path)),)
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, text in data.items():
            values[name], found = Text().read(file, (*path, name), text)
            problems += found
        return values, tuple(problems)

    def schema(self) -> dict[str, Any]:
        """An object of two texts or more."""
        return {"type": "object", "minProperties": 2, "additionalProperties": Text().schema()}


class Accepted:
    """An accepted disagreement, by its values, or an accepted conflict between claims, by its statements."""

    def read(self, file: Located, path: Path, data: Data) -> Read:
        """A dictionary of what could be read."""
        found, problems = _ACCEPTANCE.read(file, path, data)
        if isinstance(data, dict) and ("values" in data) == ("conflict" in data):
            message = "an accepted disagreement names either `values` of this claim or a `conflict` of claims"
            advice = "add `values: [2007, 2008]`, or `conflict: {pact-start: 2007, pact-age: 13 years}`"
            where = file.place(path) if "values" not in data else file.key_place((*path, "conflict"))
            advice = "keep one, and write an entry for the other" if "values" in data else advice
            problems = (*problems, Problem(message, advice, where))
        return found, problems

    def schema(self) -> dict[str, Any]:
        """An object with one of the two."""
        return _ACCEPTANCE.schema() | {"oneOf": [{"required": ["values"]}, {"required": ["conflict"]}]}


_ACCEPTANCE = Record(
    "accepted disagreement",
    (
        Field("sources", Items(_SOURCE, least=1), "The sources that disagree.", True, '["001", "004"]'),
        Field("values", Items(Text(), least=2), "What they say, at least two values.", example='["2007", "2008"]'),
        Field("conflict", Statements(), "What is said for claims that cannot all be true, by their ids."),
        Field("why", Text(), "The reason; a report shows it.", True, "announced 2007, first paid 2008"),
        Field("by", Text(), "Who accepted it.", example="ana"),
        Field("on", Day(), "When.", example="2026-11-22"),
    ),
)


def kinds_of(kinds: Sequence[str], wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of `wanted` that there are, in their order."""
    return tuple(kind for kind in wanted if kind in kinds)
