"""What an export can be, from what the library says, and how dialog and publishing speak of it."""

from dataclasses import dataclass
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.records import utc_now
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options
from deskeditor.publish.goal import DEFAULT_THEME
from deskeditor.publish.site import SETTINGS
from deskeditor.publish.theme_shelf import ThemeCard, card, shipped
from deskeditor.session.export_process import Written
from deskeditor.ui.dialogs.export_outcome import Outcome
from deskeditor.ui.dialogs.export_values import (
    KEPT,
    ExportChoices,
    ExportRequest,
    Form,
    Story,
    request_from,
)

LAST = "export.last"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the library says when an export is asked for."""

    leaving: frozenset[ArticleId]
    site: dict[str, str]
    theme: str
    last: str
    before: ExportRequest | None


def seen_in(library: Library) -> Seen:
    """What this library says now."""
    leaving = frozenset(version.id for version in library.publishable_versions(utc_now()))
    site = {key: library.setting(f"site.{key}") or "" for key in SETTINGS}
    theme = library.setting("site.theme") or DEFAULT_THEME
    return Seen(leaving, site, theme, library.setting(LAST) or "", request_from(library.setting(KEPT) or ""))


def choices(
    seen: Seen, last: ExportRequest | None, story: Story | None, selected: tuple[Story, ...], writable: bool
) -> ExportChoices:
    """What the dialog offers for the story on the desk and those selected.

    It begins as the `last` export did, unless its folder is gone.
    """
    before = last if last and last.out.parent.is_dir() else None
    documents = Path.home() / "Documents"
    theme = before.theme if before else seen.theme
    return ExportChoices(
        story=story,
        selected=selected,
        publishable=len(seen.leaving),
        folder=documents if documents.is_dir() else Path.home(),
        themes=_themes(theme),
        theme=theme,
        site=seen.site,
        last=seen.last,
        before=before,
        story_may_leave=story is None or story.id in seen.leaving,
        writable=writable,
    )


def options(request: ExportRequest) -> Options:
    """The request as publishing takes it."""
    return Options(
        articles=request.articles,
        zip=request.form is Form.ZIP,
        single_file=request.form is Form.SINGLE,
        theme=request.theme or None,
        since=request.since or None,
    )


def outcome_of(written: Written) -> Outcome:
    """What was written, as the dialog shows it."""
    report, found = written.report, written.found
    return Outcome(
        report.outputs[0],
        report.articles,
        report.pages,
        report.files,
        report.size,
        report.added,
        report.changed,
        report.removed,
        found.findings,
        found.asks,
        dict(found.headlines),
    )


def _themes(chosen: str) -> tuple[ThemeCard, ...]:
    """The shipped ones, and the one of the user's own that was chosen last."""
    themes = shipped()
    own = card(Path(chosen)) if "/" in chosen or "\\" in chosen else None
    return (*themes, own) if own else themes
