"""A start without a screen ends in a sentence: Qt by itself aborts, and advises to install it again."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler

VARIABLES = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
SAFE = "Nothing was opened or changed."
OTHERWISE = "“deskeditor --help” names what works without a screen."
UNREACHED = ("could not connect to display", "Failed to create wl_display")


@contextmanager
def screen_needed() -> Iterator[None]:
    """While the block makes the application: where Qt gives up, say why in one line and exit with 1.

    What Qt mutters otherwise is said as always, after the block.
    """
    said: list[str] = []

    def hear(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        said.append(text)
        if kind == QtMsgType.QtFatalMsg:
            _give_up(said)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for text in said:
        print(text, file=sys.stderr)


def _give_up(said: list[str]) -> NoReturn:
    """Qt: after a fatal message the program aborts, unless it has ended by then."""
    print(f"deskeditor: {reason(dict(os.environ), said, missing_library())}", file=sys.stderr, flush=True)
    os._exit(1)


def reason(environment: dict[str, str], said: list[str], missing: str) -> str:
    """Why there is no screen, of what the environment names, what Qt said and which library it lacks."""
    named = " ".join(f"{name}={environment[name]}" for name in VARIABLES if environment.get(name))
    if missing and not any(text.startswith(UNREACHED) for text in said):
        return (
            f"The window cannot open, since Qt lacks a library of this system ({missing}). {SAFE} "
            f"Install what brings it; in a checkout packaging/set-up does. {OTHERWISE}"
        )
    if not named:
        return (
            "The window needs a screen, and there is none: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            f"{SAFE} Start it from a desktop session. {OTHERWISE}"
        )
    return (
        f"The window needs a screen, and {named} leads to none. {SAFE} "
        f"Start it from a desktop session, or set that right. {OTHERWISE}"
    )


def missing_library() -> str:
    """What the loader says of the part of Qt that draws on X11; nothing where it is whole."""
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    try:
        ctypes.CDLL(str(Path(plugins) / "platforms" / "libqxcb.so"))
    except OSError as error:
        return str(error).partition(":")[0]
    return ""
