"""Where on the sheet things are: two columns across, levels from top to bottom."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from deskeditor.ui.review.spread import Level, Part

STRIP = 28
"""What stands above a block: where it moved, what is at risk, which field it is."""
SPACE = 18

_MEASURE = 620
_WIDE = 880
_LETTER = 0.47


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns of one width; `mirrored`: the first one stands on the right, as Arabic readers expect.

    `left` is where the first of them begins.
    """

    width: int
    mirrored: bool = False
    left: int = 0

    @property
    def gutter(self) -> int:
        """The room for signs before the text."""
        return 34 if self.width >= _WIDE else 31

    @property
    def middle(self) -> float:
        """Where one column ends and the other begins."""
        return self.left + self.width / 2

    @property
    def text_width(self) -> int:
        """How long a line may be."""
        return max(80, min(_MEASURE, self.width // 2 - self.gutter - self._after))

    @property
    def _after(self) -> int:
        return 28 if self.width >= _WIDE else 14

    def text_left(self, side: int) -> float:
        """Where lines begin; a column that is wider than a line may be holds it in its middle."""
        left = self.middle if (side == 1) != self.mirrored else self.left
        free = self.width / 2 - self.gutter - self._after - self.text_width
        return left + (self._after if self.mirrored else self.gutter) + max(0.0, free / 2)

    def side_at(self, x: float) -> int:
        """The side that a point is on."""
        return int((x >= self.middle) != self.mirrored)


def has_strip(level: Level) -> bool:
    """Whether something is told above the blocks; then both sides leave room, so that lines stay level."""
    return bool(level.label) or any(part.note or part.risks for part in parts(level))


def parts(level: Level) -> list[Part]:
    """The sides that are not empty."""
    return [part for part in (level.a, level.b) if part is not None]


class Tops:
    """The heights of all levels, guessed until a level was laid out, and where each begins."""

    def __init__(self, levels: Sequence[Level], width: int, size: int) -> None:
        a_line = max(1, int(width / (size * _LETTER)))
        self.heights = [self._guess(level, a_line, size) for level in levels]
        self._tops: list[float] | None = None

    @staticmethod
    def _guess(level: Level, a_line: int, size: int) -> float:
        letters = max((len(part.source) for part in parts(level)), default=0)
        return (letters // a_line + 1) * size * 1.6 + SPACE + (STRIP if has_strip(level) else 0)

    def settle(self, level: int, height: float) -> float:
        """Take the true height; returns how much it differs from the guess."""
        difference = height - self.heights[level]
        if difference:
            self.heights[level] = height
            self._tops = None
        return difference

    @property
    def tops(self) -> list[float]:
        """Where each level begins, and at the end the height of all."""
        if self._tops is None:
            self._tops = [*accumulate(self.heights, initial=float(SPACE))]
        return self._tops

    def at(self, y: float) -> int:
        """The level at a height of the sheet."""
        return max(0, min(bisect_right(self.tops, y) - 1, len(self.heights) - 1))
