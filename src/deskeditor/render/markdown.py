"""One instance of Python-Markdown per language, fed a block at a time with all it takes from elsewhere."""

import re
from functools import lru_cache
from threading import Lock

from markdown import Markdown
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.sane_lists import SaneListExtension

from deskeditor.render import letters
from deskeditor.render.extensions.attributes import StrictAttributesExtension
from deskeditor.render.extensions.figure import FigureExtension
from deskeditor.render.extensions.footnotes import FootnoteReferenceExtension
from deskeditor.render.extensions.headings import SpacedHeadingExtension
from deskeditor.render.extensions.nested_lists import NestedListExtension
from deskeditor.render.extensions.strikethrough import StrikethroughExtension
from deskeditor.render.extensions.table_alignment import AlignedTableExtension
from deskeditor.render.extensions.triggers import Triggers
from deskeditor.render.extensions.typography import TypographyExtension, typographer
from deskeditor.render.names import Uses
from deskeditor.render.sanitize import Sanitiser


class Engine:
    """Turns blocks of one language into safe HTML; one thread at a time."""

    def __init__(self, language: str) -> None:
        self.set_type = typographer(language)
        self._lock = Lock()
        self._sanitiser = Sanitiser()
        self._notes = FootnoteReferenceExtension()
        self._abbreviations: dict[str, str] = {}
        self._markdown = Markdown(
            output_format="html",
            extensions=[
                AlignedTableExtension(),
                StrictAttributesExtension(),
                SaneListExtension(),
                NestedListExtension(),
                self._notes,
                SpacedHeadingExtension(),
                StrikethroughExtension(),
                FigureExtension(),
                TypographyExtension(self.set_type),
            ],
        )
        # The pre-splitter has taken fences, raw HTML and definitions out; read again, text would go.
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.parser.blockprocessors.deregister("reference")
        self._markdown.treeprocessors.register(
            AbbrTreeprocessor(self._markdown, self._abbreviations), "abbr", 7
        )
        self._triggers = Triggers(self._markdown)

    def html(self, source: str, uses: Uses) -> str | None:
        """Markdown as safe HTML; None where it cannot be had."""
        with self._lock:
            try:
                html = self._convert(source, uses)
            except RecursionError:
                return None
            return self._clean(html, uses)

    def clean(self, html: str, uses: Uses) -> str | None:
        """Raw HTML as safe HTML; None where something unfinished in it would hide what follows."""
        with self._lock:
            return self._clean(html, uses)

    def _convert(self, source: str, uses: Uses) -> str:
        markdown = self._markdown.reset()
        markdown.references.update(uses.links)
        self._abbreviations.clear()
        self._abbreviations.update(uses.abbreviations)
        self._notes.places.clear()
        self._notes.places.update(uses.notes)
        self._triggers.set_for(source)
        return letters.unguarded(markdown.convert(letters.guarded(source)))

    def _clean(self, html: str, uses: Uses) -> str | None:
        fragments = dict(uses.fragments)
        ids: set[str] = set()
        for _, place in uses.notes:
            fragments[f"fn-{place.number}"] = f"fn-{place.number}"
        if uses.notes:
            ids = set(re.findall(r'<sup id="(fnref-[0-9-]+)"', html))
        return self._sanitiser.clean(html, fragments, frozenset(ids))


@lru_cache(maxsize=8)
def engine(language: str) -> Engine:
    """The engine of a language, kept since setting one up costs a hundred blocks."""
    return Engine(language)
