"""Words without what makes no difference between two ways to write them: case, accents, kinds of dashes."""

import unicodedata

_SAME = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "\xa0": " ", "\u202f": " ",
    "\u2009": " ", "：": ":", "ـ": None, "\u200b": None, "\u200e": None, "\u200f": None, "\ufeff": None,
    "\u00ad": None, "\u2066": None, "\u2067": None, "\u2068": None, "\u2069": None, "\u202a": None,
    "\u202b": None, "\u202c": None,
})  # fmt: skip


def folded_words(text: str) -> str:
    """The text in small letters of one kind, with digits of every script as 0 to 9 and single spaces."""
    text = text.translate(_SAME)
    if text.isascii():
        return " ".join(text.lower().split())
    text = unicodedata.normalize("NFKD", text)
    letters = (_letter(letter) for letter in text if unicodedata.category(letter) != "Mn")
    return " ".join("".join(letters).casefold().translate(_SAME).split())


def _letter(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def words_of(text: str) -> list[str]:
    """The words of a table that is written as plain lines."""
    return text.split()
