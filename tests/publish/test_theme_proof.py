"""A designer can begin a theme, is told what is wrong with it, and finds every value in its description."""

import os
import re
from dataclasses import fields
from pathlib import Path

import pytest

from deskeditor.publish.errors import ThemeError
from deskeditor.publish.page import article_page
from deskeditor.publish.site import Site
from deskeditor.publish.theme import TEMPLATES, Theme
from deskeditor.publish.theme_proof import begin_theme, mistakes, stories
from deskeditor.publish.theme_sandbox import LIST_FILTERS, OTHER_FILTERS, TEXT_FILTERS
from deskeditor.publish.times import Moment
from deskeditor.publish.views import VIEWS
from deskeditor.resources import resource

SITE = Site(name="The Sample")
README = resource("themes/README.md").read_text("utf-8")


@pytest.mark.parametrize("model", ["broadsheet", "wire"])
def test_a_new_theme_is_sound(tmp_path: Path, model: str) -> None:
    begin_theme(tmp_path / "own", model)
    assert mistakes(str(tmp_path / "own")) == []


def test_a_new_theme_replaces_nothing(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match=r"is there already\. Nothing was changed"):
        begin_theme(tmp_path, "wire")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{{ story.nothing }}", r"article\.html, line 4: a StoryView has no “nothing”; it has byline, "),
        ("{% for %}", r"article\.html, line 4: "),
        ("{{ story.headline|shout }}", r"article\.html, line 4: No filter named 'shout'"),
        ("<script>x</script>", r"article\.html, line 4: “<script” has no place on a page\."),
        ('<img src="https://tracker.invalid/x.png">', r"article\.html, line 4: .* has no place on a page\."),
        ('<meta http-equiv="refresh" content="0;url=https://example.org/">', r"line 4: “<meta” has no place"),
        ('<p style="color: red">', r"line 4: “style=” has no place on a page\. Put it into style\.css\."),
        ("<li{{ 'nk' }} rel=preconnect>", r"draws “<link” with article\.html, which has no place on a page"),
        ('<img src="assets/logo.png" alt="">', r"it leads to “assets/logo\.png”, which is not in a bundle"),
        ('<img src="media/x.jpg" alt="">', r"a picture stands there without width and height"),
        ("{% include 'parts/x.html' %}", r"there is no template parts/x\.html; templates stand in"),
        ("<h1>Again</h1>", r"article\.html \(.*\): it has 2 <h1> elements"),
        ("{{ cut }}", "6 of its 5 cuts"),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, line: str, told: str) -> None:
    folder = tmp_path / "own"
    begin_theme(folder, "broadsheet")
    article = (folder / "article.html").read_text("utf-8")
    (folder / "article.html").write_text(
        article.replace("{% block main %}", f"{{% block main %}}{line}"), "utf-8"
    )
    assert any(re.search(told, sentence) for sentence in mistakes(str(folder)))


def test_a_list_between_two_others_is_on_proof(tmp_path: Path) -> None:
    begin_theme(tmp_path / "own", "wire")
    page = tmp_path / "own" / "list.html"
    page.write_text(page.read_text("utf-8").replace("{{ newer }}", "{{ newer.href }}"), "utf-8")
    assert any("list.html, line" in each for each in mistakes(str(tmp_path / "own")))


def test_a_picture_in_the_style_is_let_pass_by_the_policy(tmp_path: Path) -> None:
    begin_theme(tmp_path / "own", "wire")
    with (tmp_path / "own" / "style.css").open("a", encoding="utf-8") as style:
        style.write("main { background: url(data:image/svg+xml,x) }")
    (story, *_) = stories()
    own, shipped = (article_page(story, SITE, Theme.load(each)) for each in (str(tmp_path / "own"), "wire"))
    assert ("img-src &#39;self&#39; data:" in own, "data:" in shipped.partition("<title>")[0]) == (
        True,
        False,
    )


@pytest.mark.parametrize(("content", "told"), [(None, "“style.css” is not there"), (b"\xe9", "not in UTF-8")])
def test_a_style_that_cannot_be_read_is_said(tmp_path: Path, content: bytes | None, told: str) -> None:
    begin_theme(tmp_path / "own", "wire")
    style = tmp_path / "own" / "style.css"
    style.unlink() if content is None else style.write_bytes(content)
    assert [told in each for each in mistakes(str(tmp_path / "own"))] == [True]


def test_a_style_that_would_swell_every_page_is_refused(tmp_path: Path) -> None:
    begin_theme(tmp_path / "own", "wire")
    (tmp_path / "own" / "style.css").write_text("a{color:red}" * 6000)
    assert ["style.css, which every page holds" in each for each in mistakes(str(tmp_path / "own"))] == [True]


@pytest.mark.parametrize("view", (*VIEWS, Moment))
def test_every_value_is_described(view: type) -> None:
    part = README.partition(f"**{view.__name__}**")[2].partition("\n\n**")[0]
    assert [each.name for each in fields(view) if f"`{each.name}`" not in part] == []


def test_every_template_and_filter_is_described() -> None:
    names = (*TEMPLATES, *TEXT_FILTERS, *LIST_FILTERS, *OTHER_FILTERS)
    assert [name for name in names if f"`{name}`" not in README] == []


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((name, kind) for name in ("style.css", "extra.html") for kind in ("a pipe", "a device")),
        ("theme.toml", "a pipe"),
        ("assets/extra.svg", "a pipe"),
    ],
)
def test_what_is_no_file_in_a_theme_is_said(tmp_path: Path, name: str, kind: str) -> None:
    begin_theme(tmp_path / "own", "wire")
    odd = tmp_path / "own" / name
    odd.unlink(missing_ok=True)
    odd.parent.mkdir(exist_ok=True)
    os.mkfifo(odd) if kind == "a pipe" else odd.symlink_to("/dev/zero")
    assert len(mistakes(str(tmp_path / "own"))) == 1
    with pytest.raises(ThemeError):
        begin_theme(tmp_path / "copy", str(tmp_path / "own"))


def test_a_theme_that_does_not_fit_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("deskeditor.publish.theme_proof.Path.write_bytes", full)
    with pytest.raises(ThemeError, match="the disk is full"):
        begin_theme(tmp_path / "new" / "own", "wire")
    assert list(tmp_path.iterdir()) == []
