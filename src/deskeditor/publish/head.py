"""The head of every page, which the program writes and no theme can change: policy first, style last."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from deskeditor.publish import structured
from deskeditor.publish.markup import address, at, escaped
from deskeditor.publish.place import Place
from deskeditor.publish.site import Site, direction
from deskeditor.publish.structured import Json
from deskeditor.publish.theme import Theme

POLICY = (
    "default-src 'none'; img-src 'self'{data}; style-src {style}; connect-src 'self'; font-src 'self'; "
    "media-src 'self'; base-uri 'none'; form-action 'none'"
)

FEEDS = (
    ("feed.xml", "atom+xml", "Atom"),
    ("rss.xml", "rss+xml", "RSS"),
    ("feed.json", "feed+json", "JSON Feed"),
)
"""Path, type and name of each feed, as a page's head names them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page says of itself before anything is drawn."""

    path: str
    title: str
    description: str
    language: str
    nodes: tuple[Json, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    indexed: str = "index,follow,max-image-preview:large"


def page_start(sheet: Sheet, site: Site, theme: Theme, place: Place) -> str:
    """Everything before the body of a page."""
    language = escaped(sheet.language)
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction(sheet.language)}">\n<head>\n'
        f"{head(sheet, site, theme, place)}\n</head>\n"
    )


def head(sheet: Sheet, site: Site, theme: Theme, place: Place) -> Markup:
    """The inside of the head; the policy stands before everything that it governs."""
    canonical = site.absolute(sheet.path) if "noindex" not in sheet.indexed else ""
    title = sheet.title if sheet.title == site.name else f"{sheet.title} – {site.name}"
    rows = [
        _first(theme, embedded=not place.home or place.icon.startswith("data:") or theme.shows_data),
        f"<title>{escaped(title)}</title>",
        f'<meta name="robots" content="{sheet.indexed}">',
        f'<meta name="description" content="{escaped(sheet.description)}">',
    ]
    if canonical:
        rows.append(f'<link rel="canonical" href="{escaped(canonical)}">')
    rows.append(_links(place, site.name))
    rows += [
        f'<meta property="{name}" content="{escaped(content)}">'
        for name, content in _properties(sheet, site, theme, canonical)
        if content
    ]
    rows += [f'<meta name="{name}" content="{escaped(content)}">' for name, content in sheet.names]
    if sheet.nodes:
        rows.append(f'<script type="application/ld+json">{structured.script_text(sheet.nodes)}</script>')
    rows.append(f"<style>{theme.style}</style>")
    return Markup("\n".join(rows))


@lru_cache(maxsize=16)
def _first(theme: Theme, *, embedded: bool) -> str:
    policy = POLICY.format(style=theme.style_hash, data=" data:" if embedded else "")
    return (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escaped(policy)}">\n'
        '<meta name="generator" content="deskeditor">\n'
        '<meta name="referrer" content="strict-origin-when-cross-origin">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="twitter:card" content="summary_large_image">'
    )


@lru_cache(maxsize=16)
def _links(place: Place, site: str) -> str:
    icon = address(place.icon) if place.icon.startswith("data:") else at(place.icon)
    rows = [f'<link rel="icon" href="{icon}">'] if icon else []
    if place.home and place.feed:
        for path, kind, name in FEEDS:
            title = escaped(f"{site} ({name})")
            rows.append(f'<link rel="alternate" type="application/{kind}" title="{title}" href="{at(path)}">')
    return "\n".join(rows)


def _properties(sheet: Sheet, site: Site, theme: Theme, canonical: str) -> tuple[tuple[str, str], ...]:
    pictured = any(name == "og:image" for name, _ in sheet.properties)
    return (
        ("og:title", sheet.title),
        ("og:site_name", site.name),
        ("og:description", sheet.description),
        ("og:locale", _locale(sheet.language)),
        ("og:url", canonical),
        *sheet.properties,
        *(() if pictured else _house_card(site, theme.card)),
    )


@lru_cache(maxsize=16)
def _house_card(site: Site, card: str) -> tuple[tuple[str, str], ...]:
    """What a shared link without a picture of its own shows: the theme's card of 1,200 by 630."""
    if not card or not site.base_url:
        return ()
    size = (("og:image:width", "1200"), ("og:image:height", "630"))
    return (("og:image", site.absolute(card)), *size, ("og:image:alt", site.name))


@lru_cache(maxsize=64)
def _locale(language: str) -> str:
    first, _, rest = language.partition("-")
    region = rest.rpartition("-")[2]
    return f"{first.lower()}_{region.upper()}" if len(region) == 2 else first.lower()
