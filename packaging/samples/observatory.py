"""An observatory under the Milky Way."""

import math
import random

from brushes import SCALE, box, disc, glow, mix, pine, rgb, ridge, shape, sky, veil
from PIL import Image, ImageDraw, ImageFilter


def observatory() -> Image.Image:
    """An observatory on a ridge, and the Milky Way."""
    image = sky(
        [(0, "060b1f"), (0.45, "12224a"), (0.72, "35507d"), (0.84, "8a86a0"), (0.9, "d9a58a"), (1, "d9a58a")]
    )
    stars(image)
    ridge(image, 51, 690, 46, rgb("2a3a5e"))
    veil(image, 600, 800, rgb("8d8aa8"), 0.4)
    ridge(image, 57, 752, 40, rgb("17233f"))
    shape(
        image,
        [(0, 800), (380, 742), (900, 722), (1250, 770), (1600, 840), (1600, 900), (0, 900)],
        rgb("0b1326"),
    )
    telescope(image, 640, 740, 1.0)
    telescope(image, 1010, 744, 0.55)
    chance = random.Random(6)
    for _ in range(30):
        x = chance.choice([chance.uniform(-10, 420), chance.uniform(1130, 1610)])
        pine(image, x, 812 + abs(x - 800) * 0.02, chance.uniform(30, 100), rgb("070d1c"))
    return image


def stars(image: Image.Image) -> None:
    """Stars at random, and many more along a band from corner to corner."""
    chance = random.Random(77)
    band = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(band)
    for _ in range(260):
        t, off = chance.random(), chance.gauss(0, 46)
        x, y, r = 380 + t * 1250 + off * 0.5, 700 - t * 760 + off, chance.uniform(14, 70)
        pen.ellipse([v * SCALE for v in (x - r, y - r, x + r, y + r)], fill=round(chance.uniform(14, 70)))
    band = band.filter(ImageFilter.GaussianBlur(24 * SCALE))
    image.paste(Image.new("RGB", image.size, rgb("a9b4e0")), (0, 0), band)
    for n in range(2600):
        t, off = chance.random(), chance.gauss(0, 62)
        x, y = (
            (380 + t * 1250 + off * 0.5, 700 - t * 760 + off)
            if n % 2
            else (chance.uniform(0, 1600), chance.uniform(0, 640))
        )
        tone = mix(
            rgb("8f9cc8"),
            chance.choice([rgb("ffffff"), rgb("ffe9c9"), rgb("cfe0ff")]),
            chance.random() ** 1.5,
        )
        disc(image, x, y, 0.5 + 1.3 * chance.random() ** 6, tone)
    for _ in range(14):
        glow(image, chance.uniform(0, 1600), chance.uniform(0, 520), 14, rgb("dfe8ff"), 1.0)


def telescope(image: Image.Image, x: float, foot: float, size: float) -> None:
    """A dome with its slit open, and light in the door."""
    wall, lit, dark = rgb("39466f"), rgb("8d9cc4"), rgb("1a2440")
    box(image, x - 118 * size, foot - 92 * size, x + 118 * size, foot + 40 * size, wall)
    box(image, x - 118 * size, foot - 92 * size, x - 70 * size, foot + 40 * size, dark)
    for reach, colour in ((1.0, rgb("2b3763")), (0.86, rgb("4a5a8c")), (0.66, rgb("7a8bb8")), (0.42, lit)):
        curve = [
            (
                x + (1 - reach) * 70 * size + 128 * reach * size * math.cos(math.pi * n / 48),
                foot - 96 * size - 134 * size * math.sin(math.pi * n / 48) * (0.35 + 0.65 * reach),
            )
            for n in range(49)
        ]
        shape(image, curve, colour)
    box(image, x - 132 * size, foot - 100 * size, x + 132 * size, foot - 88 * size, rgb("2c3963"))
    slit = [
        (x - 30 * size, foot - 100 * size),
        (x - 26 * size, foot - 218 * size),
        (x + 6 * size, foot - 230 * size),
        (x + 14 * size, foot - 100 * size),
    ]
    shape(image, slit, rgb("0e1630"))
    shape(
        image,
        [
            (x - 20 * size, foot - 100 * size),
            (x - 4 * size, foot - 100 * size),
            (x + 2 * size, foot - 206 * size),
            (x - 12 * size, foot - 208 * size),
        ],
        rgb("b3543e"),
    )
    glow(image, x - 8 * size, foot - 120 * size, 90 * size, rgb("ff8f5a"), 0.65)
    box(image, x + 40 * size, foot - 40 * size, x + 66 * size, foot + 40 * size, rgb("ffcf86"))
    glow(image, x + 53 * size, foot, 110 * size, rgb("ffb35c"), 0.7)
