"""Taking in files on the library's thread; the notes say what was taken out and what is missing."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from deskeditor.document.model import ArticleId
from deskeditor.library.look import is_library
from deskeditor.library.store import Library
from deskeditor.session.desk import Desk


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One article that came in, with the notes of the intake."""

    article: ArticleId
    headline: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intaken:
    """What a batch of files became; `refused` holds one sentence for each that stayed outside."""

    articles: tuple[TakenIn, ...]
    refused: tuple[str, ...]


class Intaking(QObject):
    """Brings files into the library; one that is refused stops none of the others."""

    taken = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def take(self, paths: tuple[Path, ...], *, keep_status: bool = False) -> None:
        """Take files in, published ones as such only with `keep_status`; `taken` carries what they became."""
        self._desk.job(lambda library: take_in(library, paths, keep_status=keep_status), self._on_taken)

    def _on_taken(self, intaken: Intaken) -> None:
        self._desk.changed.emit(())
        self.taken.emit(intaken)


def take_in(library: Library, paths: tuple[Path, ...], *, keep_status: bool = False) -> Intaken:
    """Read every file, then store what can be stored; cards among the arrivals find each other."""
    from deskeditor.intake import Intake, Refused, read
    from deskeditor.intake.arrival import arrive, import_options

    options = import_options(library, keep_status=keep_status)
    read_in: list[Intake] = []
    refused: list[str] = []
    for path in paths:
        if is_library(path):
            refused.append(f"{path.name} is a library. Nothing was changed; open it by itself.")
            continue
        try:
            read_in += read(path.name, path.read_bytes(), library.find_headline, options)
        except Refused as refusal:
            refused.append(str(refusal))
        except OSError as error:
            refused.append(
                f"{path.name} cannot be read: {error.strerror}. Nothing was changed; check the file."
            )
    arrivals = arrive(library, read_in)
    taken = tuple(
        TakenIn(arrival.article.id, arrival.article.document.fields.headline, arrival.notes)
        for arrival in arrivals
    )
    return Intaken(taken, tuple(refused))
