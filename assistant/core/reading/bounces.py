"""Delivery reports: a message in, whom it says mail cannot reach, or None.

Rules: a report of RFC 3464 says so in its own part; older and simpler ones are known by who writes them (the mailer
daemon, the postmaster) and by their words. A report that mail was delivered is no bounce.
"""

import re

from assistant.core.model import Address, Bounce, Me
from assistant.core.reading.charsets import decoded
from assistant.core.reading.headers import Fields, addresses, block, ids
from assistant.core.reading.mime import Part

MOST_RECIPIENTS = 50
LONGEST_REPORT = 60_000

# "mailer-daemon@", "postmaster@", "MAILER-DAEMON@", "maildelivery@"
_DAEMON = re.compile(
    r"(?:mailer-?_?daemon|mail-?daemon|postmaster|mail-?delivery(?:-?(?:system|subsystem))?|mailerdaemon|bounces?|uucp|mmdf|smtp|smtpd|mdaemon|qmail|maiser|mailadm(?:in)?|mail\.administrator|nobody-bounce)(?:[+=_.-][^@]{0,200})?@",
    re.I,
)
# those that write nothing else
_ROBOT = re.compile(r"(?:mailer-?_?daemon|mail-?daemon|mdaemon|postmaster)(?:[+=_.\\-][^@]{0,200})?@", re.I)
_READ = re.compile(r"(?:read|gelesen|lu|leído|letto|not read|delivered|relayed|expanded)\s?:", re.I)  # "Read: Data Analyst"
_ANSWER = re.compile(r"\s{0,5}(?:re|aw|fwd?|wg|sv|tr)\s?:", re.I)
_DAEMON_NAME = re.compile(
    r"mail(?:er)?[ -]?(?:delivery|daemon|administrator|router)|postmaster|delivery (?:sub)?system|system administrator|microsoft (?:outlook|exchange)|internet mail",
    re.I,
)
# "Undeliverable: Data Analyst", "Mail delivery failed: returning message to sender", "Unzustellbar: ..."
_SUBJECT = re.compile(
    r"(?:undeliver(?:able|ed)|undelivery|non[- ]?deliver(?:y|able)|delivery (?:status )?(?:notification|failure|report|has failed|error|problem|fehler)|mail (?:delivery (?:failed|failure|system|status|warning|problem|error)|system error|error|failure|could not be)"
    r"|(?:permanent |e?mail |message )?delivery (?:failure|failed|problem)|failed (?:mail|delivery)|failure notice|failure delivery|mail failed|delivery warning|returned (?:mail|e?mail|message|to sender)|warning: (?:could not send|message|mail|e-?mail)|message (?:delivery (?:failure|failed|status|error)|could not be delivered|not delivered)"
    r"|could not (?:send|deliver)|unable to deliver|error sending|(?:your )?(?:message|mail|e-?mail) (?:could not be|was not|has not been|to .{1,100} (?:could not|was not)|rejected|blocked|returned)|nondeliverable|rejected mail|user unknown|unknown (?:user|recipient|address)|invalid (?:recipient|address)|address not found|recipient (?:unknown|not found)"
    r"|unzustellbar|nicht zustellbar|mail konnte nicht|non remis|échec de (?:la )?remise|notification d'état de remise|message non (?:remis|distribu|délivr)|no se puede entregar|no entregado|mensaje no (?:entregado|enviado)|error de entrega|impossibile recapitare|mancato recapito|onbestelbaar|niet (?:bezorgd|afgeleverd)|não entregue|mensagem não (?:entregue|enviada)|falha na entrega|kan inte leverera|olevererbart|ej levererbar|returneret|niedostarczon|недоставлен|无法投递|配信不能)",
    re.I,
)
# what such letters say: "550 5.1.1 user unknown", "The following address(es) failed", "could not be delivered"
_WORDS = re.compile(
    r"\b5\.\d{1,3}\.\d{1,3}\b|\b55\d[ -]|address(?:es)? (?:failed|not found|had (?:permanent )?(?:fatal|delivery))|(?:could|can)(?: ?not|n't) be (?:delivered|reached|found)|couldn't be delivered|wasn't (?:delivered|found)|unable to deliver|undeliver|user unknown|unknown user|no such (?:user|address|recipient)"
    r"|mailbox (?:unavailable|is full|full|not found|disabled)|over quota|quota exceeded|delivery (?:failed|failure|attempts)|permanent (?:fatal )?error|not (?:been )?delivered|account (?:has been )?(?:disabled|does not exist)|does(?: not|n't) exist|host (?:unknown|not found)|message (?:was )?(?:rejected|returned)|returning (?:the )?(?:message|mail)|this is the mail system|(?:cannot|could not|unable to) (?:be )?deliver|(?:mail|message) (?:has been|was|is being) (?:returned|bounced|blocked|rejected)|no valid recipients|has been postponed|attempting to deliver|returned (?:to you )?because|unzustellbar|nicht zugestellt|n'a pas pu|无法(?:发送|送达|投递)|投递失败",
    re.I,
)
_LATER = re.compile(
    r"\bdelayed\b|will (?:be retried|keep trying|retry|continue to (?:try|be retried))|do not need to resend|not yet been delivered|still (?:being|in the queue)|could not be delivered (?:yet|for the last)|warning: (?:could not send|message)|delivery delay",
    re.I,
)
# "Final-Recipient: rfc822; rmistry@hartley.example" and its kin in reports (RFC 3464 section 2.3), and X-Failed-Recipients
_RECIPIENT = re.compile(r"^(?:final|original)-recipient:\s{0,20}(?:[\w-]{1,30}\s{0,5};)?\s{0,20}<?([^\s<>;,]{1,250}@[^\s<>;,]{1,250})", re.I | re.M)
_ACTION = re.compile(r"^action:\s{0,20}(\w{1,30})", re.I | re.M)
_MESSAGE_ID = re.compile(r"^[>\s]{0,10}message-id:\s{0,20}(<[^<>\s]{1,900}>)", re.I | re.M)
_TO = re.compile(r"^[>\s]{0,10}(?:to|resent-to):[^\n]{0,300}?([\w.+=!#$%&'*/?^`{|}~-]{1,100}@[\w.-]{1,200}\w)", re.I | re.M)
_ADDRESS = re.compile(r"(?<![\w.+=-])([\w.+=!#$%&'*/?^`{|}~-]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,100}){1,6})")
# where the returned mail begins in a report that is all text
_RETURNED = re.compile(
    r"^(?:[-_= ]{0,40}(?:this is a copy of the message|original message|returned message|below this line|message (?:header|text|follows)|unsent message|included is|the header of|a copy of|start of returned|received header|copy of (?:the )?message|original mail)|received: |return-path: |from: |message-id: |>? ?subject: |mime-version: )",
    re.I | re.M,
)


def bounce(fields: Fields, sender: Address, subject: str, parts: tuple[Part, ...], text: str, me: Me) -> Bounce | None:
    """Return what a delivery report says, or None for any other message."""
    report = "\n".join(_plain(part) for part in parts if part.kind in ("message/delivery-status", "message/global-delivery-status"))
    actions = {action.lower() for action in _ACTION.findall(report)}
    if actions and actions <= {"delivered", "relayed", "expanded"}:
        return None  # delivered, relayed, expanded: no bounce
    if not (report or _says_so(fields, sender, subject, text)):
        return None
    returned = "\n".join(_plain(part) for part in parts if part.kind in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global"))
    late = "failed" not in actions and ("delayed" in actions or bool(_LATER.search(f"{subject}\n{text[:4000]}")))
    return Bounce(recipients=_recipients(fields, report, returned, text, me), original_id=_original(fields, returned, text), permanent=not late)


def is_daemon(sender: Address, fields: Fields) -> bool:
    """Is it a mail system that writes, not a person?"""
    return bool(_DAEMON.match(sender.email) or _DAEMON_NAME.search(sender.name)) or fields.first("return-path").strip() == "<>"


def _says_so(fields: Fields, sender: Address, subject: str, text: str) -> bool:
    if fields.has("x-failed-recipients", "x-ms-exchange-message-is-ndr"):
        return True
    if _ROBOT.match(sender.email):
        return bool(_SUBJECT.search(subject) or _WORDS.search(text[:6000])) or not _READ.search(subject)
    if is_daemon(sender, fields):
        return bool(_SUBJECT.match(subject) or _WORDS.search(text[:6000]))
    return bool(_SUBJECT.search(subject) and _WORDS.search(text[:1500])) and not _ANSWER.match(subject)


def _plain(part: Part) -> str:
    return decoded(part.body[:LONGEST_REPORT], part.charset).replace("\r\n", "\n")


def _recipients(fields: Fields, report: str, returned: str, text: str, me: Me) -> tuple[str, ...]:
    """Return the addresses that failed, the surest source first."""
    head = text[:LONGEST_REPORT]
    cut = _RETURNED.search(head)
    sources = (
        [*_RECIPIENT.findall(report), *_ADDRESS.findall(" ".join(fields.every("x-failed-recipients")))],
        _RECIPIENT.findall(head),
        _ADDRESS.findall(head[: cut.start()] if cut else head[:3000]),
        [address.email for address in addresses(_header(returned).first("to"))] or _TO.findall(head),
    )
    for source in sources:
        kept = dict.fromkeys(address.lower().strip(".'\"") for address in source if not _is_ours(address, me))
        if kept:
            return tuple(kept)[:MOST_RECIPIENTS]
    return ()


def _is_ours(address: str, me: Me) -> bool:
    return me.wrote_from(address) or bool(_ROBOT.match(address))


def _header(returned: str) -> Fields:
    return block(returned.encode("utf-8", "replace")[:LONGEST_REPORT])[0]


def _original(fields: Fields, returned: str, text: str) -> str:
    """Return the Message-ID of the mail that came back."""
    found = (
        ids(_header(returned).first("message-id"))
        or tuple(_MESSAGE_ID.findall(returned))
        or ids(fields.first("in-reply-to"))
        or tuple(_MESSAGE_ID.findall(text[:LONGEST_REPORT]))
    )
    return found[0] if found else ""
