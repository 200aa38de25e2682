"""Either side writes of an interview as having happened, or as not having taken place; and the user's thanks for it."""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import hits, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Event, Kind, Sort

TALK = r"(?:call|chat|conversation|interview|meeting|hour|half hour|half an hour|time|visit|tour|discussion|talk|session|coffee|lunch|afternoon|morning|minutes|shift|trial|stage|screen|panel|walk|day|evening|demo|review)"
WHEN = r"(?:today|yesterday|this (?:morning|afternoon|evening|week)|earlier|just now|last (?:week|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:'s)?|the other day|the \d{1,2}(?:st|nd|rd|th))"

HELD = (
    # "Thank you for yesterday." "Thanks for Friday and for the second pastry." "Thanks for today!"
    phrase("thanks for it", r"\b(?:thanks|thank you|thx|ty|cheers|grateful|appreciated?)\b[^.;]{0,40}?\bfor (?:all )?" + WHEN + r"\b"),
    # "Thanks for the call this morning" "Thank you for the conversation at one o'clock" "Thank you for the hour today"
    phrase(
        "thanks for it",
        r"\b(?:thanks|thank you|thx|ty|cheers|grateful)\b[^.;]{0,40}?\bfor (?:the|your|a|our|that|making|taking|giving|finding|such)\b[^.;]{0,30}\b"
        + TALK
        + r"\b(?! (?:you|to apply|and interest|you took to apply|to (?:read|review|consider)|(?:in )?(?:reading|reviewing|considering)))",
    ),
    # "Thank you both for having me in" "thanks for meeting with me" "Thank you for coming in" "thank you for interviewing me"
    phrase(
        "thanks for it",
        r"\b(?:thanks|thank you|thx|cheers|grateful)\b[^.;]{0,40}?\bfor (?:having me|meeting|coming (?:in|by|over|along|down|out|up|to (?:interview|see|meet|talk|the))|(?:attending|doing) (?:your|the|our|an?) (?:\w+ )?(?:interview|trial|shift|panel|stage)|seeing me|talking (?:to|with)|speaking (?:to|with)|chatting|sitting down|showing me|walking me|interviewing me|joining us|popping in|stopping by|letting me(?! know))\b",
    ),
    # "I really appreciate you taking the time to interview me" "I appreciated the chance to talk with you"
    phrase(
        "thanks for it",
        r"\bappreciat(?:e|ed) (?:that )?you(?:r)? taking the time to (?:meet|talk|speak|interview|chat|see)|\bappreciated the (?:chance|opportunity) to (?:meet|talk|speak|interview|chat|see)|\btime (?:that )?you (?:and [^.;,]{0,30} )?(?:gave|spent with) (?:me|us)\b",
    ),
    # "Thanks for making the trip up here" "nice one for coming in earlier" "Thank you for presenting to the panel"
    phrase(
        "thanks for it",
        r"\b(?:thanks|thank you|thx|cheers|grateful|nice one|ta)\b[^.;]{0,20}?\bfor (?:making the (?:trip|journey|effort|time to (?:come|meet|talk|see))|presenting (?:to|your)|coming (?:in|by|over|along|down|out|up))\b",
    ),
    # "We were pleased to see you on Tuesday" "I was delighted to meet you yesterday"
    phrase(
        "a pleasure",
        r"\b(?:was|were) (?:so |very |really |truly )?(?:glad|happy|pleased|delighted|honou?red|thrilled) to (?:finally )?(?:meet|see|speak (?:to|with)|talk (?:to|with)|welcome) you\b",
    ),
    # "We were glad to have you in on Monday" "You interviewed brilliantly"
    phrase(
        "a pleasure",
        r"\b(?:was|were) (?:\w+ )?(?:glad|happy|pleased|lovely|great|good|nice|delighted) to have (?:had )?you (?:in|here|over|with us)\b|\byou interviewed (?:very |really )?(?:well|brilliantly|superbly|strongly)\b",
    ),
    # "It was lovely to meet you on the ward on Monday"
    phrase(
        "a pleasure",
        r"\bwas (?:an? |so |really |very |such )*(?:pleasure|lovely|great|good|nice|delight|delightful|wonderful|brilliant|fantastic)\b[^.;]{0,12}\b(?:to (?:finally )?(?:meet|speak (?:to|with)|talk (?:to|with)|see|chat|have)|meeting|speaking|talking|seeing|having) (?:to |with )?(?:you|everyone|the team)\b",
    ),
    # "You did really well in the interview yesterday"
    phrase(
        "looking back",
        r"\byou (?:did|came across|performed|interviewed|presented)\b[^.;]{0,30}\b(?:in|at|on|during) (?:the|your|our) (?:interview|trial|panel|call|stage|assessment)\b",
    ),
    # "It was a pleasure yesterday" "It was lovely to meet you" "good to see you again yesterday" "Great speaking with you"
    phrase(
        "a pleasure",
        r"\b(?:pleasure|lovely|great|good|nice|enjoyed|wonderful|delight|joy|fun|fantastic|brilliant|treat|loved|fab)\b[^.;]{0,25}\b(?:to meet|to have met|meeting|talking|speaking|chatting|to (?:finally )?(?:see|speak|talk|chat)|seeing|our (?:chat|call|conversation|talk|meeting)|having you in|yesterday|showing you|your visit)\b(?! you (?:on|at|next|tomorrow|then|there|soon|all|in person))",
    ),
    # "That was the nicest half hour of my Thursday." "the two of you came off that call smiling"
    phrase(
        "looking back",
        r"\b(?:that|it|this|yesterday|today|thursday|our \w+) was (?:the|a|an|such|so|really|fun|great|lovely)\b[^.;]{0,40}\b(?:half hour|hour|chat|call|conversation|interview|fun|pleasure|meeting|discussion|minutes)\b|\b(?:came|come|coming) (?:off|out of|away from) (?:it|that|the|our|their|tuesday|monday|wednesday|thursday|friday)\b",
    ),
    # "since we sat down" "when we spoke on Tuesday" "after our interview yesterday" "following your interview"
    phrase(
        "looking back",
        r"\b(?:since|when|after|following|as) (?:we|our|your|you) (?:sat down|spoke|talked|met|chatted|discussed|interview|conversation|meeting|chat|call|visit|came in|came by|time with)\b(?! (?:is|will|on (?:monday|tuesday|wednesday|thursday|friday) the))",
    ),
    # "Grace and Peter both spoke warmly of your conversation." "I enjoyed our talk" "enjoyed meeting you"
    phrase(
        "looking back",
        r"\b(?:enjoyed|liked|loved|warmly of|impressed by|feedback (?:from|on|after)|notes from|debrief)\b[^.;]{0,30}\b(?:your|our|the|meeting|talking|speaking|hearing|that) ?(?:conversation|interview|talk|chat|call|meeting|hour|with you|you|panel|morning|afternoon|visit)?\b",
        0.6,
    ),
)
NOT_HELD = (
    # "Sorry we missed you yesterday" "you weren't on the call" "you didn't dial in" "I wasn't able to join"
    phrase(
        "it did not take place",
        r"\b(?:sorry|shame|pity)\b[^.;]{0,20}\b(?:missed|to have missed|to miss) (?:you|each other|the (?:call|interview|meeting)|our (?:call|interview|meeting|chat|slot)|my|your call)\b",
    ),
    phrase(
        "it did not take place",
        r"\b(?:you|i|he|she|they|we) (?:were not|weren't|was not|wasn't|did not|didn't|never|couldn't|could not|were unable to|was unable to|failed to) (?:on the call|there|dial|join|show|turn up|at (?:the|your|our) (?:\w+ )?(?:interview|call|trial|shift|meeting|appointment)|arrive|see you (?:at|on|in)|connect|make it|make the|get through|appear|make (?:our|my|your)|able to (?:join|make|connect|attend)|attend|reach you)\b",
    ),
    # "Sorry you stood at the dock for nothing" "I never made it in" "you waited for nothing"
    phrase(
        "it did not take place",
        r"\b(?:stood|waited|waiting|sat|hung|drove|came|come|trek\w*|travel\w*|made the trip)\b[^.;]{0,40}\bfor nothing\b|\b(?:i|we|he|she|they|you) never (?:made it|showed|turned up|got there|came|appeared|dialled|dialed|joined)\b|\bkept you waiting and\b",
    ),
    # "I was on the line at 10 but nobody joined" "I apologise for missing the interview" "we missed you this morning"
    phrase(
        "it did not take place",
        r"\b(?:nobody|no one|no-one) (?:joined|came|showed|turned up|picked up|was there|let me in|dialled)\b|\b(?:apolog\w+|sorry) (?:for|about) (?:missing|not (?:making|joining|attending|being on|being able to (?:make|join|attend))) (?:our|the|my|your|today|yesterday|this)\b|\bwe missed you (?:this|today|yesterday|at|on)\b",
    ),
    # "I couldn't get hold of you at our agreed time"
    phrase(
        "it did not take place",
        r"(?:n't|\bnot|\bunable to|\bfailed to) (?:get hold of|reach|get through to) you\b[^.;]{0,30}\b(?:at our|as (?:agreed|arranged|planned)|at the (?:agreed|time)|for our)\b",
    ),
    # "I tried calling you at 2 as agreed but got no answer"
    phrase(
        "it did not take place",
        r"\b(?:tried|rang|called|calling|phoned|ringing|dialled)\b[^.;]{0,25}\b(?:as (?:agreed|arranged|planned)|for our (?:call|interview|chat)|at our (?:agreed )?time)\b[^.;]{0,30}\b(?:no answer|no reply|voicemail|nobody|no one|couldn't)\b",
    ),
    phrase(
        "it did not take place",
        r"\bno[- ]show\b|\bmissed (?:our|the|my|your) (?:call|interview|meeting|appointment|slot|chat)\b|\b(?:interview|call|meeting|chat) (?:that )?(?:did not|didn't|never|couldn't|could not) (?:happen(?:ed)?|t(?:ake|ook) place|go ahead|went ahead)\b|\bmissed each other\b|\bstood (?:me|you|us) up\b",
    ),
)
# "Thank you for taking the time to apply", "thank you for your time and interest", "Thank you for the care you put into the exercise"
UNLESS = re.compile(
    r"\b(?:time (?:you )?(?:took|put|taken)?[^.;]{0,15}(?:to apply|applying|into applying|and interest|to submit|submitting|to complete)|interest in|your application|to apply|for applying|(?:thanks|thank you) (?:again |so much |very much )?for your time(?: and (?:consideration|attention|interest))?[.,!]?$|for your (?:interest|application|patience|reply|email|mail|note|message|order|quick|prompt|consideration|flexibility|understanding)|"
    r"\bfor (?:the|your) (?:kind )?invit|\b(?:over|by|via|through) (?:e-?mail|linkedin)\b|consideration of my application|considering my application|time (?:booking|filling|registering)|screener|exercise|the (?:quick|prompt) (?:reply|response)|in advance|look(?:ing)? forward to|would be (?:great|good|lovely|nice|a pleasure)|it'd be|hope to|(?<!were )(?<!was )(?<!so )happy to|love to|like to|be (?:great|lovely|good|nice) to|(?:will|'ll|to) be\b)"
)
# "I have to miss Thursday" is a cancellation, not a miss
AHEAD = re.compile(r"\b(?:tomorrow|next|will|won't|going to)\b")


SELF_MISSED = re.compile(r"\bsorry\b[^.;]{0,20}\bmiss(?:ed)? you\b")


def find(said: Said) -> Iterator[Event]:
    """Yield HELD and NOT_HELD for sentences of either side that look back; THANKED too, where the user thanks."""
    if said.message.sort is not Sort.HUMAN:
        return
    took_place = any(p.sure >= 1 for _, p in hits(said.sentences, HELD, UNLESS))  # "Thank you for coming in to meet the team! I'm sorry I missed you."
    missed = [(s, p) for s, p in hits(said.sentences, NOT_HELD, AHEAD) if not (took_place and SELF_MISSED.search(s.plain))]
    for sentence, p in missed:
        yield said.event(Kind.NOT_HELD, sentence, f"not held: {p.rule}")
    if missed:
        return
    for sentence, p in hits(said.sentences, HELD, UNLESS):
        yield said.event(Kind.HELD, sentence, f"held: {p.rule}", sure=p.sure)
        if said.message.outgoing and p.sure >= 1:
            yield said.event(Kind.THANKED, sentence, f"thanked: {p.rule}", people=said.message.recipients)
