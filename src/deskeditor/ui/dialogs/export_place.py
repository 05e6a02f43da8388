"""What can be said of a place before anything is written to it."""

import os
import zipfile
from dataclasses import dataclass
from pathlib import Path

from deskeditor.publish.manifest import NAME
from deskeditor.ui.dialogs.export_values import Form


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence on the place; `sound` where an export may try."""

    text: str
    sound: bool = True


def judged(text: str, form: Form) -> Verdict:
    """Whether the place will do, as far as looking can tell; the writer looks again before it writes."""
    if not text.strip():
        return Verdict("Choose where it shall go.", sound=False)
    out = Path(text.strip()).expanduser()
    if not out.is_absolute():
        return Verdict("Give the whole way to the place, or choose it.", sound=False)
    try:
        return _looked(out, form)
    except OSError as error:
        return Verdict(f"This place cannot be read: {error.strerror}. Choose another one.", sound=False)


def _looked(out: Path, form: Form) -> Verdict:
    if out.is_symlink():
        return Verdict("This is a link to another place. Name the place itself.", sound=False)
    nearest = next(each for each in out.parents if each.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        return Verdict(
            f"“{nearest.name or nearest}” cannot be written to. Choose another place.", sound=False
        )
    if not out.exists():
        return Verdict("")
    return _folder(out) if form is Form.FOLDER else _file(out, form)


def _folder(out: Path) -> Verdict:
    if not out.is_dir():
        return Verdict("There is a file of this name. Give the name of a folder.", sound=False)
    if (out / NAME).is_file():
        return Verdict("The bundle that stands there will be replaced.")
    if any(out.iterdir()):
        return Verdict(
            "This folder holds other things, and they stay untouched. Choose an empty one or a new name.",
            sound=False,
        )
    return Verdict("")


def _file(out: Path, form: Form) -> Verdict:
    if out.is_dir():
        return Verdict("There is a folder of this name. Give the name of a file.", sound=False)
    if form is Form.ZIP and not _our_zip(out):
        return Verdict(
            "This file is no bundle of ours, and it stays untouched. Name another one.", sound=False
        )
    return Verdict("The file that stands there will be replaced.")


def _our_zip(out: Path) -> bool:
    try:
        with zipfile.ZipFile(out) as archive:
            return NAME in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
