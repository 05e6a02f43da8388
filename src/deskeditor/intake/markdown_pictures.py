"""Pictures that a Markdown file names and that lie beside it, in the ways in which such files name them."""

import re
from collections.abc import Callable
from hashlib import sha256
from html import unescape
from urllib.parse import unquote

from deskeditor.document.model import MediaHash
from deskeditor.intake.escape import escape_label
from deskeditor.intake.records import MediaIn

Beside = Callable[[str], bytes | None]

_ADDRESS = r"(?!\w+:|#|//)"
_INLINE = re.compile(
    rf"(?P<before>!\[[^\[\]\n]{{0,500}}\]\()(?:<(?P<wide>{_ADDRESS}[^<>\n]{{1,300}})>|"
    rf"(?P<address>{_ADDRESS}[^\s()<>]{{1,300}}))(?P<after>[\s)])"
)
_WIKI = re.compile(r"!\[\[(?P<address>[^\[\]|\n]{1,300})(?:\|(?P<alt>[^\[\]\n]{0,300}))?\]\]")
_TAG = re.compile(r"<img\s(?P<inside>[^<>\n]{1,1000})>", re.I)
_ATTRIBUTE = re.compile(r"(?P<name>src|alt)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.I)
_REFERENCE = re.compile(r"!\[(?P<alt>[^\[\]\n]{0,500})\](?:\[(?P<name>[^\[\]\n]{0,200})\])?(?![\[(:])")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<name>[^\[\]^\n]{1,200})\]:[ \t]*<?(?P<address>[^\s<>]{1,300})>?(?:[ \t][^\n]*)?$", re.M
)
_WIDTH = re.compile(r"\d+(?:x\d+)?")


class Pictures:
    """Brings the pictures of one file along, each once."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self.media: dict[MediaHash, MediaIn] = {}
        self.notes: list[str] = []

    def brought(self, text: str) -> str:
        """The text with each picture that is there by its hash; any other address stays as it stands."""
        named = {_folded(each["name"]): each["address"] for each in _DEFINITION.finditer(text)}
        text = _INLINE.sub(self._inline, text)
        text = _WIKI.sub(self._wiki, text)
        text = _TAG.sub(self._tag, text)
        return _REFERENCE.sub(lambda image: self._reference(image, named), text) if named else text

    def _kept(self, address: str) -> MediaHash | None:
        data = self._beside(unquote(address))
        if data is None:
            note = f"A picture did not come with the file: “{address}”"
            if note not in self.notes and not address.startswith(("http:", "https:", "data:", "media:")):
                self.notes.append(note)
            return None
        digest = MediaHash(sha256(data).hexdigest())
        self.media.setdefault(digest, MediaIn(data, address.rpartition("/")[2]))
        return digest

    def _inline(self, image: re.Match[str]) -> str:
        digest = self._kept(image["wide"] or image["address"])
        return image[0] if digest is None else f"{image['before']}media:{digest}{image['after']}"

    def _wiki(self, image: re.Match[str]) -> str:
        digest = self._kept(image["address"].strip())
        alt = image["alt"] or ""
        alt = "" if _WIDTH.fullmatch(alt) else escape_label(alt)
        return image[0] if digest is None else f"![{alt}](media:{digest})"

    def _tag(self, image: re.Match[str]) -> str:
        said = {
            each["name"].lower(): unescape(each["double"] or each["single"] or "")
            for each in _ATTRIBUTE.finditer(image["inside"])
        }
        digest = self._kept(said["src"]) if said.get("src") else None
        return image[0] if digest is None else f"![{escape_label(said.get('alt', ''))}](media:{digest})"

    def _reference(self, image: re.Match[str], named: dict[str, str]) -> str:
        address = named.get(_folded(image["name"] or image["alt"]))
        digest = self._kept(address) if address else None
        return image[0] if digest is None else f"![{image['alt']}](media:{digest})"


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
