"""The smallest single replacement that leads from one text to another."""

from deskeditor.document.steps import ReplaceText

_CHUNK = 1 << 15


def replace_between(old: str, new: str, hint: int = 0) -> ReplaceText | None:
    """The shortest replacement, None where the texts are equal.

    Where several are equally short (one more `a` in `aaa`), the one that starts nearest to `hint`.
    """
    if old == new:
        return None
    shorter = min(len(old), len(new))
    prefix = _common_prefix(old, new, shorter)
    suffix = _common_suffix(old, new, shorter)
    start = max(shorter - suffix, min(prefix, hint)) if prefix + suffix > shorter else prefix
    suffix = min(suffix, shorter - start)
    return ReplaceText(start, old[start : len(old) - suffix], new[start : len(new) - suffix])


def _common_prefix(old: str, new: str, limit: int) -> int:
    """How many characters are the same from the left; slices compare at memory speed, characters do not."""
    at = 0
    while at < limit:
        size = min(_CHUNK, limit - at)
        if old[at : at + size] != new[at : at + size]:
            return at + _first_difference(old[at : at + size], new[at : at + size])
        at += size
    return limit


def _first_difference(old: str, new: str) -> int:
    low, high = 0, len(old)
    while high - low > 1:
        middle = (low + high) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _common_suffix(old: str, new: str, limit: int) -> int:
    """How many characters are the same from the right."""
    at = 0
    while at < limit:
        size = min(_CHUNK, limit - at)
        old_end, new_end = len(old) - at, len(new) - at
        if old[old_end - size : old_end] != new[new_end - size : new_end]:
            return at + _last_difference(old[old_end - size : old_end], new[new_end - size : new_end])
        at += size
    return limit


def _last_difference(old: str, new: str) -> int:
    low, high = 0, len(old)
    while high - low > 1:
        middle = (low + high) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle
    return low
