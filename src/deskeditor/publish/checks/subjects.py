"""Makes what checks see of the articles of one library, asking it as little as possible."""

from functools import cache, cached_property

from deskeditor.document.model import ArticleId, MediaHash
from deskeditor.library.errors import Missing
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.publish.body import Body, body_of
from deskeditor.publish.checks.subject import Copy, Standing, Subject
from deskeditor.publish.images_names import Named, named_in
from deskeditor.publish.times import export_time


class Subjects:
    """Asks the library once at most for what may leave, and for each picture and headline that is named."""

    def __init__(self, library: Library, now: str, out: frozenset[ArticleId] | None = None) -> None:
        """`out` is what may leave, where somebody has asked already."""
        self._library = library
        self._known = out
        self._now = export_time(now)
        self._has_media = cache(library.media.has)
        self._called = cache(library.find_headline)
        self._named_in = cache(lambda media: _named(library, media))

    def __call__(self, article: Article, body: Body | None = None) -> Subject:
        """The article as checks see it; the body is rendered unless it is given."""
        document = article.document
        return Subject(
            article=article.id,
            copy=Copy(document, article.slug, body or body_of(document)),
            now=self._now,
            standing=self._standing,
            called=self._called,
            has_media=self._has_media,
            named_in=self._named_in,
        )

    @cached_property
    def _out(self) -> frozenset[ArticleId]:
        """What may leave, asked for the first story that names another."""
        if self._known is not None:
            return self._known
        return frozenset(version.id for version in self._library.publishable_versions(self._now.isoformat()))

    def _standing(self, article: ArticleId) -> Standing:
        if article in self._out:
            return Standing.OUT
        try:
            self._library.find(article)
        except Missing:
            return Standing.MISSING
        return Standing.INSIDE


def _named(library: Library, media: MediaHash) -> tuple[Named, ...]:
    """What the file of a picture says of people; of one that is not there, nothing."""
    try:
        return named_in(library.media.path(media))
    except Missing:
        return ()
