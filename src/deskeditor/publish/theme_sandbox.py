"""What a theme may touch: the values of a page, a few filters, plain text and numbers; nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from types import BuiltinMethodType, MethodType

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateRuntimeError,
    Undefined,
    filters,
    pass_context,
    tests,
)
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from markupsafe import Markup, escape

from deskeditor.publish.theme_meter import (
    HIDDEN,
    MeteredCode,
    TooMuch,
    charge,
    grow,
    joined,
    printed,
    settled,
    shown,
    size_of,
)
from deskeditor.publish.times import Moment
from deskeditor.publish.views import VIEWS

TEXT_FILTERS = ("capitalize", "e", "escape", "lower", "striptags", "title", "trim", "truncate", "upper")
LIST_FILTERS = ("first", "last", "list", "map", "max", "min", "reject", "rejectattr", "reverse", "select")
OTHER_FILTERS = ("abs", "count", "d", "default", "float", "int", "length", "selectattr", "sort", "unique")
"""Jinja's own filters that a theme may use; `join`, `replace` and `string` are ours."""

TESTS = (
    *(
        "boolean",
        "defined",
        "divisibleby",
        "even",
        "false",
        "float",
        "in",
        "integer",
        "mapping",
        "none",
        "number",
    ),
    *("odd", "sameas", "sequence", "string", "true", "undefined"),
    *("eq", "ge", "gt", "le", "lt", "ne", "==", "!=", "<", "<=", ">", ">="),
)

_TEXT = frozenset(
    (
        *("capitalize", "casefold", "count", "endswith", "find", "isdigit", "lower", "lstrip", "partition"),
        *(
            "removeprefix",
            "removesuffix",
            "rpartition",
            "rstrip",
            "split",
            "splitlines",
            "startswith",
            "strip",
        ),
        *("title", "upper"),
    )
)
_LIST = frozenset(("count", "index"))
_LOOP = frozenset(
    (
        *("changed", "cycle", "depth", "first", "index", "index0", "last", "length", "nextitem", "previtem"),
        *("revindex", "revindex0"),
    )
)
PUBLIC: Mapping[type, frozenset[str]] = {
    **{view: frozenset(each.name for each in fields(view)) for view in (*VIEWS, Moment)},
    **dict.fromkeys((str, Markup), _TEXT),
    **dict.fromkeys((list, tuple), _LIST),
    dict: frozenset(("get", "items", "keys", "values")),
    LoopContext: _LOOP,
    Cycler: frozenset(("current", "next", "reset")),
}
"""The attributes that a template can name, by the exact type of what has them."""

_MEMBER = 16
_LARGEST = 2**63
_RANGE = 10_000


class ThemeEnvironment(ImmutableSandboxedEnvironment):
    """Jinja for strangers: attributes by a list instead of by their look, output and work measured."""

    code_generator_class = MeteredCode
    concat = staticmethod(joined)
    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def getattr(self, obj: object, attribute: str) -> object:
        """The attribute where the table has it for this very type."""
        names = PUBLIC.get(type(obj))
        if names is not None and attribute in names:
            return getattr(obj, attribute)
        return self._other(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """An item of a table, a list or a text; otherwise the attribute of that name."""
        if isinstance(argument, str):
            return obj[argument] if isinstance(obj, dict) and argument in obj else self.getattr(obj, argument)
        if isinstance(obj, (str, list, tuple, dict, range)):
            return super().getitem(obj, argument)
        return self.undefined("only a list has numbered members")

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """The result of a macro, of a method of a text or list, or of one of the few functions."""
        owner = getattr(obj, "__self__", None) if isinstance(obj, (BuiltinMethodType, MethodType)) else None
        if owner is not None and type(owner) in PUBLIC:
            charge(size_of(owner) * _MEMBER)
        elif not (
            isinstance(obj, (Macro, BlockReference, Joiner, Undefined))
            or any(obj is each for each in _FUNCTIONS.values())
        ):
            raise SecurityError("it calls what is no macro and no function of themes")
        return settled(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Sums of numbers, texts or lists, all of a bearable size."""
        if isinstance(left, (int, float)) and isinstance(right, (int, float)):
            if max(abs(left), abs(right)) > (_LARGEST if operator != "**" else 1000):
                raise TooMuch("it reckons with too large a number")
            return super().call_binop(context, operator, left, right)
        if operator == "+":
            grow(size_of(left) + size_of(right))
        elif operator == "*" and isinstance(right, int):
            grow(size_of(left) * max(right, 0))
        elif operator == "*" and isinstance(left, int):
            grow(size_of(right) * max(left, 0))
        else:
            raise SecurityError(f"“{operator}” is for numbers alone")
        return super().call_binop(context, operator, left, right)

    def _other(self, obj: object, attribute: str) -> object:
        if attribute.startswith("_"):
            return self.unsafe_undefined(obj, attribute)
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, (Namespace, TemplateModule, Undefined)):
            return getattr(obj, attribute, self.undefined(obj=obj, name=attribute))
        if isinstance(obj, TemplateReference):
            return obj[attribute]
        names = sorted(PUBLIC.get(type(obj), ()))
        if names:
            return self.undefined(f"a {type(obj).__name__} has no “{attribute}”; it has {', '.join(names)}")
        return self.unsafe_undefined(obj, attribute)


def span(*bounds: int) -> range:
    """`range` for themes."""
    made = range(*bounds)
    if len(made) > _RANGE:
        raise TooMuch(f"it counts to more than {_RANGE:,}")
    return made


_FUNCTIONS: Mapping[str, Callable[..., object]] = {
    "range": span,
    "namespace": Namespace,
    "cycler": Cycler,
    "joiner": Joiner,
}


def environment(templates: Mapping[str, str]) -> ThemeEnvironment:
    """The sandbox with these templates; each is compiled at its first use."""

    def source(name: str) -> tuple[str, str, None] | None:
        return (templates[name], mark(name), None) if name in templates else None

    made = ThemeEnvironment(
        loader=FunctionLoader(source),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=printed,
    )
    made.globals = dict(_FUNCTIONS)
    made.tests = {name: tests.TESTS[name] for name in TESTS}
    made.filters = {
        **{name: _metered(filters.FILTERS[name], shown) for name in TEXT_FILTERS},
        **{name: _metered(filters.FILTERS[name], settled) for name in (*LIST_FILTERS, *OTHER_FILTERS)},
        "join": join,
        "replace": replaced,
        "string": string,
        **HIDDEN,
    }
    return made


def mark(name: str) -> str:
    """What a template's name becomes in a traceback, so that nothing else is taken for a template."""
    return f"<theme {name}>"


@pass_context
def join(context: Context, value: object, between: str = "", attribute: str | None = None) -> str:
    """The members one after another, as the page shows them; markup stays markup."""
    members = _list_of(value)
    if attribute is not None:
        members = [context.environment.getitem(each, attribute) for each in members]
    texts = [escape(shown(each)) for each in members]
    grow(sum(map(len, texts)) + len(between) * len(texts))
    return escape(between).join(texts)


@pass_context
def replaced(_context: Context, value: object, old: str, new: str) -> str:
    """The text with each `old` as `new`."""
    text = str(shown(value))
    charge(len(text))
    grow(len(text) + text.count(old) * len(new))
    return text.replace(old, new)


@pass_context
def string(_context: Context, value: object) -> str:
    """The value as text."""
    return str(shown(value))


def _list_of(value: object) -> list[object]:
    held = settled(value)
    if not isinstance(held, (list, tuple)):
        raise TemplateRuntimeError(f"a {type(value).__name__} is no list that could be joined")
    charge(len(held) * _MEMBER)
    return list(held)


def _metered(function: Callable[..., object], sound: Callable[[object], object]) -> Callable[..., object]:
    """The filter, run only on a sound value, at a charge for its size, and all at once."""

    @pass_context
    def run(context: Context, value: object, /, *args: object, **kwargs: object) -> object:
        held = sound(value)
        charge(size_of(held) * _MEMBER)
        return settled(context.call(function, held, *args, **kwargs))

    return run
