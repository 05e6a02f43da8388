"""The signs of the desk under our own names, in the colours of the look that is on; one family, one weight.

The letters that they are drawn from load after the first paint. Until then, and where that fails, an icon is
empty and every control still has its words.
"""

import json
import logging
from enum import StrEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from deskeditor.ui import look

NAMES = {
    "about": "info",
    "all": "stack",
    "back": "arrow-left",
    "bold": "text-bolder",
    "check": "check",
    "checks": "checks",
    "clear": "x-circle",
    "close": "x",
    "collapse": "caret-down",
    "compare": "columns",
    "copy": "copy",
    "desktop": "desktop",
    "down": "caret-down",
    "duplicate": "copy",
    "editor": "pencil-line",
    "error": "warning-circle",
    "export": "export",
    "file": "file-text",
    "filter": "funnel-simple",
    "fit": "arrows-out",
    "folder": "folder-open",
    "heading": "text-h",
    "heading2": "text-h-two",
    "heading3": "text-h-three",
    "heading4": "text-h-four",
    "history": "clock-counter-clockwise",
    "import": "download-simple",
    "info": "info",
    "italic": "text-italic",
    "keyboard": "keyboard",
    "link": "link",
    "list-bulleted": "list-bullets",
    "list-numbered": "list-numbers",
    "moon": "moon",
    "more": "caret-double-right",
    "new": "note-pencil",
    "next": "arrow-down",
    "open": "arrow-square-out",
    "palette": "command",
    "paragraph": "text-align-left",
    "phone": "device-mobile",
    "picture": "image-square",
    "pin": "push-pin",
    "preview": "eye",
    "previous": "arrow-up",
    "proof": "printer",
    "quote": "quotes",
    "read-also": "bookmark-simple",
    "redo": "arrow-u-up-right",
    "restore": "arrow-counter-clockwise",
    "review": "columns",
    "saved": "cloud-check",
    "search": "magnifying-glass",
    "settings": "sliders-horizontal",
    "slots": "cards",
    "sidebar": "list-dashes",
    "sort": "sort-descending",
    "strike": "text-strikethrough",
    "sun": "sun",
    "system": "circle-half",
    "tablet": "device-tablet",
    "theme": "circle-half",
    "trash": "trash",
    "undo": "arrow-u-up-left",
    "unlink": "link-break",
    "up": "caret-up",
    "warning": "warning",
}


class Ink(StrEnum):
    """Which colour a sign takes; CONTROL is quiet and wakes under the pointer, the others stay."""

    CONTROL = "control"
    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    DANGER = "danger"
    WARNING = "warning"
    SUCCESS = "success"


class _Letters:
    """The family's font and where each sign stands in it; empty until it was read."""

    def __init__(self) -> None:
        self.signs: dict[str, str] = {}
        self.font = QFont()

    def read(self) -> None:
        """Read the one family that is used; raises OSError, LookupError or ValueError where it is not there.

        The files of qtawesome are read without importing it: that would cost 180 ms, this costs 15.
        """
        package = find_spec("qtawesome")
        places = package.submodule_search_locations if package else None
        folder = Path(next(iter(places or ()), "")) / "fonts"
        face, names = (
            next(folder.glob(shape), folder) for shape in ("phosphor-*.ttf", "phosphor-charmap-*.json")
        )
        codes = json.loads(names.read_text(encoding="utf-8"))
        family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(face)))[0]
        self.font = QFont(family)
        self.signs = {ours: chr(int(codes[theirs], 16)) for ours, theirs in NAMES.items()}


@cache
def _letters() -> _Letters:
    return _Letters()


def load() -> None:
    """Read the letters and draw every open window again; called once, after the first paint."""
    if _letters().signs:
        return
    try:
        _letters().read()
    except (OSError, LookupError, ValueError) as problem:
        logging.getLogger(__name__).warning("No icons, the words stay: %s", problem)
        return
    for window in QApplication.allWidgets():
        window.update()


@cache
def icon(name: str, ink: Ink = Ink.CONTROL) -> QIcon:
    """The sign of one of our names; the same object follows every later change of look by itself."""
    if name not in NAMES:
        raise KeyError(name)
    return QIcon(_Sign(name, ink))


def paint(painter: QPainter, rect: QRect, name: str, colour: str) -> None:
    """Draw a sign into `rect`; nothing where the letters are not there yet."""
    sign = _letters().signs.get(name)
    if sign is None:
        return
    painter.save()
    font = QFont(_letters().font)
    font.setPixelSize(max(1, min(rect.width(), rect.height())))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign)
    painter.restore()


class _Sign(QIconEngine):
    """Draws at the moment of painting, so that neither the look nor the letters need to be there before."""

    def __init__(self, name: str, ink: Ink) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def clone(self) -> QIconEngine:
        return _Sign(self._name, self._ink)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint(painter, rect, self._name, _colour(self._ink, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def _colour(ink: Ink, mode: QIcon.Mode, state: QIcon.State) -> str:
    worn = look.current()
    if mode is QIcon.Mode.Disabled:
        return worn.edge
    if ink is not Ink.CONTROL:
        return str(getattr(worn, ink.value))
    if state is QIcon.State.On:
        return worn.accent
    return worn.text if mode is QIcon.Mode.Active else worn.muted
