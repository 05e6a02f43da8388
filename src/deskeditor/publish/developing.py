"""What can be made of public stories before anybody exports; what cannot be made now, an export tells of."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from deskeditor.document.model import ArticleId, MediaHash, Picture
from deskeditor.library.errors import Missing
from deskeditor.library.kept import Kept
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.publish import images
from deskeditor.publish.bench import Bench, Order, Task
from deskeditor.publish.checks.subject import pictures_of
from deskeditor.publish.edition import edition_of
from deskeditor.publish.errors import BadPicture, PublishError
from deskeditor.publish.gathering import PUBLIC, keep, keep_related
from deskeditor.publish.goal import Options, theme_of
from deskeditor.publish.images import Original, original_of
from deskeditor.publish.selection import utc_second
from deskeditor.publish.times import export_time

MOST = 100
"""So many stories are rendered beside the writing, no more."""


def waiting(library: Library, id: ArticleId) -> tuple[Original, ...]:
    """The pictures of a public story that were never made; none of one that stays inside."""
    article = library.load(id)
    if article.document.fields.status not in PUBLIC:
        return ()
    cache = library.cache
    found = _originals(article, library)
    return tuple(each for each in found if images.kept(images.key(each), cache) is None)


def develop(library: Library, id: ArticleId) -> None:
    """Make and keep the pictures of a public story as an export would."""
    for original in waiting(library, id):
        with suppress(BadPicture):
            images.renditions(original, library.cache)


def finish(library: Library, ids: Collection[ArticleId]) -> None:
    """Make and keep the pages of public stories as the next export would; nothing where none may leave.

    Raises LibraryError and PublishError. A library of which little is kept is left to its first export.
    """
    options, now = Options(), export_time(None)
    with library.frozen(), Kept.within(library.cache) as kept:
        edition = edition_of(library, kept, options, now, partial(_few, library, kept))
        keys = {
            each.id: edition.key(each, edition.job(each.id))
            for each in edition.layout.leaving
            if each.id in ids and edition.layout.facts[each.id].latest <= utc_second(now)
        }
        keep_related(kept, edition.layout.related)
        order = replace(Order.of(edition, theme_of(library, options)), keeps=True)
        jobs = [edition.job(id) for id in keys]
        for _ in Bench(library, kept).plates(Task(order=order, jobs=jobs, keys=keys)):
            pass


def _few(library: Library, kept: Kept, ids: Sequence[ArticleId]) -> dict[str, bytes]:
    if len(ids) > MOST:
        raise PublishError(f"{len(ids)} stories were never rendered; an export is to do it.")
    return keep(map(library.load, ids), kept)


def _originals(article: Article, library: Library) -> Iterator[Original]:
    lead = article.document.fields.lead_picture
    inside = (
        Picture(MediaHash(each.address.removeprefix("media:")), each.alt, each.caption, each.credit)
        for each in pictures_of(article.document.text)
        if each.address.startswith("media:")
    )
    for picture in dict.fromkeys((lead, *inside) if lead else inside):
        with suppress(Missing):
            yield original_of(picture, library.media.path(picture.media))
