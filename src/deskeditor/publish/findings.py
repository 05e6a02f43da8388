"""What a check has to say about an article."""

from enum import StrEnum
from textwrap import shorten
from typing import Any, NamedTuple


class Level(StrEnum):
    """A block keeps the article in the building; a warning asks."""

    BLOCK = "block"
    WARN = "warn"


class Finding(NamedTuple):
    """One remark; `start` and `end` count characters of the body, or are None where it is about a field.

    `field` names that field, for the window to lead there; it is empty where the body or the page is meant.
    """

    article: str
    level: Level
    rule: str
    message: str
    start: int | None = None
    end: int | None = None
    field: str = ""

    def to_json(self) -> dict[str, object]:
        """The shape that `deskeditor check --json` prints."""
        return {
            "article": self.article,
            "level": self.level.value,
            "rule": self.rule,
            "message": self.message,
            "start": self.start,
            "end": self.end,
        }

    def row(self) -> list[object]:
        """All of it, for keeping."""
        return list(self)

    @classmethod
    def from_row(cls, row: list[Any]) -> "Finding":
        """What `row` made; raises ValueError for a row of another shape."""
        article, level, rule, message, start, end, field = row
        return cls(article, Level(level), rule, message, start, end, field)

    def about(self, article: str) -> "Finding":
        """The same finding, of this article."""
        return self._replace(article=article)


def shortened(words: str) -> str:
    """Words of the story as a remark names them: on one line, at most some 90 letters, cut at a word."""
    return shorten(words, 90, placeholder=" …")


def by_weight(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """What blocks before what only asks, otherwise in the order in which they came."""
    return tuple(sorted(findings, key=lambda each: each.level is not Level.BLOCK))
