"""A story in a list: drawn once, and shown by every list that holds it."""

from markupsafe import Markup

from deskeditor.publish.listing import House
from deskeditor.publish.markup import at
from deskeditor.publish.page import frame
from deskeditor.publish.place import Place
from deskeditor.publish.shots import card_shot
from deskeditor.publish.site import direction
from deskeditor.publish.story import Story, one_line
from deskeditor.publish.times import moment
from deskeditor.publish.views import Card, Link, Shot
from deskeditor.publish.words import words_for


def card_markup(story: Story, house: House, *, lead: bool = False) -> Markup:
    """The story's card with <root> in its addresses; a `lead` stands first and is seen at once."""
    values = {
        "frame": frame(house.site, house.theme, house.place, house.site.language),
        "story": card(story, house.place),
        "lead": lead,
    }
    return Markup(house.theme.render("card.html", values))


def card(story: Story, place: Place) -> Card:
    """What a list says of the story."""
    fields = story.fields
    return Card(
        headline=one_line(fields.headline),
        href=at(story.path),
        kicker=one_line(fields.kicker),
        teaser=one_line(fields.standfirst) or story.summary,
        section=Link(fields.section, at(place.sections.get(fields.section, ""))),
        byline=words_for(story.language)["comma"].join(author.name for author in fields.byline),
        when=moment(fields.published, story.language),
        shot=_shot(story),
        language=story.language,
        direction=direction(story.language),
    )


def _shot(story: Story) -> Shot | None:
    """The lead picture cut for a card."""
    picture = story.fields.lead_picture
    if story.lead is None or picture is None:
        return None
    return card_shot(story.lead, (picture.alt, picture.caption, picture.credit)).marked()
