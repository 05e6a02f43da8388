"""Remarks in Markdown stay out of the story and are told."""

import pytest
from tests.intake.desk import taken


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("It is shut.\n\n%% ask QQQ %%\n\nNobody knows.", "It is shut.\n\nNobody knows."),
        ("It is %% ask QQQ %% shut.", "It is shut."),
        ("It is shut.\n%%\nask\n\nQQQ\n%%\nNobody knows.", "It is shut.\nNobody knows."),
        ("It is shut. <!-- ask QQQ -->", "It is shut."),
        ("<!-- ask\nQQQ -->\n\nIt is shut.", "It is shut."),
    ],
)
def test_a_remark_is_left_out_and_told(text: str, kept: str) -> None:
    story = taken(f"# Bridge shut\n\n{text}\n", "a.md")
    assert story.document.text == kept
    assert any(note.startswith("Taken out (remark): “ask") for note in story.notes)


@pytest.mark.parametrize(
    "text",
    ["```\n%% a %%\n```", "Type `%% a %%` or `<!-- b -->`.", "It fell 20%% on Monday.", "It is <!-- open."],
)
def test_what_is_no_remark_stays(text: str) -> None:
    assert taken(f"# Bridge shut\n\n{text}\n", "a.md").document.text == text
