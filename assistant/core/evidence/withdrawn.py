"""The user said no: withdrew, declined an offer, or took another."""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import hits, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Event, Kind

PHRASES = (
    # "please take me out of the running" "I'll take myself out of the running for this one" "remove me from consideration"
    phrase("out of the running", r"\b(?:tak\w+|count|pull\w*|remov\w+|withdraw\w*|bow\w*|step\w*|rul\w+|drop\w*|scratch|strike)\b (?:me|myself|my (?:name|hat|application|candidacy)|out|back|aside|down)\b[^.;]{0,20}\b(?:out|from|of|off|running|consideration|race|list|process|for this one|hat)\b"),
    # "I am withdrawing my application" "I'd like to withdraw" "I have to withdraw from the process"
    phrase("withdrawing", r"\b(?:i|i'm|i'd|i've|me|to|must|will|should|formally|be)\b[^.;]{0,25}\bwithdraw(?:ing|n)?\b(?! (?:cash|money|funds|consent))"),
    # "In the end I'm going to pass." "I'll have to pass on this one" "I must decline your kind offer"
    phrase("declining", r"\b(?:i'm|i am|i'll|i will|i'd|i must|i have|i've|have|going|decided|afraid i|need|best)\b[^.;]{0,25}\b(?:to )?(?:pass(?:ing)?(?: on (?:this|it|the|your|that)|\.|$|,)|declin(?:e|ed|ing)\b|turn(?:ing|ed)? (?:it|this|you|the \w+|your \w+(?: \w+)?) down|say(?:ing)? no(?: to (?:this|it|you|your|the)\b|\.|$|,))"),
    # "I have accepted another offer" "I've signed with another firm" "I've taken a job elsewhere"
    phrase("taken another", r"\bi(?:'ve| have|'m| am|'ll| will| just)?(?: now| just| already| decided to| going to| gone and)* (?:accept(?:ed|ing)?|sign(?:ed|ing)|tak(?:en|ing)|said yes to|gone with|going with|agreed to)\b[^.;]{0,25}\b(?:another|a different|elsewhere|other|somewhere else|with (?!you|your|pleasure|thanks))"),
    # "So it's a no from me, with real thanks"
    phrase("a plain no", r"\b(?:it's|it is|that's|this is|i'm) (?:a |an? )?(?:polite |firm |sad |reluctant )?no (?:from me|for me|on my side|i'm afraid)"),
    # "it isn't the right move for me" "this one's not for me" "I don't think it's for me"
    phrase("not for me", r"\b(?:not|n't)(?: quite| really)? (?:the right (?:move|role|job|fit|step|time|thing|place)(?: for me)?|for me\b(?! to)|something i (?:can|could|want)|what i'm looking for)"),
    # "I won't be taking this further" "I've decided not to go ahead"
    phrase("not going on", r"\bi (?:won't|will not|can't|cannot|'ve decided not to|have decided not to|shan't|wouldn't) (?:be )?(?:tak(?:e|ing) (?:this|it|the|up)|go(?:ing)? (?:ahead|further|any further|forward)|continu(?:e|ing)|pursu(?:e|ing)|proceed(?:ing)?|accept(?:ing)? (?:the|your|this))"),
    phrase("not going on", r"\bdecided (?:not to|against) (?:go(?:ing)?|tak(?:e|ing)|pursu(?:e|ing)|continu(?:e|ing)|proceed(?:ing)?|mov(?:e|ing)|accept(?:ing)?|the|it)\b"),
)
# "I can't make Thursday", "pass on my thanks", "no longer available on Tuesday"
UNLESS = re.compile(r"\bpass (?:on|along) (?:my|the|our|his|her|their) (?:thanks|regards|best|message|note|number|details|word|greetings)|\bpass(?:ed)? (?:the|my|a|this|it on to)\b (?:exam|test|course)|\bi passed\b|\bif i (?:can't|don't|pass)|\bdecline (?:it|the invite|the invitation|the hold)\b")


# "I should be grateful if you would withdraw my application": a request, and no condition
REQUEST = re.compile(r"\b(?:would|could|can|will|please)\b[^.;]{0,20}\b(?:withdraw|remove|take|cancel) (?:my (?:application|name|candidacy|candidature)|me (?:out|off|from))\b")


def find(said: Said) -> Iterator[Event]:
    """Yield WITHDRAWN for each sentence of the user's that ends it from their side."""
    if said.by_them:
        return
    for sentence, p in hits(said.sentences, PHRASES, UNLESS):
        yield said.event(Kind.WITHDRAWN, sentence, f"withdrawn: {p.rule}", sure=p.sure)
    for sentence in said.sentences:
        if sentence.conditional and REQUEST.search(sentence.plain):
            yield said.event(Kind.WITHDRAWN, sentence, "withdrawn: asking to be withdrawn")
