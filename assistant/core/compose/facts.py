"""Step and application -> the facts that a letter may say, each already in words; "" or False where unknown.

Rules: nothing here changes from one pass to the next while the draft waits (no "yesterday", no hour of writing).
"""

import datetime as dt
import re
from dataclasses import dataclass

from assistant.core.compose.manner import called_name, greeting, signature
from assistant.core.compose.names import TITLES, folded, words
from assistant.core.compose.specifics import announced
from assistant.core.compose.wording import WEEKDAYS, date_said, day_said, firm_said, role_said, the_role, weekday_said
from assistant.core.model import Address, Application, Interview, Kind, Me, Part, Settings, Standing, Step, StepKind

PLAIN_CLOSE = {"US": "Best,", "CA": "Best,"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a letter may say. Every name here may stand in a template."""

    greeting: str  # "Hi Dana,"
    sign_off: str  # "Best,\nPriya"
    role: str  # "Data Analyst"
    the_role: str  # "the Data Analyst role", "the role with your client"
    company: str  # "Northwind Health"
    weekday: str  # of the interview: "Tuesday"
    interview_date: str  # "March 3", also of the last interview held
    met: bool  # this person was in that interview; after the end of it all, in any
    unthanked: bool  # nobody on their side was written to since that interview
    by: str  # when they will be heard from: "Wednesday, March 11"
    timing: str  # "You had mentioned March 11"
    discussed: str  # what was talked about, as the user told
    announced: str  # what they would like to hear about, as they wrote beforehand
    calls: bool  # they said that a call is welcome
    told: bool  # the news of the end came from this person
    agency: bool  # this person works for an agency


def facts(step: Step, to: Address, application: Application, me: Me, settings: Settings, *, discussed: str = "") -> Facts:
    """Everything that is known for this letter."""
    interview = step.interview or last_held(application)
    agency = is_agent(to, application)
    begin = greeting(to, application, me)
    day = interview.start.astimezone(settings.zone).date() if interview else None
    return Facts(
        greeting=begin,
        sign_off=f"{sign_off(begin, settings)}\n{own_name(begin, to, application, me)}",
        role=role_said(application.role),
        the_role=the_role(application.role, application.company, agency),
        company=firm_said(application.company),
        weekday=weekday_said(day) if day else "",
        interview_date=date_said(day, settings.country) if day else "",
        met=was_met(step, to, interview, application),
        unthanked=interview is not None and not is_thanked(to, interview, application),
        by=hearing(step, application, day, settings),
        timing=timing(step, to, application, settings),
        discussed=discussed,
        announced=announced(to, called_name(to, application, me), interview, application) if interview and not discussed else "",
        calls=are_calls_welcome(application),
        told=is_bearer(to, application),
        agency=agency,
    )


def sign_off(begin: str, settings: Settings) -> str:
    """Kind regards answers Dear; a lighter word answers Hi."""
    return "Kind regards," if begin.startswith("Dear") else PLAIN_CLOSE.get(settings.country.upper(), "Best wishes,")


def own_name(begin: str, to: Address, application: Application, me: Me) -> str:
    """The user's name below the letter: in full below "Dear Mr. Okafor"."""
    parts = begin.split()
    return " ".join(me.name.split()) if len(parts) > 1 and parts[1] in TITLES.values() else signature(to, application, me)


def was_met(step: Step, to: Address, interview: Interview | None, application: Application) -> bool:
    """Did the user speak with this person in the interview that the letter is about? A farewell is about them all."""
    farewell = step.kind in {StepKind.CLOSING_THANKS, StepKind.KEEP_IN_TOUCH}
    held = [i for i in application.interviews if i.standing is Standing.HELD] if farewell else [interview] if interview else []
    return any(p.email == to.email for i in held for p in i.people)


def last_held(application: Application) -> Interview | None:
    """The newest interview that took place."""
    held = (i for i in application.interviews if i.standing is Standing.HELD)
    return max(held, key=lambda i: i.end, default=None)


def is_thanked(to: Address, interview: Interview, application: Application) -> bool:
    """Has the user written to this person, or thanked anybody, since the interview (R1)?"""
    written = any(m.outgoing and m.at >= interview.end and any(a.email == to.email for a in m.recipients) for m in application.messages)
    return written or any(e.kind is Kind.THANKED and e.at >= interview.end for e in application.events)


def is_agent(to: Address, application: Application) -> bool:
    """Does this person work for the agency, rather than for the employer?"""
    if not application.agency:
        return False
    domain = re.sub(r"[\W_]+", "", folded(to.email.partition("@")[2].rsplit(".", 1)[0]))
    if application.company and is_of(domain, application.company):
        return False
    recruits = any(p.email == to.email and p.part is Part.RECRUITER for p in application.people)
    return is_of(domain, application.agency) or recruits


def is_of(domain: str, firm: str) -> bool:
    """Is it the firm's domain: farrowsearch of "Farrow Search Partners"?"""
    first = folded(words(firm)[0]) if words(firm) else ""
    whole = re.sub(r"[\W_]+", "", folded(firm))
    return bool(domain and whole) and (whole.startswith(domain) or domain.startswith(whole) or (len(first) > 3 and domain.startswith(first)))


def hearing(step: Step, application: Application, interviewed: dt.date | None, settings: Settings) -> str:
    """Their date, where it lies far enough ahead to be true for as long as a thank-you waits."""
    spoken = sorted((e for e in application.events if e.kind in {Kind.PROMISE, Kind.TIMING}), key=lambda e: e.at)
    promise = step.promise or (spoken[-1] if spoken else None)
    if not promise or not promise.day or not interviewed:
        return ""
    wait = dt.timedelta(hours=settings.thank_you_hours)
    return day_said(promise.day, settings.country) if promise.day > interviewed + wait else ""


def timing(step: Step, to: Address, application: Application, settings: Settings) -> str:
    """Who named which date: "You had mentioned March 11", "I had understood that there might be news around April 9"."""
    promise = step.promise
    if not promise or not promise.day:
        return ""
    date, exact = date_said(promise.day, settings.country), is_exact(promise.quote, promise.day)
    if any(m.id == promise.message and m.sender.email == to.email for m in application.messages):
        return f"You had mentioned {date}" if exact else f"You had mentioned that there might be news around {date}"
    return f"I had understood that there might be news around {date}"


def is_exact(quote: str, day: dt.date) -> bool:
    """Did they name the day itself ("March 11", "Friday"), rather than a stretch of time?"""
    said = quote.casefold()
    return re.search(rf"\b{day.day}(?:st|nd|rd|th)?\b", said) is not None or WEEKDAYS[day.weekday()].casefold() in said


def are_calls_welcome(application: Application) -> bool:
    """May a call be suggested: only where they said so, and nobody said the contrary (R11)?"""
    kinds = {e.kind for e in application.events}
    return Kind.CALLS_WELCOME in kinds and Kind.NO_CALLS not in kinds


def is_bearer(to: Address, application: Application) -> bool:
    """Did this person write the rejection?"""
    news = [e.message for e in application.events if e.kind is Kind.REJECTED]
    return any(m.id == news[-1] and m.sender.email == to.email for m in application.messages) if news else False
