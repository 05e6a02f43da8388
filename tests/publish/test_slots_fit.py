"""Laws of fitting: nothing is lost, the cut is right, and a wider slot never holds less."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.publish.slots import SLOTS, Outlet, Room, Slot
from deskeditor.publish.slots_fit import Fit, count, fit, pieces, verdict
from deskeditor.publish.slots_letters import drawn, letters

SIGNS = "aab b  c-’\u00a0\u00ad\u0301\u200b–é漢字、「」ーغزةه \u200d👩🚀👍🏽🇩🇪한국ไทย.,"
texts = st.text(alphabet=SIGNS, max_size=80).map(str.strip) | st.text(max_size=40).map(str.strip)
rooms = st.builds(
    Room,
    width=st.integers(1, 30).map(float),
    lines=st.integers(0, 4),
    characters=st.sampled_from([0, 0, 3, 20]),
    total=st.sampled_from([0.0, 0.0, 7.0, 40.0]),
    hyphen=st.sampled_from(["", "-"]),
)


def measure(text: str) -> float:
    """Marks have no width, wide signs two."""
    return float(sum(_wide(sign) for sign in text))


def _wide(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def slot(room: Room) -> Slot:
    return replace(SLOTS[0], room=room)


def fitted(text: str, room: Room) -> Fit:
    return fit(text, slot(room), measure)


@given(texts, rooms)
def test_the_lines_joined_are_the_text(text: str, room: Room) -> None:
    assert "".join(fitted(text, room).lines) == text


@given(texts, rooms)
def test_cutting_at_the_overrun_makes_it_fit(text: str, room: Room) -> None:
    overrun = fitted(text, room).overrun
    assert overrun is None or fitted(text[:overrun], room).overrun is None


@given(texts, rooms)
def test_what_fits_is_within_every_limit(text: str, room: Room) -> None:
    found = fitted(text, room)
    if found.overrun is None:
        assert len(found.lines) <= room.lines or not room.lines
        assert not room.lines or all(measure(drawn(line)) <= room.width for line in found.lines)
        assert not room.total or measure(drawn(text)) <= room.total
        assert not room.characters or found.characters <= room.characters or not text[found.characters :]


@given(texts, rooms)
def test_what_is_within_one_line_fits(text: str, room: Room) -> None:
    one = replace(room, lines=1, characters=0, total=0.0)
    plain = "\u00ad" not in text
    assert not plain or (fitted(text, one).overrun is None) == (measure(drawn(text)) <= one.width)


@given(texts, rooms, st.integers(0, 20))
def test_a_wider_slot_never_holds_less(text: str, room: Room, more: int) -> None:
    narrow, wide = fitted(text, room), fitted(text, replace(room, width=room.width + more))
    assert _held(text, wide) >= _held(text, narrow)


@given(texts, rooms)
def test_more_lines_never_hold_less(text: str, room: Room) -> None:
    room = replace(room, lines=max(1, room.lines))
    assert _held(text, fitted(text, replace(room, lines=room.lines + 1))) >= _held(text, fitted(text, room))


@given(texts, rooms)
def test_no_letter_is_cut_apart(text: str, room: Room) -> None:
    found, whole = fitted(text, room), set(letters(text))
    assert found.overrun is None or found.overrun in whole
    assert {sum(map(len, found.lines[:number])) for number in range(len(found.lines))} <= whole


def _held(text: str, found: Fit) -> int:
    return len(text) + 1 if found.overrun is None else found.overrun


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, ()),
        ("one two", 7, ("one two",)),
        ("one two", 5, ("one ", "two")),
        ("on 10\u00a0km", 6, ("on ", "10\u00a0km")),
        ("a well-known man", 7, ("a well-", "known ", "man")),
        ("at -5 now", 4, ("at ", "-5 ", "now")),
        ("an extra\u00adordinary day", 9, ("an extra\u00ad", "ordinary ", "day")),
        ("no administration", 5, ("no ", "admin", "istra", "tion")),
        ("漢字、漢字", 4, ("漢", "字、", "漢字")),
        ("「漢字」", 4, ("「漢", "字」")),
        ("e\u0301e\u0301e\u0301", 2, ("e\u0301e\u0301", "e\u0301")),
        ("👩\u200d🚀👩\u200d🚀", 4, ("👩\u200d🚀", "👩\u200d🚀")),
        ("ذهب الولد", 5, ("ذهب ", "الولد")),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, width: int, lines: tuple[str, ...]) -> None:
    assert fitted(text, Room(float(width))).lines == lines


@pytest.mark.parametrize(
    ("text", "width", "drawn_as"),
    [
        ("no administration", 6, ["no", "admin-", "istra-", "tion"]),
        ("no administration", 14, ["no", "administration"]),
        ("Großstädterinnen", 6, ["Großs-", "tädte-", "rinnen"]),
        ("e\u0301e\u0301e\u0301e\u0301", 3, ["e\u0301e\u0301-", "e\u0301e\u0301"]),
        ("1234567", 4, ["1234", "567"]),
        ("漢字漢字", 4, ["漢字", "漢字"]),
        ("الولايات", 5, ["الولا", "يات"]),
        ("an extra\u00adordinary day", 9, ["an extra-", "ordinary", "day"]),
    ],
)
def test_a_printer_sets_a_hyphen_where_a_long_word_is_cut(text: str, width: int, drawn_as: list[str]) -> None:
    found = fitted(text, Room(float(width), hyphen="-"))
    assert ["".join(piece.text for piece in row) for row in pieces(text, found)] == drawn_as


def test_the_print_column_alone_is_set_by_a_printer() -> None:
    assert [each.outlet for each in SLOTS if each.room.hyphen] == [Outlet.PRINT]


@given(texts, rooms)
def test_a_line_has_room_for_its_hyphen(text: str, room: Room) -> None:
    found = fitted(text, replace(room, width=max(3.0, room.width), characters=0, total=0.0, lines=0))
    rows = ["".join(piece.text for piece in row) for row in pieces(text, found)]
    assert found.overrun is not None or all(measure(row) <= max(3.0, room.width) for row in rows)


@pytest.mark.parametrize(
    ("text", "letter_count"),
    [
        ("e\u0301", 1),
        ("👩\u200d🚀", 1),
        ("👍🏽", 1),
        ("🇩🇪🇫🇷", 2),
        ("한국", 2),
        ("\u1112\u1161\u11ab", 1),
        ("नि", 1),
        ("a\u200db", 2),
    ],
)
def test_a_letter_is_what_a_reader_sees(text: str, letter_count: int) -> None:
    assert fitted(text, Room(50.0)).characters == letter_count


@pytest.mark.parametrize(
    ("text", "room", "said"),
    [
        ("Council meets again", Room(13.0, lines=1), "ends before “again”"),
        ("Council “meets” again", Room(9.0, lines=1), "ends before “meets”"),
        ("Council meets", Room(13.0, lines=1), "fits"),
        ("Council meets again", Room(9.0, lines=2), "ends before “again”"),
        ("Council meets again", Room(99.0, characters=15), "ends before “again”"),
        ("Council meets again", Room(99.0, lines=1, total=10), "ends before “meets”"),
        ("over 10\u00a0km away", Room(7.0, lines=1), "ends before “10\u00a0km”"),
        ("漢字漢字", Room(6.0, lines=1), "ends before “字”"),
        ("漢字漢国", Room(99.0, lines=1, total=7), "ends before “国”"),
        ("漢字漢国", Room(99.0, lines=1, characters=3), "ends before “国”"),
        ("x" * 10_000, Room(9.0, lines=1), f"ends before “{'x' * 19}…”"),
    ],
)
def test_the_word_that_has_no_room_is_named(text: str, room: Room, said: str) -> None:
    assert verdict(text, fitted(text, room)) == said


@pytest.mark.parametrize(
    ("text", "room", "said"),
    [
        ("123456", Room(5.0, lines=1), "1.2 of 1 line"),
        ("1234", Room(5.0, lines=2), "0.8 of 2 lines"),
        ("12345", Room(4.99, lines=1), "1.3 of 1 line"),
        ("123456", Room(9.0, lines=1, characters=5), "6 of 5 characters"),
        ("123456789", Room(4.0, lines=1, characters=5), "2.3 of 1 line"),
        ("123456", Room(9.0, lines=2, total=5), "6 of 5 px"),
        ("1234", Room(9.0, characters=5), "4 of 5 characters"),
        ("", Room(9.0, lines=3), "0.0 of 3 lines"),
    ],
)
def test_the_counter_speaks_of_the_limit_that_matters(text: str, room: Room, said: str) -> None:
    assert count(slot(room), fitted(text, room)) == said


@pytest.mark.parametrize("unit", ["word ", "x", "漢", "e\u0301", "كلمة "])
def test_a_text_of_ten_thousand_characters_is_measured_a_few_hundred_times(unit: str) -> None:
    asked: list[int] = []

    def width(piece: str) -> float:
        asked.append(len(piece))
        return 7.0 * len(piece)

    fit((unit * (10_000 // len(unit))).strip(), SLOTS[3], width)
    assert len(asked) < 1000 and sum(asked) < 400_000
