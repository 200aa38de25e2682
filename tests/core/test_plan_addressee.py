"""To whom the check-in goes, and in which thread (R3, R9, R11). Each test bears the sentence that it holds the plan to."""

import pytest

from assistant.core.model import Kind, Sort, Stage, Standing, Status
from tests.core.applications import DANA, MARIA, SYSTEM, TOM, Letter, away, look, ours, say, system, talk, theirs, told

INVITE = theirs("m1", "2026-02-12 10:00", Kind.SCHEDULED)
TALK = talk("2026-02-17 14:00", DANA)
THANKS = ours("m2", "2026-02-17 17:00", Kind.THANKED, Kind.HELD)
BASE = (INVITE, THANKS)


def promise(on: str, *, name: str = "m3", when: str = "2026-02-18 10:00", **more: object) -> Letter:
    return theirs(name, when, say(Kind.PROMISE, on=on), **more)  # type: ignore[arg-type]  # passed on as they are


def seen(now: str, *letters: object, **more: object) -> Status:
    return look(now, *BASE, *letters, interviews=(TALK,), **more)  # type: ignore[arg-type]  # passed on as they are


def to(now: str, *letters: object) -> tuple[str, str]:
    step = seen(now, *letters).next
    assert step is not None
    return step.to.email if step.to else step.held, step.reply_to


def test_goes_to_the_person_who_made_the_promise_in_that_thread() -> None:
    letters = (
        promise("2026-03-06", frm=TOM),
        ours("m4", "2026-02-18 12:00", to=(TOM,), re="m3"),
        theirs("m5", "2026-02-20 10:00", frm=TOM),
        theirs("m6", "2026-02-21 10:00"),
    )
    assert to("2026-03-10 09:00", *letters) == (TOM.email, "m4")


def test_else_to_the_human_who_wrote_last() -> None:
    assert to("2026-03-03 09:00", theirs("m3", "2026-02-19 10:00", frm=TOM, re="m1"), away("m4", "2026-02-19 10:01", frm=TOM, re="m3")) == (TOM.email, "m3")


@pytest.mark.parametrize(
    "given",
    [
        system("m4", "2026-02-20 10:00", say(Kind.PROMISE, on="2026-03-06")),  # a system that writes in their name
        told("2026-02-20 10:00", say(Kind.PROMISE, on="2026-03-06")),  # it was said aloud
    ],
)
def test_a_promise_that_no_human_wrote_is_asked_about_where_a_human_wrote_last(given: object) -> None:
    status = seen("2026-03-10 09:00", theirs("m3", "2026-02-19 10:00", frm=TOM), given)
    assert status.promise is not None
    assert to("2026-03-10 09:00", theirs("m3", "2026-02-19 10:00", frm=TOM), given) == (TOM.email, "m3")


def test_i_no_longer_work_here_makes_somebody_else_the_person_to_write_to_and_the_thread_stays() -> None:
    letters = (promise("2026-03-06"), away("m4", "2026-03-02 10:00", instead=(MARIA,), re="m3"))
    assert to("2026-03-10 09:00", *letters) == (MARIA.email, "m3")


def test_a_chain_of_successors_ends() -> None:
    letters = (promise("2026-03-06"), away("m4", "2026-03-02 10:00", instead=(MARIA,)), away("m5", "2026-03-02 11:00", instead=(TOM,), frm=MARIA))
    assert to("2026-03-10 09:00", *letters)[0] == TOM.email
    circle = away("m6", "2026-03-02 12:00", instead=(DANA,), frm=TOM)
    assert to("2026-03-10 09:00", *letters, circle)[0] in {DANA.email, MARIA.email, TOM.email}
    oneself = away("m7", "2026-03-02 13:00", instead=(TOM,), frm=TOM)
    assert to("2026-03-10 09:00", *letters, oneself)[0] == TOM.email


def test_please_contact_maria_about_next_steps_to_maria() -> None:
    wish = theirs("m3", "2026-02-20 10:00", say(Kind.CONTACT, people=(MARIA,)))
    assert to("2026-03-06 09:00", wish) == (MARIA.email, "m3")


def test_where_maria_has_a_thread_of_her_own_it_is_answered_there() -> None:
    hers = theirs("m3", "2026-02-19 10:00", frm=MARIA)
    wish = theirs("m4", "2026-02-20 10:00", say(Kind.CONTACT, people=(MARIA,)))
    assert to("2026-03-06 09:00", hers, wish) == (MARIA.email, "m3")
    copied = theirs("m4", "2026-02-20 10:00", say(Kind.CONTACT, people=(MARIA,)), cc=(MARIA,))
    assert to("2026-03-06 09:00", hers, copied) == (MARIA.email, "m4")


def test_whoever_gives_a_date_after_that_wish_is_the_one_to_ask() -> None:
    wish = theirs("m3", "2026-02-18 10:00", say(Kind.CONTACT, people=(MARIA,)))
    assert to("2026-03-10 09:00", wish, promise("2026-03-06", name="m4", when="2026-02-19 10:00", frm=TOM)) == (TOM.email, "m4")
    assert to("2026-03-10 09:00", wish, system("m4", "2026-02-19 10:00", say(Kind.PROMISE, on="2026-03-06")))[0] == MARIA.email


def test_never_to_an_address_that_bounced() -> None:
    bounce = theirs("m5", "2026-03-02 10:00", say(Kind.BOUNCED, people=(TOM,)), sort=Sort.BOUNCE)
    assert to("2026-03-10 09:00", promise("2026-03-06", frm=TOM), bounce) == (DANA.email, "m1")


def test_a_relay_is_answered_where_it_can_be() -> None:
    relayed = promise("2026-03-06", frm=SYSTEM, no_reply=True, reply_to=(MARIA,))
    assert to("2026-03-10 09:00", relayed) == (MARIA.email, "m3")
    assert to("2026-03-10 09:00", promise("2026-03-06", frm=SYSTEM, no_reply=True))[0] == DANA.email


def test_where_nobody_can_be_addressed_the_step_is_held_back_and_the_status_says_so() -> None:
    status = look("2026-03-03 09:00", system("m1", "2026-02-12 10:00", Kind.SCHEDULED), interviews=(talk("2026-02-17 14:00", arranger=None),))
    assert (status.stage, [step.held for step in status.due]) == (Stage.CHECK_IN, ["nobody on their side can be written to"])
    assert status.notes == ("The check-in is held back: nobody on their side can be written to.",)


def test_whom_they_name_is_written_to_even_if_nobody_else_can_be() -> None:
    letters = (system("m1", "2026-02-12 10:00", Kind.SCHEDULED), system("m2", "2026-02-13 10:00", say(Kind.CONTACT, people=(MARIA,)), cc=(MARIA,)))
    step = look("2026-03-03 09:00", *letters, interviews=(talk("2026-02-17 14:00", arranger=None),)).next
    assert step is not None
    assert (step.to, step.reply_to) == (MARIA, "m2")


def test_a_successor_who_cannot_be_reached_is_no_help() -> None:
    letters = (
        promise("2026-03-06"),
        away("m4", "2026-03-02 10:00", instead=(MARIA,)),
        theirs("m5", "2026-03-02 11:00", say(Kind.BOUNCED, people=(MARIA,)), sort=Sort.BOUNCE),
    )
    assert to("2026-03-10 09:00", *letters)[0] == "nobody on their side can be written to"


def test_please_do_not_follow_up_nothing_is_drafted_and_the_status_says_why() -> None:
    status = seen("2026-03-10 09:00", theirs("m3", "2026-02-18 10:00", say(Kind.PROMISE, on="2026-03-06"), Kind.DO_NOT_WRITE))
    assert (status.stage, status.next, [step.held for step in status.due]) == (Stage.WAITING, None, ["they asked not to be written to"])
    assert status.notes == ('Nothing is drafted: they wrote "the words of do_not_write"',)
    assert seen("2026-03-31 09:00", theirs("m3", "2026-02-18 10:00", say(Kind.PROMISE, on="2026-03-06"), Kind.DO_NOT_WRITE)).stage is Stage.MOVED_ON


def test_the_phone_is_suggested_only_where_they_said_that_a_call_is_welcome() -> None:
    welcome = theirs("m4", "2026-02-18 11:00", Kind.CALLS_WELCOME)
    assert seen("2026-03-10 09:00", promise("2026-03-06"), welcome).notes == ('A call is welcome as well: "the words of calls_welcome"',)
    assert seen("2026-03-10 09:00", promise("2026-03-06"), welcome, system("m0", "2026-02-01 09:00", Kind.NO_CALLS)).notes == ()


def test_an_interview_that_was_known_to_be_over_early_is_a_timeline_of_its_own() -> None:
    early = talk("2026-02-17 14:00", DANA, standing=Standing.HELD, key="")
    status = look("2026-02-25 09:00", *BASE, interviews=(early,))
    assert status.next is not None
    assert status.next.key == "check_in|fixed"


def test_a_date_that_the_user_reminds_somebody_of_is_asked_about_where_they_did() -> None:
    given = ours("m4", "2026-02-20 10:00", say(Kind.PROMISE, on="2026-03-06"), to=(DANA,))
    assert to("2026-03-10 09:00", theirs("m3", "2026-02-19 10:00", frm=TOM), given) == (DANA.email, "m4")
