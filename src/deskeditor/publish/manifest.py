"""bundle-manifest.json: what a bundle holds, file by file, and what marks a folder as ours."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

NAME = "bundle-manifest.json"
GENERATOR = "deskeditor"
_LARGEST = 64_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """Which revision of an article a page was made from."""

    article: str
    revision: int
    path: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as it was written."""

    path: str
    size: int
    sha256: str


def manifest_bytes(files: Mapping[str, bytes], sources: Sequence[Source], version: str) -> bytes:
    """The manifest of these files; the same files give the same bytes."""
    rows = [
        {"path": path, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in sorted(files.items())
    ]
    articles = [{"id": each.article, "revision": each.revision, "path": each.path} for each in sources]
    whole = {"generator": GENERATOR, "version": version, "articles": articles, "files": rows}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(content: bytes) -> tuple[Entry, ...] | None:
    """What a manifest of ours names; None for anything else."""
    if len(content) > _LARGEST:
        return None
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(whole, dict) or whole.get("generator") != GENERATOR:
        return None
    rows = whole.get("files")
    if not isinstance(rows, list):
        return None
    entries = [_entry(row) for row in rows]
    return tuple(entry for entry in entries if entry is not None) if None not in entries else None


def _entry(row: object) -> Entry | None:
    if not isinstance(row, dict):
        return None
    path, size, digest = row.get("path"), row.get("bytes"), row.get("sha256")
    if isinstance(path, str) and isinstance(size, int) and isinstance(digest, str):
        return Entry(path, size, digest)
    return None
