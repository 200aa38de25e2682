"""What every kind of mailbox must keep: one suite, inherited by a short class for each kind.

A class gives a fixture `box`. `ReadingContract` is for all kinds, `MailboxContract` for those that take drafts; theirs is a `Tree`.
"""

import dataclasses
import datetime as dt
import os
import shutil

import pytest

from assistant.core.model import Ref, Role
from assistant.mailboxes import Mailbox
from tests.mail import mail
from tests.mailboxes.boxes import FOLDERS, Box, Tree, lines, one

DRAFT = mail("Dear Dana,\n\nthank you for the talk.", id="<draft-1@mail.example>", subject="Re: Data Analyst")
DRAFT_ID = "<draft-1@mail.example>"


def _ids(mailbox: Mailbox, role: Role | None = None) -> list[str]:
    """Return a word of each message's own: the first line of its text."""
    messages = mailbox.fetch([ref for ref in mailbox.refs() if role in (None, ref.role)])
    return sorted(lines(message.data).partition(b"\n\n")[2].decode().split("\n")[0] for message in messages)


class ReadingContract:
    """For every kind."""

    def test_each_folder_has_its_role(self, box: Box) -> None:
        for role in FOLDERS:
            box.put(role, mail(f"a mail in {role}"))
        mailbox = box.open()
        assert {role: _ids(mailbox, role) for role in FOLDERS} == {role: [f"a mail in {role}"] for role in FOLDERS}

    def test_junk_is_not_read(self, box: Box) -> None:
        box.put_junk(mail("You have won"))
        box.put(Role.INBOX, mail("You are invited"))
        assert _ids(box.open()) == ["You are invited"]

    def test_an_empty_mailbox_holds_nothing(self, box: Box) -> None:
        mailbox = box.open()
        assert mailbox.refs() == []
        assert list(mailbox.fetch([])) == []

    def test_a_message_comes_as_it_lies_there(self, box: Box) -> None:
        data = lines(mail("Grüße\n\nFrom here on we go by train.\n> From me\n.\n..\n", subject="Gespräch", headers={"X-Long": "word " * 300}))
        box.put(Role.INBOX, data)
        mailbox = box.open()
        assert one(mailbox, mailbox.refs()) == data

    def test_bytes_that_are_no_text_come_as_they_are(self, box: Box) -> None:
        data = b"Subject: \xff\xfe caf\xe9\nMessage-ID: <raw@mail.example>\n\n" + bytes(range(128, 256)) + b"\n" + b"x" * 5000 + b"\n"
        box.put(Role.INBOX, data)
        mailbox = box.open()
        assert one(mailbox, mailbox.refs()) == data

    def test_reading_leaves_no_trace(self, box: Box) -> None:
        for role in FOLDERS:
            box.put(role, mail(f"a mail in {role}"))
        before = box.stored()
        mailbox = box.open()
        assert len(list(mailbox.fetch(mailbox.refs()))) == 5
        mailbox.close()
        assert box.stored() == before

    def test_refs_are_the_same_at_every_look_and_after_a_restart(self, box: Box) -> None:
        box.put(Role.INBOX, mail("one"))
        box.put(Role.SENT, mail("two"))
        mailbox = box.open()
        refs = mailbox.refs()
        assert len(set(refs)) == 2
        assert sorted(mailbox.refs(), key=repr) == sorted(box.open().refs(), key=repr) == sorted(refs, key=repr)

    def test_only_what_is_asked_for_is_fetched(self, box: Box) -> None:
        box.put(Role.INBOX, mail("one"))
        box.put(Role.INBOX, mail("two"))
        mailbox = box.open()
        first, second = mailbox.refs()
        assert [message.ref for message in mailbox.fetch([second])] == [second]
        assert [message.ref for message in mailbox.fetch(iter([first]))] == [first]

    def test_hundreds_of_messages_come_once_each(self, box: Box) -> None:
        for number in range(450):
            box.put(Role.ARCHIVE, b"Message-ID: <%d@mail.example>\n\n%d\n" % (number, number))
        assert _ids(box.open()) == sorted(str(number) for number in range(450))

    def test_a_folder_that_nobody_knows_has_no_messages(self, box: Box) -> None:
        box.put(Role.INBOX, mail("one"))
        mailbox = box.open()
        (ref,) = mailbox.refs()
        assert list(mailbox.fetch([dataclasses.replace(ref, folder="no such folder")])) == []
        assert list(mailbox.fetch([dataclasses.replace(ref, folder="../../etc")])) == []

    @pytest.mark.parametrize("key", ["99", "", "none", "../cur/x", "١"])
    def test_a_key_that_is_not_there_is_left_out(self, box: Box, key: str) -> None:
        box.put(Role.INBOX, mail("one"))
        mailbox = box.open()
        (ref,) = mailbox.refs()
        assert [message.ref for message in mailbox.fetch([dataclasses.replace(ref, key=key), ref])] == [ref]

    def test_a_ref_of_another_generation_is_left_out(self, box: Box) -> None:
        box.put(Role.INBOX, mail("one"))
        mailbox = box.open()
        (ref,) = mailbox.refs()
        old = dataclasses.replace(ref, generation="7")
        assert [message.ref for message in mailbox.fetch([old, ref])] == [ref]

    def test_times_are_aware(self, box: Box) -> None:
        box.put(Role.INBOX, mail("one"))
        mailbox = box.open()
        assert all(message.received_at is None or message.received_at.tzinfo for message in mailbox.fetch(mailbox.refs()))

    def test_closing_twice_does_no_harm(self, box: Box) -> None:
        mailbox = box.open()
        mailbox.close()
        mailbox.close()


class MailboxContract(ReadingContract):
    """For the kinds that take drafts."""

    def test_a_draft_is_placed_as_a_draft_that_was_seen(self, box: Tree) -> None:
        before = box.stored()
        ref = box.open().place(DRAFT)
        assert ref.role is Role.DRAFTS
        new = {place: stored for place, stored in box.stored().items() if place not in before}
        assert [(folder, flags, lines(data)) for (folder, _), (flags, data) in new.items()] == [(".Drafts", "DS", lines(DRAFT))]

    def test_a_placed_draft_is_read_where_its_ref_says(self, box: Tree) -> None:
        ref = box.open().place(DRAFT)
        mailbox = box.open()
        assert mailbox.refs() == [ref]
        assert one(mailbox, [ref]) == lines(DRAFT)

    def test_two_drafts_stand_in_two_places(self, box: Tree) -> None:
        mailbox = box.open()
        assert mailbox.place(DRAFT) != mailbox.place(DRAFT)
        assert len(mailbox.refs()) == 2

    def test_placing_and_withdrawing_change_nothing_else(self, box: Tree) -> None:
        for role in FOLDERS:
            box.put(role, mail(f"a mail in {role}"))
        box.write(".Drafts", mail("the user's own draft"), flags="DF")
        before = box.stored()
        mailbox = box.open()
        assert mailbox.withdraw(mailbox.place(DRAFT), DRAFT_ID)
        mailbox.close()
        assert box.stored() == before

    def test_a_draft_is_withdrawn_once(self, box: Tree) -> None:
        mailbox = box.open()
        ref = mailbox.place(DRAFT)
        assert mailbox.withdraw(ref, DRAFT_ID)
        assert not mailbox.withdraw(ref, DRAFT_ID)
        assert mailbox.refs() == []

    def test_a_draft_is_withdrawn_after_a_restart(self, box: Tree) -> None:
        ref = box.open().place(DRAFT)
        assert box.open().withdraw(ref, DRAFT_ID)
        assert box.open().refs() == []

    @pytest.mark.parametrize("wanted", ["<another@mail.example>", "", "<DRAFT-1@mail.example>", "draft-1@mail.example"])
    def test_a_draft_with_another_id_stays(self, box: Tree, wanted: str) -> None:
        mailbox = box.open()
        ref = mailbox.place(DRAFT)
        before = box.stored()
        assert not mailbox.withdraw(ref, wanted)
        assert box.stored() == before

    def test_a_draft_without_an_id_stays(self, box: Tree) -> None:
        box.write(".Drafts", b"Subject: mine\n\nMessage-ID: <draft-1@mail.example>\n", flags="DS")
        mailbox = box.open()
        (ref,) = mailbox.refs()
        assert not mailbox.withdraw(ref, "")
        assert not mailbox.withdraw(ref, DRAFT_ID)
        assert mailbox.refs() == [ref]

    @pytest.mark.parametrize("role", [Role.INBOX, Role.SENT, Role.ARCHIVE, Role.TRASH])
    def test_what_is_no_draft_cannot_be_withdrawn(self, box: Tree, role: Role) -> None:
        box.put(role, DRAFT)
        box.make(".Drafts")
        before = box.stored()
        mailbox = box.open()
        (ref,) = mailbox.refs()
        assert not mailbox.withdraw(ref, DRAFT_ID)
        assert not mailbox.withdraw(dataclasses.replace(ref, role=Role.DRAFTS), DRAFT_ID)
        assert box.stored() == before

    @pytest.mark.parametrize(("part", "value"), [("folder", "nowhere"), ("generation", "7"), ("key", "99"), ("key", "none"), ("key", "")])
    def test_a_draft_is_not_withdrawn_by_a_ref_that_is_wrong(self, box: Tree, part: str, value: str) -> None:
        mailbox = box.open()
        ref = mailbox.place(DRAFT)
        wrong = Ref(**{"role": ref.role, "folder": ref.folder, "generation": ref.generation, "key": ref.key, part: value})  # type: ignore[arg-type]  # one of its strings
        assert not mailbox.withdraw(wrong, DRAFT_ID)
        assert mailbox.refs() == [ref]

    def test_a_draft_that_is_marked_as_deleted_is_gone(self, box: Tree) -> None:
        name = box.write(".Drafts", DRAFT, flags="D")
        (ref,) = box.open().refs()
        box.flag(".Drafts", name, "DT")
        mailbox = box.open()
        assert mailbox.refs() == []
        assert not mailbox.withdraw(ref, DRAFT_ID)
        assert len(box.stored()) == 1

    def test_a_draft_in_another_folder_was_written_to_nobody(self, box: Tree) -> None:
        box.write(".Archive", mail("half a thought"), flags="D")
        box.write("", mail("another half"), flags="DS")
        box.write(".Drafts.Later", mail("put off"), flags="D")
        box.write(".Archive", mail("thrown away"), flags="DT")
        box.write(".Sent", mail("sent, by a program that leaves the flag on"), flags="DS")
        assert _ids(box.open(), Role.UNSENT) == ["another half", "half a thought", "put off"]
        assert _ids(box.open(), Role.SENT) == ["sent, by a program that leaves the flag on"]
        assert len(box.open().refs()) == 4

    @pytest.mark.parametrize("folder", ["", ".Archive", ".Jobs", ".Drafts.Later"])
    def test_a_draft_that_the_user_moved_cannot_be_withdrawn(self, box: Tree, folder: str) -> None:
        box.write(folder, DRAFT, flags="DS")
        before = box.stored()
        mailbox = box.open()
        (ref,) = mailbox.refs()
        assert ref.role is Role.UNSENT
        assert not mailbox.withdraw(ref, DRAFT_ID)
        assert not mailbox.withdraw(dataclasses.replace(ref, role=Role.DRAFTS), DRAFT_ID)
        assert box.stored() == before

    def test_it_says_in_which_folder_drafts_are_placed(self, box: Tree) -> None:
        box.make(".Drafts.Later")
        assert box.open().drafts() == box.open().place(DRAFT).folder
        shutil.rmtree(box.path / ".Drafts")
        shutil.rmtree(box.path / ".Drafts.Later")
        assert box.open().drafts() == ""

    def test_flags_may_change_between_looking_and_reading(self, box: Tree) -> None:
        name = box.write("", mail("one"), box="new")
        mailbox = box.open()
        refs = mailbox.refs()
        box.flag("", name, "FS")
        assert one(mailbox, refs) == lines(mail("one"))
        assert mailbox.refs() == refs

    def test_a_message_that_has_gone_since_is_left_out(self, box: Tree) -> None:
        name = box.write("", mail("one"))
        box.write("", mail("two"))
        mailbox = box.open()
        refs = mailbox.refs()
        box.file("", name).unlink()
        assert [lines(message.data) for message in mailbox.fetch(refs)] == [lines(mail("two"))]

    def test_a_message_may_arrive_while_others_are_read(self, box: Tree) -> None:
        box.write("", mail("one"))
        mailbox = box.open()
        refs = mailbox.refs()
        box.write("", mail("two"), box="new")
        assert one(mailbox, refs) == lines(mail("one"))
        assert _ids(mailbox) == ["one", "two"]

    def test_drafts_may_be_placed_while_messages_are_read(self, box: Tree) -> None:
        for number in range(3):
            box.write("", mail(f"{number}"))
            box.write(".Sent", mail(f"sent {number}"))
        mailbox = box.open()
        placed: list[Ref] = []
        seen = []
        for message in mailbox.fetch(mailbox.refs()):
            seen.append(message.ref)
            placed.append(mailbox.place(DRAFT))
        assert len(set(seen)) == 6
        assert all(mailbox.withdraw(ref, DRAFT_ID) for ref in placed)

    def test_files_half_written_are_not_there_yet(self, box: Tree) -> None:
        box.write("", mail("half"), box="tmp")
        assert box.open().refs() == []
        assert len(box.stored()) == 1

    def test_a_message_without_a_byte_is_a_fault(self, box: Tree) -> None:
        box.write("", b"")
        mailbox = box.open()
        (message,) = mailbox.fetch(mailbox.refs())
        assert message.data == b""
        assert message.fault

    def test_messages_have_the_time_at_which_they_came(self, box: Tree) -> None:
        path = box.file("", box.write("", mail("one")))
        os.utime(path, (981_200_000, 981_200_000))
        mailbox = box.open()
        (message,) = mailbox.fetch(mailbox.refs())
        assert message.received_at == dt.datetime(2001, 2, 3, 11, 33, 20, tzinfo=dt.UTC)

    def test_the_users_own_folders_are_archive(self, box: Tree) -> None:
        box.write(".Jobs", mail("an offer"))
        box.write(".Jobs.Drafts", mail("notes"))
        assert _ids(box.open(), Role.ARCHIVE) == ["an offer", "notes"]

    @pytest.mark.parametrize(
        ("folder", "role"),
        [
            (".Entw&APw-rfe", Role.UNSENT),  # a second drafts folder, beside the one in which drafts are placed
            (".Gesendet", Role.SENT),
            (".Sent Items", Role.SENT),
            (".&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-", Role.SENT),
            (".Corbeille", Role.TRASH),
            (".Archives.2025", Role.ARCHIVE),
            (".Trash.2025", Role.TRASH),
        ],
    )
    def test_folders_are_known_by_names_of_many_languages(self, box: Tree, folder: str, role: Role) -> None:
        box.write(folder, mail("one"))
        assert _ids(box.open(), role) == ["one"]

    @pytest.mark.parametrize("folder", [".Junk", ".Spam", ".Spamverdacht", ".Outbox", ".Templates", ".Junk.2025"])
    def test_folders_of_junk_and_unsent_mail_are_not_read(self, box: Tree, folder: str) -> None:
        box.write(folder, mail("one"))
        assert box.open().refs() == []

    def test_a_draft_goes_into_the_drafts_folder_of_their_language(self, box: Tree) -> None:
        (box.path / ".Drafts").rename(box.path / ".Entw&APw-rfe")
        box.open().place(DRAFT)
        assert [folder for folder, _ in box.stored()] == [".Entw&APw-rfe"]
