"""Reading what comes from outside in a process of its own: it may hang, grow or crash there without harm.

A file, a copy from another program and a picture go the same way. The window and the command line read here
alone, and so alike: the process has no browser in it, whose older libxml2 reads pages in another way.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from deskeditor.document.model import ArticleId
from deskeditor.files import MEGABYTE, Unreadable, read_file, shown, size
from deskeditor.intake.clipboard import Pasted, pasted
from deskeditor.intake.errors import Refused
from deskeditor.intake.records import ImportOptions, Intake, Known, MediaIn
from deskeditor.library.errors import LibraryError
from deskeditor.library.look import is_library
from deskeditor.library.media import Checked, checked
from deskeditor.worker import Calls, Crashed, Exhausted, Late, Limits, Mistaken, Stopped, Worker

T = TypeVar("T")

__all__ = ["Checked", "Reader", "Stopped", "Thumbnail"]

MEMORY = 560 * MEGABYTE
"""Bytes that the process may have."""
MOST = 100 * MEGABYTE
"""Bytes of the largest file: an archive with pictures."""
MOST_TEXT = 16 * MEGABYTE
"""Bytes of the largest file that is no archive: a book has one."""
_ARCHIVE = b"PK"
_USUAL = ImportOptions()
FILE_SECONDS = 120.0
COPY_SECONDS = 8.0
SAFE = "Nothing of it was taken in"
TOO_LARGE = (
    f"is too large or too complicated to be read safely. {SAFE}; save its text as .txt and import that."
)


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    options: ImportOptions


@dataclass(frozen=True, slots=True)
class _Copy:
    html: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Picture:
    path: Path


@dataclass(frozen=True, slots=True)
class _Look:
    path: Path
    room: int


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A picture made small: rows of red, green and blue bytes."""

    width: int
    height: int
    pixels: bytes


_Question = _File | _Copy | _Picture | _Look
_Answer = tuple[Intake, ...] | Pasted | Checked | Thumbnail | Refused | LibraryError | Unreadable


class Reader:
    """Reads one thing after the other, for one thread; `stop` alone may come from another one."""

    def __init__(self, *, ready: bool = False) -> None:
        self._worker: Worker[_Question, _Answer] = Worker(_serve, ready, limits=Limits(memory=MEMORY))
        self._stopped = False

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start the process where there is none, so that it is there when it is needed; returns at once."""
        self._worker.warm()

    def file(self, path: Path, known: Known, options: ImportOptions = _USUAL) -> tuple[Intake, ...]:
        """The articles in a file; raises Refused with the file's name, or Stopped."""
        name = shown(path)
        if is_library(path):
            raise Refused(f"{name} is a library. Nothing was changed; open it by itself.")
        try:
            read = self._ask(_File(path, options), FILE_SECONDS, lambda headline: known(str(headline)))
        except Unreadable as error:
            raise Refused(error.saying(SAFE)) from None
        except Refused as refusal:
            raise Refused(_about(name, str(refusal))) from None
        return _of(tuple, read)

    def copy(self, html: str | None, text: str) -> Pasted:
        """What was copied and what was left out; raises Refused where it is not safe to read, or Stopped."""
        return _of(Pasted, self._ask(_Copy(html, text), COPY_SECONDS))

    def picture(self, path: Path) -> Checked:
        """A picture that may be kept; raises NotAPicture, Refused or Unreadable, or Stopped."""
        return self._picture(path, _Picture(path), Checked)

    def look(self, path: Path, room: int) -> Thumbnail:
        """A picture upright and at the most so many pixels wide and high; raises as `picture` does."""
        return self._picture(path, _Look(path, room), Thumbnail)

    def stop(self) -> None:
        """End what is under way: whoever waits for it, or asks anything more, gets Stopped."""
        self._stopped = True
        self._worker.kill()

    def close(self) -> None:
        """End the process."""
        self._worker.close()

    def _picture(self, path: Path, question: "_Question", kind: type[T]) -> T:
        try:
            return _of(kind, self._ask(question, FILE_SECONDS))
        except Refused as refusal:
            raise Refused(_about(shown(path), str(refusal))) from None

    def _ask(
        self, question: "_Question", deadline: float, hear: Callable[[object], object] = lambda _: None
    ) -> object:
        """The answer; what a process has read before may have cost it its memory, so it is asked twice."""
        used = self._worker.is_alive
        self._worker.warm()
        if self._stopped:  # looked at once there is a process that `stop` can end
            raise Stopped
        try:
            answer = self._asked(question, deadline, hear)
        except Exhausted:
            if not used:
                raise Refused(TOO_LARGE) from None
            return self._ask(question, deadline, hear)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _asked(self, question: "_Question", deadline: float, hear: Callable[[object], object]) -> object:
        try:
            return self._worker.ask(question, deadline, hear)
        except Late:
            raise Refused(
                f"takes too long to be read. {SAFE}; save its text as .txt and import that."
            ) from None
        except Crashed:
            raise Refused(TOO_LARGE) from None
        except Mistaken as error:
            raise Refused(
                f"could not be read: the reader stumbled over it ({_kind_of(error)}). {SAFE}; save its text "
                "as .txt and import that."
            ) from None


def _kind_of(error: Mistaken) -> str:
    """What went wrong in one word, for a report: the rest may be words of the story."""
    return str(error).partition(":")[0]


def _of(kind: type[T], answer: object) -> T:
    if not isinstance(answer, kind):
        raise Refused(TOO_LARGE)
    return answer


def _about(name: str, refusal: str) -> str:
    """A refusal that begins in the middle of a sentence has the name before it, any other a colon."""
    return f"“{name}” {refusal}" if refusal[:1].islower() else f"“{name}”: {refusal}"


def _serve(calls: Calls[_Question, _Answer], ready: bool) -> None:  # noqa: FBT001
    """What the process does; made ready, it has the readers of pages loaded before it is asked."""
    import_module("deskeditor.intake.reading")  # while the one who asks is still opening its library
    if ready:
        _load()
    calls.answer_each(lambda question: _answer(question, calls))


def _load() -> None:
    pasted("<p>Warm <b>up</b></p>", "")


def _answer(question: _Question, calls: Calls[_Question, _Answer]) -> _Answer:
    """What came of it; whatever a person is to be told of is an answer too."""
    try:
        match question:
            case _File(path, options):
                return _articles(path, options, calls)
            case _Copy(html, text):
                return pasted(html, text)
            case _Picture(path):
                return checked(path)
            case _Look(path, room):
                return _small(path, room)
    except (Refused, LibraryError, Unreadable) as error:
        return error


def _articles(path: Path, options: ImportOptions, calls: Calls[_Question, _Answer]) -> tuple[Intake, ...]:
    from deskeditor.intake.reading import articles_of

    data = read_file(path, MOST)
    if len(data) > MOST_TEXT and not data.startswith(_ARCHIVE):
        raise Unreadable(f"“{shown(path)}” is larger than {size(MOST_TEXT)}", "import it in parts")
    found = articles_of(shown(path), data, lambda headline: _known(headline, calls), options)
    return tuple(map(_proved, found))


def _known(headline: str, calls: Calls[_Question, _Answer]) -> ArticleId | None:
    """What the one who asked knows: this process has no library."""
    found = calls.ask(headline)
    return ArticleId(found) if isinstance(found, str) else None


def _proved(intake: Intake) -> Intake:
    """The article with every picture looked at here: nobody opens them again to keep them."""
    return replace(intake, media=tuple(map(_looked_at, intake.media)))


def _looked_at(picture: MediaIn) -> MediaIn:
    try:
        return replace(picture, suffix=checked(picture.data).suffix)
    except LibraryError as error:
        return replace(picture, fault=str(error))


def _small(path: Path, room: int) -> Thumbnail:
    from io import BytesIO

    from PIL import Image, ImageOps

    raw = checked(path).raw
    try:
        with Image.open(BytesIO(raw)) as opened:
            opened.draft("RGB", (room, room))
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, RuntimeError, Image.DecompressionBombError) as error:
        raise Refused(f"cannot be shown: {error}.") from error
    picture.thumbnail((room, room))
    return Thumbnail(picture.width, picture.height, picture.tobytes())
