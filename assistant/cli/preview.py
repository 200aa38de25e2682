"""`assistant preview`: read a mailbox, print what is understood and which drafts would be waiting. Nothing is written.

The JSON answer is a contract: its fields, their order and their meaning stay. Unknown is null.
"""

import datetime as dt
import json
import sys
from dataclasses import replace
from email.utils import parseaddr
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from assistant.cli.run import opened
from assistant.cli.show import show
from assistant.config import load, machine_zone, standard_path
from assistant.core.judge import Judged, Outcome, judge
from assistant.core.me import NOBODY, learned
from assistant.core.model import Draft, Event, Interview, Me, Message, Settings, Standing, Step
from assistant.core.reading import message
from assistant.errors import ConfigError
from assistant.mailboxes import Mailbox, open_mailbox

STATUS = {Standing.SCHEDULED: "scheduled", Standing.HELD: "held", Standing.CANCELLED: "cancelled", Standing.NOT_HELD: "cancelled"}


@click.command()
@click.option("--mailbox", "where", required=True, help="maildir:PATH, mbox:PATH (a file, or a folder), or settings: the mailbox that your settings name.")
@click.option("--me", "mine", multiple=True, help='Your name and addresses: "Priya Natarajan <priya@example.com>". Left out: learned from what was sent.')
@click.option("--now", "now_text", help="The moment to judge at, with its offset: 2026-03-05T09:00:00-05:00. Left out: the clock.")
@click.option("--timezone", "zone_name", help="Your time zone: America/Toronto. Left out: this computer's.")
@click.option("--country", help="For public holidays and the way dates are written: CA. Left out: US.")
@click.option("--region", help="For public holidays: ON.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def preview(where: str, mine: tuple[str, ...], now_text: str | None, zone_name: str | None, country: str | None, region: str | None, *, as_json: bool) -> None:
    """Show what is understood in a mailbox and which drafts would be waiting. Writes nothing."""
    config = load(standard_path()) if where == "settings" else None
    settings = wanted(config.settings if config else Settings(zone=machine_zone()), zone_name, country, region)
    now = moment(now_text, settings.zone)
    mailbox = opened(config.mailbox) if config else open_mailbox(where)
    try:
        me, messages, unreadable = read(mailbox, owner(mine) or (config.me if config else None), settings.zone)
    finally:
        mailbox.close()
    outcome = judge(messages, me, now, settings)
    seen = sum(m.at <= now for m in messages)
    if as_json:
        json.dump(answer(outcome, seen, unreadable, settings.zone), sys.stdout, indent=2, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        show(outcome, seen, unreadable, settings.zone)


def wanted(settings: Settings, zone_name: str | None, country: str | None, region: str | None) -> Settings:
    """Return the settings with what was typed in their place."""
    home = zone(zone_name) if zone_name else settings.zone
    return replace(settings, zone=home, country=(country or settings.country).upper(), region=settings.region if region is None else region)


def zone(name: str) -> ZoneInfo:
    """Return the time zone of that name."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError(f"There is no time zone {name!r}.", "Type one like --timezone America/Toronto.") from error


def moment(text: str | None, home: ZoneInfo) -> dt.datetime:
    """Return the moment that was typed, in the user's zone."""
    if text is None:
        return dt.datetime.now(home)
    try:
        typed = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise ConfigError(f"{text!r} is no moment.", "Type one like --now 2026-03-05T09:00:00-05:00.") from error
    return (typed if typed.tzinfo else typed.replace(tzinfo=home)).astimezone(home)


def owner(mine: tuple[str, ...]) -> Me | None:
    """Return whom the user said that they are."""
    pairs = [parseaddr(text) for text in mine]
    wrong = next((text for text, (_, address) in zip(mine, pairs, strict=True) if "@" not in address), None)
    if wrong is not None:
        raise ConfigError(f"{wrong!r} holds no address.", 'Type one like --me "Priya Natarajan <priya@example.com>".')
    name = next((n for n, _ in pairs if n), "")
    return Me(name, frozenset(a.lower() for _, a in pairs)) if pairs else None


def read(mailbox: Mailbox, me: Me | None, home: ZoneInfo) -> tuple[Me, list[Message], list[str]]:
    """Return the owner, every message that can be read, and where the others stand."""
    raws = list(mailbox.fetch(mailbox.refs()))
    me = me or learned(m for raw in raws if (m := message(raw, NOBODY, home)))
    if me is None and raws:
        raise ConfigError("Whose mailbox this is cannot be learned: nothing in it was sent.", 'Say who you are: --me "Priya Natarajan <priya@example.com>".')
    me = me or NOBODY
    read_ = [(raw, message(raw, me, home)) for raw in raws]
    return me, [m for _, m in read_ if m], [f"{raw.ref.folder}/{raw.ref.key}" for raw, m in read_ if not m]


# ---------------------------------------------------------------- the answer


def answer(outcome: Outcome, seen: int, unreadable: list[str], home: ZoneInfo) -> dict[str, Any]:
    """Return the whole answer, ready for JSON."""
    return {
        "now": outcome.now.isoformat(),
        "messages": seen,
        "unreadable": unreadable,
        "applications": [application(j, home) for j in outcome.judged],
        "drafts": [draft(d) for d in outcome.drafts],
    }


def application(judged: Judged, home: ZoneInfo) -> dict[str, Any]:
    """Return one application."""
    a, status = judged.application, judged.status
    return {
        "id": a.id,
        "company": a.company,
        "agency": a.agency,
        "role": a.role,
        "stage": status.stage.value,
        "people": [{"name": p.name or None, "address": p.email or None, "part": p.part.value} for p in a.people],
        "interviews": [interview(i, home) for i in a.interviews],
        "expect_by": promise(status.promise),
        "next": step(status.next, home),
        "messages": [m.id for m in a.messages],
        "events": [event(e, home) for e in a.events],
        "notes": list(judged.notes),
    }


def interview(i: Interview, home: ZoneInfo) -> dict[str, Any]:
    """Return one interview."""
    return {
        "start": i.start.astimezone(home).isoformat(),
        "end": i.end.astimezone(home).isoformat(),
        "status": STATUS[i.standing],
        "with": [p.email for p in i.people if p.email],
    }


def promise(e: Event | None) -> dict[str, Any] | None:
    """Return the date that holds, with the words that gave it."""
    return {"date": e.day.isoformat(), "quote": e.quote, "message": e.message} if e and e.day else None


def step(s: Step | None, home: ZoneInfo) -> dict[str, Any] | None:
    """Return what falls due next."""
    return {"step": s.kind.value, "due": s.due.astimezone(home).isoformat()} if s else None


def event(e: Event, home: ZoneInfo) -> dict[str, Any]:
    """Return one event with its quote."""
    return {"kind": e.kind.value, "at": e.at.astimezone(home).isoformat(), "message": e.message, "quote": e.quote, "rule": e.rule}


def draft(d: Draft) -> dict[str, Any]:
    """Return one draft."""
    return {
        "application": d.application,
        "step": d.step.kind.value,
        "to": [a.email for a in d.to],
        "cc": [a.email for a in d.cc],
        "subject": d.subject,
        "in_reply_to": d.in_reply_to or None,
        "body": d.body,
        "why": d.step.why,
    }
