"""One story as a chapter of a book: its fields around its body, as strict XHTML."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from deskeditor.document.model import ArticleId, Author, Fields, MediaHash, Related
from deskeditor.library.records import Article
from deskeditor.publish.epub_links import book_address
from deskeditor.publish.images import Rendition, Renditions
from deskeditor.publish.site import direction, language_tag
from deskeditor.publish.times import moment
from deskeditor.publish.words import credited, words_for
from deskeditor.publish.xhtml import grown, inner_xml
from deskeditor.publish.xml_safe import xml_safe
from deskeditor.render.links import MediaTarget, Targets, resolve

WIDEST = 1200
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang={language} \
xml:lang={language} dir="{direction}">
<head>
<meta charset="utf-8"/>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="book.css"/>
</head>
<body>
{body}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a chapter is made from: the article, its rendered body, its pictures, its address on the web."""

    article: Article
    html: str
    lead: Renditions | None
    picture: Callable[[MediaHash], Renditions | None]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story in the book; `flaws` says what keeps a reader who cannot see from reading all of it."""

    id: ArticleId
    title: str
    language: str
    content: str
    pictures: tuple[Rendition, ...] = ()
    lead: Rendition | None = None
    flaws: frozenset[str] = frozenset()

    @property
    def path(self) -> str:
        """The chapter's file; an id of the library is fit for one."""
        return f"{self.id}.xhtml"


@dataclass(frozen=True, slots=True)
class Contents:
    """Which stories a book holds, so that one can lead to another."""

    ids: frozenset[ArticleId]
    headlines: Mapping[str, ArticleId]

    def address(self, id: ArticleId | None) -> str | None:
        """The way to a story of the book; None where it is not in it."""
        return f"{id}.xhtml" if id in self.ids else None


def xml(text: str) -> str:
    """Words as XML holds them, on one line."""
    return escape(xml_safe(" ".join(text.split())))


def attribute(text: str) -> str:
    """A value with its quotes."""
    return quoteattr(xml_safe(" ".join(text.split())))


def page(title: str, language: str, body: str) -> str:
    """A whole XHTML document."""
    return PAGE.format(
        language=attribute(language), direction=direction(language), title=xml(title) or "–", body=body
    )


def language_of(fields: Fields) -> str:
    """The story's language where it is a sound tag, otherwise English."""
    return language_tag(fields.language) or "en"


def headline_of(article: Article) -> str:
    """What the story is called, never nothing."""
    return " ".join(article.document.fields.headline.split()) or article.slug or "–"


def for_screen(made: Renditions) -> Rendition:
    """The JPEG of at most the widest width that a page needs."""
    narrow = [each for each in made.jpegs if each.width <= WIDEST]
    return max(narrow, key=lambda each: each.width) if narrow else made.jpegs[0]


def picture_path(picture: Rendition) -> str:
    """Where the picture lies in the book."""
    return f"images/{picture.path.rpartition('/')[2]}"


def chapter(copy: Copy, contents: Contents, key: Callable[[str], str]) -> Chapter:
    """The story as a chapter; `key` makes one of all spellings of a headline."""
    used: dict[str, Rendition] = {}

    def media(name: MediaHash) -> MediaTarget | None:
        made = copy.picture(name)
        if made is None:
            return None
        picture = for_screen(made)
        used[picture.path] = picture
        return MediaTarget(picture_path(picture), picture.width, picture.height)

    def to(headline: str) -> str | None:
        return contents.address(contents.headlines.get(key(headline)))

    fields = copy.article.document.fields
    language = language_of(fields)
    html = credited(copy.html, language)
    body = grown(resolve(html, Targets(media, contents.address, to)))
    _bind(body)
    lead = for_screen(copy.lead) if copy.lead else None
    if lead:
        used[lead.path] = lead
    title = headline_of(copy.article)
    parts = (
        '<section epub:type="chapter" role="doc-chapter">',
        *_head(copy.article, lead),
        f"<div>\n{inner_xml(body)}\n</div>",
        *_foot(
            fields, [(each, contents.address(each.article) or to(each.headline)) for each in fields.related]
        ),
        *_origin(copy.address),
        "</section>",
    )
    flaws = frozenset(_flaws(body, fields))
    content = page(title, language, "\n".join(part for part in parts if part))
    return Chapter(copy.article.id, title, language, content, tuple(used.values()), lead, flaws)


def _bind(body: Element) -> None:
    """Links and notes as a reader of books knows them."""
    for link in body.iter("a"):
        kind = link.get("class", "")
        if "footnote-ref" in kind and link.get("href"):
            link.attrib.update({"epub:type": "noteref", "role": "doc-noteref"})
        elif "footnote-backref" in kind:
            link.attrib.update({"epub:type": "backlink", "role": "doc-backlink"})
        href = link.get("href", "")
        if ":" in href:
            link.set("href", book_address(href))
        if not link.get("href") or not _says(link):
            link.tag = "span"
            link.attrib = {
                name: link.attrib[name] for name in ("lang", "xml:lang", "dir") if name in link.attrib
            }
    for section in body.iter("section"):
        section.attrib.update({"epub:type": "footnotes", "role": "doc-endnotes"})
        for note in section.iter("li"):
            if note.get("id", "").startswith("fn-"):
                note.set("epub:type", "footnote")


def _says(link: Element) -> bool:
    """Whether there is anything to be read or heard of a link."""
    pictures = "".join(each.get("alt", "") for each in link.iter("img"))
    return bool(("".join(link.itertext()) + pictures).strip())


def _head(article: Article, lead: Rendition | None) -> Iterable[str]:
    fields = article.document.fields
    words = words_for(language_of(fields))
    kicker = " · ".join(dict.fromkeys(filter(None, (xml(fields.section), xml(fields.kicker)))))
    yield "<header>"
    yield f'<p class="kicker">{kicker}</p>' if kicker else ""
    yield f"<h1>{xml(headline_of(article))}</h1>"
    yield f'<p class="standfirst">{xml(fields.standfirst)}</p>' if fields.standfirst.strip() else ""
    credits = [_byline(fields.byline, words), _when(fields, words)]
    if any(credits):
        yield f'<div class="credits">{"".join(credits)}</div>'
    yield "</header>"
    if lead and fields.lead_picture:
        said = fields.lead_picture
        yield _figure(
            lead,
            said.alt,
            xml(said.caption),
            f"{words['photo']} {said.credit}" if said.credit.strip() else "",
        )


def _figure(picture: Rendition, alt: str, caption: str, credit: str) -> str:
    size = f'width="{picture.width}" height="{picture.height}"'
    image = f"<img src={attribute(picture_path(picture))} alt={attribute(alt)} {size}/>"
    said = " ".join(filter(None, (caption, f'<span class="credit">{xml(credit)}</span>' if credit else "")))
    return f'<figure class="lead">{image}{f"<figcaption>{said}</figcaption>" if said else ""}</figure>'


def _byline(authors: Iterable[Author], words: Mapping[str, str]) -> str:
    names = [
        xml(author.name) + (f"{words['comma']}{xml(author.role)}" if author.role.strip() else "")
        for author in authors
        if author.name.strip()
    ]
    if not names:
        return ""
    joined = words["and"].join(filter(None, (words["comma"].join(names[:-1]), names[-1])))
    return f'<p class="byline">{xml(words["by"])} {joined}</p>'


def _when(fields: Fields, words: Mapping[str, str]) -> str:
    parts = [f'<span class="dateline">{xml(fields.dateline)}</span>'] if fields.dateline.strip() else []
    for word, text in (("published", fields.published), ("updated", fields.updated)):
        when = moment(text, language_of(fields))
        if when and not (word == "updated" and text == fields.published):
            parts.append(f'{xml(words[word])} <time datetime="{when.iso}">{xml(when.text)}</time>')
    return f"<p>{' · '.join(parts)}</p>" if parts else ""


def _foot(fields: Fields, related: list[tuple[Related, str | None]]) -> Iterable[str]:
    words = words_for(language_of(fields))
    if fields.corrections:
        yield f'<section class="corrections"><h2>{xml(words["corrections"])}</h2>'
        for each in fields.corrections:
            when = moment(each.at, language_of(fields))
            if when:
                said = f'{xml(words["corrected"])} <time datetime="{when.iso}">{xml(when.text)}</time>'
                yield f'<p class="correction-time">{said}</p>'
            yield f"<p>{xml(each.note)}</p>"
        yield "</section>"
    if related:
        yield f'<aside class="related"><h2>{xml(words["related"])}</h2><ul>'
        yield from (_teaser(each, address) for each, address in related)
        yield "</ul></aside>"


def _teaser(related: Related, address: str | None) -> str:
    headline = xml(related.headline) or "–"
    linked = f"<a href={attribute(address)}>{headline}</a>" if address else headline
    excerpt = re.sub(r"\s*(?:\.\.\.|…)\s*$", "…", related.excerpt.strip())
    return f'<li><span class="related-headline">{linked}</span>{f" {xml(excerpt)}" if excerpt else ""}</li>'


def _origin(address: str) -> Iterable[str]:
    target = book_address(address)
    if target:
        yield f'<p class="from"><a href={attribute(target)}>{xml(address)}</a></p>'


def _flaws(body: Element, fields: Fields) -> Iterable[str]:
    lead = fields.lead_picture
    if any(not image.get("alt", "").strip() for image in body.iter("img")) or (lead and not lead.alt.strip()):
        yield "alt"
