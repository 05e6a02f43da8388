"""The one entrance: a command goes to `cli`, anything else opens the window."""

import os
import sys
from pathlib import Path

from deskeditor.cli import COMMANDS

COMPLETING = "_DESKEDITOR_COMPLETE"
"""Set by a shell that asks how a command line could go on: click answers it."""

NO_WINDOW = (
    "deskeditor: The window cannot open, since Qt lacks a library of this system ({}). Nothing was opened or "
    "changed. Install it; in a checkout packaging/set-up does. “deskeditor --help” names what works without."
)


def opens_a_window(arguments: list[str]) -> bool:
    """Whether the arguments name no command: nothing, one library, or the tour of the window."""
    if os.environ.get(COMPLETING):
        return False
    if not arguments or arguments[0] == "tour":
        return True
    name = arguments[0]
    is_library = name.endswith(".desk") or Path(name).is_file()
    return len(arguments) == 1 and name not in COMMANDS and is_library


def start(arguments: list[str]) -> int:
    """The exit code: 0 done, 1 a finding or a refusal, 2 wrong usage."""
    if opens_a_window(arguments):
        try:
            from deskeditor.app import main as open_window
        except ImportError as error:  # Qt's own libraries need some of the system
            print(NO_WINDOW.format(error), file=sys.stderr)
            return 1
        return open_window(arguments)
    from deskeditor.cli.main import run

    return run(arguments)


def main() -> None:
    """What `deskeditor`, `python -m deskeditor` and a frozen program call."""
    if getattr(sys, "frozen", False):
        # A frozen program that makes pages beside itself is started by its own name again, and ends there.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(start(sys.argv[1:]))


if __name__ == "__main__":
    main()
