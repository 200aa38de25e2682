"""They paused the search, or took it up again."""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import hits, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Event, Kind, Sort

SEARCH = (
    r"(?:search|role|position|hiring|headcount|seat|seats|requisition|req|opening|openings|recruitment|recruiting|process|vacancy|vacancies|post|posts|budget|job|jobs|everything|hire|hires|"
    r"project|team|appointment|appointments|whole thing|this one|things|competition|posting|expansion|contract|it)"
)
STOPPED = (
    r"(?:on hold|on pause|on ice|paused|pausing|frozen|freeze|freezing|froze|suspended|suspending|parked|parking|shelved|mothballed|stopped for now|in limbo|at a standstill|"
    r"pressed pause|hit pause|hitting pause|deferred|postponed indefinitely|stops where it is|pulled back|kicked into|stood down)"
)

PHRASES = (
    # "the search is simply parked" "we've had to put the role on hold" "headcount was frozen this morning"
    phrase("the search stopped", r"\b" + SEARCH + r"\b[^.;]{0,50}?\b" + STOPPED + r"\b"),
    # "Finance has frozen every unfilled seat" "they've paused all hiring" "we are pausing recruitment"
    phrase("the search stopped", r"\b(?:frozen|froze|paused|pausing|suspended|suspending|halted|halting|parked|shelved|freezing|stopped|delayed|pushed back|put a (?:hold|stop|pause|freeze) on|pause on|hold on|freeze on|stop to)\b[^.;]{0,25}\b" + SEARCH + r"\b"),
    # "there's a hiring freeze" "a recruitment freeze came down from head office"
    phrase("a freeze", r"\b(?:hiring|recruitment|headcount|spending|budget|vacancy|recruiting) (?:freeze|pause|hold|moratorium|embargo)\b"),
    # "on hold until the new budget" "we've pressed pause" "put a pin in it"
    phrase("the search stopped", r"\b(?:pressed|hit|hitting|pressing) (?:the )?pause\b|\bput(?:ting)?\b[^.;]{0,50}\bon (?:hold|ice|pause|the back burner|the shelf)\b|\bput a pin in (?:this|it)\b|\bnothing doing (?:for|right) now\b|\bgone (?:on ice|cold|quiet) (?:until|till|for now)\b"),
)
REOPENED = (
    # "the Corporate Legal Assistant search is on again" "hiring is back on" "the freeze is over" "Finance gave the seat back"
    phrase("the search is on again", r"\b" + SEARCH + r"\b[^.;]{0,40}?\b(?:on again|back on|re-?opened|unfrozen|thawed|re-?started|resumed|live again|approved again|back in play|green light|signed off|vacant again|open again|free again|available again|come up again|up for grabs again)\b"),
    phrase("the search is on again", r"\b(?:freeze|pause|hold)\b[^.;]{0,20}\b(?:is over|lifted|ended|has ended|thawed|come off|came off)\b|\bthe thaw\b|\bthaw(?:ed|ing)\b(?! it| when)|\bgave (?:us )?(?:the|our|my) (?:seat|role|headcount|budget|position) back\b|\b(?:re-?opened|resumed|restarted|picked up again|re-?starting|resuming|reopening)\b[^.;]{0,20}\b" + SEARCH + r"\b"),
)
# "the work on Elevator 2 has been put on hold" is left out by the timeline (no application); "don't put your life on hold", "hold the date"
UNLESS = re.compile(
    r"\b(?:your|my) (?:life|search|other)\b|\bnot (?:on hold|frozen|paused|a freeze)\b|\b(?:hold|holding) (?:the|that|this|a|your) (?:date|slot|time|place|spot|seat)\b|\bfreezer|\bno longer (?:on hold|frozen|paused)\b|\bif the (?:search|role)\b"
    r"|\b(?:interview|call|meeting|chat) (?:is|was|has been) (?:postponed|on hold|suspended)"
)


def find(said: Said) -> Iterator[Event]:
    """Yield ON_HOLD and REOPENED for their sentences that say so."""
    if said.message.outgoing or said.message.sort in (Sort.AUTO_REPLY, Sort.BOUNCE, Sort.BULK):
        return
    again = list(hits(said.sentences, REOPENED))
    for sentence, p in again:
        yield said.event(Kind.REOPENED, sentence, f"reopened: {p.rule}")
    if not again:
        for sentence, p in hits(said.sentences, PHRASES, UNLESS):
            yield said.event(Kind.ON_HOLD, sentence, f"on hold: {p.rule}")
