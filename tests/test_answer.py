"""A pass asks, `assistant answer` tells it, the next pass knows. Over a real Maildir, as a person types it."""

import datetime as dt
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.cli import main
from assistant.store import FILE, Store
from tests.mail import mail
from tests.mailboxes.boxes import Tree
from tests.passes import PRIYA

NOW = dt.datetime.now(dt.UTC).replace(microsecond=0)
TALK = NOW - dt.timedelta(hours=20)
ROWAN = "Rowan Pike <rowan@tallowfield.example>"


def typed(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], prog_name="assistant")


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The settings of somebody who had a talk yesterday that may have been an interview."""
    tree = Tree(tmp_path / "mail", "")
    tree.make("", ".Sent", ".Drafts")
    when = f"{TALK:%A %-d %B} at {TALK:%H:%M} UTC"
    asks = f"Hi Priya,\n\nWould {when} work for the interview?\n\nRowan Pike\nTallowfield"
    tree.write("", mail(asks, frm=ROWAN, to=PRIYA, subject="A talk", id="<q1@tallowfield.example>", at=TALK - dt.timedelta(days=2)))
    takes = mail(
        f"Hi Rowan,\n\n{when} is fine.\n\nPriya",
        frm=PRIYA,
        to=ROWAN,
        subject="Re: A talk",
        id="<q2@mail.example>",
        reply_to="<q1@tallowfield.example>",
        at=TALK - dt.timedelta(days=1),
    )
    tree.write(".Sent", takes)
    path = tmp_path / "settings.toml"
    path.write_text('[mailbox]\nkind = "maildir"\npath = "mail"\n[when]\ntimezone = "UTC"\ncountry = "US"\n[state]\nfolder = "state"\n')
    return path


def one_pass(settings: Path) -> str:
    done = typed("run", "--once", "--config", settings)
    assert (done.exit_code, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


def question(said: str) -> str:
    found = re.search(r"Question ([0-9a-f]{12}): is this about a job of yours\? “Would [^”]*interview\?”", said)
    assert found, said
    assert f"assistant answer {found[1]} yes" in said
    return found[1]


def drafts(settings: Path) -> list[Path]:
    return list((settings.parent / "mail" / ".Drafts" / "cur").iterdir())


def test_nothing_is_drafted_before_a_yes_and_the_thank_you_after_it(settings: Path) -> None:
    name = question(one_pass(settings))
    assert not drafts(settings)
    said = typed("answer", name, "yes", "--config", settings)
    assert (said.exit_code, said.stdout) == (0, "Kept. The next pass acts on it.\n")
    after = one_pass(settings)
    assert "Question" not in after
    assert "Placed: thank-you to Rowan Pike" in after
    assert len(drafts(settings)) == 1


def test_a_no_is_not_asked_again(settings: Path) -> None:
    name = question(one_pass(settings))
    typed("answer", name, "no", "--config", settings)
    after = one_pass(settings)
    assert "Question" not in after
    assert not drafts(settings)


def test_a_preview_asks_too(settings: Path) -> None:
    said = typed("preview", "--mailbox", f"maildir:{settings.parent / 'mail'}", "--timezone", "UTC")
    question(" ".join(said.stdout.split()))


def test_a_later_answer_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        store.answer("3f2a9c01b7de", yes=True)
        store.answer("3f2a9c01b7de", yes=False)
    with Store(tmp_path) as store:
        assert store.answers() == {"3f2a9c01b7de": False}


def test_what_is_no_question_is_refused_and_nothing_is_kept(settings: Path) -> None:
    done = typed("answer", "that one", "yes", "--config", settings)
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: 'that one' is the name of no question. Type the one that the pass printed")
    assert not (settings.parent / "state" / FILE).exists()
