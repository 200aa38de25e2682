"""What is placed, withdrawn and left alone."""

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Address, Application, Draft, Entry, Fate, Message, Ref, Role, Settings, Sort, Step, StepKind
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
    ],
)
def test_a_draft_is_placed_once_whatever_became_of_it(fate: Fate, why: str) -> None:
    found = decided([draft()], (entry(fate=fate),))
    assert not found
    assert [left.why for left in found.leave] == [why]


def test_a_withdrawn_draft_that_is_due_again_is_placed_again() -> None:
    assert len(decided([draft()], (entry(fate=Fate.WITHDRAWN),)).place) == 1


def test_the_same_step_under_another_key_is_neither_placed_nor_withdrawn() -> None:
    assert not decided([draft("k2")], (entry("k1"),))


def test_another_person_in_the_conversation_has_a_draft_of_their_own() -> None:
    tom = Address("tom@northwind.example", "Tom Okafor")
    assert len(decided([draft(), draft("k2", to=tom)], (entry(),)).place) == 1


def test_two_new_conversations_are_told_apart_by_key_alone() -> None:
    assert len(decided([draft("k2", reply_to="")], (entry(in_reply_to="", fate=Fate.SENT),)).place) == 1


def test_an_untouched_draft_that_is_no_longer_due_is_withdrawn() -> None:
    (gone,) = decided([], (entry(),)).withdraw
    assert (gone.entry, gone.why, gone.spare) == (entry(), "it is no longer due", False)


@pytest.mark.parametrize("fate", [Fate.DELETED, Fate.SENT, Fate.WITHDRAWN])
def test_what_does_not_wait_is_not_withdrawn(fate: Fate) -> None:
    assert decided([], (entry(fate=fate),)) == Actions()


def test_an_edited_draft_that_became_stale_stays_and_the_user_is_told() -> None:
    found = decided([], (entry(fate=Fate.EDITED),), application(message()))
    assert not found
    assert found.notes == (
        "The draft to dana@northwind.example that you edited may be stale: Dana Reyes wrote on 5 Mar: “Good news, we will write soon.”. It stays as it is",
    )


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


def test_no_more_drafts_than_the_fuse_allows_are_placed_the_first_due_first() -> None:
    wanted = [draft(f"k{n}", NOW - n * HOUR, reply_to=f"<m{n}@northwind.example>") for n in range(1, 13)]
    found = decided(wanted)
    assert [place.draft.step.key for place in found.place] == [f"k{n}" for n in range(12, 2, -1)]
    assert found.notes == ("12 drafts are due at once, which is unusual: only 10 may be placed now. Look at those that wait, then run again for the other 2",)


def test_exactly_as_many_as_the_fuse_allows_blow_nothing() -> None:
    wanted = [draft(f"k{n}", reply_to=f"<m{n}@northwind.example>") for n in range(10)]
    assert decided(wanted).notes == ()


def test_the_day_has_a_fuse_of_its_own_by_the_users_calendar() -> None:
    earlier = NOW - 6 * HOUR  # still the 4th in Toronto
    today = NOW - 3 * HOUR  # the 5th
    ledger = (entry("k8", Fate.SENT, at=today, in_reply_to="<a@x.example>"), entry("k9", Fate.SENT, at=earlier, in_reply_to="<b@x.example>"))
    settings = replace(SETTINGS, drafts_per_day=2)
    found = decided([draft("k1"), draft("k2", reply_to="<m2@northwind.example>")], ledger, settings=settings)
    assert len(found.place) == 1


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
