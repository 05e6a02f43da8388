"""sitemap.xml: every page that may be found, in parts where one file may not hold them all."""

from collections.abc import Iterable, Iterator, Mapping

from deskeditor.publish.feeds import XML, where, xml_text
from deskeditor.publish.listing import House
from deskeditor.publish.times import utc_iso

PATH = "sitemap.xml"
ADDRESSES = 50_000
BYTES = 50_000_000
"""The most that one file may hold."""

_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(pages: Mapping[str, str], house: House) -> dict[str, bytes]:
    """The files by path, from each page and its last change; several parts and their index past the limits.

    Addresses are bundle paths while the site has none of its own.
    """
    rows = [
        (_row("url", where(path, house.site), stamp), stamp)
        for path, stamp in sorted((path, utc_iso(changed)) for path, changed in pages.items())
    ]
    parts = list(_parts(rows))
    if len(parts) == 1:
        return {PATH: _file("urlset", (row for row, _ in parts[0]))}
    files = {
        f"sitemap-{number}.xml": _file("urlset", (row for row, _ in part))
        for number, part in enumerate(parts, 1)
    }
    stamps = [max(stamp for _, stamp in part) for part in parts]
    index = [
        _row("sitemap", where(path, house.site), stamp) for path, stamp in zip(files, stamps, strict=True)
    ]
    return {PATH: _file("sitemapindex", index)} | files


def _parts(rows: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """The rows in pieces that fit into one file each; at least one piece."""
    part: list[tuple[str, str]] = []
    size = room = BYTES - 200  # what stands around the rows
    for row in rows:
        length = len(row[0].encode())
        if part and (len(part) == ADDRESSES or length > size):
            yield part
            part, size = [], room
        part.append(row)
        size -= length
    yield part


def _row(name: str, address: str, stamp: str) -> str:
    changed = f"<lastmod>{stamp}</lastmod>" if stamp else ""
    return f"<{name}><loc>{xml_text(address)}</loc>{changed}</{name}>\n"


def _file(root: str, rows: Iterable[str]) -> bytes:
    return "".join((f"{XML}\n<{root} {_SPACE}>\n", *rows, f"</{root}>\n")).encode()
