"""The footnotes of a whole text: their numbers by first reference, and the section at its end."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from deskeditor.render.extensions.footnotes import Place, reference_id
from deskeditor.render.labels import labels
from deskeditor.render.names import Names, Uses, mentions, uses
from deskeditor.render.pieces import Piece, joined


class Numbering(NamedTuple):
    """The labels in the order of their numbers, from 1, and how often each is referred to."""

    order: tuple[str, ...] = ()
    counts: Mapping[str, int] = {}


class Numbers:
    """Counts references as they come, from the top of the text down."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}

    def take(self, labels: Iterable[str]) -> dict[str, Place]:
        """The places of these references, which are counted; the first one of a label gives it its number."""
        labels = tuple(labels)
        before = {label: self._places.get(label, Place(0, 0)) for label in labels}
        for label in labels:
            number, seen = self._places.get(label, Place(len(self._places) + 1, 0))
            self._places[label] = Place(number, seen + 1)
        return {label: Place(self._places[label].number, before[label].seen) for label in before}

    def numbering(self) -> Numbering:
        """All that was counted."""
        return Numbering(tuple(self._places), {label: place.seen for label, place in self._places.items()})


class Surroundings(NamedTuple):
    """What a footnote's text takes from the article."""

    language: str
    names: Names
    fragments: Mapping[str, str]


def discovered(source: str, mentioned: frozenset[str], names: Names, fragments: Mapping[str, str]) -> Uses:
    """What a block takes, its footnotes numbered for itself alone: enough to learn which it refers to."""
    if not names.notes:
        return uses(source, mentioned, names, {}, fragments)
    known = sorted(label[1:] for label in mentioned if label[:1] == "^" and label[1:] in names.notes)
    places = {label: Place(rank, 0) for rank, label in enumerate(known, start=1)}
    return uses(source, mentioned, names._replace(notes={}), places, fragments)


def section(numbers: Numbers, around: Surroundings) -> tuple[str, Numbering]:
    """The section of footnotes, and all numbers; notes that only notes refer to are numbered last."""
    done = 0
    settled: list[tuple[Uses, str]] = []
    while done < len(order := numbers.numbering().order):
        source = around.names.notes[order[done]]
        first = discovered(source, mentions(source), around.names, around.fragments)
        places = numbers.take(joined(source, around.language, first).notes) if first.notes else {}
        settled.append((first._replace(notes=tuple(sorted(places.items()))), source))
        done += 1
    numbering = numbers.numbering()
    items = [
        _item(joined(source, around.language, used), index, numbering, around.language)
        for index, (used, source) in enumerate(settled)
    ]
    return _list(items, around.language), numbering


def _item(note: Piece, index: int, numbering: Numbering, language: str) -> str:
    number = index + 1
    count = numbering.counts[numbering.order[index]]
    back = " ".join(_back(number, nth, language) for nth in range(1, count + 1))
    if note.html.endswith("</p>"):
        return f'<li id="fn-{number}">\n{note.html.removesuffix("</p>")} {back}</p>\n</li>'
    return f'<li id="fn-{number}">\n{note.html}\n<p>{back}</p>\n</li>'


def _back(number: int, nth: int, language: str) -> str:
    said = escape(f"{labels(language).back} {number}" + (f"-{nth}" if nth > 1 else ""))
    return f'<a href="#{reference_id(number, nth)}" class="footnote-backref" aria-label="{said}">↩\ufe0e</a>'


def _list(items: Iterable[str], language: str) -> str:
    inner = "\n".join(items)
    if not inner:
        return ""
    said = escape(labels(language).notes)
    return f'<section class="footnotes" aria-label="{said}">\n<hr>\n<ol>\n{inner}\n</ol>\n</section>'
