"""Display names and well-known senders."""

import pytest

from assistant.core.reading.names import bare, calls, is_person
from assistant.core.reading.services import Nature, service


@pytest.mark.parametrize(
    "name",
    [
        "Dana Reyes",
        "Marsh, Devon",
        "Dana Reyes (via Greenhouse)",
        "Dana Reyes via LinkedIn",
        "Dr. Dana Reyes",
        "Dana Reyes, PhD",
        "Renée Achterberg-Oduya",
        "Peter Van Dusen",
        "D. O'Neil",
        "Dana Reyes | Northwind",
    ],
)
def test_a_persons_name_is_one(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Northwind",
        "Northwind Hiring Team",
        "no-reply",
        "Northwind Careers",
        "Talent Acquisition",
        "Northwind Ltd",
        "Your Weekly Digest",
        "dana@x.example",
        "Team 42",
        "The Northwind Bank of Toronto and Region",
    ],
)
def test_a_firms_name_is_no_persons(name: str) -> None:
    assert not is_person(name)


def test_a_name_is_stripped_of_what_hangs_on_it() -> None:
    assert bare("'Reyes, Dana' (Northwind)") == "Dana Reyes"
    assert bare("Dana Reyes, MBA") == "Dana Reyes"


def test_what_somebody_may_sign_with() -> None:
    assert {"dana", "reyes", "dana reyes", "dr", "d", "dana r", "d reyes"} <= calls("Reyes, Dana (she/her)")
    assert calls("") == frozenset()


@pytest.mark.parametrize(
    ("email", "name", "nature"),
    [
        ("no-reply@us.greenhouse-mail.io", "Greenhouse", Nature.APPLICANT),
        ("x@hire.lever.co", "Lever", Nature.APPLICANT),
        ("jobalerts-noreply@linkedin.com", "LinkedIn", Nature.ALERT),
        ("inmail-hit-reply@linkedin.com", "LinkedIn", Nature.RELAY),
        ("Notifications@Calendly.com", "Calendly", Nature.SCHEDULER),
        ("calendar-notification@google.com", "Google Calendar", Nature.CALENDAR),
    ],
)
def test_a_well_known_sender_is_known_by_address_or_domain(email: str, name: str, nature: Nature) -> None:
    found = service(email)
    assert found is not None
    assert (found.name, found.nature) == (name, nature)


@pytest.mark.parametrize("email", ["dana@northwind.example", "dana@notlever.co", "", "co"])
def test_anybody_else_is_no_service(email: str) -> None:
    assert service(email) is None
