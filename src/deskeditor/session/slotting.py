"""Keeping the slots in step with the draft, for as long as somebody looks at them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from deskeditor.document.model import Fields, MediaHash
from deskeditor.library.errors import LibraryError
from deskeditor.library.media import MediaFolder
from deskeditor.library.picture_size import too_large
from deskeditor.session.draft import Change, Draft
from deskeditor.session.jobs import Lane

if TYPE_CHECKING:
    from deskeditor.publish.slots_facts import Facts

OPENING_MS = 400
"""How long the body rests before its first words are looked at again."""
LARGEST = 1200


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture made small for the pane: rows of red, green and blue bytes."""

    media: MediaHash
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Telling:
    """A story as its slots get it; `picture` is None while there is none, or none that can be read."""

    fields: Fields
    opening: str
    facts: "Facts"
    picture: Shown | None


class Slotting(QObject):
    """Tells what the slots show; of the body it looks at the first words only, and those after a rest."""

    told = Signal(object)

    def __init__(self, media: Path) -> None:
        super().__init__()
        self._media = media
        self._site: dict[str, str] = {}
        self._draft: Draft | None = None
        self._watched = False
        self._picture: Shown | None = None
        self._wanted = ""
        self._lane: Lane[MediaFolder] | None = None
        self._rest = QTimer(self, singleShot=True, interval=OPENING_MS)
        self._rest.timeout.connect(self._tell)

    def set_site(self, settings: dict[str, str]) -> None:
        """Show the story as one of this site."""
        self._site = settings
        self._tell()

    def show(self, draft: Draft) -> None:
        """Another draft from now on."""
        if self._draft is not None:
            self._draft.changed.disconnect(self._on_changed)
        self._draft = draft
        draft.changed.connect(self._on_changed)
        self._tell()

    def watch(self) -> None:
        """Somebody looks at the slots: tell now, and at every change of a field."""
        self._watched = True
        self._tell()

    def unwatch(self) -> None:
        """Nobody looks any more."""
        self._watched = False
        self._rest.stop()

    def close(self) -> None:
        """End what is still under way."""
        self.unwatch()
        if self._lane is not None:
            self._lane.close(_nothing)
            self._lane = None

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if not self._watched:
            return
        if change.after.document.fields is change.before.document.fields:
            self._rest.start()
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        if not self._watched or self._draft is None:
            return
        from deskeditor.publish.site import site_from
        from deskeditor.publish.slots_facts import facts, first_words

        document = self._draft.document
        lead = document.fields.lead_picture
        self._want(lead.media if lead else MediaHash(""))
        told = Telling(
            fields=document.fields,
            opening=first_words(document.text),
            facts=facts(
                document.fields, site_from(lambda key: self._site.get(key.removeprefix("site.")), {})
            ),
            picture=self._picture,
        )
        self.told.emit(told)

    def _want(self, media: MediaHash) -> None:
        """Read another picture, beside the window; what comes too late for its story is not shown."""
        if media == self._wanted:
            return
        self._wanted, self._picture = media, None
        if not media:
            return

        def come(shown: Shown | None) -> None:
            if self._wanted == media and shown is not None:
                self._picture = shown
                self._tell()

        self._run(lambda folder: _small(folder, media), come)

    def _run(self, work: Callable[[MediaFolder], Shown], come: Callable[[Shown | None], None]) -> None:
        if self._lane is None:
            media = self._media
            self._lane = Lane("slots", lambda: MediaFolder(media), (LibraryError, OSError, ValueError))
        self._lane.run(work, come, lambda _: come(None))


def _small(folder: MediaFolder, media: MediaHash) -> Shown:
    """The picture upright and small; raises one of the errors that the lane expects."""
    from PIL import Image, ImageOps

    try:
        with Image.open(folder.path(media)) as opened:
            if too_large(opened):
                raise ValueError("larger than is shown")
            opened.draft("RGB", (LARGEST, LARGEST))
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error
    picture.thumbnail((LARGEST, LARGEST))
    return Shown(media, picture.width, picture.height, picture.tobytes())


def _nothing(_: object) -> None:
    return
