"""Each meeting once, at its newest time, as it stands, with the people the user meets (RULES R1, R10)."""

import datetime as dt

from assistant.core.model import Address, Event, Interview, Kind, Message, Role, Sort, Standing
from assistant.core.timeline.interviews import interviews
from tests.core.timeline.letters import ME, MONDAY, NADIA, SETTINGS, Letter, applied, one
from tests.mail import invitation

RHONA, SIMON, BEA = "rhona@coldharbour.example", "simon@coldharbour.example", "bea@coldharbour.example"
SIGNED = "\n\nRhona Blake\nEditorial Director\nColdharbour Press"
APPLICATION = applied(RHONA, "Commissioning Editor")
TUESDAY = "DTSTART:20260310T140000Z"


def rhona(subject: str, text: str, ics: str = "", at: dt.datetime | None = None, answers: int | None = None) -> Letter:
    return Letter(f"Rhona Blake <{RHONA}>", subject, text + SIGNED if text else "", ics=ics, at=at, answers=answers)


def calendar(
    start: str = TUESDAY,
    minutes: int = 45,
    sequence: int = 0,
    method: str = "REQUEST",
    organizer: str = f"Rhona Blake <{RHONA}>",
    attendees: tuple[str, ...] = (),
    uid: str = "talk-1",
) -> str:
    begin = dt.datetime.strptime(start, "DTSTART:%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
    end = (begin + dt.timedelta(minutes=minutes)).strftime("DTEND:%Y%m%dT%H%M%SZ")
    return invitation(
        start=start, end=end, sequence=sequence, method=method, organizer=organizer, attendees=attendees, uid=uid, summary="Interview: Commissioning Editor"
    )


def guest(name: str, email: str, more: str = "") -> str:
    return f'ATTENDEE;CN="{name}"{more}:mailto:{email}'


def stands(*letters: Letter, now: dt.datetime | None = None) -> list[tuple[str, int, str]]:
    """Day and hour, minutes, and standing of each interview that these letters make, after an application."""
    return [(f"{i.start:%d %H:%M}", int((i.end - i.start).total_seconds() / 60), i.standing.value) for i in one(APPLICATION, *letters, now=now).interviews]


def met(*letters: Letter, now: dt.datetime | None = None) -> list[str]:
    return [p.email for p in one(APPLICATION, *letters, now=now).interviews[-1].people]


CONFIRMED = rhona("Re: Application: Commissioning Editor", "Dear Nadia, your interview is confirmed for Tuesday 10 March at 2pm.", answers=0)
INVITED = rhona("Interview: Commissioning Editor", "", calendar())

# ---------------------------------------------------------------- times


def test_an_interview_that_words_fix_takes_an_hour_where_no_length_is_said() -> None:
    assert stands(CONFIRMED) == [("10 14:00", 60, "scheduled")]


def test_an_interview_is_held_once_its_end_has_passed() -> None:
    assert stands(INVITED, now=dt.datetime(2026, 3, 10, 14, 44, tzinfo=dt.UTC)) == [("10 14:00", 45, "scheduled")]
    assert stands(INVITED, now=dt.datetime(2026, 3, 10, 14, 45, tzinfo=dt.UTC)) == [("10 14:00", 45, "held")]


def test_a_calendar_part_takes_over_a_time_that_words_had_fixed() -> None:
    assert stands(CONFIRMED, INVITED) == [("10 14:00", 45, "scheduled")]


def test_a_calendar_part_takes_over_though_its_time_is_another() -> None:
    assert stands(CONFIRMED, rhona("Interview: Commissioning Editor", "", calendar("DTSTART:20260311T090000Z"))) == [("11 09:00", 45, "scheduled")]


def test_words_that_repeat_a_calendar_s_time_leave_it_as_it_is() -> None:
    assert stands(INVITED, CONFIRMED) == [("10 14:00", 45, "scheduled")]


def test_a_moved_interview_stands_once_at_its_new_time() -> None:
    moved = rhona("Updated invitation: Interview: Commissioning Editor", "", calendar("DTSTART:20260311T100000Z", sequence=1))
    assert stands(INVITED, moved) == [("11 10:00", 45, "scheduled")]


def test_an_older_sequence_number_changes_nothing() -> None:
    moved = rhona("Updated invitation: Interview: Commissioning Editor", "", calendar("DTSTART:20260311T100000Z", sequence=1))
    assert stands(moved, INVITED) == [("11 10:00", 45, "scheduled")]


def test_words_move_an_interview_that_words_had_fixed() -> None:
    moved = rhona(
        "Re: Application: Commissioning Editor", "Dear Nadia, could we move your interview? It is confirmed for Wednesday 11 March at 10am instead.", answers=0
    )
    assert stands(CONFIRMED, moved) == [("11 10:00", 60, "scheduled")]


def test_words_never_move_what_a_calendar_fixed_but_the_calendar_itself() -> None:
    moved = rhona("Re: Interview: Commissioning Editor", "Dear Nadia, I have moved us: your interview is confirmed for Wednesday 11 March at 10am instead.")
    again = rhona("Updated invitation: Interview: Commissioning Editor", "", calendar("DTSTART:20260311T100000Z", sequence=1))
    assert stands(INVITED, moved, again) == [("11 10:00", 45, "scheduled")]


def test_a_cancelled_interview_stays_until_a_new_time_is_fixed() -> None:
    off = rhona("Canceled: Interview: Commissioning Editor", "", calendar(method="CANCEL", sequence=1))
    new = rhona("Interview", "Dear Nadia, your interview is confirmed for Thursday 12 March at 11am.")
    assert stands(INVITED, off) == [("10 14:00", 45, "cancelled")]
    assert stands(INVITED, off, new) == [("12 11:00", 60, "scheduled")]


def test_words_cancel_the_next_interview_ahead() -> None:
    off = rhona("Re: Application: Commissioning Editor", "Dear Nadia, I am sorry, we have to cancel your interview on Tuesday.", answers=0)
    assert stands(CONFIRMED, off) == [("10 14:00", 60, "cancelled")]


def test_two_rounds_are_two_interviews() -> None:
    second = rhona("Second interview", "Dear Nadia, your second interview is confirmed for Thursday 19 March at 11am.", at=MONDAY + dt.timedelta(days=9))
    assert stands(INVITED, second) == [("10 14:00", 45, "held"), ("19 11:00", 60, "scheduled")]


def test_a_meeting_that_somebody_writes_of_as_past_is_held_though_no_time_is_known() -> None:
    thanks = rhona("Re: Application: Commissioning Editor", "Dear Nadia, thank you for coming in yesterday.", answers=0)
    assert [standing for _, _, standing in stands(thanks)] == ["held"]


def test_a_meeting_that_did_not_take_place_is_not_held() -> None:
    missed = rhona(
        "Re: Application: Commissioning Editor", "Dear Nadia, we missed you at your interview this afternoon.", at=dt.datetime(2026, 3, 10, 18, tzinfo=dt.UTC)
    )
    assert stands(CONFIRMED, missed) == [("10 14:00", 60, "not_held")]


# ---------------------------------------------------------------- people


def test_rooms_and_whoever_declined_and_an_office_s_mailbox_are_nobody_the_user_meets() -> None:
    guests = (
        guest("Rhona Blake", RHONA, ";PARTSTAT=ACCEPTED"),
        guest("Room 4", "room4@coldharbour.example", ";CUTYPE=ROOM"),
        guest("Simon Orde", SIMON, ";PARTSTAT=DECLINED"),
        guest("Nadia Brandt", "nadia.brandt@mail.example"),
    )
    ics = calendar(organizer="Coldharbour Press <interviews@coldharbour.example>", attendees=guests)
    assert met(Letter("Coldharbour Press <interviews@coldharbour.example>", "Interview: Commissioning Editor", "See attached.", ics=ics)) == [RHONA]


def test_a_coordinator_who_only_arranges_is_nobody_the_user_meets() -> None:
    ics = calendar(organizer=f"Bea Toft <{BEA}>", attendees=(guest("Rhona Blake", RHONA), guest("Bea Toft", BEA)))
    assert met(Letter(f"Bea Toft <{BEA}>", "Interview: Commissioning Editor", "I only do the bookings and won't be in the room.\n\nBea", ics=ics)) == [RHONA]


def test_a_coordinator_is_told_by_how_they_sign() -> None:
    ics = calendar(organizer=f"Bea Toft <{BEA}>", attendees=(guest("Rhona Blake", RHONA), guest("Bea Toft", BEA)))
    assert met(
        Letter(
            f"Bea Toft <{BEA}>",
            "Interview: Commissioning Editor",
            "Dear Nadia, see the invitation.\n\nKind regards,\nBea Toft\nScheduling Coordinator\nColdharbour Press",
            ics=ics,
        )
    ) == [RHONA]


def test_whom_the_writer_says_is_away_is_nobody_the_user_meets() -> None:
    ics = calendar(attendees=(guest("Rhona Blake", RHONA), guest("Simon Orde", SIMON)))
    assert met(rhona("Interview: Commissioning Editor", "Dear Nadia, Simon only keeps the diary and will not be there.", ics)) == [RHONA]


def test_an_invitation_without_guests_is_with_its_organizer() -> None:
    assert met(INVITED) == [RHONA]


def test_an_address_in_the_words_of_an_invitation_is_somebody_the_user_meets() -> None:
    assert met(rhona("Interview", f"Dear Nadia, your interview is confirmed for Thursday 12 March at 11am with Simon Orde ({SIMON}).")) == [RHONA, SIMON]


def test_what_the_user_sent_adds_nobody() -> None:
    accepted = Letter(
        NADIA,
        "Re: Application: Commissioning Editor",
        "Tuesday 10 March at 2pm is fine. Shall I write to office@coldharbour.example?",
        to=f"Rhona Blake <{RHONA}>",
        answers=1,
    )
    offered = rhona("Re: Application: Commissioning Editor", "Dear Nadia, could you come in on Tuesday 10 March at 2pm?", answers=0)
    assert met(offered, accepted) == [RHONA]


def test_an_organizer_who_says_so_is_there_beside_the_others() -> None:
    ics = calendar(attendees=(guest("Simon Orde", SIMON),))
    assert sorted(met(rhona("Interview: Commissioning Editor", "Dear Nadia, Simon Orde and I would be pleased to meet you.", ics))) == [RHONA, SIMON]


def test_an_organizer_who_arranges_for_others_says_nothing_of_being_there() -> None:
    ics = calendar(attendees=(guest("Simon Orde", SIMON),))
    assert SIMON in met(rhona("Interview: Commissioning Editor", "Dear Nadia, Simon is glad that you can come.", ics))


def test_a_meeting_that_they_are_sorry_for_gives_way_to_the_new_one() -> None:
    sorry = rhona(
        "Re: Application: Commissioning Editor",
        "Dear Nadia, I am sorry about today. Your interview is confirmed for Thursday 12 March at 11am instead.",
        at=dt.datetime(2026, 3, 10, 18, tzinfo=dt.UTC),
    )
    assert stands(CONFIRMED, sorry) == [("12 11:00", 60, "scheduled")]


def test_an_address_of_a_scheduler_or_an_office_in_the_words_is_nobody_the_user_meets() -> None:
    assert met(rhona("Interview", "Dear Nadia, your interview is confirmed for Thursday 12 March at 11am. Trouble? Write to office@coldharbour.example.")) == [
        RHONA
    ]


# ---------------------------------------------------------------- events alone

WRITTEN = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
TALK = dt.datetime(2026, 3, 10, 14, tzinfo=dt.UTC)
DANA = Address("dana@orrin.example", "Dana Hsu")


def letter(number: int, text: str = "", *, outgoing: bool = False, at: dt.datetime = WRITTEN) -> Message:
    me = Address("nadia.brandt@mail.example", "Nadia Brandt")
    return Message(f"<{number}@letters.example>", at, Role.INBOX, outgoing, Sort.HUMAN, me if outgoing else DANA, (DANA if outgoing else me,), text=text)


def event(
    kind: Kind,
    number: int = 0,
    start: dt.datetime | None = None,
    *,
    end: dt.datetime | None = None,
    uid: str = "",
    sequence: int = 0,
    at: dt.datetime = WRITTEN,
    people: tuple[Address, ...] = (DANA,),
    sure: float = 1.0,
) -> Event:
    return Event(kind, at, f"<{number}@letters.example>", "", "", sure, start=start, end=end, uid=uid, sequence=sequence, people=people)


def made(events: list[Event], *letters: Message) -> tuple[Interview, ...]:
    return interviews(tuple(events), {m.id: m for m in letters}, ME, TALK + dt.timedelta(days=1), SETTINGS)


def test_a_cancellation_of_another_event_changes_nothing() -> None:
    (found,) = made([event(Kind.SCHEDULED, start=TALK, uid="a"), event(Kind.CANCELLED, uid="b")], letter(0))
    assert found.standing is Standing.HELD


def test_an_old_cancellation_changes_nothing() -> None:
    (found,) = made([event(Kind.SCHEDULED, start=TALK, uid="a", sequence=2), event(Kind.CANCELLED, uid="a", sequence=1)], letter(0))
    assert found.standing is Standing.HELD


def test_words_cancel_nothing_where_nothing_lies_ahead() -> None:
    late = TALK + dt.timedelta(hours=20)
    (found,) = made([event(Kind.SCHEDULED, start=TALK), event(Kind.CANCELLED, at=late)], letter(0))
    assert found.standing is Standing.HELD


def test_a_new_invitation_under_the_same_uid_takes_up_what_was_cancelled() -> None:
    events = [event(Kind.SCHEDULED, start=TALK, uid="a"), event(Kind.CANCELLED, uid="a", sequence=1), event(Kind.SCHEDULED, start=TALK, uid="a", sequence=2)]
    (found,) = made(events, letter(0))
    assert found.standing is Standing.HELD


def test_word_of_no_meeting_changes_nothing_where_none_had_begun() -> None:
    (found,) = made([event(Kind.SCHEDULED, start=TALK), event(Kind.NOT_HELD)], letter(0))
    assert found.standing is Standing.HELD


def test_word_of_a_meeting_is_of_the_last_that_had_begun() -> None:
    early = TALK - dt.timedelta(days=5)
    after = event(Kind.HELD, at=early + dt.timedelta(minutes=20))
    found = made([event(Kind.SCHEDULED, start=early), after], letter(0))
    assert [i.start for i in found] == [early]


def test_word_of_a_meeting_makes_none_where_one_lies_ahead() -> None:
    found = made([event(Kind.SCHEDULED, start=TALK), event(Kind.HELD)], letter(0))
    assert [i.start for i in found] == [TALK]


def test_unsure_word_of_a_meeting_makes_none() -> None:
    assert made([event(Kind.HELD, sure=0.5)], letter(0)) == ()


def test_a_meeting_that_the_user_writes_of_was_with_whom_they_write_to() -> None:
    (found,) = made([event(Kind.HELD)], letter(0, outgoing=True))
    assert [p.email for p in found.people] == ["dana@orrin.example"]
    assert found.arranger == Address("dana@orrin.example", "Dana Hsu")


def test_a_moved_meeting_keeps_its_length() -> None:
    later = TALK + dt.timedelta(days=2)
    events = [event(Kind.SCHEDULED, start=TALK, end=TALK + dt.timedelta(minutes=30), uid="a"), event(Kind.SCHEDULED, 1, start=later, uid="a", sequence=1)]
    (found,) = made(events, letter(0), letter(1))
    assert (found.start, found.end) == (later, later + dt.timedelta(minutes=30))


def test_a_time_more_than_twelve_days_from_the_first_is_another_meeting() -> None:
    far = TALK + dt.timedelta(days=14)
    events = [event(Kind.SCHEDULED, start=TALK), event(Kind.SCHEDULED, 1, start=far, uid="a")]
    assert [i.start for i in made(events, letter(0), letter(1))] == [TALK, far]


def test_another_time_between_other_people_is_another_meeting() -> None:
    other = TALK + dt.timedelta(hours=2)
    events = [event(Kind.SCHEDULED, start=TALK), event(Kind.SCHEDULED, 1, start=other, people=(Address("imani@orrin.example"),))]
    assert [i.start for i in made(events, letter(0), letter(1))] == [TALK, other]


def test_a_moved_time_in_words_is_of_the_one_meeting_ahead_whoever_writes() -> None:
    other = TALK + dt.timedelta(hours=2)
    events = [event(Kind.SCHEDULED, start=TALK), event(Kind.SCHEDULED, 1, start=other, people=(Address("imani@orrin.example"),))]
    (found,) = made(events, letter(0), letter(1, "We have to push you to 4pm instead."))
    assert found.start == other
