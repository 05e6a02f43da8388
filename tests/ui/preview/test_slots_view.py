"""The slots as a writer sees, hears and presses them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.naming import nameless

from deskeditor.document.model import Fields, MediaHash, Picture
from deskeditor.publish.site import Site
from deskeditor.publish.slots import OUTLETS, Place
from deskeditor.publish.slots_facts import facts, first_words
from deskeditor.session.slotting import Shown, Telling
from deskeditor.ui import look
from deskeditor.ui.preview.slots_text import SlotText
from deskeditor.ui.preview.slots_view import SlotsView

SITE = Site(name="The Courier", base_url="https://courier.example/")
LONG = "Trump administration asks Missouri to send Guard troops for ICE support duties"
STORY = Fields(headline=LONG, standfirst="Kehoe weighs the request.", section="Politics")


def telling(fields: Fields, body: str = "The *river* rose.\n", picture: Shown | None = None) -> Telling:
    return Telling(fields, first_words(body), facts(fields, SITE), picture)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> SlotsView:
    """The view as wide as a pane, with a story in it."""
    look.apply(qapp, look.Scheme.LIGHT)
    view = SlotsView()
    qtbot.addWidget(view)
    view.resize(520, 700)
    view.show()
    view.take(telling(STORY))
    return view


def text(view: SlotsView, name: str) -> SlotText:
    return next(each for each in view.findChildren(SlotText) if each.slot.name == name)


def said(view: SlotsView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel))


def test_every_outlet_is_named_with_its_measure(view: SlotsView) -> None:
    assert all(f"{name} · {measure}" in said(view) for name, measure in OUTLETS.values())


def test_the_word_without_room_is_named_beside_the_count(view: SlotsView) -> None:
    title = text(view, "search-title")
    assert title.verdict.startswith("ends before “") and title.counter.endswith(" of 1 line")
    assert title.verdict in said(view) and title.counter in said(view)


def test_the_word_without_room_is_drawn_in_another_colour(view: SlotsView) -> None:
    before = colours(text(view, "search-title"))
    view.take(telling(replace(STORY, headline="Guard troops")))
    assert "#b3261e" in before and "#b3261e" not in colours(text(view, "search-title"))


def colours(part: SlotText) -> set[str]:
    image = part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_a_screen_reader_hears_text_verdict_and_count(view: SlotsView) -> None:
    face = QAccessible.queryAccessibleInterface(text(view, "search-description"))
    assert face.text(QAccessible.Text.Name) == "Search result: description"
    assert face.text(QAccessible.Text.Description).startswith("“Kehoe weighs the request.”. Fits.")
    assert face.role() == QAccessible.Role.Button and nameless(view) == []


def test_pressing_an_overrun_leads_to_its_first_word(view: SlotsView, qtbot: QtBot) -> None:
    title = text(view, "search-title")
    with qtbot.waitSignal(view.place_requested) as heard:
        QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    assert heard.args == [Place("headline", title.fit.overrun)]


def test_enter_on_a_text_that_fits_leads_to_its_field(view: SlotsView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.place_requested) as heard:
        QTest.keyClick(text(view, "home-teaser"), Qt.Key.Key_Return)
    assert heard.args == [Place("standfirst", None)]


def test_the_overrun_is_found_in_a_field_with_other_spaces(view: SlotsView, qtbot: QtBot) -> None:
    view.take(telling(replace(STORY, headline=" " + LONG.replace(" ", "  "))))
    title = text(view, "search-title")
    with qtbot.waitSignal(view.place_requested) as heard:
        title.click()
    word = title.said.text[title.fit.overrun or 0 :].split()[0]
    assert (" " + LONG.replace(" ", "  "))[heard.args[0].start :].startswith(word)


def test_nothing_written_is_said_where_it_would_stand(view: SlotsView) -> None:
    view.take(telling(Fields(), body=""))
    assert text(view, "home-headline").verdict == "The headline is missing."
    assert text(view, "search-description").verdict == "Standfirst and search description are missing."


def test_the_opening_stands_in_for_a_missing_standfirst(view: SlotsView) -> None:
    view.take(telling(replace(STORY, standfirst="")))
    assert text(view, "home-teaser").said.text == "The river rose."


@pytest.mark.parametrize("width", [240, 300, 520, 1200])
def test_nothing_stands_outside_the_pane(view: SlotsView, width: int) -> None:
    view.resize(width, 600)
    room = view.viewport().width()
    assert all(board.geometry().right() < room for board in view.boards)
    drawings = [board.mockup for board in view.boards]
    assert all(part.geometry().right() <= each.width() + 4 for each in drawings for part in each.texts)


def test_no_outlet_covers_another(view: SlotsView) -> None:
    view.take(telling(replace(STORY, headline="word " * 2_000, standfirst="x" * 3_000)))
    places = [board.geometry() for board in view.boards]
    assert not any(one.intersects(other) for n, one in enumerate(places) for other in places[:n])


def test_a_story_from_the_right_is_turned_round(view: SlotsView) -> None:
    left = text(view, "push-title").x()
    view.take(telling(replace(STORY, language="ar", headline="المكتبة المتنقلة تعود")))
    assert text(view, "push-title").layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert text(view, "push-title").x() < left
    assert {board.mockup.x() for board in view.boards} == {0}


@pytest.mark.parametrize(("language", "sides"), [("ar", (False, True)), ("en", (True, False))])
def test_a_line_begins_at_the_side_it_is_read_from(
    view: SlotsView, language: str, sides: tuple[bool, bool]
) -> None:
    view.take(telling(replace(STORY, language=language, headline="عاد" if language == "ar" else "Rain")))
    image = text(view, "search-title").grab().toImage()
    ground = image.pixelColor(image.width() // 2, 6)
    inked = [
        x for x in range(8, image.width() - 8) if any(image.pixelColor(x, y) != ground for y in range(6, 20))
    ]
    assert (min(inked) < 40, max(inked) > image.width() - 40) == sides


def test_the_picture_stands_in_the_cards(view: SlotsView) -> None:
    fields = replace(STORY, lead_picture=Picture(MediaHash("5f" * 32)))
    view.take(telling(fields, picture=Shown(MediaHash("5f" * 32), 8, 6, bytes((10, 200, 30)) * 48)))
    middle = view.boards[0].mockup.grab().toImage().pixelColor(150, 100)
    assert (middle.red(), middle.green(), middle.blue()) == (10, 200, 30)


def test_the_colours_follow_the_desk(view: SlotsView, qapp: QApplication) -> None:
    light = view.boards[1].mockup.grab().toImage().pixelColor(300, 8).name()
    look.apply(qapp, look.Scheme.DARK)
    assert (light, view.boards[1].mockup.grab().toImage().pixelColor(300, 8).name()) == ("#ffffff", "#202124")


def test_a_text_that_stays_is_not_measured_again(view: SlotsView) -> None:
    before = text(view, "home-teaser").fit
    view.take(telling(replace(STORY, headline="Another")))
    assert text(view, "home-teaser").fit is before
