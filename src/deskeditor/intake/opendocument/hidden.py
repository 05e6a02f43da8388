"""What an OpenDocument text holds and does not show: it is taken out, and the desk is told its words."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import attributes_of, child, name_of
from deskeditor.intake.opendocument.source import words_in
from deskeditor.intake.opendocument.styles import is_hidden
from deskeditor.intake.opendocument.writing import Writing
from deskeditor.intake.withheld import Withheld

TOLD = {
    "text:tracked-changes": "",
    "office:annotation": "",
    "text:table-of-content": "table of contents",
    "text:alphabetical-index": "index",
    "text:table-index": "index of tables",
    "text:illustration-index": "index of pictures",
    "text:object-index": "index of objects",
    "text:user-index": "index",
    "text:placeholder": "placeholder of a form",
    "text:script": "script",
}


def hides(tag: Element, name: str, at: Mapping[str, str], writing: Writing) -> bool:
    """Whether an element is not shown; of a condition the file says how it came out, otherwise it is not."""
    display, came_out = at.get("text:display", ""), at.get("text:is-hidden", "")
    if came_out == "true" or display == "none" or at.get("table:visibility") in ("collapse", "filter"):
        return True
    if display == "condition" and came_out != "false":
        return True
    style = at.get("text:style-name", "")
    if name in ("text:p", "text:h"):
        marks = (each for each in tag if name_of(each) == "text:hidden-paragraph")
        conditions = (attributes_of(each).get("text:is-hidden", "true") for each in marks)
        return any(each != "false" for each in conditions) or is_hidden(
            writing.styles.letters("paragraph", style)
        )
    if name == "text:span":
        return is_hidden(writing.styles.letters("text", style))
    return name == "text:section" and writing.styles.hides("section", style)


def told(tag: Element, name: str, writing: Writing) -> None:
    """What is no part of the story: the desk is told its words."""
    withheld = writing.withheld
    withheld.part()
    if name == "text:tracked-changes":
        withheld.say("The file holds tracked changes; the text is taken as if all were accepted.")
        for each in tag.iter():
            if name_of(each) == "text:deletion":
                _take_changes(each, withheld)
    elif name == "office:annotation":
        withheld.say("The file holds comments; they were not taken over.")
        creator = child(tag, "dc:creator")
        who = (creator.text or "").strip() if creator is not None else ""
        withheld.take(f"comment of {who}" if who else "comment", words_in(tag))
    else:
        withheld.take(TOLD[name], words_in(tag))
    withheld.part()


def _take_changes(tag: Element, withheld: Withheld) -> None:
    """What was deleted; what the colleague said about it is a comment."""
    for each in tag:
        remark = name_of(each) == "office:change-info"
        withheld.take("comment on a change" if remark else "deleted in tracked changes", words_in(each))
        withheld.part()


def take_hidden(tag: Element, name: str, at: Mapping[str, str], writing: Writing) -> None:
    """Hidden words, those of a field's attribute too; a whole paragraph is a piece of its own."""
    words = f"{words_in(tag)} {at.get('text:string-value', '')}".rstrip()
    writing.withheld.take("hidden in the file", words)
    if name in ("text:p", "text:h", "text:section", "table:table-row"):
        writing.withheld.part()


def tell_unseen(writing: Writing) -> None:
    """Letters that nobody could see stay, and the desk is told."""
    writing.withheld.say("The file holds white or tiny letters, which stay in the text; look for them.")
