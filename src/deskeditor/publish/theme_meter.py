"""How much a theme may do: every body that can run again is counted, and every text that grows is measured.

The count is the same on every machine, needs no clock, no signal and no other process, and holds
in any thread.
"""

import threading
from collections.abc import Callable, Iterable, Iterator

from jinja2 import TemplateRuntimeError, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context
from markupsafe import Markup, escape

from deskeditor.publish.markup import escaped

STEPS = 20_000_000
"""What one page may cost; an ordinary one costs some ten thousand."""

LONGEST = 2_000_000
"""No text and no list that a theme makes may have more characters or members."""

# No template can name these: they are no identifiers.
TICK, TIE, ROW = "tick!", "tie!", "row!"

_NODE, _LETTER, _CALL = 10, 4, 200
_SHORT = 50
_HEAVY = (nodes.Filter, nodes.Call, nodes.Compare, nodes.Test, nodes.Include, nodes.Import, nodes.FromImport)
_Repeated = nodes.Template | nodes.Block | nodes.For | nodes.Macro | nodes.CallBlock
_FIXED = (nodes.Const, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Neg)
_NOT_FOR_THEMES = ("varargs", "kwargs")


class TooMuch(TemplateRuntimeError):
    """The theme would run too long, or grow too large."""


class _Purse(threading.local):
    """What is left of the steps in this thread."""

    left = STEPS


_PURSE = _Purse()


def begin() -> None:
    """A new page begins, with all its steps."""
    _PURSE.left = STEPS


def charge(steps: int) -> None:
    """Take the steps; raises TooMuch where they are not there."""
    left = _PURSE.left = _PURSE.left - steps
    if left < 0:
        raise TooMuch("it has too much to do for one page")


def grow(size: int) -> None:
    """Account for a text or list of this size before it is made."""
    if size > LONGEST:
        raise TooMuch(f"it makes something of {size:,} characters or members")
    charge(size * _LETTER)


def shown(value: object) -> str | int | float | Undefined:
    """What can stand in a text: text, a number or nothing; long texts are accounted for."""
    if isinstance(value, str):
        if len(value) > _SHORT:
            grow(len(value))
        return value
    if isinstance(value, (int, float, Undefined)):
        return value
    if value is None:
        return ""
    raise TemplateRuntimeError(f"a {type(value).__name__} is no text that could be printed")


def printed(value: object) -> str:
    """What a template prints: markup as it stands, everything else escaped."""
    text = value if isinstance(value, str) else str(shown(value))
    if len(text) > _SHORT:
        grow(len(text))
    return text if isinstance(text, Markup) else escaped(text)


def settled(value: object) -> object:
    """The value, and where it would still be counted out one by one, all of it."""
    return list(_counted(value)) if isinstance(value, Iterator) else value


def size_of(value: object) -> int:
    """How many characters or members; 1 for anything else."""
    return len(value) if isinstance(value, (str, list, tuple, dict, range)) else 1


def joined(pieces: Iterable[str]) -> str:
    """The pieces as one text: what the sandbox calls wherever a template's output comes together."""
    held = list(pieces)
    grow(sum(map(len, held)))
    return "".join(held)


@pass_context
def tick(_context: Context, steps: int) -> bool:
    """One more run of a body; `map` can name any filter, so nothing is paid back."""
    charge(abs(steps))
    return True


@pass_context
def tie(_context: Context, parts: list[object]) -> str:
    """`a ~ b`: markup where a part is markup."""
    texts = [shown(part) for part in parts]
    if any(hasattr(text, "__html__") for text in texts):
        return Markup(joined(escape(text) for text in texts))
    return joined(str(text) for text in texts)


@pass_context
def row(_context: Context, made: object) -> object:
    """A list that a theme writes down: lists of lists of lists could hide an endless one."""
    for member in _members(made):
        if any(isinstance(each, (list, tuple, dict)) for each in _members(member)):
            raise TooMuch("it puts lists into lists into lists")
    return made


HIDDEN: dict[str, Callable[..., object]] = {TICK: tick, TIE: tie, ROW: row}
"""The filters that MeteredCode writes into a template."""


class MeteredCode(CodeGenerator):
    """The compiler, which puts the counts into a template before it writes it as Python.

    What is printed goes through `finalize` alone, which is `printed` and escapes.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Refuse, measure, count, and then compile."""
        _refuse(node, self.name)
        _measure(node)
        for body in (node, *node.find_all(nodes.Node)):
            if isinstance(body, _Repeated):
                _count(body)
        node.set_environment(self.environment)
        super().visit_Template(node, frame)

    def _output_child_pre(
        self, _node: nodes.Expr, _frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(finalize.src or "")

    def _output_child_post(
        self, _node: nodes.Expr, _frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write(")" if finalize.src else "")


def _counted(values: Iterator[object]) -> Iterator[object]:
    for value in values:
        grow(1)
        yield value


def _members(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return (*value, *value.values())
    return value if isinstance(value, (list, tuple)) else ()


def _refuse(template: nodes.Template, name: str | None) -> None:
    """Refuse what cannot be counted, and what could make text of strangers into markup."""
    for node in template.find_all(nodes.Node):
        wrong = ""
        if isinstance(node, nodes.For) and node.recursive:
            wrong = "a loop may not be recursive"
        elif isinstance(node, nodes.Name) and node.name in _NOT_FOR_THEMES:
            wrong = f"{node.name} is not for themes"
        elif isinstance(node, nodes.ScopedEvalContextModifier):
            wrong = "autoescape stays on"
        if wrong:
            raise TemplateSyntaxError(wrong, node.lineno, name)


def _measure(node: nodes.Node) -> None:
    """Every `~`, and every list whose members change, goes through a measure."""
    for name, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            setattr(node, name, _measured(value))
        elif isinstance(value, list):
            value[:] = [_measured(each) if isinstance(each, nodes.Node) else each for each in value]


def _measured(node: nodes.Node) -> nodes.Node:
    _measure(node)
    if isinstance(node, nodes.Concat):
        return _through(TIE, nodes.List(node.nodes, lineno=node.lineno))
    literal = isinstance(node, (nodes.List, nodes.Dict)) or (
        isinstance(node, nodes.Tuple) and node.ctx == "load"
    )
    changes = literal and not all(isinstance(each, _FIXED) for each in node.find_all(nodes.Node))
    return _through(ROW, node) if changes else node


def _through(name: str, value: nodes.Node) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)


def _count(body: _Repeated) -> None:
    """The body begins with a charge for all that it holds; a loop pays for items that it leaves out too."""
    steps = nodes.Const(_weight(body), lineno=body.lineno)
    body.body.insert(0, nodes.ExprStmt(_through(TICK, steps), lineno=body.lineno))
    if isinstance(body, nodes.For) and body.test is not None:
        body.test = nodes.And(_through(TICK, steps), body.test, lineno=body.lineno)


def _weight(body: nodes.Node) -> int:
    total = _CALL
    for node in body.find_all(nodes.Node):
        total += _CALL if isinstance(node, _HEAVY) else _NODE
        if isinstance(node, nodes.TemplateData):
            total += len(node.data)
    return total
