"""What an export says of itself, against the bundle that stood there before."""

from dataclasses import replace

import pytest
from tests.publish.newsroom import BASE, SOUND, Newsroom, story

from deskeditor.publish.bundle import Options
from deskeditor.publish.errors import Refused


def test_everything_is_new_where_no_bundle_was(newsroom: Newsroom) -> None:
    report = newsroom.export()
    assert (len(report.added), report.changed, report.removed) == (report.files - 1, (), ())


def test_an_export_of_the_same_changes_nothing(newsroom: Newsroom) -> None:
    newsroom.export()
    again = newsroom.export()
    assert (again.added, again.changed, again.removed) == ((), (), ())


def test_a_story_that_came_is_added(newsroom: Newsroom) -> None:
    newsroom.export()
    newsroom.library.new(story(replace(SOUND, headline="The river rises", published="2025-08-20T09:00:00Z")))
    assert any("the-river-rises" in path for path in newsroom.export().added)


def test_nothing_leaves_where_nothing_changed_since(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="No story that may leave has changed"):
        newsroom.export(Options(base_url=BASE, since="2099-01-01T00:00:00Z"))
