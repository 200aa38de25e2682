"""What systems write when one applies, as their templates stand: the employer, the role, and which mails are of one application."""

import datetime as dt

import pytest

from tests.core.timeline.letters import BULK, MONDAY, SYSTEM, Letter, look, numbers, one

GREENHOUSE = "Ferrant Labs <no-reply@us.greenhouse-mail.io>"
WORKDAY = "Calderon Foods Workday <calderon@myworkday.com>"
LINKEDIN = "LinkedIn <jobs-noreply@linkedin.com>"
INDEED = "Indeed Apply <indeedapply@indeed.com>"

TEMPLATES = {
    "greenhouse": (
        Letter(
            GREENHOUSE,
            "Thank you for applying to Ferrant Labs",
            "Hi Nadia,\n\nThank you for your interest in Ferrant Labs! We received your application for Senior Backend Engineer, and we are delighted that you "
            "would consider joining our team.\n\nBest,\nThe Ferrant Labs Recruiting Team",
        ),
        "Ferrant Labs",
        "Senior Backend Engineer",
    ),
    "lever, which names no role": (
        Letter(
            "no-reply@hire.lever.co",
            "Thank you for your application to Osprey & Vale",
            "Nadia,\n\nThanks for applying to Osprey & Vale. Your application has been received and we will review it right away.\n\nRegards,\nOsprey & Vale",
        ),
        "Osprey & Vale",
        None,
    ),
    "workday": (
        Letter(
            WORKDAY,
            "Thank you for applying - R0012345 Supply Chain Planner II",
            "Dear Nadia,\n\nThank you for submitting your application for R0012345 Supply Chain Planner II. Your application is being reviewed.\n\n"
            "Calderon Foods Talent Acquisition",
        ),
        "Calderon Foods",
        "Supply Chain Planner II",
    ),
    "ashby": (
        Letter(
            "Pinnock Hiring Team <no-reply@ashbyhq.com>", "Thanks for applying to Pinnock!", "Thanks for applying for the Technical Writer role at Pinnock."
        ),
        "Pinnock",
        "Technical Writer",
    ),
    "smartrecruiters": (
        Letter(
            "Larkhill Group <notification@smartrecruiters.com>",
            "Thank you for your application to Payroll Specialist (m/f/d)",
            "Thank you for applying for the position Payroll Specialist (m/f/d) at Larkhill Group. We have received your application.",
        ),
        "Larkhill Group",
        "Payroll Specialist",
    ),
    "taleo": (
        Letter(
            "Tamworth Energy Careers <tamworth@invalidemail.taleo.net>",
            "Application received - Field Service Technician (Job Number: 2600014X)",
            "We have received your application for the Field Service Technician - 2600014X position and thank you for your interest in Tamworth Energy.",
        ),
        "Tamworth Energy",
        "Field Service Technician",
    ),
    "icims": (
        Letter(
            "Bexhill Hotels <bexhill+autoreply@talent.icims.com>",
            "Thank you for applying to Night Manager (2026-4471)",
            "Thank you for your interest in career opportunities with Bexhill Hotels. We have received your application for the Night Manager position.",
        ),
        "Bexhill Hotels",
        "Night Manager",
    ),
    "teamtailor, in a person's name": (
        Letter(
            "Sofia at Nordlys <reply@nordlys.teamtailor-mail.com>",
            "Thanks for your application!",
            "Hi Nadia!\n\nThank you for applying for the position as Customer Success Manager at Nordlys. We'll read your application and get back to you.",
        ),
        "Nordlys",
        "Customer Success Manager",
    ),
    "workable": (
        Letter(
            "Mossgate <noreply@candidates.workablemail.com>",
            "Thanks for applying to Mossgate",
            "Your application for the Junior QA Engineer job was submitted.",
        ),
        "Mossgate",
        "Junior QA Engineer",
    ),
    "linkedin": (
        Letter(
            LINKEDIN,
            "Nadia, your application was sent to Quarrystone",
            "Your application was sent to Quarrystone\n\nOperations Analyst\nQuarrystone\nManchester, England, United Kingdom (Hybrid)",
        ),
        "Quarrystone",
        "Operations Analyst",
    ),
    "indeed": (
        Letter(
            INDEED,
            "Indeed Application: Warehouse Supervisor",
            "Application submitted\n\nWarehouse Supervisor\nBramley & Sons - Leeds LS12\n\nThe following items were sent to Bramley & Sons. Good luck!",
        ),
        "Bramley & Sons",
        "Warehouse Supervisor",
    ),
    "nhs jobs, which is no employer": (
        Letter(
            "NHS Jobs <noreply@jobs.nhs.uk>",
            "Application received for Band 6 Occupational Therapist",
            "Dear Nadia\n\nYou have applied for the job of Band 6 Occupational Therapist with Wharfside Community NHS Trust.\n\nJob reference: C9123-26-0456",
        ),
        "Wharfside Community NHS Trust",
        "Band 6 Occupational Therapist",
    ),
    "a university": (
        Letter(
            "HR Recruitment <jobs@hr.westmarch.example>",
            "Lecturer in Chemistry (Grade 7) - application received",
            "Thank you for your application for the position of Lecturer in Chemistry (Grade 7), ref. 10442, at the University of Westmarch.",
            headers=SYSTEM,
        ),
        "University of Westmarch",
        "Lecturer in Chemistry",
    ),
    "a council": (
        Letter(
            "Careers <careers@careers.hollowbrook.example>",
            "Application acknowledgement: Estates Surveyor (Ref EST/2026/014)",
            "Thank you for applying for the post of Estates Surveyor (Ref EST/2026/014) at Hollowbrook Council. We have received your application.",
            headers=SYSTEM,
        ),
        "Hollowbrook Council",
        "Estates Surveyor",
    ),
    "a job board that says for whom it writes": (
        Letter(
            "Classboard <no-reply@classboard.example>",
            "Application submitted - Posting 26-0433",
            "Your application to the following posting has been submitted:\n\nEmployer: Wexmoor School District\nPosting: 26-0433\nPosition: Head of Music",
            headers=SYSTEM,
        ),
        "Wexmoor School District",
        "Head of Music",
    ),
    "a template that names the employer where it signs": (
        Letter(
            "noreply@mail.vacancies-direct.example",
            "Application received",
            "Dear Nadia\n\nWe have received your application. Post: Community Physiotherapist.\n\nResourcing Team\nFenmoor Teaching Hospitals NHS Trust",
            headers=SYSTEM,
        ),
        "Fenmoor Teaching Hospitals NHS Trust",
        "Community Physiotherapist",
    ),
}


@pytest.mark.parametrize("system", TEMPLATES)
def test_an_acknowledgement_makes_an_application_with_employer_and_role(system: str) -> None:
    letter, company, role = TEMPLATES[system]
    found = one(letter)
    assert (found.company, found.agency, found.role) == (company, None, role)


def test_two_acknowledgements_of_one_system_are_two_applications_where_their_roles_differ() -> None:
    found = look(
        Letter(GREENHOUSE, "Thank you for applying to Ferrant Labs", "We received your application for Senior Backend Engineer."),
        Letter(GREENHOUSE, "Thank you for applying to Ferrant Labs", "We received your application for Site Reliability Engineer."),
    )
    assert [a.role for a in found] == ["Senior Backend Engineer", "Site Reliability Engineer"]


def test_a_requisition_number_ties_a_later_mail_to_its_application() -> None:
    planner, demand = look(
        Letter(WORKDAY, "Thank you for applying", "Thank you for applying for the R0012345 Supply Chain Planner II position."),
        Letter(WORKDAY, "Thank you for applying", "Thank you for applying for the R0019999 Demand Planner position."),
        Letter(WORKDAY, "Update on your application", "Thank you for your interest in R0012345. Unfortunately we have decided to move forward with others."),
    )
    assert (numbers(planner), numbers(demand)) == ([0, 2], [1])


def test_requisition_numbers_that_differ_are_two_applications_though_the_title_is_one() -> None:
    found = look(
        Letter(WORKDAY, "Thank you for applying", "Thank you for applying for the R0012345 Demand Planner position."),
        Letter(WORKDAY, "Thank you for applying", "Thank you for applying for the R0019999 Demand Planner position."),
    )
    assert [numbers(a) for a in found] == [[0], [1]]


def test_a_rejection_that_names_no_role_belongs_to_the_employer_s_application() -> None:
    found = one(
        Letter(
            "Pinnock Hiring Team <no-reply@ashbyhq.com>", "Thanks for applying to Pinnock!", "Thanks for applying for the Technical Writer role at Pinnock."
        ),
        Letter(
            "Pinnock Hiring Team <no-reply@ashbyhq.com>", "Pinnock", "We've decided not to move forward with your application at this time.\n\nThe Pinnock team"
        ),
    )
    assert numbers(found) == [0, 1]


def test_a_network_s_notices_about_an_application_belong_to_it_and_its_job_alerts_do_not() -> None:
    found = one(
        Letter(
            LINKEDIN,
            "Nadia, your application was sent to Quarrystone",
            "Your application was sent to Quarrystone\n\nOperations Analyst\nQuarrystone\nManchester",
        ),
        Letter(
            LINKEDIN, "Your application was viewed by Quarrystone", "Your application was viewed by Quarrystone\n\nOperations Analyst\nQuarrystone\nManchester"
        ),
        Letter("LinkedIn <jobalerts-noreply@linkedin.com>", "Operations Analyst: Quarrystone and others", "Operations Analyst\nQuarrystone", headers=BULK),
    )
    assert numbers(found) == [0, 1]


def test_a_survey_about_the_hiring_process_belongs() -> None:
    found = one(
        Letter(GREENHOUSE, "Thank you for applying to Ferrant Labs", "We received your application for Senior Backend Engineer."),
        Letter("Ferrant Labs <ask@survale.com>", "How was it?", "Please tell us about the hiring process at Ferrant Labs in this two-minute survey."),
    )
    assert numbers(found) == [0, 1]


def test_what_comes_more_than_two_hundred_days_later_is_another_application() -> None:
    found = look(
        Letter(GREENHOUSE, "Thank you for applying to Ferrant Labs", "We received your application for Senior Backend Engineer."),
        Letter(
            GREENHOUSE,
            "Thank you for applying to Ferrant Labs",
            "We received your application for Senior Backend Engineer.",
            at=MONDAY + dt.timedelta(days=220),
        ),
    )
    assert [numbers(a) for a in found] == [[0], [1]]


def test_a_recruiter_who_answers_an_acknowledged_application_belongs_to_it_and_is_no_agency() -> None:
    found = one(
        Letter(GREENHOUSE, "Thank you for applying to Ferrant Labs", "We received your application for Senior Backend Engineer."),
        Letter(
            "Grace Okoro <grace.okoro@ferrantlabs.example>",
            "Next steps",
            "Hi Nadia,\n\nThanks for applying! I'd love to set up a call about the backend role.\n\nGrace Okoro\nSenior Recruiter, Ferrant Labs",
        ),
    )
    assert (found.company, found.agency, numbers(found)) == ("Ferrant Labs", None, [0, 1])


def test_a_person_with_shared_mail_belongs_by_the_employer_that_they_sign_for() -> None:
    found = one(
        Letter(
            "noreply@trac.jobs",
            "Application received",
            "Thank you for your application for the post of Ward Manager (Band 7) at Wharfside Community NHS Trust.",
        ),
        Letter(
            "Moira Lund <moira.lund@nhs.net>",
            "Interview - Ward Manager",
            "Dear Nadia\n\nYou have been shortlisted. Which of 17 or 18 March suits you for an interview?\n\nMoira Lund\nMatron\nWharfside Community NHS Trust",
        ),
    )
    assert (found.company, numbers(found)) == ("Wharfside Community NHS Trust", [0, 1])
