"""Something was to come: TK, as newsrooms mark it, and its kin."""

import re
from collections.abc import Iterator

from deskeditor.document.fields import field_value
from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.findings import shortened

_SIGNS = ("TK", "tktk", "(tk", "[tk", "TODO", "FIXME", "XXX", "???", "orem ipsum")
_ALONE = r"(?<![\w@#.’'/-])"
_FIRM = (
    r"(?:TK)+s?(?![\w./@-]*\d)(?!\.\w)\b(?![’'][a-z])(?! (?:Maxx|Elevator)\b)",
    r"TODO\b",
)
_ANYWHERE = (
    r"\((?:tk|TK)\b[^()\n]{0,40}\)",
    r"\[(?:tk|TK)\b[^\[\]\n]{0,40}\]",
    r"(?<!\w)(?:TK){2,}\b",
    r"(?<!\w)(?:tk){2,}\b",
    r"\bFIXME\b|\bTODO:|\[TODO\]",
    r"\bX{4,}\b|[\[($]X{3}(?![A-Za-z])",
    r"(?<![\w?!])\?{3,}",
    r"[Ll]orem ipsum",
)
_TICKER = re.compile(r"[A-Z]{3,}: ?$")
_USUAL = re.compile("|".join((*_ANYWHERE, *(_ALONE + each for each in _FIRM))))
_CAREFUL = re.compile("|".join(_ANYWHERE[1:]))
"""Where TK or TODO is a word: a German insurer, small initials under a German story, “all” in Spanish."""
_WORDS_THERE = frozenset(("de", "es", "pt", "gl", "ca"))
_FIELDS = {
    "headline": "headline",
    "kicker": "kicker",
    "standfirst": "standfirst",
    "dateline": "dateline",
    "section": "section",
    "seo_title": "search title",
    "seo_description": "search description",
    "social_text": "social text",
}


def look(copy: Copy) -> Iterator[Remark]:
    """In the text, in what stands under its pictures, and in every field that readers see."""
    pattern = _CAREFUL if copy.language in _WORDS_THERE else _USUAL
    if _may_stand(copy.text):
        for start, end in _places(pattern, copy.spoken):
            yield Remark(_told(copy.text[start:end], "the text"), start, end)
        for each in copy.pictures:
            for start, end in _places(pattern, said := f"{each.caption}\n{each.credit}"):
                yield Remark(_told(said[start:end], "the words under a picture"), each.start, each.end)
    for field, name, said in _fields(copy):
        for start, end in _places(pattern, said) if _may_stand(said) else ():
            yield Remark(_told(said[start:end], f"the {name}"), field=field)


def _may_stand(said: str) -> bool:
    return any(sign in said for sign in _SIGNS)


def _places(pattern: re.Pattern[str], said: str) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(said):
        if not _TICKER.search(said, max(0, found.start() - 8), found.start()):
            yield found.span()


def _told(found: str, where: str) -> str:
    return f"“{shortened(found)}” stands in {where}: something is still to come. Fill it in."


def _fields(copy: Copy) -> Iterator[tuple[str, str, str]]:
    fields = copy.fields
    for field, name in _FIELDS.items():
        yield field, name, str(field_value(fields, field))
    for author in fields.byline:
        yield "byline", "byline", author.name
    if fields.lead_picture:
        lead = fields.lead_picture
        yield "lead_picture", "words of the lead picture", f"{lead.alt}\n{lead.caption}\n{lead.credit}"
    for correction in fields.corrections:
        yield "corrections", "corrections", correction.note
    for related in fields.related:
        yield "related", "related stories", f"{related.headline}\n{related.excerpt}"
