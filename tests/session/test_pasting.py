"""A paste lands where the caret was, whatever is typed before it was read, and nowhere else."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from deskeditor.document.model import Document, Selection
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.intake.clipboard import Pasted
from deskeditor.intake.errors import Refused
from deskeditor.library.records import Article
from deskeditor.session import pasting
from deskeditor.session.draft import Draft
from deskeditor.session.outside import Outside
from deskeditor.session.pasting import GONE, NOTHING, PLAIN, Pasting, followed

Done = Callable[[Pasted], None]
Failed = Callable[[Exception], None]


class Slow(Outside):
    """Reads nothing until it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[Done, Failed]] = []

    def ask(self, work: object, done: Done, failed: Failed) -> None:  # type: ignore[override]
        del work
        self.asked.append((done, failed))


class Hand:
    """A draft, and one who pastes into it."""

    def __init__(self, article: Article) -> None:
        self.draft: Draft | None = Draft(replace(article, document=Document("one two three")))
        self.outside = Slow()
        self.pasting = Pasting(self.outside, lambda: self.draft)
        self.said: list[str] = []
        self.pasting.failed.connect(self.said.append)
        self.pasting.left_out.connect(self.said.append)

    @property
    def text(self) -> str:
        assert self.draft is not None
        return self.draft.document.text

    def select(self, start: int, end: int) -> None:
        assert self.draft is not None
        self.draft.select(Selection(start, end))

    def type(self, letters: str) -> None:
        assert self.draft is not None
        for letter in letters:
            at = self.draft.state.selection
            step = ReplaceText(at.start, self.text[at.start : at.end], letter)
            after = Selection(step.new_end, step.new_end)
            self.draft.apply(Transaction((step,), after, Origin.TYPING))

    def paste(self, text: str = "") -> None:
        self.pasting.paste("<p>x</p>", text)

    def read(self, markdown: str, number: int = 0, notes: tuple[str, ...] = ()) -> None:
        self.outside.asked[number][0](Pasted(markdown, notes))


@pytest.fixture
def hand(article: Article, monkeypatch: pytest.MonkeyPatch) -> Hand:
    monkeypatch.setattr(pasting, "QUICK", 0.0)
    return Hand(article)


def test_a_paste_replaces_what_was_selected_and_the_caret_follows_it(hand: Hand) -> None:
    hand.select(4, 7)
    hand.paste()
    hand.read("**2**")
    assert hand.text == "one **2** three"
    assert hand.draft and hand.draft.state.selection == Selection(9, 9)


def test_what_is_typed_meanwhile_stands_behind_the_paste(hand: Hand) -> None:
    hand.select(4, 4)
    hand.paste()
    hand.type("abc")
    hand.read("**2** ")
    hand.type("d")
    assert hand.text == "one **2** abcdtwo three"


def test_what_is_typed_over_the_selection_meanwhile_is_not_lost(hand: Hand) -> None:
    hand.select(4, 7)
    hand.paste()
    hand.type("xy")
    hand.read("**2**")
    assert hand.text == "one **2**xy three"


def test_what_is_typed_elsewhere_stays_there(hand: Hand) -> None:
    hand.select(8, 8)
    hand.paste()
    hand.select(0, 0)
    hand.type("So ")
    hand.read("**2** ")
    hand.type("!")
    assert hand.text == "So !one two **2** three"


def test_two_pastes_at_one_place_stand_in_their_order(hand: Hand) -> None:
    hand.select(4, 4)
    hand.paste()
    hand.paste()
    hand.type("x")
    hand.read("A", 0)
    hand.read("B", 1)
    assert hand.text == "one ABxtwo three"


def test_a_copy_that_cannot_be_read_comes_as_its_words(hand: Hand) -> None:
    hand.select(4, 7)
    hand.paste("2")
    hand.outside.asked[0][1](Refused("No."))
    assert (hand.text, hand.said) == ("one 2 three", [PLAIN])


def test_a_copy_without_words_that_cannot_be_read_changes_nothing(hand: Hand) -> None:
    hand.paste()
    hand.outside.asked[0][1](Refused("No."))
    assert (hand.text, hand.said) == ("one two three", [NOTHING])


def test_a_paste_for_another_article_is_told_of_and_put_nowhere(hand: Hand, article: Article) -> None:
    hand.paste()
    hand.draft = Draft(article)
    hand.read("**2**")
    assert (hand.text, hand.said) == (article.document.text, [GONE])


def test_a_paste_finds_its_place_when_its_article_comes_back(hand: Hand, article: Article) -> None:
    first = hand.draft
    hand.select(4, 7)
    hand.paste()
    hand.draft = Draft(article)
    hand.paste()
    hand.draft = first
    hand.select(0, 0)
    hand.type("So ")
    hand.read("**2**", 0)
    assert hand.text == "So one **2** three"


def test_plain_text_asks_nobody(hand: Hand) -> None:
    hand.select(4, 7)
    hand.pasting.paste(None, "2")
    assert (hand.text, hand.outside.asked) == ("one 2 three", [])


def test_a_copy_that_is_still_read_when_the_window_closes_comes_as_its_words(hand: Hand) -> None:
    hand.select(4, 7)
    hand.paste("2")
    hand.pasting.close()
    hand.read("**2**")
    assert hand.text == "one 2 three"


def test_undo_takes_a_late_paste_back_alone(hand: Hand) -> None:
    hand.select(4, 4)
    hand.paste()
    hand.type("x")
    hand.read("A")
    assert hand.draft
    hand.draft.undo()
    assert hand.text == "one xtwo three"


@pytest.fixture
def outside() -> Iterator[Outside]:
    made = Outside()
    yield made
    made.close()


def test_a_copy_is_read_by_a_process_beside_the_window(
    article: Article, outside: Outside, qtbot: QtBot
) -> None:
    draft = Draft(article)
    Pasting(outside, lambda: draft).paste("<p>So <b>bold</b>.</p>", "So bold.")
    qtbot.waitUntil(lambda: "So **bold**." in draft.document.text, timeout=60_000)


@given(st.data())
def test_a_place_stays_between_the_same_letters(data: st.DataObject) -> None:
    """The letters before it that are still there stay before it, and those behind it behind it."""
    text = "abcdefgh"
    at = data.draw(st.integers(0, 8))
    start = data.draw(st.integers(0, 8))
    end = data.draw(st.integers(start, 8))
    step = ReplaceText(start, text[start:end], data.draw(st.text("xyz", max_size=3)))
    (now, _), after = followed((at, at), step, behind=False), step.apply(Document(text)).text
    assert all(letter in text[:at] or letter in "xyz" for letter in after[:now])
    assert all(letter in text[at:] or letter in "xyz" for letter in after[now:])


def test_what_was_left_out_of_a_paste_is_told(hand: Hand) -> None:
    hand.paste()
    hand.read("new", notes=("Taken out (remark): “ask the chair”",))
    assert hand.said == ["Left out of what was pasted: (remark): “ask the chair”"]
