"""Letting stories leave while the window goes on: checks, progress, and an end that can be asked for."""

import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from deskeditor.document.model import ArticleId
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options, Report, export
from deskeditor.publish.checks import check
from deskeditor.publish.errors import Cancelled, PublishError
from deskeditor.publish.findings import Finding
from deskeditor.session.jobs import Lane


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks have to say, and the headlines of the articles they speak of."""

    findings: tuple[Finding, ...]
    headlines: dict[str, str]


@dataclass(frozen=True, slots=True)
class Underway:
    """How far an export is."""

    name: str
    done: int
    of: int


class Exporting(QObject):
    """Exports from a reading connection of its own, so that saving goes on beside."""

    checked = Signal(object)
    progressed = Signal(object)
    exported = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._lane: Lane[Library] = Lane(
            "export", lambda: Library.open(library, Mode.READ), (LibraryError, PublishError, OSError)
        )

    def check(self, articles: tuple[ArticleId, ...] | None) -> None:
        """Ask what stands between these articles, or all, and their readers."""

        def work(library: Library) -> Checked:
            findings = check(library, articles)
            ids = {finding.article for finding in findings}
            return Checked(findings, {each: _headline(library, each) for each in ids})

        self._lane.run(work, self.checked.emit, self._on_failed)

    def export(self, out: Path, options: Options) -> None:
        """Begin; one of the signals tells the end."""
        self._stop.clear()

        def work(library: Library) -> Report:
            return export(library, out, options, self._progress)

        self._lane.run(work, self.exported.emit, self._on_failed)

    def cancel(self) -> None:
        """End it before the next article; what was there before stays as it is."""
        self._stop.set()

    def close(self) -> None:
        """End it and wait until it has."""
        self.cancel()
        self._lane.close(lambda library: library.close())

    def _progress(self, name: str, done: int, of: int) -> None:
        if self._stop.is_set():
            raise Cancelled("The export was cancelled. What was there before is unchanged.")
        self.progressed.emit(Underway(name, done, of))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(str(error))


def _headline(library: Library, article: str) -> str:
    return library.load(library.find(article)).document.fields.headline
