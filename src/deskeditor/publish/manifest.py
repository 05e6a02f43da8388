"""bundle-manifest.json: what a bundle holds, file by file, and what marks a folder as ours."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

NAME = "bundle-manifest.json"
GENERATOR = "deskeditor"
_LARGEST = 64_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """Which revision of an article a page was made from."""

    article: str
    revision: int
    path: str


class Entry(NamedTuple):
    """One file as it was written."""

    path: str
    size: int
    sha256: str


def manifest_bytes(entries: Iterable[Entry], sources: Sequence[Source], version: str) -> bytes:
    """The manifest of these files, a line each; the same files give the same bytes."""
    made = bytearray(f'{{\n"generator": {_said(GENERATOR)},\n"version": {_said(version)}'.encode())
    for name, lines in (
        ("articles", map(_source_line, sources)),
        ("files", map(_file_line, sorted(entries))),
    ):
        made += f',\n"{name}": ['.encode()
        for number, line in enumerate(lines):
            made += (f",\n{line}" if number else f"\n{line}").encode()
        made += b"\n]"
    made += b"\n}\n"
    return bytes(made)


def amended_manifest(manifest: bytes, entries: Iterable[Entry], sources: Iterable[Source]) -> bytes | None:
    """The manifest with other content at these paths and other revisions of these, in its own order.

    None where one is not in it.
    """
    parts: list[bytes | memoryview] = []
    at = 0
    for line in (*map(_source_line, sources), *map(_file_line, sorted(entries))):
        head = line.partition('"bytes"' if '"bytes"' in line else '"revision"')[0]
        start = manifest.find(b"\n" + head.encode(), at) + 1
        end = manifest.find(b"\n", start)
        if start < 1 or end < 0:
            return None
        parts += (memoryview(manifest)[at:start], line.encode())
        at = end - (manifest[end - 1] == ord(","))
    return b"".join((*parts, memoryview(manifest)[at:]))


def _file_line(each: Entry) -> str:
    return f' {{"path": {_said(each.path)}, "bytes": {each.size}, "sha256": "{each.sha256}"}}'


def _source_line(each: Source) -> str:
    return f' {{"id": {_said(each.article)}, "revision": {each.revision}, "path": {_said(each.path)}}}'


_said = json.JSONEncoder(ensure_ascii=False).encode


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


def article_paths(content: bytes) -> tuple[str, ...]:
    """The pages that a manifest of ours names for its articles."""
    rows = json.loads(content).get("articles")
    named = rows if isinstance(rows, list) else [rows]
    return tuple(str(row.get("path")) if isinstance(row, dict) else "" for row in named)


def _entry(row: object) -> Entry | None:
    if not isinstance(row, dict):
        return None
    path, size, digest = row.get("path"), row.get("bytes"), row.get("sha256")
    if isinstance(path, str) and isinstance(size, int) and isinstance(digest, str):
        return Entry(path, size, digest)
    return None
