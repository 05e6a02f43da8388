"""Checks of the fields: what a page must say of itself before it can leave."""

from collections.abc import Iterator

from deskeditor.document.model import Status
from deskeditor.document.text import slugify
from deskeditor.publish.checks.subject import Remark, Standing, Subject
from deskeditor.publish.site import language_tag
from deskeditor.publish.story import one_line, opening
from deskeditor.publish.times import parse_time

_LONG_HEADLINE = 110


def headline(subject: Subject) -> Iterator[Remark]:
    """A page has a name."""
    if not subject.fields.headline.strip():
        yield Remark("The headline is missing.")


def headline_length(subject: Subject) -> Iterator[Remark]:
    """Search engines show so many characters."""
    length = len(subject.fields.headline)
    if length > _LONG_HEADLINE:
        yield Remark(f"The headline has {length} characters; {_LONG_HEADLINE} are shown at most.")


def byline(subject: Subject) -> Iterator[Remark]:
    """Readers want to know who says it."""
    if not any(author.name.strip() for author in subject.fields.byline):
        yield Remark("The byline is missing.")


def section(subject: Subject) -> Iterator[Remark]:
    """A story without a section stands on the front page alone."""
    if not subject.fields.section.strip():
        yield Remark("The section is missing.")


def dateline(subject: Subject) -> Iterator[Remark]:
    """Where it was reported from."""
    if not subject.fields.dateline.strip():
        yield Remark("The dateline is missing.")


def lead_picture(subject: Subject) -> Iterator[Remark]:
    """A card without a picture is passed over."""
    if subject.fields.lead_picture is None:
        yield Remark("There is no lead picture.")


def description(subject: Subject) -> Iterator[Remark]:
    """What a search result and a shared link say; without one the opening of the text stands in."""
    fields = subject.fields
    said = one_line(fields.seo_description or fields.standfirst)
    if not said:
        yield Remark("Standfirst and description are missing; the opening of the text would stand in.")
    elif not 50 <= len(said) <= 320:
        yield Remark(f"The description has {len(said)} characters; 50 to 320 are right.")
    elif said == opening(subject.html):
        yield Remark("The description repeats the first paragraph.")


def language(subject: Subject) -> Iterator[Remark]:
    """Readers' voices and hyphens follow the language."""
    if not subject.fields.language.strip():
        yield Remark("The language is missing.")
    elif not language_tag(subject.fields.language):
        yield Remark(f"“{subject.fields.language}” is no language tag like en or en-GB.")


def published(subject: Subject) -> Iterator[Remark]:
    """A story leaves with the time at which it does."""
    text = subject.fields.published
    when = parse_time(text)
    if not text:
        yield Remark("The published time is missing.")
    elif when is None:
        yield Remark(f"The published time “{text}” is no date and time with a zone.")
    elif when > subject.now:
        yield Remark(f"The published time {text} is still to come.")


def updated(subject: Subject) -> Iterator[Remark]:
    """An update comes after the story, and not tomorrow."""
    text = subject.fields.updated
    first, when = parse_time(subject.fields.published), parse_time(text)
    if text and when is None:
        yield Remark(f"The updated time “{text}” is no date and time with a zone.")
    elif when and first and when < first:
        yield Remark("The updated time is before the published time.")
    elif when and when > subject.now:
        yield Remark(f"The updated time {text} is still to come.")


def corrections(subject: Subject) -> Iterator[Remark]:
    """A correction says what was wrong, and when it was put right."""
    for number, each in enumerate(subject.fields.corrections, 1):
        if not each.note.strip():
            yield Remark(f"Correction {number} says nothing.")
        when = parse_time(each.at)
        if when is None:
            yield Remark(f"Correction {number} has no date and time with a zone.")
        elif when > subject.now:
            yield Remark(f"The time of correction {number} is still to come.")


def status(subject: Subject) -> Iterator[Remark]:
    """Only what the desk has released leaves."""
    if subject.fields.status not in (Status.PUBLISHED, Status.CORRECTED):
        yield Remark(
            f"The status is {subject.fields.status.value}; only published and corrected stories leave."
        )


def embargo(subject: Subject) -> Iterator[Remark]:
    """Nothing leaves before its time; an unreadable time counts as not yet come."""
    text = subject.fields.embargo
    when = parse_time(text)
    if text and when is None:
        yield Remark(f"The embargo “{text}” is no date and time with a zone.")
    elif when and when > subject.now:
        yield Remark(f"The story is under embargo until {text}.")


def duplicate_address(subject: Subject) -> Iterator[Remark]:
    """Two stories cannot have one address; the later one's was changed by the library."""
    wanted = subject.fields.slug.strip()
    if wanted and slugify(wanted) != subject.slug:
        yield Remark(f"The slug “{wanted}” is taken or no file name; the address is “{subject.slug}”.")


def related(subject: Subject) -> Iterator[Remark]:
    """Related stories that readers can open."""
    for each in subject.fields.related:
        if not each.headline.strip():
            yield Remark("A related story has no headline.")
            continue
        if each.excerpt.rstrip().endswith(("...", "…")):
            yield Remark(f"The teaser of “{each.headline}” is cut off.")
        article = each.article or subject.called(each.headline)
        if article is None:
            yield Remark(
                f"The related story “{each.headline}” is not in the library; it stands without a link."
            )
        elif subject.standing(article) is not Standing.OUT:
            yield Remark(f"The related story “{each.headline}” is not published; it stands without a link.")
