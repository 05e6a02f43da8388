"""Text that XML can hold."""

import re

_CANNOT_STAND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Whatever is no Char (XML 1.0, section 2.2)."""


def xml_safe(text: str) -> str:
    """The text with U+FFFD for every character that XML cannot hold."""
    return _CANNOT_STAND.sub("\ufffd", text)
