"""An old courthouse."""

import math
import random

from brushes import box, clouds, disc, glow, mix, rgb, ridge, shape, sky, stroke
from PIL import Image


def courthouse() -> Image.Image:
    """An old courthouse in the last sun."""
    image = sky([(0, "5d8fb8"), (0.4, "a9c6d2"), (0.66, "f5ddb8"), (1, "f5ddb8")])
    glow(image, 180, 560, 700, rgb("ffd9a0"), 0.7)
    clouds(image, 12, (70, 330), rgb("fff4e6"))
    ridge(image, 31, 600, 16, rgb("8aa58f"))
    stone, shade, deep = rgb("efdcc0"), rgb("cdb595"), rgb("8c7765")
    box(image, 260, 420, 1340, 690, mix(stone, shade, 0.35))
    for x in [*range(290, 520, 62), *range(1100, 1330, 62)]:
        box(image, x, 470, x + 30, 560, deep)
        box(image, x, 600, x + 30, 670, deep)
        box(image, x + 13, 470, x + 16, 670, mix(stone, shade, 0.35))
    box(image, 248, 404, 1352, 424, stone)
    dome(image)
    portico(image)
    for step in range(8):
        box(
            image,
            500 - step * 20,
            690 + step * 11,
            1100 + step * 20,
            702 + step * 11,
            mix(stone, deep, 0.09 * (step % 2) + step * 0.03),
        )
    lawn(image)
    return image


def dome(image: Image.Image) -> None:
    """Drum, dome, lantern and flag."""
    stone, shade, deep = rgb("efdcc0"), rgb("cdb595"), rgb("8c7765")
    box(image, 640, 290, 960, 410, mix(stone, shade, 0.25))
    for x in range(660, 950, 42):
        box(image, x, 312, x + 20, 394, deep)
    box(image, 628, 280, 972, 296, stone)
    for part, colour in ((1.0, rgb("4f8a84")), (0.62, rgb("5f9c94")), (0.25, rgb("79b3a8"))):
        curve = [
            (
                800 - 20 + 150 * part * math.cos(math.pi * n / 40) - (1 - part) * 34,
                282 - 150 * math.sin(math.pi * n / 40),
            )
            for n in range(41)
        ]
        shape(image, [(x + 20, y) for x, y in curve], colour)
    box(image, 776, 92, 824, 146, stone)
    for x in (784, 798, 812):
        box(image, x, 102, x + 6, 136, deep)
    shape(image, [(770, 92), (830, 92), (800, 62)], rgb("4f8a84"))
    stroke(image, [(800, 64), (800, 10)], rgb("5b5148"), 3)
    shape(image, [(802, 12), (848, 18), (846, 38), (802, 34)], rgb("b8433f"))


def portico(image: Image.Image) -> None:
    """Six columns under a pediment."""
    stone, shade, deep = rgb("f7e7cd"), rgb("c9b08f"), rgb("6f5d50")
    box(image, 520, 430, 1080, 692, deep)
    for x in (592, 690, 788, 886, 984):
        box(image, x, 520, x + 34, 692, rgb("4c4038"))
        box(image, x + 4, 526, x + 30, 560, rgb("ffce85"))
    for x in range(530, 1071, 98):
        for n in range(10):
            box(image, x + n * 4.6, 448, x + n * 4.6 + 4.8, 680, mix(stone, shade, abs(n - 3) / 7))
        box(image, x - 6, 438, x + 52, 450, stone)
        box(image, x - 6, 678, x + 52, 692, stone)
    box(image, 500, 410, 1100, 440, stone)
    box(image, 500, 434, 1100, 440, shade)
    shape(image, [(490, 410), (1110, 410), (800, 316)], stone)
    shape(image, [(560, 400), (1040, 400), (800, 332)], shade)


def lawn(image: Image.Image) -> None:
    """Path, grass, trees and two people on the steps."""
    shape(image, [(0, 700), (340, 740), (340, 900), (0, 900)], rgb("5f8a5c"))
    shape(image, [(0, 752), (420, 776), (250, 900), (0, 900)], rgb("4d7a50"))
    shape(image, [(1600, 700), (1260, 740), (1260, 900), (1600, 900)], rgb("557f57"))
    shape(image, [(1600, 752), (1180, 776), (1350, 900), (1600, 900)], rgb("46704b"))
    shape(image, [(360, 776), (1240, 776), (1430, 900), (170, 900)], rgb("d9c5a6"))
    chance = random.Random(8)
    for x, foot, size in ((120, 748, 1.15), (1480, 748, 1.25), (290, 736, 0.7), (1330, 736, 0.7)):
        box(image, x - 7 * size, foot - 110 * size, x + 7 * size, foot, rgb("5a4636"))
        for _ in range(150):
            angle, far = chance.uniform(0, 6.3), chance.uniform(0, 88) * size
            spot = x + far * math.cos(angle), foot - 165 * size + far * 0.92 * math.sin(angle)
            light = mix(
                rgb("35603f"),
                rgb("9fb45f"),
                max(0.0, min(1.0, 0.5 - (spot[0] - x) / (190 * size) - math.sin(angle) * 0.25)),
            )
            disc(image, *spot, chance.uniform(8, 19) * size, light)
    for x, foot, colour in ((690, 772, "39424f"), (716, 772, "7d3b3b"), (930, 748, "2f3b4b")):
        shape(image, [(x - 7, foot - 34), (x + 7, foot - 34), (x + 9, foot), (x - 9, foot)], rgb(colour))
        disc(image, x, foot - 41, 6.5, rgb("d8a988"))
