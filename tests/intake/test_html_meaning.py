"""What a page means is what its Markdown means: powers, quotes, lists, cells, words apart."""

import pytest
from tests.intake.desk import taken

from deskeditor.intake import paste, pasted


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>10<sup>6</sup> and CO<sub>2</sub></p>", "10<sup>6</sup> and CO<sub>2</sub>"),
        (
            "<p>10<span style='vertical-align:super'>6</span> <i>a</i></p>",
            "10<sup>6</sup> *a*",
        ),
        ("<p>She said <q>never <q>again</q></q>.</p>", "She said “never ‘again’”."),
        ("<p lang=de>Sie sagte <q>nie</q>.</p>", "Sie sagte „nie“."),
        ("<p lang=fr>Elle dit <q>non</q>.</p>", "Elle dit «\u202fnon\u202f»."),
        ("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>", "漢(kan)字"),
        ("<p>un<wbr>believable <bdo dir=rtl>abc</bdo></p>", "unbelievable abc"),
        (
            "<p>It is <math><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac></math>.</p>",
            "It is (a+1)/2.",
        ),
        (
            "<p><math><msup><mi>x</mi><mn>2</mn></msup><msub><mi>a</mi><mrow><mi>i</mi><mi>j</mi></mrow></msub>"
            "<msqrt><mn>9</mn></msqrt></math></p>",
            "x^2a_ij√9",
        ),
        ("<p>He<b> no </b>and<b>,</b> un<b>believ</b>able</p>", "He **no** and, un**believ**able"),
        ("<p><b>Note:</b>the (<b>“Quote”</b>)word</p>", "**Note**:the (**“Quote”**)word"),
        ("<p>彼は<b>「はい」</b>と</p>", "彼は「**はい**」と"),
        ("<p>A&nbsp;&nbsp; b 10&nbsp;km</p>", "A b 10\xa0km"),
        ("<p><b style='mso-bidi-font-weight:normal'>fat</b></p>", "**fat**"),
        ("<h1><div>One</div><div>two</div></h1><p>x</p>", "# One two\n\nx"),
        ("<p role=heading aria-level=2>Next</p><p>x</p>", "## Next\n\nx"),
    ],
)
def test_a_sentence_means_the_same(html: str, markdown: str) -> None:
    assert paste(html, "PLAIN") == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ol start=3><li>c<li>d</ol>", "3. c\n4. d"),
        ("<ol><li>a<li value=5>b</ol>", "1\\. a\n\n5\\. b"),
        ("<ol reversed><li>a<li>b</ol>", "2\\. a\n\n1\\. b"),
        ("<ol start=-1><li>a</ol>", "-1\\. a"),
        ("<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n1\\. b"),
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n    - b\n- c"),
        ("<ul>Loose <li>a</ul>", "Loose\n\n- a"),
        ("<ol><li>a</li>Between<li>b</li></ol>", "1. a\n\nBetween\n\n2. b"),
        ("<ul><x-w><li>a</li></x-w><li>b</li></ul>", "- a\n- b"),
        ("<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>", "- [x] a\n- [ ] b"),
        ("<dl><dt>Fee<dd>Five<dd>Six</dl>", "Fee\n\nFive\n\nSix"),
    ],
)
def test_a_list_counts_as_it_did(html: str, markdown: str) -> None:
    assert paste(html, "PLAIN") == markdown


def mso(level: int, mark: str, text: str) -> str:
    """An item of a list as Word writes it."""
    return (
        f"<p class=MsoListParagraph style='mso-list:l1 level{level} lfo1'><![if !supportLists]><span "
        f"style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp; </span></span><![endif]>{text}<o:p></o:p></p>"
    )


def test_the_numbers_of_word_stay() -> None:
    page = mso(1, "3.", "Third") + mso(2, "a.", "Detail") + mso(2, "b.", "More") + mso(1, "4.", "Fourth")
    assert paste(page, "PLAIN") == "3. Third\n    1. Detail\n    2. More\n4. Fourth"


def test_an_item_of_the_second_level_alone_is_no_code() -> None:
    assert paste(f"<p>Text.</p>{mso(2, '·', 'Deep')}", "PLAIN") == "Text.\n\n- Deep"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            "<tr><th>A<th>B<th>C<tr><td rowspan=2>x<td>1<td>2<tr><td>3<td>4<tr><td colspan=2>y<td>5",
            "| A | B | C |\n| --- | --- | --- |\n| x | 1 | 2 |\n|  | 3 | 4 |\n| y |  | 5 |",
        ),
        ("<tr><td>North<td>1,204", "| North | 1,204 |\n| --- | --- |"),
        (
            "<tr><th>A<th>B<tr><td><ul><li>x<li>y</ul><td><p>1</p><p>2|3</p>",
            "| A | B |\n| --- | --- |\n| x; y | 1 2\\|3 |",
        ),
        (
            "<caption>Votes <b>now</b></caption><tr><td>A<td>B<tr><td>C<td>D",
            "Votes now\n\n| A | B |\n| --- | --- |\n| C | D |",
        ),
        ("Loose<tr><td>A<td>B", "Loose\n\n| A | B |\n| --- | --- |"),
    ],
)
def test_a_cell_stays_in_its_column(html: str, markdown: str) -> None:
    assert paste(f"<table>{html}</table>", "PLAIN") == markdown


def test_a_table_of_a_spreadsheet_is_one_though_it_is_cut_off() -> None:
    excel = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>'
        "<!--StartFragment--><col width=64><tr><td>Ward</td></tr><tr><td>1,204</td><td></td></tr>"
        "<!--EndFragment--></table></body></html>"
    )
    assert paste(excel, "PLAIN") == "| Ward |  |\n| --- | --- |\n| 1,204 |  |"


@pytest.mark.parametrize(
    "html",
    [
        "<x-body><p>One</p><p>two</p></x-body>",
        "<x-p>One</x-p><x-p>two</x-p>",
        "<span><div>One</div>two</span>",
        "<span style='display:block'>One</span><span style='display:block'>two</span>",
        "<details><summary>One</summary>two</details>",
        "<p>One<br><br>two</p>",
        "<p>One<span data-stringify-type=paragraph-break></span>two</p>",
        "<p><span style='white-space:pre-wrap'>One\n\ntwo</span></p>",
        "<center>One</center><marquee>two</marquee>",
    ],
)
def test_words_of_two_paragraphs_are_never_glued(html: str) -> None:
    assert paste(f"<p></p>{html}", "PLAIN") == "One\n\ntwo"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<a href="https://a.b/big"><img src="https://a.b/s.jpg" alt="A dog"></a>',
            "[A dog](https://a.b/big)",
        ),
        ('<p>Rain <img class=emoji alt="☔" src="https://s.w.org/2614.svg"> now</p>', "Rain ☔ now"),
        ('<p>x<img src="https://a.b/deco.png"></p>', "x"),
        ('<a href="https://www.google.com/url?q=https://a.b/r?id%3D7&sa=D">r</a>', "[r](https://a.b/r?id=7)"),
        (
            '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.b%2Fp%3Fq%3D2&data=x">r</a>',
            "[r](https://a.b/p?q=2)",
        ),
        ('<a href="https://urldefense.com/v3/__https://a.b/p__;!!x">r</a>', "[r](https://a.b/p)"),
        ('<a href="https://a.b/p?utm_source=x&id=1&fbclid=2#top">r</a>', "[r](https://a.b/p?id=1#top)"),
        (
            '<a href="https://www.google.com/url?q=javascript:alert(1)">r</a>',
            "[r](https://www.google.com/url?q=javascript:alert%281%29)",
        ),
        ('<p>So<a href="#cite_note-1">[1]</a>.</p>', "So."),
    ],
)
def test_a_link_leads_where_it_was_meant_to(html: str, markdown: str) -> None:
    assert paste(html, "PLAIN") == markdown


def test_footnotes_of_word_are_footnotes_without_the_rule_above_them() -> None:
    page = (
        '<p>It rose.<a href="#_ftn1" name="_ftnref1">[1]</a></p><div style="mso-element:footnote-list">'
        '<hr><div style="mso-element:footnote" id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Gauge.</p>'
        "</div></div>"
    )
    assert paste(page, "PLAIN") == "It rose.[^1]\n\n[^1]: Gauge."


_STORY = "<p>The council voted on Monday to close the old bridge for a month.</p>"
_TEXT = "The council voted on Monday to close the old bridge for a month."


@pytest.mark.parametrize(
    "page",
    [
        f"<form><div>{_STORY}</div></form>",
        f"<nav><a>Home</a></nav><nav>{_STORY}",
        f"<noscript>{_STORY}</noscript>",
        f"<template>{_STORY}</template>",
        f"<dialog>{_STORY}</dialog>",
        f"<figure><img src=x alt=y>{_STORY}</figure>",
        f"<details>{_STORY}</details>",
        f"<x-a><x-b>{_STORY}</x-b></x-a>",
        f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{_TEXT}"}}</script>Wait',
    ],
)
def test_a_story_is_found_wherever_it_stands(page: str) -> None:
    story = taken(f"<html><body><h1>Council closes bridge</h1>{page}</body></html>", "a.html")
    assert story.document.text == _TEXT
    assert not any("Not taken over" in note for note in story.notes)


def test_a_headline_with_a_power_keeps_it() -> None:
    story = taken(f"<html><body><h1>10<sup>6</sup> fish</h1>{_STORY}</body></html>", "a.html")
    assert story.document.fields.headline == "10⁶ fish"


def test_parts_of_one_story_are_one_article() -> None:
    part = f"<article><h2>Question {{}}?</h2>{_STORY * 8}</article>"
    page = f"<main><h1>Why bridges rust</h1>{part.format(1)}{part.format(2)}</main>"
    assert "## Question 2?" in taken(f"<html><body>{page}</body></html>", "a.html").document.text


def test_nothing_of_a_copy_is_left_out_unsaid() -> None:
    assert pasted("<p>One <b>two</b> three</p>", "PLAIN").notes == ()
