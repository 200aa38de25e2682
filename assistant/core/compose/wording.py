"""Facts -> the way in which they are said in a letter: roles, firms, days.

Rules: the employer's own words are kept, their numbers and brackets are not. Days are written as the user's country
writes them, and so that they stay true while the draft waits: a weekday or a date, never "today" or "yesterday".
"""

import datetime as dt
import re

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH_FIRST = frozenset({"US", "CA", "PH"})
LONGEST_ROLE = 80
LONGEST_READ = 400  # characters: mail may say anything

# "Product Designer, Remote", "Analyst, Level II", "Clerk, 12 month contract": no field that one could work "in"
NO_FIELD = re.compile(
    r"\b(?:remote|hybrid|on-?site|contract\w*|temporary|temp|permanent|casual|(?:full|part)[- ]time|level|grade|[ivx]+|senior|junior|lead|intern\w*|entry"
    r"|months?|leave|cover|\d+)\b",
    re.IGNORECASE,
)

# "Insights Analyst (Private Label)", "Data Analyst [Remote]", "Legal Clerk (m/f/d"
BRACKETED = re.compile(r"[(\[{<][^()\[\]{}<>]{0,120}(?:[)\]}>]|$)|[()\[\]{}<>]")
# "R-20711 Records Clerk", "Analyst, QA-2031-05", "Req #4471: Analyst", "Competition 2031-044, Clerk"
REQUISITION = re.compile(
    r"(?:\b(?i:req(?:uisition)?|job|posting|competition|ref(?:erence)?|vacancy)\b\.?\s{0,2}(?i:id|no|number)?\.?\s{0,2}[:#]?\s{0,2})?"
    r"(?:#\s?[\w-]{1,20}|\b(?:[A-Z]{1,5}[-_ ]?\d[\d-]{2,15}|\d[\d-]{3,15}|[A-Z]{2,5}-\d[\d-]{1,12})\b)"
)
# "Data Analyst - Claims", "Data Analyst | Claims"
DASH = re.compile(r"\s*(?:\s[-–—]|[|·•]|:\s)\s*")
# "the Data Analyst position"
AROUND = re.compile(r"^(?:the|a|an)\s+|\s+(?:role|position|job|opening|vacancy|posting)$", re.IGNORECASE)
# "Finch Quill LLP", "Northwind Health, Inc."
LEGAL_FORM = re.compile(r",?\s+(?:inc|llc|llp|ltd|limited|corp|corporation|plc|gmbh|p\.?c|pty|s\.?a)\.?$", re.IGNORECASE)


def role_said(role: str | None) -> str:
    """The role for running text: "Records Clerk" of "R-20711 Records Clerk"; "" where none is known."""
    text = REQUISITION.sub(" ", BRACKETED.sub(" ", (role or "")[:LONGEST_READ]))
    text = re.sub(r"\s*,(?:\s*,)+", ",", DASH.sub(", ", " ".join(text.split())))
    text = AROUND.sub("", AROUND.sub("", text.strip(" ,;:-/#.")).strip(" ,;:-/#."))
    text = quieted(text.replace(" ,", ","))
    if len(text) > LONGEST_ROLE:
        text = text.split(",")[0]
    return text if len(text) <= LONGEST_ROLE else ""


def quieted(text: str) -> str:
    """OFFICE MANAGER -> Office Manager; short words stay (VP, IT, BI), small ones are small."""
    if text != text.upper() or len(text) < 5:
        return text
    small = {"OF", "AND", "FOR", "THE", "IN", "TO"}
    return " ".join(w.lower() if w in small else w if len(w) <= 3 else w.capitalize() for w in text.split())


def firm_said(firm: str | None) -> str:
    """A firm's name for running text, without its legal form."""
    return LEGAL_FORM.sub("", " ".join(BRACKETED.sub(" ", (firm or "")[:LONGEST_READ]).split())).strip(" ,")


def the_role(role: str | None, company: str | None, through_agency: bool) -> str:
    """The role with its article: "the Data Analyst role"; to an agency with its employer, "... at Northwind", "... with your client"."""
    title = role_said(role)
    said = f"the {role_phrase(title)}" if title else "the role"
    if not through_agency:
        return said
    firm = firm_said(company)
    return f"{said} at {firm}" if firm else f"{said} with your client"


def role_phrase(title: str) -> str:
    """The title with "role": "Data Analyst role"; of "Data Analyst, Claims" it is the "Data Analyst role in Claims"."""
    head, comma, tail = title.partition(", ")
    is_field = comma and "," not in tail and len(head.split()) > 1 and len(tail.split()) <= 4 and not NO_FIELD.search(tail)
    return f"{head} role in {tail}" if is_field else f"{title} role"


def date_said(day: dt.date, country: str) -> str:
    """A date: "March 11" or "11 March"."""
    month = MONTHS[day.month - 1]
    return f"{month} {day.day}" if country.upper() in MONTH_FIRST else f"{day.day} {month}"


def day_said(day: dt.date, country: str) -> str:
    """A date with its weekday: "Wednesday, March 11" or "Wednesday 11 March"."""
    return f"{weekday_said(day)}{',' if country.upper() in MONTH_FIRST else ''} {date_said(day, country)}"


def weekday_said(day: dt.date) -> str:
    """The weekday, "Tuesday": enough within the days in which a thank-you is offered."""
    return WEEKDAYS[day.weekday()]
