"""Which inline patterns a text can hold at all: a sign that stands nowhere in it is not looked for.

Python-Markdown tries every pattern on every run of text of a block; most blocks hold one or two signs.
"""

from markdown import Markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

TRIGGERS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[",
    "reference": "[",
    "link": "[",
    "image_link": "[",
    "image_reference": "[",
    "short_reference": "[",
    "short_image_ref": "[",
    "autolink": "<",
    "automail": "<",
    "html": "<",
    "entity": "&",
    "linebreak": "\n",
    "em_strong": "*_~",
}
"""For each pattern the signs without which it matches nothing; one that is not named here is always tried."""
INLINE = 20
"""Where Python-Markdown has its inline patterns applied."""
SIGNS = tuple(dict.fromkeys(TRIGGERS.values()))


class Triggers:
    """Leaves one instance of Python-Markdown the patterns that a text can hold, a text at a time."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        self._all = md.inlinePatterns
        self._kept: dict[frozenset[str], InlineProcessor] = {}

    def patterns(self, text: str) -> Registry[Pattern]:
        """Those of all patterns that can match in the text, in their order."""
        kept = self._all[:]
        for name, signs in TRIGGERS.items():
            if name in kept and not any(sign in text for sign in signs):
                kept.deregister(name)
        return kept

    def set_for(self, text: str) -> None:
        """Has these alone tried from now on."""
        held = frozenset(signs for signs in SIGNS if any(sign in text for sign in signs))
        if held not in self._kept:
            self._md.inlinePatterns = self.patterns(text)
            self._kept[held] = InlineProcessor(self._md)  # it reads the patterns once, where it is made
            self._md.inlinePatterns = self._all
        if self._md.treeprocessors["inline"] is not self._kept[held]:
            self._md.treeprocessors.register(self._kept[held], "inline", INLINE)
