"""Web pages: the story, without the page around it."""

from base64 import b64encode
from hashlib import sha256

import pytest
from tests.intake.desk import page, taken
from tests.intake.office import PNG

from deskeditor.document.model import Author
from deskeditor.intake import Intake


@pytest.fixture(name="story", scope="module")
def _story() -> Intake:
    return page("pool-closed.html")


def web(body: str, head: str = "") -> Intake:
    """The story of a page with this body."""
    return taken(
        f"<html><head>{head}</head><body><h1>A headline of the day</h1>{body}</body></html>", "a.html"
    )


def test_the_page_says_its_fields_itself(story: Intake) -> None:
    fields = story.document.fields
    assert fields.headline == "Council closes the pool that has leaked since 1988"
    assert fields.byline == (Author("Jane Marlow"),)
    assert (fields.published, fields.updated) == ("2025-09-01T18:05:00-05:00", "2025-09-02T07:30:00-05:00")
    assert (fields.section, fields.tags, fields.language) == ("Local", ("pool", "council"), "en-US")
    assert fields.dateline == "NEVADA, Mo."


def test_the_body_of_the_page_is_markdown(story: Intake) -> None:
    assert story.document.text == "\n\n".join(
        [
            "[A dry pool](https://example.org/pool.jpg)",
            "The council voted on Monday to *close* the pool for **good**, "
            "and [a petition](https://example.org/p) with 900 names lay on the table.",
            "::: read-also\nLibrary to open on Sundays\n:::",
            "## What it costs",
            "- $31,000 a year\n    - for water\n- nothing for the sun",
            "> “It was never warm,” said the mayor.",
            "| Year | Bathers |\n| --- | --- |\n| 1988 | 14,000 |\n| 2024 | 611 |",
            "1\\. was the number of votes that decided it, 4 to 3.",
        ]
    )


def test_teasers_below_the_story_become_related_entries(story: Intake) -> None:
    (related,) = story.document.fields.related
    assert related.headline == "County fair counts its goats again"
    assert related.excerpt == "Sedalia, Missouri - There were 611..."


@pytest.mark.parametrize("text", ["Home News Sports", "Never miss a story", "Weather: 31 °C", "Hidden words"])
def test_what_stood_around_the_story_is_named(story: Intake, text: str) -> None:
    assert text not in story.document.text
    assert any(note.startswith("Taken out") and text in note for note in story.notes)


def test_the_caption_of_a_picture_elsewhere_is_kept_for_the_editor(story: Intake) -> None:
    assert "The pool in August. (Photo by Lena Ortiz)" in story.document.fields.note_to_editor


def test_a_picture_inside_the_page_comes_along() -> None:
    address = f"data:image/png;base64,{b64encode(PNG).decode()}"
    story = web(
        f'<p>Text.</p><figure><img src="{address}" alt="A dot"><figcaption>Say "dot"</figcaption></figure>'
    )
    digest = sha256(PNG).hexdigest()
    assert story.document.text.endswith(f'![A dot](media:{digest} "Say &quot;dot&quot;")')
    assert [picture.data for picture in story.media] == [PNG]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "//evil.example/x", "/local", "#top", "http:", "blob:https://x/y", "media:abc", "article:abc",
    ],
)  # fmt: skip
def test_a_link_leads_to_the_web_or_nowhere(address: str) -> None:
    assert web(f'<p>The <a href="{address}">link</a> is plain text in here.</p>').document.text == (
        "The link is plain text in here."
    )


@pytest.mark.parametrize(
    "mark_up",
    [
        "<script>alert(1)</script>", "<style>p{}</style>", "<img src=x onerror=alert(1)>", "<!-- x -->",
        "<iframe src=https://evil.example></iframe>", "<object data=x></object>", "<form><input></form>",
        '<img src="https://a.b/pixel.gif" width=1 height=1>', "<template><p>x</p></template>",
        "<noscript>x</noscript>", "<svg onload=alert(1)></svg>",
    ],
)  # fmt: skip
def test_nothing_that_runs_or_counts_gets_in(mark_up: str) -> None:
    assert web(f"<p>One sentence stands here.</p>{mark_up}").document.text == "One sentence stands here."


def test_mark_up_that_is_shown_as_text_stays_text() -> None:
    assert web("<p>He wrote &lt;script&gt;x&lt;/script&gt; on it.</p>").document.text == (
        "He wrote &lt;script>x&lt;/script> on it."
    )


def test_a_film_becomes_a_card() -> None:
    story = web('<p>Text of it.</p><iframe src="https://www.youtube.com/embed/x"></iframe>')
    assert story.document.text.endswith("::: embed https://www.youtube.com/embed/x\n:::")


def test_footnotes_of_a_page_are_footnotes() -> None:
    story = web(
        '<p>So he said<sup><a href="#fn1" id="r1">1</a></sup> on Monday.</p>'
        '<ol><li id="fn1">In a call. <a href="#r1">↩</a></li></ol>'
    )
    assert story.document.text == "So he said[^1] on Monday.\n\n[^1]: In a call."


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    story = web(
        "<table><tr><td><ul><li>menu</li></ul></td><td><p>The story stands in here.</p></td></tr></table>"
    )
    assert "|" not in story.document.text and "The story stands in here." in story.document.text


def test_a_page_without_a_visible_headline_has_one_in_its_head() -> None:
    head = "<head><title>Mill falls down in Joplin | KSHB</title></head>"
    story = taken(f"<html>{head}<body><p>The mill fell at noon.</p></body></html>", "a.html")
    assert story.document.fields.headline == "Mill falls down in Joplin"


def test_a_time_without_a_zone_in_the_head_is_noted() -> None:
    story = web(
        "<p>Some text here.</p>", '<meta property="article:published_time" content="2025-09-01 10:00">'
    )
    assert story.document.fields.published is None
    assert any("2025-09-01 10:00" in note for note in story.notes)


def test_broken_json_in_the_head_is_passed_over() -> None:
    story = web(
        "<p>Some text here.</p>", '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    )
    assert story.document.text == "Some text here."


def test_nesting_without_end_loses_no_text() -> None:
    deep = "<div>" * 3000 + "<p>The deep sentence.</p>" + "</div>" * 3000
    assert "The deep sentence." in web(f"{deep}<p>After it all.</p>").document.text
