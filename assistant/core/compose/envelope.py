"""A draft's place in its conversation, and its bytes (RFC 5322).

Takes a step or a draft; gives subject, references, the user's own address, and the whole message with CRLF lines.
Rules: the subject is the thread's own with exactly one "Re: " (Gmail joins a draft by subject and References); the same
step gives the same Message-ID, so that a draft placed twice is seen to be one.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from assistant.core.compose.names import bare
from assistant.core.compose.wording import role_phrase, role_said
from assistant.core.model import Address, Application, Draft, Me, Message, Step, StepKind
from assistant.core.reading.headers import DRAFT_HEADER

MOST_REFERENCES = 30

# "RE: ", "Fwd: ", "AW: ", "Re[2]: ", "回复：", and what gateways put before a subject: "[EXTERNAL] " (RFC 5256 section 2.1)
REPLY_MARK = re.compile(
    r"\s{0,5}(?:(?:re|fwd?|aw|wg|sv|vs|vb|tr|rv|antw|doorst|odp|pd|ynt|ilt|enc|res|r|i|回复|答复|转发|回覆|轉寄|返信|転送)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：]|\[[^\]]{1,40}\])",
    re.IGNORECASE,
)
# "<m7@mail.example>"
MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,900}>")
# "dana@northwind.example"
MAILBOX = re.compile(r"[!#-'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")


def answered(step: Step, application: Application) -> Message | None:
    """The message that the step answers."""
    return next((m for m in application.messages if step.reply_to and m.id == step.reply_to), None)


def subject(step: Step, application: Application) -> str:
    """The subject: "Re: " and the thread's subject; where a conversation begins, one of its own."""
    origin = answered(step, application)
    return f"Re: {base_subject(origin.subject)}".strip() if origin else new_subject(step.kind, role_said(application.role))


def base_subject(text: str) -> str:
    """A subject without what replying and forwarding put before it; an invitation's own words stay."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    start = 0
    while mark := REPLY_MARK.match(line, start):
        start = mark.end()
    return line[start:].strip()


def new_subject(kind: StepKind, role: str) -> str:
    """What a person would write above a first mail."""
    with_role = {
        StepKind.THANK_YOU: f"Thank you - {role.partition(',')[0]} interview",
        StepKind.CHECK_IN: role_phrase(role),
        StepKind.CLOSING_THANKS: f"Thank you - {role_phrase(role)}",
        StepKind.KEEP_IN_TOUCH: f"Keeping in touch - {role.partition(',')[0]}",
    }
    without = {
        StepKind.THANK_YOU: "Thank you for our conversation",
        StepKind.CHECK_IN: "Our conversation",
        StepKind.CLOSING_THANKS: "Thank you",
        StepKind.KEEP_IN_TOUCH: "Keeping in touch",
    }
    return with_role[kind] if role else without[kind]


def references(step: Step, application: Application) -> tuple[str, ...]:
    """The ids of the conversation, oldest first, ending with the answered one (RFC 5322 section 3.6.4)."""
    origin = answered(step, application)
    before = (origin.references or ((origin.in_reply_to,) if origin.in_reply_to else ())) if origin else ()
    whole = list(dict.fromkeys(i for i in (*(r for r in before if r != step.reply_to), step.reply_to) if MESSAGE_ID.fullmatch(i)))
    return tuple(whole if len(whole) <= MOST_REFERENCES else [whole[0], *whole[1 - MOST_REFERENCES :]])


def own_address(step: Step, application: Application, me: Me) -> Address:
    """The user's address in this conversation: where the answered mail went, else from where they last wrote in this application."""
    origin = answered(step, application)
    written = [m.sender.email for m in reversed(application.messages) if m.outgoing]
    reached = [a.email for m in reversed(application.messages) for a in m.recipients if not m.outgoing]
    here = ([origin.sender.email] if origin.outgoing else [a.email for a in origin.recipients]) if origin else []
    mine = (plain(email, me, written) for email in (*here, *written, *reached) if me.wrote_from(email))
    return Address(next(mine, min(me.addresses, default="")), me.name)


def plain(email: str, me: Me, written: Iterable[str]) -> str:
    """Without a +tag, unless the user writes with it: mail can be read at a plus-address that it cannot be sent from."""
    local, _, domain = email.lower().partition("@")
    return email.lower() if email.lower() in {*me.addresses, *(w.lower() for w in written)} else f"{local.partition('+')[0]}@{domain}"


def is_addressable(email: str) -> bool:
    """Can a mail be addressed to it (RFC 5321, without quoted and international local parts)?"""
    return MAILBOX.fullmatch(email) is not None and ".." not in email and not email.startswith(".") and ".@" not in email


# ---------------------------------------------------------------- bytes


def message_id(key: str, own: Address) -> str:
    """The Message-ID of a step's draft: the same whenever it is written."""
    domain = own.email.rpartition("@")[2]
    return f"<{hashlib.sha256(f'{key} {own.email}'.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}@{domain}>"


def rfc5322(draft: Draft, own: Address, at: dt.datetime, mark: str) -> bytes:
    """The draft as a whole message from the user's address `own`. `mark`: the value of our own header (`ledger.header`), in ASCII."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = mailbox(own)
    mail["To"] = [mailbox(a) for a in draft.to]
    if draft.cc:
        mail["Cc"] = [mailbox(a) for a in draft.cc]
    mail["Subject"] = draft.subject
    mail["Date"] = format_datetime(at)
    mail.set_content(draft.body, cte="quoted-printable")
    ours = [("Message-ID", message_id(draft.step.key, own)), (DRAFT_HEADER, mark)]
    if draft.in_reply_to:
        ours += [("In-Reply-To", draft.in_reply_to), ("References", "\r\n ".join(draft.references))]
    # By hand: the library would take a long id apart into encoded words, and no client would know it again.
    return "".join(f"{name}: {value}\r\n" for name, value in ours).encode("ascii", "replace") + mail.as_bytes()


def mailbox(address: Address) -> HeaderAddress:
    """An address for a header line, its name without asides and emoji."""
    return HeaderAddress(display_name=bare(address.name), addr_spec=address.email)
