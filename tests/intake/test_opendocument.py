"""OpenDocument texts: what is shown stays, what is hidden stays hidden and is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.desk import taken
from tests.intake.office import odt

from deskeditor.intake import Intake

_LEAD = "The council voted on Monday to close the old bridge for a month, its chair said."
_STYLES = (
    '<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/>'
    "</style:style>"
    '<style:style style:name="Heir" style:family="text" style:parent-style-name="Hid"/>'
    '<style:style style:name="PHid" style:family="paragraph"><style:text-properties text:display="none"/>'
    '</style:style><style:style style:name="PHeir" style:family="paragraph" style:parent-style-name="PHid"/>'
    '<style:style style:name="Sup" style:family="text"><style:text-properties '
    'style:text-position="super 58%"/></style:style>'
    '<style:style style:name="Down" style:family="text"><style:text-properties '
    'style:text-position="-33% 58%"/></style:style>'
    '<style:style style:name="Zitat" style:family="paragraph"/>'
    '<style:style style:name="Q2" style:family="paragraph" style:parent-style-name="Zitat"/>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/>'
    '<text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>'
)


def story(body: str) -> Intake:
    """The article of a text in which a plain paragraph stands before the body."""
    return taken(odt(p(_LEAD) + body, _STYLES), "story.odt")


def text_of(body: str) -> str:
    """What stands behind the plain paragraph."""
    return story(body).document.text.removeprefix(_LEAD).strip("\n")


def said(body: str) -> str:
    """All notes of the import."""
    return "\n".join(story(body).notes)


def p(inner: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def span(inner: str, style: str) -> str:
    """Letters of a style."""
    return f'<text:span text:style-name="{style}">{inner}</text:span>'


_ROW = (
    '<table:table-row table:visibility="collapse"><table:table-cell>'
    "<text:p>CANARY</text:p></table:table-cell></table:table-row>"
)


@pytest.mark.parametrize(
    "hidden",
    [
        p(f"seen {span('CANARY', 'Hid')}"),
        p(f"seen {span('CANARY', 'Heir')}"),
        p("seen") + p("CANARY", "PHid"),
        p("seen") + p("CANARY", "PHeir"),
        p("seen") + f'<text:section text:display="none">{p("CANARY")}</text:section>',
        p("seen") + f'<text:section text:display="condition" text:condition="x">{p("CANARY")}</text:section>',
        p("seen") + p('<text:hidden-paragraph text:is-hidden="true"/>CANARY'),
        p('seen <text:hidden-text text:is-hidden="true" text:string-value="CANARY"/>'),
        p('seen <text:variable-set text:display="none">CANARY</text:variable-set>'),
        p("seen") + f"<table:table>{_ROW}</table:table>",
    ],
)
def test_what_is_hidden_stays_hidden_and_is_told(hidden: str) -> None:
    body = hidden + p("The end.")
    assert text_of(body).split() == ["seen", "The", "end."]
    assert "Taken out (hidden in the file): “CANARY”" in said(body)


def test_the_other_wordings_of_a_conditional_text_are_told() -> None:
    field = '<text:conditional-text text:string-value-if-true="shown" text:string-value-if-false="CANARY">'
    body = p(f"{field}shown</text:conditional-text>")
    assert text_of(body) == "shown" and "“CANARY”" in said(body)


def test_comments_are_out_and_told_with_their_authors() -> None:
    remark = f"<office:annotation><dc:creator>Ann Lee</dc:creator>{p('CANARY')}</office:annotation>"
    body = p(f"One {remark}line.")
    assert text_of(body) == "One line." and "Taken out (comment of Ann Lee): “CANARY”" in said(body)


def test_tracked_deletions_are_told() -> None:
    region = (
        f'<text:changed-region text:id="c"><text:deletion>{p("CANARY")}</text:deletion></text:changed-region>'
    )
    body = f"<text:tracked-changes>{region}</text:tracked-changes>" + p(
        'One <text:change text:change-id="c"/>line.'
    )
    assert text_of(body) == "One line."
    assert "tracked changes" in said(body) and "“CANARY”" in said(body)


def test_a_heading_by_its_level_and_a_quotation_in_any_language() -> None:
    body = '<text:h text:outline-level="3">What is next</text:h>' + p("Said so.", "Q2") + p(_LEAD)
    assert text_of(body).startswith("### What is next\n\n> Said so.")


def numbered(*items: str, more: str = "") -> str:
    """A list that counts."""
    listed = "".join(f"<text:list-item>{p(item)}</text:list-item>" for item in items)
    return f'<text:list text:style-name="L1" {more}>{listed}</text:list>'


def test_numbers_below_numbers_stay_numbers() -> None:
    inner = f"<text:list><text:list-item>{p('deeper')}</text:list-item></text:list>"
    body = f'<text:list text:style-name="L1"><text:list-item>{p("one")}{inner}</text:list-item></text:list>'
    assert text_of(body) == "1. one\n    1. deeper"


def test_a_numbered_list_goes_on_after_a_paragraph() -> None:
    body = numbered("a", "b") + p("Between.") + numbered("c", more='text:continue-numbering="true"')
    assert text_of(body) == "1. a\n2. b\n\nBetween.\n\n3. c"


def test_a_list_goes_on_from_the_one_that_it_names() -> None:
    body = numbered("a", more='xml:id="x"') + p("So.") + numbered("b") + p("So.")
    assert text_of(body + numbered("c", more='text:continue-list="x"')).endswith("So.\n\n2. c")


def test_an_item_may_state_its_number() -> None:
    item = f'<text:list-item text:start-value="7">{p("seventh")}</text:list-item>'
    assert text_of(f'<text:list text:style-name="L1">{item}</text:list>') == "7. seventh"


def test_the_reading_of_a_word_stands_behind_it() -> None:
    ruby = "<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>"
    assert text_of(p(f"{ruby} here")) == "漢(kan) here"


def test_a_text_box_stands_behind_its_paragraph() -> None:
    box = f"<draw:frame><draw:text-box>{p('In the box.')}</draw:text-box></draw:frame>"
    assert text_of(p(f"One {box}line.")) == "One line.\n\nIn the box."


def test_an_equation_becomes_a_line_that_says_the_same() -> None:
    power = "<math:msup><math:mi>c</math:mi><math:mn>2</math:mn></math:msup>"
    formula = f"<math:math><math:mi>E</math:mi><math:mo>=</math:mo>{power}</math:math>"
    frame = f"<draw:frame><draw:object>{formula}</draw:object></draw:frame>"
    assert text_of(p(f"It is {frame}.")).replace("\\", "") == "It is E=c^2."


def test_tables_of_contents_and_hidden_cells_are_told() -> None:
    index = (
        f"<text:table-of-content><text:index-body>{p('CANARY 3')}</text:index-body></text:table-of-content>"
    )
    assert "Taken out (table of contents): “CANARY 3”" in said(index)


_WRAPPERS = (
    "<text:span>{}</text:span>",
    '<text:span text:style-name="Hid">{}</text:span>',
    '<text:span text:style-name="Sup">{}</text:span>',
    '<text:a xlink:href="https://example.org/a">{}</text:a>',
    "<text:unheard-of>{}</text:unheard-of>",
    "<text:placeholder>{}</text:placeholder>",
    '<text:variable-set text:display="none">{}</text:variable-set>',
    "<office:annotation><text:p>{}</text:p></office:annotation>",
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body>"
    "</text:note>",
    "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>",
    "<draw:rect><text:p>{}</text:p></draw:rect>",
    "<text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>{}</text:ruby-text></text:ruby>",
)
_AROUND = (
    "{}",
    "<text:section>{}</text:section>",
    '<text:section text:display="none">{}</text:section>',
    "<text:list><text:list-item>{}</text:list-item></text:list>",
    '<text:list text:style-name="L1"><text:list-item>{}</text:list-item></text:list>',
    "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>",
    "<table:table><table:table-row><table:covered-table-cell>{}</table:covered-table-cell></table:table-row>"
    "</table:table>",
    "<text:tracked-changes><text:changed-region><text:deletion>{}</text:deletion></text:changed-region>"
    "</text:tracked-changes>",
)
_RUNS = st.recursive(
    st.just(()),
    lambda inner: st.tuples(st.sampled_from(_WRAPPERS), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=6,
)


def built(shape: object, words: list[str]) -> str:
    """A generated shape as XML, each piece of text a word of its own."""
    match shape:
        case (str(wrapper), list(inner)):
            return wrapper.replace("{}", "".join(built(each, words) for each in inner))
    words.append(f"canary{len(words)}q")
    return f" {words[-1]} "


@given(st.lists(st.tuples(st.sampled_from(_AROUND), _RUNS), min_size=1, max_size=4))
def test_every_word_is_in_the_story_in_a_field_or_in_a_note(shapes: list[tuple[str, object]]) -> None:
    words: list[str] = []
    found = story("".join(around.replace("{}", p(built(shape, words))) for around, shape in shapes))
    everything = "\n".join([found.document.text, repr(found.document.fields), *found.notes])
    assert [word for word in words if word not in everything] == []
    assert "Not taken over" not in everything
