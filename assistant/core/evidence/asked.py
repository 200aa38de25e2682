"""They ask the user for something: times, references, a form, an exercise, an answer. It is the user's turn (R3)."""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import match, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Event, Kind

THING = (
    r"(?:reference|references|referee|referees|resume|cv|portfolio|samples?|form|forms|availability|times?|dates?|slots?|windows?|transcripts?|certificates?|licen[cs]e|registration|pin number|dbs|id|passport|right to work|"
    r"proof|exercise|assignment|task|test|assessment|case study|details|number|numbers|address|names?|salary|expectations?|notice period|start date|answer|decision|confirmation|documents?|paperwork|copy|copies|phone|best (?:time|number)|contacts?|"
    r"questionnaire|application form|menu|rota|preferences?|photos?|presentation|slides|statement|disclosure|checks?)"
)

PHRASES = (
    # "There's one thing I need from you before she can sign anything: two references"
    phrase(
        "something needed",
        r"\b(?:i|we|they|he|she|hr|client)(?:'ll| will| would|'d| do| still| also| just)*\b[^.;]{0,15}\bneed\b[^.;]{0,40}\b(?:from you|" + THING + r")\b",
    ),
    # "They like two references on file before they'll see anyone. Names, titles, emails pls"
    phrase(
        "something wanted",
        r"\b(?:pls|plz|please)\b[^.;]{0,60}\b(?:send|share|provide|forward|email|give|let (?:me|us) (?:know|have)|confirm|complete|fill|return|reply|tell|attach|bring back|submit|upload|sign|get|drop|advise|supply|"
        + THING
        + r")\b|\b"
        + THING
        + r"\b[^.;]{0,60}\b(?:pls|plz|please)(?:\.|$| )",
    ),
    # "Two asks from me: names and emails for two people" "one favour from you" "a request from HR"
    phrase(
        "something needed",
        r"\b(?:ask|asks|favou?rs?|homework|to-?dos?|requests?) (?:from|of|for) (?:me|us|you|hr)\b|\bone thing (?:from you|i(?:'ll)? need|we(?:'ll)? need|left for you)\b",
    ),
    # "Could you send over two references?" "Can you give me three windows?"
    phrase(
        "a request",
        r"\b(?:could|can|would|will|might) (?:you|i (?:get|have|ask|trouble) (?:you )?)\b[^.?]{0,30}\b(?:send|share|provide|forward|email|give|let (?:me|us) (?:know|have)|confirm|complete|fill|return|reply|tell|attach|submit|upload|spare|do|have|get|drop|ask|advise|supply|be|come|make|bring|your|the|two|some|a)\b",
    ),
    # "which number shall I use?" "Which afternoon works?" "What works on your side?"
    phrase(
        "a question",
        r"^(?:and |so |also,? |but )?(?:when|which|what|how (?:about|does|do|is|soon|much)|where)\b[^?]{0,120}\b(?:you|your|works?|suits?|shall i|should i|best|prefer)\b[^?]{0,60}\?",
    ),
    # "Are you available on Thursday?" "Do you have two references?" "Would Thursday afternoon suit?" "Is 4pm ok?"
    phrase(
        "a question",
        r"^(?:and |so |also,? |but |if so,? )?(?:are|do|did|have|would|will|is|does|can|could|shall|may|any (?:chance|use|afternoon|morning|day|time))\b[^?]{0,160}\b(?:you|your|suit|works?|ok|okay|good|free|available|do|possible|week)\b[^?]{0,60}\?",
    ),
    # "friday at 4 instead?" "Thursday the 16th at 3, any use?"
    phrase(
        "a time proposed",
        r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|fri|tomorrow|today|\d ?(?:am|pm))\b[^?]{0,60}\?",
    ),
    # "The exercise is attached ... It is due back to me by Friday" "get it to us by"
    phrase(
        "a task",
        r"\b(?:due(?! course)|return(?:ed)? (?:it|them|to)|hand(?:ed)? in|submit(?:ted)?|completed? and|deadline)\b[^.;]{0,25}\b(?:back to|to (?:me|us)|by|before|within|is)\b|\b(?:exercise|assignment|take-?home|task|case study|test|assessment)\b[^.;]{0,40}\b(?:attached|below|enclosed|link|here|for you|to do|to complete)\b",
    ),
    # "Please find attached a short exercise, to be returned by Monday" "We'd ask you to prepare a ten-minute presentation"
    phrase(
        "a task",
        r"\battached\b[^.;]{0,25}\b(?:exercise|task|test|assignment|case study|form|questionnaire)\b[^.;]{0,40}\b(?:return|complet|fill|sign)|\b(?:ask|asking|like|need|want|require) you to (?:prepare|complete|send|provide|fill|do an?|take (?:a|the|our)|submit|write|record|sign)\b",
    ),
    # "Kindly confirm by return email." "Let me know which day suits." "Tell me what is."
    phrase(
        "a request",
        r"^(?:please|kindly|just|do|so|then|and|also)?,? ?(?:please |kindly )?(?:confirm|let (?:me|us) know (?:which|when|what|if|whether|your|by|how|that|asap)|tell (?:me|us) (?:which|when|what|how|your)|send (?:me|us|over|along|across|your|through)|share|reply (?:with|by|to)|fill|complete|sign|return|pick|choose|book|grab|drop (?:me|us)|email (?:me|us) (?:your|the|a)|get back to (?:me|us))\b",
    ),
    # "Have a think and tell me whether you'd like to go on" "I'm still missing your second referee's email"
    phrase(
        "a request",
        r"\b(?:tell|let) (?:me|us) (?:know )?(?:whether|if) you(?:'d| would| want| are|'re)\b|\b(?:missing|n't (?:yet )?(?:had|got|received)|not (?:yet )?(?:had|got|received)) your\b",
    ),
    # "I look forward to receiving your references" "awaiting your confirmation"
    phrase(
        "something awaited",
        r"\b(?:await(?:ing)?|waiting (?:for|on)|look(?:ing)? forward to (?:receiving|getting|having)|once (?:we|i) (?:have|get|receive)|as soon as (?:we|i) (?:have|get|receive)) (?:your|the|those|these|them)\b[^.;]{0,30}\b"
        + THING
        + r"\b",
    ),
)
# "let me know if you have any questions" "just tell me if that's no good" "shout only if" "any questions?" "how are you?" "remember me?"
UNLESS = re.compile(
    r"\b(?:any|have|other) (?:questions|queries|concerns|problems|trouble)\b|\bif (?:you have|there's|there is|that's|that is|you need|you'd like|anything|this|it|you can't|you cannot|not|any of|you want|something|plans)\b|\b(?:how are you|how's it|hope you|remember me|no need to (?:reply|answer|respond)|isn't it|right\?$|who knew|guess what|if you need to chase)\b"
    r"|\bplease (?:contact|write to|reach out to|get in touch with|direct (?:any|all|your)|address (?:any|all|your))\b|\bdo not reply\b|\bplease do not\b|\bplease don't\b|\bplease note\b|\bplease accept\b|\bplease (?:check in with|ask for|find(?! (?:attached|enclosed|below)[^.;]{0,60}\b(?:return|complet|fill|sign))|bring|arrive|come|have a|use the|dial|join|ring the|buzz|see|wear|allow|feel free|be aware|keep|take care|say hi|give my)\b|\bsurvey\b|\bcall you back\b|\bplease reach out\b|\bplease give (?:us|me) (?:a (?:bit|little|few|couple|week|day|moment)|some|until|till|more)\b"
)


def find(said: Said) -> Iterator[Event]:
    """Yield ASKED for their sentences that wait for something of the user's."""
    if said.message.outgoing or not said.by_human:
        return
    for sentence in said.sentences:
        p = match(sentence, PHRASES)
        if p and not UNLESS.search(sentence.plain):
            yield said.event(Kind.ASKED, sentence, f"asked: {p.rule}", sure=p.sure)
