"""The drafts as their reader gets them: whole, short, without a leak, each in its own words."""

import datetime as dt
import itertools
import re
from dataclasses import replace

import pytest

from assistant.core.compose import Missing, draft
from assistant.core.compose.letters import LONGEST_TEMPLATE, LetterError, letters
from assistant.core.model import Address, Application, Draft, Event, Interview, Kind, Me, Part, Person, Settings, Standing, Step, StepKind
from assistant.templates import NAMES, built_in
from tests.core.compose_data import ADA, ME, MINE, SETTINGS, TUESDAY, ZONE, application, event, mail, meeting, promise, step

TEMPLATES = built_in()
LIMITS = {StepKind.THANK_YOU: 150, StepKind.CHECK_IN: 110, StepKind.CLOSING_THANKS: 120, StepKind.KEEP_IN_TOUCH: 120}
LEAK = re.compile(r"\[|\]|[{}<>]|\bTODO\b|\bXX+\b|\bNone\b|\bnull\b|\bTrue\b|\bFalse\b|  | [,.;?]|,,|\.\.|\n\n\n")
REPROACH = re.compile(
    r"(haven'?t|have not|had not|hadn'?t|not yet|never) (yet )?(heard|received)|(said|promised) you would|still waiting|overdue|\blate\b"
    r"|no (reply|response)|missed|just following up|as promised|chances|unfortunately|disappoint",
    re.IGNORECASE,
)
PANEL = tuple(
    Address(f"{first.lower()}@larkmoor.example", f"{first} {last}")
    for first, last in [("Ada", "Brook"), ("Bo", "Lindgren"), ("Kofi", "Abban"), ("Yasmin", "Ortiz"), ("Tomas", "Rhee")]
)
MARCH_11 = promise(dt.date(2026, 3, 11))


def drafted(due: Step, about: Application, settings: Settings = SETTINGS, discussed: str = "", me: Me = ME) -> Draft:
    found = draft(due, about, me, settings, TEMPLATES, discussed=discussed)
    assert isinstance(found, Draft)
    return found


def thanks(whom: Address, interview: Interview, about: Application, **more: object) -> str:
    due = replace(step(to=whom, interview=interview), key=f"thank_you|{interview.key}|{whom.email}")
    return drafted(due, about, **more).body  # type: ignore[arg-type]  # the arguments of `drafted`, by name


def check(kind: StepKind, body: str) -> None:
    """Could it be sent as it stands?"""
    assert not LEAK.search(body), body
    assert not REPROACH.search(body), body
    assert len(body.split()) <= LIMITS[kind], body
    assert body.splitlines()[0].endswith(",")
    assert body.splitlines()[-1] in {"Ines", "Ines Halloran"}


def wordset(body: str) -> set[str]:
    return set(re.sub(r"[\W_]+", " ", body.casefold()).split())


def alike(one: str, other: str) -> float:
    return len(wordset(one) & wordset(other)) / len(wordset(one) | wordset(other))


# ---------------------------------------------------------------- every letter, whatever is known

SOME_ROLES = (None, "Data Analyst", "R-10599 Records Assistant - Marine Claims (name withheld)")
FIRMS = ((None, None), ("Larkmoor Ltd", None), (None, "Farrow Search"), ("Larkmoor Ltd", "Farrow Search"))
AGENT = Address("gwen@farrowsearch.example", "Gwen Farrow")


@pytest.mark.parametrize(("role", "firms"), itertools.product(SOME_ROLES, FIRMS))
@pytest.mark.parametrize("greeted", ["Dear Ines,\n\nSee you.", "Hi Ines,\n\nSee you."])
def test_every_thank_you_can_be_sent_as_it_stands(role: str | None, firms: tuple[str | None, str | None], greeted: str) -> None:
    whom = (*PANEL, Address("info@larkmoor.example"), AGENT)
    for people, events, discussed, seed in itertools.product((PANEL, (ADA,)), ((), (MARCH_11,)), ("", "the winter outage"), range(3)):
        interview = meeting(*people, key=f"round {seed}")
        wish = mail(1, PANEL[0], MINE, f"{greeted}\nI would like to hear how you decide what NOT to measure.")
        about = application(wish, role=role, company=firms[0], agency=firms[1], interviews=(interview,), events=events)
        for person in whom:
            body = thanks(person, interview, about, discussed=discussed)
            check(StepKind.THANK_YOU, body)
            assert "Tuesday" in body
            assert ("11" in body) is bool(events)
            assert discussed in body


@pytest.mark.parametrize("kind", [StepKind.CHECK_IN, StepKind.CLOSING_THANKS, StepKind.KEEP_IN_TOUCH])
def test_every_other_letter_can_be_sent_as_it_stands(kind: StepKind) -> None:
    dates = (None, MARCH_11, promise(dt.date(2026, 3, 13), "by the end of next week", number=2))
    news = ((), (event(Kind.REJECTED, 1),), (event(Kind.CALLS_WELCOME),))
    held = ((), (meeting(ADA),), (meeting(PANEL[1]),))
    for role, firms, date, events, interviews, seed in itertools.product(SOME_ROLES, FIRMS, dates, news, held, range(3)):
        about = application(mail(1, ADA, MINE, "Hi Ines"), role=role, company=firms[0], agency=firms[1], interviews=interviews, events=events)
        for person in (ADA, AGENT):
            due = replace(step(kind, to=person, promise=date), key=f"{kind} {seed}")
            body = drafted(due, about).body
            check(kind, body)
            if kind is StepKind.CHECK_IN and date and date.day:
                assert str(date.day.day) in body
            if role:
                assert ("Data Analyst" in body) or ("Records Assistant" in body)


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_the_people_of_one_interview_get_their_own_words(size: int) -> None:
    for seed, events, role, discussed in itertools.product(range(7), ((), (MARCH_11,)), SOME_ROLES[:2], ("", "the winter outage")):
        interview = meeting(*PANEL[:size], key=f"round {seed}")
        about = application(interviews=(interview,), events=events, role=role)
        bodies = [thanks(p, interview, about, discussed=discussed) for p in PANEL[:size]]
        assert all(alike(one, other) < 0.6 for one, other in itertools.combinations(bodies, 2))


def test_the_same_person_gets_other_words_after_the_second_round() -> None:
    for seed in range(20):
        first, second = meeting(*PANEL[:2], key=f"first {seed}"), meeting(*PANEL[:3], key=f"second {seed}", start=TUESDAY + dt.timedelta(days=14))
        about = application(interviews=(second, first))
        assert alike(thanks(PANEL[0], first, about), thanks(PANEL[0], second, about)) < 0.6


def test_two_interviews_on_neighbouring_days_get_different_words() -> None:
    for seed in range(20):
        first, second = meeting(*PANEL[:3], key=f"first {seed}"), meeting(*PANEL[3:], key=f"second {seed}", start=TUESDAY + dt.timedelta(days=1))
        about = application(interviews=(first, second))
        bodies = [thanks(p, first, about) for p in PANEL[:3]] + [thanks(p, second, about) for p in PANEL[3:]]
        assert all(alike(one, other) < 0.6 for one, other in itertools.combinations(bodies, 2))


def test_the_words_stay_when_others_are_thanked_and_later_rounds_come() -> None:
    interview = meeting(*PANEL, key="round")
    later = meeting(PANEL[0], key="later", start=TUESDAY + dt.timedelta(days=9))
    before = application(interviews=(interview,))
    after = application(mail(60, MINE, PANEL[1], "Hi Bo,\n\nThank you.\n\nInes"), interviews=(interview, later))
    assert thanks(PANEL[2], interview, before) == thanks(PANEL[2], interview, after)


def test_a_second_check_in_does_not_repeat_the_first() -> None:
    first = drafted(step(StepKind.CHECK_IN), application())
    second = drafted(step(StepKind.CHECK_IN), application(events=(event(Kind.CHECKED_IN, 5),)))
    assert alike(first.body, second.body) < 0.6


# ---------------------------------------------------------------- what they say


def test_the_day_is_that_of_the_users_zone() -> None:
    late = meeting(ADA, start=dt.datetime(2026, 3, 4, 2, 0, tzinfo=dt.UTC))
    assert "on Tuesday" in thanks(ADA, late, application(interviews=(late,)))


def test_a_date_too_near_to_stay_true_is_left_out() -> None:
    near = promise(dt.date(2026, 3, 6))
    assert "March" not in thanks(ADA, meeting(), application(events=(near,)))


def test_a_date_that_they_took_back_is_left_out() -> None:
    assert "11" not in thanks(ADA, meeting(), application(events=(MARCH_11, event(Kind.TIMING, 5))))


def test_what_the_user_told_stands_before_what_was_announced() -> None:
    about = application(mail(1, ADA, MINE, "I would like to hear about sensor drift."))
    assert "sensor drift" in thanks(ADA, meeting(), about)
    told = thanks(ADA, meeting(), about, discussed="the winter outage")
    assert "the winter outage" in told
    assert "sensor drift" not in told


def check_in(*events: Event, to: Address = ADA, date: Event | None = None, settings: Settings = SETTINGS, **more: object) -> str:
    about = application(mail(1, ADA, MINE, "Hi Ines,"), events=events, **more)
    return drafted(step(StepKind.CHECK_IN, to=to, promise=date), about, settings).body


def test_a_check_in_names_the_date_and_who_gave_it() -> None:
    assert "You had mentioned March 11" in check_in(date=MARCH_11)
    assert "You had mentioned that there might be news around March 13" in check_in(date=promise(dt.date(2026, 3, 13), "end of next week"))
    assert "You had mentioned March 13" in check_in(date=promise(dt.date(2026, 3, 13), "we decide on Friday"))
    assert "I had understood that there might be news around March 11" in check_in(to=PANEL[1], date=MARCH_11)
    assert "11 March" in check_in(date=MARCH_11, settings=replace(SETTINGS, country="GB"))


def test_a_check_in_without_a_date_names_none() -> None:
    thanked = mail(200, MINE, ADA, "Hi Ada,\n\nThank you.")
    about = application(mail(1, ADA, MINE, "Hi Ines,"), thanked)
    assert "March" not in drafted(step(StepKind.CHECK_IN), about).body
    dateless = replace(MARCH_11, day=None)
    assert "mentioned" not in drafted(step(StepKind.CHECK_IN, promise=dateless), about).body


def test_a_forgotten_thank_you_is_made_up_for_in_the_check_in() -> None:
    assert "March 3" in check_in()
    assert "March 3" not in check_in(event(Kind.THANKED, 200))
    assert "March 3" not in check_in(interviews=())


@pytest.mark.parametrize(
    ("kinds", "welcome"), [((), False), ((Kind.CALLS_WELCOME,), True), ((Kind.NO_CALLS,), False), ((Kind.CALLS_WELCOME, Kind.NO_CALLS), False)]
)
def test_the_phone_is_named_only_where_a_call_is_welcome(kinds: tuple[Kind, ...], welcome: bool) -> None:
    body = check_in(*(event(kind) for kind in kinds))
    assert (re.search(r"\b(phone|call|talk)\b", body) is not None) is welcome


def closing(*events: Event, to: Address = ADA, **more: object) -> str:
    about = application(mail(1, ADA, MINE, "Hi Ines,"), events=events, **more)
    return drafted(step(StepKind.CLOSING_THANKS, to=to), about).body


def test_whoever_wrote_the_no_is_thanked_for_writing_it() -> None:
    assert (
        "Thank you for letting me know" in closing(event(Kind.REJECTED, 1))
        or "telling me" in closing(event(Kind.REJECTED, 1))
        or "getting back to me" in closing(event(Kind.REJECTED, 1))
    )
    assert closing(event(Kind.REJECTED, 1)) != closing(event(Kind.REJECTED, 9))


def test_a_farewell_remembers_the_first_round_too() -> None:
    rounds = (meeting(ADA), meeting(PANEL[1], key="second", start=TUESDAY + dt.timedelta(days=7)))
    assert closing(event(Kind.REJECTED, 1), interviews=rounds) == closing(event(Kind.REJECTED, 1), interviews=rounds[:1])
    assert closing(event(Kind.REJECTED, 1), interviews=rounds) != closing(event(Kind.REJECTED, 1), interviews=rounds[1:])


def test_an_agency_hears_of_its_client_and_an_employer_of_its_teams() -> None:
    agent = Person("Gwen Farrow", "gwen@somewhere.example", Part.RECRUITER)
    to_agent = check_in(to=AGENT, agency="Farrow Search", company=None)
    assert "Data Analyst role with your client" in to_agent
    assert "at Larkmoor Instruments" in check_in(to=AGENT, agency="Farrow Search")
    assert "with your client" in check_in(to=Address(agent.email), agency="Farrow Search", company=None, people=(agent,))
    assert "client" not in check_in(to=ADA, agency="Farrow Search")
    assert "client" not in check_in(to=Address("someone@other.example"), agency="Farrow Search", company=None)
    assert "client" not in check_in(to=Address("someone@other.example"), agency=" ", company="")


def test_a_titled_greeting_is_signed_in_full() -> None:
    about = application(mail(1, MINE, ADA, "Dear Dr. Brook,\n\nI apply.\n\nInes"))
    body = drafted(step(StepKind.CHECK_IN), about).body
    assert body.startswith("Dear Dr. Brook,")
    assert body.endswith("Kind regards,\nInes Halloran\n")


def test_titles_end_when_they_drop_them() -> None:
    applied, reply = mail(1, MINE, ADA, "Dear Ms. Brook,\n\nI apply."), mail(2, ADA, MINE, "Ines,\n\nCome by.\n\nAda")
    assert drafted(step(StepKind.CHECK_IN), application(applied, reply)).body.startswith("Hi Ada,")


def test_an_unknown_interview_in_the_step_is_still_thanked_for() -> None:
    other = meeting(ADA, key="not in the application")
    assert "Tuesday" in thanks(ADA, other, application(interviews=()))


def test_an_interview_that_did_not_take_place_is_not_spoken_of() -> None:
    off = replace(meeting(), standing=Standing.NOT_HELD)
    assert "March 3" not in check_in(interviews=(off,))


def test_a_draft_is_addressed_and_stands_in_its_conversation() -> None:
    first = mail(1, ADA, MINE, subject="Interview", references=("<a@x.example>",))
    made = drafted(step(to=Address(ADA.email), reply_to=first.id), application(first))
    assert made.to == (ADA,)
    assert (made.subject, made.in_reply_to, made.references) == ("Re: Interview", first.id, ("<a@x.example>", first.id))
    assert drafted(step(), application()).in_reply_to == ""


# ---------------------------------------------------------------- what cannot stand


def missing(due: Step, me: Me = ME, templates: dict[str, str] = TEMPLATES) -> str:
    found = draft(due, application(), me, SETTINGS, templates)
    assert isinstance(found, Missing)
    return found.what


def test_a_draft_that_cannot_stand_says_what_it_lacks() -> None:
    assert missing(step(to=None)) == "nobody to write to is known"
    assert missing(step(held="only a no-reply address")) == "only a no-reply address"
    assert "no mail can be addressed" in missing(step(to=Address("ada")))
    assert "your own name" in missing(step(), me=Me(" ", ME.addresses))
    assert "no address of your own" in missing(step(), me=Me("Ines Halloran", frozenset()))
    assert "which interview" in missing(step(interview=None))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is empty"),
        ("{{ greeting }}\n---\n\n", ""),
        ("{% if role %}Hi", "line 1"),
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{{ greeting }} [their name]", "it would still say '[their name]'"),
        ("{{ 'x' * 10 ** 10 }}", "only facts and conditions"),
        ("{% for x in role %}{{ x }}{% endfor %}", "only facts and conditions"),
        ("{{ greeting.__class__ }}", "only facts and conditions"),
        ("{{ range(9) }}", "only facts and conditions"),
        ("x" * (LONGEST_TEMPLATE + 1), "it is longer"),
    ],
)
def test_a_template_of_the_users_own_can_do_no_harm(text: str, why: str) -> None:
    found = draft(step(), application(), ME, SETTINGS, {**TEMPLATES, "thank_you": text})
    assert (why in found.what) if isinstance(found, Missing) else not why


def test_a_template_of_the_users_own_is_used() -> None:
    own = "{{ greeting }}\n\nThanks for {{ weekday }}{% if by and not calls %} - till {{ by }}{% endif %}.\n\nSee you,\nInes\n"
    found = draft(step(), application(events=(MARCH_11,)), ME, SETTINGS, {**TEMPLATES, "thank_you": own})
    assert isinstance(found, Draft)
    assert found.body == "Hi Ada,\n\nThanks for Tuesday - till Wednesday, March 11.\n\nSee you,\nInes\n"


def test_the_built_in_templates_hold_several_letters_each() -> None:
    assert {name: len(letters(TEMPLATES[name])) for name in NAMES} == {
        "thank_you": 7,
        "thank_you_for_helping": 3,
        "check_in": 4,
        "closing_thanks": 3,
        "keep_in_touch": 2,
    }


def test_an_empty_template_holds_no_letter() -> None:
    with pytest.raises(LetterError):
        letters("---\n---")


def test_the_zone_of_the_builders_is_the_users() -> None:
    assert SETTINGS.zone == ZONE
