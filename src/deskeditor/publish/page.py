"""Pages: a story's own page, whole or in the parts that the preview patches."""

from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from deskeditor.document.model import Author
from deskeditor.document.text import reading_minutes
from deskeditor.publish import structured
from deskeditor.publish.errors import ThemeError
from deskeditor.publish.head import Sheet, page_start
from deskeditor.publish.markup import ROOT, address, at
from deskeditor.publish.place import Place
from deskeditor.publish.site import Site, direction, web_address
from deskeditor.publish.story import Story, one_line, placed
from deskeditor.publish.structured import Crumb
from deskeditor.publish.theme import Theme
from deskeditor.publish.times import moment
from deskeditor.publish.views import Frame, Link, Note, Shot, StoryView, Teaser, Writer
from deskeditor.publish.words import credited, words_for

CUT = Markup("<!--cut-->")
"""Where a theme's article.html says: header begins, ends, body, footer begins, ends."""

END = "</html>\n"
LOST = "404.html"


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


def article_page(story: Story, site: Site, theme: Theme, place: Place | None = None) -> str:
    """The story's page as readers get it."""
    place = place or Place(icon=theme.icon)
    pieces = _pieces(story, site, theme, place)
    pieces.insert(3, credited(story.body, story.language))
    return placed("".join(pieces), story.path)


def parts(story: Story, site: Site, theme: Theme, place: Place | None = None) -> PageParts:
    """The story's page with room for the body; raises ThemeError where the theme leaves none."""
    pieces = _pieces(story, site, theme, place or Place(icon=theme.icon))
    return PageParts(*(placed(piece, story.path) for piece in pieces))


def drawn_before(
    page: str, stories: tuple[Story, Story], site: Site, theme: Theme, place: Place
) -> str | None:
    """What the theme drew for the page of the first story, if it would draw the same for the second.

    They are one story before and now, and the page is by this theme. None where nobody can tell.
    """
    before, now = stories
    path, body = before.path, placed(credited(before.body, before.language), before.path)
    start = placed(page_start(_sheet(before, site, place), site, theme, place), path)
    same = (before.language, _view(before, place)) == (now.language, _view(now, place))
    if not same or not body or not page.startswith(start) or not page.endswith(END):
        return None
    around = page[len(start) : -len(END)].split(body)
    return str(CUT).join(("", "", *around, "", "")) if len(around) == 2 else None


def framed(sheet: Sheet, drawn: str, site: Site, theme: Theme, place: Place) -> str:
    """A whole page: the program's head, and the body that a theme has drawn."""
    made = page_start(sheet, site, theme, place) + drawn + END
    if site.base_url and sheet.path == LOST:
        # A server shows it under any address, so its links name the host.
        return made.replace(ROOT, site.base_url)
    return placed(made, sheet.path)


@lru_cache(maxsize=64)
def frame(site: Site, theme: Theme, place: Place, language: str, here: str = "") -> Frame:
    """What stands around every page of one language; `here` is the path that the navigation marks."""
    words = words_for(language)
    links = (("standards", site.standards), ("corrections", place.corrections), ("feed", place.feed))
    bare = Frame(
        language=language,
        direction=direction(language),
        site=site.name,
        tagline=site.tagline,
        house=site.house,
        home=Link(site.name, _to(place.home or "index.html", site, place)),
        sections=tuple(
            Link(name, _to(path, site, place), "page" if path == here else "")
            for name, path in place.navigation
        ),
        links=tuple(Link(words[name], href) for name, path in links if (href := _to(path, site, place))),
        policy=Link(
            words["policy" if site.policy else "corrections_all"],
            _to(structured.corrections_policy(site, place), site, place),
        ),
        words=words,
    )
    masthead, foot = (Markup(theme.render(name, {"frame": bare})) for name in ("masthead.html", "foot.html"))
    return replace(bare, masthead=masthead, foot=foot)


def _to(path: str, site: Site, place: Place) -> str:
    """A page alone has no bundle around it: what it leads to is on the site, or nowhere."""
    return at(path) if place.home else site.absolute(path)


def _pieces(story: Story, site: Site, theme: Theme, place: Place) -> list[str]:
    values = {"frame": frame(site, theme, place, story.language), "story": _view(story, place), "cut": CUT}
    drawn = (
        page_start(_sheet(story, site, place), site, theme, place)
        + theme.render("article.html", values)
        + END
    )
    pieces = drawn.split(CUT)
    if len(pieces) != 6:
        raise ThemeError(
            f"article.html of the theme {theme.name} has {len(pieces) - 1} of its 5 cuts. "
            "Nothing was written. See the shipped theme for where they stand."
        )
    return pieces


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
    fields, language = story.fields, story.language
    updated, published = moment(story.modified, language), moment(fields.published, language)
    return StoryView(
        headline=one_line(fields.headline),
        kicker=one_line(fields.kicker),
        standfirst=one_line(fields.standfirst),
        dateline=one_line(fields.dateline),
        section=Link(fields.section, at(place.sections.get(fields.section, ""))),
        byline=tuple(_writer(author, place) for author in fields.byline if author.name.strip()),
        published=published,
        updated=updated if updated != published else None,
        reading=_reading(story),
        shot=_shot(story.shot),
        tags=tuple(Link(tag, at(place.tags.get(tag, ""))) for tag in fields.tags),
        related=tuple(Teaser(each.headline, each.excerpt, address(each.href)) for each in story.related),
        corrections=tuple(Note(moment(each.at, language), each.note) for each in fields.corrections),
    )


def _reading(story: Story) -> str:
    if not story.words:
        return ""
    return words_for(story.language)["reading"].format(minutes=reading_minutes(story.words))


def _writer(author: Author, place: Place) -> Writer:
    return Writer(author.name, author.role, at(place.authors.get(author.name, "")) or web_address(author.url))


def _shot(shot: Shot | None) -> Shot | None:
    return shot.marked() if shot else None
