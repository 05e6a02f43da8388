"""What comes in: files and the clipboard, as articles in Markdown with notes for the desk.

The readers and their tables load at the first use: the window must not wait for them.
"""

from pathlib import PurePath
from typing import TYPE_CHECKING

from deskeditor.intake.errors import Refused
from deskeditor.intake.records import ImportOptions, Intake, Known, MediaIn

if TYPE_CHECKING:
    from deskeditor.intake.clipboard import Pasted

__all__ = ["ImportOptions", "Intake", "MediaIn", "Refused", "paste", "pasted", "read"]

_USUAL = ImportOptions()


def read(
    path_or_name: str | PurePath, data: bytes, known: Known, options: ImportOptions = _USUAL
) -> tuple[Intake, ...]:
    """The articles in a file, one but for an archive; raises Refused where there is none, nothing else."""
    from deskeditor.intake.reading import articles_of

    return articles_of(str(path_or_name), data, known, options)


def paste(html: str | None, text: str) -> str:
    """What was copied, as Markdown; text that came without structure stays to the letter. Never raises."""
    return pasted(html, text).text


def pasted(html: str | None, text: str) -> "Pasted":
    """As `paste`, with a note for each thing of the copy that was left out."""
    from deskeditor.intake import clipboard

    return clipboard.pasted(html, text)
