"""Stories as a feed holds them: many in one page of a reader's, none with its own page around it."""

import re
from html import escape

from deskeditor.publish.feeds import PATHS, Entry, where
from deskeditor.publish.press import Copy
from deskeditor.publish.story import Story
from deskeditor.publish.times import moment
from deskeditor.publish.words import words_for

_JUMP = re.compile(r' href="#(?=[^<>]*>)')
_OF_A_PAGE = re.compile(r' (?:id|tabindex)="[^"]*"(?=[^<>]*>)')
"""Inside a tag alone: in the sanitiser's texts every < and > is written out."""


def entry(copy: Copy) -> Entry:
    """The story with its body and, below it, its corrections."""
    story = copy.story()
    return Entry(story, feed_body(copy) + _corrections(story))


def feed_body(copy: Copy) -> str:
    """The body for a feed: jumps lead to the story's page, since another story may have the same names."""
    page = escape(where(copy.job.path, copy.house.site))
    body = _JUMP.sub(lambda _: f' href="{page}#', copy.machine_body(PATHS["atom"]))
    return _OF_A_PAGE.sub("", body)


def _corrections(story: Story) -> str:
    """What was wrong, with its date: a reader of the feed may never open the page."""
    notes, words = story.fields.corrections, words_for(story.language)
    if not notes:
        return ""
    rows = [f"\n<h2>{escape(words['corrections'])}</h2>"]
    for each in notes:
        when = moment(each.at, story.language)
        said = (
            f'{words["corrected"]} <time datetime="{when.iso}">{escape(when.text)}</time>: ' if when else ""
        )
        rows.append(f"<p>{said}{escape(each.note, quote=False)}</p>")
    return "\n".join(rows)
