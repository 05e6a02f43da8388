"""What a person types for an address, made into one that a link can carry."""

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST_AND_PORT = re.compile(r"[^/:\s]+\.[^/:\s]+:\d+(/|$)|localhost:\d+")
_MAIL = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[^@\s/:.]+")
_ARTICLE = re.compile(r"article:[0-9a-z]{12}")
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]+\]")


def link_address(typed: str) -> str | None:
    """The whole address with its scheme, or None where no reader could follow it."""
    text = typed.strip()
    if not text or any(letter.isspace() or ord(letter) < 32 for letter in text):
        return None
    if _ARTICLE.fullmatch(text) or re.fullmatch(r"tel:\+?[0-9().-]{3,}", text):
        return text
    if _MAIL.fullmatch(text.removeprefix("mailto:")):
        return "mailto:" + text.removeprefix("mailto:")
    if not _SCHEME.match(text) or _HOST_AND_PORT.match(text):
        text = "https://" + text.removeprefix("//")
    return text if _is_web_address(text) else None


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    shown = f"[{host}]" if ":" in host else host
    return (
        parts.scheme.lower() in ("http", "https") and bool(_HOST.fullmatch(shown)) and "@" not in parts.netloc
    )
