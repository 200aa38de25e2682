"""The lines of iCalendar text (RFC 5545 section 3.1): text in, lines and blocks of lines out. Nothing raises; all is bounded."""

import re
from dataclasses import dataclass

from assistant.core.reading.charsets import clean

MOST_LINES = 20_000
LONGEST_LINE = 40_000

# "DTSTART;TZID=...:2026": the name. "item1.DTSTART" is met in what address books write
_NAME = re.compile(r"\s{0,3}(?:[\w-]{1,60}\.)?([\w-]{1,60})(?=[;:])")
# ';CN="Reyes, Dana"', ";PARTSTAT=ACCEPTED", ';MEMBER="mailto:a@x","mailto:b@x"'; the first value is enough
_PARAMETER = re.compile(r';([\w-]{1,60})=("[^"]{0,2000}"?|[^;:"]{0,2000})(?:,"[^"]{0,500}"){0,20}')
_ESCAPED = re.compile(r"\\([\\;,nN:\"])")  # "Toronto\, Ontario"


@dataclass(frozen=True, slots=True)
class Line:
    """One content line: its name in upper case, its parameters and its value."""

    name: str
    parameters: tuple[tuple[str, str], ...]
    value: str

    def parameter(self, name: str) -> str:
        """Return a parameter's value, "" where there is none."""
        return next((value for key, value in self.parameters if key == name), "")

    def text(self) -> str:
        """Return a TEXT value without its escapes (RFC 5545 section 3.3.11)."""
        return clean(_ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)).strip()


def lines(text: str) -> list[Line]:
    """Return the content lines, folded ones joined; what is no content line is left out."""
    unfolded: list[list[str]] = []
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:MOST_LINES]:
        if raw[:1] in (" ", "\t") and unfolded:
            unfolded[-1].append(raw[1:])
        elif raw.strip():
            unfolded.append([raw])
    return [line for pieces in unfolded if (line := _line("".join(pieces)[:LONGEST_LINE]))]


def _line(text: str) -> Line | None:
    named = _NAME.match(text)
    if not named:
        return None
    at, parameters = named.end(), list[tuple[str, str]]()
    while found := _PARAMETER.match(text, at):
        parameters.append((found[1].upper(), _plain(found[2])))
        at = found.end()
    return Line(named[1].upper(), tuple(parameters), text[at:].partition(":")[2].strip())


def _plain(value: str) -> str:
    """Undo the quotes, and the escapes of RFC 6868: ^n, ^' and ^^."""
    return clean(value.strip('"').replace("^n", " ").replace("^'", '"').replace("^^", "^")).strip()


def blocks(given: list[Line], kind: str) -> list[list[Line]]:
    """Return the lines between BEGIN:kind and END:kind, for each such block; a missing END is forgiven."""
    found: list[list[Line]] = []
    open_block = False
    for line in given:
        edge = line.name in ("BEGIN", "END") and line.value.upper() == kind
        if edge:
            open_block = line.name == "BEGIN"
            if open_block:
                found.append([])
        elif open_block:
            found[-1].append(line)
    return found


def fields(block: list[Line]) -> list[Line]:
    """Return a block's own lines, without those of the blocks in it (the alarms of an event)."""
    kept: list[Line] = []
    depth = 0
    for line in block:
        depth += (line.name == "BEGIN") - (line.name == "END")
        if depth <= 0 and line.name not in ("BEGIN", "END"):
            kept.append(line)
    return kept
