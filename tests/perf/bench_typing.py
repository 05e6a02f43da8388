"""What one key costs: on the window's thread, and altogether up to the patch, at three lengths.

Prints medians in milliseconds of this process, since shared machines stop for others at any moment, and for
the whole work the ratio of 200,000 words to 900 in the same run.
"""

import os
import random
import statistics
import string
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from deskeditor.document.model import ArticleId, Document, Fields
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.records import Article
from deskeditor.render.rendering import Context, render, update
from deskeditor.session.draft import Draft
from deskeditor.ui import look
from deskeditor.ui.editor.body import BodyEditor

LENGTHS = (900, 10_000, 200_000)
KEYS = 200
SENTENCE = "The governor said on *Tuesday* that the state would [review](https://example.org) each request"


def newsprint(words: int) -> str:
    """Paragraphs of 70 words, a heading after every eighth, a list and a quote now and then."""
    paragraph = ". ".join([SENTENCE] * 5) + ".\n\n"
    odd = "## What comes next\n\n> He would not say when.\n\n- first\n- **second**\n\n"
    return (paragraph * 8 + odd) * max(1, words // 570)


def draft_of(text: str) -> Draft:
    """The text on the desk."""
    return Draft(
        Article(ArticleId("a" * 12), 1, Document(text, Fields(headline="Long")), 5, 0.0, "", None, 0, "s", "")
    )


def median_ms(do: Callable[[], object]) -> float:
    """The median of many keys, the first ones left out."""
    times = []
    for _ in range(KEYS):
        start = time.process_time()
        do()
        times.append(time.process_time() - start)
    return statistics.median(times[KEYS // 10 :]) * 1000


def widget_ms(words: int) -> float:
    """Key event to changed draft: the widget, the step, the state."""
    body, draft = BodyEditor(), draft_of(newsprint(words))
    body.resize(700, 900)
    body.show_draft(draft)
    body.show()
    QApplication.sendPostedEvents()
    return median_ms(lambda: QTest.keyClick(body, Qt.Key.Key_A))


def whole_ms(words: int) -> float:
    """Step, state, incremental rendering, patch: all that is ours, on whichever thread it runs."""
    text = newsprint(words)
    draft, rendering = draft_of(text), render(text, Context())
    at = text.index("\n\nThe governor", len(text) // 2) + 30

    # Other letters at every length: a paragraph that was rendered before would come out of the cache.
    letters = random.Random(words)

    def key() -> None:
        nonlocal rendering
        letter = letters.choice(string.ascii_letters)
        draft.apply(Transaction((ReplaceText(at, "", letter),), None, Origin.TYPING, time.monotonic()))
        rendering, _ = update(rendering, at, 0, letter)

    return median_ms(key)


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    look.apply(app, look.Scheme.LIGHT)
    whole = {words: whole_ms(words) for words in LENGTHS}
    for words in LENGTHS:
        print(f"key at {words:>7,} words: window {widget_ms(words):.2f} ms, whole work {whole[words]:.2f} ms")
    print(f"whole work at 200,000 words to that at 900: {whole[200_000] / whole[900]:.2f} (goal 1.50)")


if __name__ == "__main__":
    main()
