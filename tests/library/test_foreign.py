"""What another program has put into a library does not run at a save."""

import pytest
from tests.library.builders import story
from tests.library.test_integrity import changed_file

from deskeditor.library.records import ListView, Mode
from deskeditor.library.store import Library

EVIL = [
    "create trigger evil after insert on revisions begin update articles set headline = 'HACK'; end",
    """drop trigger revision_stays;
    create trigger revision_stays after update on articles begin delete from tags; end""",
    "drop view indexed; create view indexed as select stamp, headline, matter, '' as body from articles",
]


@pytest.mark.parametrize("sql", EVIL)
def test_a_trigger_of_another_program_never_runs_and_is_told(library: Library, sql: str) -> None:
    library.new(story())
    library.close()
    changed_file(library.path, sql)
    with Library.open(library.path) as again:
        again.new(story("Other", text="Words that are found.\n"))
        assert {row.headline for row in again.page(ListView()).rows} == {"Guard called out", "Other"}
        assert len(again.search("found").rows) == 1
        assert len(again.notes) == 1 and again.doctor() == ()


@pytest.mark.parametrize("sql", [*EVIL, "create table notes(a)", "create index odd on articles(caret)"])
def test_the_doctor_finds_it_where_the_library_is_only_read(library: Library, sql: str) -> None:
    library.close()
    changed_file(library.path, sql)
    with Library.open(library.path, Mode.READ) as reader:
        assert {finding.rule for finding in reader.doctor()} == {"foreign"}


def test_a_trigger_of_ours_that_was_dropped_comes_back(library: Library) -> None:
    library.close()
    changed_file(library.path, "drop trigger indexed_insert")
    with Library.open(library.path) as again:
        again.new(story(text="Words that are found.\n"))
        assert (len(again.search("found").rows), again.notes) == (1, ())


def test_a_library_that_nobody_touched_has_nothing_of_another_program(library: Library) -> None:
    assert library.notes == () and library.doctor() == ()
