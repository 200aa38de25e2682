"""One conversation as the grouping sees it: who is in it, which organisations, which role it names, whether it makes an application."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assistant.core.evidence import Said, applied, said
from assistant.core.model import Event, Kind, Me, Message, Method, Role, Settings, Sort
from assistant.core.naming import companies, systems
from assistant.core.naming.roles import NUMBER, Mention, differ, line_titles, mentions
from assistant.core.reading.services import Nature, is_machine, service
from assistant.core.timeline.conversations import others

# "Posting: 26-0433" "Ref. LSC/2617"; not "your reference 0093382", which is the applicant's own
LABELLED_NUMBER = re.compile(
    r"(?i)(?<!your )(?<!candidate )(?<!applicant )\b(?:posting|competition|vacancy|requisition|job|ref(?:erence)?)(?: (?:id|no|number|code|ref))?\.?:? ?#?(?!20\d\d\b)((?=[a-z/_-]{0,6}\d[\d/_-]{0,12}\d\d)[a-z0-9][a-z0-9/_-]{3,20})"
)
REQUISITION = re.compile(NUMBER)
# "Something else entirely" "Nothing to do with H&L" "a different role" "another opportunity that may suit you"
ANOTHER_ROLE = re.compile(
    r"(?i)\b(?:something (?:else|different) entirely|(?:totally|completely|entirely|quite) (?:different|separate|another) (?:search|role|job|thing|matter|client)|(?:different|separate|another|other) search|nothing to do with (?!how\b|what\b|you\b|yourself\b|your (?:interview|performance|experience|cv|skills|answers)\b)|(?:a|one|an) ?(?:other|different|separate|(?:brand[ -])?new) (?:role|position|opportunity|job|vacancy|opening|client)|unrelated\b)"
)
# "admissions@": a college writes to its applicants (R12)
STUDIES = re.compile(r"^(?:\w{1,20}[.-])?(?:admissions?|enrol(?:l?ments?)?|undergraduate|postgraduate|pgadmissions)[.@-]")
# "admissions interview" "the January intake of the course" "your place on the MSc"
ADMISSION = re.compile(
    r"\badmissions? (?:interview|committee|decision|panel)\b|\b(?:january|september|october|autumn|spring|fall) intake\b|\bplace on (?:the|our) (?:\w+ ){0,3}(?:course|msc|mba|ma|pgce|degree|diploma)\b"
)
# "Most teams your size lose a day a month. Worth a quick demo?": somebody sells (R12, marketing)
PITCH = re.compile(
    r"(?i)\b(?:teams?|companies|businesses|firms) (?:like yours|your size)\b|\b(?:book|quick|short|free|live) (?:a )?demo\b|\bsee (?:if|how|whether) we (?:can|could|might) help\b|\bwhoever (?:owns|runs|handles)\b|\bfree trial\b"
)
STRONG = 3.0  # the weight from which a mention of a role is taken for this conversation's own


@dataclass(frozen=True)
class Thread:
    """A conversation, its messages in order of time."""

    messages: list[Message]
    me: Me
    settings: Settings
    providers: frozenset[str] = field(default_factory=frozenset)  # domains that name no organisation: free mail, the user's own
    employers: frozenset[str] = field(default_factory=frozenset)  # organisations that the user has an address of
    answers: Mapping[str, bool] = field(default_factory=dict)  # what the user said of conversations that we asked about

    @property
    def id(self) -> str:
        """Return its name for ever: twelve figures made from its first message."""
        return named_for_ever(self.messages[0].id)

    @property
    def answer(self) -> bool | None:
        """Return whether the user says that it is about a job of theirs; None where they were not asked or have not answered."""
        return self.answers.get(self.id)

    @cached_property
    def people(self) -> frozenset[str]:
        """Return everybody in it but the user and machines."""
        found = set()
        for m in self.messages:
            if m.sort not in (Sort.BULK, Sort.BOUNCE):
                found |= {email for email in others(m, self.me) if not is_machine(email) and not (m.no_reply and email == m.sender.email)}
        return frozenset(found)

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """Return the organisations in it, the most frequent first; providers of the user's and free ones are none."""
        counts: dict[str, int] = {}
        for m in self.messages:
            for email in sorted(others(m, self.me)):
                domain = "" if email == m.sender.email and systems.is_relay(m) else companies.organisation(email)
                if domain and domain not in self.providers and domain not in self.employers:
                    counts[domain] = counts.get(domain, 0) + (3 if email == m.sender.email else 1)
        return tuple(sorted(counts, key=lambda d: (-counts[d], d)))

    @cached_property
    def spoken(self) -> tuple[Said, ...]:
        """Return each message with its sentences and the mail before it."""
        return tuple(said(m, self.me, self.settings, tuple(self.messages[:i])) for i, m in enumerate(self.messages))

    @cached_property
    def openings(self) -> tuple[Event, ...]:
        """Return the events that can make an application of it."""
        return tuple(e for s in self.spoken for e in applied.find(s))

    @cached_property
    def requisitions(self) -> frozenset[str]:
        """Return the requisition numbers that its subjects and texts name."""
        text = "\n".join(f"{m.subject}\n{m.text[:3000]}" for m in self.messages)
        named = [n for n in REQUISITION.findall(text) if re.search(r"\d{3}", n)] + LABELLED_NUMBER.findall(text)
        return frozenset(re.sub(r"[\s_/-]", "", n).upper() for n in named)

    @cached_property
    def roles(self) -> tuple[Mention, ...]:
        """Return the titles that it names, the weightiest first; what machines and the employer's side write weighs more than the user's words."""
        found: list[Mention] = []
        for m in self.messages:
            factor = 0.6 if m.outgoing else 1.3 if m.sort is Sort.AUTOMATIC else 1.0
            about = [
                *mentions(m.subject + "\n"),
                *subject_titles(m.subject),
                *mentions(m.text),
                *(x for e in m.calendar for x in (*subject_titles(e.summary), *mentions(e.description))),
            ]
            if m.sort is Sort.AUTOMATIC:
                about += line_titles(m.text)
            found += [Mention(x.title, x.weight * factor) for x in about]
        return tuple(sorted(found, key=lambda x: -x.weight))

    @cached_property
    def role(self) -> str | None:
        """Return the title that it is about; None where it names none with weight."""
        return self.roles[0].title if self.roles and self.roles[0].weight >= STRONG else None

    def is_about_another(self, role: str | None) -> bool:
        """Does it name a role of its own that is not `role`?"""
        first = self.messages[0]
        if not first.in_reply_to and not first.outgoing and ANOTHER_ROLE.search(f"{first.subject}\n{first.text}"):
            return True
        strong = [x.title for x in self.roles if x.weight >= STRONG * 0.8]
        return bool(role and strong and all(differ(x, role) for x in strong))

    @cached_property
    def is_from_elsewhere(self) -> bool:
        """Is it somebody else's process: the user interviews, arranges or was forwarded it (R12)?"""
        if self.answer is not None:
            return not self.answer
        first = self.messages[0]
        if any(not m.outgoing and STUDIES.match(m.sender.email) for m in self.messages):
            return True
        if PITCH.search(first.text) and not any(m.outgoing for m in self.messages):
            return True
        text = "\n".join(f"{m.subject}\n{m.text}".lower() for m in self.messages[:6])
        theirs = "\n".join(f"{m.subject}\n{m.text}".lower() for m in self.messages[:6] if not m.outgoing)
        if any(applied.is_candidate(f"{m.subject}\n{m.text}".lower()) for m in self.messages[:6] if not m.outgoing):
            return True
        if applied.USER_INTERVIEWS.search(text) or applied.HIRES.search(theirs) or ADMISSION.search(theirs) or self.is_for_another(theirs):
            return True
        return first.forwarded and not any(self.me.wrote_from(x) for x in re.findall(r"[\w.+-]+@[\w.-]+\w", first.quoted[:600]))

    def is_for_another(self, text: str) -> bool:
        """Does a calendar entry name somebody else as the candidate, or the user as the interviewer?"""
        mine = [n.lower() for n in self.me.name.split()]
        candidate = re.search(r"\bcandidate(?: name)?:\s*([^\n,;]{3,60})", text)
        interviewer = re.search(r"\b(?:interviewer|hiring manager|panel(?:list)?)s?:\s*([^\n;]{3,100})", text)
        return bool(mine) and ((candidate is not None and mine[-1] not in candidate[1]) or (interviewer is not None and all(n in interviewer[1] for n in mine)))

    @cached_property
    def anchor(self) -> Event | None:
        """Return the event that makes an application of this conversation by itself; None where nothing does."""
        if self.is_from_elsewhere:
            return None
        if self.answer:
            return self.spoken[0].event(Kind.APPROACHED, self.messages[0].subject or "(no subject)", "told: the user says that this is about a job of theirs")
        for event in self.openings:
            if event.kind is Kind.APPLIED and (event.sure >= 1 or (self.is_wholly_work and not self.is_among_colleagues)):
                return event
        if self.is_among_colleagues:
            return None
        approached = self.approach
        if approached and any(m.outgoing and m.at > approached.at for m in self.messages):
            return approached
        return self.invitation

    @property
    def is_wholly_work(self) -> bool:
        """Do no words of credit, flats, memberships, studies stand in its first mails?"""
        text = "\n".join(f"{m.subject}\n{m.text}" for m in self.messages[:4] if not m.outgoing or m is self.messages[0])
        return not applied.is_other_business(text)

    def is_house(self, email: str) -> bool:
        """Has this person the same provider or employer as the user: a colleague, or anybody with the same free mail?"""
        domain = companies.organisation(email)
        return domain in self.providers or domain in self.employers

    @cached_property
    def is_among_colleagues(self) -> bool:
        """Does somebody of the user's own employer take part? Then the user hires, arranges or refers, and does not apply."""
        return any(companies.organisation(p) in self.employers for p in self.people)

    @cached_property
    def speaks_of_work(self) -> bool:
        """Do the words of applying, interviews or a role stand in it? Of a colleague's thousand mails few are about a job for the user."""
        text = "\n".join(f"{m.subject}\n{m.text}" for m in self.messages[:8])
        return bool(applied.WORK.search(text.lower()) or mentions(text)) or any(m.outgoing for m in self.messages) or len(text) < 400

    @property
    def approach(self) -> Event | None:
        """Return where they wrote first about a role; nothing where the process is somebody else's."""
        return None if self.is_from_elsewhere or self.is_among_colleagues else next((e for e in self.openings if e.kind is Kind.APPROACHED), None)

    @property
    def is_booking(self) -> bool:
        """Did a scheduler confirm a time that somebody picked?"""
        return any((known := service(m.sender.email)) and known.nature is Nature.SCHEDULER for m in self.messages)

    @cached_property
    def invitation(self) -> Event | None:
        """Return an interview for a role that the calendar alone brings ("Interview: Data Analyst"), from an organisation."""
        for s in self.spoken:
            m = s.message
            text = "\n".join((m.subject, m.text, *(e.summary + "\n" + e.description for e in m.calendar)))
            asked = any(e.method is Method.REQUEST for e in m.calendar) and not m.outgoing
            if asked and self.organisations and self.is_wholly_work and self.is_mine(text) and mentions(text):
                return s.event(Kind.INVITED, m.subject, "invited: a calendar invitation to an interview for a role", sure=0.7)
        return None

    def is_mine(self, text: str) -> bool:
        """Is the interview in `text` the user's own: "your interview", "interview you", or their name beside the word?"""
        names = "|".join(re.escape(n) for n in self.me.name.split() if len(n) > 2) or r"\b\B"
        return bool(
            re.search(
                rf"(?i)\byour (?:\w+ )?interview|\binterview(?:ing)? you\b|\binvite you\b|\binterview\b[^\n]{{0,60}}\b(?:{names})\b|\b(?:{names})\b[^\n]{{0,60}}\binterview",
                text,
            )
        )

    @property
    def is_worth_joining(self) -> bool:
        """May it join an application that shares its people: human or calendar mail, or a machine's about the process?"""
        if self.is_from_elsewhere or self.is_among_colleagues:
            return False
        return any(belongs_by_itself(m) for m in self.messages)


def named_for_ever(message_id: str) -> str:
    """Return twelve figures that stand for the conversation or application that begins with this message."""
    return hashlib.sha256(message_id.encode("utf-8", "replace")).hexdigest()[:12]


def belongs_by_itself(m: Message) -> bool:
    """Is one message such that sharing an application's people makes it belong: not a machine's about anything else?"""
    if m.sort in (Sort.BULK, Sort.BOUNCE) or not m.authentic:
        return False
    text = f"{m.subject}\n{m.text}".lower()
    if m.sort is Sort.AUTOMATIC:
        known = service(m.sender.email)
        books = bool(known and known.nature in (Nature.SCHEDULER, Nature.MEETING, Nature.APPLICANT, Nature.ASSESSMENT, Nature.SIGNING)) or bool(m.calendar)
        books = books or bool(known and known.nature is Nature.NETWORK and "your application" in text)  # "was viewed by"
        return (bool(applied.WORK.search(text)) or books) and not applied.is_other_business(f"{m.subject}\n{m.text}")
    return not applied.is_other_business(f"{m.subject}\n{m.text}") or bool(
        applied.JOB.search(text) or subject_titles(m.subject) or any(x.weight >= 2 for x in mentions(f"{m.subject}\n{m.text}"))
    )


def subject_titles(subject: str) -> list[Mention]:
    """Return titles that stand bare in a subject: "Interview - Data Analyst", "Staff Product Designer (R-20418)"."""
    found = []
    for piece in re.split(r"\s[-–—|:]\s|: | - |\s@\s", subject):
        for m in mentions(f"position of {piece.strip()}"):
            if m.weight >= 5:
                found.append(Mention(m.title, 3.5))
                break
    return found


def is_usable(m: Message) -> bool:
    """May a message count as evidence at all? Not a draft, nor one whose sender the receiving server does not believe (R12)."""
    return m.role is not Role.DRAFTS and m.authentic
