"""What the sample pictures are painted with: light, air, water and grain, all from fixed seeds."""

import math
import random
from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SCALE = 2
WIDTH, HEIGHT = 1600 * SCALE, 900 * SCALE

Colour = tuple[int, int, int]
Point = tuple[float, float]


def rgb(code: str) -> Colour:
    """A colour written as six hexadecimal digits."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """The colour on the way from a to b."""
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


def sky(stops: Sequence[tuple[float, str]], size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
    """A vertical run of colours; each stop is a height from 0 to 1 and a colour."""
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        at = y / (size[1] - 1)
        low = max((s for s in stops if s[0] <= at), key=lambda s: s[0], default=stops[0])
        high = min((s for s in stops if s[0] > at), key=lambda s: s[0], default=low)
        span = high[0] - low[0]
        column.putpixel((0, y), mix(rgb(low[1]), rgb(high[1]), (at - low[0]) / span if span else 0.0))
    return column.resize(size)


def points(pairs: Iterable[Point]) -> list[Point]:
    """Points of the 1600 × 900 sheet on the large one that is drawn on."""
    return [(x * SCALE, y * SCALE) for x, y in pairs]


def shape(image: Image.Image, pairs: Iterable[Point], colour: Colour) -> None:
    """A filled polygon."""
    ImageDraw.Draw(image).polygon(points(pairs), fill=colour)


def box(image: Image.Image, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
    """A filled rectangle."""
    ImageDraw.Draw(image).rectangle(
        [(left * SCALE, top * SCALE), (right * SCALE, bottom * SCALE)], fill=colour
    )


def disc(image: Image.Image, x: float, y: float, radius: float, colour: Colour) -> None:
    """A filled circle."""
    ends = points([(x - radius, y - radius), (x + radius, y + radius)])
    ImageDraw.Draw(image).ellipse([ends[0], ends[1]], fill=colour)


def stroke(image: Image.Image, pairs: Iterable[Point], colour: Colour, width: float) -> None:
    """A line through the points."""
    ImageDraw.Draw(image).line(points(pairs), fill=colour, width=max(1, round(width * SCALE)), joint="curve")


def glow(image: Image.Image, x: float, y: float, radius: float, colour: Colour, power: float = 1.0) -> None:
    """Light that falls off around a point; it adds, as light does."""
    side = round(radius * 2 * SCALE)
    fall = ImageChops.invert(Image.radial_gradient("L"))
    rim = fall.getpixel((0, 128))  # Pillow: the gradient ends in the corners, not at the sides
    assert isinstance(rim, int)
    ball = fall.point(lambda v: round((max(0, v - rim) / (255 - rim)) ** 1.9 * 255 * power))
    light = Image.new("RGB", image.size)
    light.paste(
        Image.new("RGB", (side, side), colour),
        (round(x * SCALE) - side // 2, round(y * SCALE) - side // 2),
        ball.resize((side, side)),
    )
    image.paste(ImageChops.screen(image, light))


def veil(image: Image.Image, top: float, bottom: float, colour: Colour, strength: float) -> None:
    """Mist that is thickest in the middle of a band."""
    mask = Image.new("L", (1, HEIGHT), 0)
    for y in range(round(top * SCALE), min(HEIGHT, round(bottom * SCALE))):
        share = (y / SCALE - top) / (bottom - top)
        mask.putpixel((0, max(y, 0)), round(math.sin(share * math.pi) ** 2 * 255 * strength))
    image.paste(Image.new("RGB", image.size, colour), (0, 0), mask.resize(image.size))


def ridge(image: Image.Image, seed: int, height: float, roughness: float, colour: Colour) -> None:
    """A line of hills from edge to edge, filled to the bottom."""
    chance = random.Random(seed)
    waves = [(chance.uniform(0.5, 1), chance.uniform(0, 6.3), 0.0022 * 1.9**n) for n in range(7)]
    line = []
    for x in range(0, 1601, 4):
        up = sum(a * math.sin(x * f + p) / 1.75**n for n, (a, p, f) in enumerate(waves))
        line.append((float(x), height - up * roughness))
    shape(image, [*line, (1600, 900), (0, 900)], colour)


def mirror(image: Image.Image, waterline: float, stretch: float = 1.0, ripple: float = 5.0) -> None:
    """The picture above the waterline, upside down below it, broken by ripples that grow towards us."""
    line = round(waterline * SCALE)
    depth = HEIGHT - line
    above = image.crop((0, max(0, line - round(depth / stretch)), WIDTH, line)).transpose(
        Image.Transpose.FLIP_TOP_BOTTOM
    )
    above = above.resize((WIDTH, depth)).filter(ImageFilter.GaussianBlur(2 * SCALE))
    chance = random.Random(7)
    phases = [chance.uniform(0, 6.3) for _ in range(3)]
    for y in range(0, depth, 2):
        near = y / depth
        push = sum(math.sin(y / (3.0 + 14 * near) / (n + 1) + phases[n]) for n in range(3))
        strip = above.crop((0, y, WIDTH, y + 2))
        image.paste(ImageChops.offset(strip, round(push * ripple * SCALE * (0.25 + near)), 0), (0, line + y))


def smooth(image: Image.Image, radius: float) -> None:
    """Out of focus, in place."""
    image.paste(image.filter(ImageFilter.GaussianBlur(radius * SCALE)))


def darken(image: Image.Image, strength: float) -> None:
    """A vignette: the corners a little darker than the middle."""
    mask = (
        Image.radial_gradient("L")
        .resize(image.size)
        .point(lambda v: round(max(0, v - 110) / 145 * 255 * strength))
    )
    image.paste(Image.new("RGB", image.size, (8, 8, 16)), (0, 0), mask)


def finish(image: Image.Image, seed: int, grain: float = 0.022) -> Image.Image:
    """The sheet at its size, with the vignette and the grain that keep flat colours from looking empty."""
    darken(image, 0.34)
    small = image.resize((WIDTH // SCALE, HEIGHT // SCALE), Image.Resampling.LANCZOS)
    noise = Image.frombytes("L", small.size, random.Random(seed).randbytes(small.width * small.height))
    soft = noise.filter(ImageFilter.GaussianBlur(0.7)).convert("RGB")
    return Image.blend(small, ImageChops.soft_light(small, soft), grain * 6)


def clouds(image: Image.Image, seed: int, band: tuple[float, float], colour: Colour) -> None:
    """Long thin clouds, out of focus."""
    chance = random.Random(seed)
    layer = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(layer)
    for _ in range(26):
        x, y = chance.uniform(-200, 1600), chance.uniform(*band)
        wide, high = chance.uniform(160, 620), chance.uniform(3, 15)
        ends = [v * SCALE for v in (x, y, x + wide, y + high)]
        pen.ellipse(ends, fill=round(chance.uniform(50, 190)))
    layer = layer.filter(ImageFilter.GaussianBlur(9 * SCALE))
    image.paste(Image.new("RGB", image.size, colour), (0, 0), layer)


def tint(image: Image.Image, top: float, colour: Colour, strength: float) -> None:
    """A colour over everything below a line."""
    high = HEIGHT - round(top * SCALE)
    mask = Image.linear_gradient("L").resize((WIDTH, high)).point(lambda v: round((90 + v * 0.65) * strength))
    image.paste(Image.new("RGB", (WIDTH, high), colour), (0, round(top * SCALE)), mask)


def pine(image: Image.Image, x: float, foot: float, high: float, colour: Colour) -> None:
    """A conifer."""
    for part in range(5):
        top = foot - high + part * high * 0.15
        half = high * (0.07 + 0.045 * part)
        shape(image, [(x, top), (x + half, top + high * 0.3), (x - half, top + high * 0.3)], colour)
    box(image, x - 2, foot - high * 0.12, x + 2, foot, colour)
