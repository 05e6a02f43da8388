"""Where a picture is cut so that what matters in it stays, as fractions and pixels."""

import math

Focus = tuple[float, float]
"""The point of a picture that every crop must show, as fractions of its width and height."""

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge in pixels."""

FOCUS: Focus = (0.5, 0.4)
"""Where the eye of most news pictures is: in the middle, above the half."""

CROPS = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
"""The shapes that cards, shared links and search engines ask for beside the picture's own."""


def crop_box(size: tuple[int, int], shape: str, focus: Focus | None = None) -> Box:
    """The largest part of that shape, its middle as near to the focus as the edges let it."""
    across, down = CROPS[shape]
    width, height = size
    wide = min(width, height * across / down)
    high = wide * down / across
    x, y = focus or FOCUS
    left = min(max(0.0, x * width - wide / 2), width - wide)
    upper = min(max(0.0, y * height - high / 2), height - high)
    return left, upper, left + wide, upper + high


def focus_at(x: float, y: float) -> Focus:
    """The point within the picture, in the ten thousandths in which it is stored."""
    return _fraction(x), _fraction(y)


def _fraction(value: float) -> float:
    return round(min(max(value, 0.0), 1.0), 4) if math.isfinite(value) else 0.5
