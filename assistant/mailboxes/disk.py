"""What the operating system says about files, in words for the user."""

import errno
import stat
from pathlib import Path

from assistant.errors import MailboxError

_WORDS = {
    errno.ENOSPC: ("The disk is full", "Free some space, then run it again. Nothing was lost.", False),
    errno.EDQUOT: ("Your quota on this disk is used up", "Free some space, then run it again. Nothing was lost.", False),
    errno.EFBIG: ("The file may not grow any further (the limit of `ulimit -f`)", "Raise the limit or free some space, then run it again.", False),
    errno.EACCES: ("There is no permission to use", "Look at it with `ls -la`, and run the assistant as the owner of the mail.", False),
    errno.EPERM: ("There is no permission to use", "Look at it with `ls -la`, and run the assistant as the owner of the mail.", False),
    errno.EROFS: ("The disk is mounted read-only", "Mount it for writing, or give another mailbox.", False),
    errno.ENOENT: ("There is no such file or folder", "Look for it with `ls`, and give its full path.", False),
    errno.ENOTDIR: ("A part of this path is a file, not a folder", "Look for it with `ls`, and give its full path.", False),
    errno.EIO: ("The disk reports an error", "Look at the disk's health and make a copy of your mail.", False),
}


def disk_error(error: OSError, path: Path | str) -> MailboxError:
    """Return the error for the user: what the system said of `path`, in one line, and what to do next."""
    words, hint, retryable = _WORDS.get(error.errno or 0, (error.strerror or type(error).__name__, "Look at it with `ls -la`.", False))
    return MailboxError(f"{words}: {printable(path)}", hint, retryable=retryable)


def printable(path: Path | str) -> str:
    """Return a path that can be printed on one line, whatever bytes its name has."""
    return "".join(char if char.isprintable() else "?" for char in str(path))


def is_folder(path: Path) -> bool:
    """Is this a folder? Raise the error for the user where there is nothing, or where we may not look."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        raise disk_error(error, path) from error
