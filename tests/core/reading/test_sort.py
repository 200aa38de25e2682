"""By whom or what a message was written."""

from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Me, Message, Sort
from assistant.core.reading import message
from tests.mail import invitation, mail, raw

ME = Me("Priya Natarajan", frozenset({"priya@mail.example"}))
LETTER = "Hi Priya,\n\nthe team would love to meet you. Would Thursday at ten suit you?\n\nBest,\nDana"


def read(data: bytes) -> Message:
    found = message(raw(data), ME, ZoneInfo("UTC"))
    assert found is not None
    return found


def sort(text: str = LETTER, **more: object) -> Sort:
    return read(mail(text, **more)).sort  # type: ignore[arg-type]  # the builder's own names


@pytest.mark.parametrize("headers", [{}, {"Auto-Submitted": "no"}, {"X-Auto-Response-Suppress": "All"}, {"Precedence": "normal"}])
def test_a_persons_letter_is_human(headers: dict[str, str]) -> None:
    assert sort(headers=headers) is Sort.HUMAN


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Auto-Submitted": "auto-replied; owner-email=d@x"},
        {"X-Autoreply": "yes"},
        {"X-Autorespond": "Thank you"},
        {"Precedence": "auto_reply"},
    ],
)
def test_a_header_tells_an_automatic_reply(headers: dict[str, str]) -> None:
    assert sort("Back soon.", headers=headers) is Sort.AUTO_REPLY


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Data Analyst",
        "Out of Office AutoReply: Data Analyst",
        "Automatische Antwort: Data Analyst",
        "Abwesenheitsnotiz: x",
        "Réponse automatique : x",
        "Respuesta automática: x",
        "[Automatyczna odpowiedź] x",
        "Auto: x",
        "Autosvar: x",
    ],
)
def test_a_subject_tells_an_automatic_reply(subject: str) -> None:
    assert sort("Back soon.", subject=subject) is Sort.AUTO_REPLY


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Away: Data Analyst", "Hi there! I'm at an offsite and back at my desk on Thursday."),
        ("Out of office", "I am out of the office until Monday."),
        ("Abwesend: x", "Ich bin im Urlaub."),
        ("On leave", ""),
        ("Re: Data Analyst", "I am currently out of the office and will be back on Monday. For anything urgent please contact Tom."),
        (
            "Re: Data Analyst",
            (
                "Thank you for your message. Because the whole firm has gone to the seaside for its yearly walk over the dunes, "
                "which we do in every May, I will be away until Monday. I will reply when I return."
            ),
        ),
        ("RE: Data Analyst", "I no longer work at Northwind. Please write to tom@northwind.example."),
        ("AW: Data Analyst", "Ich bin bis Montag nicht im Büro. In dringenden Fällen schreiben Sie bitte an Tom."),
    ],
)
def test_an_absence_without_a_mark_is_known_by_its_words(subject: str, text: str) -> None:
    assert sort(text, subject=subject) is Sort.AUTO_REPLY


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Out of office next week", "Would the week after suit you? I'm away until Monday."),
        ("Away games", "Here are the tickets that you asked for."),
        ("Re: Data Analyst", "I'm away until Monday, could we talk on Tuesday?"),
        ("Re: Data Analyst", "It was lovely to meet you. " * 10 + "I am out of the office tomorrow and will reply when I return."),
        ("Data Analyst", "I am out of the office until Monday and will reply when I return."),
        ("Re: Data Analyst", "I am out of the office tomorrow."),
    ],
)
def test_a_person_who_speaks_of_an_absence_is_human(subject: str, text: str) -> None:
    assert sort(text, subject=subject) is Sort.HUMAN


def test_a_challenge_and_a_receipt_are_automatic_replies() -> None:
    assert sort("This account is protected by a filter. Answer to be let in.") is Sort.AUTO_REPLY
    assert sort("Thank you for your e-mail. I will answer.", subject="Re: Data Analyst", headers={"Precedence": "bulk"}) is Sort.AUTO_REPLY
    assert sort("Ten new desks.", subject="Re: Data Analyst", headers={"Precedence": "bulk"}) is Sort.BULK


def test_a_read_receipt_is_an_automatic_reply() -> None:
    data = (
        mail("Your message was read.")
        .replace(b"Content-Type: text/plain", b"Content-Type: multipart/report; boundary=b\r\nX-A: text/plain")
        .replace(b"Your message was read.", b"--b\r\nContent-Type: message/disposition-notification\r\n\r\nDisposition: displayed\r\n--b--")
    )
    assert read(data).sort is Sort.AUTO_REPLY


@pytest.mark.parametrize(
    "headers",
    [{"Precedence": "bulk"}, {"Precedence": "list"}, {"List-Id": "<news.northwind.example>"}, {"List-Unsubscribe": "<https://x.example/u>"}],
)
def test_mass_mail_is_bulk(headers: dict[str, str]) -> None:
    assert sort(headers=headers) is Sort.BULK


def test_a_personal_answer_from_a_mailing_system_is_human() -> None:
    answer = f"{LETTER}\n\nOn Tue, Mar 3, 2026 at 9:12 AM Priya <priya@mail.example> wrote:\n> Any news?"
    assert sort(answer, subject="Re: Data Analyst", headers={"List-Unsubscribe": "<https://x.example/u>"}) is Sort.HUMAN
    assert (
        sort(answer, subject="Re: Data Analyst", frm="Northwind <noreply@northwind.example>", headers={"List-Unsubscribe": "<https://x.example/u>"})
        is Sort.BULK
    )


@pytest.mark.parametrize(
    ("frm", "text", "result"),
    [
        ("Indeed <donotreply@indeed.com>", "10 new jobs", Sort.BULK),
        ("Indeed Apply <donotreply@indeed.com>", "Application submitted", Sort.AUTOMATIC),
        ("LinkedIn <jobs-noreply@linkedin.com>", "Your application was sent to Northwind", Sort.AUTOMATIC),
        ("Calendly <notifications@calendly.com>", "A new event has been scheduled.", Sort.AUTOMATIC),
        ("Northwind <no-reply@us.greenhouse-mail.io>", "Thank you for applying. We have received your application.", Sort.AUTOMATIC),
        ("Northwind <northwind@myworkday.com>", "Your application is closed.\n\nNorthwind Talent", Sort.AUTOMATIC),
        ("Tri Lakes <trilakes@myworkday.com>", "We go on with others.\n\nTalent Acquisition\nTri Lakes", Sort.AUTOMATIC),
        ("Dana Reyes <no-reply@us.greenhouse-mail.io>", f"{LETTER}\n\nThis is an automatically generated email.", Sort.AUTOMATIC),
        ("Northwind <no-reply@us.greenhouse-mail.io>", LETTER, Sort.AUTOMATIC),
        ("Dana Reyes (via Greenhouse) <no-reply@us.greenhouse-mail.io>", LETTER, Sort.HUMAN),
        ("Dana Reyes <no-reply@us.greenhouse-mail.io>", LETTER, Sort.HUMAN),
        ("Northwind <reply+ab12cd@mail.greenhouse.io>", LETTER + " Reyes", Sort.HUMAN),
        ("Dana Reyes via LinkedIn <inmail-hit-reply@linkedin.com>", LETTER, Sort.HUMAN),
        ("LinkedIn <inmail-hit-reply@linkedin.com>", "You have a message.", Sort.HUMAN),
        ("Northwind <noreply@northwind.example>", "Your order is on its way.", Sort.AUTOMATIC),
        ("Northwind <receipts@northwind.example>", "Your card was loaded.", Sort.AUTOMATIC),
        ("Northwind <hello@northwind.example>", "Hello. This is an automated message. Please do not reply.", Sort.AUTOMATIC),
        ("Northwind <hello@northwind.example>", "Your table is booked. Please do not reply to this email.", Sort.AUTOMATIC),
        ("Dana Reyes <dana.reyes@northwind.example>", "Please do not reply to this email, I leave today. Write to Tom.", Sort.HUMAN),
        ("dana.reyes@northwind.example", "Please do not reply to this email, I leave today. Write to Tom.", Sort.HUMAN),
    ],
)
def test_systems_and_the_people_behind_them_are_told_apart(frm: str, text: str, result: Sort) -> None:
    assert sort(text, frm=frm) is result


def test_a_relayed_letter_that_says_it_is_generated_is_human_only_where_it_answers() -> None:
    answer = f"{LETTER}\n\nOn Tue, Mar 3, 2026 at 9:12 AM Priya <priya@mail.example> wrote:\n> Any news?"
    headers = {"Auto-Submitted": "auto-generated", "Reply-To": "reply+ab12cd@mail.greenhouse.io"}
    assert sort(answer, frm="Dana Reyes <no-reply@greenhouse.io>", headers=headers) is Sort.HUMAN
    assert sort(LETTER, frm="Dana Reyes <no-reply@greenhouse.io>", headers=headers) is Sort.AUTOMATIC
    assert sort(LETTER, frm="Dana Reyes <no-reply@greenhouse.io>", headers={"Precedence": "bulk"}) is Sort.BULK


def test_a_notice_to_one_person_that_can_be_switched_off_is_automatic() -> None:
    assert (
        sort(
            "How did we do?",
            frm="Northwind <no-reply@survey.example>",
            headers={"Auto-Submitted": "auto-generated", "List-Unsubscribe": "<https://x.example/u>"},
        )
        is Sort.AUTOMATIC
    )


BOILERPLATE = (
    "Interview\nTuesday Mar 10, 2026 11am - 11:30am\nEastern Time - Toronto\n\nJoin with Google Meet\nhttps://meet.google.com/abc\n\n"
    "Guests\nDana Reyes - organizer\npriya@mail.example\n\nInvitation from Google Calendar: https://calendar.google.com/"
)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (BOILERPLATE, Sort.CALENDAR),
        ("", Sort.CALENDAR),
        (f"{BOILERPLATE}\n\nHi Priya, bring a project that you are proud of.", Sort.HUMAN),
    ],
)
def test_an_invitation_is_human_where_it_carries_a_note(text: str, result: Sort) -> None:
    ics = invitation(attendees=("ATTENDEE;CN=Tom Okafor:mailto:tom@northwind.example",), more=("LOCATION:Head Office",))
    assert sort(text, ics=ics) is result


def test_an_answer_to_an_invitation_needs_few_words_to_be_human() -> None:
    ics = invitation(method="REPLY")
    assert sort("Tom Okafor", subject="Accepted: Interview", ics=ics) is Sort.CALENDAR
    assert sort("See you then!", subject="Accepted: Interview", ics=ics) is Sort.HUMAN
    assert sort("See you then!", subject="Interview", ics=ics) is Sort.CALENDAR


def test_a_booking_by_a_machine_is_automatic_whatever_it_says() -> None:
    said = "You are booked for an interview about groceries with our moderator Owen."
    assert sort(said, frm="Panel Research <studies@panel.example>", ics=invitation(), headers={"Auto-Submitted": "auto-generated"}) is Sort.AUTOMATIC
    assert sort(said, frm="Dana Reyes <dana@northwind.example>", ics=invitation(), headers={"Auto-Submitted": "auto-generated"}) is Sort.HUMAN


@pytest.mark.parametrize(
    ("frm", "text", "reply_to", "deaf"),
    [
        ("Northwind <no-reply@northwind.example>", "Hello", "", True),
        ("Northwind <jobs-noreply@northwind.example>", "Hello", "", True),
        ("Northwind <no-reply@northwind.example>", "Hello", "dana@northwind.example", False),
        ("Northwind <no-reply@northwind.example>", "Hello", "noreply@other.example", True),
        ("Northwind <x@northwind.example>", "Replies to this message are undeliverable.", "", True),
        ("Northwind <x@northwind.example>", "This email was sent from an unmonitored mailbox.", "", True),
        ("Northwind <northwind@myworkday.com>", "Hello", "", True),
        ("Dana Reyes <dana@northwind.example>", "This mailbox is not monitored at night.", "", False),
        ("Dana Reyes (via Greenhouse) <reply+ab12cd@greenhouse.io>", LETTER, "", False),
        ("Dana Reyes via LinkedIn <hit-reply@linkedin.com>", LETTER, "", False),
    ],
)
def test_who_reads_no_answers(frm: str, text: str, reply_to: str, deaf: bool) -> None:
    assert read(mail(text, frm=frm, headers={"Reply-To": reply_to} if reply_to else {})).no_reply is deaf
