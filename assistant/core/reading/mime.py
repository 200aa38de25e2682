"""The parts of a message: bytes in, a flat list of decoded parts out.

Rules: nothing raises on any bytes, and no message costs more than a moment. So the body is cut at its boundaries by
searching bytes, not read line by line; the body of an attachment is never decoded; depth, parts and lengths are bounded.
A multipart without a boundary, or without an end, is read as what can be had of it.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Header

from assistant.core.reading.charsets import clean, decoded
from assistant.core.reading.headers import Fields, base64_bytes, block, words

DEEPEST = 8
MOST_PARTS = 200
MOST_CANDIDATES = 2_000  # lines that may be a boundary, in one multipart
LONGEST_TEXT = 200_000  # characters of one text; more is no letter
LONGEST_MESSAGE = 40_000_000  # bytes; hardly a server takes more, and the letter stands before what is attached
LONGEST_HTML = 400_000  # bytes of one HTML body, of which most is markup
LONGEST_CALENDAR = 500_000

_PROSE = re.compile(rb"(?:\w{2,20} ){3}")  # what calls itself base64 and has words in it is plain text
_HTML_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?([\w:-]{2,40})", re.I)  # <meta charset="utf-8">


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf. `body` is decoded from its transfer encoding, and empty for what is attached and not ours to read.

    `choice` numbers the multipart/alternative that it stands in, 0 where it stands in none.
    """

    kind: str  # "text/plain"
    body: bytes
    charset: str = ""
    name: str = ""
    attached: bool = False
    flowed: bool = False
    joined: bool = False  # format=flowed with delsp=yes
    choice: int = 0
    method: str = ""  # of an invitation, where the part names it (RFC 6047 section 2.4)


@dataclass(frozen=True, slots=True)
class _Span:
    """Bytes that are yet to be read: one entity, its fields and where its body lies."""

    fields: Fields
    start: int
    end: int
    depth: int = 0
    choice: int = 0
    within: str = ""


def parts(data: bytes, fields: Fields, start: int) -> tuple[Part, ...]:
    """Return the leaves of the message whose body begins at `start`, in their order."""
    waiting, found, read = [_Span(fields, start, min(len(data), LONGEST_MESSAGE))], list[Part](), 0
    while waiting and read < MOST_PARTS:
        span, read = waiting.pop(), read + 1
        header = _content(span)
        kind = header.get_content_type()
        if kind.startswith("multipart/") and span.depth < DEEPEST:
            inner = list(_inside(data, span, header, kind, read))
            if inner:
                waiting.extend(reversed(inner))
                continue
            kind = "text/plain"  # no boundary in sight: still somebody's words
        found.append(_leaf(data, span, header, kind))
    return tuple(found)


def _content(span: _Span) -> Header:
    """Return the Content- fields as the standard library reads their parameters (RFC 2045, RFC 2231)."""
    header = Header()
    default = "message/rfc822" if span.within == "multipart/digest" else "text/plain"
    header["Content-Type"] = span.fields.first("content-type")[:2000] or default
    header["Content-Disposition"] = span.fields.first("content-disposition")[:2000]
    return header


def _parameter(header: Header, name: str, field: str = "content-type") -> str:
    found = header.get_param(name, "", field)
    if isinstance(found, tuple):  # RFC 2231: charset, language, value
        return decoded(found[2].encode("latin-1", "replace"), found[0] or "utf-8")
    return str(found)


def _inside(data: bytes, span: _Span, header: Header, kind: str, number: int) -> Iterator[_Span]:
    boundary = _parameter(header, "boundary").rstrip().encode("utf-8", "replace")
    choice = number if kind == "multipart/alternative" else span.choice
    for start, end in _cuts(data, boundary, span.start, span.end) if boundary else ():
        fields, body = block(data, start, end)
        yield _Span(fields, min(body, end), end, span.depth + 1, choice, kind)


def _cuts(data: bytes, boundary: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the parts between delimiter lines lie (RFC 2046 section 5.1.1); a missing last line is forgiven."""
    mark, opened, at = b"--" + boundary, -1, start
    for _ in range(MOST_CANDIDATES):
        at = data.find(mark, at, end)
        if at < 0:
            break
        line_end = data.find(b"\n", at, min(end, at + len(mark) + 200))
        tail = data[at + len(mark) : line_end if line_end >= 0 else min(end, at + len(mark) + 3)].strip()
        if data[at - 1 : at] in (b"\n", b"\r") and tail in (b"", b"--"):
            if opened >= 0:
                yield opened, _before_line_end(data, opened, at)
            opened = -1 if tail or line_end < 0 else line_end + 1
            if tail:
                return
        at += len(mark)
    if opened >= 0:
        yield opened, end


def _before_line_end(data: bytes, opened: int, at: int) -> int:
    """The line end in front of a delimiter belongs to the delimiter."""
    cut = at - 2 if data[at - 2 : at] == b"\r\n" else at - 1
    return max(opened, cut)


def _leaf(data: bytes, span: _Span, header: Header, kind: str) -> Part:
    name = _name(header)
    kind = _meant_kind(kind, name)
    attached = _is_attached(header, kind, name)
    limit = 0 if attached else _limit(kind)
    return Part(
        kind=kind,
        body=_unwrapped(data[span.start : min(span.end, span.start + limit * 2)], span.fields.first("content-transfer-encoding"))[:limit],
        charset=_parameter(header, "charset"),
        name=name,
        attached=attached,
        flowed=_parameter(header, "format").lower() == "flowed",
        joined=_parameter(header, "delsp").lower() == "yes",
        choice=span.choice,
        method=_parameter(header, "method"),
    )


def _name(header: Header) -> str:
    found = _parameter(header, "filename", "content-disposition") or _parameter(header, "name")
    return words(found)[:200]


def _meant_kind(kind: str, name: str) -> str:
    """An invitation is one under any name: application/ics, or some file that ends in .ics."""
    return "text/calendar" if kind in ("application/ics", "text/x-vcalendar") or name.lower().endswith((".ics", ".vcs")) else kind


def _is_attached(header: Header, kind: str, name: str) -> bool:
    if kind == "text/calendar" or kind.startswith("message/"):
        return False
    return header.get_content_disposition() == "attachment" or not kind.startswith("text/") or (bool(name) and kind not in ("text/plain", "text/html"))


def _limit(kind: str) -> int:
    if kind == "text/html":
        return LONGEST_HTML
    return LONGEST_CALENDAR if kind == "text/calendar" else LONGEST_TEXT * 4


def _unwrapped(body: bytes, encoding: str) -> bytes:
    """Undo the transfer encoding (RFC 2045 section 6); an unknown one is left as it is."""
    way = encoding.strip().lower()
    if way == "base64" and not _PROSE.search(body[:2000]):
        return base64_bytes(body)
    return binascii.a2b_qp(body) if way == "quoted-printable" else body


def text(part: Part) -> str:
    """Return the text of a part: its charset decoded, line ends as LF, flowed lines joined, at most LONGEST_TEXT long."""
    charset = part.charset
    if not charset and part.kind == "text/html":
        declared = _HTML_CHARSET.search(part.body[:2000])
        charset = declared[1].decode("ascii") if declared else ""
    found = decoded(part.body, charset).replace("\r\n", "\n").replace("\r", "\n")
    if part.kind == "text/html":
        return found
    found = clean(found)[:LONGEST_TEXT]
    return _unflowed(found, part.joined) if part.flowed else found


def _unflowed(flowed: str, joined: bool) -> str:
    """Join the lines of format=flowed (RFC 3676 section 4.2); quoted lines and "-- " stay as they are."""
    lines: list[str] = []
    open_line = False
    for stuffed in flowed.split("\n"):
        quoted = stuffed.startswith(">")
        line = stuffed if quoted else stuffed.removeprefix(" ")
        if open_line and not quoted and line != "-- ":
            lines[-1] += line
        else:
            lines.append(line)
        open_line = line.endswith(" ") and line != "-- " and not quoted
        if open_line and joined:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
