"""A theme is a stranger: it draws pages and can do nothing else."""

import base64
import hashlib
import re
import shutil
from pathlib import Path

import pytest
from tests.publish.newsroom import SOUND

from deskeditor.document.model import ArticleId
from deskeditor.publish.errors import ThemeError
from deskeditor.publish.page import article_page
from deskeditor.publish.site import Site
from deskeditor.publish.story import Story
from deskeditor.publish.theme import Theme
from deskeditor.resources import resource

STORY = Story(ArticleId("k3v9x2m7q1ab"), SOUND, "local/2025/08/bridge.html", "<p>The council met.</p>")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("themes/broadsheet"), tmp_path / "own"))


def put(folder: Path, line: str) -> None:
    template = folder / "article.html"
    text = template.read_text("utf-8")
    template.write_text(text.replace("<h1>", f"{line}<h1>"), "utf-8")


def test_the_style_stands_in_the_page_with_its_true_hash() -> None:
    page = article_page(STORY, Site(), Theme.load("broadsheet"))
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;;" in page


def test_a_folder_is_a_theme(folder: Path) -> None:
    put(folder, "<p>{{ story.headline }} by us</p>")
    assert "by us" in article_page(STORY, Site(), Theme.load(str(folder)))


@pytest.mark.parametrize(
    "line",
    [
        "{{ story.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ self._TemplateReference__context }}",
        "{% include '/etc/hostname' %}",
        "{% include '../../etc/hostname' %}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ frame.words.update({'by': 'x'}) }}",
        "{{ story.note_to_editor }}",
        "{{ range(10000000)|list }}",
    ],
)
def test_a_template_that_reaches_out_is_stopped(folder: Path, line: str) -> None:
    put(folder, line)
    with pytest.raises(ThemeError, match="theme own"):
        article_page(STORY, Site(), Theme.load(str(folder)))


def test_a_mistake_is_told_with_template_and_line(folder: Path) -> None:
    put(folder, "{{ story.nothing }}")
    line = next(
        number
        for number, text in enumerate((folder / "article.html").read_text("utf-8").splitlines(), 1)
        if "story.nothing" in text
    )
    with pytest.raises(ThemeError, match=rf"article\.html, line {line}:"):
        article_page(STORY, Site(), Theme.load(str(folder)))


@pytest.mark.parametrize(
    "style",
    [
        "@import 'x.css';",
        "p { background: url(https://tracker.invalid/x.png) }",
        "p { background: URL( 'x.png' ) }",
        "</style><script>x</script>",
        "<!-- -->",
    ],
)
def test_a_style_that_loads_or_breaks_out_is_refused(folder: Path, style: str) -> None:
    (folder / "style.css").write_text(style)
    with pytest.raises(ThemeError, match="it loads nothing but pictures as data:"):
        Theme.load(str(folder))


def test_a_template_that_is_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder / "more.html").symlink_to(tmp_path / "secret")
    with pytest.raises(ThemeError, match="reaches out of its folder"):
        Theme.load(str(folder))


@pytest.mark.parametrize("name", ["nothing", "../broadsheet", "/", ""])
def test_a_theme_that_is_not_there_is_said(name: str) -> None:
    with pytest.raises(ThemeError, match="There is no theme"):
        Theme.load(name)


def test_a_theme_without_room_for_the_body_is_refused(folder: Path) -> None:
    template = folder / "article.html"
    template.write_text(template.read_text("utf-8").replace("{{ cut }}", "", 1), "utf-8")
    with pytest.raises(ThemeError, match="4 of its 5 cuts"):
        article_page(STORY, Site(), Theme.load(str(folder)))
