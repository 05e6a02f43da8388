"""Where a theme is, found without reading it."""

import re
from pathlib import Path

from deskeditor.publish.errors import ThemeError
from deskeditor.resources import resource


def theme_folder(name_or_path: str) -> Path:
    """The folder of a shipped theme, or of one by its path; raises ThemeError where there is none."""
    named = re.fullmatch(r"[a-z0-9][a-z0-9-]*", name_or_path)
    try:
        folder = resource(f"themes/{name_or_path}") if named else Path(name_or_path)
    except FileNotFoundError:
        folder = Path(name_or_path)
    if not (folder / "theme.toml").is_file():
        raise ThemeError(
            f"There is no theme {name_or_path}: no such folder with a theme.toml. Nothing was written."
        )
    return folder.resolve()


def is_shipped(folder: Path) -> bool:
    """Whether the folder is that of a theme that comes with the program."""
    return folder.parent == resource("themes").resolve()
