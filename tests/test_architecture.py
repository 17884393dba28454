"""The import direction of the house, read from the code itself."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "claimcheck"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Each room may import rooms of a smaller number, and nothing of its own number but itself.
LEVELS = {
    "errors": 1,
    "model.told": 1.9,
    "model.drawn": 2.05,
    "model.text": 2.1,
    "model.interval": 2.2,
    "model.value": 2.3,
    "model.claim": 2.4,
    "model.comparison": 2.4,
    "model.finding": 2.5,
    "model": 2.0,
    "policy": 2.6,
    "located_yaml": 2.6,
    "similarity": 2.6,
    "grammar": 3,
    "verdict": 3,
    "concerns": 3.2,
    "plain_data": 3.2,
    "line": 3.4,
    "terminal": 3.5,
    "digest": 3.6,
    "values": 4,
    "sources": 4,
    "claimfile": 4,
    "sentences": 4,
    "excerpts": 4,
    "mentions": 4,
    "quotes": 4,
    "matching": 4,
    "align": 4,
    "reconcile": 4,
    "reports": 4,
    "engines": 4,
    "frames": 4,
    "difference": 4,
    "kinds": 5,
    "statements": 5.2,
    "pipeline": 5.5,
    "": 6,
    "configuration": 6,
    "review": 6,
    "cli": 7,
    "pytest_plugin": 7,
    "__main__": 8,
}
OPEN_SETS = ("values", "reports", "engines")


def dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(module: str) -> str:
    """The room a module belongs to: the longest name in LEVELS that it starts with."""
    names = [n for n in LEVELS if n and (module == n or module.startswith(n + "."))]
    return max(names, key=len, default=module)


def imports(path: Path) -> set[str]:
    """Dotted names inside the package that a file imports for use at run time."""
    found: set[str] = set()

    def visit(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
                continue
            if isinstance(child, ast.Import):
                found.update(a.name for a in child.names if a.name.split(".")[0] == "claimcheck")
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, f"{path}: imports are absolute"
                if child.module and child.module.split(".")[0] == "claimcheck":
                    names = {f"{child.module}.{a.name}": child.module for a in child.names}
                    found.update(name if is_module(name) else home for name, home in names.items())
            visit(child)

    visit(ast.parse(path.read_text(encoding="utf-8")))
    return {name.removeprefix("claimcheck").removeprefix(".") for name in found}


def is_module(name: str) -> bool:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_point_one_way(path: Path) -> None:
    here = room(dotted(path))
    assert here in LEVELS, f"{dotted(path)} has no room in the architecture"
    for name in imports(path):
        there = room(name)
        if there != here:
            assert LEVELS[there] < LEVELS[here], f"{dotted(path)} must not import {name}"


@pytest.mark.parametrize("folder", OPEN_SETS)
def test_members_of_an_open_set_do_not_know_one_another(folder: str) -> None:
    for path in sorted((PACKAGE / folder).glob("*.py")):
        if path.stem != "__init__":
            others = [n for n in imports(path) if n.split(".")[0] == folder]
            assert not others, f"{path.name} imports {others}"


def test_no_circles() -> None:
    graph = {dotted(p): {n for n in imports(p) if n != dotted(p)} for p in MODULES}
    done: set[str] = set()

    def walk(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join((*trail, module))
        if module not in done:
            for name in sorted(graph.get(module, ())):
                walk(name, (*trail, module))
            done.add(module)

    for module in graph:
        walk(module, ())


@pytest.mark.parametrize(("package", "owner"), [("yaml", "located_yaml"), ("rapidfuzz", "similarity")])
def test_one_importer(package: str, owner: str) -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        names |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        if any(n.split(".")[0] == package for n in names):
            assert room(dotted(path)) == owner


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        if room(dotted(path)) not in ("cli", "__main__"):
            calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
            assert not [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"], path


def test_files_stay_small() -> None:
    long = {dotted(p): n for p in MODULES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 320}
    assert not long, f"these files have outgrown one room: {long}"
