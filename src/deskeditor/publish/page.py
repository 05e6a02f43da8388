"""Pages: a story's own page, whole or in the parts that the preview patches."""

from dataclasses import dataclass

from deskeditor.document.model import Author, Fields
from deskeditor.document.text import reading_minutes
from deskeditor.publish import structured
from deskeditor.publish.errors import ThemeError
from deskeditor.publish.site import Site, direction, web_address
from deskeditor.publish.story import Place, Story, one_line, way
from deskeditor.publish.structured import Crumb, Json
from deskeditor.publish.theme import Theme
from deskeditor.publish.times import moment
from deskeditor.publish.views import Frame, Link, Note, StoryView, Writer
from deskeditor.publish.words import words_for

CUT = "<!--cut-->"
"""Where a theme's article.html says: header begins, ends, body, footer begins, ends."""

POLICY = (
    "default-src 'none'; img-src 'self'{data}; style-src {style}; connect-src 'self'; font-src 'self'; "
    "media-src 'self'; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class PageParts:
    """A page in pieces: `header` and `footer` are the inner HTML of #story-header and #story-footer.

    The body's blocks stand in #story-body; `head` is the inner HTML of the head.
    """

    before: str
    header: str
    middle: str
    end: str
    footer: str
    after: str

    @property
    def head(self) -> str:
        """What stands between the head's tags."""
        return self.before.partition("<head>")[2].partition("</head>")[0]

    def page(self, body: str) -> str:
        """The whole page around a body."""
        return "".join((self.before, self.header, self.middle, body, self.end, self.footer, self.after))


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


def article_page(story: Story, site: Site, theme: Theme, place: Place | None = None) -> str:
    """The story's page as readers get it."""
    return parts(story, site, theme, place).page(story.body)


def parts(story: Story, site: Site, theme: Theme, place: Place | None = None) -> PageParts:
    """The story's page with room for the body; raises ThemeError where the theme leaves none."""
    place = place or Place(icon=theme.icon)
    drawn = theme.render(
        "article.html",
        {
            "frame": frame(_sheet(story, site, place), site, theme, place),
            "story": _view(story, place),
            "cut": _markup(CUT),
        },
    )
    pieces = drawn.split(CUT)
    if len(pieces) != 6:
        raise ThemeError(
            f"article.html of the theme {theme.name} has {len(pieces) - 1} of its 5 cuts. "
            "Nothing was written. See the shipped theme for where they stand."
        )
    before, header, middle, end, footer, after = pieces
    return PageParts(before, header, middle, end, footer, after)


def frame(sheet: Sheet, site: Site, theme: Theme, place: Place) -> Frame:
    """What stands around every page, with every address as seen from this one."""
    canonical = site.absolute(sheet.path) if "noindex" not in sheet.indexed else ""
    words = words_for(sheet.language)
    lost = bool(site.base_url) and sheet.path == "404.html"

    def to(path: str) -> str:
        # A server shows 404.html under any address, so its own links name the host where there is one.
        if lost or not place.home:
            return site.absolute(path)
        return way(sheet.path, path) if path else ""

    foot = (Link(words["corrections"], to(place.corrections)), Link(words["feed"], to(place.feed)))
    return Frame(
        title=sheet.title if sheet.title == site.name else f"{sheet.title} – {site.name}",
        description=sheet.description,
        language=sheet.language,
        direction=direction(sheet.language),
        robots=sheet.indexed,
        canonical=canonical,
        policy=POLICY.format(style=theme.style_hash, data="" if place.home else " data:"),
        style=_markup(theme.style),
        icon=_icon(sheet, place),
        feed=to(place.feed) if place.feed else "",
        feed_title=site.name,
        properties=_properties(sheet, site, theme, canonical),
        names=(("twitter:card", "summary_large_image"), *sheet.names),
        json_ld=_markup(structured.script_text(list(sheet.nodes))) if sheet.nodes else "",
        site=site.name,
        tagline=site.tagline,
        house=site.house,
        home=Link(site.name, to("index.html")),
        sections=tuple(
            Link(name, to(path), "page" if path == sheet.path else "") for name, path in place.navigation
        ),
        foot=tuple(link for link in foot if link.href),
        words=words,
    )


def _sheet(story: Story, site: Site, place: Place) -> Sheet:
    fields = story.fields
    crumbs = [Crumb(site.name, "index.html")]
    if fields.section in place.sections:
        crumbs.append(Crumb(fields.section, place.sections[fields.section]))
    crumbs.append(Crumb(fields.headline, story.path))
    authors = tuple(("author", author.name) for author in fields.byline)
    return Sheet(
        path=story.path,
        title=one_line(fields.seo_title) or one_line(fields.headline),
        description=story.summary,
        language=story.language,
        nodes=(structured.news_article(story, site, place), structured.breadcrumbs(crumbs, site)),
        properties=structured.open_graph(story, site),
        names=authors[:1],
    )


def _view(story: Story, place: Place) -> StoryView:
    fields = story.fields
    words = words_for(story.language)
    minutes = reading_minutes(story.words) if story.words else 0
    updated = moment(story.modified, words)
    published = moment(fields.published, words)
    return StoryView(
        headline=one_line(fields.headline),
        kicker=one_line(fields.kicker),
        standfirst=one_line(fields.standfirst),
        dateline=one_line(fields.dateline),
        section=_link(fields.section, place.sections.get(fields.section, ""), story),
        byline=tuple(_writer(author, story, place) for author in fields.byline if author.name.strip()),
        published=published,
        updated=updated if updated != published else None,
        reading=words["reading"].format(minutes=minutes) if minutes else "",
        shot=story.shot,
        tags=tuple(_link(tag, place.tags.get(tag, ""), story) for tag in fields.tags),
        related=story.related,
        corrections=_corrections(fields, story),
    )


def _corrections(fields: Fields, story: Story) -> tuple[Note, ...]:
    words = words_for(story.language)
    return tuple(Note(moment(each.at, words), each.note) for each in fields.corrections)


def _link(text: str, path: str, story: Story) -> Link:
    return Link(text, story.relative(path) if path else "")


def _writer(author: Author, story: Story, place: Place) -> Writer:
    path = place.authors.get(author.name, "")
    return Writer(author.name, author.role, story.relative(path) if path else web_address(author.url))


def _properties(sheet: Sheet, site: Site, theme: Theme, canonical: str) -> tuple[tuple[str, str], ...]:
    pictured = any(name == "og:image" for name, _ in sheet.properties)
    rows = (
        ("og:title", sheet.title),
        ("og:site_name", site.name),
        ("og:description", sheet.description),
        ("og:locale", _locale(sheet.language)),
        ("og:url", canonical),
        *sheet.properties,
        *(() if pictured else _house_card(site, theme)),
    )
    return tuple(row for row in rows if row[1])


def _house_card(site: Site, theme: Theme) -> tuple[tuple[str, str], ...]:
    """What a shared link without a picture of its own shows: the theme's card of 1,200 by 630."""
    if not theme.card or not site.base_url:
        return ()
    size = (("og:image:width", "1200"), ("og:image:height", "630"))
    return (("og:image", site.absolute(theme.card)), *size, ("og:image:alt", site.name))


def _icon(sheet: Sheet, place: Place) -> str:
    if not place.icon or place.icon.startswith("data:"):
        return place.icon
    return way(sheet.path, place.icon)


def _locale(language: str) -> str:
    first, _, rest = language.partition("-")
    region = rest.rpartition("-")[2]
    return f"{first.lower()}_{region.upper()}" if len(region) == 2 else first.lower()


def _markup(text: str) -> str:
    from markupsafe import Markup

    return Markup(text)
