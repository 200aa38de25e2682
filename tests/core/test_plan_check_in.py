"""R2 to R5, and what R8, R9 and R11 say about the check-in. Each test bears the sentence that it holds the plan to."""

import dataclasses
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Fate, Kind, Settings, Sort, Stage, Status
from tests.core.applications import DANA, SETTINGS, TOM, Letter, at, away, entry, look, ours, say, system, talk, theirs

INVITE = theirs("m1", "2026-02-12 10:00", Kind.SCHEDULED)
TALK = talk("2026-02-17 14:00", DANA)
THANKS = ours("m2", "2026-02-17 17:00", Kind.THANKED, Kind.HELD)
BASE = (INVITE, THANKS)


def promise(on: str, *, name: str = "m3", when: str = "2026-02-18 10:00", **more: object) -> Letter:
    return theirs(name, when, say(Kind.PROMISE, on=on), **more)  # type: ignore[arg-type]  # passed on as they are


def seen(now: str, *letters: object, **more: object) -> Status:
    return look(now, *BASE, *letters, interviews=(TALK,), **more)  # type: ignore[arg-type]  # passed on as they are


def due(now: str, *letters: object, **more: object) -> str:
    """Return the hour of the next check-in, in Toronto."""
    step = seen(now, *letters, **more).next
    assert step is not None
    assert step.kind.value == "check_in"
    return f"{step.due:%Y-%m-%d %H:%M %z}"


# ---------------------------------------------------------------- when: with a promise


@pytest.mark.parametrize(
    ("date", "hour"),
    [
        ("2026-03-02", "2026-03-06 09:00 -0500"),  # Monday: Friday
        ("2026-03-06", "2026-03-10 09:00 -0400"),  # "A promise of Friday the 6th is due on Tuesday the 10th"; the clocks go forward on the 8th
        ("2026-03-11", "2026-03-16 09:00 -0400"),  # Wednesday: Sunday, so Monday
        ("2026-03-10", "2026-03-16 09:00 -0400"),  # Tuesday: Saturday, so Monday
        ("2026-03-30", "2026-04-06 09:00 -0400"),  # Good Friday, then a weekend; Easter Monday is a business day in Ontario
        ("2026-05-13", "2026-05-19 09:00 -0400"),  # Sunday, then Victoria Day
        ("2026-06-27", "2026-07-02 09:00 -0400"),  # Canada Day
        ("2026-10-29", "2026-11-02 09:00 -0500"),  # the clocks go back on 1 November
        ("2026-12-21", "2026-12-29 09:00 -0500"),  # Christmas, a weekend, and Boxing Day observed on Monday
    ],
)
def test_due_at_9_on_the_first_business_day_after_three_full_days_past_the_promise(date: str, hour: str) -> None:
    assert due("2026-02-19 09:00", promise(date)) == hour


def test_a_business_day_is_one_of_the_users_country_and_region() -> None:
    california = Settings(zone=ZoneInfo("America/Los_Angeles"), country="US", region="CA")
    assert due("2026-02-19 09:00", promise("2026-03-27"), settings=california) == "2026-04-01 09:00 -0700"  # 31 March: Cesar Chavez Day
    assert due("2026-02-19 09:00", promise("2026-03-27")) == "2026-03-31 09:00 -0400"


def test_every_number_is_a_setting() -> None:
    mine = dataclasses.replace(SETTINGS, grace_days=1, check_in_hour=8)
    assert due("2026-02-19 09:00", promise("2026-03-02"), settings=mine) == "2026-03-04 08:00 -0500"


def test_nothing_is_drafted_before_the_promise_and_its_grace_have_passed() -> None:
    early, late = seen("2026-03-10 08:59", promise("2026-03-06")), seen("2026-03-10 09:00", promise("2026-03-06"))
    assert (early.stage, early.due) == (Stage.WAITING, ())
    assert (late.stage, late.due) == (Stage.CHECK_IN, (late.next,))


def test_the_step_says_why_and_what_it_rests_on() -> None:
    step = seen("2026-03-10 09:00", promise("2026-03-06")).due[0]
    assert step.why == "They gave 6 Mar as the date; a check-in is due 3 full days after it"
    assert [event.message for event in step.quotes] == ["m3"]
    assert step.promise is step.quotes[0]
    assert step.interview is not None


# ---------------------------------------------------------------- when: without one


@pytest.mark.parametrize(
    ("last", "hour"),
    [
        ("2026-03-03 10:00", "2026-03-17 09:00 -0400"),  # "quiet since Tuesday the 3rd: due on Tuesday the 17th"
        ("2026-03-03 23:50", "2026-03-17 09:00 -0400"),  # the day is the user's
        ("2026-03-20 17:30", "2026-04-06 09:00 -0400"),  # Good Friday
        ("2026-03-07 10:00", "2026-03-23 09:00 -0400"),  # Saturday
    ],
)
def test_no_promise_known_14_days_after_their_last_human_message(last: str, hour: str) -> None:
    assert due(last, theirs("m3", last)) == hour


def test_or_after_the_last_interview_held_where_that_is_later() -> None:
    assert due("2026-02-20 09:00") == "2026-03-03 09:00 -0500"
    again = talk("2026-02-19 14:00", TOM, key="uid-2")
    both = look("2026-02-23 09:00", *BASE, interviews=(TALK, again))
    assert both.next is not None
    assert both.next.due == at("2026-03-05 09:00")


@pytest.mark.parametrize("letter", [away("m3", "2026-02-20 10:00"), system("m3", "2026-02-20 10:00"), theirs("m3", "2026-02-20 10:00", sort=Sort.BULK)])
def test_what_is_no_answer_restarts_nothing(letter: Letter) -> None:
    assert due("2026-02-21 09:00", letter) == "2026-03-03 09:00 -0500"


# ---------------------------------------------------------------- when: what holds it back


@pytest.mark.parametrize(
    ("wrote", "hour"),
    [
        ("2026-03-05 23:00", "2026-03-10 09:00 -0400"),  # three full days are over before
        ("2026-03-09 08:00", "2026-03-13 09:00 -0400"),
        ("2026-03-11 08:00", "2026-03-16 09:00 -0400"),  # Sunday, so Monday; it was due already, and waits again
    ],
)
def test_never_sooner_than_three_full_days_after_the_users_own_last_mail_to_them(wrote: str, hour: str) -> None:
    assert due(wrote, promise("2026-03-06"), ours("m4", wrote)) == hour


def test_a_note_to_oneself_is_no_mail_to_them() -> None:
    assert due("2026-03-09 10:00", promise("2026-03-06"), ours("m4", "2026-03-09 08:00", to=())) == "2026-03-10 09:00 -0400"


def test_the_users_own_mail_is_named_as_the_reason() -> None:
    step = seen("2026-03-09 10:00", promise("2026-03-06"), ours("m4", "2026-03-09 08:00")).next
    assert step is not None
    assert step.why.endswith("not sooner than 3 full days after the user's own mail of 9 Mar")


@pytest.mark.parametrize(
    ("back", "hour"),
    [
        ("2026-03-13", "2026-03-16 09:00 -0400"),  # Friday: not before Monday
        ("2026-03-15", "2026-03-16 09:00 -0400"),  # Sunday
        ("2026-03-16", "2026-03-17 09:00 -0400"),  # a Monday: the day after
        ("2026-05-17", "2026-05-19 09:00 -0400"),  # the next day is Victoria Day
        ("2026-03-08", "2026-03-10 09:00 -0400"),  # back before it is due
    ],
)
def test_with_a_return_date_nothing_is_due_to_that_person_before_the_first_business_day_after_it(back: str, hour: str) -> None:
    assert due("2026-03-05 10:00", promise("2026-03-06"), away("m4", "2026-03-04 10:00", back=back)) == hour


def test_somebody_elses_absence_holds_nothing_back() -> None:
    assert due("2026-03-05 10:00", promise("2026-03-06"), away("m4", "2026-03-04 10:00", back="2026-04-13", frm=TOM)) == "2026-03-10 09:00 -0400"


def test_the_absence_is_named_as_the_reason() -> None:
    status = seen("2026-03-11 10:00", promise("2026-03-06"), away("m4", "2026-03-04 10:00", back="2026-03-13"))
    assert status.stage is Stage.WAITING
    assert status.next is not None
    assert status.next.why.endswith("; Dana Reyes is away until 13 Mar")


def test_never_while_it_is_the_users_turn() -> None:
    status = seen("2026-03-20 10:00", promise("2026-03-06"), theirs("m4", "2026-03-05 10:00", Kind.ASKED))
    assert (status.stage, status.next, status.due) == (Stage.WAITING, None, ())
    assert status.notes == ('They have been waiting for you since 5 Mar: "the words of asked"',)


@pytest.mark.parametrize(
    "answer",
    [ours("m5", "2026-03-05 12:00"), system("m5", "2026-03-05 12:00", Kind.SCHEDULED), theirs("m5", "2026-03-05 12:00")],
)
def test_the_turn_passes_when_the_user_writes_or_books_or_they_write_again(answer: Letter) -> None:
    status = seen("2026-03-09 10:00", promise("2026-03-06"), theirs("m4", "2026-03-05 10:00", Kind.ASKED), answer)
    assert status.next is not None
    assert not any("waiting for you" in note for note in status.notes)


def test_before_any_interview_nothing_is_due() -> None:
    invited = (theirs("m1", "2026-02-12 10:00", Kind.INVITED), ours("m2", "2026-02-12 11:00"))
    for letters, stage in [((system("m1", "2026-02-01 09:00", Kind.APPLIED),), Stage.APPLIED), (invited, Stage.SCHEDULING)]:
        status = look("2026-06-01 09:00", *letters)
        assert (status.stage, status.next, status.due) == (stage, None, ())


def test_asking_about_a_mere_application_is_no_check_in() -> None:
    assert look("2026-06-01 09:00", ours("m1", "2026-03-01 09:00", Kind.CHECKED_IN)).stage is Stage.APPLIED


def test_in_scheduling_after_an_interview_the_clock_runs_on() -> None:
    again = theirs("m3", "2026-02-23 10:00", Kind.INVITED)
    before, after = seen("2026-02-24 10:00", again, ours("m4", "2026-02-23 12:00")), seen("2026-03-09 09:00", again, ours("m4", "2026-02-23 12:00"))
    assert (before.stage, before.next and before.next.due) == (Stage.SCHEDULING, at("2026-03-09 09:00"))
    assert after.stage is Stage.CHECK_IN


def test_no_check_in_while_an_interview_lies_ahead() -> None:
    status = look("2026-03-20 09:00", *BASE, promise("2026-03-06"), interviews=(TALK, talk("2026-03-25 14:00", TOM, key="uid-2")))
    assert status.stage is Stage.SCHEDULED
    assert status.next is not None
    assert status.next.kind.value == "thank_you"


# ---------------------------------------------------------------- R4, R5: once, and then move on


def test_any_mail_of_the_users_that_asks_where_the_process_stands_is_this_timelines_check_in() -> None:
    for when in ("2026-03-09 10:00", "2026-03-12 10:00"):  # before it was due, and after
        status = seen("2026-03-13 10:00", promise("2026-03-06"), ours("m4", when, Kind.CHECKED_IN, to=(TOM,)))
        assert (status.stage, status.next, status.due) == (Stage.CHECKED_IN, None, ())
        assert status.promise is not None


@pytest.mark.parametrize("known_by", ["header", "ledger", "ledger alone"])
def test_sent_is_done_even_if_its_words_no_longer_ask(known_by: str) -> None:
    name = seen("2026-03-10 09:00", promise("2026-03-06")).due[0].key
    mail = ours("m4", "2026-03-11 10:00", draft_key=f"{name} 0123456789abcdef" if known_by == "header" else "")
    ledger = (entry(name, Fate.SENT, when="2026-03-11 10:00", name="m4"),) if known_by != "header" else ()
    letters = (promise("2026-03-06"),) if known_by == "ledger alone" else (promise("2026-03-06"), mail)
    assert seen("2026-03-16 10:00", *letters, ledger=ledger).stage is Stage.CHECKED_IN


def test_only_a_new_timeline_from_them_grants_one_more_and_the_same_rule_dates_it() -> None:
    letters = (promise("2026-03-06"), ours("m4", "2026-03-10 10:00", Kind.CHECKED_IN), promise("2026-03-27", name="m5", when="2026-03-11 10:00"))
    assert due("2026-03-12 10:00", *letters) == "2026-03-31 09:00 -0400"
    assert seen("2026-03-12 10:00", *letters).stage is Stage.WAITING
    names = {seen("2026-03-10 09:30", *letters).due[0].key, seen("2026-03-31 09:30", *letters).due[0].key}
    assert names == {"check_in|m3", "check_in|m5"}


def test_a_new_round_is_a_new_timeline() -> None:
    letters = (*BASE, ours("m4", "2026-03-10 10:00", Kind.CHECKED_IN), theirs("m5", "2026-03-11 10:00", Kind.INVITED), ours("m6", "2026-03-11 12:00"))
    assert look("2026-03-12 10:00", *letters, interviews=(TALK,)).stage is Stage.SCHEDULING
    second = talk("2026-03-16 14:00", TOM, key="uid-2")
    status = look("2026-03-20 10:00", *letters, interviews=(TALK, second))
    assert (status.stage, status.next and status.next.key) == (Stage.WAITING, "check_in|uid-2")


def test_a_holding_answer_with_no_date_grants_none_after_a_check_in() -> None:
    letters = (promise("2026-03-06"), ours("m4", "2026-03-10 10:00", Kind.CHECKED_IN), theirs("m5", "2026-03-12 10:00", Kind.TIMING))
    status = seen("2026-03-25 10:00", *letters)
    assert (status.stage, status.next, status.promise) == (Stage.CHECKED_IN, None, None)


def test_before_one_it_restarts_the_14_days() -> None:
    assert due("2026-03-06 10:00", promise("2026-03-06"), theirs("m4", "2026-03-05 10:00", Kind.TIMING)) == "2026-03-19 09:00 -0400"


@pytest.mark.parametrize(
    ("now", "stage"),
    [("2026-03-26 09:59", Stage.CHECKED_IN), ("2026-03-26 10:00", Stage.MOVED_ON)],
)
def test_no_answer_14_days_after_the_later_of_the_check_in_and_their_last_human_message_moved_on(now: str, stage: Stage) -> None:
    letters = (promise("2026-03-06"), ours("m4", "2026-03-10 10:00", Kind.CHECKED_IN), theirs("m5", "2026-03-12 10:00", Kind.TIMING))
    assert seen(now, *letters).stage is stage


def test_moved_on_has_no_promise_and_one_line_to_the_user_that_other_doors_are_open() -> None:
    status = seen("2026-04-10 10:00", promise("2026-03-06"), ours("m4", "2026-03-10 10:00", Kind.CHECKED_IN))
    assert (status.stage, status.promise, status.next, status.due) == (Stage.MOVED_ON, None, None, ())
    assert status.notes == ("No answer came in time. Other doors are open.",)


def test_moved_on_is_reopened_by_what_changes_the_stage_and_not_by_a_courtesy() -> None:
    over = (promise("2026-03-06"), ours("m4", "2026-03-10 10:00", Kind.CHECKED_IN))
    assert seen("2026-04-10 10:00", *over, theirs("m5", "2026-04-09 10:00")).stage is Stage.MOVED_ON
    assert seen("2026-04-10 10:00", *over, promise("2026-04-17", name="m5", when="2026-04-09 10:00")).stage is Stage.WAITING
    assert seen("2026-04-10 10:00", *over, theirs("m5", "2026-04-09 10:00", Kind.INVITED), ours("m6", "2026-04-09 11:00")).stage is Stage.SCHEDULING


def test_an_answer_that_asks_for_something_is_not_silence() -> None:
    over = (promise("2026-03-06"), ours("m4", "2026-03-10 10:00", Kind.CHECKED_IN), theirs("m5", "2026-03-12 10:00", Kind.ASKED))
    assert seen("2026-04-10 10:00", *over).stage is Stage.WAITING
    supplied = ours("m6", "2026-04-01 10:00")
    assert seen("2026-04-10 10:00", *over, supplied).stage is Stage.CHECKED_IN
    assert seen("2026-04-15 10:00", *over, supplied).stage is Stage.MOVED_ON


@pytest.mark.parametrize(("now", "stage"), [("2026-03-31 08:59", Stage.CHECK_IN), ("2026-03-31 09:00", Stage.MOVED_ON)])
def test_a_check_in_that_the_user_never_sent_lapses_21_days_after_it_was_due(now: str, stage: Stage) -> None:
    status = seen(now, promise("2026-03-06"))
    assert status.stage is stage
    assert seen("2026-03-12 09:00", promise("2026-03-06")).due[0].until == at("2026-03-31 09:00")


# ---------------------------------------------------------------- R8, and the user's no


def test_a_human_message_withdraws_the_pending_check_in() -> None:
    status = seen("2026-03-12 10:00", promise("2026-03-06"), theirs("m4", "2026-03-11 10:00", frm=TOM))
    assert (status.stage, status.due, status.promise is None) == (Stage.WAITING, (), False)
    assert status.next is not None
    assert (status.next.due, status.next.why) == (at("2026-03-25 09:00"), "They gave 6 Mar, and wrote again on 11 Mar")


def test_a_courtesy_before_it_is_due_leaves_the_date() -> None:
    assert due("2026-03-06 10:00", promise("2026-03-06"), theirs("m4", "2026-03-05 10:00", frm=TOM)) == "2026-03-10 09:00 -0400"


@pytest.mark.parametrize(("now", "stage"), [("2026-03-09 09:00", Stage.WAITING), ("2026-03-10 09:00", Stage.CHECK_IN), ("2026-03-31 09:00", Stage.MOVED_ON)])
def test_a_step_whose_draft_the_user_deleted_is_never_drafted_again(now: str, stage: Stage) -> None:
    status = seen(now, promise("2026-03-06"), ledger=(entry("check_in|m3", Fate.DELETED),))
    assert (status.stage, status.next, status.due) == (stage, None, ())


def test_a_withdrawn_draft_may_be_due_again() -> None:
    assert seen("2026-03-10 09:00", promise("2026-03-06"), ledger=(entry("check_in|m3", Fate.WITHDRAWN),)).due
