"""A designer can begin a theme, is told what is wrong with it, and finds every value in its description."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from deskeditor.publish.errors import ThemeError
from deskeditor.publish.theme import TEMPLATES
from deskeditor.publish.theme_proof import begin_theme, mistakes
from deskeditor.publish.theme_sandbox import LIST_FILTERS, OTHER_FILTERS, TEXT_FILTERS
from deskeditor.publish.times import Moment
from deskeditor.publish.views import VIEWS
from deskeditor.resources import resource

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


@pytest.mark.parametrize("view", (*VIEWS, Moment))
def test_every_value_is_described(view: type) -> None:
    part = README.partition(f"**{view.__name__}**")[2].partition("\n\n**")[0]
    assert [each.name for each in fields(view) if f"`{each.name}`" not in part] == []


def test_every_template_and_filter_is_described() -> None:
    names = (*TEMPLATES, *TEXT_FILTERS, *LIST_FILTERS, *OTHER_FILTERS)
    assert [name for name in names if f"`{name}`" not in README] == []
