"""A wire between client and server that breaks: at any byte of either direction, for a moment or for good; or that is slow.

    with Wire(server.port, up=1234) as wire:
        ... talk to wire.port ...

Bytes are counted over all connections. `wire.carried` says how many went each way.
"""

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self

UP, DOWN = "up", "down"


class Wire:
    """Breaks after the `at`-th byte of a direction; `back`: the next connection goes through, else none does any more."""

    def __init__(self, port: int, direction: str = UP, at: int = -1, *, back: bool = False, delay: float = 0.0) -> None:
        self._port, self._direction, self._at, self._back, self._delay = port, direction, at, back, delay
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.carried = {UP: 0, DOWN: 0}
        self.broken = False
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if self.broken and not self._back:
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self._port))
                for here, there, direction in ((client, server, UP), (server, client, DOWN)):
                    here.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    threading.Thread(target=self._carry, args=(here, there, direction), daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket, direction: str) -> None:
        with suppress(OSError):
            while data := here.recv(65536):
                time.sleep(self._delay)
                allowed = self._allowed(data, direction)
                there.sendall(allowed)
                if len(allowed) < len(data):
                    break
        for one in (here, there):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        here.close()

    def _allowed(self, data: bytes, direction: str) -> bytes:
        """Return as much as goes through before the wire breaks."""
        with self._lock:
            rest = self._at - self.carried[direction]
            if direction == self._direction and not self.broken and 0 <= rest < len(data):
                self.broken = True
                data = data[:rest]
            self.carried[direction] += len(data)
        return data
