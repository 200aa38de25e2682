"""What is placed, withdrawn and left alone."""

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Address, Application, Draft, Entry, Fate, Interview, Message, Ref, Role, Settings, Sort, Standing, Step, StepKind
from assistant.core.reconcile import Actions, Waiting, actions, why_over

NOW = dt.datetime(2026, 3, 5, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DANA = Address("dana@northwind.example", "Dana Reyes")
PRIYA = Address("priya@mail.example", "Priya Natarajan")
SETTINGS = Settings(zone=ZoneInfo("America/Toronto"))


def draft(key: str = "k1", due: dt.datetime = NOW - HOUR, to: Address = DANA, reply_to: str = "<m1@northwind.example>") -> Draft:
    step = Step(StepKind.THANK_YOU, key, due, None, to, reply_to, "Interview of 4 Mar was held")
    return Draft(step, "a1", (to,), "Re: Interview", reply_to, (reply_to,), "Hi Dana")


def entry(key: str = "k1", fate: Fate = Fate.PLACED, **more: Any) -> Entry:  # noqa: ANN401 - any field, by its name
    ref = Ref(Role.DRAFTS, "drafts", "1", key)
    plain = Entry(key, f"<{key}@mail.example>", "d", fate, NOW - HOUR, ref, (DANA.email,), "Re: Interview", "<m1@northwind.example>", StepKind.THANK_YOU)
    return replace(plain, **more)


def message(name: str = "<m2@northwind.example>", at: dt.datetime = NOW, **more: Any) -> Message:  # noqa: ANN401 - any field, by its name
    plain = Message(id=name, at=at, role=Role.INBOX, outgoing=False, sort=Sort.HUMAN, sender=DANA, to=(PRIYA,), text="Good news, we will write soon.")
    return replace(plain, **more)


def application(*messages: Message) -> Application:
    first = message("<m1@northwind.example>", NOW - 5 * HOUR)
    return Application("a1", "Northwind", None, "Data Analyst", (), (), (first, *messages), ())


def decided(wanted: list[Draft], ledger: tuple[Entry, ...] = (), *found: Application, settings: Settings = SETTINGS) -> Actions:
    return actions(wanted, Waiting(ledger), found, NOW, settings)


def test_a_wanted_draft_is_placed_and_says_why() -> None:
    (place,) = decided([draft()]).place
    assert place.why == "Interview of 4 Mar was held"


def test_nothing_wanted_and_nothing_waiting_is_nothing_to_do() -> None:
    assert not decided([])


@pytest.mark.parametrize(
    ("fate", "why"),
    [
        (Fate.PLACED, "it is waiting"),
        (Fate.EDITED, "you edited it: it is yours"),
        (Fate.DELETED, "you deleted it"),
        (Fate.SENT, "you sent it"),
        (Fate.SENT_EDITED, "you edited and sent it"),
        (Fate.REPLACED, "you wrote to them yourself"),
        (Fate.MOVED, "you moved it to another folder: it is yours"),
        (Fate.INTENDED, "whether it is waiting cannot be seen now"),
    ],
)
def test_a_draft_is_placed_once_whatever_became_of_it(fate: Fate, why: str) -> None:
    found = decided([draft()], (entry(fate=fate),))
    assert not found
    assert [left.why for left in found.leave] == [why]


def test_a_withdrawn_draft_that_is_due_again_is_placed_again() -> None:
    assert len(decided([draft()], (entry(fate=Fate.WITHDRAWN),)).place) == 1


def test_a_mail_under_the_drafts_message_id_says_that_it_was_placed_before() -> None:
    known = replace(draft(), message_id="<k1@mail.example>")
    found = actions([known], Waiting(ids=frozenset({"<k1@mail.example>"})), (), NOW, SETTINGS)
    assert [left.why for left in found.leave] == ["it was placed before, and is yours now"]


def test_a_withdrawn_draft_in_trash_does_not_keep_it_from_being_placed_again() -> None:
    known = replace(draft(), message_id="<k1@mail.example>")
    waiting = Waiting((entry(fate=Fate.WITHDRAWN),), ids=frozenset({"<k1@mail.example>"}))
    assert len(actions([known], waiting, (), NOW, SETTINGS).place) == 1


def test_a_draft_that_the_user_began_in_another_client_is_known_by_its_words_and_people() -> None:
    words = "Hi Dana, thank you for the long talk about the reports on Wednesday afternoon."
    own = message("<own@mail.example>", NOW, role=Role.DRAFTS, outgoing=True, sender=PRIYA, to=(DANA,), text=words + " Bye")
    found = actions([replace(draft(), body=words)], Waiting(drafts=(own,)), (), NOW, SETTINGS)
    assert [left.why for left in found.leave] == ["you are writing to them yourself"]


@pytest.mark.parametrize(("to", "replaced"), [((DANA,), True), ((Address("hr@northwind.example"),), False)])
def test_a_draft_is_replaced_where_the_user_wrote_to_them(to: tuple[Address, ...], replaced: bool) -> None:
    (gone,) = decided([], (entry(),), application(message(outgoing=True, to=to))).withdraw
    assert gone.replaced is replaced


def test_the_same_step_under_another_key_is_neither_placed_nor_withdrawn() -> None:
    assert not decided([draft("k2")], (entry("k1"),))


HELD = Interview(NOW - 3 * HOUR, NOW - 2 * HOUR, Standing.HELD, (DANA,), None, "<m1@northwind.example>", key="uid-1")


@pytest.mark.parametrize(("at", "placed"), [(NOW - HOUR, 0), (NOW - 3 * HOUR, 1)])
def test_a_thank_you_since_the_same_interview_is_the_same_step_whatever_mail_it_answers(at: dt.datetime, placed: int) -> None:
    wanted = draft("k2", reply_to="<m7@northwind.example>")
    wanted = replace(wanted, step=replace(wanted.step, interview=HELD))
    assert len(decided([wanted], (entry("k1", Fate.DELETED, at=at),)).place) == placed


@pytest.mark.parametrize(("days", "placed"), [(2, 0), (8, 1)])
def test_a_no_that_is_said_twice_is_answered_once(days: int, placed: int) -> None:
    wanted = draft("k2", due=NOW, reply_to="<m7@northwind.example>")
    step = replace(wanted.step, kind=StepKind.CLOSING_THANKS, until=NOW + dt.timedelta(days=7))
    earlier = entry("k1", Fate.SENT, at=NOW - dt.timedelta(days=days), kind=StepKind.CLOSING_THANKS)
    assert len(decided([replace(wanted, step=step)], (earlier,)).place) == placed


def test_where_both_keys_are_wanted_or_known_each_keeps_its_own() -> None:
    found = decided([draft("k2")], (entry("k1"), entry("k2")))
    assert [gone.entry.key for gone in found.withdraw] == ["k1"]
    assert [left.why for left in found.leave] == ["it is waiting"]


def test_another_person_in_the_conversation_has_a_draft_of_their_own() -> None:
    tom = Address("tom@northwind.example", "Tom Okafor")
    assert len(decided([draft(), draft("k2", to=tom)], (entry(),)).place) == 1


def test_two_new_conversations_are_told_apart_by_key_alone() -> None:
    assert len(decided([draft("k2", reply_to="")], (entry(in_reply_to="", fate=Fate.SENT),)).place) == 1


def test_an_untouched_draft_that_is_no_longer_due_is_withdrawn() -> None:
    (gone,) = decided([], (entry(),)).withdraw
    assert (gone.entry, gone.why, gone.spare) == (entry(), "it is no longer due", False)


@pytest.mark.parametrize("fate", [fate for fate in Fate if fate not in {Fate.PLACED, Fate.EDITED, Fate.MOVED}])
def test_what_does_not_wait_is_not_withdrawn(fate: Fate) -> None:
    assert decided([], (entry(fate=fate),)) == Actions()


def test_an_edited_draft_that_became_stale_stays_and_the_user_is_told() -> None:
    found = decided([], (entry(fate=Fate.EDITED),), application(message()))
    assert not found
    assert found.notes == (
        "The draft to dana@northwind.example that you edited may be stale: Dana Reyes wrote on 5 Mar: “Good news, we will write soon.”. It stays as it is",
    )


def test_a_moved_draft_that_became_stale_stays_and_the_user_is_told() -> None:
    found = decided([], (entry(fate=Fate.MOVED),), application(message()))
    assert not found
    assert "that you moved may be stale" in found.notes[0]


def test_a_second_copy_is_withdrawn_and_the_first_stays() -> None:
    spare = entry(ref=Ref(Role.DRAFTS, "drafts", "1", "9"))
    (gone,) = actions([draft()], Waiting((entry(),), (spare,)), (), NOW, SETTINGS).withdraw
    assert (gone.entry, gone.spare) == (spare, True)


def test_a_draft_that_the_user_began_themselves_holds_ours_back() -> None:
    own = message("<own@mail.example>", NOW, role=Role.DRAFTS, outgoing=True, sender=PRIYA, to=(DANA,), in_reply_to="<m1@northwind.example>")
    found = actions([draft()], Waiting(drafts=(own,)), (), NOW, SETTINGS)
    assert [left.why for left in found.leave] == ["you are writing to them yourself"]


@pytest.mark.parametrize(
    "other",
    [
        {"at": NOW - 3 * HOUR},
        {"to": (PRIYA,)},
        {"in_reply_to": "<m9@northwind.example>"},
        {"draft_key": "k9 0"},
    ],
)
def test_a_draft_of_another_matter_does_not(other: dict[str, Any]) -> None:
    own = message("<own@mail.example>", NOW, role=Role.DRAFTS, outgoing=True, sender=PRIYA, to=(DANA,), in_reply_to="<m1@northwind.example>")
    changed = replace(own, **other)
    assert len(actions([draft()], Waiting(drafts=(changed,)), (), NOW, SETTINGS).place) == 1


def test_more_drafts_than_the_fuse_allows_are_not_placed_but_asked_about() -> None:
    wanted = [draft(f"k{n}", NOW - n * HOUR, reply_to=f"<m{n}@northwind.example>") for n in range(1, 12)]
    found = decided(wanted)
    assert (found.place, found.held) == ((), 11)


def test_exactly_as_many_as_the_fuse_allows_blow_nothing() -> None:
    wanted = [draft(f"k{n}", reply_to=f"<m{n}@northwind.example>") for n in range(10)]
    assert (len(decided(wanted).place), decided(wanted).held) == (10, 0)


def test_the_fuse_holds_no_withdrawal_back() -> None:
    found = decided([draft("k2", reply_to="<m2@northwind.example>")], (entry(),), settings=replace(SETTINGS, drafts_per_pass=0))
    assert (len(found.place), len(found.withdraw), found.held) == (0, 1, 1)


def test_the_day_has_a_fuse_of_its_own_by_the_users_calendar() -> None:
    earlier = NOW - 6 * HOUR  # still the 4th in Toronto
    today = NOW - 3 * HOUR  # the 5th
    ledger = (entry("k8", Fate.SENT, at=today, in_reply_to="<a@x.example>"), entry("k9", Fate.SENT, at=earlier, in_reply_to="<b@x.example>"))
    settings = replace(SETTINGS, drafts_per_day=2)
    assert len(decided([draft("k1")], ledger, settings=settings).place) == 1
    assert decided([draft("k1"), draft("k2", reply_to="<m2@northwind.example>")], ledger, settings=settings).held == 2


def test_a_fuse_that_was_lowered_places_none() -> None:
    ledger = tuple(entry(f"k{n}", Fate.SENT, in_reply_to=f"<{n}@x.example>") for n in range(3, 6))
    assert not decided([draft()], ledger, settings=replace(SETTINGS, drafts_per_day=2))


def test_the_newest_mail_in_the_application_says_why_a_draft_is_over() -> None:
    older, newer = message("<m2@x.example>", NOW), message("<m3@x.example>", NOW + HOUR, text="")
    assert why_over(entry(), [application(newer, older)]) == "Dana Reyes wrote on 5 Mar"


def test_a_long_mail_is_quoted_by_its_beginning() -> None:
    said = why_over(entry(), [application(message(text="word " * 50, sender=Address("dana@northwind.example")))])
    assert said.startswith("dana@northwind.example wrote on 5 Mar: “word word")
    assert said.endswith("…”")
    assert len(said) < 150


def test_the_users_own_mail_says_why_a_draft_is_over() -> None:
    own = message(outgoing=True, to=(DANA, Address("hr@northwind.example")))
    assert why_over(entry(), [application(own)]) == "you wrote to Dana Reyes, hr@northwind.example on 5 Mar"


def test_machines_and_older_mail_are_no_reason() -> None:
    robot, old = message(sort=Sort.AUTOMATIC), message(at=NOW - 2 * HOUR)
    assert why_over(entry(), [application(robot, old)]) == "it is no longer due"


def test_an_application_that_is_not_the_drafts_is_no_reason() -> None:
    assert why_over(entry(in_reply_to="<other@x.example>"), [application(message())]) == "it is no longer due"
