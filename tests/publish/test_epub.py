"""A book of chosen stories: whole, well formed, without what may not leave, the same bytes each time."""

import io
import posixpath
import re
import zipfile
from dataclasses import replace
from functools import cached_property
from xml.etree import ElementTree as ET

import pytest
from tests.publish.newsroom import BASE, SOUND, Newsroom, story
from tests.publish.test_hostile_fields import MARKUP, NAMES

from deskeditor.document.model import Author, Correction, Related
from deskeditor.publish.bundle import Options
from deskeditor.publish.epub_links import book_address
from deskeditor.publish.errors import Refused

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
OPS = "{http://www.idpf.org/2007/ops}"
DC = "{http://purl.org/dc/elements/1.1/}"


class Read:
    """A book taken apart again."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.members = archive.infolist()
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.package = ET.fromstring(self.files["EPUB/package.opf"])
        self.manifest = {each.get("id", ""): each for each in self.package.iter(f"{OPF}item")}

    @cached_property
    def pages(self) -> dict[str, ET.Element]:
        """Every page by its name."""
        return {name[5:]: ET.fromstring(text) for name, text in self.files.items() if name.endswith(".xhtml")}

    def spine(self) -> list[str]:
        """The pages in the order of reading."""
        return [
            self.manifest[each.get("idref", "")].get("href", "")
            for each in self.package.iter(f"{OPF}itemref")
        ]

    def said(self, name: str) -> list[str]:
        """What the package says of the book under one name."""
        metas = [each.text or "" for each in self.package.iter(f"{OPF}meta") if each.get("property") == name]
        return metas or [each.text or "" for each in self.package.iter(f"{DC}{name}")]


def read(newsroom: Newsroom, options: Options | None = None) -> Read:
    newsroom.export(options, "book.epub")
    return Read((newsroom.folder / "book.epub").read_bytes())


def addresses(page: ET.Element) -> list[str]:
    return [value for each in page.iter() for name in ("href", "src") if (value := each.get(name))]


def is_sound(book: Read) -> None:
    """Ids are unique, and every address leads to a file of the manifest, an id of a page, or the web."""
    listed = {each.get("href", "") for each in book.manifest.values()}
    for name, page in book.pages.items():
        ids = [value for each in page.iter() if (value := each.get("id"))]
        assert len(ids) == len(set(ids))
        for address in addresses(page):
            path, _, fragment = address.partition("#")
            assert path in (listed | {""}) or book_address(address) == address
            goal = book.pages.get(path or name)
            assert not fragment or goal is None or any(each.get("id") == fragment for each in goal.iter())


def test_a_book_begins_with_its_kind_bare_and_uncompressed(newsroom: Newsroom) -> None:
    first = read(newsroom).members[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")


def test_every_file_of_a_book_is_in_its_manifest_and_the_reverse(newsroom: Newsroom) -> None:
    book = read(newsroom)
    listed = {posixpath.join("EPUB", each.get("href", "")) for each in book.manifest.values()}
    assert listed == set(book.files) - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}


def test_every_address_in_a_book_leads_somewhere(newsroom: Newsroom) -> None:
    is_sound(read(newsroom, Options(base_url=BASE)))


def test_contents_and_order_of_reading_agree(newsroom: Newsroom) -> None:
    book = read(newsroom)
    toc = next(
        each for each in book.pages["nav.xhtml"].iter(f"{XHTML}nav") if each.get(f"{OPS}type") == "toc"
    )
    assert ["cover.xhtml", "nav.xhtml", *addresses(toc)] == book.spine()


def test_two_books_of_one_library_are_the_same_bytes(newsroom: Newsroom) -> None:
    newsroom.export(Options(now="2025-08-21T12:00:00Z"), "one.epub")
    newsroom.export(Options(now="2025-08-21T12:59:00Z"), "two.epub")
    assert (newsroom.folder / "one.epub").read_bytes() == (newsroom.folder / "two.epub").read_bytes()


def test_nothing_internal_or_unpublished_is_in_a_book(newsroom: Newsroom) -> None:
    everything = b"".join(read(newsroom, Options(base_url=BASE)).files.values())
    assert b"canary" not in everything.lower()
    assert str(newsroom.folder).encode() not in everything


def test_a_book_asks_no_other_machine_for_anything(newsroom: Newsroom) -> None:
    book = read(newsroom, Options(base_url=BASE))
    sources = [each.get("src", "") for page in book.pages.values() for each in page.iter()]
    assert not [each for each in sources if "//" in each]
    assert b"url(" not in book.files["EPUB/book.css"]


def test_stories_of_a_book_lead_to_each_other(newsroom: Newsroom) -> None:
    book = read(newsroom)
    assert addresses(book.pages[f"{newsroom.guard}.xhtml"]).count(f"{newsroom.water}.xhtml") == 2


def test_a_story_that_is_not_in_the_book_is_named_and_not_linked(newsroom: Newsroom) -> None:
    book = read(newsroom, Options(articles=(newsroom.guard,)))
    page = book.pages[f"{newsroom.guard}.xhtml"]
    assert "Kansas City opens a water lab" in "".join(page.itertext())
    assert not [each for each in addresses(page) if each.endswith(f"{newsroom.water}.xhtml")]


def test_a_story_that_may_not_leave_stops_the_book(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="CANARY-DRAFT"):
        newsroom.export(Options(articles=(newsroom.draft,)), "book.epub")
    assert not (newsroom.folder / "book.epub").exists()


def test_a_book_replaces_a_book_and_no_other_file(newsroom: Newsroom) -> None:
    read(newsroom)
    read(newsroom)
    foreign = newsroom.folder / "mine.epub"
    foreign.write_bytes(b"a novel")
    with pytest.raises(Refused, match="no book of ours"):
        newsroom.export(name="mine.epub")
    assert foreign.read_bytes() == b"a novel"


def test_a_book_is_named_after_its_stories_and_changes_with_them_alone(newsroom: Newsroom) -> None:
    book = read(newsroom)
    assert book.said("title") == ["News, August 19, 2025 – August 20, 2025"]
    assert book.said("dcterms:modified") == ["2025-08-20T19:30:00Z"]
    assert book.said("creator") == ["Jane Doe"]


def test_a_book_of_one_story_bears_its_headline(newsroom: Newsroom) -> None:
    assert read(newsroom, Options(articles=(newsroom.water,))).said("title") == [
        "Kansas City opens a water lab"
    ]


def test_the_newest_lead_picture_is_the_cover(newsroom: Newsroom) -> None:
    book = read(newsroom)
    covers = [each.get("href") for each in book.manifest.values() if each.get("properties") == "cover-image"]
    assert covers == [addresses(book.pages["cover.xhtml"])[1]]


def test_a_book_without_pictures_has_a_cover_of_type(desk: Newsroom) -> None:
    desk.library.new(story())
    book = read(desk)
    assert "Council keeps the bridge" in "".join(book.pages["cover.xhtml"].itertext())
    assert book.said("schema:accessMode") == ["textual"]


def test_a_book_in_arabic_is_turned_from_the_left(desk: Newsroom) -> None:
    desk.library.new(story(replace(SOUND, language="ar", headline="أخبار المدينة")))
    book = read(desk)
    spine = next(book.package.iter(f"{OPF}spine"))
    assert spine.get("page-progression-direction") == "rtl"
    assert all(page.get("dir") == "rtl" for page in book.pages.values())


def test_a_book_whose_pictures_are_all_described_says_that_it_can_be_read_by_anyone(
    newsroom: Newsroom,
) -> None:
    book = read(newsroom)
    assert book.said("schema:accessModeSufficient") == ["textual,visual", "textual"]


def test_a_book_claims_no_conformance_that_nobody_has_judged(newsroom: Newsroom) -> None:
    book = read(newsroom)
    assert book.said("dcterms:conformsTo") == []
    assert book.said("a11y:certifiedBy") == []


def test_a_credit_in_a_chapter_has_the_word_that_the_lead_picture_has(newsroom: Newsroom) -> None:
    spans = [each for page in read(newsroom).pages.values() for each in page.iter(f"{XHTML}span")]
    credits = [each.text for each in spans if each.get("class") == "credit"]
    assert credits == ["Picture: Ann Lens", "Picture: Ann Lens"]


def test_footnotes_are_known_as_such(desk: Newsroom) -> None:
    article = desk.library.new(story(text="A word[^1].\n\n[^1]: The note.\n")).id
    page = read(desk).pages[f"{article}.xhtml"]
    kinds = [each.get(f"{OPS}type") for each in page.iter() if each.get(f"{OPS}type")]
    assert kinds == ["chapter", "noteref", "footnotes", "footnote", "backlink"]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_no_name_becomes_a_path_in_a_book(desk: Newsroom, name: str) -> None:
    fields = replace(SOUND, slug=name, section=name, tags=(name,), byline=(Author(name),))
    for _ in range(2):
        desk.library.new(story(fields))
    names = [member.filename for member in read(desk).members]
    assert len({each.casefold() for each in names}) == len(names)
    assert [each for each in names if not re.fullmatch(r"[A-Za-z0-9-]+(?:[./][A-Za-z0-9-]+)*", each)] == []


@pytest.mark.parametrize("payload", MARKUP, ids=range(len(MARKUP)))
def test_a_field_in_a_book_is_text_whatever_it_holds(desk: Newsroom, payload: str) -> None:
    said = replace(
        SOUND, headline=payload, kicker=payload, standfirst=payload, dateline=payload, section=payload
    )
    hostile = replace(
        said,
        byline=(Author(payload, payload, payload, payload),),
        related=(Related(payload, payload),),
        corrections=(Correction("2025-08-20T14:30:00-05:00", payload),),
    )
    desk.library.new(story(hostile))
    book = read(desk, Options(site={"name": payload, "publisher": payload}))
    is_sound(book)
    assert not [each for page in book.pages.values() for each in page.iter() if each.tag.endswith("script")]


@pytest.mark.parametrize(
    ("address", "fit"),
    [
        ("https://example.org/a b?c=[d]#e", "https://example.org/a%20b?c=%5Bd%5D#e"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("tel:+1-2", "tel:+1-2"),
        ("http://a..b/", ""),
        ("http://999.1.1.1/", ""),
        ("https://user@example.org/", ""),
        ("https://example.org:99999/", ""),
        ("javascript:pwn(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_an_address_is_written_so_that_every_reader_takes_it(address: str, fit: str) -> None:
    assert book_address(address) == fit
