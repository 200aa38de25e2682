"""They want to talk: an invitation to meet, a question for times, a link to book, a next round. No time need be fixed."""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import match, phrase
from assistant.core.evidence.said import Said
from assistant.core.evidence.sentences import Sentence
from assistant.core.model import Event, Kind, Sort

WANT = r"(?:like|love|want|wants|wish|keen|eager|happy|hoping|hope|asked|glad|delighted|pleased|excited|looking|ready|interested|fancy|'d like|need|thrilled|dying)"
TALK = (
    r"(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|interview(?:ing)?|see (?:you|him|her)(?! (?!(?:on|at|in|next|this|for|again|tomorrow|and|with|before|soon|here|there|too|as|when|both|all|then|if|over|after|to|about|or|monday|tuesday|wednesday|thursday|friday)\b)[a-z])|seeing you|sit(?:ting)? down|have you (?:in|over|up|back|down|along|come)|set(?:ting)? up (?:a|an|some|time|something|the)|"
    r"arrang(?:e|ing) (?:a|an|some|time|something|for you)|borrow you|grab (?:a|some|half|\d+|you)|get (?:you|\d+|some|half|on the|a)|hear more|hear a bit more|find out more|learn more about (?:you|your)|an? (?:\w+ ){0,3}(?:call|chat|conversation|meeting|interview|word|natter|coffee|hour|yarn|trial|zoom|stage)|"
    r"half an hour|an hour|\d+ ?(?:-\d+ ?)?(?:min|mins|minutes)|three quarters of an hour|bring you (?:in|back)|invite you|you to (?:come|meet|interview|stop|pop|drop|swing|visit|speak|talk|attend)|first (?:chat|call|conversation)|next (?:round|stage|step))"
)

PHRASES = (
    # "I'd love to hear a bit more about the dashboards" "both want to meet you" "the planning leads would like an hour with you"
    phrase("they want to talk", r"\b" + WANT + r"\b(?! to thank)[^.;]{0,40}?\b" + TALK + r"\b"),
    # "Would you have some time next week for a conversation by telephone?" "Could you spare me 25 minutes?"
    phrase(
        "a question for time",
        r"\b(?:could|can|would|might|will|do|are) you\b[^.;]{0,40}?\b(?:spare|have (?:some |any |a )?(?:\d{1,2} |ten |fifteen |twenty |thirty )?(?:time|half|few|minutes|moment|availability|hour)|be (?:free|available|up for|open to|around|able to (?:come|meet|speak|talk|join|attend|make))|(?:free|around) (?:for|on|this|next|to|any|tomorrow|monday|tuesday|wednesday|thursday|friday)|available|up for|open to|come (?:in|by|to|over|down|along|and)|pop in|stop by|swing by|make it (?:in|over|to)|give me (?:a (?:call|ring|bell)|three|some|a few|two|your))\b",
    ),
    # "I wonder whether you might be free to meet the trustees" "Can I give you a ring tomorrow?"
    phrase(
        "a question for time",
        r"\b(?:whether|if) you (?:might|would|could|'d|are|may) (?:be )?(?:free|available|able|open|willing|up) (?:to (?:meet|come|speak|talk|join|see)|for (?:an?|the) )|\b(?:can|could|may|shall) i (?:give you a (?:call|ring|bell|buzz)|(?:call|ring|phone) you)\b(?! back)|\b(?:hop|jump|get) on(?:to)? (?:a|the) (?:\w+ )?(?:zoom|call|phone|teams)\b",
    ),
    # "Could you let me know your availability?" "When would be a good time to talk?" "some times that would work for you"
    phrase(
        "a question for time",
        r"\b(?:let (?:me|us) (?:know|have)|send|share|tell (?:me|us)|give (?:me|us)|what(?:'s| is| are))\b[^.;?]{0,30}\b(?:availabilit(?:y|ies)|(?:some|a few|several|your best) (?:times|dates|days|slots))\b|\b(?:good|best|convenient|suitable) (?:time|day|moment) (?:for (?:you )?)?to (?:talk|speak|chat|meet|call)\b",
    ),
    # "Can we talk this week?" "How are you fixed for a call on Monday?" "What's your diary like?" "What times could you do?"
    phrase(
        "a question for time",
        r"\b(?:can|could|shall|might) we (?:talk|speak|chat|meet|have an? (?:\w+ )?(?:word|chat|call))\b|\bhow are you (?:fixed|placed|set) (?:for|on)\b|\bwhat(?:'s| is) your (?:diary|calendar|schedule|week) (?:like|looking)\b|\bwhat (?:times?|days?|dates?) (?:could|can|would) you\b",
    ),
    # "Got a minute for a call today?" "Have you got half an hour for us on Friday?" "Are you about tomorrow for a quick chat?"
    phrase(
        "a question for time",
        r"\bgot (?:\d{1,2}|an?|ten|fifteen|twenty|thirty|five|half an|some|any) (?:minutes?|hour|time|moment)\b[^.;?]{0,15}\b(?:for (?:an? |us|me)|to (?:talk|speak|chat|meet))|\bare you about\b[^.;?]{0,30}\b(?:for|to) (?:an? |talk|speak|chat|meet)|\bare you about (?:on |this |next )?(?:monday|tuesday|wednesday|thursday|friday|tomorrow|today|week)\b",
    ),
    # "The panel asks you to attend on Monday"
    phrase(
        "come in", r"\b(?:panel|committee|board|governors|trustees) (?:asks?|invites?|requests?) (?:you|that you) (?:to )?(?:attend|come|present|appear|meet)\b"
    ),
    # "I'm getting in touch to arrange your interview" "Next up is a conversation with our VP of Sales" "You've been put through to the panel interview"
    phrase(
        "a next round",
        r"\b(?:arrange|schedule|set up|organi[sz]e) your (?:\w+ )?(?:interview|call|chat|meeting)\b|\bnext (?:up|step) (?:is|would be|will be) (?:an?|your) (?:[\w-]+ ){0,3}(?:call|conversation|chat|interview|meeting)\b|\bput through to\b",
    ),
    # "Come in and have a look round, any afternoon is good"
    phrase("come in", r"\bcome (?:in|by|over|down) and (?:have a (?:look|chat)|see (?:us|the)|look round|visit)\b"),
    # "It'd be great to have a conversation about the opening"
    phrase(
        "they want to talk",
        r"\bbe (?:great|good|lovely|nice|helpful|useful|wonderful) to (?:have a (?:\w+ )?(?:chat|call|conversation|word)|talk|speak|chat|connect|catch up)\b",
    ),
    # "When are you free?" "Which afternoon works?" "What works on your side?" "When suits?"
    phrase(
        "a question for times",
        r"\b(?:when|which|what|what's|whats|how)\b[^.;?]{0,50}?\b(?:free|work|works|suit|suits|available|availability|convenient|good for you|best for you|shall i book|should i book|do you prefer|you prefer|does your week look)\b",
    ),
    # "Any afternoon next week?" "Thursday at 3, any use?" "friday at 4 instead?"
    phrase(
        "a time proposed",
        r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|fri|tomorrow|afternoon|morning|next week|this week)\b[^.;]{0,60}\b(?:any use|any good|instead|work for you|suit you|suit|ok|okay|possible|good for you|does that work|would that work|would that suit|how about it|work|(?:work|suit|be good)\b[^.;?]{0,15} for (?:an? |the )?(?:\w+ )?(?:interview|call|chat|meeting|talk|trial|conversation))\?",
    ),
    # "Would 1:30 p.m. work for you?"
    phrase(
        "a time proposed",
        r"\bwould\b[^;?]{0,30}(?:\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b|\bnoon\b|\b(?:morning|afternoon|evening)\b)[^;?]{0,30}\b(?:work|suit|be (?:ok|okay|good|possible|convenient|all right))\b[^;?]{0,30}\?",
    ),
    # "Pick whatever slot you like: https://calendly.com/..." "Grab whatever suits" "here's my calendar"
    phrase(
        "a link to book",
        r"\b(?:pick|grab|choose|book|select|find|use)\b[^.;]{0,40}?\b(?:slot|time|times|whatever suits|calendar|link|(?:a|any|whichever|which) day)\b|\bcalendly\.com/|\bsavvycal\.com/|\bcal\.com/|\bgoodtime\.io|\bmy calendar\b|\byoucanbook\.me|\bcalendar\.app\.google",
    ),
    # "Putting you through to the portfolio review" "you're through to the next round" "Round two."
    phrase(
        "a next round",
        r"\b(?:made it|got|gone|progressed|advanced|moved) (?:on |through )?to the (?:next|second|third|final|last) (?:round|stage|interview)\b|\b(?:putting|moving|sending|passing|taking|bringing|advancing|moved|put) you (?:through|on|along|ahead|up)\b|\b(?:mov\w+|tak\w+|bring\w*) you forward\b|\byou(?:'re| are|'ve| have)? (?:made it |got |been )?(?:through|advanced|moved on|progressed|shortlisted|on the shortlist|selected (?:for|to))\b|\bround (?:two|2|three|3)\b|\b(?:second|final|last|next|third) (?:round|stage|interview|conversation|chat)\b[^.;]{0,40}\b(?:with|would|will|is|be)\b|\bone conversation left\b",
    ),
    # "we'd like to move you to the final round" "progress you to the assessment centre"
    phrase(
        "a next round",
        r"\b(?:mov|advanc|bring|tak|progress|putt?|invit|pass)(?:e|ing|s)? you (?:on |through |along |forward |back )*(?:to|into|for) (?:the|our|a) (?:next|second|third|final|last|on-?site|panel|interview|assessment)\b",
    ),
    # "please attend before a panel" "come in and meet Carla" "come do a trial shift Thursday"
    phrase(
        "come in",
        r"\b(?:please )?attend (?:before|an interview|a panel|for interview|the interview)|\bcome (?:in|by|on in|over|see us|meet|do a|for a|along) (?:and |to |for )?(?:meet|see|talk|chat|an? |us|the|me|trial|stage|interview)|\bstop (?:in|by)\b[^.;]{0,30}\b(?:meet|talk|chat|see)|\bwould you attend\b",
    ),
    # "I will write with another date" "i will find us another time" "we'll find another date"
    phrase("another time to come", r"\b(?:another|a new|new|different|fresh) (?:date|time|slot|day)\b"),
    # "First meeting would be with their head of CRM, on Zoom." "The first interview is over the phone"
    phrase(
        "an interview to come",
        r"\b(?:first|initial|introductory|intro|screening|phone|telephone|video|informal|panel|second|final) (?:meeting|interview|call|conversation|chat|screen)\b[^.;]{0,30}\b(?:would be|will be|is|with|over|on|by)\b",
    ),
    # "invite you to interview" "you've been selected for an interview"
    phrase(
        "an invitation",
        r"\b(?:invit(?:e|ing|ed)|select(?:ed|ing)|shortlist(?:ed|ing)|put forward|proposing)\b[^.;]{0,30}\b(?:interview|conversation|call|meet|assessment|panel|chat|trial)\b",
    ),
)
# "let me know which day works", a question without its mark; "when its work is complete" is none
TELL = re.compile(r"\b(?:let (?:me|us) know|tell (?:me|us)|send (?:me|us)|what (?:other )?(?:day|time)s?\b.*\bcan you)\b")
# "I'd love to hear about your new dog" is kept out by the timeline: no application. "we want to hear how we did"
# "We will not be inviting you to interview", "I've invited Paul to the call as well"
UNLESS = re.compile(
    r"\b(?:one|some) day\b|(?:\bnot|n't) (?:be |been |going to be |able to |yet )*(?:invit|interview|shortlist)|\bi(?:'ve| have)? (?:also )?(?:invited|added|copied|included)\b(?! you)|\b(?:keep (?:talking|in touch)|stay(?:ing)? in touch|(?:your|us|any|some|share|leave|give) feedback on|rate your|how did we do|survey|gift card|podcast|reference (?:call|check)|your references?\b)"
)


def find(said: Said) -> Iterator[Event]:
    """Yield INVITED for their sentences that ask to meet; a question asks as well as a statement."""
    if said.message.outgoing or said.message.sort in (Sort.AUTO_REPLY, Sort.BOUNCE, Sort.BULK):
        return
    for sentence in said.sentences:
        p = match(sentence, PHRASES)
        if p and p.rule == "a question for times" and not (sentence.question or TELL.search(sentence.plain)):
            continue
        if p and (sentence.question or not hypothetical(sentence)) and not is_template(said, sentence) and not UNLESS.search(sentence.plain):
            yield said.event(Kind.INVITED, sentence, f"invited: {p.rule}", sure=p.sure)


def hypothetical(sentence: Sentence) -> bool:
    """Does it hang on a choice that they have yet to make ("if you are selected, ...")? "If you are curious, we would love ..." does not."""
    theirs = re.search(
        r"\b(?:selected|shortlisted|successful|a (?:match|fit)|progress|your (?:background|experience|skills|profile|qualifications|application))\b",
        sentence.plain,
    )
    return sentence.general or (sentence.conditional and bool(theirs))


def is_template(said: Said, sentence: Sentence) -> bool:
    """Does a machine describe how it would go on ("Finalists meet the team, after which an offer is made")?"""
    return said.message.sort is Sort.AUTOMATIC and sentence.conditional
