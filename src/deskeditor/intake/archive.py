"""Archives of stories: each readable file in one is an article of its own, pictures beside it come along."""

import posixpath
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from deskeditor.intake.errors import Refused
from deskeditor.intake.packages import part_of
from deskeditor.intake.records import Intake

_STORIES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".odt", "")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff")
_OF_THE_SYSTEM = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")

Beside = Callable[[str], bytes | None]
ReadOne = Callable[[str, bytes, Beside], Intake]


def archived(source: str, package: zipfile.ZipFile, read_one: ReadOne) -> tuple[Intake, ...]:
    """The articles of an archive in the order of their names; what was left out is noted with the first."""
    found: list[Intake] = []
    left: list[str] = []
    for name in sorted(part.filename for part in package.infolist() if not part.is_dir()):
        suffix = PurePosixPath(name).suffix.lower()
        if _is_of_the_system(name) or suffix in _PICTURES:
            continue
        if suffix not in _STORIES:
            left.append(f"Left out of the archive: “{name}”, which is not a text.")
            continue
        try:
            found.append(read_one(f"{source}/{name}", part_of(package, name) or b"", _beside(package, name)))
        except Refused as refusal:
            left.append(f"Left out of the archive: “{name}”. {refusal}")
    if not found:
        raise Refused(_nothing(left))
    return (replace(found[0], notes=(*found[0].notes, *left)), *found[1:])


def _is_of_the_system(name: str) -> bool:
    return any(part.lower() in _OF_THE_SYSTEM or part.startswith("._") for part in PurePosixPath(name).parts)


def _nothing(left: list[str]) -> str:
    why = f" {left[0]}" if len(left) == 1 else ""
    return f"There is no story in this archive.{why} Nothing was taken in; import txt, md, html, docx or odt."


def _beside(package: zipfile.ZipFile, name: str) -> Beside:
    """A picture by the address that a text gives it, looked up in the archive and nowhere else."""

    def picture(address: str) -> bytes | None:
        address = address.partition("?")[0].partition("#")[0]
        place = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
        return part_of(package, place) if PurePosixPath(place).suffix.lower() in _PICTURES else None

    return picture
