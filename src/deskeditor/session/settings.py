"""What the program remembers between two starts: one small TOML file in the user's settings folder."""

import tomllib
from dataclasses import dataclass
from dataclasses import fields as parts_of
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where one left off; sizes are in pixels, `geometry` is Qt's own, base64."""

    library: str = ""
    article: str = ""
    scheme: str = "system"
    geometry: str = ""
    panes: tuple[int, ...] = ()
    preview_width: str = "fit"
    preview_shown: bool = True
    checks_shown: bool = False
    recent_commands: tuple[str, ...] = ()


class SettingsFile:
    """The file behind the settings; unreadable it counts as empty, unwritable it is let be.

    Losing the place of a splitter must never stand between a writer and her text.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Settings:
        """What was kept, with the default for whatever is missing or of the wrong type."""
        try:
            kept = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            return Settings()
        default = Settings()
        sound: dict[str, object] = {}
        for part in parts_of(Settings):
            value = kept.get(part.name)
            if isinstance(value, list):
                value = tuple(value)
            if type(value) is type(getattr(default, part.name)) and _alike(value, part.name):
                sound[part.name] = value
        return Settings(**sound)  # type: ignore[arg-type]  # each value was held against its default above

    def save(self, settings: Settings) -> None:
        """Keep the settings: written aside, then swapped in."""
        import tomlkit

        kept = {part.name: getattr(settings, part.name) for part in parts_of(settings)}
        text = tomlkit.dumps({name: list(v) if isinstance(v, tuple) else v for name, v in kept.items()})
        aside = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_text(text, encoding="utf-8")
            aside.replace(self._path)
        except OSError:
            return


def _alike(value: object, name: str) -> bool:
    if not isinstance(value, tuple):
        return True
    wanted = int if name == "panes" else str
    return all(type(item) is wanted for item in value)
