"""Files of other systems, which would come in as junk without their embargo: refused by their names.

A file is known by what it holds, never by its name alone.
"""

import json
import re
from collections.abc import Mapping

from deskeditor.intake.errors import Refused

_DO = "open it in its own system and save the story as .docx, .html or .txt, with its embargo"
_START = 4000
_ROOT = re.compile(r"<(?P<prefix>[A-Za-z_][\w.-]*:)?(?P<name>[A-Za-z_][\w.-]*)(?P<rest>[^<>]{0,4000})")
_HTML = frozenset(
    ("html", "head", "body", "div", "p", "span", "article", "section", "main", "header", "h1", "h2", "h3",
     "h4", "ul", "ol", "table", "b", "i", "em", "strong", "a", "br", "img")
)  # fmt: skip
_ROOTS = {
    "newsitem": "a NewsML-G2 item of a news agency",
    "newsmessage": "a NewsML-G2 message of a news agency",
    "packageitem": "a NewsML-G2 package of a news agency",
    "knowledgeitem": "a NewsML-G2 item of a news agency",
    "conceptitem": "a NewsML-G2 item of a news agency",
    "newsml": "a NewsML 1.2 file of a news agency",
    "nitf": "a NITF file of a news agency",
    "feed": "an Atom feed",
    "rdf": "an RSS 1.0 feed or RDF file",
    "urlset": "a site map",
    "sitemapindex": "a site map",
    "opml": "an OPML list of feeds",
    "svg": "an SVG picture",
    "plist": "a property list",
    "tei": "a TEI document",
    "package": "a Word XML document",
    "worddocument": "a Word XML document",
    "document-content": "an OpenDocument part",
}
_MAIL = re.compile(
    r"(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature|content-type|content-transfer-encoding|"
    r"x-[\w-]+|arc-[\w-]+|authentication-results|in-reply-to|references|reply-to|user-agent|list-[\w-]+)\s*:",
    re.I,
)
_MAIL_LINE = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]{1,40}:(?:\s.*)?|[ \t].*)")
_MBOX = re.compile(r"From \S+ +(?:\w{3},? +)?\w{3} +\w+ +[\d:]+")
_ANPA = re.compile(r"^\^[^\n]{1,200}[<=]\s*$", re.M)
_OBJECT = re.compile(r"\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,80}\"\s*:")
_GHOST_OR_WIRE = re.compile(r"\"(?:body_xhtml|body_html|body_text|versioncreated|embargoed)\"\s*:")


def refuse_wire(data: bytes) -> None:
    """Raises Refused for a message of a news wire, which its control characters give away."""
    start = data[:600].lstrip(b"\x16\0\r\n \x7f")
    head, found, _ = start.partition(b"\x02")
    if b"\0" in data.strip(b"\0"):
        return  # no text at all
    if start.startswith(b"\x01") and found:
        wire = b"\x16\x16\x01" in data[:40] or b"\x1f" in head or b"\x11" in head or b"\x13" in head
        raise Refused(_told("an ANPA 1312 wire message" if wire else "an IPTC 7901 wire message"))
    if found and len(head) < 400 and b"\x03" in data[len(head) :] and head.isascii():
        raise Refused(_told("a wire message (ANPA 1312 or IPTC 7901)"))


def refuse_foreign(text: str) -> None:
    """Raises Refused for a text that is the file of another system."""
    start = text.lstrip("\ufeff \t\r\n")
    what = _json(start) or _xml(start) or _mail(start) or _wire(start)
    if start[:5].lower() == "{\\rtf":
        what = "an RTF file"
    if what:
        raise Refused(_told(what))


def foreign_package(data: bytes, mimetype: str) -> str:
    """What a zip or an old Office file is where it is no story that can be read; empty where that is open."""
    if mimetype == "application/epub+zip":
        return "an EPUB book"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        names = {"__substg1.0_": "an Outlook message (.msg)", "Workbook": "an old Excel table",
                 "PowerPoint Document": "old PowerPoint slides"}  # fmt: skip
        found = (what for name, what in names.items() if name.encode("utf-16-le") in data)
        return next(found, "")
    return ""


def _told(what: str) -> str:
    return f"This is {what}. Nothing was taken in; {_DO}."


def _json(text: str) -> str:
    """Whole JSON, or the beginning of it: nobody begins a story with a quoted name in braces."""
    if text[:1] not in "{[" or not text:
        return ""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        first = text.partition("\n")[0].strip()
        if not _OBJECT.match(text[:_START]):
            return ""
        if first.endswith("}") and _is_object(first):
            return _named(json.loads(first)) or "a file of JSON lines"
        return "a ninjs item of a news agency" if _GHOST_OR_WIRE.search(text) else "a JSON file"
    if isinstance(value, list) and not any(isinstance(item, dict | list) for item in value):
        return ""
    return _named(value) or "a JSON file"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _named(value: object) -> str:
    """The format of parsed JSON by the names in it."""
    if isinstance(value, list):
        return _named(value[0]) if value else ""
    if not isinstance(value, Mapping):
        return ""
    keys = {str(key).lower() for key in value}
    if keys & {"body_xhtml", "body_html", "body_text", "versioncreated", "embargoed"} or (
        "uri" in keys and keys & {"headline", "headlines", "bodies", "located", "pubstatus"}
    ):
        return "a ninjs item of a news agency"
    if "jsonfeed.org" in str(value.get("version", "")):
        return "a JSON Feed"
    inner = value.get("db") or value.get("data")
    inner = inner[0] if isinstance(inner, list) and inner else inner
    data = inner.get("data", inner) if isinstance(inner, Mapping) else None
    return "a Ghost export" if isinstance(data, Mapping) and "posts" in data else ""


def _xml(text: str) -> str:
    """XML other than a web page, by its first element."""
    if not text.startswith("<"):
        return ""
    declared = text.startswith("<?xml")
    root = _ROOT.match(text, _root_at(text))
    if root is None:
        return "an XML file" if declared else ""
    name, rest = root["name"].lower(), root["rest"]
    if name == "html" or "www.w3.org/1999/xhtml" in rest[:300]:
        return ""
    if name == "rss":
        wordpress = "wordpress.org/export" in text[:20_000]
        return "a WordPress export (WXR)" if wordpress else "an RSS feed"
    known = _ROOTS.get(name, "")
    if known and (
        declared or root["prefix"] or "xmlns" in rest or name in ("newsml", "nitf", "newsitem", "newsmessage")
    ):
        return known
    if (declared and name not in _HTML) or ("xmlns" in rest and name not in _HTML):
        return f"an XML file (<{root['name']}>)"
    return ""


def _root_at(text: str) -> int:
    """Where the first element begins, behind declarations and remarks."""
    at = 0
    for _ in range(200):
        at += len(text[at : at + 10_000]) - len(text[at : at + 10_000].lstrip())
        closing = next(
            (end for start, end in (("<?", "?>"), ("<!--", "-->")) if text.startswith(start, at)), ""
        )
        if text[at : at + 9].upper() == "<!DOCTYPE":
            bracket, end = text.find("[", at), text.find(">", at)
            closing = "]>" if 0 <= bracket < end else ">"
        if not closing:
            return at
        end = text.find(closing, at)
        if end < 0:
            return at
        at = end + len(closing)
    return at


def _mail(text: str) -> str:
    """The head of an e-mail: nothing but header lines, two of which only mail programs write."""
    if _MBOX.match(text[:200]):
        return "a mailbox (mbox)"
    lines: list[str] = []
    for line in text[:40_000].split("\n")[:200]:
        if not line.strip():
            break
        lines.append(line)
    if len(lines) < 3 or not all(map(_MAIL_LINE.fullmatch, lines)):
        return ""
    technical = {line.partition(":")[0].lower() for line in lines if _MAIL.match(line)}
    if len(technical) < 2:
        return ""
    saved = (
        any("multipart/related" in line.lower() for line in lines)
        and "snapshot-content-location" in technical
    )
    return "a web archive (MHTML)" if saved or "Saved by" in text[:300] else "an e-mail"


def _wire(text: str) -> str:
    """ANPA mark-up whose control characters went missing on the way."""
    return "an ANPA 1312 wire message" if len(_ANPA.findall(text[:_START])) >= 2 else ""
