"""What somebody typed into the search field, as a question that the index understands whatever it was."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_MOST_WORDS = 16
_LONGEST_WORD = 64
_TOKEN = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Asked:
    """`match` is for the index; `strong` leaves out a last word too short for it, which `last` finds."""

    match: str
    strong: str
    last: re.Pattern[str] | None
    hits: re.Pattern[str]


def ask(text: str) -> Asked | None:
    """None where no letter and no digit was typed."""
    words = [word[:_LONGEST_WORD] for word in _plain(text).split() if _TOKEN.search(word[:_LONGEST_WORD])]
    words = words[:_MOST_WORDS]
    if not words:
        return None
    quoted = [f'"{word.replace(chr(34), chr(34) * 2)}"' for word in words]
    quoted[-1] += " *"
    tokens = [_TOKEN.findall(fold(word)) for word in words]
    patterns = [_pattern(some, prefix=some is tokens[-1]) for some in tokens]
    weak = len(tokens[-1]) == 1 and len(tokens[-1][0]) == 1
    return Asked(
        match=" ".join(quoted),
        strong=" ".join(quoted[:-1]) if weak else " ".join(quoted),
        last=re.compile(patterns[-1]) if weak else None,
        hits=re.compile("|".join(sorted(set(patterns), key=len, reverse=True))),
    )


def fold(text: str) -> str:
    """Lower case and without accents, letter for letter, so that places in it are places in the text."""
    return text.lower() if text.isascii() else _NOT_ASCII.sub(lambda c: _folded(c.group()), text).lower()


@cache
def _folded(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def _plain(text: str) -> str:
    return text.replace("\0", " ").encode(errors="replace").decode()


def _pattern(tokens: list[str], *, prefix: bool) -> str:
    middle = r"[\W_]+".join(re.escape(token) for token in tokens)
    return rf"(?<![^\W_]){middle}" + ("" if prefix else r"(?![^\W_])")
