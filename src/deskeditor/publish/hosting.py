"""What a web server is told: robots.txt, and a sample of `_headers` as Netlify and Cloudflare read it."""

from urllib.parse import urlsplit

from deskeditor.publish import news_sitemap, sitemap
from deskeditor.publish.listing import House
from deskeditor.publish.site import Site

_OPEN = ("Access-Control-Allow-Origin: *",)
_LASTING = ("Cache-Control: public, max-age=31536000, immutable",)  # their names change with what they hold
HEADERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "*",
        (
            "Content-Security-Policy: frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy: same-origin",
            "Permissions-Policy: camera=(), geolocation=(), microphone=()",
            "Referrer-Policy: strict-origin-when-cross-origin",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
        ),
    ),
    ("feed.xml", ("Content-Type: application/atom+xml; charset=utf-8", *_OPEN)),
    ("rss.xml", ("Content-Type: application/rss+xml; charset=utf-8", *_OPEN)),
    ("feed.json", ("Content-Type: application/feed+json; charset=utf-8", *_OPEN)),
    ("articles/*", ("X-Robots-Tag: noindex", *_OPEN)),
    ("assets/*", _LASTING),
    ("media/*", _LASTING),
)
"""What a page's own head cannot say: a path of the bundle, and the header lines of what it matches."""


def robots(house: House) -> bytes:
    """Everyone may read everything; names the sitemaps once the site has an address."""
    addresses = [house.site.absolute(name) for name in (sitemap.PATH, news_sitemap.PATH)]
    return (
        "User-agent: *\nAllow: /\n" + "".join(f"\nSitemap: {each}\n" for each in addresses if each)
    ).encode()


def headers(house: House) -> bytes:
    """The header lines by path, below the path of the site's address."""
    root = root_path(house.site)
    blocks = ["".join((f"{root}{path}\n", *(f"  {line}\n" for line in lines))) for path, lines in HEADERS]
    return "\n".join(blocks).encode()


def root_path(site: Site) -> str:
    """The path below which the bundle stands on its host, with both slashes."""
    return urlsplit(site.base_url).path or "/"
