"""The clipboard as Markdown."""

import re

from deskeditor.document.text import clean

_CODE = re.compile(r"font-family\s*:[^;\"]*(?:monospace|consolas|menlo|courier)", re.I)
_STRUCTURE = re.compile(
    r"<(?:a|b|i|em|strong|h[1-6]|ul|ol|li|table|img|blockquote|p|br|del|s|strike|figure|pre|hr)\b", re.I
)
_LARGEST = 8 * 1024 * 1024


def markdown_of_copy(html: str | None, text: str) -> str:
    """What was copied, as Markdown; text that came without structure is taken to the letter. Never raises."""
    plain = clean(text)
    if not html or len(html) > _LARGEST or _is_source(html):
        return plain
    try:
        return _from_page(clean(html)) or plain
    except (ValueError, RecursionError, AssertionError, LookupError, TypeError, AttributeError):
        # A page that the parsers stumble over must not cost what was copied: its text is there as well.
        return plain


def _is_source(html: str) -> bool:
    """An editor of code copies coloured source: its letters count, not its colours."""
    return _STRUCTURE.search(html) is None or (_CODE.search(html) is not None and "<p" not in html.lower())


def _from_page(html: str) -> str:
    from deskeditor.intake.html_page import content_page

    page = content_page(_fragment(html))
    return "".join(block.source + block.gap for block in page.blocks).strip("\n")


def _fragment(html: str) -> str:
    """Windows wraps what was copied in a head of its own and marks where it begins and ends."""
    found = re.search(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", html, re.S | re.I)
    return (
        found[1]
        if found
        else re.sub(
            r"\A(?:Version|StartHTML|EndHTML|StartFragment|EndFragment|SourceURL):.*?(?=<)",
            "",
            html,
            flags=re.S,
        )
    )
