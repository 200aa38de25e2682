"""By when the user will hear, or they will decide or write; and talk of the decision that gives no day.

RULES.md, "Their words into a date": it is a promise only if it tells when the user will hear, or they will decide or
write. Not a date by which the user must do something, when an offer ends, when a job starts, or an interview is held.
"""

import datetime as dt
import re
from collections.abc import Iterator

from assistant.core.evidence.said import Said
from assistant.core.evidence.sentences import Sentence
from assistant.core.model import Event, Kind, Sort
from assistant.core.reading.dates import Period, periods

ANSWER = r"(?:answer|answers|decision|decisions|verdict|outcome|result|results|news|word|feedback|update|updates|yes or (?:a )?no|yes or no|something (?:to tell|for you|definite|concrete|firm)|more (?:to tell|news|information|for you)|better idea|reply|response|final word|conclusion|next steps?|clarity|clearer picture|picture|white smoke)"
# "you'll have our answer by Friday" "I'll let you know by" "we expect to make up our minds" "circle back early next week"
HEAR = re.compile(
    r"\b(?:hear(?:ing)? (?:from|back|either|something|by|more|one way|our|the|about|on|within|no later|in|next|this|before|anything|word)|you(?:'ll| will| should| can expect to|'d| would| ought to)? hear\b|"
    r"let(?:ting)? (?:you|everybody|everyone|all of you|all (?:the )?(?:candidates|applicants)|people) know|look out for an?\b|keep an eye out for|turn(?:ing)? (?:applications|things|these|them) (?:a?round)|revert(?:ing)?\b|(?:com(?:e|ing)|arriv(?:e|ing)) (?:to|at) a (?:view|conclusion|decision)|(?:^|\bwe |\bi )will know\b|let'?s? you know|(?<!you to )(?<!you )(?:get|getting|come|coming|be|circle|circling|loop|report|write|ring|revert|go|gets|comes|been) back(?: in touch| to you| with you|\b)|(?:be|get|getting|been|stay|keep) in (?:touch|contact)|in touch\b|"
    r"(?:have|has|had|get|give|giving|bring|bringing|send|sending|owe|expect|expecting|with|know|share|need|want|receive|make|making|reach|reaching|take|taking|come to|announce|be|await|promised?|due|is|looking at)\b[^.;]{0,30}?\b"
    + ANSWER
    + r"\b|"
    + ANSWER
    + r"\b[^.;]{0,30}\b(?:by|on|in|within|before|next|this|no later|comes?|due|expected|tomorrow|today|after|will|is|should|early|late|mid)\b|"
    r"decid(?:e|es|ed|ing)\b|mak(?:e|es|ing) (?:up (?:our|their|my|his|her) minds?|(?:a|the|our|their|my|its|his|her) (?:choice|call|pick|selection|mind))|choos(?:e|es|ing)\b|settl(?:e|ed|es|ing)\b|(?:be |have |get |it )?sorted\b|wrap(?:ped|ping)? (?:this |it |things |everything )?up|"
    r"updat(?:e|ing) you|\b(?:we|team|i|hr|they)\b[^.;]{0,40}\brespond\b|repl(?:y|ying) to (?:you|all|every\w*)|(?:we|i|client|team|board|panel)\b[^.;]{0,30}\bmak(?:e|ing) (?:an|our) offers?\b|touch(?:ing)? base|follow(?:ing)? up with you|reach(?:ing)? out(?: to you)?|contact(?:ing)? you|be contact(?:ed|ing)|(?:will|'ll|able to|to|should|going to) tell you|clos(?:e|ing) the loop|writ(?:e|ing) to you|(?:call|ring|phon)(?:e|ing)? you (?:with|after(?:wards)?|then)\b|"
    r"drop(?:ping)? you a (?:line|note)|send(?:ing)? you (?:a (?:note|line|message)|an email|word)|email(?:ing)? you|you(?:'ll| will| should)? know\b|(?:we|i|they|you)(?:'ll| will| should| shall) (?:all )?know\b|(?:ring|rings|ringing|call|calls|calling|phone|phones|phoning|write|writes|writing)(?: to)? (?:round|around|everyone|everybody|people|all of you|(?:each|every|all)\b(?: \w+){0,2})\b|(?:have|get|receive|expect) (?:a|an|our|my|their|his|her) (?:letter|call|line|e-?mail|note|message|phone call) from (?:us|me|them|him|her|the|our)\b|(?:ring|call|phone) you (?:with|by|before|within|at the end|early next|next week|once|when|about|either way|after)\b|report(?:ing)? back|inform(?:ing)? you|be informed|notif(?:y|ied)|advise you|confirm(?:ing)? (?:either way|one way or|the outcome|our decision|whether)|shout\b|holler|ping you|text you|"
    r"regroup|debrief|compar(?:e|ing) notes|(?:panel|boards?|committee|trustees|governors|directors|partners|council|team|group|owners) (?:meets?|sits?|convenes?|gathers?|votes?)|(?:put|putting) (?:our|their|the) heads together|sign(?:ing)?[ -]off|rule on|vote on|finali[sz]e|talk it over|discuss(?:ing)? (?:it|internally|as a team|candidates))\b"
)
# "try us next week" "check back on Monday" "give me a couple of weeks" "it may take another month" "nudge me"
COME_BACK = re.compile(
    r"\bpatience (?:until|till)\b|\b(?:try|ask|check|nudge|chase|ping|prod|poke|remind|email|write|ring|call|shout|drop) (?:with )?(?:us|me|back|in|again|them)\b|\bgive (?:me|us|them|it)\b|\b(?:may|might|could|will|'ll|going to|likely to|would) (?:well )?(?:take|be(?! (?:advertised|open|posted|listed|online|closed|away|out))|need)\b[^.;]{0,20}\b(?:another|a further|a few|a couple|two|three|four|at least|about|up to|until|till|some)\b|\bbear with (?:me|us)\b|\bsit tight (?:until|till)\b|\bhang (?:in there|tight|on) (?:until|till)\b"
)
# the user's own deadline: "let me have your decision by May 22", "please confirm by tomorrow", "need your answer by"
THEIRS_TO_DO = re.compile(
    r"\b(?:let (?:me|us)|tell (?:me|us)|(?:need|want|have|like|get|expect|await|appreciate|require)\b[^.;]{0,25}\byour\b|your (?:decision|answer|response|reply|acceptance|references|application|completed|signed|confirmation|availability)|please\b|kindly|can you|could you|would you|if you (?:could|can|would|have|don't|do not|haven't)|"
    r"due (?:back|to (?!decide|meet|hear|make|choose|announce|report)|in|on)|deadline|expir\w+|good (?:through|until|till)|valid (?:until|through|till)|hear(?:d)? from you|back to (?:me|us) by|get (?:it|this|that|them|everything) (?:back|over)|return(?:ed)?|sign(?:ed)? (?:and|by)|submit\w*|you (?:need to|have to|must|should) (?:decide|reply|respond|confirm|sign|return|submit|complete|let)|(?:in|into) (?:the |this )?(?:chair|seat|post|role|place|job)\b[^.;]{0,20}\bby|start(?:ing)? (?:date|on)|start (?:is|on|of)|starts? (?:monday|tuesday|wednesday|thursday|friday))\b"
)
# "the calendar thingy will follow by tomorrow", "I'll send the link on Friday", "a link by tomorrow", "booking a room"
A_THING = re.compile(
    r"\b(?:link|links|invite|invites|invitation|calendar (?:entry|invite|thingy|item|hold)|zoom|teams (?:link|details)|meeting details|details|directions|parking|badge|document|documents|contract|paperwork|form|forms|pack|brief|exercise|assignment|task|recording|rough cut|gift card|payment|expenses|order|parcel|delivery|refund|invoice|receipt|link to|agenda|itinerary|address)\b"
)
# "my board meets on the 21st": a day on which they may decide, weaker than one on which the user hears
MEETING = re.compile(
    r"(?:panel|boards?|committee|trustees|governors|directors|partners|council|team|group|owners) (?:meets?|sits?|convenes?|gathers?|votes?)|debrief|compar(?:e|ing) notes|regroup|talk it over|discuss.*|(?:put|putting) .* heads together|vote on|rule on|sign(?:ing)?[ -]off"
)
# "If you haven't heard from us by Friday, give me a nudge": an invitation to write is a promise like any other. "chase me if there's nothing by Monday"
CHASE = re.compile(
    r"^if you (?:haven't|have not|don't|do not|still haven't) (?:heard|hear)(?: anything| back)?(?: from (?:me|us|them|him|her))?\b(?=[^.;]{0,60}\b(?:nudge|chase|e?-?mail|write|ring|call|phone|ping|prod|shout|drop|contact|get in touch|follow up|remind|give (?:me|us)|let (?:me|us) know))|\b(?:chase|nudge|prod|ping|remind|e?-?mail|call|ring) (?:me|us) if (?:there(?:'s| is) (?:nothing|no \w+)|you(?:'ve| have)? (?:heard |hear )?nothing|you haven't heard)"
)
# "please give me a week", "review your application": nothing for the user to do
NOT_TO_DO = re.compile(
    r"\byour application (?:is|was|has|remains)\b|\b(?:review|consider|assess|read|process|discuss|look|go)(?:ing|ed)?(?: (?:through|over|at|into))? your application\b|\b(?:decision|outcome|status|update|news) (?:on|of|about) your application\b|\bplease (?=(?:give (?:me|us)|allow|bear with|check back|try (?:me|us)|nudge|chase|be patient)\b)"
)
# "They won't give me a day" "I can't tell you when"
NO_DAY = re.compile(r"\b(?:won't|can't|cannot|couldn't|don't|doesn't|not|no|wouldn't)\b[^.;]{0,25}\b(?:a (?:day|date)|when|how long|timeline|timeframe)\b")
# "the trustees sit on Thursday, and I ring round the morning after"
DAY_AFTER = re.compile(r"\b(?:the )?(?:morning|day|next day|next morning) after\b(?! (?:tomorrow|your|the|our|we|you))")
# the writer speaks for the process: without it, "you should hear the new album by Friday"
WITNESS = re.compile(
    r"\b(?:you|she|he|they|we)(?:'d| had|'ve)?\b[^.;]{0,25}\b(?:mention(?:ed|ing)?|said|say|told|expect(?:ed)?|thought|hoped?|plan(?:ned)?|indicated|suggested|reckoned|promised|would|were going to|aimed?|pencilled)\b|\blook(?:ing)? forward to hearing\b|\bheard from you\b|\b(?:from|by) what (?:you|she|he|they) (?:said|told)\b|\bi (?:'ll|will|shall|should|would) (?:hear|know)\b|\bas (?:you|we) (?:said|discussed|mentioned)\b"
)
# "with the holiday weekend, things have been pushed out a bit": a reason, and no day
REASON = re.compile(r"\b(?:with|given|due to|because of|despite|owing to)(?: all)? (?:the|this|our|that)(?: \w+)? $")
VAGUE = re.compile(
    r"\b(?:in due course|(?:write|in touch|get back|let you know|ring|call|tell you|reply|update)\b[^.;]{0,20}\bas soon as|as soon as (?:i|we) (?:know|hear|have (?:news|an?|any|more|something|it)|can tell)|in the coming (?:days|weeks)|deliberat\w+|up in the air|nearly there|moving slowly|chasing (?:them|him|her|the client|for)|nothing to (?:report|tell)|finishing (?:the |our |off )*(?:last |final )*interviews|when (?:i|we) (?:hear|know|have|can)|once (?:we|i|they)|still (?:interviewing|to see|seeing|deciding|looking|talking|working|in the mix)|others? (?:still )?to see|more (?:people|candidates|folks) to (?:see|meet|speak)|won't give me a (?:day|date)|no (?:date|timeline|timeframe)|can't (?:say|tell you) when|stopped arguing|agree what|have to agree|(?<!train )(?<!bus )(?:takes?|taking|taken) (?:a (?:little |bit |good )?while|(?:some )?time|(?:a (?:bit|little) )?longer)|keep(?:ing)? you (?:posted|updated|in the loop|informed)|(?:still |are |'re |am |'m )waiting (?:for|on|to hear)\b[^.;]{0,20}\b(?:feedback|approval|budget|sign-?off|client|answer|word|decision|them|him|her|board|hq|hr)|no (?:decision|news|word|update)\b|(?:decision|it) (?:now )?(?:sits|rests|lies) with|(?:panel|board|team|committee|trustees|partners) (?:has|have|is|are)(?: not|n't| still)? (?:yet )?(?:met|discussing|deliberating|deciding|reviewing)|process of (?:reviewing|interviewing|deciding)|running (?:a (?:bit|little) )?(?:behind|late)|under (?:consideration|review)|in the (?:running|mix)|being considered|bear with (?:me|us)(?! on)|next steps?|the (?:team|panel|two of us|three of us|partners|board)\b[^.;]{0,40}\b(?:meet|discuss|talk|agree|decide))\b"
)


def find(said: Said) -> Iterator[Event]:
    """Yield PROMISE for the first sentence with a day by which the user hears; else TIMING, where a person speaks of it."""
    if said.message.sort in (Sort.BULK, Sort.BOUNCE, Sort.AUTO_REPLY):
        return
    found = next(promises(said), None)
    if found:
        yield found
    elif said.by_them and said.by_human:
        timing = next((s for s in said.sentences if speaks_of_the_decision(s)), None)
        if timing:
            yield said.event(Kind.TIMING, timing, "timing: no day given")


def promises(said: Said) -> Iterator[Event]:
    """Yield a PROMISE for each sentence that tells when."""
    spoken_of = [(s, h) for s in said.sentences if (h := hearing(said, s))]
    for sentence, spoken in sorted(spoken_of, key=lambda x: bool(MEETING.fullmatch(x[1].group()))):
        named = [
            p
            for p in periods(sentence.text, said.message.at, said.settings)
            if p.last and p.last >= said.message.at.date() and not REASON.search(sentence.plain[: p.start + 4])
        ]
        if named:
            period = nearest(named, spoken)
            after = DAY_AFTER.search(sentence.plain, period.end)
            day = period.last and period.last + dt.timedelta(days=1 if after else 0)
            yield said.event(Kind.PROMISE, sentence, "promise: when the user will hear", day=day)


def hearing(said: Said, sentence: Sentence) -> re.Match[str] | None:
    """Return where the sentence says that the user hears or they decide; None where it is about anything else."""
    plain = sentence.plain
    if said.message.outgoing:
        return HEAR.search(plain) if WITNESS.search(plain) and not sentence.question else None
    if not sentence.question and (invited := CHASE.search(plain)):
        return invited
    if sentence.question or NO_DAY.search(plain) or THEIRS_TO_DO.search(NOT_TO_DO.sub("", plain)) or is_hypothetical(sentence):
        return None
    found = list(HEAR.finditer(plain))
    met = MEETING.search(plain)  # "I am to send word: the governors sit on Tuesday, and you will hear from us by Friday"
    heard = sorted((h for h in found if not MEETING.fullmatch(h.group())), key=lambda h: bool(met and h.end() <= met.start()))
    spoken = (heard[0] if heard else None) or COME_BACK.search(plain) or (found[0] if found else None)
    if spoken and A_THING.search(plain, spoken.start()) and not re.search(ANSWER + r"|\bdecid", plain):
        return None
    return spoken


def is_hypothetical(sentence: Sentence) -> bool:
    """Does it hang on a choice not yet made? "If it goes our way I'll ring you on Friday" does, "if you need to chase someone, chase me" does not matter."""
    return sentence.general or (
        sentence.conditional
        and bool(
            re.search(
                r"^had (?:we|you|they)\b|\bif (?:you(?:'re| are)|we|your|selected|successful|there)\b|\bshould (?:you|we|your)\b|\bonly\b", sentence.plain
            )
        )
    )


def nearest(named: list[Period], spoken: re.Match[str]) -> Period:
    """Return the period that goes with the hearing: the first one after it, else the last before it."""
    after = [p for p in named if p.start >= spoken.start()]
    return after[0] if after else named[-1]


def speaks_of_the_decision(sentence: Sentence) -> bool:
    """Does a person speak of the decision, its timing or a next step, without a day?"""
    if sentence.question or THEIRS_TO_DO.search(NOT_TO_DO.sub("", sentence.plain)):
        return False
    if A_THING.search(sentence.plain) and not re.search(ANSWER + r"|\bdecid", sentence.plain):
        return False
    return bool(VAGUE.search(sentence.plain) or HEAR.search(sentence.plain))
