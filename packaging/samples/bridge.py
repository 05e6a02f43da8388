"""A bridge in the morning mist."""

import random

from brushes import box, disc, glow, mirror, pine, rgb, ridge, shape, sky, stroke, tint, veil
from PIL import Image


def bridge() -> Image.Image:
    """A cable-stayed bridge in the morning mist."""
    image = sky([(0, "8fb6c9"), (0.3, "bcd3d6"), (0.52, "f3e2c4"), (0.62, "fbd9a8"), (1, "fbd9a8")])
    glow(image, 1180, 430, 460, rgb("fff2c9"), 0.95)
    disc(image, 1180, 430, 44, rgb("fffbe8"))
    ridge(image, 5, 450, 42, rgb("a9bfc0"))
    veil(image, 380, 600, rgb("f4e5cd"), 0.62)
    ridge(image, 9, 520, 34, rgb("7d9ca1"))
    veil(image, 450, 640, rgb("f2e2cb"), 0.6)
    ridge(image, 14, 572, 20, rgb("53777b"))
    span(image)
    box(image, 0, 622, 1600, 900, rgb("53777b"))
    mirror(image, 622, 1.35, 3.5)
    tint(image, 622, rgb("2f5a66"), 0.32)
    veil(image, 560, 690, rgb("fbeed8"), 0.75)
    banks(image)
    return image


def span(image: Image.Image) -> None:
    """Deck, pylons and stays."""
    dark, light = rgb("3a4f57"), rgb("5e747a")
    for foot in (430, 1010):
        top = 190
        for step in range(1, 15):
            reach = step * 21.5
            y = top + 10 + (14 - step) * 9
            for side in (-1, 1):
                stroke(image, [(foot, y), (foot + side * reach, 556)], light, 1.1)
        shape(image, [(foot - 5, top), (foot + 5, top), (foot + 12, 660), (foot - 12, 660)], dark)
        shape(image, [(foot + 1, top), (foot + 5, top), (foot + 12, 660), (foot + 3, 660)], rgb("7d8d8c"))
    shape(image, [(0, 556), (1600, 552), (1600, 566), (0, 571)], dark)
    stroke(image, [(0, 555), (1600, 551)], rgb("d9cdb4"), 1.6)
    for x in (60, 1290, 1500):
        shape(image, [(x - 7, 571), (x + 7, 571), (x + 9, 660), (x - 9, 660)], dark)
    for x, colour in ((220, "c8553d"), (300, "f0e6d2"), (640, "31505e"), (760, "e0b04c"), (1180, "f0e6d2")):
        box(image, x, 546, x + 20, 554, rgb(colour))


def banks(image: Image.Image) -> None:
    """The near shore, dark against the water."""
    shape(image, [(0, 780), (120, 770), (300, 800), (460, 850), (560, 900), (0, 900)], rgb("1f3b3f"))
    shape(image, [(1600, 742), (1480, 760), (1330, 820), (1240, 900), (1600, 900)], rgb("1b3438"))
    chance = random.Random(4)
    for _ in range(22):
        x = chance.uniform(-10, 300)
        pine(image, x, 806 + x * 0.1, chance.uniform(70, 190) * (1 - x / 420), rgb("18302f"))
    for _ in range(18):
        x = chance.uniform(1400, 1610)
        pine(image, x, 800 - (x - 1400) * 0.1, chance.uniform(80, 210) * ((x - 1300) / 300), rgb("152a2b"))
