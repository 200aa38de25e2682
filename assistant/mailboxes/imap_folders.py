r"""Which of a server's folders are read, and as what: SPECIAL-USE first (RFC 6154), then the names in folders.py.

Takes the rows of LIST and the prefixes of other people's namespaces. Gives `Folder`s.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.core.model import Role
from assistant.mailboxes.folders import known_role, role

# In lower case: Cyrus writes "\drafts", others "\Drafts"
_USES = {b"\\all": Role.ARCHIVE, b"\\archive": Role.ARCHIVE, b"\\drafts": Role.DRAFTS, b"\\sent": Role.SENT, b"\\trash": Role.TRASH, b"\\inbox": Role.INBOX}
# Junk is not read; what is flagged or important stands in another folder as well (RFC 6154 section 2, RFC 8457)
_NOT_READ = {b"\\noselect", b"\\nonexistent", b"\\junk", b"\\flagged", b"\\important"}

Row = tuple[tuple[bytes, ...], bytes | None, str]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is read. `special`: the server itself says what it is for."""

    name: str
    role: Role
    special: bool


def folders(rows: Iterable[Row], foreign: tuple[str, ...] = ()) -> list[Folder]:
    r"""Return the folders that are read; `foreign` are the prefixes of other people's and shared folders.

    Where one folder holds all mail (`\All`, as on Gmail), the user's own folders are views of it and are left out.
    """
    found = [(_lower(flags), delimiter, name) for flags, delimiter, name in rows if not any(name.startswith(prefix) for prefix in foreign)]
    everything = any(b"\\all" in flags for flags, _, _ in found)
    read = [folder for row in found if (folder := _folder(*row))]
    return [folder for folder in read if not everything or folder.special or folder.role is not Role.ARCHIVE]


def _lower(flags: tuple[bytes, ...]) -> frozenset[bytes]:
    return frozenset(flag.lower() for flag in flags)


def _folder(flags: frozenset[bytes], delimiter: bytes | None, name: str) -> Folder | None:
    if flags & _NOT_READ:
        return None
    use = next((what for flag, what in _USES.items() if flag in flags), None)
    what = use or role(_parts(delimiter, name))
    return Folder(name, what, use is not None) if what else None


def _parts(delimiter: bytes | None, name: str) -> tuple[str, ...]:
    return tuple(name.split(delimiter.decode("latin-1"))) if delimiter else (name,)


def drafts_folder(found: Iterable[Folder]) -> Folder | None:
    r"""Return where drafts go: `\Drafts`, else the folder whose whole name says so, else the shortest one."""
    drafts = [folder for folder in found if folder.role is Role.DRAFTS]
    return min(drafts, key=lambda folder: (not folder.special, known_role(folder.name) is not Role.DRAFTS, len(folder.name), folder.name), default=None)
