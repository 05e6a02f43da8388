"""A small newsroom to export: two stories with a picture that may leave, and what must stay inside."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import SOUND, Newsroom, story
from tests.publish.pictures import photograph

from deskeditor.document.model import Picture, Related, Status
from deskeditor.library.store import Library


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty library, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("blank") / "blank.desk"
    Library.create(path).close()
    return path


@pytest.fixture
def library(tmp_path: Path, blank: Path) -> Iterator[Library]:
    """Empty, open for writing, and closed behind the test."""
    with Library.open(shutil.copy(blank, tmp_path / "News.desk")) as opened:
        yield opened


@pytest.fixture
def desk(library: Library, tmp_path: Path) -> Newsroom:
    """An empty library and a place to export to."""
    return Newsroom(library, tmp_path)


@pytest.fixture
def newsroom(library: Library, tmp_path: Path) -> Newsroom:
    """Two stories with a picture that may leave, and one of each kind that may not."""
    picture = library.media.add(photograph(300, 200))
    lead = Picture(picture, "A hall of glass", "The lab on Tuesday", "Ann Lens")
    lab = "Kansas City opens a water lab"
    fields = replace(SOUND, headline=lab, lead_picture=lead, published="2025-08-19T09:00:00-05:00")
    water = library.new(story(fields)).id
    guard = library.new(
        story(
            replace(
                SOUND,
                headline="Guard troops asked for",
                section="Politics",
                published="2025-08-20T14:30:00-05:00",
                tags=("National Guard",),
                note_to_editor="CANARY-NOTE",
                priority="CANARY-PRIORITY",
                related=(
                    Related(lab, "It is of glass.", water),
                    Related("A story of elsewhere", "Clipped..."),
                ),
            ),
            f"The governor was asked.\n\n::: read-also\n[{lab}](article:{water})\n:::\n\n"
            f'![A hall of glass](media:{picture} "The lab"){{credit="Ann Lens"}}\n',
        )
    ).id
    draft = library.new(
        story(replace(SOUND, headline="CANARY-DRAFT", status=Status.DRAFT), "CANARY-DRAFT")
    ).id
    embargo = replace(SOUND, headline="CANARY-EMBARGO", embargo="2025-08-21T08:00:00-05:00")
    library.new(story(embargo, "CANARY-EMBARGO"))
    library.new(story(replace(SOUND, headline="CANARY-HOLD", hold="CANARY: EMBARGOED UNTIL FRIDAY")))
    library.new(story(replace(SOUND, headline="CANARY-KILLED", status=Status.KILLED)))
    library.trash([library.new(story(replace(SOUND, headline="CANARY-TRASH"))).id])
    return Newsroom(library, tmp_path, guard, water, draft)
