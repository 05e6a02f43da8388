"""Every check, a row each: a new one is a small file beside the others and a row here."""

from deskeditor.publish.checks.context import (
    embargo,
    hold,
    linked_stories,
    missing_media,
    picture_names,
    related,
    status,
    waiting_card,
)
from deskeditor.publish.checks.context import times as clock
from deskeditor.publish.checks.page import anchors, head, headings
from deskeditor.publish.checks.page import links as addresses
from deskeditor.publish.checks.page import pictures as shown
from deskeditor.publish.checks.page import remote as elsewhere
from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Check, Copy, Subject
from deskeditor.publish.checks.text import (
    broken_letters,
    byline,
    clipped,
    control_signs,
    dateline,
    dead_anchor,
    dead_link,
    description,
    doubled_word,
    empty,
    heading_order,
    headline,
    language,
    lead_picture,
    leftovers,
    not_shown,
    pictures,
    placeholder,
    quotes,
    section,
    slug,
    teaser,
    times,
    unclosed,
)
from deskeditor.publish.findings import Level

TEXT: tuple[Check[Copy], ...] = (
    Check("headline", Level.BLOCK, headline.missing, "headline"),
    Check("published", Level.BLOCK, times.published, "published"),
    Check("updated", Level.BLOCK, times.updated, "updated"),
    Check("language", Level.BLOCK, language.look, "language"),
    Check("correction", Level.BLOCK, times.corrections, "corrections"),
    Check("empty", Level.BLOCK, empty.look),
    Check("placeholder", Level.BLOCK, placeholder.look),
    Check("alt", Level.BLOCK, pictures.alt, "lead_picture"),
    Check("dead-link", Level.BLOCK, dead_link.look),
    Check("dead-anchor", Level.BLOCK, dead_anchor.look),
    Check("dead-anchor", Level.BLOCK, dead_anchor.footnotes),
    Check("heading-order", Level.BLOCK, heading_order.look),
    Check("broken-letters", Level.BLOCK, broken_letters.look),
    Check("control-sign", Level.BLOCK, control_signs.look),
    Check("byline", Level.WARN, byline.look, "byline"),
    Check("section", Level.WARN, section.look, "section"),
    Check("dateline", Level.WARN, dateline.look, "dateline"),
    Check("description", Level.WARN, description.look),
    Check("lead-picture", Level.WARN, lead_picture.look, "lead_picture"),
    Check("headline-length", Level.WARN, headline.length, "headline"),
    Check("duplicate-slug", Level.WARN, slug.look, "slug"),
    Check("caption", Level.WARN, pictures.caption, "lead_picture"),
    Check("credit", Level.WARN, pictures.credit, "lead_picture"),
    Check("remote-media", Level.WARN, pictures.remote),
    Check("related", Level.WARN, teaser.look, "related"),
    Check("leftover", Level.WARN, leftovers.look),
    Check("clipped", Level.WARN, clipped.look),
    Check("not-shown", Level.WARN, not_shown.look),
    Check("unclosed", Level.WARN, unclosed.look),
    Check("mixed-quotes", Level.WARN, quotes.mixed),
    Check("unbalanced-quotes", Level.WARN, quotes.unbalanced),
    Check("doubled-word", Level.WARN, doubled_word.look),
)
"""What hangs on the story's own words; what it found can be kept with them."""

CONTEXT: tuple[Check[Subject], ...] = (
    Check("status", Level.BLOCK, status.look, "status"),
    Check("embargo", Level.BLOCK, embargo.look, "embargo"),
    Check("hold", Level.BLOCK, hold.look, "hold"),
    Check("published", Level.BLOCK, clock.published, "published"),
    Check("updated", Level.BLOCK, clock.updated, "updated"),
    Check("correction", Level.BLOCK, clock.corrections, "corrections"),
    Check("missing-media", Level.BLOCK, missing_media.look, "lead_picture"),
    Check("dead-link", Level.BLOCK, linked_stories.missing),
    Check("unpublished-link", Level.WARN, linked_stories.unpublished),
    Check("waiting-card", Level.WARN, waiting_card.look),
    Check("related", Level.WARN, related.look, "related"),
    Check("picture-names", Level.WARN, picture_names.look),
)
"""What hangs on the library and the time."""

PAGE: tuple[Check[Sheet], ...] = (
    Check("page-picture", Level.BLOCK, shown.look),
    Check("page-anchor", Level.BLOCK, anchors.look),
    Check("page-headings", Level.BLOCK, headings.look),
    Check("page-remote", Level.BLOCK, elsewhere.loads),
    Check("page-script", Level.BLOCK, elsewhere.runs),
    Check("page-title", Level.BLOCK, head.title, "headline"),
    Check("page-description", Level.WARN, head.said),
    Check("page-language", Level.BLOCK, head.language, "language"),
    Check("page-data", Level.BLOCK, head.data),
    Check("page-link", Level.BLOCK, addresses.dead),
    Check("page-address", Level.BLOCK, addresses.inside),
)
"""What hangs on the finished page."""
