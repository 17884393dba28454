"""What every command prints with: the terminal as it is, and text that any terminal can take."""

import errno
import os
import shutil
import sys
from typing import Literal, TextIO

import click

from claimcheck.terminal import Pen, inert

ColorChoice = Literal["auto", "always", "never"]

PIPED_WIDTH = 100
"""Cells of a line where nobody's terminal says otherwise."""

color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours: auto writes them to a terminal only, and not where NO_COLOR is set.",
)


def pen(color: ColorChoice) -> Pen:
    """How to write to standard output as it is now."""
    out = sys.stdout
    shown = out.isatty()
    width = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if shown else PIPED_WIDTH
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return Pen(
        max(20, width), color == "always" or (color == "auto" and shown and not plain), not _is_unicode(out)
    )


def _is_unicode(stream: TextIO) -> bool:
    return "utf" in _encoding(stream)


def _encoding(stream: TextIO) -> str:
    """The encoding of a stream; one in memory has none and takes every character."""
    return (getattr(stream, "encoding", None) or "utf-8").lower()


def emit(text: str) -> None:
    """Write to standard output; a reader that has gone away (`| head`) ends the writing quietly."""
    encoding = _encoding(sys.stdout)
    shown = text.encode(encoding, "replace").decode(encoding)
    try:
        click.echo(shown, nl=False, color=True)
        sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError) and error.errno != errno.EINVAL:
            raise
        # The interpreter flushes once more as it ends; let it do so into nothing.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str) -> None:
    """Write a message to standard error, made inert line by line."""
    ascii = not _is_unicode(sys.stderr)
    for line in text.split("\n"):
        click.echo(inert(line, ascii=ascii), err=True)
