"""One article as one file: all of it inside, nothing of the desk, and the same bytes every time."""

import base64
import hashlib
import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO

import pytest
from PIL import Image
from tests.publish.newsroom import BASE, SOUND, Newsroom, story
from tests.publish.pictures import photograph
from tests.publish.test_shipped_themes import NAMES

from deskeditor.document.model import ArticleId, Picture, Related
from deskeditor.publish.bundle import Options

LOADING = ("src", "srcset", "poster", "data", "background")


class Loads(HTMLParser):
    """Everything that a browser would fetch for a page by itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found = re.findall(r"url\(\s*['\"]?([^)]*)\)|@import\s+(\S+)", page)
        self.addresses = [a or b for a, b in self.found]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this element loads."""
        names = (*LOADING, "href") if tag in ("link", "image", "use") else LOADING
        canonical = ("rel", "canonical") in attrs
        self.addresses += [value or "" for name, value in attrs if name in names and not canonical]


def single(newsroom: Newsroom, id: ArticleId, options: Options | None = None) -> str:
    """The article as one file."""
    newsroom.export(replace(options or Options(), articles=(id,), single_file=True), name="one.html")
    return (newsroom.folder / "one.html").read_text("utf-8")


def inside(page: str) -> list[bytes]:
    """The pictures that the page holds."""
    return [
        base64.b64decode(data)
        for data in re.findall(r'<img [^>]*?src="data:image/webp;base64,([^"]+)"', page)
    ]


@pytest.mark.parametrize("base", [BASE, ""])
@pytest.mark.parametrize("theme", NAMES)
def test_a_single_file_loads_nothing_but_what_is_in_it(newsroom: Newsroom, theme: str, base: str) -> None:
    loads = Loads(single(newsroom, newsroom.guard, Options(theme=theme, base_url=base)))
    assert len(loads.addresses) >= 2
    assert [each for each in loads.addresses if not each.startswith("data:image/")] == []


@pytest.mark.parametrize("theme", NAMES)
def test_the_policy_of_a_single_file_lets_its_style_and_its_pictures_pass(
    newsroom: Newsroom, theme: str
) -> None:
    page = single(newsroom, newsroom.water, Options(theme=theme))
    style = page.partition("<style>")[2].partition("</style>")[0]
    policy = html.unescape(re.findall(r'Security-Policy" content="([^"]*)"', page)[0])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert page.count("<style") == 1
    assert f"style-src 'sha256-{digest}';" in policy
    assert "default-src 'none'; img-src 'self' data:;" in policy


@pytest.mark.parametrize("theme", NAMES)
def test_two_makings_of_a_single_file_are_the_same_bytes(newsroom: Newsroom, theme: str) -> None:
    first = single(newsroom, newsroom.guard, Options(theme=theme))
    assert single(newsroom, newsroom.guard, Options(theme=theme, full=True)) == first


def test_a_single_file_names_no_folder_and_no_person_of_this_machine(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME"):
        monkeypatch.setenv(name, "canary-person")
    page = single(newsroom, newsroom.guard).lower()
    named = (str(newsroom.folder), newsroom.folder.name, "canary", "file:", "media:", "desk-preview:")
    assert [each for each in named if each.lower() in page] == []


@pytest.mark.parametrize("theme", NAMES)
def test_every_picture_is_in_a_single_file_once_and_as_large_as_it_says(desk: Newsroom, theme: str) -> None:
    lead, other = (desk.library.media.add(photograph(*size)) for size in ((1800, 1200), (300, 200)))
    fields = replace(SOUND, lead_picture=Picture(lead, "A bridge", "The bridge", "Ann Lens"))
    text = f'One.\n\n![A hall](media:{other} "The hall"){{credit="Bo"}}\n'
    page = single(desk, desk.library.new(story(fields, text)).id, Options(theme=theme))
    sizes = [Image.open(BytesIO(each)).size for each in inside(page)]
    said = [(int(w), int(h)) for w, h in re.findall(r'<img [^>]*?width="(\d+)" height="(\d+)"', page)]
    assert sizes == said == [(1200, 800), (300, 200)]
    assert "<source" not in page


@pytest.mark.parametrize(("base", "leads"), [(BASE, True), ("", False)])
def test_a_single_file_leads_to_the_site_where_it_has_an_address(
    desk: Newsroom, base: str, leads: bool
) -> None:
    other = desk.library.new(story(replace(SOUND, headline="Another"))).id
    related = (Related("Another", "More.", other),)
    id = desk.library.new(story(replace(SOUND, related=related), f"See [it](article:{other}).\n")).id
    page = single(desk, id, Options(base_url=base))
    assert (len(re.findall(r'<a [^>]*href="https://[^"]*/another.html"', page)) == 2) is leads
    assert "<root>" not in page


def test_a_single_file_without_a_site_leads_nowhere_but_into_itself(newsroom: Newsroom) -> None:
    page = single(newsroom, newsroom.guard)
    assert "Kansas City opens a water lab" in page
    assert [href for href in re.findall(r'<a [^>]*href="([^"]*)"', page) if not href.startswith("#")] == []


def test_several_single_files_go_into_a_folder(newsroom: Newsroom) -> None:
    report = newsroom.export(Options(single_file=True), name="pages")
    names = {path.name for path in report.outputs}
    assert names == {"guard-troops-asked-for.html", "kansas-city-opens-a-water-lab.html"}
