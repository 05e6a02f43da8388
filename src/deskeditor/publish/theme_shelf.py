"""Which themes there are to choose from, each with its title and what it says of itself."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from deskeditor.files import Unreadable, read_text
from deskeditor.resources import resource


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """A theme before it is loaded; `name` is what an export is asked for: a shipped name or a path."""

    name: str
    title: str
    description: str = ""


def shipped() -> tuple[ThemeCard, ...]:
    """The themes that come with the program, by name."""
    found = (card(folder) for folder in sorted(resource("themes").iterdir()))
    return tuple(
        ThemeCard(each.name.rpartition("/")[2], each.title, each.description) for each in found if each
    )


def card(folder: Path) -> ThemeCard | None:
    """The card of a theme's folder; None where there is no theme."""
    try:
        meta = tomllib.loads(read_text(folder / "theme.toml", 1_000_000))
    except (Unreadable, tomllib.TOMLDecodeError):
        return None
    title, said = meta.get("title"), meta.get("description")
    return ThemeCard(
        folder.as_posix(),
        title if isinstance(title, str) and title else folder.name,
        said if isinstance(said, str) else "",
    )
