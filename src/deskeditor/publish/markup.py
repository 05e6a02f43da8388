"""Text as a page writes it, and addresses that hold on every page of a bundle.

An address of the bundle is markup that begins with ROOT, whatever page it stands on; all else is escaped, so
that no text can look like one.
"""

import re
from functools import lru_cache

from markupsafe import Markup, escape

ROOT = "<root>"
"""Stands for the way from a page to the top of its bundle, until the page's own path is known."""

_ESCAPED_ROOT = str(escape(ROOT))
_SPECIAL = re.compile("[&<>\"']")


def escaped(text: str) -> str:
    """The text as it stands in an element or an attribute; most texts have nothing to escape."""
    return str(escape(text)) if _SPECIAL.search(text) else text


@lru_cache(maxsize=4096)
def at(path: str) -> Markup:
    """The address of a file of the bundle as every page writes it; empty for no file."""
    return Markup(ROOT + escaped(path)) if path else Markup()


def address(text: str) -> Markup:
    """An address that the program made, or several of a `srcset`, fit for an attribute."""
    return Markup(escaped(text).replace(_ESCAPED_ROOT, ROOT))
