"""What a person selected on one side, to copy it."""

from dataclasses import dataclass

from deskeditor.review import Span


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a text: the level, then how far into it, in units of Qt."""

    level: int
    position: int


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of one side from where the mouse went down to where it is."""

    side: int = 0
    anchor: Place = Place(0, 0)
    head: Place = Place(0, 0)

    @property
    def levels(self) -> range:
        """The levels that it reaches into; none where nothing is selected."""
        if self.anchor == self.head:
            return range(0)
        first, last = sorted((self.anchor, self.head))
        return range(first.level, last.level + 1)

    def within(self, level: int, length: int) -> Span:
        """What of a level is selected, given how long its text is."""
        first, last = sorted((self.anchor, self.head))
        start = first.position if level == first.level else 0
        end = last.position if level == last.level else length
        return Span(start, end)
