"""Finished stories, kept by saves and with zips, so that another zip or place needs them made no second time.

A plate is kept under the hash of all that its story was made from, and whoever finds another hash there
makes the story anew. Many pages share most of their text, so they are kept packed, with what stands around
every page of the house as the dictionary (RFC 1950).
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deskeditor.document.model import ArticleId
from deskeditor.library.kept import Kept
from deskeditor.publish.edition import edition_name
from deskeditor.publish.listing import House, message_page

SHELF = "plates"
_LEVEL = 1
_WINDOW = 32 * 1024
_SAID, _CARD = "/said", "/card"
"""What is packed beside the files; no path of a bundle begins so."""


@dataclass(frozen=True, slots=True)
class Plate:
    """Everything of one story but its pictures; without a file where a finding blocks.

    `media` are the paths and hashes of the pictures, `said` and `lasting` are what they are in `Made`, `card`
    is the story as lists show it.
    """

    files: Mapping[str, bytes]
    media: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    lasting: bool = True
    card: str = ""


class Plates:
    """The plates of one house; belongs to one thread."""

    def __init__(self, kept: Kept, house: House) -> None:
        self._kept = kept
        self._name = edition_name(house)
        self._around = message_page(house).encode()[-_WINDOW:]

    def of(self, keys: Mapping[ArticleId, str]) -> dict[ArticleId, Plate]:
        """Those that are kept and were made from exactly this; an empty key is nothing that can be kept."""
        names = {f"{self._name}:{id}": id for id, key in keys.items() if key}
        found: dict[ArticleId, Plate] = {}
        for name, content in self._kept.some(SHELF, list(names)).items():
            key, packed = content[:32], content[32:]
            if key == keys[names[name]].encode() and (plate := self._unpacked(packed)):
                found[names[name]] = plate
        return found

    def keep(self, plates: Mapping[ArticleId, Plate], keys: Mapping[ArticleId, str]) -> None:
        """Keep them, each under its hash."""
        rows = {
            f"{self._name}:{id}": keys[id].encode() + self._packed(plate)
            for id, plate in plates.items()
            if keys.get(id)
        }
        self._kept.put(SHELF, rows)

    def _packed(self, plate: Plate) -> bytes:
        said, card = plate.said.encode("utf-8", "surrogatepass"), plate.card.encode()
        contents = {_SAID: said, _CARD: card, **plate.files}
        sizes = [[path, len(content)] for path, content in contents.items()]
        head = json.dumps([sizes, dict(plate.media)]).encode()
        packer = zlib.compressobj(_LEVEL, zdict=self._around)
        parts = [packer.compress(each) for each in (head, b"\n", *contents.values())]
        return b"".join((*parts, packer.flush()))

    def _unpacked(self, packed: bytes) -> Plate | None:
        try:
            head, _, rest = zlib.decompressobj(zdict=self._around).decompress(packed).partition(b"\n")
        except zlib.error:
            return None
        sizes, media = json.loads(head)
        files = dict(_cut(rest, sizes))
        said, card = files.pop(_SAID).decode("utf-8", "surrogatepass"), files.pop(_CARD).decode()
        return Plate(files, media, said, card=card)


def _cut(content: bytes, sizes: list[tuple[str, int]]) -> Iterator[tuple[str, bytes]]:
    at = 0
    for path, size in sizes:
        yield path, content[at : at + size]
        at += size
