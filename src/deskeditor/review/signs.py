"""What in a text is a quotation, an address, a figure, a name, an attribution or a negation."""

import re
from collections.abc import Set

from deskeditor.review.changes import Span


def _quoted(opening: str, closing: str) -> str:
    """From an opening mark to the closing one, or to the end of the block."""
    line = rf"[^{closing}\n]*"
    return rf"{opening}{line}(?:\n(?![ \t]*\n){line})*[{closing}]?"


def _single(opening: str, closing: str) -> str:
    """Single marks must be closed on the line, since an apostrophe looks the same."""
    text = rf"[^‘{closing}\n]{{0,300}}"
    return rf"{opening}{text}(?:{closing}\w{text}){{0,12}}{closing}(?!\w)"


_QUOTATION = re.compile(
    "(?=[“„«‹「『»”\"‘'>:])(?:"
    + "|".join(
        [
            _quoted("“", "”"),
            _quoted("„", "“”"),
            _quoted("«", "»"),
            _quoted("‹", "›"),
            _quoted("「", "」"),
            _quoted("『", "』"),
            _quoted("»", "«"),
            _quoted("”", "”"),
            _quoted(r'(?<!\w)"(?=\S)', '"'),
            _single("‘", "’"),
            _single(r"(?<!\w)'(?=\S)", "'"),
            r"(?m:^>.*(?:\n(?![ \t]*\n).*)*)",
            r"(?m:^::: ?pull-quote\b(?:.*\n){1,40}?:::[ \t]*$)",
        ]
    )
    + ")"
)
_ADDRESSES = (
    ("](", re.compile(r"(?<=\]\()[^)\n]*")),
    ("]:", re.compile(r"(?<=\]:)[ \t]*\S+")),
    ("://", re.compile(r"\b(?:https?|ftp)://[^\s<>)\]\"”’]+")),
    ("www.", re.compile(r"\bwww\.[^\s<>)\]\"”’]+")),
    ("article:", re.compile(r"\barticle:[0-9a-z]+")),
    ("media:", re.compile(r"\bmedia:[0-9a-f]+")),
    ("@", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")),
)
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*|[%‰$€£¥₹₽₩]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBERS = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
thousands million millions billion billions trillion trillions dozen dozens half twice double doubled
triple tripled percent cent percentage
"""
_DATES = """
January February March April May June July August September October November December Jan Feb Mar Apr Jun
Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday
"""
_ATTRIBUTIONS = """
said says say saying told tells according stated states announce announced announces claim claimed claims
alleged alleges allegedly report reported reports reportedly wrote writes testified testifies confirm
confirmed confirms denied denies deny added adds acknowledge acknowledged acknowledges admit admitted
admits argue argued argues insist insisted insists warn warned warns suggest suggested suggests explained
explains quoted source sources spokesman spokeswoman spokesperson spokespeople official officials posted
tweeted asked replied declined anonymous anonymously anonymity
"""
_NEGATIONS = """
not no never none nobody nothing nowhere neither nor without cannot hardly barely unable unlikely refuse
refused refuses refusal
"""
_NO_NAMES = """
A An And As At But By For From He Her His How I If In Is It Its My No Nor Not Of On Or Our She So That
The Their Then There These They This Those To Was We Were What When Where Which Who Why Will With You
Your
"""
_TITLES = "St. Mr. Mrs. Ms. Dr. Gov. Sen. Rep. Gen. Lt. Col. Sgt. Prof."
_number_words, _date_words = frozenset(_NUMBERS.split()), frozenset(_DATES.split())
_attribution_words, _negation_words = frozenset(_ATTRIBUTIONS.split()), frozenset(_NEGATIONS.split())
_no_names, _titles = frozenset(_NO_NAMES.split()), tuple(_TITLES.split())
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-ÞĀ-ſΑ-ΫА-ЯЁ]\w*(?:[-’'][A-ZÀ-ÖØ-ÞĀ-ſΑ-ΫА-ЯЁ]\w+)*")


def quotations(text: str) -> list[Span]:
    """Everything between quotation marks of any style, block quotes and pull quotes, marks included."""
    return [Span(*found.span()) for found in _QUOTATION.finditer(text)]


def addresses(text: str) -> list[Span]:
    """Where links, pictures and e-mail lead; disjoint and in order."""
    spans = sorted(
        Span(*found.span())
        for needle, pattern in _ADDRESSES
        if needle in text
        for found in pattern.finditer(text)
    )
    apart: list[Span] = []
    for span in spans:
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


class Said:
    """What a stretch of text says outside addresses."""

    def __init__(self, text: str) -> None:
        for span in reversed(addresses(text)):
            text = f"{text[: span.start]} {text[span.end :]}"
        self._text = text
        self._words = _WORD.findall(text)

    def figures(self) -> list[str]:
        """Numbers in digits and in words, money, percentages, months and days of the week."""
        spelled = [word for word in self._words if word in _date_words or word.lower() in _number_words]
        return sorted([*_NUMBER.findall(self._text), *spelled])

    def names(self, known: Set[str]) -> list[str]:
        """Those of the known names that occur."""
        return sorted(name for name in _NAME.findall(self._text) if name in known)

    def attributions(self) -> list[str]:
        """Words that tell who said it, and how surely."""
        return sorted(word for word in map(str.lower, self._words) if word in _attribution_words)

    def negations(self) -> list[str]:
        """Words that turn a sentence into its opposite."""
        lower = map(str.lower, self._words)
        return sorted(word for word in lower if word in _negation_words or word.endswith(("n't", "n’t")))


def names_amid(text: str) -> set[str]:
    """Capitalised words that stand amid a sentence somewhere, so that they are names anywhere."""
    return {
        found[0] for found in _NAME.finditer(text) if found[0] not in _no_names and _amid(text, found.start())
    }


def _amid(text: str, position: int) -> bool:
    """Whether the sentence began before: after a word, a comma, an initial or a title."""
    before = text[max(0, position - 6) : position]
    if len(before) < 2 or before[-1] not in " \u00a0":
        return False
    if before[-2].isalnum() or before[-2] in ",;)’-–":
        return True
    return before[-2] == "." and (before[-3:-2].isupper() or before[:-1].endswith(_titles))
