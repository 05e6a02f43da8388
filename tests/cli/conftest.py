"""A desk to give commands to, and what they came to."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from deskeditor.cli.main import run
from deskeditor.document.model import Author, Document, Fields, Status
from deskeditor.library.store import Library


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    def json(self) -> object:
        """What it printed, read back."""
        read: object = json.loads(self.out)
        return read


Desk = Callable[..., Outcome]


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str]) -> Desk:
    """Runs one command in this process."""

    def command(*arguments: object) -> Outcome:
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return command


def document(headline: str, text: str = "It rained.\n", status: Status = Status.PUBLISHED) -> Document:
    """A story with all that a page needs."""
    fields = Fields(
        headline=headline,
        section="Local",
        dateline="Hamm",
        status=status,
        published="2026-01-05T09:00:00+01:00",
        byline=(Author("Jane Doe"),),
        seo_description="What happened, in a line that says it.",
    )
    return Document(text, fields)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of two stories."""
    path = tmp_path / "news.desk"
    with Library.create(path) as library:
        library.new(document("Rain falls on Hamm"))
        library.new(document("Sun over Hamm", "The sun shone.\n", Status.DRAFT))
    return path
