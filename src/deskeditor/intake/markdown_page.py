"""Markdown files: their head as fields, their body in blocks whose source stays to the letter."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from deskeditor.intake.frontmatter import split_front
from deskeditor.intake.markdown_pictures import Pictures
from deskeditor.intake.markdown_remarks import without_remarks
from deskeditor.intake.records import Block, Kind, Page
from deskeditor.intake.restrictions.keys import line_restrictions
from deskeditor.intake.restrictions.lines import is_restriction
from deskeditor.intake.signs import sign_of
from deskeditor.intake.stated import fields_of

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_CONTAINER = re.compile(r" {0,3}(?P<mark>:{3,})\s*(?P<name>\S.*)?$")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<text>.*)$")
_REMARK = re.compile(r"(?:^|\s)#([^\n]*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_NO_PARAGRAPH = re.compile(
    r" {0,3}(?:>|[-+*](?:\s|$)|\d+[.)]\s|\||<|!\[|\[[^\]]+\]:|\*\[[^\]]+\]:|(?:[-_*][ \t]*){3,}$)|    |\t"
)
_TABLE_RULE = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+$")
_INLINE = (
    (
        re.compile(
            r"!?\[((?:\\.|[^\[\]\\])*)\]\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
        ),
        r"\1",
    ),
    (re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.{1,400}?)(?<=\S)\1", re.S), r"\2"),
    (re.compile(r"(?<![\\\w])([*_])(?=\S)(.{1,400}?)(?<=\S)\1(?!\w)", re.S), r"\2"),
    (re.compile(r"(?<!\\)`([^`]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()>#+\-.!|~])"), r"\1"),
)


def markdown_page(text: str, beside: Callable[[str], bytes | None] = lambda _name: None) -> Page:
    """The page in a Markdown file; a head that could not be read is named line by line."""
    front = split_front(text)
    stated = fields_of(front.values)
    unread = tuple(f"A line of the file's head could not be read: {line}" for line in front.unread)
    pictures = Pictures(beside)
    shown, remarks = without_remarks(front.body)
    body = pictures.brought(shown)
    taken = tuple(f"Taken out (remark): “{remark}”" for remark in remarks)
    above = _REMARK.findall(text[: len(text) - len(front.body)])
    lines = (*front.unread, *(remark.strip() for remark in above))
    return Page(
        blocks_of_markdown(body),
        stated.fields,
        (*stated.notes, *unread, *pictures.notes, *taken),
        tuple(pictures.media.values()),
        source="\n".join((body, *remarks)),
        restrictions=(*stated.restrictions, *(each for line in lines for each in line_restrictions(line))),
        dates=stated.dates,
    )


def blocks_of_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of the text; their sources and gaps, one after the other, are the text again."""
    return tuple(block for lines, gap in _chunks(text) for block in _blocks(lines, gap))


def _chunks(text: str) -> Iterator[tuple[list[str], str]]:
    """Lines that belong together and the white space below them; fences and containers are never cut."""
    lines: list[str] = []
    closing = blank = 0
    fence = ""
    for line in text.split("\n"):
        inside = bool(fence or closing)
        if not line.strip() and not inside:
            blank += 1 if lines else 0
            continue
        if lines and not inside and (blank or _HEADING.match(line) or _HEADING.match(lines[-1])):
            yield lines, "\n" * (blank + 1)
            lines = []
        blank = 0
        fence, closing = _opened(line, fence, closing)
        lines.append(line)
    if lines:
        yield lines, "\n" * (blank + 1)


def _opened(line: str, fence: str, closing: int) -> tuple[str, int]:
    """The fence and the depth of containers that are open after `line`."""
    mark = _FENCE.match(line)
    if fence:
        closes = mark is not None and mark["mark"].startswith(fence) and not line.strip().strip(fence[0])
        return ("" if closes else fence), closing
    if mark is not None:
        return mark["mark"], closing
    container = _CONTAINER.match(line)
    if container is not None:
        return "", closing + 1 if container["name"] else max(0, closing - 1)
    return "", closing


def _blocks(lines: list[str], gap: str) -> Iterator[Block]:
    source = "\n".join(lines)
    heading = _HEADING.match(lines[0]) if len(lines) == 1 else None
    if heading is not None:
        text = re.sub(r"(?<!#)#++$", "", heading["text"].rstrip(" \t")).rstrip(" \t")
        yield Block(visible(text), source, Kind.HEADING, len(heading["marks"]), gap=gap)
    elif len(lines) == 2 and _UNDERLINE.fullmatch(lines[1]) and not _NO_PARAGRAPH.match(lines[0]):
        yield Block(visible(lines[0]), source, Kind.HEADING, 1 if "=" in lines[1] else 2, gap=gap)
    elif not _is_paragraph(lines):
        yield Block(visible(source), source, Kind.OTHER, gap=gap)
    else:
        yield from _paragraph(lines, gap)


def _is_paragraph(lines: list[str]) -> bool:
    first = lines[0]
    table = len(lines) > 1 and "|" in first and _TABLE_RULE.match(lines[1]) is not None
    return not (table or _FENCE.match(first) or _CONTAINER.match(first) or _NO_PARAGRAPH.match(first))


def _paragraph(lines: list[str], gap: str) -> Iterator[Block]:
    """Lines of furniture that stand without a blank line between them are each a block of their own."""
    single = [Block(visible(line.strip()), line, gap="\n") for line in lines]
    if len(lines) > 1 and all(sign_of(block) is not None or is_restriction(block.plain) for block in single):
        yield from (*single[:-1], replace(single[-1], gap=gap))
    else:
        yield Block(visible(" ".join(line.strip() for line in lines)), "\n".join(lines), gap=gap)


def visible(source: str) -> str:
    """What one reads of inline Markdown: near enough to know furniture by, the source itself is kept."""
    for pattern, kept in _INLINE:
        source = pattern.sub(kept, source)
    return html.unescape(source).strip(" \t\n")
