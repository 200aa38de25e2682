"""The command line: `assistant COMMAND`. One file per command, and nothing but these files prints.

Takes what was typed; ends with 0, or with 2 and one line on standard error that says what is wrong and what to type next.
A command lives in the module of its name, under its name: `assistant preview` is `assistant.cli.preview.preview`.
A command's libraries are loaded when it is asked for, so that the others start at once.
"""

import io
import sys
from importlib import import_module
from typing import Any

import click

from assistant import __version__
from assistant.errors import AssistantError

COMMANDS = ("answer", "demo", "preview", "run")


class Refusal(click.ClickException):
    """What cannot be done, and what to type next: one line, exit 2."""

    exit_code = 2

    def __init__(self, message: str, hint: str) -> None:
        stop = "" if not hint or message.rstrip().endswith((".", "!", "?", ":")) else "."
        super().__init__(" ".join(f"{message}{stop} {hint}".split()))


class Commands(click.Group):
    """The commands by name, each loaded when it is asked for, their errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names for `--help`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"assistant.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run what was asked for; an error becomes one line."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # mail holds characters that a terminal of another encoding cannot show
        try:
            return super().invoke(ctx)
        except AssistantError as error:
            raise Refusal(error.message, error.hint) from error
        except click.UsageError as error:
            raise Refusal(error.format_message(), _how_to_ask(error.ctx or ctx)) from error


def _how_to_ask(ctx: click.Context) -> str:
    return f"See: {ctx.command_path} --help"


@click.command(cls=Commands)
@click.version_option(__version__, prog_name="assistant")
def main() -> None:
    """Leave follow-up drafts for your interviews in your own mailbox. Nothing is ever sent."""
