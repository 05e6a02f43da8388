"""The desk goes on writing while an export runs: what leaves is the library as it was at one moment."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import BASE, NOW, SOUND, Newsroom, story
from tests.publish.test_incremental import every_bundle_is_large, files_of, from_nothing, newsroom_at

from deskeditor.document.model import ArticleId, Correction, Document, Status
from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish import room, stage
from deskeditor.publish.amend_stories import Remaking
from deskeditor.publish.body import mark
from deskeditor.publish.bundle import Options, export
from deskeditor.publish.errors import Refused
from deskeditor.publish.gathering import keep
from deskeditor.publish.grounds import Anew
from deskeditor.publish.room import Room

__all__ = ["every_bundle_is_large"]

SECRET = "a word that stays inside"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Newsroom]:
    """Four stories that may leave."""
    with newsroom_at(tmp_path) as made:
        yield made


def write_on(desk: Newsroom, id: ArticleId, status: Status = Status.PUBLISHED) -> None:
    """Another program saves the story."""
    with Library.open(desk.library.path) as other:
        article = other.load(id)
        said = (Correction(NOW, SECRET),)
        fields = replace(article.document.fields, corrections=said, headline=SECRET, status=status)
        other.save(id, Document(f"{SECRET}.\n", fields), article.revision, "command")


def once(work: Callable[[], None], at: int) -> Callable[[str, int, int], None]:
    """A listener that does the work when so many stories have been made."""
    left = [work]

    def told(_name: str, done: int, _of: int) -> None:
        if done == at and left:
            left.pop()()

    return told


def tells(folder: Path) -> list[str]:
    """The files that hold the word."""
    return [path for path, content in files_of(folder).items() if SECRET.encode() in content]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.PUBLISHED])
@pytest.mark.parametrize("at", [1, 4])
def test_what_is_saved_while_an_export_runs_is_for_the_next(desk: Newsroom, at: int, status: Status) -> None:
    before = from_nothing(desk)
    ids = [version.id for version in desk.library.publishable_versions(NOW)]
    documents = {id: desk.library.load(id).document for id in ids}

    def save() -> None:
        for id in ids:
            write_on(desk, id, status)

    export(desk.library, desk.out, Options(now=NOW, base_url=BASE), once(save, at))
    assert files_of(desk.out) == before
    for id, document in documents.items():
        desk.library.save(id, document, desk.library.load(id).revision, "command")
    desk.export(Options(base_url=BASE))
    assert files_of(desk.out) == from_nothing(desk)
    assert tells(desk.out) == []


def test_a_helper_that_comes_after_a_save_leaves_the_work_to_the_export(
    desk: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MANY", 2)
    monkeypatch.setattr(room, "_BATCH", 1)
    ids = [version.id for version in desk.library.publishable_versions(NOW)]
    with Library.open(desk.library.path, Mode.READ) as own, own.frozen(), Kept.within(own.cache) as kept:
        now = {mark(own.load(id)) for id in ids}
        with Room(own, kept) as benches:
            for id in ids:
                write_on(desk, id)
            facts = benches.gather(ids)
    assert facts.keys() == now


def test_a_story_saved_after_it_was_asked_what_may_leave_is_not_amended(
    desk: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    article = desk.library.load(id)
    known = replace(article.document, text=f"{article.document.text}\nKnown.\n")
    desk.library.save(id, known, article.revision, "command")
    with Kept.within(desk.library.cache) as kept:
        keep([desk.library.load(id)], kept)
    anew = Remaking.anew

    def saved_first(remaking: Remaking) -> Anew:
        write_on(desk, id)
        return anew(remaking)

    monkeypatch.setattr(Remaking, "anew", saved_first)
    desk.export(Options(base_url=BASE))
    assert files_of(desk.out) == from_nothing(desk)


def test_cards_of_another_export_at_the_same_time_are_not_taken(tmp_path: Path, desk: Newsroom) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    article = desk.library.load(id)
    fields = replace(article.document.fields, standfirst="Another standfirst, so that lists are drawn anew.")
    desk.library.save(id, replace(article.document, fields=fields), article.revision, "command")
    elsewhere = Options(now=NOW, base_url=BASE, site={"language": "de"})

    def other() -> None:
        export(desk.library, tmp_path / "other", elsewhere, lambda *_: None)

    export(desk.library, desk.out, Options(now=NOW, base_url=BASE), once(other, 4))
    assert files_of(desk.out) == from_nothing(desk)


def test_a_story_that_moved_away_and_back_leaves_a_redirect(desk: Newsroom) -> None:
    (id, *_) = [version.id for version in desk.library.publishable_versions(NOW)]
    desk.export(Options(base_url=BASE))
    for section in ("Sport", SOUND.section):
        article = desk.library.load(id)
        fields = replace(article.document.fields, section=section)
        desk.library.save(id, replace(article.document, fields=fields), article.revision, "command")
    desk.export(Options(base_url=BASE))
    assert files_of(desk.out) == from_nothing(desk)
    assert any(path.startswith("sport/") for path in files_of(desk.out))


def test_a_folder_that_cannot_be_looked_through_is_nobodys_to_replace(
    desk: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk.out / "private").mkdir(parents=True)
    (desk.out / "private" / "thesis.txt").write_text("years of work")
    desk.library.new(story(SOUND))
    scandir = os.scandir

    def shut(path: str) -> object:
        if str(path).endswith("private"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", shut)
    with pytest.raises(Refused, match="holds what cannot be read: Permission denied"):
        desk.export()
    assert (desk.out / "private" / "thesis.txt").read_text() == "years of work"


def test_a_folder_of_empty_folders_is_nobodys_to_replace(desk: Newsroom) -> None:
    (desk.out / "Plan" / "Interviews").mkdir(parents=True)
    desk.library.new(story(SOUND))
    with pytest.raises(Refused, match="is not empty and is no bundle of ours"):
        desk.export()


def test_a_write_protected_old_bundle_does_not_stay_beside_the_new_one(
    tmp_path: Path, desk: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(2):
        desk.export(Options(base_url=BASE))
        article = desk.library.load(desk.library.publishable_versions(NOW)[0].id)
        fields = replace(article.document.fields, headline=f"Another {number}")
        desk.library.save(article.id, replace(article.document, fields=fields), article.revision, "command")
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if ".deskeditor-old-" in path.name:
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(stage, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", refused)
    desk.export(Options(base_url=BASE))
    monkeypatch.undo()
    assert files_of(desk.out) == from_nothing(desk)
    assert [path.name for path in tmp_path.glob(".out*")] == []
