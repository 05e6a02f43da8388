"""What is kept of a story at its save is what an export takes; anything else is made when it is asked for."""

from dataclasses import replace

import pytest
from tests.publish.newsroom import NOW, SOUND, Newsroom, story

from deskeditor.document.model import Status
from deskeditor.library.kept import Kept
from deskeditor.publish import gathering
from deskeditor.publish.gathering import gathered, keep_public


@pytest.mark.parametrize(
    ("status", "kept"), [(Status.PUBLISHED, 1), (Status.CORRECTED, 1), (Status.DRAFT, 0)]
)
def test_only_public_stories_are_kept_at_a_save(desk: Newsroom, status: Status, kept: int) -> None:
    article = desk.library.new(story(replace(SOUND, status=status)))
    keep_public(desk.library, [article.id])
    with Kept.within(desk.library.cache) as held:
        assert len(held.all("bodies")) == len(held.all("facts")) == kept


def test_an_export_renders_nothing_that_was_kept_at_the_save(
    desk: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = desk.library.new(story())
    keep_public(desk.library, [article.id])
    monkeypatch.setattr(gathering, "body_of", None)
    desk.export()
    assert desk.text("local/2025/08/council-keeps-the-bridge.html")


def test_facts_of_older_texts_are_forgotten_in_the_end(
    desk: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "_STALE", 1)
    article = desk.library.new(story())
    with Kept.within(desk.library.cache) as kept:
        kept.put("facts", {str(number): b"{}" for number in range(9)})
        versions = desk.library.publishable_versions(NOW)
        gathered(versions, kept, lambda ids: gathering.keep(map(desk.library.load, ids), kept))
        assert len(kept.all("facts")) == 1
    assert article
