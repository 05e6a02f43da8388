"""What each construct becomes on the page."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.render.rendering import Context, block_at, block_start, render, update

MEDIA = "media:" + "a" * 64
prose = st.text(
    st.sampled_from("abc ABC, éß的\u00a0\u202f\u2009\u3000\u2028\u200b\u00ad“”‘’«»–—…!?%€\n"),
    min_size=1,
    max_size=60,
)


def body(text: str, language: str = "en") -> str:
    return render(text, Context(language)).body()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("~~gone~~ but ~not~", "<p><del>gone</del> but ~not~</p>"),
        ("# One\n\n## Two ##", '<h2 id="h-one">One</h2>\n<h2 id="h-two">Two</h2>'),
        ("a {sic} {#x}\n{note to the desk}", "<p>a {sic} {#x}\n{note to the desk}</p>"),
        ("Ça va\n{.x #y lang=fr onclick=z}", '<p lang="fr">Ça va</p>'),
        ("![b](https://a.example/b.png)", '<p><a href="https://a.example/b.png">b</a></p>'),
        ("[![b](https://a.example/b.png)](https://a.example)", '<p><a href="https://a.example">b</a></p>'),
        ("[a](javascript:x) [b](/c) [d](../e) [f](//g) [h](file:///i)", "<p>a b d f h</p>"),
        ("[a](mailto:desk@a.example) <https://a.example>", None),
        (
            "```python {.x onclick=y}\na < b\n```",
            '<pre><code class="language-python">a &lt; b\n</code></pre>',
        ),
        ("    a\n\n    b", "<pre><code>a\n\nb\n</code></pre>"),
        ("<!-- a secret -->", ""),
        ("Words <!-- a secret --> more", "<p>Words  more</p>"),
        ("[a]: https://a.example 'T'\n\n[b][a]", '<p><a href="https://a.example" title="T">b</a></p>'),
        ("*[UN]: Nations\n\nThe UN", '<p>The <abbr title="Nations">UN</abbr></p>'),
        ("[a](#two)\n\n## Two", '<p><a href="#h-two">a</a></p>\n<h2 id="h-two">Two</h2>'),
        ("[a](https://a.example 'x\" onclick=y(1)')", "<p>a</p>"),
        ("[a](#nowhere)", "<p>a</p>"),
        ("- a\n  - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ("::: embed javascript:x\n:::", '<aside class="embed">\n<p>javascript:x</p>\n\n</aside>'),
    ],
)
def test_a_construct_becomes_its_html(text: str, html: str | None) -> None:
    assert html is None or body(text) == html


def test_a_lone_picture_is_a_figure_with_caption_and_credit() -> None:
    assert body(f'![A man]({MEDIA} "He \'waits\'"){{credit="Jane Doe"}}') == (
        f'<figure><img alt="A man" src="{MEDIA}">'
        '<figcaption>He ‘waits’ <span class="credit">Jane Doe</span></figcaption></figure>'
    )


def test_boxes_are_what_their_names_say() -> None:
    made = body("::: fact-box The *facts*\n\n- a\n\n:::\n\n::: pull-quote\nWe wait.\n\n— Jane\n:::")
    assert '<aside class="fact-box">\n<p class="fact-box-title">The <em>facts</em></p>\n<ul>' in made
    assert '<figure class="pull-quote">\n<blockquote>\n<p>We wait.</p>\n</blockquote>' in made
    assert "<figcaption>Jane</figcaption>" in made


def test_a_card_leads_to_a_story_or_waits_for_one_in_its_language() -> None:
    made = body("::: read-also\n[Da](article:abcdefghijkl)\nWartet <noch>\n:::", "de")
    assert '<div class="label">Lesen Sie auch</div>\n<a href="article:abcdefghijkl">Da</a>\n' in made
    assert "<span>Wartet &lt;noch&gt;</span>" in made


def test_footnotes_are_numbered_as_they_are_met_and_lead_back() -> None:
    rendering = render("B[^b] a[^a] b[^b].\n\n[^a]: An *a*.\n[^b]: A b, see[^c].\n[^c]: C.\n[^d]: D.")
    assert re.findall(r'<sup id="([^"]*)"><a[^>]*>(\d)</a>', rendering.html[0]) == [
        ("fnref-1", "1"),
        ("fnref-2", "2"),
        ("fnref-1-2", "1"),
    ]
    assert re.findall(r'<li id="(fn-\d)">\n<p>([^ ]* [^ ]*)', rendering.tail) == [
        ("fn-1", "A b,"),
        ("fn-2", "An <em>a</em>."),
        ("fn-3", "C. <a"),
    ]
    assert [note.message for note in rendering.notes] == ["nothing refers to the footnote “d”"]


def test_a_word_in_code_is_no_footnote_and_no_quotation() -> None:
    made = body('`[^a] "x" -- UN`\n\n[^a]: A.\n*[UN]: Nations')
    assert made == '<p><code>[^a] "x" -- UN</code></p>'


def test_headings_of_one_name_have_ids_of_their_own() -> None:
    assert re.findall(r'id="([^"]*)"', body("# A\n\n# A\n\n# A-2\n\n# 的")) == [
        "h-a",
        "h-a-2",
        "h-a-2-2",
        "h-section",
    ]


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("en", "<p>“It’s ‘so’,” he said – the ’80s…</p>"),
        ("en-GB", "<p>“It’s ‘so’,” he said – the ’80s…</p>"),
        ("de", "<p>„It’s ‚so‘,“ he said – the ’80s…</p>"),
        ("fr", "<p>«\u202fIt’s “so”,\u202f» he said – the ’80s…</p>"),
        ("es", "<p>«It’s “so”,» he said – the ’80s…</p>"),
        ("sv", "<p>”It’s ’so’,” he said – the ’80s…</p>"),
    ],
)
def test_quotation_marks_follow_the_language(language: str, html: str) -> None:
    assert body("\"It's 'so',\" he said -- the '80s...", language) == html


@given(prose)
def test_every_letter_of_prose_survives(text: str) -> None:
    shown = unescape(re.sub(r"<[^>]*>", "", body(text)))
    assert re.sub(r"[ \n]", "", shown) == re.sub(r"[ \n]", "", text)


@given(prose.filter(lambda text: bool(text.strip(" \n"))))
def test_plain_words_look_the_same_with_and_without_the_short_cut(text: str) -> None:
    text = re.sub(r"\n\s*", "\n", text).strip(" \n")
    marked = body(text + "\n\nx")
    slow = body(text + "<!-- -->\n\nx")
    assert re.sub(r"\s+", " ", marked) == re.sub(r"\s+", " ", slow)


@pytest.mark.parametrize(
    "text", ["[" * 10_000, "> " * 5000 + "a", "- " * 5000 + "a", "`a" * 5000, "<div>" * 9000, "![" * 5000]
)
def test_what_would_take_too_long_is_shown_as_it_was_written(text: str) -> None:
    rendering = render(f"First.\n\n{text}\n\nLast.")
    assert unescape(rendering.html[1]) == f"<p>{text}</p>"
    assert [note.block for note in rendering.notes] == [1]
    assert (rendering.html[0], rendering.html[2]) == ("<p>First.</p>", "<p>Last.</p>")


def test_a_position_finds_its_block_also_after_edits_far_apart() -> None:
    rendering = render("\n\n".join(f"Paragraph {number}." for number in range(300)))
    for start, inserted in ((10, "x"), (4000, "\n\nNew.\n\n"), (20, "y"), (1, "# ")):
        rendering, _ = update(rendering, start, 0, inserted)
    starts = [block_start(rendering, index) for index in range(len(rendering.blocks))]
    assert [block_at(rendering, start) for start in starts] == list(range(len(starts)))
    assert [block_at(rendering, start - 1) for start in starts[1:]] == list(range(len(starts) - 1))


def test_a_changed_definition_changes_the_blocks_that_use_it_alone() -> None:
    old = render("[a][r]\n\nWords.\n\n[r]: https://a.example/1\n")
    new, patch = update(old, len(old.text) - 1, 0, "2")
    assert patch.changed == ((0, '<p><a href="https://a.example/12">a</a></p>'),)
    assert new.html[0] == patch.changed[0][1]


@pytest.mark.parametrize("line", [r"[Guards \[sic\] called](article:abcdefghijkl)", r"Guards \[sic\] called"])
def test_a_card_reads_a_headline_with_brackets_as_it_was_meant(line: str) -> None:
    assert ">Guards [sic] called</" in render(f"::: read-also\n{line}\n:::\n").body()


def test_a_table_can_be_scrolled_by_the_keyboard() -> None:
    assert body("| a | b |\n| --- | --- |\n| 1 | 2 |").startswith('<table tabindex="0">')


@pytest.mark.parametrize("language", ["ar", "he-IL", "fa"])
def test_the_renderer_s_own_words_are_said_from_the_right_too(language: str) -> None:
    assert "Read also" not in body("::: read-also\nA headline\n:::", language)
