"""Whose mailbox it is, learned from what was sent."""

import datetime as dt

import pytest

from assistant.core.me import learned
from assistant.core.model import Address, Me, Message, Role, Sort

AT = dt.datetime(2026, 3, 3, 12, 0, tzinfo=dt.UTC)


def sent(email: str, name: str = "Priya Natarajan", role: Role = Role.SENT) -> Message:
    return Message(id="<m@mail.example>", at=AT, role=role, outgoing=True, sort=Sort.HUMAN, sender=Address(email, name))


def test_nothing_sent_teaches_nothing() -> None:
    assert learned([]) is None
    assert learned([sent("dana@northwind.example", "Dana", Role.INBOX), sent("priya@mail.example", role=Role.DRAFTS)]) is None


def test_mail_without_a_sender_teaches_nothing() -> None:
    assert learned([sent("")]) is None


def test_what_was_sent_says_who_sent_it() -> None:
    assert learned([sent("priya@mail.example")]) == Me("Priya Natarajan", frozenset({"priya@mail.example"}))


def test_the_most_frequent_address_gives_the_name() -> None:
    mails = [sent("priya@mail.example", "Priya N."), sent("priya@mail.example", "Priya N."), sent("pn@alumni.example", "P. Natarajan")]
    found = learned(mails)
    assert found is not None
    assert found.name == "Priya N."


@pytest.mark.parametrize(
    ("others", "theirs"),
    [
        ([sent("pn@alumni.example", "priya natarajan")], {"priya@mail.example", "pn@alumni.example"}),
        ([sent("pn@alumni.example", "P."), sent("pn@alumni.example", "")], {"priya@mail.example", "pn@alumni.example"}),
        ([sent("dana@northwind.example", "Dana Reyes")], {"priya@mail.example"}),
    ],
)
def test_other_addresses_are_theirs_by_name_or_by_use(others: list[Message], theirs: set[str]) -> None:
    found = learned([sent("priya@mail.example")] * 3 + others)
    assert found is not None
    assert found.addresses == theirs


def test_a_name_that_stands_only_on_another_address_is_taken() -> None:
    found = learned([sent("priya@mail.example", "")] * 2 + [sent("pn@alumni.example", "Priya")])
    assert found == Me("Priya", frozenset({"priya@mail.example", "pn@alumni.example"}))


def test_nobody_has_a_name() -> None:
    assert learned([sent("priya@mail.example", "")]) == Me("", frozenset({"priya@mail.example"}))


def test_of_two_as_frequent_the_first_in_the_alphabet_is_the_main_one() -> None:
    found = learned([sent("b@mail.example", "B"), sent("a@mail.example", "A")])
    assert found == Me("A", frozenset({"a@mail.example"}))
