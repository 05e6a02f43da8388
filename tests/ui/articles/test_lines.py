"""Headlines are broken, cut and aligned as their script asks."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from deskeditor.ui import look
from deskeditor.ui.articles.lines import Lines, Wanted, is_right_to_left

LONG = "The council votes on the budget after a night of talks about the tram " * 3


@pytest.fixture
def lines(qapp: QApplication) -> Lines:
    """Layouts in the letter of the desk."""
    look.apply(qapp, look.Scheme.LIGHT)
    return Lines(look.ui_font(14), 20)


@pytest.mark.parametrize("text", [LONG, LONG.replace(" ", ""), "漢字" * 90, "بيروت " * 60, "😀" * 90])
@pytest.mark.parametrize("width", [1, 60, 200])
def test_a_long_text_is_cut_to_its_lines(lines: Lines, text: str, width: int) -> None:
    layout = lines.laid_out(Wanted(text, width, 2))
    assert layout.lineCount() <= 2


def test_what_was_cut_says_so(lines: Lines) -> None:
    assert lines.laid_out(Wanted(LONG, 200, 2)).text().endswith("…")


def test_a_short_text_stays_whole(lines: Lines) -> None:
    assert lines.laid_out(Wanted("Rents fall", 200, 2)).text() == "Rents fall"


def test_arabic_begins_at_the_right_edge(lines: Lines) -> None:
    line = lines.laid_out(Wanted("بيروت", 300, 2)).lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(300, abs=1)


@pytest.mark.parametrize(
    ("text", "right"), [("Rents", False), ("بيروت", True), ("“2 בית", True), ("12", False), ("", False)]
)
def test_the_first_letter_decides_the_direction(text: str, right: bool) -> None:
    assert is_right_to_left(text) is right


def test_a_hit_behind_an_emoji_is_marked_where_qt_counts_it(lines: Lines) -> None:
    lines.mark_hits_with(QColor("#ffff00"), QColor("#000000"))
    formats = lines.laid_out(Wanted("😀 Guard", 300, 1, ((2, 7),))).formats()
    assert [(part.start, part.length) for part in formats] == [(3, 5)]


@pytest.mark.parametrize("joint", ["-", " ", "—"])
def test_a_hit_behind_a_broken_line_is_marked_where_it_stands(lines: Lines, joint: str) -> None:
    lines.mark_hits_with(QColor("#ffff00"), QColor("#000000"))
    text = f"Kansas City invests in future{joint}proof water testing " * 3
    start = text.index("water")
    layout = lines.laid_out(
        Wanted(
            text, round(lines.width(text[: text.index(joint + "proof") + 1])) + 2, 2, ((start, start + 5),)
        )
    )
    (part,) = layout.formats()
    assert layout.text()[part.start : part.start + part.length] == "water"


def test_a_layout_is_made_once(lines: Lines) -> None:
    wanted = Wanted("Rents fall", 200, 2)
    assert lines.laid_out(wanted) is lines.laid_out(wanted)
