"""What leaves, what stays, and that the same library gives the same bytes."""

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import BASE, GUARD_PAGE, NOW, SOUND, WATER_PAGE, Newsroom, story

from deskeditor.document.model import ArticleId, Author, Correction, Picture, Related, Status
from deskeditor.library.records import Version
from deskeditor.publish.addresses import story_paths
from deskeditor.publish.body import Body
from deskeditor.publish.bundle import Options, export
from deskeditor.publish.checking import check
from deskeditor.publish.errors import Cancelled, Refused
from deskeditor.publish.facts import facts_of
from deskeditor.publish.findings import Level
from deskeditor.publish.verify import verify


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_bundle_holds_pages_lists_feed_sitemap_pictures_and_a_manifest(newsroom: Newsroom) -> None:
    newsroom.export()
    wanted = {
        "index.html",
        "politics/index.html",
        "local/index.html",
        "authors/jane-doe.html",
        "tags/national-guard.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "bundle-manifest.json",
        GUARD_PAGE,
        WATER_PAGE,
    }
    assert wanted <= set(files_of(newsroom.out))


def test_an_export_is_intact_by_its_own_manifest(newsroom: Newsroom) -> None:
    newsroom.export()
    assert verify(newsroom.out) == ()


def test_two_exports_of_one_library_are_the_same_bytes(newsroom: Newsroom) -> None:
    newsroom.export(name="out")
    newsroom.export(Options(now="2025-08-21T12:59:00Z"), name="again")
    assert files_of(newsroom.out) == files_of(newsroom.folder / "again")


def test_the_bytes_do_not_depend_on_kept_pictures(newsroom: Newsroom) -> None:
    newsroom.export()
    first = files_of(newsroom.out)
    for file in newsroom.library.cache.rglob("*.*"):
        file.unlink()
    newsroom.export()
    assert files_of(newsroom.out) == first


def test_nothing_internal_or_unpublished_is_in_any_byte(newsroom: Newsroom) -> None:
    newsroom.export(Options(zip=True, base_url=BASE))
    everything = b"".join((*files_of(newsroom.out).values(), *map(str.encode, files_of(newsroom.out))))
    archive = (newsroom.folder / "out.zip").read_bytes()
    assert b"canary" not in (everything + archive).lower()
    assert str(newsroom.folder).encode() not in everything


def test_a_related_story_of_the_bundle_is_linked_and_another_is_plain(newsroom: Newsroom) -> None:
    newsroom.export()
    page = newsroom.text(GUARD_PAGE)
    assert 'href="../../../local/2025/08/kansas-city-opens-a-water-lab.html"' in page
    assert '<span class="related-headline">A story of elsewhere</span>' in page


def test_a_story_alone_links_to_nothing_that_stayed(newsroom: Newsroom) -> None:
    newsroom.export(Options(articles=(newsroom.guard,)))
    page = newsroom.text(GUARD_PAGE)
    assert '<span class="related-headline">Kansas City opens a water lab</span>' in page
    assert "<span>Kansas City opens a water lab</span>" in page
    assert not (newsroom.out / WATER_PAGE).exists()


def test_a_related_story_is_found_by_its_headline(desk: Newsroom) -> None:
    desk.library.new(story(replace(SOUND, headline="“The lab” opens")))
    desk.library.new(story(replace(SOUND, headline="Other", related=(Related('"The  Lab" opens'),))))
    desk.export()
    assert 'href="../../../local/2025/08/the-lab-opens.html"' in desk.text("local/2025/08/other.html")


def test_every_link_leads_to_a_file_of_the_bundle(newsroom: Newsroom) -> None:
    newsroom.export()
    for name, content in files_of(newsroom.out).items():
        if name.endswith(".html"):
            for href in re.findall(r'(?:href|src)="(?!data:)([^"#]+)"', content.decode()):
                assert ((newsroom.out / name).parent / href).is_file(), f"{name}: {href}"


def test_without_an_address_no_host_is_named(newsroom: Newsroom) -> None:
    newsroom.export()
    vocabularies = (
        r"https?://(?:schema\.org|www\.w3\.org|www\.sitemaps\.org|www\.google\.com/schemas|purl\.org"
        r"|search\.yahoo\.com/mrss|jsonfeed\.org/version|www\.iptc\.org/std)"
    )
    texts = [
        content.decode()
        for name, content in files_of(newsroom.out).items()
        if name.endswith((".html", ".xml", ".txt", ".json", "_headers", "_redirects"))
    ]
    assert not re.search("https?://", re.sub(vocabularies, "", "\n".join(texts)))


def test_with_an_address_every_page_names_itself(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url="https://courier.example.org"))
    assert f'<link rel="canonical" href="{BASE}{GUARD_PAGE}">' in newsroom.text(GUARD_PAGE)
    assert f'<link rel="canonical" href="{BASE}">' in newsroom.text("index.html")


@pytest.mark.parametrize("wrong", ["courier", "ftp://x.org/", "https://", 'https://x.org/"><b>', "//x.org"])
def test_a_wrong_address_is_refused(newsroom: Newsroom, wrong: str) -> None:
    with pytest.raises(Refused, match="no web address"):
        newsroom.export(Options(base_url=wrong))


def test_a_draft_that_was_chosen_is_refused_by_name_and_the_old_bundle_stays(newsroom: Newsroom) -> None:
    newsroom.export()
    before = files_of(newsroom.out)
    with pytest.raises(Refused, match="“CANARY-DRAFT” has the status draft"):
        newsroom.export(Options(articles=(newsroom.guard, newsroom.draft)))
    assert files_of(newsroom.out) == before


@pytest.mark.parametrize("road", ["news", "news.zip", "news.epub"])
@pytest.mark.parametrize("single", [False, True])
def test_a_story_on_hold_leaves_by_no_road(desk: Newsroom, tmp_path: Path, road: str, single: bool) -> None:
    id = desk.library.new(story(replace(SOUND, hold="EMBARGOED UNTIL FRIDAY"))).id
    options = Options(articles=(id,), now=NOW, single_file=single and road == "news")
    with pytest.raises(Refused, match="on hold: “EMBARGOED UNTIL FRIDAY”"):
        export(desk.library, tmp_path / road, options, lambda *_: None)
    assert not (tmp_path / road).exists()


def test_an_embargoed_story_is_refused_until_its_time_in_utc(desk: Newsroom) -> None:
    id = desk.library.new(story(replace(SOUND, embargo="2025-08-21T08:00:00-05:00"))).id
    with pytest.raises(Refused, match="under embargo until"):
        desk.export(Options(articles=(id,), now="2025-08-21T12:59:59Z"))
    assert desk.export(Options(articles=(id,), now="2025-08-21T13:00:00Z")).articles == 1


def test_a_blocking_finding_keeps_the_story_in_and_says_why(desk: Newsroom) -> None:
    desk.library.new(story(text="The council met.\n\nTK number of votes.\n"))
    with pytest.raises(Refused, match="“Council keeps the bridge”: “TK” stands in the text") as refused:
        desk.export()
    assert [finding.rule for finding in refused.value.findings] == ["placeholder"]
    assert not desk.out.exists()


def test_nothing_to_publish_is_said(desk: Newsroom) -> None:
    desk.library.new(story(replace(SOUND, status=Status.READY)))
    with pytest.raises(Refused, match="Nothing is ready to leave"):
        desk.export()


def test_an_unknown_article_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(Refused, match="no article “nobody”"):
        newsroom.export(Options(articles=("nobody",)))


def test_a_zip_is_the_folder_stored_sorted_and_without_a_date(newsroom: Newsroom) -> None:
    newsroom.export(Options(zip=True))
    with zipfile.ZipFile(newsroom.folder / "out.zip") as archive:
        members = archive.infolist()
        content = {member.filename: archive.read(member) for member in members}
    assert content == files_of(newsroom.out)
    assert [member.filename for member in members] == sorted(content)
    shapes = {
        (each.date_time, each.create_system, each.compress_type, each.external_attr >> 16, each.extra)
        for each in members
    }
    assert shapes == {((1980, 1, 1, 0, 0, 0), 3, zipfile.ZIP_STORED, 0o100644, b"")}


def test_a_target_named_zip_is_the_zip_alone(newsroom: Newsroom) -> None:
    report = newsroom.export(name="news.zip")
    assert report.outputs == (newsroom.folder / "news.zip",)
    assert verify(newsroom.folder / "news.zip") == ()


def test_a_zip_of_another_is_not_replaced(newsroom: Newsroom) -> None:
    other = newsroom.folder / "out.zip"
    other.write_bytes(b"mine")
    with pytest.raises(Refused, match="no bundle of ours"):
        newsroom.export(Options(zip=True))
    assert other.read_bytes() == b"mine"
    assert not newsroom.out.exists()


def test_a_zip_into_which_somebody_put_a_file_is_not_replaced(newsroom: Newsroom) -> None:
    newsroom.export(Options(zip=True))
    with zipfile.ZipFile(newsroom.folder / "out.zip", "a") as archive:
        archive.writestr("my-notes.txt", "mine")
    with pytest.raises(Refused, match=r"out\.zip holds my-notes\.txt, which is not of the bundle"):
        newsroom.export(Options(zip=True))


def test_two_stories_of_one_name_have_two_pages(desk: Newsroom) -> None:
    for _ in range(2):
        desk.library.new(story())
    report = desk.export()
    manifest = json.loads(desk.text("bundle-manifest.json"))
    assert report.articles == len({row["path"] for row in manifest["articles"]}) == 2


def test_two_stories_of_one_address_are_told_apart_by_the_id_of_the_later_one() -> None:
    facts = facts_of(story(), Body(""))
    first, later = (Version(ArticleId(id), "bridge", 1, "", "") for id in ("a" * 12, "z" * 12))
    paths = story_paths([(later, facts), (first, facts)], {"Local": "local"})
    assert paths[first.id] == "local/2025/08/bridge.html"
    assert paths[later.id] == "local/2025/08/bridge-zzzzzzzzzzzz.html"


def test_authors_whose_names_look_alike_keep_pages_of_their_own(desk: Newsroom) -> None:
    desk.library.new(story(replace(SOUND, byline=(Author("José Núñez"), Author("Jose Nunez")))))
    desk.export()
    assert len(list((desk.out / "authors").glob("jose-nunez*.html"))) == 2


def test_a_correction_is_on_the_page_in_the_data_and_on_the_corrections_page(desk: Newsroom) -> None:
    correction = Correction("2025-08-19T09:00:00-05:00", "The vote was 7 to 5, not 8 to 4.")
    desk.library.new(story(replace(SOUND, status=Status.CORRECTED, corrections=(correction,))))
    desk.export()
    page = desk.text("local/2025/08/council-keeps-the-bridge.html")
    assert page.count("The vote was 7 to 5, not 8 to 4.") == 2
    assert "CorrectionComment" in page
    assert correction.note in desk.text("corrections.html")


def test_a_picture_that_cannot_be_read_is_named_and_keeps_its_stories_in(newsroom: Newsroom) -> None:
    path = newsroom.library.media.path(newsroom.library.media.all()[0])
    path.write_bytes(b"no picture at all")
    with pytest.raises(Refused, match=rf"\({path.stem[:12]}…\) is not as it was added") as refused:
        newsroom.export()
    assert {each.rule for each in refused.value.findings} == {"bad-picture"}
    assert not newsroom.out.exists()


def test_half_a_picture_is_named_by_the_check_too(newsroom: Newsroom) -> None:
    path = newsroom.library.media.path(newsroom.library.media.all()[0])
    path.write_bytes(path.read_bytes()[:-900])
    said = check(newsroom.library, None, Options(now=NOW))
    found = [each for each in said if each.rule == "bad-picture"]
    assert found and all(each.level is Level.BLOCK and path.stem[:12] in each.message for each in found)


def test_a_picture_that_the_disk_has_changed_is_not_published(newsroom: Newsroom) -> None:
    path = newsroom.library.media.path(newsroom.library.media.all()[0])
    raw = bytearray(path.read_bytes())
    raw[-40] ^= 1
    path.write_bytes(raw)
    with pytest.raises(Refused, match="not as it was added"):
        newsroom.export()
    assert not newsroom.out.exists()


def test_a_picture_without_words_blocks(newsroom: Newsroom) -> None:
    media = newsroom.library.media.all()[0]
    newsroom.library.new(story(replace(SOUND, lead_picture=Picture(media, "IMG_2041.jpg", "c", "c"))))
    with pytest.raises(Refused, match="no text for those who do not see it"):
        newsroom.export()


def test_giving_up_leaves_the_old_bundle(newsroom: Newsroom) -> None:
    newsroom.export()
    before = files_of(newsroom.out)
    newsroom.library.new(story())

    def give_up(name: str, done: int, _: int) -> None:
        if name == "out" and done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(newsroom.library, newsroom.out, Options(now=NOW), give_up)
    assert files_of(newsroom.out) == before
    assert [path.name for path in newsroom.folder.glob(".out*")] == []


def test_the_time_comes_from_source_date_epoch(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1755640800")  # between the two stories
    report = export(newsroom.library, newsroom.out, Options(), lambda *_: None)
    assert report.articles == 1


def test_a_long_section_turns_its_pages(desk: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deskeditor.publish.listing.PER_PAGE", 2)
    for number in range(5):
        desk.library.new(story(replace(SOUND, headline=f"Story {number}")))
    desk.export()
    assert 'rel="next" href="../local/page-2.html"' in desk.text("local/index.html")
    assert (desk.out / "local" / "page-3.html").exists()
