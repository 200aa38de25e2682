"""They paused the search, or took it up again."""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import NOT, hits, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Event, Kind, Sort

SEARCH = (
    r"(?:search|searches|role|roles|position|positions|hiring|headcount|seat|seats|requisition|req|opening|openings|recruitment|recruiting|process|vacancy|vacancies|post|posts|budget|job|jobs|everything|hire|hires|"
    r"project|team|appointment|appointments|whole thing|this one|things|competition|posting|expansion|contract|(?<!by )it)"
)
STOPPED = (
    r"(?:on hold|on pause|on ice|paused|pausing|frozen|freeze|freezing|froze|suspended|suspending|parked|parking|shelved|mothballed|stopped for now|in limbo|at a standstill|"
    r"pressed pause|hit pause|hitting pause|deferred|postponed indefinitely|stops where it is|pulled back|kicked into|stood down)"
)

PHRASES = (
    # "the search is simply parked" "we've had to put the role on hold" "headcount was frozen this morning"
    phrase("the search stopped", r"\b" + SEARCH + r"\b[^.;]{0,50}?\b" + STOPPED + r"\b"),
    # "Finance has frozen every unfilled seat" "they've paused all hiring" "we are pausing recruitment"
    phrase(
        "the search stopped",
        r"\b(?:frozen|froze|paused|pausing|suspended|suspending|halted|halting|parked|shelved|freezing|stopped|delayed|pushed back|put a (?:hold|stop|pause|freeze) on|pause on|hold on|freeze on|stop to)\b[^.;]{0,25}\b"
        + SEARCH
        + r"\b",
    ),
    # "We've had to pause recruitment" "we need to suspend the search"
    phrase(
        "the search stopped",
        r"\b(?:had|have|has|having|need|needs|decided|asked|told|going|obliged|forced)(?: \w+){0,3} to (?:pause|suspend|freeze|halt|park|shelve|stop|delay|postpone)\b[^.;]{0,25}\b"
        + SEARCH
        + r"\b",
    ),
    # "We have decided to hold off on hiring until the summer" "We're holding off on filling this role"
    phrase(
        "the search stopped",
        r"\bhold(?:ing)? off (?:on )?(?:hiring|filling|recruiting|appointing|making (?:an?|the|this) (?:appointment|hire)|interview\w*|this|the (?:hire|search|role))\b",
    ),
    # "We won't be hiring for this until the next fiscal year"
    phrase("not until later", NOT + r" (?:be )?(?:going to )?(?:hir|recruit|fill|appoint)(?:e|ing)?\b[^.;]{0,60}\b(?:until|till|before)\b"),
    # "The director wants to wait with the hire until June" "We need to wait before we hire anyone"
    phrase(
        "not until later",
        r"\b(?:want|wants|need|needs|have|has|decided|prefer|going|like) to wait (?:with|before|until|till)\b[^.;]{0,20}\b(?:hir(?:e|ing)|recruit\w*|fill\w*|appoint\w*|vacancy|search)\b",
    ),
    # "The start of this search has been pushed back to the autumn" "the hire is postponed"
    phrase(
        "the search stopped",
        r"\b(?:the|this|our|a) (?:hire|hiring|recruitment|search|vacancy|appointment)\b[^.;]{0,25}\b(?:is|are|was|been|being|gets?|got) (?:postponed|pushed back|put off|delayed)\b(?! (?:by|a) )",
    ),
    # "We've paused all interviews until the review is finished"
    phrase("the search stopped", r"\b(?:paused|suspended|halted|stopped) (?:all |the |our )*(?:interviews|interviewing|applications)\b"),
    # "there's a hiring freeze" "a recruitment freeze came down from head office"
    phrase("a freeze", r"\b(?:hiring|recruitment|headcount|spending|budget|vacancy|recruiting) (?:freeze|pause|hold|moratorium|embargo)\b"),
    # "on hold until the new budget" "we've pressed pause" "put a pin in it"
    phrase(
        "the search stopped",
        r"\b(?:pressed|hit|hitting|pressing) (?:the )?pause\b|\bput(?:ting)?\b[^.;]{0,50}\bon (?:hold|ice|pause|the back burner|the shelf)\b|\bput a pin in (?:this|it)\b|\bput\b[^.;]{0,70}\bto one side\b|\bnothing doing (?:for|right) now\b|\bgone (?:on ice|cold|quiet) (?:until|till|for now)\b",
    ),
)
REOPENED = (
    # "the Corporate Legal Assistant search is on again" "hiring is back on" "the freeze is over" "Finance gave the seat back"
    phrase(
        "the search is on again",
        r"\b"
        + SEARCH
        + r"\b[^.;]{0,40}?\b(?:on again|back on|re-?opened|unfrozen|thawed|re-?started|resumed|live again|approved again|back in play|green light|signed off|vacant again|active again|open (?:once more|again)|free again|available again|come up again|(?:opened|come|came) (?:back )?up again|up for grabs again)\b",
    ),
    # "We've been given the go-ahead to recruit again" "We're able to move forward with hiring again"
    phrase(
        "the search is on again",
        r"\b(?:hire|hiring|recruit|recruiting|interview|interviewing) again\b|\b(?:resum|restart)(?:e|ed|ing)\b[^.;]{0,20}\b(?:interviews|interviewing)\b",
    ),
    # "We can go on with the recruitment after all" "They found the budget, so the job is back"
    phrase(
        "the search is on again",
        r"\b(?:go (?:on|ahead)|proceed|carry on|continue) with (?:the|this|our) (?:hire|hiring|recruitment|search|appointment)\b[^.;]{0,10}\bafter all\b|\bfound (?:us )?(?:the|some|a) (?:money|budget|funds|funding)\b[^.;]{0,30}\b(?:back|on again|open)\b",
    ),
    # "Our first choice fell through" "The candidate we chose has dropped out"
    phrase(
        "the one they chose is gone",
        r"\b(?:our|the|their|my) (?:first|preferred|chosen|successful) (?:choice|candidate|person|pick)\b[^.;]{0,30}\b(?:fell through|(?:dropped|pulled|backed) out|withdr\w+|turned (?:it|us) down|declined|changed (?:his|her|their) mind|has left|didn't work out)\b"
        r"|\b(?:candidate|person|one) (?:that |who )?(?:we|they|i) (?:chose|hired|picked|offered|selected|appointed)\b[^.;]{0,30}\b(?:fell through|(?:dropped|pulled|backed) out|withdr\w+|turned (?:it|us) down|declined|changed (?:his|her|their) mind|left|didn't work out)\b",
    ),
    # "Please disregard our earlier message; you are still under consideration"
    phrase(
        "the no was a mistake",
        r"\b(?:disregard|ignore|in error|by mistake|a mistake)\b[^.]{0,80}\bstill (?:very much )?(?:under consideration|in (?:the running|consideration|the mix|the process)|being considered|a candidate|active|live)\b",
    ),
    phrase(
        "the search is on again",
        r"\b(?:freeze|pause|hold)\b[^.;]{0,20}\b(?:is over|lifted|ended|has ended|thawed|come off|came off)\b|\bthe thaw\b|\bthaw(?:ed|ing)\b(?! it| when)|\bgave (?:us )?(?:the|our|my) (?:seat|role|headcount|budget|position) back\b|\b(?:re-?opened|resumed|restarted|picked up again|re-?starting|resuming|reopening)\b[^.;]{0,20}\b"
        + SEARCH
        + r"\b",
    ),
)
# "the work on Elevator 2 has been put on hold" is left out by the timeline (no application); "don't put your life on hold", "hold the date"
UNLESS = re.compile(
    r"\b(?:your|my) (?:life|search|other)\b|\bnot (?:on hold|frozen|paused|a freeze)\b|\b(?:hold|holding) (?:the|that|this|a|your) (?:date|slot|time|place|spot|seat)\b|\bfreezer|\bno longer (?:on hold|frozen|paused)\b|\bif the (?:search|role)\b"
    # "We do not have a hiring freeze", "ours does not", "last year", "your visa may be put on hold"
    r"|(?:\bnot|n't|\bno) (?:have |under |in |any longer )*(?:a |any )?(?:\w+ )?(?:freeze|pause)\b|\bours (?:is|does|has)(?: not|n't)\b|\blast (?:year|summer|spring|autumn|fall|winter)\b|\bbehind us\b|\b(?:visa|order|account|payment|card|delivery|subscription|lease|loan)\b[^.;]{0,40}\b(?:hold|pause)"
    r"|\b(?:interview|call|meeting|chat) (?:is|was|has been) (?:postponed|on hold|suspended)"
)
# "We hope the freeze will be lifted soon" "We are not resuming interviews yet"
UNLESS_AGAIN = re.compile(
    r"(?:\b(?:hope|hoping|hopefully|may|might|could|until|when|once|if|not|never)|n't)\b[^.;,]{0,40}\b(?:re-?open|lifted|resum|restart|back on|open|again)"
)


def find(said: Said) -> Iterator[Event]:
    """Yield ON_HOLD and REOPENED for their sentences that say so."""
    if said.message.outgoing or said.message.sort in (Sort.AUTO_REPLY, Sort.BOUNCE, Sort.BULK):
        return
    again = list(hits(said.sentences, REOPENED, UNLESS_AGAIN))
    for sentence, p in again:
        yield said.event(Kind.REOPENED, sentence, f"reopened: {p.rule}")
    if not again:
        for sentence, p in hits(said.sentences, PHRASES, UNLESS):
            yield said.event(Kind.ON_HOLD, sentence, f"on hold: {p.rule}")
