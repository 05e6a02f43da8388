"""Laws of crops: of their shape, within the picture, round the focus."""

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import focuses

from deskeditor.document.cropping import CROPS, Focus, crop_box, focus_at

sizes = st.tuples(st.integers(1, 20_000), st.integers(1, 20_000))
shapes = st.sampled_from(tuple(CROPS))


@given(sizes, shapes, focuses)
def test_a_crop_lies_within_the_picture_and_touches_two_edges(
    size: tuple[int, int], shape: str, focus: Focus | None
) -> None:
    left, upper, right, lower = crop_box(size, shape, focus)
    assert 0 <= left < right <= size[0] + 1e-6
    assert 0 <= upper < lower <= size[1] + 1e-6
    assert min(size[0] - (right - left), size[1] - (lower - upper)) < 1e-6


@given(sizes, shapes, focuses)
def test_a_crop_has_its_shape(size: tuple[int, int], shape: str, focus: Focus | None) -> None:
    left, upper, right, lower = crop_box(size, shape, focus)
    across, down = CROPS[shape]
    assert abs((right - left) * down - (lower - upper) * across) < 1e-3


@given(sizes, shapes, st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_crop_shows_its_focus(size: tuple[int, int], shape: str, focus: Focus) -> None:
    left, upper, right, lower = crop_box(size, shape, focus)
    assert left - 1e-6 <= focus[0] * size[0] <= right + 1e-6
    assert upper - 1e-6 <= focus[1] * size[1] <= lower + 1e-6


@given(st.floats(), st.floats())
def test_any_point_becomes_one_within(x: float, y: float) -> None:
    assert all(0 <= each <= 1 for each in focus_at(x, y))
