"""The command line as a whole: finds the command, and turns every end into an exit code."""

import os
import sys
from importlib import import_module

import click

from deskeditor import __version__
from deskeditor.cli import COMMANDS

USAGE = 2
INTERRUPTED = 1


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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing what it names."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, purpose) for name, (_, purpose) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deskeditor")
def deskeditor() -> None:
    """A newsroom on your own machine. Without a command, `deskeditor [LIBRARY]` opens the window."""


def complain(message: str) -> None:
    """One line on stderr, whatever the message holds."""
    click.echo(f"deskeditor: {' '.join(message.split())}", err=True)


def run(arguments: list[str]) -> int:
    """Run one command: 0 done, 1 a finding or a refusal, 2 wrong usage; never a traceback."""
    try:
        deskeditor.main(args=arguments, prog_name="deskeditor", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        complain(error.format_message())
        return USAGE
    except click.ClickException as error:
        complain(error.format_message())
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("Interrupted. What was finished is kept; nothing is half done.")
        return INTERRUPTED
    except BrokenPipeError:
        # Who read us has gone; Python would complain once more when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0
