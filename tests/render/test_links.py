"""Addresses of the library become real ones, or plain text."""

from deskeditor.document.model import ArticleId, MediaHash
from deskeditor.render.links import MediaSource, MediaTarget, Targets, articles_in, media_in, resolve
from deskeditor.render.rendering import render

HASH = MediaHash("a" * 64)
STORY = ArticleId("abcdefghijkl")
FIGURE = f'![A "man"](media:{HASH})'
LINK = f"See [the story](article:{STORY}) there."
CARDS = f"::: read-also\n[Known](article:{STORY})\nWaiting & hoping\n:::"

NOTHING = Targets(media=lambda _: None, article=lambda _: None, headline=lambda _: None)
ALL = Targets(
    media=lambda found: MediaTarget(
        f"../media/{found[:4]}.jpg", 640, 480, (MediaSource("image/webp", "a.webp 640w"),)
    ),
    article=lambda found: f"../{found}.html?a=1&b=2",
    headline=lambda headline: f"../{headline.split()[0].lower()}.html",
)


def resolved(text: str, targets: Targets) -> str:
    return resolve(render(text).body(), targets)


def test_a_picture_gets_its_files_and_its_size() -> None:
    assert resolved(FIGURE, ALL) == (
        '<figure><picture><source type="image/webp" srcset="a.webp 640w">'
        '<img alt="A &quot;man&quot;" src="../media/aaaa.jpg" width="640" height="480" '
        'loading="lazy" decoding="async">'
        "</picture></figure>"
    )


def test_a_missing_picture_leaves_the_words_that_stand_for_it() -> None:
    assert resolved(FIGURE, NOTHING) == '<figure>A "man"</figure>'


def test_a_link_to_an_article_leads_there() -> None:
    assert resolved(LINK, ALL) == '<p>See <a href="../abcdefghijkl.html?a=1&amp;b=2">the story</a> there.</p>'


def test_a_link_to_a_missing_article_is_plain_text() -> None:
    assert resolved(LINK, NOTHING) == "<p>See the story there.</p>"


def test_cards_lead_where_they_can() -> None:
    made = resolved(CARDS, ALL)
    assert '<a href="../abcdefghijkl.html?a=1&amp;b=2">Known</a>' in made
    assert '<a href="../waiting.html">Waiting &amp; hoping</a>' in made


def test_cards_without_a_story_stand_without_a_link() -> None:
    assert "<span>Known</span>\n<span>Waiting &amp; hoping</span>" in resolved(CARDS, NOTHING)


def test_addresses_that_are_shown_as_text_stay_text() -> None:
    text = f'`<a href="article:{STORY}">x</a>` <https://example.org/article:{STORY}>'
    assert resolved(text, NOTHING) == render(text).body()


def test_the_library_is_told_what_a_text_needs() -> None:
    html = render(f"{FIGURE}\n\n{LINK}\n\n{CARDS}").body()
    assert (media_in(html), articles_in(html)) == ((HASH,), (STORY,))
