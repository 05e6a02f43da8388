"""The address of an article within its library: one of a kind among those that live."""

import re
import unicodedata
from collections.abc import Callable

from deskeditor.document.model import Fields, Status

_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"}
)


def headline_key(headline: str) -> str:
    """Equal for headlines that a reader takes for the same: case, spaces and the shape of quotes fold."""
    return " ".join(unicodedata.normalize("NFKC", headline).translate(_QUOTES).casefold().split())


def address(fields: Fields, before: str | None, was: Status | None, taken: Callable[[str], bool]) -> str:
    """The slug of these fields; `before` is kept where it still serves: an address rests once it is out."""
    from deskeditor.document.text import slugify

    if before and not fields.slug and was in (Status.PUBLISHED, Status.CORRECTED):
        wish = before
    else:
        wish = slugify(fields.slug or fields.headline)
    if before and re.fullmatch(re.escape(wish) + r"(-\d+)?", before) and not taken(before):
        return before
    return wish if not taken(wish) else f"{wish}-{_free(lambda n: taken(f'{wish}-{n}'))}"


def _free(taken: Callable[[int], bool]) -> int:
    """A number that is free behind one that is not, without asking for each of a thousand."""
    low, high = 1, 2
    while taken(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken(middle) else (low, middle)
    return high
