"""A field is text: whatever it holds, it is shown, and never becomes markup, a path or a template."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html import unescape
from pathlib import Path

import html5lib
import pytest
from tests.publish.newsroom import BASE, SOUND, Newsroom, story
from tests.publish.pictures import photograph

from deskeditor.document.model import Author, Correction, Fields, Picture, Related, Status
from deskeditor.publish.bundle import Options
from deskeditor.publish.errors import Refused
from deskeditor.publish.verify import verify

MARKUP = [
    "</title></h1><script>pwn(1)</script>",
    "</script><script>pwn(1)</script>",
    "<!--<script>",
    '" onmouseover="pwn(1)" x="',
    "' onfocus=pwn(1) autofocus x='",
    "\u2028pwn(1)//",
    "</style><svg onload=pwn(1)>",
    "--><img src=x onerror=pwn(1)>",
    "]]></content><script>",
    "&xxe; &#60;script&#62;",
    "javascript:pwn(1)",
    "{{7*7}} {% include '/etc/hostname' %} ${7*7} <%= 7*7 %>",
    "<!--cut-->",
    "\u202etxt.exe\u202c",
    "%(password)s {0.__class__} {month}",
]
NAMES = [
    "../../../etc/passwd",
    "..\\..\\x",
    "/etc/x",
    "a/b",
    ".",
    "..",
    "...",
    " ",
    "-rf",
    "CON.",
    "nul",
    "com1.html",
    "a:b",
    "a|b?*",
    "%2e%2e%2f",
    ".htaccess",
    "index",
    "feed",
    "media",
    "straße",
    "e\u0301",
    "\u0130",
    "\u202egnp.x",
    "x" * 400,
    "日本",
]


def everywhere(desk: Newsroom, text: str) -> Fields:
    """Fields that hold the text wherever a text can stand."""
    media = desk.library.media.add(photograph(260, 200))
    return replace(
        SOUND,
        headline=text,
        kicker=text,
        standfirst=text,
        dateline=text,
        section=text,
        seo_title=text,
        seo_description=text,
        tags=(text,),
        byline=(Author(text, role=text, email=text, url=text),),
        lead_picture=Picture(media, text, text, text),
        related=(Related(text, text),),
        corrections=(Correction("2025-08-19T09:00:00Z", text),),
        status=Status.CORRECTED,
    )


def site(text: str) -> dict[str, str]:
    return {
        "name": text,
        "publisher": text,
        "description": text,
        "tagline": text,
        "policy": text,
    } | dict.fromkeys(("principles", "ethics"), text)


@pytest.mark.parametrize("text", MARKUP)
def test_a_text_in_every_field_stays_text_in_every_page(desk: Newsroom, text: str) -> None:
    desk.library.new(story(everywhere(desk, text)))
    desk.export(Options(base_url=BASE, site=site(text)))
    for page in desk.out.rglob("*.html"):
        judge(page, text)


def judge(page: Path, text: str) -> None:
    """The page as a browser reads it holds nothing but our own elements and attributes."""
    root = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("svg", "{http://www.w3.org/2000/svg}svg", "object", "iframe")
        assert not [name for name in element.attrib if name.startswith("on")]
        assert "javascript:" not in element.get("href", "")
        if element.tag == "script":
            assert element.get("type") == "application/ld+json"
            json.loads(element.text or "")
    assert "<!--" not in page.read_text("utf-8")
    headings = ["".join(each.itertext()) for each in root.iter("h1")]
    if page.parent.name == "08":
        assert headings == [" ".join(text.split())]


@pytest.mark.parametrize("text", MARKUP)
def test_the_feed_holds_the_text_and_no_markup_of_it(desk: Newsroom, text: str) -> None:
    desk.library.new(story(everywhere(desk, text)))
    desk.export(Options(base_url=BASE, site=site(text)))
    root = ET.fromstring(desk.text("feed.xml"))
    entry = root.find("{http://www.w3.org/2005/Atom}entry")
    assert entry is not None
    assert entry.findtext("{http://www.w3.org/2005/Atom}title") == text
    ET.fromstring(desk.text("sitemap.xml"))


@pytest.mark.parametrize("text", MARKUP)
def test_a_single_file_holds_the_text_alike(desk: Newsroom, text: str) -> None:
    desk.library.new(story(everywhere(desk, text)))
    desk.export(Options(single_file=True, site=site(text)), name="one.html")
    judge(desk.folder / "one.html", text)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_becomes_a_path(desk: Newsroom, name: str) -> None:
    fields = replace(SOUND, slug=name, section=name, tags=(name,), byline=(Author(name),))
    for _ in range(2):
        desk.library.new(story(fields))
    desk.export(Options(zip=True))
    assert verify(desk.out) == ()
    paths = [path.relative_to(desk.out).as_posix() for path in desk.out.rglob("*") if path.is_file()]
    assert len({path.casefold() for path in paths}) == len(paths)
    for path in paths:
        assert len(path) < 200
        for part in path.split("/"):
            assert re.fullmatch(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+){0,2}|_headers|_redirects", part), path
            assert not re.fullmatch(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", part), path
    assert sorted(path.name for path in desk.folder.iterdir() if "out" in path.name) == ["out", "out.zip"]


def test_a_name_with_a_control_character_leaves_by_no_road(desk: Newsroom) -> None:
    desk.library.new(story(replace(SOUND, slug="a\x00b", section="a\x00b", byline=(Author("a\x00b"),))))
    with pytest.raises(Refused, match="control character"):
        desk.export(Options(zip=True))
    assert not desk.out.exists()


def test_a_file_of_the_machine_is_never_read_into_a_page(desk: Newsroom) -> None:
    secret = desk.folder / "secret.txt"
    secret.write_text("CANARY-SECRET")
    text = f"{{% include '{secret}' %}}<!--#include file='{secret}' --> @import '{secret}'"
    desk.library.new(story(everywhere(desk, text)))
    desk.export()
    pages = "".join(unescape(page.read_text("utf-8")) for page in desk.out.rglob("*.html"))
    assert "CANARY-SECRET" not in pages
