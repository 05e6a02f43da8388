"""Letters of the symbol fonts that Word writes with, as Unicode has them."""

_SYMBOL = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0x22: "∀",
    0x24: "∃",
    0x27: "∋",
    0x2A: "∗",
    0x2D: "−",
    0x40: "≅",
    0x5C: "∴",
    0x5E: "⊥",
    0x7E: "∼",
    0xA0: "€",
    0xA1: "ϒ",
    **dict(
        zip(
            range(0xA2, 0xC0),
            "′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
            strict=True,
        )
    ),
    **dict(zip(range(0xC0, 0xF0), "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪", strict=True)),
    0xF1: "⟩",
    0xF2: "∫",
}
_WINGDINGS = {
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "☐"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE = range(0xE000, 0xF900)
_OF_SYMBOLS = range(0xF000, 0xF100)


def letter(font: str, code: int) -> str:
    """The letter of a font by its number; empty where no other font has it."""
    table = _FONTS.get(font.casefold())
    if table is not None and (code in _OF_SYMBOLS or code < 0x100):
        low = code & 0xFF
        return table.get(low, chr(low) if table is _SYMBOL and 0x20 <= low < 0x7F else "")
    return "" if code in _PRIVATE or not 0x20 <= code < 0x110000 or 0xD800 <= code < 0xE000 else chr(code)


def is_private(sign: str) -> bool:
    """Whether a letter means something in one font alone."""
    return ord(sign) in _PRIVATE
