"""Pictures, equations and other objects in an OpenDocument text."""

import html
import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from deskeditor.intake.mathml import linear
from deskeditor.intake.office_xml import attributes_of, child, tree_of
from deskeditor.intake.opendocument.source import words_in
from deskeditor.intake.packages import part_of
from deskeditor.intake.withheld import Withheld

DAMAGED = (
    "This OpenDocument file is damaged. Nothing was taken in; open it in its own program and save it anew."
)


@dataclass(frozen=True, slots=True)
class Objects:
    """The package that objects lie in."""

    package: zipfile.ZipFile

    def has(self, name: str) -> bool:
        """Whether a part is there."""
        return name in self.package.NameToInfo

    def content(self, address: str) -> Element | None:
        """The content of an object by its address in the text."""
        name = posixpath.normpath(posixpath.join(address, "content.xml"))
        data = part_of(self.package, name)
        return None if data is None else tree_of(data, DAMAGED)


def embedded(frame: Element, objects: Objects, withheld: Withheld) -> str | None:
    """An equation as text, a picture by the first in the frame, its best form; None for anything else."""
    held = child(frame, "draw:object")
    if held is None:
        held = child(frame, "draw:object-ole")
    if held is not None:
        content = child(held, "math:math")
        content = (
            content if content is not None else objects.content(attributes_of(held).get("xlink:href", ""))
        )
        if content is not None and str(content.tag).rpartition("}")[2] == "math":
            return html.escape(" ".join(linear(content).split()))
        withheld.say(
            "An embedded object (a chart, a sheet) was not taken over; of it there is at most a picture."
        )
        if content is not None:
            withheld.part()
            withheld.take("embedded object", words_in(content))
            withheld.part()
    image = child(frame, "draw:image")
    if image is None:
        return "" if held is not None else None
    return _picture(frame, attributes_of(image).get("xlink:href", ""), objects, withheld)


def _picture(frame: Element, source: str, objects: Objects, withheld: Withheld) -> str:
    said = (child(frame, name) for name in ("svg:desc", "svg:title"))
    texts = ((each.text or "").strip() for each in said if each is not None)
    alt = next(filter(None, texts), "")
    source = source.removeprefix("./")
    if source and ":" not in source and not objects.has(source):
        withheld.say(f"Missing: the picture “{source}” is named in the file, but not in it.")
    elif source.startswith(("file:", "../")):
        withheld.say(f"Missing: a picture that the file keeps elsewhere, “{source}”.")
    return f'<img src="{html.escape(source)}" alt="{html.escape(alt)}">'
