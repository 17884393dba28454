"""Files that are broken, huge or meant to harm: each gets an error, none stops the interpreter.

No test here measures time; the limits that keep each under a second are tested where they are set.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import claimfile, sources
from claimcheck.errors import ClaimFileError, Place, Problem, SourceError
from claimcheck.model.value import Value

KINDS = ("money", "year", "date", "duration")

CLAIM = "- id: c{0}\n  kind: duration\n  statement: It ran {{value}}\n  implies: {{start: c{1}}}\n"
BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)

# What the file holds, and a part of what must be said of it.
HOSTILE: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "100,000 brackets": (lambda: "[" * 100_000, "nested deeper than 40 levels"),
    "100,000 braces": (lambda: "{" * 100_000, "cannot be a key"),
    "100,000 values in braces": (lambda: "{a: " * 100_000, "nested deeper than 40 levels"),
    "100,000 dashes": (lambda: "- " * 100_000, "nested deeper than 40 levels"),
    "100,000 question marks": (lambda: "? " * 100_000, "cannot be a key"),
    "2,000 indents": (lambda: "\n".join(" " * n + "a:" for n in range(2_000)), "nested deeper than 40 levels"),
    "an alias bomb": (lambda: BOMB, "`&a` names a part of the file"),
    "100,000 aliases": (lambda: "claims: [" + "*a," * 100_000 + "]", "`*a` refers to another part"),
    "a Python tag": (lambda: 'claims: !!python/object/apply:os.system ["true"]', "a tag"),
    "a key 20,000 times": (lambda: "claims: x\n" * 20_000, "`claims` is given twice"),
    "2 million items": (lambda: "claims: [" + "a," * 2_000_000 + "]", "more than 50,000 keys and values"),
    "a million lines": (lambda: "claims:\n" + "- a\n" * 1_000_000, "more than 200,000 lines"),
    "an open quotation mark": (lambda: 'claims: "' + "x" * 4_000_000, "never closed"),
    "50 MB": (lambda: b"x" * 50_000_000, "larger than 5 MB"),
    "nothing": (lambda: "", "is empty"),
    "5 million spaces": (lambda: " " * 4_999_999, "is empty"),
    "only comments": (lambda: "#" * 4_999_999, "nothing but comments"),
    "a key of a million characters": (lambda: '"' + "k" * 1_000_000 + '" : x', "no key can be"),
    "tabs": (lambda: "claims:\n\t- id: a\n", "a tab"),
    "a zero byte": (lambda: "claims:\0", "U+0000"),
    "UTF-16": (lambda: "claims: []".encode("utf-16"), "UTF-16"),
    "Latin-1": (lambda: "subject: Mérida".encode("latin-1"), "Latin-1"),
    "random bytes": (lambda: bytes(range(256)) * 10, "not UTF-8"),
    "10,000 unknown keys": (lambda: "claims:\n- " + "\n  ".join(f"k{n}: v" for n in range(10_000)), "more keys"),
    "10,000 bad claims": (lambda: "claims: [" + "{idd: x}," * 10_000 + "]", "the rest of this list"),
    "a ring of ties": (
        lambda: "claims:\n" + "".join(CLAIM.format(n, (n + 1) % 4_000) for n in range(4_000)),
        "`c0` implies itself",
    ),
    "4,000 ties to nothing": (
        lambda: "claims:\n" + "".join(CLAIM.format(n, "x") for n in range(4_000)),
        "there is no claim `cx`",
    ),
    "4,000 claims with one id": (
        lambda: "claims:\n" + "".join(CLAIM.format(1, 2) for _ in range(4_000)),
        "the id `c1` is taken",
    ),
}


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_claim_file_is_refused(name: str, tmp_path: Path) -> None:
    make, said = HOSTILE[name]
    path = write(tmp_path / "claims.yaml", make())
    with pytest.raises(ClaimFileError) as caught:
        claimfile.load_claims([path], Value, KINDS)
    text = str(caught.value)
    assert said in text
    assert str(path) in text
    assert len(caught.value.problems) <= 250
    assert len(text) < 100_000


@pytest.mark.parametrize(
    "name", [n for n in HOSTILE if "claim" not in n and "tie" not in n and "unknown" not in n]
)
def test_a_hostile_manifest_is_refused(name: str, tmp_path: Path) -> None:
    make, _ = HOSTILE[name]
    path = write(tmp_path / "sources.yaml", make())
    with pytest.raises(SourceError, match=r"sources\.yaml"):
        sources.load_sources(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        (b"PK\x03\x04\x14\0", "an office document"),
        (b"text\0more", "byte 4 is zero"),
        ("text".encode("utf-16"), "UTF-16"),
        (b"one\ntwo \x93three\x94", ":2:5: not UTF-8: byte 8 is 0x93"),
        (b"x" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_a_hostile_article_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    path = write(tmp_path / "article.txt", content)
    with pytest.raises(SourceError) as caught:
        sources.load_sources([path])
    assert said in str(caught.value)
    assert str(path) in str(caught.value)


def test_markdown_that_invites_slow_matching_is_read(tmp_path: Path) -> None:
    parts = (
        "[" * 20_000,
        "](" * 20_000,
        "![a](" * 20_000,
        "<!--" * 20_000,
        "*" * 20_000,
        "\n```" * 5_001,
        "<a " * 9_000,
    )
    for n, part in enumerate(parts):
        path = write(tmp_path / f"{n}.md", "begin " + part)
        (document,) = sources.load_sources([path])
        assert document.text == "begin " + part


def read_into(texts: list[str], path: Path) -> None:
    """Put the texts of the documents of `path` into `texts`."""
    texts.extend(document.text for document in sources.load_sources(path))


def load_claims(path: Path) -> object:
    return claimfile.load_claims([path], Value, KINDS)


def refusal(load: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems for which something is refused; none where it is taken."""
    try:
        load()
    except (ClaimFileError, SourceError) as error:
        return error.problems or (Problem("refused without a problem", place=Place("never", 1, 1)),)
    return ()


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    for name in ("claims.yaml", "sources.yaml", "a.txt", "a.md"):
        write(folder / name, content)
    for path in (folder / "claims.yaml", folder / "sources.yaml", folder / "a.txt", folder / "a.md"):
        texts: list[str] = []
        if path.name == "claims.yaml":
            found = refusal(partial(load_claims, path))
        else:
            found = refusal(partial(read_into, texts, path))
        assert all(str(path) in str(problem) for problem in found)
        assert all(text.encode() == content for text in texts)


PIECES = "claims: sources: kind: - : { } [ ] readings: accepted: # null ' \""
LINES = ("\n", "  ", "\t", "id: a", "kind: money", "statement: x {value}", "implies: {start: a}", "file: a.txt")
WORDS = st.sampled_from((*PIECES.split(), *LINES, "aliases: [b]", ": "))


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=20))
def test_any_yaml_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    path = write(tmp_path_factory.mktemp("yaml") / "f.yaml", "".join(words))
    for load in (load_claims, sources.load_sources):
        found = refusal(partial(load, path))
        places = [(p.place.line, p.place.column) for p in found if p.place]
        assert places == sorted(places)
        assert all(p.message for p in found)
