"""A wire-tap between an IMAP client and its server: it writes down every command, and can lose an answer or change one.

with Proxy(server.port) as proxy:
    ... talk to proxy.port ...
    proxy.commands  # ["CAPABILITY", "LOGIN ...", "UID FETCH 1 (BODY.PEEK[])", ...], without tags and literals
"""

import re
import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

# Matches "{310}" and "{310+}" at the end of a line: that many bytes follow which are no command
_LITERAL = re.compile(rb"\{([0-9]+)\+?\}\r\n$")


class Proxy:
    """Listens on a loopback port of its own. `lose`: the answer to the first command that begins so is lost, once, with the connection."""

    def __init__(self, port: int, *, lose: str = "", before: bool = False, change: tuple[bytes, bytes] = (b"", b"")) -> None:
        self._server_port = port
        self._lose = lose
        self._before = before  # lose the command itself, before the server hears of it
        self._change = change
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.commands: list[str] = []
        self.connections = 0

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                self.connections += 1
                server = socket.create_connection(("127.0.0.1", self._server_port))
                wire = _Wire(self, client, server)
                threading.Thread(target=wire.upward, daemon=True).start()
                threading.Thread(target=wire.downward, daemon=True).start()

    def is_lost(self, command: str) -> bool:
        """Is this the command whose answer gets lost? It is so once."""
        lost = bool(self._lose) and command.startswith(self._lose)
        self._lose = "" if lost else self._lose
        return lost

    @property
    def loses_commands(self) -> bool:
        """Does the command itself get lost, and not its answer?"""
        return self._before

    def changed(self, data: bytes) -> bytes:
        """Return the server's answer as the client shall see it."""
        old, new = self._change
        return data.replace(old, new) if old else data


class _Wire:
    """One connection, both ways."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy, self._client, self._server = proxy, client, server
        self._doomed = b""  # the tag of the command whose answer gets lost

    def upward(self) -> None:
        """Carry the client's commands to the server."""
        with suppress(OSError), self._client.makefile("rb") as lines:
            literal = False
            for line in iter(lines.readline, b""):
                if not literal and not self._note(line):
                    break
                self._server.sendall(line)
                found = _LITERAL.search(line)
                literal = found is not None
                if found:
                    self._server.sendall(lines.read(int(found.group(1))))
        self._hang_up()

    def downward(self) -> None:
        """Carry the server's answers to the client."""
        with suppress(OSError):
            while data := self._server.recv(65536):
                if self._doomed and self._doomed + b" " in data:
                    break
                self._client.sendall(self._proxy.changed(data))
        self._hang_up()

    def _note(self, line: bytes) -> bool:
        tag, _, command = line.rstrip(b"\r\n").partition(b" ")
        self._proxy.commands.append(command.decode("utf-8", "replace"))
        if not self._proxy.is_lost(self._proxy.commands[-1]):
            return True
        self._doomed = tag
        return not self._proxy.loses_commands

    def _hang_up(self) -> None:
        for one in (self._client, self._server):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
