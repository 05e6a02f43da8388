"""A few letters name the command that is meant."""

import pytest

from deskeditor.ui.dialogs.ranking import ranked

NAMES = (
    "New Article Article",
    "Bold Format",
    "Bulleted List Format",
    "Export… Article",
    "Link… Insert",
    "Redo Edit",
)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("bo", "Bold Format"),
        ("list", "Bulleted List Format"),
        ("bl", "Bulleted List Format"),
        ("format list", "Bulleted List Format"),
        ("xport", "Export… Article"),
        ("exprot", "Export… Article"),
        ("NEW", "New Article Article"),
    ],
)
def test_the_meant_one_comes_first(query: str, first: str) -> None:
    assert NAMES[ranked(query, NAMES)[0]] == first


def test_nothing_fits_nonsense() -> None:
    assert ranked("zzzzqq", NAMES) == []


def test_letters_scattered_over_a_name_are_no_match() -> None:
    assert [NAMES[place] for place in ranked("list", NAMES)] == ["Bulleted List Format"]


def test_without_letters_what_was_used_last_comes_first() -> None:
    assert [NAMES[place] for place in ranked("", NAMES, ("Redo Edit", "Bold Format", "Redo Edit"))][:3] == [
        "Redo Edit",
        "Bold Format",
        "New Article Article",
    ]
