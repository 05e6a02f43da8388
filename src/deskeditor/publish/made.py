"""What came of one output of a bundle, kept under the hash of all that it was made from."""

import json
from collections.abc import Iterable, Mapping
from sys import intern
from types import MappingProxyType
from typing import NamedTuple, Never

from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.tree import Sealed

NOTHING: Mapping[str, Never] = MappingProxyType({})


class Made(NamedTuple):
    """The files of one output and their hashes, its pictures likewise, and what the checks said of it.

    Only while it is new: `sealed`, what the disk said of each file, and `card`, the story as lists show it.
    """

    files: Mapping[str, str]
    media: Mapping[str, str] = NOTHING
    findings: tuple[Finding, ...] = ()
    sealed: Mapping[str, Sealed] = NOTHING
    card: str = ""

    @property
    def lasting(self) -> bool:
        """Whether the same would come of it another time."""
        return lasts(self.findings)


def lasts(findings: Iterable[Finding]) -> bool:
    """Whether a story of which this was found comes out the same another time: what blocks may be mended."""
    return not any(each.level is Level.BLOCK or each.rule == "bad-picture" for each in findings)


_JSON = json.JSONEncoder(ensure_ascii=False)


def made_bytes(made: Made, key: str) -> bytes:
    """For keeping, with the hash of all that it was made from."""
    findings = _JSON.encode([each.row() for each in made.findings]) if made.findings else ""
    lines = (key, _line(made.files), _line(made.media), findings)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def made_key(content: bytes) -> str:
    """The hash of what it was made from."""
    return content[:32].decode()


def read_made(content: bytes | None, key: str) -> Made | None:
    """What was kept, None where it was made from anything else."""
    if content is None or not content.startswith(key.encode()):
        return None
    _, files, media, findings = content.decode("utf-8", "surrogatepass").split("\n", 3)
    return Made(
        _mapping(files),
        _mapping(media),
        tuple(Finding.from_row(each) for each in json.loads(findings)) if findings else (),
    )


def _line(hashes: Mapping[str, str]) -> str:
    return "\t".join(part for row in hashes.items() for part in row)


def _mapping(line: str) -> dict[str, str]:
    parts = list(map(intern, line.split("\t"))) if line else []
    return dict(zip(parts[::2], parts[1::2], strict=True))
