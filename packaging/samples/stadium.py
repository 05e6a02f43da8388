"""A night game."""

import random

from brushes import SCALE, box, disc, glow, mix, rgb, shape, sky, stroke
from PIL import Image, ImageDraw, ImageFilter


def stadium() -> Image.Image:
    """A night game under floodlights."""
    image = sky([(0, "070d24"), (0.35, "13244d"), (0.5, "2b4377"), (1, "2b4377")])
    shape(image, [(0, 330), (800, 262), (1600, 330), (1600, 640), (0, 640)], rgb("1a2444"))
    crowd(image)
    shape(image, [(0, 300), (800, 236), (1600, 300), (1600, 336), (800, 268), (0, 336)], rgb("2f3f6b"))
    grass(image)
    for x in (150, 520, 1080, 1450):
        mast(image, x)
    smooth_rays(image)
    players(image)
    return image


def crowd(image: Image.Image) -> None:
    """Some thousands of people."""
    chance = random.Random(40)
    colours = [
        rgb(c) for c in ("c23b3b", "e8e4d8", "d9b45b", "8f2f35", "46598c", "cfd6e6", "a9a29a", "e0c9b0")
    ]
    for row in range(26):
        share = row / 26
        for _ in range(330):
            x = chance.uniform(0, 1600)
            y = 345 + share * 250 - (1 - abs(x - 800) / 800) * 66 * (1 - share) + chance.uniform(-2, 2)
            dark = 0.55 - 0.35 * share
            disc(
                image,
                x,
                y,
                2.1 + 1.5 * share,
                mix(chance.choice(colours), rgb("131c38"), dark + chance.uniform(0, 0.25)),
            )
    shape(image, [(0, 596), (1600, 596), (1600, 622), (0, 622)], rgb("e9edf2"))
    for x, wide, colour in (
        (40, 240, "b1322f"),
        (300, 330, "23407c"),
        (660, 280, "e0b04c"),
        (970, 300, "23407c"),
        (1300, 260, "b1322f"),
    ):
        box(image, x, 600, x + wide, 618, rgb(colour))


def grass(image: Image.Image) -> None:
    """The pitch in perspective, mown in stripes, with its lines."""
    for n in range(-9, 10):
        near, far = 800 + n * 300, 800 + n * 118
        colour = rgb("3f8f4d") if n % 2 else rgb("367f45")
        shape(image, [(far, 622), (far + 118, 622), (near + 300, 900), (near, 900)], colour)
    white = rgb("eef5ee")
    stroke(image, [(0, 640), (1600, 640)], white, 3)
    stroke(image, [(800, 640), (800, 900)], white, 5)
    ImageDraw.Draw(image).ellipse([v * SCALE for v in (560, 706, 1040, 830)], outline=white, width=5 * SCALE)
    glow(image, 800, 760, 760, rgb("cfe8a8"), 0.28)


def mast(image: Image.Image, x: float) -> None:
    """A floodlight mast and its light."""
    shape(image, [(x - 5, 90), (x + 5, 90), (x + 9, 300), (x - 9, 300)], rgb("3a4a74"))
    box(image, x - 66, 48, x + 66, 104, rgb("26345c"))
    for row in range(3):
        for n in range(7):
            disc(image, x - 54 + n * 18, 58 + row * 18, 6, rgb("fffdf0"))
    glow(image, x, 76, 330, rgb("dfe9ff"), 0.85)
    glow(image, x, 76, 120, rgb("ffffff"), 0.9)


def smooth_rays(image: Image.Image) -> None:
    """Beams in the damp air."""
    mask = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(mask)
    for x in (150, 520, 1080, 1450):
        lean = (800 - x) * 0.75
        pen.polygon(
            [
                (v[0] * SCALE, v[1] * SCALE)
                for v in ((x - 50, 80), (x + 50, 80), (x + lean + 330, 720), (x + lean - 330, 720))
            ],
            fill=34,
        )
    mask = mask.filter(ImageFilter.GaussianBlur(26 * SCALE))
    image.paste(Image.new("RGB", image.size, rgb("dbe7ff")), (0, 0), mask)


def players(image: Image.Image) -> None:
    """A few players and the ball."""
    for x, foot, size, shirt in (
        (420, 742, 0.8, "c23b3b"),
        (610, 820, 1.15, "f1f1ec"),
        (745, 780, 1.0, "c23b3b"),
        (955, 716, 0.72, "f1f1ec"),
        (1120, 800, 1.1, "c23b3b"),
        (1330, 730, 0.76, "f1f1ec"),
        (250, 850, 1.3, "f1f1ec"),
    ):
        shade = mix(rgb("2d6a3a"), (0, 0, 0), 0.3)
        shape(
            image,
            [(x, foot - 3), (x + 70 * size, foot - 10 * size), (x + 76 * size, foot), (x, foot + 5)],
            shade,
        )
        for lean in (-9, 10):
            stroke(image, [(x, foot - 34 * size), (x + lean * size, foot)], rgb("e3b593"), 6 * size)
        shape(
            image,
            [
                (x - 11 * size, foot - 44 * size),
                (x + 11 * size, foot - 44 * size),
                (x + 13 * size, foot - 26 * size),
                (x - 13 * size, foot - 26 * size),
            ],
            rgb("26304a"),
        )
        shape(
            image,
            [
                (x - 14 * size, foot - 76 * size),
                (x + 14 * size, foot - 76 * size),
                (x + 11 * size, foot - 40 * size),
                (x - 11 * size, foot - 40 * size),
            ],
            rgb(shirt),
        )
        stroke(
            image,
            [(x - 13 * size, foot - 72 * size), (x - 24 * size, foot - 50 * size)],
            rgb(shirt),
            6 * size,
        )
        stroke(
            image,
            [(x + 13 * size, foot - 72 * size), (x + 26 * size, foot - 56 * size)],
            rgb(shirt),
            6 * size,
        )
        disc(image, x, foot - 86 * size, 8 * size, rgb("d8a283"))
    disc(image, 688, 816, 6, rgb("ffffff"))
