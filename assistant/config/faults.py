"""What is wrong in the settings file, in words: each fault with its place and what to type.

Takes pydantic's findings; gives one line for each.
"""

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assistant.config.tables import FileTables, ImapTable, MaildirTable, MeTable, RulesTable, StateTable, WhenTable

_TYPE = {
    "me": '[me] with name = "Priya Natarajan" and addresses = ["priya@mail.example"]',
    "me.name": 'name = "Priya Natarajan"',
    "me.addresses": 'addresses = ["priya@mail.example"]',
    "mailbox": '[mailbox] with kind = "imap" or kind = "maildir"',
    "mailbox.kind": 'kind = "imap" or kind = "maildir"',
    "mailbox.path": 'path = "~/Maildir"',
    "mailbox.host": 'host = "imap.mail.example"',
    "mailbox.user": 'user = "priya@mail.example"',
    "mailbox.port": "port = 993",
    "mailbox.security": 'security = "tls" or "starttls"',
    "mailbox.cafile": 'cafile = "~/own-ca.pem"',
    "mailbox.password_command": 'password_command = "pass show mail"',
    "mailbox.password_env": 'password_env = "MAIL_KEPT"',
    "mailbox.password_file": 'password_file = "~/.mail-password"',
    "when.timezone": 'timezone = "America/Toronto"',
    "when.country": 'country = "CA"',
    "when.region": 'region = "ON"',
    "when": 'country = "CA" and region = "ON"',
    "when.month_first": "month_first = true or false",
    "state.folder": 'folder = "~/.local/state/followup-assistant"',
}
_KEPT = 'password_command = "pass show mail", or password_env = "MAIL_KEPT", or password_file = "~/.mail-password"'


def faults(error: ValidationError) -> list[str]:
    """Return every fault that was found."""
    return [_fault(detail) for detail in error.errors(include_url=False)]


def _fault(detail: ErrorDetails) -> str:
    """Return one fault: its place, what is wrong there, and what to type."""
    tagged = [part for part in detail["loc"] if isinstance(part, str)]
    place = ".".join(part for number, part in enumerate(tagged) if number != 1 or tagged[0] != "mailbox" or part not in {"imap", "maildir"})
    said = _said(detail, place)
    if detail["type"].startswith("union_tag"):
        place = "mailbox.kind"
    typed = _KEPT if "password is" in said else _TYPE.get(place) or _number(place)
    return f"{place}: {said}" + (f" (type {typed})" if typed and detail["type"] != "extra_forbidden" else "")


def _number(place: str) -> str:
    name = place.removeprefix("rules.")
    return f"{name} = {RulesTable.model_fields[name].default}" if name in RulesTable.model_fields else ""


def _said(detail: ErrorDetails, place: str) -> str:
    match detail["type"]:
        case "missing" | "union_tag_not_found":
            return "is missing"
        case "extra_forbidden":
            near = get_close_matches(place.rpartition(".")[2], _known(place.rpartition(".")[0]), 1)
            return "is not known here" + (f"; did you mean {near[0]}?" if near else "")
        case "union_tag_invalid":
            return f"there is no such kind, {detail['input'].get('kind')!r}"
        case "value_error":
            return str(detail["ctx"]["error"])
        case _:
            return detail["msg"][:1].lower() + detail["msg"][1:]


def _known(table: str) -> list[str]:
    tables: dict[str, type[BaseModel]] = {"": FileTables, "me": MeTable, "when": WhenTable, "rules": RulesTable, "state": StateTable}
    if table == "mailbox":
        return [*ImapTable.model_fields, *MaildirTable.model_fields]
    return list(tables[table].model_fields)
