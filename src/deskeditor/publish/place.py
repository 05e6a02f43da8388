"""What stands around a page: where the lists of the bundle are."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where the other pages of the bundle are, as bundle paths; empty where there is none.

    `sections`, `authors` and `tags` know every spelling; `navigation` names each section once.
    """

    sections: Mapping[str, str] = field(default_factory=dict, hash=False)
    authors: Mapping[str, str] = field(default_factory=dict, hash=False)
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)
    navigation: tuple[tuple[str, str], ...] = ()
    corrections: str = ""
    icon: str = ""
    feed: str = "feed.xml"
    home: str = "index.html"
