"""Validators from npm, run where they are installed.

npm install --prefix FOLDER @microsoft/sarif-multitool schema-dts typescript
CLAIMCHECK_NODE_MODULES=FOLDER/node_modules pytest tests/formats
"""

import json
import os
import subprocess
from pathlib import Path

import hostile_reports
import pytest
import reports_data

from claimcheck.model.finding import Report
from claimcheck.reports import claimreview, sarif

MODULES = Path(os.environ.get("CLAIMCHECK_NODE_MODULES", ""))
pytestmark = pytest.mark.skipif(
    not os.environ.get("CLAIMCHECK_NODE_MODULES"), reason="CLAIMCHECK_NODE_MODULES names no folder"
)
REPORTS: dict[str, Report] = {
    "report": reports_data.report(),
    **{name: hostile_reports.report(text) for name, text in hostile_reports.TEXTS.items()},
}


def test_the_sarif_multitool_finds_no_error(tmp_path: Path) -> None:
    tool = MODULES / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    for name, report in REPORTS.items():
        (tmp_path / f"{name}.sarif").write_text(sarif.render(report), encoding="utf-8")
    out = tmp_path / "found.json"
    files = [str(path) for path in tmp_path.glob("*.sarif")]
    command = [str(tool), "validate", *files, "--log", "ForceOverwrite", "-o", str(out)]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    subprocess.run(command, env=environment, capture_output=True, check=False, timeout=120)
    (run,) = json.loads(out.read_text(encoding="utf-8-sig"))["runs"]
    assert not [r for r in run["results"] if r.get("level", "warning") == "error"]


def test_the_types_of_schema_org_take_every_review(tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(MODULES.resolve())
    lines = ['import type {Graph} from "schema-dts";']
    lines += [f"export const g{n}: Graph = {claimreview.render(r)};" for n, r in enumerate(REPORTS.values())]
    (tmp_path / "reviews.ts").write_text("\n".join(lines), encoding="utf-8")
    options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"]
    command = ["node", str(MODULES / "typescript" / "bin" / "tsc"), *options, "reviews.ts"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout
