"""Everything that can be done, a row each: menus, bar, shortcuts and palette are made from this table."""

from collections.abc import Callable
from dataclasses import dataclass

from deskeditor.document import commands
from deskeditor.document.state import EditorState
from deskeditor.ui.gestures import Gestures

MENUS = ("Article", "Edit", "Format", "Insert", "Review", "View", "Help")


@dataclass(frozen=True, slots=True)
class Scene:
    """What decides whether an action can be done now; `state` is None while no article is on the desk.

    `in_fields`: the keyboard is in the headline or another field, where letters have no form; `in_trash`: the
    list shows the trash; `arrivals` counts what came in and was not opened yet.
    """

    state: EditorState | None
    writable: bool
    reviewing: bool
    selected: int
    in_fields: bool = False
    in_trash: bool = False
    arrivals: int = 0


When = Callable[[Scene], bool]
Do = Callable[[Gestures], None]


def has_arrivals(scene: Scene) -> bool:
    """Something came in that was not opened yet."""
    return scene.arrivals > 0


def always(_: Scene) -> bool:
    """Can be done at any time."""
    return True


def writable(scene: Scene) -> bool:
    """Can be done where the library may be changed."""
    return scene.writable


def has_draft(scene: Scene) -> bool:
    """Can be done to the article on the desk."""
    return scene.state is not None


def can_write(scene: Scene) -> bool:
    """Can be done to the article on the desk, in a library that may be changed."""
    return scene.state is not None and scene.writable and not scene.reviewing


def has_one(scene: Scene) -> bool:
    """Can be done to the one article selected in the list."""
    return scene.selected == 1 and scene.writable


def can_trash(scene: Scene) -> bool:
    """Can be done to the articles selected in the list, unless they are in the trash already."""
    return scene.selected > 0 and scene.writable and not scene.in_trash


def can_untrash(scene: Scene) -> bool:
    """Can be done to the articles selected in the trash."""
    return scene.selected > 0 and scene.writable and scene.in_trash


def has_two(scene: Scene) -> bool:
    """Can be done to two articles."""
    return scene.selected == 2


def can_be_checked(scene: Scene) -> bool:
    """Can be done to the article on the desk while it is written."""
    return scene.state is not None and not scene.reviewing


def reviewing(scene: Scene) -> bool:
    """Can be done while two drafts stand side by side."""
    return scene.reviewing


def applies(command: Callable[[EditorState], object]) -> When:
    """Can be done to the story, where a command of the document has something to do."""

    def when(scene: Scene) -> bool:
        if scene.state is None or scene.in_fields or not can_write(scene):
            return False
        return command(scene.state) is not None

    return when


def can_undo(scene: Scene) -> bool:
    """There is a gesture to take back."""
    return can_write(scene) and scene.state is not None and scene.state.history.done is not None


def can_redo(scene: Scene) -> bool:
    """There is a gesture that was taken back."""
    return can_write(scene) and scene.state is not None and scene.state.history.undone is not None


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do; `mark` names what is true of the selection when the action shows as on."""

    name: str
    menu: str
    text: str
    icon: str
    keys: str
    do: Do
    when: When = always
    mark: str = ""


ACTIONS = (
    Action("new", "Article", "New Article", "new", "Ctrl+N", lambda g: g.new(), writable),
    Action(
        "import", "Article", "Import Copy…", "import", "Ctrl+Shift+I", lambda g: g.import_files(), writable
    ),
    Action(
        "import-site",
        "Article",
        "Import a Whole Site…",
        "import",
        "",
        lambda g: g.import_site(),
        writable,
    ),
    Action(
        "open-arrival",
        "Article",
        "Open What Came In",
        "",
        "Ctrl+Shift+O",
        lambda g: g.open_arrival(),
        has_arrivals,
    ),
    Action(
        "duplicate",
        "Article",
        "Duplicate",
        "duplicate",
        "Ctrl+Shift+D",
        lambda g: g.duplicate(),
        has_one,
    ),
    # Without a key for the whole window: everywhere but in the list, these keys edit text.
    Action("trash", "Article", "Move to Trash", "trash", "", lambda g: g.trash(), can_trash),
    Action("untrash", "Article", "Take out of Trash", "restore", "", lambda g: g.untrash(), can_untrash),
    Action("save", "Article", "Save Revision Now", "saved", "Ctrl+S", lambda g: g.save(), can_write),
    Action("export", "Article", "Export…", "export", "Ctrl+E", lambda g: g.export(), always),
    Action("export-again", "Article", "Export Again", "", "Ctrl+Shift+E", lambda g: g.export_again(), always),
    Action("proof", "Article", "Proof as PDF…", "proof", "Ctrl+P", lambda g: g.proof(), has_draft),
    Action("quit", "Article", "Quit", "", "Ctrl+Q", lambda g: g.quit(), always),
    Action("undo", "Edit", "Undo", "undo", "Ctrl+Z", lambda g: g.undo(), can_undo),
    Action("redo", "Edit", "Redo", "redo", "Ctrl+Shift+Z Ctrl+Y", lambda g: g.redo(), can_redo),
    Action("find-article", "Edit", "Search Articles", "search", "Ctrl+Shift+F", lambda g: g.find(), always),
    Action("palette", "Edit", "Command Palette…", "palette", "Ctrl+Shift+P", lambda g: g.palette(), always),
    Action(
        "bold",
        "Format",
        "Bold",
        "bold",
        "Ctrl+B",
        lambda g: g.format(commands.bold),
        applies(commands.bold),
        "bold",
    ),
    Action(
        "italic",
        "Format",
        "Italic",
        "italic",
        "Ctrl+I",
        lambda g: g.format(commands.italic),
        applies(commands.italic),
        "italic",
    ),
    Action(
        "strike",
        "Format",
        "Strikethrough",
        "strike",
        "Ctrl+Shift+X",
        lambda g: g.format(commands.strike),
        applies(commands.strike),
        "strike",
    ),
    Action(
        "heading2",
        "Format",
        "Heading",
        "heading2",
        "Ctrl+2",
        lambda g: g.format(commands.heading2),
        applies(commands.heading2),
        "heading2",
    ),
    Action(
        "heading3",
        "Format",
        "Subheading",
        "heading3",
        "Ctrl+3",
        lambda g: g.format(commands.heading3),
        applies(commands.heading3),
        "heading3",
    ),
    Action(
        "heading4",
        "Format",
        "Small Heading",
        "heading4",
        "Ctrl+4",
        lambda g: g.format(commands.heading4),
        applies(commands.heading4),
        "heading4",
    ),
    Action(
        "paragraph",
        "Format",
        "Paragraph",
        "paragraph",
        "Ctrl+0",
        lambda g: g.format(commands.paragraph),
        applies(commands.paragraph),
    ),
    Action(
        "bulleted-list",
        "Format",
        "Bulleted List",
        "list-bulleted",
        "Ctrl+Shift+8",
        lambda g: g.format(commands.bulleted_list),
        applies(commands.bulleted_list),
        "bulleted_list",
    ),
    Action(
        "numbered-list",
        "Format",
        "Numbered List",
        "list-numbered",
        "Ctrl+Shift+7",
        lambda g: g.format(commands.numbered_list),
        applies(commands.numbered_list),
        "numbered_list",
    ),
    Action(
        "quote",
        "Format",
        "Quote",
        "quote",
        "Ctrl+Shift+9",
        lambda g: g.format(commands.quote),
        applies(commands.quote),
        "quote",
    ),
    Action("link", "Insert", "Link…", "link", "Ctrl+K", lambda g: g.link(), can_write),
    Action(
        "read-also", "Insert", "Read Also…", "read-also", "Ctrl+Shift+R", lambda g: g.read_also(), can_write
    ),
    Action("picture", "Insert", "Picture…", "picture", "Ctrl+Shift+M", lambda g: g.picture(), can_write),
    Action(
        "history",
        "Review",
        "History of This Article",
        "history",
        "Ctrl+Shift+H",
        lambda g: g.history(),
        has_draft,
    ),
    Action(
        "compare",
        "Review",
        "Compare Selected Articles",
        "compare",
        "Ctrl+Shift+C",
        lambda g: g.compare(),
        has_two,
    ),
    Action("next-change", "Review", "Next Change", "next", "F7", lambda g: g.next_change(), reviewing),
    Action(
        "previous-change",
        "Review",
        "Previous Change",
        "previous",
        "Shift+F7",
        lambda g: g.previous_change(),
        reviewing,
    ),
    Action(
        "next-finding", "Review", "Next Finding", "next", "F8", lambda g: g.findings.step(1), can_be_checked
    ),
    Action(
        "previous-finding",
        "Review",
        "Previous Finding",
        "previous",
        "Shift+F8",
        lambda g: g.findings.step(-1),
        can_be_checked,
    ),
    Action(
        "end-review", "Review", "Back to Writing", "editor", "Ctrl+Shift+W", lambda g: g.write(), reviewing
    ),
    Action("show-list", "View", "Article List", "sidebar", "Ctrl+Shift+L", lambda g: g.toggle_list(), always),
    Action(
        "show-preview", "View", "Preview", "preview", "Ctrl+Shift+V", lambda g: g.toggle_preview(), always
    ),
    Action("checks", "View", "Checks", "checks", "Ctrl+Shift+K", lambda g: g.findings.toggle(), always),
    Action(
        "slots",
        "View",
        "Slots: Card, Search, Social, Push, Print",
        "slots",
        "Ctrl+Shift+S",
        lambda g: g.slots(),
        always,
    ),
    Action("next-pane", "View", "Next Pane", "", "F6", lambda g: g.next_pane(), always),
    Action("locate", "View", "Show Caret in Preview", "down", "Ctrl+J", lambda g: g.locate(), has_draft),
    Action(
        "scheme", "View", "Light, Dark or System", "theme", "Ctrl+Shift+T", lambda g: g.next_scheme(), always
    ),
    Action("shortcuts", "Help", "Keyboard Shortcuts", "keyboard", "F1", lambda g: g.shortcuts(), always),
    Action("about", "Help", "About deskeditor", "about", "", lambda g: g.about(), always),
)

FORMAT_BAR = (
    ("heading2", "heading3"),
    ("bold", "italic", "strike"),
    ("bulleted-list", "numbered-list", "quote"),
    ("link", "read-also", "picture"),
    ("undo", "redo"),
    ("history",),
)
