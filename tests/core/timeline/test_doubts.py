"""What the user is asked about, and what they are not."""

import datetime as dt

import pytest

from assistant.core.model import Kind, Question
from assistant.core.timeline import understood
from assistant.core.timeline.threads import named_for_ever
from tests.core.timeline.letters import ME, MONDAY, SETTINGS, Letter, mine, read

ROWAN = "Rowan Pike <rowan.pike@tallowfield.example>"
ASKS = Letter(ROWAN, "Tuesday", "Hi Nadia,\n\nWould Thursday at 7pm or Friday at 8am work for the interview?\n\nRowan Pike\nTallowfield")
TAKES = mine(ROWAN, "Re: Tuesday", "Thursday at 7pm is fine.\n\nNadia", answers=0)
ID = named_for_ever("<0@letters.example>")
SOON = MONDAY + dt.timedelta(days=3)


def asked(*letters: Letter, now: dt.datetime = SOON, answers: dict[str, bool] | None = None) -> tuple[Question, ...]:
    return understood(read(*letters), ME, now, SETTINGS, answers or {}).questions


def test_a_talk_about_an_interview_that_names_no_role_is_asked_about_with_its_quote() -> None:
    (question,) = asked(ASKS, TAKES)
    assert question.id == ID
    assert question.message == "<0@letters.example>"
    assert question.event.quote == "Would Thursday at 7pm or Friday at 8am work for the interview?"


@pytest.mark.parametrize(
    ("letters", "why"),
    [
        ((ASKS,), "the user took no part"),
        ((Letter(ROWAN, "Tuesday", "Hi Nadia,\n\nWould Tuesday at 7pm work for supper?\n\nRowan"), TAKES), "no word of a job or an interview"),
        ((Letter(ROWAN, "The interview", "Hi Nadia,\n\nThe interview in Saturday's paper was a joy to read.\n\nRowan"), TAKES), "nobody wants to meet"),
        ((Letter(ROWAN, "Tuesday", "Hi Nadia,\n\nCan you interview two people with me on Tuesday at 7pm?\n\nRowan"), TAKES), "the user interviews"),
        ((Letter(ROWAN, "Podcast", "Hi Nadia,\n\nWould Tuesday at 7pm work for the podcast interview?\n\nRowan"), TAKES), "other business"),
    ],
)
def test_what_is_plainly_something_else_is_not_asked_about(letters: tuple[Letter, ...], why: str) -> None:
    assert not asked(*letters), why


def test_an_old_conversation_is_not_asked_about() -> None:
    assert not asked(ASKS, TAKES, now=SOON + dt.timedelta(days=60))


def test_a_yes_makes_an_application_of_it() -> None:
    told = understood(read(ASKS, TAKES), ME, SOON, SETTINGS, {ID: True})
    assert not told.questions
    (application,) = told.applications
    assert application.sure == 1
    assert Kind.APPROACHED in {event.kind for event in application.events}
    assert len(application.interviews) == 1


def test_a_no_is_a_no_for_ever() -> None:
    told = understood(read(ASKS, TAKES), ME, SOON, SETTINGS, {ID: False})
    assert (told.questions, told.applications) == ((), ())


def test_an_application_that_rests_on_too_little_is_asked_about_until_the_user_has_spoken() -> None:
    letters = (
        Letter(ROWAN, "Hello", "Hi Nadia,\n\nWe are hiring, come and work with us! Could we have a chat?\n\nRowan Pike\nTallowfield"),
        mine(ROWAN, "Re: Hello", "Yes, gladly.\n\nNadia", answers=0),
    )
    told = understood(read(*letters), ME, SOON, SETTINGS, {})
    assert [q.id for q in told.questions] == [told.applications[0].id]
    sure = understood(read(*letters), ME, SOON, SETTINGS, {ID: True})
    assert not sure.questions
    assert sure.applications[0].sure == 1
