"""What a style of a word processor is for, by its name in the languages that programs write it in."""

import re
from enum import Enum


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
