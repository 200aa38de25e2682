"""Who owns the mailbox, learned from what they sent.

Takes messages as they were read for nobody in particular; gives the owner, or None where nothing was sent. What stands in the Sent folder
was written by the owner: the address that they wrote from most, its usual name, and their other addresses.
"""

from collections import Counter
from collections.abc import Iterable

from assistant.core.model import Address, Me, Message, Role

NOBODY = Me("", frozenset())
_ONCE = 1  # an address seen once, under another name, may be a mail that somebody filed there


def learned(messages: Iterable[Message]) -> Me | None:
    """Return the owner of the mailbox. Of two addresses or names that are as frequent, the first in the alphabet."""
    senders = [message.sender for message in messages if message.role is Role.SENT and message.sender.email]
    if not senders:
        return None
    main = _most(sender.email for sender in senders)
    name = _most(sender.name for sender in senders if sender.email == main and sender.name) or _most(sender.name for sender in senders if sender.name)
    return Me(name, frozenset(_theirs(senders, main, name)))


def _theirs(senders: list[Address], main: str, name: str) -> Iterable[str]:
    often = Counter(sender.email for sender in senders)
    same_name = {sender.email for sender in senders if name and sender.name.casefold() == name.casefold()}
    return {main, *same_name, *(email for email, count in often.items() if count > _ONCE)}


def _most(texts: Iterable[str]) -> str:
    counted = Counter(texts)
    return min(counted, key=lambda text: (-counted[text], text), default="")
