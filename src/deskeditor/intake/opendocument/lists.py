"""Lists of an OpenDocument text: which number each begins with, also where one goes on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deskeditor.intake.opendocument.styles import Styles


@dataclass(slots=True)
class Lists:
    """Where each list stands, by its own name and by its style, level by level."""

    styles: Styles
    last: dict[tuple[str, int], int] = field(default_factory=dict)

    def start(self, at: Mapping[str, str], style: str, level: int) -> int | None:
        """The first number of a list; None where it does not count."""
        first = self.styles.counting.get((style, level))
        if first is None:
            return None
        for name in (at.get("text:continue-list", ""), style):
            goes_on = name != style or at.get("text:continue-numbering") == "true"
            if name and goes_on and (name, level) in self.last:
                return self.last[name, level] + 1
        return first

    def counted(self, names: tuple[str, ...], level: int, number: int) -> None:
        """A list has come to that number."""
        for name in names:
            self.last[name, level] = number


def number_of(at: Mapping[str, str], usual: int) -> int:
    """The number that an item states itself, otherwise the usual one."""
    stated = at.get("text:start-value", "")
    return int(stated) if stated.isdecimal() else usual
