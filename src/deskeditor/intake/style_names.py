"""What a style of a word processor is for, by its name in the languages that programs write it in."""

import re
from collections.abc import Iterable
from enum import Enum

from deskeditor.document.model import Author, Fields
from deskeditor.intake.bylines import read_byline


class Role(Enum):
    """What the paragraphs of a style are."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    AUTHOR = "author"
    QUOTE = "quote"


_TITLES = (
    "title titel titre título titolo titulo naslov tytuł název otsikko cím заголовок название заглавие "
    "τίτλος 标题 標題 表題 제목 headline hauptüberschrift schlagzeile"
)
_SUBTITLES = (
    "subtitle untertitel sous-titre subtítulo subtitulo sottotitolo ondertitel underrubrik undertitel "
    "undertittel podtytuł podnadpis подзаголовок 副标题 副標題 副題 부제 standfirst dek deck vorspann chapô"
)
_AUTHORS = "author authors autor autorin auteur autore author(s) verfasser byline autorenzeile författare"
_QUOTES = (
    "quote quotes quotation quotations intensequote blockquote blocktext blockquotation pullquote zitat "
    "zitate intensiveszitat blockzitat citation citations citationintense cita citas citadestacada "
    "citaintensa citazione citazioneintensa citaat duidelijkcitaat citat starktcitat sitat sterktsitat "
    "cytat cytatintensywny citação citaçãointensa citát цитата выделеннаяцитата 引用 引用文 明显引用 인용"
)
_ROLES = {
    name: role
    for role, names in (
        (Role.TITLE, _TITLES),
        (Role.SUBTITLE, _SUBTITLES),
        (Role.AUTHOR, _AUTHORS),
        (Role.QUOTE, _QUOTES),
    )
    for name in names.split(" ")
}
_HEADINGS = (
    r"heading|überschrift|berschrift|titre|título|ttulo|titolo|kop|rubrik|overskrift|nagłówek|nagwek|"
    r"nadpis|otsikko|заголовок|επικεφαλίδα|标题|標題|見出し|제목"
)
_HEADING = re.compile(rf"(?:{_HEADINGS})(?P<level>[1-9])")
_APART = re.compile(r"[\s_]+|-(?!titre)")
_NAMES = re.compile(r"\s*[;|\n]\s*")
_ODF_SPACE = re.compile(r"_([0-9a-f]{2,4})_", re.I)


def role_of(name: str) -> Role | None:
    """The role of a style by its name or id, None for any other."""
    return _ROLES.get(_folded(name))


def heading_level(name: str) -> int:
    """The level of a heading by the name of its style, 0 for any other."""
    found = _HEADING.fullmatch(_folded(name))
    return int(found["level"]) if found else 0


def _folded(name: str) -> str:
    """OpenDocument writes a space in a name as `_20_`."""
    plain = _ODF_SPACE.sub(lambda code: chr(int(code[1], 16)), name)
    return _APART.sub("", plain.casefold())


def head_fields(authors: Iterable[str], standfirst: str) -> Fields:
    """The fields that paragraphs of styles for authors and for the subtitle fill."""
    found = tuple(author for line in authors for author in _authors(line))
    return Fields(standfirst=standfirst, byline=tuple(dict.fromkeys(found)))


def _authors(line: str) -> tuple[Author, ...]:
    """The names in a line of an author's style."""
    found = read_byline(line) or read_byline(f"By {line}")
    if found is not None and found.authors and not found.left:
        return found.authors
    return tuple(Author(name) for name in _NAMES.split(line) if name)
