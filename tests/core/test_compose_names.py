"""How people are greeted, and how the user signs."""

import pytest

from assistant.core.compose.manner import greeting, signature
from assistant.core.compose.names import Name, name
from assistant.core.model import Address, Application, Attendee, CalendarEvent, Message, Method, Part, Person, Sort
from tests.core.compose_data import ADA, ME, MINE, application, mail, meeting


@pytest.mark.parametrize(
    ("shown", "given", "family"),
    [
        ("Ada Brook", "Ada", "Brook"),
        ("Brook, Ada", "Ada", "Brook"),
        ("'Brook, Ada M.'", "Ada", "Brook"),
        ("Van der Meer, Joost", "Joost", "Van der Meer"),
        ("Joost van der Meer", "Joost", "van der Meer"),
        ("Ada Brook, PhD", "Ada", "Brook"),
        ("Ada Brook, P.Eng., MBA", "Ada", "Brook"),
        ("Ada Brook (she/her)", "Ada", "Brook"),
        ("Oluwadamilare (Dami) Ojo", "Dami", "Ojo"),
        ('Roberta "Bobbie" Lane', "Bobbie", "Lane"),
        ("Oluwadamilare Ojo (Dami)", "Dami", "Ojo"),
        ("Ada Brook (Contractor)", "Ada", "Brook"),
        ("Ada (she) Brook", "Ada", "Brook"),
        ("Ada () Brook", "Ada", "Brook"),
        ("Ada Brook via Greenhouse", "Ada", "Brook"),
        ("Ada from Larkmoor", "Ada", ""),
        ("Ada Brook | Larkmoor", "Ada", "Brook"),
        ("Ada Brook - Talent", "Ada", "Brook"),
        ("✨ Ada Brook 🚀", "Ada", "Brook"),
        ("ADA BROOK", "Ada", "Brook"),
        ("ada brook", "Ada", "Brook"),
        ("JEAN-LUC O'NEILL", "Jean-Luc", "O'Neill"),
        ("McKenna O'Brien", "McKenna", "O'Brien"),
        ("WANG Xiaoming", "Xiaoming", "Wang"),
        ("LI Wei", "Wei", "Li"),
        ("AJ Brook", "AJ", "Brook"),
        ("WANG X.", "Wang", ""),
        ("J. Brook", "", "Brook"),
        ("J. Adele Brook", "Adele", "Brook"),
        ("J.", "", ""),
        ("王小明", "王小明", ""),
        ("田中 花子", "田中 花子", ""),
        ("김민준", "김민준", ""),
        ("Ольга Петрова", "Ольга", "Петрова"),
        ("Zoë Côté", "Zoë", "Côté"),
        ("Min-ji Seo", "Min-ji", "Seo"),
        ("Larkmoor Talent Team", "", ""),
        ("Recruiting", "", ""),
        ("Finch & Daughters", "", ""),
        ("Larkmoor Instruments", "", ""),
        ("", "", ""),
        (" , ", "", ""),
        ("PhD", "", ""),
        ("\udce9 Ada", "Ada", ""),
    ],
)
def test_the_name_behind_a_display_name(shown: str, given: str, family: str) -> None:
    found = name(shown, ("Larkmoor Instruments",))
    assert (found.given, found.family) == (given, family)


def test_a_title_is_kept_apart_from_the_name() -> None:
    assert name("Dr. Ada Brook") == Name("Ada", "Brook", "Dr.")
    assert name("PROF ADA BROOK") == Name("Ada", "Brook", "Prof.")


def greeted(*messages: Message, to: Address = ADA, **more: object) -> str:
    return greeting(to, application(*messages, **more), ME)


def test_without_any_mail_it_is_hi_and_the_first_name() -> None:
    assert greeted() == "Hi Ada,"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dear Ada,\n\nThank you.", "Dear Ada,"),
        ("Hello Ada\n\nThank you.", "Hello Ada,"),
        ("Hey ada - quick one", "Hi Ada,"),
        ("Dear Ms. Brook,\n\nThank you.", "Dear Ms. Brook,"),
        ("Dear Ms BROOK:\n\nThank you.", "Dear Ms. Brook,"),
        ("Dear Ada Brook,\n\nThank you.", "Dear Ada,"),
        ("Dear Ada Jane,\n\nThank you.", "Dear Ada Jane,"),
        ("Good morning, Ada,\n\nThank you.", "Hi Ada,"),
        ("Ada, my apologies for the delay.", "Hi Ada,"),
        ("Adi, my apologies for the delay.", "Hi Ada,"),
        ("Dear hiring team,\n\nPlease find attached", "Hi Ada,"),
        ("Thank you for the invitation.", "Hi Ada,"),
        ("Dear Ada and the rest of the panel,", "Hi Ada,"),
        ("", "Hi Ada,"),
    ],
)
def test_the_users_own_greeting_of_this_person_comes_first(text: str, line: str) -> None:
    assert greeted(mail(1, MINE, ADA, text)) == line


def test_a_greeting_of_two_people_says_nothing_about_one() -> None:
    bo = Address("bo@larkmoor.example", "Bo Lindgren")
    assert greeted(mail(1, MINE, ADA, "Dear Bo,\n\nThank you both.", cc=(bo,))) == "Hi Ada,"


@pytest.mark.parametrize(
    ("text", "signed", "shown", "line"),
    [
        ("Hi Ines,\n\nMy name is Dami and I hire.", "", "Oluwadamilare Ojo", "Hi Dami,"),
        ("My name is Oluwadamilare.", "", "Oluwadamilare Ojo", "Hi Oluwadamilare,"),
        ("My name is J.", "", "Oluwadamilare Ojo", "Hi Oluwadamilare,"),
        ("Hi Ines! Dami here from Larkmoor.", "", "Oluwadamilare Ojo", "Hi Dami,"),
        ("The parking is here.", "", "Oluwadamilare Ojo", "Hi Oluwadamilare,"),
        ("See you.\n\nBest,\nBob", "", "Robert Lane", "Hi Bob,"),
        ("See you.\n\nKind regards,", "Bob\nHead of Data", "Robert Lane", "Hi Bob,"),
        ("See you.", "Best,\nBob", "Robert Lane", "Hi Bob,"),
        ("See you.\n\nDami", "", "Oluwadamilare Ojo", "Hi Dami,"),
        ("See you.\n\nonwards", "", "Robert Lane", "Hi Robert,"),
        ("See you.\n\nCheers", "", "Robert Lane", "Hi Robert,"),
        ("See you.\n\nBest,\nR.", "", "Robert Lane", "Hi Robert,"),
        ("See you.\n\nrobert", "", "Robert Lane", "Hi Robert,"),
        ("See you.", "Oluwadamilare (Dami) Ojo\nTalent", "Oluwadamilare Ojo", "Hi Dami,"),
        ("See you.", "Larkmoor Talent Team", "Robert Lane", "Hi Robert,"),
        ("See you.", "T 416-555-0100", "Robert Lane", "Hi Robert,"),
        ("", "", "Robert Lane", "Hi Robert,"),
        ("Dear Ines,\n\nSee you.", "Dr. Ada Brook", "Dr. Ada Brook", "Dear Dr. Brook,"),
        ("Dear Ines,\n\nSee you.\n\nAda", "Dr. Ada Brook", "Dr. Ada Brook", "Dear Ada,"),
        ("See you.\n\nMary Ann", "", "Mary Ann Lane", "Hi Mary Ann,"),
        ("Dear Ines,\n\nSee you.", "", "Dr. Ada Brook", "Dear Dr. Brook,"),
        ("Hello Ines,\n\nSee you.", "", "Robert Lane", "Hello Robert,"),
    ],
)
def test_people_are_greeted_as_they_sign_and_introduce_themselves(text: str, signed: str, shown: str, line: str) -> None:
    them = Address("someone@larkmoor.example", shown)
    assert greeted(mail(1, them, MINE, text, signature=signed), to=them) == line


def test_an_automatic_reply_does_not_tell_how_a_person_signs() -> None:
    away = mail(1, ADA, MINE, "I am away.\n\nBest,\nReception", sort=Sort.AUTO_REPLY)
    assert greeted(away) == "Hi Ada,"


def test_whoever_never_wrote_is_greeted_in_the_manner_of_the_house() -> None:
    bo = Address("bo@larkmoor.example", "Bo Lindgren")
    assert greeted(mail(1, ADA, MINE, "Dear Ines,\n\nYou will meet Bo."), to=bo) == "Dear Bo,"
    assert greeted(mail(1, ADA, MINE, "Hello Ines,\n\nYou will meet Bo."), to=bo) == "Hi Bo,"


FORMAL = "Dear Ms. Halloran:\n\nPlease attend before Mr. Bo Lindgren and Ms. Ortiz."


def test_a_house_that_uses_titles_gets_titles_back() -> None:
    bo = Address("bo@larkmoor.example", "Lindgren, Bo")
    assert greeted(mail(1, ADA, MINE, FORMAL), to=bo) == "Dear Mr. Lindgren,"


def test_a_title_is_not_guessed_for_whom_they_name_none() -> None:
    kofi = Address("kofi@larkmoor.example", "Kofi Abban")
    assert greeted(mail(1, ADA, MINE, FORMAL), to=kofi) == "Dear Kofi,"


def test_no_name_is_made_of_an_address() -> None:
    for shown in ("", "blindgren", "blindgren@larkmoor.example", "Larkmoor Instruments"):
        assert greeted(to=Address("blindgren@larkmoor.example", shown)) == "Hello,"
    assert greeted(to=Address("bo.lindgren@larkmoor.example", "bo.lindgren")) == "Hello,"


def test_a_name_that_stands_elsewhere_in_the_application_is_found() -> None:
    bare = Address("bo@larkmoor.example")
    known = Person("Bo Lindgren", "bo@larkmoor.example", Part.INTERVIEWER)
    assert greeted(to=bare, people=(known,)) == "Hi Bo,"
    assert greeted(to=bare, interviews=(meeting(Address("bo@larkmoor.example", "Bo Lindgren")),)) == "Hi Bo,"
    assert greeted(mail(1, ADA, MINE, cc=(Address("bo@larkmoor.example", "Bo Lindgren"),)), to=bare) == "Hi Bo,"


def test_a_name_that_only_the_invitation_shows_is_found() -> None:
    bo = Attendee(Address("bl@larkmoor.example", "Bo Lindgren"))
    chair = Attendee(Address("yo@larkmoor.example", "Yasmin Ortiz"))
    invitation = CalendarEvent("uid", 0, Method.REQUEST, None, None, organizer=chair, attendees=(bo,))
    lone = CalendarEvent("uid", 0, Method.REQUEST, None, None)
    held = mail(1, ADA, MINE, calendar=(invitation, lone))
    assert greeted(held, to=Address("bl@larkmoor.example")) == "Hi Bo,"
    assert greeted(held, to=Address("yo@larkmoor.example")) == "Hi Yasmin,"


@pytest.mark.parametrize("local", ["ivo.quist", "iquist", "ivo", "ivo.q", "quisti", "quist.ivo", "i.quist"])
def test_a_name_written_in_their_mail_is_that_of_the_address_made_of_it(local: str) -> None:
    text = "You will meet Ivo Quist (our controller) and Hae-won Cho."
    assert greeted(mail(1, ADA, MINE, text), to=Address(f"{local}@larkmoor.example", local)) == "Hi Ivo,"


def test_a_double_name_may_be_shortened_in_the_address() -> None:
    text = "Dev Rao-Whitfield, Engineering Lead"
    assert greeted(mail(1, ADA, MINE, text), to=Address("dev.rw@larkmoor.example")) == "Hi Dev,"


def test_two_names_that_fit_one_address_are_none() -> None:
    text = "You will meet Ivo Quist and Inga Quist. Hello Ines,"
    assert greeted(mail(1, ADA, MINE, text), to=Address("iquist@larkmoor.example")) == "Hello,"
    assert greeted(mail(1, ADA, MINE, text), to=Address("hello@larkmoor.example")) == "Hello,"
    assert greeted(mail(1, MINE, ADA, "Ivo Quist"), to=Address("ivo@larkmoor.example")) == "Hello,"


def signs(*messages: Message, to: Address = ADA) -> str:
    found: Application = application(*messages)
    return signature(to, found, ME)


def test_the_user_signs_as_they_sign_to_this_person() -> None:
    bo = Address("bo@larkmoor.example", "Bo Lindgren")
    to_bo, to_ada = mail(1, MINE, bo, "Hi Bo,\n\nThanks.\n\nInes"), mail(2, MINE, ADA, "Hi Ada,\n\nThanks.\n\nInes Halloran\n416-555-0101")
    assert signs(to_bo, to_ada, to=bo) == "Ines"
    assert signs(to_bo, mail(2, MINE, ADA, "Hi Ada,\n\nThanks.", signature="Ines Halloran\n416-555-0101")) == "Ines Halloran"


def test_an_initial_is_no_signature() -> None:
    assert signs(mail(1, MINE, ADA, "Hi Ada,\n\nThanks.\n\nI.")) == "Ines"


def test_the_user_signs_as_elsewhere_in_the_application_where_they_never_wrote_to_this_person() -> None:
    bo = Address("bo@larkmoor.example", "Bo Lindgren")
    assert signs(mail(1, MINE, ADA, "Hi Ada,\n\nThanks.\n\nBest,\nInes Halloran"), to=bo) == "Ines Halloran"


def test_without_any_sent_mail_it_is_the_first_name() -> None:
    assert signs() == "Ines"
