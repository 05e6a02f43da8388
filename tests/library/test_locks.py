"""A library that is open stays locked whatever else this program does with its file.

POSIX takes every lock of a program from a file when the program closes it anywhere. The log of an open
library then goes with the next program that closes it, and what is saved afterwards is read back, and lost.
"""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from tests.library.builders import story

from deskeditor.document.model import ArticleId, Document
from deskeditor.library.backup import restore
from deskeditor.library.errors import LibraryError
from deskeditor.library.look import look
from deskeditor.library.records import Mode
from deskeditor.library.store import Library

READ = """
import sys
from deskeditor.library.store import Library
with Library.open(sys.argv[1]) as library:
    print(library.load(library.find(sys.argv[2])).document.text, end="")
"""
SAVE = """
import sys
from dataclasses import replace
from deskeditor.library.store import Library
for number in range(10):
    with Library.open(sys.argv[1]) as library:
        article = library.load(library.find(sys.argv[2]))
        library.save(article.id, replace(article.document, text=f"Theirs {number}.\\n"), article.revision)
"""


def in_another_program(script: str, library: Library, article: ArticleId) -> str:
    """What another program that opens the library and closes it again prints."""
    command = [sys.executable, "-c", script, str(library.path), article]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def rewritten(library: Library, article: ArticleId, text: str) -> Document:
    """The article saved with another text."""
    found = library.load(article)
    library.save(article, replace(found.document, text=text), found.revision)
    return library.load(article).document


def _read(path: Path) -> None:
    Library.open(path, Mode.READ).close()


def _back_up(path: Path) -> None:
    with Library.open(path, Mode.READ) as library:
        library.backup(path)


def _add_as_a_picture(path: Path) -> None:
    with Library.open(path, Mode.READ) as library:
        library.media.add(path)


TOUCHES: dict[str, Callable[[Path], object]] = {
    "looked at": look,
    "opened for reading": _read,
    "restored from": lambda path: restore(path, path.with_name("other.desk")),
    "its own backup": _back_up,
    "added as a picture": _add_as_a_picture,
}


@pytest.mark.parametrize("name", TOUCHES)
def test_what_is_saved_after_the_file_was_touched_is_in_the_file(library: Library, name: str) -> None:
    article = library.new(story()).id
    with suppress(LibraryError):
        TOUCHES[name](library.path)
    in_another_program(READ, library, article)
    rewritten(library, article, "Saved and read back.\n")
    assert in_another_program(READ, library, article) == "Saved and read back.\n"


def test_a_writer_and_looks_beside_another_program_that_writes_lose_nothing(library: Library) -> None:
    ours, theirs = library.new(story()).id, library.new(story()).id
    command = [sys.executable, "-c", SAVE, str(library.path), theirs]
    with subprocess.Popen(command) as other:
        for number in count():
            look(library.path)
            saved = rewritten(library, ours, f"Ours {number}.\n")
            if other.poll() is not None:
                break
    said = [in_another_program(READ, library, each) for each in (ours, theirs)]
    assert said == [saved.text, "Theirs 9.\n"]
