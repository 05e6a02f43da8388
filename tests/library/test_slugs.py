"""An address is one of a kind, and rests once it is out."""

from dataclasses import replace

import pytest
from tests.library.builders import out, story

from deskeditor.document.model import Document, Fields, Status
from deskeditor.library.store import Library


def test_an_article_without_address_has_one_of_its_headline(library: Library) -> None:
    assert library.new(story("Guard called out")).slug == "guard-called-out"


def test_equal_addresses_are_numbered(library: Library) -> None:
    slugs = [library.new(story("Flood")).slug for _ in range(9)]
    assert (slugs[:3], len(set(slugs))) == (["flood", "flood-2", "flood-3"], 9)


def test_a_draft_follows_its_headline(library: Library) -> None:
    article = library.new(story("Flood"))
    library.save(article.id, story("Fire"), 1)
    assert library.load(article.id).slug == "fire"


def test_a_published_article_keeps_its_address(library: Library) -> None:
    article = library.new(out("Flood", "2026-01-01T00:00:00Z"))
    library.save(article.id, out("Fire", "2026-01-01T00:00:00Z"), 1)
    assert library.load(article.id).slug == "flood"


def test_an_address_that_is_asked_for_is_given_even_then(library: Library) -> None:
    article = library.new(out("Flood", "2026-01-01T00:00:00Z"))
    library.save(article.id, Document("", Fields(slug="river", status=Status.PUBLISHED)), 1)
    assert library.load(article.id).slug == "river"


def test_a_numbered_address_stays_when_the_other_goes(library: Library) -> None:
    first, second = library.new(story("Flood")), library.new(story("Flood"))
    library.trash([first.id])
    library.save(second.id, story("Flood", "More."), 1)
    assert library.load(second.id).slug == "flood-2"


def test_what_comes_out_of_the_trash_gets_a_free_address(library: Library) -> None:
    first = library.new(story("Flood"))
    library.trash([first.id])
    second = library.new(story("Flood"))
    library.untrash([first.id])
    assert (library.load(second.id).slug, library.load(first.id).slug) == ("flood", "flood-2")


def test_the_fields_are_not_touched_by_it(library: Library) -> None:
    fields = Fields(headline="Flood", slug="Flood & Fire")
    library.new(Document("", fields))
    article = library.new(Document("", fields))
    assert (article.slug, article.document.fields) == ("flood-and-fire-2", fields)


@pytest.mark.parametrize("slug", ["../../etc", "CON", "a/b", "index"])
def test_no_address_leads_out_of_its_folder(library: Library, slug: str) -> None:
    found = library.new(Document("", replace(Fields(), slug=slug))).slug
    assert found.replace("-", "").isalnum() and found not in ("con", "index")
