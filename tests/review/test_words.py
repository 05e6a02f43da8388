"""Changes inside a paragraph."""

import pytest
from tests.review.drafts import told


@pytest.mark.parametrize(
    ("a", "b", "changes"),
    [
        ("one two three", "one three", [("delete", "two ", "")]),
        ("one three", "one two three", [("insert", "", "two ")]),
        ("one two", "one", [("delete", " two", "")]),
        ("about 1,700 men went", "about 1,800 men went", [("replace", "1,700", "1,800")]),
        ("they don’t know it yet", "they do know it yet", [("replace", "don’t", "do")]),
        ("the front-line role is it", "the front line role is it", [("replace", "-", " ")]),
        ("東京都は昨日発表した", "東京都は今日発表した", [("replace", "昨", "今")]),
        ("cafe\u0301 is open now", "cafe is open now", [("replace", "cafe\u0301", "cafe")]),
        ("all 👩‍👩‍👧 went home", "all 👩‍👩‍👦 went home", [("replace", "👩‍👩‍👧", "👩‍👩‍👦")]),
        ("a bold word is here", "a **bold** word is here", [("format", "", "**"), ("format", "", "**")]),
        ("one  two three", "one two three", [("format", " ", "")]),
    ],
)
def test_a_change_is_as_small_as_a_word(a: str, b: str, changes: list[tuple[str, str, str]]) -> None:
    assert told(a, b) == changes


def test_a_new_sentence_is_one_insertion_even_if_it_begins_like_its_neighbour() -> None:
    before = "The red fox. The blue dog. The end."
    after = "The red fox. The red dog. The blue dog. The end."
    assert told(before, after) == [("insert", "", "The red dog. ")]


def test_a_rewritten_sentence_is_not_a_salad_of_scraps() -> None:
    before = (
        "It came as a surprise. The board of the school had wanted to keep the matter to itself. It failed."
    )
    after = (
        "It came as a surprise. Parents never learned of this until the spring of a later year. It failed."
    )
    assert len(told(before, after)) <= 2


def test_a_paragraph_cut_in_two_lost_no_words() -> None:
    before = "The council met on Monday. It spoke of water. The mayor left early, and nobody knew why he did."
    after = before.replace("water. The", "water.\n\nThe")
    assert told(before, after) == [("format", " ", "\n\n")]


def test_two_paragraphs_made_one_lost_no_words() -> None:
    after = "The council met on Monday. It spoke of water. The mayor left early, and nobody knew why he did."
    before = after.replace("water. The", "water.\n\nThe")
    assert told(before, after) == [("format", "\n\n", " ")]
