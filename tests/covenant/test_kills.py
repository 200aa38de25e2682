"""The program itself, killed (SIGKILL) at random moments of a pass on a real server; the drafts are counted after each kill, and at the end.

Here a few kills; `COVENANT_KILLS=300` kills as often as it says (see docs/mailbox.md).
"""

import datetime as dt
import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from assistant.core.model import Role
from tests.dovecot import PASSWORD, Dovecot
from tests.mail import invitation, mail
from tests.mailboxes.boxes import Stored, Tree
from tests.passes import DANA, PRIYA, SUBJECT

KILLS = int(os.environ.get("COVENANT_KILLS", "8"))
A_ROW = 6  # kills in a row over one mailbox, before a pass may end
DAY = dt.timedelta(days=1)


@dataclass
class Program:
    """A mailbox on the server, and the program with its settings."""

    tree: Tree
    settings: Path

    def start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "assistant", "run", "--once", "--retries", "0", "--config", str(self.settings)]
        secret = {**os.environ, "MAIL_SECRET": PASSWORD}
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=secret)

    def run(self) -> float:
        """Let a pass end; return how many seconds it took."""
        began = time.monotonic()
        process = self.start()
        _, said = process.communicate(timeout=120)
        assert (process.returncode, said) == (0, b"")
        return time.monotonic() - began

    def killed_after(self, seconds: float) -> bool:
        """Kill a pass after so long; say whether it was still at work."""
        process = self.start()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
        return process.returncode != 0

    def drafts(self) -> int:
        return sum(folder == ".Drafts" and "T" not in flags for (folder, _), (flags, _) in self.tree.stored().items())

    def elsewhere(self) -> Stored:
        return {file: value for file, value in self.tree.stored().items() if file[0] != ".Drafts"}


def program(server: Dovecot, folder: Path, number: int) -> Program:
    """Return a mailbox of somebody who was interviewed twenty hours ago."""
    user = f"killed{number}"
    tree = Tree(server.maildir(user), "", server.own)
    tree.make("", ".Sent", ".Drafts")
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    held = now - dt.timedelta(hours=20)
    ics = invitation(start=f"DTSTART:{held:%Y%m%dT%H%M%SZ}", end=f"DTEND:{held + dt.timedelta(minutes=45):%Y%m%dT%H%M%SZ}", summary=SUBJECT)
    note = "Hi Priya,\n\nThank you for applying for the Data Analyst role. Here is the invitation to our interview.\n\nBest,\nDana"
    tree.put(Role.INBOX, mail(note, subject=SUBJECT, id="<m1@northwind.example>", at=held - 3 * DAY, ics=ics))
    yes = mail("Hi Dana,\n\nThat works.\n\nPriya", frm=PRIYA, to=DANA, subject=f"Re: {SUBJECT}", id="<m2@mail.example>", at=held - 2 * DAY)
    tree.put(Role.SENT, yes)
    settings = folder / f"{user}.toml"
    settings.write_text(
        f'[mailbox]\nkind = "imap"\nhost = "127.0.0.1"\nport = {server.port}\nuser = "{user}"\nsecurity = "none"\npassword_env = "MAIL_SECRET"\n'
        f'[when]\ntimezone = "America/Toronto"\ncountry = "CA"\n[state]\nfolder = "state-{user}"\n'
    )
    return Program(tree, settings)


def answer(one: Program) -> None:
    words = mail("It was good to meet you.", subject=f"Re: {SUBJECT}", id="<m4@northwind.example>", reply_to="<m2@mail.example>", at=dt.datetime.now(dt.UTC))
    one.tree.put(Role.INBOX, words)


def test_killed_at_any_moment_there_is_one_draft_in_the_end_and_none_after_an_answer(dovecot: Dovecot, tmp_path: Path) -> None:
    chance = random.Random(4)  # noqa: S311 - no secret
    took = program(dovecot, tmp_path, 0).run()
    kills = at_work = mailboxes = 0
    seen: dict[str, int] = {}
    while kills < KILLS:
        mailboxes += 1
        one = program(dovecot, tmp_path, mailboxes)
        for answered in (False, True):
            if answered:
                answer(one)
            before = one.elsewhere()
            for _ in range(min(A_ROW, max(1, KILLS // 2))):
                at_work += one.killed_after(took * chance.uniform(0.45, 1.1))
                kills += 1
                assert one.drafts() <= 1
                assert one.elsewhere() == before
                state = f"{one.drafts()} after a kill while {'withdrawing' if answered else 'placing'}"
                seen[state] = seen.get(state, 0) + 1
            one.run()
            assert one.drafts() == (0 if answered else 1)
            assert one.elsewhere() == before
    print(f"{kills} kills, {at_work} of them at work, over {mailboxes} mailboxes; drafts: {seen}; one in the end, none after an answer")  # noqa: T201 - shown with -s
