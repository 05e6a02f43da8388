"""One instance of Python-Markdown per language, fed a block at a time with all it takes from elsewhere."""

import re
from functools import lru_cache
from threading import Lock

from markdown import Markdown
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension

from deskeditor.render.extensions.attributes import StrictAttributesExtension
from deskeditor.render.extensions.figure import FigureExtension
from deskeditor.render.extensions.footnotes import FootnoteReferenceExtension
from deskeditor.render.extensions.headings import SpacedHeadingExtension
from deskeditor.render.extensions.strikethrough import StrikethroughExtension
from deskeditor.render.extensions.table_alignment import AlignedTableExtension
from deskeditor.render.extensions.typography import TypographyExtension, typographer
from deskeditor.render.names import Uses
from deskeditor.render.sanitize import Sanitiser

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdd2\ufffe\uffff]")
"""What no page may hold, and what this module sets as marks."""

SPACES = "\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
GUARD = "\ufdd0"
"""Set beside such spaces at the edges of lines, cells and code, where Python-Markdown would strip them."""
SPACE = re.compile(f"[{SPACES}]")
BEFORE = re.compile(rf"(?:^|(?<=[ \t`|>]))(?=[{SPACES}])", re.MULTILINE)
AFTER = re.compile(rf"(?<=[{SPACES}])(?=[ \t\r`|]|$)", re.MULTILINE)


def fit(text: str) -> str:
    """The text with the replacement character where a letter cannot stand on a page."""
    return UNFIT.sub("\ufffd", text) if UNFIT.search(text) else text


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
                FencedCodeExtension(),
                SaneListExtension(),
                self._notes,
                SpacedHeadingExtension(),
                StrikethroughExtension(),
                FigureExtension(),
                TypographyExtension(self.set_type),
            ],
        )
        # The pre-splitter has taken raw HTML and definitions out; a second reading would only lose text.
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.parser.blockprocessors.deregister("reference")
        self._markdown.treeprocessors.register(
            AbbrTreeprocessor(self._markdown, self._abbreviations), "abbr", 7
        )

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
        if not SPACE.search(source):
            return markdown.convert(source)
        return markdown.convert(AFTER.sub(GUARD, BEFORE.sub(GUARD, source))).replace(GUARD, "")

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
