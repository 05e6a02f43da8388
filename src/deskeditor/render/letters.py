"""Letters on their way through Python-Markdown and the sanitiser: none is lost, none is forged."""

import re

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdd2\ufffe\uffff]")
"""What no page may hold, and what the renderer sets as marks of its own."""

SPACES = "\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SPACE = re.compile(f"[{SPACES}]")
BEFORE = re.compile(rf"(?:^|(?<=[ \t`|>]))(?=[{SPACES}])", re.MULTILINE)
AFTER = re.compile(rf"(?<=[{SPACES}])(?=[ \t\r`|]|$)", re.MULTILINE)
GUARD = "\ufdd0"


def fit(text: str) -> str:
    """The text with the replacement character where a letter cannot stand on a page."""
    return UNFIT.sub("\ufffd", text) if UNFIT.search(text) else text


def guarded(text: str) -> str:
    """The text with marks beside the wide and unbroken spaces that Python-Markdown would strip as blanks."""
    return AFTER.sub(GUARD, BEFORE.sub(GUARD, text)) if SPACE.search(text) else text


def unguarded(html: str) -> str:
    """The HTML without those marks."""
    return html.replace(GUARD, "")
