"""Several exports at one time, several libraries at one place: whoever is last stands, and stands whole."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import BASE, NOW, SOUND, Newsroom, story
from tests.publish.test_incremental import CHANGES, edit, fields, files_of, from_nothing, newsroom_at
from tests.publish.test_stage import bundle, put, read

from deskeditor.document.model import Status
from deskeditor.library.kept import Kept
from deskeditor.library.store import Library
from deskeditor.publish import stage, swap, target, tree
from deskeditor.publish.bundle import Options
from deskeditor.publish.errors import Refused
from deskeditor.publish.standing import keep_standing, read_standing, stories_of
from deskeditor.publish.verify import verify


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Newsroom]:
    """Four stories that may leave."""
    with newsroom_at(tmp_path) as made:
        yield made


@pytest.fixture(autouse=True)
def every_bundle_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "LARGE", 1)


def spare_of(cache: Path) -> Path:
    (found,) = cache.glob("spare-*")
    return found


def test_a_kept_bundle_that_another_export_works_on_is_not_cleared_away(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with Kept.within(tmp_path / "cache") as kept:
        put(out, kept, bundle())
        put(out, kept, bundle({1: "second"}))
        with swap.hold(spare_of(tmp_path / "cache")):
            put(out, kept, bundle({1: "third"}))
            assert read(spare_of(tmp_path / "cache")) == bundle()
    assert read(out) == bundle({1: "third"})


def test_a_folder_that_was_exchanged_before_the_lock_came_is_held_by_somebody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    monkeypatch.setattr(Path, "lstat", lambda _: (tmp_path / "other").stat())
    assert swap.held(tmp_path / "one")


def test_while_another_export_works_on_the_kept_bundle_a_change_is_a_whole_export(desk: Newsroom) -> None:
    desk.export(Options(base_url=BASE))
    CHANGES["body"](desk.library, desk.library.publishable_versions(NOW)[0].id, 0)
    with swap.hold(spare_of(desk.library.cache)):
        desk.export(Options(base_url=BASE))
    assert files_of(desk.out) == from_nothing(desk)


def test_what_a_late_export_says_of_a_bundle_that_stands_no_more_is_not_believed(desk: Newsroom) -> None:
    (id, other, *_) = [each.id for each in desk.library.publishable_versions(NOW)]
    for number in range(2):
        CHANGES["headline"](desk.library, id, number)
        desk.export(Options(base_url=BASE))
    with Kept.within(desk.library.cache) as kept:
        late = read_standing(kept, str(desk.out))
        assert late is not None
        stories = stories_of(kept, str(desk.out), late)
        for number in (5, 6):
            CHANGES["body"](desk.library, other, number)
            desk.export(Options(base_url=BASE))
        keep_standing(kept, str(desk.out), late, stories)
    CHANGES["body"](desk.library, id, 7)
    desk.export(Options(base_url=BASE))
    assert files_of(desk.out) == from_nothing(desk)


def test_a_copy_of_the_library_may_export_to_the_same_place_by_turns(tmp_path: Path, desk: Newsroom) -> None:
    desk.export(Options(base_url=BASE))
    desk.library.close()
    shutil.copy(tmp_path / "news.desk", tmp_path / "copy.desk")
    for number in range(4):
        with Library.open(tmp_path / ("copy.desk", "news.desk")[number % 2]) as library:
            desk = Newsroom(library, tmp_path)
            CHANGES["body"](library, library.publishable_versions(NOW)[0].id, number)
            desk.export(Options(base_url=BASE))
            assert files_of(desk.out) == from_nothing(desk)


def test_what_was_withdrawn_after_an_export_to_another_place_is_named_nowhere(desk: Newsroom) -> None:
    desk.export(Options(base_url=BASE))
    (newest, *_) = [each.id for each in desk.library.publishable_versions(NOW)]
    early = replace(SOUND, headline="Withdrawn", tags=("Bridge",), published="2025-08-02T09:00:00-05:00")
    withdrawn = desk.library.new(story(early)).id
    desk.export(Options(base_url=BASE), "elsewhere")
    desk.library.trash([withdrawn])
    CHANGES["body"](desk.library, newest, 0)
    desk.export(Options(base_url=BASE))
    assert not [path for path, content in files_of(desk.out).items() if b"Withdrawn" in content]
    assert files_of(desk.out) == from_nothing(desk)


def test_feeds_link_to_nothing_that_was_withdrawn_after_an_export_to_another_place(
    tmp_path: Path, desk: Newsroom
) -> None:
    (newest, linking, *_) = [each.id for each in desk.library.publishable_versions(NOW)]
    early = replace(SOUND, headline="Withdrawn", published="2025-08-02T09:00:00-05:00", status=Status.DRAFT)
    withdrawn = desk.library.new(story(early)).id
    edit(lambda document, _: replace(document, text=f"{document.text}\n[Vote](article:{withdrawn})\n"))(
        desk.library, linking, 0
    )
    desk.export(Options(base_url=BASE))
    fields(status=lambda _: Status.PUBLISHED)(desk.library, withdrawn, 0)
    desk.export(Options(base_url=BASE), "elsewhere")
    assert b"withdrawn" in (tmp_path / "elsewhere" / "feed.xml").read_bytes()
    fields(status=lambda _: Status.DRAFT)(desk.library, withdrawn, 0)
    CHANGES["body"](desk.library, newest, 0)
    desk.export(Options(base_url=BASE))
    assert files_of(desk.out) == from_nothing(desk)


EXPORT = """
import sys

from pathlib import Path
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish import stage
from deskeditor.publish.bundle import Options, export
from deskeditor.publish.errors import Refused
stage.LARGE = 1
with Library.open(Path(sys.argv[1]), Mode.READ) as library:
    for number in range(6):
        options = Options(now="2025-08-21T12:00:00Z", site={"tagline": f"{sys.argv[3]} {number}"})
        try:
            export(library, Path(sys.argv[2]), options, lambda *_: None)
        except Refused as refused:
            print(refused)
"""


def test_programs_that_export_to_one_place_at_once_leave_a_whole_bundle(desk: Newsroom) -> None:
    command = [sys.executable, "-c", EXPORT, str(desk.library.path), str(desk.out)]
    running = [subprocess.Popen([*command, name]) for name in ("Morning", "Evening", "Night")]
    assert [program.wait() for program in running] == [0, 0, 0]
    assert verify(desk.out) == ()
    desk.export(Options(base_url=BASE))
    assert files_of(desk.out) == from_nothing(desk)


def test_programs_that_export_one_library_to_places_of_their_own_leave_each_a_whole_bundle(
    tmp_path: Path,
    desk: Newsroom,
) -> None:
    places = [tmp_path / name for name in ("morning", "evening")]
    command = [sys.executable, "-c", EXPORT, str(desk.library.path)]
    running = [subprocess.Popen([*command, str(each), "Daily"], stdout=subprocess.PIPE) for each in places]
    assert [(program.communicate()[0], program.returncode) for program in running] == [(b"", 0)] * 2
    assert [verify(each) for each in places] == [(), ()]
    assert files_of(places[0]) == files_of(places[1])


def test_a_place_among_the_pictures_of_the_library_is_refused(desk: Newsroom) -> None:
    desk.library.media.root.mkdir(exist_ok=True)
    with pytest.raises(Refused, match="keeps its pictures"):
        desk.export(name=f"{desk.library.media.root.name}/site")


def test_a_lock_that_another_has_is_said_as_another_export() -> None:
    assert "Another export" in str(target.unwritable(Path("out"), BlockingIOError(11, "try again")))


def test_a_mark_tells_a_tree_before_from_the_same_tree_after(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with Kept(None) as kept:
        put(out, kept, bundle())
    before = tree.mark_of(out)
    stage.Filing(out).put("bundle-manifest.json", b"{}")
    assert tree.mark_of(out) != before
