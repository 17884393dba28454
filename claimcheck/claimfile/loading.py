"""From claim files to one set of claims."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from claimcheck.claimfile.derivations import derivation, written
from claimcheck.claimfile.fields import claim_file, kinds_of
from claimcheck.claimfile.files import claim_files, lacks_list, what_else
from claimcheck.claimfile.references import Named, clashes, derivations, ties
from claimcheck.errors import ClaimFileError, InvalidInput, InvalidValue, Problem
from claimcheck.located_yaml import MOST_REPORTED, Located, by_place, did_you_mean, read, short, structure
from claimcheck.located_yaml import Path as DataPath
from claimcheck.model.claim import Acceptance, Claim, ClaimSet, CuratedReading
from claimcheck.model.ties import Implication, ImpliedEnd
from claimcheck.model.value import Value

ReadValue = Callable[[str, str], Value]
"""Reads a text as a value of the kind named; raises InvalidValue for any other text."""


def load_claims(paths: Sequence[Path | str], read_value: ReadValue, kinds: Sequence[str]) -> ClaimSet:
    """Load claim files.

    Args:
        paths: Files, and folders whose claim files are all loaded, those of their own folders included.
        read_value: Reads the values written in claim files, as those in articles are read.
        kinds: Names of the value kinds there are.

    Raises:
        ClaimFileError: With all problems of all files, sorted by file and place.
    """
    if not paths:
        raise ClaimFileError(Problem("no claim file is given", "name a file or a folder of claim files"))
    loader = _Loader(read_value, tuple(kinds))
    for path in paths:
        loader.take(path)
    loader.make()
    problems = (
        *loader.problems,
        *islice(clashes(loader.named), MOST_REPORTED),
        *islice(ties(loader.named), MOST_REPORTED),
        *islice(derivations(loader.named), MOST_REPORTED),
    )
    if problems:
        raise ClaimFileError(*by_place(problems))
    return ClaimSet(tuple(loader.claims), tuple(loader.files))


class _Loader:
    """Gathers claims, names and problems over the files of one call."""

    def __init__(self, read_value: ReadValue, kinds: tuple[str, ...]) -> None:
        self.read_value = read_value
        self.kinds = kinds
        self.claims: list[Claim] = []
        self.files: list[str] = []
        self.named: list[Named] = []
        self.problems: list[Problem] = []
        self.parsed: list[tuple[Located, Mapping[str, Any]]] = []

    def take(self, path: Path | str) -> None:
        """Load a file, or the files of a folder."""
        where = Path(path)
        if not where.is_dir():
            self._file(where, str(path))
            return
        found = False
        for file, known in claim_files(where):
            found = True
            self._file(file, str(file), known)
        if not found:
            self.problems.append(Problem(f"there is no claim file in {path}", "claim files end in .yaml or .yml"))

    def _file(self, path: Path, shown: str, known: Located | None = None) -> None:
        """Load a file, which may have been read already."""
        if shown in self.files:
            return  # named twice, or once by itself and once by its folder
        self.files.append(shown)
        try:
            file = known or read(path, shown)
        except InvalidInput as error:
            self.problems += error.problems
            return
        other = what_else(file.data)
        if other:
            advice = "give it as the sources" if "source" in other else "it is found beside the claim files"
            self.problems.append(Problem(f"this is {other}, not a claim file", advice, file.place()))
            return
        if lacks_list(file.data):
            advice = "write `claims:` on a line, and under it each claim as an item that begins with `- id: …`"
            self.problems.append(
                Problem("the claims do not stand in a list under `claims:`", advice, file.place())
            )
            return
        data, problems = structure(file, claim_file(self.kinds))
        self.problems += problems
        self.named += _names(file)
        if data is not None:
            self.parsed.append((file, data))

    def make(self) -> None:
        """Make the claims, once the kinds of all of them are known: one may speak of the values of others."""
        kind_of = {claim.id: claim.kind for claim in reversed(self.named)}
        for file, data in self.parsed:
            self._claims(file, data, kind_of)

    def _claims(self, file: Located, data: Mapping[str, Any], kind_of: Mapping[str, str]) -> None:
        shared = {key: value for key, value in data.items() if key != "claims"}
        for i, own in enumerate(data.get("claims") or ()):
            if own is not None:
                what = file, ("claims", i), own, shared, kind_of
                claim = _Maker(self.read_value, self.kinds, *what, self.problems).claim()
                if claim is not None:
                    self.claims.append(claim)


class _Maker(NamedTuple):
    """Makes one claim of what could be read of it, its values included.

    Attributes:
        own: The claim's own fields.
        shared: The fields that its file sets for all.
        kind_of: The kinds of all claims as written, by their ids.
        problems: Where it adds what is wrong.
    """

    read_value: ReadValue
    kinds: tuple[str, ...]
    file: Located
    path: DataPath
    own: Mapping[str, Any]
    shared: Mapping[str, Any]
    kind_of: Mapping[str, str]
    problems: list[Problem]

    def claim(self) -> Claim | None:
        """The claim; None where something that it needs could not be read (and is a problem already)."""
        kind = self.own.get("kind", "")
        expect = self._value(("expect",), self.own.get("expect"), (kind,))
        days = kinds_of(self.kinds, ("date", "year"))
        during = self._value(("during",), self.own.get("during"), days)
        readings = tuple(self._readings(kind))
        accepted = tuple(self._acceptances(kind))
        if not all(key in self.own for key in ("id", "statement", "kind")):
            return None
        return Claim(
            id=self.own["id"],
            kind=kind,
            statement=self.own["statement"],
            subject=self.own.get("subject", self.shared.get("subject", "")),
            aliases=self._aliases(),
            cues=self._joined("cues"),
            reject=self._joined("reject"),
            unit=self.own.get("unit", ""),
            during=during,
            expect=expect,
            rounding=self._rounding(),
            implies=tuple(self._implications()),
            derive=derivation(self.own["derive"], self._place("derive")) if "derive" in self.own else None,
            over_time=self.own.get("over_time"),
            readings=readings,
            accepted=accepted,
            tags=self._joined("tags"),
            note=self.own.get("note", ""),
            place=self._place("id"),
        )

    def _place(self, *key: str | int) -> Any:
        return self.file.place((*self.path, *key))

    def _joined(self, key: str) -> tuple[str, ...]:
        """The file's list and then the claim's own, each word once."""
        return _once((*self.shared.get(key, ()), *self.own.get(key, ())))

    def _aliases(self) -> tuple[str, ...]:
        """The file's aliases name the file's subject, so a claim with another subject has only its own."""
        return _once(self.own.get("aliases", ())) if "subject" in self.own else self._joined("aliases")

    def _rounding(self) -> Decimal | None:
        found = self.own.get("rounding", self.shared.get("rounding"))
        return None if found is None else Decimal(found)

    def _value(self, key: DataPath, text: str | None, kinds: Sequence[str]) -> Value | None:
        """A value in the first of `kinds` that can read it; None without a text or a known kind."""
        if text is None or not kinds or not kinds[0]:
            return None
        reasons = []
        for kind in kinds:
            try:
                return self.read_value(text, kind)
            except InvalidValue as error:
                reasons.append(str(error))
        message = f"`{short(text)}` is not a value of the kind {' or '.join(kinds)}"
        place = self.file.place((*self.path, *key))
        self.problems.append(Problem(message, "; ".join(dict.fromkeys(reasons)), place))
        return None

    def _implications(self) -> Iterator[Implication]:
        start = (self.own.get("implies") or {}).get("start")
        if start is not None:
            yield Implication(ImpliedEnd.START, start, self._place("implies", "start"))

    def _readings(self, kind: str) -> Iterator[CuratedReading]:
        for i, entry in enumerate(self.own.get("readings") or ()):
            value = self._value(("readings", i, "value"), (entry or {}).get("value"), (kind,))
            if entry and "source" in entry and "quote" in entry:
                yield CuratedReading(entry["source"], entry["quote"], value, self._place("readings", i))

    def _acceptances(self, kind: str) -> Iterator[Acceptance]:
        for i, entry in enumerate(self.own.get("accepted") or ()):
            said = entry or {}
            claims = tuple(said.get("conflict", ()))
            values = self._conflicting(i, said["conflict"]) if claims else self._differing(i, said, kind)
            sources = _once(said.get("sources") or ())
            if sources and "why" in said and (values or not claims):
                who = (said.get("by", ""), said.get("on"), said["why"])
                yield Acceptance(sources, values, *who, self._place("accepted", i), claims)

    def _differing(self, i: int, entry: Mapping[str, Any], kind: str) -> tuple[Value, ...]:
        texts = entry.get("values") or ()
        read = [self._value(("accepted", i, "values", n), text, (kind,)) for n, text in enumerate(texts)]
        values = tuple(value for value in read if value is not None)
        if len(values) > 1 and len(set(values)) == 1:
            advice = "name the values that differ"
            message = "the accepted values are all the same, so there is nothing to accept"
            self.problems.append(Problem(message, advice, self._place("accepted", i, "values")))
        return values

    def _conflicting(self, i: int, said: Mapping[str, str | None]) -> tuple[Value, ...]:
        """The values of a conflict, each in the kind of its claim; none where one cannot be read."""
        own = self.own.get("id", "")
        if own not in said:
            advice = f"add what is said for `{own}`, or move the entry to the claim that the conflict is shown at"
            message = "this conflict does not name the claim that it stands at"
            self.problems.append(Problem(message, advice, self._place("accepted", i, "conflict")))
        values = [self._of_claim(("accepted", i, "conflict", name), name, text) for name, text in said.items()]
        return tuple(value for value in values if value is not None) if None not in values else ()

    def _of_claim(self, key: DataPath, name: str, text: str | None) -> Value | None:
        if name not in self.kind_of:
            advice = did_you_mean(name, self.kind_of) or "give the id of a claim in these files"
            place = self.file.key_place((*self.path, *key))
            self.problems.append(Problem(f"there is no claim `{short(name)}`", advice, place))
            return None
        kind = self.kind_of[name]
        days = kinds_of(self.kinds, ("date", "year"))
        return self._value(key, text, (kind, *(other for other in days if kind in days and other != kind)))


def _once(words: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word is not None))


def _names(file: Located) -> Iterator[Named]:
    """The id, kind and tie of each claim as written, whether or not the rest of the claim can be read."""
    claims = file.data.get("claims") if isinstance(file.data, dict) else None
    for i, data in enumerate(claims if isinstance(claims, list) else ()):
        name = data.get("id") if isinstance(data, dict) else None
        if isinstance(data, dict) and isinstance(name, str) and name.strip():
            kind, implies = data.get("kind"), data.get("implies")
            start = implies.get("start") if isinstance(implies, dict) else None
            tie = (
                (start.strip(), file.place(("claims", i, "implies", "start"))) if isinstance(start, str) else None
            )
            place = file.place(("claims", i, "id"))
            derive = written(file, ("claims", i, "derive"), data.get("derive", ""))
            yield Named(name.strip(), place, kind.strip() if isinstance(kind, str) else "", tie, derive)
