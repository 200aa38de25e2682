"""Their way (R11): whom they want to be written to, and whether calls or mail are welcome."""

import re
from collections.abc import Iterator

from assistant.core.evidence.addresses import EMAIL, name_before
from assistant.core.evidence.phrases import match, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Address, Event, Kind, Sort

NO_CALLS = (
    # "No phone calls please" "please don't call" "Please email rather than phone"
    phrase(
        "no calls",
        r"\bno (?:phone |telephone )?calls\b(?! (?:booked|yet|planned|scheduled|today|came|missed|have|were|are))|\b(?=[dnpr])(?<!\bi )(?<!\bwe )(?<!\bthey )(?:do not|don't|not to|please avoid|rather you didn't|never) (?:phone|call|ring|telephone|calling|phoning|ringing)\b(?! (?:it|this|him|her|them|a|that)\b)|\b(?:email|write) (?:rather than|instead of|not|and not) (?:phone|call|calling|phoning|ring|ringing)\b",
    ),
    # "Please refrain from calling the clinic" "We cannot take calls about applications" "Telephone enquiries will not be accepted"
    phrase(
        "no calls",
        r"\brefrain from (?:calling|phoning|ringing|telephoning)\b|\b(?:cannot|can't|unable to|not able to|do not|don't|won't) (?:take|accept|answer) (?:phone |telephone |any )*(?:calls|enquiries by (?:phone|telephone))\b|\b(?:calls|(?:telephone|phone) (?:enquiries|inquiries)) (?:will not|won't|cannot|can't|are not)\b",
    ),
)
CALLS_WELCOME = (
    # "feel free to call me" "I am at 215-555-0133 and would be glad of a call"
    phrase(
        "calls welcome",
        r"\b(?:feel free to|happy for you to|do|please|you can|you're welcome to|welcome to|best to|just|glad of a|free to) (?:give me a )?(?:call|phone|ring|bell)(?: me| us| my)?\b(?! (?:if you can't|if you cannot|when you arrive|at reception|from reception|the desk))|\bcall me (?:any ?time|whenever|on|at|with any)\b|\bhesitate to (?:call|ring|phone|give me a (?:call|ring))\b|\b(?:happy|glad|free) to (?:take (?:a )?calls?|talk (?:by|on the) phone)\b|\bi'm on \+?\(?\d{3}|\b(?:reach|get|catch) me (?:by phone |directly )?(?:on|at) \+?[\d(]",
    ),
)
DO_NOT_WRITE = (
    # "Please do not follow up" "please don't chase us" "we ask candidates not to contact the panel"
    phrase(
        "do not follow up",
        r"\b(?:do not|don't|no need to|not to|cannot|can't|ask (?:that )?(?:you|candidates|applicants)? ?(?:do )?not (?:to )?)(?: be able to)? ?(?:follow(?:ing)? up|chas(?:e|ing)|contact(?:ing)? (?:the|us|me|any|members)|reply to this|respond to (?:enquiries|inquiries|questions|emails)|email(?:ing)? (?:us|me|for)|ask(?:ing)? for updates|write (?:to us|again|back))\b",
    ),
    phrase("do not follow up", r"\b(?:refrain|abstain|desist) from (?:follow\w*|contact\w*|writ\w*|email\w*|chas\w*|asking)"),
    phrase(
        "do not follow up", r"\bno follow[- ]?ups?\b|\b(?:do not|don't) send (?:us |any )*follow[- ]?up|\bplease (?:do not|don't) (?:reply|respond|write)\b"
    ),
)
# "Please contact Maria about next steps: maria@x" "Tamsin ... I'm your person from here on" "so if you need to chase someone, chase me"
WRITE_TO = re.compile(
    r"\b(?:contact(?! from)|write to|email|e-mail|reach out to|get in touch with|reply to|speak to|be in touch with|(?:direct|address|forward|refer) (?:any|your|all|future|further)\b[^.;:!?]{1,50}? to|liaise with|deal with|send (?:any|your|all) [\w-]+ to)\s+(?P<who>[^,.;:!?]{2,60})"
)
# "I'm handing you over to my colleague Ben" "Ruth will be handling this search"
HANDED = re.compile(
    r"\b(?:hand|pass)(?:ing|ed)? (?:you|this|things|it) (?:over |on |across )?to\b|\bwill be (?:handling|looking after|running|taking over)\b|\btak(?:es?|ing) (?:over|it from here)\b|\bpoint of contact\b|\bperson to (?:talk|speak|write|turn) to\b"
)
FROM_NOW_ON = re.compile(
    r"\b(?:next steps?|from here|from now on|going forward|anything else|any questions about (?:the|your|this)|about (?:the|your|this) (?:process|role|application|decision|next)|in my (?:absence|place)|instead|while i(?:'m| am)|as of|follow[- ]?ups?|an update|for (?:any )?updates|future|the status|the outcome|taking over|will look after|handles|handling|further|all (?:questions|enquiries|inquiries|correspondence))\b"
)


# "you are welcome to write to me at any time": what takes back an earlier "please do not follow up"
WRITE_AGAIN = re.compile(
    r"\b(?:welcome to (?:write|email|contact|reach)|(?:do|please) (?:write|email|get in touch) (?:again|any ?time|whenever)|happy to hear from you)\b"
)


def find(said: Said) -> Iterator[Event]:
    """Yield CONTACT, NO_CALLS, CALLS_WELCOME and DO_NOT_WRITE for their sentences."""
    if said.message.outgoing or said.message.sort in (Sort.BULK, Sort.BOUNCE, Sort.AUTO_REPLY):
        return
    for sentence in said.sentences:
        if match(sentence, NO_CALLS):
            yield said.event(Kind.NO_CALLS, sentence, "contact: no calls")
        elif match(sentence, CALLS_WELCOME):
            yield said.event(Kind.CALLS_WELCOME, sentence, "contact: calls welcome")
        if said.by_human and match(sentence, DO_NOT_WRITE):
            yield said.event(Kind.DO_NOT_WRITE, sentence, "contact: do not follow up")
        people = people_to_write_to(said, sentence.text, sentence.plain)
        if WRITE_AGAIN.search(sentence.plain) and said.by_human:
            people = people or (said.message.sender,)
        if people and said.by_human:
            yield said.event(Kind.CONTACT, sentence, "contact: write to this person", people=people)


def people_to_write_to(said: Said, text: str, plain: str) -> tuple[Address, ...]:
    """Return whom the sentence asks to write to: an address that it gives, or a name that the mail has an address for."""
    found = WRITE_TO.search(plain)
    handed = HANDED.search(plain)
    if not handed and not (found and FROM_NOW_ON.search(plain)):
        return ()
    known = (*said.message.recipients, *(a for m in said.before for a in (m.sender, *m.recipients)))
    for email in EMAIL.findall(text):
        name = next((a.name for a in known if a.email == email.lower() and a.name), "") or name_before(text, email)
        return (Address(email.lower(), name),)
    words = found["who"].split() if found else []
    for a in known:
        names = a.name.lower().replace(",", " ").split()
        if a.name and not said.me.wrote_from(a.email) and any(len(w) > 2 and w in names for w in words[:5]):
            return (a,)
    return ()
