"""A link that leads nowhere."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.findings import shortened


def look(copy: Copy) -> Iterator[Remark]:
    """Each address is one that a reader can follow from any page."""
    for link in copy.links:
        complaint = _complaint(link.address)
        if complaint:
            told = f"The link “{shortened(link.text)}” {complaint}. Mend it or take it out."
            yield Remark(told, link.start, link.end)


def _complaint(address: str) -> str:
    if not address or address == "#":
        return "leads nowhere"
    if address.startswith(("#", "article:", "media:")):
        return ""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return "has an address that cannot be read"
    if parts.scheme in ("http", "https"):
        return "" if host else "names no host"
    if parts.scheme in ("mailto", "tel"):
        return ""
    return f"has the scheme {parts.scheme}:" if parts.scheme else "leads to a place that is not in the bundle"
