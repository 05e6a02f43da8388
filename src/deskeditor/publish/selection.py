"""Which articles leave in one export: all that may, or the chosen ones, refused by name where one may not."""

from collections.abc import Sequence
from datetime import datetime

from deskeditor.document.model import ArticleId, Status
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Article, Mode, Version
from deskeditor.library.store import Library
from deskeditor.publish.errors import Refused
from deskeditor.publish.times import export_time, parse_time, told_by_clock

CLOCK = "export.last"
"""The library's setting that holds the time of the last export by the clock."""


def clocked(library: Library, now: str | None) -> datetime:
    """The time of this export; raises Refused for a clock behind the last, which would take stories back."""
    when = export_time(now)
    last = parse_time(library.setting(CLOCK))
    if told_by_clock(now) and last is not None and when < last:
        raise Refused(
            f"The clock of this machine says {when:%Y-%m-%d %H:%M}, and the last export was at "
            f"{last:%Y-%m-%d %H:%M} UTC. Nothing was written. Put the clock right and export again."
        )
    return when


def utc_second(when: datetime) -> str:
    """The moment as facts have theirs, so that text order is time order."""
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"


def remember(library: Library, now: str | None, when: datetime) -> None:
    """Keep the time of an export by the clock, where the library can be written."""
    if not told_by_clock(now):
        return
    try:
        if library.mode is Mode.WRITE:
            _remember(library, when)
            return
        with Library.open(library.path) as writer:
            _remember(writer, when)
    except LibraryError:
        return  # a library that is only read has no last export


def _remember(library: Library, when: datetime) -> None:
    last = parse_time(library.setting(CLOCK))
    if last is None or last < when:
        library.set_setting(CLOCK, when.isoformat().replace("+00:00", "Z"))


def held_back(library: Library, names: Sequence[str] | None) -> dict[ArticleId, str]:
    """What to say of each public story that is not what was saved; raises Refused where one was chosen.

    It is asked before every export, also of stories whose pages are kept: the others then leave without it.
    """
    held = {each.id: each.message for each in library.unsound()}
    if names is not None and held:
        wanted = [held[id] for id in _found(library, names) if id in held]
        if wanted:
            raise Refused("\n".join((*wanted, "Nothing was written.")))
    return held


def chosen(
    library: Library, may_leave: Sequence[Version], names: Sequence[str] | None, now: datetime
) -> frozenset[ArticleId]:
    """Those of the library's one query that are wanted; raises Refused for none, or for one that may not."""
    if names is None:
        if not may_leave:
            raise Refused(
                "Nothing is ready to leave: no story is published with a published time that has come. "
                "Nothing was written. Set status=published and published=TIME on a story."
            )
        return frozenset(each.id for each in may_leave)
    ids = _found(library, names)
    allowed = {each.id for each in may_leave}
    held_back = [_reason(library.load(id), now) for id in ids if id not in allowed]
    if held_back:
        raise Refused("\n".join((*held_back, "Nothing was written.")))
    if not ids:
        raise Refused("No article was chosen. Nothing was written.")
    return frozenset(ids)


def changed_since(versions: Sequence[Version], since: str | None) -> tuple[Version, ...]:
    """Those saved after that time; all where none is given. Raises Refused where nothing has changed."""
    if since is None:
        return tuple(versions)
    moment = parse_time(since)
    if moment is None:
        raise Refused(
            f"“{since}” is no time with a zone. Nothing was written. Give one like 2025-08-20T14:30:00Z."
        )
    found = tuple(each for each in versions if (parse_time(each.updated) or moment) > moment)
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
    if fields.hold:
        return f"{name} is on hold: “{fields.hold}”. Settle it: set the embargo, then clear the hold."
    if published is None:
        return f"{name} has no published time. Set published to a date and time with a zone."
    if published > now:
        return f"{name} is to be published at {fields.published}. Export it then."
    if fields.embargo and (embargo is None or embargo > now):
        return f"{name} is under embargo until {fields.embargo}. Export it then."
    return f"{name} may not leave now."
