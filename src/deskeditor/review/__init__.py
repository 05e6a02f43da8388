"""How two drafts differ."""

from deskeditor.review.changes import (
    Change,
    Comparison,
    FieldChange,
    Kind,
    Mark,
    Risk,
    Row,
    RowKind,
    Span,
)
from deskeditor.review.comparison import compare
from deskeditor.review.turning import turned

__all__ = [
    "Change",
    "Comparison",
    "FieldChange",
    "Kind",
    "Mark",
    "Risk",
    "Row",
    "RowKind",
    "Span",
    "compare",
    "turned",
]
