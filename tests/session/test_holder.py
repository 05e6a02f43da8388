"""One window writes; every other one learns who that is."""

import json
from pathlib import Path

from deskeditor.session.holder import Hold, me


def test_the_first_has_it(tmp_path: Path) -> None:
    hold = Hold(tmp_path / "news.desk")
    assert hold.take() == ""
    hold.release()


def test_the_second_is_told_the_name_of_the_first(tmp_path: Path) -> None:
    first, second = Hold(tmp_path / "news.desk"), Hold(tmp_path / "news.desk")
    first.take()
    assert second.take() == f"{me()} has it open"
    first.release()


def test_what_was_released_can_be_taken(tmp_path: Path) -> None:
    first, second = Hold(tmp_path / "news.desk"), Hold(tmp_path / "news.desk")
    first.take()
    first.release()
    assert second.take() == ""
    second.release()


def test_a_card_that_cannot_be_read_names_somebody(tmp_path: Path) -> None:
    first, second = Hold(tmp_path / "news.desk"), Hold(tmp_path / "news.desk")
    first.take()
    (tmp_path / "news.desk.holder").write_text(json.dumps(["not", "a", "card"]))
    assert second.take() == "somebody on another machine has it open"
    first.release()


def test_a_folder_that_is_not_there_is_no_holder(tmp_path: Path) -> None:
    assert "cannot be written" in Hold(tmp_path / "gone" / "news.desk").take()
