"""What stands around a story's texts in its slots: whose it is, where it is found, who wrote it and when."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from deskeditor.document.model import Fields
from deskeditor.publish.site import Site, direction, language_tag
from deskeditor.publish.story import one_line
from deskeditor.publish.times import moment

_FIRST = 4_000
_BLOCK = re.compile(r"\n[ \t]*\n")
_NO_PROSE = re.compile(r"[ \t]*(?:[#>|<!:`~]|[-*+][ \t]|\d+[.)][ \t]|\[[^\]]*\]:)")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)|\[[^\[\]]*\])?|<[^<>]*>")
_SIGN = re.compile(r"(?<=\S)\*{1,3}|\*{1,3}(?=\S)|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~|`|\\(?=[^\w\s])")


@dataclass(frozen=True, slots=True)
class Facts:
    """Lines of a card that no writer writes for it; empty where nothing is known."""

    site: str
    host: str
    address: str
    kicker: str
    byline: str
    day: str
    initial: str
    right_to_left: bool


def facts(fields: Fields, site: Site) -> Facts:
    """The lines around this story on this site."""
    section = one_line(fields.section)
    host = urlsplit(site.base_url).hostname or ""
    when = moment(fields.published, language_tag(fields.language) or "en")
    return Facts(
        site=site.name,
        host=host or site.name,
        address=" › ".join(part for part in (host and f"https://{host}", section) if part),
        kicker=one_line(fields.kicker) or section,
        byline=", ".join(one_line(author.name) for author in fields.byline if author.name.strip()),
        day=when.day if when else "",
        initial=next((sign.upper() for sign in site.name if sign.isalnum()), "•"),
        right_to_left=direction(fields.language) == "rtl",
    )


def first_words(text: str) -> str:
    """The first paragraph of a Markdown text as it is read, without marks and addresses: near enough."""
    for block in _BLOCK.split(text[:_FIRST].lstrip("\n")):
        if block.strip() and not _NO_PROSE.match(block):
            words = one_line(_SIGN.sub("", _LINK.sub(r"\1", block)))
            if words:
                return words
    return ""
