"""What stands before the stories of a book: its cover and its contents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskeditor.publish.epub_story import Chapter, attribute, page, picture_path, xml
from deskeditor.publish.images import Rendition
from deskeditor.publish.words import words_for

HEADLINES = 5
"""So many stories are told on the cover."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The paper's name, the day or days, the leading picture where there is one, and the first stories."""

    title: str
    language: str
    name: str
    days: str
    picture: Rendition | None
    alt: str


def cover_page(cover: Cover, chapters: Sequence[Chapter]) -> str:
    """The front of the book: a picture under the name, or type alone."""
    told = "".join(
        f"<li{_tongue(each, cover.language)}>{xml(each.title)}</li>" for each in chapters[:HEADLINES]
    )
    parts = (
        '<section epub:type="cover" class="cover">',
        f"<h1>{xml(cover.name)}</h1>",
        f'<p class="day">{xml(cover.days)}</p>' if cover.days else "",
        _picture(cover.picture, cover.alt) if cover.picture else "",
        f"<ul>{told}</ul>",
        "</section>",
    )
    return page(cover.title, cover.language, "\n".join(part for part in parts if part))


def contents_page(cover: Cover, chapters: Iterable[Chapter]) -> str:
    """The contents, for readers and for their programs, with the places that programs jump to."""
    words = words_for(cover.language)
    chapters = tuple(chapters)
    rows = "\n".join(
        f'<li><a href="{each.path}"{_tongue(each, cover.language)}>{xml(each.title)}</a></li>'
        for each in chapters
    )
    body = f"""<nav epub:type="toc" role="doc-toc" class="contents" aria-labelledby="contents">
<h1 id="contents">{xml(words["contents"])}</h1>
<ol>
{rows}
</ol>
</nav>
<nav epub:type="landmarks" hidden="hidden" aria-label={attribute(words["sections"])}>
<ol>
<li><a epub:type="cover" href="cover.xhtml">{xml(words["home"])}</a></li>
<li><a epub:type="toc" href="nav.xhtml">{xml(words["contents"])}</a></li>
<li><a epub:type="bodymatter" href="{chapters[0].path}">{xml(chapters[0].title)}</a></li>
</ol>
</nav>"""
    return page(cover.title, cover.language, body)


def _tongue(chapter: Chapter, language: str) -> str:
    """The language of a headline where the page around it has another."""
    if chapter.language == language:
        return ""
    tag = attribute(chapter.language)
    return f' lang={tag} xml:lang={tag} dir="auto"'


def _picture(picture: Rendition, alt: str) -> str:
    size = f'width="{picture.width}" height="{picture.height}"'
    return f"<figure><img src={attribute(picture_path(picture))} alt={attribute(alt)} {size}/></figure>"
