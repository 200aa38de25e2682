"""The user said no: withdrew, declined an offer, or took another."""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import NOT, hits, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Event, Kind

PHRASES = (
    # "please take me out of the running" "I'll take myself out of the running for this one" "remove me from consideration"
    phrase(
        "out of the running",
        r"\b(?:tak\w+|count|pull\w*|remov\w+|withdraw\w*|bow\w*|step\w*|rul\w+|drop\w*|scratch|strike)\b (?:me|myself|my (?:name|hat|application|candidacy)|out|back|aside|down)\b[^.;]{0,20}\b(?:out|from|of|off|running|consideration|race|list|process|for this one|hat)\b",
    ),
    # "I am withdrawing my application" "I'd like to withdraw" "I have to withdraw from the process"
    phrase(
        "withdrawing",
        r"\b(?:i|i'm|i'd|i've|me|to|must|will|should|formally|be)\b[^.;]{0,25}\bwithdraw(?:ing|n)?\b(?! (?:cash|money|funds|consent|my (?:question|remark|comment|complaint|request|offer)))",
    ),
    # "I'd like to cancel my application" "Please withdraw my application"
    phrase("withdrawing", r"\b(?:cancel|close|withdraw|retract|delete|pull)(?:ing)? my (?:application|candidacy|candidature)\b"),
    # "Please withdraw my name."
    phrase(
        "withdrawing", r"\b(?:please|kindly) (?:do )?withdraw (?:my|me)\b|\b(?:please|kindly) (?:take|remove|strike|scratch) (?:my name|me) (?:off|from|out)\b"
    ),
    # "In the end I'm going to pass." "I'll have to pass on this one" "I must decline your kind offer"
    phrase(
        "declining",
        r"\b(?:i'm|i am|i'll|i will|i'd|i must|i have|i've|have|going|decided|afraid i|need|best)\b[^.;]{0,25}\b(?:to )?(?:pass(?:ing)?(?: on (?:this|it|the|your|that)|\.|$|,)|declin(?:e|ed|ing)\b(?! (?:(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)|(?:the|your|this|that) (?:\w+ )?(?:call|invite|invitation|slot|time|meeting|date|lunch|dinner|drink)|anything))|turn(?:ing|ed)? (?:it|this|you|the \w+|your \w+(?: \w+)?) down|say(?:ing)? no(?: to (?:this|it|you|your|the)\b|\.|$|,))",
    ),
    # "I have accepted another offer" "I've signed with another firm" "I've taken a job elsewhere"
    phrase(
        "taken another",
        r"\bi(?:'ve| have|'m| am|'ll| will| just)?(?: now| just| already| decided to| going to| gone and)* (?:accept(?:ed|ing)?|sign(?:ed|ing)|tak(?:en|ing)|said yes to|gone with|going with|agreed to)\b[^.;]{0,25}\b(?:another|a different|elsewhere|other|somewhere else|with (?!you|your|pleasure|thanks))",
    ),
    # "I've chosen to go with another offer" "i got another job" "I've decided to stay at my current job"
    phrase(
        "taken another",
        r"\bi(?:'ve| have|'m| am)?(?: now| just| also)? (?:decided|chosen|opted|going|choosing) to (?:go with|take|accept) (?:another|a different|the other)\b|\bi(?:'ve| have)? (?:got|found|landed|started) (?:another|a new|a different) (?:job|position|role|post)\b|\bi(?:'ve| have|'m| am)?(?: now| just)? (?:decided|chosen|opted|going|choosing) to (?:stay|remain) (?:at|in|with|put|where)\b",
    ),
    # "I'm no longer interested in the position" "I am no longer looking" "please don't consider me any more"
    phrase(
        "not looking",
        r"\bi(?:'m| am) no longer (?:interested in (?:the|this|your|being)|looking (?:for|to)|pursuing|seeking|in the market|on the market)\b|(?:\bnot|n't|\bdont) consider me (?:any|further|for)",
    ),
    # "So it's a no from me, with real thanks"
    phrase("a plain no", r"\b(?:it's|it is|that's|this is|i'm) (?:a |an? )?(?:polite |firm |sad |reluctant )?no (?:from me|for me|on my side|i'm afraid)"),
    # "it isn't the right move for me" "this one's not for me" "I don't think it's for me"
    phrase(
        "not for me",
        NOT
        + r"(?: think (?:it|this|the (?:role|job|position))(?:'s| is))?(?: quite| really)? (?:the right (?:move|role|job|fit|step|time|thing|place)(?: for me)?|for me\b(?! to)|something i (?:can|could|want)|what i'm looking for)",
    ),
    # "I won't be taking this further" "I've decided not to go ahead"
    phrase(
        "not going on",
        r"\bi (?:won't|will not|can't|cannot|'ve decided not to|have decided not to|shan't|wouldn't) (?:be )?(?:tak(?:e|ing) (?:this|it|the|up)|go(?:ing)? (?:ahead|further|any further|forward)|continu(?:e|ing)|pursu(?:e|ing)|proceed(?:ing)?|mov(?:e|ing) (?:forward|ahead|on) with (?:the (?:process|role|interviews?|position|application|job)|my application|this|it)|(?:be )?(?:able to )?accept(?:ing)? (?:the|your|this) (?:\w+ )?(?:offer|role|position|post|job|place))",
    ),
    # "I don't want to go any further with this" "Regrettably, I can't accept." "I'm happy where I am, so I'll leave it"
    phrase(
        "not going on",
        NOT
        + r" (?:want|wish) to (?:go (?:any )?(?:further|ahead)|continue|proceed|pursue|carry on)\b|\b(?:can't|cannot|won't be able to|unable to|not able to) accept(?=[.,!]|$)|\bhappy where i am\b",
    ),
    # "I'm pulling out, sorry." "I'd like to bow out at this stage" "I'd like to take my application back" "consider my application withdrawn"
    phrase(
        "out of the running",
        r"\bbow(?:ing)? out\b|\bi(?:'m| am|'ll| will|'ve| have| must| need)?(?: to| decided to| going to)? (?:be )?pull(?:ing|ed)? out\b(?! of the (?:drive|station))|\btak(?:e|ing) my application back\b|\b(?:application|candidacy) (?:as |to be )?withdrawn\b",
    ),
    # "I have to turn down your kind offer" "found something else"
    phrase(
        "declining", r"\bturn(?:ing)? down (?:the|your|this) (?:\w+ )?(?:offer|job|role|position|post)\b|\bfound something else\b(?! (?:that|which|i|to)\b)"
    ),
    # "I'd rather not continue with the interviews"
    phrase("not going on", r"\b(?:rather|prefer) not (?:to )?(?:continue|go (?:on|ahead|further|forward)|proceed|pursue|carry on|take (?:it|this))"),
    phrase(
        "not going on",
        r"\bdecided (?:not to|against) (?:go(?:ing)?|tak(?:e|ing)|pursu(?:e|ing)|continu(?:e|ing)|proceed(?:ing)?|mov(?:e|ing)|accept(?:ing)?|the|it)\b",
    ),
)
# "I can't make Thursday", "pass on my thanks", "no longer available on Tuesday"
UNLESS = re.compile(
    r"\b(?:not|never|no plans to|no intention of|no wish to|no need to)\b[^.;]{0,12}\bwithdraw|n't (?:want to |wish to )?withdraw|\bpass (?:on|along) (?:my|your|the|our|his|her|their) (?:thanks|regards|best|message|note|number|details|word|greetings)|\bpass(?:ed)? (?:the|my|a|this|it on to)\b (?:exam|test|course)|\bi passed\b|\bif i (?:can't|don't|pass)|\bdecline (?:it|the invite|the invitation|the hold)\b"
)


# "I should be grateful if you would withdraw my application": a request, and no condition
REQUEST = re.compile(
    r"\b(?:would|could|can|will|please)\b[^.;]{0,20}\b(?:withdraw|remove|take|cancel) (?:my (?:application|name|candidacy|candidature)|me (?:out|off|from))\b"
)


def find(said: Said) -> Iterator[Event]:
    """Yield WITHDRAWN for each sentence of the user's that ends it from their side."""
    if said.by_them:
        return
    for sentence, p in hits(said.sentences, PHRASES, UNLESS):
        yield said.event(Kind.WITHDRAWN, sentence, f"withdrawn: {p.rule}", sure=p.sure)
    for sentence in said.sentences:
        if sentence.conditional and REQUEST.search(sentence.plain):
            yield said.event(Kind.WITHDRAWN, sentence, "withdrawn: asking to be withdrawn")
