"""The process that looks at the open story for the window, so that no key waits for it. No Qt.

It takes one Question after the other from its pipe and answers each with what an export would say of the
story as it stands, saved or not: at once of its words, or with its finished page.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.errors import LibraryError
from deskeditor.library.hashing import sha256_of
from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish.bench import Bench, Task
from deskeditor.publish.body import body_of
from deskeditor.publish.checking import Draft, Proofreader, held_back
from deskeditor.publish.errors import PublishError
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.goal import Options
from deskeditor.session.checking_protocol import Answer, Question
from deskeditor.worker import Calls

MOST = 200
"""Findings that are shown at the most; counts tell of the rest."""
_PART = 20
_GAP = re.compile(r"\n[ \t]*\n")


class Interrupted(Exception):
    """Somebody asks something newer."""


class Checker:
    """Answers questions about the articles of one library; `hurried` says whether the next one waits."""

    def __init__(self, library: Library, kept: Kept, hurried: Callable[[], bool]) -> None:
        self._library = library
        self._kept = kept
        self._hurried = hurried
        self._bench = Bench(library, kept)

    def answer(self, question: Question) -> Answer:
        """What is found now; what stands in the way of looking is an answer too."""
        text = question.document.text
        try:
            reader = Proofreader(self._library, self._kept, Options(), self._gather)
            draft = self._draft(question)
            words = reader.of_words(draft)
            if held_back(words) or not question.page:
                return told(words, text, whole=held_back(words))
            try:
                return told(reader.of_draft(draft), text, whole=True)
            except Interrupted:
                return told(words, text, whole=False)
        except (LibraryError, PublishError, OSError) as error:
            return Answer(whole=True, message=str(error))

    def _draft(self, question: Question) -> Draft:
        """As it would be were it saved now."""
        article = self._library.load(question.article)
        document = question.document
        return replace(article, document=document, sha256=sha256_of(document)), body_of(document)

    def _gather(self, ids: Sequence[ArticleId]) -> dict[str, bytes]:
        """The facts that the library does not keep yet, in parts: those that are made stay made."""
        found: dict[str, bytes] = {}
        for at in range(0, len(ids), _PART):
            if self._hurried():
                raise Interrupted
            found |= self._bench.do(Task(ids=ids[at : at + _PART])).facts
        return found


def told(findings: Sequence[Finding], text: str, *, whole: bool) -> Answer:
    """The findings as the window is told of them."""
    shown = tuple(findings[:MOST])
    blocks = sum(each.level is Level.BLOCK for each in findings)
    return Answer(shown, paragraphs(shown, text), blocks, len(findings) - blocks, whole)


def paragraphs(findings: Sequence[Finding], text: str) -> tuple[int, ...]:
    """In which paragraph of the body each finding begins, from 1; 0 for what is not about the body."""
    begins = [0, *(gap.end() for gap in _GAP.finditer(text))]
    written = [
        at for at, end in zip(begins, (*begins[1:], len(text) + 1), strict=True) if text[at:end].strip()
    ]
    return tuple(
        0 if each.start is None else max(1, sum(at <= each.start for at in written)) for each in findings
    )


def work_off(calls: Calls[Question, Answer], path: Path) -> None:
    """Answer every question, about the articles of one library."""
    with Library.open(path, Mode.READ) as library, Kept.within(library.cache) as kept:
        calls.answer_each(Checker(library, kept, lambda: calls.hurried).answer)
