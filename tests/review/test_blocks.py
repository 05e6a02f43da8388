"""Where a body is cut."""

import pytest

from deskeditor.review.blocks import split


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        (" \n\t\n", []),
        ("one", ["one"]),
        ("\n\none\n\n \ntwo\n", ["one", "two"]),
        ("one\ntwo\n\nthree  ", ["one\ntwo", "three  "]),
        ("    code\n\nend", ["    code", "end"]),
        ("a\n\n```\nb\n\nc\n```\n\nd", ["a", "```\nb\n\nc\n```", "d"]),
        ("~~~~\nb\n\n~~~\n\nc\n~~~~~\n\nd", ["~~~~\nb\n\n~~~\n\nc\n~~~~~", "d"]),
        ("```\nnever closed\n\nstill a block", ["```\nnever closed", "still a block"]),
    ],
)
def test_blank_lines_cut_and_a_closed_fence_holds_together(text: str, blocks: list[str]) -> None:
    assert [span.of(text) for span in split(text)] == blocks
