"""The sample newsroom: what a first start fills an empty library with."""

import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from deskeditor.intake import ImportOptions, read
from deskeditor.intake.arrival import arrive, linked
from deskeditor.intake.records import Intake, MediaIn
from deskeditor.library.records import ListView
from deskeditor.library.store import Library
from deskeditor.resources import resource

_PICTURE = re.compile(r"(?P<before>media: |\()pictures/(?P<name>[a-z0-9-]+\.jpg)")
_ORIGIN = "sample"
_OPTIONS = ImportOptions(keep_status=True)
_SITE = {
    "site.name": "The Missouri Ledger",
    "site.language": "en",
    "site.publisher": "Ledger Newsroom",
    "site.description": "A sample newspaper: its people, figures and quotes are invented.",
}


def furnish(library: Library) -> None:
    """Put the sample stories into the library; the wire story is touched last, so that it stands on top."""
    folder = resource("samples")
    stories = sorted(folder.glob("*.txt")) + sorted(folder.glob("*.md"))
    for story in stories:
        _put(library, story, folder / "drafts" / story.name)
    _link(library)
    for key, value in _SITE.items():
        library.set_setting(key, value)


def _put(library: Library, story: Path, draft: Path) -> None:
    """The story as a new article; one that has an earlier draft gets that as its first revision."""
    if not draft.exists():
        arrive(library, [_read(library, story)], _ORIGIN)
        return
    article = arrive(library, [_read(library, draft)], _ORIGIN)[0].article
    library.save(article.id, _read(library, story).document, article.revision, _ORIGIN)


def _link(library: Library) -> None:
    """Stories that name one another by headline are linked when all are there, the first to come last."""
    for row in library.page(ListView(), None, 100).rows:
        article = library.load(row.id)
        library.save(row.id, linked(article.document, library.find_headline), article.revision, _ORIGIN)


def _read(library: Library, path: Path) -> Intake:
    """One story; its pictures are named by file in the folder, and by hash in the library."""
    text = path.read_text("utf-8")
    pictures = {name: (resource("samples/pictures") / name).read_bytes() for name in _names(text)}
    intakes = read(path.name, _by_hash(text, pictures).encode(), library.find_headline, _OPTIONS)
    media = tuple(MediaIn(data, name) for name, data in pictures.items())
    return replace(intakes[0], media=(*intakes[0].media, *media))


def _names(text: str) -> set[str]:
    return {match["name"] for match in _PICTURE.finditer(text)}


def _by_hash(text: str, pictures: dict[str, bytes]) -> str:
    def address(match: re.Match[str]) -> str:
        digest = sha256(pictures[match["name"]]).hexdigest()
        return f"{match['before']}{'media:' if match['before'] == '(' else ''}{digest}"

    return _PICTURE.sub(address, text)
