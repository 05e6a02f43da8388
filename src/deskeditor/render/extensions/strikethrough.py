"""`~~struck out~~`."""

from markdown import Markdown
from markdown.extensions import Extension


class StrikethroughExtension(Extension):
    """Two tildes on both sides strike text out; a single tilde stays a letter."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Adds the tilde to the delimiters that emphasis is made of."""
        if md.delimiters is not None:
            md.delimiters.add("~", "del", double=True)
