"""The page that will be exported, with addresses that the preview can serve. No Qt."""

from functools import cache
from pathlib import Path

from deskeditor.document.model import ArticleId, Fields, MediaHash
from deskeditor.library.errors import LibraryError
from deskeditor.library.media import MediaFolder
from deskeditor.publish.errors import ThemeError
from deskeditor.publish.goal import DEFAULT_THEME
from deskeditor.publish.page import parts
from deskeditor.publish.site import Site, direction, language_tag, site_from
from deskeditor.publish.story import Story
from deskeditor.publish.theme import Theme
from deskeditor.publish.views import Shot, Teaser
from deskeditor.publish.words import credited
from deskeditor.render.links import MediaTarget, Targets, resolve
from deskeditor.session.preview_protocol import Parts

PATH = "section/story.html"


class PreviewPage:
    """Draws what stands around a body and puts real addresses into a body's blocks.

    `shell` is the page without a story, `remark` what is wrong with the theme that was asked for.
    """

    def __init__(self, media: Path, site: dict[str, str], theme: str) -> None:
        self._media = MediaFolder(media)
        self._site = site_from(lambda key: site.get(key.removeprefix("site.")), {})
        self._theme, self.shell, self.remark = _drawn(theme, self._site)
        self._targets = Targets(media=cache(self._picture), article=_article, headline=_nowhere)

    def resolve(self, html: str, language: str) -> str:
        """A block of the body as the page has it, with addresses that the preview can serve."""
        return resolve(credited(html, language_tag(language) or "en"), self._targets)

    def parts(self, fields: Fields, words: int) -> Parts:
        """Header and footer of the story, with its lead picture and related stories."""
        story = Story(
            ArticleId(""),
            fields,
            PATH,
            words=words,
            shot=self._shot(fields),
            related=tuple(Teaser(each.headline, each.excerpt, "") for each in fields.related),
        )
        drawn = parts(story, self._site, self._theme)
        return Parts(
            header=drawn.header,
            footer=drawn.footer,
            language=story.language,
            direction=direction(story.language),
        )

    def _shot(self, fields: Fields) -> Shot | None:
        lead = fields.lead_picture
        target = self._picture(lead.media) if lead else None
        if lead is None or target is None:
            return None
        return Shot(
            target.src, target.width, target.height, alt=lead.alt, caption=lead.caption, credit=lead.credit
        )

    def _picture(self, media: MediaHash) -> MediaTarget | None:
        try:
            info = self._media.info(media)
        except (LibraryError, OSError):
            return None
        return MediaTarget(f"/media/{media}", info.width, info.height)


def _drawn(theme: str, site: Site) -> tuple[Theme, str, str]:
    """The theme and its page without a story; where it has mistakes, the one that every desk has, and why."""
    try:
        return *_with_shell(theme, site), ""
    except ThemeError as error:
        return *_with_shell(DEFAULT_THEME, site), f"The preview is drawn as {DEFAULT_THEME}: {error}"


def _with_shell(theme: str, site: Site) -> tuple[Theme, str]:
    found = Theme.load(theme)
    return found, parts(Story(ArticleId(""), Fields(), PATH), site, found).page("")


def _article(article: ArticleId) -> str | None:
    return f"/article/{article}"


def _nowhere(_headline: str) -> str | None:
    return None
