"""Roles, firms and days in running text; what was announced; which letter."""

import datetime as dt

import pytest

from assistant.core.compose.specifics import announced
from assistant.core.compose.wording import date_said, day_said, firm_said, role_phrase, role_said, the_role
from assistant.core.model import Address, Sort
from tests.core.compose_data import ADA, MINE, TUESDAY, application, mail, meeting


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Data Analyst", "Data Analyst"),
        ("R-10599 Records Clerk", "Records Clerk"),
        ("Records Clerk (R-10599)", "Records Clerk"),
        ("Records Clerk, REQ2044", "Records Clerk"),
        ("Records Clerk (AB-2031-07)", "Records Clerk"),
        ("Records Clerk #4471", "Records Clerk"),
        ("Req #4471: Records Clerk", "Records Clerk"),
        ("Competition 2026-044, Records Clerk", "Records Clerk"),
        ("Records Assistant - Marine Claims (name withheld)", "Records Assistant, Marine Claims"),
        ("Records Assistant | Marine Claims", "Records Assistant, Marine Claims"),
        ("Data Analyst [Remote", "Data Analyst"),
        ("Data Analyst) (m/f/d)", "Data Analyst"),
        ("the Data Analyst position", "Data Analyst"),
        ("SENIOR DATA ANALYST", "Senior Data Analyst"),
        ("VP OF IT AND DATA", "VP of IT and Data"),
        ("CTO", "CTO"),
        ("founding data analyst", "founding data analyst"),
        ("{{ role }}", ""),
        (None, ""),
        ("", ""),
        ("Analyst, " + "and something " * 20, "Analyst"),
        ("Something " * 20, ""),
    ],
)
def test_a_role_keeps_its_words_and_loses_its_numbers_and_brackets(role: str | None, said: str) -> None:
    assert role_said(role) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Data Analyst", "Data Analyst role"),
        ("Data Analyst, Marine Claims", "Data Analyst role in Marine Claims"),
        ("Data Analyst, Remote", "Data Analyst, Remote role"),
        ("Data Analyst, Level II", "Data Analyst, Level II role"),
        ("Director, Data Platform", "Director, Data Platform role"),
        ("Data Manager, Risk, Claims", "Data Manager, Risk, Claims role"),
        ("Data Analyst, all of the claims we have", "Data Analyst, all of the claims we have role"),
    ],
)
def test_a_field_behind_a_comma_is_what_one_works_in(title: str, said: str) -> None:
    assert role_phrase(title) == said


def test_the_role_is_named_with_its_employer_only_to_an_agency() -> None:
    assert the_role("Clerk", "Larkmoor Ltd.", through_agency=False) == "the Clerk role"
    assert the_role("Clerk", "Larkmoor Ltd.", through_agency=True) == "the Clerk role at Larkmoor"
    assert the_role("Clerk", None, through_agency=True) == "the Clerk role with your client"
    assert the_role(None, None, through_agency=False) == "the role"
    assert the_role(None, "Larkmoor, Inc", through_agency=True) == "the role at Larkmoor"


@pytest.mark.parametrize(("firm", "said"), [("Finch LLP", "Finch"), ("Finch, Inc.", "Finch"), ("Finch P.C.", "Finch"), ("Incline", "Incline"), (None, "")])
def test_a_firm_loses_its_legal_form(firm: str | None, said: str) -> None:
    assert firm_said(firm) == said


def test_dates_are_written_as_the_country_writes_them() -> None:
    day = dt.date(2026, 3, 11)
    assert [date_said(day, c) for c in ("US", "CA", "GB", "DE")] == ["March 11", "March 11", "11 March", "11 March"]
    assert [day_said(day, c) for c in ("us", "GB")] == ["Wednesday, March 11", "Wednesday 11 March"]


# ---------------------------------------------------------------- the one specific thing

BO = Address("bo@larkmoor.example", "Bo Lindgren")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada will probably ask about sensor drift. Bring a pen.", "sensor drift"),
        ("Bo enjoys maps; Ada would like to hear how you decide what NOT to measure.", "how I decide what not to measure"),
        ("Ada wants to dig into your calibration model and then show you the lab.", "my calibration model"),
        ("Ada will want to hear a bit more about the alerts you built on Thursday.", "the alerts I built"),
        ("Ada hopes to talk with you about our data contracts.", "your data contracts"),
        ("Ada likes to ask about what you\nread.", ""),
        ("Ada would love to hear about you.", ""),
        ("Ada may ask about the Data Analyst role.", ""),
        ("Ada may ask about your experience.", ""),
        ("Ada may ask about 3 projects.", ""),
        ("Ada may ask about the tool they use.", ""),
        ("Ada may ask about one two three four five six seven eight nine ten.", ""),
        ("Ada will ask about and.", ""),
        ("Ada will join a little later.", ""),
        ("Bo will ask about sensor drift.", ""),
        ("If you have questions, Ada would love to hear about them.", ""),
        ("Ada asked about sensor drift.", ""),
        ("Adamina will ask about sensor drift.", ""),
        ("Ada will ask about how you are measuring.", ""),
    ],
)
def test_what_was_announced_for_a_person(text: str, said: str) -> None:
    assert announced(ADA, "Ada", meeting(), application(mail(1, BO, MINE, text))) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I'd love to hear more about the alerts you built.", "the alerts I built"),
        ("Please walk us through the calibration model.", "the calibration model"),
        ("Bo will ask about sensor drift.", ""),
    ],
)
def test_what_a_person_announced_of_themselves(text: str, said: str) -> None:
    assert announced(ADA, "", meeting(), application(mail(1, ADA, MINE, text))) == said


def test_nobody_without_a_name_is_spoken_of() -> None:
    assert announced(ADA, "", meeting(), application(mail(1, BO, MINE, "Ada will ask about sensor drift."))) == ""


def test_only_their_own_words_before_the_interview_and_after_the_one_before_count() -> None:
    wish = "Ada will ask about sensor drift."
    second = meeting(start=TUESDAY + dt.timedelta(days=7), key="larkmoor-2")
    rounds = (meeting(), second)
    before, between, after = mail(1, BO, MINE, wish), mail(80, BO, MINE, wish), mail(300, BO, MINE, wish)
    assert announced(ADA, "Ada", second, application(before, interviews=rounds)) == ""
    assert announced(ADA, "Ada", second, application(between, interviews=rounds)) == "sensor drift"
    assert announced(ADA, "Ada", second, application(after, interviews=rounds)) == ""
    assert announced(ADA, "Ada", meeting(), application(mail(1, MINE, ADA, wish))) == ""
    assert announced(ADA, "Ada", meeting(), application(mail(1, BO, MINE, wish, sort=Sort.AUTOMATIC))) == ""
