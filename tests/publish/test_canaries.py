"""What is said inside the house, by people, libraries, machines and cameras, is in no byte that leaves it."""

import base64
import getpass
import platform
import re
import shutil
import socket
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.publish.newsroom import BASE, SOUND, Newsroom, story
from tests.publish.pictures import photograph

from deskeditor.document.model import Author, Fields, Picture, Related, Status
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options

_DATA = re.compile(rb"data:[a-z/+-]+;base64,([A-Za-z0-9+/=]+)")
OUTPUTS = {
    "bundle": ("out", Options(base_url=BASE)),
    "zip": ("out.zip", Options(base_url=BASE)),
    "single file": ("one", Options(single_file=True)),
    "book": ("book.epub", Options()),
    "other theme": ("wire", Options(theme="wire")),
}


@pytest.fixture
def house(tmp_path: Path, blank: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Newsroom]:
    """A newsroom with a canary in every place that is its own; each has another word after the dash."""
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, f"Canary-{name}")
    for module, name in ((getpass, "getuser"), (socket, "gethostname"), (platform, "node")):
        monkeypatch.setattr(module, name, lambda name=name: f"canary-{name}")
    inside = tmp_path / "canary-folder"
    inside.mkdir()
    (inside / "state.journal").write_text("canary-journal")
    with Library.open(shutil.copy(blank, inside / "canary-library.desk")) as library:
        library.set_setting("desk.canary", "canary-setting")
        _fill(library)
        yield Newsroom(library, tmp_path)


def _fill(library: Library) -> None:
    drafted = story(replace(SOUND, headline="canary-first", slug="canary-address"), "The canary-text.\n")
    article = library.new(replace(drafted, fields=replace(drafted.fields, status=Status.DRAFT)))
    library.name_revision(article.id, article.revision, "canary-revision")
    kept_in = [library.new(story(fields, "The canary-body.\n")).id for fields in _inside(library)]
    links = "".join(f"\n\nSee [this](article:{id})." for id in kept_in)
    picture = library.media.add(photograph(260, 200, artist="CANARY-ARTIST"))
    fields = replace(
        SOUND,
        byline=(Author("Jane Doe", email="canary@mail.example"),),
        note_to_editor="canary-note",
        priority="canary-priority",
        lead_picture=Picture(picture, "A hall", "The hall", "Ann Lens"),
        related=tuple(Related("Another one", "Elsewhere.", id) for id in kept_in),
        tags=("Bridge",),
    )
    body = f'It met.{links}\n\n![A hall](media:{picture} "The hall"){{credit="Ann Lens"}}\n'
    library.save(article.id, story(fields, body), article.revision, "command")
    library.trash(kept_in[-1:])


def _inside(library: Library) -> list[Fields]:
    picture = Picture(library.media.add(photograph(130, 100)), "canary-alt", "canary-caption", "canary-lens")
    headline = replace(SOUND, tags=("Bridge", "canary-tag"), section="canary-section", lead_picture=picture)
    return [
        replace(headline, headline="canary-draft", slug="canary-draft", status=Status.DRAFT),
        replace(headline, headline="canary-killed", status=Status.KILLED),
        replace(headline, headline="canary-embargo", embargo="2025-08-21T08:00:00-05:00"),
        replace(headline, headline="canary-later", published="2025-08-21T08:00:00-05:00"),
        replace(headline, headline="canary-trash"),
    ]


def contents(place: Path) -> Iterator[tuple[str, bytes]]:
    """Every file by its name, those inside of archives and of pages too."""
    for path in [place] if place.is_file() else place.rglob("*"):
        yield path.name, b""
        if not path.is_file():
            continue
        raw = path.read_bytes()
        yield path.name, raw
        yield from ((f"{path.name} data", base64.b64decode(each)) for each in _DATA.findall(raw))
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from ((name, archive.read(name)) for name in archive.namelist())


@pytest.mark.parametrize("kind", OUTPUTS)
def test_nothing_of_the_house_is_in_what_leaves_it(house: Newsroom, kind: str) -> None:
    name, options = OUTPUTS[kind]
    house.export(options, name)
    found = list(contents(house.folder / name))
    assert any(b"Council keeps the bridge" in raw for _, raw in found)
    assert [each for each, raw in found if b"canary" in each.encode().lower() + raw.lower()] == []
    assert [each for each, raw in found if str(house.folder).encode() in raw] == []


@pytest.mark.parametrize("kind", OUTPUTS)
def test_no_picture_that_leaves_says_where_and_with_what_it_was_taken(house: Newsroom, kind: str) -> None:
    name, options = OUTPUTS[kind]
    house.export(options, name)
    pictures = [raw for _, raw in contents(house.folder / name) if _is_picture(raw)]
    assert pictures
    for raw in pictures:
        assert not Image.open(BytesIO(raw)).getexif().get_ifd(0x8825)
        assert b"GPS" not in raw
        assert b"Ann Lens" in raw


def _is_picture(raw: bytes) -> bool:
    return raw[:3] == b"\xff\xd8\xff" or raw[8:12] == b"WEBP" or raw[4:12] == b"ftypavif"


def test_the_canaries_are_in_the_library(house: Newsroom) -> None:
    house.library.close()
    found = b"".join(raw for _, raw in contents(house.library.path.parent)).lower()
    for each in (
        "note",
        "priority",
        "revision",
        "address",
        "setting",
        "journal",
        "camera",
        "killed",
        "lens",
        "artist",
    ):
        assert f"canary-{each}".encode() in found, each
