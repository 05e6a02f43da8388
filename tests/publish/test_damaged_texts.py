"""A story that the disk has changed never leaves: the others go without it, and it is named."""

import pytest
from tests.publish.newsroom import BASE, SOUND, Newsroom, story

from deskeditor.document.model import ArticleId
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options
from deskeditor.publish.errors import Refused

SITE = Options(base_url=BASE)


def damage(library: Library, article: ArticleId) -> None:
    """Do to the newest text what only a disk does."""
    library._at._conn.executescript(
        f"""drop trigger if exists revision_stays;
        update revisions set text = 'X' || substr(text, 2)
        where key = (select head from articles where id = '{article}')"""
    )


def test_the_others_leave_without_it(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    pages = len(list(newsroom.out.rglob("*.html")))
    damage(newsroom.library, newsroom.guard)
    assert [newsroom.guard in said for said in newsroom.export(SITE).left_out] == [True]
    assert len(list(newsroom.out.rglob("*.html"))) < pages


def test_where_nothing_else_is_to_leave_it_is_named_all_the_same(desk: Newsroom) -> None:
    article = desk.library.new(story(SOUND)).id
    damage(desk.library, article)
    with pytest.raises(Refused, match="not as it was saved"):
        desk.export(SITE)
