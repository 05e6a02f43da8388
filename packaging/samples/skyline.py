"""St. Louis across the Mississippi."""

import math
import random

from brushes import Colour, box, clouds, glow, mirror, mix, rgb, shape, sky, stroke, tint, veil
from PIL import Image


def skyline() -> Image.Image:
    """St. Louis across the Mississippi, ten minutes after sunset."""
    image = sky(
        [(0, "16224f"), (0.28, "3d3f7d"), (0.47, "a25a83"), (0.58, "ee8b63"), (0.66, "ffcf86"), (1, "ffcf86")]
    )
    glow(image, 560, 600, 620, rgb("ff9a4d"), 0.75)
    clouds(image, 3, (120, 420), rgb("f0917f"))
    towers(image, 11, 612, 150, rgb("6a4a78"))
    veil(image, 470, 680, rgb("f6a274"), 0.5)
    arch(image, 560, 618, 420)
    towers(image, 23, 618, 330, rgb("2a2450"))
    veil(image, 560, 650, rgb("d97b6b"), 0.35)
    box(image, 0, 608, 1600, 622, rgb("1c1a3c"))
    for x in range(20, 1600, 46):
        glow(image, x, 612, 16, rgb("ffc873"), 0.9)
    mirror(image, 622, 1.25)
    tint(image, 622, rgb("141a45"), 0.42)
    return image


def towers(image: Image.Image, seed: int, ground: float, tallest: float, colour: Colour) -> None:
    """A row of houses with some of their windows lit."""
    chance = random.Random(seed)
    x = -20.0
    while x < 1620:
        wide = chance.uniform(34, 92)
        middle = 1 - abs(x - 980) / 1100
        high = tallest * chance.uniform(0.28, 1.0) * max(0.25, middle)
        top = ground - high
        shade = mix(colour, (0, 0, 0), chance.uniform(0, 0.18))
        box(image, x, top, x + wide, ground, shade)
        if chance.random() < 0.3:
            box(image, x + wide * 0.3, top - 14, x + wide * 0.7, top, shade)
        if chance.random() < 0.2:
            stroke(image, [(x + wide / 2, top - 44), (x + wide / 2, top)], shade, 2)
        windows(image, chance, (x, top, wide, ground), shade)
        x += wide + chance.uniform(-6, 10)


def windows(
    image: Image.Image, chance: random.Random, house: tuple[float, float, float, float], wall: Colour
) -> None:
    """Lit windows on a house of (left, top, width, ground)."""
    left, top, wide, ground = house
    lit = chance.uniform(0.12, 0.5)
    warm = chance.choice([rgb("ffd58a"), rgb("ffc46b"), rgb("ffe7b8"), rgb("cfe3ff")])
    y = top + 9
    while y < ground - 10:
        x = left + 6
        while x < left + wide - 8:
            if chance.random() < lit:
                box(image, x, y, x + 4.2, y + 6, mix(wall, warm, chance.uniform(0.35, 1)))
            x += 8.5
        y += 12.5


def arch(image: Image.Image, centre: float, ground: float, size: float) -> None:
    """The weighted catenary of the Gateway Arch, lit from the west."""
    half, rise = size * 0.5, size * 0.99
    outer, inner = [], []
    for step in range(-120, 121):
        t = step / 120
        drop = (math.cosh(t * 3.0022) - 1) / (math.cosh(3.0022) - 1)
        leg = 6 + 13 * abs(t)
        outer.append((centre + t * (half + leg * 0.5), ground - rise * (1 - drop) - 5 * (1 - abs(t))))
        inner.append((centre + t * (half - leg * 0.5), ground - rise * (1 - drop) + 9 * (1 - abs(t))))
    for step in range(240):
        sides = [outer[step], outer[step + 1], inner[step + 1], inner[step]]
        shape(image, sides, mix(rgb("c9bcc4"), rgb("6f668a"), min(1, max(0, step - 70) / 100)))
    stroke(image, outer[:121], rgb("ffe3c4"), 2)
