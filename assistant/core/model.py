"""Every noun of the program, frozen. Every datetime is aware; every date is a day in the user's time zone.

RawMessage -> Message -> Event -> Application -> Status -> Step -> Draft
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

# ---------------------------------------------------------------- what a mailbox gives


class Role(StrEnum):
    """What a folder is for (RFC 6154 special use, by our own names)."""

    INBOX = "inbox"
    SENT = "sent"
    ARCHIVE = "archive"
    DRAFTS = "drafts"  # the one folder in which drafts are placed
    TRASH = "trash"
    UNSENT = "unsent"  # no folder: a draft that stands anywhere else. Written to nobody, and the user's own affair


@dataclass(frozen=True, slots=True)
class Ref:
    """Where a message stands: folder, its generation (UIDVALIDITY, or "" where there is none) and its key in it."""

    role: Role
    folder: str
    generation: str
    key: str


@dataclass(frozen=True, slots=True)
class RawMessage:
    """The bytes of one message as the mailbox holds them. `received_at` is the server's time, where it keeps one."""

    ref: Ref
    data: bytes
    received_at: dt.datetime | None = None
    fault: str = ""


# ---------------------------------------------------------------- a message, read


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox of RFC 5322: `email` in lower case, `name` as displayed, "" where there is none."""

    email: str
    name: str = ""


class Sort(StrEnum):
    """By whom or what a message was written. Only HUMAN counts as an answer (R8, R9)."""

    HUMAN = "human"
    AUTO_REPLY = "auto_reply"  # an absence or a receipt, in answer to a mail of the user's
    BOUNCE = "bounce"
    BULK = "bulk"  # newsletters, job alerts, digests, marketing, lists
    AUTOMATIC = "automatic"  # acknowledgements, confirmations, notifications, surveys: by a machine, to one person
    CALENDAR = "calendar"  # an invitation, update, cancellation or reply without words of its own


class Method(StrEnum):
    """iTIP methods (RFC 5546) that say something about a meeting."""

    REQUEST = "REQUEST"
    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"
    REPLY = "REPLY"
    COUNTER = "COUNTER"
    DECLINECOUNTER = "DECLINECOUNTER"
    REFRESH = "REFRESH"
    ADD = "ADD"


@dataclass(frozen=True, slots=True)
class Attendee:
    """ORGANIZER or ATTENDEE of RFC 5545. `partstat` and `role` in upper case, "" where absent."""

    address: Address
    partstat: str = ""
    role: str = ""
    room: bool = False  # CUTYPE of ROOM or RESOURCE
    represented: bool = False  # SENT-BY: an assistant sends for the organizer


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One VEVENT. `start` and `end` are aware; an all-day event starts at midnight in the user's zone and has `all_day`."""

    uid: str
    sequence: int
    method: Method
    start: dt.datetime | None
    end: dt.datetime | None
    summary: str = ""
    description: str = ""
    location: str = ""
    status: str = ""
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    stamp_at: dt.datetime | None = None
    recurrence_id: str = ""
    all_day: bool = False


@dataclass(frozen=True, slots=True)
class Bounce:
    """A delivery report: whom it could not reach (RFC 3464), and the Message-ID of what was sent, "" where not said."""

    recipients: tuple[str, ...]
    original_id: str = ""
    permanent: bool = True


@dataclass(frozen=True, slots=True)
class Message:
    """One message, read. `text` holds the writer's own words only: no quoted history, no signature, no legal footer.

    `id` is the Message-ID with its angle brackets (made from the content's digest where the mail has none).
    """

    id: str
    at: dt.datetime
    role: Role
    outgoing: bool  # written by the user, from any of their addresses
    sort: Sort
    sender: Address  # From; the organizer or Reply-To stays in its own field
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    on_behalf: Address | None = None  # Sender, where it differs from From
    subject: str = ""
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    text: str = ""
    quoted: str = ""  # the history below or between, with its attributions
    forwarded: bool = False  # the history is somebody's forwarded mail, not an answer's context
    signature: str = ""
    calendar: tuple[CalendarEvent, ...] = ()
    bounce: Bounce | None = None
    attachments: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    list_id: str = ""
    unsubscribe: bool = False
    no_reply: bool = False  # nobody reads what is written to the sender's address
    authentic: bool = True  # False where the receiving server's Authentication-Results says dmarc=fail
    draft_key: str = ""  # our own header, on drafts that we placed
    ref: Ref | None = None
    bcc: tuple[Address, ...] = ()  # on drafts, and on some sent mail

    @property
    def recipients(self) -> tuple[Address, ...]:
        """To and Cc (a person copied counts as written to)."""
        return self.to + self.cc


# ---------------------------------------------------------------- whose mailbox, and how they want it


@dataclass(frozen=True, slots=True)
class Me:
    """The owner of the mailbox, under all of their addresses (in lower case)."""

    name: str
    addresses: frozenset[str]

    def wrote_from(self, email: str) -> bool:
        """Is this one of the user's addresses, plus-addresses included?"""
        local, _, domain = email.lower().partition("@")
        return f"{local.partition('+')[0]}@{domain}" in self.addresses or email.lower() in self.addresses


@dataclass(frozen=True, slots=True)
class Settings:
    """Every number of RULES.md, with its default."""

    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    country: str = "US"
    region: str = ""
    month_first: bool | None = None  # 6/3 is June 3; None: as the country writes it
    thank_you_hours: int = 72
    interview_minutes: int = 60
    grace_days: int = 3
    quiet_days: int = 14
    check_in_hour: int = 9
    own_mail_days: int = 3
    move_on_days: int = 14
    unsent_check_in_days: int = 21
    closing_days: int = 7
    keep_in_touch_days: int = 90
    drafts_per_pass: int = 10
    drafts_per_day: int = 25


# ---------------------------------------------------------------- what a message says


class Kind(StrEnum):
    """What can happen in an application."""

    APPLIED = "applied"  # the user applied, or an application was acknowledged
    APPROACHED = "approached"  # they wrote first about a role
    INVITED = "invited"  # they want to talk, or ask for times; no time is fixed
    SCHEDULED = "scheduled"  # a time is fixed: `start`, `end`, `people`, `uid` where there is one
    CANCELLED = "cancelled"  # the interview will not take place at its time
    HELD = "held"  # either side writes of the interview as having happened
    NOT_HELD = "not_held"  # missed, no-show
    PROMISE = "promise"  # `day`: by when the user will hear
    TIMING = "timing"  # they speak of the decision, its timing or a next step, without a date
    ASKED = "asked"  # they ask the user for something: the user's turn
    REJECTED = "rejected"
    OFFERED = "offered"
    ON_HOLD = "on_hold"
    REOPENED = "reopened"  # the search is on again, or a decision was corrected
    WITHDRAWN = "withdrawn"  # the user said no
    THANKED = "thanked"  # the user thanked for an interview
    CHECKED_IN = "checked_in"  # the user asked where the process stands
    AUTO_REPLY = "auto_reply"  # `day`: back on; `people`: whom to write to instead, for ever
    BOUNCED = "bounced"  # `people`: whom mail does not reach
    CONTACT = "contact"  # `people`: whom they want to be written to about next steps (R11)
    NO_CALLS = "no_calls"
    CALLS_WELCOME = "calls_welcome"
    DO_NOT_WRITE = "do_not_write"  # "please do not reply / follow up", from a human


@dataclass(frozen=True, slots=True)
class Event:
    """Something that one message says. It cannot be built without the message, the words and the rule that found it."""

    kind: Kind
    at: dt.datetime  # the message's date
    message: str  # its Message-ID
    quote: str
    rule: str
    sure: float = 1.0  # 0 to 1
    day: dt.date | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    uid: str = ""
    sequence: int = 0
    people: tuple[Address, ...] = ()


# ---------------------------------------------------------------- an application


class Part(StrEnum):
    """What a person does in an application."""

    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    COORDINATOR = "coordinator"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the employer's or agency's side. `email` is "" where only the name is known."""

    name: str
    email: str
    part: Part


class Standing(StrEnum):
    """How an interview stands at a moment."""

    SCHEDULED = "scheduled"
    HELD = "held"
    CANCELLED = "cancelled"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True)
class Interview:
    """One meeting. `people`: whom the user meets (no rooms, no mere arranger). `arranger`: who brought it about."""

    start: dt.datetime
    end: dt.datetime
    standing: Standing
    people: tuple[Address, ...]
    arranger: Address | None
    message: str  # the newest message that fixed, moved or cancelled it
    uid: str = ""
    key: str = ""  # stable: the calendar UID, else the first message that fixed a time in its conversation


@dataclass(frozen=True, slots=True)
class Application:
    """One role, or one open conversation about a role, with one employer. `messages` and `events` are in order of time."""

    id: str
    company: str | None
    agency: str | None
    role: str | None
    people: tuple[Person, ...]
    interviews: tuple[Interview, ...]
    messages: tuple[Message, ...]
    events: tuple[Event, ...]
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Question:
    """What the user is asked: is this about a job of theirs? `event` says why we ask; `message` is the first of its conversation."""

    id: str
    event: Event
    message: str


# ---------------------------------------------------------------- where it sits, and what is due


class Stage(StrEnum):
    """RULES.md, "Where an application sits"."""

    APPLIED = "applied"
    SCHEDULING = "scheduling"
    SCHEDULED = "scheduled"
    THANK_YOU = "thank_you"
    WAITING = "waiting"
    CHECK_IN = "check_in"
    CHECKED_IN = "checked_in"
    ON_HOLD = "on_hold"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    MOVED_ON = "moved_on"


class StepKind(StrEnum):
    """What may be drafted."""

    THANK_YOU = "thank_you"
    CHECK_IN = "check_in"
    CLOSING_THANKS = "closing_thanks"
    KEEP_IN_TOUCH = "keep_in_touch"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is or will be due: to whom, when, in which conversation, and why.

    `key` names it for ever: kind, person and what it rests on (the interview, the promise, the rejection); it does
    not change when the application around it is understood better. A step to nobody is held back, `held` says why.
    """

    kind: StepKind
    key: str
    due: dt.datetime
    until: dt.datetime | None  # offered until then
    to: Address | None
    reply_to: str  # Message-ID that it answers; "" begins a new conversation
    why: str
    quotes: tuple[Event, ...] = ()  # what it rests on
    interview: Interview | None = None
    promise: Event | None = None
    held: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """Where an application sits at a moment, what falls due next if nobody writes, and what should wait as a draft now."""

    stage: Stage
    promise: Event | None
    next: Step | None
    due: tuple[Step, ...]  # due now: each should have its draft, held ones excepted
    notes: tuple[str, ...] = ()  # for the user: a bounce, whose turn it is, why something is held back


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a step: ready to be sent."""

    step: Step
    application: str
    to: tuple[Address, ...]
    subject: str
    in_reply_to: str  # "" where it begins a conversation
    references: tuple[str, ...]
    body: str
    cc: tuple[Address, ...] = ()
    message_id: str = ""  # the same whenever the step is drafted


# ---------------------------------------------------------------- what became of earlier drafts


class Fate(StrEnum):
    """What became of a draft. How one turns into another is the table in `core/fates.py`."""

    INTENDED = "intended"  # about to be placed: written down before, and not yet seen
    PLACED = "placed"  # waiting where it was placed, untouched
    EDITED = "edited"  # waiting, in the user's words
    MOVED = "moved"  # the user put it into another folder
    DELETED = "deleted"  # the user threw it away
    SENT = "sent"  # as it was
    SENT_EDITED = "sent_edited"  # after edits
    REPLACED = "replaced"  # the user wrote a mail of their own in its place
    WITHDRAWN = "withdrawn"  # we took it away


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the draft ledger: a step, its draft and its fate."""

    key: str
    message_id: str
    digest: str  # of the draft's words, subject and people, to tell an edit from a save
    fate: Fate
    at: dt.datetime  # when it was placed
    ref: Ref | None = None  # where it stood last; None: not yet seen, or seen to be withdrawn
    to: tuple[str, ...] = ()  # addresses, To and Cc
    subject: str = ""
    in_reply_to: str = ""  # "" where it begins a conversation
    kind: StepKind | None = None  # None where only the mailbox knows of the draft
    text: str = ""  # the words as placed; "" where only the mailbox knows of the draft, and they were changed
