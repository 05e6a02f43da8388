"""What the disk has changed is neither shown nor published, its neighbours are, and a way back is offered."""

from pathlib import Path

import pytest
from tests.library.builders import out, story

from deskeditor.document.model import ArticleId, Document
from deskeditor.library.errors import Damaged, DamagedText, Missing
from deskeditor.library.records import ListView
from deskeditor.library.store import Library

NOW = "2026-03-01T12:00:00Z"
EARLIER = "2026-02-01T12:00:00Z"


def changed(library: Library, sql: str) -> None:
    """Do to the file what only a disk or another program does."""
    library._at._conn.executescript(f"drop trigger if exists revision_stays; {sql}")


def flipped(library: Library, article: ArticleId, raw: str = "cast(x'ff' as text)") -> None:
    """The newest text with other bytes at its beginning."""
    changed(
        library,
        f"""update revisions set text = {raw} || substr(text, 2)
        where key = (select head from articles where id = '{article}')""",
    )


def test_a_text_that_the_disk_changed_is_not_shown(library: Library) -> None:
    article = library.new(story())
    flipped(library, article.id, "'X'")
    with pytest.raises(DamagedText, match=f"{article.slug}.*{article.id}.*not as it was saved.*backup"):
        library.load(article.id)


def test_the_newest_older_text_that_is_whole_is_offered_and_brought_back(library: Library) -> None:
    article = library.new(story(text="One.\n"))
    library.save(article.id, story(text="Two.\n"), 1)
    library.save(article.id, story(text="Three.\n"), 2)
    flipped(library, article.id)
    with pytest.raises(DamagedText, match="Revision 2 is whole") as told:
        library.load(article.id)
    assert told.value.older == 2
    library.revert(article.id)
    assert (library.load(article.id).document, library.load(article.id).revision) == (story(text="Two.\n"), 4)
    assert {finding.rule for finding in library.doctor()} == {"revision"}


def test_a_damaged_text_is_saved_anew_though_its_hash_is_the_same(library: Library) -> None:
    article = library.new(story())
    flipped(library, article.id)
    assert library.save(article.id, story(), 1).revision == 2
    assert library.load(article.id).document == story()


def test_nothing_is_brought_back_where_nothing_is_whole(library: Library) -> None:
    article = library.new(story())
    flipped(library, article.id)
    with pytest.raises(DamagedText):
        library.revert(article.id)
    with pytest.raises(Missing):
        library.revert(article.id, 9)


def test_bytes_that_are_no_text_keep_no_neighbour_away(library: Library) -> None:
    one, other = library.new(out("One", EARLIER)), library.new(out("Other", EARLIER))
    flipped(library, one.id)
    assert library.load(other.id).document.fields.headline == "Other"
    assert {row.id for row in library.page(ListView()).rows} == {one.id, other.id}
    assert [article.id for article in library.publishable(NOW)] == [other.id]


def test_the_doctor_names_a_damaged_story_and_prints_nothing_of_it(library: Library) -> None:
    article = library.new(story(text="Secret words.\n"))
    flipped(library, article.id)
    (finding,) = (each for each in library.doctor() if each.rule == "text")
    assert finding.article == article.id and "ecret words" not in finding.message


@pytest.mark.parametrize("sql", ["number = 1", "head = (select min(key) from revisions)"])
def test_another_revision_in_the_place_of_the_newest_is_damage(library: Library, sql: str) -> None:
    library.new(story("Other"))
    article = library.new(story(text="Old.\n"))
    library.save(article.id, story(text="New.\n"), 1)
    changed(library, f"update articles set {sql} where id = '{article.id}'")
    with pytest.raises(DamagedText):
        library.load(article.id)


@pytest.mark.parametrize(
    ("document", "sql"),
    [
        (out("Late", EARLIER, "2030-01-01T00:00:00Z"), "embargo = null"),
        (out("Late", "2030-01-01T00:00:00Z"), f"published = '{EARLIER}'"),
        (story("Draft"), f"status = 'published', published = '{EARLIER}'"),
    ],
)
def test_what_the_list_lets_out_and_the_story_does_not_stays_in(
    library: Library, document: Document, sql: str
) -> None:
    article = library.new(document)
    changed(library, f"update articles set {sql}")
    assert [each.id for each in library.unsound()] == [article.id] and not list(library.publishable(NOW))


def test_what_the_list_keeps_in_and_the_story_does_not_is_named(library: Library) -> None:
    article = library.new(out("Out", EARLIER))
    changed(library, "update articles set status = 'draft'")
    assert [each.id for each in library.unsound()] == [article.id]


@pytest.mark.parametrize(
    "sql",
    [
        "headline = 'Another'",
        "section = 'Else'",
        "slug = 'Not a slug'",
        "stamp = 999",
        "embargo = '2030'",
        "stage = 5",
    ],
)
def test_the_doctor_finds_a_list_that_does_not_say_what_the_story_says(library: Library, sql: str) -> None:
    article = library.new(story())
    changed(library, f"update articles set {sql}")
    found = [each for each in library.doctor() if each.rule == "list"]
    assert [each.article for each in found] == [article.id] and sql.split(maxsplit=1)[0] in found[0].message


@pytest.mark.parametrize(
    "sql",
    [
        "drop table settings",
        "drop table counter",
        "alter table articles drop column caret",
        "drop table tags",
    ],
)
def test_what_is_missing_in_the_file_is_a_sentence(library: Library, sql: str) -> None:
    article = library.new(story())
    library.close()
    changed_file(library.path, sql)
    with pytest.raises(Damaged, match="damaged"), Library.open(library.path) as again:
        again.load(article.id)
        again.save(article.id, story(text="New.\n"), 1)


def changed_file(path: Path, sql: str) -> None:
    """Another program has the file for a moment."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as other:
        other.executescript(sql)
