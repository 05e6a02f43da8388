"""What one carries along while an OpenDocument text is read."""

from dataclasses import dataclass, field, replace

from deskeditor.intake.errors import Refused
from deskeditor.intake.opendocument.lists import Lists
from deskeditor.intake.opendocument.objects import Objects
from deskeditor.intake.opendocument.styles import Styles
from deskeditor.intake.withheld import Withheld

_DEEPEST = 150


@dataclass(slots=True)
class Head:
    """What paragraphs of styles for it say about the story."""

    authors: list[str] = field(default_factory=list)
    standfirst: str = ""


@dataclass(slots=True)
class Writing:
    """What one carries along: styles, lists, what was kept out, footnotes, and boxes that wait."""

    styles: Styles
    objects: Objects
    withheld: Withheld = field(default_factory=Withheld)
    head: Head = field(default_factory=Head)
    footnotes: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    lists: Lists = field(init=False)

    def __post_init__(self) -> None:
        self.lists = Lists(self.styles)


@dataclass(frozen=True, slots=True)
class Around:
    """How deep an element stands, in which list, in a paragraph or not, and what its letters look like."""

    depth: int = 0
    list_style: str = ""
    list_level: int = 0
    in_paragraph: bool = False
    top: bool = True

    def deeper(self, *, top: bool = False) -> "Around":
        """The same one element further in; raises Refused where no story goes."""
        if self.depth > _DEEPEST:
            raise Refused("This file is nested too deeply to be a story. Nothing was taken in.")
        return replace(self, depth=self.depth + 1, top=self.top and top)
