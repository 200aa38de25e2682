"""The header block of a message, or of one of its parts: bytes in, clean text out.

Rules: nothing here raises on any bytes; text holds no surrogates and no control characters; a name is kept as
displayed ('Marsh, Devon'); ids are found by pattern, because a strict reader refuses `<[a]@[b]>`. All of it is linear
in the size of the block, and the block itself is bounded.
"""

import binascii
import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from itertools import islice

from assistant.core.model import Address
from assistant.core.reading.charsets import clean, decoded

LONGEST_BLOCK = 1_000_000
LONGEST_VALUE = 500_000
MOST_FIELDS = 2_000
MOST_ADDRESSES = 10_000
MOST_PIECES = 6 * MOST_ADDRESSES
LONGEST_NAME = 200
DRAFT_HEADER = "X-Assistant-Draft"  # stands on drafts that the assistant placed; its value is the step's key

# "Subject: Hello"; RFC 5322 section 2.2: printable ASCII without the colon, and blanks before the colon are met
_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]{0,9}:")
# "=?utf-8?Q?caf=C3=A9?=" (RFC 2047), with a language after the charset allowed (RFC 2231)
_WORD = re.compile(r"=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bBqQ])\?([^?\r\n]{0,2000})\?=")
# the blanks between two encoded words are not shown (RFC 2047 section 6.2)
_BETWEEN = re.compile(r"(\?=)[ \t]{1,50}(?==\?[\w.:*-]{1,60}\?[bBqQ]\?)")
# "<CA+x=y@mail.example>"; also "<[a]@[b]>" and ids without an at sign
_ID = re.compile(r"<([^<>\s]{1,990})>")
# one piece of an address list: "quoted name", (comment), <address>, a comma or semicolon, a colon, an encoded word or plain words
_PIECE = re.compile(r'"((?:[^"\\]|\\.)*)"?|\(([^()]*)\)?|<([^<>]*)>?|([,;])|(:)|(=\?[^?\s]{1,60}\?[bBqQ]\?[^?\s]{0,2000}\?=|[^",;:<>()=]+|=)|(.)', re.S)
# "dana@northwind.example"
_EMAIL = re.compile(r"[^\s@<>,;:\"]{1,250}@[^\s@<>,;:\"]{1,250}")
# "by mx.example; Tue, 3 Mar 2026 12:00:00 +0000": the date stands behind the last semicolon (RFC 5321 section 4.4)
_RECEIVED_DATE = re.compile(r";([^;]{6,200})\Z")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one header block in their order: names in lower case, values unfolded, not yet decoded."""

    pairs: tuple[tuple[str, str], ...] = ()

    def first(self, name: str) -> str:
        """Return the first value of `name`, "" where there is none."""
        return next((value for key, value in self.pairs if key == name), "")

    def every(self, name: str) -> tuple[str, ...]:
        """Return all values of `name`, topmost first."""
        return tuple(value for key, value in self.pairs if key == name)

    def has(self, *names: str) -> bool:
        """Is there a field of one of these names?"""
        return any(key in names for key, _ in self.pairs)


def block(data: bytes, start: int = 0, end: int | None = None) -> tuple[Fields, int]:
    """Return the fields that begin at `start`, and where the body begins."""
    stop = len(data) if end is None else end
    at, found = _past_envelope(data, start, stop), list[tuple[str, list[bytes]]]()
    limit = min(stop, at + LONGEST_BLOCK)
    while at < limit and len(found) < MOST_FIELDS:
        line, after = _line(data, at, limit)
        if not line.strip():
            return _fields(found), after
        named = _FIELD.match(line if found else line.lstrip())
        if named:
            found.append((named[1].decode("ascii").lower(), [line.lstrip()[named.end() :]]))
        elif found and line[:1] in b" \t":
            found[-1][1].append(line)
        elif not found or not line.startswith((b"From ", b">From ")):
            break  # the blank line was forgotten: the body begins here
        at = after
    return _fields(found), at


def _past_envelope(data: bytes, start: int, stop: int) -> int:
    """Skip blank lines, a byte order mark and an mbox "From " line, which some stores leave in front."""
    at = start
    for _ in range(5):
        if data.startswith(b"\xef\xbb\xbf", at, stop):
            at += 3
        line, after = _line(data, at, min(stop, at + 1000))
        if after > at and at < stop and (not line.strip() or line.startswith((b"From ", b">From "))) and start == 0:
            at = after
    return at


def _line(data: bytes, at: int, limit: int) -> tuple[bytes, int]:
    stop = data.find(b"\n", at, limit)
    after = limit if stop < 0 else stop + 1
    return data[at:after].rstrip(b"\r\n"), after


def _fields(found: list[tuple[str, list[bytes]]]) -> Fields:
    return Fields(tuple((name, decoded(b" ".join(part.strip() for part in parts)[:LONGEST_VALUE], "").strip()) for name, parts in found))


def words(value: str) -> str:
    """Return the words of a header value: encoded words decoded, blanks single, nothing unprintable."""
    if "=?" in value:
        value = _unencoded(value)
    return " ".join(clean(value).split())


def _unencoded(value: str) -> str:
    """Decode RFC 2047 words; neighbours of one charset are joined first, since some programs cut a letter in two."""
    joined, out, last = _BETWEEN.sub(r"\1", value), list[str](), 0
    held, charset = b"", ""
    for word in _WORD.finditer(joined):
        apart = word.start() > last
        if held and (apart or word[1].lower() != charset):
            out.append(decoded(held, charset))
            held = b""
        out.append(joined[last : word.start()])
        held, charset, last = held + _word_bytes(word[2], word[3]), word[1].lower(), word.end()
    return "".join([*out, decoded(held, charset) if held else "", joined[last:]])


def _word_bytes(way: str, body: str) -> bytes:
    ascii_body = body.encode("ascii", "ignore")
    if way in "qQ":
        return binascii.a2b_qp(ascii_body.replace(b" ", b"_"), header=True)
    return base64_bytes(ascii_body)


def base64_bytes(body: bytes) -> bytes:
    """Decode base64 as far as it goes: strange letters are skipped, a missing end is filled up."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def ids(value: str) -> tuple[str, ...]:
    """Return the message ids in a value, each with its angle brackets; a lone id without them gets them."""
    found = tuple(f"<{inner}>" for inner in _ID.findall(value))
    bare = value.strip()
    if not found and bare and len(bare) < 990 and not re.search(r"[\s<>]", bare):
        return (f"<{bare}>",)
    return found


def date(fields: Fields, received_at: dt.datetime | None) -> dt.datetime:
    """Return when it was written: the Date header, else the newest Received header, else what the server says."""
    for value in (fields.first("date"), *map(_received_date, fields.every("received")), fields.first("delivery-date")):
        found = moment(value)
        if found:
            return found
    return received_at or dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _received_date(value: str) -> str:
    found = _RECEIVED_DATE.search(value[-300:])
    return found[1] if found else ""


def moment(value: str) -> dt.datetime | None:
    """Return the moment that an RFC 5322 date names, aware; "-0000" and no zone at all are read as UTC."""
    try:
        found = parsedate_to_datetime(value[:200].strip())
        aware = found if found.tzinfo else found.replace(tzinfo=dt.UTC)
        aware.astimezone(dt.UTC)  # a year of 0001 or 9999 may leave the calendar
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return aware if 1970 <= aware.year < 2200 else None


def addresses(value: str) -> tuple[Address, ...]:
    """Return the mailboxes of an address list. `Lee, Dana <dana@x>` without quotes is one person, as it is displayed."""
    found: list[Address] = []
    name: list[str] = []
    for piece in islice(_PIECE.finditer(value), MOST_PIECES):
        quoted, comment, angled, comma, colon, plain, _ = piece.groups("")
        if comma:
            name = _after_comma(name, comma, found)
        elif colon:
            name = []  # "Undisclosed recipients:" is the name of a group
        elif angled:
            _add(found, angled, " ".join(name))
            name = []
        else:
            name.append(re.sub(r"\\(.)", r"\1", quoted) or (f"({comment})" if comment else plain))
        if len(found) >= MOST_ADDRESSES:
            break
    _after_comma(name, ";", found)
    return tuple(found)


def _after_comma(name: list[str], comma: str, found: list[Address]) -> list[str]:
    """Close a bare address at its comma; words without one are the family name of whoever comes next."""
    joined = " ".join(name)
    if "@" not in joined and "=?" not in joined:
        return [joined[-LONGEST_NAME:].strip() + ","] if comma == "," and joined.strip() else []
    words_so_far = words(joined)
    bare = _EMAIL.search(words_so_far)
    if bare:
        _add(found, bare[0], f"{words_so_far[: bare.start()]} {words_so_far[bare.end() :]}".strip(" ()<>"))
        return []
    return [words_so_far[-LONGEST_NAME:] + ","] if comma == "," and words_so_far else []


def _add(found: list[Address], email: str, name: str) -> None:
    shown = words(name[:1000])[:LONGEST_NAME].strip(" ,'\"<>")
    address = words(email).strip(" '\"").removeprefix("mailto:").lower()
    if "@" not in address or " " in address:
        inside = _EMAIL.search(address) or _EMAIL.search(shown)
        if not inside:
            return
        address = inside[0]
    found.append(Address(email=address, name="" if shown.lower() == address else shown))
