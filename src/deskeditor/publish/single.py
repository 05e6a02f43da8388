"""One article as one HTML file that needs nothing beside it: its pictures are inside."""

import base64
from dataclasses import replace
from pathlib import Path

from deskeditor.document.model import ArticleId, MediaHash
from deskeditor.library.slugs import headline_key
from deskeditor.publish.errors import Refused
from deskeditor.publish.images import Rendition, Renditions
from deskeditor.publish.page import article_page
from deskeditor.publish.place import Place
from deskeditor.publish.press import Press, body_target
from deskeditor.publish.story import Story
from deskeditor.publish.target import beginning_of
from deskeditor.publish.views import Shot, Teaser
from deskeditor.render.links import MediaTarget, Targets, resolve

_MARK = b'<meta name="generator" content="deskeditor">'
_WIDTH = 1200


def page(press: Press, id: ArticleId) -> str:
    """The article's page with its pictures as data; links lead to the site where it has an address."""
    article, lead, body = press.alone(id)
    site, theme = press.house.site, press.house.theme
    fields = article.document.fields
    said = fields.lead_picture
    inside = _inside(lead) if lead else None
    if inside and said:
        inside = replace(inside, alt=said.alt, caption=said.caption, credit=said.credit)

    def media(name: MediaHash) -> MediaTarget | None:
        made = press.picture(id, name)
        return body_target(_inside(made)) if made else None

    leads = press.leads(id)
    story = Story(
        article=id,
        fields=fields,
        path=press.path(id),
        body=resolve(
            body,
            Targets(
                media,
                lambda each: leads.articles.get(each) or None,
                lambda headline: leads.headlines.get(headline_key(headline)) or None,
            ),
        ),
        words=article.words,
        shot=inside,
        related=tuple(Teaser(*each) for each in leads.related),
    )
    place = Place(home="", icon=theme.icon_inside)
    return article_page(story, site, theme, place)


def may_replace(out: Path) -> None:
    """Refuse a file that is there and is no page of ours."""
    if out.is_symlink() or out.is_dir():
        raise Refused(f"{out.name} is a link or a folder. Nothing was written. Name another file.")
    if out.exists() and _MARK not in beginning_of(out, 4096):
        raise Refused(f"{out.name} is no page of ours. Nothing was touched. Name another file.")


def _inside(made: Renditions) -> Shot:
    """The one file that a screen needs, as data: a second format for a choice would double the page.

    WebP takes half of JPEG here and less than AVIF as fast as we make it, and every browser since 2020 shows
    it.
    """
    files = made.of("image/webp") or made.jpegs
    file = max((each for each in files if each.width <= _WIDTH), default=files[0], key=_width)
    return Shot(_data(file.mime, file.content()), file.width, file.height)


def _width(file: Rendition) -> int:
    return file.width


def _data(mime: str, content: bytes) -> str:
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"
