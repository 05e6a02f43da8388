"""Which part of the lead picture a card shows."""

from deskeditor.document.cropping import Focus, crop_box


def part_of(
    size: tuple[int, int], shape: tuple[float, float], focus: Focus | None
) -> tuple[float, float, float, float]:
    """Left, top, width and height: the crop that cards and links get, cut to the shape in the middle."""
    left, upper, right, lower = crop_box(size, "16x9", focus)
    width, height = right - left, lower - upper
    across, down = shape
    wide = min(width, height * across / down)
    high = wide * down / across
    return left + (width - wide) / 2, upper + (height - high) / 2, wide, high
