"""Applicant systems, job boards and other machines that write in an employer's name: a message in, the employer that it names out."""

import re

from assistant.core.model import Message
from assistant.core.naming.companies import COMPANY, CORPORATE, fits, organisation, squashed, team_removed
from assistant.core.reading.services import Nature, Service, service

TEMPLATE = tuple(
    re.compile(p)
    for p in (
        # "your application was sent to Datafield" "The following items were sent to Quayside Conveyancing."
        rf"(?:was|were|been) sent to (?P<company>{COMPANY})",
        # "Your CV is on its way to Beechgrove Clinic for the job of"
        rf"(?:way|passed|forwarded|submitted|gone) (?:on )?to (?P<company>{COMPANY})",
        # "applying to Fairmead Mutual Insurance" "interest in Inkwell" "applied to Plover Logistics"
        rf"(?:applying to|applied to|apply to|interest in (?:joining |working (?:at|for) )?|application to|career at|careers at|join|joining|received by|at) (?:the )?(?P<company>{COMPANY})",
        # "Meridian Labs: Product Designer, Growth" "Orchard Foods: application received"
        rf"^(?P<company>{COMPANY}):",
        # "You have applied for Accountant, advertised by Rooke Carrow Recruitment"
        rf"(?:advertised|posted|offered) by (?P<company>{COMPANY})",
        # "on behalf of Orchard Foods"
        rf"on behalf of (?:the )?(?P<company>{COMPANY})",
        # "You have applied for the job of Staff Nurse with Wharfside Community NHS Trust"
        rf"\b(?:job|role|post|position|vacancy)\b[^.\n]{{0,80}}? with (?:the )?(?P<company>{COMPANY})",
    )
)
# "Employer: Rideau Valley District School Board" on a line of a portal's
LABELLED = re.compile(
    r"(?mi)^[ \t*|]*(?:employer|company|(?:hiring )?organi[sz]ation|school|hospital|trust|client)(?: name)?[ \t]*:[ \t]*(?P<company>[^\n|]{2,70}?)[ \t]*$"
)


# "Department: Office for Fair Work": a government's system, not "Department: Finance"
DEPARTMENT = re.compile(
    r"(?mi)^[ \t*|]*(?:department|agency|ministry|body)[ \t]*:[ \t]*(?P<company>[^\n|]{0,40}\b(?:office|department|ministry|agency|authority|council|commission|service|inspectorate)\b[^\n|]{0,40}?)[ \t]*$"
)


def acknowledging(m: Message) -> str | None:
    """Return the employer in whose name a system wrote: its display name, else the template's words."""
    known = service(m.sender.email)
    if known and known.nature not in (Nature.APPLICANT, Nature.NETWORK, Nature.ALERT):
        return None
    labelled = LABELLED.search(m.text) or DEPARTMENT.search(m.text)
    if labelled:
        return labelled["company"].strip(" .,")
    display = team_removed(m.sender.name)
    said_too = len(squashed(display)) > 4 and squashed(display) in squashed(m.text)
    relayed = not said_too and m.no_reply and not fits(display, organisation(m.sender.email)) and known is None
    if (
        display
        and not relayed
        and not (known and is_service(m.sender.name, known))
        and not re.fullmatch(r"(?i)(?:indeed.*|linkedin.*|glassdoor.*|notifications?|no-?reply|careers|.*@.*)", display)
    ):
        return display
    for pattern in TEMPLATE:
        for text in (m.subject, m.text):
            found = pattern.search(text)
            if found and not (known and squashed(known.name) in squashed(found["company"])):
                return found["company"].strip(" .,:!")
    return signing_off(f"{m.text}\n{m.signature}")


def is_relay(m: Message) -> bool:
    """Does a machine write that is nobody of the organisation behind its address: a job board, an applicant system?"""
    home, outright = organisation(m.sender.email), LABELLED.search(m.text)
    return m.no_reply and (not fits(team_removed(m.sender.name), home) or bool(outright and not fits(outright["company"], home)))


def is_service(display: str, known: Service) -> bool:
    """Is the display name that of the service itself: "NHS Jobs", and not "Calderon Foods Workday"?"""
    return squashed(known.name) in squashed(team_removed(display)) or squashed(display).startswith(squashed(known.name))


def signing_off(text: str) -> str | None:
    """Return the organisation that a template's last lines name ("Resourcing Team" above "Airemoor Teaching Hospitals NHS Trust")."""
    for line in reversed([x.strip() for x in text.splitlines() if x.strip()][-8:]):
        if len(line) <= 60 and re.fullmatch(COMPANY, line.rstrip(".,")) and re.search(rf"\b{CORPORATE}(?:$|\b)", line):
            return line.rstrip(".,")
    return None
