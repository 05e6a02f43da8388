"""How grave a change is."""

import pytest
from tests.review.drafts import risks, told


@pytest.mark.parametrize(
    ("a", "b", "risk"),
    [
        ("She said: “We may go home.” Then", "She said: “We will go home.” Then", "quote"),
        ('She said: "We may go home." Then', 'She said: "We will go home." Then', "quote"),
        ("Er sagte: „Wir gehen heim.“ Dann", "Er sagte: „Wir gingen heim.“ Dann", "quote"),
        ("Il dit : «Nous partons vite.» Puis", "Il dit : «Nous restons vite.» Puis", "quote"),
        ("She said ‘we don’t care now’ and left", "She said ‘we don’t know now’ and left", "quote"),
        ("> We may go home soon", "> We must go home soon", "quote"),
        ("“We go home\n\n“and we stay there", "“We go home\n\n“and we live there", "quote"),
        ("Nearly “2,000 men” were sent there", "Nearly “3,000 men” were sent there", "quote"),
        ("He called it very bad news today", "He called it “very bad” news today", "quote"),
        ("around 1,700 were in the country", "around 1,900 were in the country", "figure"),
        ("some twenty states have agreed to it", "some thirty states have agreed to it", "figure"),
        ("it begins on July 25 in the city", "it begins on June 25 in the city", "figure"),
        ("it costs $5 a head in the city", "it costs €5 a head in the city", "figure"),
        ("about 5 percent of the voters", "about 5 million of the voters", "figure"),
        ("sent by Mike Kehoe to the border", "sent by Mike Parson to the border", "name"),
        ("as Kehoe knew.\n\nKehoe agreed to it", "as Kehoe knew.\n\nParson agreed to it", "name"),
        ("the mayor said it was over by then", "the mayor claimed it was over by then", "attribution"),
        ("according to two men it was over", "it was over", "figure"),
        ("it was over, according to the men", "it was over", "attribution"),
        ("the troops did not enter the city", "the troops did enter the city", "negation"),
        ("the troops didn’t enter the city", "the troops did enter the city", "negation"),
        ("see [the report](https://a.org/1) here", "see [the report](https://a.org/2) here", "link"),
        ("“Go to [it](https://a.org/1) now,” he said", "“Go to [it](https://b.org/1) now,” he said", "link"),
        ("mail desk@a.org about it please", "mail news@a.org about it please", "link"),
        ("the plan is part of a larger trend", "the plan is part of a wider trend", "wording"),
        ("The plan is good and it is old", "This plan is good and it is old", "wording"),
    ],
)
def test_each_kind_of_change_has_its_risk(a: str, b: str, risk: str) -> None:
    assert risks(a, b)[0] == risk


def test_curling_the_quotation_marks_changes_no_quote() -> None:
    assert set(risks('He said "yes" to it and left', "He said “yes” to it and left")) == {"wording"}


def test_bold_type_inside_a_quote_is_a_matter_of_format() -> None:
    assert told("“We go home now,” he said", "“We *go* home now,” he said")[0] == ("format", "", "*")


def test_a_new_address_is_never_a_matter_of_format() -> None:
    assert risks("see [it](a_b) here and there", "see [it](ab) here and there") == ["link"]


def test_a_deleted_paragraph_is_as_grave_as_what_it_says() -> None:
    assert risks("One.\n\n“We will not go,” he said.\n\nTwo.", "One.\n\nTwo.") == ["quote"]


def test_a_quote_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert risks("“We go home\n\nIt was a fine day there", "“We go home\n\nIt was a fair day there") == [
        "wording"
    ]
