"""Words around a date that say it is over: "since", "thank you for ... on", "I met her on", "on Monday I sent".

Only what stands in the same clause counts, and a word of the future between the two undoes it.
"""

import re

from assistant.core.reading.dates.found import Said

REACH = 70
"""How far before or after a date its clause is read, in characters."""

BREAK = re.compile(r"[.,;:!?()\n]|\b(?:and|but|so|that|which) ")
# "since Tuesday", "thank you both for Friday", "it was great talking on Thursday", "I applied on Monday"
PAST = re.compile(
    r"\b(?:(?:since|enjoyed|met|spoke|talked|chatted|was|were|applied|submitted|interviewed|emailed|wrote|came (?:in|by|out)|happened)\b"
    r"|thank(?:s| you)(?: all| both| again| so much| very much)* for (?=\Z|\w+day\b|today|your time|the time|meeting|coming|talking|speaking|joining|taking|chatting|making|seeing|having|visiting"
    r"|the (?:great |good |lovely )?(?:chat|call|conversation|talk|interview|meeting|discussion))"
    r"|(?:great|good|nice|lovely|pleasure|wonderful) (?:to meet|meeting|to talk|talking|to speak|speaking|seeing|to see|chatting|to chat)\b)"
)
FUTURE = re.compile(
    r"\b(?:will|by|until|before|expect|hope|hoping|plan|planning|should|can|could|would|wondering|told|scheduled|supposed|going|forward|want|next|due|asked|set)\b|'ll|'d\b"
)
# "On Monday I sent", "Tuesday was great"
PAST_AFTER = re.compile(
    r",? (?:(?:i|we|you|he|she|they) (?:spoke|met|saw|had|was|were|went|sent|came|wrote|told|said|talked|asked|mentioned|applied|interviewed)\b|(?:was|were|went) )"
)


def is_past(said: Said, match: re.Match[str]) -> bool:
    """Do the words around say that the date at `match` has gone by?"""
    if PAST_AFTER.match(said.text, match.end(), match.end() + REACH):
        return True
    start = max(0, match.start() - REACH)
    for broken in BREAK.finditer(said.text, start, match.start()):
        start = broken.end()
    gone = None
    for gone in PAST.finditer(said.text, start, match.start()):
        pass
    return gone is not None and not FUTURE.search(said.text, start, match.start())
