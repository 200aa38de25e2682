"""Addresses in running text, and the names before them."""

import re

# "write to imani@kestrel.example"
EMAIL = re.compile(r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")


def name_before(text: str, email: str) -> str:
    """Return the capitalised words just before `email` ("write to Dana Reyes (imani@x.example)"), "" where there are none."""
    before = text[: text.find(email)][-60:].rstrip(" (<:,")
    found = re.search(r"((?:[A-Z][\w'’-]{1,30} ?){1,3})(?: (?:at|on|via))?$", before)
    return found[1].strip() if found else ""
