"""`claimcheck schema`: JSON Schemas of what is read and written."""

import json

import click

from claimcheck import pipeline
from claimcheck.cli.output import emit
from claimcheck.reports.json import schema as report_schema


@click.command(
    epilog="""\b
Examples:
  claimcheck schema claims > claims.schema.json
  claimcheck schema sources

\b
An editor with a YAML language server completes and checks claim files that begin with
  # yaml-language-server: $schema=claims.schema.json"""
)
@click.argument("what", type=click.Choice(["claims", "sources", "report"]), default="claims")
def schema(what: str) -> None:
    """Print a JSON Schema, for editors and other programs.

    WHAT is claims (claim files, the default), sources (manifests) or report (what --format json writes).
    """
    schemas = {**pipeline.schemas(), "report": report_schema()}
    emit(json.dumps(schemas[what], indent=2, ensure_ascii=True) + "\n")
