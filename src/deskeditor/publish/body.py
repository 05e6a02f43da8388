"""A story's body as the one renderer makes it, with what it could not show as written."""

from dataclasses import dataclass

from deskeditor.document.model import Document


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
