"""The page beside the story: word for word the same place, and deaf to what strangers put into it."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QWidget
from tests.e2e.newsroom import Newsroom

from deskeditor.document.commands.restore import restore
from deskeditor.document.model import Document, Fields, Selection
from deskeditor.session import previewing
from deskeditor.ui.preview.page import WORLD
from deskeditor.ui.preview.serving import ADDRESS

HOSTILE = Path(__file__).parents[2] / "fixtures/hostile/pages.md"
MUTE = "import sys\nfor line in sys.stdin: pass"
BODY = "#story-body"
ACTIVE = "script,iframe,object,embed,form,input,base,meta,link,style,svg,math,template"
PLACE = """(() => {
    const words = document.createTreeWalker(document.getElementById("story-body"), NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const at = words.currentNode.data.indexOf("WORD");
        if (at < 0) continue;
        words.currentNode.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
        const range = document.createRange();
        range.setStart(words.currentNode, at + 1);
        range.setEnd(words.currentNode, at + 2);
        const box = range.getBoundingClientRect();
        return `${Math.round(box.x + box.width / 2)},${Math.round(box.y + box.height / 2)}`;
    }
    return "";
})()"""


@pytest.fixture(autouse=True)
def back_to_the_loaded_text(newsroom: Newsroom) -> None:
    """Every test begins with the article as it was opened."""
    while newsroom.draft.state.undo() is not None:
        newsroom.draft.undo()


def asked(newsroom: Newsroom, question: str) -> object:
    """What the page answers to a question in our own world."""
    browser = newsroom.browser
    answers: list[object] = []
    answer: Callable[[object], None] = answers.append
    browser.page.runJavaScript(question, WORLD, answer)
    newsroom.until(lambda: answers)
    return answers[0]


def surface(newsroom: Newsroom) -> QWidget:
    """What takes the mouse of the page."""
    browser = newsroom.browser
    proxy = browser.view.focusProxy()
    assert proxy is not None
    return proxy


def click(newsroom: Newsroom, word: str) -> None:
    newsroom.page_shows(word)
    x, _, y = str(asked(newsroom, PLACE.replace("WORD", word))).partition(",")
    QTest.mouseClick(surface(newsroom), Qt.MouseButton.LeftButton, pos=QPoint(int(x), int(y)))


@pytest.mark.parametrize("word", ["voted", "twice", "Nobody"])
def test_a_click_on_a_word_puts_the_caret_there(newsroom: Newsroom, word: str) -> None:
    newsroom.body.place_caret(0)
    click(newsroom, word)
    newsroom.until(lambda: newsroom.draft.state.selection.head > 0)
    head = newsroom.draft.state.selection.head
    assert newsroom.draft.document.text[head:].startswith(word)
    assert newsroom.body.hasFocus()


def test_the_word_at_the_caret_is_marked_in_the_page(newsroom: Newsroom) -> None:
    newsroom.page_shows("twice")
    position = newsroom.draft.document.text.index("twice")
    newsroom.draft.select(Selection(position, position))
    newsroom.do("locate")
    marked = "[...(CSS.highlights.get('desk-word') || [])].map(String).join()"
    newsroom.until(lambda: asked(newsroom, marked) == "twice")


def test_a_hostile_text_runs_nothing_and_leads_nowhere(newsroom: Newsroom) -> None:
    text = HOSTILE.read_text(encoding="utf-8") + "\n\nThe end of it.\n"
    hostile = Document(text, Fields(headline="<script>document.title='caught'</script>"))
    newsroom.draft.do(lambda state: restore(state, hostile))
    newsroom.page_shows("The end of it.")
    attributes = "[...document.querySelectorAll('body *')].flatMap((e) => e.getAttributeNames())"
    handlers = asked(newsroom, attributes + ".filter((name) => name.startsWith('on')).join()")
    active = ACTIVE.replace(",", f",{BODY} ")
    assert handlers == ""
    assert asked(newsroom, f"document.querySelectorAll('{BODY} {active}').length") == 0
    assert asked(newsroom, "location.href") == ADDRESS
    assert "caught" not in str(asked(newsroom, "document.title"))


def test_a_click_on_a_link_goes_to_its_words_and_the_page_stays(newsroom: Newsroom) -> None:
    text = "Before. See [the report](https://example.org/report) for more.\n"
    newsroom.draft.do(lambda state: restore(state, Document(text, newsroom.draft.document.fields)))
    newsroom.page_shows("the report")
    asked(newsroom, "document.body.dataset.same = 'yes'")
    newsroom.body.place_caret(0)
    click(newsroom, "report")
    newsroom.until(lambda: newsroom.draft.state.selection.head == text.index("report"))
    newsroom.type(newsroom.body, "new ")
    newsroom.page_shows("the new report")
    assert asked(newsroom, "document.body.dataset.same || ''") == "yes"


@pytest.mark.parametrize("address", ["https://example.org/", "file:///etc/passwd", ADDRESS + "other"])
def test_the_page_follows_no_address(newsroom: Newsroom, address: str) -> None:
    browser = newsroom.browser
    kind = QWebEnginePage.NavigationType.NavigationTypeLinkClicked
    assert not browser.page.acceptNavigationRequest(QUrl(address), kind, True)  # Qt's own


def test_a_renderer_that_hangs_leaves_the_last_good_page_and_a_note(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.page_shows("The council met")
    with monkeypatch.context() as patch:
        patch.setattr(previewing, "WORKER", (sys.executable, "-c", MUTE))
        patch.setattr(previewing, "DEADLINE_MS", 50)
        patch.setattr(previewing, "WARMING_MS", 50)
        newsroom.session.wiring.previewing.renew()
        newsroom.body.place_caret(0)
        newsroom.type(newsroom.body, "Lost ")
        newsroom.until(lambda: "safe" in newsroom.panes.preview.note)
    newsroom.page_shows("<p>The council met")
    newsroom.type(newsroom.body, "and found: ")
    newsroom.page_shows("Lost and found: The council met")
    newsroom.until(lambda: newsroom.panes.preview.note == "")


def test_a_page_that_dies_is_replaced_by_one_with_the_whole_story(newsroom: Newsroom) -> None:
    newsroom.page_shows("Nobody spoke")
    browser = newsroom.browser
    died = browser.page
    died.stuck.emit()
    newsroom.until(lambda: browser.page is not died)
    newsroom.page_shows("Nobody spoke")
