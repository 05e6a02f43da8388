"""Paragraphs of Word from inside: letters with their marks, fields, links, and what stays hidden."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import child, is_on, name_of, value
from deskeditor.intake.word.drawings import drawing
from deskeditor.intake.word.fields import Field, address_of, button_of, is_drawn, symbol_of
from deskeditor.intake.word.formulas import linear
from deskeditor.intake.word.styles import Look, is_hidden, is_on_text, look_of, over
from deskeditor.intake.word.symbols import is_private, letter
from deskeditor.intake.word.writing import Around, Text, shown

DELETED = "deleted in tracked changes"
MOVED = "moved away in tracked changes"
HIDDEN = "hidden in Word"
ACCEPTED = "The Word file holds tracked changes; the text is taken as if all were accepted."
_NOTHING = frozenset(
    {
        *(
            "w:rPr",
            "w:pPr",
            "w:commentReference",
            "w:annotationRef",
            "w:lastRenderedPageBreak",
            "w:footnoteRef",
        ),
        *("w:endnoteRef", "w:separator", "w:continuationSeparator", "w:proofErr", "w:sdtPr", "w:sdtEndPr"),
        *("w:softHyphen", "w:rubyPr", "w:delInstrText", "w:smartTagPr", "w:customXmlPr", "w:ffData"),
        *("w:fldData", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:bookmarkStart"),
    }
)
_SIGNS = {"w:tab": " ", "w:ptab": " ", "w:noBreakHyphen": "\u2011"}
_MARKS = ("b", "i", "s")
_SMALLEST_SIZE = 4
"""Half points: letters of two points and less are not there to be read."""


def inline(tag: Element, text: Text, around: Around) -> str:
    """The content of a paragraph or of anything inside one, as HTML."""
    return "".join(_element(each, text, around) for each in tag)


def _element(tag: Element, text: Text, around: Around) -> str:
    name = name_of(tag)
    if name == "w:r":
        return _run(tag, text, around)
    if name in _NOTHING:
        return ""
    reader = _READERS.get(name)
    return reader(tag, text, around) if reader else inline(tag, text, around)


def _deleted(tag: Element, text: Text, around: Around) -> str:
    text.withheld.say(ACCEPTED)
    return inline(tag, text, around.out(DELETED))


def _moved(tag: Element, text: Text, around: Around) -> str:
    text.withheld.say(ACCEPTED)
    return inline(tag, text, around.out(MOVED))


def _inserted(tag: Element, text: Text, around: Around) -> str:
    text.withheld.say(ACCEPTED)
    return inline(tag, text, around)


def _link(tag: Element, text: Text, around: Around) -> str:
    found = text.part.relations.get(value(tag, "id"))
    return inline(tag, text, around.linked(found.target if found is not None and found.outside else ""))


def _simple_field(tag: Element, text: Text, around: Around) -> str:
    told = value(tag, "instr")
    return inline(tag, text, around.linked(address_of(told))) or _drawn(Field([told]), text, around)


def _control(tag: Element, text: Text, around: Around) -> str:
    """A content control; its placeholder asks for text and is none."""
    prompts = is_on(child(tag, "w:sdtPr", "w:showingPlcHdr"))
    return inline(tag, text, around.out("placeholder of a form") if prompts else around)


def _equation(tag: Element, text: Text, around: Around) -> str:
    return shown(" ".join(linear(tag).split()), text, around)


def _ruby(tag: Element, text: Text, around: Around) -> str:
    base, reading = (child(tag, f"w:{name}") for name in ("rubyBase", "rt"))
    written = "" if base is None else inline(base, text, around)
    above = "" if reading is None else inline(reading, text, around)
    return f"{written}({above})" if above.strip() else written


def _alternatives(tag: Element, text: Text, around: Around) -> str:
    """The first of several forms of the same that has anything for us in it."""
    for each in tag:
        before = len(text.boxes)
        written = inline(each, text, around)
        if written or len(text.boxes) > before:
            return written
    return ""


def _run(tag: Element, text: Text, around: Around) -> str:
    own_properties = child(tag, "w:rPr")
    own = look_of(own_properties)
    letters = (
        text.styles.of(value(child(own_properties, "w:rStyle"))).look
        if own_properties is not None
        else Look()
    )
    if is_hidden(around.paragraph, letters, own, text.styles.defaults):
        around = around.out(HIDDEN)
    look = over(letters, own)
    if _is_unseen(over(around.paragraph, look), around):
        text.withheld.say("The Word file holds white or tiny letters, which stay in the text; look for them.")
    own_mark = any(is_on_text(value(each, "customMarkFollows")) for each in tag)
    pieces = (each for each in tag if not (own_mark and name_of(each) == "w:t"))
    written = "".join(_piece(each, look, text, around) for each in pieces)
    return _marked(written, look) if written.strip() else written


def _is_unseen(look: Look, around: Around) -> bool:
    white = look.colour == "FFFFFF" and not look.shaded and not around.in_table
    return white or (look.size.isdecimal() and int(look.size) <= _SMALLEST_SIZE)


def _marked(written: str, look: Look) -> str:
    tags = [mark for mark in _MARKS if look.toggles.get(mark)]
    if look.position:
        tags.append(look.position)
    opening, closing = "".join(f"<{tag}>" for tag in tags), "".join(f"</{tag}>" for tag in reversed(tags))
    return f"{opening}{written}{closing}"


def _piece(tag: Element, look: Look, text: Text, around: Around) -> str:
    name = name_of(tag)
    if name in ("w:t", "w:delText"):
        return shown(_letters(tag.text or "", look.font, text), text, around)
    if name in _SIGNS:
        return shown(_SIGNS[name], text, around)
    if name in ("w:br", "w:cr"):
        turns = name == "w:cr" or value(tag, "type") in ("", "textWrapping")
        return shown("\n" if turns else " ", text, around, "<br>" if turns else " ")
    if name == "w:sym":
        return shown(_symbol(value(tag, "font"), value(tag, "char"), text), text, around)
    if name == "w:instrText":
        text.fields.told(tag.text or "")
        return ""
    if name == "w:fldChar":
        return _field(tag, text, around)
    if name in ("w:footnoteReference", "w:endnoteReference"):
        return _note(name[2:-9], value(tag, "id"), text, around)
    return _element(tag, text, around)


def _letters(plain: str, font: str, text: Text) -> str:
    if plain.isascii() or not any(map(is_private, plain)):
        return plain
    return "".join(
        _symbol(font or "Symbol", f"{ord(sign):x}", text) if is_private(sign) else sign for sign in plain
    )


def _symbol(font: str, code: str, text: Text) -> str:
    try:
        found = letter(font, int(code, 16))
    except ValueError:
        found = ""
    if not found:
        text.withheld.say(
            f"Missing: a symbol of the font “{font}” (number {code}); look at the file for its place."
        )
    return found


def _field(tag: Element, text: Text, around: Around) -> str:
    kind = value(tag, "fldCharType")
    if kind == "begin":
        text.fields.begin(_entry(tag))
    elif kind == "separate":
        text.fields.separate()
    elif kind == "end":
        ended = text.fields.end()
        if ended is not None and ended.swallowed:
            text.withheld.take("instruction of a field", f" {' '.join(ended.swallowed)} ")
        if ended is not None and not ended.shows:
            return shown(ended.entry, text, around) or _drawn(ended, text, around)
        if ended is not None and ended.entry in ("☐", "☑"):
            return shown(ended.entry, text, around)
    return ""


def _entry(tag: Element) -> str:
    """What an old form shows in place of a field: a tick, or the chosen one of several."""
    tick = child(tag, "w:ffData", "w:checkBox")
    if tick is not None:
        chosen = child(tick, "w:checked")
        return "☑" if is_on(chosen if chosen is not None else child(tick, "w:default")) and len(tick) else "☐"
    choice = child(tag, "w:ffData", "w:ddList")
    if choice is None:
        return ""
    entries = [value(each) for each in choice if name_of(each) == "w:listEntry"]
    at = value(child(choice, "w:result")) or value(child(choice, "w:default")) or "0"
    return entries[int(at)] if at.isdecimal() and int(at) < len(entries) else ""


def _drawn(ended: Field, text: Text, around: Around) -> str:
    """What Word draws of an instruction that has no result."""
    symbol = symbol_of(ended.told)
    if symbol is not None:
        return shown(_symbol(symbol[0], f"{symbol[1]:x}", text), text, around)
    if is_drawn(ended.told):
        return shown(ended.told.strip(), text, around.out("equation that only Word can draw"))
    return shown(button_of(ended.told), text, around)


def _note(kind: str, number: str, text: Text, around: Around) -> str:
    if around.taken or text.fields.swallows:
        text.withheld.say(f"A {kind} was taken out together with the place that it belongs to.")
        return ""
    if (kind, number) not in text.notes:
        text.notes.append((kind, number))
    at = text.notes.index((kind, number)) + 1
    return f'<a href="#footnote-{at}">{at}</a>'


_READERS: dict[str, Callable[[Element, Text, Around], str]] = {
    "w:del": _deleted,
    "w:moveFrom": _moved,
    "w:ins": _inserted,
    "w:moveTo": _inserted,
    "w:hyperlink": _link,
    "w:fldSimple": _simple_field,
    "w:sdt": _control,
    "m:oMath": _equation,
    "w:ruby": _ruby,
    "mc:AlternateContent": _alternatives,
    "w:drawing": drawing,
    "w:pict": drawing,
    "w:object": drawing,
}
