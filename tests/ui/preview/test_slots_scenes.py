"""The tables of the drawings agree with the table of slots."""

import pytest

from deskeditor.publish.slots import SLOTS, Outlet
from deskeditor.ui.preview.slots_scenes import DAY, NIGHT, SCENES, Inks, Text


def test_a_text_is_drawn_as_wide_as_it_is_measured() -> None:
    widths = {
        (outlet, part.label): scene.width - 2 * scene.edge - part.inset
        for outlet, scene in SCENES.items()
        for part in scene.parts
        if isinstance(part, Text)
    }
    assert widths == {(each.outlet, each.label): each.room.width for each in SLOTS}


@pytest.mark.parametrize("inks", [*DAY.values(), *NIGHT.values()])
@pytest.mark.parametrize("name", ["text", "title", "soft", "mark", "lost"])
def test_what_is_written_can_be_read(inks: Inks, name: str) -> None:
    grounds = [inks.ground, inks.lost_soft] if name == "lost" else [inks.ground]
    assert min(contrast(str(getattr(inks, name)), ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("side", [DAY, NIGHT])
def test_the_lower_part_of_a_shared_link_can_be_read(side: dict[Outlet, Inks]) -> None:
    inks = side[Outlet.SOCIAL]
    assert min(contrast(ink, inks.wash) for ink in (inks.title, inks.soft, inks.lost)) >= 4.5


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
