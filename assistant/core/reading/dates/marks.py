"""Words around a date that say it is over: "since", "thank you for ... on", "I met her on", "on Monday I sent".

Only what stands in the same clause counts, and a word of the future between the two undoes it.
"""

import re

from assistant.core.reading.dates.found import Said

REACH = 120
"""How far before or after a date its clause is read, in characters."""

# what ends a clause: "we met, and"
BREAK = re.compile(r"[.,;:!?()\n]|\b(?:and|but|so(?! much)|that|which) ")
# thanks for something that is still to come: "thanks for confirming Thursday"
STILL_AHEAD = (
    r"(?:confirming|moving|sending|inviting|rescheduling|offering|letting|agreeing|setting|arranging|getting|scheduling|proposing|suggesting|accepting"
    r"|booking|holding"
    r"|(?:the|your|this) (?:kind )?(?:invit\w{1,7}|patience|update|note|email|mail|message|link|details|slot|time slot|flexibility|offer|quick|reply"
    r"|response))\b"
)
# "since Tuesday", "thank you both for Friday", "it was great talking on Thursday", "I applied on Monday"
PAST = re.compile(
    r"\b(?:(?:since|enjoyed|met|spoke|talked|chatted|was|were|applied|submitted|interviewed|emailed|wrote|came (?:in|by|out)|happened|arrived|received"
    r"|joined|started|signed|finished|spent|saw|had an? \w{1,12})\b"
    rf"|thank(?:s| you)(?: all| both| again| so much| very much)* for (?!{STILL_AHEAD})"
    r"|(?:great|good|nice|lovely|pleasure|wonderful) (?:to meet|meeting|to talk|talking|to speak|speaking|seeing|to see|chatting|to chat)\b)"
)
# "I was hoping to hear by"
FUTURE = re.compile(
    r"\b(?:will|by|until|before|expect|hope(?! (?:you|that you) (?:had|enjoyed))|hoping|plan|planning|should|can|could|would|wondering|told|scheduled|supposed|going|forward|want|next|due"
    r"|asked|set)\b|'ll|'d\b"
)
# "On Monday I sent", "Tuesday was great"
PAST_AFTER = re.compile(
    r",? (?:(?:i|we|you|he|she|they) (?:spoke|met|saw|had|was|were|went|sent|came|wrote|told|said|talked|asked|mentioned|applied|interviewed)\b|(?:was"
    r"|were|went) )"
)


# "you'd mentioned Wednesday": said before, about a day that has gone by
RECALLED = re.compile(r"(?:\bhad|'d) (?:mentioned|said|told \w{1,8}|pencill?ed|hoped|indicated|expected|planned|thought|given|suggested)\b")
# "you'd said by Friday"
LIMITED = re.compile(r"\b(?:by|before|until|next)\b")


def is_past(said: Said, match: re.Match[str]) -> bool:
    """Do the words around say that the date at `match` has gone by?"""
    return is_past_at(said, match.start(), match.end())


def is_past_at(said: Said, first: int, last: int) -> bool:
    """Do the words around say that the date at `first` to `last` has gone by?"""
    if PAST_AFTER.match(said.text, last, last + REACH):
        return True
    start = max(0, first - REACH)
    for broken in BREAK.finditer(said.text, start, first):
        start = broken.end()
    if RECALLED.search(said.text, start, first):
        return not LIMITED.search(said.text, start, first)
    return bool(PAST.search(said.text, start, first)) and not FUTURE.search(said.text, start, first)
