"""By whom or what a message was written: its fields and words in, a Sort out.

The order of the questions is the rule: a delivery report, an absence, mass mail, a person behind a system, an invitation
without words of its own, a machine; what is left was written by a person.
"""

import re
from dataclasses import dataclass

from assistant.core.model import Address, CalendarEvent, Method, Sort
from assistant.core.reading import names
from assistant.core.reading.headers import Fields
from assistant.core.reading.services import RELAY_ADDRESS, Nature, Service, service


@dataclass(frozen=True, slots=True)
class Facts:
    """What the sort of a message is judged by."""

    fields: Fields
    sender: Address
    reply_to: tuple[Address, ...]
    subject: str
    text: str  # the writer's own words
    whole: str  # all that the message shows, footers and signature included, history not
    signature: str
    quoted: str
    calendar: tuple[CalendarEvent, ...]
    bounced: bool
    receipt: bool  # a disposition notification (RFC 8098)


# "Automatic reply: Data Analyst", "Out of Office AutoReply: ...", "Automatische Antwort: ...", "Réponse automatique : ..."
_AUTO_SUBJECT = re.compile(
    r"(?:\[?auto(?:matic|mated|matisch|mática|)[ -]?(?:re(?:ply|sponse|sponder)|answer)|auto ?[:=]|out[- ]of[- ](?:the[- ])?office[- ]auto|vacation (?:re(?:ply|sponse)|auto)|automatische (?:antwort|rückantwort)|abwesenheits(?:notiz|meldung|benachrichtigung|assistent)"
    r"|réponse automatique|respuesta autom[aá]tica|risposta automatica|automatisch antwoord|resposta autom[aá]tica|autosvar|automati(?:sk|skt) svar|automaattinen vastaus|autoodpowiedź|automatyczna odpowiedź|automatická odpověď|automatikus válasz|otomatik yanıt|автоответ|автоматический ответ|自動応答|自动答复|自動回覆)",
    re.I,
)
# "Out of office: Re: Data Analyst", "Away: Data Analyst", "Abwesend: ...", "Absent du bureau : ..."
_ABSENT_SUBJECT = re.compile(
    r"(?:i(?:'m| am) )?(?:(?:currently )?(?:out[- ]of[- ](?:the[- ])?office|ooo\b|away(?: from (?:the |my )?(?:office|mail|desk|e-?mail))?|on (?:annual |parental |maternity |paternity |sick )?(?:leave|vacation|holiday)|vacation|(?:on )?holiday(?= ?(?:[:-]|$|notice|reply)))|abwesen(?:d|heit)|nicht im (?:büro|haus)|absen(?:t|ce|te)(?: d[ue] bureau)?|fuera de (?:la )?oficina|ausente|ausência|fuori (?:ufficio|sede)|assente|afwezig(?:heid)?|frånvar(?:o|ande)|fravær(?:ende)?|poza biurem|nieobecn)",
    re.I,
)
# the first words of an absence notice without any mark in its headers
_ABSENCE = re.compile(
    r"\b(?:i(?:'m|’m| am| will be|'ll be|’ll be| have been)|we are|currently|(?:she|he|they) (?:is|are)) (?:now |currently |presently |still )?(?:out of (?:the )?(?:office|country)|away(?: from (?:the |my )?(?:office|desk|e-?mail|computer))?(?: until| till| from| on|\.|,| and| with)|on (?:[a-z]{2,12} )?(?:leave|vacation|holidays?)|travell?ing|out (?:until|till|from|this week|all week|today|sick)|offline|without (?:e-?mail|internet)|off (?:work|until|till)|not (?:in the office|at work|available))"
    r"|\bno longer (?:work(?:s|ing)?|with|employed|at)\b|\bhave left the company\b|\bout of office\b|\bout-of-office\b|\bon (?:annual|parental|maternity|paternity|sick|medical) leave\b|nicht im (?:büro|haus)|\babwesend\b|im urlaub|absent(?:e)? (?:du bureau|jusqu)|en congés?\b|fuera de (?:la )?oficina|de vacaciones|fuori (?:ufficio|sede)|in ferie|niet aanwezig|op vakantie|afwezig|fora do escritório|de férias",
    re.I,
)
# what such a notice goes on with
_RETURN = re.compile(
    r"\b(?:(?:i(?:'ll| will|'m|’m|’ll| am)|will) (?:be |get |come )?(?:back|return|respond|reply|answer)|(?:upon|on|after|when) (?:my|i) return|return(?:ing)? (?:on|to the office)|back (?:on|at (?:my|the)|in (?:the|my) office|from)|limited access|no access|in my absence|for (?:anything )?urgent|if (?:it is|it's|this is|your (?:matter|request|message) is) urgent|urgent (?:matters|enquiries|inquiries)|please (?:contact|write to|email|e-mail|reach out to|direct|forward)|will not be (?:read|forwarded|checking)|not (?:be )?checking|in dringenden|wieder (?:im|zurück|erreichbar)|en cas d'urgence|de retour|de vuelta|in caso di urgenza|terug op)\b",
    re.I,
)
_THANKS = re.compile(
    r"[^\n]{0,40}\s{0,4}(?:thank you|thanks|vielen dank|danke|merci|gracias|grazie|bedankt|obrigado)\b", re.I
)  # "Hello, thank you for your message."
# "This account is protected by ...": a challenge that the user must answer before their mail is let in
_CHALLENGE = re.compile(
    r"this (?:account|mailbox|e-?mail address) is protected|(?:confirm|verify) that you are (?:not a (?:spam|robot)|a (?:human|real) )|awaits? moderator approval|to (?:have|get) your (?:message|e-?mail) delivered|message (?:is being|has been) held (?:until|for|pending)",
    re.I,
)
# "Thank you for your e-mail. I will reply as soon as possible."
_RECEIPT = re.compile(
    r"thank(?:s| you) for (?:you|your|contacting|getting|writing|the|reaching)|(?:received|got) your (?:e-?mail|message|enquiry|inquiry)|as soon as (?:possible|i can|we can)",
    re.I,
)
# "no-reply@", "donotreply@", "jobs-noreply@", "noreply-jobs@"
_NO_REPLY = re.compile(
    r"(?:^|[._+-])(?:no-?_?\.?repl(?:y|ies)|do-?_?\.?not-?_?\.?reply|dont-?reply|noanswer|unattended|unmonitored|keine-?antwort|ne-?pas-?repondre|no-?responder|non-?rispondere)(?:$|[._+\d-])",
    re.I,
)
# addresses of machines: "notifications@", "mailer@", "receipts@", "reminders@", "order-update@"
_MACHINE = re.compile(
    r"(?:^|[._+-])(?:notifications?|notify|notifier|mailer|auto(?:mated|mailer|confirm|reply|responder)?|alerts?|reminders?|receipts?|billing|invoices?|statements?|news|newsletters?|digest|updates?|offers?|promos?|promotions?|marketing|deals|orders?|order-update|shipping|shipment|tracking|delivery|confirmations?|verify|verification|security|surveys?|feedback|system|robot|bot|daemon|bounces?|jobalerts?|job-alerts?|daily|weekly|subscriptions?|unsubscribe|listserv|majordomo|mailman|postmaster)(?:$|[+\d])",
    re.I,
)
# "This is an automated message", "sent from an unattended mailbox", "Replies will not be read", "Replies to this message are undeliverable"
_SYSTEM_FOOTER = re.compile(
    r"(?:this|the) (?:e-?mail|message|notification|mail|is an?)[^.\n]{0,60}\b(?:auto(?:matically|mated|-generated)|system[- ]generated|computer[- ]generated)|\bauto(?:matically|-)[ -]?(?:generated|sent)|system[- ]generated|\b(?:unattended|unmonitored|un-monitored|outgoing[- ]only|send[- ]only|notification[- ]only)\b[^.\n]{0,40}\b(?:mail ?box|e-?mail|address|account|inbox)|(?:mail ?box|address|inbox|account) (?:is|are) (?:not|un|never|no longer) ?(?:monitored|attended|checked|read)"
    r"|(?:isn't|isn’t|not being) monitored|repl(?:y|ies)(?: to (?:this|it)[^.\n]{0,40})? (?:will not|won't|won’t|cannot|can't|can’t|are not|is not|are|is) (?:be )?(?:read|answered|received|monitored|delivered|undeliverable|reviewed|responded)|we (?:cannot|can't|are unable to) (?:respond|reply) to (?:repl|e-?mails|messages)|diese (?:e-?mail|nachricht) wurde automatisch|(?:message|courriel|e-?mail) (?:est )?(?:généré|envoyé) automatiquement|mensaje (?:generado )?automático",
    re.I,
)
# "Please do not reply to this email", "DO NOT REPLY", "Bitte antworten Sie nicht auf diese E-Mail"
_DO_NOT_REPLY = re.compile(
    r"\b(?:do not|don't|don’t) (?:directly )?(?:reply|respond)\b(?! (?:if|unless|all|until))|bitte (?:antworten sie nicht|nicht (?:auf diese|antworten))|(?:merci de )?ne pas répondre|veuillez ne pas répondre|no responda|por favor,? no respond|non rispondere|niet (?:te )?(?:beantwoorden|antwoorden)|não responda",
    re.I,
)
_UNSUBSCRIBE_FOOTER = re.compile(
    r"\bunsubscribe\b|\bmanage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)\b|\bview (?:this )?(?:e-?mail )?in (?:your )?browser\b|\bopt[- ]out\b|\babmelden\b|\bse désabonner\b|\bdarse de baja\b",
    re.I,
)
_APPLICATION = re.compile(r"\b(?:appl(?:y|ying|ication)|candida(?:te|cy|ture)|cv|resume|résumé|vacancy)\b", re.I)
_REPLY_SUBJECT = re.compile(r"\s{0,5}(?:re|aw|sv|antw|rif|res|r|回复|答复|vs)(?:\[\d{1,3}\])?\s?[:：]", re.I)
_TWO_NAMES = re.compile(r"[a-z]{2,20}[._][a-z-]{2,30}")  # "dana.reyes@"
# what an acknowledgement says, whoever's name is above it
_ACKNOWLEDGED = re.compile(
    r"(?:\b(?:thank you|thanks) (?:so much |very much )?for (?:applying|your (?:application|interest|submission)|submitting|putting)|\b(?:has been|was|we(?:'ve|’ve| have)?) (?:successfully )?(?:received|got)(?: your)? application|application (?:\w{1,20} ){0,8}has been received|\bconfirms? (?:that )?(?:we have|your application|receipt)|application (?:received|has been|was|confirmation|submitted|sent|viewed)|(?:indeed|your) application:)",
    re.I,
)


def no_reply(facts: Facts) -> bool:
    """Does nobody read what is written to the sender? A Reply-To that somebody reads says otherwise."""
    answers = [address.email for address in facts.reply_to if not _NO_REPLY.search(address.email.partition("@")[0])]
    if answers and answers[0] != facts.sender.email:
        return False
    if _NO_REPLY.search(facts.sender.email.partition("@")[0]):
        return True
    return not _is_own(facts) and (_is_deaf(facts) or bool(_SYSTEM_FOOTER.search(facts.whole[-3000:])))


def _is_deaf(facts: Facts) -> bool:
    """Is it the machine of a well-known service, which reads no answers? Letters that a service passes on can be answered."""
    known = service(facts.sender.email)
    return known is not None and known.nature is not Nature.RELAY and not _is_relayed(facts, known)


def sort(facts: Facts) -> Sort:
    """Return by whom or what it was written."""
    known = service(facts.sender.email)
    if facts.bounced:
        return Sort.BOUNCE
    if is_auto_reply(facts):
        return Sort.AUTO_REPLY
    if _is_relayed(facts, known):
        return Sort.HUMAN
    if _is_bulk(facts, known):
        return Sort.BULK
    if _is_automatic(facts, known):
        return Sort.AUTOMATIC
    if facts.calendar and not has_note(facts):
        return Sort.CALENDAR
    return Sort.HUMAN


def _auto_submitted(fields: Fields) -> str:
    """Return the keyword of Auto-Submitted (RFC 3834 section 5); "no" is a person's mail and counts as none."""
    keyword = fields.first("auto-submitted").partition(";")[0].strip().lower()
    return "" if keyword == "no" else keyword


def is_auto_reply(facts: Facts) -> bool:
    """Is it an absence notice or a receipt, in answer to a mail of the user's?"""
    fields = facts.fields
    if (_auto_submitted(fields).startswith("auto-replied") and not facts.calendar and not _is_acknowledgement(facts)) or facts.receipt:
        return True
    if fields.has("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-autoreply-from", "x-mail-autoreply", "x-vacation") or fields.first(
        "precedence"
    ).lower().strip() in ("auto_reply", "auto-reply", "autoreply"):
        return True
    if _AUTO_SUBJECT.match(facts.subject.lstrip("[( ")) or _CHALLENGE.search(facts.whole[:2000]):
        return True
    if fields.first("precedence").strip().lower() in ("bulk", "junk") and _is_answer(facts) and _RECEIPT.search(f"{facts.subject}\n{facts.text[:400]}"):
        return True
    return _is_absence(facts)


def _is_acknowledgement(facts: Facts) -> bool:
    """Does it confirm an application or a form, and answer no mail? Some systems mark that as a reply, too."""
    return not _is_answer(facts) and not _AUTO_SUBJECT.match(facts.subject.lstrip("[( ")) and bool(_APPLICATION.search(f"{facts.subject}\n{facts.text[:600]}"))


def _is_absence(facts: Facts) -> bool:
    """Is it an absence notice by its words? Short, absent in the first lines, and going on as such notices do."""
    text = facts.text
    words = len(text.split())
    absent = _ABSENCE.search(text[: 350 if _THANKS.match(text) else 200])
    told = bool(absent and len(re.findall(r"[.!?]\s", text[: absent.start()])) <= 1)  # "I will be on leave" at the end of a letter is news like any other
    if _ABSENT_SUBJECT.match(facts.subject) and words < 200 and "?" not in text:
        return told or bool(_RETURN.search(text)) or not words
    return told and bool(_RETURN.search(text)) and words < 130 and "?" not in text and not facts.calendar and _is_answer(facts)


def _is_answer(facts: Facts) -> bool:
    return facts.fields.has("in-reply-to", "references") or bool(_REPLY_SUBJECT.match(facts.subject))


def _is_relayed(facts: Facts, known: Service | None) -> bool:
    """Is it a person's own letter, passed on by a system?"""
    if not known or known.nature not in (Nature.APPLICANT, Nature.RELAY) or _SYSTEM_FOOTER.search(facts.whole[-1500:]):
        return False
    if known.nature is Nature.RELAY:
        return names.is_person(facts.sender.name)
    if facts.fields.first("precedence").lower() == "bulk":
        return False
    answerable = any(RELAY_ADDRESS.search(address.email) or not _is_machine(address) for address in (facts.sender, *facts.reply_to))
    person = names.is_person(facts.sender.name) and not _is_tenant(facts.sender)
    if _auto_submitted(facts.fields):
        return person and bool(facts.quoted) and answerable
    if _ACKNOWLEDGED.search(facts.text[:600]):  # "Thank you so much for your interest in the role": a recruiter writes so too, and signs
        return person and answerable and (bool(facts.quoted) or _is_signed(facts))
    return (person and (answerable or _is_signed(facts) or "via " in facts.sender.name)) or (answerable and _is_signed(facts))


def _is_tenant(sender: Address) -> bool:
    """Is it an employer's own name at a system: Two Rivers Transit <tworiverstransit@myworkday.com>?"""
    local = sender.email.partition("@")[0].partition("+")[0]
    return re.sub(r"[^a-z0-9]", "", sender.name.lower()) == re.sub(r"[^a-z0-9]", "", local)


def _is_machine(address: Address) -> bool:
    local = address.email.partition("@")[0]
    return bool(_NO_REPLY.search(local) or _MACHINE.search(local)) or service(address.email) is not None


def _is_signed(facts: Facts) -> bool:
    """Did a person put their name under it: the sender's own, or some person's?"""
    lines = [line.strip(" ,.") for line in facts.signature.splitlines() if line.strip()]
    return any(line.lower() in names.calls(facts.sender.name) or names.is_person(line) for line in lines[:3])


def _is_own(facts: Facts) -> bool:
    """Does it come from a person's own address: a person's name, of which the address bears a part?"""
    local = facts.sender.email.partition("@")[0]
    if service(facts.sender.email):
        return False
    if not facts.sender.name:
        return bool(_TWO_NAMES.fullmatch(local))
    tokens = [token for token in names.calls(facts.sender.name) if len(token) > 2]
    return names.is_person(facts.sender.name) and any(token.replace(" ", "") in re.sub(r"[._-]", "", local) for token in tokens)


def _is_bulk(facts: Facts, known: Service | None) -> bool:
    fields = facts.fields
    if fields.first("precedence").strip().lower() in ("bulk", "junk", "list") or fields.has(
        "list-id", "x-campaign-id", "x-campaignid", "x-mailchimp-campaign-id"
    ):
        return True
    if known and known.nature in (Nature.ALERT, Nature.MAILER):
        return not _ACKNOWLEDGED.search(f"{facts.subject}\n{facts.text[:600]}")
    if not fields.has("list-unsubscribe"):
        return False
    if known or _auto_submitted(fields):
        return False  # a notice to one person, from a system that lets one opt out of it
    return not (_REPLY_SUBJECT.match(facts.subject) and facts.quoted and not _is_machine(facts.sender))


def _is_automatic(facts: Facts, known: Service | None) -> bool:
    if known and known.nature is not Nature.RELAY:
        return True
    if _auto_submitted(facts.fields) and not (facts.calendar and names.is_person(facts.sender.name) and has_note(facts)):
        return True
    local = facts.sender.email.partition("@")[0]
    if _NO_REPLY.search(local) or (_MACHINE.search(local) and not _is_own(facts)):
        return True
    footer = facts.whole[-3000:]
    return not _is_own(facts) and bool(_SYSTEM_FOOTER.search(footer) or _DO_NOT_REPLY.search(footer))


# Lines that calendars write themselves: "When", "Tuesday Feb 17, 2026 10:30am – 11am", "Join with Google Meet", "Guests", ...
_BOILERPLATE = re.compile(
    r"\s*(?:when|where|who|what|guests?|organi[sz]er|attendees?|calendar|joining info|video call|description|location|title|yes|no|maybe|more options|view (?:all|map|more|guest)|reply (?:for|to)|rsvp|going\?|invitation from|this (?:event|invitation|meeting) (?:has been|is)|you (?:have been|are) (?:invited|receiving)|you're invited|you can|to stop receiving|to respond|forwarding this|(?:updated|canceled|cancelled|new) (?:event|invitation)|changed:"
    r"|join|google meet|microsoft teams|teams meeting|zoom meeting|meeting (?:id|link|number|url)|passcode|password|dial|phone|pin:|find (?:a )?local|learn more|meeting options|need help|click here|for organizers|reset (?:dial|pin)|or (?:call|dial|join)|call in|one tap|sip:|h\.323|(?:accepted|declined|tentative)\b|has (?:accepted|declined|tentatively)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?\b[^a-z]{0,3}|(?:eastern|central|mountain|pacific|greenwich|british|atlantic|central european|coordinated) (?:standard |summer |daylight |universal )?time|time zone|_{5,}|-{5,}|https?://|\S+@\S+\s*$|\+?[\d() .-]{7,}$|[^\n]{0,80} - organi[sz]er)",
    re.I,
)


def has_note(facts: Facts) -> bool:
    """Does an invitation carry words of a person's own, beyond what calendars write and what the event itself says?"""
    if any(event.method is Method.REPLY for event in facts.calendar) and _ANSWERED.match(facts.subject):
        return len(_own_words(facts)) >= 3
    return len(_own_words(facts)) >= 5


# "Accepted: Interview", "Zugesagt: ..."
_ANSWERED = re.compile(
    r"(?:accepted|declined|tentative(?:ly accepted)?|zugesagt|abgelehnt|accepté|refusé|aceptado|rechazado|accettato|rifiutato|geaccepteerd|geweigerd|aceito|recusado)\s?[:：]",
    re.I,
)


def _own_words(facts: Facts) -> list[str]:
    said = {facts.subject.lower()}
    for event in facts.calendar:
        said.update(line.strip().lower() for field in (event.summary, event.location) for line in field.splitlines())
        said.update(attendee.address.name.lower() for attendee in event.attendees)
    lines = [line.strip() for line in facts.text.splitlines()]
    own = [
        line
        for line in lines
        if line.lower() not in said and not _BOILERPLATE.match(line) and not any(len(text) > 5 and line.lower().startswith(text) for text in said)
    ]
    return [word for line in own for word in line.split() if word[:1].isalpha() and "@" not in word]
