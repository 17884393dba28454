"""Sources: manifests, folders and files, and what Markdown makes known of its parts."""

import hashlib
import json
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import sources
from claimcheck.errors import Problem, SourceError
from claimcheck.model.text import Role, SourceKind
from claimcheck.sources import markdown, plain

ROOT = Path(__file__).parents[1]
ORIGINALS = Path(__file__).parents[2] / "shared" / "seeds"

# Characters that careless readers of files change: line breaks, a byte-order mark, spaces and typography.
ODD = "\ufeffOne\u00a0line “so” –\r\nTwo\u2009lines\rThree ’til\n\n\u2028four\u0085 \U0001f600\n"


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def write(folder: Path, **files: str) -> Path:
    """Write files whose names have `__` for their dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8", newline="")
    return folder


def problems(where: Any, root: Path | None = None) -> tuple[Problem, ...]:
    with pytest.raises(SourceError) as caught:
        sources.load_sources(where, root)
    return caught.value.problems


MANIFEST = f"""
kind: primary
place: NO
sources:
  - id: 001
    file: a.txt
    publisher: The Harbour Post
    title: "The pact: an end"
    url: https://example.org/2021/pact#end
    archive: https://archive.example.org/1
    published: 2021-10-08
    reference_date: 2021-10-07
    kind: secondary
    language: es-MX
    place: MX
    sha256: {digest(ODD).upper()}
    note: Partly translated.
  - {{id: b, file: sub/b.md}}
"""


def folder_with_manifest(tmp_path: Path, manifest: str = MANIFEST) -> Path:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", b__md="# Head\n\nBody.\n")
    return write(tmp_path, a__txt=ODD, sources__yaml=manifest)


def test_a_full_manifest(tmp_path: Path) -> None:
    folder = folder_with_manifest(tmp_path)
    first, second = sources.load_sources(folder / "sources.yaml")
    source = first.source
    assert (source.id, source.file, source.publisher, source.title) == (
        "001",
        "a.txt",
        "The Harbour Post",
        "The pact: an end",
    )
    assert (source.url, source.archive_url) == (
        "https://example.org/2021/pact#end",
        "https://archive.example.org/1",
    )
    assert (source.published, source.reference_day) == (date(2021, 10, 8), date(2021, 10, 7))
    assert (source.kind, source.language, source.place) == (SourceKind.SECONDARY, "es-MX", "MX")
    assert (source.sha256, source.note) == (digest(ODD), "Partly translated.")
    assert first.text == ODD
    assert first.zones == ()
    assert (second.source.kind, second.source.place, second.source.language) == (SourceKind.PRIMARY, "NO", "en")
    assert second.source.published is None
    assert [(z.role, z.span.of(second.text)) for z in second.zones] == [
        (Role.FURNITURE, "# "),
        (Role.HEADLINE, "Head"),
    ]


def test_a_folder_is_read_by_its_manifest_and_a_manifest_from_another_root(tmp_path: Path) -> None:
    folder = folder_with_manifest(tmp_path)
    by_manifest = sources.load_sources(folder)
    assert [d.source.id for d in by_manifest] == ["001", "b"]
    assert {d.source.folder for d in by_manifest} == {folder.as_posix()}
    assert [Path(d.source.path).read_bytes().decode() for d in by_manifest] == [d.text for d in by_manifest]
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    manifest = write(elsewhere, m__yaml=MANIFEST) / "m.yaml"
    from_root = sources.load_sources(str(manifest), root=folder)
    assert [d.text for d in from_root] == [ODD, "# Head\n\nBody.\n"]
    assert {d.source.folder for d in from_root} == {folder.as_posix()}
    assert len(problems(manifest)) == 2


def test_a_source_is_named_from_where_the_run_began(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_with_manifest(tmp_path)
    monkeypatch.chdir(tmp_path)
    here = sources.load_sources("sources.yaml")
    assert [(d.source.folder, d.source.path) for d in here] == [("", d.source.file) for d in here]
    monkeypatch.chdir(tmp_path.parent)
    above = sources.load_sources(tmp_path.name)
    assert [d.source.path for d in above] == [f"{tmp_path.name}/{d.source.file}" for d in above]


def test_a_folder_or_files_without_a_manifest(tmp_path: Path) -> None:
    write(
        tmp_path, b_1__txt="B.", a__md="---\ntitle: 'On pacts'\ndate: 2021-10-08T09:30:00Z\n---\nA.\n", c__pdf="x"
    )
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", d__txt="D.")
    first, second = sources.load_sources(tmp_path)
    assert [first.source.id, second.source.id] == ["a", "b_1"]
    assert (first.source.title, first.source.published) == ("On pacts", date(2021, 10, 8))
    assert (second.source.title, second.source.published) == ("", None)
    assert second.source.file == str(tmp_path / "b_1.txt")
    both = sources.load_sources([tmp_path / "sub" / "d.txt", str(tmp_path / "b_1.txt")])
    assert [d.source.id for d in both] == ["d", "b_1"]
    (tmp_path / "article").write_text("No ending.", encoding="utf-8")
    assert sources.load_sources(tmp_path / "article")[0].source.id == "article"


def test_the_text_is_what_the_bytes_say(tmp_path: Path) -> None:
    (document,) = sources.load_sources(write(tmp_path, a__txt=ODD) / "a.txt")
    assert document.text == ODD
    assert document.text.encode() == (tmp_path / "a.txt").read_bytes()


# An entry of a manifest beside `id: a`, a part of the message and of the advice, and the column of the place.
MISTAKES = [
    ("file: b.txt", "there is no file", "did you mean `a.txt`?", 19),
    ("file: gone/b.txt", "there is no file", "there is no folder", 19),
    ("file: ../a.txt", "leads out of the manifest's folder", "--sources-root", 19),
    ("file: sub/../../a.txt", "leads out of the manifest's folder", "--sources-root", 19),
    ("file: /a.txt", "a path of one machine", "--sources-root", 19),
    ("file: 'C:\\a.txt'", "a path of one machine", "--sources-root", 19),
    ("file: empty.txt", "is empty", "save the article's text", 19),
    ("file: page.html", "an ending that is not known", ".txt, .text, .md", 19),
    ("file: .", "cannot be read", "", 19),
    ("file: a.txt, sha256: " + "0" * 64, "has changed: its SHA-256 is", "see what changed", 34),
    ("file: a.txt, sha256: abc", "not a SHA-256", "", 34),
    ("file: a.txt, publishd: x", "has no key `publishd`", "did you mean `publish", 26),
    ("file: a.txt, published: 8 Oct 2021", "is not a date", "2021-10-08", 37),
    ("file: a.txt, published: 2021-02-30", "no day of the calendar", "", 37),
    ("file: a.txt, kind: first", "not one of the kinds of source", "primary, secondary", 32),
    ("file: a.txt, language: english speaking", "not a language tag", "", 36),
    ("file: a.txt, place: us", "not a country", "`US`", 33),
    ("file: a.txt, place: USA", "not a country", "", 33),
    ("file: a.txt, url: example.org", "not a web address", "", 31),
    ("title: x", "the source has no `file`", "file: article.txt", 5),
]


@pytest.mark.parametrize(("entry", "message", "advice", "column"), MISTAKES)
def test_a_mistake_in_a_manifest(tmp_path: Path, entry: str, message: str, advice: str, column: int) -> None:
    write(
        tmp_path,
        a__txt="A.",
        empty__txt=" \n",
        page__html="x",
        sources__yaml=f"sources:\n  - {{id: a, {entry}}}\n",
    )
    (found,) = problems(tmp_path / "sources.yaml")
    assert message in found.message
    assert advice in found.advice
    assert found.place is not None
    assert (found.place.line, found.place.column) == (2, column)
    assert found.place.path == str(tmp_path / "sources.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sources: []", "`sources` has no items"),
        ("kind: primary", "the manifest has no `sources`"),
        ("source: []", "has no key `source`"),
        ("claims: []", "this is a claim file, not a source manifest"),
        ("- a", "a list where a manifest should be"),
        ("sources: [a.txt]", "a text where a source should be"),
    ],
)
def test_a_mistake_of_a_whole_manifest(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, sources__yaml=text)
    assert any(message in p.message for p in problems(tmp_path))


def test_all_problems_come_at_once_in_their_order(tmp_path: Path) -> None:
    entries = [
        "id: a, file: no.txt",
        "id: b, file: a.txt, colour: x",
        "id: a, file: a.txt",
        "id: c, file: latin.txt",
    ]
    write(tmp_path, a__txt="A.", m__yaml="sources:\n" + "".join(f"  - {{{e}}}\n" for e in entries))
    (tmp_path / "latin.txt").write_bytes("uno\nMérida".encode("latin-1"))
    found = problems(tmp_path / "m.yaml")
    places = [(Path(p.place.path).name, p.place.line, p.place.column) for p in found if p.place]
    assert places == [("latin.txt", 2, 2), ("m.yaml", 2, 19), ("m.yaml", 3, 26), ("m.yaml", 4, 10)]
    assert f"is taken (first at {tmp_path / 'm.yaml'}:2:10)" in found[-1].message


def test_an_id_taken_in_another_manifest_or_file(tmp_path: Path) -> None:
    write(tmp_path, a__txt="A.", a__md="B.", m__yaml="sources: [{id: a, file: a.md}]\n")
    (found,) = problems([tmp_path / "a.txt", tmp_path / "m.yaml"])
    assert f"`a` is taken (first at {tmp_path / 'a.txt'})" in found.message
    (found,) = problems(tmp_path.glob("a.*"))
    assert "in a manifest" in found.advice


def test_a_changed_file_whose_line_breaks_alone_changed(tmp_path: Path) -> None:
    entry = f"sources: [{{id: a, file: a.txt, sha256: {digest(chr(10).join('ab'))}}}]\n"
    write(tmp_path, a__txt="a\r\nb", m__yaml=entry)
    (found,) = problems(tmp_path / "m.yaml")
    assert "only its line breaks" in found.advice
    assert digest("a\r\nb") in found.message
    assert digest("a\nb") in found.message


def test_no_source_an_empty_folder_a_root_without_a_manifest(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    write(tmp_path, a__txt="A.")
    assert "no source is given" in problems([])[0].message
    assert "there is no article in" in problems(tmp_path / "none")[0].message
    assert "no manifest" in problems(tmp_path / "a.txt", root=tmp_path)[0].message


def test_front_matter_with_an_impossible_day(tmp_path: Path) -> None:
    write(tmp_path, a__md="---\ndate: 2021-02-30\n---\nA.\n", b__md="---\ndate: 2021-02-30\n---\nB.\n")
    assert [p.message.split()[0] for p in problems(tmp_path)] == [str(tmp_path / n) for n in ("a.md", "b.md")]
    write(tmp_path, m__yaml="sources: [{id: a, file: a.md}]")
    assert sources.load_sources(tmp_path / "m.yaml")[0].source.published is None  # a manifest has the say


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the real articles are no part of the project")
def test_the_real_articles_are_those_that_the_manifest_notes() -> None:
    documents = sources.load_sources(ROOT / "seeds" / "originals.yaml", root=ORIGINALS)
    assert [d.source.id for d in documents] == ["000", "001", "002", "003", "004"]
    assert all(d.source.reference_date for d in documents)


def test_the_example_of_the_documentation_is_a_manifest(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    write(tmp_path, sources__yaml=page.split("```yaml\n")[1].partition("```")[0])
    assert all("there is no file" in p.message for p in problems(tmp_path))


# --- formats --------------------------------------------------------------------------------------------------


def marked(text: str) -> str:
    """The text with headings in `<h>`, captions in `<c>` and furniture in `<f>`."""
    signs = {Role.HEADLINE: "h", Role.CAPTION: "c", Role.FURNITURE: "f"}
    for zone in reversed(markdown.read(text)):
        sign = signs[zone.role]
        text = f"{text[: zone.span.start]}<{sign}>{zone.span.of(text)}</{sign}>{text[zone.span.end :]}"
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain words, 2 * 3 and a_b_c.", "Plain words, 2 * 3 and a_b_c."),
        ("## A head ##\nbody", "<f>## </f><h>A head</h><f> ##</f>\nbody"),
        ("\ufeff# A", "\ufeff<f># </f><h>A</h>"),
        ("#51 is no heading", "#51 is no heading"),
        ("A head\r\n======\r\nbody", "<h>A head</h>\r\n<f>======</f>\r\nbody"),
        ("two\nlines\n---\nbody", "two\nlines\n<f>---</f>\nbody"),
        ("one\n\n***\ntwo", "one\n\n<f>***</f>\ntwo"),
        ("![The pier](p-2.jpg 'x') on", "<f>![</f><c>The pier</c><f>](p-2.jpg 'x')</f> on"),
        ("[$3 billion](https://a.b/2019_(x)) in", "<f>[</f>$3 billion<f>](https://a.b/2019_(x))</f> in"),
        ("[![Pier](p.jpg)](t.html) on", "[<f>![</f><c>Pier</c><f>](p.jpg)](t.html)</f> on"),
        ("[a][7] and [ad_1]", "<f>[</f>a<f>][7]</f> and [ad_1]"),
        ("[7]: https://a.b '2019'\ntext", "<f>[7]: https://a.b '2019'</f>\ntext"),
        ("so it was[^12].\n\n[^12]: In 1999.", "so it was<f>[^12]</f>.\n\n<f>[^12]: </f>In 1999."),
        ("about **$3 billion** or _so_", "about <f>**</f>$3 billion<f>**</f> or <f>_</f>so<f>_</f>"),
        ("cost \\$3 and 5\\*", "cost <f>\\</f>$3 and 5<f>\\</f>*"),
        ("see https://a.b/2019/1. Then", "see <f>https://a.b/2019/1</f>. Then"),
        ("a<br>b < 3 > 2", "a<f><br></f>b < 3 > 2"),
        ("a <!-- 9\nmen --> b <!-- c", "a <f><!-- 9\nmen --></f> b <!-- c"),
        ("```\n5 men\n```\nbody", "<f>```\n5 men\n```\n</f>body"),
        ("~~~~\n```\n~~~\n5\n~~~~\nbody", "<f>~~~~\n```\n~~~\n5\n~~~~\n</f>body"),
        ("1. one\n2) two\n- three\n> four", "<f>1. </f>one\n<f>2) </f>two\n<f>- </f>three\n<f>> </f>four"),
        ("It began in\n2008. It ended in\n13. So", "It began in\n2008. It ended in\n13. So"),
        ("|a|b|\n|-|-|\n|1|2|", "<f>|</f>a<f>|</f>b<f>|</f>\n<f>|-|-|</f>\n<f>|</f>1<f>|</f>2<f>|</f>"),
        ("---\ndate: 2021-10-08\n---\nbody", "<f>---\ndate: 2021-10-08\n---\n</f>body"),
        ("---\nno end", "<f>---</f>\nno end"),
    ],
)
def test_the_parts_of_markdown(text: str, expected: str) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: \"A: b\"\ndate: '2021-10-08 09:00'\n---\n", {"title": "A: b", "published": "2021-10-08"}),
        (
            "---\r\npublisher: The Post \r\nurl: https://a.b\r\nauthor: x\r\n---\r\n",
            {"publisher": "The Post", "url": "https://a.b"},
        ),
        ("title: none\n", {}),
        ("---\ntitle:\n---\n", {}),
    ],
)
def test_what_markdown_says_of_itself(text: str, expected: dict[str, str]) -> None:
    assert markdown.about(text) == expected
    assert plain.about(text) == {}


PARTS = st.sampled_from(
    ["# ", "---\n", "===\n", "![", "[", "](", ")", "]", "**", "_", "`", "```\n", "<!--", "-->", "|"]
)
NOISE = st.text(st.sampled_from("ab1| .\n\r\u00a0\ufeff“é\U0001f600"), max_size=6)


@settings(deadline=None, max_examples=150)
@given(st.lists(PARTS | NOISE, max_size=25).map("".join))
def test_zones_are_ordered_apart_and_inside(text: str) -> None:
    zones = markdown.read(text)
    ends = [0, *(end for zone in zones for end in (zone.span.start, zone.span.end))]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)
    assert all(len(zone.span) for zone in zones)
    assert all(a.span.end < b.span.start or a.role is not b.role for a, b in pairwise(zones))


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), st.sampled_from(["a.txt", "a.md"])
)
def test_any_text_keeps_its_characters(tmp_path_factory: pytest.TempPathFactory, text: str, name: str) -> None:
    content = text + "x"
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(content.encode())
    (document,) = sources.load_sources(path)
    assert document.text == content


def test_every_format_has_endings_of_its_own() -> None:
    suffixes = [suffix for told in sources.FORMATS.values() for suffix in told]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(("name", "module"), [("plain", plain), ("markdown", markdown)])
def test_the_list_of_formats_says_what_each_says_of_itself(name: str, module: ModuleType) -> None:
    assert sources.FORMATS[name] == module.SUFFIXES


# --- JSON Schema ----------------------------------------------------------------------------------------------


def test_the_published_schema_is_the_generated_one() -> None:
    written = json.loads((ROOT / "docs" / "sources.schema.json").read_text(encoding="utf-8"))
    assert written == sources.schema(), (
        "write the output of `claimcheck schema sources` to docs/sources.schema.json"
    )


def test_the_schema_judges_as_the_loader_does(tmp_path: Path) -> None:
    beyond = ("b.txt", "empty.txt", "page.html", "file: .}", "0" * 64, "02-30")
    bad = [entry for entry, *_ in MISTAKES if not any(word in entry + "}" for word in beyond)]
    texts = {f"wrong-{n}.yaml": f"sources:\n  - {{id: a, {entry}}}\n" for n, entry in enumerate(bad)}
    texts |= {"right.yaml": MANIFEST, "wrong.yaml": "sources: []"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--schemafile",
        str(ROOT / "docs" / "sources.schema.json"),
    ]
    files = [str(tmp_path / name) for name in texts]
    done = subprocess.run([*command, "-o", "json", *files], capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout)
    assert not answer.get("parse_errors")
    assert {Path(error["filename"]).name for error in answer["errors"]} == set(texts) - {"right.yaml"}
