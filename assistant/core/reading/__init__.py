"""The reading room: the bytes of a message in, a Message out.

`message` never raises, whatever the bytes; None only where there is not even a header block, or the mailbox could
not hand the message out. Everything that later rooms know of a mail stands in the Message; they never see the bytes.
"""

import hashlib
import re
from zoneinfo import ZoneInfo

from assistant.core.model import Address, Bounce, CalendarEvent, Me, Message, RawMessage, Role
from assistant.core.reading import body, bounces, calendar, headers, mime, quotes, signature
from assistant.core.reading import sort as sorting
from assistant.core.reading.body import Body
from assistant.core.reading.headers import DRAFT_HEADER, Fields
from assistant.core.reading.mime import Part
from assistant.core.reading.sort import Facts

__all__ = ["DRAFT_HEADER", "message"]

# "mx.mail.example; dkim=pass ...; dmarc=fail (p=NONE) header.from=northwind.example" (RFC 8601)
_DMARC_FAIL = re.compile(r"\bdmarc\s{0,5}=\s{0,5}fail\b", re.I)
_MOST_REFERENCES = 100
_LONGEST_SUBJECT = 1000


def message(raw: RawMessage, me: Me, zone: ZoneInfo) -> Message | None:
    """Return the message behind `raw`, or None where it cannot be read at all."""
    fields, start = headers.block(raw.data)
    if raw.fault or not fields.pairs:
        return None
    parts = mime.parts(raw.data, fields, start)
    shown = body.read(parts)
    return _joined(raw, fields, parts, shown, _events(shown, zone), me)


def _events(shown: Body, zone: ZoneInfo) -> tuple[CalendarEvent, ...]:
    """Return the events of all invitations; the same one, attached a second time as a file, counts once."""
    found: dict[tuple[str, str, str], CalendarEvent] = {}
    for text, method in shown.invitations:
        for number, event in enumerate(calendar.events(text, method, zone)):
            found.setdefault((event.uid or str(number), event.recurrence_id, event.method), event)
    return tuple(found.values())


def _joined(raw: RawMessage, fields: Fields, parts: tuple[Part, ...], shown: Body, events: tuple[CalendarEvent, ...], me: Me) -> Message:
    sender, subject = _sender(fields), headers.words(fields.first("subject")[:4000])[:_LONGEST_SUBJECT]
    words = quotes.split(shown.text, subject)
    text, signed = signature.split(words.own, sender.name)
    bounce = bounces.bounce(fields, sender, subject, parts, shown.text, me)
    facts = Facts(
        fields=fields,
        sender=sender,
        reply_to=headers.addresses(fields.first("reply-to")),
        subject=subject,
        text=text,
        whole=words.own,
        signature=signed,
        quoted=words.quoted,
        calendar=events,
        bounced=bounce is not None,
        receipt=any(part.kind == "message/disposition-notification" for part in parts),
    )
    nested = "" if bounce else shown.nested  # what a report brings back is no history
    quoted = "\n\n".join(part for part in (words.quoted, nested) if part)
    return _message(raw, me, facts, shown, bounce, quoted, words.forwarded or bool(nested))


def _message(raw: RawMessage, me: Me, facts: Facts, shown: Body, bounce: Bounce | None, quoted: str, forwarded: bool) -> Message:
    fields, sender = facts.fields, facts.sender
    authentic = not _DMARC_FAIL.search(fields.first("authentication-results"))
    return Message(
        id=_id(raw, fields),
        at=headers.date(fields, raw.received_at),
        role=raw.ref.role,
        outgoing=(authentic and me.wrote_from(sender.email)) or raw.ref.role is Role.SENT,
        sort=sorting.sort(facts),
        sender=sender,
        to=_all(fields, "to"),
        cc=_all(fields, "cc"),
        reply_to=facts.reply_to,
        on_behalf=_on_behalf(fields, sender),
        subject=facts.subject,
        in_reply_to=next(iter(headers.ids(fields.first("in-reply-to"))), ""),
        references=_references(fields),
        text=facts.text,
        quoted=quoted,
        forwarded=forwarded,
        signature=facts.signature,
        calendar=facts.calendar,
        bounce=bounce,
        attachments=shown.attachments,
        links=shown.links,
        list_id=headers.words(fields.first("list-id")),
        unsubscribe=fields.has("list-unsubscribe"),
        no_reply=sorting.no_reply(facts),
        authentic=authentic,
        draft_key=headers.words(fields.first(DRAFT_HEADER.lower())),
        ref=raw.ref,
        bcc=_all(fields, "bcc"),
    )


def _sender(fields: Fields) -> Address:
    """Return the first of From; without one, of Sender or Return-Path."""
    for name in ("from", "sender", "return-path"):
        found = headers.addresses(fields.first(name))
        if found:
            return found[0]
    return Address(email="", name=headers.words(fields.first("from"))[:200])


def _all(fields: Fields, name: str) -> tuple[Address, ...]:
    """Return the addresses of all fields of this name, each mailbox once."""
    found = {address.email: address for value in reversed(fields.every(name)) for address in reversed(headers.addresses(value))}
    return tuple(reversed(found.values()))


def _on_behalf(fields: Fields, sender: Address) -> Address | None:
    found = headers.addresses(fields.first("sender"))
    return found[0] if found and found[0].email != sender.email else None


def _references(fields: Fields) -> tuple[str, ...]:
    return tuple(dict.fromkeys(headers.ids(fields.first("references"))))[-_MOST_REFERENCES:]


def _id(raw: RawMessage, fields: Fields) -> str:
    """Return the Message-ID; a mail without one gets an id made from its content, the same on every pass."""
    found = headers.ids(fields.first("message-id"))
    if found:
        return found[0]
    digest = hashlib.sha256(raw.data[:100_000]).hexdigest()[:32]
    return f"<{digest}@no-id.invalid>"
