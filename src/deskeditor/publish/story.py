"""A story on its way out: the fields, the finished body, and where everything it names is."""

import html
import re
from dataclasses import dataclass, field

from deskeditor.document.model import ArticleId, Fields
from deskeditor.publish.images import Rendition, Renditions
from deskeditor.publish.markup import ROOT
from deskeditor.publish.site import language_tag
from deskeditor.publish.times import parse_time
from deskeditor.publish.views import Shot, Teaser

_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
_SUMMARY = 220


@dataclass(frozen=True, slots=True)
class Story:
    """What every output of a story is made from.

    `body` is clean HTML, wanted for the story's own page alone; its addresses, and those of `shot` and
    `related`, begin with ROOT. `opening` is the first words of the text.
    """

    article: ArticleId
    fields: Fields
    path: str
    body: str = field(default="", repr=False)
    opening: str = ""
    words: int = 0
    shot: Shot | None = None
    lead: Renditions | None = None
    related: tuple[Teaser, ...] = ()

    @property
    def language(self) -> str:
        """The story's language where it is a sound tag, otherwise English."""
        return language_tag(self.fields.language) or "en"

    @property
    def shapes(self) -> tuple[Rendition, ...]:
        """The lead picture as JPEG for machines: the widest of its own shape, then the crops."""
        return self.lead.shapes if self.lead else ()

    @property
    def modified(self) -> str | None:
        """The latest of published, updated and corrected; None where the story has no time at all."""
        fields = self.fields
        times = (fields.published, fields.updated, *(each.at for each in fields.corrections))
        known = [(when, text) for text in times if text and (when := parse_time(text))]
        return max(known)[1] if known else None

    @property
    def summary(self) -> str:
        """One line on the story: what the newsroom wrote, else the opening of the text, cut at a word."""
        fields = self.fields
        written = one_line(fields.seo_description) or one_line(fields.standfirst)
        return written or self.opening


def placed(html: str, path: str) -> str:
    """The HTML with its addresses as the page at this path needs them."""
    return html.replace(ROOT, up(path))


def up(path: str) -> str:
    """The way from a page to the top of its bundle."""
    return "../" * path.count("/")


def one_line(text: str) -> str:
    """The text with every run of white space as one space; a no-break space stays."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _BLANKS.sub(" ", text).strip()


def opening(body: str) -> str:
    """The first paragraph's words, at most some 220 characters, cut at a word with an ellipsis."""
    found = _PARAGRAPH.search(body)
    return clipped(one_line(html.unescape(_TAG.sub("", found.group(1))))) if found else ""


def clipped(text: str) -> str:
    """A line of at most some 220 characters, cut at a word with an ellipsis."""
    if len(text) <= _SUMMARY:
        return text
    return text[:_SUMMARY].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"
