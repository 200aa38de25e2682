"""The Message-ID of a message's bytes, read by pattern.

The standard library's parser fails on some ids (`<[a]@[b]>` raises on Python 3.11 and 3.12), and a mailbox needs no more than
the id: to see that the draft to be withdrawn is still the one that was placed.
"""

import re

_LONGEST_HEADER = 256 * 1024
# Matches "Message-ID: <a.b@c.example>" at the start of a line, also folded: "Message-Id:\r\n <a.b@c.example>"
_MESSAGE_ID = re.compile(rb"^message-id:[ \t]{0,80}(?:\r?\n[ \t]{1,80})?([^\s]{1,998})", re.IGNORECASE | re.MULTILINE)
# Matches the empty line between header and body, and one at the very start (a message without a header)
_HEADER_END = re.compile(rb"(?:\A|\n)\r?\n")


def message_id(data: bytes) -> str:
    """Return the Message-ID in the header of `data`, as written with its angle brackets; "" where there is none."""
    start = data[:_LONGEST_HEADER]
    end = _HEADER_END.search(start)
    found = _MESSAGE_ID.search(start, 0, end.start() if end else len(start))
    return found.group(1).decode("utf-8", "replace") if found else ""
