"""What a template may see: public values of a page, nothing of the desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from deskeditor.publish.markup import ROOT, address
from deskeditor.publish.times import Moment


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads; plain text where `href` is empty."""

    text: str
    href: str = ""
    current: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture in its place on one page: `sources` are (type, srcset), best first, `src` the JPEG."""

    src: str
    width: int
    height: int
    srcset: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    alt: str = ""
    caption: str = ""
    credit: str = ""

    def marked(self) -> "Shot":
        """The same with addresses that a template writes as they stand."""
        return self._with(address)

    def under(self, top: str) -> "Shot":
        """The same with plain addresses, `top` for the top of the bundle."""
        return self._with(lambda text: str(text).replace(ROOT, top))

    def _with(self, change: Callable[[str], str]) -> "Shot":
        sources = tuple((mime, change(srcset)) for mime, srcset in self.sources)
        return replace(self, src=change(self.src), srcset=change(self.srcset), sources=sources)


@dataclass(frozen=True, slots=True)
class Writer:
    """One name of the byline with its page, or the address that the newsroom gave."""

    name: str
    role: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A related story: linked where it is in the bundle, listed by its headline where it is not."""

    headline: str
    excerpt: str
    href: str


@dataclass(frozen=True, slots=True)
class Note:
    """A correction that readers see."""

    when: Moment | None
    text: str
    story: Link = Link("")


@dataclass(frozen=True, slots=True)
class Policy:
    """What the house has promised: its name, the anchor that it is linked by, and its paragraphs."""

    name: str
    anchor: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A story as a list shows it."""

    headline: str
    href: str
    kicker: str
    teaser: str
    section: Link
    byline: str
    when: Moment | None
    shot: Shot | None
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story's fields as its own page shows them; the body is put in afterwards."""

    headline: str
    kicker: str
    standfirst: str
    dateline: str
    section: Link
    byline: tuple[Writer, ...]
    published: Moment | None
    updated: Moment | None
    reading: str
    shot: Shot | None
    tags: tuple[Link, ...]
    related: tuple[Teaser, ...]
    corrections: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page; the program writes the head itself.

    `policy` leads to how the house corrects mistakes, `links` belong to the foot.
    `masthead` and `foot` are what masthead.html and foot.html make of all the rest, once for many pages.
    """

    language: str
    direction: str
    site: str
    tagline: str
    house: str
    home: Link
    sections: tuple[Link, ...]
    links: tuple[Link, ...]
    policy: Link
    words: Mapping[str, str]
    masthead: str = ""
    foot: str = ""


VIEWS = (Link, Shot, Writer, Teaser, Note, Policy, Card, StoryView, Frame)
"""All that a template can meet, beside Moment."""
