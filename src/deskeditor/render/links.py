"""Real addresses in the place of `media:` and `article:`, once a page knows where it will stand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

from deskeditor.document.model import ArticleId, MediaHash

ATTRIBUTES = r"(?: [a-z-]+=\"[^\"]*\")*"
PICTURE = re.compile(rf"<img({ATTRIBUTES})>")
ANCHOR = re.compile(rf"<a({ATTRIBUTES})>(.*?)</a>", re.DOTALL)
CARD = re.compile(r"<aside class=\"read-also\">.*?</aside>", re.DOTALL)
WAITING = re.compile(r"<span>(.*?)</span>", re.DOTALL)
ATTRIBUTE = re.compile(r" ([a-z-]+)=\"([^\"]*)\"")
OURS = re.compile(r"media:([0-9a-f]{64})|article:([0-9a-z]{12})")


@dataclass(frozen=True, slots=True)
class MediaSource:
    """One `<source>` of a picture."""

    type: str
    srcset: str
    sizes: str = ""


@dataclass(frozen=True, slots=True)
class MediaTarget:
    """Where a picture lies and how large it is, with others of it for other widths and browsers.

    Sizes of 0 are not written; `eager` pictures are fetched first, all others when a reader comes near.
    """

    src: str
    width: int = 0
    height: int = 0
    sources: tuple[MediaSource, ...] = ()
    srcset: str = ""
    sizes: str = ""
    eager: bool = False


@dataclass(frozen=True, slots=True)
class Targets:
    """Where the library's own addresses lead, None: nowhere. A headline asks for a waiting card."""

    media: Callable[[MediaHash], MediaTarget | None]
    article: Callable[[ArticleId], str | None]
    headline: Callable[[str], str | None]


def resolve(html: str, targets: Targets) -> str:
    """The HTML with real addresses; what has none stands as plain text, never as a link to nothing."""
    if 'class="read-also"' in html:
        html = CARD.sub(lambda found: _card(found[0], targets), html)
    if "article:" not in html and "media:" not in html:
        return html
    html = ANCHOR.sub(lambda found: _anchor(found, targets, found[2]), html)
    return PICTURE.sub(lambda found: _picture(found, targets), html)


def media_in(html: str) -> tuple[MediaHash, ...]:
    """The pictures that rendered HTML shows or leads to, each once, in order."""
    return tuple(dict.fromkeys(MediaHash(found) for found, _ in OURS.findall(_tags(html)) if found))


def articles_in(html: str) -> tuple[ArticleId, ...]:
    """The articles that rendered HTML leads to, each once, in order."""
    return tuple(dict.fromkeys(ArticleId(found) for _, found in OURS.findall(_tags(html)) if found))


def headlines_in(html: str) -> tuple[str, ...]:
    """The headlines that waiting cards of rendered HTML ask for, each once, in order."""
    if 'class="read-also"' not in html:
        return ()
    waiting = (found for card in CARD.findall(html) for found in WAITING.findall(card))
    return tuple(dict.fromkeys(unescape(each) for each in waiting))


def _tags(html: str) -> str:
    return "".join(re.findall(rf"<(?:a|img){ATTRIBUTES}>", html))


def _card(card: str, targets: Targets) -> str:
    card = ANCHOR.sub(lambda found: _anchor(found, targets, f"<span>{found[2]}</span>"), card)
    return WAITING.sub(lambda found: _waiting(found, targets), card)


def _waiting(found: re.Match[str], targets: Targets) -> str:
    address = targets.headline(unescape(found[1]))
    return found[0] if address is None else f'<a href="{escape(address)}">{found[1]}</a>'


def _anchor(found: re.Match[str], targets: Targets, without: str) -> str:
    attributes = dict(ATTRIBUTE.findall(found[1]))
    own = OURS.fullmatch(attributes.get("href", ""))
    if own is None:
        return found[0]
    address = _address(own, targets)
    if address is None:
        return without
    return f"<a{_written(attributes | {'href': escape(address)})}>{found[2]}</a>"


def _address(own: re.Match[str], targets: Targets) -> str | None:
    if own[2]:
        return targets.article(ArticleId(own[2]))
    target = targets.media(MediaHash(own[1]))
    return None if target is None else target.src


def _picture(found: re.Match[str], targets: Targets) -> str:
    attributes = dict(ATTRIBUTE.findall(found[1]))
    own = OURS.fullmatch(attributes.get("src", ""))
    if own is None or not own[1]:
        return found[0]
    target = targets.media(MediaHash(own[1]))
    if target is None:
        return escape(unescape(attributes.get("alt", "")), quote=False)
    image = f"<img{_written(attributes | _facts(target))}>"
    sources = "".join(f"<source{_written(_source(source))}>" for source in target.sources)
    return f"<picture>{sources}{image}</picture>" if sources else image


def _facts(target: MediaTarget) -> dict[str, str]:
    loading = {"fetchpriority": "high"} if target.eager else {"loading": "lazy", "decoding": "async"}
    sizes = (
        {"width": str(target.width), "height": str(target.height)} if target.width and target.height else {}
    )
    return {
        "src": escape(target.src),
        "srcset": escape(target.srcset),
        "sizes": escape(target.sizes),
        **sizes,
        **loading,
    }


def _source(source: MediaSource) -> dict[str, str]:
    return {"type": escape(source.type), "srcset": escape(source.srcset), "sizes": escape(source.sizes)}


def _written(attributes: dict[str, str]) -> str:
    """Attributes as text; an empty one says nothing, except `alt`, which says so."""
    return "".join(f' {name}="{value}"' for name, value in attributes.items() if value or name == "alt")
