"""A finished page as checks see it."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from deskeditor.publish.checks.subject import Subject


@dataclass(frozen=True)
class Sheet:
    """The page of one story; `files` are the paths of the bundle, None while they are not known."""

    html: str
    subject: Subject
    files: Container[str] | None = None

    @cached_property
    def shown(self) -> str:
        """The page without its style sheet, in which nothing points anywhere but at letters."""
        before, _, rest = self.html.partition("<style>")
        return before + rest.partition("</style>")[2] if rest else self.html

    @cached_property
    def style(self) -> str:
        """The style sheet."""
        return self.html.partition("<style>")[2].partition("</style>")[0]

    @cached_property
    def ids(self) -> list[str]:
        """The name of each place on the page."""
        return values(self.shown, ' id="')

    def place(self, sign: str) -> tuple[int, int] | tuple[None, None]:
        """Where the body says the same; nowhere if it does not."""
        start = self.subject.text.find(sign) if sign else -1
        return (None, None) if start < 0 else (start, start + len(sign))


def values(html: str, opening: str) -> list[str]:
    """What stands in quotes behind each of these openings, such as ` id="`."""
    return [unescape(piece.partition('"')[0]) for piece in html.split(opening)[1:]]
