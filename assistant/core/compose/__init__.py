"""Step -> Draft: the words, ready to be sent as they stand.

Takes a step, its application, the user, the settings and the texts of the templates (by name, as `assistant.templates`
reads them); gives a Draft, or Missing with what it lacks. Its rules (RULES.md R1, R3, R6, R7, "The draft and its user"):

- No placeholder, no bracket, no invented fact; a sentence whose fact is missing is left out.
- Words rest on facts alone: the same step reads the same at every pass.
- Nothing of the reasons ("why", quotes) goes into the text.

`names`, `people` and `manner`: how people are greeted and how the user signs. `wording`: roles, firms and days in prose.
`specifics`: the one thing to speak of. `facts`: all of it, for the letters. `letters`: the templates and which letter a
step gets. `envelope`: subject, references, bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.core.compose.envelope import answered, is_addressable, message_id, own_address, references, rfc5322, subject
from assistant.core.compose.facts import Facts, facts
from assistant.core.compose.letters import LetterError, letter, letter_number
from assistant.core.compose.people import shown_name
from assistant.core.model import Address, Application, Draft, Me, Settings, Step, StepKind

__all__ = ["Facts", "Missing", "answered", "draft", "message_id", "own_address", "rfc5322"]


@dataclass(frozen=True, slots=True)
class Missing:
    """A draft that cannot stand, and what it lacks, in a line for the user."""

    step: Step
    what: str


def draft(step: Step, application: Application, me: Me, settings: Settings, templates: Mapping[str, str], *, discussed: str = "") -> Draft | Missing:
    """The step's draft. `discussed`: what was talked about, in the user's words (R14), "" where they told nothing."""
    to = step.to
    if not to or step.held:
        return Missing(step, step.held or "nobody to write to is known")
    lack = lacking(step, to, application, me)
    if lack:
        return Missing(step, lack)
    said = facts(step, to, application, me, settings, discussed=discussed)
    which = template_name(step, said)
    try:
        body = letter(templates[which], letter_number(step, application, templates, which), said)
    except LetterError as error:
        return Missing(step, f"the template {which} cannot be used: {error}")
    ids = references(step, application)
    whom = Address(to.email, to.name or shown_name(to, application))
    name = message_id(step.key, own_address(step, application, me))
    return Draft(step, application.id, (whom,), subject(step, application), ids[-1] if ids else "", ids, body, message_id=name)


def lacking(step: Step, to: Address, application: Application, me: Me) -> str:
    """What no letter can do without; "" where all is there."""
    if not is_addressable(to.email):
        return f"no mail can be addressed to {to.email!r}"
    if not is_addressable(own_address(step, application, me).email):
        return "no address of your own is known that the mail could come from"
    if not me.name.strip():
        return "your own name is not known, so that the draft cannot be signed"
    if step.kind is StepKind.THANK_YOU and not step.interview:
        return "which interview it thanks for is not known"
    return ""


def template_name(step: Step, said: Facts) -> str:
    """The step's own template; whoever had a hand in an interview without being in it is thanked in other words."""
    return "thank_you_for_helping" if step.kind is StepKind.THANK_YOU and not said.met else step.kind.value
