"""The facts of the stories of an export: kept ones as they are, the others from their texts."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from deskeditor.document.model import ArticleId, Status
from deskeditor.library.kept import Kept
from deskeditor.library.records import Article, Version
from deskeditor.library.store import Library
from deskeditor.publish.body import body_bytes, body_of, mark
from deskeditor.publish.facts import Facts, facts_of, from_json, to_json
from deskeditor.publish.proofreading import own_bytes
from deskeditor.publish.related import Chosen

PUBLIC = (Status.PUBLISHED, Status.CORRECTED)
"""What readers have, or will have after its embargo."""
_STALE = 1000
"""So many more facts than stories are forgotten."""

Gather = Callable[[Sequence[ArticleId]], dict[str, bytes]]
"""Renders and keeps the articles, and answers with their facts by mark."""


def keep(articles: Iterable[Article], kept: Kept) -> dict[str, bytes]:
    """Render and check these and keep what came of it, so that no export has to; the facts by mark."""
    bodies: dict[str, bytes] = {}
    facts: dict[str, bytes] = {}
    findings: dict[str, bytes] = {}
    for article in articles:
        body = body_of(article.document)
        findings[mark(article)] = own_bytes(article, body)
        bodies[mark(article)] = body_bytes(body)
        facts[mark(article)] = to_json(facts_of(article.document, body)).encode("utf-8", "surrogatepass")
    kept.put("bodies", bodies)
    kept.put("findings", findings)
    kept.put("facts", facts)
    return facts


def keep_public(library: Library, ids: Iterable[ArticleId]) -> int:
    """Render and keep those of the articles that are public, right after a save: an export then need not.

    How many they are.
    """
    articles = [library.load(id) for id in ids]
    public = [each for each in articles if each.document.fields.status in PUBLIC]
    if public:
        with Kept.within(library.cache) as kept:
            keep(public, kept)
    return len(public)


def gathered(versions: Sequence[Version], kept: Kept, gather: Gather) -> dict[ArticleId, Facts]:
    """The facts of each version, in their order."""
    marks = {each.id: mark(each) for each in versions}
    found = kept.all("facts")
    lacking = [id for id, name in marks.items() if name not in found]
    if lacking:
        found |= gather(lacking)
    _forget_stale(kept, found.keys() - set(marks.values()), len(marks))
    lines = [found[name].decode("utf-8", "surrogatepass") for name in marks.values()]
    return dict(zip(marks, from_json(lines), strict=True))


def _forget_stale(kept: Kept, stale: Iterable[str], needed: int) -> None:
    names = list(stale)
    if len(names) > needed + _STALE:
        kept.drop("facts", names)
        kept.drop("bodies", names)
        kept.drop("findings", names)


def kept_related(kept: Kept) -> dict[ArticleId, Chosen]:
    """The related stories that were chosen the last time."""
    found: dict[ArticleId, Chosen] = {}
    for line in (kept.get("related", "all") or b"").splitlines():
        chain, id, *ids = line.decode().split("\t")
        found[ArticleId(id)] = Chosen(chain, tuple(map(ArticleId, ids)))
    return found


def keep_related(kept: Kept, chosen: Mapping[ArticleId, Chosen]) -> None:
    """Remember them for the next time."""
    if chosen == kept_related(kept):
        return
    lines = ("\t".join((each.chain, id, *each.related)) for id, each in chosen.items())
    kept.put("related", {"all": "\n".join(lines).encode()})
