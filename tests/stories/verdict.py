"""What a careful person expects at a moment, and what was judged, in; the findings out: each a measure, right or missed, and the miss in words."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.cli.preview import STATUS
from assistant.core.judge import Judged, Outcome
from assistant.core.model import Draft
from tests.stories.mailbox import Story, moment

ALIKE = 0.25  # the share of messages from which two applications are the same one
LEGAL = re.compile(r"\b(?:inc|llc|llp|ltd|limited|corp|corporation|co|company|plc|gmbh|group|the)\b\.?")
PLACEHOLDER = re.compile(r"\[[^\]]*\]|<[^>@]*>|\{\{|\}\}|\bTODO\b|\bXX+\b|\bNone\b|\bnull\b")
# RULES R3: a check-in never says or hints that they are late
REPROACH = re.compile(
    r"(?i)\b(?:(?:haven['’]?t|have not|never|not yet) (?:yet )?(?:heard|received)|you (?:said|promised) you would|still waiting|overdue|late|missed)\b"
)
LONGEST = {"thank_you": 150, "check_in": 110, "closing_thanks": 120, "keep_in_touch": 120}  # words
OWN_WORDS = 0.6  # two drafts of one step that share more of their words than this are one draft


@dataclass(frozen=True)
class Finding:
    """One question, and whether it was answered rightly. `said`: the miss, "" where there is none."""

    measure: str
    said: str = ""


@dataclass(frozen=True)
class Point:
    """One moment of a story: what is right then, and what was judged."""

    told: Story
    fixed: dict[str, dict[str, Any]]  # what holds at every moment, by the story's own name of the application
    wanted: dict[str, dict[str, Any]]  # what holds at this one
    outcome: Outcome

    def short(self, ids: frozenset[str]) -> str:
        return " ".join(sorted(i.strip("<>").partition(f".{self.told.name}@")[0] for i in ids))

    def messages(self, name: str) -> frozenset[str]:
        return frozenset(self.told.message_id(m) for m in self.fixed[name]["messages"] if moment(self.told.letters[m]["at"]) <= self.outcome.now)

    def time(self, at: dt.datetime) -> str:
        return at.astimezone(self.told.settings.zone).isoformat(timespec="minutes")[:16]

    def conversation(self, message_id: str) -> str:
        """The first message of the conversation that a message stands in."""
        short = message_id.strip("<>").partition(f".{self.told.name}@")[0]
        return [short, *self.told.ancestors(short)][-1] if short in self.told.letters else message_id


def findings(point: Point) -> list[Finding]:
    """Every question of this moment, each with its answer."""
    pairs = paired(point)
    found = [Finding("applications", "" if name in pairs else f"{name}: no such application") for name in sorted(point.wanted)]
    taken = {id(judged) for judged in pairs.values()}
    for judged in point.outcome.judged:
        if id(judged) not in taken:
            a = judged.application
            found.append(Finding("applications", f"invented: {a.company}, {a.role} ({point.short(frozenset(m.id for m in a.messages))})"))
    for name, judged in sorted(pairs.items()):
        found += [Finding(f.measure, f.said and f"{name}: {f.said}") for f in (*_application(point, name, judged), *_drafts(point, name, judged))]
    return found


def paired(point: Point) -> dict[str, Judged]:
    """The expected applications, each with the judged one that shares most messages with it."""
    have = [(frozenset(m.id for m in j.application.messages), j) for j in point.outcome.judged]
    want = {name: point.messages(name) for name in sorted(point.wanted)}
    rows = [(len(ids & mine) / len(ids | mine), name, n) for name, ids in want.items() for n, (mine, _) in enumerate(have)]
    pairs: dict[str, int] = {}
    for share, name, n in sorted(rows, key=lambda row: (-row[0], row[1:])):
        if share >= ALIKE and name not in pairs and n not in pairs.values():
            pairs[name] = n
    return {name: have[n][1] for name, n in pairs.items()}


# ---------------------------------------------------------------- one application


def _application(point: Point, name: str, judged: Judged) -> Iterator[Finding]:
    a, fixed, want = judged.application, point.fixed[name], point.wanted[name]
    mine, ids = point.messages(name), frozenset(m.id for m in a.messages)
    yield _same("grouping", _many(point, ids - mine, mine - ids), "")
    yield _same("stage", judged.status.stage.value, want["stage"])
    for measure, got in (("company", a.company), ("agency", a.agency), ("role", a.role)):
        if measure != "agency" or "agency" in fixed:
            yield Finding(measure, "" if _is_one_of(got, fixed.get(measure)) else f"{measure} {got} for {_first(fixed.get(measure))}")
    promise = judged.status.promise
    yield _same("expect_by", str(promise.day) if promise else "no date", str(want.get("expect_by") or "no date"))
    yield from _interviews(point, judged, want)
    due, wanted = judged.status.next, want.get("next")
    got = f"{due.kind.value} {point.time(due.due)[:10]}" if due else "nothing"
    yield _same("next", got, f"{wanted['step']} {point.time(moment(wanted['due']))[:10]}" if wanted else "nothing")


def _same(measure: str, got: str, wanted: str) -> Finding:
    return Finding(measure, "" if got == wanted else f"{measure} {got} for {wanted}" if wanted else f"{measure}: {got}")


def _many(point: Point, more: frozenset[str], less: frozenset[str]) -> str:
    return "; ".join(f"{word} {point.short(ids)}" for word, ids in (("too many", more), ("too few", less)) if ids)


def _is_one_of(got: str | None, allowed: object) -> bool:
    options = allowed if isinstance(allowed, list) else [allowed]
    return None in options if got is None else _plain(got) in {_plain(str(option)) for option in options if option}


def _first(allowed: object) -> object:
    return allowed[0] if isinstance(allowed, list) else allowed


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", LEGAL.sub(" ", name.casefold())).split())


def _interviews(point: Point, judged: Judged, want: dict[str, Any]) -> Iterator[Finding]:
    wanted = {(point.time(moment(i["start"])), i["status"]) for i in want.get("interviews") or []}
    got = {(point.time(i.start), STATUS[i.standing]) for i in judged.application.interviews}
    for row in sorted(wanted | got):
        fault = "" if row in wanted & got else "missing" if row in wanted else "extra"
        yield Finding("interviews", fault and f"interview {fault}: {' '.join(row)}")


# ---------------------------------------------------------------- its drafts


def _drafts(point: Point, name: str, judged: Judged) -> Iterator[Finding]:
    wanted = {_key(d["step"], d["to"]): d for d in point.wanted[name].get("drafts") or []}
    got = {_key(d.step.kind.value, [a.email for a in d.to]): d for d in judged.drafts}
    for key in sorted(wanted.keys() | got.keys()):
        fault = "" if key in wanted and key in got else "no draft: " if key in wanted else "false draft: "
        yield Finding("drafts", fault and fault + key)
    if len(got) < len(judged.drafts):
        yield Finding("drafts", "two drafts of one step to one person")
    for key in sorted(wanted.keys() & got.keys()):
        yield Finding("in thread", _misplaced(point, got[key], wanted[key]))
        faults = "; ".join(_wording(got[key], wanted[key]))
        yield Finding("words", faults and f"{key}: {faults}")
    yield from _own_words(judged)


def _key(step: str, to: list[str]) -> str:
    return f"{step} to {', '.join(sorted(address.lower() for address in to))}"


def _misplaced(point: Point, draft: Draft, want: dict[str, Any]) -> str:
    allowed = {point.conversation(point.told.message_id(short)) for short in want.get("reply_to") or []}
    stands = {point.conversation(draft.in_reply_to)} if draft.in_reply_to else set()
    right = bool(stands & allowed) or not (stands or allowed)
    return "" if right else f"{draft.step.kind.value} in the thread of {' '.join(stands) or 'nothing'} for {' '.join(sorted(allowed)) or 'nothing'}"


def _wording(draft: Draft, want: dict[str, Any]) -> Iterator[str]:
    text = f"{draft.subject}\n{draft.body}"
    yield from (f"lacks {word}" for word in want.get("mention") or [] if str(word).casefold() not in text.casefold())
    yield from (f"says {word}" for word in want.get("avoid") or [] if str(word).casefold() in text.casefold())
    yield from (f"placeholder {found.group()}" for found in PLACEHOLDER.finditer(text))
    step = draft.step.kind.value
    yield from (f"reproach {found.group()}" for found in REPROACH.finditer(draft.body) if step == "check_in")
    words = len(draft.body.split())
    if words > LONGEST[step]:
        yield f"{words} words"


def _own_words(judged: Judged) -> Iterator[Finding]:
    """RULES R1: each person's draft has its own words."""
    bags = [(d, frozenset(_plain(d.body).split())) for d in judged.drafts]
    for n, (one, mine) in enumerate(bags):
        for other, theirs in bags[n + 1 :]:
            if one.step.kind is other.step.kind:
                share = len(mine & theirs) / max(1, len(mine | theirs))
                yield Finding("own words", "" if share < OWN_WORDS else f"two drafts of {one.step.kind.value} share {share:.0%} of their words")
