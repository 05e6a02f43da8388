"""The finished page is read as it will be written; each rule is tripped once, a sound page trips none."""

import pytest
from tests.publish.newsroom import SOUND, Newsroom, story
from tests.publish.test_checks import subject

from deskeditor.publish.checks import PAGE, page_findings
from deskeditor.publish.findings import Finding
from deskeditor.publish.reach import Reach

PAGE_HTML = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Council keeps the bridge</title>
<meta name="description" content="The vote was closer than anyone had expected, and it will be taken again.">
<meta property="article:published_time" content="2025-08-18T08:00:00-05:00">
<script type="application/ld+json">{"headline": "x"}</script>
<style>body { color: red }</style>
</head>
<body>
<a href="#main">Skip</a>
<main id="main">
<h1>Council keeps the bridge</h1>
<img src="../../../media/a.jpg" alt="" width="4" height="3"
 srcset="../../../media/a.jpg 4w, ../../../media/b.jpg 8w">
<h2 id="h-two">Two</h2>
<p>He is on leave; one=two. <a href="https://x.org/">Elsewhere</a></p>
</main>
</body>
</html>
"""
REACH = Reach(
    "local/2025/08/council.html",
    frozenset(("media/a.jpg",)),
    frozenset(("media/b.jpg", "local/2025/08/council.html")),
)
BROKEN = {
    "page-picture": ('alt="" width="4"', 'width="4"'),
    "page-anchor": ('href="#main"', 'href="#gone"'),
    "page-headings": ("<h1>Council keeps the bridge</h1>", "<p>Council</p>"),
    "page-remote": ("../../../media/b.jpg 8w", "//x.org/b.jpg 8w"),
    "page-script": ("<p>He is", '<p onclick="x()">He is'),
    "page-title": ("<title>Council keeps the bridge</title>", "<title> </title>"),
    "page-description": ('content="The vote', 'content="" x="The vote'),
    "page-language": ('<html lang="en">', '<html lang="ar">'),
    "page-data": ('{"headline"', '{"headline'),
    "page-link": ("../../../media/b.jpg", "../../../media/c.jpg"),
    "page-address": ("https://x.org/", "article:0123456789ab"),
}


def found(html: str) -> list[Finding]:
    return list(page_findings(html, subject(story(SOUND)), REACH))


def test_a_sound_page_is_passed() -> None:
    assert found(PAGE_HTML) == []


@pytest.mark.parametrize("rule", BROKEN)
def test_a_page_that_is_broken_in_one_place_is_found_out(rule: str) -> None:
    before, after = BROKEN[rule]
    assert before in PAGE_HTML
    assert [each.rule for each in found(PAGE_HTML.replace(before, after, 1))] == [rule]


def test_every_rule_of_the_page_has_a_test() -> None:
    assert {row.rule for row in PAGE} == set(BROKEN)


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("page-script", "</main>", "<script>x()</script></main>"),
        ("page-script", "</main>", "<iframe></iframe></main>"),
        ("page-script", "https://x.org/", "javascript:x()"),
        ("page-remote", "color: red", "background: url(https://x.org/a.png)"),
        ("page-headings", "<h2 id", "<h3 id"),
        ("page-anchor", 'id="h-two"', 'id="main"'),
        ("page-link", 'href="https://x.org/"', 'href="../../../gone.html"'),
        ("page-link", 'href="https://x.org/"', 'href="../../../../etc/passwd"'),
        ("page-link", 'href="https://x.org/"', 'href="/about"'),
        ("page-link", 'href="https://x.org/"', 'href="gone.html#there"'),
        ("page-link", 'href="https://x.org/"', 'href="../../../media/"'),
    ],
)
def test_other_ways_to_break_a_page_are_found_too(rule: str, before: str, after: str) -> None:
    assert rule in [each.rule for each in found(PAGE_HTML.replace(before, after, 1))]


@pytest.mark.parametrize(
    "words",
    [
        "../../../etc/passwd",
        'href="../../../etc/passwd"',
        '&lt;a href="../../../gone.html"&gt;',
        ' href="#gone"',
        ' src="https://x.org/a.js"',
        ' id="main"',
        ' href="javascript:x()"',
        ' srcset="../../../gone.jpg 4w"',
        "In print, media: a study of it.",
        '="article:0123456789ab"',
    ],
)
def test_words_that_only_look_like_an_address_are_none(words: str) -> None:
    assert found(PAGE_HTML.replace("He is on leave", words)) == []


@pytest.mark.parametrize(
    "address", ["../../../media/a.jpg#x", "council.html", "../08/council.html?a=b", "#main"]
)
def test_every_way_to_a_file_of_the_bundle_is_one(address: str) -> None:
    assert found(PAGE_HTML.replace("https://x.org/", address)) == []


def test_a_finding_of_the_page_leads_to_its_words_where_the_body_has_them() -> None:
    text = "See [below](#gone)."
    html = PAGE_HTML.replace('href="#main"', 'href="#gone"')
    finding = page_findings(html, subject(story(SOUND, text)))[0]
    assert text[finding.start : finding.end] == "(#gone)"


def test_the_pages_of_a_newsroom_pass(newsroom: Newsroom) -> None:
    newsroom.export()
    pages = [page.read_text("utf-8") for page in newsroom.out.glob("*/*/*/*.html")]
    assert pages
    assert [each for html in pages for each in page_findings(html, subject(story(SOUND)))] == []
