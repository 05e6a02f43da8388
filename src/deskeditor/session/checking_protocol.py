"""What the window and the process that checks say to each other."""

from dataclasses import dataclass

from deskeditor.document.model import ArticleId, Document
from deskeditor.publish.findings import Finding


@dataclass(frozen=True, slots=True)
class Question:
    """A story as it stands on the desk, and whether its page is asked about too."""

    article: ArticleId
    document: Document
    page: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The gravest findings, the paragraph of each (0: none), and how many there are of each kind.

    `whole`: nothing more would be found on the page. `message` says what could not be looked at.
    """

    findings: tuple[Finding, ...] = ()
    paragraphs: tuple[int, ...] = ()
    blocks: int = 0
    asks: int = 0
    whole: bool = False
    message: str = ""
