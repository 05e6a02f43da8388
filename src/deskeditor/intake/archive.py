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
    album = Album(package)
    for name in _names(package):
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in _PICTURES:
            continue
        if suffix not in _STORIES:
            left.append(f"Left out of the archive: “{name}”, which is not a text.")
            continue
        try:
            found.append(read_one(f"{source}/{name}", part_of(package, name) or b"", album.beside(name)))
        except Refused as refusal:
            left.append(f"Left out of the archive: “{name}”. {refusal}")
    if not found:
        raise Refused(_nothing(left))
    left += [
        f"Left out of the archive: the picture “{name}”, which no text shows." for name in album.unshown()
    ]
    return (replace(found[0], notes=(*found[0].notes, *left)), *found[1:])


def _names(package: zipfile.ZipFile) -> list[str]:
    names = {part.filename for part in package.infolist() if not part.is_dir()}
    return sorted(name for name in names if not _is_of_the_system(name))


def _is_of_the_system(name: str) -> bool:
    return any(part.lower() in _OF_THE_SYSTEM or part.startswith("._") for part in PurePosixPath(name).parts)


def _nothing(left: list[str]) -> str:
    why = f" {left[0]}" if len(left) == 1 else ""
    return f"There is no story in this archive.{why} Nothing was taken in; import txt, md, html, docx or odt."


class Album:
    """The pictures of an archive, by the address that a text gives them."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._names = [name for name in _names(package) if PurePosixPath(name).suffix.lower() in _PICTURES]
        self._by_file: dict[str, list[str]] = {}
        self._shown: set[str] = set()
        for name in self._names:
            self._by_file.setdefault(posixpath.basename(name), []).append(name)

    def beside(self, story: str) -> Beside:
        """A picture by its address in that text, looked up in the archive and nowhere else."""

        def picture(address: str) -> bytes | None:
            name = self._found(story, address.partition("?")[0].partition("#")[0])
            if name is None:
                return None
            self._shown.add(name)
            return part_of(self._package, name)

        return picture

    def unshown(self) -> list[str]:
        """The pictures that no text has asked for."""
        return [name for name in self._names if name not in self._shown]

    def _found(self, story: str, address: str) -> str | None:
        """Beside the text, else from the top of the archive, else the only one whose path ends so."""
        if PurePosixPath(address).suffix.lower() not in _PICTURES:
            return None
        from_top = posixpath.normpath(address.lstrip("/"))
        same_name = self._by_file.get(posixpath.basename(address), [])
        near = posixpath.normpath(posixpath.join(posixpath.dirname(story), address))
        for place in (near, from_top):
            if place in same_name:
                return place
        ending = [name for name in same_name if name.endswith(f"/{from_top}")]
        return ending[0] if len(ending) == 1 and ":" not in address else None
