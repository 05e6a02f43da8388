"""A whole copy of a library, and the way back from one."""

import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from deskeditor.library.connection import TEXT, Connection, told
from deskeditor.library.disk import cause, claim, make_folder, sync_file, sync_folder, why_not
from deskeditor.library.errors import Damaged, LibraryError, Unavailable
from deskeditor.library.hashing import sha256_of_stored
from deskeditor.library.look import look
from deskeditor.library.media import MediaFolder, media_folder
from deskeditor.library.paths import real_folder
from deskeditor.library.records import Mode
from deskeditor.library.save_record import SaveRecord


def back_up(at: Connection, out: Path) -> Path:
    """Pictures first, the library last and at once: where it has its name, all of it is there and proved.

    An older backup of the same library is replaced, but not where a text of the library is damaged: the
    older one may be the last that has it. Anything else of that name is left alone.
    """
    target = out / at.path.name if out.is_dir() else out
    if target.absolute() == at.path.absolute():
        raise Unavailable("A library cannot be its own backup. Nothing was changed; choose another place.")
    replacing = target.exists()
    if replacing and _uuid(target) != _uuid_of(at):
        raise Unavailable(
            f"“{target.name}” is there already and no backup of this library. It was not touched."
        )
    with _aside(target) as aside:
        with closing(sqlite3.connect(aside)) as copy:
            at.copy_to(copy)
        _copy_pictures(MediaFolder(media_folder(at.path)), MediaFolder(media_folder(target)))
        _prove(aside, replacing=replacing)
        sync_file(aside)
        SaveRecord(target, str(_uuid_of(at))).forget()
        if replacing:
            aside.replace(target)
            sync_folder(target.parent)
        else:
            claim(aside, target)
    return target


def restore(backup: Path, path: Path) -> None:
    """The library of the backup, with its pictures, at a place where nothing is yet; the backup stays."""
    look(backup)
    if path.exists():
        raise Unavailable(f"“{path.name}” is there already. It was not touched; move it away first.")
    source = Connection(backup, Mode.READ)
    try:
        back_up(source, path)
    finally:
        source.close()


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
    try:
        with told(), _told_of_copy(target):
            yield aside
    except FileExistsError:
        raise Unavailable(f"“{target.name}” is there already. It was not touched.") from None
    except OSError as error:
        raise Unavailable(
            f"The copy could not be written: {cause(error)}. The library is safe; "
            "free some space or choose another place."
        ) from error
    finally:
        for name in (aside, aside.with_name(aside.name + "-wal"), aside.with_name(aside.name + "-shm")):
            with suppress(OSError):
                name.unlink()


@contextmanager
def _told_of_copy(target: Path) -> Iterator[None]:
    """A full disk is the copy's: the library is not written at all."""
    try:
        yield
    except sqlite3.OperationalError as error:
        full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        reason = why_not(target.parent) or ("the disk is full" if full else None)
        if reason is None:
            raise
        raise Unavailable(
            f"The copy could not be written: {reason}. The library is safe; "
            "free some space or choose another place."
        ) from error


def _copy_pictures(source: MediaFolder, target: MediaFolder) -> None:
    for digest in source.all():
        if target.has(digest) and target.sound(digest):
            continue
        path = source.path(digest)
        place = real_folder(target.root, path.parent.name) / path.name
        make_folder(place.parent)
        aside = place.with_name(f".{secrets.token_hex(8)}.new")
        shutil.copyfile(path, aside)
        if sha256(aside.read_bytes()).hexdigest() != sha256(path.read_bytes()).hexdigest():
            aside.unlink()
            raise Damaged(f"The picture {digest[:12]}… did not copy as it is. The library is safe.")
        sync_file(aside)
        aside.replace(place)
        sync_folder(place.parent)


def _prove(path: Path, *, replacing: bool) -> None:
    """The copy is sound, and every newest text of it has its hash where it takes an older copy's place."""
    with closing(sqlite3.connect(path)) as copy:
        copy.text_factory = TEXT
        if copy.execute("pragma quick_check").fetchone()[0] != "ok":
            raise Damaged("The copy is damaged. The library is safe; check the disk of the copy.")
        sql = "select r.text, r.fields, r.sha256 from articles a join revisions r on r.key = a.head"
        rows = copy.execute(sql).fetchall() if replacing else []
        if any(sha256_of_stored(text, fields) != digest for text, fields, digest in rows):
            raise Damaged(
                "A text of the library is not as it was saved, and the older backup may have it. It was not "
                "touched: run “deskeditor doctor”, or choose another name for the new one."
            )
        copy.execute("pragma wal_checkpoint(truncate)").fetchall()


def _uuid(path: Path) -> str | None:
    with suppress(LibraryError, sqlite3.Error):
        look(path)
        at = Connection(path, Mode.READ)
        try:
            return _uuid_of(at)
        finally:
            at.close()
    return None


def _uuid_of(at: Connection) -> str | None:
    row = at.row("select value from settings where key = 'library.uuid'")
    return None if row is None else str(row["value"])
