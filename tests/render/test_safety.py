"""Whatever is written, a fragment is safe, stable and whole."""

import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.texts import anything, texts

from deskeditor.render.rendering import render
from deskeditor.render.sanitize import TAGS

OURS = TAGS | {"aside", "section", "figure", "figcaption", "blockquote", "sup"}
FORBIDDEN = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "button",
    "select",
    "svg",
    "math",
}
MARKER = "<p>the block after it</p>"

HOSTILE = (
    "<b",
    "<p title='",
    '<a href="javascript:x()">x</a>',
    "<a href='http://a.example/'><div>x</div></a>",
    "<table><p>x</table>",
    "<p><button><p>x</p></button>",
    "<a href='http://a.example/'><object><a href='http://b.example/'>x",
    "<ul><li><table><tr><li>x",
    "<b><p>x</b>y</p>",
    "<svg><style><img src=x onerror=a()></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=a()&gt;'>",
    "<form><input name=body><select><option>x",
    "<form action='http://a.example/' onsubmit=a()><input name=body autofocus><button>x</button></form>",
    "<img src=x onerror=a()>",
    "<img src='http://a.example/t.gif' alt='\"><script>a()</script>'>",
    "<textarea><p>x",
    "<plaintext>x",
    "<frameset><frame src=x>",
    "<p style='position:fixed' class='x' id='body' name='forms'>x</p>",
    "<h1 id=location>x</h1>",
    "<sup id='fnref-1'>x</sup>",
    "<sup id=location>x</sup>",
    "<a href='#h-head' target=_blank ping=x>x</a>",
    "<a href='..%2f..'>x</a>",
    "<a href='\\\\host\\share'>x</a>",
    "<a href='//host/x'>x</a>",
    "<a href='/etc/x'>x</a>",
    "<a href='http:\\\\host'>x</a>",
    "<base href='http://a.example/'>",
    "<meta http-equiv=refresh content='0;url=http://a.example/'>",
    "<!--><img src=x onerror=a()>-->",
    "<details open ontoggle=a()>x</details>",
    "</p></div></body></html>",
    "<td>x</td>",
    "&lt;script&gt;a()&lt;/script&gt; &#2;klzzwxh:0001&#3; &#x202e;",
)
hostile = st.lists(st.one_of(st.sampled_from(HOSTILE), anything), max_size=4).map("\n".join)


def parsed(html: str) -> str:
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return str(html5lib.serialize(tree, tree="etree", quote_attr_values="always", omit_optional_tags=False))


@settings(max_examples=250, deadline=None)
@given(hostile)
def test_a_fragment_says_the_same_when_it_is_read_and_written_again(text: str) -> None:
    for html in render(text).html:
        once = parsed(html)
        assert parsed(once) == once
        assert sorted(re.findall(r"<\w+", once)) == sorted(re.findall(r"<\w+", html))


@settings(max_examples=250, deadline=None)
@given(hostile)
def test_a_fragment_leaves_the_next_block_alone(text: str) -> None:
    for html in render(text).html:
        assert parsed(html + MARKER) == parsed(html) + MARKER


def judge(body: str) -> None:
    tree = html5lib.parseFragment(body, treebuilder="etree", namespaceHTMLElements=False)
    for element in tree.iter():
        assert element.tag == "DOCUMENT_FRAGMENT" or element.tag in OURS - FORBIDDEN
        assert not any(
            name.startswith("on") or name in {"style", "name", "target"} for name in element.attrib
        )
        href = element.attrib.get("href", "#")
        assert re.match(
            r"https?://[^/\\]|mailto:|tel:|#(h|fn|fnref)-|#$|media:[0-9a-f]{64}$|article:\w{12}$", href
        )
        assert re.match(r"media:[0-9a-f]{64}$", element.attrib.get("src", "media:" + "0" * 64))


@settings(max_examples=250, deadline=None)
@given(hostile)
def test_only_listed_elements_and_addresses_come_through(text: str) -> None:
    judge(render(text).body())


@settings(max_examples=150, deadline=None)
@given(st.one_of(hostile, texts))
def test_ids_are_ours_and_stand_once_and_every_jump_has_one(text: str) -> None:
    body = render(text).body()
    ids = re.findall(r'<[a-z0-9]+ [^>]*?\bid="([^"]*)"', body)
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"h-[a-z0-9-]+|fn-\d+|fnref-\d+(-\d+)?", identity) for identity in ids)
    assert set(re.findall(r'href="#([^"]*)"', body)) <= set(ids)


@pytest.mark.parametrize(
    "opened", ["<script>", "<style>", "<textarea>", "<b title='", "<svg>", "<iframe src=x>"]
)
@pytest.mark.parametrize("start", ["", "Words ", "<div>", "- ", "> "])
def test_what_is_unfinished_hides_no_words(start: str, opened: str) -> None:
    assert "hidden words" in render(f"{start}{opened} hidden words").body()


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_comes_through(text: str) -> None:
    judge(render(text).body())


@given(st.text(st.characters(codec=None, categories=("Cs", "Cc", "Cn", "Co", "Lo", "Zs")), max_size=60))
def test_any_letters_give_a_page(text: str) -> None:
    assert render(text).text == text
    render(text).body().encode()
