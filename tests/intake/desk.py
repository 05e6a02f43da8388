"""How the tests of intake take things in."""

from collections.abc import Callable
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.intake import Intake, read

WIRE = Path(__file__).parent.parent / "fixtures" / "wire"


def nothing(_headline: str) -> ArticleId | None:
    """A library without a single article."""
    return None


def taken(
    text: str | bytes, name: str = "story.txt", known: Callable[[str], ArticleId | None] = nothing
) -> Intake:
    """The one article of a file."""
    data = text.encode() if isinstance(text, str) else text
    (intake,) = read(name, data, known)
    return intake


def page(name: str) -> Intake:
    """The one article of a file of `fixtures/wire`."""
    return taken((WIRE / name).read_bytes(), name)


def body(text: str, name: str = "story.txt") -> list[str]:
    """The body of the article in blocks."""
    return taken(text, name).document.text.split("\n\n")
