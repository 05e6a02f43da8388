"""The composition root: settings, library, desk, window; then Qt runs."""

import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path
from PySide6.QtWidgets import QApplication

from deskeditor.app.collecting import Collecting
from deskeditor.app.session import NAME, Session, Start, make_application
from deskeditor.library import save_record
from deskeditor.library.errors import LibraryError
from deskeditor.library.store import Library
from deskeditor.session.holder import Hold
from deskeditor.session.settings import SettingsFile
from deskeditor.ui import look
from deskeditor.ui.handover import Doorbell, hand_over


def main(arguments: list[str]) -> int:
    """Open the window on a library, or do the tour; the exit code."""
    if arguments[:1] == ["tour"]:
        from deskeditor.app.tour import tour

        return tour(arguments[1:])
    app = make_application([])
    settings = settings_file()
    library = chosen_library(arguments, settings)
    try:
        ensure_library(library)
    except (LibraryError, OSError) as error:
        print(f"deskeditor: {error}", file=sys.stderr)
        return 1
    return run(app, library, settings)


def run(app: QApplication, library: Path, settings: SettingsFile) -> int:
    """Open the window, or hand over to the one that has the library already."""
    scheme = settings.load().scheme
    look.apply(app, look.Scheme(scheme) if scheme in set(look.Scheme) else look.Scheme.SYSTEM)
    hold = Hold(library)
    reading = hold.take()
    if reading and hand_over(library, ""):
        return 0
    session = Session(Start(library, journal_folder(), settings, reading))
    if not reading:
        Doorbell(library, session.wiring.come_forward, session.window)
    session.window.show()
    Collecting(session.window)
    code = app.exec()
    if not reading:
        hold.release()
    return code


def chosen_library(arguments: list[str], settings: SettingsFile) -> Path:
    """The library that was named, else the last one, else the sample newsroom."""
    if arguments:
        return Path(arguments[0]).absolute()
    last = settings.load().library
    return Path(last) if last and Path(last).exists() else default_library()


def ensure_library(path: Path) -> None:
    """Make the library where there is none; the first one of a person is the sample newsroom."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with Library.create(path) as library:
        if path == default_library():
            from deskeditor.intake.samples import furnish

            furnish(library)


def default_library() -> Path:
    """The library of somebody who names none."""
    return user_data_path(NAME, appauthor=False) / "Sample newsroom.desk"


def journal_folder() -> Path:
    """Where recovery journals are kept: never beside the library."""
    return save_record.journal_folder()


def settings_file() -> SettingsFile:
    """The person's settings."""
    return SettingsFile(user_config_path(NAME, appauthor=False) / "settings.toml")
