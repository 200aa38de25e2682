"""The user asks where the process stands: this timeline's check-in, whoever wrote its words (R4)."""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import match, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Event, Kind

PHRASES = (
    # "I wanted to see where things are with the Claims analyst role" "where it stands" "how things stand with it"
    phrase(
        "asking where it stands",
        r"\b(?:where|how) (?:things|it|we|matters|everything|the (?:\w+ ){0,4}?(?:process|role|search|decision|position|hiring|hire|selection|recruitment|team|job|post|application|competition|vacancy)|that|this|my application|they|you|hr|all)\b[^.;]{0,60}?\b(?:stand|stands|standing|are|is|at|go|goes|going|got|gotten|get|has got|have got|looking|coming|progressing|getting on|shaping up|landed|came out|moving|have landed|lies|lie|sit|sits)\b",
    ),
    # "where do things stand with the Senior Product Designer role?" "how is the founding designer hire looking"
    phrase(
        "asking where it stands",
        r"\b(?:where|how) (?:do|does|did|are|is|has|have)\b[^.;?]{0,50}\b(?:stand|at|looking|going|coming along|getting on|progressing|shaping up|got to|moving|get to|land|turn out)\b",
    ),
    # "just wondering where you're up to with the marketing assistant job?"
    phrase("asking where it stands", r"\bwhere (?:you|they|we|things|it)(?:'re|'s|'ve| are| is| have| has)? (?:up to|at|got to|gotten to|got with)\b"),
    # "Wondering where the club is with the search?" "How's it looking on the kitchen manager job?" "what's the word from Marco?"
    phrase(
        "asking where it stands",
        r"\b(?:wonder\w*|curious|know|ask|see|hear) (?:where|how) (?:the |your )?\w+(?: \w+)? (?:is|are|was|were|stands?|has got|have got)\b[^.;]{0,20}\b(?:with|on|about|at)\b|\bhow(?:'s| is| are) (?:it|things|that|everything|the (?:\w+ ){1,4})\s?(?:looking|going|coming|shaping)\b|\bwhat(?:'s| is) the (?:word|latest|verdict|news|status|story|score|plan)\b|\bany (?:word|joy|luck|verdict)\b",
    ),
    # "Checking in on the Claims analyst opening" "Just checking where Hartley are" "I thought I'd check in"
    phrase(
        "checking in",
        r"\bcheck(?:ing|ed)?[ -]in\b(?! (?:with security|at (?:the|reception)|desk|time|luggage|bag))|\bchecking (?:where|how|whether|on|up on|if)\b(?! you(?:'ve)? (?:got|received|had) (?:my|the))|\bfollow(?:ing)?[ -]up (?:on(?! (?:your|the) (?:question|request|email|mail|note|message|ask)\b)|about|regarding|with you|to see|after|re)\b|chas(?:e|ing) (?:this|it|up|for)\b|\bnudge\b|\btouch(?:ing)? base\b|\bcircl(?:e|ing) back\b",
    ),
    # "Is there any news on the role?" "any update?" "Have you heard anything from them?" "wondered if there was news"
    phrase(
        "asking for news",
        r"\b(?:any|some|further|the latest) (?:news|update|updates|word|feedback|developments?|movement|progress|decision|sign|joy)\b(?! (?:from me|on my side))[^.]{0,80}(?:\?|$)|\b(?:heard|hear|know) (?:anything|something|back|more)\b[^.]{0,60}\?|\b(?:if|whether) (?:there(?:'s| is| was| were| has been)|you(?:'ve| have| had)?)\b[^.;]{0,20}\b(?:news|updates?|progress|heard|decided|decision|word|made up|reached|come to|movement)\b",
    ),
    # "I was wondering whether a decision has been made" "Have you made a decision?" "did they ever decide?"
    phrase(
        "asking for the decision",
        r"\b(?:has|have|had|did|when|whether|if)\b[^.;?]{0,40}\b(?:decision|decided|decide|made up your minds?|chosen|outcome|conclusion)\b[^.;]{0,40}(?:\?|$|made|reached|taken|been|yet|for)|\bwhether\b[^.;]{0,30}\bdecision\b",
    ),
    # "when might I expect to hear" "when am I likely to hear" "what the next steps are"
    phrase(
        "asking when",
        r"\b(?:when|how soon|what (?:the|is the|'s the)?) (?:i|we|am i|might i|can i|should i|could i|you|do you|will you|the|next|timeline|timing|time ?line)\b[^.;]{0,30}\b(?:hear|know more|expect|decide|steps?|time ?line|timing|looks?|timeframe)\b",
    ),
    # "Is there any white smoke yet about the Sister's post?" "Any singing to be done about the nurse job?"
    phrase(
        "asking for news",
        r"^(?:so,? |and,? |but,? )?(?:is there|are there|has there been|any(?:thing)?|has anything|did anything|has the|have the)\b[^?]{0,80}\b(?:yet|about|on|with|from|of|for)\b[^?]{0,80}\?$",
    ),
    # "Is the role still open?" "Has the position been filled?" "Could you give me an idea of the timeline?"
    phrase(
        "asking whether it is open",
        r"\b(?:is|are|has|have|if|whether) (?:the|this|that|your) (?:\w+ ){0,3}(?:role|position|job|post|vacancy|opening|search)\b[^.;]{0,20}\b(?:still (?:open|available|going|live)|been (?:filled|decided))\b|\bidea (?:of|about) (?:the|your) (?:timeline|timing|timescales?|timeframe)\b",
    ),
    # "I'd be grateful for an update" "I would appreciate any update you can share"
    phrase(
        "asking for news",
        r"\b(?:grateful|appreciate|glad|love|like|hoping|hoped|thankful|welcome)\b[^.;]{0,15}\b(?:an|any|some|for an|for any) (?:\w+ )?(?:update|updates|news|word)\b",
    ),
    # "I would love to know the next steps"
    phrase("asking when", r"\b(?:know|hear|ask|learn)(?: about| of)? (?:the|your|any) (?:next steps?|timeline|timescales?|outcome|decision)\b"),
    # "I was hoping you could say whether you've chosen somebody" "Do you have any idea when the panel will make up its mind?"
    phrase(
        "asking for the decision",
        r"\b(?:whether|if) (?:you(?:'ve| have)|the (?:\w+ )?(?:panel|board|team|committee|client) has|they(?:'ve| have)) (?:\w+ )?(?:chosen|decided|picked|settled|made up)\b|\bwhen (?:the (?:\w+ )?(?:panel|board|team|committee|client)|you|they)(?:'ll| will| might| may| would) (?:decide|choose|make up|pick|know)\b",
    ),
    # "Have the interviews finished?" "Did the client say anything?" "Am I still being considered?" "I wonder if the panel has met"
    phrase(
        "asking for news",
        r"\b(?:have|are|has) (?:the|all the|your) (?:interviews?|panel|shortlisting)\b[^.;?]{0,30}\?|\bdid (?:the|they|your|he|she|my)\b[^.;?]{0,30}\b(?:say|decide|like|come back|mention)\b[^.;?]{0,20}\?"
        r"|\bam i still (?:being|in|under|on)\b|\bwonder\w* (?:if|whether) (?:the|your) (?:panel|board|team|client|committee|interviews?|trustees|owners?)\b",
    ),
    # "the status of my application" "an update on"
    phrase(
        "asking for the status",
        r"\b(?:status of|update on|news (?:on|of|about)|state of play|progress (?:on|of|with))\b|\bstatus of my (?:application|candidacy)\b",
    ),
)
# "You mentioned deciding by Friday, so I will look forward to hearing" asks nothing; "let me know if you need anything else"
# nor does "If there is any news, I am on my mobile", nor news of the bus strike, nor of the user's own
UNLESS = re.compile(
    r"^if there(?:'s| is| are)\b[^?]*$|\b(?:news|updates?|word|progress) (?:on|of|about) (?:my|the (?:bus|buses|train|trains|strike|weather|roads?|traffic|parking|room|flat))\b|\bhow (?:is|are|'s) (?:the|your) (?:new )?(?:weather|knee|leg|back|garden|kitchen|house|baby|family|move|building|roof)\b|\bgive you an? (?:\w+ )?update\b|\blook(?:ing)? forward to (?:hearing|your)|\bi'll leave you\b|\bno need to (?:answer|reply)|\b(?:when|where) (?:should|shall|do) i (?:come|be|go|park|sign|ring|call)\b|\bnothing for you to do\b"
)


def find(said: Said) -> Iterator[Event]:
    """Yield CHECKED_IN for each sentence of the user's that asks how it is going with the process."""
    if said.by_them or not said.before:
        return
    for sentence in said.sentences:
        p = match(sentence, PHRASES)
        if p and not UNLESS.search(sentence.plain):
            yield said.event(Kind.CHECKED_IN, sentence, f"checked in: {p.rule}", sure=p.sure)
