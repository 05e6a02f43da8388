"""What an export dialog is given, and what it asks for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.publish.theme_shelf import ThemeCard
from deskeditor.ui.dialogs.site_values import EITHER_WAY

_NAME = 32

KEPT = "export.request"
"""The library's setting that holds the last request."""


class Scope(StrEnum):
    """Which articles are to leave."""

    SELECTED = "selected"
    STORY = "story"
    CHANGED = "changed"
    EVERYTHING = "everything"


class Form(StrEnum):
    """As what they leave."""

    FOLDER = "folder"
    ZIP = "zip"
    SINGLE = "single"
    EPUB = "epub"
    PROOF = "proof"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form as it is offered; `alone`: only for one story, `page`: its theme and address are seen.

    What is `inside` stays in the house, so that nothing has to be mended first. `making` is said meanwhile.
    """

    label: str
    says: str
    ending: str
    making: str = "Making the pages"
    alone: bool = False
    page: bool = True
    inside: bool = False


FORMS: Mapping[Form, FormRow] = {
    Form.FOLDER: FormRow("Folder for the web", "Pages, feeds and pictures, ready to be uploaded.", ""),
    Form.ZIP: FormRow("Zip file", "The same folder as one file, to be sent or kept.", ".zip"),
    Form.SINGLE: FormRow(
        "Single page",
        "One HTML file with its pictures inside; it can be sent by mail.",
        ".html",
        "Making the page",
        alone=True,
    ),
    Form.EPUB: FormRow(
        "EPUB", "One book of these stories, for readers and tablets.", ".epub", "Making the book", page=False
    ),
    Form.PROOF: FormRow(
        "PDF proof",
        "For an editor to read on paper: wide-spaced, with a margin for marks. "
        "Stories that may not leave can be proofed too; every sheet says what they are.",
        "-proof.pdf",
        "Making the proof",
        alone=True,
        inside=True,
    ),
}


@dataclass(frozen=True, slots=True)
class Story:
    """An article by its id and headline."""

    id: ArticleId
    headline: str


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One export; `articles` is None where the scope says which, `since` a time with a zone or empty."""

    scope: Scope
    articles: tuple[ArticleId, ...] | None
    form: Form
    out: Path
    theme: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What can be chosen; `story` is the one on the desk, `publishable` how many may leave at all.

    `last` is when something left last (ISO, or empty), `before` the last export's request, `site` what the
    library says of its site.
    """

    story: Story | None
    selected: tuple[Story, ...]
    publishable: int
    folder: Path
    themes: tuple[ThemeCard, ...]
    theme: str
    site: Mapping[str, str] = field(default_factory=dict)
    last: str = ""
    before: ExportRequest | None = None
    story_may_leave: bool = True
    writable: bool = True

    def scopes(self) -> tuple[Scope, ...]:
        """The scopes that have an article, from few to many."""
        found = (
            (Scope.SELECTED, len(self.selected) > 1),
            (Scope.STORY, self.story is not None),
            (Scope.CHANGED, self.publishable > 0),
            (Scope.EVERYTHING, self.publishable > 0),
        )
        return tuple(scope for scope, there in found if there)

    def likeliest(self) -> Scope | None:
        """What is meant most probably: a selection, a story that may leave, what left last, everything."""
        there = self.scopes()
        before = self.before.scope if self.before else None
        if Scope.SELECTED in there:
            return Scope.SELECTED
        if before in (Scope.CHANGED, Scope.EVERYTHING) and before in there:
            return before
        if Scope.STORY in there and (self.story_may_leave or Scope.EVERYTHING not in there):
            return Scope.STORY
        return Scope.EVERYTHING if Scope.EVERYTHING in there else None

    def articles(self, scope: Scope) -> tuple[ArticleId, ...] | None:
        """The ids of a scope; None where the library's query says which."""
        if scope is Scope.SELECTED:
            return tuple(story.id for story in self.selected)
        if scope is Scope.STORY:
            return (self.story.id,) if self.story else ()
        return None

    def label(self, scope: Scope) -> str:
        """A scope as a person reads it, `&` before its key."""
        if scope is Scope.STORY and self.story:
            headline = self.story.headline or "without headline"
            return f"This &story: {EITHER_WAY.format(headline.replace('&', '&&'))}"
        if scope is Scope.SELECTED:
            return f"The {len(self.selected):,} selecte&d articles"
        if scope is Scope.CHANGED:
            return "&Changed since"
        return f"Every story that may &be published ({self.publishable:,})"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an export is: the article in hand, how many are done, how many there are.

    Where nothing is counted, `name` is what is being done.
    """

    name: str
    done: int
    of: int
    form: Form = Form.FOLDER

    def words(self) -> str:
        """The number and the story, as they are shown."""
        if not self.of:
            return self.name or "Beginning…"
        name = " ".join(self.name.split())
        return f"{self.done:,} of {self.of:,}" + (f": {EITHER_WAY.format(name)}" if name else "")


def request_json(request: ExportRequest) -> str:
    """The request as a library keeps it."""
    articles = list(request.articles) if request.articles is not None else None
    whole = {"scope": request.scope, "articles": articles, "form": request.form, "since": request.since}
    return json.dumps(whole | {"out": str(request.out), "theme": request.theme})


def request_from(text: str) -> ExportRequest | None:
    """The request that was kept; None for anything else."""
    try:
        kept = json.loads(text)
        articles = kept["articles"]
        return ExportRequest(
            Scope(kept["scope"]),
            tuple(ArticleId(str(each)) for each in articles) if articles is not None else None,
            Form(kept["form"]),
            Path(str(kept["out"])),
            str(kept["theme"]),
            str(kept["since"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def suggested(choices: ExportChoices, scope: Scope, form: Form) -> Path:
    """Where this left last time, and otherwise a name of its own beside the last export."""
    before = choices.before
    if before and (before.scope, before.form) == (scope, form) and choices.articles(scope) == before.articles:
        return before.out
    return (before.out.parent if before else choices.folder) / f"{_stem(choices, scope)}{FORMS[form].ending}"


def _stem(choices: ExportChoices, scope: Scope) -> str:
    from deskeditor.document.text import slugify

    site = slugify(choices.site.get("name", "")) or "site"
    headline = choices.story.headline if choices.story else ""
    return {
        Scope.STORY: _seen(slugify(headline)),
        Scope.SELECTED: f"{site}-selection",
        Scope.CHANGED: f"{site}-changes",
        Scope.EVERYTHING: site,
    }[scope]


def _seen(name: str) -> str:
    """As much of a name as a field shows beside the way to it, cut between words."""
    return name if len(name) <= _NAME else name[: _NAME + 1].rpartition("-")[0] or name[:_NAME]


def size_in_words(size: int) -> str:
    """A number of bytes as a person says it."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)):,} kB"
    return f"{size / 1_000_000:,.1f} MB"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"1 {one}" if number == 1 else f"{number:,} {many}"
