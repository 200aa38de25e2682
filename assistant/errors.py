"""The errors a user may see: one clear line, and a hint that says what to type next.

Library errors are translated into these at the adapter's edge and nowhere else.
"""


class AssistantError(Exception):
    """What went wrong, in one line, and what to type next. The command line exits with 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ConfigError(AssistantError):
    """The user's settings, or what was typed, cannot be used."""


class LoginError(AssistantError):
    """The server does not let the user in."""


class MailboxError(AssistantError):
    """A mailbox cannot be read or written. `retryable`: the same call may succeed in a minute, with nothing done by anybody."""

    def __init__(self, message: str, hint: str = "", *, retryable: bool = False) -> None:
        super().__init__(message, hint)
        self.retryable = retryable


class StoreError(AssistantError):
    """What we keep ourselves (the draft ledger, what the user told us) cannot be read or written."""
