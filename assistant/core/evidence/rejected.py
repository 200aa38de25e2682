"""They said no, or filled or closed the role.

Rejections rarely say no. Five kinds of sentence do: somebody else was chosen; the user was not; the process does not go
on with the user; the role is gone; and the farewell that only makes sense after a no.
"""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import NOT, hits, phrase
from assistant.core.evidence.said import Said
from assistant.core.evidence.sentences import Sentence
from assistant.core.model import Event, Kind, Sort

ANOTHER = (
    r"(?:some(?:one|body)(?: else)?\b|another (?:candidate|applicant|person|finalist|individual|\w+ who)|(?:an?|the) (?:other|internal|external|different|stronger|local|more \w+) "
    r"(?:candidate|applicant|person|hire|finalist|one|guy|man|woman|lad|girl|fellow|chap|lady|cook|nurse|chef)\b|(?:other|different|stronger) (?:candidates|applicants|people|profiles)|others\b|(?:those |the )?(?:candidates|applicants) (?:who|whose|with|more|that)\b"
    r"|(?:a|the) (?:candidate|applicant|person|finalist) (?:who|whose|with|from|already)\b|an? internal\b|the other (?:two|one|person)|a colleague (?:who|from)|an? (?:\w+ )?(?:man|woman|guy|girl|lad|lady|fellow|gentleman|chap|nurse|teacher|engineer|developer|designer|accountant|manager|chef|analyst) (?:who|whose|with|from|we've|we have|we know|i've|i know)\b|one of (?:our own|the others)|them instead)"
)

PHRASES = (
    # "We have decided to move forward with another candidate" "Dov has landed on someone who took a rollout ..."
    phrase(
        "somebody else was chosen",
        r"\b(?:go(?:ing|ne)?|went|mov(?:e|ed|ing)|proceed(?:ed|ing)?|settled?|landed|progress(?:ed|ing)?|continu(?:e|ed|ing)|press(?:ed|ing)?|plumped|advanc(?:e|ed|ing)|push(?:ed|ing)?|opted|decided|com(?:e|ing) down)"
        r"(?: (?:ahead|forward|forwards|on|only|instead|just))* (?:with|on|for|in favou?r of|to)[^.;]{0,12}? ?" + ANOTHER,
    ),
    # "My client has taken on somebody from across the road" "they've hired an internal candidate"
    phrase(
        "somebody else was chosen",
        r"\b(?:hir(?:e|ed|ing)|chosen|chose|choos(?:e|ing)|appoint(?:ed|ing)?|select(?:ed|ing)?|picked|picking|identified|ended up with|taken on|took on|taking on|taken|took|found|brought in|signed|promoted|made an offer to|offer(?:ed|ing)? (?:it|the \w+(?: \w+)?) to|given (?:it|the (?:\w+ ){1,6})\s?to|gave (?:it|the (?:\w+ ){1,6})\s?to|went to|goes to|gone to|accepted by)"
        r"(?: the role to| the job to| the position to)? " + ANOTHER,
    ),
    # "We have given it to them." "the job went to the other finalist" "the offer has been accepted by another"
    phrase(
        "somebody else was chosen",
        r"\b(?:given|gave|offered|awarded) (?:it|the (?:role|job|position|post|seat|spot|place)) to\b|\b(?:role|job|position|post|spot|seat|it) (?:has )?(?:went|gone|goes|is going) to (?:them|him|her|an?|the other|some)\b",
    ),
    # "I gave her the kitchen" "we've offered him the post"
    phrase("somebody else was chosen", r"\b(?:gave|given|giving|offered|offering|awarded) (?:her|him|them|my \w+(?:'s \w+)?|our own \w+) (?:the|it|that)\b"),
    # "the appointment should go to a candidate whose service had lain more squarely in the field"
    phrase(
        "somebody else was chosen",
        r"\b(?:appointment|role|position|post|job|offer|place|vacancy)\b (?:should|would|will|has|is to|was to|ought to) (?:go|gone|be (?:offered|given|awarded)|been (?:offered|given|awarded)) to\b(?! you)",
    ),
    # "another candidate has been selected" "someone else got there first" "somebody else edged it"
    phrase(
        "somebody else was chosen",
        ANOTHER
        + r"[^.;]{0,30}?\b(?:(?:has been|have been|was|were|is being|got) (?:selected|chosen|appointed|offered|hired|picked|preferred|successful|identified|given|there first|the nod|the job|the role|the post)|edged|pipped|accepted|said yes|came out (?:on top|ahead)|will be joining|has accepted|has taken|is joining|nosed)\b",
    ),
    # "Another candidate was a closer fit" "others were a better match" "somebody else scored more highly"
    phrase(
        "somebody else was chosen",
        ANOTHER
        + r"[^.;]{0,10} (?:(?:was|were|is|are) (?:an? |the |much |far |simply |slightly )*(?:closer|better|stronger|nearer|more)\b|scored (?:more|higher|better))",
    ),
    # "I asked her yesterday and she said yes." "we offered it to him and he has accepted"
    phrase("somebody else was chosen", r"\b(?:asked|offered)\b[^.;]{0,40}\b(?:he|she|they)(?:'ve| has| have)? (?:said yes|accepted)\b(?! to)"),
    # "you were second" "You came a close second" "you were the runner-up" "You were pipped at the post"
    phrase(
        "somebody else was chosen",
        r"\byou (?:were|came|finished|are) (?:(?:a|an|the|our|in) )?(?:very |so |really )?(?:close |strong |good )?(?:second|runner-up|runner up|pipped|edged out)\b",
    ),
    # "we will be proceeding with applicants whose qualifications are nearer" "going ahead with others"
    phrase(
        "the others go on",
        r"\b(?:proceed|mov|go|continu|progress|press|interview|shortlist)(?:ing|ed|e)?\b[^.;]{0,20}\b(?<!of )(?:applicants|candidates|others|people|those) (?:who|whose|with|more|that|closer|nearer)",
    ),
    # "You aren't in it this time." "your name isn't on it" "you are not among them"
    phrase(
        "the user was not chosen",
        r"\b(?:yours (?:is not|isn't|was not|wasn't)|you(?: are|'re)? (?:are not|aren't|were not|weren't|not)|your (?:name|application|cv|resume) (?:is not|isn't|was not|wasn't)) (?:in (?:it|that group|the group)|among|on (?:it|the list|that list|our shortlist|the shortlist)|one of)",
    ),
    # "your application has not been successful" "you have been unsuccessful on this occasion"
    phrase(
        "the user was not chosen",
        NOT
        + r" (?:been |proved |be )?(?:successful|selected|shortlisted|chosen|appointed|retained|progressed|taken forward|short-listed)\b|\b(?:you(?:'ve)?|application|candidacy|interview|outcome|result|occasion)\b[^.;]{0,60}\bunsuccessful\b|\bunsuccessful\b[^.;]{0,40}\b(?:occasion|time|application|interview|candidate)\b",
    ),
    # "You were not among those chosen" "You narrowly missed out"
    phrase(
        "the user was not chosen",
        r"\bnot among(?:st)? (?:those|the (?:candidates|applicants|successful|chosen|shortlisted))\b|\byou (?:(?:narrowly|only|just|have) )+missed out\b",
    ),
    # "Your experience does not align with what we need" "it isn't what the client is after"
    phrase(
        "the user was not chosen",
        r"\byour (?:\w+ )?(?:experience|skills|skill set|background|profile|qualifications|cv|resume)\b[^.;]{0,10}"
        + NOT
        + r" (?:quite |fully |closely |really )?(?:align|match|fit|meet|suit)",
    ),
    phrase(
        "the user was not chosen",
        NOT
        + r" (?:quite |exactly |really )?what (?:we|they|he|she|i|the \w+|my client|our client)(?:'re|'s| are| is| were| was)? (?:after|looking for|seeking|need|needs|want|wants)\b",
    ),
    # "the role called for deeper payroll experience than you have"
    phrase("somebody else is wanted", r"\b(?:more|deeper|greater|broader|stronger|longer)\b[^.;]{0,40}\bthan you (?:have|bring|could|can|offer)\b"),
    # "There were other applicants whose experience was more relevant" "we have chosen to pursue other applicants"
    phrase(
        "the others go on",
        r"\bthere (?:are|were) other (?:applicants|candidates|people) (?:who|whose|with)\b|\b(?:chosen|decided|opted|elected) to (?:pursue|progress|advance|consider|interview) (?:other|different) (?:applicants|candidates|people)\b",
    ),
    # "I have been asked to turn you down" "We are turning down your application"
    phrase(
        "the user was not chosen", r"\bturn(?:ing|ed)? (?:you|your (?:application|candidacy)) down\b|\bturn(?:ing|ed)? down your (?:application|candidacy)\b"
    ),
    # "We do not intend to interview you" "We don't plan to take your application to interview" "do not wish to go further with you"
    phrase(
        "it does not go on",
        NOT
        + r" (?:intend|plan|wish|want|propose|expect) to (?:interview|shortlist|appoint|hire|take (?:you|your application)|pursue|progress|go (?:any )?further with|proceed with|continue with)\b",
    ),
    # "Our preferred candidate has accepted the position"
    phrase(
        "somebody else was chosen",
        r"\b(?:preferred|chosen|first-choice) (?:candidate|applicant)\b[^.;]{0,20}\b(?:accepted|said yes|signed|agreed|starts|will start)\b",
    ),
    # "We are fully staffed for now" "The team is complete now"
    phrase(
        "the role is gone",
        r"\b(?:we|they)(?:'re| are) (?:now )?(?:fully staffed|set for staff|fully crewed)\b|\b(?:team|brigade|crew|staff) is (?:now )?(?:complete|full)\b",
    ),
    # "The board would prefer somebody who has run a budget"
    phrase("somebody else is wanted", r"\b(?:would|'d) (?:rather|prefer|sooner)\b[^.;]{0,20}\b(?:some(?:one|body)|a candidate|a person) (?:who|with)\b", 0.8),
    # "You are no longer being considered" "no longer under consideration"
    phrase(
        "the user was not chosen",
        r"\b(?:no longer|not)(?: being)? (?:considered for|in consideration|under consideration|in the running|a candidate|in contention)\b",
    ),
    # "You did not meet the essential criteria" "did not reach the pass mark" "your application was sifted out"
    phrase(
        "the user was not chosen",
        NOT
        + r" (?:quite )?(?:meet|reach|achieve|make|pass|clear) (?:the|our) (?:\w+ ){0,2}(?:criteria|requirements?|standard|pass mark|threshold|score|cut|shortlist|sift)\b|\b(?:sifted|screened) out\b|\bruled (?:you |your application )?out\b",
    ),
    # "we do not consider that your skills match what we are looking for"
    phrase(
        "the user was not chosen",
        NOT
        + r" (?:consider|feel|think|believe)[^.;,]{0,20}\b(?:you|your (?:skills|experience|background|profile|qualifications|application))\b[^.;:]{0,40}\b(?:match|fit|meets?|suits?|suited|right|align)\b",
    ),
    # "We concluded that we need someone more senior" "we're looking for somebody with more hands-on experience"
    phrase(
        "somebody else is wanted",
        r"\b(?:need|needs|want|wants|require|requires|prefer|after|seeking|looking for) (?:someone|somebody|a candidate|a person) (?:who is |who has |a (?:bit|little) )?(?:more (?!than\\b)\w+|with (?:more (?!than\b)|deeper|greater|stronger))",
        0.8,
    ),
    # "we are unable to offer you the position" "not in a position to offer you"
    phrase(
        "the user was not chosen",
        r"\b(?:unable|not (?:be |been )?able|not in a position|can't|cannot|won't be able|aren't able|wasn't able|weren't able|not going) to (?:offer|give|invite|take|progress|bring|move|make|consider|recommend|appoint|shortlist) (?:you|yours|your (?:application|candidacy|cv|resume|profile|interest))\b",
    ),
    # "we won't be offering you the post" "we're not offering you the role"
    phrase(
        "the user was not chosen",
        NOT
        + r"(?: be)? (?:offering|making|extending|inviting|taking|bringing|progressing|advancing) (?:you|an offer|your (?:application|candidacy|cv|interest))\b|"
        + NOT
        + r"(?: be)? asking you (?:back|in|to (?:interview|come))\b",
    ),
    # "we will not be moving forward with your application" "we won't be taking this any further"
    phrase(
        "it does not go on",
        NOT
        + r"(?: to| be| going to| able to| in a position to)* (?:mov|tak|go|proceed|progress|continu|pursu|advanc|press|carry|carri)(?:ing|e|y)?(?: ahead| on)?\b[^.;]{0,30}\b(?:forward|forwards|further|ahead|with you|with your|on with|your application|candidacy|the next (?:stage|round|step)|to interview|this time)\b(?! without)",
    ),
    # "we won't be continuing" "we will not be progressing it": about this one, with no day to wait for
    phrase(
        "it does not go on",
        NOT
        + r" (?:going to )?be (?:progressing|continuing|proceeding|moving (?:ahead|forward)|shortlisting|appointing)\b(?![^.;]{0,60}\b(?:until|till|before|without)\b)",
    ),
    # "We've decided to go in a different direction"
    phrase(
        "it does not go on",
        r"(?<!\bnot )\b(?:decided|chosen|opted|going|gone|went|agreed)\b[^.;]{0,15}?(?:\bgo |\bmove )?(?:in )?(?:a|another) different direction\b",
    ),
    # "We are going to pass this time" "the client passed on your profile"
    phrase(
        "it does not go on",
        r"\b(?:going to|have to|decided to|will|'ll) pass(?:\.|!|$| this time| for now| on this one)|\bpass(?:ed|ing)? on your (?:profile|application|candidacy)(?=[.,!]|$| this time)",
    ),
    # "decided not to proceed" "have chosen not to progress your application"
    phrase(
        "it does not go on",
        r"\b(?:decided|chosen|opted|elected|agreed|decision (?:is|was)|going) (?:not to|against)\b (?:proceed|progress|continue|move|take|go|pursue|advance|offer|hire|invite|appoint|interview|shortlist|recruit|fill|extend|making|taking|moving)",
    ),
    # "it's a no from us" "the answer is no" "I'm afraid it is not good news" "it isn't going to be you this time"
    phrase(
        "a plain no",
        r"\b(?:it's|it is|this is|that's|the answer (?:is|was)|i'm afraid it's|they said|came back with) (?:a |an? )?(?:polite |gentle |firm )?(?:no\b(?! (?:problem|worries|trouble|rush|hurry|bother|brainer|reflection|secret|surprise|exaggeration|accident|criticism|longer|more|less|different|small|easy|bad|great|big|good|doubt))|not good news|bad news|not going to be you|not you|not to be)",
    ),
    # "it isn't going to be you" "it wasn't to be" "it's not going to happen"
    phrase(
        "a plain no",
        r"\bit (?:is not|isn't|wasn't|was not|won't be|will not be) (?:going to (?:be you|work out|happen)|to be\b|you(?: this time)?\b)|\bnot going to (?:work out|happen|be you)\b",
    ),
    # "I'm writing with disappointing news" "I'm sorry to disappoint you" "it's not a yes, sadly" "It's a pass from us"
    phrase(
        "a plain no",
        r"\bdisappointing news\b|\b(?:bad|unwelcome|sad) news (?:about|regarding|on) (?:you|the|this)\b|\bsorry to (?:disappoint|let you down)\b|\bnot a yes\b(?! yet)|\b(?:it's|it is|that's) (?:a )?pass (?:from|for) (?:us|me|them)\b",
    ),
    # "We do not have a place for you" "we have nothing suitable left"
    phrase(
        "a plain no",
        NOT
        + r" (?:currently )?have (?:a|any|the right) (?:\w+ )?(?:place|role|position|spot|opening|vacancy|job|seat) (?:for you|to offer)\b|\bhave nothing (?:left|suitable|for you|to offer)\b",
    ),
    # "I don't have good news for you"
    phrase("a plain no", NOT + r" (?:have |got |bring |bear |the )*(?:any |very )?(?:good|better|happier) news\b", 0.8),
    # "not the news you were hoping for" "This isn't the one I wanted to give"
    phrase(
        "a plain no",
        NOT
        + r" (?:quite |exactly )?the (?:news|answer|outcome|result|one|email|call|letter) (?:you|i|we|that you|that i)(?:'d|'re| were| was| had| would)? (?:hop|want|lik|look|wish)",
        0.8,
    ),
    # "not quite the right fit" "we felt you were not the right match"
    phrase(
        "the user was not chosen",
        NOT
        + r"(?: be| been| feel| think)?(?: that)?(?: (?:you|it|this)(?:'s| is| was|'re| are| were))?(?: quite| really)?(?: the| a) (?:right|best|good|strong|natural|perfect) (?:fit|match|person|one)\b",
    ),
    # "I regret to inform you" "We regret to let you know"
    phrase(
        "regret",
        r"\b(?:regret|sorry|sad) to (?:inform|say|tell|advise|let you know|have to)(?: you)?(?: know)?(?: that)?[^.;]{0,60}\b(?:not|n't|unsuccessful|no longer|another|filled|closed|other|unable)\b",
    ),
    # "the position has now been filled" "the vacancy was closed" "opening has been closed without anybody being hired"
    phrase(
        "the role is gone",
        r"\b(?:role|position|opening|vacancy|seat|requisition|post|job(?! (?:centre|center|fair|board|site|portal))|posting|spot|opportunity|search|competition|contract)s?\b[^.;]{0,40}?\b(?:has|have|is|was|were|been|being|got|had)\b[^.;]{0,20}?\b(?:filled|closed|withdrawn|cancelled|canceled|eliminated|pulled|scrapped|cut|axed|taken down|deleted)\b",
    ),
    # "we have filled the role" "we've filled it internally" "they filled it from inside"
    phrase("the role is gone", r"\b(?:we|they|client|team|he|she|have|'ve|has)\b[^.;]{0,15}\bfilled (?:the|that|this|it|our|both|all)\b"),
    # "We've closed the requisition and will not be hiring for it"
    phrase(
        "the role is gone",
        r"\b(?:we|they|client|he|she|board|i)(?:'ve| have| has)? (?:now )?(?:closed|cancelled|canceled|scrapped) (?:the|this|our|that) (?:search|requisition|role|position|vacancy|post|posting|job|competition)\b|"
        + NOT
        + r" be (?:hiring|recruiting|filling|appointing)\b(?![^.;]{0,60}\b(?:until|till|before|yet)\b)",
    ),
    # "We've hired for the role already" "this one has gone"
    phrase(
        "the role is gone",
        r"\b(?:hired|recruited) (?:for|to) (?:the|this|that) (?:role|job|position|post)\b|\bthis (?:one|job|role|post|position)(?:'s| has| is) (?:now )?(?:been taken|gone)\b",
    ),
    # "there is no longer a role" "we are no longer hiring for this"
    phrase(
        "the role is gone",
        r"\bno longer (?:a (?:role|job|position|vacancy|need)|hiring|recruiting|looking|filling|available|going to (?:hire|fill)|needed|be hiring)",
    ),
    # "we will keep your details on file" "I have you filed under first call" "wish you well in your search"
    phrase(
        "a farewell",
        r"\bwish(?:ing)? you (?:every|all the|the best of|the very best|much|well|success|luck|good luck)?[^.;]{0,20}\b(?:in|with|for) (?:your|the) (?:job |career |continued |future |ongoing )*(?:search|endeavou?rs|hunt|career|future|applications)",
        0.85,
    ),
    # "We hope you find the right role soon" "I'm sure you'll find something great" "I hope our paths cross again"
    phrase(
        "a farewell",
        r"\b(?:hope|sure|confident|certain|know)\b[^.;]{0,10}\byou(?:'ll| will)? (?:soon )?(?:find|land) (?:the right (?:role|job|place|home|fit|position)|a (?:great|good|suitable|new|better) (?:role|job|place|home|fit|position)|something|another)\b|\bpaths (?:will |may )?cross again\b",
        0.85,
    ),
    # "Best of luck with your search" "do apply again in future" "I'd encourage you to apply for other roles"
    phrase(
        "a farewell",
        r"\b(?:best of luck|good luck|all the best|every success|much success) (?:with|in|for) (?:your|the) (?:job |career |continued |ongoing )*(?:search|hunt|future|next (?:step|role|move))|\b(?:encourage|invite|welcome|urge|hope)(?:d|s)? you (?:to|will|'ll) (?:re-?apply|apply (?:again|for other|for future|to other))|\b(?:please|do) (?:do )?(?:re-?apply|apply again)\b",
        0.85,
    ),
)
# "We'll keep your details on file and contact you should a suitable vacancy arise": a person writes so after a no, a machine at any time
KEPT = phrase("a farewell", r"\b(?:keep|hold|retain|have)(?:ing)? your (?:\w+ ){1,3}on (?:file|record|our books)\b", 0.85)

# somebody is chosen by name: "The trustees have asked Maureen Tighe to stay on as Sister", "we've gone with Priya"
BY_NAME = re.compile(
    r"\b(?:have|has|['’]ve|we|they|he|she|panel|board|client|[Tt]rustees)\b[^.;]{0,15}?\b(?:asked|appointed|chosen|chose|hired|picked|selected|promoted|gone with|went with|going with|settled on|decided on|offered (?:it|the \w+(?: \w+)?) to|given (?:it|the \w+(?: \w+)?) to|gave (?:it|the \w+(?: \w+)?) to)\b (?:Mr\.? |Ms\.? |Mrs\.? |Dr\.? )?(?P<who>[A-Z][a-z]+)"
)
# what may stand in a name's place and is none: "appointed to", "asked HR", "asked Maria to send you the form"
HELPING = re.compile(
    r"\basked [A-Z]\w+(?: [A-Z]\w+)? to (?:send|write|contact|get|find|set|arrange|call|ring|let|tell|give|email|book|sort|put|pass|forward|reach|schedule|look|meet|join|sit)\b"
)
# "I have a conflict on Tuesday and can't make it": about a meeting; "not a no, the search is parked": the pause decides
UNLESS = re.compile(
    r"\b(?:isn't|is not|not|wasn't) a no\b|\bno (?:decision|decisions)\b[^.;]{0,20}\b(?:yet|been)\b|\bnot (?:yet|just yet)\b|\bhaven't (?:yet )?(?:decided|chosen|hired)|\bany other application|\bother openings\b|\bneither of (?:them|those)|\bnot been (?:decided|made|filled|closed|cancelled|withdrawn)"
    # "the earlier mail was sent in error", "the other job has been filled", "previously filled by Gareth"
    r"|\b(?:sent|written|posted) (?:out )?(?:in error|by mistake)\b|\b(?:ignore|disregard)\b|\b(?:the|your) other (?:offer|job|role|place|post|firm|application)\b|\b(?:those|anyone|anybody|everyone|everybody|candidates|applicants) who (?:is|are|was|were|has|have) not\b|\bapplications? (?:for|to)\b[^.;]{0,40}\bclosed?\b|\b(?:previously|formerly|used to)\b"
    # "They move at the pace of people who have never had to hurry", "It is no reflection on you"
    r"|\b(?:at|in) the (?:pace|manner|style|way|speed) of\b"
)


CHOSEN = phrase("somebody else was chosen", BY_NAME.pattern)


def is_chosen_by_name(said: Said, sentence: Sentence) -> bool:
    """Was somebody who is not the user chosen, by name?"""
    found = BY_NAME.search(sentence.text) if sentence.asserts else None
    mine = {n.lower() for n in said.me.name.split()}
    return bool(found and found["who"].lower() not in mine and not HELPING.search(sentence.text))


def find(said: Said) -> Iterator[Event]:
    """Yield REJECTED for each sentence of theirs that turns the user down."""
    if said.message.outgoing or said.message.sort in (Sort.AUTO_REPLY, Sort.BOUNCE, Sort.BULK):
        return
    found = [*hits(said.sentences, PHRASES, UNLESS), *((s, CHOSEN) for s in said.sentences if is_chosen_by_name(said, s))]
    found += [(s, KEPT) for s in said.sentences if said.by_human and KEPT.pattern.search(s.plain) and not s.plain.startswith("if ")]
    strong = any(p.sure >= 1 for _, p in found)
    for sentence, p in found:
        if strong or p.rule != "a farewell" or len(said.sentences) <= 12:
            yield said.event(Kind.REJECTED, sentence, f"rejected: {p.rule}", sure=p.sure)
