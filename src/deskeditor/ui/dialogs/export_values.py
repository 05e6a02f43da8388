"""What an export dialog is given, and what it asks for."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from deskeditor.document.model import ArticleId


class Scope(StrEnum):
    """Which articles are to leave."""

    STORY = "story"
    SELECTED = "selected"
    EVERYTHING = "everything"


class Form(StrEnum):
    """As what they leave."""

    FOLDER = "folder"
    ZIP = "zip"
    SINGLE = "single"


@dataclass(frozen=True)
class Story:
    """An article by its id and headline."""

    id: ArticleId
    headline: str


@dataclass(frozen=True)
class ExportChoices:
    """What can be chosen; `story` is the one on the desk, `publishable` how many may leave at all."""

    story: Story | None
    selected: tuple[Story, ...]
    publishable: int
    themes: tuple[str, ...]
    theme: str
    base_url: str
    folder: Path

    def scopes(self) -> tuple[Scope, ...]:
        """The scopes that have an article, the likeliest first."""
        several = len(self.selected) > 1
        found = (
            (Scope.SELECTED, several),
            (Scope.STORY, self.story is not None),
            (Scope.EVERYTHING, self.publishable > 0),
        )
        return tuple(scope for scope, there in found if there)

    def articles(self, scope: Scope) -> tuple[ArticleId, ...] | None:
        """The ids of a scope; None for everything."""
        if scope is Scope.EVERYTHING:
            return None
        if scope is Scope.SELECTED:
            return tuple(story.id for story in self.selected)
        return (self.story.id,) if self.story else ()

    def label(self, scope: Scope) -> str:
        """A scope as a person reads it."""
        if scope is Scope.STORY and self.story:
            return f"This story: {self.story.headline or 'without headline'}"
        if scope is Scope.SELECTED:
            return f"The {len(self.selected):,} selected articles"
        return f"Everything that may be published ({self.publishable:,})"


@dataclass(frozen=True)
class ExportRequest:
    """One export; `articles` is None for everything that may be published."""

    articles: tuple[ArticleId, ...] | None
    form: Form
    out: Path
    theme: str
    base_url: str


@dataclass(frozen=True)
class Progress:
    """How far an export is: the article in hand, how many are done, how many there are."""

    name: str
    done: int
    of: int


@dataclass(frozen=True)
class Outcome:
    """What came of it, in the words that are shown; `place` is what can be opened."""

    place: Path
    articles: int
    pages: int
    size: int


def suggested(folder: Path, form: Form, headline: str) -> Path:
    """A place for the export that nothing else has, beside the last one."""
    from deskeditor.document.text import slugify

    stem = slugify(headline) if headline else "site"
    ending = {Form.FOLDER: "", Form.ZIP: ".zip", Form.SINGLE: ".html"}[form]
    return folder / f"{stem}{ending}"


def size_in_words(size: int) -> str:
    """A number of bytes as a person says it."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)):,} kB"
    return f"{size / 1_000_000:,.1f} MB"
