"""How fast mail becomes events: `python -m tests.speed FILE.mbox "Your Name <you@example.com>"`. Bytes in, figures out.

Prints mails a second on one core for reading, and for reading and finding the events of every mail together; the slowest mail of all, in
seconds; and the most memory held, in megabytes. The program itself finds events only in mail of applications: this is its worst case.
"""

import resource
import sys
import time
from zoneinfo import ZoneInfo

from assistant.cli.preview import owner
from assistant.core.evidence import events, said
from assistant.core.me import NOBODY
from assistant.core.model import Settings
from assistant.core.reading import message
from assistant.mailboxes import open_mailbox


def main(file: str, *mine: str) -> None:
    """Measure, and print the figures."""
    settings = Settings(zone=ZoneInfo("America/Chicago"))
    me = owner(mine) or NOBODY
    mailbox = open_mailbox(f"mbox:{file}")
    count, reading, finding, slowest = 0, 0.0, 0.0, 0.0
    for raw in mailbox.fetch(mailbox.refs()):
        start = time.perf_counter()
        read = message(raw, me, settings.zone)
        between = time.perf_counter()
        if read:
            events(said(read, me, settings))
        end = time.perf_counter()
        count, reading, finding, slowest = count + 1, reading + between - start, finding + end - between, max(slowest, end - start)
    mailbox.close()
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{count} mails: read {count / reading:.0f} a second, read and understood {count / (reading + finding):.0f} a second, ")
    sys.stdout.write(f"slowest {slowest:.3f} s, {held:.0f} MB at most\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
