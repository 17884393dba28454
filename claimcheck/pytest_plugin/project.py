"""The project under test: where its sources are and what fails."""

from pathlib import Path

import pytest
from attrs import frozen

import claimcheck as cc
from claimcheck import configuration
from claimcheck.errors import InvalidInput, Problem
from claimcheck.model.text import Document
from claimcheck.reports import MEMBERS
from claimcheck.verdict import Severity

_SOURCES = ("seeds/sources.yaml", "sources.yaml")


@frozen
class Project:
    """What the tests of all claim files share.

    Attributes:
        claims: Claim files and folders of the project.
        documents: The documents.
        fail_on: From which severity on a test fails.
    """

    claims: tuple[Path, ...]
    documents: tuple[Document, ...]
    fail_on: Severity


_KEY = pytest.StashKey[Project]()


def project(config: pytest.Config) -> Project:
    """The project of a pytest run, read once.

    Raises:
        InvalidInput: If its configuration or its sources cannot be used.
    """
    if _KEY not in config.stash:
        config.stash[_KEY] = _read(config)
    return config.stash[_KEY]


def _read(config: pytest.Config) -> Project:
    given = config.getoption("--claims-root")
    root = config.invocation_params.dir / given if given else config.rootpath
    settings = configuration.load(root, tuple(MEMBERS))
    fail_on = config.getoption("--claims-fail-on") or settings.fail_on or "discrepant"
    return Project(
        claims=settings.claims or (root / "claims",),
        documents=_documents(config, root, settings),
        fail_on=Severity[fail_on.upper()],
    )


def _documents(config: pytest.Config, root: Path, settings: configuration.Configuration) -> tuple[Document, ...]:
    asked = config.getoption("--claims-sources")
    if asked:
        return cc.load_sources(config.invocation_params.dir / asked)
    if settings.sources:
        where = settings.sources[0] if len(settings.sources) == 1 else settings.sources
        return cc.load_sources(where, settings.sources_root)
    found = next((root / name for name in _SOURCES if (root / name).is_file()), None)
    if found is None:
        places = " nor ".join(_SOURCES)
        advice = "name them with --claims-sources, or in claimcheck.toml: sources = …"
        raise InvalidInput(Problem(f"there are no sources: {root} has neither {places}", advice))
    return cc.load_sources(found)
