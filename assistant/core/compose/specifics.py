"""Their mails before an interview -> the one specific thing that a thank-you may speak of.

Takes the person to be thanked, the interview and the application; gives a few words in the user's voice ("sensor drift",
"how I decide what not to measure"), or "". Rules: only what was announced for this person, by name or by
themselves; that it was announced does not mean that it was talked about, and no letter says so; a phrase that cannot be
turned round safely is left out.
"""

import datetime as dt
import re

from assistant.core.compose.names import folded, listed
from assistant.core.model import Address, Application, Interview, Message, Sort, Standing

LONGEST = 9  # words
LONGEST_TEXT = 6000

SENTENCE_END = re.compile(r"[.;!?\n](?:\s|$)|,\s(?=(?:and|while|but)\s)|\n")
# the end of a line long enough to have been wrapped, in the middle of a sentence
WRAPPED = re.compile(r"(?<=[^\n]{45}[\w,])\n(?=[a-z])")
# "Min-ji will probably", "I'd love to", "Please"
WISH = re.compile(
    r"\b(?:will|would|likes?|loves?|wants?|may|might|keen|hop(?:es?|ing)|please|plans?|going to|curious|interested)\b|['’](?:ll|d)\b", re.IGNORECASE
)
# "If you have questions about parking", "feel free to ask about": not what they would like to hear
OFFER = re.compile(r"\b(?:if you|you have|feel free|you can|you may|you want|you might|don['’]t hesitate|let (?:me|us) know)\b", re.IGNORECASE)
# "ask about sensor drift", "hear a bit more about the alerts you built", "hear how you decide what NOT to measure",
# "walk us through the calibration model"
TOPIC = re.compile(
    r"\b(?:(?:ask|hear|talk|chat|speak|know|learn)(?: you| from you| with you| to you)?(?: a bit| a little)?(?: more)?(?: about|(?= how you\b))"
    r"|discuss|dig into|go over|go through|walk (?:us|me|them|him|her) through|focus on|interested in|curious about)"
    r"\s([^,;:.!?()\n\"“”]{3,90})",
    re.IGNORECASE,
)
# "the model and then show you round", "sensors on Thursday": what ends the phrase
PHRASE_END = re.compile(
    r"\s(?:and|so|but|if|when|because|since|before|after|while|at \d|next|this|tomorrow|today|on (?:mon|tues|wednes|thurs|fri)day)\b", re.IGNORECASE
)
FIRST_PERSON = re.compile(r"\b(?:i|we|us|me|please)\b", re.IGNORECASE)
# "the alerts you built", "how you decide": "you" does something
DOES = re.compile(
    r"\b(?:how|what|why|where) you (?!are\b|were\b|can\b|could\b|will\b)[a-z]+"
    r"|\byou (?:[a-z]+ed|built|made|led|ran|wrote|did|drew|sent|set|gave)\b"
)

TRIVIAL = listed("""
    role position job opening opportunity background experience resume cv availability salary compensation pay schedule times time steps step process
    logistics references reference interview application interest fit seat gig work career everything something anything more parking
""")
BARRED = listed("i me us we they them he she him his her it its this that these those who whom you're you've you'll you'd yours yourself")
SHOUTED = listed("NOT AND ALL VERY ONLY ALWAYS NEVER REALLY")
TURNED = {"your": "my", "our": "your", "you": "I"}


def announced(to: Address, given: str, interview: Interview, application: Application) -> str:
    """What they said beforehand that this person (`given` by name) would like to hear about; "" where there is nothing fit to be written."""
    since = opened_at(interview, application)
    told = [m for m in application.messages if not m.outgoing and m.sort in {Sort.HUMAN, Sort.CALENDAR} and since < m.at <= interview.end]
    for message in reversed(told):
        for clause in SENTENCE_END.split(unwrapped(message.text[:LONGEST_TEXT])):
            said = topic(clause, application.role or "") if speaks_of(clause, message, to, given) else ""
            if said:
                return said
    return ""


def unwrapped(text: str) -> str:
    """The text with the lines joined that a mail program has wrapped."""
    return WRAPPED.sub(" ", text)


def opened_at(interview: Interview, application: Application) -> dt.datetime:
    """When the talk of this interview began: the end of the one held before it."""
    earlier = [i.end for i in application.interviews if i.standing is Standing.HELD and i.end < interview.start]
    return max(earlier, default=dt.datetime.min.replace(tzinfo=dt.UTC))


def speaks_of(clause: str, message: Message, to: Address, given: str) -> bool:
    """Does it tell what this very person would like: by name, or by themselves?"""
    if not WISH.search(clause) or OFFER.search(clause):
        return False
    if message.sender.email == to.email:
        return bool(FIRST_PERSON.search(clause))
    return bool(given) and re.search(rf"\b{re.escape(folded(given))}\b", folded(clause)) is not None


def topic(clause: str, role: str) -> str:
    """The thing itself, in the user's voice; "" where the clause has none, or only the role itself."""
    found = TOPIC.search(clause)
    if not found:
        return ""
    phrase = PHRASE_END.split(found[1])[0].replace("’", "'").strip(" '-")
    spoken = [w.lower() if w in SHOUTED else w for w in phrase.split()]
    return turned(spoken) if is_telling(spoken, role) else ""


def is_telling(spoken: list[str], role: str) -> bool:
    """Short enough, about a thing, and not merely about the job?"""
    said = [folded(w) for w in spoken]
    plain = all(w.replace("-", "").replace("'", "").isalpha() for w in spoken)
    about_role = {w for w in said if len(w) > 3} <= {folded(w) for w in re.findall(r"\w+", role)} | TRIVIAL
    return 0 < len(said) <= LONGEST and plain and said[-1] not in TRIVIAL and not about_role and not set(said) & BARRED


def turned(spoken: list[str]) -> str:
    """Your turned into my, "how you decide" into "how I decide"; "" where a "you" is no doer."""
    text = " ".join(spoken)
    if len(re.findall(r"\byou\b", text)) != len(DOES.findall(text)):
        return ""
    return " ".join(TURNED.get(w.lower(), w) for w in spoken)
