"""How the process that checks begins: the window names this, and so need not know what makes pages."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskeditor.session.checking_protocol import Answer, Question
    from deskeditor.worker import Calls


def begin(calls: "Calls[Question, Answer]", library: Path) -> None:
    """What the process does."""
    from deskeditor.session.checking_process import work_off

    work_off(calls, library)
