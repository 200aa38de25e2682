"""The demo's mailbox, by what is understood in it: the same on every day of the year, in every zone."""

import datetime as dt
import email
from email.policy import default
from zoneinfo import ZoneInfo

import pytest

from assistant.core.judge import Outcome, judge
from assistant.core.model import RawMessage, Ref, Role, Settings, Sort
from assistant.core.reading import message
from assistant.demo import COUNTRY, OWNER, Letter, letters, reply, rfc5322

ZONES = ("America/New_York", "America/Los_Angeles", "Pacific/Chatham", "Europe/Berlin", "Asia/Kathmandu", "America/Sao_Paulo", "UTC")
HOURS = ((0, 1), (5, 59), (8, 59), (12, 0), (18, 30), (23, 58))
BEGIN = dt.date(2026, 1, 1)
# every sixth day of a year, so that each weekday and each hour has its turn; and the days on which dates go wrong
DAYS = [BEGIN + dt.timedelta(days=count) for count in range(0, 366, 6)]
ODD_DAYS = [
    dt.date(2026, 3, 8),  # the clocks of New York go forward
    dt.date(2026, 11, 1),  # and back
    dt.date(2026, 11, 27),  # the day after Thanksgiving
    dt.date(2026, 12, 25),
    dt.date(2026, 12, 31),
    dt.date(2027, 7, 4),
    dt.date(2027, 7, 5),  # Independence Day, kept on a Monday
    dt.date(2028, 2, 29),
    dt.date(2028, 3, 1),
]
MOMENTS = [
    dt.datetime.combine(day, dt.time(*HOURS[count % len(HOURS)]), tzinfo=ZoneInfo(ZONES[count % len(ZONES)])) for count, day in enumerate([*DAYS, *ODD_DAYS])
]
NOW = dt.datetime(2026, 3, 5, 9, 0, tzinfo=ZoneInfo("America/New_York"))

STAGES = {
    ("Events Manager", "Bellwether Books", "check_in"),
    ("Program Coordinator", "Sunnyside Care", "waiting"),
    ("Box Office Manager", "Willow Theater", "rejected"),
    ("Guest Services Lead", "Cove Aquarium", "thank_you"),
    ("Station Manager", "Meridian Rail", "applied"),
}
DRAFTS = [("check_in", "Tom"), ("closing_thanks", "Denise"), ("thank_you", "Mateo"), ("thank_you", "Ruth")]


def understood(mail: list[Letter], now: dt.datetime) -> Outcome:
    zone = now.tzinfo
    assert isinstance(zone, ZoneInfo)
    raws = [RawMessage(Ref(Role.SENT if one.is_sent else Role.INBOX, "", "", str(n)), rfc5322(one)) for n, one in enumerate(mail)]
    read = [one for raw in raws if (one := message(raw, OWNER, zone))]
    assert len(read) == len(mail)
    return judge(read, OWNER, now, Settings(zone=zone, country=COUNTRY))


def stages(outcome: Outcome) -> set[tuple[str | None, str | None, str]]:
    return {(one.application.role, one.application.company, one.status.stage.value) for one in outcome.judged}


def drafts(outcome: Outcome) -> list[tuple[str, str]]:
    return sorted((draft.step.kind.value, draft.to[0].name.split()[0]) for draft in outcome.drafts)


@pytest.mark.parametrize("now", MOMENTS, ids=lambda now: now.strftime("%a %Y-%m-%d %H:%M %Z"))
def test_on_any_day_the_same_is_due_and_an_answer_ends_the_check_in(now: dt.datetime) -> None:
    mail = letters(now)
    outcome = understood(mail, now)
    assert stages(outcome) == STAGES
    assert drafts(outcome) == DRAFTS
    assert not [note for one in outcome.judged for note in one.notes]
    answered = understood([*mail, reply(now, now)], now)
    assert drafts(answered) == [draft for draft in DRAFTS if draft[0] != "check_in"]
    assert ("Events Manager", "Bellwether Books", "scheduling") in stages(answered)
    assert len(answered.judged) == len(STAGES)


@pytest.mark.parametrize("now", MOMENTS[::7], ids=lambda now: now.strftime("%a %Y-%m-%d"))
def test_every_letter_lies_in_the_past_and_answers_follow_what_they_answer(now: dt.datetime) -> None:
    for letter in letters(now):
        assert letter.at < now
        assert all(earlier.at < letter.at for earlier in letter.thread)


def test_a_later_look_at_the_same_mailbox_is_coherent() -> None:
    """Days pass, and nobody does anything: what lapses goes, the date that was given comes, and all goes quiet in the end."""
    mail = letters(NOW)
    seen = {days: drafts(understood(mail, NOW + dt.timedelta(days=days))) for days in (1, 4, 12, 60)}
    assert seen[1] == DRAFTS
    assert seen[4] == [("check_in", "Tom"), ("closing_thanks", "Denise")]
    assert seen[12] == [("check_in", "Amara"), ("check_in", "Tom"), ("check_in", "Wendy")]
    assert seen[60] == []


def test_there_are_some_forty_letters_and_half_are_no_application() -> None:
    mail = letters(NOW)
    about = {one.id for application in understood(mail, NOW).applications for one in application.messages}
    assert 40 <= len(mail) <= 50
    assert 0.4 * len(mail) < len(about) < 0.6 * len(mail)


def test_the_rest_of_life_is_of_every_sort() -> None:
    zone = ZoneInfo("America/New_York")
    read = [message(RawMessage(Ref(Role.INBOX, "", "", "1"), rfc5322(one)), OWNER, zone) for one in letters(NOW)]
    assert {one.sort for one in read if one} == {Sort.HUMAN, Sort.BULK, Sort.AUTOMATIC, Sort.AUTO_REPLY}
    assert [one.subject for one in read if one and not one.authentic] == ["OFFER LETTER: Guest Services Lead (REMOTE)"]


def test_everybody_writes_from_an_invented_address_and_every_letter_has_its_own_id() -> None:
    mail = [email.message_from_bytes(rfc5322(one), policy=default) for one in [*letters(NOW), reply(NOW, NOW)]]
    addresses = [address.addr_spec for one in mail for header in ("from", "to") for address in one[header].addresses]
    assert all(address.endswith(".example") for address in addresses)
    assert len({one["message-id"] for one in mail}) == len(mail)


def test_no_place_for_a_day_is_left_open() -> None:
    for one in [*letters(NOW), reply(NOW, NOW)]:
        assert "{" not in one.subject + one.text + one.html


def test_each_person_is_thanked_in_words_of_their_own() -> None:
    thanks = {draft.to[0].name: draft.body for draft in understood(letters(NOW), NOW).drafts if draft.step.kind.value == "thank_you"}
    assert "the volunteer program I built" in thanks["Ruth Castellano"]
    assert "summer crowds" in thanks["Mateo Ruiz"]
    lines = [set(body.splitlines()[2:-3]) - {""} for body in thanks.values()]
    assert not lines[0] & lines[1]
