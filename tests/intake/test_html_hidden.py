"""What a page or a copy hides stays hidden, and is told."""

import pytest
from tests.intake.desk import taken

from deskeditor.intake import pasted

WORD = '<html><head><meta name=Generator content="Microsoft Word 15">'


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden>QQQ</span>",
        "<span style='display:none'>QQQ</span>",
        "<span style='visibility: hidden'>QQQ</span>",
        "<span style='mso-hide:all'>QQQ</span>",
        "<span style='font-size:0'>QQQ</span>",
        "<span style='opacity:0'>QQQ</span>",
        "<span style='position:absolute;left:-9999px'>QQQ</span>",
        "<span style='text-indent:-9999px;display:block'>QQQ</span>",
        "<span style='width:1px;height:1px;overflow:hidden'>QQQ</span>",
        "<span style='position:absolute;clip:rect(0,0,0,0)'>QQQ</span>",
        "<span class=sr-only>QQQ</span>",
        "<style>.x{color:red} .n, p.n {display:none}</style><span class='m n'>QQQ</span>",
        "<style><!-- /* a */ @media screen { #k {visibility:hidden} } --></style><b id=k>QQQ</b>",
        "<template>QQQ</template>",
        "<noscript>QQQ</noscript>",
        "<dialog>QQQ</dialog>",
        "<select><option>QQQ</select>",
        "<svg><text>QQQ</text></svg>",
        "<del cite='mailto:Ann'>QQQ</del>",
        "<span class=msoDel>QQQ</span>",
        "<a class=msocomanchor href='#_msocom_1'>[QQQ]</a>",
        "<div style='mso-element:comment-list'><p class=MsoCommentText>QQQ</p></div>",
        "<sup><a href='#cmnt1' id=cmnt_ref1>[QQQ]</a></sup>",
        "<div><p><a href='#cmnt_ref1' id=cmnt1>[a]</a> QQQ</p><p>QQQ more.</p></div>",
        "<!-- ask the chair about QQQ -->",
    ],
)
def test_what_is_hidden_is_left_out_and_told(hidden: str) -> None:
    copied = pasted(f"<p>The bridge is shut.</p>{hidden}<p>Nobody knows why.</p>", "PLAIN")
    assert copied.text == "The bridge is shut.\n\nNobody knows why."
    assert "QQQ" in copied.line
    story = taken(
        f"<html><body><h1>Shut</h1><p>The bridge is shut.</p>{hidden}<p>Nobody knows.</p></body></html>",
        "a.html",
    )
    assert story.document.text == "The bridge is shut.\n\nNobody knows."
    assert any("QQQ" in note for note in story.notes)


@pytest.mark.parametrize(
    "seen",
    [
        "<span style='text-decoration:none'>QQQ</span>",
        "<span aria-hidden=true>QQQ</span>",
        "<style>@media print{.n{display:none}} .a .n{display:none}</style><span class=n>QQQ</span>",
        "<ins cite='mailto:Ann'>QQQ</ins>",
        "<span class=msoIns>QQQ</span>",
        "<details><summary>QQQ</summary></details>",
        "<span style='left:-9999px'>QQQ</span>",
        "<a style='mso-comment-reference:AR_1'>QQQ</a>",
    ],
)
def test_what_is_seen_stays(seen: str) -> None:
    copied = pasted(f"<p>The bridge {seen} is shut.</p>", "PLAIN")
    assert "QQQ" in copied.text and copied.line == ""


def test_a_deletion_in_a_text_of_word_goes_and_one_of_a_site_is_struck() -> None:
    sentence = "<p>The mayor <del datetime=2026-01-01>refused</del> <ins>declined</ins>.</p>"
    assert pasted(f"{WORD}</head><body>{sentence}</body></html>", "").text == "The mayor declined."
    assert pasted(sentence, "").text == "The mayor ~~refused~~ declined."


def test_the_line_of_a_paste_is_short() -> None:
    copied = pasted(f"<p>Text.</p><p hidden>{'word ' * 900}</p>", "")
    assert len(copied.line) < 300
