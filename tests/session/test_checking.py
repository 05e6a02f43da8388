"""Findings keep in step with the draft, come from beside, and never point at other words than their own."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from deskeditor.document.model import ArticleId, Document, Fields, Status
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.kept import Kept
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.publish.findings import Finding, Level
from deskeditor.session import checking
from deskeditor.session.checking import LOST, Checking, Looked, moved, with_page
from deskeditor.session.checking_process import Checker, paragraphs, told
from deskeditor.session.checking_protocol import Answer, Question
from deskeditor.session.draft import Draft

TEXT = "The council met.\n\nHe paid TK dollars."


class Ear:
    """The findings of one draft, as they are told."""

    def __init__(self, path: Path, article: Article, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.draft = Draft(article)
        self.checking = Checking(path)
        self.heard: list[Looked | None] = []
        self.checking.told.connect(self.heard.append)

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)

    def rules(self) -> list[str]:
        looked = self.checking.looked
        return [each.rule for each in looked.answer.findings] if looked else []

    def put(self, start: int, old: str, new: str) -> None:
        self.draft.apply(Transaction((ReplaceText(start, old, new),), origin=Origin.TYPING))

    def placeholder(self) -> Finding:
        looked = self.checking.looked
        assert looked is not None
        return next(each for each in looked.answer.findings if each.rule == "placeholder")


@pytest.fixture
def ear(shelf: Path, article: Article, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    """One that listens to the council's draft, in which something is still to come."""
    for name in ("WORDS_MS", "PAGE_MS", "OPENING_MS"):
        monkeypatch.setattr(checking, name, 10)
    ear = Ear(shelf, replace(article, document=replace(article.document, text=TEXT)), qtbot)
    yield ear
    ear.checking.close()


def test_a_story_is_looked_at_once_it_is_on_the_desk(ear: Ear) -> None:
    ear.checking.show(ear.draft)
    assert ear.heard == [Looked(working=True)]
    ear.until(lambda: "placeholder" in ear.rules())


def test_what_was_mended_is_found_no_more(ear: Ear) -> None:
    ear.checking.show(ear.draft)
    ear.until(lambda: "placeholder" in ear.rules())
    ear.put(TEXT.index("TK"), "TK", "ten")
    ear.until(lambda: ear.rules() and "placeholder" not in ear.rules())


def test_a_finding_moves_with_what_is_typed_before_it(ear: Ear) -> None:
    ear.checking.show(ear.draft)
    ear.until(lambda: "placeholder" in ear.rules())
    finding = ear.placeholder()
    ear.put(0, "", "😀 Rain. ")
    start, end = ear.checking.place(finding) or (0, 0)
    assert ear.draft.document.text[start:end] == "TK"


def test_a_finding_whose_words_were_changed_has_no_place(ear: Ear) -> None:
    ear.checking.show(ear.draft)
    ear.until(lambda: "placeholder" in ear.rules())
    finding = ear.placeholder()
    ear.put(TEXT.index("TK") + 1, "", "x")
    assert ear.checking.place(finding) is None


def test_without_a_story_nothing_is_told(ear: Ear) -> None:
    ear.checking.show(ear.draft)
    ear.checking.show(None)
    assert ear.heard[-1] is None


def test_an_answer_about_another_story_is_dropped(ear: Ear, article: Article) -> None:
    ear.checking.show(ear.draft)
    ear.until(lambda: "placeholder" in ear.rules())
    ear.put(0, "", "x")
    ear.checking.show(Draft(article))
    ear.until(ear.rules)
    assert "placeholder" not in ear.rules()


def test_a_process_that_ends_is_told_of_and_replaced(ear: Ear) -> None:
    ear.checking.show(ear.draft)
    ear.until(lambda: "placeholder" in ear.rules())
    ear.checking.kill()
    ear.put(0, "", "x")
    ear.until(lambda: ear.checking.looked == Looked(message=LOST))
    ear.put(0, "", "x")
    ear.until(lambda: "placeholder" in ear.rules())


def finding(start: int | None = None, rule: str = "placeholder") -> Finding:
    return Finding("", Level.WARN, rule, "", start, None if start is None else start + 2)


def test_a_finding_names_its_paragraph() -> None:
    text = "\n\nOne.\nStill one.\n\n\n  \nTwo.\n\nThree."
    places = [text.index(each) for each in ("One", "Still", "Two", "Three")]
    assert paragraphs([finding(), *map(finding, places)], text) == (0, 1, 1, 2, 3)


def test_what_the_page_was_told_of_stays_until_it_is_looked_at_again() -> None:
    before = told([finding(), finding(9, "page-link"), finding(20, "page-link")], "", whole=True)
    now = with_page(
        told([finding(4)], "x" * 40, whole=False),
        before,
        [ReplaceText(0, "", "abc"), ReplaceText(12, "x", "")],
    )
    assert [(each.rule, each.start) for each in now.findings] == [("placeholder", 4), ("page-link", 22)]
    assert (now.blocks, now.asks) == (0, 2)


@given(st.data())
def test_a_passage_that_has_a_place_is_still_the_same_passage(data: st.DataObject) -> None:
    text = data.draw(st.text("ab😀", min_size=2, max_size=12))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document, steps = Document(text), []
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(document.text)))
        old = document.text[at : at + data.draw(st.integers(0, 3))]
        steps.append(ReplaceText(at, old, data.draw(st.text("xyz", max_size=3))))
        document = steps[-1].apply(document)
    place = moved((start, end), steps)
    assert place is None or document.text[slice(*place)] == text[start:end]


def test_the_page_is_looked_at_once_nothing_but_the_time_holds_the_story_back(shelf: Path) -> None:
    with Library.open(shelf) as library, Kept(None) as kept:
        id = library.find("council-meets")
        checker = Checker(library, kept, lambda: False)
        sound = Document("It met.", Fields(headline="Council meets", status=Status.DRAFT))
        pages = [
            checker.answer(Question(id, each, page))
            for each in (sound, Document("TK"))
            for page in (False, True)
        ]
    assert [each.whole for each in pages] == [False, True, True, True]


def test_who_is_asked_something_newer_leaves_the_page_for_later(shelf: Path) -> None:
    with Library.open(shelf) as library, Kept(None) as kept:
        library.new(
            Document("Out.", Fields("Out", status=Status.PUBLISHED, published="2025-01-01T00:00:00Z"))
        )
        checker = Checker(library, kept, lambda: True)
        question = Question(
            library.find("council-meets"), Document("It met.", Fields(headline="Council meets")), page=True
        )
        assert not checker.answer(question).whole


def test_an_article_that_is_gone_is_said_in_a_sentence(shelf: Path) -> None:
    with Library.open(shelf) as library, Kept(None) as kept:
        answer = Checker(library, kept, lambda: False).answer(
            Question(ArticleId("none"), Document(), page=True)
        )
    assert answer == Answer(whole=True, message=answer.message) and answer.message
