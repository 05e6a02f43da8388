"""What blocks take from each other: link references, abbreviations, footnotes and the ids of headings."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from typing import NamedTuple

from deskeditor.render import shapes
from deskeditor.render.blocks import Block, Kind
from deskeditor.render.extensions.footnotes import Place
from deskeditor.render.letters import fit

MOST_ABBREVIATIONS = 300
"""Further ones are not looked for: each costs a search through every block."""

BRACKETED = re.compile(r"\[(\^?)([^\[\]]{1,200})\]")
FRAGMENT = re.compile(r"[(<\"'=]\s?#([^\s)>\"'<]{1,200})")
WORDS = re.compile(r"\w+")
TAG = re.compile(r"<[^>]*>")
NOT_NAME = re.compile(r"[^a-z0-9]+")


class Link(NamedTuple):
    """Where a reference leads."""

    href: str
    title: str


class Uses(NamedTuple):
    """All that one block takes from elsewhere; with its source, this says what it looks like."""

    links: tuple[tuple[str, Link], ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, Place], ...] = ()
    fragments: tuple[tuple[str, str], ...] = ()


NOTHING = Uses()


class Names(NamedTuple):
    """The definitions of a whole text; of two for one label the first holds."""

    links: Mapping[str, Link] = {}
    abbreviations: Mapping[str, str] = {}
    notes: Mapping[str, str] = {}
    """The source of each footnote's text, with the indentation of its continuation taken off."""

    def changed(self, other: "Names") -> frozenset[str]:
        """The mentions that mean something else in the other names; footnotes only as far as they exist."""
        links = {
            label for label in {*self.links, *other.links} if self.links.get(label) != other.links.get(label)
        }
        notes = {f"^{label}" for label in self.notes.keys() ^ other.notes.keys()}
        return frozenset(links | notes)

    def changed_abbreviations(self, other: "Names") -> frozenset[str]:
        """The abbreviations that mean something else in the other names."""
        mine, others = self.abbreviations, other.abbreviations
        return frozenset(short for short in {*mine, *others} if mine.get(short) != others.get(short))


def gather(definitions: Iterable[Block]) -> Names:
    """The names that these blocks define."""
    links: dict[str, Link] = {}
    abbreviations: dict[str, str] = {}
    notes: dict[str, str] = {}
    for block in definitions:
        if block.kind is Kind.REFERENCE:
            links.setdefault(block.name, _link(fit(block.source)))
        elif block.kind is Kind.FOOTNOTE:
            notes.setdefault(block.name, _note(fit(block.source)))
        elif len(abbreviations) < MOST_ABBREVIATIONS:
            abbreviations.setdefault(block.name, _meaning(fit(block.source)))
    return Names(links, abbreviations, notes)


def _link(source: str) -> Link:
    found = shapes.REFERENCE.match(source.rstrip(" \t\r\n"))
    if found is None:
        return Link("", "")
    return Link(found["target"].strip("<>"), found["double"] or found["single"] or found["round"] or "")


def _note(source: str) -> str:
    first, _, rest = source.partition("\n")
    found = shapes.FOOTNOTE.match(first)
    lines = [found["text"] if found else first]
    lines += (line[4:] if line.startswith("    ") else line.removeprefix("\t") for line in rest.split("\n"))
    return "\n".join(lines).strip("\n")


def _meaning(source: str) -> str:
    found = shapes.ABBREVIATION.match(source.rstrip(" \t\r\n"))
    return found["text"].strip() if found else ""


def mentions(source: str) -> frozenset[str]:
    """The labels a block may refer to: `label` of a link, `^label` of a footnote, `#name` of a heading."""
    found: set[str] = set()
    if "[" in source:
        for caret, label in BRACKETED.findall(source):
            found.add(f"^{label}" if caret else " ".join(label.lower().split()))
        found.discard("")
    if "#" in source:
        found.update(f"#{name}" for name in FRAGMENT.findall(source))
    return frozenset(found)


def uses(
    source: str,
    mentioned: frozenset[str],
    names: Names,
    places: Mapping[str, Place],
    fragments: Mapping[str, str],
) -> Uses:
    """What this block takes of all that is defined."""
    if not names.abbreviations and not (mentioned and (names.links or places or fragments)):
        return NOTHING
    links = tuple((label, names.links[label]) for label in sorted(mentioned) if label in names.links)
    jumps = {label[1:] for label in mentioned if label.startswith("#")}
    jumps.update(link.href[1:] for _, link in links if link.href.startswith("#"))
    return Uses(
        links,
        abbreviations_in(source, names.abbreviations),
        tuple(
            (label[1:], places[label[1:]])
            for label in sorted(mentioned)
            if label[1:] in places and label[0] == "^"
        ),
        tuple((name, fragments[name]) for name in sorted(jumps) if name in fragments),
    )


def abbreviations_in(source: str, abbreviations: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The abbreviations whose letters stand in the source."""
    return tuple((short, meaning) for short, meaning in abbreviations.items() if short in source)


def heading_name(html: str) -> str:
    """What a heading is called in an address: letters and digits of its text, 60 at most, never nothing."""
    text = (
        unicodedata.normalize("NFKD", unescape(TAG.sub("", html))).encode("ascii", "ignore").decode("ascii")
    )
    return NOT_NAME.sub("-", text.lower()).strip("-")[:60].strip("-") or "section"


def heading_ids(headings: Sequence[str]) -> tuple[str, ...]:
    """An id for each heading's name, unlike all others; the prefix keeps off names the browser uses."""
    if unlike(headings):
        return tuple([f"h-{name}" for name in headings])
    taken: set[str] = set()
    counts: dict[str, int] = {}
    ids = []
    for name in headings:
        identity = f"h-{name}"
        while identity in taken:
            counts[name] = counts.get(name, 1) + 1
            identity = f"h-{name}-{counts[name]}"
        taken.add(identity)
        ids.append(identity)
    return tuple(ids)


def unlike(headings: Sequence[str]) -> bool:
    """Whether no two of the names are the same."""
    return len(set(headings)) == len(headings)


def fragment_map(ids: Iterable[str]) -> dict[str, str]:
    """The names that a link may jump to: a heading's id, with or without its prefix."""
    known: dict[str, str] = {}
    for identity in ids:
        known[identity] = identity
        known.setdefault(identity.removeprefix("h-"), identity)
    return known
