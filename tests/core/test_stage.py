"""The table: what happened, where it sat, where it sits then."""

import pytest

from assistant.core.model import Kind, Sort, Stage, Standing
from assistant.core.stage import COLUMNS, TABLE, held_at, stage, trail
from tests.core.applications import DANA, Letter, application, at, look, ours, say, system, talk, theirs

LATE = "2026-06-01 12:00"
TALK = talk("2026-03-03 14:00", DANA)
REACH: dict[Stage, tuple[Kind, ...]] = {
    Stage.APPLIED: (),
    Stage.SCHEDULING: (Kind.INVITED,),
    Stage.SCHEDULED: (Kind.INVITED, Kind.SCHEDULED),
    Stage.ON_HOLD: (Kind.ON_HOLD,),
    Stage.OFFER: (Kind.OFFERED,),
    Stage.REJECTED: (Kind.REJECTED,),
    Stage.WITHDRAWN: (Kind.WITHDRAWN,),
}


def sits(*letters: Letter) -> Stage:
    """Return where the table alone puts it, long after."""
    moves = trail(application(LATE, *letters))
    return moves[-1].stage if moves else Stage.APPLIED


def surprises(*letters: Letter) -> list[Kind]:
    return [event.kind for move in trail(application(LATE, *letters)) for event in move.odd]


def reached(column: Stage) -> list[Letter]:
    return [theirs(f"r{n}", f"2026-02-0{n + 1} 09:00", kind) for n, kind in enumerate(REACH[column])]


def test_every_row_has_a_field_for_every_column() -> None:
    assert all(len(row) == len(COLUMNS) for row in TABLE.values())


def test_nothing_said_is_an_application() -> None:
    assert stage(application(LATE), ()) is Stage.APPLIED


@pytest.mark.parametrize("before", REACH)
@pytest.mark.parametrize(
    ("kind", "after"),
    [
        (Kind.ON_HOLD, {Stage.REJECTED: Stage.REJECTED, Stage.WITHDRAWN: Stage.WITHDRAWN}),
        (Kind.OFFERED, {}),
        (Kind.REJECTED, {Stage.WITHDRAWN: Stage.WITHDRAWN}),
        (Kind.WITHDRAWN, {Stage.REJECTED: Stage.REJECTED}),
    ],
)
def test_a_decision_is_the_stage_whatever_was_before_it(before: Stage, kind: Kind, after: dict[Stage, Stage]) -> None:
    decided = {Kind.ON_HOLD: Stage.ON_HOLD, Kind.OFFERED: Stage.OFFER, Kind.REJECTED: Stage.REJECTED, Kind.WITHDRAWN: Stage.WITHDRAWN}[kind]
    assert sits(*reached(before), theirs("m9", "2026-03-01 09:00", kind)) is after.get(before, decided)


@pytest.mark.parametrize("before", REACH)
@pytest.mark.parametrize("kind", sorted(set(Kind) - set(TABLE)))
def test_what_has_no_row_leaves_every_stage_alone(before: Stage, kind: Kind) -> None:
    assert sits(*reached(before), theirs("m9", "2026-03-01 09:00", kind)) is before
    assert surprises(*reached(before), theirs("m9", "2026-03-01 09:00", kind)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Stage.APPLIED, Stage.SCHEDULING),
        (Stage.SCHEDULED, Stage.SCHEDULED),
        (Stage.ON_HOLD, Stage.SCHEDULING),
        (Stage.OFFER, Stage.OFFER),
        (Stage.REJECTED, Stage.SCHEDULING),
        (Stage.WITHDRAWN, Stage.SCHEDULING),
    ],
)
def test_an_invitation_opens_what_was_not_decided_in_the_users_favour(before: Stage, after: Stage) -> None:
    assert sits(*reached(before), theirs("m9", "2026-03-01 09:00", Kind.INVITED)) is after


def test_a_cancellation_goes_back_to_scheduling() -> None:
    assert sits(*reached(Stage.SCHEDULED), theirs("m9", "2026-03-01 09:00", Kind.CANCELLED)) is Stage.SCHEDULING


def test_an_interview_that_was_missed_is_to_be_arranged_again() -> None:
    missed = talk("2026-03-03 14:00", DANA, standing=Standing.NOT_HELD)
    letters = (theirs("m1", "2026-03-01 09:00", Kind.SCHEDULED), theirs("m2", "2026-03-04 09:00", Kind.NOT_HELD))
    assert look("2026-03-05 09:00", *letters, interviews=(missed,)).stage is Stage.SCHEDULING


def test_cancelled_and_fixed_anew_in_one_message_is_scheduled() -> None:
    assert sits(theirs("m1", "2026-03-01 09:00", Kind.SCHEDULED, Kind.CANCELLED, Kind.INVITED)) is Stage.SCHEDULED


def test_a_decision_outranks_the_other_news_of_its_message() -> None:
    assert sits(theirs("m1", "2026-03-01 09:00", Kind.REJECTED, Kind.INVITED, say(Kind.PROMISE, on="2026-03-09"))) is Stage.REJECTED


def test_a_reopening_outranks_the_decision_that_it_takes_back() -> None:
    back = theirs("m2", "2026-03-09 09:00", Kind.REJECTED, Kind.REOPENED, Kind.INVITED)
    assert sits(theirs("m1", "2026-03-01 09:00", Kind.REJECTED), back) is Stage.SCHEDULING


@pytest.mark.parametrize("kind", [Kind.INVITED, Kind.SCHEDULED, Kind.PROMISE, Kind.REOPENED, Kind.OFFERED])
def test_what_ended_is_not_reopened_by_a_machine(kind: Kind) -> None:
    letters = (theirs("m1", "2026-03-01 09:00", Kind.REJECTED), system("m2", "2026-03-09 09:00", kind))
    assert sits(*letters) is Stage.REJECTED
    assert surprises(*letters) == [kind]


@pytest.mark.parametrize(("kind", "after"), [(Kind.SCHEDULED, Stage.SCHEDULED), (Kind.PROMISE, Stage.APPLIED), (Kind.OFFERED, Stage.OFFER)])
def test_a_later_human_message_from_them_reopens_it_where_it_says_something_that_changes_the_stage(kind: Kind, after: Stage) -> None:
    assert sits(system("m1", "2026-03-01 09:00", Kind.REJECTED), theirs("m2", "2026-03-09 09:00", kind)) is after


def test_a_courtesy_reopens_nothing() -> None:
    assert sits(theirs("m1", "2026-03-01 09:00", Kind.REJECTED), theirs("m2", "2026-03-09 09:00", Kind.TIMING)) is Stage.REJECTED


def test_a_machine_may_close_an_offer() -> None:
    assert sits(theirs("m1", "2026-03-01 09:00", Kind.OFFERED), system("m2", "2026-03-09 09:00", Kind.REJECTED)) is Stage.REJECTED


@pytest.mark.parametrize(
    ("first", "after"),
    [((), Stage.APPLIED), ((Kind.INVITED,), Stage.SCHEDULING)],
)
def test_a_pause_that_ends_goes_on_where_it_had_come_to(first: tuple[Kind, ...], after: Stage) -> None:
    letters = (theirs("m1", "2026-03-01 09:00", *first), theirs("m2", "2026-03-02 09:00", Kind.ON_HOLD), theirs("m3", "2026-04-02 09:00", Kind.REOPENED))
    assert sits(*letters) is after


def test_a_pause_that_ends_after_an_interview_is_waiting() -> None:
    letters = (
        theirs("m1", "2026-03-01 09:00", Kind.SCHEDULED),
        theirs("m2", "2026-03-09 09:00", Kind.ON_HOLD),
        theirs("m3", "2026-04-02 09:00", Kind.REOPENED),
    )
    assert look("2026-03-20 09:00", *letters, interviews=(TALK,)).stage is Stage.ON_HOLD
    assert look("2026-04-03 09:00", *letters, interviews=(TALK,)).stage is Stage.WAITING


def test_an_event_that_the_table_does_not_expect_leaves_the_stage_alone_and_is_reported() -> None:
    letters = (ours("m1", "2026-03-01 09:00", Kind.WITHDRAWN), system("m2", "2026-03-09 09:00", Kind.REJECTED))
    seen = look(LATE, *letters)
    assert seen.stage is Stage.WITHDRAWN
    assert seen.notes == ('Not expected on 9 Mar, and left aside: rejected ("the words of rejected")',)


def test_only_their_side_invites_refuses_and_offers() -> None:
    assert sits(ours("m1", "2026-03-01 09:00", Kind.INVITED)) is Stage.APPLIED
    assert surprises(ours("m1", "2026-03-01 09:00", Kind.OFFERED)) == [Kind.OFFERED]


def test_an_interview_is_scheduled_until_its_end() -> None:
    letter = theirs("m1", "2026-03-01 09:00", Kind.SCHEDULED)
    assert look("2026-03-03 14:59", letter, interviews=(TALK,)).stage is Stage.SCHEDULED
    assert look("2026-03-03 15:00", letter, interviews=(TALK,)).stage is Stage.THANK_YOU


def test_a_fixed_time_that_turned_out_to_be_no_interview_is_still_to_be_arranged() -> None:
    gone = talk("2026-03-03 14:00", DANA, standing=Standing.CANCELLED)
    letter = theirs("m1", "2026-03-01 09:00", Kind.SCHEDULED)
    assert look("2026-03-02 09:00", letter, interviews=(gone,)).stage is Stage.SCHEDULING


def test_a_second_time_that_came_to_nothing_leaves_the_first_interview_held() -> None:
    letters = (theirs("m1", "2026-03-01 09:00", Kind.SCHEDULED), theirs("m2", "2026-03-09 09:00", Kind.SCHEDULED, sort=Sort.CALENDAR))
    gone = talk("2026-03-10 14:00", DANA, standing=Standing.CANCELLED, key="uid-2")
    assert look("2026-03-10 16:00", *letters, interviews=(TALK, gone)).stage is Stage.WAITING


def test_an_interview_that_passed_after_the_no_changes_nothing() -> None:
    letters = (theirs("m1", "2026-03-01 09:00", Kind.SCHEDULED), theirs("m2", "2026-03-02 09:00", Kind.REJECTED))
    assert look("2026-03-03 16:00", *letters, interviews=(TALK,)).stage is Stage.REJECTED


def test_a_note_from_the_train_says_that_it_was_over_early() -> None:
    seen = application("2026-03-03 14:50", ours("m2", "2026-03-03 14:45", Kind.THANKED), interviews=(talk("2026-03-03 14:00", DANA, standing=Standing.HELD),))
    assert held_at(seen, seen.interviews[0]) == at("2026-03-03 14:45")
