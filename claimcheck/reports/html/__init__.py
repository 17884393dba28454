"""The report as one page for a browser or for paper: no network, nothing that needs JavaScript."""

from importlib import import_module

from claimcheck.model.finding import Report

NAME = "html"
SUFFIXES: tuple[str, ...] = (".html", ".htm")


def render(report: Report, *, width: int = 100, color: bool = False, ascii: bool = False, verbose: int = 0) -> str:
    """Write a report as one HTML page with its styles, its plots and a small script for the keyboard inside.

    The same report gives the same characters. Article text is shown and never obeyed: it is escaped, characters
    that steer are shown by their number, and the page's policy lets no other script run and nothing be fetched.

    Args:
        report: The report.
        width: Not used: the browser knows how wide it is.
        color: Not used.
        ascii: Whether to write everything beyond ASCII as character references, for channels that spoil it.
        verbose: Below 0 only the findings that need attention.
    """
    # Templates take a third as long to import as all the other formats together, which print without them.
    page: str = import_module("claimcheck.reports.html.page").page(report, quiet=verbose < 0)
    return page.encode("ascii", "xmlcharrefreplace").decode() if ascii else page
