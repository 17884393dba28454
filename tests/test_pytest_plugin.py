"""The pytest plugin, in projects of its own."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

# Loaded here, for pytester forgets whatever a run inside this process loads.
import claimcheck.pipeline
import claimcheck.pytest_plugin.fixture
import claimcheck.pytest_plugin.items  # noqa: F401

SCHEMA = Path(os.environ.get("CLAIMCHECK_JUNIT_XSD", "junit-10.xsd"))
"""The schema of Jenkins' xUnit reader; pytest's own source archive carries it."""

CLAIMS = """
subject: Lindford Fair
aliases: [the fair]
claims:
  - id: start
    statement: The Lindford Fair began in {value}.
    kind: year
    cues: [began, since]
  - id: visitors
    statement: The Lindford Fair drew {value} visitors.
    kind: count
    unit: visitors
"""
ACCEPTED = """    accepted:
      - {sources: [courier, herald], values: ["1978", "1987"], by: ana, on: 2026-11-22, why: moved to summer}
"""
CONFLICTING = """\
subject: Lindford Fair
aliases: [the fair]
claims:
  - id: start
    statement: The Lindford Fair began in {value}.
    kind: year
    cues: [began]
    accepted:
      - sources: [courier, herald]
        conflict: {start: 1999, age: 13 years}
        why: not held during the war
  - id: age
    statement: The Lindford Fair has run for {value}.
    kind: duration
    cues: [run]
    implies: {start: start}
"""
BEGAN = "The Lindford Fair began in 1999."
LASTED = "The Lindford Fair has run for 13 years."
HERALD = "The Lindford Fair began in 1987. It drew about 12,000 visitors this year."
COURIER = "The Lindford Fair, held since 1978, drew 11,900 visitors."
MANIFEST = """
sources:
  - {id: courier, file: courier.txt, published: 2024-08-05}
  - {id: herald, file: herald.txt, published: 2024-08-05}
"""


def accepting(text: str = CLAIMS) -> str:
    return text.replace("    cues: [began, since]\n", "    cues: [began, since]\n" + ACCEPTED)


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with two claims, two sources and a disagreement."""
    write(pytester, "claims/fair.yaml", CLAIMS)
    write(pytester, "sources.yaml", MANIFEST)
    write(pytester, "herald.txt", HERALD)
    write(pytester, "courier.txt", COURIER)
    return pytester


def write(pytester: pytest.Pytester, name: str, text: str) -> None:
    path = pytester.path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest("-p", "no:cacheprovider", "-p", "no:hypothesispytest", *arguments)


def test_an_item_a_source_and_one_for_agreement(project: pytest.Pytester) -> None:
    result = run(project, "claims", "--collect-only", "-q")
    result.stdout.fnmatch_lines(
        [
            "claims/fair.yaml::start::courier",
            "claims/fair.yaml::start::herald",
            "claims/fair.yaml::start::agreement",
            "claims/fair.yaml::visitors::courier",
            "claims/fair.yaml::visitors::herald",
            "claims/fair.yaml::visitors::agreement",
        ]
    )


def test_a_disagreement_fails_shortly_and_says_why(project: pytest.Pytester) -> None:
    result = run(project, "claims")
    result.assert_outcomes(passed=5, failed=1)
    text = result.stdout.str()
    result.stdout.fnmatch_lines(
        [
            "courier (1978) and herald (1987): differ by 9 years (courier says held, herald began)",
            "*DISCREPANT  start*",
            "claims/fair.yaml:5:9",
        ]
    )
    assert "Traceback" not in text
    assert "items.py" not in text
    failure = text.partition("___ start::agreement ___")[2].partition("short test summary")[0]
    assert 5 < len(failure.splitlines()) < 30


@pytest.mark.parametrize(
    ("arguments", "outcomes"),
    [
        (("-k", "visitors"), {"passed": 3, "deselected": 3}),
        (("-m", "source(id='courier')"), {"passed": 2, "deselected": 4}),
        (("-m", "agreement"), {"passed": 1, "failed": 1, "deselected": 4}),
        (("-m", "claim(kind='year') and not agreement"), {"passed": 2, "deselected": 4}),
        (("-p", "no:claimcheck"), {}),
    ],
)
def test_items_are_chosen_as_any_test(
    project: pytest.Pytester, arguments: tuple[str, ...], outcomes: dict[str, int]
) -> None:
    run(project, "claims", *arguments).assert_outcomes(**outcomes)


class TestAcceptance:
    def test_an_accepted_disagreement_is_an_expected_failure(self, project: pytest.Pytester) -> None:
        write(project, "claims/fair.yaml", accepting())
        result = run(project, "claims", "-rx")
        result.assert_outcomes(passed=5, xfailed=1)
        result.stdout.fnmatch_lines(["XFAIL claims/fair.yaml::start::agreement - moved to summer*"])

    def test_an_acceptance_that_has_become_stale_fails(self, project: pytest.Pytester) -> None:
        write(project, "claims/fair.yaml", accepting())
        write(project, "herald.txt", HERALD.replace("1987", "1978"))
        result = run(project, "claims")
        result.assert_outcomes(passed=5, failed=1)
        result.stdout.fnmatch_lines(["*XPASS(strict)*moved to summer*"])

    def test_a_new_disagreement_on_the_same_claim_still_fails(self, project: pytest.Pytester) -> None:
        write(project, "claims/fair.yaml", accepting())
        write(project, "herald.txt", HERALD.replace("1987", "1990"))
        run(project, "claims").assert_outcomes(passed=5, failed=1)

    def test_an_accepted_conflict_is_an_expected_failure(self, project: pytest.Pytester) -> None:
        write(project, "claims/fair.yaml", CONFLICTING)
        write(project, "herald.txt", BEGAN)
        write(project, "courier.txt", LASTED)
        result = run(project, "claims", "-rx")
        result.assert_outcomes(passed=2, skipped=3, xfailed=1)
        result.stdout.fnmatch_lines(["XFAIL claims/fair.yaml::start::agreement - not held during the war*"])

    def test_an_accepted_conflict_that_has_changed_fails(self, project: pytest.Pytester) -> None:
        write(project, "claims/fair.yaml", CONFLICTING)
        write(project, "herald.txt", BEGAN.replace("1999", "1998"))
        write(project, "courier.txt", LASTED)
        result = run(project, "claims")
        result.assert_outcomes(passed=2, skipped=3, failed=1)
        result.stdout.fnmatch_lines(["*not all can be true: age 13 years (courier); start 1998 (herald)*"])

    def test_an_accepted_conflict_that_is_none_any_more_fails(self, project: pytest.Pytester) -> None:
        write(project, "claims/fair.yaml", CONFLICTING)
        write(project, "herald.txt", BEGAN.replace("1999", "2011"))
        write(project, "courier.txt", LASTED)
        result = run(project, "claims")
        result.assert_outcomes(passed=2, skipped=3, failed=1)
        result.stdout.fnmatch_lines(["*XPASS(strict)*not held during the war*"])

    def test_a_source_that_disagrees_with_itself(self, project: pytest.Pytester) -> None:
        write(project, "herald.txt", HERALD + " The fair has been held since 1990.")
        result = run(project, "claims", "-k", "start and herald")
        result.assert_outcomes(failed=1, deselected=5)
        result.stdout.fnmatch_lines(["*the reporter says 1987 and 1990*"])


class TestExpectations:
    def test_an_expected_value_that_a_source_contradicts(self, project: pytest.Pytester) -> None:
        text = CLAIMS.replace("    cues: [began, since]\n", '    cues: [began, since]\n    expect: "1978"\n')
        write(project, "claims/fair.yaml", text)
        result = run(project, "claims", "-k", "start and not agreement")
        result.assert_outcomes(passed=1, failed=1, deselected=4)
        result.stdout.fnmatch_lines(["expected 1978: differ by 9 years"])

    def test_a_curated_quote_that_is_gone(self, project: pytest.Pytester) -> None:
        reading = '    readings: [{source: herald, quote: "opened its gates in 1987 to all", value: "1987"}]\n'
        write(project, "claims/fair.yaml", CLAIMS.replace("    cues: [began, since]\n", reading))
        result = run(project, "claims", "-k", "start and herald")
        result.assert_outcomes(failed=1, deselected=5)

    def test_the_threshold_can_be_set(self, project: pytest.Pytester) -> None:
        write(project, "courier.txt", "The Lindford Fair was held since 1978.")
        run(project, "claims", "-k", "visitors").assert_outcomes(passed=1, skipped=2, deselected=3)
        result = run(project, "claims", "-k", "visitors", "--claims-fail-on", "single_source")
        result.assert_outcomes(passed=1, skipped=1, failed=1, deselected=3)


class TestErrors:
    def test_an_invalid_claim_file_is_one_clear_error(self, project: pytest.Pytester) -> None:
        write(
            project,
            "claims/fair.yaml",
            CLAIMS.replace("kind: year", "kind: yaer").replace("statement", "statment"),
        )
        result = run(project, "claims")
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(
            ["claims/fair.yaml:*: a claim has no key `statment`", "*did you mean `year`?*"]
        )
        assert "Traceback" not in result.stdout.str()

    def test_missing_sources_are_one_clear_error(self, project: pytest.Pytester) -> None:
        (project.path / "sources.yaml").unlink()
        result = run(project, "claims")
        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(["*there are no sources*", "*--claims-sources*"])

    def test_a_manifest_beside_the_claims_is_left_alone(self, project: pytest.Pytester) -> None:
        write(project, "claims/sources.yaml", MANIFEST)
        run(project, "claims").assert_outcomes(passed=5, failed=1)


class TestPlaces:
    def test_a_file_elsewhere_is_collected_when_it_is_named(self, project: pytest.Pytester) -> None:
        write(project, "other/fair.yml", CLAIMS)
        run(project, "other").assert_outcomes()
        run(project, "other/fair.yml").assert_outcomes(passed=5, failed=1)

    def test_a_root_elsewhere(self, project: pytest.Pytester) -> None:
        (project.path / "inner").mkdir()
        for name in ("claims", "sources.yaml", "herald.txt", "courier.txt"):
            (project.path / name).rename(project.path / "inner" / name)
        run(project, "inner").assert_outcomes(errors=1)
        run(project, "inner", "--claims-root", "inner").assert_outcomes(passed=5, failed=1)

    def test_sources_can_be_named_or_configured(self, project: pytest.Pytester) -> None:
        (project.path / "sources.yaml").rename(project.path / "manifest.yaml")
        run(project, "claims", "--claims-sources", "manifest.yaml").assert_outcomes(passed=5, failed=1)
        write(project, "claimcheck.toml", 'sources = "manifest.yaml"\nfail-on = "tension"\n')
        run(project, "claims").assert_outcomes(passed=5, failed=1)


def test_the_fixture_answers_python_tests(project: pytest.Pytester) -> None:
    write(
        project,
        "test_fair.py",
        "def test_agrees(claims):\n"
        "    assert claims['visitors'].agrees('about 12,000')\n"
        "    assert not claims['visitors'].agrees('9,000')\n"
        "def test_differs(claims):\n"
        "    assert claims['visitors'].agrees('9,000')\n"
        "def test_tie(claims):\n"
        "    assert 'no consensus' in repr(claims['start'].agrees('1978'))\n",
    )
    result = run(project, "test_fair.py")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*assert <does not agree: * says *differ by *"])


def test_junit_xml_holds_the_finding(project: pytest.Pytester) -> None:
    run(project, "claims", "--junitxml=report.xml").assert_outcomes(passed=5, failed=1)
    text = (project.path / "report.xml").read_text(encoding="utf-8")
    assert 'classname="claims.fair.yaml.start"' in text
    assert "differ by 9 years" in text
    assert "<propert" not in text


@pytest.mark.skipif(not SCHEMA.is_file(), reason="CLAIMCHECK_JUNIT_XSD names no file")
@pytest.mark.parametrize("arguments", [(), ("-n", "2"), ("-o", "junit_logging=all")])
def test_junit_xml_fits_the_schema_of_others(project: pytest.Pytester, arguments: tuple[str, ...]) -> None:
    write(project, "claims/broken.yaml", "claims: [")
    run(project, "claims", "--junitxml=report.xml", "--continue-on-collection-errors", *arguments)
    etree = import_module("lxml.etree")  # it has no types
    etree.XMLSchema(etree.parse(str(SCHEMA))).assertValid(etree.parse(str(project.path / "report.xml")))


def test_workers_share_the_work(project: pytest.Pytester) -> None:
    pytest.importorskip("xdist")
    run(project, "claims", "-n", "2").assert_outcomes(passed=5, failed=1)


def test_a_run_without_claim_files_pays_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_plain.py").write_text(
        "import sys\n"
        "def test_plain():\n"
        "    assert 'claimcheck.pytest_plugin' in sys.modules\n"
        "    heavy = {'yaml', 'rapidfuzz', 'cattrs', 'rich', 'claimcheck.pipeline'}\n"
        "    assert not heavy & set(sys.modules)\n",
        encoding="utf-8",
    )
    (tmp_path / "settings.yaml").write_text("claims: nothing to do with it\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:hypothesispytest", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


GUIDE = Path(__file__).parents[1] / "docs" / "pytest.md"


def test_the_guide_to_ci_runs(project: pytest.Pytester) -> None:
    script = GUIDE.read_text(encoding="utf-8").partition("<!-- ci -->\n```sh\n")[2].partition("\n```")[0]
    install, test = script.splitlines()
    assert install.startswith("python3 -m pip install")
    command = [sys.executable, *test.split()[1:], "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=project.path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 failed, 5 passed" in done.stdout
    assert (project.path / "claims.xml").is_file()
