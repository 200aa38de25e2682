"""R6 and R7: thanks after a no, and keeping in touch. Each test bears the sentence that it holds the plan to."""

import pytest

from assistant.core.model import Fate, Kind, Sort, Stage, Status
from tests.core.applications import DANA, MARIA, TOM, Letter, at, away, entry, look, ours, say, system, talk, theirs

INVITE = theirs("m1", "2026-02-12 10:00", Kind.SCHEDULED, frm=MARIA)
TALK = talk("2026-02-17 14:00", DANA)
THANKS = ours("m2", "2026-02-17 17:00", Kind.THANKED)
NO = theirs("m3", "2026-03-02 10:00", Kind.REJECTED, re="m2")
MACHINE = system("m3", "2026-03-02 10:00", Kind.REJECTED)
BASE = (INVITE, THANKS)


def seen(now: str, *letters: Letter, **more: object) -> Status:
    return look(now, *BASE, *letters, interviews=(TALK,), **more)  # type: ignore[arg-type]  # passed on as they are


def test_after_a_rejection_where_the_user_had_been_interviewed_one_draft_at_once() -> None:
    status = seen("2026-03-02 10:00", NO)
    assert (status.stage, status.due) == (Stage.REJECTED, (status.next,))
    step = status.due[0]
    assert (step.to, step.due, step.until) == (DANA, at("2026-03-02 10:00"), at("2026-03-09 10:00"))
    assert (step.key, step.why) == ("closing_thanks|m3", "They said no on 2 Mar; Dana Reyes has not been thanked")
    assert [event.kind for event in step.quotes] == [Kind.REJECTED]


@pytest.mark.parametrize(("now", "count"), [("2026-03-09 09:59", 1), ("2026-03-09 10:00", 0)])
def test_offered_for_7_days(now: str, count: int) -> None:
    assert len(seen(now, NO).due) == count


def test_or_had_written_with_a_human() -> None:
    wrote = (theirs("m1", "2026-02-12 10:00", Kind.INVITED), ours("m2", "2026-02-12 12:00"))
    assert look("2026-03-02 12:00", *wrote, NO).due[0].to == DANA
    assert look("2026-03-02 12:00", ours("m2", "2026-02-12 12:00"), NO).due[0].to == DANA


@pytest.mark.parametrize(
    "letters",
    [
        (system("m1", "2026-02-01 10:00", Kind.APPLIED), MACHINE),
        (ours("m1", "2026-02-01 10:00", Kind.APPLIED), MACHINE),
        (system("m1", "2026-02-01 10:00", Kind.APPLIED), NO),
    ],
)
def test_a_rejection_of_a_mere_application_gets_none(letters: tuple[Letter, ...]) -> None:
    status = look("2026-03-02 12:00", *letters)
    assert (status.stage, status.next, status.due) == (Stage.REJECTED, None, ())


def test_to_the_human_who_wrote_it_in_the_thread_of_the_rejection() -> None:
    aside = theirs("m4", "2026-03-02 11:00")
    assert seen("2026-03-02 12:00", NO, aside).due[0].reply_to == "m3"


def test_else_to_the_human_closest_to_the_user_in_the_newest_thread_with_that_human() -> None:
    step = seen("2026-03-02 12:00", theirs("m5", "2026-02-20 10:00", frm=TOM), MACHINE).due[0]
    assert (step.to, step.reply_to) == (TOM, "m5")


def test_a_machine_that_says_it_before_a_human_does_changes_the_person_and_not_the_step() -> None:
    step = seen("2026-03-04 12:00", MACHINE, theirs("m4", "2026-03-04 10:00", Kind.REJECTED, frm=TOM)).due[0]
    assert (step.to, step.reply_to, step.key, step.due) == (TOM, "m4", "closing_thanks|m3", at("2026-03-02 10:00"))


def test_where_nobody_wrote_by_hand_to_somebody_met() -> None:
    step = look("2026-03-02 12:00", system("m1", "2026-02-12 10:00", Kind.SCHEDULED), MACHINE, interviews=(TALK,)).due[0]
    assert (step.to, step.reply_to) == (DANA, "")


def test_where_somebody_has_left_to_their_successor() -> None:
    step = seen("2026-03-02 12:00", away("m4", "2026-02-18 10:00", instead=(TOM,), frm=MARIA), MACHINE).due[0]
    assert (step.to, step.reply_to) == (TOM, "m1")


def test_where_nobody_can_be_addressed_it_is_held_back_and_the_status_says_so() -> None:
    bounce = theirs("m4", "2026-02-18 10:00", say(Kind.BOUNCED, people=(DANA, MARIA)), sort=Sort.BOUNCE)
    status = seen("2026-03-02 12:00", bounce, NO)
    assert [step.held for step in status.due] == ["nobody on their side can be written to"]
    assert status.notes[-1] == "The closing-thanks is held back: nobody on their side can be written to."


def test_written_by_hand_is_done() -> None:
    status = seen("2026-03-03 12:00", NO, ours("m4", "2026-03-03 10:00", to=(MARIA,)))
    assert (status.stage, status.next, status.due) == (Stage.REJECTED, None, ())


@pytest.mark.parametrize("fate", [Fate.DELETED, Fate.SENT])
def test_deleted_is_no_and_sent_is_done(fate: Fate) -> None:
    assert seen("2026-03-02 12:00", NO, ledger=(entry("closing_thanks|m3", fate),)).due == ()


def test_a_no_that_was_taken_back_is_not_thanked_for() -> None:
    again = (NO, theirs("m4", "2026-03-03 10:00", Kind.REOPENED), theirs("m5", "2026-03-20 10:00", Kind.REJECTED))
    assert seen("2026-03-20 12:00", *again).due[0].key == "closing_thanks|m5"
    assert seen("2026-03-04 12:00", *again).due == ()


@pytest.mark.parametrize("kind", [Kind.OFFERED, Kind.ON_HOLD, Kind.WITHDRAWN])
def test_nothing_is_due_on_hold_with_an_offer_or_after_the_users_no(kind: Kind) -> None:
    status = seen("2026-03-20 12:00", theirs("m3", "2026-03-02 10:00", kind))
    assert (status.next, status.due) == (None, ())


def test_please_do_not_reply_holds_it_back() -> None:
    status = seen("2026-03-02 12:00", theirs("m3", "2026-03-02 10:00", Kind.REJECTED, Kind.DO_NOT_WRITE))
    assert (status.stage, status.next, [step.held for step in status.due]) == (Stage.REJECTED, None, ["they asked not to be written to"])


# ---------------------------------------------------------------- R7: only on request

ENDED = (NO, ours("m4", "2026-03-03 10:00"))


def test_keep_in_touch_only_where_the_user_asked_for_it_90_days_after_it_ended_well() -> None:
    assert seen("2026-03-10 12:00", *ENDED).next is None
    status = seen("2026-03-10 12:00", *ENDED, keep_in_touch=True)
    assert status.due == ()
    assert status.next is not None
    assert (status.next.kind.value, status.next.to, status.next.due) == ("keep_in_touch", DANA, at("2026-06-01 09:00"))  # 31 May is a Sunday
    assert seen("2026-06-01 09:00", *ENDED, keep_in_touch=True).due == (status.next,)


def test_closing_thanks_come_first() -> None:
    status = seen("2026-03-02 12:00", NO, keep_in_touch=True)
    assert status.next is not None
    assert (status.next.kind.value, len(status.due)) == ("closing_thanks", 1)


def test_at_most_once_in_90_days_at_most_twice() -> None:
    first = ours("m5", "2026-06-02 10:00")
    again = seen("2026-06-03 12:00", *ENDED, first, keep_in_touch=True).next
    assert again is not None
    assert (again.due, again.key) == (at("2026-08-31 09:00"), "keep_in_touch|m3|2")
    assert seen("2026-09-03 12:00", *ENDED, first, ours("m6", "2026-09-01 10:00"), keep_in_touch=True).next is None


def test_a_note_that_was_sent_counts_from_its_sending() -> None:
    ledger = (entry("keep_in_touch|m3|1", Fate.SENT, when="2026-06-05 10:00"),)
    again = seen("2026-06-06 12:00", *ENDED, keep_in_touch=True, ledger=ledger).next
    assert again is not None
    assert again.due == at("2026-09-03 09:00")


def test_a_human_message_withdraws_the_pending_keep_in_touch() -> None:
    assert seen("2026-06-03 12:00", *ENDED, theirs("m5", "2026-06-02 10:00"), keep_in_touch=True).due == ()


def test_a_deleted_note_is_no() -> None:
    assert seen("2026-06-03 12:00", *ENDED, keep_in_touch=True, ledger=(entry("keep_in_touch|m3|1", Fate.DELETED),)).next is None


def test_it_is_not_kept_on_offer_for_ever_nor_written_to_nobody() -> None:
    assert seen("2026-09-02 12:00", *ENDED, keep_in_touch=True).next is None
    assert look("2026-03-10 12:00", MACHINE, keep_in_touch=True).next is None
    bounce = theirs("m5", "2026-03-04 10:00", say(Kind.BOUNCED, people=(DANA, MARIA)), sort=Sort.BOUNCE)
    assert seen("2026-03-10 12:00", *ENDED, bounce, keep_in_touch=True).next is None


def test_the_user_who_left_may_keep_in_touch_too() -> None:
    left = ours("m3", "2026-03-02 10:00", Kind.WITHDRAWN)
    assert seen("2026-06-01 12:00", left, keep_in_touch=True).due[0].key == "keep_in_touch|m3|1"
