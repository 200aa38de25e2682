"""Which date holds (RULES.md, Words: Promise). Each test bears the sentence that it holds the plan to."""

import pytest

from assistant.core.model import Event, Kind, Sort
from tests.core.applications import DANA, TOM, Letter, look, ours, say, system, talk, theirs, told

NOW = "2026-03-05 12:00"
TALK = talk("2026-02-17 14:00", DANA)


def promise(on: str, name: str, when: str, *also: Kind, **more: object) -> Letter:
    return theirs(name, when, say(Kind.PROMISE, on=on), *also, **more)  # type: ignore[arg-type]  # passed on as they are


def expected(*letters: Letter | Event, now: str = NOW) -> str | None:
    held = look(now, theirs("m1", "2026-02-12 10:00", Kind.SCHEDULED), *letters, interviews=(TALK,)).promise
    return str(held.day) if held else None


FRIDAY = promise("2026-03-06", "m3", "2026-02-18 10:00")


def test_it_stays_until_a_newer_one_replaces_it() -> None:
    assert expected(FRIDAY) == "2026-03-06"
    assert expected(FRIDAY, promise("2026-03-13", "m4", "2026-02-20 10:00", frm=TOM)) == "2026-03-13"


def test_in_one_message_the_first_date_counts() -> None:
    assert expected(theirs("m3", "2026-02-18 10:00", say(Kind.PROMISE, on="2026-03-06"), say(Kind.PROMISE, on="2026-03-20"))) == "2026-03-06"


def test_or_a_later_human_message_speaks_of_the_decision_or_its_timing_without_a_date() -> None:
    assert expected(FRIDAY, theirs("m4", "2026-02-20 10:00", Kind.TIMING)) is None
    assert expected(FRIDAY, system("m4", "2026-02-20 10:00", Kind.TIMING)) == "2026-03-06"


@pytest.mark.parametrize("kind", [Kind.INVITED, Kind.SCHEDULED])
def test_or_of_a_next_step(kind: Kind) -> None:
    assert expected(FRIDAY, theirs("m4", "2026-02-20 10:00", kind)) is None
    assert expected(FRIDAY, theirs("m4", "2026-02-20 10:00", kind, sort=Sort.CALENDAR)) == "2026-03-06"


@pytest.mark.parametrize("kinds", [(), (Kind.ASKED,), (Kind.HELD,)])
def test_a_mere_courtesy_leaves_it(kinds: tuple[Kind, ...]) -> None:
    assert expected(FRIDAY, theirs("m4", "2026-02-20 10:00", *kinds)) == "2026-03-06"


def test_a_message_with_a_date_and_an_invitation_gives_the_date() -> None:
    assert expected(FRIDAY, promise("2026-03-17", "m4", "2026-02-20 10:00", Kind.INVITED)) == "2026-03-17"


@pytest.mark.parametrize("kind", [Kind.INVITED, Kind.SCHEDULED])
def test_arranging_the_step_that_was_promised_with_it_leaves_the_date(kind: Kind) -> None:
    both = promise("2026-03-17", "m4", "2026-02-20 10:00", Kind.INVITED)
    assert expected(both, theirs("m5", "2026-02-21 10:00", kind)) == "2026-03-17"


def test_calling_that_step_off_takes_the_date_with_it_and_moving_it_does_not() -> None:
    both = promise("2026-03-17", "m4", "2026-02-20 10:00", Kind.SCHEDULED)
    assert expected(both, theirs("m5", "2026-02-21 10:00", Kind.CANCELLED, Kind.INVITED)) is None
    assert expected(both, theirs("m5", "2026-02-21 10:00", Kind.CANCELLED, Kind.SCHEDULED)) == "2026-03-17"


def test_once_that_step_was_held_another_one_ends_the_date() -> None:
    before = promise("2026-03-06", "m0", "2026-02-13 10:00")  # the interview of the 17th was fixed, and lay ahead
    assert expected(before) == "2026-03-06"
    assert expected(before, theirs("m4", "2026-02-20 10:00", Kind.INVITED)) is None


@pytest.mark.parametrize("kind", [Kind.REJECTED, Kind.OFFERED, Kind.ON_HOLD, Kind.WITHDRAWN])
def test_an_application_that_has_ended_has_none(kind: Kind) -> None:
    assert expected(FRIDAY, theirs("m4", "2026-02-20 10:00", kind)) is None


def test_a_date_does_not_come_back_with_the_application() -> None:
    assert expected(FRIDAY, theirs("m4", "2026-02-20 10:00", Kind.ON_HOLD), theirs("m5", "2026-02-25 10:00", Kind.REOPENED)) is None


def test_a_system_that_writes_in_their_name_can_make_one() -> None:
    assert expected(system("m3", "2026-02-18 10:00", say(Kind.PROMISE, on="2026-03-06"))) == "2026-03-06"


def test_a_user_who_writes_you_mentioned_is_a_witness_where_they_themselves_wrote_none() -> None:
    witness = ours("m4", "2026-02-20 10:00", say(Kind.PROMISE, on="2026-03-11"))
    assert expected(witness) == "2026-03-11"
    assert expected(FRIDAY, witness) == "2026-03-06"
    assert expected(theirs("m3", "2026-02-19 10:00", Kind.TIMING), witness) == "2026-03-11"
    assert expected(witness, theirs("m5", "2026-02-21 10:00", Kind.TIMING)) is None


def test_a_witness_brings_back_no_date_that_they_have_taken_away() -> None:
    gone = (FRIDAY, theirs("m4", "2026-03-07 10:00", Kind.TIMING))
    assert expected(*gone, ours("m5", "2026-03-21 10:00", say(Kind.PROMISE, on="2026-03-06")), now="2026-03-22 10:00") is None
    assert expected(*gone, ours("m5", "2026-03-09 10:00", say(Kind.PROMISE, on="2026-03-20")), now="2026-03-10 10:00") == "2026-03-20"


def test_what_was_said_aloud_counts_as_a_promise() -> None:
    assert expected(FRIDAY, told("2026-02-20 10:00", say(Kind.PROMISE, on="2026-03-20"))) == "2026-03-20"


def test_a_promise_without_a_day_is_none() -> None:
    assert expected(theirs("m3", "2026-02-18 10:00", Kind.PROMISE)) is None
