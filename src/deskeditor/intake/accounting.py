"""Where the words of a source went: into the story, into fields, into notes of what was taken out.

A reader of a format gives all that could be read in its file (`Page.source`), hidden text as well; no word of
it may be missing without a note, whatever mistake a reader makes.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from deskeditor.document.model import Document
from deskeditor.intake.errors import Refused
from deskeditor.intake.shapes import folded

_RAISED = re.compile(r"</?su[bp]>", re.I)
_MARK_UP = re.compile(r"\]\(<?[^\s()<>]*>?|\]\[|[<>|]|&nbsp;")
_SIGNS = re.compile(r"[\W_]+")
_MOST_NAMED = 400
_SEARCHED = 1_000_000_000
"""Letters that are looked through for words that were torn or joined: a bound, whatever comes."""


@dataclass(frozen=True, slots=True)
class Account:
    """How many words of a source are where, and those that are nowhere, in their order."""

    words: int
    story: int
    fields: int
    taken_out: int
    lost: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The account as the last note of an import."""
        missing = f", {len(self.lost):,} named above" if self.lost else ""
        return (
            f"{self.words:,} words in the file: {self.story:,} in the story, {self.fields:,} in fields, "
            f"{self.taken_out:,} taken out{missing}."
        )


def account(source: str, document: Document, notes: Sequence[str]) -> Account:
    """Where the words of `source` are, a line for each block of the file; case and marks do not count."""
    texts = list(_texts(document.fields))
    stated = {folded(text) for text in texts}
    repeated = 0
    words: list[str] = []
    for line in source.split("\n"):
        if folded(line) in stated:
            repeated += len(line.split())
        else:
            words += [word for word in _broken(line).split() if _key(word)]
    story, kept = _Place(_readable(document.text)), _Place(_broken("\n".join(texts)))
    said = _Place(_broken("\n".join(notes)), once_for_all=True)
    missing: list[str] = []
    for word in words:
        key = _key(word)
        if not any(place.takes(key) for place in (story, kept, said)):
            missing.append(word)
    lost = _nowhere(missing, Counter(map(_key, words)), (story, kept, said))
    total = repeated + len(words)
    return Account(total, story.count, repeated + kept.count, said.count, tuple(lost))


def accounted(source: str, document: Document, notes: tuple[str, ...]) -> tuple[str, ...]:
    """The notes with the lost words and the account; raises Refused where a third of a file is lost."""
    if not source.strip():
        return notes
    found = account(source, document, notes)
    if len(found.lost) > 20 and len(found.lost) * 3 > found.words:
        raise Refused(
            f"{len(found.lost):,} of {found.words:,} words of this file could not be placed. "
            "Nothing was taken in; copy its text and paste it into a new article."
        )
    lost = (
        (f"Not taken over, look at the file for their place: “{_named(found.lost)}”",) if found.lost else ()
    )
    return (*notes, *lost, found.line)


def _named(words: Sequence[str]) -> str:
    more = f" … and {len(words) - _MOST_NAMED:,} more" if len(words) > _MOST_NAMED else ""
    return " ".join(words[:_MOST_NAMED]) + more


class _Place:
    """A text that holds words; each of its words stands for one of the source, in notes for any number.

    What a page says ten times, as buttons do, is told once.
    """

    def __init__(self, text: str, *, once_for_all: bool = False) -> None:
        self._once_for_all = once_for_all
        self._left = Counter(filter(None, map(_key, text.split())))
        self.letters = _key(text)
        self.count = 0

    def takes(self, key: str) -> bool:
        """Whether the word stands here once more."""
        if not self._left[key]:
            return False
        self._left[key] -= 0 if self._once_for_all else 1
        self.count += 1
        return True

    def holds(self, key: str, times: int) -> bool:
        """Whether the letters stand here so often, within words that were torn or joined."""
        return self.letters.count(key) >= times


def _nowhere(missing: Sequence[str], times: Counter[str], places: Sequence[_Place]) -> Iterator[str]:
    """The words that not even the bare letters of a place hold, without the signs between words."""
    letters = 1 + sum(len(place.letters) for place in places)
    budget = _SEARCHED // letters
    found: dict[str, _Place | None] = {}
    for word in missing:
        key = _key(word)
        if key not in found:
            tried = places if len(found) < budget else ()
            found[key] = next((place for place in tried if place.holds(key, times[key])), None)
        place = found[key]
        if place is None:
            yield word
        else:
            place.count += 1


def _key(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    return _SIGNS.sub("", unicodedata.normalize("NFKC", word)).casefold()


def _broken(line: str) -> str:
    """Marks that stand between two words in Markdown part them here too."""
    return _MARK_UP.sub(" ", _RAISED.sub("", line))


def _readable(markdown: str) -> str:
    return html.unescape(_broken(markdown))


def _texts(value: object) -> Iterator[str]:
    """Every text of the fields, whatever holds it."""
    if isinstance(value, str):
        yield from filter(None, value.split("\n"))
    elif isinstance(value, tuple):
        yield from (text for one in value for text in _texts(one))
    elif is_dataclass(value):
        yield from (text for one in fields(value) for text in _texts(getattr(value, one.name)))
