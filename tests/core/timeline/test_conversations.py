"""Which messages are of one conversation."""

import datetime as dt

import pytest

from assistant.core.timeline.conversations import conversations, others, topic
from tests.core.timeline.letters import ME, MONDAY, NADIA, SYSTEM, Letter, mine, read
from tests.mail import invitation

ANN = "Ann Sully <ann@elmtree.example>"


def places(*letters: Letter) -> list[list[int]]:
    """The conversations, each as the places of its letters."""
    return [[int(m.id.strip("<").partition("@")[0]) for m in c] for c in conversations(read(*letters), ME)]


@pytest.mark.parametrize(
    "subject",
    [
        "Data Engineer, Leeds",
        "Re: Data Engineer, Leeds",
        "RE: FW: data engineer,  leeds",
        "AW: WG: Data Engineer, Leeds",
        "Automatic reply: Data Engineer, Leeds",
        "Canceled event: Data Engineer, Leeds @ Tue Mar 3, 2026 2pm - 3pm (GMT) (nadia.brandt@mail.example)",
        "Updated invitation: Data Engineer, Leeds",
        "Accepted: Data Engineer, Leeds",
    ],
)
def test_a_topic_is_a_subject_without_what_programs_add(subject: str) -> None:
    assert topic(subject) == "data engineer, leeds"


def test_an_answer_is_of_the_conversation_that_it_names() -> None:
    assert places(Letter(ANN, "Hello", "One."), mine(ANN, "Something else", "Two.", 0)) == [[0, 1]]


def test_a_calendar_s_mails_of_one_uid_are_one_conversation() -> None:
    assert places(Letter(ANN, "Talk one", "", ics=invitation()), Letter(ANN, "Talk two", "", ics=invitation(sequence=1))) == [[0, 1]]


def test_a_bounce_is_of_the_conversation_of_what_it_returns() -> None:
    report = (
        "This is the mail system.\n\n<ann@elmtree.example>: host mx.elmtree.example said: 550 5.1.1 user unknown\n\n"
        "------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <0@letters.example>\nSubject: Hello\n"
    )
    letters = read(
        mine("ann@elmtree.example", "Hello there", "One."),
        Letter("Mail Delivery Subsystem <mailer-daemon@mail.example>", "Undeliverable", report, headers=SYSTEM),
    )
    assert letters[1].bounce is not None
    assert len(conversations(letters, ME)) == 1


def test_people_s_mail_of_one_subject_and_person_is_one_conversation_without_references() -> None:
    assert places(Letter(ANN, "Data Engineer", "One."), Letter(ANN, "Re: Data Engineer", "Two.")) == [[0, 1]]


def test_one_subject_is_two_conversations_after_sixty_days() -> None:
    assert places(Letter(ANN, "Data Engineer", "One."), Letter(ANN, "Data Engineer", "Two.", at=MONDAY + dt.timedelta(days=61))) == [[0], [1]]


def test_one_subject_is_two_conversations_of_two_people() -> None:
    assert places(Letter(ANN, "Data Engineer", "One."), Letter("Obi <obi@eastmoor.example>", "Data Engineer", "Two.")) == [[0], [1]]


def test_a_subject_of_a_word_or_less_joins_nothing() -> None:
    assert places(Letter(ANN, "Hi", "One."), Letter(ANN, "Hi", "Two.")) == [[0], [1]]


def test_a_system_s_mails_of_one_subject_are_not_one_conversation() -> None:
    system = Letter("Ferrant Labs <no-reply@us.greenhouse-mail.io>", "Thank you for applying", "We received your application.")
    assert places(system, system) == [[0], [1]]


def test_the_others_on_a_message_are_everybody_but_the_user_and_rooms() -> None:
    guests = (
        "ATTENDEE;CN=Obi:mailto:obi@eastmoor.example",
        "ATTENDEE;CUTYPE=ROOM:mailto:room@elmtree.example",
        "ATTENDEE:mailto:nadia.brandt+jobs@mail.example",
    )
    (m,) = read(Letter(ANN, "Talk", "", cc="Pat <pat@elmtree.example>", ics=invitation(attendees=guests)))
    assert others(m, ME) == {"ann@elmtree.example", "pat@elmtree.example", "obi@eastmoor.example", "dana@northwind.example"}


def test_a_calendar_part_without_an_organizer_adds_nobody() -> None:
    ics = "\r\n".join(line for line in invitation().split("\r\n") if not line.startswith("ORGANIZER"))
    (m,) = read(Letter(ANN, "Talk", "", ics=ics))
    assert others(m, ME) == {"ann@elmtree.example"}


def test_messages_stand_in_order_of_time_and_conversations_in_that_of_their_first() -> None:
    late = Letter(ANN, "Data Engineer", "Three.", at=MONDAY + dt.timedelta(days=3))
    early = Letter(ANN, "Data Engineer", "One.", at=MONDAY)
    other = Letter("Obi <obi@eastmoor.example>", "Hello there", "Two.", to=NADIA, at=MONDAY + dt.timedelta(days=1))
    assert places(late, early, other) == [[1, 0], [2]]
