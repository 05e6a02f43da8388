"""Addresses as a book may hold them: whole, in letters that every reader of books takes, or none at all."""

import re
from urllib.parse import SplitResult, quote, urlsplit

_HOST = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.?"
)
_OTHER = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+|tel:\+?[0-9().-]{2,40}", re.IGNORECASE)
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})")
_PART = "!$&'()*+,;=:@/%~"


def book_address(address: str) -> str:
    """A web, mail or phone address fit for a book; empty where it is none."""
    if _OTHER.fullmatch(address):
        scheme, _, rest = address.partition(":")
        return f"{scheme.lower()}:{_quoted(rest, _PART + '?')}"
    try:
        parts = urlsplit(address)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{_tail(parts)}"


def _tail(parts: SplitResult) -> str:
    query = f"?{_quoted(parts.query, _PART + '?')}" if parts.query else ""
    fragment = f"#{_quoted(parts.fragment, _PART + '?')}" if parts.fragment else ""
    return _quoted(parts.path, _PART) + query + fragment


def _quoted(text: str, safe: str) -> str:
    return quote(_STRAY.sub("%25", text), safe=safe, errors="replace")


def _host(name: str) -> str:
    """The host in ASCII; empty where it is none."""
    try:
        plain = name.lower() if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    numbers = re.fullmatch(r"[\d.]+", plain)
    if numbers and not re.fullmatch(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!\Z)|\Z)){4}", plain):
        return ""
    return plain if _HOST.fullmatch(plain) else ""
