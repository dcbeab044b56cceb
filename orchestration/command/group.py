"""The group of commands. A module of this package that defines ``command`` is a command: adding one is one file."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import click

from orchestration.command.errors import CommandError, as_command_error

FOLDER = Path(__file__).parent


class Commands(click.Group):
    """Finds its commands in the files of this folder and imports only the one that runs.

    The help of the group is read from the source (the first paragraph of ``command``'s docstring), so that
    ``taizhang --help`` costs no import of what the commands need.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in alphabetical order."""
        return sorted(_name(path) for path in FOLDER.glob("*.py") if _summary(path) is not None)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command; None when there is none of that name."""
        path = FOLDER / f"{cmd_name.replace('-', '_')}.py"
        if not path.is_file() or _summary(path) is None:
            return None
        found: click.Command = import_module(f"orchestration.command.{path.stem}").command
        found.name = cmd_name
        found.options_metavar = "[选项]"
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write one line per command without importing any."""
        summaries = {_name(path): _summary(path) for path in FOLDER.glob("*.py")}
        rows = [(name, text) for name, text in sorted(summaries.items()) if text is not None]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one ends with the names that there are."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise CommandError(f"没有命令“{args[0]}”。现有：{'、'.join(self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what it did not expect becomes one line and an exit code."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            raise as_command_error(error) from error


def _name(path: Path) -> str:
    return path.stem.replace("_", "-")


def _summary(path: Path) -> str | None:
    """Return the one-line help of the command that a file defines, None when it defines none."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name == "command":
            return (ast.get_docstring(node) or "").split("\n", 1)[0].rstrip("。")
    return None
