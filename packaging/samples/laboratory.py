"""A laboratory where water is tested."""

import math
import random

from brushes import Colour, box, disc, glow, mix, rgb, shape, sky, stroke
from PIL import Image


def laboratory() -> Image.Image:
    """A water laboratory before the shift begins."""
    image = sky([(0, "dfeaec"), (0.6, "c9dcdf"), (0.62, "b3cbd0"), (1, "9ab7bf")])
    for left in (70, 330, 590):
        box(image, left, 60, left + 230, 420, rgb("f7fbf8"))
        pane(image, left)
    glow(image, 420, 180, 620, rgb("fff6dd"), 0.55)
    box(image, 900, 120, 1540, 132, rgb("7fa0a8"))
    box(image, 900, 290, 1540, 302, rgb("7fa0a8"))
    shelf(image, 120, 21)
    shelf(image, 290, 22)
    box(image, 0, 640, 1600, 664, rgb("f4f7f5"))
    box(image, 0, 664, 1600, 672, rgb("7d98a0"))
    box(image, 0, 672, 1600, 900, rgb("557a86"))
    for left in range(0, 1600, 320):
        box(image, left + 10, 690, left + 308, 900, rgb("4c707c"))
        box(image, left + 130, 712, left + 190, 720, rgb("a9c0c4"))
    microscope(image, 1180, 640)
    for x, kind, colour in (
        (140, 92, "4fb0c6"),
        (276, 62, "e2a33c"),
        (424, 100, "6fbf8b"),
        (590, 76, "4fb0c6"),
        (704, 54, "c86b5a"),
    ):
        flask(image, x, 640, kind, rgb(colour))
    rack(image, 800, 640)
    return image


def pane(image: Image.Image, left: float) -> None:
    """What one sees through the window: a water tower and trees."""
    box(image, left + 8, 68, left + 222, 412, rgb("c4e2ee"))
    for level, swing, colour in ((318, 24, "8fb996"), (362, 13, "6b9f7c")):
        line = [
            (x, level + swing * math.sin(x / (swing * 4.5))) for x in range(int(left) + 8, int(left) + 223)
        ]
        shape(image, [*line, (left + 222, 412), (left + 8, 412)], rgb(colour))
    if left == 330:
        for leg in (-26, 0, 26):
            stroke(image, [(left + 120 + leg * 0.7, 230), (left + 120 + leg, 352)], rgb("7f97a3"), 4)
        shape(
            image, [(left + 84, 196), (left + 156, 196), (left + 146, 238), (left + 94, 238)], rgb("93abb6")
        )
        shape(image, [(left + 84, 196), (left + 120, 168), (left + 156, 196)], rgb("7f97a3"))
    box(image, left + 112, 60, left + 118, 420, rgb("f7fbf8"))
    box(image, left, 236, left + 230, 241, rgb("f7fbf8"))


def shelf(image: Image.Image, board: float, seed: int) -> None:
    """Bottles in a row, standing on a board."""
    chance = random.Random(seed)
    x = 918.0
    while x < 1500:
        wide, high = chance.uniform(22, 44), chance.uniform(46, 104)
        colour = rgb(chance.choice(["7a4a2b", "8a5a34", "5f8f9c", "d9e6e6", "41707d", "e8ece4"]))
        box(image, x, board - high, x + wide, board, colour)
        box(
            image,
            x + wide * 0.3,
            board - high - 12,
            x + wide * 0.7,
            board - high,
            mix(colour, (0, 0, 0), 0.3),
        )
        box(image, x + 3, board - high * 0.62, x + wide - 3, board - high * 0.25, rgb("f5f2e6"))
        box(image, x + 2, board - high, x + 5, board, mix(colour, (255, 255, 255), 0.35))
        x += wide + chance.uniform(5, 15)


def flask(image: Image.Image, x: float, foot: float, half: float, colour: Colour) -> None:
    """A conical flask, two fifths full."""
    high = half * 2.1
    glass, neck = rgb("e9f4f4"), half * 0.24
    shape(
        image,
        [
            (x - neck, foot - high),
            (x + neck, foot - high),
            (x + neck, foot - high * 0.66),
            (x + half, foot),
            (x - half, foot),
            (x - neck, foot - high * 0.66),
        ],
        mix(glass, rgb("b7d0d4"), 0.35),
    )
    level = foot - high * 0.34
    at = neck + (half - neck) * (1 - 0.34 / 0.66)
    shape(
        image, [(x - at, level), (x + at, level), (x + half - 3, foot - 3), (x - half + 3, foot - 3)], colour
    )
    shape(
        image,
        [(x - at, level), (x + at, level), (x + at - 3, level + 5), (x - at + 3, level + 5)],
        mix(colour, (255, 255, 255), 0.4),
    )
    stroke(
        image,
        [(x - neck + 5, foot - high + 8), (x - neck + 5, foot - high * 0.64), (x - half + 16, foot - 10)],
        rgb("ffffff"),
        3,
    )
    box(image, x - neck - 4, foot - high - 5, x + neck + 4, foot - high + 2, rgb("d5e6e8"))


def rack(image: Image.Image, left: float, foot: float) -> None:
    """Test tubes in a stand."""
    wood = rgb("b98a5a")
    box(image, left, foot - 16, left + 220, foot, wood)
    box(image, left, foot - 96, left + 220, foot - 84, wood)
    for end in (left, left + 210):
        box(image, end, foot - 110, end + 10, foot, mix(wood, (0, 0, 0), 0.2))
    for n, colour in enumerate(("4fb0c6", "7cc4d2", "6fbf8b", "e2a33c", "c86b5a", "4fb0c6")):
        x = left + 22 + n * 31
        box(image, x, foot - 128, x + 18, foot - 20, rgb("e4f0f0"))
        box(image, x + 2, foot - 70 - n % 3 * 9, x + 16, foot - 20, rgb(colour))
        box(image, x + 3, foot - 124, x + 5, foot - 24, rgb("ffffff"))


def microscope(image: Image.Image, x: float, foot: float) -> None:
    """A microscope in profile."""
    dark, light = rgb("24343d"), rgb("e7ecea")
    shape(image, [(x - 90, foot), (x + 110, foot), (x + 96, foot - 26), (x - 74, foot - 26)], dark)
    shape(
        image,
        [
            (x + 46, foot - 26),
            (x + 92, foot - 26),
            (x + 100, foot - 190),
            (x + 58, foot - 250),
            (x + 34, foot - 226),
            (x + 62, foot - 170),
        ],
        light,
    )
    box(image, x - 72, foot - 104, x + 66, foot - 90, dark)
    shape(
        image, [(x - 62, foot - 236), (x + 66, foot - 268), (x + 76, foot - 228), (x - 52, foot - 196)], light
    )
    for lean, wide in ((-34, 10), (-8, 13)):
        shape(
            image,
            [
                (x + lean - wide, foot - 204),
                (x + lean + wide, foot - 210),
                (x + lean + wide - 3, foot - 142),
                (x + lean - wide + 5, foot - 140),
            ],
            dark,
        )
    shape(
        image, [(x - 12, foot - 250), (x + 24, foot - 259), (x - 8, foot - 350), (x - 42, foot - 340)], dark
    )
    shape(
        image,
        [(x - 46, foot - 338), (x - 4, foot - 350), (x - 10, foot - 368), (x - 52, foot - 356)],
        rgb("3d525c"),
    )
    disc(image, x + 78, foot - 120, 17, rgb("3d525c"))
    disc(image, x + 78, foot - 120, 9, rgb("8fa3a8"))
    glow(image, x - 16, foot - 112, 60, rgb("bff0ff"), 0.9)
