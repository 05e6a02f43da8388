"""A finished page as checks see it."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from html.parser import HTMLParser

from deskeditor.publish.checks.subject import Subject
from deskeditor.publish.reach import Reach


@dataclass(frozen=True)
class Sheet:
    """The page of one story; `reach` says what it may lead to, None while that is not known."""

    html: str
    subject: Subject
    reach: Reach | None = None

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

    @cached_property
    def attributes(self) -> Counter[tuple[str, str]]:
        """How often each attribute stands on the page with each value, read as a browser reads it.

        It takes a hundred times as long as looking for a sign, so only what a sign was found of is looked up
        here: words of a story may look like an attribute.
        """
        reader = _Attributes()
        reader.feed(self.shown)
        reader.close()
        return reader.found

    @cached_property
    def leads(self) -> list[str]:
        """Where the page's links lead."""
        return values(self.shown, ' href="')

    @cached_property
    def sources(self) -> dict[str, list[str]]:
        """What the page loads, by the attribute that says so."""
        html = self.shown
        return {name: values(html, f' {name}="') for name in ("src", "srcset", "poster")}

    def place(self, sign: str) -> tuple[int, int] | tuple[None, None]:
        """Where the body says the same; nowhere if it does not."""
        start = self.subject.text.find(sign) if sign else -1
        return (None, None) if start < 0 else (start, start + len(sign))


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Counter[tuple[str, str]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        self.found.update((name, value or "") for name, value in attrs)


def values(html: str, opening: str) -> list[str]:
    """What stands in quotes behind each of these openings, such as ` id="`."""
    return [unescape(piece.partition('"')[0]) for piece in html.split(opening)[1:]]
