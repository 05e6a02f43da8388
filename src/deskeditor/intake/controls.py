"""Control characters in what comes in: replaced by what they mean, or removed; and told."""

import re

_MEANT = {"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"}
_MEANING = re.compile("[" + "".join(_MEANT) + "]")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_NO_SIGNS = re.compile(f"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f{_NONCHARACTERS}]")
_MOST_NAMED = 5


def without_controls(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with line breaks in the place of signs that mean one and without those that mean nothing."""
    if text.isprintable():
        return text, ()
    notes = []
    broken, text = len(_MEANING.findall(text)), _MEANING.sub(lambda sign: _MEANT[sign[0]], text)
    if broken:
        notes.append(f"Signs that end a line or a page became line breaks ({broken}).")
    found = _NO_SIGNS.findall(text)
    if found:
        names = ", ".join(f"U+{ord(sign):04X}" for sign in list(dict.fromkeys(found))[:_MOST_NAMED])
        notes.append(f"Control characters, which no reader would see, were removed ({len(found)}): {names}.")
        text = _NO_SIGNS.sub("", text)
    return text, tuple(notes)
