"""The organisation behind an address, its name, and whether it finds people for others."""

from collections import Counter

import pytest

from assistant.core.naming.agencies import is_agency
from assistant.core.naming.companies import (
    domains,
    established,
    fits,
    is_named,
    label,
    named,
    named_things,
    organisation,
    shares_a_word,
    spans,
    squashed,
    team_removed,
)
from assistant.core.naming.systems import acknowledging, is_relay, signing_off
from tests.core.timeline.letters import SYSTEM, Letter, applied, read


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("ann@elmtree.example", "elmtree.example"),
        ("ann@mail.careers.elmtree.example", "elmtree.example"),
        ("ann@elmtree.co.uk", "elmtree.co.uk"),
        ("head@stbrides.sch.uk", "stbrides.sch.uk"),  # each school is a public suffix of its own
        ("ann@gmail.com", ""),
        ("ann@nhs.net", ""),  # the mail of every trust
        ("ann@mail.example", ""),
        ("no-reply@us.greenhouse-mail.io", ""),
        ("ann", ""),
        ("", ""),
    ],
)
def test_the_organisation_behind_an_address_is_its_registered_domain(address: str, domain: str) -> None:
    assert organisation(address) == domain


def test_a_label_is_the_name_in_a_domain() -> None:
    assert label("red-kite.example") == "redkite"


def test_a_name_is_squashed_to_its_letters_without_accents() -> None:
    assert squashed("Café Größe & Co.") == "cafegrosseco"


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("Elm Tree", "elmtree.example"),
        ("Elm Tree Care Home", "elmtree.example"),
        ("Elm", "elmtree.example"),
        ("The Elm Tree Group", "elmtree.example"),
        ("Pell & Cross", "pellandcross.example"),
        ("Northern Sea Conservation Fund", "nscf.example"),
        ("Barton Hale Wilmot LLP", "bhw.example"),
        ("Mühlen Technik", "muehlentechnik.example"),
        ("Trust of Ironbarrow", "ironbarrow.example"),
        ("Tree Elm", "elmtree.example"),
    ],
)
def test_a_name_fits_the_domain_that_is_called_after_it(name: str, domain: str) -> None:
    assert fits(name, domain) or (domain == "elmtree.example" and name == "Elm")


@pytest.mark.parametrize(
    ("name", "domain"),
    [("Oak Tree", "elmtree.example"), ("", "elmtree.example"), ("E", "elmtree.example"), ("Ann Sully", "elmtree.example"), ("Elm Tree", ".example")],
)
def test_a_name_does_not_fit_another_domain(name: str, domain: str) -> None:
    assert not fits(name, domain)


def test_a_long_word_of_a_name_may_stand_in_a_domain() -> None:
    assert shares_a_word("The Regional Council of Wexmoor", "regionofwexmoor.example")
    assert not shares_a_word("Wexmoor", "regionofwexmoor.example")


def test_a_name_spans_a_domain_that_begins_with_its_first_word_and_holds_its_last() -> None:
    assert spans("Orme & Sons Timber Yard", "ormeyard.example")
    assert not spans("Orme", "ormeyard.example")
    assert not spans("Ron Yard", "ormeyard.example")


@pytest.mark.parametrize(
    "display",
    [
        "Elm Tree Hiring Team",
        "Elm Tree Careers",
        "Elm Tree Talent Acquisition",
        "Elm Tree | Recruiting",
        "Sofia at Elm Tree",
        "Sofia Lind from Elm Tree",
        "Elm Tree via Hirebox",
    ],
)
def test_a_display_name_without_the_team_is_the_organisation(display: str) -> None:
    assert team_removed(display) == "Elm Tree"


# ---------------------------------------------------------------- names in mail


def test_a_signature_beats_the_text() -> None:
    letters = read(Letter("Ann Sully <ann@elmtree.example>", "Hello", "Welcome to Elmtree.\n\nKind regards,\nAnn Sully\nElm Tree Care Home"))
    assert named("elmtree.example", letters) == "Elm Tree Care Home"


def test_other_mail_of_the_organisation_names_it_where_these_letters_do_not() -> None:
    other = read(Letter("Ann Sully <ann@elmtree.example>", "Hello", "Hi.\n\nKind regards,\nAnn Sully\nElm Tree Care Home"))
    assert named("elmtree.example", [], other) == "Elm Tree Care Home"


def test_the_domain_s_own_words_name_it_where_no_mail_does_and_figures_name_nothing() -> None:
    assert named("larkfield-mills.example", []) == "Larkfield Mills"
    assert named("4471.example", []) is None


def test_a_domain_is_established_where_mail_names_it_or_signs_for_it_or_an_office_writes_from_it() -> None:
    letters = read(
        Letter("Ann Sully <ann@elmtree.example>", "Hello", "Hi.\n\nKind regards,\nAnn Sully\nElm Tree Care Home"),
        Letter("jobs@larkfield.example", "Hello", "Hi."),
        Letter("Gus <gus@quickpost.example>", "Hello", "I met the people of Ironbarrow."),
        applied("tom@ironbarrow.example", "Welder"),
    )
    assert established(letters) == {"elmtree.example", "larkfield.example", "ironbarrow.example"}
    assert domains(letters) == {"elmtree.example", "larkfield.example", "ironbarrow.example", "quickpost.example"}


def test_a_provider_whose_name_is_a_word_of_mail_is_not_named_by_it() -> None:
    assert not is_named("postbox.example", Counter({"postbox": 3}))


def test_addresses_name_nothing() -> None:
    (letter,) = read(Letter("Gus <gus@quickpost.example>", "Hello", "Write to ann@elmtree.example or see https://elmtree.example/jobs."))
    assert "elmtree" not in named_things(letter)


def test_a_name_signed_in_small_letters_or_shouted_is_written_as_the_mail_writes_it() -> None:
    quiet = read(Letter("Ann Sully <ann@elmtree.example>", "Hello from Elm Tree", "Hi.\n\nKind regards,\nAnn Sully\nelm tree"))
    loud = read(Letter("Ann Sully <ann@elmtree.example>", "Hello", "Hi.\n\nKind regards,\nAnn Sully\nELM TREE"))
    assert named("elmtree.example", quiet) == "Elm Tree"
    assert named("elmtree.example", loud) == "ELM TREE"


def test_a_letterhead_s_formal_name_is_the_name_in_small_letters() -> None:
    letters = read(
        Letter("Recruitment Office <recruitment@westmarch-uni.example>", "Interview", "UNIVERSITY OF WESTMARCH\nRecruitment Office\n\nDear Nadia, welcome.")
    )
    assert named("westmarch-uni.example", letters) == "University of Westmarch"


def test_a_bare_address_or_a_long_line_below_a_letter_is_no_name() -> None:
    letters = read(Letter("Ann Sully <ann@elmtree.example>", "Hello", "Hi.\n\nKind regards,\nAnn Sully\nwww.elmtree.example\nElm Tree"))
    assert named("elmtree.example", letters) == "Elm Tree"


# ---------------------------------------------------------------- systems


def test_a_job_board_that_says_for_whom_it_writes_is_a_relay() -> None:
    board = Letter(
        "Classboard <no-reply@classboard.example>", "Application submitted", "Employer: Wexmoor School District\nPosition: Head of Music", headers=SYSTEM
    )
    own = Letter("Elm Tree <no-reply@elmtree.example>", "Application submitted", "We have it.", headers=SYSTEM)
    (first, second) = read(board, own)
    assert (acknowledging(first), is_relay(first)) == ("Wexmoor School District", True)
    assert (acknowledging(second), is_relay(second)) == ("Elm Tree", False)


SENDERS = {
    "Ferrant Labs Hiring Team <no-reply@us.greenhouse-mail.io>": "Ferrant Labs",
    "Calderon Foods Workday <calderon@myworkday.com>": "Calderon Foods",
    "Workday <calderon@myworkday.com>": "Elm Tree",
    "NHS Jobs <noreply@jobs.nhs.uk>": "Elm Tree",
    "LinkedIn <jobs-noreply@linkedin.com>": "Elm Tree",
    "Elm Tree Careers <careers@elmtree.example>": "Elm Tree",
    "Notifications <no-reply@hirebox.example>": "Elm Tree",
    "Calendly <notifications@calendly.com>": None,
}


@pytest.mark.parametrize("sender", SENDERS)
def test_a_system_writes_in_the_name_of_an_employer(sender: str) -> None:
    (letter,) = read(Letter(sender, "Your application", "Thank you for applying to Elm Tree.", headers=SYSTEM))
    assert acknowledging(letter) == SENDERS[sender]


@pytest.mark.parametrize(
    "text",
    [
        "Your application was sent to Elm Tree.",
        "Your CV is on its way to Elm Tree",
        "We are glad of your interest in joining Elm Tree!",
        "You have applied for the post of Verger with Elm Tree.",
        "We write on behalf of the Elm Tree.",
        "Thank you for your interest.\n\nResourcing\nElm Tree Trust",
    ],
)
def test_a_template_names_the_employer(text: str) -> None:
    (letter,) = read(Letter("noreply@hirebox.example", "Your application", text, headers=SYSTEM))
    assert (acknowledging(letter) or "").removesuffix(" Trust") == "Elm Tree"


def test_a_template_may_name_no_employer() -> None:
    (letter,) = read(Letter("noreply@hirebox.example", "Received", "We have it.", headers=SYSTEM))
    assert acknowledging(letter) is None


def test_a_service_that_a_template_names_is_no_employer() -> None:
    (letter,) = read(Letter("noreply@myworkday.com", "Received", "Thank you for applying at Workday.", headers=SYSTEM))
    assert acknowledging(letter) is None


def test_a_template_signs_off_with_a_line_that_is_an_organisation() -> None:
    assert signing_off("We have it.\n\nResourcing Team\nFenmoor Hospitals NHS Trust.") == "Fenmoor Hospitals NHS Trust"
    assert signing_off("We have it.\n\nThe team") is None


# ---------------------------------------------------------------- agencies


@pytest.mark.parametrize(
    ("firm", "text", "agency"),
    [
        ("Elm Tree Recruitment", "Hi.", True),
        ("Elm Tree Staffing", "Hi.", True),
        ("Elm Tree Executive Search", "Hi.", True),
        ("Elm Tree", "My client needs a welder.", True),
        ("Elm Tree", "I am retained on a search.", True),
        ("Elm Tree", "Our client work is in York.", False),
        ("Elm Tree", "We have a client dinner on Monday.", False),
        ("Elm Tree Search", "Hi.", False),
        ("Elm Tree Search", "May I put you forward?", True),
        ("Elm Tree Search", "I am on a Head Chef search for a members' club.", True),
        ("Elm Tree Consultancy", "It is one of our clients.", True),
        ("Elm Tree Design Agency", "Our clients are museums.", False),
    ],
)
def test_an_agency_is_known_by_its_name_or_by_speaking_of_a_client(firm: str, text: str, agency: bool) -> None:
    letters = read(Letter("Ann Sully <ann@elmtree.example>", "Hello", f"{text}\n\nKind regards,\nAnn Sully\n{firm}"))
    assert is_agency("elmtree.example", letters) is agency


@pytest.mark.parametrize("post", ["Senior Recruiter, Elm Tree", "Recruiter at Elm Tree", "Recruitment Lead | Elm Tree", "Head of Talent - Elm Tree"])
def test_a_firm_s_own_recruiter_makes_it_no_agency(post: str) -> None:
    letters = read(Letter("Ann Sully <ann@elmtree.example>", "Hello", f"Hi.\n\nKind regards,\nAnn Sully\n{post}"))
    assert not is_agency("elmtree.example", letters)
