"""Control characters do not come in, and it is told that they were there."""

import pytest
from tests.intake.desk import taken

from deskeditor.intake import pasted

HEAD = "Ferry to stay tied up\n\n"


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028"])
def test_a_sign_that_ends_a_line_ends_it(sign: str) -> None:
    story = taken(f"{HEAD}The ferry is shut.{sign}Nobody knows why.")
    assert story.document.text == "The ferry is shut.\n\nNobody knows why."
    assert "Signs that end a line or a page became line breaks (1)." in story.notes


@pytest.mark.parametrize("sign", ["\x01", "\x1b", "\x7f", "\x9c", "\ufdd0", "\ufffe", "\U0001ffff"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_sign_that_means_nothing_goes_and_is_told(sign: str, name: str) -> None:
    story = taken(f"{HEAD}The fer{sign}ry is shut.", name)
    assert story.document.text == "The ferry is shut."
    assert any("removed (1)" in note and f"U+{ord(sign):04X}" in note for note in story.notes)


def test_a_reference_to_a_control_character_is_what_browsers_make_of_it() -> None:
    assert pasted("<p>It&#146;s&#11;late&#127;&#x85;</p>", "").text == "It’s late…"


def test_a_paste_loses_its_control_characters() -> None:
    assert pasted(None, "a\x01b\x85c").text == "ab\nc"
    assert "U+0001" in pasted(None, "a\x01b").line


def test_a_name_that_is_not_unicode_can_be_shown() -> None:
    assert taken(f"{HEAD}The ferry is shut.", "caf\udce9.txt").source == "caf\ufffd.txt"
