"""A time fixed, moved or called off: by a calendar part, or in words over one or more mails.

In words a time is fixed when they state it ("Thursday at 4:00 it is"), when the user takes the one that they proposed
("Thursday the 16th at 3 is fine"), or when they say yes to the one that the user proposed ("Perfect, see you then").
A question, a condition, a deadline and one of several choices fix nothing.
"""

import datetime as dt
import re
from collections.abc import Iterator

from assistant.core.evidence.said import Said
from assistant.core.evidence.sentences import Sentence, sentences
from assistant.core.model import Address, CalendarEvent, Event, Kind, Message, Method, Settings, Sort
from assistant.core.reading.dates import Moment, length, moments

# "Would Thursday at 2 suit?" "how about" "I have openings March 16" "if that's no good" "could do"
PROPOSAL = re.compile(
    r"\b(?:would|could|can|might|may (?:i|we|you|be|have)|should|possible|possibly|perhaps|maybe|suggest\w*|propos\w+|how about|what about|option|options|openings?|windows?|slots?|availability|available|free|either|or|any use|any good|suit|suits you|if (?:that|it|you|this|i)|let me know|prefer|choose|pick|which|tentative\w*|hoping|try for|aim for|ideally|does)\b"
)
# words with which they fix it, whatever else the sentence holds
FIXED = re.compile(
    r"\b(?:it is|done|confirm(?:ed|ing|s)?|all set|set for|booked|booking|scheduled|see you|speak(?: to you)? (?:on|at|then|soon|tomorrow|monday|tuesday|wednesday|thursday|friday)|talk (?:on|at|then|soon|tomorrow|monday|tuesday|wednesday|thursday|friday)|(?:i|he|she|they|we|and|who)(?:'ll| will) (?:ring|call|phone|send (?:a|the|an) (?:hold|invite|invitation)|see|meet|put|book|send you)|pencil(?:l?ed)?(?: (?:in|you))?|"
    r"(?:works|work) (?:for (?:me|us|him|her|them|everyone|all)|great|well|fine|perfectly|here|on our|at our)|works\b|holding|they(?:'ve| have) (?:got|put|set)|moved (?:us|it|you|this|the)|slid|shifted|pushed (?:it|us|you)|instead|new time|is now|rescheduled|let's (?:do|say|go|make)|go with|looking forward|expect(?:ing)? you|you(?:'re| are) (?:booked|down|in|on|meeting|seeing)|come (?:in|by|to|over|down|at)|join us|(?:like|love|pleased|delighted|happy) to (?:meet|see|interview|speak (?:to|with)|talk (?:to|with)|invite|have) you|fixed|locked|in the (?:diary|calendar|book)|your (?:interview|appointment|time|slot) (?:is|will)|perfect|great|lovely|brilliant|good|"
    r"will be (?:at|on|held)|takes? place|event date|date and time|time:|when:|please attend|attend|be here|be there|hour with you|you'd have|she has|he has|they have|we have you)\b"
)
# "Does that work?" after a time: it is proposed. "You're in her book" beside one: it is fixed
ASKS_BACK = re.compile(
    r"^(?:so,? |and |but )?(?:does|do|would|will|is|are|can|could|how|any good|ok|okay|all right|sound)\b[^?]{0,60}\b(?:that|this|it|you|those|either|good|work|suit)\b[^?]{0,40}\?"
)
CONFIRMS = re.compile(
    r"\b(?:you(?:'re| are) in (?:the|her|his|my|our|their) (?:book|diary|calendar)|you(?:'re| are) (?:all )?(?:booked|set|confirmed|down)|(?:it's|that's|all) (?:booked|confirmed|set|fixed)|locked in)\b"
)
# "by Friday at 5", "before 6 PM ET", "due back to me", "closes on"
DEADLINE = re.compile(
    r"(?<!come )(?<!stop )(?<!swing )(?<!drop )(?<!pop )(?<!stopping )\b(?:by(?! (?:phone|telephone|video|zoom|teams|skype|email|e-mail|mail|call|our|the)\b)|before|until|till|due|deadline|closes?|no later than|within|expires?|from|after|since|starting|start(?:s)?|between)\s*(?:\w+,? ){0,3}$"
)
# what a machine's time must be of: "Event date and time: ...", not "the closing date for this post is midnight on 27 March"
OF_A_MEETING = re.compile(
    r"\b(?:interview|call|chat|conversation|meeting|appointment|event|session|slot|booked|scheduled|confirmed|join|time:|when:|date and time)\b"
)
# a yes without a time of its own: "Perfect." "Confirmed, with thanks." "That works, see you then" "sounds good"
YES = re.compile(
    r"^(?:yes|yep|yeah|sure|perfect|great|lovely|wonderful|confirmed|done|deal|fine|absolutely|brilliant|ok|okay|of course|sounds? (?:good|great|perfect|fine)|that (?:works|suits|is fine|is perfect|would be (?:great|perfect|fine|lovely|good))|that's (?:fine|great|perfect|good)|works (?:for me|great|perfectly|well)|happy (?:with|to (?:do|come|make)) that|see you (?:then|there)|i'll be there|looking forward to it|booked|all booked|great stuff|no problem|will do|great news|fab|excellent|ideal)\b"
)
# the user says a time of theirs again and does not take it: "I can't do Thursday at 2", "would Friday be possible instead"
# "you pick the hour and I will be there": a time left to the user, who settles it: "9:00 on Friday the 6th then. I'll be at the gate"
DELEGATES = re.compile(
    r"\b(?:you (?:pick|choose|name|say|tell me|decide)|your (?:call|choice|pick)|name (?:a|the|your) (?:day|time|hour)|whenever (?:suits|you)|say when|up to you)\b"
)
SETTLES = re.compile(r"\bthen\b|\b(?:i'll|i will) (?:be|see|come)\b|\bsee you\b|\bit is\b|\blet's (?:do|say|make)\b")
REFUSED = re.compile(r"\b(?:can't|cannot|can not|won't|not|unable|unfortunately|afraid|instead|rather|clash\w*|conflict|unless|if)\b")
CALLED_OFF = re.compile(
    r"\b(?:(?:need|have|had|going|got|must|want|afraid|sorry)\b[^.;]{0,20}\b(?:to )?(?:cancel|postpone|reschedule|rearrange|call (?:it|this|thursday|monday|tuesday|wednesday|friday|tomorrow|today|off)|pull out of|push (?:back|our)|move our)\b|cancel(?:led|ed|ling|ing)\b[^.;]{0,30}\b(?:interview|call|meeting|chat|thursday|monday|tuesday|wednesday|friday|tomorrow|today|event|our|your|us)\b|"
    r"\b(?:interview|call|meeting|chat|event|thursday|monday|tuesday|wednesday|friday|tomorrow|today)\b[^.;]{0,25}\b(?:is|has been|was|been|be) (?:off\b|cancel(?:led|ed)|postponed|called off)|"
    r"(?:can't|cannot|can not|won't be able to|not able to|unable to|no longer able to) (?:make|do|meet|see you|speak|keep|join|host)\b[^.;]{0,30}\b(?:it|today|tomorrow|thursday|monday|tuesday|wednesday|friday|our|the|then|that|you)\b|(?:tomorrow|today|monday|tuesday|wednesday|thursday|friday|it|that|the (?:interview|call|meeting|chat))(?:'s| is| are) off\b|panel cannot sit|\bgotta cancel|\b(?:please )?(?:do not|don't) come in (?:on )?(?:today|tomorrow|monday|tuesday|wednesday|thursday|friday)\b|\b(?:interviews|meetings|calls) (?:are|is) off\b|(?:interview|call|meeting|chat|appointment)\b[^.;]{0,25}\b(?:can't|cannot|can not|won't|will not|will no longer|can no longer) (?:go ahead|take place|happen|be held)\b|(?:have|need|going) to (?:bail|scrap|rearrange|re-arrange)|not going to (?:happen|work) (?:today|tomorrow|on|this))"
)
# "I have to move our call to Friday at 2", "can't make Tuesday, let's say Thursday at 3"
NEW_TIME = re.compile(
    r"\b(?:instead|mov(?:e|ed|ing)|resched\w+|let's|new time|could do|can do|how about|what about|now|to (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|the \d))\b"
)
# "Friday the 2nd it is. Shall we say ten? Come to the side door.": asked for form's sake
SHALL_WE_SAY = re.compile(r"\b(?:shall|should|can|could) we say\b|^(?:let's )?say\b")
EXPECTS = re.compile(r"\bit is\b|\bcome to\b|\bsee you\b|\bask for me\b|\b(?:will|'ll) (?:join us|be there|meet you)\b|\bdone\b")
# "Could we reschedule our call on Thursday?" "can we find another time?": a question that takes the time back
ASKED_OFF = re.compile(
    r"\b(?:can|could|may|might|shall|would it be (?:possible|ok|okay|all right) to|is it possible to|any chance (?:we|i) (?:can|could))\b(?: (?:we|i|you))?(?: (?:please|possibly|perhaps|maybe))?"
    r" (?:(?:move|push|shift|postpone|rearrange|reschedule)\b(?! (?:the|your|a) (?:deadline|start|desk|date of))(?=[^?]{0,15}\b(?:our|the|it|this|call|interview|meeting|chat)\b|[?]| (?:monday|tuesday|wednesday|thursday|friday|tomorrow|today))|(?:find|do|make it|have (?:the|our) (?:call|interview|meeting|chat) on|do (?:the|our) (?:call|interview|meeting|chat)(?: on)?) (?:another|a different|a new) (?:time|day|date))"
)
# "We do not need to reschedule", "The interview has not been cancelled", "I had to cancel my holiday", "I can't make that number work"
STILL_ON = re.compile(
    r"(?:\bnot|n't|\bno need|\bwithout|\bnever)\b[^.;,]{0,20}\b(?:cancel|reschedul|rearrang|postpon|move|push)|\b(?:cancel\w*|postpone\w*) (?:my|our|your|the|a|their|his|her) (?:\w+ )?(?:holiday|trip|order|subscription|class|train|flight|dinner|party|plans?|booking|membership|contract|licen[cs]e)\b|\bmake (?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)[^.;,]{1,25} work\b"
)


def find(said: Said) -> Iterator[Event]:
    """Yield SCHEDULED and CANCELLED: from the calendar parts where there are any, else from the words."""
    m = said.message
    if m.sort in (Sort.BOUNCE, Sort.AUTO_REPLY, Sort.BULK):
        return
    parts = [e for e in m.calendar if e.start]
    for part in parts:
        yield from calendar(said, part)
    if not parts:
        yield from words(said)


def calendar(said: Said, part: CalendarEvent) -> Iterator[Event]:
    """Yield what one calendar part says: a meeting at a time, called off, or, in a reply, nothing new."""
    if part.method in (Method.REPLY, Method.COUNTER, Method.REFRESH, Method.DECLINECOUNTER) or not part.start:
        return
    people = tuple(a.address for a in part.attendees if not a.room and not said.me.wrote_from(a.address.email))
    off = part.method is Method.CANCEL or part.status == "CANCELLED"
    kind = Kind.CANCELLED if off else Kind.SCHEDULED
    quote = part.summary or said.message.subject
    yield said.event(
        kind, quote, "calendar: " + ("called off" if off else "a time"), start=part.start, end=part.end, uid=part.uid, sequence=part.sequence, people=people
    )


def words(said: Said) -> Iterator[Event]:
    """Yield what the words fix or call off."""
    if said.message.outgoing:
        took = tuple(taken(said))
        yield from took or called_off(said)
        return
    stated = list(statements(said))
    starts = {m.start for _, m in stated}
    if len(starts) == 1:
        sentence, moment = stated[0]
        yield fixed(said, sentence, moment, "words: they state a time")
    elif not starts:
        yield from agreed(said)
        yield from called_off(said)


def statements(said: Said) -> Iterator[tuple[Sentence, Moment]]:
    """Yield each future time that they state as fixed."""
    proposed_by_user = {m.start for b in said.before[-6:] if b.outgoing for m in times(b, said.settings)}
    earlier = [m for b in said.before[-6:] for m in times(b, said.settings) if m.start > said.message.at]
    confirmed = any(CONFIRMS.search(s.plain) for s in said.sentences)
    spoken = timed(said.sentences, said.message, said.settings, said.pending)
    for i, (sentence, named) in enumerate(spoken):
        asked = any(ASKS_BACK.search(s.plain) for s, _ in spoken[i + 1 : i + 3])
        for moment in (meant(m, sentence, earlier) for m in named):
            known = moment.start in proposed_by_user
            if said.message.sort is Sort.AUTOMATIC and not OF_A_MEETING.search(sentence.plain):
                continue
            if CALLED_OFF.search(sentence.plain) and not NEW_TIME.search(sentence.plain):  # "I have to cancel our 3:15 today"
                continue
            if sentence.question and SHALL_WE_SAY.search(sentence.plain) and any(EXPECTS.search(s.plain) for s in said.sentences):
                yield sentence, moment
                continue
            if sentence.question or (sentence.conditional and not FIXED.search(sentence.plain)):
                continue
            if known or confirmed or ((FIXED.search(sentence.plain) or not PROPOSAL.search(sentence.plain)) and not asked):
                yield sentence, moment


def timed(spoken: tuple[Sentence, ...], message: Message, settings: Settings, pending: dt.datetime | None = None) -> list[tuple[Sentence, list[Moment]]]:
    """Return the sentences with the fixed points in time that they name, after the message and not as a deadline.

    Read as one text, so that a time finds its day in the sentence before ("Thursday, then. Half past three"). `pending`: the
    time that "same time on Friday" means.
    """
    text = " ".join(s.text for s in spoken)
    found = [
        m
        for m in moments(text, message.at, settings, previous=pending)
        if not m.open and m.start > message.at and not DEADLINE.search(text[max(0, m.start_pos - 60) : m.start_pos].lower())
    ]
    named, start = [], 0
    for s in spoken:
        end = start + len(s.text) + 1
        named.append((s, [m for m in found if start <= m.start_pos < end]))
        start = end
    return named


def times(message: Message, settings: Settings) -> list[Moment]:
    """Return every point in time that a message names, proposed or fixed."""
    found = {m.start: m for _, named in timed(sentences(message.text), message, settings) for m in named}
    return list(found.values())


# "Tuesday at 2 pm works", after "Could we talk on Tuesday, November 24 at 2 pm?": the day that was spoken of, not the next of its name
DATED = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:today|tomorrow|next|this coming)\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|\b\d{1,2}/\d{1,2}\b"
)


def meant(moment: Moment, sentence: Sentence, earlier: list[Moment]) -> Moment:
    """Return the moment of `earlier` that a weekday and an hour speak of again; `moment` itself where there is not just one."""
    if DATED.search(sentence.plain) or any(e.start == moment.start for e in earlier):
        return moment
    same = {e.start: e for e in earlier if e.start.weekday() == moment.start.weekday() and e.start.timetz() == moment.start.timetz()}
    return next(iter(same.values())) if len(same) == 1 else moment


def taken(said: Said) -> Iterator[Event]:
    """Yield the time that the user takes: one that they proposed, said again or answered by a yes."""
    theirs = next((b for b in reversed(said.before) if not b.outgoing and b.sort is Sort.HUMAN), None)
    if not theirs:
        return
    proposed = times(theirs, said.settings)
    chosen = DELEGATES.search(theirs.text.lower())
    for sentence, named in timed(said.sentences, said.message, said.settings, said.pending):
        for moment in named:
            if chosen and not sentence.question and SETTLES.search(sentence.plain) and not REFUSED.search(sentence.plain):
                yield fixed(said, sentence, moment, "words: the user names the time that they left to the user")
                return
            same = next((p for p in proposed if p.start == meant(moment, sentence, proposed).start), None)
            if same and not sentence.question and not REFUSED.search(sentence.plain):
                yield fixed(said, sentence, same, "words: the user takes the time that they proposed")
                return
    opening = said.sentences[:3]
    yes = next(
        (
            s
            for s in opening
            if YES.search(s.plain) or re.search(r"\b(?:is|are|works?|be|sounds?|suits?) (?:fine|good|great|perfect|ideal|lovely|for me|me)\b", s.plain)
        ),
        None,
    )
    if yes and len(proposed) == 1 and not times(said.message, said.settings) and not yes.question:
        yield fixed(said, yes, proposed[0], "words: the user says yes")


def agreed(said: Said) -> Iterator[Event]:
    """Yield the time that the user proposed and they say yes to without naming it."""
    mine = next((b for b in reversed(said.before) if b.outgoing), None)
    yes = next((s for s in said.sentences[:3] if YES.search(s.plain) and not s.question), None)
    if mine and yes and said.by_human:
        proposed = times(mine, said.settings)
        if len(proposed) == 1 and proposed[0].start > said.message.at:
            yield fixed(said, yes, proposed[0], "words: they say yes to the user's time")


def called_off(said: Said) -> Iterator[Event]:
    """Yield CANCELLED where one side says that the meeting is off, or asks for another time; which one, the timeline knows."""
    for sentence in said.sentences:
        asked = sentence.question and not sentence.conditional and ASKED_OFF.search(sentence.plain)
        if (asked or CALLED_OFF.search(sentence.asserted)) and not STILL_ON.search(sentence.plain):
            yield said.event(Kind.CANCELLED, sentence, "words: called off")
            return


def fixed(said: Said, sentence: Sentence, moment: Moment, rule: str) -> Event:
    """Return the event; its length as this mail or the one before gives it."""
    end = moment.end or (moment.start + lasting if (lasting := length_said(said)) else None)
    return said.event(Kind.SCHEDULED, sentence, rule, start=moment.start, end=end, people=company(said))


def length_said(said: Said) -> dt.timedelta | None:
    """Return the length that this mail, or the newest before it that gives one, speaks of."""
    for m in (said.message, *reversed(said.before[-6:])):
        found = length(m.text)
        if found:
            return found
    return None


def company(said: Said) -> tuple[Address, ...]:
    """Return the people of this mail, the user left out: who wrote it, and who else stands on it."""
    m = said.message
    everybody = (m.sender, *m.recipients) if not m.outgoing else m.recipients
    return tuple(a for a in everybody if not said.me.wrote_from(a.email))
