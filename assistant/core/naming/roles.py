"""A role in text: "the Data Analyst, Claims position", "R-10442 Reporting Analyst", "we need a founding product designer".

Takes text as written (case matters: titles are mostly capitalised); gives the title as the writer words it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.core.naming.titles import HEADS, QUALIFIERS, WEAK_HEADS

# a title's own words: capitalised, joined by small connectives, commas, hyphens, brackets: "Insights Analyst (Private Label)"
CAP = r"(?:(?:Sr|Jr|Asst|Mgr)\.|(?:Band|Grade|Level|Scale|Tier|Class|Category) \d{1,2}[a-z]?\b|(?:Lecturer|Professor|Fellow|Tutor|Teacher) in(?= [A-Z])|[A-Z][\w+#/&'’-]{0,24})"
JOIN = r"(?:of|and|for|the|de|in|to|as an?|&|-|–|—|/|,|at the)"
TITLE = rf"{CAP}(?:(?:, | (?:{JOIN}) (?:the )?| ){CAP}){{0,9}}(?: ?\([^()\n]{{1,40}}\))?"
NOUN = r"(?:role|position|opening|vacancy|posting|post|job|seat|gig|spot|requisition|search|opportunity|competition|placement|slot|hire|interview|apprenticeship|internship|team position)"
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# "Martin Kowalchuk - Manager, Facilities Engineering": whose interview it is
NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}")
# the end of a title inside a sentence: "Data Analyst at Lanternhill", "Product Designer, Growth opening at"
STOP = re.compile(
    r"(?:(?<!Lecturer)(?<!Professor)(?<!Fellow)(?<!Tutor)(?<!Teacher)\s+in|\s+(?:at|with|on|from|has|have|was|is|and|within|here|for|based|role|position|opening|vacancy|posting|post|job|seat|gig|spot|requisition|search|opportunity|competition|team|application))\b.*$",
    re.IGNORECASE | re.DOTALL,
)
NUMBER = r"(?:\b[A-Z]{1,4}[-_]?\d{3,}(?:-\d+){0,2}|\b\d{2,4}-[A-Z]{2,5}-\d{2,}|(?<=ompetition )\d{4}-\d{2,}|\b[A-Z]{2,4}-\d{4}-\d{2,}|\b[A-Z]{1,4}(?:/\d{2,5}){1,3}|\b[A-Z]{2,5}\d{2}/\d{2,5}|\b\d{3}-[A-Z]{1,4}\d{3,}|\b20\d{2}-\d{3,}|#\d{4,})"
# "(Ref EST/2026/014)" "(Job Number: R-2210)" "Requisition ID R-2210"
REFERENCE = rf"(?:(?:[Rr]ef(?:erence)?|[Rr]eq(?:uisition)?|[Jj]ob|[Vv]acancy)\.?(?: (?:ID|[Nn]o\.?|[Nn]umber|[Cc]ode|[Rr]ef))?:? ?)?{NUMBER}"

# "nothing to do with your SRE search": a role that this is not about
APART = re.compile(r"(?i)\b(?:nothing to do with|unrelated to|apart from|not the|other than|besides|as well as)\b[^.\n]{0,30}$")
LABELLED = 5.5  # the weight of "Post: Clinical Educator": a title whatever its words
FRAMES = tuple(
    (re.compile(p), weight)
    for p, weight in (
        # "your application for the position of Staff Product Designer (R-20418)" "position: UX Designer"
        (rf"(?:position|role|post|job|vacancy|title)(?: (?:of|as)|:) (?:an? |the |our )?(?P<role>{TITLE})", 5.0),
        (rf"(?:^|\n|\| )[ \t]{{0,8}}(?:Position|Role|Post|Job|Job title|Job Title|Vacancy|Title|Opening)[ \t]*:\s*(?P<role>{TITLE})", LABELLED),
        # "application for Data Analyst, Claims at" "application to be our Data Analyst, Grid Programs has" "applying for the"
        (
            rf"(?:[Aa]pplication|[Aa]pplied|[Aa]pply|[Aa]pplying|[Aa]pplications)(?: \w+)? ?(?:for|to be(?: our)?|-|–|:|to)(?: the| our| an?| your)?(?: position of| role of| post of)? (?:{NUMBER}[ :-]+)?(?P<role>{TITLE})",
            5.0,
        ),
        (
            rf"(?:[Pp]utting yourself forward|[Cc]onsidered|[Cc]onsider me|[Ii]nterest(?:ed)?|[Cc]andidate|[Pp]ut in|[Ss]ubmission|[Cc]onsideration|[Rr]eviewing all submissions|applicants|[Ii]nterview(?:ing)?|[Ii]nvit\w+ to interview|[Pp]anel|[Ii]nterviews)(?: \w+)? (?:for|in)(?: the| our| an?| your)? (?:{NUMBER}[ :-]+)?(?P<role>{TITLE})",
            4.0,
        ),
        # "the Corporate Legal Assistant opening" "Senior Data Analyst opening in" "the Real Estate Law Clerk job"
        (rf"(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or|[Aa]bout|[Oo]n|[Tt]his) (?:{NUMBER} )?(?P<role>{TITLE}) (?:{NOUN})\b", 4.5),
        # "R-10442 Reporting Analyst" "Staff Product Designer (R-20418)" "Thank you for applying - R-10517 Senior Data Analyst, Network Planning"
        (rf"\b{NUMBER}[ :–-]+(?P<role>{TITLE})", 4.5),
        (rf"(?P<role>{TITLE}) ?[(\[]{NUMBER}[)\]]", 4.5),
        # "join Stonebrook as Senior Product Designer" "work here as Corporate Legal Assistant" "Competition 2026-118, Legal Services Assistant"
        (rf"\b(?:as|Competition {NUMBER},|as our|as an?) (?P<role>{TITLE})", 3.0),
        # "the job is Legal Assistant, Commercial Litigation." "need a Legal Operations Coordinator"
        (rf"\b(?:[Jj]ob|[Rr]ole|[Pp]osition|[Tt]itle|[Pp]ost) (?:is|would be|called|titled) (?:an? |the |for an? |called )?(?P<role>{TITLE})", 4.5),
        (
            rf"\b(?:needs?|hiring|recruiting|recruit|hire|after|looking for|searching for|seeking|wants?|search for|find) (?:for )?(?:an?|our|the|another|its|their) (?:[a-z]+ )?(?P<role>{TITLE})",
            3.5,
        ),
        # "retained on a Customer Data Analyst search"
        (rf"\b(?:on|with|for|about|regarding|re) (?:an?|our|the|your|this) (?P<role>{TITLE})", 2.0),
    )
)
# "the shop manager job", "for a dog groomer position": whatever stands between the article and the noun is the title
ARTICLES = frozenset("the a an your our this for as".split())
NOUNS = frozenset("job role position post vacancy opening".split())
# "an opening for a paralegal", "working as a dog groomer": a title in small letters, up to the first word that is a job's
FRAMED = re.compile(
    r"(?i)\b(?:opening|vacancy|role|position|job|post|hiring|recruiting|apply|applying|applied|application|work|working|start|trial)(?: shift)? (?:for|as|of) (?:(?:an?|the|our|your) )?((?:[a-z'’-]{1,18} ){0,3}[a-z'’-]{1,18})"
)
WORDS = re.compile(r"[A-Za-z][A-Za-z&+-]*")


ANY_HEAD = HEADS | {f"{word}s" for word in HEADS}  # no title without one, but behind a label
LABEL = re.compile(r"(?:Position|Role|Post|Job|[Tt]itle|Vacancy|Opening)[ \t]*:")


@dataclass(frozen=True, slots=True)
class Mention:
    """A title in text, and how much its frame weighs."""

    title: str
    weight: float


def head(title: str) -> str:
    """Return the last word of `title` that a job title can end in, in lower case; "" where there is none."""
    before = re.split(r"[,(]| - | – ", title)[0] or title
    words = [w.lower() for w in WORDS.findall(before)]
    for w in reversed(words):
        if singular(w) in HEADS:
            return singular(w)
    rest = [singular(w.lower()) for w in WORDS.findall(title)]
    return next((w for w in reversed(rest) if w in HEADS), "")


def singular(word: str) -> str:
    """Return `word` without a plural's s."""
    return word[:-1] if word.endswith("s") and word[:-1] in HEADS else word


@lru_cache(maxsize=2048)
def mentions(text: str) -> tuple[Mention, ...]:
    """Return the titles in `text`, framed ones first, at most 40."""
    if ANY_HEAD.isdisjoint(w.lower() for w in WORDS.findall(text[:20000])) and not LABEL.search(text):
        return ()
    found: list[Mention] = []
    for pattern, weight in FRAMES:
        for m in pattern.finditer(text[:20000]):
            if APART.search(text[max(0, m.start() - 45) : m.start("role")]):
                continue
            title = trimmed(m["role"]) or (said_outright(m["role"]) if weight == LABELLED else "")
            if title:
                found.append(Mention(title, weight))
    found.extend(Mention(t, 1.5) for t in small_titles(text[:20000]))
    return tuple(found[:40])


def trimmed(raw: str) -> str:
    """Return `raw` without what follows the title in its sentence; "" where no word of it is a job's."""
    raw = re.sub(r"['’]s$", "", " ".join(raw.split()))
    outer, _, inner = raw.partition("(")
    if inner and not head(outer) and head(inner):  # "M. Bell (Legal Assistant, Commercial Litigation)"
        raw = inner.rstrip(")")
    closed = cut(raw) if head(cut(raw)) else raw
    closed = re.sub(rf"^(?:{NUMBER})[ :–-]+|[ (\[]+{REFERENCE}[)\]]?$", "", closed).strip(" ,.;:-–—/&|")
    closed = re.sub(
        r"^(?:(?:Application|Applying|Applicant|Interview|Invitation|Role|Position|Job|Vacancy|Opening|Confirmed|Confirmation|Update|Next steps?)s? ?[-–—:|] )+",
        "",
        closed,
    )
    closed = re.sub(r"^(?:CV|Resume|Application|Interview) for (?:the )?", "", closed)
    closed = re.sub(r"^(?:The|Our|An?|Your|This) ", "", closed)
    closed = re.sub(r",? and (?:I|We|You)$|(?: -|,) (?:Interview|Application|Invitation|Update|Next Steps?)$", "", closed)
    closed = re.sub(rf",? (?:from )?(?:{MONTH})(?: 20\d\d)? (?:to|until|-|–) (?:{MONTH})(?: 20\d\d)?$", "", closed)
    before, dash, after = closed.partition(" - ")
    closed = after if dash and not head(before) and head(after) and NAME.fullmatch(before) else closed
    bracket = re.search(r" ?\(([^()]*)\)$", closed)
    if (bracket and not re.fullmatch(r"[A-Z][a-z]+(?: (?:(?:&|and) )?[A-Z][a-z]+){0,3}", bracket[1])) or re.search(
        r"\((?:Remote|Hybrid|Onsite|On-site|Permanent|Contract|Full|Part|Temporary)\b", closed
    ):
        closed = closed[: closed.rfind("(")].strip() if bracket else closed
    closed = closed[: closed.rfind("(")].strip() if closed.count("(") > closed.count(")") else closed  # "Branch Manager - Tempe (ID"
    words = WORDS.findall(closed)
    if not words or not head(closed) or len(words) > 12:
        return ""
    return closed if len(words) > 1 or words[0].lower() not in WEAK_HEADS else ""


def cut(raw: str) -> str:
    """Return `raw` up to the word that ends a title; what stands in brackets is left whole ("Officer (Capital and Treasury)")."""
    end = STOP.search(raw)
    opened, closed = raw.find("("), raw.find(")")
    if end and 0 <= opened < end.start() < closed:
        end = STOP.search(raw, closed)
    return raw[: end.start()] if end else raw


def said_outright(raw: str) -> str:
    """Return a title that a label gives, though none of its words is known for a job's."""
    title = " ".join(raw.split()).strip(" ,.;:-")
    return title if 1 < len(WORDS.findall(title)) <= 6 and len(title) < 60 else ""


def line_titles(text: str) -> list[Mention]:
    """Return the lines of a template that are a title and nothing else ("Product Designer II" above "Brickyard, Remote")."""
    found = []
    for line in text.splitlines()[:80]:
        bare = line.strip(" *|•·-")
        title = trimmed(bare) if 4 < len(bare) < 90 and re.fullmatch(TITLE + r"(?: [IVX]{1,3})?", bare) else ""
        if title:
            found.append(Mention(title, 3.0))
    return found


def small_titles(text: str) -> list[str]:
    """Return titles in small letters: a head with at least one word of work before it ("a founding product designer")."""
    found = []
    words = re.findall(r"[\w&/'’-]+|[.,;:!?\n()]", text)
    for i, w in enumerate(words):
        if singular(w.lower()) != w.lower() or w.lower() not in HEADS:
            continue
        start = i
        while start > 0 and i - start < 4 and words[start - 1].lower() in QUALIFIERS:
            start -= 1
        if i + 1 < len(words) and words[i + 1].lower() in NOUNS:
            start = after_article(words, start)
        if start < i:
            found.append(" ".join(words[start : i + 1]))
    return found + [title for m in FRAMED.finditer(text) if (title := up_to_head(m[1]))]


def up_to_head(words: str) -> str:
    """Return the words up to the first that is a job's; "" where none is, or where that one alone says too little."""
    several = words.split()
    last = next((i for i, w in enumerate(several) if w.lower() in HEADS), None)
    title = "" if last is None else " ".join(several[: last + 1])
    return "" if title.lower() in WEAK_HEADS else title


def after_article(words: list[str], end: int) -> int:
    """Return where a title begins whose last words begin at `end`: after "the" or "for", where one stands at most four words before; else `end`."""
    back = next((n for n in range(1, 5) if end >= n and words[end - n].lower() in ARTICLES), 0)
    between = words[end - back + 1 : end] if back else []
    return end - len(between) if all(re.fullmatch(r"[a-z'’-]+", w) for w in between) else end


SAME = {
    "sr": "senior",
    "jr": "junior",
    "admin": "administrator",
    "administrative": "administrator",
    "mgr": "manager",
    "coord": "coordinator",
    "bi": "business intelligence",
    "asst": "assistant",
    "exec": "executive",
    "dev": "developer",
    "ops": "operations",
    "eng": "engineer",
    "ux": "user experience",
}
FILLER = frozenset(
    "the a an of and for to in at with our role position opening job team full part time remote hybrid permanent contract confidential client".split()
)


def key_words(title: str) -> frozenset[str]:
    """Return the words of `title` that tell it from another title."""
    plain = re.sub(NUMBER + r"|['’]s\b", " ", title)
    words = [w for x in WORDS.findall(plain) for w in SAME.get(x.lower(), x.lower()).split()]
    return frozenset(singular(w) for w in words if w not in FILLER)


def same_role(a: str, b: str) -> bool:
    """Can the two titles be one role: one's words within the other's, or half of all words shared with the same head?"""
    x, y = key_words(a), key_words(b)
    if not x or not y:
        return False
    if x <= y or y <= x:
        return True
    return len(x & y) / len(x | y) >= 0.5 and head(a) == head(b)


def differ(a: str, b: str) -> bool:
    """Are the two titles certainly two roles? "Reporting Analyst" and "Senior Data Analyst" are; "Analyst" differs from neither."""
    return not same_role(a, b)
