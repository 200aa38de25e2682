"""When a pass is tried again, and for how long."""

import pytest

from assistant.cli.patience import PAUSES, patiently
from assistant.errors import AssistantError, MailboxError, StoreError


class Server:
    """Fails so many times, then answers."""

    def __init__(self, *failures: AssistantError) -> None:
        self.failures = list(failures)
        self.paused: list[float] = []

    def answer(self) -> str:
        if self.failures:
            raise self.failures.pop(0)
        return "done"


LOST = MailboxError("The connection broke", retryable=True)


def test_what_works_is_tried_once(capsys: pytest.CaptureFixture[str]) -> None:
    server = Server()
    assert patiently(server.answer, pause=server.paused.append) == "done"
    assert (server.paused, capsys.readouterr().err) == ([], "")


def test_a_lost_connection_is_tried_again_after_growing_pauses_each_told_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    server = Server(LOST, LOST, LOST)
    assert patiently(server.answer, pause=server.paused.append) == "done"
    assert tuple(server.paused) == PAUSES == tuple(sorted(PAUSES))
    assert capsys.readouterr().err.splitlines()[0] == "The connection broke. Trying again in 2 seconds"


def test_it_ends_at_last() -> None:
    server = Server(*[LOST] * 9)
    with pytest.raises(MailboxError):
        patiently(server.answer, pause=server.paused.append)
    assert (len(server.failures), len(server.paused)) == (5, 3)


@pytest.mark.parametrize("error", [MailboxError("The mailbox is full"), StoreError("The disk is full")])
def test_what_a_minute_does_not_mend_is_not_tried_again(error: AssistantError) -> None:
    server = Server(error)
    with pytest.raises(type(error)):
        patiently(server.answer, pause=server.paused.append)
    assert server.paused == []


def test_without_retries_there_is_one_try() -> None:
    server = Server(LOST)
    with pytest.raises(MailboxError):
        patiently(server.answer, 0, server.paused.append)
    assert server.paused == []
