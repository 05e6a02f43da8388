"""The composition root: settings, library, desk, window; then Qt runs."""

import os
import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from deskeditor import __version__
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.session.desk import Desk
from deskeditor.session.holder import Hold, Holder
from deskeditor.session.settings import SettingsFile
from deskeditor.ui import look
from deskeditor.ui.handover import Doorbell, hand_over
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


def state_folder() -> Path:
    """Where recovery journals are kept: never beside the library."""
    return user_state_path(NAME, appauthor=False) / "journals"


def settings_file() -> SettingsFile:
    """The person's settings."""
    return SettingsFile(user_config_path(NAME, appauthor=False) / "settings.toml")


def make_application(arguments: list[str]) -> QApplication:
    """Qt with a browser that can reach nothing; to be called once."""
    flags = [os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", ""), *OFFLINE]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(flag for flag in flags if flag)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication([NAME, *arguments])
    app.setApplicationName(NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(NAME)
    return app


class Session:
    """One library in one window, put together."""

    def __init__(self, library: Path, settings: SettingsFile, holder: Holder | None) -> None:
        mode = Mode.READ if holder else Mode.WRITE
        self.desk = Desk(library, state_folder(), mode)
        self.window = Window()
        self.wiring = Wiring(self.desk, self.window, settings)
        if holder is not None:
            self.wiring.read_only(str(holder))


def ensure_library(path: Path) -> None:
    """Make the library where there is none; the first one of a person is the sample newsroom."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    sample = path == default_library()
    with Library.create(path) as library:
        if sample:
            from deskeditor.intake.samples import furnish

            furnish(library)


def default_library() -> Path:
    """The library of somebody who names none."""
    return user_data_path(NAME, appauthor=False) / "Sample newsroom.desk"


def main(arguments: list[str]) -> int:
    """Open the window on a library, or do the tour; the exit code."""
    if arguments[:1] == ["tour"]:
        from deskeditor.app.tour import tour

        return tour(arguments[1:])
    settings = settings_file()
    kept = settings.load()
    last = Path(kept.library) if kept.library and Path(kept.library).exists() else default_library()
    library = Path(arguments[0]).absolute() if arguments else last
    try:
        ensure_library(library)
    except (LibraryError, OSError) as error:
        print(f"deskeditor: {error}", file=sys.stderr)
        return 1
    app = make_application(arguments)
    look.apply(app, look.Scheme(kept.scheme) if kept.scheme in set(look.Scheme) else look.Scheme.SYSTEM)
    hold = Hold(library)
    holder = hold.take()
    if holder is not None and hand_over(library, ""):
        return 0
    session = Session(library, settings, holder)
    doorbell = None if holder else Doorbell(library, session.wiring.come_forward, session.window)
    session.window.show()
    code = app.exec()
    del doorbell
    if holder is None:
        hold.release()
    return code
