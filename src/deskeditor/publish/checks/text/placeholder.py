"""Something was to come: TK, as newsrooms mark it, and its kin."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.shown import place_of, unaccounted
from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.checks.text.said import fields_said
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


def look(copy: Copy) -> Iterator[Remark]:
    """In the text, in what stands under its pictures, on the page, and in every field that readers see."""
    pattern = _CAREFUL if copy.language in _WORDS_THERE else _USUAL
    remarks = list(_written(copy, pattern))
    yield from (remark for _, remark in remarks)
    if _may_stand(copy.shown):
        shown = (copy.shown[start:end] for start, end in _places(pattern, copy.shown))
        for words in unaccounted(shown, (words for words, _ in remarks)):
            yield Remark(_told(words, "the text"), *place_of(words, copy.text))
    for field, name, said in fields_said(copy):
        for start, end in _places(pattern, said) if _may_stand(said) else ():
            yield Remark(_told(said[start:end], f"the {name}"), field=field)


def _written(copy: Copy, pattern: re.Pattern[str]) -> Iterator[tuple[str, Remark]]:
    """What the source has, with its places."""
    if _may_stand(copy.text):
        for start, end in _places(pattern, copy.spoken):
            yield copy.text[start:end], Remark(_told(copy.text[start:end], "the text"), start, end)
        for each in copy.pictures:
            for start, end in _places(pattern, said := f"{each.caption}\n{each.credit}"):
                told = _told(said[start:end], "the words under a picture")
                yield said[start:end], Remark(told, each.start, each.end)


def _may_stand(said: str) -> bool:
    return any(sign in said for sign in _SIGNS)


def _places(pattern: re.Pattern[str], said: str) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(said):
        if not _TICKER.search(said, max(0, found.start() - 8), found.start()):
            yield found.span()


def _told(found: str, where: str) -> str:
    return f"“{shortened(found)}” stands in {where}: something is still to come. Fill it in."
