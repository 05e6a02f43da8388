"""What single lines say: times, names, places, sites."""

import pytest

from deskeditor.intake.bylines import read_byline
from deskeditor.intake.datelines import read_dateline
from deskeditor.intake.dates import read_moment
from deskeditor.intake.sites import trim_site


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("25 July 2025, 10:30 a.m. ET", "2025-07-25T10:30:00-04:00"),
        ("January 3, 2025 11 pm ET", "2025-01-03T23:00:00-05:00"),
        ("2025-07-25T10:30:00-05:00", "2025-07-25T10:30:00-05:00"),
        ("2025-07-25T10:30:00Z", "2025-07-25T10:30:00+00:00"),
        ("2025-07-25T10:30:00.123+0200", "2025-07-25T10:30:00+02:00"),
        ("Fri, 25 Jul 2025 10:30:00 +0000", "2025-07-25T10:30:00+00:00"),
        ("Friday, Jul 25, 2025 at 3:15 p.m. CT", "2025-07-25T15:15:00-05:00"),
        ("Sept. 5, 2025 - 10:30 AM EDT", "2025-09-05T10:30:00-04:00"),
        ("07/08/2025 3:15 PM CDT", "2025-07-08T15:15:00-05:00"),
        ("31/12/2024 23:59 GMT", "2024-12-31T23:59:00+00:00"),
        ("25. Juli 2025, 10:30 Uhr MESZ", "2025-07-25T10:30:00+02:00"),
        ("le 25 juillet 2025 à 10h30 CEST", "2025-07-25T10:30:00+02:00"),
        ("July 25, 2025 10:30 AM GMT+1", "2025-07-25T10:30:00+01:00"),
        ("March 9, 2025 12:00 PM Central Time", "2025-03-09T12:00:00-05:00"),
        ("November 2, 2025 12:00 AM PT", "2025-11-02T00:00:00-08:00"),
    ],
)
def test_a_time_with_day_hour_and_zone_is_read(text: str, iso: str) -> None:
    moment = read_moment(text)
    assert moment is not None and moment.iso == iso


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("July 25, 2025", "time of day"),
        ("25 July 2025", "time of day"),
        ("07/25/2025", "time of day"),
        ("2025年7月25日", "time of day"),
        ("July 25, 2025 10:30 AM", "time zone"),
        ("2025-07-25 10:30", "time zone"),
        ("July 25, 2025 10:30 AM IST", "time zone"),
        ("07/08/2025 3:15 PM GMT", "day and month"),
        ("3:15 PM CDT", "full date"),
        ("2 hours ago", "full date"),
        ("yesterday", "full date"),
        ("vor 3 Stunden", "full date"),
        ("February 30, 2025 10:00 EST", "full date"),
        ("May 5", "full date"),
    ],
)
def test_what_a_time_lacks_is_said_and_never_made_up(text: str, why: str) -> None:
    moment = read_moment(text)
    assert moment is not None and moment.iso is None and why in moment.why


@pytest.mark.parametrize(
    "text", ["", "May", "March", "in May 2025 the", "12", "2025", "On July 25, 2025, it ran", "NASA"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE and JOHN MCDONALD", ["Jane Doe", "John McDonald"]),
        ("By Jane Doe, John Roe, and Ann Poe, The Star", ["Jane Doe", "John Roe", "Ann Poe"]),
        ("By Martin Luther King, Jr.", ["Martin Luther King Jr."]),
        ("By Ana de la Cruz and Li Wei", ["Ana de la Cruz", "Li Wei"]),
        ("Written by Jane Doe", ["Jane Doe"]),
        ("Author: Jane Doe", ["Jane Doe"]),
        ("By The Associated Press", ["The Associated Press"]),
        ("By KSHB 41 Staff", ["KSHB 41 Staff"]),
        ("Jane Doe, Staff Writer", ["Jane Doe"]),
        ("JANE DOE | Staff Reporter", ["Jane Doe"]),
        ("Von Anna Schmidt", ["Anna Schmidt"]),
        ("By 李明", ["李明"]),
    ],
)
def test_a_byline_names_its_authors(line: str, names: list[str]) -> None:
    byline = read_byline(line)
    assert byline is not None and [author.name for author in byline.authors] == names


def test_a_byline_may_carry_role_address_and_time() -> None:
    byline = read_byline("By Jane Doe, Statehouse reporter | jane@x.org | July 25, 2025 10:30 AM CDT")
    assert byline is not None and byline.moment is not None
    assert (byline.authors[0].role, byline.authors[0].email) == ("Statehouse reporter", "jane@x.org")
    assert byline.moment.iso == "2025-07-25T10:30:00-05:00"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the river had risen.", "By the time he arrived the house was gone", "By Land and Sea",
        "By Saturday", "By accident", "Jane Doe", "Missouri Governor, Staff reports say", "By the numbers",
        "Von der Leyen warnt", "Mike Kehoe, the governor's reporter said", "By far the best",
    ],
)  # fmt: skip
def test_what_is_no_byline_is_none(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("Missouri – The Trump administration has", "Missouri"),
        ("Jefferson City, Missouri - Catherine starts", "Jefferson City, Missouri"),
        ("KANSAS CITY, Mo. (AP) — A man", "KANSAS CITY, Mo."),
        ("NEW YORK, July 25 (Reuters) - The", "NEW YORK"),
        ("WASHINGTON, D.C. — The", "WASHINGTON, D.C."),
        ("CHICAGO—The", "CHICAGO"),
        ("ST. LOUIS — “We", "ST. LOUIS"),
        ("St. Louis – The", "St. Louis"),
        ("PARIS/LONDON — The", "PARIS/LONDON"),
        ("NEW DELHI: The", "NEW DELHI"),
        ("SPRINGFIELD, Mo. -- The", "SPRINGFIELD, Mo."),
        ("Dar es Salaam, Tanzania - The", "Dar es Salaam, Tanzania"),
        ("St. Louis County, Missouri – The", "St. Louis County, Missouri"),
        ("Springfield\u00a0– 12 people", "Springfield"),
    ],
)
def test_a_dateline_is_read_where_it_is_sure(paragraph: str, place: str) -> None:
    dateline = read_dateline(paragraph)
    assert dateline is not None and dateline.sure and dateline.place == place


def test_an_unknown_town_is_a_dateline_where_the_story_takes_place_in_it() -> None:
    dateline = read_dateline("Xville – The council voted.", "People in Xville were glad.")
    assert dateline is not None and dateline.sure


@pytest.mark.parametrize(
    "paragraph", ["Kehoe – The governor", "Missouri – The bellwether – turned red", "Smith (R-Mo.) – The"]
)
def test_a_likely_dateline_is_only_mentioned(paragraph: str) -> None:
    dateline = read_dateline(paragraph)
    assert dateline is not None and not dateline.sure


@pytest.mark.parametrize(
    "paragraph",
    [
        "Missouri — long a bellwether — has",
        "But – The",
        "BREAKING — The",
        "COVID-19 — The",
        "Police: The man",
    ],
)
def test_what_is_no_dateline_is_none(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


@pytest.mark.parametrize(
    ("headline", "site"),
    [
        ("Guard troops to help ICE | KSHB", "KSHB"),
        ("Guard troops to help ICE - The Star", "The Star"),
        ("Guard troops to help ICE – St. Louis Post-Dispatch", "St. Louis Post-Dispatch"),
        ("Guard troops to help ICE - kshb.com", "kshb.com"),
        ("Guard troops to help ICE | Politics", ""),
        ("Man walks on the sun - the moon", ""),
        ("War - What is it good for", ""),
        ("Two years on - and still no sun", ""),
    ],
)
def test_a_site_is_cut_off_a_headline_only_where_it_is_unmistakable(headline: str, site: str) -> None:
    assert trim_site(headline).site == site
