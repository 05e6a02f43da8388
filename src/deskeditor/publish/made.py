"""What came of one output of a bundle, kept under the hash of all that it was made from."""

import json
from collections.abc import Iterable, Mapping
from sys import intern
from types import MappingProxyType
from typing import NamedTuple, Never

from deskeditor.library.kept import Kept
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.press import Job, job_bytes
from deskeditor.publish.tree import Sealed

_JSON = json.JSONEncoder(ensure_ascii=False)
NOTHING: Mapping[str, Never] = MappingProxyType({})


class Made(NamedTuple):
    """The files of one output and their hashes, its pictures likewise, and what the checks said of it.

    `lasting` says whether the same would come of it another time. Only while it is new: `sealed`, what the
    disk said of each file, and `card`, the story as lists show it.
    """

    files: Mapping[str, str]
    media: Mapping[str, str] = NOTHING
    said: str = ""
    lasting: bool = True
    sealed: Mapping[str, Sealed] = NOTHING
    card: str = ""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks said."""
        return heard(self.said)


def said_of(findings: Iterable[Finding]) -> str:
    """Findings as they are kept and handed on: of most nobody asks."""
    rows = [each.row() for each in findings]
    return _JSON.encode(rows) if rows else ""


def heard(said: str) -> tuple[Finding, ...]:
    """The findings that were kept so."""
    return tuple(map(Finding.from_row, json.loads(said))) if said else ()


def lasts(findings: Iterable[Finding]) -> bool:
    """Whether a story of which this was found comes out the same another time: what blocks may be mended."""
    return not any(each.level is Level.BLOCK or each.rule == "bad-picture" for each in findings)


def made_bytes(made: Made, key: str) -> bytes:
    """For keeping, with the hash of all that it was made from."""
    lines = (key, _line(made.files), _line(made.media), made.said)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def read_made(content: bytes | None, key: str) -> Made | None:
    """What was kept, None where it was made from anything else."""
    if content is None or not content.startswith(key.encode()):
        return None
    _, files, media, said = content.decode("utf-8", "surrogatepass").split("\n", 3)
    return Made(_mapping(files), _mapping(media), said)


def keep_made(kept: Kept, rows: Mapping[str, tuple[str, Made, Job | None]]) -> None:
    """Keep what was made, by name, with the hash of all it was made from, and the work of a story."""
    pages, jobs, cards = dict[str, bytes](), dict[str, bytes](), dict[str, bytes]()
    for name, (key, made, job) in rows.items():
        pages[name] = made_bytes(made, key)
        if job is not None:
            jobs[name] = job_bytes(job, key)
        if made.card:
            cards[name] = key.encode() + made.card.encode()
    for shelf, values in (("cards", cards), ("jobs", jobs), ("pages", pages)):
        kept.put(shelf, values)


def read_card(content: bytes | None, key: str) -> str:
    """The card that was kept, empty where it was drawn of anything else."""
    return content[len(key) :].decode() if key and content and content.startswith(key.encode()) else ""


def _line(hashes: Mapping[str, str]) -> str:
    return "\t".join(part for row in hashes.items() for part in row)


def _mapping(line: str) -> dict[str, str]:
    parts = list(map(intern, line.split("\t"))) if line else []
    return dict(zip(parts[::2], parts[1::2], strict=True))
