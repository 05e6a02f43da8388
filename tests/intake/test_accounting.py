"""Every word of a source is in the story, in a field or in a note, or is named as lost."""

import pytest
from tests.intake.desk import taken

from deskeditor.document.model import Author, Document, Fields
from deskeditor.intake import Refused
from deskeditor.intake.accounting import account, accounted

STORY = "The ferry stays tied up until April, its operator said."


def test_the_account_says_where_the_words_are() -> None:
    fields = Fields(headline="Ferry tied up", byline=(Author("Ann Lee"),))
    notes = ("The byline was read from “By Ann Lee”.", "Taken out (sharing): “Share this”")
    found = account(f"Ferry tied up\nBy Ann Lee\n{STORY}\nShare this", Document(STORY, fields), notes)
    assert found.line == "18 words in the file: 10 in the story, 5 in fields, 3 taken out."


def test_a_word_that_is_nowhere_is_named() -> None:
    notes = accounted(f"{STORY} Nobody laughed.", Document(STORY), ())
    assert notes[0].endswith("“Nobody laughed.”")
    assert notes[1] == "12 words in the file: 10 in the story, 0 in fields, 0 taken out, 2 named above."


def test_a_word_said_twice_is_looked_for_twice() -> None:
    assert account("a quay and another quay", Document("a quay and another"), ()).lost == ("quay",)


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("unbelievable", "un**believ**able"),
        ("106 litres", "10<sup>6</sup> litres"),
        ("the report a<b", "[the report](https://example.org) a&lt;b"),
        ("one two", "| one | two |"),
        ("onetwo", "one  \ntwo"),
        ("snake_case", "snake\\_case"),
    ],
)
def test_marks_of_markdown_are_no_words(source: str, markdown: str) -> None:
    assert account(source, Document(markdown), ()).lost == ()


def test_a_line_that_says_what_a_field_says_is_in_that_field() -> None:
    document = Document("", Fields(headline="Ferry tied up"))
    assert account("Ferry tied up\nferry  tied up", document, ()).lost == ()


def test_a_file_of_which_a_third_is_nowhere_is_refused() -> None:
    with pytest.raises(Refused, match="Nothing was taken in"):
        accounted("Nobody knows these words. " * 20 + STORY, Document(STORY), ())


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_import_ends_with_its_account(name: str) -> None:
    last = taken(f"Ferry to stay tied up\n\n{STORY}", name).notes[-1]
    assert last == "15 words in the file: 10 in the story, 5 in fields, 0 taken out."
