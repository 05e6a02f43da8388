"""What the pane says: of one finding, and of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from deskeditor.publish.findings import Finding, Level
from deskeditor.session.checking import Looked

_LABELS = {
    "seo_title": "Search title",
    "seo_description": "Search description",
    "lead_picture": "Lead picture",
    "note_to_editor": "Note to the editor",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One finding as it is shown; `word` says how grave it is, `where` in what it was found."""

    finding: Finding
    word: str
    rule: str
    where: str

    @property
    def blocks(self) -> bool:
        """Whether it keeps the story in the building."""
        return self.finding.level is Level.BLOCK

    @property
    def message(self) -> str:
        """What is to be mended, or looked at."""
        return self.finding.message

    @property
    def spoken(self) -> str:
        """All of it, for those who hear it."""
        return f"{self.word}: {self.rule}, {self.where}. {self.message}"


@dataclass(frozen=True, slots=True)
class State:
    """What is said where there is no list: a sign, a line, and a sentence on it."""

    sign: str
    line: str
    sentence: str


NO_STORY = State("info", "No story is open", "What stands between a story and its readers is said here.")
WORKING = State("search", "Looking at the story…", "Its words first, then its page.")
SOUND = State("check", "Nothing to mend", "Words, links and the finished page are as they should be.")
WORDS_SOUND = State("check", "Nothing to mend in the words", "The page is looked at when you pause.")


def rows(looked: Looked) -> tuple[Row, ...]:
    """The findings in their order: what blocks first."""
    answer = looked.answer
    return tuple(map(_row, answer.findings, answer.paragraphs))


def state(looked: Looked | None) -> State | None:
    """What to say instead of a list; None where there are findings."""
    if looked is None:
        return NO_STORY
    if looked.answer.findings:
        return None
    if looked.working:
        return WORKING
    if looked.message:
        return State("warning", "The checks have stopped", looked.message)
    return SOUND if looked.answer.whole else WORDS_SOUND


def counted(looked: Looked | None) -> str:
    """The numbers in words, as the status line has them; empty where there is nothing to count yet."""
    if looked is None or looked.working or looked.message:
        return ""
    told = ((looked.answer.blocks, "block"), (looked.answer.asks, "ask"))
    return ", ".join(f"{number:,} {word}" for number, word in told if number) or "Nothing to mend"


def same(before: Sequence[Row], now: Sequence[Row]) -> bool:
    """Whether both look the same, wherever in their paragraphs the words may stand."""
    return [(row.spoken, row.blocks) for row in before] == [(row.spoken, row.blocks) for row in now]


def _row(finding: Finding, paragraph: int) -> Row:
    word = "Blocks" if finding.level is Level.BLOCK else "Ask"
    field = _LABELS.get(finding.field, finding.field.replace("_", " ").capitalize())
    where = (
        f"Paragraph {paragraph:,}" if paragraph else "Text" if finding.start is not None else field or "Page"
    )
    return Row(finding, word, finding.rule.replace("-", " ").capitalize(), where)
