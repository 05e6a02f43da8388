"""How a body stands in Qt's document: letter for letter, with stand-ins for the few Qt keeps for itself."""

from dataclasses import dataclass

from deskeditor.document.diff import replace_between
from deskeditor.document.steps import ReplaceText
from deskeditor.document.text import from_utf16, to_utf16, utf16_length

# Qt: U+2029 and U+000D split a block, U+FDD0 and U+FDD1 mark frames, U+FFFC stands for an object.
_STAND_INS = str.maketrans({"\u2029": "␤", "\r": "␍", "\ufdd0": "▯", "\ufdd1": "▯", "\ufffc": "▯"})


def shown(text: str) -> str:
    """The text as the widget holds it: as long as the body, in code points and in UTF-16 units alike."""
    return text.translate(_STAND_INS)


@dataclass(frozen=True, slots=True)
class Heard:
    """What Qt said of a change: `removed` units at `position` are now `inserted`, as the widget shows it."""

    position: int
    removed: int
    inserted: str


class Projection:
    """Turns places and changes of the widget into those of the body, and back.

    Qt counts UTF-16 units, a body code points. Where a body holds no character beyond U+FFFF, which is
    nearly always, both are the same and nothing is counted.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._units = utf16_length(text)

    @property
    def text(self) -> str:
        """The body that is shown."""
        return self._text

    @property
    def units(self) -> int:
        """Its length as Qt counts."""
        return self._units

    def to_widget(self, position: int) -> int:
        """A place of the body as Qt counts it."""
        return position if self._plain else to_utf16(self._text, position)

    def to_body(self, units: int) -> int:
        """A place of the widget, in code points of the body."""
        return units if self._plain else from_utf16(self._text, units)

    def follow(self, step: ReplaceText) -> None:
        """The body was changed by this step."""
        self._units += utf16_length(step.new) - utf16_length(step.old)
        self._text = self._text[: step.start] + step.new + self._text[step.start + len(step.old) :]

    def step_for(self, heard: Heard) -> ReplaceText | None:
        """The smallest step for what Qt said; letters outside of it stay what they are."""
        start = self.to_body(heard.position)
        end = self.to_body(min(heard.position + heard.removed, self._units))
        return _rebased(self._text[start:end], heard.inserted, start)

    def step_to(self, whole: str) -> ReplaceText | None:
        """The smallest step from the body to what the widget holds altogether."""
        return _rebased(self._text, whole, 0)

    @property
    def _plain(self) -> bool:
        return self._units == len(self._text)


def _rebased(body: str, widget: str, start: int) -> ReplaceText | None:
    small = replace_between(shown(body), widget)
    if small is None:
        return None
    old = body[small.start : small.start + len(small.old)]
    return ReplaceText(start + small.start, old, small.new)
