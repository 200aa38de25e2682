"""R1, and what R8, R9, R10 and R11 say about it. Each test bears the sentence that it holds the plan to."""

import dataclasses

import pytest

from assistant.core.model import Address, Attendee, CalendarEvent, Fate, Kind, Method, Part, Person, Role, Sort, Stage, Standing, Status
from tests.core.applications import DANA, MARIA, PRIYA, SYSTEM, TOM, Letter, at, away, entry, look, ours, say, system, talk, theirs

INVITE = theirs("m1", "2026-02-20 10:00", Kind.INVITED, say(Kind.SCHEDULED, start="2026-02-24 14:00"), frm=MARIA)
PANEL = talk("2026-02-24 14:00", DANA, TOM, arranger=MARIA)  # until 15:00
AFTER = "2026-02-24 18:00"


def thanked(seen: Status) -> list[str]:
    return [step.to.email if step.to else "" for step in seen.due]


def test_due_the_moment_an_interview_is_held_weekends_too() -> None:
    saturday = talk("2026-02-28 14:00", DANA, minutes=45)
    seen = look("2026-02-28 14:45", INVITE, interviews=(saturday,))
    assert (seen.stage, [step.due for step in seen.due]) == (Stage.THANK_YOU, [at("2026-02-28 14:45")])


def test_one_draft_for_each_person_the_user_spoke_with_whose_address_is_known() -> None:
    seen = look(AFTER, INVITE, interviews=(talk("2026-02-24 14:00", DANA, TOM, Address("", "Joan Pell"), DANA),))
    assert thanked(seen) == [DANA.email, TOM.email]
    assert len({step.key for step in seen.due}) == 2


def test_the_step_says_why_and_what_it_rests_on() -> None:
    step = look(AFTER, INVITE, theirs("m2", "2026-02-24 17:00", Kind.HELD, frm=MARIA), interviews=(PANEL,)).due[0]
    assert step.why == "Interview of 24 Feb 14:00 was held; Dana Reyes has not been thanked"
    assert [event.kind for event in step.quotes] == [Kind.SCHEDULED, Kind.HELD]
    assert step.until == at("2026-02-27 15:00")


@pytest.mark.parametrize(("now", "stage"), [("2026-02-27 14:59", Stage.THANK_YOU), ("2026-02-27 15:00", Stage.WAITING)])
def test_offered_for_72_hours_and_not_after(now: str, stage: Stage) -> None:
    assert look(now, INVITE, interviews=(PANEL,)).stage is stage


def test_nobodys_address_known_one_draft_to_the_human_who_arranged_it() -> None:
    unknown = talk("2026-02-24 14:00", Address("", "Dana Reyes"), arranger=MARIA)
    assert thanked(look(AFTER, INVITE, interviews=(unknown,))) == [MARIA.email]


def test_or_who_said_they_would_be_in_touch() -> None:
    desk = system("m1", "2026-02-20 10:00", Kind.SCHEDULED)
    soon = theirs("m2", "2026-02-21 10:00", Kind.TIMING, frm=TOM)
    last = theirs("m3", "2026-02-22 10:00", frm=DANA)
    assert thanked(look(AFTER, desk, soon, last, interviews=(talk("2026-02-24 14:00", arranger=SYSTEM),))) == [TOM.email]
    assert thanked(look(AFTER, desk, last, interviews=(talk("2026-02-24 14:00", arranger=SYSTEM),))) == [DANA.email]


def test_an_arranger_who_never_wrote_by_hand_is_nobody_to_thank() -> None:
    desk = system("m1", "2026-02-20 10:00", Kind.SCHEDULED)
    scheduler = Address("desk@northwind.example", "Scheduling Desk")
    seen = look(AFTER, desk, interviews=(talk("2026-02-24 14:00", arranger=scheduler),))
    assert thanked(seen) == [""]
    assert seen.due[0].held == "nobody who was in it, or who arranged it, can be written to"
    assert seen.notes == ("The thank-you is held back: nobody who was in it, or who arranged it, can be written to.",)


def test_a_note_to_whoever_was_met_makes_the_arrangers_needless() -> None:
    unknown = talk("2026-02-24 14:00", arranger=MARIA)
    note = ours("m2", "2026-02-24 17:00", to=(Address("jo@northwind.example"),))
    assert look(AFTER, INVITE, note, interviews=(unknown,)).stage is Stage.WAITING


@pytest.mark.parametrize("copied", [False, True])
def test_the_user_has_already_written_to_that_person_since_the_interview(copied: bool) -> None:
    note = ours("m2", "2026-02-24 17:00", to=(MARIA,) if copied else (DANA,), cc=(DANA,) if copied else ())
    assert thanked(look(AFTER, INVITE, note, interviews=(PANEL,))) == [TOM.email]


def test_or_that_person_to_the_user() -> None:
    assert thanked(look(AFTER, INVITE, theirs("m2", "2026-02-24 17:00", frm=TOM), interviews=(PANEL,))) == [DANA.email]


def test_mail_written_on_somebodys_behalf_is_theirs() -> None:
    letter = theirs("m2", "2026-02-24 17:00", frm=TOM, on_behalf=MARIA)
    assert thanked(look(AFTER, INVITE, letter, interviews=(PANEL,))) == [DANA.email]


def test_a_person_is_the_same_under_another_address() -> None:
    note = ours("m2", "2026-02-24 17:00", to=(Address("dana.private@mail.example", "Reyes, Dana"),))
    assert thanked(look(AFTER, INVITE, note, interviews=(PANEL,))) == [TOM.email]


@pytest.mark.parametrize(
    "letter",
    [
        ours("m2", "2026-02-24 13:00", to=(DANA,)),  # before it
        ours("m2", "2026-02-24 17:00", to=(DANA,), role=Role.DRAFTS),
        away("m2", "2026-02-24 17:00", frm=DANA),
        theirs("m2", "2026-02-24 17:00", frm=Address("dana.lee@northwind.example", "Dana")),
    ],
)
def test_what_thanks_nobody(letter: Letter) -> None:
    assert DANA.email in thanked(look(AFTER, INVITE, letter, interviews=(PANEL,)))


def test_a_note_from_the_train_just_before_the_planned_end_counts() -> None:
    early = talk("2026-02-24 14:00", DANA, TOM, standing=Standing.HELD)
    note = ours("m2", "2026-02-24 14:50", Kind.THANKED, to=(DANA,))
    seen = look("2026-02-24 14:55", INVITE, note, interviews=(early,))
    assert thanked(seen) == [TOM.email]
    assert seen.due[0].due == at("2026-02-24 14:50")


def test_a_bounce_nothing_more_is_drafted_to_that_address_and_nobody_is_still_to_be_thanked_at_it() -> None:
    letters = (INVITE, ours("m2", "2026-02-24 17:00", to=(DANA,)), theirs("m3", "2026-02-24 17:01", say(Kind.BOUNCED, people=(DANA,)), sort=Sort.BOUNCE))
    alone = talk("2026-02-24 14:00", DANA, arranger=MARIA)
    assert look(AFTER, *letters, interviews=(alone,)).stage is Stage.WAITING
    seen = look(AFTER, *letters, interviews=(PANEL,))
    assert thanked(seen) == [TOM.email]
    assert seen.notes == ("Mail to Dana Reyes came back; nothing more is drafted to that address.",)


def test_the_user_is_nobody_to_thank() -> None:
    assert thanked(look(AFTER, INVITE, interviews=(talk("2026-02-24 14:00", PRIYA, DANA),))) == [DANA.email]


def test_a_name_is_taken_from_wherever_it_stands() -> None:
    bare = talk("2026-02-24 14:00", Address(DANA.email), Address(TOM.email), Address("jo@northwind.example"))
    copied = theirs("m2", "2026-02-23 10:00", frm=MARIA, cc=(TOM,))
    seen = look(AFTER, INVITE, copied, interviews=(bare,), people=(Person("Dana Reyes", DANA.email, Part.INTERVIEWER),))
    assert [step.to.name for step in seen.due if step.to] == ["Dana Reyes", "Tom Okafor", ""]
    assert seen.due[2].why.endswith("jo@northwind.example has not been thanked")


# ---------------------------------------------------------------- the thread


def test_it_answers_the_newest_message_on_which_that_person_stands() -> None:
    letters = (
        INVITE,
        theirs("m2", "2026-02-21 10:00", frm=DANA),
        theirs("m3", "2026-02-22 10:00", frm=MARIA, cc=(TOM,)),
        ours("m4", "2026-02-23 10:00", to=(MARIA,)),
    )
    seen = look(AFTER, *letters, interviews=(PANEL,))
    assert [step.reply_to for step in seen.due] == ["m2", "m3"]


def test_the_users_own_mail_and_a_schedulers_mail_in_their_name_included() -> None:
    booked = system("m2", "2026-02-21 10:00", reply_to=(DANA,))
    wrote = ours("m3", "2026-02-22 10:00", to=(TOM,))
    assert [step.reply_to for step in look(AFTER, INVITE, booked, wrote, interviews=(PANEL,)).due] == ["m2", "m3"]


def test_as_organizer_or_attendee_or_with_a_sender_of_their_own() -> None:
    event = CalendarEvent("u", 0, Method.REQUEST, None, None, organizer=Attendee(DANA), attendees=(Attendee(TOM),))
    invitation = system("m2", "2026-02-21 10:00", calendar=(event, dataclasses.replace(event, organizer=None)))
    behalf = theirs("m3", "2026-02-22 10:00", frm=MARIA, on_behalf=TOM)
    assert [step.reply_to for step in look(AFTER, INVITE, invitation, behalf, interviews=(PANEL,)).due] == ["m2", "m3"]


def test_else_the_thread_in_which_the_interview_was_arranged() -> None:
    answer = ours("m2", "2026-02-20 11:00", to=(MARIA,), re="m1")
    other = theirs("m3", "2026-02-21 10:00", frm=MARIA)
    assert [step.reply_to for step in look(AFTER, INVITE, answer, other, interviews=(PANEL,)).due] == ["m2", "m2"]


def test_an_interview_whose_mail_is_gone_still_has_its_thread() -> None:
    assert look(AFTER, interviews=(talk("2026-02-24 14:00", DANA, message="m0"),)).due[0].reply_to == "m0"


# ---------------------------------------------------------------- rounds, and what comes next


def test_moved_the_thank_you_follows_the_new_time_under_its_old_name() -> None:
    first = look("2026-02-24 12:00", INVITE, interviews=(talk("2026-02-24 14:00", DANA),)).next
    moved = look("2026-02-24 18:00", INVITE, interviews=(talk("2026-02-26 14:00", DANA, message="m5"),))
    assert first is not None
    assert moved.next is not None
    assert (moved.stage, moved.next.due, moved.next.key) == (Stage.SCHEDULED, at("2026-02-26 15:00"), first.key)


def test_cancelled_no_thank_you() -> None:
    seen = look(AFTER, INVITE, theirs("m2", "2026-02-24 10:00", Kind.CANCELLED), interviews=(talk("2026-02-24 14:00", DANA, standing=Standing.CANCELLED),))
    assert (seen.stage, seen.next, seen.due) == (Stage.SCHEDULING, None, ())


def test_an_interview_that_somebody_writes_did_not_take_place_is_not_held() -> None:
    assert look(AFTER, INVITE, interviews=(talk("2026-02-24 14:00", DANA, standing=Standing.NOT_HELD),)).due == ()


def test_each_held_round_is_thanked_once() -> None:
    rounds = (talk("2026-02-17 14:00", DANA, key="uid-0"), PANEL)
    seen = look(AFTER, INVITE, ours("m2", "2026-02-17 17:00", to=(DANA,)), interviews=rounds)
    assert thanked(seen) == [DANA.email, TOM.email]
    assert seen.due[0].key == "thank_you|uid-1|dana@northwind.example"


def test_two_rounds_within_three_days_are_one_note_to_the_same_person() -> None:
    rounds = (talk("2026-02-23 14:00", DANA, MARIA, key="uid-0"), talk("2026-02-24 14:00", DANA, TOM))
    seen = look(AFTER, INVITE, interviews=rounds)
    assert [(step.to, step.interview and step.interview.key) for step in seen.due] == [(MARIA, "uid-0"), (DANA, "uid-1"), (TOM, "uid-1")]


def test_an_open_thank_you_outranks_a_next_interview_that_is_already_scheduled() -> None:
    seen = look(AFTER, INVITE, interviews=(PANEL, talk("2026-03-05 14:00", DANA, key="uid-2")))
    assert seen.stage is Stage.THANK_YOU
    assert seen.next is not None
    assert seen.next.due == at("2026-02-24 15:00")


def test_scheduled_the_next_step_is_that_interviews_thank_you_at_its_end() -> None:
    ahead = (talk("2026-03-09 14:00", TOM, key="uid-2"), PANEL)
    seen = look("2026-02-23 09:00", INVITE, interviews=ahead)
    assert (seen.stage, seen.due) == (Stage.SCHEDULED, ())
    assert seen.next is not None
    assert (seen.next.due, seen.next.to) == (at("2026-02-24 15:00"), DANA)
    assert seen.next.why == "Interview of 24 Feb 14:00 lies ahead; Dana Reyes is to be thanked after it"


def test_scheduled_with_nobody_to_thank_shows_what_is_held_back() -> None:
    seen = look("2026-02-23 09:00", interviews=(talk("2026-02-24 14:00", arranger=None),))
    assert seen.next is not None
    assert seen.next.held
    assert seen.next.why == "Interview of 24 Feb 14:00 lies ahead; nobody is to be thanked after it"


@pytest.mark.parametrize("kind", [Kind.REJECTED, Kind.OFFERED, Kind.ON_HOLD, Kind.WITHDRAWN])
def test_a_rejection_offer_or_pause_withdraws_everything_pending(kind: Kind) -> None:
    letter = theirs("m2", "2026-02-24 17:00", kind)
    assert not any(step.kind.value == "thank_you" for step in look(AFTER, INVITE, letter, interviews=(PANEL,)).due)


# ---------------------------------------------------------------- the draft and its user


@pytest.mark.parametrize("fate", [Fate.DELETED, Fate.SENT])
def test_deleted_is_no_and_sent_is_done(fate: Fate) -> None:
    ledger = (entry("thank_you|uid-1|dana@northwind.example", fate), entry("thank_you|uid-1|tom@northwind.example", fate))
    seen = look(AFTER, INVITE, interviews=(PANEL,), ledger=ledger[:1])
    assert thanked(seen) == [TOM.email]
    assert look(AFTER, INVITE, interviews=(PANEL,), ledger=ledger).stage is Stage.WAITING


@pytest.mark.parametrize("fate", [Fate.PLACED, Fate.EDITED, Fate.WITHDRAWN])
def test_a_draft_that_waits_is_still_due(fate: Fate) -> None:
    ledger = (entry("thank_you|uid-1|dana@northwind.example", fate),)
    assert thanked(look(AFTER, INVITE, interviews=(PANEL,), ledger=ledger)) == [DANA.email, TOM.email]


def test_please_do_not_reply_nothing_is_drafted_and_the_status_says_why() -> None:
    letter = theirs("m2", "2026-02-24 17:00", Kind.DO_NOT_WRITE, frm=MARIA)
    seen = look(AFTER, INVITE, letter, interviews=(PANEL,))
    assert (seen.stage, seen.next, [step.held for step in seen.due]) == (Stage.WAITING, None, ["they asked not to be written to"] * 2)
    assert seen.notes == ('Nothing is drafted: they wrote "the words of do_not_write"',)
    ahead = look(AFTER, INVITE, letter, interviews=(PANEL, talk("2026-03-05 14:00", DANA, key="uid-2")))
    assert (ahead.stage, ahead.next) == (Stage.SCHEDULED, None)


def test_please_do_not_reply_holds_until_they_ask_for_something() -> None:
    letters = (INVITE, theirs("m2", "2026-02-22 17:00", Kind.DO_NOT_WRITE, frm=MARIA), theirs("m3", "2026-02-23 10:00", Kind.ASKED, frm=MARIA))
    assert thanked(look(AFTER, *letters, interviews=(PANEL,))) == [DANA.email, TOM.email]


def test_a_strangers_uid_brings_no_line_break_into_a_steps_name() -> None:
    assert look(AFTER, INVITE, interviews=(talk("2026-02-24 14:00", DANA, key="a\r\n b"),)).due[0].key == "thank_you|ab|dana@northwind.example"
