"""Which letters look how, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.ui.editor.markup import Style, Within, style_line


def styled(text: str, style: Style) -> list[str]:
    return [text[run.start : run.end] for run in style_line(text, Within.PROSE).runs if run.style is style]


@pytest.mark.parametrize(
    ("line", "style", "letters"),
    [
        ("## A heading", Style.HEADING2, ["## A heading"]),
        ("### A subheading", Style.HEADING3, ["### A subheading"]),
        ("He **said** so", Style.BOLD, ["said"]),
        ("He *said* so", Style.ITALIC, ["said"]),
        ("He ~~said~~ so", Style.STRIKE, ["said"]),
        ("> He said so", Style.MARKER, ["> "]),
        ("- One", Style.BULLET, ["-"]),
        ("12. Twelve", Style.BULLET, ["12."]),
        ("See [the report](https://example.org).", Style.LINK, ["the report"]),
        ("See [the report](https://example.org).", Style.ADDRESS, ["(https://example.org)"]),
        ("Use `x*y*z` here", Style.CODE, ["x*y*z"]),
        ("::: read-also", Style.MARKER, ["::: "]),
    ],
)
def test_letters_look_like_what_they_are(line: str, style: Style, letters: list[str]) -> None:
    assert styled(line, style) == letters


@pytest.mark.parametrize("line", ["2 * 3 * 4", "snake_case_name", r"\*not so\*", "`*code*`", "a ** b ** c"])
def test_signs_that_mean_nothing_stay_plain(line: str) -> None:
    assert styled(line, Style.ITALIC) + styled(line, Style.BOLD) == []


def test_a_fence_holds_until_its_own_sign() -> None:
    states = [Within.PROSE]
    for line in ("```", "~~~", "*a*", "```", "b"):
        states.append(style_line(line, states[-1]).within)
    assert states[1:] == [Within.FENCE, Within.FENCE, Within.FENCE, Within.PROSE, Within.PROSE]


@given(st.text(st.sampled_from("ab*_~`[]()<>#-> \\!:{}^1."), max_size=60), st.sampled_from(Within))
def test_every_run_lies_within_its_line(line: str, within: Within) -> None:
    assert all(0 <= run.start <= run.end <= len(line) for run in style_line(line, within).runs)
