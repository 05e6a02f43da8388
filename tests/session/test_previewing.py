"""The page follows the text, and a renderer that hangs or dies harms nothing."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.document.model import Document, Fields
from deskeditor.document.steps import ReplaceText, SetField
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.records import Article
from deskeditor.publish.theme import Theme
from deskeditor.publish.theme_place import theme_folder
from deskeditor.render.rendering import Context, render
from deskeditor.session import previewing as module
from deskeditor.session.draft import Draft
from deskeditor.session.preview_page import PreviewPage
from deskeditor.session.preview_protocol import Reply, Sought
from deskeditor.session.previewing import Previewing

MUTE = "import sys\nfor line in sys.stdin: pass"
DYING = "import sys\nsys.exit(3)"


class Page:
    """What the page would hold: the replies put together."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.tail = self.shell = ""
        self.parts: list[str] = []
        self.replies = 0

    def take(self, reply: Reply) -> None:
        self.replies += 1
        self.shell = reply.get("shell", self.shell)
        if reply.get("reset"):
            self.blocks = []
        if "parts" in reply:
            self.parts = [reply["parts"]["header"], reply["parts"]["footer"]]
        for patch in reply.get("patches", []):
            self.blocks[patch["first"] : patch["first"] + patch["removed"]] = patch["fragments"]
            for index, html in patch["changed"]:
                self.blocks[index] = html
            self.tail = self.tail if patch["tail"] is None else patch["tail"]

    @property
    def html(self) -> str:
        return "".join(self.blocks) + self.tail


@pytest.fixture
def previewing(tmp_path: Path) -> Iterator[Previewing]:
    made = Previewing(tmp_path / "news.media")
    yield made
    made.close()


@pytest.fixture
def draft(article: Article) -> Draft:
    return Draft(article)


@pytest.fixture
def page(previewing: Previewing, draft: Draft, qtbot: QtBot) -> Page:
    page = Page()
    previewing.replied.connect(page.take)
    with qtbot.waitSignal(previewing.replied, timeout=30_000):
        previewing.show(draft)
    return page


def put(draft: Draft, at: int, removed: int, text: str) -> None:
    old = draft.document.text[at : at + removed]
    draft.apply(Transaction((ReplaceText(at, old, text),), None, Origin.TYPING, 0.0))


def test_a_burst_of_edits_ends_at_the_full_rendering(draft: Draft, page: Page, qtbot: QtBot) -> None:
    for text in ("## New\n\n", "- one\n- two\n\n", "Note[^1].\n\n[^1]: Source.\n\n", "```\nx\n```\n\n"):
        put(draft, 0, 0, text)
    put(draft, 3, 3, "Old")
    wanted = render(draft.document.text, Context("en"))
    qtbot.waitUntil(lambda: [*page.blocks, page.tail] == [*wanted.html, wanted.tail])
    assert "Old" in page.html


def test_a_field_changes_the_header_and_not_the_body(draft: Draft, page: Page, qtbot: QtBot) -> None:
    body = page.html
    step = SetField("headline", draft.document.fields.headline, "Council <meets> again")
    draft.apply(Transaction((step,)))
    qtbot.waitUntil(lambda: "Council &lt;meets&gt; again" in page.parts[0])
    assert page.html == body


def test_a_credit_has_the_word_that_the_bundle_has(tmp_path: Path) -> None:
    shown = PreviewPage(tmp_path, {}, "wire").resolve('<span class="credit">Jane Doe</span>', "fr")
    assert shown == '<span class="credit">Image : Jane Doe</span>'


def test_a_clicked_word_is_found_in_the_text(
    previewing: Previewing, draft: Draft, page: Page, qtbot: QtBot
) -> None:
    assert page.html
    found: list[int] = []
    previewing.find(Sought(block=0, prefix="The council ", word="met"), found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert draft.document.text[found[0] :].startswith("met")


def broken(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(module, "WORKER", (sys.executable, "-c", program))


def test_a_renderer_that_hangs_is_replaced_and_the_next_edit_is_shown(
    draft: Draft, page: Page, previewing: Previewing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DEADLINE_MS", 50)
    monkeypatch.setattr(module, "WARMING_MS", 50)
    with monkeypatch.context() as patch:
        broken(patch, MUTE)
        previewing.renew()
        with qtbot.waitSignal(previewing.stalled) as told:
            put(draft, 0, 0, "Lost? ")
    assert "safe" in str(told.args)
    monkeypatch.setattr(module, "WARMING_MS", 30_000)
    put(draft, 0, 0, "Not ")
    qtbot.waitUntil(lambda: "Not Lost?" in page.html, timeout=30_000)


def test_a_renderer_that_always_dies_is_given_up_with_a_sentence(
    draft: Draft, page: Page, previewing: Previewing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = page.html
    broken(monkeypatch, DYING)
    told: list[str] = []
    previewing.stalled.connect(told.append)
    previewing.renew()
    for letter in "abcd":
        put(draft, 0, 0, letter)
        qtbot.waitUntil(lambda: not previewing.is_busy)
    assert module.DEAD in told
    assert page.html == before


def test_a_long_text_reaches_the_page_whole(
    previewing: Previewing, page: Page, article: Article, qtbot: QtBot
) -> None:
    text = "Word *after* word.\n\n" * 3000
    long = Article(article.id, 1, Document(text, Fields()), 0, 0.0, "", None, 9000, "long", article.sha256)
    previewing.show(Draft(long))
    qtbot.waitUntil(lambda: len(page.blocks) >= 3000, timeout=30_000)
    assert page.html.count("<em>after</em>") == 3000


def test_the_page_is_drawn_as_the_theme_that_is_wanted(
    previewing: Previewing, page: Page, qtbot: QtBot
) -> None:
    for name in ("wire", "broadsheet"):
        with qtbot.waitSignal(previewing.replied, timeout=30_000):
            previewing.set_theme(name)
        assert Theme.load(name).style in page.shell


def test_a_theme_with_a_mistake_is_told_of_and_the_page_is_drawn_all_the_same(
    previewing: Previewing, page: Page, qtbot: QtBot, tmp_path: Path
) -> None:
    shutil.copytree(theme_folder("wire"), tmp_path / "mine")
    (tmp_path / "mine" / "article.html").write_text("\n{{ nobody.knows }}\n")
    with qtbot.waitSignal(previewing.stalled, check_params_cb=bool, timeout=30_000) as told:
        previewing.set_theme(str(tmp_path / "mine"))
    assert "article.html" in told.args[0] and "line 2" in told.args[0]
    assert Theme.load("broadsheet").style in page.shell
