"""What the list says where it has no rows: decided from values, told in plain words."""

from deskeditor.library.records import ListView
from deskeditor.ui.articles.model import status_word
from deskeditor.ui.widgets.message import Offer, Saying

NEW, IMPORT, CLEAR, EVERYTHING, AGAIN = "new", "import", "clear", "everything", "again"


def nothing_to_show(view: ListView, search: str, articles: int) -> Saying:
    """The reason why there is no row, and the way on; `articles` is how many there are outside the trash."""
    if search.strip():
        return Saying(
            "search", f"Nothing found for “{search.strip()}”", "", (Offer(CLEAR, "Clear the search"),)
        )
    if view.trashed:
        return Saying("trash", "The trash is empty", "Articles that you put here can be taken back.")
    if articles == 0:
        offers = (Offer(NEW, "New article"), Offer(IMPORT, "Import…"))
        return Saying("editor", "No articles yet", "Write the first one, or bring in wire copy.", offers)
    return Saying("filter", _nothing_in(view), "", (Offer(EVERYTHING, "Show all articles"),))


def failed(text: str) -> Saying:
    """An error, and the one thing that can be done about it."""
    return Saying("warning", "The list could not be read", text, (Offer(AGAIN, "Try again"),))


def _nothing_in(view: ListView) -> str:
    status = f"“{status_word(view.status)}”" if view.status else ""
    section = f"the section “{view.section}”" if view.section else ""
    place = " and ".join(part for part in (status, section) if part)
    return f"No articles in {place}" if place else "No articles here"
