"""One library in one window, put together, and the Qt that it runs in."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from deskeditor import __version__
from deskeditor.app.screen import screen_needed
from deskeditor.library.records import Mode
from deskeditor.session.desk import Desk
from deskeditor.session.settings import SettingsFile
from deskeditor.ui.window import Window
from deskeditor.ui.wiring import Wiring

NAME = "deskeditor"
OFFLINE = (
    '--host-resolver-rules="MAP * ~NOTFOUND"',
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pings",
    "--no-first-run",
)


@dataclass(frozen=True, slots=True)
class Start:
    """What a window is opened on; `reading` says why it can only be read, empty where it can be changed."""

    library: Path
    journals: Path
    settings: SettingsFile
    reading: str


class Session:
    """The desk, its window, and the wires between."""

    def __init__(self, start: Start) -> None:
        self.desk = Desk(start.library, start.journals, Mode.READ if start.reading else Mode.WRITE)
        self.window = Window()
        self.wiring = Wiring(self.desk, self.window, start.settings)
        if start.reading:
            self.wiring.read_only(start.reading)


def make_application(arguments: list[str]) -> QApplication:
    """Qt with a browser that can reach nothing; to be called once."""
    flags = [os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", ""), *OFFLINE]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flag for flag in flags if flag)
    # Measured without a graphics card: a key is on screen four times sooner and in the preview three times,
    # since the window is then painted straight and not copied to a texture first.
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Qt: the browser's sandbox refuses to run for root; nobody else loses it.
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    with screen_needed():
        app = QApplication([NAME, *arguments])
    app.setApplicationName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    return app
