"""A theme on proof: a new one to begin with, and sample pages that show what is wrong with one."""

import re
import shutil
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from posixpath import dirname, join, normpath
from secrets import token_hex

from deskeditor.document.model import ArticleId, Author, Correction, Fields
from deskeditor.files import Unreadable, read_file, read_text
from deskeditor.library.disk import cause
from deskeditor.library.paths import sound_path
from deskeditor.publish.cards import card_markup
from deskeditor.publish.checks.page import pictures
from deskeditor.publish.checks.page.sheet import values
from deskeditor.publish.errors import ThemeError
from deskeditor.publish.feeds import PATHS
from deskeditor.publish.listing import (
    PER_PAGE,
    House,
    Listing,
    corrections_page,
    list_page,
    message_page,
    standards_page,
)
from deskeditor.publish.page import article_page
from deskeditor.publish.place import Place
from deskeditor.publish.site import Site
from deskeditor.publish.story import Story
from deskeditor.publish.target import unmade_on_failure
from deskeditor.publish.theme import Theme
from deskeditor.publish.theme_place import theme_folder
from deskeditor.publish.tree import walk
from deskeditor.publish.views import Shot, Teaser

_SITE = Site(
    name="The Sample",
    base_url="https://sample.example.org/",
    tagline="A line below the name",
    principles="We ask twice.",
    policy="We say what was wrong.",
    ethics="We take no gifts.",
)
_FULL = Fields(
    headline="The “bridge” & the river <at last> open",
    kicker="Exclusive",
    standfirst="The vote was closer than anyone had expected.",
    dateline="St. Louis",
    section="Local",
    published="2025-08-18T08:00:00-05:00",
    updated="2025-08-19T09:30:00-05:00",
    byline=(Author("Jane Doe", "Reporter"), Author("João Gil")),
    tags=("Bridges", "Donaudampfschifffahrtsgesellschaftskapitän"),
    corrections=(Correction("2025-08-20T09:00:00-05:00", "The vote was 7 to 5."),),
)
_BODY = "<p>The council met on Monday.</p>\n<h2>What comes next</h2>\n<p>Nobody was surprised.</p>"
_PLACE = Place(
    sections={"Local": "local/index.html"},
    authors={"Jane Doe": "authors/jane-doe.html"},
    tags={"Bridges": "tags/bridges.html"},
    navigation=(("Local", "local/index.html"), ("Politics", "politics/index.html")),
    corrections="corrections.html",
)
_FORBIDDEN = re.compile(
    r"<script|<style|<meta|<iframe|<object|<embed|<link|<base|<form|\sstyle\s*=|\son[a-z]+\s*=|javascript:",
    re.IGNORECASE,
)
LARGEST_FILE = 20_000_000
_ELSEWHERE = re.compile(r"#|//|[A-Za-z][A-Za-z0-9+.-]*:")
_REMOTE = re.compile(r"""(?:src|srcset)\s*=\s*["']?\s*(?:https?:)?//""", re.IGNORECASE)


def begin_theme(folder: Path, model: str) -> None:
    """A new folder with all files of a theme; raises ThemeError where something stands already."""
    source = theme_folder(model)
    if folder.exists():
        raise ThemeError(f"{folder} is there already. Nothing was changed. Name a new folder.")
    aside = folder.with_name(f".{folder.name}.{token_hex(4)}.new")
    try:
        with unmade_on_failure(folder.parent):
            try:
                _copy_all(source, aside)
                aside.rename(folder)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
    except Unreadable as error:
        raise ThemeError(f"{folder} could not be made whole: {error}") from None
    except OSError as error:
        message = f"{folder} could not be made: {cause(error)}. Name a folder that can be written."
        raise ThemeError(message) from error


def _copy_all(source: Path, target: Path) -> None:
    """Every file of a theme, none of which may be a link; the first that fails ends it with its cause."""
    target.mkdir(parents=True)
    for path in walk(source):
        if not stat.S_ISREG((source / path).lstat().st_mode):
            raise ThemeError(f"{path} of {source.name} is a link or no plain file. Nothing was copied.")
        place = target / sound_path(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(read_file(source / path, LARGEST_FILE))


def mistakes(name_or_path: str) -> list[str]:
    """What is wrong with a theme, a sentence each, with template and line; none where it will do."""
    try:
        theme = Theme.load(name_or_path)
    except ThemeError as error:
        return [str(error)]
    found = list(_written(theme_folder(name_or_path)))
    house = House(_SITE, theme, _PLACE)
    known = _known(house)
    for kind, (path, draw) in _pages(house).items():
        try:
            page = draw()
            found += _wrong(kind, page)
            found += _unfit(kind, path, page, known)
        except ThemeError as error:
            found.append(str(error))
    return list(dict.fromkeys(found))


def stories() -> tuple[Story, ...]:
    """A story with everything, one from the right, and one with almost nothing."""
    shot = Shot(
        "<root>media/x.jpg", 800, 600, "<root>media/x.jpg 800w", (), "A bridge", "At dusk", "Ann Lens"
    )
    related = (
        Teaser("Another story", "What it is about", "<root>local/2025/08/y.html"),
        Teaser("Elsewhere", "", ""),
    )
    full = Story(
        ArticleId("a" * 12),
        _FULL,
        "local/2025/08/x.html",
        _BODY,
        "The council met.",
        420,
        shot,
        None,
        related,
    )
    arabic = Fields(headline="الجسر", language="ar", published=_FULL.published)
    return (
        full,
        Story(ArticleId("b" * 12), arabic, "news/2025/08/y.html", "<p>نص</p>"),
        Story(ArticleId("c" * 12), Fields(headline="Bare"), "news/z.html"),
    )


def _pages(house: House) -> dict[str, tuple[str, Callable[[], str]]]:
    """Each sample page with its path; a long section has one between a newer and an older one."""
    all_stories = stories()
    drawn: dict[str, tuple[str, Callable[[], str]]] = {
        f"article.html ({story.fields.headline})": (story.path, partial(_article, story, house))
        for story in all_stories
    }
    for kind in _KINDS:
        drawn[f"list.html ({kind})"] = _LISTED, partial(_list, kind, all_stories, house)
    drawn["list.html (section, page 2)"] = _long().pages()[1], partial(_list_between, all_stories, house)
    drawn["message.html"] = "404.html", partial(message_page, house)
    drawn["corrections.html"] = "corrections.html", partial(corrections_page, all_stories, house)
    drawn["standards.html"] = "standards.html", partial(standards_page, house)
    return drawn


_KINDS = ("front", "section", "author", "tag")
_LISTED = "local/index.html"


def _long() -> Listing:
    return Listing("section", "Local", _LISTED, stories() * PER_PAGE)


def _list_between(shown: tuple[Story, ...], house: House) -> str:
    return list_page(_long(), 1, shown, [card_markup(each, house) for each in shown], house)


def _known(house: House) -> frozenset[str]:
    """What a sample page may lead to."""
    place = house.place
    lists = (*place.sections.values(), *place.authors.values(), *place.tags.values(), *_long().pages())
    paths = (*(each.path for each in stories()), *(path for _, path in place.navigation), *house.theme.assets)
    others = ("index.html", "404.html", "corrections.html", "standards.html", *PATHS.values())
    return frozenset((*lists, *paths, *others, "media/x.jpg", "local/2025/08/y.html"))


def _article(story: Story, house: House) -> str:
    return article_page(story, house.site, house.theme, house.place)


def _list(kind: str, shown: tuple[Story, ...], house: House) -> str:
    cards = [card_markup(each, house, lead=index == 0) for index, each in enumerate(shown)]
    return list_page(Listing(kind, "Local", _LISTED, shown), 0, shown, cards, house)


def _written(folder: Path) -> Iterator[str]:
    for template in sorted(folder.glob("*.html")):
        for number, line in enumerate(read_text(template, LARGEST_FILE).splitlines(), 1):
            forbidden = _FORBIDDEN.search(line) or _REMOTE.search(line)
            if forbidden:
                held = forbidden.group().strip()
                then = " Put it into style.css." if held.lower().lstrip("<").startswith("style") else ""
                yield f"{template.name}, line {number}: “{held}” has no place on a page.{then}"


def _unfit(kind: str, path: str, page: str, known: frozenset[str]) -> Iterator[str]:
    """What an export would refuse, though the page can be drawn."""
    for lacks in pictures.lacking(page):
        yield f"{kind}: a picture stands there without {lacks}."
    for address in sorted({*values(page, ' href="'), *values(page, ' src="')}):
        if address and not _ELSEWHERE.match(address):
            inside = normpath(join(dirname(path), address.partition("#")[0]))
            if inside not in known:
                yield f"{kind}: it leads to “{address}”, which is not in a bundle."


def _wrong(kind: str, page: str) -> Iterator[str]:
    """What every page needs, whatever it looks like."""
    for tag, wanted in (("h1", "one headline"), ("main", "one main part")):
        count = len(re.findall(rf"<{tag}[\s>]", page))
        if count != 1:
            yield f"{kind}: it has {count} <{tag}> elements; a page needs {wanted}."
    if "<body" not in page or page.count("</body>") != 1:
        yield f"{kind}: it has no whole <body>. base.html begins with it and ends it."
    ids = re.findall(r'\sid="([^"]*)"', page)
    for id in sorted({each for each in ids if ids.count(each) > 1}):
        yield f"{kind}: the id “{id}” stands there more than once."
