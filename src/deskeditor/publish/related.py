"""Related stories where the desk chose none: the latest earlier ones that share most topics.

Only earlier stories are offered, so that a page, once out, does not change whenever another story follows.
"""

import hashlib
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from heapq import nlargest
from typing import NamedTuple

from deskeditor.document.model import ArticleId

MOST = 3
_WINDOW = 64


class Tagged(NamedTuple):
    """A story and its topics."""

    id: ArticleId
    tags: tuple[str, ...]


class Chosen(NamedTuple):
    """What was chosen for a story; `chain` is a hash of it and of every story before it."""

    chain: str
    related: tuple[ArticleId, ...]


def related(stories: Iterable[Tagged], kept: Mapping[ArticleId, Chosen]) -> dict[ArticleId, Chosen]:
    """For each story, oldest first, at most three earlier ones; what was chosen in the same chain stands."""
    by_tag: dict[str, deque[int]] = {}
    before: list[ArticleId] = []
    made: dict[ArticleId, Chosen] = {}
    chain = b""
    for number, story in enumerate(stories):
        chain = hashlib.blake2b(_link(chain, story), digest_size=8).digest()
        name = chain.hex()
        known = kept.get(story.id)
        if known is None or known.chain != name:
            known = Chosen(name, tuple(before[each] for each in _nearest(story.tags, by_tag)))
        made[story.id] = known
        before.append(story.id)
        for tag in story.tags:
            by_tag.setdefault(tag, deque(maxlen=_WINDOW)).append(number)
    return made


def _nearest(tags: Iterable[str], by_tag: Mapping[str, deque[int]]) -> list[int]:
    """Most shared topics first, then the latest; only the latest stories of each topic are looked at."""
    shared = Counter[int]()
    for tag in tags:
        shared.update(by_tag.get(tag, ()))
    return [number for _, number in nlargest(MOST, zip(shared.values(), shared, strict=True))]


def _link(chain: bytes, story: Tagged) -> bytes:
    return chain + repr(story).encode("utf-8", "surrogatepass")
