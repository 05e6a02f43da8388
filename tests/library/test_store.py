"""Articles are kept as they are given, and nothing that was acknowledged is lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.library.builders import story

from deskeditor.document.model import ArticleId, Author, Document, Fields, MediaHash, Picture, Status
from deskeditor.library.errors import Missing
from deskeditor.library.hashing import sha256_of
from deskeditor.library.records import ListView
from deskeditor.library.store import Library

_RICH = Document(
    "A\u00a0b \u2028 \ufeff e\u0301 👩‍👩‍👧 \U0001f1eb\U0001f1f7 \u202eabc\u202c \x07\n\n\ttab  \n",
    Fields(
        headline="“Quotes” & <b>",
        byline=(Author("Jane Doe", "Reporter"), Author("O'Neil")),
        tags=("ä", "b,c", ""),
        status=Status.IN_REVIEW,
        lead_picture=Picture(MediaHash("a" * 64), "alt"),
        embargo="2026-01-01T09:00:00+02:00",
    ),
)


def test_an_article_comes_back_as_it_was_given(library: Library) -> None:
    article = library.new(_RICH)
    assert library.load(article.id).document == _RICH


def test_a_saved_text_is_there_after_the_library_was_closed(library: Library) -> None:
    article = library.new(story())
    saved = library.save(article.id, story(text="New."), 1)
    library.close()
    with Library.open(library.path) as again:
        assert again.load(article.id).sha256 == saved.sha256 == sha256_of(story(text="New."))


def test_closing_leaves_one_file(library: Library) -> None:
    library.new(story())
    library.close()
    assert [path.name for path in library.path.parent.iterdir()] == ["news.desk"]


def test_a_save_of_the_same_makes_no_revision(library: Library) -> None:
    article = library.new(story())
    assert library.save(article.id, story(), 1).revision == 1


def test_a_conflict_keeps_both_texts_with_their_parents(library: Library) -> None:
    article = library.new(story())
    library.save(article.id, story(text="Mine."), 1)
    saved = library.save(article.id, story(text="Theirs."), 1)
    kept = library.revisions(article.id)
    assert saved.conflict == 2
    assert [(r.number, r.parent) for r in kept] == [(3, 1), (2, 1), (1, None)]
    assert library.revision(article.id, 2).text == "Mine."


@pytest.mark.parametrize(("old", "new"), [("x" * 501, "x" * 250), ("One.", "")])
def test_a_large_deletion_names_what_was_there_before(library: Library, old: str, new: str) -> None:
    article = library.new(story(text=old))
    library.save(article.id, story(text=new), 1)
    assert library.revisions(article.id)[1].name == "before a large deletion"


def test_a_small_deletion_names_nothing(library: Library) -> None:
    article = library.new(story(text="x" * 501))
    library.save(article.id, story(text="x" * 260), 1)
    assert library.revisions(article.id)[1].name is None


def test_a_name_that_a_person_gave_stays_in_a_large_deletion(library: Library) -> None:
    article = library.new(story(text="x" * 600))
    library.name_revision(article.id, 1, "for the lawyer")
    library.save(article.id, story(text=""), 1)
    assert library.revisions(article.id)[1].name == "for the lawyer"


def test_a_lone_surrogate_is_saved_as_a_replacement(library: Library) -> None:
    article = library.new(Document("a\ud800b", Fields(headline="\udfffx", tags=("\ud801",))))
    assert (article.document.text, article.document.fields.headline) == ("a\ufffdb", "\ufffdx")


def test_what_is_not_there_is_missing(library: Library) -> None:
    for ask in (
        lambda: library.load(ArticleId("x")),
        lambda: library.find("\ud800"),
        lambda: library.find(""),
    ):
        with pytest.raises(Missing):
            ask()


def test_an_article_is_found_by_id_and_by_address(library: Library) -> None:
    article = library.new(story("Guard called out"))
    assert library.find(article.id) == library.find("guard-called-out") == article.id


def test_a_headline_is_found_whatever_its_case_spaces_and_quotes(library: Library) -> None:
    article = library.new(story("Kehoe: “It’s  time”"))
    assert library.find_headline(' KEHOE: "it\'s time" ') == article.id


def test_the_place_is_remembered_without_a_revision(library: Library) -> None:
    article = library.new(story())
    library.place(article.id, 7, 0.5)
    again = library.load(article.id)
    assert (again.caret, again.scroll, again.revision) == (7, 0.5, 1)


def test_a_duplicate_is_an_unpublished_article_of_its_own(library: Library) -> None:
    fields = Fields(headline="H", slug="h", status=Status.PUBLISHED, published="2026-01-01T00:00:00Z")
    article = library.new(Document("Text.", fields))
    copy = library.duplicate(article.id)
    assert copy.id != article.id
    assert copy.document == Document("Text.", replace(fields, slug="", status=Status.DRAFT, published=None))


def test_the_trash_hides_and_gives_back(library: Library) -> None:
    article = library.new(story())
    library.trash([article.id])
    hidden = (
        library.page(ListView()).rows,
        library.search("governor").rows,
        library.find_headline("Guard called out"),
    )
    assert hidden == ((), (), None)
    assert [row.id for row in library.page(ListView(trashed=True)).rows] == [article.id]
    library.untrash([article.id])
    assert [row.id for row in library.search("governor").rows] == [article.id]


def test_settings_are_remembered(library: Library) -> None:
    library.set_setting("site.name", "The Desk")
    library.set_setting("site.name", "The Other Desk")
    assert (library.setting("site.name"), library.setting("none")) == ("The Other Desk", None)


def test_a_library_has_an_identity_of_its_own(library: Library, tmp_path: Path) -> None:
    with Library.create(tmp_path / "other.desk") as other:
        assert library.uuid and other.uuid != library.uuid
