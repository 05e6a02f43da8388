"""What a writer can do: a command takes the state and gives a transaction, None where it does not apply."""

from deskeditor.document.commands.active import ACTIVE_NAMES, is_active
from deskeditor.document.commands.enter import enter
from deskeditor.document.commands.fields import replace_all_text, set_field
from deskeditor.document.commands.headings import heading2, heading3, heading4, paragraph
from deskeditor.document.commands.insertions import insert_picture, read_also
from deskeditor.document.commands.links import link
from deskeditor.document.commands.lists import bulleted_list, in_list, indent, numbered_list, outdent
from deskeditor.document.commands.marks import bold, italic, strike
from deskeditor.document.commands.quotes import quote
from deskeditor.document.commands.restore import restore

__all__ = [
    "ACTIVE_NAMES",
    "bold",
    "bulleted_list",
    "enter",
    "heading2",
    "heading3",
    "heading4",
    "in_list",
    "indent",
    "insert_picture",
    "is_active",
    "italic",
    "link",
    "numbered_list",
    "outdent",
    "paragraph",
    "quote",
    "read_also",
    "replace_all_text",
    "restore",
    "set_field",
    "strike",
]
