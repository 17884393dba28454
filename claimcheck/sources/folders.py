"""Folders: the files in them in the order of their names, and those of folders in them where that is asked for."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import Problem, SourceError
from claimcheck.sources.shelf import in_order

MANIFEST = "sources.yaml"
"""The file that says of a folder which articles it has."""

_FOLDER = "/"  # after the name of a folder, where no file name has one


class Folder(NamedTuple):
    """A folder without a manifest.

    Attributes:
        path: The folder.
        endings: The endings of files that are taken, in lower case with their dot.
        recursive: Whether the folders in it are gone through too.
    """

    path: Path
    endings: tuple[str, ...]
    recursive: bool = False

    def files(self, *, ordered: bool = True) -> Iterator[Path]:
        """The files to be taken, by name, those of a folder inside where its own name belongs.

        Of a folder inside that has a manifest the manifest is taken and nothing else. Folders whose names begin
        with a dot, and links to folders, are left out.

        Args:
            ordered: Whether the order matters; without one it goes faster.

        Raises:
            SourceError: If a folder cannot be read.
        """
        names_of = self._names if ordered else self._taken
        open_ = [(self.path, names_of(self.path))]  # no recursion: folders nest deeper than Python's calls
        while open_:
            folder, names = open_[-1]
            name = next(names, "")
            path = folder / name
            if not name:
                open_.pop()
            elif not name.endswith(_FOLDER):
                yield path
            elif (path / MANIFEST).is_file():
                yield path / MANIFEST
            else:
                open_.append((path, names_of(path)))

    def _names(self, folder: Path) -> Iterator[str]:
        return in_order(self._taken(folder))

    def _taken(self, folder: Path) -> Iterator[str]:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.lower().endswith(self.endings):
                        if entry.is_file():
                            yield entry.name
                    elif self.recursive and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
                        yield entry.name + _FOLDER
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise SourceError(Problem(f"the folder {folder} cannot be read: {reason}")) from error
