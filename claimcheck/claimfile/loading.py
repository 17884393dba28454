"""From claim files to one set of claims."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from attrs import define, field

from claimcheck.claimfile.derivations import derivation, written
from claimcheck.claimfile.fields import claim_file, kinds_of
from claimcheck.claimfile.references import Named, clashes, derivations, ties
from claimcheck.errors import ClaimFileError, InvalidInput, InvalidValue, Problem
from claimcheck.located_yaml import MOST_REPORTED, Data, Located, by_place, read, short, structure
from claimcheck.located_yaml import Path as DataPath
from claimcheck.model.claim import Acceptance, Claim, ClaimSet, CuratedReading, Implication, ImpliedEnd
from claimcheck.model.value import Value

ReadValue = Callable[[str, str], Value]
"""Reads a text as a value of the kind named; raises InvalidValue for any other text."""

_SUFFIXES = (".yaml", ".yml")
_OTHER_FILES = {"sources": "a source manifest", "decisions": "a decisions file"}


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
    problems = (
        *loader.problems,
        *islice(clashes(loader.named), MOST_REPORTED),
        *islice(ties(loader.named), MOST_REPORTED),
        *islice(derivations(loader.named), MOST_REPORTED),
    )
    if problems:
        raise ClaimFileError(*by_place(problems))
    return ClaimSet(tuple(loader.claims), tuple(loader.files))


def claim_files(folder: Path) -> tuple[Path, ...]:
    """The claim files under a folder, sorted; hidden files and folders are passed over.

    A YAML file with `sources` or `decisions` at its top and no `claims` is something else and left out. One that
    cannot be read is kept: loading it says what is wrong.
    """
    found = (p for p in sorted(folder.rglob("*")) if p.suffix.lower() in _SUFFIXES and p.is_file())
    visible = (p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts))
    return tuple(p for p in visible if not _is_something_else(p))


def _is_something_else(path: Path) -> bool:
    try:
        return bool(_other(read(path).data))
    except InvalidInput:
        return False  # loading it will raise the same, with its place


def _other(data: Data) -> str:
    """What a YAML file is when it is no claim file, judged by the keys at its top; empty for a claim file."""
    if not isinstance(data, dict) or "claims" in data:
        return ""
    return next((what for key, what in _OTHER_FILES.items() if key in data), "")


def _lacks_list(data: Data) -> bool:
    """Whether claims stand where the whole file should."""
    return isinstance(data, list) or (isinstance(data, dict) and "claims" not in data and "statement" in data)


@define
class _Loader:
    """Gathers claims, names and problems over the files of one call."""

    read_value: ReadValue
    kinds: tuple[str, ...]
    claims: list[Claim] = field(factory=list)
    files: list[str] = field(factory=list)
    named: list[Named] = field(factory=list)
    problems: list[Problem] = field(factory=list)

    def take(self, path: Path | str) -> None:
        """Load a file, or the files of a folder."""
        where = Path(path)
        if not where.is_dir():
            self._file(where, str(path))
            return
        files = claim_files(where)
        if not files:
            self.problems.append(Problem(f"there is no claim file in {path}", "claim files end in .yaml or .yml"))
        for file in files:
            self._file(file, str(file))

    def _file(self, path: Path, shown: str) -> None:
        if shown in self.files:
            return  # named twice, or once by itself and once by its folder
        self.files.append(shown)
        try:
            file = read(path, shown)
        except InvalidInput as error:
            self.problems += error.problems
            return
        other = _other(file.data)
        if other:
            advice = "give it as the sources" if "source" in other else "it is found beside the claim files"
            self.problems.append(Problem(f"this is {other}, not a claim file", advice, file.place()))
            return
        if _lacks_list(file.data):
            advice = "write `claims:` on a line, and under it each claim as an item that begins with `- id: …`"
            self.problems.append(
                Problem("the claims do not stand in a list under `claims:`", advice, file.place())
            )
            return
        data, problems = structure(file, claim_file(self.kinds))
        self.problems += problems
        self.named += _names(file)
        if data is not None:
            self._claims(file, data)

    def _claims(self, file: Located, data: Mapping[str, Any]) -> None:
        shared = {key: value for key, value in data.items() if key != "claims"}
        for i, own in enumerate(data.get("claims") or ()):
            if own is not None:
                maker = _Maker(self.read_value, self.kinds, file, ("claims", i), own, shared)
                claim = maker.claim()
                self.problems += maker.problems
                if claim is not None:
                    self.claims.append(claim)


@define
class _Maker:
    """Makes one claim of what could be read of it, its values included.

    Attributes:
        own: The claim's own fields.
        shared: The fields that its file sets for all.
    """

    read_value: ReadValue
    kinds: tuple[str, ...]
    file: Located
    path: DataPath
    own: Mapping[str, Any]
    shared: Mapping[str, Any]
    problems: list[Problem] = field(factory=list)

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
            texts = (entry or {}).get("values") or ()
            read = [self._value(("accepted", i, "values", n), text, (kind,)) for n, text in enumerate(texts)]
            values = tuple(value for value in read if value is not None)
            if len(values) > 1 and len(set(values)) == 1:
                advice = "name the values that differ"
                message = "the accepted values are all the same, so there is nothing to accept"
                self.problems.append(Problem(message, advice, self._place("accepted", i, "values")))
            sources = _once((entry or {}).get("sources") or ())
            if sources and "why" in entry:
                who = (entry.get("by", ""), entry.get("on"), entry["why"])
                yield Acceptance(sources, values, *who, self._place("accepted", i))


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
