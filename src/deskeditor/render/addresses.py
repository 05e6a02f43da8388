"""Which addresses may stand in rendered text: those a reader can follow, and the library's own two."""

import re
from collections.abc import Mapping

CONTROLS = re.compile("[\t\n\r]+")
EDGES = "".join(map(chr, range(33)))
WEB = re.compile(r"https?://(?![/\\])(?P<host>[^\s/?#\\<>\"'@]+)(?:[/?#][^\s\\<>\"]*)?", re.IGNORECASE)
UPWARDS = re.compile(r"(?:^|[/\\])(?:\.|%2e){2}(?:[/\\?#]|$)", re.IGNORECASE)
MAIL = re.compile(r"mailto:[^\s<>\"\\:/@?]+@[^\s<>\"\\:/@]+", re.IGNORECASE)
PHONE = re.compile(r"tel:\+?[0-9().*#\-]+(?:;[a-z0-9=\-+.]+)*", re.IGNORECASE)
MEDIA = re.compile(r"media:[0-9a-f]{64}")
ARTICLE = re.compile(r"article:[0-9a-z]{12}")


def plain(address: str) -> str:
    """The address as a browser reads it: ends trimmed, line ends and tabs taken out."""
    return CONTROLS.sub("", address.strip(EDGES))


def web(address: str) -> str | None:
    """A remote address as it may stand on a page; spaces in it are escaped."""
    address = plain(address).replace(" ", "%20")
    return address if WEB.fullmatch(address) and not UPWARDS.search(address) else None


def link(address: str, fragments: Mapping[str, str]) -> str | None:
    """The address as it may stand in a link, or None; `fragments` maps names to the ids of this article."""
    address = plain(address)
    if address.startswith("#"):
        found = fragments.get(address[1:])
        return None if found is None else f"#{found}"
    if any(shape.fullmatch(address) for shape in (MAIL, PHONE, MEDIA, ARTICLE)):
        return address
    return web(address)
