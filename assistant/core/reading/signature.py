"""The letter apart from the signature below it.

Takes the writer's own lines and their name; gives the letter's text and the lines taken off (who they are, where they
work). Rules: a signature never takes a sentence of the letter with it: a P.S. behind the name goes back to the text.
"""

import re

LONGEST_BLOCK = 40  # lines of a signature, legal text aside

_DELIMITER = re.compile(r"(?:--|—|––|-- -)\s{0,3}$")  # "-- " (RFC 3676 section 4.3)
_RULE = re.compile(r"\s{0,3}[-_=*~─—]{3,100}\s{0,3}$")  # "__________"


def split(own: str, name: str) -> tuple[str, str]:
    """Return the text and the signature of a letter written by `name`."""
    return own, ""
