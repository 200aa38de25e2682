"""Titles in text: where they begin and end, and which two may be one role."""

import pytest

from assistant.core.naming.roles import differ, head, key_words, line_titles, mentions, same_role, trimmed

TITLES = {
    "Your application for the position of Staff Product Designer (R-20418)": "Staff Product Designer",
    "Position: UX Designer": "UX Designer",
    "Job title: Postal Worker": "Postal Worker",
    "Post: Verger": "Verger",
    "Post: Grants and Legacies": "Grants and Legacies",  # a label gives a title whatever its words
    "Post: https": None,
    "Your application for Full-Stack Developer (React/Node)": "Full-Stack Developer",
    "Application for Head of People & Culture": "Head of People & Culture",
    "Application for Registered Nurse - ICU (R123456)": "Registered Nurse - ICU",
    "application for Lecturer in Chemistry at the University of Westmarch": "Lecturer in Chemistry",
    "application for Data Analyst in our London team": "Data Analyst",
    "application for the role of Dog Groomer": "Dog Groomer",
    "Thank you for applying for HGV Class 1 Driver": "HGV Class 1 Driver",
    "Application: Level 3 Nursery Practitioner": "Level 3 Nursery Practitioner",
    "application for the Band 6 Occupational Therapist post": "Band 6 Occupational Therapist",
    "the post of Estates Surveyor (Ref EST/2026/014) at Hollowbrook": "Estates Surveyor",
    "the post of Finance Officer (Capital and Treasury) at Hollowbrook": "Finance Officer (Capital and Treasury)",
    "the post of Finance Officer (Remote)": "Finance Officer",
    "Position: Administrative Assistant II, Mayor's Office": "Administrative Assistant II, Mayor's Office",
    "the VP of Sales role": "VP of Sales",
    "the Sr. Accountant role at Fenn": "Sr. Accountant",
    "R-10442 Reporting Analyst": "Reporting Analyst",
    "work here as Corporate Legal Assistant": "Corporate Legal Assistant",
    "we need a Legal Operations Coordinator": "Legal Operations Coordinator",
    "we need a founding product designer": "founding product designer",
    "We are recruiting for a java developer": "java developer",
    "We'd like to talk to you about the electrician's mate job.": "electrician's mate",
    "the part-time bookkeeper position": "part-time bookkeeper",
    "for an artisan cheese buyer position": "artisan cheese buyer",
    "I have an opening for a paralegal in our Leeds office": "paralegal",
    "I would like to apply as a second violinist": "second violinist",
    "I would like to apply for the manager": None,  # too little, in small letters
    "I would like to apply for something else": None,
    "application for Freedom": None,
    "the director called": None,
}


@pytest.mark.parametrize("text", TITLES)
def test_a_title_is_found_with_its_beginning_and_end(text: str) -> None:
    found = sorted(mentions(text), key=lambda x: -x.weight)
    assert (found[0].title if found else None) == TITLES[text]


@pytest.mark.parametrize(
    "number",
    ["R-20418", "R0012345", "JR-2026-00177", "2026-118", "2026-4471", "123-AB4567", "C9123-26-0456", "EST/2026/014", "MOR26/07", "#44120", "22-HR-114"],
)
def test_a_requisition_number_is_no_part_of_a_title(number: str) -> None:
    assert trimmed(f"Ward Manager ({number})") == "Ward Manager"
    assert trimmed(f"{number} Ward Manager") == "Ward Manager"


@pytest.mark.parametrize(
    "raw",
    [
        "Application: Ward Manager",
        "Interview - Ward Manager",
        "CV for the Ward Manager",
        "The Ward Manager",
        "Ward Manager, and I",
        "Ward Manager role",
        "Ward Manager's",
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(raw: str) -> None:
    assert trimmed(raw) == "Ward Manager"


def test_a_name_in_front_of_a_title_in_brackets_is_no_part_of_it() -> None:
    assert trimmed("Marta Bell (Legal Assistant, Commercial)") == "Legal Assistant, Commercial"


def test_a_role_that_a_letter_sets_apart_weighs_little() -> None:
    assert max(x.weight for x in mentions("the Data Analyst role")) > 4
    assert max(x.weight for x in mentions("nothing to do with the Data Analyst role")) < 2


def test_no_title_is_longer_than_twelve_words() -> None:
    assert trimmed(" ".join(["Senior"] * 12) + " Analyst") == ""


def test_a_weak_word_alone_is_no_title_and_a_trade_is() -> None:
    assert trimmed("Director") == ""
    assert trimmed("Bookkeeper") == "Bookkeeper"


def test_at_most_forty_titles_are_taken() -> None:
    assert len(mentions("the Data Analyst role. " * 100)) == 40


def test_a_line_that_is_a_title_and_nothing_else_is_one() -> None:
    text = "Your application was sent\n\n* Product Designer II\nTilework, Remote\nAn\nThe product designer sits here."
    assert [x.title for x in line_titles(text)] == ["Product Designer II"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Senior Data Analysts", "analyst"),
        ("Chef de Partie", "chef"),
        ("Analyst, Claims", "analyst"),
        ("Leeds, Ward Manager", "manager"),
        ("Freedom", ""),
        ("(Nurse)", "nurse"),
    ],
)
def test_the_head_of_a_title_is_its_last_word_that_is_a_job_s(title: str, expected: str) -> None:
    assert head(title) == expected


def test_key_words_spell_out_what_is_short_and_leave_out_numbers_and_filler() -> None:
    assert key_words("Sr. BI Analyst, the (R-20418)") == {"senior", "business", "intelligence", "analyst"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Data Analyst", "Senior Data Analyst"),
        ("Sr Data Analyst", "Senior Data Analyst"),
        ("Data Analyst, Claims", "Data Analyst, Retail"),
        ("Analyst", "Senior Data Analyst"),
    ],
)
def test_titles_that_can_be_one_role(a: str, b: str) -> None:
    assert same_role(a, b)
    assert not differ(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("Reporting Analyst", "Senior Data Analyst"), ("Data Engineer", "Data Analyst"), ("", "Data Analyst"), ("Data Analyst", "the")]
)
def test_titles_that_are_two_roles(a: str, b: str) -> None:
    assert differ(a, b)
