"""`assistant answer ID yes|no`: say whether what was asked about is a job of yours. It is remembered; the next pass acts on it."""

import re
from pathlib import Path

import click

from assistant.config import load, standard_path
from assistant.errors import ConfigError
from assistant.store import Store


@click.command()
@click.argument("question")
@click.argument("said", type=click.Choice(["yes", "no"]))
@click.option("--config", "path", type=click.Path(path_type=Path), help="Your settings, a TOML file. Left out: the one in your own settings folder.")
def answer(question: str, said: str, path: Path | None) -> None:
    """Answer a question that a pass asked: is this about a job of yours?"""
    if not re.fullmatch(r"[0-9a-f]{12}", question):
        raise ConfigError(f"{question!r} is the name of no question", "Type the one that the pass printed, such as: assistant answer 3f2a9c01b7de yes")
    with Store(load(path or standard_path()).state) as store:
        store.answer(question, yes=said == "yes")
    click.echo("Kept. The next pass acts on it.")
