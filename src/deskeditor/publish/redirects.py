"""From where a story stood to where it stands: a page for any server, `_redirects` for those that read it."""

from collections.abc import Container, Iterable, Mapping
from html import escape

from deskeditor.document.model import ArticleId
from deskeditor.document.text import slugify
from deskeditor.library.records import FormerAddress
from deskeditor.publish.addresses import UNSORTED, slugs
from deskeditor.publish.hosting import root_path
from deskeditor.publish.listing import House
from deskeditor.publish.site import direction
from deskeditor.publish.times import parse_time
from deskeditor.publish.words import words_for

PATH = "_redirects"

_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'{data}; \
base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url={way}">
<meta name="robots" content="noindex">
<title>{moved} – {site}</title>
<link rel="canonical" href="{canonical}">
{icon}</head>
<body>
<main>
<h1>{moved}</h1>
<p><a href="{way}">{link}</a></p>
</main>
</body>
</html>
"""
_SAMPLE = (
    "# Netlify shows a file that is there before it redirects: write 301! there. Cloudflare needs no more.\n"
)


def moves(
    former: Iterable[FormerAddress],
    paths: Mapping[ArticleId, str],
    sections: Mapping[str, str],
    leaving: Container[ArticleId],
) -> dict[str, str]:
    """New path by old path, for the stories that leave now; `paths` are those of all that may leave.

    However often a story moved, each old path leads to where it is now. Where a story stands, nobody is led
    away; where two stood, the later one is meant. A story that stays inside leaves no trace.
    """
    taken = set(paths.values())
    found: dict[str, str] = {}
    for each in former:
        old = _path(each, sections)
        if each.article in leaving and old and old not in taken:
            found[old] = paths[each.article]
    return dict(sorted(found.items()))


def redirects(found: Mapping[str, str], house: House) -> dict[str, bytes]:
    """A page at every old path, and the list of all of them as Netlify and Cloudflare read it."""
    root = root_path(house.site)
    lines = [f"{root}{old} {root}{new} 301\n" for old, new in found.items()]
    pages = {old: _page(old, new, house).encode() for old, new in found.items()}
    return pages | {PATH: "".join((_SAMPLE, *lines)).encode()}


def _page(old: str, new: str, house: House) -> str:
    """Leads on at once, says so to machines, and has a link for whoever is still there."""
    site, up = house.site, "../" * old.count("/")
    words, icon = words_for(site.language), house.place.icon
    inside = icon.startswith("data:")
    link = f'<link rel="icon" href="{escape(icon if inside else up + icon)}">\n' if icon else ""
    return _PAGE.format(
        language=escape(site.language),
        direction=direction(site.language),
        data=" data:" if inside else "",
        way=escape(up + new),
        canonical=escape(site.absolute(new) or up + new),
        moved=escape(words["moved"]),
        link=escape(words["moved_link"]),
        site=escape(site.name),
        icon=link,
    )


def _path(former: FormerAddress, sections: Mapping[str, str]) -> str:
    """Where the page stood; empty where that cannot be told any more."""
    when, name = parse_time(former.published), former.section
    if when is None:
        return ""
    folder = UNSORTED
    if name.strip():
        folder = sections.get(name) or slugs([name], "section")[name]
    return f"{folder}/{when.year:04}/{when.month:02}/{slugify(former.slug)}.html"
