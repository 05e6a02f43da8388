"""Whatever can be done has a name, a place and a key of its own."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QToolButton
from tests.e2e.newsroom import Newsroom
from tests.ui.naming import nameless

from deskeditor.ui.actions import ACTIONS, MENUS, Scene

NOTHING = Scene(None, writable=True, reviewing=False, selected=0)


def test_every_action_says_what_it_does(newsroom: Newsroom) -> None:
    assert [action for action in newsroom.window.actions() if not action.text()] == []
    assert [action for action in newsroom.window.actions() if not action.toolTip()] == []


def test_no_two_actions_share_a_key(newsroom: Newsroom) -> None:
    keys = [key.toString() for action in newsroom.window.actions() for key in action.shortcuts()]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_action_stands_in_a_menu() -> None:
    assert {row.menu for row in ACTIONS} == set(MENUS)


def test_every_control_has_a_name_for_screen_readers(newsroom: Newsroom) -> None:
    newsroom.window.notice.tell("Done.", "Undo", lambda: None)
    assert nameless(newsroom.window) == []
    newsroom.window.notice.close_line()


def test_without_an_article_nothing_is_offered_that_would_change_one() -> None:
    changing = [row for row in ACTIONS if row.menu in ("Format", "Insert")]
    assert [row.name for row in changing if row.when(NOTHING)] == []


def test_what_a_narrow_bar_hides_can_be_reached(newsroom: Newsroom) -> None:
    newsroom.window.resize(900, 700)
    (more,) = newsroom.panes.editor.bar.findChildren(QToolButton, "qt_toolbar_ext_button")
    newsroom.until(more.isVisible)
    assert (more.accessibleName(), more.icon().isNull()) == ("More tools", False)
    newsroom.window.resize(1400, 900)


@pytest.mark.parametrize(("width", "shown"), [(720, (True, False)), (1000, (True, True))])
def test_in_a_small_window_the_preview_gives_way(
    newsroom: Newsroom, width: int, shown: tuple[bool, bool]
) -> None:
    newsroom.window.resize(width, 480)
    panes = newsroom.panes
    newsroom.until(lambda: (panes.articles.isVisible(), panes.preview.isVisible()) == shown)
    newsroom.window.resize(1400, 900)
    newsroom.until(panes.preview.isVisible)


def test_in_a_small_window_list_and_preview_take_turns(newsroom: Newsroom) -> None:
    newsroom.window.resize(720, 480)
    newsroom.until(lambda: not newsroom.panes.preview.isVisible())
    newsroom.do("show-preview")
    assert (newsroom.panes.articles.isVisible(), newsroom.panes.preview.isVisible()) == (False, True)
    newsroom.do("show-list")
    assert (newsroom.panes.articles.isVisible(), newsroom.panes.preview.isVisible()) == (True, False)
    newsroom.window.resize(1400, 900)


def test_one_key_leads_from_pane_to_pane(newsroom: Newsroom) -> None:
    panes = newsroom.panes
    panes.articles.list.setFocus()
    for expected in (panes.editor.fields.headline, panes.editor.body, panes.articles.list):
        newsroom.do("next-pane")
        assert expected.hasFocus()
