"""What the finders do beside their phrases: who may say what, in which sort of mail, and what an event names."""

import datetime as dt

import pytest

from assistant.core.evidence import (
    FINDERS,
    absence,
    applied,
    asked,
    checked_in,
    contact,
    events,
    held,
    invited,
    offered,
    on_hold,
    promise,
    rejected,
    scheduled,
    withdrawn,
)
from assistant.core.evidence.addresses import name_before
from assistant.core.evidence.said import QUOTE
from assistant.core.model import Address, Bounce, CalendarEvent, Kind, Message, Method, Settings, Sort
from tests.core.evidence.speaking import DANA, IMANI, ME, NEW_YORK, NOON, ROBIN, TWO, Finder, earlier, found, letter, meeting, spoken

# ---------------------------------------------------------------- all of them

LOUD = (
    "Thank you for coming in yesterday. We have decided to go with another candidate. We are pleased to offer you the job. The role is on hold. "
    "You will hear by Friday. Please send me two references. No calls, please. We would like to invite you to interview. "
    "Thank you for applying for the Nurse role."
)


@pytest.mark.parametrize("sort", [Sort.BULK, Sort.BOUNCE])
@pytest.mark.parametrize("finder", FINDERS)
def test_nobody_speaks_in_a_newsletter_or_a_bounce(finder: Finder, sort: Sort) -> None:
    assert not found(finder, letter(LOUD, sort=sort))


@pytest.mark.parametrize("finder", [rejected, offered, on_hold, invited, asked, contact])
def test_the_user_does_not_speak_for_the_employer(finder: Finder) -> None:
    assert not found(finder, letter(LOUD, by=ROBIN))


@pytest.mark.parametrize("finder", [withdrawn, checked_in])
def test_the_employer_does_not_speak_for_the_user(finder: Finder) -> None:
    assert not found(finder, letter("I withdraw my application. Is there any news?"), earlier("Hello.", by=ROBIN))


def test_a_mail_says_everything_that_its_finders_find_in_their_order() -> None:
    assert [e.kind for e in events(spoken(letter("We enjoyed meeting you yesterday. You will hear from us by Friday.")))] == [Kind.HELD, Kind.PROMISE]


def test_a_pause_outweighs_a_no_that_is_only_hinted_at() -> None:
    hinted = "This is not the letter I wanted to write."
    assert [e.kind for e in events(spoken(letter(hinted)))] == [Kind.REJECTED]
    assert [e.kind for e in events(spoken(letter(f"{hinted} The search is on hold.")))] == [Kind.ON_HOLD]
    plain = "We have decided to go with another candidate. The other search is on hold."
    assert Kind.REJECTED in [e.kind for e in events(spoken(letter(plain)))]


def test_an_event_names_its_mail_and_quotes_what_it_rests_on() -> None:
    (event,) = found(rejected, letter("We have decided to go with another candidate" + " and another" * 40 + "."))
    assert event.message == letter().id
    assert event.at == NOON
    assert len(event.quote) == QUOTE


# ---------------------------------------------------------------- rejected, offered, on hold


def test_the_user_chosen_by_name_is_no_rejection_and_anybody_else_is() -> None:
    assert not found(rejected, letter("The panel has chosen Robin for the job."))
    assert [e.rule for e in found(rejected, letter("The panel has chosen Marisol for the job."))] == ["rejected: somebody else was chosen"]


def test_a_colleague_who_is_asked_to_help_was_not_chosen() -> None:
    assert not found(rejected, letter("I have asked Marisol to send you the form."))


def test_good_wishes_alone_are_a_no_only_in_a_short_letter() -> None:
    wishes = "We wish you every success in your job search."
    assert [e.sure for e in found(rejected, letter(wishes))] == [0.85]
    assert not found(rejected, letter("Here is our news. " * 14 + wishes))
    assert len(found(rejected, letter("Here is our news. " * 14 + "You have not been selected. " + wishes))) == 2


def test_only_a_person_keeps_a_resume_on_file_by_way_of_a_no() -> None:
    kept = "We will keep your resume on file should anything suitable come up."
    assert found(rejected, letter(kept))
    assert not found(rejected, letter(kept, sort=Sort.AUTOMATIC))
    assert not found(rejected, letter("If nothing fits now, we will keep your resume on file."))


def test_a_start_is_an_offer_only_beside_good_news() -> None:
    assert [e.rule for e in found(offered, letter("Good news at last. When can you start?"))] == ["offered: when can you start"]
    assert not found(offered, letter("A question for the form. When can you start?"))
    assert not found(offered, letter("Good news at last. If we chose you, when can you start?"))


def test_an_offer_may_hang_on_the_user_alone() -> None:
    assert found(offered, letter("The job is yours if you fancy it."))
    assert not found(offered, letter("The job is yours if you pass the check."))
    assert not found(offered, letter("We cannot offer you the job if you want it so soon."))


def test_a_search_that_is_on_again_is_not_on_hold() -> None:
    assert [e.kind for e in found(on_hold, letter("The search was on hold. Now the search is on again."))] == [Kind.REOPENED]


# ---------------------------------------------------------------- applied, approached


def test_a_forwarded_mail_without_a_word_says_nothing_of_an_application() -> None:
    assert not found(applied, letter(forwarded=True, subject="Fwd: Your application for the Nurse role"))


def test_other_things_are_applied_for_as_well() -> None:
    assert not found(applied, letter("Thank you for your application for the two-bedroom apartment at 4 Mill Lane."))
    assert not found(applied, letter("Could you interview two people with me for the nurse role?"))


def test_an_applicant_system_speaks_of_jobs_whatever_its_words() -> None:
    greenhouse = Address("no-reply@greenhouse-mail.io", "Alderbrook")
    assert found(applied, letter("Your application has been received.", by=greenhouse, sort=Sort.AUTOMATIC))


def test_a_job_board_confirms_only_what_was_sent() -> None:
    indeed = Address("alert@indeed.com", "Indeed")
    assert not found(applied, letter("Twelve new nurse jobs. You applied to one like it.", by=indeed, sort=Sort.AUTOMATIC))


def test_a_bare_text_is_acknowledged_by_its_subject() -> None:
    (event,) = found(applied, letter("See the attached letter.", subject="Application received: Senior Nurse role", sort=Sort.AUTOMATIC))
    assert event.quote == "Application received: Senior Nurse role"
    assert not found(applied, letter("Our new job fair.", sort=Sort.AUTOMATIC))


def test_an_approach_quotes_the_role_or_else_the_subject() -> None:
    assert found(applied, letter("I am hiring a Data Analyst for my team."))[0].quote == "I am hiring a Data Analyst for my team."
    assert found(applied, letter("I have an opening that would suit you.", subject="Data Analyst"))[0].quote == "Data Analyst"
    assert not found(applied, letter("How was your summer?"))


def test_an_approach_about_working_together_needs_a_talk() -> None:
    joining = "We would love to have you work with us again."
    assert not found(applied, letter(joining))
    assert [e.sure for e in found(applied, letter(joining + " Could we have a coffee this week?"))] == [0.6]


def test_an_invitation_to_interview_speaks_of_an_application_even_where_none_is_known() -> None:
    assert [e.kind for e in found(applied, letter("I am pleased to invite you to an interview for the post of Finance Manager."))] == [Kind.APPLIED]


# ---------------------------------------------------------------- invited, held, asked, checked in, withdrawn


def test_a_survey_invites_nobody() -> None:
    assert not found(invited, letter("We would love to talk about how did we do with you."))


def test_times_are_asked_for_by_a_question_or_a_request() -> None:
    assert not found(invited, letter("It is good when the work suits you."))
    assert found(invited, letter("Let me know which day works."))


def test_a_machine_does_not_invite_on_a_condition() -> None:
    conditional = "Finalists will be invited to an interview."
    assert not found(invited, letter(conditional, sort=Sort.AUTOMATIC))


def test_a_meeting_that_was_missed_was_not_held() -> None:
    assert [e.kind for e in found(held, letter("I'm sorry I missed our call. It was lovely to meet you on Monday."))] == [Kind.NOT_HELD]
    assert not found(held, letter("Thank you for coming in yesterday.", sort=Sort.AUTOMATIC))


def test_a_mere_liking_is_no_thanks() -> None:
    assert [e.kind for e in found(held, letter("I liked your talk.", by=ROBIN))] == [Kind.HELD]


def test_only_a_person_asks() -> None:
    assert not found(asked, letter("Please send two references.", sort=Sort.AUTOMATIC))


def test_a_first_letter_asks_for_no_news() -> None:
    news = letter("Is there any news on the role?", by=ROBIN)
    assert not found(checked_in, news)
    assert found(checked_in, news, earlier("Thank you for coming in."))


def test_a_request_to_withdraw_is_no_condition() -> None:
    assert found(withdrawn, letter("I would be grateful if you would withdraw my application.", by=ROBIN))


# ---------------------------------------------------------------- promise


def test_a_promise_outranks_talk_without_a_day() -> None:
    assert [e.kind for e in found(promise, letter("We are still deciding. You will hear by Friday."))] == [Kind.PROMISE]


def test_a_day_on_which_they_meet_is_weaker_than_one_on_which_the_user_hears() -> None:
    (event,) = found(promise, letter("The board meets on Thursday. You will hear from us by Friday."))
    assert event.day == dt.date(2026, 3, 6)


def test_the_day_after_is_the_day_after() -> None:
    (event,) = found(promise, letter("The trustees sit on Thursday, and I ring round the morning after."))
    assert event.day == dt.date(2026, 3, 6)


def test_a_day_that_is_over_is_no_promise_and_a_machine_has_no_timing() -> None:
    assert [e.kind for e in found(promise, letter("We hoped to decide by March 1."))] == [Kind.TIMING]
    assert not found(promise, letter("We will be in touch soon.", sort=Sort.AUTOMATIC))
    assert not found(promise, letter("What a day.", sort=Sort.HUMAN))


def test_the_user_is_a_witness_where_they_repeat_and_not_where_they_ask() -> None:
    assert found(promise, letter("You mentioned that you would decide by Friday.", by=ROBIN))
    assert not found(promise, letter("You mentioned that you would decide by Friday?", by=ROBIN))
    assert not found(promise, letter("I will decide by Friday.", by=ROBIN))


def test_a_link_by_tomorrow_is_no_answer_by_tomorrow() -> None:
    assert not [e for e in found(promise, letter("I will get back to you with the link by tomorrow.")) if e.kind is Kind.PROMISE]


# ---------------------------------------------------------------- contact


def test_a_person_to_write_to_is_known_by_an_address_or_by_the_conversation() -> None:
    text = "Please write to Imani about the next steps."
    assert not found(contact, letter(text))
    assert [e.people for e in found(contact, letter(text), earlier("Hello.", to=(ROBIN, IMANI)))] == [(IMANI,)]
    assert [e.people for e in found(contact, letter(text, to=(ROBIN, Address("anon@x.example"), IMANI)))] == [(IMANI,)]


def test_an_address_goes_by_the_name_that_the_mail_has_for_it() -> None:
    known = letter(f"For the next steps please write to {IMANI.email}.", to=(ROBIN, IMANI))
    assert [e.people for e in found(contact, known)] == [(IMANI,)]
    named = letter("For the next steps please write to Imani Okoro (imani@alderbrook.example).")
    assert [e.people for e in found(contact, named)] == [(IMANI,)]


def test_a_process_handed_over_without_an_address_names_nobody() -> None:
    assert not found(contact, letter("Ruth will be handling this search."))


def test_a_machine_keeps_calls_away_but_no_mail() -> None:
    kinds = [
        e.kind
        for e in found(
            contact, letter("No calls, please. Please do not reply to this mail. Please write to hr@x.example about next steps.", sort=Sort.AUTOMATIC)
        )
    ]
    assert kinds == [Kind.NO_CALLS]


def test_who_writes_that_mail_is_welcome_can_be_written_to() -> None:
    assert [e.people for e in found(contact, letter("You are welcome to write to me at any time."))] == [(DANA,)]


def test_a_name_stands_just_before_its_address() -> None:
    assert name_before("write to Imani Okoro (imani@x.example)", "imani@x.example") == "Imani Okoro"
    assert name_before("write to imani@x.example", "imani@x.example") == ""


# ---------------------------------------------------------------- absence


def test_a_bounce_names_whom_mail_does_not_reach() -> None:
    bounce = Bounce(("gone@alderbrook.example",))
    (event,) = found(absence, letter(sort=Sort.BOUNCE, bounce=bounce, subject=""))
    assert (event.kind, event.people, event.quote) == (Kind.BOUNCED, (Address("gone@alderbrook.example"),), "delivery failed")
    assert not found(absence, letter(sort=Sort.BOUNCE, bounce=Bounce(("slow@alderbrook.example",), permanent=False)))


def test_an_automatic_reply_without_words_is_known_by_its_subject() -> None:
    assert [e.quote for e in found(absence, letter(sort=Sort.AUTO_REPLY, subject="Out of office"))] == ["Out of office"]
    assert not found(absence, letter("I am away until the 13th.", by=ROBIN, sort=Sort.AUTO_REPLY))


def test_who_has_left_may_name_nobody_or_only_the_old_address() -> None:
    assert [e.people for e in found(absence, letter("I no longer work here.", sort=Sort.AUTO_REPLY))] == [()]
    old = f"I no longer work here; {DANA.email} is not read."
    assert [e.people for e in found(absence, letter(old, sort=Sort.AUTO_REPLY))] == [()]


def test_a_day_without_a_return_is_no_day_of_return() -> None:
    assert [e.day for e in found(absence, letter("The office party is on March 13.", sort=Sort.AUTO_REPLY))] == [None]


# ---------------------------------------------------------------- scheduled


def test_an_invitation_fixes_a_time_with_its_people_and_without_its_room() -> None:
    (event,) = found(scheduled, letter(sort=Sort.CALENDAR, calendar=(meeting(),)))
    assert (event.kind, event.start, event.uid, event.sequence, event.people) == (Kind.SCHEDULED, TWO, "uid-1", 2, (DANA,))


@pytest.mark.parametrize("part", [meeting(Method.CANCEL), meeting(status="CANCELLED")])
def test_a_cancelled_event_calls_it_off(part: CalendarEvent) -> None:
    (event,) = found(scheduled, letter(sort=Sort.CALENDAR, calendar=(part,), subject="Interview"))
    assert event.kind is Kind.CANCELLED


def test_a_reply_to_an_invitation_fixes_nothing_and_an_event_without_a_title_is_quoted_by_its_subject() -> None:
    assert not found(scheduled, letter(sort=Sort.CALENDAR, calendar=(meeting(Method.REPLY),)))
    assert found(scheduled, letter(sort=Sort.CALENDAR, calendar=(meeting(summary=""),)))[0].quote == "Hello"


def test_an_event_without_a_start_leaves_the_words_to_speak() -> None:
    (event,) = found(scheduled, letter("Your interview is on Thursday at 2 pm.", calendar=(meeting(start=None),)))
    assert event.start == TWO


def test_two_stated_times_fix_neither() -> None:
    assert not found(scheduled, letter("Your interview is on Thursday at 2 pm. Mine is on Friday at 3 pm."))


def test_a_machine_fixes_only_the_time_of_a_meeting() -> None:
    assert found(scheduled, letter("Your interview is on Thursday at 2 pm.", sort=Sort.AUTOMATIC))
    assert not found(scheduled, letter("The system is down on Thursday at 2 pm.", sort=Sort.AUTOMATIC))


def test_a_meeting_lasts_as_long_as_this_mail_or_the_one_before_says() -> None:
    (event,) = found(scheduled, letter("Your interview is on Thursday at 2 pm."), earlier("It will take 45 minutes."))
    assert event.end == TWO + dt.timedelta(minutes=45)
    (event,) = found(scheduled, letter("Your interview is on Thursday at 2 pm."))
    assert event.end is None


def test_the_user_takes_a_time_of_theirs_and_not_of_a_machine() -> None:
    yes = letter("Thursday at 2 pm works for me.", by=ROBIN)
    assert found(scheduled, yes, earlier("Would Thursday at 2 pm suit?"))[0].start == TWO
    assert not found(scheduled, yes, earlier("Would Thursday at 2 pm suit?", sort=Sort.AUTOMATIC))
    assert not found(scheduled, yes)


def test_a_yes_takes_one_time_and_not_one_of_two() -> None:
    yes = letter("Perfect, thank you.", by=ROBIN)
    assert found(scheduled, yes, earlier("Would Thursday at 2 pm suit?"))
    assert not found(scheduled, yes, earlier("Would Thursday at 2 pm or Friday at 3 pm suit?"))
    assert not found(scheduled, letter("Thursday at 2 pm?", by=ROBIN), earlier("Would Thursday at 2 pm suit?"))


def test_the_user_may_name_the_time_where_it_was_left_to_them() -> None:
    left = earlier("You pick the hour on Thursday and I will be there.")
    assert [e.start for e in found(scheduled, letter("Thursday at 2 pm then, see you.", by=ROBIN), left)] == [TWO]


def test_their_yes_takes_the_users_one_time() -> None:
    mine = earlier("I could do Thursday at 2 pm.", by=ROBIN)
    assert found(scheduled, letter("Perfect, see you then."), mine)[0].start == TWO
    assert not found(scheduled, letter("Perfect, see you then."))
    assert not found(scheduled, letter("Perfect, see you then."), earlier("I could do Thursday at 2 pm or Friday at 3 pm.", by=ROBIN))


def test_a_mail_that_calls_nothing_off_says_nothing() -> None:
    assert not found(scheduled, letter("Hello there. How are you?"))


def test_plain_data_stays_plain() -> None:
    said = spoken(letter("Hello."))
    assert (said.by_them, said.by_human, said.me, said.settings) == (True, True, ME, Settings(zone=NEW_YORK))
    assert isinstance(said.message, Message)
