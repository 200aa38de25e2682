"""The whole reading of a message; and that no bytes at all can stop it."""

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.model import Address, Me, Message, Role
from assistant.core.reading import DRAFT_HEADER, message
from tests.mail import NOON, invitation, mail, raw

ME = Me("Priya Natarajan", frozenset({"priya@mail.example"}))
UTC = ZoneInfo("UTC")


def read(data: bytes, role: Role = Role.INBOX) -> Message:
    found = message(raw(data, role=role), ME, UTC)
    assert found is not None
    return found


def test_a_letter_is_read_whole() -> None:
    data = mail(
        "Hi Priya,\n\nThursday at ten.\n\nBest,\nDana\n\nOn Tue, Mar 3, 2026 at 9:12 AM Priya <priya@mail.example> wrote:\n> Which day?",
        cc="Tom Okafor <tom@northwind.example>, tom@northwind.example",
        subject="Re: Café",
        reply_to="<m0@mail.example>",
        attachments=("plan.pdf",),
        headers={"Reply-To": "hr@northwind.example", "Sender": "Assistant <assistant@northwind.example>", DRAFT_HEADER: "key-1"},
    )
    found = read(data)
    assert (found.id, found.at, found.subject) == ("<m1@mail.example>", NOON, "Re: Café")
    assert found.sender == Address("dana@northwind.example", "Dana Reyes")
    assert found.to == (Address("priya@mail.example", "Priya Natarajan"),)
    assert found.cc == (Address("tom@northwind.example", "Tom Okafor"),)
    assert found.reply_to == (Address("hr@northwind.example"),)
    assert found.on_behalf == Address("assistant@northwind.example", "Assistant")
    assert (found.in_reply_to, found.references) == ("<m0@mail.example>", ("<m0@mail.example>",))
    assert (found.text, found.signature) == ("Hi Priya,\n\nThursday at ten.", "Best,\nDana")
    assert found.quoted.endswith("> Which day?")
    assert (found.attachments, found.draft_key, found.authentic, found.outgoing) == (("plan.pdf",), "key-1", True, False)


def test_the_same_invitation_attached_twice_counts_once() -> None:
    ics = invitation()
    data = mail("Hello", ics=ics)
    twice = (
        b"Content-Type: multipart/mixed; boundary=zz\r\n\r\n--zz\r\n"
        + data
        + b"\r\n--zz\r\nContent-Type: application/ics; name=invite.ics\r\n\r\n"
        + ics.encode()
        + b"\r\n--zz--"
    )
    assert len(read(b"From: d@x.example\r\n" + twice).calendar) == 1
    assert len(read(mail("Hello", ics=invitation(uid="") + invitation(uid=""))).calendar) == 2


@pytest.mark.parametrize("address", ["priya@mail.example", "priya+jobs@mail.example", "Priya <PRIYA@mail.example>"])
def test_the_users_own_mail_is_outgoing(address: str) -> None:
    assert read(mail("Hello", frm=address)).outgoing


def test_mail_in_the_sent_folder_is_the_users_from_whatever_address() -> None:
    assert read(mail("Hello", frm="old@other.example"), Role.SENT).outgoing


def test_only_the_topmost_authentication_result_counts() -> None:
    fail, good = "mx.example; spf=pass; dmarc=fail (p=NONE) header.from=x.example", "mx.example; dmarc=pass"
    top = f"Authentication-Results: {fail}\r\nAuthentication-Results: {good}\r\n".encode()
    bottom = f"Authentication-Results: {good}\r\nAuthentication-Results: {fail}\r\n".encode()
    assert not read(top + mail("Hello")).authentic
    assert read(bottom + mail("Hello")).authentic
    assert not read(top + mail("Hello", frm="priya@mail.example")).outgoing


def test_an_attached_mail_is_forwarded_history() -> None:
    data = (
        b"From: d@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nLook\n"
        b"--b\nContent-Type: message/rfc822\n\nFrom: t@x.example\nSubject: Old\n\nOld words\n--b--"
    )
    found = read(data)
    assert (found.text, found.forwarded) == ("Look", True)
    assert "Old words" in found.quoted


def test_a_mail_without_an_id_gets_one_that_stays() -> None:
    data = b"From: d@x.example\n\nHello"
    assert read(data).id == read(data).id
    assert read(data).id != read(data + b"!").id


def test_the_sender_is_found_elsewhere_or_unknown() -> None:
    assert read(b"From: nonsense\nSender: d@x.example\n\nHello").sender.email == "d@x.example"
    assert read(b"From: nonsense\n\nHello").sender == Address("", "nonsense")


def test_list_headers_are_kept() -> None:
    found = read(mail("Hello", headers={"List-Id": "News <news.x.example>", "List-Unsubscribe": "<https://x.example/u>"}))
    assert (found.list_id, found.unsubscribe) == ("News <news.x.example>", True)


def test_what_cannot_be_read_is_none() -> None:
    assert message(raw(b""), ME, UTC) is None
    assert message(raw(b"no header here"), ME, UTC) is None
    lost = raw(mail("Hello"))
    assert message(type(lost)(ref=lost.ref, data=lost.data, fault="gone"), ME, UTC) is None


def test_without_a_date_the_servers_time_counts() -> None:
    found = message(raw(b"From: d@x.example\n\nHello", received_at=NOON), ME, UTC)
    assert found is not None
    assert found.at == NOON


SEEDS = (
    mail(
        "Hi Priya,\n\nThursday.\n\nBest,\nDana\n\nOn Tue, Mar 3, 2026 at 9:12 AM Priya <p@x.example> wrote:\n> Which day?",
        html="<p>Hi <s>no</s></p><blockquote>a</blockquote>",
        ics=invitation(),
        attachments=("a.pdf",),
    ),
    mail("I am out of the office", subject="Automatic reply: x", headers={"Auto-Submitted": "auto-replied", "List-Unsubscribe": "<x>"}),
    (
        b"From: mailer-daemon@x.example\nSubject: failure notice\nContent-Type: multipart/report; boundary=b\n\n"
        b"--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\n--b--"
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3000))
def test_no_bytes_raise(data: bytes) -> None:
    message(raw(data), ME, UTC)
    message(raw(b"From: d@x.example\nContent-Type: text/calendar\n\n" + data), ME, UTC)
    message(raw(b"From: d@x.example\nContent-Type: text/html; charset=utf-8\n\n<p>" + data), ME, UTC)


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(SEEDS), st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=12)), max_size=6))
def test_no_damaged_mail_raises_and_its_text_can_always_be_written(seed: bytes, cuts: list[tuple[int, int, bytes]]) -> None:
    for at, length, put in cuts:
        seed = seed[:at] + put + seed[at + length :]
    found = message(raw(seed), ME, UTC)
    if found:
        for text in (found.text, found.quoted, found.signature, found.subject, found.sender.name, *found.attachments):
            text.encode("utf-8")
        assert found.at.tzinfo is not None


HEAD = b"From: Dana Reyes <d@x.example>\nSubject: x\n"
HOSTILE = {
    "nested": HEAD + b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(100)) + b"\n" + b"x y\n" * 2_000_000,
    "parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhello\n" * 500_000,
    "attached": HEAD
    + b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
    + b"QUJD\n" * 2_000_000,
    "long lines": HEAD + b"\n" + (b"word " * 20_000 + b"\n") * 50,
    "recipients": HEAD + b"To: " + b",\n ".join(b"Person N%d <p%d@x.example>" % (n, n) for n in range(10_000)) + b"\n\nhello",
    "commas": HEAD + b"To: " + b"a," * 200_000 + b"\n\nhello",
    "fields": HEAD + b"X: b\n" * 1_000_000,
    "attributions": HEAD + b"\n" + b"On Mon, \n" * 25_000,
    "header lines": HEAD + b"\n" + b"From: a\nTo: b\n" * 15_000,
    "rules": HEAD + b"\n" + b"_____\n" * 30_000,
    "closings": HEAD + b"\n" + b"Thanks,\nDana\n" * 15_000,
    "tags": HEAD + b"Content-Type: text/html\n\n" + b"<" * 600_000,
    "styles": HEAD
    + b"Content-Type: multipart/alternative; boundary=b\n\n--b\n\n"
    + b"some words " * 20
    + b"\n--b\nContent-Type: text/html\n\n"
    + b"<style" * 100_000,
    "paragraphs": HEAD + b"Content-Type: text/html\n\n" + b"<p style='color:red'>hello <a href='http://x/y'>z</a></p>\n" * 9_000,
    "events": HEAD + b"Content-Type: text/calendar\n\n" + b"BEGIN:VEVENT\nDTSTART;TZID=Foo/Bar:20260101T000000\n" * 9_000,
    "parameters": HEAD + b"Content-Type: text/plain; " + b'";' * 200_000 + b"\n\nhello",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_no_mail_costs_more_than_a_moment(case: str) -> None:
    before = time.process_time()
    read(HOSTILE[case])
    assert time.process_time() - before < 1.0


def test_times_are_aware_and_days_are_the_users() -> None:
    found = message(raw(mail("Hello", ics=invitation(start="DTSTART:20260310T110000"))), ME, ZoneInfo("America/Toronto"))
    assert found is not None
    assert found.calendar[0].start == dt.datetime(2026, 3, 10, 15, 0, tzinfo=dt.UTC)
