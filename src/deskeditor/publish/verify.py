"""Whether a bundle still is what was exported."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from deskeditor.publish.errors import PublishError
from deskeditor.publish.manifest import NAME, read_manifest


def verify(path: Path) -> tuple[str, ...]:
    """What differs between a bundle, folder or zip, and its manifest: one line each, none where intact.

    Raises PublishError where there is no bundle at all.
    """
    if path.is_dir():
        return _compare(_folder_names(path), lambda name: (path / name).read_bytes())
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            twice = sorted({name for name in names if names.count(name) > 1})
            return (*_compare(names, archive.read), *(f"{name} is there twice" for name in twice))
    raise PublishError(f"{path.name} is no bundle. Nothing was changed. Name a bundle's folder or zip.")


def _compare(names: Iterable[str], read: Callable[[str], bytes]) -> tuple[str, ...]:
    found = set(names)
    entries = read_manifest(_content(read, NAME) or b"") if NAME in found else None
    if entries is None:
        raise PublishError(f"There is no {NAME} of ours. Nothing was changed. Name a bundle's folder or zip.")
    lines: list[str] = []
    for entry in entries:
        content = _content(read, entry.path) if entry.path in found else None
        if entry.path not in found:
            lines.append(f"{entry.path} is missing")
        elif content is None:
            lines.append(f"{entry.path} cannot be read")
        elif len(content) != entry.size or hashlib.sha256(content).hexdigest() != entry.sha256:
            lines.append(f"{entry.path} was changed")
    known = {entry.path for entry in entries}
    lines += [f"{name} is not of the bundle" for name in sorted(found - known - {NAME})]
    return tuple(lines)


def _content(read: Callable[[str], bytes], name: str) -> bytes | None:
    try:
        return read(name)
    except (OSError, KeyError, zipfile.BadZipFile):
        return None


def _folder_names(folder: Path) -> Iterable[str]:
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*names, *links):
            yield (Path(place) / name).relative_to(folder).as_posix()
