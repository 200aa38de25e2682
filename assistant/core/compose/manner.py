"""How two people address each other -> how the letter begins, and how it is signed.

Takes a person's address and the application's mails; gives the greeting and the user's own signature.
Rules: the user's own way of addressing this person comes first, then how the person signs and introduces themselves,
then the name that mail shows. Dear answers Dear, Hello answers Hello, anything else is Hi. Titles are kept where either
side uses them. Without a name: "Hello,".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.core.compose.names import TITLES, Name, akin, bare, cased, folded, is_desk, is_word, listed, name, nickname, words
from assistant.core.compose.people import firms, letters_from, letters_to, shown_name
from assistant.core.model import Address, Application, Me, Message, Sort

COURTESIES = listed("""
    best bests thanks thank cheers regards sincerely yours truly faithfully kindly warmly respectfully cordially wishes love talk soon sent onwards
    enjoy speak hugs looking forward many kind warm all bientôt bye merci later
""")
EVERYBODY = listed("all team there everyone everybody both hiring sir madam folks again manager committee whom to panel chef boss doc coach captain")
TITLE_WORDS = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor)\b\.?"

# "Dear Mr. Okafor,", "Hi Dami - thanks", "hello esme!", "Good morning, Tom,"
OPENING = re.compile(
    rf"(dear|hi|hello|hey|good (?:morning|afternoon|evening))\b,?[ \t]{{1,3}}(?:({TITLE_WORDS})[ \t]{{1,3}})?"
    r"([^,:!.\n]{1,60}?)[ \t]{0,3}(?:[,:!.\n]|\s[-–—]|$)",
    re.IGNORECASE,
)
# "Bram, my mistake", "Ines - the two of us"
BARE_OPENING = re.compile(r"([^\W\d_][\w'’-]{1,30})(?:,|!|:|\s[-–—])")
# "My name is Dami and", "my name's Sam", "hey its rosa from the cantina", "this is Sam, the owner"
INTRODUCTION = re.compile(
    r"\bmy name(?: is|['’]s)[ \t]{1,3}([^\W\d_][\w'’-]{1,30})|\b(?:it['’]?s|this is)[ \t]([^\W\d_][\w'’-]{1,30})(?:,| (?:from|at|of|with)\b)", re.IGNORECASE
)
# "Bram here from Farrow", "Hi Priya! Noor here, hiring for Data"
HERE = re.compile(r"\b([^\W\d_][\w'’-]{1,30}) here\b")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a letter begins: its word in lower case ("" where there is none), a title, and the name or names as written."""

    word: str
    title: str
    name: str


# ---------------------------------------------------------------- the greeting


def greeting(to: Address, application: Application, me: Me) -> str:
    """The first line of a letter to this person: "Hi Dana,", "Dear Mr. Okafor,", or "Hello,"."""
    addressed = own_opening(to, application, me)
    called = addressed_name(addressed, to, application) if addressed else called_name(to, application, me)
    if not called:
        return "Hello,"
    return f"{salutation(to, application, addressed, called)} {called},"


def salutation(to: Address, application: Application, addressed: Opening | None, called: str) -> str:
    """Dear, Hello or Hi: as the user writes to them, else as they write."""
    if called.partition(" ")[0] in TITLES.values():
        return "Dear"
    word = addressed.word if addressed else ""
    word = word or next((o.word for m in letters_from(to, application) if (o := opening(m.text))), "") or house_word(application)
    return {"dear": "Dear", "hello": "Hello"}.get(word, "Hi")


def house_word(application: Application) -> str:
    """Dear where whoever wrote last on their side writes it; other words are a matter between two people."""
    words_used = (o.word for m in reversed(application.messages) if not m.outgoing and m.sort is Sort.HUMAN and (o := opening(m.text)))
    return "dear" if next(words_used, "") == "dear" else ""


def own_opening(to: Address, application: Application, me: Me) -> Opening | None:
    """How the user addressed this person when they last wrote to them alone."""
    for message in letters_to(to, application):
        others = {a.email for a in message.recipients if not me.wrote_from(a.email)}
        found = opening(message.text) or bare_opening(message.text, to, application)
        usable = found and 0 < len(words(found.name)) <= 3 and not {folded(w) for w in words(found.name)} & EVERYBODY
        if found and usable and others == {to.email} and not (found.title and is_answered_lightly(message, to, application)):
            return found
    return None


def is_answered_lightly(message: Message, to: Address, application: Application) -> bool:
    """Has the person since written to the user without a title? Then Mr. and Ms. are behind both."""
    return any(m.at > message.at and not ((o := opening(m.text)) and o.title) for m in letters_from(to, application))


def addressed_name(addressed: Opening, to: Address, application: Application) -> str:
    """The name in the user's own greeting: "Mr. Okafor", "Dami"; of a full name the first ("Dear Dana Reyes")."""
    if addressed.title:
        return f"{TITLES[folded(addressed.title.strip('.'))]} {cased(words(addressed.name)[-1])}"
    parts = words(addressed.name)
    shown = {folded(w) for w in words(shown_name(to, application))}
    whole = len(parts) > 1 and folded(parts[-1]) in shown and folded(parts[0]) in shown
    return cased(parts[0]) if whole or len(parts) == 1 else " ".join(cased(p) for p in parts)


def called_name(to: Address, application: Application, me: Me) -> str:
    """The name that they go by, in their own mails first, else as mail shows it."""
    shown = shown_name(to, application)
    read = name(shown, firms(application))
    own = nickname(shown) or introduced(to, application, read, shown) or signed_name(letters_from(to, application), shown, read)
    title = read.title if read.title in {"Dr.", "Prof.", "Professor"} else honorific(read, application, me)
    if own:
        return own
    if title and (read.family or read.given):
        return f"{title} {read.family or read.given}"
    return read.given


def introduced(to: Address, application: Application, read: Name, shown: str) -> str:
    """The name they give themselves: "My name is Dami"; "Noor here", where that fits the name shown."""
    for message in letters_from(to, application):
        head = message.text[:400]
        said = INTRODUCTION.search(head)
        if said and is_word(said[1] or said[2]):
            given = said[1] or said[2]
            return "" if folded(given) in {folded(read.given), folded(read.family)} else cased(given)
        here = HERE.search(head)
        if here and is_word(here[1]) and akin(here[1], shown):
            return cased(here[1])
    return ""


def honorific(read: Name, application: Application, me: Me) -> str:
    """A title, "Mr.", where their side writes "Mr. Bo Lindgren", and calls the user by a title too."""
    theirs = [m.text[:4000] for m in application.messages if not m.outgoing and m.sort is Sort.HUMAN]
    if not read.family or not any(o.title for t in theirs if (o := opening(t))) or not me.name:
        return ""
    called = re.compile(rf"\b({TITLE_WORDS})[ \t]{{1,3}}(?:{re.escape(read.given)}[ \t]{{1,3}})?{re.escape(read.family)}\b")
    found = next((f for t in theirs if (f := called.search(t))), None)
    return TITLES[folded(found[1].strip("."))] if found else ""


# ---------------------------------------------------------------- how a letter begins and ends


def opening(text: str) -> Opening | None:
    """The greeting on the first line of a letter."""
    found = OPENING.match(text.lstrip()[:120])
    return Opening(found[1].lower().partition(" ")[0], found[2] or "", found[3]) if found else None


def bare_opening(text: str, to: Address, application: Application) -> Opening | None:
    """A letter that begins with the mere name: "Bram, my mistake"."""
    found = BARE_OPENING.match(text.lstrip()[:60])
    if not found or folded(found[1]) not in {folded(w) for w in words(bare(shown_name(to, application)))}:
        return None
    return Opening("", "", found[1])


def signed_name(mails: Iterable[Message], shown: str, read: Name) -> str:
    """The first name as its owner signs, newest mail first; "" where they sign in full, with an initial, or not at all."""
    for mail in mails:
        parts = words(signed(mail, shown))
        if parts and len(parts[0]) > 1 and read.family not in parts and folded(parts[0]) not in TITLES:
            return " ".join(cased(w) for w in parts)
    return ""


def signed(mail: Message, shown: str) -> str:
    """The line with which a mail is signed: below its text, else first in its signature block."""
    lines = [line.strip() for line in f"{mail.text[-2000:]}\n".splitlines() if line.strip()][-2:]
    below = [line.strip() for line in mail.signature[:2000].splitlines() if line.strip()][:2]
    after_courtesy = len(lines) > 1 and is_courtesy(lines[0])
    own = name_line(lines[-1], shown, after_courtesy) if lines else ""
    courtesy_above = any(is_courtesy(line) for line in (*lines[-1:], *below[:1]))
    candidates = [own, *(name_line(line, shown, courtesy_above) for line in below)]
    return next((c for c in candidates if c), "")


def is_courtesy(line: str) -> bool:
    """Is it a line like "Best wishes,", "Thanks!" or "Talk soon,"?"""
    said = words(line)
    return 0 < len(said) <= 4 and any(folded(w) in {folded(c) for c in COURTESIES} for w in said)


def name_line(line: str, shown: str, after_courtesy: bool) -> str:
    """The name that a line consists of: known words of a name, or one word below a courtesy or akin to the name."""
    nick = nickname(line)
    said = words(bare(line.lstrip(":;)(-–— ")))
    known = {folded(w) for w in words(bare(shown))}
    if not 0 < len(said) <= 4 or not all(is_word(w) for w in said) or is_courtesy(line) or is_desk(" ".join(said), ()):
        return ""
    if {folded(w) for w in said} <= known:
        return nick or " ".join(said)
    if len(said) == 1 and (akin(said[0], shown) or (after_courtesy and said[0][0].isupper())):
        return said[0]
    return ""


# ---------------------------------------------------------------- the signature


def signature(to: Address, application: Application, me: Me) -> str:
    """The user's name as they sign to this person, else in this application, else their first name."""
    everywhere = (m for m in reversed(application.messages) if m.outgoing)
    for mails in (letters_to(to, application), everywhere):
        for mail in mails:
            written = words(signed(mail, me.name))
            if written and len(written[0]) > 1:
                return " ".join(cased(w) for w in written)
    return name(me.name).given or " ".join(me.name.split())
