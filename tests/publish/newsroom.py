"""Stories to export, and the newsroom that they are exported from."""

from dataclasses import dataclass, replace
from pathlib import Path

from deskeditor.document.model import ArticleId, Author, Document, Fields, Status
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options, Report, export

NOW = "2025-08-21T12:00:00Z"
BASE = "https://courier.example.org/"
GUARD_PAGE = "politics/2025/08/guard-troops-asked-for.html"
WATER_PAGE = "local/2025/08/kansas-city-opens-a-water-lab.html"
NOBODY = ArticleId("")
SOUND = Fields(
    headline="Council keeps the bridge",
    standfirst="The vote was closer than anyone had expected, and it will be taken again.",
    dateline="St. Louis",
    section="Local",
    status=Status.PUBLISHED,
    published="2025-08-18T08:00:00-05:00",
    byline=(Author("Jane Doe"),),
)
"""Fields of a story that may leave."""


@dataclass(frozen=True)
class Newsroom:
    """A library, a folder to export to, and the ids of the stories that tests speak of."""

    library: Library
    folder: Path
    guard: ArticleId = NOBODY
    water: ArticleId = NOBODY
    draft: ArticleId = NOBODY

    @property
    def out(self) -> Path:
        """Where the bundle of a test lies."""
        return self.folder / "out"

    def export(self, options: Options | None = None, name: str = "out") -> Report:
        """An export at the newsroom's own time."""
        wanted = options or Options()
        wanted = wanted if wanted.now else replace(wanted, now=NOW)
        return export(self.library, self.folder / name, wanted, lambda *_: None)

    def text(self, name: str) -> str:
        """One file of the exported bundle."""
        return (self.out / name).read_text("utf-8")


def story(
    fields: Fields = SOUND, text: str = "The council met on Monday.\n\nNobody was surprised.\n"
) -> Document:
    """A document of these fields."""
    return Document(text, fields)


def cache_of(shelf: Path) -> Path:
    """Where derived work of the library at that path is kept."""
    with Library.open(shelf, Mode.READ) as library:
        return library.cache
