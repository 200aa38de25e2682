"""The user's letters: their text, and which of them a step gets.

A template holds one letter or several, with a line of `---` between them; a letter is text with facts ({{ name }}) and
conditions ({% if by %}). Rules: the same step gets the same letter at every pass; people of one interview get different
ones; a letter can do nothing but say facts, so that a template of the user's own cannot do harm or run for ever.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.core.compose.facts import Facts
from assistant.core.model import Application, Interview, Kind, Standing, Step

SEPARATOR = re.compile(r"^---[ \t]*$", re.MULTILINE)
LONGEST_TEMPLATE = 40_000  # characters
# "[their name]", "<date>", "{{ name }}", "TODO": no letter leaves with one
PLACEHOLDER = re.compile(r"\[[^\]\n]{0,200}\]|<[^>@\n]{0,200}>|\{\{|\}\}|\{%|\bTODO\b|\bXX+\b")
SIBLING_DAYS = 4  # letters that wait side by side: 72 hours, and a little

# What a letter may be made of. No loops, calls or arithmetic: `"x" * 10**10` would fill the memory.
ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.If, nodes.And, nodes.Or, nodes.Not, nodes.Compare,
    nodes.Operand, nodes.CondExpr,
)  # fmt: skip


class LetterError(Exception):
    """A template that cannot be used, and why."""


def letter(template: str, number: int, facts: Facts) -> str:
    """The finished text of the letter with this number (counted round). Raises LetterError."""
    several = letters(template)
    try:
        text = compiled(several[number % len(several)]).render(asdict(facts))
    except jinja2.TemplateError as error:
        raise LetterError(str(error)) from error
    tidy = tidied(text)
    left = PLACEHOLDER.search(tidy)
    if left:
        raise LetterError(f"it would still say {left.group()!r}")
    return tidy


@lru_cache(maxsize=32)
def letters(template: str) -> tuple[str, ...]:
    """The letters in a template, each of them harmless. Raises LetterError."""
    if len(template) > LONGEST_TEMPLATE:
        raise LetterError(f"it is longer than {LONGEST_TEMPLATE} characters")
    several = tuple(part.strip() for part in SEPARATOR.split(template) if part.strip())
    if not several:
        raise LetterError("it is empty")
    for one in several:
        check(one)
    return several


@lru_cache(maxsize=128)
def compiled(text: str) -> jinja2.Template:
    """A letter made ready. The same text is met at every pass."""
    return ENVIRONMENT.from_string(text)


def check(text: str) -> None:
    """Raise LetterError where a letter is more than text, facts and conditions."""
    try:
        tree = ENVIRONMENT.parse(text)
    except jinja2.TemplateSyntaxError as error:
        raise LetterError(f"line {error.lineno}: {error.message}") from error
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, ALLOWED):
            raise LetterError(f"line {node.lineno}: only facts and conditions may stand in a letter")


def tidied(text: str) -> str:
    """Without the gaps that left-out sentences leave."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=False)  # plain text, no HTML


# ---------------------------------------------------------------- which letter


def letter_number(step: Step, application: Application, templates: Mapping[str, str], template: str) -> int:
    """Which of the template's letters this step gets: fixed by what it rests on, never by chance or by the hour."""
    count = len(letters(templates[template]))
    whom = step.to.email if step.to else ""
    if step.interview:
        return dealt(application, count).get((round_name(step.interview), whom), seed(step.key) % count)
    earlier = [e for e in application.events if e.kind is Kind.CHECKED_IN and e.at < step.due]
    return (seed(whom) + len(earlier)) % count


def dealt(application: Application, count: int) -> dict[tuple[str, str], int]:
    """A letter for each person of each held interview: no two alike side by side, nor twice to the same person while others are left."""
    held = sorted((i for i in application.interviews if i.standing is Standing.HELD), key=lambda i: (i.start, i.key))
    given: list[tuple[dt.datetime, str, int]] = []
    found: dict[tuple[str, str], int] = {}
    for interview in held:
        for whom in sorted({p.email for p in interview.people if p.email}):
            near = {n for at, _, n in given if interview.start - at < dt.timedelta(days=SIBLING_DAYS)}
            before = {n for _, who, n in given if who == whom}
            order = [(seed(round_name(interview)) + k) % count for k in range(count)]
            number = min(order, key=lambda n: (n in near, n in before, order.index(n)))
            given.append((interview.start, whom, number))
            found[round_name(interview), whom] = number
    return found


def round_name(interview: Interview) -> str:
    """What tells this interview from others, whatever its time."""
    return interview.key or interview.uid or interview.message


def seed(text: str) -> int:
    """A number that is the same in every run (Python's own hash is not)."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:4], "big")
