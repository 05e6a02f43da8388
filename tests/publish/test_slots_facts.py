"""The lines around a story in its slots, and its first words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.document.model import Author, Fields
from deskeditor.publish.site import Site
from deskeditor.publish.slots_facts import facts, first_words
from deskeditor.publish.slots_picture import part_of

SITE = Site(name="The Courier", base_url="https://courier.example/news/")


def test_a_search_result_names_host_and_section() -> None:
    assert facts(Fields(section="Politics"), SITE).address == "https://courier.example › Politics"


def test_a_site_without_an_address_makes_none_up() -> None:
    found = facts(Fields(), Site(name="The Courier"))
    assert (found.address, found.host, found.initial) == ("", "The Courier", "T")


def test_the_writers_are_named_and_the_day_is_the_pages() -> None:
    fields = Fields(byline=(Author("Jane Doe"), Author(" ")), published="2025-08-28T14:30:00-05:00")
    assert (facts(fields, SITE).byline, facts(fields, SITE).day) == ("Jane Doe", "August 28, 2025")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The *river* rose **two feet**.\n\nMore.", "The river rose two feet."),
        ("## A heading\n\nThe `lock` held.", "The lock held."),
        ('![A bridge](media:5f)\n\nThe [council](https://example.org/a "Title") met.', "The council met."),
        ("- one\n- two\n\nThen\nprose.", "Then prose."),
        ("> “No,” she said.\n\nHe left.", "He left."),
        ("2 * 3 = 6 and snake_case_name stay.", "2 * 3 = 6 and snake_case_name stay."),
        ("", ""),
    ],
)
def test_the_first_words_are_those_of_the_first_paragraph(text: str, words: str) -> None:
    assert first_words(text) == words


@given(st.text(max_size=200))
def test_any_text_has_first_words_on_one_line(text: str) -> None:
    assert "\n" not in first_words(text)


@pytest.mark.parametrize("size", [(1200, 800), (400, 1600), (3000, 400), (1, 1)])
@pytest.mark.parametrize("shape", [(1.91, 1), (3, 2)])
@pytest.mark.parametrize("focus", [None, (0.0, 0.0), (1.0, 1.0)])
def test_a_card_shows_a_part_of_the_picture_in_its_shape(
    size: tuple[int, int], shape: tuple[float, float], focus: tuple[float, float] | None
) -> None:
    left, upper, width, height = part_of(size, shape, focus)
    assert left >= 0 and upper >= 0
    assert left + width <= size[0] + 1e-6 and upper + height <= size[1] + 1e-6
    assert width * shape[1] == pytest.approx(height * shape[0])
