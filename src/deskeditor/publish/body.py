"""A story's body as the one renderer makes it, with what it could not show as written; made once and kept."""

import json
from dataclasses import dataclass

from deskeditor.document.model import Document
from deskeditor.library.kept import Kept
from deskeditor.library.records import Article, Version
from deskeditor.publish.recipe import digest, recipe


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something of the source that does not stand on the page, and where it is."""

    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Body:
    """HTML with the library's own addresses."""

    html: str
    troubles: tuple[Trouble, ...] = ()


def body_of(document: Document) -> Body:
    """The document's body, rendered."""
    from deskeditor.render.rendering import Context, block_start, render

    rendering = render(document.text, Context(document.fields.language))
    troubles = []
    for note in rendering.notes:
        start = block_start(rendering, note.block)
        source = rendering.blocks[note.block].source.rstrip("\n")
        troubles.append(Trouble(note.message, start, start + len(source)))
    return Body(rendering.body(), tuple(troubles))


def mark(article: Article | Version) -> str:
    """The name of all that is kept of an article's newest revision: another text or address has another."""
    return digest(recipe(), article.sha256, article.slug)


def kept_body(article: Article, kept: Kept) -> Body:
    """The article's body, rendered unless it is kept."""
    found = _read(kept.get("bodies", mark(article)))
    if found is None:
        found = body_of(article.document)
        kept.put("bodies", {mark(article): body_bytes(found)})
    return found


def body_bytes(body: Body) -> bytes:
    """The body for keeping."""
    rows = [(each.message, each.start, each.end) for each in body.troubles]
    return json.dumps([body.html, rows], ensure_ascii=False).encode("utf-8", "surrogatepass")


def _read(content: bytes | None) -> Body | None:
    if content is None:
        return None
    html, rows = json.loads(content.decode("utf-8", "surrogatepass"))
    return Body(html, tuple(Trouble(*row) for row in rows))
