"""Attribute lists that need the look of one: `{.class #id key=value}`. Braces of prose stay prose."""

import re

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor

ATTRIBUTE = r"(?:[.#][\w:.-]+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'=}]+))"
BRACES = rf"\{{:?[ ]*({ATTRIBUTE}(?:[ ]+{ATTRIBUTE})*)[ ]*\}}"


# The type stubs call these patterns final; the class reads them from itself, so a subclass may set them.
StrictAttributesTreeprocessor = type(
    "StrictAttributesTreeprocessor",
    (AttrListTreeprocessor,),
    {
        "HEADER_RE": re.compile(rf"(?<! )[ ]+{BRACES}[ ]*$"),
        "BLOCK_RE": re.compile(rf"\n[ ]*{BRACES}[ ]*$"),
        "INLINE_RE": re.compile(rf"^{BRACES}"),
    },
)


class StrictAttributesExtension(AttrListExtension):
    """Attribute lists, read strictly."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers where Python-Markdown's own stands."""
        super().extendMarkdown(md)
        md.treeprocessors.register(StrictAttributesTreeprocessor(md), "attr_list", 8)
