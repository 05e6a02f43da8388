"""Fields of Word: what they show stays, what they are told to do goes."""

import re
from dataclasses import dataclass, field

_ADDRESS = re.compile(r'^\s*HYPERLINK\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]\S*))', re.I)
_BUTTON = re.compile(r"^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(?P<shown>.+?)\s*$", re.I | re.S)
_SYMBOL = re.compile(
    r'^\s*SYMBOL\s+(?P<code>0x[0-9a-f]+|\d+)(?:.*?\\f\s+(?:"(?P<quoted>[^"]*)"|(?P<bare>\S+)))?', re.I | re.S
)
_DRAWN = re.compile(r"^\s*EQ\s", re.I)


@dataclass(slots=True)
class Field:
    """A field that has begun: its instruction, and the words that stand where its instruction does."""

    instruction: list[str] = field(default_factory=list)
    swallowed: list[str] = field(default_factory=list)
    shows: bool = False
    entry: str = ""

    @property
    def told(self) -> str:
        """The whole instruction."""
        return "".join(self.instruction)


class Fields:
    """The fields around the run that is being read; they may go on through paragraphs."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def begin(self, entry: str = "") -> None:
        """A field begins; `entry` is what an old form holds in its place."""
        self._open.append(Field(entry=entry))

    def separate(self) -> None:
        """From here on it is the result."""
        if self._open:
            self._open[-1].shows = True

    def end(self) -> Field | None:
        """The field that ends here; what it swallowed goes to the one whose instruction it is a part of."""
        ended = self._open.pop() if self._open else None
        if ended is not None and self.swallows:
            self._open[-1].swallowed += ended.swallowed
            ended.swallowed = []
        return ended

    def told(self, text: str) -> None:
        """A piece of an instruction."""
        if self._open and not self._open[-1].shows:
            self._open[-1].instruction.append(text)

    @property
    def swallows(self) -> bool:
        """Whether words here are a part of an instruction, and nobody sees them."""
        return any(not each.shows for each in self._open)

    def swallow(self, text: str) -> None:
        """Words within an instruction; they are remembered in case that the field never ends."""
        if self._open:
            self._open[-1].swallowed.append(text)

    @property
    def address(self) -> str:
        """Where the words here lead to."""
        found = (address_of(each.told) for each in reversed(self._open) if each.shows)
        return next(filter(None, found), "")

    def left_open(self) -> str:
        """Words of fields that never ended, at the end of a part."""
        left = " ".join(" ".join(each.swallowed) for each in self._open)
        self._open.clear()
        return left


def address_of(instruction: str) -> str:
    """The address of a link that is a field."""
    found = _ADDRESS.match(instruction)
    return (found["quoted"] or found["bare"] or "") if found else ""


def button_of(instruction: str) -> str:
    """What a field shows that has its words in the instruction."""
    found = _BUTTON.match(instruction)
    return found["shown"].strip(' "') if found else ""


def symbol_of(instruction: str) -> tuple[str, int] | None:
    """The font and number of a letter that is drawn by a field."""
    found = _SYMBOL.match(instruction)
    if found is None:
        return None
    return found["quoted"] or found["bare"] or "", int(found["code"], 0)


def is_drawn(instruction: str) -> bool:
    """Whether Word draws the words of an instruction, as in equations of old files."""
    return _DRAWN.match(instruction) is not None
