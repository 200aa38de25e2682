"""Display names: is it a person's, and what are they called?"""

import re

# "(via Greenhouse)", "via LinkedIn", "at Lexiflow Research", "- Northwind", "| Northwind", "(she/her)", "from Northwind"
_BEHIND = re.compile(r"\s*(?:\((?:[^()]{0,60})\)|,? (?:via|at|from|@|on behalf of|of) .{1,80}| [-–—|@/] ?.{1,80}|\|.{1,80})$", re.I)
_TITLES = {"mr", "mrs", "ms", "mx", "dr", "prof", "herr", "frau", "sir", "mme"}
_DEGREES = {"phd", "mba", "shrm-cp", "phr", "sphr", "jr", "sr", "ii", "iii", "iv", "cpa", "esq", "md", "pe", "pmp", "rn"}
# Words of firms, teams and machines, never of people
_ORGANISED = set(
    "a account accounts admin administration agency alert alerts and app applicant application applications assistant associates automatic autoreply bank billing board bot business calendar"
    " candidate candidates care career careers centre center city clinic club co college committee communications community company connect consulting coop corp corporation council credit"
    " customer daemon daily delivery department desk digest digital do education energy event events express foods for foundation from gmbh group guild health healthcare help helpdesk hiring"
    " hospital hotel hr human inc info insurance insights institute international invest job jobs labs learning legal library limited live llc llp logistics loyalty ltd mail mailer mailbox"
    " management market marketing media medical member membership mobile my network networks news newsletter no-reply noreply no not notification notifications notice office online operations orders"
    " our panel partner partners party payments payroll people platform podcast portal postmaster press program project promotions rail railway receipts recruiter recruiters recruiting recruitment"
    " recruitments registrar rentals reminder reminders reply research resources rewards robot sales school search security server service services shop society solutions staff staffing store studio"
    " studios subscriptions support survey surveys system systems talent team teams tech technologies technology the theatre ticket tickets today trust union university update updates user"
    " volunteer webinar weekly workday your".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def bare(name: str) -> str:
    """Return a display name without what is hung on it: `Dana Reyes (via Greenhouse)` is Dana Reyes; `Marsh, Devon` is Devon Marsh."""
    short = name.strip().strip("'\"")[:120]
    for _ in range(3):
        short = _BEHIND.sub("", short).strip(" '\"")
    family, comma, given = short.partition(",")
    if comma and given.strip().lower().rstrip(".") not in _DEGREES:
        return f"{given.strip()} {family.strip()}".strip()
    return family.strip()


def is_person(name: str) -> bool:
    """Does this display name look like a person's: two to five words, none of a firm's, a team's or a machine's?"""
    tokens = [word for word in bare(name).split() if word.lower().rstrip(".,") not in _TITLES | _DEGREES]
    if not 2 <= len(tokens) <= 5:
        return False
    return all(_WORD.fullmatch(word.strip(".,()")) and word.lower().strip(".,") not in _ORGANISED for word in tokens)


def calls(name: str) -> frozenset[str]:
    """Return what somebody of this name may write under a letter, in lower case: first names, whole name, initials."""
    tokens = [word.strip(".,").lower() for word in bare(name).split()]
    tokens = [word for word in tokens if word not in _TITLES and word]
    if not tokens:
        return frozenset()
    initials = "".join(word[0] for word in tokens)
    return frozenset({*tokens, " ".join(tokens), initials, initials[0], f"{tokens[0]} {initials[-1]}", f"{initials[0]} {tokens[-1]}"})
