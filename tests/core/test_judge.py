"""One look at the mail, judged: what counts as mail, and which drafts should wait."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant.core.identity import header
from assistant.core.judge import judge, spoken
from assistant.core.model import Fate, Me, Message, Ref, Role, Stage
from assistant.core.reading import message
from assistant.templates import built_in
from tests.mail import mail, raw
from tests.passes import AGREED, DANA, DAY, FIXED, HOUR, INVITED, ME, NOW, PRIYA, SETTINGS, SUBJECT, TORONTO, answer


def read(data: bytes, role: Role = Role.INBOX, key: str = "1") -> Message:
    found = message(raw(data, role=role, key=key), ME, TORONTO)
    assert found is not None
    return found


MAIL = [read(INVITED), read(AGREED, Role.SENT), read(FIXED)]
THANKS = read(mail("Thank you for yesterday, Dana!", frm=PRIYA, to=DANA, subject=f"Re: {SUBJECT}", id="<t@mail.example>", at=NOW - HOUR), Role.SENT)
OURS = replace(THANKS, role=Role.DRAFTS, draft_key=header("thank_you|x", "0", NOW), ref=Ref(Role.DRAFTS, "drafts", "1", "7"))


def test_an_interview_held_yesterday_wants_a_thank_you() -> None:
    outcome = judge(MAIL, ME, NOW, SETTINGS)
    (draft,) = outcome.drafts
    assert (outcome.now, draft.to[0].email, draft.in_reply_to) == (NOW, "dana@northwind.example", "<m3@northwind.example>")
    (one,) = outcome.judged
    assert (one.status.stage, one.missing, outcome.applications) == (Stage.THANK_YOU, (), (one.application,))


def test_the_order_of_the_messages_does_not_matter() -> None:
    assert judge(list(reversed(MAIL)), ME, NOW, SETTINGS) == judge(MAIL, ME, NOW, SETTINGS)


def test_mail_dated_after_the_moment_is_not_there() -> None:
    later = read(answer(NOW + dt.timedelta(seconds=1)))
    assert judge([*MAIL, later], ME, NOW, SETTINGS) == judge(MAIL, ME, NOW, SETTINGS)
    assert judge([*MAIL, later], ME, NOW + HOUR, SETTINGS).drafts == ()


def test_the_moment_itself_is_there() -> None:
    assert judge([*MAIL, read(answer(NOW))], ME, NOW, SETTINGS).drafts == ()


def test_no_mail_is_no_application() -> None:
    assert judge([], ME, NOW, SETTINGS).judged == ()


def test_what_cannot_be_drafted_is_told() -> None:
    outcome = judge(MAIL, Me("", ME.addresses), NOW, SETTINGS)
    (one,) = outcome.judged
    assert outcome.drafts == ()
    assert len(one.missing) == 1
    assert one.notes[-1].startswith("Thank you is held back: your own name is not known")


def test_the_users_own_templates_take_the_place_of_ours() -> None:
    words = built_in() | {"thank_you": "{{ greeting }}\n\nOur talk was a treat.\n\n{{ sign_off }}\n"}
    (draft,) = judge(MAIL, ME, NOW, SETTINGS, templates=words).drafts
    assert "Our talk was a treat." in draft.body


def test_a_draft_is_nobodys_word() -> None:
    outcome = judge([*MAIL, replace(THANKS, role=Role.DRAFTS)], ME, NOW, SETTINGS)
    assert len(outcome.drafts) == 1
    assert [draft.id for draft in outcome.waiting.drafts] == ["<t@mail.example>"]


def test_a_thank_you_that_was_sent_is_done() -> None:
    assert judge([*MAIL, THANKS], ME, NOW, SETTINGS).drafts == ()


@pytest.mark.parametrize("role", [Role.ARCHIVE, Role.INBOX])
def test_a_draft_that_a_server_shows_elsewhere_too_was_not_sent(role: Role) -> None:
    assert spoken([OURS, replace(OURS, role=role)]) == []


def test_a_sent_mail_whose_draft_still_stands_was_sent() -> None:
    sent = replace(OURS, role=Role.SENT)
    assert spoken([OURS, sent]) == [sent]


def test_a_draft_of_ours_in_trash_was_not_sent() -> None:
    assert spoken([replace(OURS, role=Role.TRASH)]) == []


def test_a_draft_of_ours_in_trash_that_lost_its_header_was_not_sent() -> None:
    thrown = replace(OURS, role=Role.TRASH, draft_key="")
    assert spoken([thrown], {thrown.id}) == []
    assert spoken([thrown]) == [thrown]


def test_their_mail_in_trash_still_counts() -> None:
    theirs = replace(MAIL[0], role=Role.TRASH)
    assert spoken([theirs]) == [theirs]


def test_the_ledger_is_settled_by_what_stands_there() -> None:
    outcome = judge([*MAIL, OURS], ME, NOW, SETTINGS)
    assert [(entry.key, entry.fate) for entry in outcome.waiting.ledger] == [("thank_you|x", Fate.EDITED)]
    gone = judge(MAIL, ME, NOW + DAY, SETTINGS, outcome.waiting.ledger)
    assert [entry.fate for entry in gone.waiting.ledger] == [Fate.DELETED]


def test_a_draft_that_could_not_be_read_is_not_gone() -> None:
    outcome = judge([*MAIL, OURS], ME, NOW, SETTINGS)
    assert OURS.ref is not None
    kept = judge(MAIL, ME, NOW, SETTINGS, outcome.waiting.ledger, unread={OURS.ref})
    assert kept.waiting.ledger == outcome.waiting.ledger
