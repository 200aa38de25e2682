"""They made an offer of the job.

By the front door ("we are pleased to offer you the role") and by the side door: they would like the user to come and
work there, ask when the user can start, or congratulate with a letter attached.
"""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import hits, match, phrase
from assistant.core.evidence.said import Said
from assistant.core.model import Event, Kind, Sort

GLAD = r"(?:pleased|delighted|happy|thrilled|glad|excited|over the moon|proud|honou?red|chuffed|so happy|in a position)"

PHRASES = (
    # "We are pleased to offer you the position of" "I'm over the moon to be offering you"
    phrase(
        "an offer",
        GLAD
        + r"[^.;]{0,20}\bto (?:be )?(?:offer(?:ing)?|extend(?:ing)?|make|making|confirm(?:ing)?|send(?:ing)?) (?:you|an offer|a formal offer|this offer|our offer|the offer|your offer)\b",
    ),
    # "would like to offer you the job" "want to offer you" "I'm calling it: we're offering you the role"
    phrase(
        "an offer",
        r"\b(?:like|love|want|wants|going|wish|wishes|decided|agreed|voted|keen|here) to (?:formally |officially )?(?:offer you|make you an offer|extend (?:you )?an offer|make an offer|give you the (?:job|role|post|position))\b",
    ),
    # "we're offering you the role" "Hollis is offering you the post"
    phrase("an offer", r"\b(?:we|i|they|he|she|team|board|panel)(?:'re| are|'m| am| is| have|'ve)? (?:offering|offered) you (?:the|a|this|it)\b"),
    # "We should be delighted if you would join Network Planning" "would like you to join Stonebrook"
    phrase(
        "come and work here",
        r"\b(?:like|love|want|delighted|thrilled|pleased|hope|happy|ask|asked|asking|wish)(?:s|d)?(?: for)?(?: it)?(?: if)? you(?:'d| would| will|'ll)?(?: to)? (?:come )?(?:and |to )?(?:join(?! (?:us|me|them|the (?:call|meeting|team)) (?:for|on|at|in the))|work (?:here|with us|(?:for|with) (?:us|me)\b|at)|be (?:our|my|the|part of the team|part of our)|start (?:with us|on|as|in)|take (?:the|this|it|up)|fill|(?:lead|head|run|manage) (?:our|my|up the|the (?:bar|kitchen|ward|team|shop|floor|office|department|practice|clinic|site)))",
    ),
    # "We would be very happy to have you join us as Head of Year" "glad to have you on the team"
    phrase(
        "come and work here",
        GLAD[:-1] + r"|love|like)\b[^.;]{0,10} to have you (?:join (?:us|the team)(?! (?:for|on|at)\b)|on (?:board|the team)|with us\b(?! (?:for|on|at|in)\b))",
    ),
    # "The panel would like to appoint you" "We'd like to bring you on board" "they want to hire you"
    phrase(
        "come and work here",
        r"\b(?:like|love|want|wants|wish|wishes|decided|agreed|voted|delighted|pleased|happy) to (?:appoint|hire|employ|bring you on|take you on|have you on board)\b(?: (?:you|board))?(?! (?:a|an|the|another|some)\b)",
    ),
    # "You have been selected for the role of Pastry Chef" "you have been successful at interview"
    phrase(
        "the user was chosen",
        r"\byou(?:'ve| have| were) (?:been )?(?:selected|chosen|appointed)\b (?:for|as|to) (?:the|our|a) (?:\w+ ){0,3}(?:role|position|post|job)\b(?![^.;]{0,60}\b(?:interview|next|stage|round)\b)"
        r"|\byou(?:'ve| have| were)(?: been)? successful (?:at|in|following|after) (?:your |the |our )?(?:recent )?(?:interviews?|applications?)\b(?![^.;]{0,80}\b(?:invit\w+|next|stage|round|shortlist\w*|to interview)\b)",
    ),
    # "they want you to have it" is rare; "we want you." stands alone
    phrase("come and work here", r"^(?:and |so |yes,? )?we(?: all)? want you[.!]*$", 0.8),
    # "I am writing to formally offer you employment" "we're making you an offer"
    phrase(
        "an offer",
        r"\boffer you (?:employment|the (?:\w+ ){0,3}(?:post|position|role|job)|a (?:\w+ ){0,2}(?:position|job|post|contract))\b|\b(?:making|made|make) you (?:an?|the|our) (?:\w+ )?offer\b",
    ),
    # "It gives me great pleasure to offer you the appointment" "I have an offer for you from the client" "an offer of £48k plus car"
    phrase(
        "an offer",
        r"\b(?:pleasure|honou?r|privilege|delight) (?:to|in) (?:be able to |being able to )?(?:offer|offering|extend|extending)\b|\b(?:have|got|put|with) an? (?:\w+ )?offer (?:for|to) you\b|\boffer of [$£€] ?\d|\blike to make it official\b",
    ),
    # "The directors have approved your appointment" "We would be delighted if you would accept the post"
    phrase(
        "the user was chosen",
        r"\b(?:approved|ratified) your appointment\b|\b(?:delighted|happy|pleased|thrilled|glad|love|like|hope)(?: it)?(?: if| for)? you(?:'d| would| will|'ll| could)?(?: to)? accept\b(?! the (?:invit|call|slot))",
    ),
    # "we'd like u to start on monday"
    phrase("come and work here", r"\b(?:like|want|love) (?:you|u) to start\b(?! (?:by|with (?:a|the)))"),
    # "We all want you for the job" "I'd be so glad if you took the role"
    phrase(
        "come and work here",
        r"\b(?:want|wants) you for (?:the|this) (?:job|role|post|position|place)\b|\b(?:glad|happy|delighted|honou?red|pleased|thrilled) if you (?:took|take|would take) (?:the|this|on the) (?:\w+ )?(?:job|role|post|position|place)\b",
    ),
    # "This is a provisional offer" "The offer is $78,000 base" "Your starting salary would be"
    phrase(
        "terms",
        r"\b(?:provisional|verbal|firm) offer\b|\b(?:the|our|their|your) offer (?:is|stands at|comes to|of)\b[^.;]{0,15}[$£€] ?\d|\byour (?:starting |base |annual |new )?(?:salary|pay|wage) (?:will|would) be\b|\blove (?:for )?you to accept\b",
        0.9,
    ),
    # "HR will send you the contract and the offer in writing"
    phrase("a letter", r"\b(?:send|sending|email|post|mail)(?:ing)? you (?:the|a|your) (?:written |formal )?(?:contract|offer)\b", 0.9),
    # "The job is yours if you want it" "the role's yours"
    phrase(
        "the job is yours",
        r"\b(?:job|role|position|post|spot|place|seat|gig)(?:'?s| is) yours\b|\b(?:kitchen|ward|desk|class|team|shop|office|department|practice|unit|chair|branch)\b[^.;]{0,30}\b(?:be|is|are) yours\b|\b(?:it|them)(?:'s| is) yours(?: if you (?:want|would like) it)?[.!]*$|\byou(?:'ve| have)? got (?:it|the (?:job|role|position|post|gig|spot))\b|\byou're hired\b|\byou are hired\b",
    ),
    # "I got you down as sous Wed thru Sun, 27 an hour, first day the 22nd" "we've put you on the rota from Monday"
    phrase(
        "on the schedule",
        r"\b(?:got|have|put|putting) you (?:down as|on the (?:schedule|rota|roster|payroll|books)|starting)\b|\byour? first (?:day|shift) (?:is|will be|would be|as|the)\b|\bfirst day (?:is |will be |on )?(?:the |monday|tuesday|wednesday|thursday|friday)",
    ),
    # "Your offer letter is attached" "the attached letter sets out a base salary"
    phrase(
        "a letter",
        r"\b(?:offer letter|letter of offer|formal offer|written offer|contract of employment|offer of employment|conditional offer|unconditional offer|offer package)\b(?![^.;]{0,30}\b(?:will|would|follow|may|might|can|could|next|prepar\w+|draft\w+)\b)",
        0.9,
    ),
    # "The letter attached sets out a base salary of $104,000 and a start on June 8"
    phrase(
        "terms",
        r"\b(?:letter|contract|attached)\b[^.;]{0,40}\bsets? out (?:the |your |our )?(?:salary|pay|terms|package|compensation|hours)\b|\b(?:letter|offer|attached|contract|particulars|terms)\b[^.;]{0,60}\b(?:base salary|salary of|starting salary|start date|annual salary|compensation|per annum|hourly rate|signing bonus)\b",
        0.9,
    ),
    # "would Monday 11 May be alright for your first day as Clinical Deputy Manager?" stands in START below; "Contract's attached"
    phrase(
        "a contract",
        r"\b(?:contract|offer|letter of appointment|appointment letter|employment agreement)(?:'s| is| are)? (?:is )?(?:attached|enclosed|in the post|on its way|below|ready|with you)\b|\b(?:attached|enclosed|here)(?: is|'s| are)? (?:is )?(?:your|the|a) (?:contract|offer|letter of appointment|employment agreement)\b",
        0.9,
    ),
    # "Welcome aboard" "welcome to the team"
    phrase("welcome", r"\bwelcome (?:(?:aboard|on board)\b(?! the)|to the (?:team|family|crew|kitchen|ward|firm|company))\b"),
    # "When can you start?" stands in START below, since it is a question
)
# "so when can you start?" "could you start on the 2nd?" "start date 1 april?" "How soon could you start?"
# "The job's yours if you want it": it hangs on the user alone
IF_YOU_WANT = re.compile(
    r"\bif (?:you(?:'d| would)?(?: still)? (?:want|like|fancy|accept|took|take|would take|will have|'ll have)|you(?:'re| are) (?:happy|still (?:keen|interested|up))|that suits|it suits)\b"
)
START = re.compile(
    r"\byour first day (?:as|with|at|here|in)\b|\b(?:when|how soon|what date|which date|how quickly) (?:can|could|would|will|might) you (?:be able to )?(?:start|begin|join us)\b|\b(?:can|could|would) you (?:be able to )?start (?:on|from|this|next|monday|tuesday|wednesday|thursday|friday|work|with us)\b|\bstart date\b[^.;?]{0,20}\?"
)
CHEER = re.compile(
    r"\b(?:congratulations|congrats|good news|great news|wonderful news|happy news|the nice kind|we(?:'d| would)? (?:all )?(?:want|love|like) you|it's a yes|yes from|contract|welcome|tunic|uniform|salary|letter)\b"
)

# "we may make an offer", "an offer is made after", "another offer", "job offer scam", "not able to offer you"
UNLESS = re.compile(
    r"(?:\bnot|n't|\bnever|\bunable|\bcannot)\b[^.;]{0,25}\b(?:offer|offering|join)\b|\boffer (?:you )?(?:a |an |some |any |two |three |several |the following |these )?(?:\w+ )?(?:slot|time|interview|date|feedback|chance|opportunity to (?:meet|speak|interview)|alternative|discount|seat|call|tour|window|conversation|place on|tickets?|upgrade|refund|rate)s?\b"
    r"|\bhope (?:we|i|they) (?:can|could|will)\b[^.;]{0,15}\boffer|\b(?:may|might|could|hope to|hoping to|expect to|plan to|aim to|would then|will then|before|until|other|another|competing) (?:be |we )?(?:mak\w+ |extend\w* )?(?:an? )?offers?\b|\bpre-?approved|\bcredit\b|\bloan\b|\btenan|\blease\b"
)


def find(said: Said) -> Iterator[Event]:
    """Yield OFFERED for each sentence of theirs that offers the job."""
    if said.message.outgoing or said.message.sort in (Sort.AUTO_REPLY, Sort.BOUNCE, Sort.BULK, Sort.CALENDAR):
        return
    for sentence, p in hits(said.sentences, PHRASES, UNLESS):
        yield said.event(Kind.OFFERED, sentence, f"offered: {p.rule}", sure=p.sure)
    for sentence in said.sentences:
        hanging = sentence.conditional and not sentence.question and IF_YOU_WANT.search(sentence.plain)
        found = match(sentence, PHRASES) if hanging else None
        if found and not UNLESS.search(sentence.plain):
            yield said.event(Kind.OFFERED, sentence, f"offered: {found.rule}", sure=found.sure)
    cheer = any(CHEER.search(s.plain) for s in said.sentences)
    for sentence in said.sentences:
        if cheer and START.search(sentence.plain) and not sentence.plain.startswith("if "):
            yield said.event(Kind.OFFERED, sentence, "offered: when can you start", sure=0.9)
