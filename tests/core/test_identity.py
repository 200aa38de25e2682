"""What is an edit and what is not, and by what a mail is known to be ours."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from assistant.core.identity import Mark, fingerprint, header, is_as_placed, is_like, is_unsent, mark, signatures, ties
from assistant.core.model import Address, Message, Role
from tests.core.test_ledger import DANA, KEY, PLACED, PLACED_AT, PRIYA, TOM, WORDS, message

AT = PLACED_AT.replace(microsecond=0)


@pytest.mark.parametrize("key", [KEY, "check_in|<a b%40c@x.example>", "k|ü\r\nBcc: x", "k|\udce9"])
def test_the_header_gives_back_key_words_and_moment_from_plain_ascii(key: str) -> None:
    value = header(key, "0123", PLACED_AT)
    assert mark(value) == Mark(key, "0123", AT)
    assert value.isascii()
    assert value.isprintable()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", Mark("")),
        ("key", Mark("key")),
        ("key 0123", Mark("key", "0123")),
        ("key 0123 20269905T140000Z", Mark("key", "0123")),
        ("key 0123\n 20260305T090000Z", Mark("key", "0123", AT)),
        ("key of somebody else", Mark("key of somebody else")),
    ],
)
def test_a_header_of_another_making_says_what_it_can(value: str, said: Mark) -> None:
    assert mark(value) == said


@pytest.mark.parametrize(
    "kept",
    [
        {"text": WORDS.replace("\n", "\r\n ")},
        {"text": WORDS.replace("the talk", "the\xa0talk")},
        {"text": " ".join(WORDS.split())},
        {"text": WORDS.replace("talk", "ta\u00adlk").replace("Hi", "\ufeffHi\u200b")},
        {"subject": "Re:  Interview "},
        {"to": (replace(DANA, name="D. Reyes"),)},
        {"at": AT + dt.timedelta(hours=1)},
        {"id": "<client@mail.example>", "draft_key": ""},
        {"sender": replace(PRIYA, name="")},
    ],
)
def test_layout_and_marks_are_no_edit(kept: dict[str, Any]) -> None:
    assert is_as_placed(PLACED.digest, message(**kept))


def test_accents_composed_or_apart_are_no_edit() -> None:
    assert fingerprint(message(text="caf\u00e9")) == fingerprint(message(text="cafe\u0301"))


@pytest.mark.parametrize(
    "touched",
    [
        {"text": WORDS + " P.S. Do call."},
        {"text": WORDS.replace(".", "!")},
        {"text": WORDS.replace("the talk", "a talk")},
        {"text": WORDS.replace("Thank", "thank")},
        {"subject": "Re: Our talk"},
        {"sender": Address("priya@work.example")},
        {"to": (TOM,)},
        {"to": (DANA, TOM)},
        {"cc": (TOM,)},
        {"bcc": (TOM,)},
        {"attachments": ("portfolio.pdf",)},
        {"quoted": "On Wednesday Dana wrote: hello"},
        {"signature": "Sent from the train"},
        {"links": ("https://priya.example/portfolio",)},
    ],
)
def test_any_change_that_the_reader_would_see_is_an_edit(touched: dict[str, Any]) -> None:
    assert not is_as_placed(PLACED.digest, message(**touched))


def test_every_single_word_counts() -> None:
    words = WORDS.split(" ")
    for place in range(len(words)):
        for changed in ([*words[:place], "indeed", *words[place + 1 :]], words[:place] + words[place + 1 :], [*words[:place], "indeed", *words[place:]]):
            assert not is_as_placed(PLACED.digest, message(text=" ".join(changed)))


def test_a_link_that_a_client_makes_of_an_address_in_the_text_is_no_edit() -> None:
    plain = message(text="See priya.example/cv or write to priya@mail.example")
    linked = replace(plain, links=("https://priya.example/cv/", "mailto:priya@mail.example"))
    assert fingerprint(linked) == fingerprint(plain)


def test_a_signature_told_apart_or_not_has_the_same_fingerprint() -> None:
    assert fingerprint(message(text="Hi Dana, so long.", signature="Priya")) == fingerprint(message(text="Hi Dana, so long. Priya"))


def test_a_copy_line_is_not_a_recipient_line() -> None:
    assert fingerprint(message(to=(DANA,), cc=(TOM,))) != fingerprint(message(to=(DANA, TOM)))


def test_mail_in_broken_characters_has_a_fingerprint() -> None:
    assert len(fingerprint(message(text="caf\udce9"))) == 16


# ---------------------------------------------------------------- a signature that the client adds

SIGNATURE = "Priya Natarajan\n+1 416 555 0100"
KNOWN = signatures([message(Role.SENT, signature=SIGNATURE), message(Role.SENT), message(Role.INBOX, signature="Dana Reyes")])


def test_signatures_are_those_of_the_users_sent_mail() -> None:
    assert {tuple(SIGNATURE.split())} == KNOWN


def test_a_signature_that_the_users_other_mail_bears_is_no_edit() -> None:
    assert is_as_placed(PLACED.digest, message(signature=SIGNATURE), KNOWN)


@pytest.mark.parametrize("added", ["Sent from the train", f"{SIGNATURE} and ask for me", "Dana Reyes", "Natarajan\n+1 416 555 0100"])
def test_any_other_line_at_the_end_is_the_users_hand(added: str) -> None:
    assert not is_as_placed(PLACED.digest, message(signature=added), KNOWN)


def test_a_changed_word_above_the_signature_is_an_edit() -> None:
    assert not is_as_placed(PLACED.digest, message(text=WORDS.replace("talk", "chat"), signature=SIGNATURE), KNOWN)


# ---------------------------------------------------------------- ours


@pytest.mark.parametrize(
    ("changed", "count"),
    [
        ({}, 3),
        ({"to": (TOM,)}, 2),
        ({"to": (TOM,), "bcc": (DANA,)}, 3),
        ({"in_reply_to": ""}, 3),
        ({"in_reply_to": "", "references": ()}, 2),
        ({"text": "Dear Dana!"}, 2),
        ({"text": "Dear Dana!", "to": (TOM,)}, 1),
        ({"in_reply_to": "", "references": (), "to": (TOM,)}, 1),
        ({"in_reply_to": "", "references": (), "text": "Dear Dana!"}, 1),
    ],
)
def test_two_ties_of_three_make_a_likeness(changed: dict[str, Any], count: int) -> None:
    found = message(id="<client@mail.example>", draft_key="", **changed)
    assert ties(PLACED, found) == count
    assert is_like(PLACED, found) is (count >= 2)


def test_where_the_words_are_not_known_they_tie_nothing() -> None:
    assert ties(replace(PLACED, text=""), message()) == 2


@pytest.mark.parametrize(
    ("found", "unsent"),
    [
        (message(), True),
        (message(Role.UNSENT, draft_key=""), True),
        (message(Role.ARCHIVE), True),
        (message(Role.INBOX), True),
        (message(Role.ARCHIVE, at=AT + dt.timedelta(seconds=1)), False),
        (message(Role.ARCHIVE, text="Dear Dana!"), False),
        (message(Role.ARCHIVE, draft_key=""), False),
        (message(Role.SENT), False),
        (message(Role.TRASH), False),
    ],
)
def test_a_draft_that_left_drafts_without_its_flag_is_told_from_one_that_was_sent(found: Message, unsent: bool) -> None:
    assert is_unsent(found) is unsent
