"""Every story below this folder: a mailbox, the moments at which it is judged, and what a careful person would make of it then.

What is missed is listed beside the story, in misses.txt, one line each. A miss that is not listed fails, and so does a listed one that no longer
happens. `pytest tests/stories --update` writes the lists anew; `pytest tests/stories -s` shows how many questions were answered rightly.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import preview
from assistant.core.judge import Outcome, judge
from assistant.core.model import Message
from assistant.mailboxes import open_mailbox
from tests.stories.mailbox import Story, fill, moment, read, story
from tests.stories.verdict import Finding, Point, findings

HERE = Path(__file__).parent
FOLDERS = sorted(file.parent for file in HERE.glob("*/mail.yaml"))
MEASURES = ("applications", "grouping", "company", "agency", "role", "stage", "interviews", "expect_by", "next", "drafts", "in thread", "words", "own words")


def mail(told: Story, box: Path) -> list[Message]:
    """The story's messages, read from a Maildir as `assistant preview` reads one."""
    fill(told, box)
    mailbox = open_mailbox(f"maildir:{box}")
    _, messages, unreadable = preview.read(mailbox, told.me, told.settings.zone)
    mailbox.close()
    assert not unreadable
    return messages


def points(told: Story, expected: dict[str, Any], messages: list[Message]) -> Iterator[Point]:
    """The moments of a story, judged. What is dated later, the judge does not see."""
    for checkpoint in expected["checkpoints"]:
        now = moment(checkpoint["now"])
        yield Point(told, expected["applications"], checkpoint["applications"], judge(messages, told.me, now, told.settings))


def table(name: str, found: list[Finding]) -> str:
    asked, right = Counter(f.measure for f in found), Counter(f.measure for f in found if not f.said)
    return "\n".join((f"\n{name}", *(f"  {measure:14}{right[measure]:4} of {asked[measure]:4}" for measure in MEASURES if asked[measure])))


@pytest.fixture(name="box")
def _box(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    shutil.rmtree(tmp_path)  # thousands of small files, which nobody looks at


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_story_is_judged_as_a_careful_person_would(folder: Path, box: Path, request: pytest.FixtureRequest) -> None:
    told, expected = story(folder), read(folder / "expected.yaml")
    found, lines = [], []
    for point in points(told, expected, mail(told, box)):
        some = findings(point)
        found += some
        lines += [f"{point.outcome.now.isoformat()[:16]} {f.said}" for f in some if f.said]
    sys.stdout.write(table(folder.name, found) + "\n")
    known = folder / "misses.txt"
    if request.config.getoption("update", default=False):
        listed(known, lines)
    listed_now = known.read_text("utf-8").splitlines() if known.exists() else []
    assert sorted(set(lines) - set(listed_now)) == [], "missed, and not listed in misses.txt"
    assert sorted(set(listed_now) - set(lines)) == [], "listed in misses.txt, and no longer missed"


def listed(known: Path, lines: list[str]) -> None:
    if lines:
        known.write_text("\n".join(lines) + "\n", "utf-8")
    else:
        known.unlink(missing_ok=True)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_story_says_what_is_right_at_each_of_its_moments(folder: Path) -> None:
    told, expected = story(folder), read(folder / "expected.yaml")
    assert expected["checkpoints"]
    for name, application in expected["applications"].items():
        assert set(application["messages"]) <= told.letters.keys(), name
    for checkpoint in expected["checkpoints"]:
        assert checkpoint["applications"].keys() <= expected["applications"].keys(), checkpoint["now"]
        for name, wanted in checkpoint["applications"].items():
            assert wanted.keys() >= {"stage", "interviews", "expect_by", "next", "drafts"}, f"{checkpoint['now']} {name}"


def test_there_are_stories() -> None:
    assert FOLDERS


def test_an_empty_answer_misses_every_application() -> None:
    told, expected = story(FOLDERS[-1]), read(FOLDERS[-1] / "expected.yaml")
    last = expected["checkpoints"][-1]
    nothing = judge([], told.me, moment(last["now"]), told.settings)
    assert isinstance(nothing, Outcome)
    said = [f.said for f in findings(Point(told, expected["applications"], last["applications"], nothing))]
    assert said == [f"{name}: no such application" for name in sorted(last["applications"])]


def test_what_the_mail_does_not_say_is_missed(box: Path) -> None:
    told, expected = story(FOLDERS[-1]), read(FOLDERS[-1] / "expected.yaml")
    wrong = {name: {**a, "company": "Nobody", "role": "Nothing"} for name, a in expected["applications"].items()}
    point = next(points(told, {**expected, "applications": wrong}, mail(told, box)))
    missed = Counter(f.measure for f in findings(point) if f.said)
    asked = Counter(f.measure for f in findings(point))
    assert missed["company"] == asked["company"] > 0
    assert missed["role"] == asked["role"] > 0
