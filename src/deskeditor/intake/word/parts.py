"""The parts of a Word file and how they name each other."""

import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import tree_of, value
from deskeditor.intake.packages import part_of

DAMAGED = "This Word file is damaged. Nothing was taken in; open it in Word and save it anew."
_USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part names: another part of the file by its path, or an address outside of it."""

    kind: str
    target: str
    outside: bool


class Part:
    """One XML part with what it names."""

    def __init__(self, package: zipfile.ZipFile, name: str) -> None:
        self.package = package
        self.name = name
        self.relations = _relations(package, name)

    def root(self) -> Element:
        """Its XML; raises Refused."""
        return tree_of(part_of(self.package, self.name), DAMAGED)

    def related(self, kind: str) -> "list[Part]":
        """The parts of that kind which this one names and which are there."""
        names = dict.fromkeys(
            each.target for each in self.relations.values() if each.kind == kind and not each.outside
        )
        return [Part(self.package, name) for name in names if name in self.package.NameToInfo]

    def one(self, kind: str) -> Element | None:
        """The XML of the one part of that kind."""
        found = self.related(kind)
        return found[0].root() if found else None


def main_part(package: zipfile.ZipFile) -> Part:
    """The part with the text."""
    found = [each.target for each in _relations(package, "").values() if each.kind == "officeDocument"]
    return Part(package, next((name for name in found if name in package.NameToInfo), _USUAL))


def _relations(package: zipfile.ZipFile, name: str) -> dict[str, Relation]:
    folder, file = posixpath.split(name)
    data = part_of(package, posixpath.join(folder, "_rels", f"{file}.rels"))
    if data is None:
        return {}
    found = {}
    for tag in tree_of(data, DAMAGED):
        target, outside = value(tag, "Target"), value(tag, "TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        found[value(tag, "Id")] = Relation(value(tag, "Type").rpartition("/")[2], target, outside)
    return found
