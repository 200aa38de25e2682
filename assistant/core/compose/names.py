"""A person's name as a mail shows it -> the name to greet them by.

Rules: names come in any order and script. What cannot be told apart is left out: a greeting without a name is better than
a wrong one. Only what is written counts; nothing is guessed from the part before the @.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


TITLES = {
    "mr": "Mr.", "mrs": "Mrs.", "ms": "Ms.", "miss": "Miss", "mx": "Mx.", "dr": "Dr.", "prof": "Prof.", "professor": "Professor",
}  # fmt: skip
CREDENTIALS = listed("phd md mba cpa esq jr sr ii iii iv peng phr sphr shrm-cp shrm-scp pmp cfa rn llb llm jd msc bsc ma ba mcipd cipd kc qc dds")
DESKS = listed("""
    acquisition admin calendar career careers clinic company contact coordinator corp department desk events gmbh group hello hiring hr human inc info jobs
    llc llp ltd mail ninja no-reply noreply notification notifications office operations ops partner payroll people plc reception recruiter recruiting
    recruitment reply resources scheduler scheduling services solutions staffing support talent team university
""")
LONGEST_SHOWN = 200  # characters of a display name
PARTICLES = listed("van von der den de del della di da dos du la le st ter ten bin ibn al el mac o")
PRONOUNS = listed("she her hers he him his they them theirs ze elle il iel ella")

# "Oluwadamilare (Dami) Ojo", "Dana Reyes (she/her)", "Dana Reyes [Contractor]"
ASIDE = re.compile(r"\(([^()]{0,60})\)|\[([^\[\]]{0,60})\]|[\"“]([^\"“”]{0,60})[\"”]")
# "Dana Reyes via Greenhouse", "Dana from Northwind", "Dana Reyes | Northwind", "Dana Reyes - Northwind"
BELONGING = re.compile(r"\s(?:via|from|at|@|\||[-–—·•]|on behalf of)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """`given`: what to greet by, "" where that cannot be told; `family` and `title` ("Dr.") where they stand there."""

    given: str = ""
    family: str = ""
    title: str = ""


def words(text: str) -> list[str]:
    """The words of a name, without punctuation around them."""
    return [w for w in (part.strip(".,;:!-'’ ") for part in text.split()) if w]


def folded(text: str) -> str:
    """For comparing names: "Zoë" and "ZOE" are one."""
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))


def is_word(text: str) -> bool:
    """Could this be one word of a name: two letters or more, with hyphens and apostrophes between?"""
    return len(text) > 1 and all(unicodedata.category(c)[0] in "LM" or c in "-'’" for c in text)


def cased(word: str) -> str:
    """DANA and dana become Dana, JEAN-LUC Jean-Luc; McDonald and the initials AJ stay as they are."""
    if len(word) == 2 and word == word.upper() and word[-1] not in "AEIOU":
        return word
    if word != word.upper() and word != word.lower():
        return word
    return re.sub(r"[^\W\d_]+", lambda run: run.group().capitalize(), word)


def akin(short: str, full: str) -> bool:
    """May `short` be a form of one of the words of `full`: Dami of Oluwadamilare, Chris of Christine?"""
    one = folded(short)
    return any(one in folded(w) or folded(w) in one for w in words(full) if is_word(w))


def bare(display: str) -> str:
    """The display name without asides, belongings, emoji and stray quotes."""
    text = BELONGING.split(ASIDE.sub(" ", unicodedata.normalize("NFC", display[:LONGEST_SHOWN])), maxsplit=1)[0]
    kept = "".join(c for c in text if unicodedata.category(c)[0] in "LM" or c in " -'’.,&")
    return " ".join(kept.split()).strip("'’,- ")


def nickname(display: str) -> str:
    """The name in brackets or quotes that the person goes by: "Dami" of "Oluwadamilare (Dami) Ojo"."""
    for aside in ASIDE.finditer(display[:LONGEST_SHOWN]):
        inside = next((g for g in aside.groups() if g), "").strip()
        between = is_word(words(display[aside.end() :])[0]) if words(display[aside.end() :]) else False
        plausible = is_word(inside) and inside[0].isupper() and folded(inside) not in PRONOUNS
        if plausible and words(display[: aside.start()]) and (between or akin(inside, display[: aside.start()])):
            return cased(inside)
    return ""


def name(display: str, firms: Iterable[str] = ()) -> Name:
    """The name behind a display name; an empty one for desks and firms (`firms`: the names of those concerned)."""
    text = bare(display)
    if any(unicodedata.name(c, "").startswith(("CJK", "HANGUL", "HIRAGANA", "KATAKANA")) for c in text):
        return Name(given=text)  # family name first: written as it stands, never turned round
    if not text or is_desk(text, firms):
        return Name()
    title, parts = titled(turned(text))
    found = ordered(parts)
    return Name(nickname(display) or found.given, found.family, title)


def is_desk(text: str, firms: Iterable[str]) -> bool:
    """A team, a mailbox or a firm rather than a person?"""
    said = {folded(w) for w in words(text)}
    firm = {folded(w) for f in firms for w in words(f)}
    return "&" in text or bool(said & DESKS) or said <= firm


def turned(text: str) -> list[str]:
    """The words in speaking order: "Okafor, Tom" is Tom Okafor; "Tom Okafor, PhD" stays."""
    parts = [[w for w in words(p) if folded(w.replace(".", "")) not in CREDENTIALS] for p in text.split(",")]
    first, *rest = [p for p in parts if p] or [[]]
    return [*rest[0], *first] if rest else first


def titled(parts: list[str]) -> tuple[str, list[str]]:
    """A leading title, in its usual writing, and the rest."""
    if len(parts) > 1 and folded(parts[0]) in TITLES:
        return TITLES[folded(parts[0])], parts[1:]
    return "", parts


def ordered(parts: list[str]) -> Name:
    """Given and family name of words in speaking order; "WANG Xiaoming" has its family name first."""
    if len(parts) > 1 and is_shouted_family(parts):
        return Name(cased(parts[1]), cased(parts[0]))
    whole = [p for p in parts if is_word(p)]
    if not whole or (len(parts) > 1 and whole == parts[-1:]):
        return Name("", cased(parts[-1]) if len(parts) > 1 else "")  # "J. Smith": no given name is known
    return Name(cased(whole[0]), family(whole[1:]))


def is_shouted_family(parts: list[str]) -> bool:
    """WANG Xiaoming, LI Wei; but not TOM OKAFOR (all shouted), and not AJ Smith (initials)."""
    first, others = parts[0], parts[1:]
    shouted = first == first.upper() != first.lower() and any(o != o.upper() for o in others)
    return shouted and (len(first) > 2 or first[-1] in "AEIOU")


def family(rest: list[str]) -> str:
    """The last word with the particles before it: "Van Hoorn", "de la Cruz"."""
    if not rest:
        return ""
    start = len(rest) - 1
    while start and folded(rest[start - 1]) in PARTICLES:
        start -= 1
    return " ".join([*rest[start:-1], cased(rest[-1])])
