"""One source block as HTML, by itself: the unit that is rendered, sanitised and kept."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import NamedTuple

from deskeditor.render import containers, guards
from deskeditor.render.blocks import Block, Kind, split
from deskeditor.render.extensions.footnotes import Place
from deskeditor.render.letters import fit
from deskeditor.render.listing import in_fours
from deskeditor.render.markdown import Engine, engine
from deskeditor.render.names import NOTHING, Uses
from deskeditor.render.prose import is_plain, prose, words
from deskeditor.render.sanitize import plain_html

KEPT = 8192
LONGEST_KEPT = 16_000
"""Characters of a block whose HTML is still worth keeping: what is longer would crowd out all else."""

LANGUAGE = re.compile(r"[A-Za-z0-9][A-Za-z0-9+#.-]{0,29}")
NOTE_ID = re.compile(r'<sup id="fnref-(\d+)')
HIDDEN = frozenset({Kind.BLANK, Kind.REFERENCE, Kind.FOOTNOTE, Kind.ABBREVIATION})


class Piece(NamedTuple):
    """A rendered block: its HTML, the footnotes it refers to in order, and what could not be done."""

    html: str
    notes: tuple[str, ...] = ()
    trouble: str = ""


EMPTY = Piece("")


def piece(block: Block, language: str, uses: Uses) -> Piece:
    """The block as it will stand on a page; the same for the same arguments."""
    if block.kind in HIDDEN:
        return EMPTY
    source = block.source.rstrip("\n")
    if len(source) > LONGEST_KEPT:
        return _made(block.kind, source, block.name, language, uses)
    return _kept(block.kind, source, block.name, language, uses)


def _made(kind: Kind, source: str, name: str, language: str, uses: Uses) -> Piece:
    source = fit(source)
    if kind is Kind.CONTAINER:
        return _container(name, source, language, uses)
    html, trouble = _html(kind, source, engine(language), uses)
    return Piece(html, _notes(html, uses), trouble)


_kept = lru_cache(maxsize=KEPT)(_made)


def _notes(html: str, uses: Uses) -> tuple[str, ...]:
    if not uses.notes:
        return ()
    labels = {place.number: label for label, place in uses.notes}
    return tuple(labels[number] for number in map(int, NOTE_ID.findall(html)) if number in labels)


def _html(kind: Kind, source: str, maker: Engine, uses: Uses) -> tuple[str, str]:
    if kind is Kind.RULE:
        return "<hr>", ""
    if kind is Kind.FENCE:
        return _fence(source), ""
    if kind is Kind.CODE:
        return _code("\n".join(_outdented(line) for line in source.split("\n")), ""), ""
    if kind is Kind.PARAGRAPH and not uses.abbreviations and is_plain(source):
        return f"<p>{words(source, maker.set_type)}</p>", ""
    short = prose(kind, source, maker.set_type) if uses == NOTHING else None
    return in_full(kind, source, maker, uses) if short is None else (short, "")


def in_full(kind: Kind, source: str, maker: Engine, uses: Uses) -> tuple[str, str]:
    """The long way, by Python-Markdown and the sanitiser: the HTML, and what could not be done."""
    if kind is Kind.LIST:
        source = in_fours(source)
    trouble = guards.too_much(kind, source)
    if trouble:
        return plain_html(source), trouble
    html = maker.clean(source, uses) if kind is Kind.HTML else maker.html(source, uses)
    if html is None:
        return plain_html(source), "something unfinished that would hide what follows"
    return html.strip("\n"), ""


def _outdented(line: str) -> str:
    return line[4:] if line.startswith("    ") else line.expandtabs(4)[4:]


def _fence(source: str) -> str:
    first, _, rest = source.partition("\n")
    content = rest.rpartition("\n")[0]
    found = LANGUAGE.search(first.lstrip("`~ {.:"))
    return _code(content, found[0] if found and first.strip("`~ \t\r") else "")


def _code(content: str, language: str) -> str:
    named = f' class="language-{escape(language)}"' if language else ""
    text = escape(content.strip("\n"), quote=False).replace("\xa0", "&nbsp;")
    return f"<pre><code{named}>{text}\n</code></pre>"


def _container(name: str, source: str, language: str, uses: Uses) -> Piece:
    title, content = containers.parts(source)
    if name == "read-also":
        return Piece(containers.read_also("\n".join(filter(None, (title, content))), language))
    inside = Piece("") if not content else joined(content, language, uses)
    if name == "pull-quote":
        said = "\n\n".join(filter(None, (title, content)))
        inside = joined(said, language, uses)
        return inside._replace(html=containers.pull_quote(inside.html))
    if name == "embed":
        return inside._replace(html=containers.embed(title, inside.html, language))
    head = joined(title, language, uses)
    inside = joined(content, language, _after(uses, head.notes))
    trouble = head.trouble or inside.trouble
    return Piece(containers.fact_box(_inline(head.html), inside.html), head.notes + inside.notes, trouble)


def _inline(html: str) -> str:
    """The content of a lone paragraph; anything else is no title and stands as it is, without its marks."""
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return re.sub(r"<[^>]*>", "", html)


def joined(source: str, language: str, uses: Uses) -> Piece:
    """A text of several blocks that stands inside something else."""
    htmls: list[str] = []
    notes: list[str] = []
    trouble = ""
    for part in _parts(source):
        made = piece(part, language, _after(uses, tuple(notes)))
        htmls.append(made.html)
        notes += made.notes
        trouble = trouble or made.trouble
    return Piece("\n".join(filter(None, htmls)), tuple(notes), trouble)


def _parts(source: str) -> Iterator[Block]:
    """The blocks of an inner text; what would be a definition there is shown, since it defines nothing."""
    for part in split(source):
        hidden = part.kind in HIDDEN and part.kind is not Kind.BLANK
        yield part._replace(kind=Kind.PARAGRAPH, name="") if hidden else part


def _after(uses: Uses, notes: tuple[str, ...]) -> Uses:
    """The same uses, further down: references to footnotes that stand above are counted."""
    if not notes:
        return uses
    moved = ((label, Place(place.number, place.seen + notes.count(label))) for label, place in uses.notes)
    return uses._replace(notes=tuple(moved))
