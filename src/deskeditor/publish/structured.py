"""What machines read in a page's head: schema.org JSON-LD and Open Graph."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from deskeditor.document.model import Author
from deskeditor.publish.images import Rendition
from deskeditor.publish.place import Place
from deskeditor.publish.site import Site, web_address
from deskeditor.publish.story import Story, up
from deskeditor.publish.times import iso, parse_time

Json = dict[str, object]

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_BREAKS_OUT = re.compile("[<>&\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step from the front page to here."""

    name: str
    path: str


def script_text(nodes: Sequence[Json]) -> str:
    """JSON-LD that cannot end the script element it stands in, whatever the texts hold."""
    text = _JSON.encode({"@context": "https://schema.org", "@graph": nodes})
    return _BREAKS_OUT.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def news_article(story: Story, site: Site, place: Place) -> Json:
    """The story as a schema.org NewsArticle; what the newsroom has not said is left out."""
    fields = story.fields
    address = site.absolute(story.path)
    node: Json = {
        "@type": "NewsArticle",
        "headline": fields.headline,
        "description": story.summary,
        "datePublished": iso(fields.published),
        "dateModified": iso(story.modified),
        "inLanguage": story.language,
        "articleSection": fields.section,
        "keywords": list(fields.tags),
        "wordCount": story.words,
        "dateline": fields.dateline,
        "contentLocation": {"@type": "Place", "name": fields.dateline} if fields.dateline else None,
        "isAccessibleForFree": True,
        "author": _authors(story, site, place),
        "publisher": organization(site, place),
        "image": [image_object(story, shape, site) for shape in story.shapes],
        "correction": [_correction(story, index, site) for index in range(len(fields.corrections))],
        "copyrightHolder": {"@type": "NewsMediaOrganization", "name": site.house},
        "copyrightYear": _year(fields.published),
    }
    if address:
        node |= {"mainEntityOfPage": address, "url": address}
    return _without_gaps(node)


def image_object(story: Story, shape: Rendition, site: Site) -> Json:
    """One shape of the lead picture with its true size and who is to be named."""
    picture = story.fields.lead_picture
    return _without_gaps(
        {
            "@type": "ImageObject",
            "url": site.absolute(shape.path) or up(story.path) + shape.path,
            "width": shape.width,
            "height": shape.height,
            "caption": picture.caption if picture else "",
            "creditText": picture.credit if picture else "",
        }
    )


@lru_cache(maxsize=16)
def organization(site: Site, place: Place) -> Json:
    """Who publishes."""
    logo = "" if place.icon.startswith("data:") else site.absolute(place.icon)
    return _without_gaps(
        {
            "@type": "NewsMediaOrganization",
            "name": site.house,
            "url": site.base_url,
            "logo": {"@type": "ImageObject", "url": logo} if logo else None,
            "publishingPrinciples": site.absolute(site.standards),
            "correctionsPolicy": site.absolute(corrections_policy(site, place)),
            "ethicsPolicy": site.absolute(f"{site.standards}#ethics") if site.ethics else "",
        }
    )


def corrections_policy(site: Site, place: Place) -> str:
    """Where it says how the house corrects mistakes: its policy, or else the mistakes it has corrected."""
    return f"{site.standards}#policy" if site.policy else place.corrections


def profile(name: str, byline: Sequence[Author], page: str, site: Site) -> Json:
    """An author's page with what the newest story says of the author."""
    known = next((each for each in byline if each.name == name), Author(name))
    person: Json = {
        "@type": "Person",
        "name": name,
        "url": site.absolute(page),
        "jobTitle": known.role,
        "sameAs": web_address(known.url),
        "worksFor": {"@type": "NewsMediaOrganization", "name": site.house},
    }
    return {"@type": "ProfilePage", "mainEntity": _without_gaps(person)}


def breadcrumbs(crumbs: list[Crumb], site: Site) -> Json:
    """The way from the front page, first to last; without addresses while the site has none."""
    items = [
        _without_gaps(
            {"@type": "ListItem", "position": index, "name": crumb.name, "item": site.absolute(crumb.path)}
        )
        for index, crumb in enumerate(crumbs, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def web_site(site: Site, place: Place) -> Json:
    """The front page's own node."""
    return _without_gaps(
        {
            "@type": "WebSite",
            "name": site.name,
            "url": site.base_url,
            "description": site.description,
            "inLanguage": site.language,
            "publisher": organization(site, place),
        }
    )


def open_graph(story: Story, site: Site) -> tuple[tuple[str, str], ...]:
    """The properties that a shared link is drawn from; without an address of the site no picture is named."""
    fields = story.fields
    rows = [
        ("og:type", "article"),
        ("article:published_time", iso(fields.published)),
        ("article:modified_time", iso(story.modified)),
        ("article:section", fields.section),
        *(("article:author", author.name) for author in fields.byline),
        *(("article:tag", tag) for tag in fields.tags),
    ]
    shared = story.lead.social if story.lead else None
    if shared and site.base_url:
        alt = fields.lead_picture.alt if fields.lead_picture else ""
        rows += [
            ("og:image", site.absolute(shared.path)),
            ("og:image:width", str(shared.width)),
            ("og:image:height", str(shared.height)),
            ("og:image:alt", alt),
        ]
    return tuple((name, value) for name, value in rows if value)


def _person(name: str, url: str) -> Json:
    return _without_gaps({"@type": "Person", "name": name, "url": url})


def _authors(story: Story, site: Site, place: Place) -> list[Json]:
    """The byline, or the house where nobody is named."""
    named = [author for author in story.fields.byline if author.name.strip()]
    if not named:
        return [_without_gaps({"@type": "NewsMediaOrganization", "name": site.house, "url": site.base_url})]
    return [
        _person(each.name, site.absolute(place.authors.get(each.name, "")) or web_address(each.url))
        for each in named
    ]


def _correction(story: Story, index: int, site: Site) -> Json:
    correction = story.fields.corrections[index]
    address = site.absolute(story.path)
    return _without_gaps(
        {
            "@type": "CorrectionComment",
            "text": correction.note,
            "datePublished": iso(correction.at),
            "url": f"{address}#correction-{index + 1}" if address else "",
        }
    )


def _year(text: str | None) -> int | None:
    when = parse_time(text)
    return when.year if when else None


def _without_gaps(node: Json) -> Json:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
