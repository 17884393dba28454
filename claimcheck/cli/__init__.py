"""The command line: it alone prints and sets exit codes.

Commands are imported when they are called, so that `claimcheck --help` answers at once.
"""

import gc
from importlib import import_module
from typing import Any

import click

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError

_COMMANDS = {
    "check": "Hold articles against claims; say where they agree and differ, and why.",
    "match": "Show which sentences speak of a claim, how surely, and why not the others.",
    "find": "Show the values in a text, and how each is read.",
    "compare": "Say how two statements relate, and why.",
    "schema": "Print a JSON Schema, for editors and other programs.",
}

_EXAMPLES = """\b
Examples:
  claimcheck check claims/merida.yaml --sources seeds/sources.yaml
  claimcheck find "a 2008 pact worth about $3 billion"
  claimcheck compare "gave Mexico $3 billion" "channeled about US$3.3 billion"

\b
Exit codes:
  0  done (sources that differ are news, not a failure)
  1  with --fail-on: findings at or above the level asked for
  2  a wrong command, configuration or file; standard error says what and where"""


_NEW_OBJECTS = 10_000  # made before the collector of cycles looks at the young ones again, at most a few megabytes


class _Commands(click.Group):
    """The commands, each in a module of its own that is imported when it is needed."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; importing and reading make much that lasts and no cycles, so the collector comes by less often."""
        usual = gc.get_threshold()
        gc.set_threshold(max(usual[0], _NEW_OBJECTS), *usual[1:])
        try:
            return super().main(*args, **kwargs)
        finally:
            gc.set_threshold(*usual)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(import_module(f"claimcheck.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error that a user can meet is told on standard error, without a traceback."""
        try:
            return super().invoke(ctx)
        except ClaimcheckError as error:
            from claimcheck.cli.output import complain  # needs what `--help` can do without

            complain(str(error))
            ctx.exit(2)


@click.group(
    cls=_Commands,
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="claimcheck")
def main() -> None:
    """Cross-check what different sources say.

    claimcheck finds the sentences of articles that speak of your claims, reads the amounts, dates and
    durations in them with the precision that their wording has, and says where the sources agree or
    differ, by how much, and why.
    """
