"""Text itself: made clean once at the door, counted, measured, and made into an address."""

import re
import unicodedata

_CANNOT_STAND = re.compile("[\x00\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_WIDE = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003134f"
_LETTER = f"[^\\W_{_WIDE}]"
_WORD = re.compile(
    f"[{_WIDE}]|{_LETTER}+(?:(?:[\u0300-\u036f\u200c\u200d]+|['’.,\u2010\u2011-](?={_LETTER})){_LETTER}*)*"
)
# What stands in the source but is not read as words. Each alternative stops at the character that begins
# it, so that a hostile line costs no more than its length.
_SILENT = re.compile(
    r"\]\([^()\[\]\n]*(?:\([^()\[\]\n]*\)[^()\[\]\n]*)?\)"  # the address and title of a link or picture
    r"|</?[A-Za-z!][^<>\n]*>"
    r"|(?<=\))\{[^{}\n]*\}"  # the credit of a picture
    r"|^[ ]{0,3}\[[^\[\]\n]*\]:[^\n]*"
    r"|^:::[ \t]*[\w-]*"
    r"|^[ ]{0,3}(?:```|~~~)[^\n]*",
    re.MULTILINE,
)
_MARKS_OF_SILENCE = ("](", "<", "]:", ":::", "```", "~~~")
_WORDS_A_MINUTE = 238


def clean(text: str) -> str:
    """The text as an article may hold it: lines end in `\\n`, no NUL and no half of a surrogate pair."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or not _is_encodable(text):
        text = _PAIR.sub(lambda pair: _joined(pair.group()), text)
        text = _CANNOT_STAND.sub("\ufffd", text)
    return text


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _joined(pair: str) -> str:
    return pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def words(text: str) -> int:
    """How many words a reader reads; marks and addresses of Markdown are none, an ideograph is one."""
    if any(mark in text for mark in _MARKS_OF_SILENCE):
        text = _SILENT.sub(" ", text)
    pieces = text.split()
    # Most pieces are bare words, and those are told apart without a regular expression.
    others = [piece for piece in pieces if not (piece.isascii() and piece.isalnum())]
    return len(pieces) - len(others) + len(_WORD.findall(" ".join(others)))


def reading_minutes(count: int) -> int:
    """Whole minutes that a reader needs for so many words, at least one where there are any."""
    return -(-count // _WORDS_A_MINUTE)


def utf16_length(text: str) -> int:
    """How long the text is for Qt, which counts a character beyond U+FFFF twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, position: int) -> int:
    """Qt's position of one of ours."""
    return min(position, len(text)) if text.isascii() else utf16_length(text[:position])


def from_utf16(text: str, units: int) -> int:
    """Our position of one of Qt's; in the middle of a character it is the place before it."""
    if text.isascii():
        return min(units, len(text))
    coded = text[:units].encode("utf-16-le", "surrogatepass")[: 2 * units]
    position = len(coded.decode("utf-16-le", "surrogatepass"))
    return position - (
        position > 0 and utf16_length(text[position - 1]) == 2 and utf16_length(text[:position]) > units
    )


_LONGEST_SLUG = 80
_TAKEN = re.compile(
    "index|feed|rss|atom|404|assets|media|articles|robots|(?:news-)?sitemap|bundle-manifest"
    "|con|prn|aux|nul|(?:com|lpt)[0-9]"  # no file of Windows can have these names
)
_CYRILLIC = dict(zip("абвгдезийклмнопрстуфыэѓќґіјћђўһ", "abvgdeziyklmnoprstufyegkgijcduh", strict=True))
_CYRILLIC |= {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ё": "yo",
}
_CYRILLIC |= {"ї": "yi", "є": "ye", "љ": "lj", "њ": "nj", "џ": "dz", "ѕ": "dz"}
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφωθχψ", [*"avgdeziiklmnxoprsstyfo", "th", "ch", "ps"], strict=True))
_LETTERS = dict(zip("ßæœøđðþłħı", ["ss", "ae", "oe", "o", "d", "d", "th", "l", "h", "i"], strict=True))
_SIGNS = {"&": " and ", "'": "", "’": "", "‘": "", "ʼ": "", "ъ": "", "ь": ""}
_TO_LATIN = str.maketrans(_CYRILLIC | _GREEK | _LETTERS | _SIGNS)


def _plain(lowered: str) -> str:
    """The letters without their accents."""
    parts = unicodedata.normalize("NFKD", lowered)
    return "".join(each for each in parts if not unicodedata.combining(each)).translate(_TO_LATIN)


def slugify(text: str) -> str:
    """A file name for a headline: `a-z0-9-`, at most 80 characters, never empty, allowed on any system."""
    lowered = unicodedata.normalize("NFC", text).lower().translate(_TO_LATIN)
    slug = "-".join(re.findall("[a-z0-9]+", lowered if lowered.isascii() else _plain(lowered)))
    if len(slug) > _LONGEST_SLUG:
        slug = slug[: _LONGEST_SLUG + 1].rpartition("-")[0] or slug[:_LONGEST_SLUG]
    if not slug:
        return "story"
    return f"{slug}-story" if _TAKEN.fullmatch(slug) else slug
