"""Links to other stories: whether they are there, and out."""

from collections.abc import Iterator

from deskeditor.document.model import ArticleId
from deskeditor.publish.checks.subject import Remark, Standing, Subject
from deskeditor.publish.findings import shortened

_SCHEME = "article:"


def missing(subject: Subject) -> Iterator[Remark]:
    """The library has a story of that id."""
    for name, start, end in _of(Standing.MISSING, subject):
        yield Remark(f"The link “{name}” leads to a story that is not there. Take it out.", start, end)


def unpublished(subject: Subject) -> Iterator[Remark]:
    """A link to a story that is still in the building stands without its link."""
    for name, start, end in _of(Standing.INSIDE, subject):
        yield Remark(f"“{name}” is not published; it stands without a link.", start, end)


def _of(standing: Standing, subject: Subject) -> Iterator[tuple[str, int, int]]:
    # Most links lead to stories that are out, and then the text is not read any closer.
    if all(subject.standing(id) is not standing for id in _named(subject.text)):
        return
    for link in subject.copy.links:
        id = ArticleId(link.address.removeprefix(_SCHEME))
        if link.address.startswith(_SCHEME) and subject.standing(id) is standing:
            yield shortened(link.text), link.start, link.end


def _named(text: str) -> set[ArticleId]:
    """Whatever stands behind the scheme, to the end of an address."""
    if _SCHEME not in text:
        return set()
    return {ArticleId(_address(rest[:64])) for rest in text.split(_SCHEME)[1:]}


def _address(rest: str) -> str:
    for number, letter in enumerate(rest):
        if letter in ")> \t\n":
            return rest[:number]
    return rest
