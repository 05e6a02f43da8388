"""The command line as a whole: finds the command, and turns every end into an exit code."""

import io
import sys
from importlib import import_module

import click
from click.shell_completion import CompletionItem

from deskeditor import __version__
from deskeditor.cli import COMMANDS
from deskeditor.cli.speaking import complain

DONE, REFUSED, USAGE = 0, 1, 2


class Commands(click.Group):
    """The commands of the table, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(f"deskeditor.cli.{module}"), name)
        return command if isinstance(command, click.Command) else None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options of that beginning; where there is none, the first word may be a library."""
        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing what it names."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, purpose) for name, (_, purpose) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deskeditor")
def deskeditor() -> None:
    """A newsroom on your own machine. Without a command, `deskeditor [LIBRARY]` opens the window."""


def run(arguments: list[str]) -> int:
    """Run one command: 0 done, 1 a finding or a refusal, 2 wrong usage; never a traceback."""
    _write_utf8()
    try:
        code = deskeditor.main(args=arguments, prog_name="deskeditor", standalone_mode=False)
    except click.UsageError as error:
        complain(f"{error.format_message()} “deskeditor --help” shows what there is.")
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        complain("Interrupted. What was finished is kept; nothing is half done.")
        return REFUSED
    except Exception as error:  # the border of the program: whatever comes, one line goes out
        complain(_sentence(error))
        return REFUSED
    return code if isinstance(code, int) else DONE


def _write_utf8() -> None:
    """The same bytes on every machine, whatever its code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _sentence(error: Exception) -> str:
    """What happened, what is safe, what to do."""
    if isinstance(error, click.ClickException):
        return error.format_message()
    if type(error).__module__.startswith("deskeditor."):
        return str(error)  # our own errors are sentences
    if isinstance(error, OSError):
        from deskeditor.library.disk import cause

        return f"{error.filename or 'The disk'}: {cause(error)}. The library is as it was before."
    if isinstance(error, MemoryError | RecursionError):
        return "That was more than this machine can hold. The library is as it was before."
    return (
        f"The program made a mistake ({type(error).__name__}: {error}). What was saved is safe; "
        "please report this line."
    )
