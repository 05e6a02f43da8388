"""What was copied elsewhere, as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.intake import paste


def test_bare_text_is_taken_to_the_letter() -> None:
    assert paste(None, "a\r\n**b**\0  c\u00a0d") == "a\n**b**\ufffd  c\u00a0d"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<b style="font-weight:normal"><p><span style="font-weight:700">Fat</span> and '
            '<span style="font-style:italic">thin</span></p><ul><li><p>a</p></li><li><p>b</p></li></ul></b>',
            "**Fat** and *thin*\n\n- a\n- b",
        ),
        (
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span "
            "style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>"
            "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span>1.<span>&nbsp; </span></span>"
            "Second <b>fat</b></p><p>After</p>",
            "- First\n    1. Second **fat**\n\nAfter",
        ),
        ("<p>one<br>two<br><br>three</p>", "one  \ntwo\n\nthree"),
        ("<b>fat </b>word<b> fat</b>", "**fat** word **fat**"),
        ('<a href="javascript:alert(1)">x</a> <a href="mailto:a@b.c">y</a>', "x [y](mailto:a@b.c)"),
        ('<a href="https://a.b/c(d) e">z]</a>', "[z\\]](https://a.b/c%28d%29e)"),
        (
            "<p>5 * 3 and *so* and 1. and</p><p>1. no list</p>",
            "5 * 3 and \\*so\\* and 1. and\n\n1\\. no list",
        ),
        ("<h2>Head <b>ing</b></h2><p>x</p>", "## Head ing\n\nx"),
        ("<blockquote><p>a</p><p>b</p></blockquote><hr>", "> a\n>\n> b\n\n---"),
        ("<pre>a\n  *b*</pre><p>x</p>", "```\na\n  *b*\n```\n\nx"),
        ("<ol start=3><li>c<li>d</ol>", "3. c\n4. d"),
        ("<p>Share this:</p><p>Subscribe</p>", "Share this:\n\nSubscribe"),
        ('<img src="https://a.b/c.jpg" alt="A dot"><p>x</p>', "[A dot](https://a.b/c.jpg)\n\nx"),
        (
            "<script>alert(1)</script><style>p{}</style><p onclick=x>Text &lt;b&gt; &amp;amp;</p>",
            "Text &lt;b> &amp;amp;",
        ),
        (
            "Version:0.9\r\nStartHTML:1\r\n<html><body><!--StartFragment--><i>x</i><!--EndFragment--></body></html>",
            "*x*",
        ),
    ],
)
def test_what_was_copied_becomes_markdown(html: str, markdown: str) -> None:
    assert paste(html, "the text") == markdown


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<meta charset=utf-8><span>the text</span>",
        '<div style="font-family: Consolas, monospace; white-space: pre;"><span>**so**</span><br></div>',
        "<p></p>",
    ],
)
def test_html_that_says_nothing_more_than_the_text_is_passed_over(html: str) -> None:
    assert paste(html, "the **text**") == "the **text**"


def test_nesting_without_end_is_survived() -> None:
    deep = "<p>x</p>" + "<div><b>" * 4000 + "deep" + "</b></div>" * 4000
    assert "deep" in paste(deep, "deep")


_TAGS = "<p>|</p>|<b>|</b>|<ul>|<li>|</ul>|<table>|<tr>|<td colspan=0>|</td>|<!--|-->|<a href=//x>|</a>"
_ODD = "<br>|<img src=data:image/png;base64,xx>|<ol start=-1>|<h9>|<pre>|<iframe src=javascript:1>|&nbsp;"
_REST = ["&#0;", "x", "*", "\0", "\ud800"]
_LISTED = "<p style='mso-list:l0 level9'>"
_SOUP = st.lists(st.sampled_from([*_TAGS.split("|"), *_ODD.split("|"), *_REST, _LISTED]), max_size=30).map(
    "".join
)


@given(_SOUP | st.text(max_size=80), st.text(max_size=20))
def test_a_paste_never_raises_and_never_loses_all(html: str, text: str) -> None:
    assert isinstance(paste(html, text), str)
