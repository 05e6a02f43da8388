"""What the slots show comes from the draft, while somebody looks; pictures come from beside."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.publish.pictures import photograph

from deskeditor.document.commands import set_field
from deskeditor.document.fields import FieldValue
from deskeditor.document.model import MediaHash, Picture
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.media import MediaFolder
from deskeditor.library.records import Article
from deskeditor.session.draft import Draft
from deskeditor.session.slotting import Slotting, Telling

GONE = MediaHash("5f" * 32)


class Ear:
    """The slots of one draft and what they were told."""

    def __init__(self, media: Path, article: Article) -> None:
        self.draft = Draft(article)
        self.slotting = Slotting(media)
        self.heard: list[Telling] = []
        self.slotting.told.connect(self.heard.append)
        self.slotting.show(self.draft)

    def write(self, name: str, value: FieldValue) -> None:
        self.draft.do(lambda state: set_field(state, name, value))

    def type(self, text: str) -> None:
        self.draft.apply(Transaction((ReplaceText(0, "", text),), origin=Origin.TYPING))


@pytest.fixture
def ear(tmp_path: Path, article: Article) -> Iterator[Ear]:
    """One that listens to the council's draft."""
    ear = Ear(tmp_path / "news.media", article)
    yield ear
    ear.slotting.close()


def test_nobody_is_told_who_does_not_look(ear: Ear) -> None:
    ear.write("headline", "Council rests")
    ear.type("Rain. ")
    assert ear.heard == []


def test_who_looks_is_told_at_once_and_at_each_change_of_a_field(ear: Ear) -> None:
    ear.slotting.watch()
    ear.write("headline", "Council rests")
    assert [told.fields.headline for told in ear.heard] == ["Council meets", "Council rests"]


def test_a_key_in_the_body_is_told_after_a_rest(ear: Ear, qtbot: QtBot) -> None:
    ear.slotting.watch()
    with qtbot.waitSignal(ear.slotting.told):
        ear.type("Rain. ")
        assert len(ear.heard) == 1
    assert ear.heard[-1].opening == "Rain. The council met."


def test_who_looks_away_is_told_no_more(ear: Ear) -> None:
    ear.slotting.watch()
    ear.slotting.unwatch()
    ear.write("headline", "Council rests")
    assert len(ear.heard) == 1


def test_the_site_names_itself(ear: Ear) -> None:
    ear.slotting.watch()
    ear.slotting.set_site({"name": "The Courier", "base_url": "https://courier.example"})
    assert (ear.heard[-1].facts.site, ear.heard[-1].facts.host) == ("The Courier", "courier.example")


def test_the_lead_picture_comes_upright_and_small(ear: Ear, tmp_path: Path, qtbot: QtBot) -> None:
    media = MediaFolder(tmp_path / "news.media").add(photograph(3000, 1500, orientation=6))
    ear.slotting.watch()
    ear.write("lead_picture", Picture(media))
    qtbot.waitUntil(lambda: ear.heard[-1].picture is not None)
    shown = ear.heard[-1].picture
    assert shown is not None and (shown.width, shown.height) == (600, 1200)
    assert len(shown.pixels) == 3 * 600 * 1200


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xff\xe0 no picture"])
def test_a_picture_that_cannot_be_read_is_none(
    ear: Ear, tmp_path: Path, content: bytes, qtbot: QtBot
) -> None:
    (tmp_path / "news.media" / "5f").mkdir(parents=True, exist_ok=True)
    (tmp_path / "news.media" / "5f" / f"{GONE}.jpg").write_bytes(content)
    ear.slotting.watch()
    ear.write("lead_picture", Picture(GONE))
    good = MediaFolder(tmp_path / "news.media").add(photograph(300, 200))
    ear.write("lead_picture", Picture(good))
    qtbot.waitUntil(lambda: ear.heard[-1].picture is not None)
    assert {told.picture.media for told in ear.heard if told.picture} == {good}
