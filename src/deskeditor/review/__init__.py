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
]
