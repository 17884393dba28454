"""The HTML report in a real browser: what it shows, and what the keys do.

Needs Debian's `chromium` and `chromium-driver` (or another Chromium with its driver) and selenium.
"""

import base64
import os
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

pytest.importorskip("selenium", reason="selenium is not installed")

from selenium.webdriver import ActionChains, Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select

import claimcheck as cc
from claimcheck.reports import html

ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
AXE = Path(os.environ.get("CLAIMCHECK_NODE_MODULES", "node_modules")) / "axe-core" / "axe.min.js"
PHONE = 320

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium on this machine"),
    pytest.mark.skipif(DRIVER is None, reason="there is no chromedriver on this machine"),
]

ATTACK = "</p></blockquote><script>window.hit = 1</script><img src=x onerror='window.hit = 2'> "


@pytest.fixture(scope="module")
def report() -> cc.Report:
    return cc.check(
        cc.load_claims(ROOT / "claims" / "merida.yaml"), cc.load_sources(ROOT / "seeds" / "sources.yaml")
    )


@pytest.fixture(scope="module")
def page(report: cc.Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(html.render(report), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def chrome(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    options = Options()
    assert CHROMIUM is not None
    assert DRIVER is not None
    options.binary_location = CHROMIUM
    for argument in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def browser(chrome: Chrome, page: str) -> Chrome:
    """The page, freshly opened in a wide, light window."""
    seen(chrome, 1200, "light")
    chrome.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    chrome.get("about:blank")
    chrome.get(page)
    return chrome


def seen(chrome: Chrome, width: int, scheme: str, media: str = "") -> None:
    """How wide the window is, and what the reader's system prefers."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features, "media": media})
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width <= PHONE}
    chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def press(browser: Chrome, *keys: str) -> None:
    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def run(browser: Chrome, script: str) -> Any:
    return browser.execute_script(f"return {script}")


def here(browser: Chrome) -> str:
    """The finding that has the focus."""
    return str(run(browser, "document.activeElement.id"))


def findings(browser: Chrome) -> list[str]:
    """The findings that are shown."""
    shown = browser.find_elements(By.CSS_SELECTOR, ".finding")
    return [str(f.get_attribute("id")) for f in shown if f.is_displayed()]


def rows(browser: Chrome) -> list[str]:
    """The claims that the table shows."""
    shown = browser.find_elements(By.CSS_SELECTOR, "tr[data-for]")
    return [str(r.get_attribute("data-for")) for r in shown if r.is_displayed()]


def test_the_page_opens_without_complaint_and_fetches_nothing(browser: Chrome, report: cc.Report) -> None:
    assert findings(browser) == [f.claim.id for f in report]
    logged: Any = browser.get_log
    assert logged("browser") == []
    assert run(browser, "performance.getEntriesByType('resource').length") == 0


def test_j_and_k_go_from_finding_to_finding(browser: Chrome, report: cc.Report) -> None:
    ids = [f.claim.id for f in report]
    press(browser, "j")
    assert here(browser) == ids[0]
    press(browser, "j", "j")
    assert here(browser) == ids[2]
    press(browser, "k")
    assert here(browser) == ids[1]
    bar = run(browser, "document.getElementById('_bar').getBoundingClientRect().bottom")
    top = run(browser, "document.activeElement.querySelector('.head').getBoundingClientRect().top")
    assert bar < top < 200
    press(browser, *"kkkk")
    assert here(browser) == ids[0]


def test_j_begins_where_the_reader_is(browser: Chrome, report: cc.Report) -> None:
    ids = [f.claim.id for f in report]
    browser.execute_script("document.getElementById(arguments[0]).scrollIntoView()", ids[3])
    press(browser, "j")
    assert here(browser) == ids[4]


def test_question_mark_shows_the_keys_and_escape_closes_them(browser: Chrome) -> None:
    help_ = browser.find_element(By.ID, "_help")
    assert not help_.is_displayed()
    press(browser, "?")
    assert help_.is_displayed()
    assert "next finding" in help_.text
    press(browser, "j")  # keys do nothing behind it
    assert help_.is_displayed()
    press(browser, Keys.ESCAPE)
    assert not help_.is_displayed()


def test_slash_filters_by_text_without_regard_to_accents(browser: Chrome) -> None:
    before = findings(browser)
    press(browser, "/")
    assert here(browser) == "_text"
    press(browser, *"MERIDA began")
    assert findings(browser) == rows(browser)
    assert "merida-start-year" in findings(browser)
    assert len(findings(browser)) < len(before)
    count = browser.find_element(By.ID, "_count").text
    assert count == f"{len(findings(browser))} of {len(before)}"
    press(browser, Keys.ESCAPE)
    assert findings(browser) == before
    assert browser.find_element(By.ID, "_count").text == ""
    press(browser, "j")
    assert here(browser) == before[0]


def test_letters_typed_into_the_filter_are_letters(browser: Chrome) -> None:
    press(browser, "/", "j", "k", "t", "?")
    field = browser.find_element(By.ID, "_text")
    assert field.get_property("value") == "jkt?"
    assert not browser.find_element(By.ID, "_help").is_displayed()
    assert findings(browser) == []
    assert browser.find_element(By.ID, "_none").is_displayed()


def test_filter_by_verdict(browser: Chrome, report: cc.Report) -> None:
    Select(browser.find_element(By.ID, "_verdict")).select_by_visible_text("discrepant")
    apart = [f.claim.id for f in report if f.relation is cc.Relation.DISCREPANT]
    assert findings(browser) == rows(browser) == apart
    press(browser, Keys.ESCAPE)
    Select(browser.find_element(By.ID, "_verdict")).select_by_visible_text("to be looked at")
    assert set(findings(browser)) >= {*apart, "merida-age"}
    assert len(findings(browser)) < len(report)


def test_a_link_to_a_hidden_finding_shows_it(browser: Chrome) -> None:
    Select(browser.find_element(By.ID, "_verdict")).select_by_visible_text("discrepant")
    browser.execute_script("location.hash = 'merida-age'")
    assert "merida-age" in findings(browser)


def paper(browser: Chrome) -> int:
    """How light the paper is, 0 to 765."""
    color = str(run(browser, "getComputedStyle(document.body).backgroundColor"))
    return sum(int(part) for part in color.removeprefix("rgb(").removesuffix(")").split(","))


def test_dark_and_light(browser: Chrome, page: str) -> None:
    assert paper(browser) > 700
    press(browser, "t")
    assert paper(browser) < 100
    button = browser.find_element(By.ID, "_theme")
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert paper(browser) > 700
    seen(browser, 1200, "dark")
    browser.get(page)
    assert paper(browser) < 100
    press(browser, "t")
    assert paper(browser) > 700


def test_a_phone_scrolls_one_way_only(browser: Chrome, page: str) -> None:
    seen(browser, PHONE, "light")
    browser.get(page)
    browser.execute_script("document.querySelectorAll('details').forEach((d) => d.open = true)")
    assert run(browser, "document.documentElement.scrollWidth") <= PHONE
    assert run(browser, "innerWidth") == PHONE


def test_very_long_words_do_not_widen_a_phone(browser: Chrome, report: cc.Report, tmp_path: Path) -> None:
    first = report.findings[0]
    said = first.evidence[0]
    wide = evolve(said.excerpt, before="x" * 3_000, after="y" * 10_000)
    claim = evolve(first.claim, id="i" * 200, statement="w" * 3_000, note="n" * 3_000)
    finding = evolve(first, claim=claim, reason="r" * 3_000, evidence=(evolve(said, excerpt=wide),))
    path = tmp_path / "wide.html"
    path.write_text(html.render(evolve(report, findings=(finding,))), encoding="utf-8")
    seen(browser, PHONE, "light")
    browser.get(path.as_uri())
    assert run(browser, "document.documentElement.scrollWidth") <= PHONE


def test_without_javascript_everything_is_there_to_be_read(browser: Chrome, page: str, report: cc.Report) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(page)
    assert findings(browser) == [f.claim.id for f in report]
    assert not browser.find_element(By.ID, "_bar").is_displayed()
    browser.find_element(By.CSS_SELECTOR, "details summary").click()
    assert browser.find_element(By.CSS_SELECTOR, "details[open] dl").is_displayed()


def test_on_paper_there_are_no_buttons(browser: Chrome, page: str) -> None:
    seen(browser, 800, "dark", "print")
    assert not browser.find_element(By.ID, "_bar").is_displayed()
    assert browser.find_element(By.CSS_SELECTOR, ".plot > svg").is_displayed()
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    assert base64.b64decode(printed["data"]).startswith(b"%PDF")


def test_marks_are_drawn_where_they_say(browser: Chrome) -> None:
    drawn = run(
        browser,
        """[...document.querySelectorAll('.plot > svg')].flatMap((svg) => {
            const box = svg.getBoundingClientRect();
            return [...svg.querySelectorAll('rect.b, .axis .grid')].map((mark) => {
                const at = mark.getAttribute('x') ?? mark.getAttribute('x1');
                const here = mark.getBoundingClientRect();
                return [parseFloat(at), 100 * (here.left - box.left) / box.width, here.left, here.right];
            });
        })""",
    )
    assert len(drawn) > 20
    for said, at, _, _ in drawn:
        assert abs(said - at) < 0.2


def test_labels_of_an_axis_do_not_overlap(browser: Chrome, page: str) -> None:
    for width in (1200, PHONE):
        seen(browser, width, "light")
        browser.get(page)
        axes = run(
            browser,
            """[...document.querySelectorAll('.axis')].map((axis) => [...axis.querySelectorAll('text')]
                .map((label) => label.getBoundingClientRect()).filter((box) => box.width)
                .map((box) => [box.left, box.right]))""",
        )
        assert axes
        for labels in axes:
            for (_, right), (left, _) in pairwise(labels):
                assert right < left, (width, labels)


def test_article_text_runs_nothing(browser: Chrome, report: cc.Report, tmp_path: Path) -> None:
    first = report.findings[0]
    said = evolve(first.evidence[0], excerpt=evolve(first.evidence[0].excerpt, before=ATTACK))
    finding = evolve(
        first, reason=ATTACK, evidence=(said,), claim=evolve(first.claim, statement=ATTACK, note=ATTACK)
    )
    sources = tuple(evolve(s, publisher=ATTACK, title=ATTACK) for s in report.sources)
    path = tmp_path / "attack.html"
    path.write_text(html.render(evolve(report, findings=(finding,), sources=sources)), encoding="utf-8")
    browser.get(path.as_uri())
    assert run(browser, "window.hit") is None
    assert "<script>window.hit = 1</script>" in browser.find_element(By.TAG_NAME, "blockquote").text
    assert not browser.find_elements(By.TAG_NAME, "img")


@pytest.mark.skipif(not AXE.is_file(), reason="CLAIMCHECK_NODE_MODULES names no folder with axe-core")
@pytest.mark.parametrize("width", [1200, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Chrome, page: str, scheme: str, width: int) -> None:
    seen(browser, width, scheme)
    browser.get(page)
    browser.execute_script("document.querySelectorAll('details').forEach((d) => d.open = true)")
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = browser.execute_async_script(
        "const done = arguments[0]; axe.run().then((found) => done(found.violations.map("
        "(v) => [v.id, v.help, v.nodes.slice(0, 3).map((n) => n.html)])))"
    )
    assert found == []
