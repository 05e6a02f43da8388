"""The rules of the tree that import contracts cannot say, read off the source itself."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "deskeditor"
FILES = sorted(SOURCE.rglob("*.py"))
NAMES = [str(path.relative_to(SOURCE)) for path in FILES]

LONGEST_FILE = 400
LONGEST_FUNCTION = 60

# Who alone may import what: the beginning of a module's name, and the beginnings of the paths that may.
OWNERS = {
    "PySide6.QtWebEngineCore": ("ui/preview/",),
    "PySide6.QtWebEngineWidgets": ("ui/preview/",),
    "PySide6.QtWebEngineQuick": (),
    "PySide6.QtWebChannel": ("ui/preview/",),
    "PySide6": ("app", "session/", "ui/"),
    "qtawesome": ("ui/icons.py",),
    "markdown": ("render/",),
    "sqlite3": ("library/",),
    "sqlite_utils": ("library/",),
}

# Names that are never to be written, and why.
BANNED = {
    "processEvents": "a slot runs in the middle of another one",
    "setHtml": "the page goes blank above 2 MB; the scheme handler serves it",
    "toPlainText": "it turns no-break spaces into spaces; toRawText does not",
    "sleep": "wait for something, not for time",
}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, `from a import b` as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(module: str, owner: str) -> bool:
    """Whether a module is the owner's or below it."""
    return module == owner or module.startswith(f"{owner}.")


def strays(name: str, source: str) -> list[str]:
    """The imports of a file that belong to another part of the tree."""
    found = imports(ast.parse(source))
    return [
        m for m in found for owner, homes in OWNERS.items() if within(m, owner) and not name.startswith(homes)
    ]


def beyond_core(source: str) -> list[str]:
    """The imports of Qt that are more than QtCore."""
    found = imports(ast.parse(source))
    return [m for m in found if within(m, "PySide6") and not within(m, "PySide6.QtCore")]


def banned(source: str) -> list[str]:
    """The banned names that a file uses, as an attribute, a name or an import."""
    uses: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            uses.append(node.attr)
        elif isinstance(node, ast.Name):
            uses.append(node.id)
        elif isinstance(node, ast.alias):
            uses.append(node.name)
    return [name for name in uses if name in BANNED]


# Where a file may be named by a person, files.py reads it; the files of these are the program's own.
MAY_BE_NAMED = (
    "intake/",
    "cli/",
    "session/",
    "ui/",
    "publish/theme",
    "publish/verify.py",
    "publish/single.py",
)
OWN = (
    "intake/samples.py",
    "session/settings.py",
    "session/holder.py",
    "ui/icons.py",
    "ui/preview/serving.py",
)
READS = ("read_bytes", "read_text", "is_zipfile")


def reads(source: str) -> list[str]:
    """Where a source reads a file by itself, though not one of resources/."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name, value=ast.Call(func=ast.Name(id="resource")))):
                continue
            case ast.Call(func=ast.Attribute(attr=name)) if name in READS[:2]:
                found.append(name)
            case ast.Call(func=ast.Name(id="open")):
                found.append("open")
            case ast.Call(func=ast.Attribute(attr="open", value=ast.Name(id="os" | "io"))):
                found.append("os.open")
            case ast.Call(func=ast.Attribute(attr="open"), args=[ast.Constant(value=str()), *_]):
                found.append("Path.open")
            case ast.Call(
                func=ast.Name(id="QFile" | "QImage" | "QImageReader" | "QPixmap"),
                args=[ast.Call(func=ast.Name(id="str"))],
            ):
                found.append("Qt")
            case _:
                continue
    return found


def long_functions(source: str) -> list[str]:
    """The functions that are longer than anyone can keep in mind."""
    functions = (
        n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > LONGEST_FUNCTION]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_imports_only_what_its_part_of_the_tree_may(name: str) -> None:
    assert strays(name, (SOURCE / name).read_text("utf-8")) == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("session/")])
def test_the_session_knows_of_qt_only_its_core(name: str) -> None:
    assert beyond_core((SOURCE / name).read_text("utf-8")) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_file_uses_no_banned_name(name: str) -> None:
    assert banned((SOURCE / name).read_text("utf-8")) == []


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith(MAY_BE_NAMED) and n not in OWN])
def test_what_a_person_names_is_read_by_one_function(name: str) -> None:
    assert reads((SOURCE / name).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "path.read_bytes()",
        "open(path)",
        "os.open(path, 0)",
        "QImage(str(path))",
        "Path(x).read_text('utf-8')",
    ],
)
def test_another_way_to_read_a_file_is_found(source: str) -> None:
    assert len(reads(source)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_file_can_be_read_in_one_sitting(name: str) -> None:
    source = (SOURCE / name).read_text("utf-8")
    assert source.count("\n") <= LONGEST_FILE and long_functions(source) == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("ui/window.py", "from PySide6 import QtWebEngineWidgets"),
        ("session/draft.py", "import sqlite3"),
        ("ui/window.py", "import qtawesome as icons"),
        ("publish/page.py", "from markdown import Markdown"),
        ("render/sanitize.py", "from sqlite_utils.db import Database"),
        ("library/store.py", "def later():\n    from PySide6.QtCore import QObject"),
    ],
)
def test_a_stray_import_is_found(name: str, source: str) -> None:
    assert len(strays(name, source)) >= 1


@pytest.mark.parametrize("source", ["from PySide6.QtGui import QColor", "from PySide6 import QtNetwork"])
def test_more_than_the_core_of_qt_is_found(source: str) -> None:
    assert len(beyond_core(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "app.processEvents()",
        "from time import sleep",
        "time.sleep(1)",
        "view.setHtml('')",
        "text = box.toPlainText()",
    ],
)
def test_a_banned_name_is_found(source: str) -> None:
    assert len(banned(source)) == 1


def test_a_long_function_is_found() -> None:
    assert long_functions("def long():\n" + "    pass\n" * LONGEST_FUNCTION) == ["long"]


def test_the_core_imports_without_qt() -> None:
    core = ["cli", "publish", "intake", "review", "render", "library", "document", "worker", "files"]
    code = f"import sys, {', '.join(f'deskeditor.{part}' for part in core)}; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


LOSES_NONE = """
import sys
from PySide6.QtCore import QObject, QTimer, Signal
class Bell(QObject):
    rung = Signal(object)
bell = Bell()
heard = []
bell.rung.connect(heard.append)
before = sys.getrefcount(None)
for _ in range(5000):
    bell.rung.emit(None)
    bell.property("none")
    bell.parent()
heard.clear()
print(before - sys.getrefcount(None))
"""


def test_qt_keeps_count_of_none() -> None:
    # Qt: PySide6 6.12.0 on CPython 3.11 gives None back too often, and the program dies after some minutes.
    done = subprocess.run([sys.executable, "-c", LOSES_NONE], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 100
