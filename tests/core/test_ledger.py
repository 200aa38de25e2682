"""What became of each draft, as the mailbox shows it."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from assistant.core.identity import fingerprint, header
from assistant.core.ledger import copies, intent, settled
from assistant.core.model import Address, Draft, Entry, Fate, Message, Ref, Role, Sort, Step, StepKind

PLACED_AT = dt.datetime(2026, 3, 5, 9, 0, 0, 250_000, tzinfo=dt.UTC)
PRIYA = Address("priya@mail.example", "Priya Natarajan")
DANA = Address("dana@northwind.example", "Dana Reyes")
TOM = Address("tom@northwind.example", "Tom Okafor")
WORDS = "Hi Dana,\n\nThank you for the talk on Wednesday.\n\nBest,\nPriya"
KEY = "thank_you|uid-1|dana@northwind.example"


def message(role: Role = Role.DRAFTS, key: str = "1", **more: Any) -> Message:  # noqa: ANN401 - any field, by its name
    plain = Message(
        id="<ours@mail.example>",
        at=PLACED_AT.replace(microsecond=0),
        role=role,
        outgoing=True,
        sort=Sort.HUMAN,
        sender=PRIYA,
        to=(DANA,),
        subject="Re: Interview",
        in_reply_to="<m1@northwind.example>",
        references=("<m0@northwind.example>", "<m1@northwind.example>"),
        text=WORDS,
        ref=Ref(role, role.value, "1", key),
    )
    tagged = replace(plain, draft_key=header(KEY, fingerprint(plain), PLACED_AT))
    return replace(tagged, **more)


def step(key: str = KEY) -> Step:
    return Step(StepKind.THANK_YOU, key, PLACED_AT, None, DANA, "<m1@northwind.example>", "held")


DRAFT = Draft(step(), "a1", (DANA,), "Re: Interview", "<m1@northwind.example>", ("<m1@northwind.example>",), WORDS)
INTENT = replace(intent(DRAFT, message()), at=PLACED_AT)
PLACED = replace(INTENT, fate=Fate.PLACED, ref=Ref(Role.DRAFTS, "drafts", "1", "1"))


def replaced(key: str = "2", **more: Any) -> Message:  # noqa: ANN401 - any field, by its name
    """Return our draft as a client saves it that keeps neither Message-ID nor our header."""
    return message(id="<client@mail.example>", draft_key="", key=key, **more)


def fate(entry: Entry, *messages: Message) -> Fate:
    (found,) = settled([entry], messages)
    return found.fate


def test_an_intent_knows_its_draft_but_not_where_it_stands() -> None:
    assert INTENT.ref is None
    assert (INTENT.to, INTENT.kind, INTENT.in_reply_to) == (("dana@northwind.example",), StepKind.THANK_YOU, "<m1@northwind.example>")


def test_an_untouched_draft_waits() -> None:
    assert settled([PLACED], [message()]) == (PLACED,)


def test_a_draft_is_known_by_its_message_id_without_our_header() -> None:
    assert fate(PLACED, message(draft_key="")) is Fate.PLACED


def test_a_draft_is_known_by_our_header_under_another_message_id() -> None:
    (found,) = settled([PLACED], [message(id="<new@mail.example>", key="7")])
    assert (found.fate, found.message_id, found.ref) == (Fate.PLACED, "<new@mail.example>", Ref(Role.DRAFTS, "drafts", "1", "7"))


def test_saved_without_a_change_by_a_client_that_replaces_the_message_is_not_edited() -> None:
    (found,) = settled([PLACED], [replaced()])
    assert (found.fate, found.message_id) == (Fate.PLACED, "<client@mail.example>")


def test_edited_by_a_client_that_replaces_the_message_is_edited() -> None:
    assert fate(PLACED, replaced(text="Dear Dana, many thanks!")) is Fate.EDITED


def test_an_edited_draft_without_in_reply_to_is_known_by_its_references() -> None:
    assert fate(PLACED, replaced(in_reply_to="", text="Dear Dana!")) is Fate.EDITED


def test_a_draft_that_begins_a_conversation_is_known_by_subject_and_recipient() -> None:
    new = replace(PLACED, in_reply_to="")
    assert fate(new, replaced(in_reply_to="", references=(), text="Dear Dana!")) is Fate.EDITED
    assert fate(new, replaced(in_reply_to="", references=(), subject="Lunch", text="Monday?")) is Fate.DELETED


def test_a_draft_to_somebody_else_in_the_conversation_is_not_ours() -> None:
    assert fate(PLACED, replaced(to=(TOM,), text="Dear Tom!")) is Fate.DELETED
    assert fate(PLACED, replaced(to=(TOM,), text=WORDS.replace("Dana", "Tom"))) is Fate.EDITED


def test_a_draft_in_another_conversation_is_not_ours() -> None:
    assert fate(PLACED, replaced(in_reply_to="<other@northwind.example>", references=(), text="Monday?")) is Fate.DELETED


def test_two_drafts_in_one_conversation_each_keep_their_own() -> None:
    toms = replace(PLACED, key="thank_you:tom", message_id="<toms@mail.example>", to=("tom@northwind.example",))
    first, second = settled([PLACED, toms], [replaced(to=(TOM,), key="3"), replaced(key="4")])
    assert first.ref is not None
    assert second.ref is not None
    assert (first.ref.key, second.ref.key) == ("4", "3")


def test_one_likeness_stands_for_one_entry_only() -> None:
    other = replace(PLACED, key="check_in:dana", message_id="<other@mail.example>")
    assert [entry.fate for entry in settled([PLACED, other], [replaced()])] == [Fate.PLACED, Fate.DELETED]


def test_a_likeness_does_not_take_what_is_surely_another_entrys() -> None:
    other = replace(PLACED, key="check_in:dana", message_id="<other@mail.example>")
    drafts = [message(id="<new@mail.example>", draft_key=header("check_in:dana", "0", PLACED_AT))]
    assert [entry.fate for entry in settled([PLACED, other], drafts)] == [Fate.DELETED, Fate.PLACED]


def test_gone_and_neither_sent_nor_withdrawn_is_deleted() -> None:
    assert fate(PLACED) is Fate.DELETED


def test_a_draft_that_could_not_be_read_is_not_gone() -> None:
    assert PLACED.ref is not None
    assert settled([PLACED], [], {PLACED.ref}) == (PLACED,)


def test_an_unreadable_draft_may_be_what_an_intent_placed() -> None:
    assert settled([INTENT], [], {Ref(Role.DRAFTS, "drafts", "1", "9")}) == (INTENT,)
    assert settled([INTENT], [], {Ref(Role.INBOX, "inbox", "1", "9")}) == ()


def test_unreadable_mail_elsewhere_does_not_keep_a_draft_alive() -> None:
    (found,) = settled([PLACED], [], {Ref(Role.INBOX, "inbox", "1", "9")})
    assert found.fate is Fate.DELETED


def test_moved_to_trash_is_deleted() -> None:
    assert fate(PLACED, message(Role.TRASH)) is Fate.DELETED


def test_an_old_copy_in_trash_beside_the_edited_draft_is_no_deletion() -> None:
    assert fate(PLACED, message(Role.TRASH), message(text="Dear Dana!", key="2")) is Fate.EDITED


def test_deleted_stays_deleted() -> None:
    assert fate(replace(PLACED, fate=Fate.DELETED)) is Fate.DELETED


def test_sent_with_our_message_id_is_sent() -> None:
    assert fate(PLACED, message(Role.SENT, draft_key="")) is Fate.SENT


def test_sent_with_our_header_is_sent() -> None:
    assert fate(PLACED, message(Role.SENT, id="<sent@mail.example>", at=PLACED_AT - dt.timedelta(days=1))) is Fate.SENT


def sent(**more: Any) -> Message:  # noqa: ANN401 - any field, by its name
    """Return a mail in Sent of which neither Message-ID nor our header tells anything."""
    return message(Role.SENT, **{"id": "<sent@mail.example>", "draft_key": "", **more})


def test_sent_unchanged_by_a_client_that_drops_every_mark_is_sent() -> None:
    assert fate(PLACED, sent()) is Fate.SENT


@pytest.mark.parametrize(
    "changed",
    [
        {"text": f"{WORDS}\n\nP.S. I found the report."},
        {"text": f"{WORDS} Again.", "subject": "Thanks"},
        {"text": f"{WORDS} Again.", "to": (TOM,)},
        {"text": f"{WORDS} Again.", "in_reply_to": "", "references": (), "subject": "Thanks"},
    ],
)
def test_our_words_with_a_few_more_are_our_draft_sent_after_edits(changed: dict[str, Any]) -> None:
    assert fate(PLACED, sent(**changed)) is Fate.SENT_EDITED


def test_our_draft_sent_after_edits_is_told_from_one_sent_as_it_was() -> None:
    assert fate(PLACED, message(Role.SENT, text="Dear Dana!")) is Fate.SENT_EDITED


def test_other_words_to_the_same_person_are_the_users_own_mail_in_its_place() -> None:
    assert fate(PLACED, sent(text="Dana, you made my week. I will send the form tonight.")) is Fate.REPLACED
    assert fate(PLACED, sent(text="Coffee on Monday?", in_reply_to="", references=(), subject="Coffee")) is Fate.REPLACED


def test_another_draft_of_ours_that_was_sent_is_no_mail_in_its_place() -> None:
    entries = settled([PLACED], [sent(draft_key=header("check_in:dana", "0", PLACED_AT))])
    assert [entry.fate for entry in entries] == [Fate.DELETED, Fate.SENT_EDITED]


def test_a_deleted_draft_stays_deleted_whatever_the_user_writes_later() -> None:
    assert fate(replace(PLACED, fate=Fate.DELETED), sent(text="Coffee on Monday?")) is Fate.DELETED


def test_a_mail_to_that_person_from_before_the_draft_does_not_make_it_sent() -> None:
    earlier = sent(at=PLACED_AT - dt.timedelta(minutes=1))
    assert fate(PLACED, earlier) is Fate.DELETED


def test_a_mail_to_somebody_else_does_not_make_it_sent() -> None:
    assert fate(PLACED, message(Role.SENT, id="<sent@mail.example>", draft_key="", to=(TOM,), text="Dear Tom!")) is Fate.DELETED


def test_a_deleted_draft_whose_sent_copy_shows_up_late_was_sent() -> None:
    assert fate(replace(PLACED, fate=Fate.DELETED), message(Role.SENT)) is Fate.SENT


def test_sent_stays_sent_when_the_sent_copy_is_gone() -> None:
    assert fate(replace(PLACED, fate=Fate.SENT)) is Fate.SENT


def test_a_later_draft_of_the_users_in_the_conversation_does_not_reopen_what_was_sent() -> None:
    assert fate(replace(PLACED, fate=Fate.SENT), replaced(text="One more thing.")) is Fate.SENT


def test_a_draft_that_still_stands_beside_its_sent_copy_waits() -> None:
    assert fate(PLACED, message(), message(Role.SENT, id="<sent@mail.example>")) is Fate.PLACED


def test_a_draft_shown_in_all_mail_as_well_was_not_sent() -> None:
    assert fate(PLACED, message(Role.ARCHIVE), message()) is Fate.PLACED


def test_a_message_from_them_is_no_sent_copy() -> None:
    assert fate(PLACED, message(Role.INBOX, outgoing=False, at=PLACED_AT + dt.timedelta(hours=1))) is Fate.DELETED


def test_withdrawn_stays_withdrawn_when_it_is_gone_or_in_trash() -> None:
    withdrawn = replace(PLACED, fate=Fate.WITHDRAWN)
    assert fate(withdrawn) is Fate.WITHDRAWN
    assert fate(withdrawn, message(Role.TRASH)) is Fate.WITHDRAWN


def test_a_mail_by_hand_after_the_withdrawal_leaves_it_withdrawn() -> None:
    assert fate(replace(PLACED, fate=Fate.WITHDRAWN), sent(text="Good to hear from you!")) is Fate.WITHDRAWN
    assert fate(replace(PLACED, fate=Fate.WITHDRAWN), sent()) is Fate.SENT


def test_a_draft_of_the_users_after_the_withdrawal_leaves_it_withdrawn() -> None:
    assert fate(replace(PLACED, fate=Fate.WITHDRAWN, ref=None), replaced()) is Fate.WITHDRAWN


def test_a_withdrawal_is_seen_to_be_done_where_the_draft_is_gone() -> None:
    withdrawn = replace(PLACED, fate=Fate.WITHDRAWN)
    assert settled([withdrawn], []) == (replace(withdrawn, ref=None),)
    assert settled([withdrawn], [], hidden=True) == (withdrawn,)


def test_a_withdrawal_that_was_cut_short_knows_the_draft_that_a_client_saved_anew() -> None:
    assert fate(replace(PLACED, fate=Fate.WITHDRAWN), replaced()) is Fate.PLACED
    assert fate(replace(PLACED, fate=Fate.WITHDRAWN), replaced(text="Dear Dana!")) is Fate.EDITED


def test_a_withdrawal_that_was_cut_short_shows_the_draft_as_waiting() -> None:
    assert fate(replace(PLACED, fate=Fate.WITHDRAWN), message()) is Fate.PLACED


def test_an_edit_that_was_undone_stays_the_users() -> None:
    assert fate(replace(PLACED, fate=Fate.EDITED), message()) is Fate.EDITED


def test_a_draft_that_the_user_fetched_back_from_trash_is_theirs() -> None:
    assert fate(replace(PLACED, fate=Fate.DELETED), message()) is Fate.EDITED


def test_an_intent_whose_draft_arrived_is_placed() -> None:
    assert settled([INTENT], [message()]) == (PLACED,)


def test_an_intent_whose_draft_a_client_saved_anew_is_placed_or_edited() -> None:
    assert fate(INTENT, replaced()) is Fate.PLACED
    assert fate(INTENT, replaced(text="Dear Dana!")) is Fate.EDITED


def test_an_intent_whose_draft_never_arrived_is_forgotten() -> None:
    assert settled([INTENT], []) == ()


def test_an_intent_is_forgotten_though_the_user_wrote_to_them() -> None:
    assert settled([INTENT], [sent(text="Coffee?")]) == ()


def test_an_intent_whose_draft_was_sent_or_deleted_before_we_looked_is_that() -> None:
    assert fate(INTENT, message(Role.SENT)) is Fate.SENT
    assert fate(INTENT, message(Role.TRASH)) is Fate.DELETED


def test_with_the_ledger_lost_a_waiting_draft_is_found_by_its_header() -> None:
    (found,) = settled([], [message()])
    assert replace(found, text="") == replace(PLACED, at=PLACED_AT.replace(microsecond=0), text="")
    assert found.text.split() == WORDS.split()


def test_with_the_ledger_lost_the_moment_is_that_of_the_placing_whatever_the_client_dated_it() -> None:
    (found,) = settled([], [message(at=PLACED_AT + dt.timedelta(days=3))])
    assert found.at == PLACED_AT.replace(microsecond=0)


def test_a_key_of_no_kind_is_kept_without_one() -> None:
    (found,) = settled([], [message(draft_key=header("old-key", "0", PLACED_AT))])
    assert (found.key, found.kind) == ("old-key", None)


def test_with_the_ledger_lost_an_edited_draft_is_still_edited() -> None:
    (found,) = settled([], [message(text="Dear Dana!")])
    assert found.fate is Fate.EDITED


@pytest.mark.parametrize(("role", "expected"), [(Role.SENT, Fate.SENT), (Role.ARCHIVE, Fate.SENT), (Role.TRASH, Fate.DELETED)])
def test_with_the_ledger_lost_a_draft_that_left_is_still_known(role: Role, expected: Fate) -> None:
    (found,) = settled([], [message(role, at=PLACED_AT + dt.timedelta(minutes=9))])
    assert (found.key, found.fate) == (KEY, expected)


def test_with_the_ledger_lost_what_waits_counts_before_what_lies_in_trash() -> None:
    (found,) = settled([], [message(Role.TRASH), message()])
    assert found.fate is Fate.PLACED


def test_the_users_own_drafts_are_no_entries() -> None:
    assert settled([], [message(draft_key="")]) == ()


# ---------------------------------------------------------------- moved


@pytest.mark.parametrize("moved", [message(Role.UNSENT), replaced(role=Role.UNSENT), message(Role.UNSENT, text="Dear Dana!"), message(Role.ARCHIVE)])
def test_a_draft_in_another_folder_was_moved(moved: Message) -> None:
    assert fate(PLACED, moved) is Fate.MOVED


def test_a_draft_that_was_moved_and_is_back_waits_again() -> None:
    moved = replace(PLACED, fate=Fate.MOVED)
    assert fate(moved, message()) is Fate.PLACED
    assert fate(moved, message(text="Dear Dana!")) is Fate.EDITED


def test_an_edited_draft_that_is_moved_stays_edited() -> None:
    assert fate(replace(PLACED, fate=Fate.EDITED), message(Role.UNSENT)) is Fate.EDITED


def test_a_moved_draft_with_the_ledger_lost_is_known() -> None:
    assert [entry.fate for entry in settled([], [message(Role.UNSENT)])] == [Fate.MOVED]


# ---------------------------------------------------------------- not to be seen


@pytest.mark.parametrize("known", [fate for fate in Fate if fate is not Fate.INTENDED])
def test_without_a_drafts_folder_everything_stays_as_it_was(known: Fate) -> None:
    assert settled([replace(PLACED, fate=known)], [], hidden=True) == (replace(PLACED, fate=known),)


def test_without_a_drafts_folder_an_intent_stays_one() -> None:
    assert settled([INTENT], [], hidden=True) == (INTENT,)


# ---------------------------------------------------------------- copies


def test_a_second_untouched_copy_is_found() -> None:
    assert copies([PLACED], [message(), message(key="2")]) == (replace(PLACED, ref=Ref(Role.DRAFTS, "drafts", "1", "2")),)


@pytest.mark.parametrize("known", [PLACED, replace(PLACED, ref=Ref(Role.DRAFTS, "drafts", "1", "10")), None])
def test_of_two_untouched_copies_every_machine_keeps_the_one_with_the_lower_number(known: Entry | None) -> None:
    both = [message(key="10"), message(key="9")]
    ledger = settled([known] if known else [], both)
    assert [entry.ref and entry.ref.key for entry in ledger] == ["9"]
    assert [entry.ref and entry.ref.key for entry in copies(ledger, both)] == ["10"]


def test_of_two_copies_the_one_that_the_user_edited_stays() -> None:
    both = [message(), message(key="2", text="Dear Dana!")]
    ledger = settled([PLACED], both)
    assert [(entry.fate, entry.ref and entry.ref.key) for entry in ledger] == [(Fate.EDITED, "2")]
    assert [entry.ref and entry.ref.key for entry in copies(ledger, both)] == ["1"]


def test_of_two_copies_the_one_that_the_user_moved_and_saved_anew_stays() -> None:
    both = [message(), message(Role.UNSENT, id="<client@mail.example>", key="2")]
    ledger = settled([PLACED], both)
    assert [entry.fate for entry in ledger] == [Fate.MOVED]
    assert [entry.ref and entry.ref.key for entry in copies(ledger, both)] == ["1"]


def test_a_draft_shown_in_all_mail_as_well_waits_and_is_no_copy() -> None:
    both = [message(Role.UNSENT, key="77"), message()]
    assert settled([PLACED], both) == (PLACED,)
    assert copies([PLACED], both) == ()


def test_a_copy_without_our_header_is_known_by_its_message_id() -> None:
    assert len(copies([PLACED], [message(), message(key="2", draft_key="")])) == 1


def test_a_copy_without_a_place_is_looked_at_too() -> None:
    assert len(copies([PLACED], [message(), message(ref=None)])) == 1


def test_a_second_copy_that_was_edited_is_no_copy() -> None:
    assert copies([PLACED], [message(), message(key="2", text="Dear Dana!")]) == ()


def test_copies_of_what_does_not_wait_are_left_alone() -> None:
    assert copies([replace(PLACED, fate=Fate.DELETED)], [message(key="2")]) == ()
