"""What a mail server, its certificate and the way to it say when they say no, in words for the user.

`translated(account)` is the only place where errors of imapclient, imaplib, ssl and the socket become ours.
"""

import errno
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from imaplib import IMAP4

from imapclient.exceptions import CapabilityError
from imapclient.exceptions import LoginError as ImapLoginError

from assistant.errors import AssistantError, ConfigError, LoginError, MailboxError
from assistant.mailboxes import ImapAccount

# OpenSSL's X509_V_ERR_... numbers
_EXPIRED, _NOT_YET_VALID, _HOST_MISMATCH, _IP_MISMATCH = 10, 9, 62, 64
# Matches "[OVERQUOTA]" and "[TRYCREATE]": a response code, RFC 3501 section 7.1 and RFC 5530
_CODE = re.compile(r"\[([A-Z][A-Z0-9-]{1,40})(?: [^\]]{0,200})?\]")
_ANSWERS = {
    "OVERQUOTA": ("The mailbox is full (over its quota)", "Empty the trash or delete large mails in your mail program, then run it again.", False),
    "LIMIT": ("The server has reached a limit of its own", "Wait an hour, then run it again.", False),
    "TRYCREATE": ("The folder is not there any more", "Make a folder named Drafts in your mail program, then run it again.", False),
    "NONEXISTENT": ("The folder is not there any more", "Look at the folders in your mail program, then run it again.", True),
    "NOPERM": ("The server does not permit this", "Ask whoever runs the server for the right to read, and to write drafts.", False),
    "INUSE": ("The server says that the mailbox is in use", "Wait a minute, then run it again.", True),
    "UNAVAILABLE": ("The server says that the mailbox is not available now", "Wait a few minutes, then run it again.", True),
    "SERVERBUG": ("The server says that it has a fault", "Wait a few minutes, then run it again.", True),
}
_LATER = "Look at your network, then run it again. Nothing was lost."


class ConnectionLostError(MailboxError):
    """The connection broke. What was asked last may have been done or not."""

    def __init__(self, message: str, hint: str = _LATER) -> None:
        super().__init__(message, hint, retryable=True)


@contextmanager
def translated(account: ImapAccount) -> Iterator[None]:
    """Turn whatever the libraries raise inside into an `AssistantError` of one line."""
    try:
        yield
    except AssistantError:
        raise
    except (IMAP4.error, OSError, ValueError) as error:  # ValueError: an answer that the library cannot read
        raise _translation(error, account) from error


def _translation(error: Exception, account: ImapAccount) -> AssistantError:
    where = f"{account.host}:{account.port}"
    if isinstance(error, ImapLoginError):
        return _refused_login(error, account)
    if isinstance(error, CapabilityError):
        return MailboxError(f"{where} lacks what is needed: {said(error)}", 'Set security = "tls", usually with port 993.')
    if isinstance(error, IMAP4.readonly):  # before `abort`, of which it is a kind
        return MailboxError(f"{where} lets this folder only be read: {said(error)}", "Ask whoever runs the server for the right to write drafts.")
    if isinstance(error, IMAP4.abort):
        return ConnectionLostError(f"{where} closed the connection: {said(error)}")
    if isinstance(error, IMAP4.error):
        return _refused(error, where)
    if isinstance(error, ssl.SSLCertVerificationError):
        return _untrusted(error, account)
    return _unreachable(error, where) if isinstance(error, OSError) else MailboxError(f"{where} answered what cannot be read: {said(error)}", _LATER)


def _refused_login(error: Exception, account: ImapAccount) -> AssistantError:
    code = _code(error)
    if isinstance(error.__context__, IMAP4.abort):
        return ConnectionLostError(f"{account.host}:{account.port} closed the connection during login: {said(error.__context__)}")
    if code in ("UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"):
        return _refused(error, account.host)
    if code in ("PRIVACYREQUIRED", "CLIENTBUG") and account.security == "none":
        return LoginError(f"{account.host} lets nobody log in without encryption", 'Set security = "tls" (port 993) or "starttls" (port 143).')
    return LoginError(
        f"{account.host} does not let {printable(account.user)} in: {said(error)}",
        "Look at the user name and type the password again; Gmail, iCloud, Yahoo and Fastmail want an app password, made on their web site.",
    )


def _refused(error: Exception, where: str) -> MailboxError:
    words, hint, retryable = _ANSWERS.get(
        _code(error), ("The server says no", "Run it again; if it stays so, look at the account in your mail program.", False)
    )
    return MailboxError(f"{words}: {where} says {said(error)}", hint, retryable=retryable)


def _untrusted(error: ssl.SSLCertVerificationError, account: ImapAccount) -> MailboxError:
    if error.verify_code in (_HOST_MISMATCH, _IP_MISMATCH):
        return MailboxError(
            f"The certificate of {account.host}:{account.port} is for another host name",
            "Give the host name that your provider names, not an alias or an IP address.",
        )
    if error.verify_code in (_EXPIRED, _NOT_YET_VALID):
        return MailboxError(
            f"The certificate of {account.host}:{account.port} is not valid today",
            "Look at this machine's clock; if it is right, tell whoever runs the server.",
        )
    return MailboxError(
        f"The certificate of {account.host}:{account.port} is not trusted: {printable(error.verify_message)}",
        "If the server is your own, name its certificate authority's file as cafile; else somebody may be listening in.",
    )


def _unreachable(error: OSError, where: str) -> MailboxError:
    if isinstance(error, socket.gaierror):
        again = error.errno == socket.EAI_AGAIN
        return MailboxError(f"There is no host of this name: {where}", "Look at the spelling of the host, and at your network.", retryable=again)
    if isinstance(error, ConnectionRefusedError):
        return MailboxError(f"Nothing answers at {where} (connection refused)", "Look at host and port: 993 for tls, 143 for starttls.", retryable=True)
    if isinstance(error, TimeoutError):
        return ConnectionLostError(
            f"{where} did not answer in time", "Look at your network, and at port and security (993 for tls, 143 for starttls); then run it again."
        )
    if isinstance(error, ssl.SSLError):
        return MailboxError(
            f"{where} does not speak TLS as expected: {printable(error.reason or str(error))}", 'Look at port and security: 993 for "tls", 143 for "starttls".'
        )
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN):
        return MailboxError(f"There is no way to {where}: {printable(error.strerror or str(error))}", _LATER, retryable=True)
    return ConnectionLostError(f"The connection to {where} broke: {printable(error.strerror or str(error))}")


def tls_context(account: ImapAccount) -> ssl.SSLContext:
    """Return a context that checks certificate and host name, by the system's authorities or those of `cafile`."""
    try:
        return ssl.create_default_context(cafile=account.cafile)
    except ssl.SSLError as error:
        raise ConfigError(f"This file holds no certificate: {account.cafile}", "Give a file in PEM form as cafile, or leave cafile out.") from error
    except OSError as error:
        raise ConfigError(
            f"The file of certificates cannot be read: {account.cafile}: {error.strerror}", "Look at the path in cafile, or leave cafile out."
        ) from error


def _code(error: Exception) -> str:
    found = _CODE.search(str(error))
    return found.group(1) if found else ""


def said(error: BaseException) -> str:
    """Return the server's own words, without the response code and the library's wrapping (`b'...'`, "append failed:")."""
    words = str(error)
    if words[:2] in ("b'", 'b"'):
        words = words[2:-1]
    return printable(_CODE.sub("", words.rpartition(" failed: ")[2], count=1))


def printable(words: str) -> str:
    """Return words from outside so that they can stand on one line."""
    return " ".join("".join(char if char.isprintable() else " " for char in words[:300]).split())
