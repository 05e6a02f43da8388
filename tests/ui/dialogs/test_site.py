"""What a site says of itself is judged while it is typed, and kept in one go."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.dialogs.hands import button, opened, press, words
from tests.ui.naming import nameless

from deskeditor.publish.site import SETTINGS
from deskeditor.ui.dialogs.site import READING, SiteDialog
from deskeditor.ui.dialogs.site_values import questions, site_line, troubles

SITE = {"name": "The Ledger", "base_url": "https://ledger.example.org/", "language": "en"}


def asked(qtbot: QtBot) -> SiteDialog:
    """The dialog on the screen."""
    return opened(qtbot, SiteDialog(SITE, True))


def test_every_setting_of_a_site_has_its_question() -> None:
    assert {row.key for row in questions()} == set(SETTINGS)


@pytest.mark.parametrize("base", ["two words", "ftp://example.org", "ledger", "https://a@b.org/"])
def test_a_site_needs_a_web_address(base: str) -> None:
    assert "base_url" in troubles({"base_url": base})


@pytest.mark.parametrize("answers", [{}, SITE, {"language": "pt-BR"}])
def test_sound_answers_are_no_trouble(answers: dict[str, str]) -> None:
    assert troubles(answers) == {}


def test_a_wrong_answer_is_told_while_it_is_typed(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    language = dialog.fields["language"]
    language.setFocus()
    QTest.keyClicks(language, "-US-?")
    assert "This is no language code. It should look like en, de or pt-BR." in words(dialog)
    assert not button(dialog, "Keep").isEnabled()


def test_the_answers_are_kept(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    QTest.keyClicks(dialog.fields["policy"], "We say it.\r\rAlways.")
    with qtbot.waitSignal(dialog.kept) as wish:
        press(dialog, "Keep")
    assert wish.args is not None
    assert (wish.args[0]["name"], wish.args[0]["policy"]) == ("The Ledger", "We say it.\n\nAlways.")


def test_a_library_that_is_read_keeps_its_site(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SiteDialog(SITE, False))
    assert READING in words(dialog) and not button(dialog, "Keep").isEnabled()


def test_the_site_is_said_in_a_line() -> None:
    assert site_line({"name": "Ledger"}) == "\u2068Ledger\u2069 · en"


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    assert nameless(asked(qtbot)) == []
