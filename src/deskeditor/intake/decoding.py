"""Bytes as text: byte order marks, UTF-8, and the Western encodings that old systems still send."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, lookup
from dataclasses import dataclass

from deskeditor.intake.errors import Refused
from deskeditor.intake.guessing import OF_EAST_ASIA, guessed

_MARKS = (
    (BOM_UTF8, "utf-8", ""),
    (BOM_UTF32_LE, "utf-32", "UTF-32"),
    (BOM_UTF32_BE, "utf-32", "UTF-32"),
    (BOM_UTF16_LE, "utf-16", "UTF-16"),
    (BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,30})|encoding=["']([\w.:-]{2,30})["']""", re.I
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_C1 = re.compile("[\x80-\x9f]")
_OF_TEXT = re.compile(
    r"iso8859-\d+|cp\d+|koi8-[rut]|mac-(?!arabic|croatian|farsi)\w+|ascii|big5(?:hkscs)?|gb(?:2312|k|18030)|hz|"
    r"euc_\w+|shift_jis\w*|iso2022_\w+|johab|tis-620|ptcp154|kz1048|hp-roman8"
)
"""The names of Python's codecs that turn bytes into a text that people wrote: others escape, pack or test."""
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""What is meant where a name is declared, as browsers have it."""
_MOST_WRONG = 0.01
_TWICE = re.compile(
    "(?:[\u00c2-\u00f4][\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3})+"
)
_FOREIGN = re.compile("[^\x00-\x7f]")
_SAMPLE = 200_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file with `\\n` line ends, and what had to be done to read it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of `data`; raises Refused where the bytes are no text or no known encoding fits."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, codec, name)
    wide = _wide_without_mark(data)
    if wide:
        return _settled(
            data.decode(wide, "replace"), "The text was read as UTF-16 (it carries no byte order mark)."
        )
    if _is_binary(data):
        raise Refused(
            "This file is not text. Nothing was taken in; open it in its own program and save it as text."
        )
    try:
        return _settled(*_once(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _western(data)


def _marked(data: bytes, mark: bytes, codec: str, name: str) -> Decoded:
    body = data[len(mark) :] if codec == "utf-8" else data
    text = body.decode(codec, "replace")
    return _settled(text, *((f"The text was decoded from {name}.",) if name else ()))


def _wide_without_mark(data: bytes) -> str:
    """UTF-16 of a Western text has a NUL in nearly every other byte, always on the same side."""
    sample = data[:4000]
    if len(sample) < 8:
        return ""
    even, odd = sample[0::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    if odd > 0.6 and even < 0.1:
        return "utf-16-le"
    if even > 0.6 and odd < 0.1:
        return "utf-16-be"
    if b"\0" not in sample or len(data) % 2:
        return ""
    return next((codec for codec in ("utf-16-le", "utf-16-be") if _is_prose_in(sample, codec)), "")


def _is_prose_in(sample: bytes, codec: str) -> bool:
    """Whether nearly all of the sample is letters, signs and spaces of at most two scripts."""
    try:
        text = sample[: len(sample) // 2 * 2].decode(codec)
    except UnicodeDecodeError:
        return False
    kinds = [unicodedata.category(sign) for sign in text if sign not in "\n\r\t\ufeff"]
    if any(kind in ("Cc", "Cn", "Co", "Cs") for kind in kinds):
        return False
    scripts = {unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha()}
    return any(sign in " \n\u3000" for sign in text) and len(scripts - {"LATIN", "KATAKANA", "HIRAGANA"}) <= 1


def _is_binary(data: bytes) -> bool:
    """Control characters in sound UTF-8 are odd but text; in any other bytes they are a program's."""
    sample = data[:_SAMPLE]
    found = len(_CONTROLS.findall(sample))
    try:
        sample[: _whole(sample)].decode("utf-8")
    except UnicodeDecodeError:
        return found > 2 + len(sample) // 100
    return found > 40 + len(sample) // 50


def _whole(sample: bytes) -> int:
    """Where the last whole character of the sample ends; it may have been cut inside of one."""
    end = len(sample)
    while end and end > len(sample) - 4 and sample[end - 1] >= 0x80:
        end -= 1
    return end


def _western(data: bytes) -> Decoded:
    declared = _declared_codec(data)
    if declared:
        text = data.decode(_READ_AS.get(declared, declared), "replace")
        if text.count("\ufffd") <= _MOST_WRONG * len(text):
            return _settled(text, f"The text was decoded from {declared}, as it says itself.")
    high, sequences = len(_HIGH.findall(data)), _SEQUENCE.findall(data)
    codec, name = guessed(data)
    if sum(map(len, sequences)) * 2 > high and codec not in OF_EAST_ASIA:
        return _settled(_mixed(data), "Single bytes that are not UTF-8 were read as Windows-1252.")
    if codec and codec != "cp1252":
        return _settled(
            data.decode(codec, "replace"), f"The text was decoded from {name}: look at its letters."
        )
    if high * 3 > len(data):
        raise Refused(
            "The encoding of this text is not known. Nothing was taken in; save it as UTF-8 "
            "and import it again."
        )
    return _single_byte(data)


def _single_byte(data: bytes) -> Decoded:
    try:
        return _settled(data.decode("cp1252"), "The text was decoded from Windows-1252.")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if len(_C1.findall(text)) > 8 + len(text) // 100:
        raise Refused(
            "This file is not text. Nothing was taken in; open it in its own program and save it as text."
        )
    return _settled(text, "The text was decoded from Latin-1.")


def _declared_codec(data: bytes) -> str:
    found = _DECLARED.search(data[:4000])
    name = (found[1] or found[2]).decode("ascii", "replace") if found else ""
    try:
        codec = lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
    return codec if _OF_TEXT.fullmatch(codec) else ""


def _mixed(data: bytes) -> str:
    text = data.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]+", _stray_bytes, text)


def _stray_bytes(match: re.Match[str]) -> str:
    return bytes(ord(letter) - 0xDC00 for letter in match[0]).decode("cp1252", "replace")


def _once(text: str) -> tuple[str, ...]:
    """The text with a note where it had been encoded twice, which Western letters betray."""
    runs = _TWICE.findall(text)
    if len(runs) < 3 or sum(map(len, runs)) * 10 < len(_FOREIGN.findall(text)) * 9:
        return (text,)
    mended = _TWICE.sub(lambda run: _decoded_again(run[0]), text)
    if mended == text:
        return (text,)
    return mended, f"The text had been encoded twice; {len(runs)} places were mended: look at its letters."


def _decoded_again(run: str) -> str:
    try:
        return b"".join(sign.encode("latin-1" if sign < "\u0100" else "cp1252") for sign in run).decode(
            "utf-8"
        )
    except (UnicodeDecodeError, UnicodeEncodeError):
        return run


def _settled(text: str, *notes: str) -> Decoded:
    """One kind of line end, and neither NUL nor half a character, which no later part could store."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notes = (*notes, *_damage(text))
    text = re.sub("[\ud800-\udfff]", "\ufffd", text.replace("\0", "\ufffd"))
    return Decoded(text.removeprefix("\ufeff"), notes)


def _damage(text: str) -> tuple[str, ...]:
    found = []
    if "\0" in text:
        found.append(f"NUL characters stand as \ufffd now ({text.count(chr(0))}).")
    if "\ufffd" in text:
        found.append(
            f"Characters that could not be read came as \ufffd ({text.count(chr(0xFFFD))}): look at them."
        )
    return tuple(found)
