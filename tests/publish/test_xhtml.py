"""HTML becomes XML that a strict schema takes, and no word is lost."""

import re
from xml.etree import ElementTree as ET

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.publish.xhtml import ONLY_WORDS, PARENTS, WORDS, grown, inner_xml
from deskeditor.render.rendering import render

TAGS = (
    "p",
    "div",
    "span",
    "a",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "ins",
)
tags = st.sampled_from((*TAGS, "figure", "figcaption", "h2", "b", "dfn", "pre", "q", "aside", "blockquote"))
pieces = st.one_of(
    st.text("ab &<>\x07\ufffe", max_size=4),
    tags.map("<{}>".format),
    tags.map("</{}>".format),
    st.just("<br>"),
)
soups = st.lists(pieces, max_size=25).map("".join)


def words(text: str) -> str:
    return "".join(re.sub(r"[\x00-\x1f\ufffe\ufffd]", "", text).split())


@given(soups)
def test_any_text_becomes_well_formed_xml(soup: str) -> None:
    assert ET.fromstring(f"<div>{inner_xml(grown(soup))}</div>") is not None


@given(soups)
def test_no_box_stands_among_words(soup: str) -> None:
    for element in grown(soup).iter():
        if element.tag in ONLY_WORDS:
            assert all(child.tag in WORDS for child in element)


@given(soups)
def test_parts_of_lists_tables_and_figures_stand_only_in_them(soup: str) -> None:
    for element in grown(soup).iter():
        for child in element:
            assert element.tag in PARENTS.get(child.tag, (element.tag,))


@given(soups)
def test_every_word_of_a_rendered_text_is_kept(soup: str) -> None:
    body = render(soup).body()
    browser = html5lib.parseFragment(body, namespaceHTMLElements=False)
    assert words("".join(grown(body).itertext())) == words("".join(browser.itertext()))


def test_signs_and_names_of_html_become_letters() -> None:
    assert inner_xml(grown("<p>a&nbsp;b &copy; &lt;c&gt; &amp;nope;<br>x</p>")) == (
        "<p>a\u00a0b © &lt;c&gt; &amp;nope;<br />x</p>"
    )


def test_a_passage_in_another_language_says_so_twice() -> None:
    assert inner_xml(grown('<p lang="ar" dir="rtl">نص</p>')) == '<p lang="ar" dir="rtl" xml:lang="ar">نص</p>'


def test_a_thousand_elements_within_each_other_are_no_stack_of_calls() -> None:
    assert "".join(grown("<b>" * 5000 + "deep").itertext()) == "deep"


@pytest.mark.parametrize(
    ("html", "xml"),
    [
        ("<ul>loose<li>a</li>tail</ul>", "<ul><li>loose</li>\n<li>a<span>tail</span></li>\n</ul>"),
        ("<dl><dd>only</dd></dl>", "<div><div>only</div></div>"),
        ("<p><a>x<div>y</div></a></p>", "<p><a>x y </a></p>"),
        ('<a href="#gone">x</a>', "<a>x</a>"),
        ('<p id="a">x</p><p id="a">y</p>', '<p id="a">x</p><p>y</p>'),
        ('<time datetime="99:99">x</time>', "<time>x</time>"),
    ],
)
def test_what_a_browser_forgives_is_put_in_order(html: str, xml: str) -> None:
    assert inner_xml(grown(html)) == xml
