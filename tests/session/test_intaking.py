"""What is dropped on the window and is no story is named, and the others come in."""

from pathlib import Path

import pytest

from deskeditor.library.store import Library
from deskeditor.session.intaking import take_in


def test_a_library_among_the_files_is_named_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "story.md").write_text("# Guard called out\n\nThe governor spoke.\n")
    files = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with Library.create(tmp_path / "news.desk") as library:
        monkeypatch.setattr(Path, "read_bytes", lambda path: files[path])
        taken = take_in(library, (library.path, *files))
    assert taken.refused == ("news.desk is a library. Nothing was changed; open it by itself.",)
    assert len(taken.articles) == 1
