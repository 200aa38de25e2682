"""By what a mail is known to be one of our drafts, and by what a draft is known to be untouched. The one place that says so.

Takes ledger entries and messages; gives yes or no. Its rules (RULES.md, "The draft and its user"):

- *Ours for certain*: our own header names the step, or the Message-ID is the one that the step's draft always has.
- *Ours by likeness*, for a mail client that edits a draft replaces it by a new message and may drop both: at least two of three ties.
  The conversation (it answers the mail that ours answered; where ours began one, it has our subject), the people (somebody whom ours was to),
  the words (half of our pairs of words stand in it). One tie alone may change: the user corrects the recipient, or the client forgets In-Reply-To.
- *Untouched*: what its reader would get is the same. Sender, recipients (Bcc too), subject, words, attachments and where links lead count; layout, line ends,
  blanks, transfer encoding, format=flowed, an HTML twin, Date and Message-ID do not. One changed word is an edit.
- *A signature* that a client adds on its own is no edit, if it is one that the user's sent mail ends with: nothing that only stands in this draft would be
  lost with it. Any other line at the end may be the user's, and makes the draft theirs.
- *Placed here*: a draft that stands anywhere but in the folder where drafts are placed was moved by the user.

Our header holds the step's key, the digest of the words as placed, and the moment. So a ledger that is lost is found again in the mailbox itself (rule 2).
"""

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, unquote

from assistant.core.model import Address, Entry, Message, Role

_DIGITS = 16  # of a digest: 64 bits, enough to tell one person's few hundred drafts apart
_PLAIN = "!#$&'()*+,/:;<=>?@[]^`{|}"  # what a header line may show as it is, besides letters, digits and "_.-~"
_MOMENT = "%Y%m%dT%H%M%SZ"
# "thank_you|uid-1|dana@northwind.example 0123456789abcdef 20260305T140000Z", and without its moment
_MARK = re.compile(r"(\S{1,9000}) ([0-9a-f]{1,64})(?: (\d{8}T\d{6}Z))?")
# Characters without width: clients put them in, and readers do not see them (zero-width space and joiner, soft hyphen, byte order mark)
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\u00ad\ufeff"))
_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)

Signatures = Collection[tuple[str, ...]]


# ---------------------------------------------------------------- our own header


@dataclass(frozen=True, slots=True)
class Mark:
    """What our header says: the step's key, the digest of the words as placed ("" where it names none), and when that was."""

    key: str
    digest: str = ""
    at: dt.datetime | None = None


def header(key: str, digest: str, at: dt.datetime) -> str:
    """Return the value of our own header. A key rests on ids from strangers: it goes out in plain ASCII."""
    return f"{quote(key, _PLAIN, errors='surrogatepass')} {digest} {at.astimezone(dt.UTC):{_MOMENT}}"


def mark(draft_key: str) -> Mark:
    """Return what a header says, as `header` made it; a value that no version of ours wrote is a key and nothing more."""
    found = _MARK.fullmatch(" ".join(draft_key.split()))
    if not found:
        return Mark(unquote(draft_key.strip(), errors="surrogatepass"))
    key, digest, at = found.groups()
    return Mark(unquote(key, errors="surrogatepass"), digest, _moment(at))


def _moment(text: str | None) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(text, _MOMENT).replace(tzinfo=dt.UTC) if text else None
    except ValueError:  # "20261399T...": nobody's moment
        return None


# ---------------------------------------------------------------- untouched


def fingerprint(message: Message) -> str:
    """Return a digest of what the reader of this mail would get: people, subject, words, attachments and links, not their layout."""
    return _digest(message, _words(message))


def is_as_placed(digest: str, message: Message, signatures: Signatures = ()) -> bool:
    """Does the message still say what we placed, a signature of the user's aside?"""
    words = _words(message)
    return any(_digest(message, some) == digest for some in (words, *_unsigned(words, signatures)))


def signatures(messages: Iterable[Message]) -> frozenset[tuple[str, ...]]:
    """Return the signatures that the user's sent mail ends with, as words."""
    found = (tuple(_tokens(message.signature)) for message in messages if message.role is Role.SENT)
    return frozenset(words for words in found if words)


def _unsigned(words: list[str], known: Signatures) -> Iterable[list[str]]:
    for signature in known:
        if tuple(words[-len(signature) :]) == signature:
            yield words[: -len(signature)]


def _digest(message: Message, words: list[str]) -> str:
    people = [message.sender.email, "to", *_emails(message.to), "cc", *_emails(message.cc), "bcc", *_emails(message.bcc)]
    parts = [*people, "", *_tokens(message.subject), "", *words, "", *message.attachments, "", *_hidden_links(message)]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _words(message: Message) -> list[str]:
    return _tokens(f"{message.text} {message.quoted} {message.signature}")


def _tokens(text: str) -> list[str]:
    return unicodedata.normalize("NFC", text.translate(_UNSEEN)).split()


def _hidden_links(message: Message) -> list[str]:
    """Return where links lead whose address the text does not show: a client makes a link of an address, a user of a word."""
    shown = f"{message.text} {message.quoted} {message.signature}"
    return sorted(link for link in message.links if _SCHEME.sub("", link, count=1).rstrip("/") not in shown)


def _emails(addresses: Iterable[Address]) -> list[str]:
    return sorted(address.email for address in addresses)


# ---------------------------------------------------------------- ours


def is_ours(entry: Entry, message: Message) -> bool:
    """Is it the entry's draft for certain?"""
    return message.id == entry.message_id or mark(message.draft_key).key == entry.key


def is_like(entry: Entry, message: Message) -> bool:
    """Is it the entry's draft by likeness, or a mail in its place?"""
    return ties(entry, message) >= 2


def ties(entry: Entry, message: Message) -> int:
    """Return how many of the three ties hold: conversation, people, words."""
    return answers_the_same(entry, message) + is_to_the_same(entry, message) + shares_words(entry, message)


def answers_the_same(entry: Entry, message: Message) -> bool:
    """Does it stand in the conversation of the entry's draft? A new one is known by its subject."""
    if entry.in_reply_to:
        return entry.in_reply_to == message.in_reply_to or entry.in_reply_to in message.references
    return _tokens(entry.subject) == _tokens(message.subject)


def is_to_the_same(entry: Entry, message: Message) -> bool:
    """Is it to somebody whom the entry's draft was to?"""
    return bool(set(entry.to) & {address.email for address in (*message.recipients, *message.bcc)})


def shares_words(entry: Entry, message: Message) -> bool:
    """Do half of the placed draft's pairs of words stand in it? Words alone are not enough: all letters thank and hope."""
    ours = _pairs(_tokens(entry.text))
    return bool(ours) and 2 * len(ours & _pairs(_words(message))) >= len(ours)


def _pairs(words: list[str]) -> set[tuple[str, str]]:
    return set(pairwise(words))


# ---------------------------------------------------------------- written to nobody


def is_unsent(message: Message) -> bool:
    """Is it a draft, wherever it stands? One that left Drafts with its flag lost still has our header, our words and our very Date; sending gives a new one."""
    if message.role in {Role.DRAFTS, Role.UNSENT}:
        return True
    placed = mark(message.draft_key)
    kept = message.role in {Role.INBOX, Role.ARCHIVE} and placed.at == message.at.replace(microsecond=0)
    return kept and is_as_placed(placed.digest, message)
