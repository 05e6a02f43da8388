"""Which articles leave in one export: all that may, or the chosen ones, refused by name where one may not."""

from collections.abc import Sequence
from datetime import datetime

from deskeditor.document.model import ArticleId, Status
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.publish.errors import Refused
from deskeditor.publish.times import parse_time


def leaving(library: Library, chosen: Sequence[str] | None, now: datetime) -> tuple[Article, ...]:
    """The articles of the library's one query, newest first; raises Refused where there are none."""
    may_leave = tuple(library.publishable(now.isoformat()))
    if chosen is None:
        if not may_leave:
            raise Refused(
                "Nothing is ready to leave: no story is published with a published time that has come. "
                "Nothing was written. Set status=published and published=TIME on a story."
            )
        return may_leave
    ids = _found(library, chosen)
    allowed = {article.id for article in may_leave}
    held_back = [_reason(library.load(id), now) for id in ids if id not in allowed]
    if held_back:
        raise Refused("\n".join((*held_back, "Nothing was written.")))
    if not ids:
        raise Refused("No article was chosen. Nothing was written.")
    wanted = set(ids)
    return tuple(article for article in may_leave if article.id in wanted)


def changed_since(articles: Sequence[Article], since: str | None) -> tuple[Article, ...]:
    """Those saved after that time; all where none is given. Raises Refused where nothing has changed."""
    if since is None:
        return tuple(articles)
    moment = parse_time(since)
    if moment is None:
        raise Refused(
            f"“{since}” is no time with a zone. Nothing was written. Give one like 2025-08-20T14:30:00Z."
        )
    found = tuple(each for each in articles if (parse_time(each.updated) or moment) > moment)
    if not found:
        raise Refused(f"No story that may leave has changed since {since}. Nothing was written.")
    return found


def _found(library: Library, chosen: Sequence[str]) -> tuple[ArticleId, ...]:
    try:
        return tuple(dict.fromkeys(library.find(each) for each in chosen))
    except LibraryError as error:
        raise Refused(f"{error} Nothing was written.") from error


def _reason(article: Article, now: datetime) -> str:
    """Why the one query does not give this article, in one line."""
    fields = article.document.fields
    name = f"“{fields.headline or article.slug}”"
    embargo, published = parse_time(fields.embargo), parse_time(fields.published)
    if article.trashed is not None:
        return f"{name} is in the trash. Take it back first."
    if fields.status not in (Status.PUBLISHED, Status.CORRECTED):
        return f"{name} has the status {fields.status.value}. Set it to published first."
    if published is None:
        return f"{name} has no published time. Set published to a date and time with a zone."
    if published > now:
        return f"{name} is to be published at {fields.published}. Export it then."
    if embargo is None or embargo > now:
        return f"{name} is under embargo until {fields.embargo}. Export it then."
    return f"{name} may not leave now."
