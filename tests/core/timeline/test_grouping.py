"""Which conversations are of one application, and which make none (RULES: Words, R8, R12)."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant.core import timeline
from assistant.core.model import Kind, Role
from assistant.core.timeline.grouping import Group
from tests.core.timeline.letters import BULK, ME, MONDAY, NADIA, SETTINGS, SYSTEM, Letter, applied, look, mine, numbers, one, read
from tests.mail import invitation

RHONA = "Rhona Blake <rhona@coldharbour.example>"
SIGNED = "\n\nRhona Blake\nEditorial Director\nColdharbour Press"
EDITOR = applied("rhona@coldharbour.example", "Commissioning Editor")

# ---------------------------------------------------------------- what belongs


def test_a_changed_subject_is_the_same_application() -> None:
    found = one(EDITOR, Letter(RHONA, "Coffee?", "Dear Nadia, could you tell me when you are free for a coffee next week?" + SIGNED))
    assert numbers(found) == [0, 1]


def test_a_colleague_who_takes_over_writes_in_the_same_application() -> None:
    simon = Letter(
        "Simon Orde <simon@coldharbour.example>",
        "Your interview",
        "Dear Nadia, Rhona has asked me to fix your interview. Are you free on 12 March?\n\nSimon Orde\nPublisher\nColdharbour Press",
    )
    assert numbers(one(EDITOR, simon)) == [0, 1]


def test_two_roles_at_one_employer_are_two_applications() -> None:
    found = look(
        EDITOR, applied("simon@coldharbour.example", "Rights Manager"), Letter(RHONA, "Re: Application", "When are you free for a call?" + SIGNED, answers=0)
    )
    assert [(a.role, numbers(a)) for a in found] == [("Commissioning Editor", [0, 2]), ("Rights Manager", [1])]


def test_another_role_from_the_same_person_is_another_application() -> None:
    found = look(
        EDITOR,
        Letter(
            RHONA,
            "Another opening: Rights Manager",
            "Hi Nadia, besides the Commissioning Editor role we have another opening: Rights Manager. Would you like to apply?" + SIGNED,
        ),
        mine("rhona@coldharbour.example", "Re: Another opening: Rights Manager", "Yes please, I would like to apply for the Rights Manager role as well.", 1),
    )
    assert [(a.role, numbers(a)) for a in found] == [("Commissioning Editor", [0]), ("Rights Manager", [1, 2])]


def test_of_two_applications_the_one_whose_role_is_named_takes_the_mail() -> None:
    found = look(
        EDITOR,
        applied("rhona@coldharbour.example", "Rights Manager"),
        Letter(RHONA, "Commissioning Editor: next steps", "Dear Nadia, when are you free for an interview about the Commissioning Editor role?" + SIGNED),
    )
    assert [numbers(a) for a in found] == [[0, 2], [1]]


def test_of_two_applications_the_one_that_was_last_alive_takes_what_names_no_role() -> None:
    found = look(
        EDITOR, applied("rhona@coldharbour.example", "Rights Manager"), Letter(RHONA, "A word", "Dear Nadia, when are you free for an interview?" + SIGNED)
    )
    assert [numbers(a) for a in found] == [[0], [1, 2]]


def test_a_stranger_of_the_same_employer_who_writes_of_something_else_is_no_part_of_it() -> None:
    signed = Letter(RHONA, "Re: Application: Commissioning Editor", "Dear Nadia, when are you free?" + SIGNED, answers=0)
    other = Letter("Gus Hale <gus@coldharbour.example>", "Warehouse sale", "Dear reader, come to our warehouse on Saturday.\n\nGus Hale\nColdharbour Stores")
    assert numbers(one(EDITOR, signed, other)) == [0, 1]


def test_a_stranger_of_the_same_employer_belongs_where_the_user_answers_or_a_calendar_part_stands() -> None:
    signed = Letter(RHONA, "Re: Application: Commissioning Editor", "Dear Nadia, when are you free?" + SIGNED, answers=0)
    gus = Letter("Gus Hale <gus@coldharbour.example>", "Thursday", "Shall we say noon?\n\nGus Hale\nColdharbour Press")
    assert numbers(one(EDITOR, signed, gus, mine("gus@coldharbour.example", "Re: Thursday", "Noon is fine.", 2))) == [0, 1, 2, 3]


def test_a_person_whom_a_letter_announces_belongs() -> None:
    signed = Letter(RHONA, "Re: Application: Commissioning Editor", "Dear Nadia, you will hear from Gus Hale." + SIGNED, answers=0)
    gus = Letter("Gus Hale <gus@coldharbour.example>", "Thursday", "Shall we say noon?\n\nGus Hale\nColdharbour Press")
    assert numbers(one(EDITOR, signed, gus)) == [0, 1, 2]


def test_a_stranger_of_the_same_employer_who_writes_of_a_loan_is_no_part_of_it() -> None:
    signed = Letter(RHONA, "Re: Application: Commissioning Editor", "Dear Nadia, when are you free?" + SIGNED, answers=0)
    gus = Letter("Gus Hale <gus@coldharbour.example>", "Your loan", "Your position on the loan is open.\n\nGus Hale\nColdharbour Press")
    assert numbers(one(EDITOR, signed, gus)) == [0, 1]


def test_an_automatic_reply_belongs_and_an_order_and_a_newsletter_of_the_same_employer_do_not() -> None:
    found = one(
        EDITOR,
        Letter(RHONA, "Automatic reply: Application: Commissioning Editor", "I am away until 12 March.", headers={"Auto-Submitted": "auto-replied"}, answers=0),
        Letter("Coldharbour Shop <orders@coldharbour.example>", "Your order has shipped", "Your order #44120 is on its way.", headers=SYSTEM),
        Letter("Coldharbour Press <news@coldharbour.example>", "Spring books", "New this spring.", headers=BULK),
    )
    assert numbers(found) == [0, 1]


def test_a_scheduler_that_writes_in_a_person_s_name_belongs_with_that_person() -> None:
    booked = "Hi Nadia Brandt,\n\nYour event has been scheduled.\n\nDate/Time: 2:00pm on Tuesday, 10 March 2026"
    found = one(
        EDITOR,
        Letter(RHONA, "Re: Application: Commissioning Editor", "Dear Nadia, please choose a time." + SIGNED, answers=0),
        Letter("Calendly <notifications@calendly.com>", "New Event: Rhona Blake", booked, ics=invitation(organizer="Rhona Blake <rhona@coldharbour.example>")),
    )
    assert numbers(found) == [0, 1, 2]


def test_an_approach_that_the_user_answers_by_booking_a_time_is_an_application() -> None:
    approach = Letter(
        "Dee Rao <dee@brightloom.example>",
        "Product Marketing Manager",
        "Hi Nadia,\n\nI'm hiring a Product Marketing Manager. Book a time here.\n\nDee Rao\nHead of Talent\nBrightloom",
    )
    booked = "Your event has been scheduled.\n\nDate/Time: 2:00pm on Tuesday, 10 March 2026"
    ics = invitation(organizer="Dee Rao <dee@brightloom.example>")
    assert look(approach) == ()
    assert numbers(one(approach, Letter("Calendly <notifications@calendly.com>", "New Event: Dee Rao", booked, ics=ics))) == [0, 1]


def test_what_came_before_the_application_joins_it() -> None:
    approach = Letter(RHONA, "Hello from Coldharbour", "Hi Nadia, it was good to meet you at the book fair last week." + SIGNED)
    assert numbers(one(approach, EDITOR)) == [0, 1]


def test_an_agency_and_its_client_are_one_application_where_a_mail_names_the_other() -> None:
    mo = "Mo Aske <mo@harcourtmoss.example>"
    found = one(
        Letter(mo, "Finance Director", "Hi Nadia,\n\nMy client Aldwick Pumps needs a Finance Director. Interested?\n\nMo Aske\nHarcourt Moss"),
        mine("mo@harcourtmoss.example", "Re: Finance Director", "Yes, I would be interested.", 0),
        Letter("Ivy Dunn <ivy@aldwickpumps.example>", "Meeting you", "Dear Nadia, when could you come in for an interview?\n\nIvy Dunn\nAldwick Pumps"),
    )
    assert numbers(found) == [0, 1, 2]


def test_a_client_that_names_the_agency_joins_its_application() -> None:
    mo = "Mo Aske <mo@harcourtmoss.example>"
    found = one(
        Letter(mo, "Finance Director", "Hi Nadia,\n\nMy client needs a Finance Director. Interested?\n\nMo Aske\nHarcourt Moss"),
        mine("mo@harcourtmoss.example", "Re: Finance Director", "Yes, I would be interested.", 0),
        Letter(
            "Ivy Dunn <ivy@aldwickpumps.example>",
            "Meeting you",
            "Dear Nadia, Harcourt Moss sent us your CV. When could you come in for an interview?\n\nIvy Dunn\nAldwick Pumps",
        ),
    )
    assert numbers(found) == [0, 1, 2]


def test_a_scheduler_that_books_with_the_agency_s_client_belongs() -> None:
    mo = "Mo Aske <mo@harcourtmoss.example>"
    ics = invitation(organizer="Ivy Dunn <ivy@aldwickpumps.example>", summary="Talk")
    found = one(
        Letter(mo, "Finance Director", "Hi Nadia,\n\nMy client needs a Finance Director. The firm is Aldwickpumps. Interested?\n\nMo Aske\nHarcourt Moss"),
        mine("mo@harcourtmoss.example", "Re: Finance Director", "Yes, I would be interested.", 0),
        Letter("GoodTime <no-reply@goodtime.io>", "Confirmed", "Your talk is booked.", ics=ics, headers=SYSTEM),
    )
    assert numbers(found) == [0, 1, 2]


def test_an_interview_that_the_calendar_alone_brings_is_an_application() -> None:
    ics = invitation(organizer="Rhona Blake <rhona@coldharbour.example>", summary="Interview: Commissioning Editor")
    found = one(Letter(RHONA, "Invitation: Your interview for Commissioning Editor", "See you then." + SIGNED, ics=ics))
    assert found.role == "Commissioning Editor"
    assert Kind.INVITED in {e.kind for e in found.events}


def test_a_calendar_s_interview_that_is_not_the_user_s_is_no_application() -> None:
    ics = invitation(organizer="Rhona Blake <rhona@coldharbour.example>", summary="Interview: Commissioning Editor")
    assert look(Letter(RHONA, "Interview: Commissioning Editor", "Panel at ten.", ics=ics)) == ()


def test_a_copy_of_a_message_counts_once_and_the_sent_one_first() -> None:
    copy = replace(read(EDITOR)[0], role=Role.ARCHIVE)
    assert [m.role for m in timeline.once([copy, *read(EDITOR)])] == [Role.SENT]


def test_what_is_dated_later_is_not_there_yet() -> None:
    assert look(EDITOR, now=MONDAY - dt.timedelta(hours=1)) == ()


def test_a_draft_makes_no_application() -> None:
    assert look(replace(EDITOR, role=Role.DRAFTS), now=MONDAY + dt.timedelta(days=1)) == ()


def test_a_group_takes_the_role_of_the_first_conversation_that_names_one() -> None:
    group = Group([], one(EDITOR).events[0])
    assert group.role is None


# ---------------------------------------------------------------- what makes none (R12)

NONE = {
    "a cold approach that the user never answered": [
        Letter("Mo <mo@harcourt.example>", "Finance Director", "Hi Nadia, my client needs a Finance Director. Interested?\n\nMo")
    ],
    "a bank's offer": [
        Letter(
            "Hartsea Bank <offers@hartsea.example>",
            "Your application for a Platinum Card",
            "Thank you for your application. We are pleased to offer you a credit limit of £4,000.",
            headers=SYSTEM,
        )
    ],
    "a flat": [
        Letter(
            "Olu <olu@keylets.example>",
            "Your application for the flat",
            "Hi Nadia, thanks for applying. Could you come for a viewing on Thursday at 5pm?\n\nOlu",
        )
    ],
    "a college": [
        Letter(
            "Admissions <admissions@westmarch.example>",
            "Your application for MSc Data Science",
            "Thank you for your application. We would like to invite you to an interview on 12 March at 2pm.",
        )
    ],
    "a person who applies to the user": [
        Letter(
            "Pat <pat@gmail.com>", "Nanny", "Dear Nadia, I am writing to apply for the nanny position. Please find my CV attached.\n\nPat", attached=("cv.pdf",)
        ),
        mine("pat@gmail.com", "Re: Nanny", "Hi Pat, could you come for an interview on Friday?", 0),
    ],
    "a reference": [
        Letter(
            "Jo <jo@harbinger.example>",
            "Reference for Sam Ojo",
            "Dear Nadia, Sam Ojo has applied for the post of Box Office Manager and has named you as a referee.\n\nJo",
        )
    ],
    "a forwarded process of somebody else": [
        Letter(
            "Kit <kit@gmail.com>",
            "Fwd: Your interview",
            "Look at this!\n\n---------- Forwarded message ---------\n"
            "From: Una <una@elmtree.example>\nTo: Kit <kit@gmail.com>\nSubject: Your interview\n\n"
            "Dear Kit, we would like to invite you to interview for the Data Engineer role.",
        )
    ],
    "a calendar entry for another candidate": [
        Letter(RHONA, "Interview", "Candidate: Petra Lim\nPosition: Commissioning Editor", ics=invitation(summary="Your interview slot: Commissioning Editor"))
    ],
    "a calendar entry with the user as interviewer": [
        Letter(
            RHONA, "Interview", "Interviewer: Nadia Brandt\nPosition: Commissioning Editor", ics=invitation(summary="Your interview slot: Commissioning Editor")
        )
    ],
    "a sender whom the server does not believe": [
        Letter(
            "Ferrant Labs <careers@ferrantlabs.example>",
            "Interview",
            "Thank you for your application for the Data Engineer role.",
            headers={"Authentication-Results": "mx.mail.example; dmarc=fail"},
        )
    ],
    "a podcast": [
        Letter("Kit <kit@smalltalk.example>", "Interview", "Would you come on the podcast for an interview about your role?\n\nKit"),
        mine("kit@smalltalk.example", "Re: Interview", "Happy to.", 0),
    ],
    "a pitch": [
        Letter(
            "Chas <chas@brightloom.example>",
            "Quick one",
            "Hi Nadia, I saw that you are hiring. Most teams your size lose a day a month. Can I show you a quick demo for your role?\n\nChas",
        )
    ],
    "a removal firm": [Letter("Swiftshift <office@swiftshift.example>", "Your booking", "Hi Nadia, your move is confirmed for 10 March at 9am.")],
}


@pytest.mark.parametrize("kind", NONE)
def test_no_application_is_made_of(kind: str) -> None:
    assert look(*NONE[kind]) == ()


def test_a_colleague_of_the_user_s_own_firm_makes_no_application() -> None:
    lena = "Lena Voss <lena@larchwood.example>"
    signed = "\n\nLena Voss\nHead of Data\nLarchwood Ltd"
    assert (
        look(
            Letter(lena, "Data Analyst", "Hi Nadia, I am hiring a Data Analyst and would like your opinion on the role." + signed),
            mine("lena@larchwood.example", "Re: Data Analyst", "Sure.", 0),
        )
        == ()
    )


def test_the_user_s_own_firm_is_no_employer_of_theirs() -> None:
    lena = Letter("Lena Voss <lena@larchwood.example>", "Lunch", "Shall we?\n\nLena Voss\nLarchwood Ltd")
    found = one(
        lena,
        replace(EDITOR, cc="nbrandt@larchwood.example"),
        Letter(RHONA, "Re: Application", "When are you free?" + SIGNED, to=NADIA, cc="nbrandt@larchwood.example", answers=1),
    )
    assert found.company == "Coldharbour Press"


def test_a_provider_of_mail_is_no_organisation() -> None:
    """Two strangers at one provider, whom nobody signs for, are not of one application."""
    found = look(
        applied("olive@quickpost.example", "Nanny"),
        Letter("Olive <olive@quickpost.example>", "Re: Application: Nanny", "Thank you for applying for the Nanny job. When can you come?\n\nOlive", answers=0),
        Letter("Gus <gus@quickpost.example>", "Sunday", "Are you coming to lunch on Sunday?\n\nGus"),
    )
    assert [(a.company, numbers(a)) for a in found] == [(None, [0, 1])]


def test_a_user_without_a_name_is_nobody_s_candidate() -> None:
    letters = read(
        Letter(
            RHONA,
            "Your interview for Commissioning Editor",
            "Candidate: Petra Lim" + SIGNED,
            ics=invitation(organizer="Rhona Blake <rhona@coldharbour.example>", summary="Interview"),
        )
    )
    nameless = replace(ME, name="")
    assert len(timeline.applications(letters, nameless, MONDAY + dt.timedelta(days=1), SETTINGS)) == 1
