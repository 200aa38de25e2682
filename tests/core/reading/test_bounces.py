"""Delivery reports of all kinds."""

from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Bounce, Me, Message, Sort
from assistant.core.reading import message
from tests.mail import mail, raw

ME = Me("Priya Natarajan", frozenset({"priya@mail.example"}))


def read(data: bytes) -> Message:
    found = message(raw(data), ME, ZoneInfo("UTC"))
    assert found is not None
    return found


def report(action: str = "failed", text: str = "tom wasn't found", recipient: str = "Final-Recipient: rfc822; tom@northwind.example") -> bytes:
    status = f"Reporting-MTA: dns; mx\n\n{recipient}\nAction: {action}\nStatus: 5.1.1\n" if action else "nothing"
    return (
        "From: Mail Delivery System <mailer-daemon@mx.example>\nTo: priya@mail.example\nSubject: Undelivered Mail Returned to Sender\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        f"--b\n\n{text}\n--b\nContent-Type: message/delivery-status\n\n{status}\n--b\nContent-Type: message/rfc822\n\n"
        "From: priya@mail.example\nTo: Tom <tom.okafor@northwind.example>\nMessage-ID: <sent-1@mail.example>\nSubject: Thank you\n\nHi Tom\n--b--\n"
    ).encode()


def test_a_report_names_whom_it_could_not_reach_and_what_came_back() -> None:
    found = read(report())
    assert found.sort is Sort.BOUNCE
    assert found.bounce == Bounce(recipients=("tom@northwind.example",), original_id="<sent-1@mail.example>", permanent=True)
    assert not found.forwarded
    assert found.quoted == ""


def test_a_delay_is_not_for_ever() -> None:
    bounce = read(report("delayed")).bounce
    assert bounce is not None
    assert not bounce.permanent


def test_a_report_of_delivery_is_no_bounce() -> None:
    found = read(report("delivered").replace(b"Undelivered Mail Returned to Sender", b"Delivered: Thank you"))
    assert found.bounce is None
    assert found.sort is Sort.AUTOMATIC


def test_without_a_recipient_in_the_report_the_letter_and_what_came_back_tell() -> None:
    assert read(report(recipient="X: 1", text="<lee@northwind.example>: no such user")).bounce == Bounce(
        ("lee@northwind.example",), "<sent-1@mail.example>", True
    )
    assert read(report(recipient="X: 1")).bounce == Bounce(("tom.okafor@northwind.example",), "<sent-1@mail.example>", True)
    assert read(report(action="")).sort is Sort.BOUNCE


@pytest.mark.parametrize(
    ("frm", "subject", "text"),
    [
        (
            "MAILER-DAEMON@mx.example",
            "failure notice",
            (
                "Hi. This is the qmail-send program.\n<tom@northwind.example>:\nSorry, no mailbox here by that name.\n\n"
                "--- Below this line is a copy of the message.\n\nMessage-ID: <sent-1@mail.example>"
            ),
        ),
        ("postmaster@northwind.example", "Nicht zustellbar: Danke", "tom@northwind.example\n\nMessage-ID: <sent-1@mail.example>"),
        ("postmaster@northwind.example", "Your mail", "tom@northwind.example: user unknown\nMessage-ID: <sent-1@mail.example>"),
        ("Mail Delivery Subsystem <robot@northwind.example>", "Returned mail: see transcript", "550 tom@northwind.example\nMessage-ID: <sent-1@mail.example>"),
        ("Mail Delivery Subsystem <robot@northwind.example>", "Your mail", "550 5.1.1 tom@northwind.example\nMessage-ID: <sent-1@mail.example>"),
        (
            "it@northwind.example",
            "Undeliverable: Thank you",
            "Your message to tom@northwind.example could not be delivered.\nMessage-ID: <sent-1@mail.example>",
        ),
        ("it@northwind.example", "Notice", "Final-Recipient: rfc822;tom@northwind.example\nMessage-ID: <sent-1@mail.example>"),
    ],
)
def test_a_report_that_is_all_text_is_known_by_its_writer_and_words(frm: str, subject: str, text: str) -> None:
    headers = {"X-Failed-Recipients": "tom@northwind.example"} if subject == "Notice" else {}
    found = read(mail(text, frm=frm, subject=subject, headers=headers))
    assert found.sort is Sort.BOUNCE
    assert found.bounce == Bounce(("tom@northwind.example",), "<sent-1@mail.example>", True)


def test_the_mail_answered_is_the_one_that_came_back_where_nothing_else_tells() -> None:
    found = read(mail("The mail could not be delivered.", frm="MAILER-DAEMON@mx.example", subject="failure notice", reply_to="<sent-2@mail.example>"))
    assert found.bounce == Bounce((), "<sent-2@mail.example>", True)


def test_a_bounce_may_say_next_to_nothing() -> None:
    assert read(mail("", frm="MAILER-DAEMON@mx.example", subject="Hm")).bounce == Bounce((), "", True)


@pytest.mark.parametrize(
    ("frm", "subject", "text"),
    [
        ("dana@northwind.example", "Re: Undeliverable: Thank you", "Strange, it could not be delivered. Write to tom@northwind.example instead."),
        ("dana@northwind.example", "Delivery of the desk", "It was not delivered on Tuesday."),
        ("postmaster@northwind.example", "Read: Thank you", "It was read."),
        ("Mail Administrator <it@northwind.example>", "New passwords", "Please choose one."),
    ],
)
def test_people_who_write_of_such_things_are_no_report(frm: str, subject: str, text: str) -> None:
    assert read(mail(text, frm=frm, subject=subject)).bounce is None
