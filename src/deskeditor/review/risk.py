"""What a change puts at risk: the words of others, figures, names, who said it, and whether not."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from deskeditor.review import signs
from deskeditor.review.changes import Risk, Span
from deskeditor.review.signs import Said
from deskeditor.review.words import Edit, Texts

_FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"})


class Risks:
    """Judges edits between two texts, whose quotations, addresses and names it has looked up once."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._quotes = _Places(signs.quotations(texts.a)), _Places(signs.quotations(texts.b))
        self._links = _Places(signs.addresses(texts.a)), _Places(signs.addresses(texts.b))
        names = signs.names_amid(texts.a) | signs.names_amid(texts.b)
        self._rows: tuple[tuple[Risk, Callable[[Said], list[str]]], ...] = (
            (Risk.FIGURE, Said.figures),
            (Risk.NAME, lambda said: said.names(names)),
            (Risk.ATTRIBUTION, Said.attributions),
            (Risk.NEGATION, Said.negations),
        )

    def of(self, edit: Edit) -> Risk:
        """The gravest risk that the edit carries."""
        a, b = edit
        old, new = a.of(self._texts.a), b.of(self._texts.b)
        if old.translate(_FOLD) == new.translate(_FOLD):
            return Risk.WORDING
        if self.in_link(edit):
            return Risk.LINK
        if self._quotes[0].meet(a) or self._quotes[1].meet(b):
            return Risk.QUOTE
        before, after = Said(old), Said(new)
        for risk, found in self._rows:
            if found(before) != found(after):
                return risk
        return Risk.LINK if self._links[0].meet(a) or self._links[1].meet(b) else Risk.WORDING

    def in_link(self, edit: Edit) -> bool:
        """Whether the edit lies wholly within the address of a link."""
        return self._links[0].hold(edit[0]) and self._links[1].hold(edit[1])


class _Places:
    """Disjoint stretches of a text, ready to be asked."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def meet(self, span: Span) -> bool:
        """Whether something of the span lies within one of them."""
        before = bisect_right(self._starts, span.end - 1) - 1
        return len(span) > 0 and before >= 0 and self._spans[before].end > span.start

    def hold(self, span: Span) -> bool:
        """Whether the span lies wholly within one of them; an empty one may touch its edge."""
        before = bisect_right(self._starts, span.start) - 1
        return before >= 0 and self._spans[before].holds(span)
