"""What changes on a page when its text is edited."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patch:
    """From block `first` on, `removed` fragments give way to `fragments`.

    `changed` are blocks elsewhere that a changed definition touched, by their index afterwards;
    `tail` is the new section of footnotes, None where it stays.
    """

    first: int
    removed: int
    fragments: tuple[str, ...]
    changed: tuple[tuple[int, str], ...] = ()
    tail: str | None = None

    @property
    def empty(self) -> bool:
        """Whether a reader would see no difference."""
        return not self.removed and not self.fragments and not self.changed and self.tail is None


def apply(patch: Patch, html: Sequence[str]) -> tuple[str, ...]:
    """The fragments of a page after the patch."""
    fragments = [*html[: patch.first], *patch.fragments, *html[patch.first + patch.removed :]]
    for index, fragment in patch.changed:
        fragments[index] = fragment
    return tuple(fragments)
