"""The writer's own words apart from the history below or between them, line by line.

Takes the lines of a message; gives own words, history with its attributions, and whether that history was forwarded.
Rules: lines with '>' are history, and what stands between them is the writer's reply; an attribution ("On ... wrote:")
over '>' lines covers these alone, and one over plain lines covers the rest; a separator or a block of header lines
("From: Sent: To: Subject:") covers the rest. One look at each line, so time grows with length alone.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.core.reading.html import HISTORY

LONGEST_MARK = 400  # a line longer than this is prose
ATTRIBUTION_LINES = 4
BLOCK_LINES = 14  # a header block with many recipients is wrapped over several lines


@dataclass(frozen=True, slots=True)
class Words:
    """A message's own words and its history."""

    own: str
    quoted: str
    forwarded: bool


# "---------- Forwarded message ---------", "Begin forwarded message:", "-------- Weitergeleitete Nachricht --------",
# "---------------------- Forwarded by Dana Reyes on 01/02/2001 ----------------------" (Notes)
_FORWARDED = re.compile(
    r"[-_=*\s]{0,80}(?:begin forwarded message|(?:start of )?forwarded (?:message|by|mail)\b|original message forwarded|fwd message"
    r"|weitergeleitete (?:nachricht|e-mail)|anfang der weitergeleiteten|message (?:transféré|transmis)|début du message (?:transféré|réexpédié)"
    r"|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|doorgestuurd bericht|begin doorgestuurd bericht"
    r"|mensagem (?:encaminhada|reencaminhada)|vidarebefordrat meddelande|videresendt (?:meddelelse|melding)|przekazana wiadomość|пересланное сообщение|转发的邮件|転送)",
    re.I,
)
# "-----Original Message-----", "-----Ursprüngliche Nachricht-----", "________ Von: ..." has its own rule
_ORIGINAL = re.compile(
    r"[-_=*\s]{2,80}(?:original (?:message|appointment|e-?mail)|reply message|ursprüngliche (?:nachricht|e-mail)|original-nachricht|originalnachricht|message d'origine|message original"
    r"|mensaje original|messaggio originale|oorspronkelijk bericht|mensagem original|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse|wiadomość oryginalna|исходное сообщение|原始邮件|元のメッセージ)",
    re.I,
)
# the first words of an attribution: "On Tue, Mar 3, 2026 at 9:12 AM", "Am 3. März 2026 um", "Le mar. 3 mars", "El mar, 3 mar", ...
_OPENS = re.compile(
    r"(?:on|am|le|el|il giorno|il|op|em|den|på|den|dne|w dniu|dnia|at|in|a|em qua|em seg|pe|vào|tarihinde|от|\d{4}[-/年.]|\d{1,2}[./]\d{1,2}[./]|\w{2,10}[.,]{1,2} )",
    re.I,
)
# the last words of an attribution: "Dana Reyes <dana@northwind.example> wrote:"
_CLOSES = re.compile(
    r"(?:wrote|writes|schrieb(?: [^:]{1,150})?|a écrit|escribió|ha scritto|schreef(?: [^:]{1,150})?|escreveu|skrev(?: [^:]{1,150})?|napisał(?:\(a\)|a)?|pisze|kirjoitti|írta|napsal(?:\(a\)|a)?|yazdı|写道|のメール|написал(?:\(а\)|а)?)\s?[:：]\s{0,5}$",
    re.I,
)
# "вт, 3 мар. 2026 г. в 10:12, Dana Reyes <dana@northwind.example>:", "2026-03-03 10:12 GMT+01:00 Dana Reyes <dana@northwind.example>:"
_CLOSES_ADDRESS = re.compile(r"\d{1,2}[:.h]\d{2}[^\n]{0,200}[<(][^<>\s]{1,200}@[^<>\s]{1,200}[>)]\s?[:：]\s{0,5}$")
# a day and a time, or an address: what tells an attribution from a sentence such as "On reflection, this is what she wrote:"
_DATED = re.compile(r"\d{1,2}[:.h]\d{2}|\b(?:19|20)\d{2}\b|\d{1,2}[/.-]\d{1,2}|[<(\[][^<>\s]{1,200}@[^<>\s]{1,200}|\d年")
# "From: Dana Reyes", "*Sent:* Tuesday", "Von: ...", "| To: ..." ; in the commonest languages
_HEADER = re.compile(
    r"[>|*\s]{0,6}(?:(?P<who>from|von|de|da|van|från|fra|od|от|发件人|差出人)|(?P<when>sent|date|gesendet|datum|envoyé(?: le)?|enviado(?: el| em)?|fecha|data|inviato|verzonden|skickat|sendt|dato|dátum|wysłano|отправлено|дата|发送时间|送信日時)"
    r"|(?P<to>to|an|à|para|a|aan|till|til|do|кому|收件人|宛先)|(?P<cc>cc|kopie|copie|bcc|kopia|копия|抄送)|(?P<what>subject|betreff|objet|asunto|oggetto|onderwerp|assunto|ämne|emne|temat|тема|主题|件名)"
    r"|(?P<more>reply-to|importance|attachments|when|where|organizer|required attendees))\s?\*{0,2}\s?[:：]\*{0,2}(?=\s|$)",
    re.I,
)
# "dana.reyes@northwind.example on 01/02/2001 03:00:00 PM" and "01/02/2001 03:00 PM": the line above To: and cc: in Notes
_NOTES = re.compile(r"(?:[^\n]{0,120}\bon )?\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d{2}(?::\d{2})? ?[AP]M\s{0,5}$", re.I)
_RULE_LINE = re.compile(r"\s{0,5}[_\-*=—─]{5,200}\s{0,5}$")  # "________________________________"
_FORWARD_SUBJECT = re.compile(r"\s{0,5}(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb|pd|转发)\s?[:：]", re.I)  # "FW: Data Analyst"


def split(text: str, subject: str) -> Words:
    """Return own words and history. `forwarded`: a marker says so, or the subject does and there is a history."""
    lines = text.split("\n")
    own, quoted = list[str](), list[str]()
    at, forwarded = 0, False
    while at < len(lines):
        length, marked = _mark(lines, at)
        forwarded = forwarded or marked
        if length and not _goes_on_quoted(lines, at + length):
            quoted += lines[at:]
            break
        if length or _is_quoted(lines, at):
            quoted += lines[at : at + max(length, 1)]
            at += max(length, 1)
        else:
            own.append(_unescaped(lines[at]))
            at += 1
    history = "\n".join(line for line in quoted if line != HISTORY).strip("\n")
    return Words(_tidy(own), history, bool(history) and (forwarded or bool(_FORWARD_SUBJECT.match(subject))))


def _tidy(lines: list[str]) -> str:
    """Return the own words with no more than one empty line in a row, and without a rule line that hung over the history."""
    while lines and (not lines[-1].strip() or _RULE_LINE.match(lines[-1])):
        lines.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


def _is_quoted(lines: list[str], at: int) -> bool:
    line = lines[at].lstrip(" ")
    return line.startswith(">") and not _is_escaped(line)


def _is_escaped(line: str) -> bool:
    """An mbox file turns a line that begins with "From " into ">From "."""
    return line.startswith(">From ")


def _unescaped(line: str) -> str:
    return line[1:] if _is_escaped(line) else line


def _goes_on_quoted(lines: list[str], at: int) -> bool:
    """Does the history behind a mark carry '>', so that only such lines belong to it?"""
    following = next((line for line in lines[at : at + 3] if line.strip()), "")
    return following.lstrip(" ").startswith(">")


def _mark(lines: list[str], at: int) -> tuple[int, bool]:
    """Return how many lines of a mark stand here (0: none), and whether it is one of a forwarded mail."""
    line = lines[at]
    if line == HISTORY:
        return 1, False
    if not line.strip() or len(line) > LONGEST_MARK or line.lstrip().startswith(">"):
        return 0, False
    if _FORWARDED.match(line):
        return 1, True
    if _ORIGINAL.match(line):
        return 1, False
    return _attribution(lines, at) or _header_block(lines, at), False


def _attribution(lines: list[str], at: int) -> int:
    """Return the length of an attribution that begins here: one to four lines, for mail programs wrap it."""
    if not _OPENS.match(lines[at].lstrip(" *")):
        closed = lines[at].rstrip().endswith((":", "：")) and _CLOSES.search(lines[at][-LONGEST_MARK:])
        return int(bool(closed) and _goes_on_quoted(lines, at + 1))
    together = ""
    for length, line in enumerate(lines[at : at + ATTRIBUTION_LINES], 1):
        if not line.strip() or len(line) > LONGEST_MARK:
            break
        together = f"{together} {line.strip()}".strip()
        if not together.endswith((":", "：")):
            continue
        if _CLOSES.search(together[-200:]) or _CLOSES_ADDRESS.search(together[-LONGEST_MARK:]):
            sure = _DATED.search(together) or _goes_on_quoted(lines, at + length)
            return length if sure else 0
    return 0


def _header_block(lines: list[str], at: int) -> int:
    """Return 1 where a block of header lines begins here: who and what at least, with when or to whom."""
    if _NOTES.match(lines[at]) or _RULE_LINE.match(lines[at]):
        return int(bool(_seen(lines, at + 1) >= {"to", "what"}) or _starts_block(lines, at + 1))
    return int(_starts_block(lines, at))


def _starts_block(lines: list[str], at: int) -> bool:
    first = _kind(lines[at]) if at < len(lines) else ""
    if first not in ("who", "when", "to", "what"):
        return False
    seen = _seen(lines, at)
    return (len(seen - {"more", "cc"}) >= 3 and "what" in seen) or seen >= {"who", "when", "to"}


def _seen(lines: list[str], at: int) -> set[str]:
    """Return the kinds of header line in the block at `at`; a wrapped line of recipients is passed over, an empty one ends it."""
    seen: set[str] = set()
    for line in lines[at : at + BLOCK_LINES]:
        kind = _kind(line)
        if kind:
            seen.add(kind)
        elif seen and not line.strip():
            break
    return seen


@lru_cache(maxsize=2000)
def _kind(line: str) -> str:
    """Return what a header line tells (who, when, to, what, ...), "" for any other line."""
    named = _HEADER.match(line) if ":" in line[:40] or "：" in line[:40] else None
    return (named.lastgroup or "") if named else ""
