"""Whatever changed between two exports: the second gives the bytes that one from nothing gives."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.newsroom import BASE, NOW, SOUND, Newsroom, story
from tests.publish.pictures import photograph

from deskeditor.document.fields import FieldValue, with_fields
from deskeditor.document.model import ArticleId, Author, Correction, Document, Fields, Related, Status
from deskeditor.library.kept import Kept
from deskeditor.library.store import Library
from deskeditor.publish import amend_stories, bundle, looking, stage, theme_sandbox, tree
from deskeditor.publish.altered import PARTS, part_name
from deskeditor.publish.amend import amended
from deskeditor.publish.amend_proof import Amended
from deskeditor.publish.bundle import Options
from deskeditor.publish.grounds import Grounds
from deskeditor.publish.manifest import NAME, Entry, amended_manifest, manifest_bytes
from deskeditor.publish.standing import story_lines
from deskeditor.publish.verify import verify

Change = Callable[[Library, ArticleId, int], None]


def edit(change: Callable[[Document, int], Document]) -> Change:
    def save(library: Library, id: ArticleId, number: int) -> None:
        article = library.load(id)
        library.save(id, change(article.document, number), article.revision)

    return save


def fields(**values: Callable[[int], FieldValue]) -> Change:
    def changed(document: Document, number: int) -> Document:
        now = {name: value(number) for name, value in values.items()}
        return replace(document, fields=with_fields(document.fields, now))

    return edit(changed)


CHANGES: dict[str, Change] = {
    "body": edit(lambda document, number: replace(document, text=f"{document.text}\nAnd {number}.\n")),
    "opening": edit(lambda document, number: replace(document, text=f"First {number}.\n\n{document.text}")),
    "link": lambda library, id, number: edit(
        lambda document, _: replace(document, text=f"{document.text}\n[Bridge](article:{id})\n")
    )(library, _any(library, number), number),
    "picture": lambda library, id, number: edit(
        lambda document, _: replace(document, text=f"{document.text}\n{_shown(library, number)}\n")
    )(library, id, number),
    "headline": fields(headline=lambda number: f"Council keeps bridge {number}"),
    "standfirst": fields(standfirst=lambda number: "" if number % 2 else f"The vote was close, {number}."),
    "tags": fields(tags=lambda number: ("Bridge", f"Topic {number % 3}")),
    "section": fields(section=lambda number: ("Local", "Politics", "")[number % 3]),
    "author": fields(byline=lambda number: (Author(f"Jane Doe {number % 2}"),)),
    "slug": fields(slug=lambda number: f"bridge-{number}"),
    "related": fields(related=lambda number: (Related(f"Council keeps bridge {number}"),)),
    "unpublish": fields(status=lambda number: (Status.DRAFT, Status.PUBLISHED)[number % 2]),
    "embargo": fields(embargo=lambda number: ("2031-01-01T00:00:00Z", None)[number % 2]),
    "correct": fields(corrections=lambda number: (Correction(NOW, f"Not {number}."),)),
    "trash": lambda library, id, _: library.trash([id]),
    "untrash": lambda library, id, _: library.untrash([id]),
    "new": lambda library, _, number: library.trash((library.new(_story(number)).id,) * (number == 9)),
    "site": lambda library, _, number: library.set_setting("site.tagline", f"Line {number % 2}"),
    "nothing": lambda *_: None,
}


def _any(library: Library, number: int) -> ArticleId:
    versions = library.publishable_versions(NOW)
    return versions[number % len(versions)].id


def _shown(library: Library, number: int) -> str:
    return f"![A hall](media:{library.media.add(photograph(90, 60 + 10 * (number % 2)))})"


def _story(number: int) -> Document:
    when = f"2025-08-{number % 17 + 1:02}T08:00:00-05:00"
    return story(replace(SOUND, headline=f"Council keeps bridge {number}", tags=("Bridge",), published=when))


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Newsroom]:
    """Four stories that may leave."""
    with newsroom_at(tmp_path) as made:
        yield made


@pytest.fixture(autouse=True)
def every_bundle_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "LARGE", 1)


@pytest.fixture
def ways(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How each export was done."""
    said: list[str] = []

    def telling(grounds: Grounds, now: datetime) -> Amended | None:
        done = amended(grounds, now)
        said.append("amended" if done else "whole")
        return done

    monkeypatch.setattr(bundle, "amended", telling)
    return said


@contextmanager
def newsroom_at(folder: Path) -> Iterator[Newsroom]:
    with Library.create(folder / "news.desk") as library:
        for number in range(4):
            library.new(_story(number))
        yield Newsroom(library, folder)


def from_nothing(desk: Newsroom) -> dict[str, bytes]:
    """The bundle made with nothing kept, elsewhere."""
    (desk.folder / "anew").mkdir(exist_ok=True)
    shutil.rmtree(desk.folder / "anew")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Kept, "within", lambda _: Kept(None))
        desk.export(Options(base_url=BASE), "anew")
    return files_of(desk.folder / "anew")


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 3)), max_size=8))
def test_an_export_after_any_changes_is_the_export_from_nothing(changes: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder, newsroom_at(Path(folder)) as desk:
        ids = [version.id for version in desk.library.publishable_versions(NOW)]
        desk.export(Options(base_url=BASE))
        for number, (name, which) in enumerate(changes):
            CHANGES[name](desk.library, ids[which], number)
            desk.export(Options(base_url=BASE))
            anew = from_nothing(desk)
            assert files_of(desk.out) == anew, name
            assert verify(desk.out) == ()
            desk.export(Options(base_url=BASE, zip=True), f"elsewhere-{number}")
            assert files_of(desk.folder / f"elsewhere-{number}") == anew, name


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_each_change_twice_is_the_export_from_nothing(desk: Newsroom, name: str) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    for number in range(2):
        CHANGES[name](desk.library, id, number)
        desk.export(Options(base_url=BASE))
        assert files_of(desk.out) == from_nothing(desk)


@pytest.mark.parametrize(
    ("name", "way"), [("body", "amended"), ("nothing", "amended"), ("headline", "whole")]
)
def test_only_a_change_that_nobody_else_shows_is_amended(
    desk: Newsroom, ways: list[str], name: str, way: str
) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    CHANGES[name](desk.library, id, 0)
    desk.export(Options(base_url=BASE))
    assert ways == [way]


def test_an_amendment_says_what_it_changed(desk: Newsroom) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    first = desk.export(Options(base_url=BASE))
    CHANGES["body"](desk.library, id, 0)
    second = desk.export(Options(base_url=BASE))
    assert (second.files, second.pages, second.added, second.removed) == (first.files, first.pages, (), ())
    assert {"feed.xml", "rss.xml", "feed.json"} < set(second.changed)
    assert second.size == sum(map(len, files_of(desk.out).values())) - len((desk.out / NAME).read_bytes())


def test_a_page_touched_by_hand_is_put_right_though_no_story_changed(desk: Newsroom, ways: list[str]) -> None:
    desk.export(Options(base_url=BASE))
    (desk.out / "index.html").write_text("mine")
    desk.export(Options(base_url=BASE))
    assert ways == ["whole"]
    assert verify(desk.out) == ()


def test_a_page_touched_by_hand_is_put_right_by_the_edit_of_another(desk: Newsroom, ways: list[str]) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    (desk.out / "404.html").write_text("mine")
    CHANGES["body"](desk.library, id, 0)
    desk.export(Options(base_url=BASE))
    assert ways == ["whole"]
    assert files_of(desk.out) == from_nothing(desk)


def test_a_page_touched_by_hand_is_put_right_by_the_edit_of_its_own_story(desk: Newsroom) -> None:
    (version, *_) = desk.library.publishable_versions(NOW)
    desk.export(Options(base_url=BASE))
    page = next(path for path in desk.out.rglob("*.html") if path.stem == version.slug)
    page.write_text(page.read_text().replace("</body>", "<p>An advertisement.</p></body>"))
    CHANGES["body"](desk.library, version.id, 0)
    desk.export(Options(base_url=BASE))
    assert files_of(desk.out) == from_nothing(desk)


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_whatever_changes_what_may_leave_gives_the_library_another_state(desk: Newsroom, name: str) -> None:
    library = desk.library
    (id, *_) = [version.id for version in library.publishable_versions(NOW)]
    for number in range(2):
        before, state = library.publishable_versions(NOW), library.state
        CHANGES[name](library, id, number)
        assert (library.publishable_versions(NOW) == before) or (library.state != state)


COMES = "2025-08-22T07:00:00-05:00"


@pytest.mark.parametrize("late", [replace(SOUND, published=COMES), replace(SOUND, embargo=COMES)])
def test_a_story_whose_time_comes_leaves_though_nobody_has_touched_the_library(
    desk: Newsroom, ways: list[str], late: Fields
) -> None:
    desk.library.new(story(replace(late, headline="Later")))
    for hour in ("10", "11", "12"):
        desk.export(Options(base_url=BASE, now=f"2025-08-22T{hour}:00:00Z"))
    assert ways == ["amended", "whole"]
    assert (desk.out / "local" / "2025" / "08" / "later.html").exists()


def test_a_draft_that_is_saved_is_no_reason_to_make_anything(desk: Newsroom, ways: list[str]) -> None:
    draft = desk.library.new(story(replace(SOUND, status=Status.DRAFT))).id
    desk.export(Options(base_url=BASE))
    for number in range(2):
        CHANGES["body"](desk.library, draft, number)
        assert desk.export(Options(base_url=BASE)).changed == ()
    assert ways == ["amended", "amended"]


def test_a_bundle_whose_seal_is_not_whole_any_more_is_not_believed(desk: Newsroom, ways: list[str]) -> None:
    desk.export(Options(base_url=BASE))
    with Kept.within(desk.library.cache) as kept:
        kept.drop("seals", [name for name in kept.all("seals") if name.endswith("/07")])
    desk.export(Options(base_url=BASE))
    assert ways == ["whole"]


def test_another_process_that_takes_all_parts_and_ends_is_not_believed(
    desk: Newsroom, ways: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.export(Options(base_url=BASE))
    (desk.out / "index.html").write_text("mine")
    queues = iter((os.open(os.devnull, os.O_RDONLY), looking.filled()))
    monkeypatch.setattr(looking, "filled", lambda: next(queues))
    monkeypatch.setattr(sys, "executable", shutil.which("true"))
    desk.export(Options(base_url=BASE))
    assert (ways, verify(desk.out)) == (["whole"], ())


def test_around_another_body_no_theme_is_drawn_again(
    desk: Newsroom, ways: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    monkeypatch.setattr(theme_sandbox, "environment", None)
    for number in range(3):
        CHANGES["body"](desk.library, id, number)
        desk.export(Options(base_url=BASE))
    assert ways == ["amended"] * 3


def test_around_another_body_with_a_credited_picture_neither(
    desk: Newsroom, ways: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    media = desk.library.media.add(photograph(90, 60))
    shown = f'\n![A hall](media:{media} "The lab"){{credit="Ann Lens"}}\n'
    edit(lambda document, _: replace(document, text=document.text + shown))(desk.library, id, 0)
    desk.export(Options(base_url=BASE))
    monkeypatch.setattr(theme_sandbox, "environment", None)
    edit(lambda document, _: replace(document, text=f"{document.text}\nMore.\n"))(desk.library, id, 0)
    desk.export(Options(base_url=BASE))
    assert ways == ["amended"]


def test_a_theme_is_drawn_again_where_more_than_the_body_shows(desk: Newsroom, ways: list[str]) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    edit(lambda document, _: replace(document, text=f"{document.text}\n{'More words. ' * 900}\n"))(
        desk.library, id, 0
    )
    desk.export(Options(base_url=BASE))
    assert (ways, files_of(desk.out)) == (["amended"], from_nothing(desk))


def test_stories_of_the_same_body_are_told_apart_in_the_feeds(desk: Newsroom, ways: list[str]) -> None:
    ids = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    for number, id in enumerate((ids[0], ids[1], ids[0])):
        CHANGES["body"](desk.library, id, number % 2)
        desk.export(Options(base_url=BASE))
        assert files_of(desk.out) == from_nothing(desk)
    assert ways == ["amended"] * 3


def test_feeds_in_which_another_body_is_exchanged_are_not_made_of_all_their_stories(
    desk: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [version.id for version in desk.library.publishable_versions(NOW)]
    for number, id in enumerate(ids):
        edit(lambda document, at: replace(document, text=f"{document.text}\nOf {at}.\n"))(
            desk.library, id, number
        )
    desk.export(Options(base_url=BASE))
    monkeypatch.setattr(amend_stories, "feed_files", None)
    CHANGES["body"](desk.library, ids[0], 7)
    assert "feed.json" in desk.export(Options(base_url=BASE)).changed


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_the_library_says_the_same_in_lines(desk: Newsroom, name: str) -> None:
    library = desk.library
    for number, version in enumerate(library.publishable_versions(NOW)):
        CHANGES[name](library, version.id, number)
        assert library.publishable_lines(NOW) == story_lines(library.publishable_versions(NOW))


sizes = st.dictionaries(st.text(st.characters(codec="utf-8"), min_size=1), st.integers(0, 10**6), min_size=1)


@given(sizes, st.data())
def test_an_amended_manifest_is_the_manifest_of_what_is_there_now(
    before: dict[str, int], data: st.DataObject
) -> None:
    paths = data.draw(st.sets(st.sampled_from(sorted(before))))
    files = [Entry(path, size, sha256(path.encode()).hexdigest()) for path, size in before.items()]
    now = [each._replace(size=each.size + 1) if each.path in paths else each for each in files]
    changed = [each for each in now if each.path in paths]
    assert amended_manifest(manifest_bytes(files, (), "1"), changed, ()) == manifest_bytes(now, (), "1")


def test_a_file_of_which_the_seal_tells_nothing_any_more_is_not_taken_for_one_that_is_gone(
    desk: Newsroom, ways: list[str]
) -> None:
    ids = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    CHANGES["body"](desk.library, ids[0], 0)
    page = next(path for path in desk.export(Options(base_url=BASE)).changed if path.startswith("local/"))
    with Kept.within(desk.library.cache) as kept:
        kept.drop("seals", [part_name(tree.name_of(desk.out), crc32(page.encode()) % PARTS)])
    CHANGES["body"](desk.library, ids[1], 1)
    desk.export(Options(base_url=BASE))
    assert (ways, files_of(desk.out)) == (["amended", "whole"], from_nothing(desk))
