"""A draft's place in its conversation, and its bytes."""

import datetime as dt
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from assistant.core.compose.envelope import base_subject, is_addressable, message_id, own_address, references, rfc5322, subject
from assistant.core.model import Address, Draft, Me, StepKind
from assistant.core.reading import DRAFT_HEADER
from tests.core.compose_data import ADA, ME, MINE, TUESDAY, application, mail, step


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Data Analyst", "Data Analyst"),
        ("Re: Data Analyst", "Data Analyst"),
        ("RE: FW: Re: Data Analyst", "Data Analyst"),
        ("AW: SV: Data Analyst", "Data Analyst"),
        ("Re[2]: Data Analyst", "Data Analyst"),
        ("回复：Data Analyst", "Data Analyst"),
        ("[EXTERNAL] Re: [EXT] Data Analyst", "Data Analyst"),
        ("Re:Data  Analyst\r\n next", "Data Analyst next"),
        ("Invitation: Ines / Ada @ Tue Mar 3, 2026 2pm (EST) (ines@post.example)", "Invitation: Ines / Ada @ Tue Mar 3, 2026 2pm (EST) (ines@post.example)"),
        ("Updated: Interview", "Updated: Interview"),
        ("Research: next steps", "Research: next steps"),
        ("Re:", ""),
        ("Re: Re: [EXT]", ""),
        ("", ""),
    ],
)
def test_a_subject_loses_what_replying_and_forwarding_put_before_it(text: str, base: str) -> None:
    assert base_subject(text) == base


def test_an_answer_has_exactly_one_re() -> None:
    first = mail(1, ADA, MINE, subject="RE: FW: Data Analyst")
    assert subject(step(reply_to=first.id), application(first)) == "Re: Data Analyst"
    assert subject(step(reply_to=first.id), application(mail(1, ADA, MINE, subject=""))) == "Re:"


@pytest.mark.parametrize(
    ("kind", "role", "said"),
    [
        (StepKind.THANK_YOU, "Data Analyst, Claims", "Thank you - Data Analyst interview"),
        (StepKind.THANK_YOU, None, "Thank you for our conversation"),
        (StepKind.CHECK_IN, "Data Analyst, Claims", "Data Analyst role in Claims"),
        (StepKind.CHECK_IN, None, "Our conversation"),
        (StepKind.CLOSING_THANKS, "Data Analyst", "Thank you - Data Analyst role"),
        (StepKind.CLOSING_THANKS, None, "Thank you"),
        (StepKind.KEEP_IN_TOUCH, "Data Analyst", "Keeping in touch - Data Analyst"),
        (StepKind.KEEP_IN_TOUCH, None, "Keeping in touch"),
    ],
)
def test_a_new_conversation_has_a_subject_that_a_person_would_write(kind: StepKind, role: str | None, said: str) -> None:
    assert subject(step(kind), application(role=role)) == said


def test_references_end_with_the_answered_message() -> None:
    first = mail(2, ADA, MINE, references=("<a@x.example>", "<b@x.example>"), in_reply_to="<b@x.example>")
    assert references(step(reply_to=first.id), application(first)) == ("<a@x.example>", "<b@x.example>", first.id)


def test_in_reply_to_stands_in_where_there_are_no_references() -> None:
    first = mail(2, ADA, MINE, in_reply_to="<b@x.example>")
    assert references(step(reply_to=first.id), application(first)) == ("<b@x.example>", first.id)


def test_a_new_conversation_refers_to_nothing() -> None:
    assert references(step(), application(mail(1, ADA, MINE))) == ()


def test_ids_that_could_break_a_header_are_left_out_and_long_chains_are_cut_in_the_middle() -> None:
    ids = tuple(f"<{n}@x.example>" for n in range(100))
    first = mail(2, ADA, MINE, references=("<a b>", "<x>\r\nBcc: <y@x.example>", *ids))
    found = references(step(reply_to=first.id), application(first))
    assert (len(found), found[0], found[-1]) == (30, "<0@x.example>", first.id)


OTHER = Address("ih@alumni.example", "Ines Halloran")


def test_the_answer_comes_from_the_address_that_was_written_to() -> None:
    first, other = mail(1, ADA, OTHER), mail(2, MINE, ADA)
    assert own_address(step(reply_to=first.id), application(first, other), ME) == OTHER
    assert own_address(step(reply_to=other.id), application(first, other), ME) == MINE


def test_else_from_where_the_user_last_wrote_else_from_where_they_were_reached() -> None:
    assert own_address(step(), application(mail(1, ADA, MINE), mail(2, OTHER, ADA)), ME) == OTHER
    assert own_address(step(), application(mail(1, ADA, OTHER)), ME) == OTHER
    assert own_address(step(), application(), ME).email == "ih@alumni.example"
    assert own_address(step(), application(), Me("Ines", frozenset())).email == ""


def test_a_plus_address_is_answered_from_the_plain_one_unless_the_user_writes_with_it() -> None:
    plus = Address("ines+jobs@post.example")
    first = mail(1, ADA, plus)
    assert own_address(step(reply_to=first.id), application(first), ME).email == "ines@post.example"
    assert own_address(step(reply_to=first.id), application(first, mail(2, plus, ADA)), ME).email == "ines+jobs@post.example"


@pytest.mark.parametrize("email", ["ada@larkmoor.example", "a.b+c@x.example", "o'neil@x.example"])
def test_mail_can_be_addressed_to(email: str) -> None:
    assert is_addressable(email)


@pytest.mark.parametrize(
    "email", ["", "ada", "ada@", "@x.example", "a b@x.example", "a@x.example, b@x.example", "a..b@x.example", ".a@x.example", "a.@x.example", "zoë@x.example"]
)
def test_mail_cannot_be_addressed_to(email: str) -> None:
    assert not is_addressable(email)


# ---------------------------------------------------------------- bytes

LONG = "This is a long line that no mail program would break, with an accent: café. " * 20


def written(body: str = "Hi Ada,\n\nThank you.\n\nBest,\nInes\n", mark: str = "k1 abc", **more: object) -> bytes:
    values: dict[str, object] = {"subject": "Re: Data Analyst", "in_reply_to": "<m1@x.example>", "references": ("<m0@x.example>", "<m1@x.example>")}
    draft = Draft(step(), "larkmoor", (Address(ADA.email, "Ada Brook (she/her) 🚀"),), body=body, **(values | more))  # type: ignore[arg-type]  # by name
    return rfc5322(draft, MINE, TUESDAY, mark)


def read(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def test_the_whole_message_reads_back_as_it_was_meant() -> None:
    mail_read = read(written())
    assert mail_read["From"] == "Ines Halloran <ines@post.example>"
    assert mail_read["To"] == "Ada Brook <ada.brook@larkmoor.example>"
    assert mail_read["Subject"] == "Re: Data Analyst"
    assert mail_read["Date"].datetime == TUESDAY
    assert mail_read["In-Reply-To"] == "<m1@x.example>"
    assert mail_read["References"].split() == ["<m0@x.example>", "<m1@x.example>"]
    assert mail_read[DRAFT_HEADER] == "k1 abc"
    assert mail_read.get_content_type() == "text/plain"
    assert mail_read.get_content().splitlines() == ["Hi Ada,", "", "Thank you.", "", "Best,", "Ines"]


def test_every_line_ends_with_crlf_and_none_is_long() -> None:
    data = written(LONG, subject="Re: " + "Näherin " * 30)
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 78
    assert data.isascii()
    assert read(data).get_content().split() == LONG.split()


def test_long_ids_stay_whole() -> None:
    long = tuple(f"<{letter * 200}@x.example>" for letter in "abc")
    data = written(references=long, in_reply_to=long[-1])
    assert all(i.encode() in data for i in long)


def test_a_new_conversation_answers_nothing_and_copies_are_named() -> None:
    mail_read = read(written(in_reply_to="", references=(), cc=(Address("bo@larkmoor.example"),)))
    assert mail_read["In-Reply-To"] is None
    assert mail_read["References"] is None
    assert mail_read["Cc"] == "bo@larkmoor.example"


def test_a_long_mark_stays_on_its_line() -> None:
    assert f"{DRAFT_HEADER}: {'k' * 300} abc\r\n".encode() in written(mark="k" * 300 + " abc")


def test_a_mark_in_another_script_breaks_nothing() -> None:
    assert f"{DRAFT_HEADER}: k? 1\r\n".encode() in written(mark="ké 1")


def test_the_same_step_has_the_same_id_and_another_has_another() -> None:
    assert read(written())["Message-ID"] == message_id(step().key, MINE)
    assert message_id("a", MINE) == message_id("a", MINE) != message_id("b", MINE)
    assert message_id("a", MINE).endswith("@post.example>")
    assert message_id("a", MINE).split("@")[0] != message_id("a", Address("other@post.example")).split("@")[0]


def test_the_date_keeps_its_offset() -> None:
    assert read(written())["Date"].datetime.utcoffset() == dt.timedelta(hours=-5)
