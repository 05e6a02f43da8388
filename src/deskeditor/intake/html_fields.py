"""What a page says of its story in its head: JSON-LD, Open Graph and the meta tags of news sites."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from deskeditor.document.model import Author, Fields
from deskeditor.intake.dates import read_moment
from deskeditor.intake.html_tree import Element

_ARTICLE = re.compile(r"(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|OpinionNewsArticle)")


@dataclass(frozen=True, slots=True)
class Head:
    """The fields that the page states, its own headline, the name of its site and its story for machines."""

    fields: Fields
    headline: str = ""
    site: str = ""
    notes: tuple[str, ...] = ()
    articles: int = 0
    body: str = ""
    dates: tuple[str, ...] = ()


def head_of(soup: Element) -> Head:
    """What the head of the page states; JSON-LD counts more than meta tags."""
    stories = list(_stories(soup))
    story = stories[0] if stories else {}
    names = _metas(soup)
    head = Head(
        Fields(language=_language(soup)), _headline(soup, story, names), names.get("og:site_name", "")
    )
    body = story.get("articleBody")
    head = replace(
        head,
        articles=len({_text(one.get("headline")) for one in stories}),
        body=body if isinstance(body, str) else "",
    )
    head = _with_times(head, story, names)
    section = _text(story.get("articleSection")) or names.get("article:section", "")
    fields = replace(
        head.fields,
        byline=_authors(story.get("author")) or _authors(names.get("author", "")),
        section=section.split(",")[0].strip(),
        tags=_tags(story.get("keywords"))
        or _tags(names.get("news_keywords") or names.get("article:tag", "")),
        seo_description=_text(story.get("description")) or names.get("description", ""),
    )
    return replace(head, fields=fields)


def _stories(soup: Element) -> Iterator[Mapping[str, object]]:
    for script in _linked_data(soup):
        try:
            found: object = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(found):
            kind = entry.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(one, str) and _ARTICLE.fullmatch(one) for one in kinds):
                yield entry


def _linked_data(soup: Element) -> Iterator[str]:
    for script in soup.all("script"):
        if script.get("type").strip().lower() == "application/ld+json":
            yield script.text()


def _entries(found: object) -> Iterator[dict[str, object]]:
    if isinstance(found, dict):
        yield found
        graph = found.get("@graph")
        yield from (entry for entry in (graph if isinstance(graph, list) else []) if isinstance(entry, dict))
    elif isinstance(found, list):
        yield from (entry for entry in found if isinstance(entry, dict))


def _metas(soup: Element) -> dict[str, str]:
    """The first value of each name; tags stand one by one and are joined."""
    names: dict[str, str] = {}
    for meta in soup.all("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop")).lower()
        value = _text(meta.get("content"))
        if name == "article:tag" and name in names:
            names[name] += f", {value}"
        elif name and value:
            names.setdefault(name, value)
    return names


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or ""
    return " ".join(html.unescape(str(value)).split()) if isinstance(value, str | int) else ""


def _headline(soup: Element, story: Mapping[str, object], names: Mapping[str, str]) -> str:
    found = soup.first("title")
    title = found.text() if found is not None else ""
    return (
        _text(story.get("headline"))
        or names.get("og:title", "")
        or names.get("twitter:title", "")
        or _text(title)
    )


def _language(soup: Element) -> str:
    root = soup.first("html")
    language = root.get("lang") if root is not None else ""
    return language if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", language) else "en"


_TIMES = {
    "published": (
        "datePublished",
        ("article:published_time", "datepublished", "date", "parsely-pub-date", "dc.date"),
    ),
    "updated": ("dateModified", ("article:modified_time", "datemodified", "og:updated_time")),
}


def _with_times(head: Head, story: Mapping[str, object], names: Mapping[str, str]) -> Head:
    for field, (key, metas) in _TIMES.items():
        values = [_text(story.get(key)), *(names.get(meta, "") for meta in metas)]
        moments = [moment for moment in map(read_moment, filter(None, values)) if moment]
        sure = next((moment for moment in moments if moment.iso), None)
        if sure is not None:
            published = sure.iso if field == "published" else head.fields.published
            updated = sure.iso if field == "updated" else head.fields.updated
            head = replace(head, fields=replace(head.fields, published=published, updated=updated))
        elif moments:
            note = f"The page's {field} time “{moments[0].text}” was not set: {moments[0].why}."
            kept = (
                f"{head.fields.note_to_editor}\n{field.capitalize()} on the page: {moments[0].text}".strip()
            )
            fields = replace(head.fields, note_to_editor=kept)
            dates = (*head.dates, moments[0].text) if field == "published" else head.dates
            head = replace(head, fields=fields, notes=(*head.notes, note), dates=dates)
    return head


def _authors(value: object) -> tuple[Author, ...]:
    if isinstance(value, list):
        return tuple(author for one in value for author in _authors(one))
    if isinstance(value, dict):
        return tuple(Author(name) for name in _names(_text(value.get("name"))))
    return tuple(Author(name) for name in _names(_text(value)))


def _names(text: str) -> list[str]:
    """Sites put addresses, accounts and “admin” where the author should stand."""
    found = re.split(r"\s*,\s*|\s+and\s+|\s*&\s*", re.sub(r"^by\s+", "", text, flags=re.I))
    return [
        name
        for name in found
        if name and not re.search(r"https?:|@|^(?:admin|editor|staff|web ?desk|null)$", name, re.I)
    ]


def _tags(value: object) -> tuple[str, ...]:
    texts = value if isinstance(value, list) else str(value or "").split(",")
    return tuple(dict.fromkeys(text for text in map(_text, texts) if text and len(text) <= 60))


def own_headline(main: Element, soup: Element) -> Element | None:
    """The heading of the story where it stands outside of its element, as on many pages."""
    if main.first("h1") is not None:
        return None
    headings = soup.all("h1")
    return headings[-1] if headings else None
