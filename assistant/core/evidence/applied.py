"""The user applied, or they wrote first: what makes a conversation an application at all.

Strict, since everything rests on it: words of applying alone are everywhere (credit, flats, memberships, talks), so the
words of work must stand beside them, or the sender must be an applicant system.
"""

import re
from collections.abc import Iterator

from assistant.core.evidence.phrases import Phrase, match, phrase
from assistant.core.evidence.said import Said
from assistant.core.evidence.sentences import sentence
from assistant.core.model import Event, Kind, Sort
from assistant.core.naming.roles import mentions
from assistant.core.reading.services import Nature, service

# words that are said of jobs and little else
WORK = re.compile(
    r"\b(?:role|position|opening|vacancy|requisition|req|job|jobs|posting|hiring|hire|recruit\w*|talent (?:team|acquisition|partner|community)|resume|résumé|cv|curriculum vitae|cover letter|candidate(?:s| home)?|headcount|shortlist\w*|interview\w*|employment|employer|career|careers|applicants?|seat|retained|search|post|gig|salary|notice period|portfolio)\b"
)
# words that only jobs are spoken of in: a machine's "your application ... a short interview" may be a lender's
JOB = re.compile(
    r"\b(?:role|position|vacanc(?:y|ies)|requisition|job|jobs|posting|hiring|recruit\w*|talent (?:team|acquisition|partner|community)|resume|résumé|cv|candidate(?:s| home)?|shortlist\w*|employment|employer|careers?|opening|resourcing)\b"
)
# other things that people apply for, are offered, and are interviewed about (R12)
NOT_WORK = re.compile(
    r"\b(?:line of credit|credit card|further advance|building society|savings account|account number|policy number|insurance (?:claim|policy|quote)|unit #?\d+\w?|screening report|property (?:owner|manager)|associate member|member number|visa application|apply for a visa|passport application|building permit|parking permit|permit application|planning permission|school place|admissions (?:office|panel|committee|team|tutor|interview|decision)|decision on admission|application for admission|apply(?:ing)? for admission|(?:course|programme|program) of study|additional qualification|practicum|student placement|(?:course|tuition) fees?|executive certificate|host a (?:teacher|student|placement)|(?:your|open|online) enrolment|enrolment (?:form|fees?|office|deadline)|"
    r"grant application|grants? (?:panel|committee)|speak at|your (?:talk )?proposal|call for (?:papers|speakers)|research (?:study|session|participant|interview)|interviewing (?:customers|users|our customers)|research participant|participant (?:team|fee|id)|user research|gift card|e-gift|study about|parent-teacher|parents' evening|student:|teacher:|hygien\w+ appointment|patient id|dental (?:appointment|check\w*|clean\w*|visit|exam\w*|plan|recall)|allotment|benefit claim|your refund|warranty|order #|your order|sweepstake|promotion code|discount code|advancement to fellowship|annual subscription|your subscription|volunteer (?:application|applicant|opportunit\w+|induction|shift)s?|to volunteer|as a volunteer|volunteers?@|homeowners? association|condo board|board of supervisors|constituency)\b"
)
# of these jobs are made, too: they count only where no role is named outright ("the Loan Officer position", "Office Manager at Seawall Dental")
PERHAPS_NOT_WORK = re.compile(
    r"\b(?:loan|lending|borrow(?:ing|er|ers)|borrowed|mortgage|overdraft|tenan(?:t|cy)|lease|apartment|rental|rent|leasing|bedroom|bathroom|landlord|membership|undergraduate|postgraduate|bursary|scholarship|abstract|podcast|episode|usability|pupil|dental|adopt\w*|foster\w*|nominations?|ballot|flat(?! (?:shoes?|white|rate|fee|out|pack|structure|hierarch\w+|heels?|organi[sz]ation)))\b"
)

INVITES_TO_INTERVIEW = r"\b(?:(?:have|got|given|offered|offer) (?:you )?a place (?:on|at)|(?:getting|got|made it|come|came) through\b|invit\w+ you|you (?:have been|are|were|'ve been) (?:shortlisted|selected|invited|progressed)|been shortlisted|like you to (?:attend|come)|attend)\b[^.;]{0,80}\b(?:interview|assessment (?:centre|center|day)|selection (?:day|event)|panel|second (?:stage|round)|next stage)\b"
ACKNOWLEDGED = (
    # "We have received your application for" "Thank you for applying" "your application was sent to" "Application submitted"
    phrase(
        "an acknowledgement",
        r"\b(?:received|got|have|confirms?|confirm that|landed|reached us|reviewing|review|processed|submitted|sent|with us|logged|registered)\b[^.;]{0,60}\b(?:your|an|the) (?:\w+ ){0,2}application\b",
    ),
    # "The Board acknowledges receipt of your application in the above competition"
    # "Your form and 3 files have safely arrived" "your dossier has been received"
    phrase(
        "an acknowledgement",
        r"\byour (?:\w+ ){0,2}(?:form|files|documents|candidacy|candidature|dossier|submission|cv|resume|résumé)\b[^.;]{0,100}\b(?:arrived|received|reached|landed|with us|submitted)\b",
    ),
    phrase("an acknowledgement", r"\backnowledg\w+ (?:the )?(?:receipt of )?(?:your|an) (?:\w+ ){0,2}application\b|\breceipt of (?:your )?application\b"),
    phrase(
        "an acknowledgement",
        r"\bapplication\b[^.;]{0,120}\b(?:received|submitted|was sent|been sent|landed|has reached|is in|been logged|complete|under review|being reviewed|reaches us|arrived|confirmed|confirmation|successfully)\b",
    ),
    phrase(
        "an acknowledgement",
        r"\b(?:thank you|thanks)\b[^.;]{0,30}\b(?:for (?:applying|your application|submitting|sending (?:us )?your|putting yourself forward|your interest in (?:the|our|joining|working|this|a career|employment)|considering|throwing your hat)|you put into applying)\b",
    ),
    # "Your CV is on its way to Beechgrove Clinic" "your resume has been passed to the employer"
    phrase(
        "an acknowledgement",
        r"\byour (?:cv|resume|résumé|profile|application|details)\b[^.;]{0,25}\b(?:on (?:its|their) way|sent|passed|forwarded|delivered|gone|submitted)\b(?: (?:on|over|off))? ?(?:to|for)?\b",
    ),
    # "Your candidacy for the position of Analyst has been registered"
    phrase("an acknowledgement", r"\byour candida(?:cy|ture)\b[^.;]{0,60}\b(?:received|registered|submitted|recorded)\b"),
    # "We've received your resume for the Bookkeeper opening" "Thank you for expressing an interest in our vacancy"
    phrase(
        "an acknowledgement",
        r"\b(?:received|got) your (?:\w+ )?(?:resume|résumé|cv|submission)\b|\bfor (?:expressing|showing|registering) (?:an |your )?interest in\b",
    ),
    phrase(
        "an acknowledgement",
        r"\bapplication sent\b|\bapplication successful\b|\bapplication confirmation\b|\bapplied (?:on|for|to)\b|\byou(?:'ve| have)? (?:recently )?applied\b|\bapplication (?:for|to) (?:the|our|be our|join)\b|\bindeed application\b",
    ),
    phrase("an invitation", INVITES_TO_INTERVIEW),
    phrase("an acknowledgement", r"\b(?:hiring process|candidate experience|recruitment process|interview process|your interview with us)\b"),
)
# job boards confirm an application as well as they advertise: "Application submitted" "your application was sent to"
CONFIRMED = re.compile(r"\bapplication (?:submitted|was sent|has been sent|sent)\b|\byour application (?:to|for|has been|was)\b|\bindeed application\b")
SENT = (
    # "I'd like to be considered for" "I am applying for" "Please find my resume attached" "I have attached my resume"
    phrase(
        "the user applied",
        r"\b(?:(?:i|i'm|i'd|i've|to|am|like to|me) (?:\w+ ){0,2}(?:apply(?:ing)? (?:for|to)|applied (?:for|to))|my application (?:for|to)|(?:i|me|myself)\b[^.;]{0,20}\bconsidered for|consider me for|i(?:'m| am|'d be| would be| was)? (?:\w+ )?interested in (?:the|your|applying)[^.;]{0,60}\b(?:role|position|job|opening|vacancy|post|posting)|put (?:me|myself|my name|my hat) (?:forward|in|down)|throw my hat|express (?:my )?interest|writing (?:about|regarding|in response to|to apply)[^.;]{0,60}\b(?:role|position|job|opening|vacancy|post|posting|ad|advert\w*|notice))\b",
    ),
    phrase(
        "the user applied",
        r"\b(?:resume|résumé|cv|curriculum vitae|cover letter)\b[^.;]{0,30}\b(?:attached|enclosed|below|is here|for (?:the|your))|\b(?:attach(?:ed|ing)?|enclosed?|find|here is|here's)\b[^.;]{0,25}\b(?:my|the) (?:resume|résumé|cv|curriculum vitae|cover letter|application)\b",
    ),
)
# "I have not applied there", "the resume of a friend", "my son would like to apply", "apply for leave in August"
NOT_SENT = re.compile(
    r"(?:\bnot|n't|\bnever) (?:yet )?appl(?:y|ied)|\bshould i apply|\b(?:resume|cv) of (?:an?|my|another)\b|\bconsider me for (?:a|the) (?:discount|refund|upgrade|loan|grant)\b|\bmy (?:son|daughter|wife|husband|partner|friend|brother|sister)\b[^.;]{0,20}\bapply"
    r"|\bapply(?:ing)? for (?:an? |the |my |some |another )?(?:[\w']+ ){0,2}(?:mortgage|leave|loan|refund|visa|permit|grant|ticket|card|place|licen[cs]e|discount|allowance|benefits?|membership|bursary|scholarship|passport|extension)(?=[.,;!?]|$| (?:for|in|at|on|from|with|of|to)\b)"
)
# "Your application floated to the top of my pile" "You applied a few weeks back" "you came to us through LinkedIn about the job"
REFERRED = (
    # "I've put you forward for the Controller role" "Thanks for putting in for the supervisor job"
    phrase(
        "they speak of the user's application",
        r"\b(?:have|'ve) (?:now |already )?put you(?:r (?:name|cv|profile))? forward (?:for|to)\b|\bfor putting in for\b",
    ),
    phrase(
        "they speak of the user's application",
        r"\byour (?:\w+ ){0,2}(?:application|resume|résumé|cv|cover letter|covering letter|expression of interest|submission|form|application form|covering note)\b|\byou(?:'ve| have|'d)? (?:recently |kindly )?applied\b|\bthank(?:s| you)(?: so much| very much| again| kindly)? for (?:applying|your application|throwing your hat|putting yourself forward|your interest in (?:the|our))\b|\byou came to us\b|\bfurther to your application\b|\byou sent (?:us|me|in) (?:your|a) (?:cv|resume|résumé|application)\b",
    ),
)
# "Kindly share your updated resume" (but not "thank you for sending your CV") speaks of none that was sent
UNSENT = re.compile(
    r"\b(?<!for )(?:share|send\w*|forward\w*|provid\w*|attach|email|e-mail|submit|upload|drop|see|(?<!we )(?<!i )have|get|updated|latest|current|recent|copy of|found|came across|need|want|like)\b[^.;]{0,25}\byour\b|\byour (?:updated|latest|current|most recent)\b|\bsee (?:a|an)\b"
)
# "I'm retained on a Customer Data Analyst search" "we need a Legal Operations Coordinator" "a role you won't see advertised"
ABOUT_A_ROLE = re.compile(
    r"\b(?:retained|search for|search on|hiring|recruiting|(?:looking|search\w*) for an?|need(?:s)? an?|after an?|want(?:s)? an?|in need of an?|opening|opportunity|vacancy|position|role|post|job|gig|seat|put you forward|my client|our client|a client of mine|join (?:us|our|my) (?:team|crew|kitchen|as)?|your background|your profile|your experience)\b"
)
# "We're hiring and I'd love to talk": work offered without a title
JOINING = re.compile(
    r"\b(?:we(?:'re| are) hiring|come (?:back )?(?:and )?work (?:with|for|at) (?:us|me)|work (?:with|for) (?:me|us) again|join (?:us here|our team|my team|us at)|a job (?:opening|opportunity)|an? (?:opening|position|vacancy|job) (?:on|in|with|at) (?:my|our|the|us)|a role (?:on|in|with|at) (?:my|our|us))\b"
)
TO_TALK = re.compile(r"\b(?:interview|chat|call|talk|coffee|meet|conversation|speak|lunch|hear more|interested)\b")
# "I am pleased to invite you to interview for the post of Finance Officer": the user must have applied, if only on paper
INVITES = (phrase("they invite the user to an interview", INVITES_TO_INTERVIEW),)
# a stranger's way of writing: "I came across your profile", "my client", "kindly share your updated resume"
COLD = re.compile(
    r"\b(?:your profile|c[ao]me across|jumped out|stumbled|linkedin profile|on linkedin|my client|our client|direct client|immediate (?:interview|joiner)|kindly (?:share|send)|updated (?:resume|cv)|gift card|if you(?:'re| are)? (?:be )?(?:interested|open)|would you be (?:interested|open))\b"
)
# "can you interview two people with me?" "thank you for interviewing me" "Candidates are Jane Doe and" "could you interview me?"
USER_INTERVIEWS = re.compile(
    r"\b(?:interview (?:two|three|four|some|a few|both|them|him|her|people|candidates|applicants|the (?:two|three|candidates|applicants))\b|(?:second|co-?)[ -]?interviewer|on the (?:interview|hiring) panel with|for interviewing me|thank you both for interviewing|interview me\b|candidates? (?:is|are|will be):? [a-z]+ [a-z]+(?:,| and)\b|(?:two|three|four|five|six|\d) (?:candidates|applicants|shortlisted)\b|shortlisted for the (?:two|three|\d)|you(?:'ll| will| could| can)? (?:take|ask) the [^.;?]{0,40}questions|agree (?:the )?scores|score (?:sheet|them|the candidates)|panel member|"
    r"you(?:'d| would)? (?:be )?(?:interview(?:ing)?) (?:him|her|them|the)|applicants? for (?:the|our)|resumes? (?:on|in) the shared|named you as (?:an? (?:\w+ )?(?:reference|referee)|some(?:one|body)|her|his|their)|reference (?:conversation|interview|chat)|gave your name as|(?:at )?the reference stage|provide a reference|reference for [a-z]+|as a reference\b|reference (?:request|call|check) for|mock (?:interview|one)|exit interview|informational interview|for (?:the|our|my) (?:podcast|magazine|newsletter|paper|thesis|dissertation|article|blog|class|study|research))\b"
)


# an incoming mail in which its writer is the candidate: "Thank you for seeing me this morning about the post", "I remain very keen"
CANDIDATE = re.compile(
    r"\bfor (?:seeing|interviewing|having|considering) (?:me|us both)\b|\b(?:attached|enclosed|find|is|here's) (?:is )?my (?:cv|resume|résumé|application|cover letter)\b|\bi (?:remain|am|'m) (?:still )?(?:very |really |extremely )?(?:keen|interested) (?:on|in) (?:the|this|your|joining|working)\b|"
    r"\bi(?: would|'d) (?:love|be (?:thrilled|delighted|honou?red|excited)) to (?:join|work (?:with|for|at)|be part)\b|\bmy (?:application|interview|candidacy) (?:for|with|at)\b|\bi(?:'d| would) like to apply\b|\bi am (?:applying|writing to apply)\b"
)


# what a recruiter writes as well as a candidate, and what only a candidate adds
THANKS_FOR_TALKING = re.compile(
    r"\bfor (?:meeting(?: with)?|speaking (?:with|to)|talking (?:with|to)|taking the time to (?:meet|speak|talk|see)(?: with| to)?) me\b"
)
CANDIDATE_ADDS = re.compile(
    r"\b(?:look(?:ing)? forward to hearing|hope to hear|hearing (?:back )?from you|my (?:experience|background|skills|application|interest|qualifications)|excited about (?:the|this|your)|(?:opportunity|chance) to (?:join|work|discuss|learn|interview)|joining your|your team|i (?:enjoyed|loved|really enjoyed) (?:learning|hearing))\b"
)


def is_candidate(text: str) -> bool:
    """Is the writer of `text` (in lower case) a candidate of the user's?"""
    return bool(CANDIDATE.search(text) or (THANKS_FOR_TALKING.search(text) and CANDIDATE_ADDS.search(text)))


# mail to somebody who hires: candidates put to them, scorecards, "Interviewer: John Smith"
HIRES = re.compile(
    r"\bscore-?cards?\b|\byou interviewed\b|\b(?:interview|candidate) feedback (?:is )?(?:due|needed|requested|outstanding)|\b(?:two|three|four|several|some|\d) (?:profiles|cvs|resumes|candidates)\b|\b(?:cvs|resumes|profiles) (?:are )?(?:attached|enclosed|below)\b|\bcandidate introductions\b|\busual terms\b|\bwhom? you(?:'d| would) like to (?:see|meet|interview)\b|"
    r"\bfor your (?:team|vacancy|open(?: seat|ing| role)?|req|requisition|hiring|shortlist)\b|\bi have a candidate\b|\byour (?:vacancy|open role|requisition|candidate\b(?! (?:home|account|portal|profile|experience|zone|number|id|dashboard)))\b|\b(?:any other|like every other) applicant\b|\bsigned offer letter (?:from|by)\b|\bapprove (?:the|this) offer\b"
)


OUTRIGHT = 4.0  # the weight of a title in a frame of its own: "the position of Loan Officer"


def is_other_business(text: str) -> bool:
    """Does `text` speak of anything else that people apply for or are interviewed about (R12): a loan, a flat, a study, a membership?"""
    plain = text.lower()
    if NOT_WORK.search(plain):
        return True
    return bool(PERHAPS_NOT_WORK.search(plain)) and not any(x.weight >= OUTRIGHT for x in mentions(text))


def find(said: Said) -> Iterator[Event]:
    """Yield APPLIED for acknowledgements, the user's own applications and talk of one; APPROACHED where they write first."""
    m = said.message
    if m.sort in (Sort.BULK, Sort.BOUNCE) or (m.forwarded and not m.outgoing and not m.text.strip()):
        return
    if m.outgoing:
        yield from first(said, SENT, Kind.APPLIED, 1.0, NOT_SENT)
    elif m.sort is Sort.HUMAN:
        yield from human(said)
    elif is_about_work(said):
        yield from acknowledged(said)


def human(said: Said) -> Iterator[Event]:
    """Yield what a person's mail says of the user's application, or of a role that they have."""
    text = f"{said.message.subject}\n{said.message.text}\n{said.message.sender.email}".lower()
    if is_other_business(f"{said.message.subject}\n{said.message.text}") or USER_INTERVIEWS.search(text):
        return
    found = list(first(said, REFERRED, Kind.APPLIED, 0.9, UNSENT)) if WORK.search(text) or mentions(f"{said.message.subject}\n{said.message.text}") else []
    if not found and not COLD.search(text) and mentions(f"{said.message.subject}\n{said.message.text}"):
        found = list(first(said, INVITES, Kind.APPLIED, 0.9))
    yield from found or approaches(said, text)


def approaches(said: Said, text: str) -> Iterator[Event]:
    """Yield APPROACHED where a person writes first about a role, or about working with them; whether the user took it up, the timeline knows."""
    if ABOUT_A_ROLE.search(text) and mentions(f"{said.message.subject}\n{said.message.text}"):
        spoken = next((s for s in said.sentences if mentions(s.text)), None)
        yield said.event(Kind.APPROACHED, spoken or said.message.subject, "approached: they write about a role", sure=0.7)
        return
    joining = next((s for s in said.sentences if JOINING.search(s.plain)), None)
    if joining and TO_TALK.search(text):
        yield said.event(Kind.APPROACHED, joining, "approached: they write about working with them", sure=0.6)


def acknowledged(said: Said) -> Iterator[Event]:
    """Yield APPLIED for a machine's acknowledgement, in its text or, where the text is bare, its subject."""
    found = list(first(said, ACKNOWLEDGED, Kind.APPLIED, 1.0))
    subject = sentence(said.message.subject)
    if not found and match(subject, ACKNOWLEDGED):
        found = [said.event(Kind.APPLIED, subject, "applied: an acknowledgement")]
    yield from found


def is_about_work(said: Said) -> bool:
    """Is a machine's mail about a job: by its sender, or by the words of work without those of anything else?"""
    known = service(said.message.sender.email)
    if known and known.nature in (Nature.ALERT, Nature.SURVEY) and not CONFIRMED.search(f"{said.message.subject}\n{said.message.text}".lower()):
        return False
    m = said.message
    text = f"{m.subject}\n{m.text}\n{m.signature}\n{m.sender.name}\n{m.sender.email}".lower()
    if known and known.nature is Nature.APPLICANT:
        return True
    whole = f"{m.subject}\n{m.text}\n{m.signature}\n{m.sender.name}\n{m.sender.email}"
    return bool(JOB.search(text) or mentions(f"{m.subject}\n{m.text}")) and not is_other_business(whole)


def first(said: Said, phrases: tuple[Phrase, ...], kind: Kind, sure: float, unless: re.Pattern[str] | None = None) -> Iterator[Event]:
    """Yield one event for the first sentence that matches."""
    for s in said.sentences:
        p = match(s, phrases)
        if p and not (unless and unless.search(s.plain)):
            yield said.event(kind, s, f"applied: {p.rule}", sure=sure)
            return
