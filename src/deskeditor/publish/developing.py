"""Pictures of public stories made before anybody exports; what cannot be made now, an export tells of."""

from collections.abc import Iterator
from contextlib import suppress

from deskeditor.document.model import ArticleId, MediaHash, Picture
from deskeditor.library.errors import Missing
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.publish import images
from deskeditor.publish.checks.subject import pictures_of
from deskeditor.publish.errors import BadPicture
from deskeditor.publish.gathering import PUBLIC
from deskeditor.publish.images import Original, original_of


def waiting(library: Library, id: ArticleId) -> tuple[Original, ...]:
    """The pictures of a public story that were never made; none of one that stays inside."""
    article = library.load(id)
    if article.document.fields.status not in PUBLIC:
        return ()
    cache = library.media.root / "cache"
    found = _originals(article, library)
    return tuple(each for each in found if images.kept(images.key(each), cache) is None)


def develop(library: Library, id: ArticleId) -> None:
    """Make and keep the pictures of a public story as an export would."""
    for original in waiting(library, id):
        with suppress(BadPicture):
            images.renditions(original, library.media.root / "cache")


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
