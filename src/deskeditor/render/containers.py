"""The boxes between colons: pull quotes, fact boxes, read-also cards and embeds."""

import re
from html import escape

from deskeditor.render import addresses
from deskeditor.render.labels import labels

LINKED = re.compile(r"\s*\[(?P<text>(?:\\.|[^\[\]\\])+)\]\((?P<address>[^()\s]+)\)\s*$")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
SIGNED = re.compile(r"^(.*)<p>[—–] ?((?:(?!</?p>).)+)</p>\s*$", re.DOTALL)


def parts(source: str) -> tuple[str, str]:
    """What stands behind the container's name, and the lines between the colons."""
    lines = source.rstrip("\n \t\r").split("\n")
    _, _, title = lines[0].lstrip(": \t").partition(" ")
    return title.strip(), "\n".join(lines[1:-1]).strip("\n")


def pull_quote(content: str) -> str:
    """A quotation drawn out; a last paragraph that begins with a dash names who said it."""
    signed = SIGNED.match(content)
    said, who = (signed[1].rstrip(), f"\n<figcaption>{signed[2]}</figcaption>") if signed else (content, "")
    return f'<figure class="pull-quote">\n<blockquote>\n{said}\n</blockquote>{who}\n</figure>'


def fact_box(title: str, content: str) -> str:
    """A box of facts; `title` is inline HTML or empty."""
    head = f'<p class="fact-box-title">{title}</p>\n' if title else ""
    return f'<aside class="fact-box">\n{head}{content}\n</aside>'


def read_also(source: str, language: str) -> str:
    """A card that leads to another story, or waits for one of that headline."""
    lines = [line.strip() for line in source.split("\n") if line.strip()]
    cards = "\n".join(_card(line) for line in lines)
    # A label is no paragraph of the story: readers of the bare text would take it for one.
    label = f'<div class="label">{labels(language).read_also}</div>'
    return f'<aside class="read-also">\n{label}\n{cards}\n</aside>'


def _card(line: str) -> str:
    found = LINKED.match(line)
    headline = found["text"] if found else line
    address = addresses.link(found["address"], {}) if found else None
    text = escape(ESCAPED.sub(r"\1", headline), quote=False)
    return f"<span>{text}</span>" if address is None else f'<a href="{escape(address)}">{text}</a>'


def embed(address: str, content: str, language: str) -> str:
    """A card with a plain link to something on another site; nothing of it is loaded."""
    target = addresses.web(address)
    if target is None:
        return f'<aside class="embed">\n<p>{escape(address, quote=False)}</p>\n{content}\n</aside>'
    found = addresses.WEB.match(target)
    host = escape(found["host"].removeprefix("www.") if found else target, quote=False)
    label = f'<div class="label">{labels(language).embed} {host}</div>'
    link = f'<p><a href="{escape(target)}">{escape(address, quote=False)}</a></p>'
    return "\n".join(part for part in ('<aside class="embed">', label, content, link, "</aside>") if part)
