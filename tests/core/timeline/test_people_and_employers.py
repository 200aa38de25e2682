"""The employer, the agency, the role and the people of an application, from the letters of people."""

import pytest

from assistant.core.model import Part
from tests.core.timeline.letters import MONDAY, Letter, applied, look, mine, numbers, one
from tests.mail import invitation

TARIQ = "Tariq Bowen <tariq@stellarpath-recruitment.example>"
TARIQ_SIGNS = "\n\nTariq Bowen\nPrincipal Consultant\nStellar Path Recruitment"


def answered(address: str, role: str, name: str, signature: str, words: str = "When are you free next week for an interview?") -> tuple[Letter, Letter]:
    """An application, and the answer to it."""
    return applied(address, role), Letter(f"{name} <{address}>", f"Re: Application: {role}", f"Dear Nadia,\n\n{words}\n\nKind regards,\n{signature}", answers=0)


EMPLOYERS = {
    "a partnership with an ampersand": ("rpell@pellandcross.example", "Ruth Pell", "Ruth Pell\nPartner\nPell & Cross LLP", "Pell & Cross LLP"),
    "a name that begins with The": ("stan@thetinwhistle.example", "Stan", "Stan Morley\nThe Tin Whistle Brewing Co.", "The Tin Whistle Brewing Co"),
    "a hyphen in the domain": ("piet@harrowgate-build.example", "Piet de Vries", "Piet de Vries\nDirector\nHarrowgate Build Ltd", "Harrowgate Build Ltd"),
    "a sub-domain for mail": ("piet@mail.harrowgate.example", "Piet de Vries", "Piet de Vries\nDirector\nHarrowgate Ltd", "Harrowgate Ltd"),
    "a sub-domain for careers": ("tom@careers.ironbarrow.example", "Tom Sykes", "Tom Sykes\nTalent Partner\nIronbarrow Steel", "Ironbarrow Steel"),
    "initials": ("ana@nscf.example", "Ana Prieto", "Ana Prieto\nHead of Science\nNorthern Sea Conservation Fund", "Northern Sea Conservation Fund"),
    "initials without the legal form": ("fay@bhw.example", "Fay Wills", "Fay Wills\nHR Manager\nBarton Hale Wilmot LLP", "Barton Hale Wilmot LLP"),
    "umlauts, spelt out in the domain": ("anke@muehlen-technik.example", "Anke Krüger", "Anke Krüger\nMühlen-Technik GmbH", "Mühlen-Technik GmbH"),
    "one line with bars": ("bea@redkite-pr.example", "Bea Lund", "Bea Lund | Managing Partner | Red Kite PR\n12 Dock St, Bristol", "Red Kite PR"),
    "a school, whose domain is a public suffix": ("head@stbrides.sch.uk", "J. Quayle", "J. Quayle\nHeadteacher\nSt Bride's Academy", "St Bride's Academy"),
    "a place behind the name": (
        "vicar@stkatherines-oldmarket.example",
        "P. Ashdown",
        "Peter Ashdown\nSt Katherine's, Old Market",
        "St Katherine's, Old Market",
    ),
    "a firm that works for clients": (
        "isla@otterandowl.example",
        "Isla Grey",
        "Isla Grey\nCreative Director\nOtter & Owl Design Agency",
        "Otter & Owl Design Agency",
    ),
    "a post and the firm in one line": ("kim@vantorq.example", "Kim Lau", "Kim Lau\nCTO, Vantorq", "Vantorq"),
}


@pytest.mark.parametrize("kind", EMPLOYERS)
def test_an_employer_is_called_as_its_people_sign(kind: str) -> None:
    address, name, signature, company = EMPLOYERS[kind]
    found = one(*answered(address, "Data Engineer", name, signature, "Our client work is in York. When are you free for an interview?"))
    assert (found.company, found.agency, found.role) == (company, None, "Data Engineer")


def test_an_employer_that_nobody_signs_for_is_called_as_the_users_letter_calls_it() -> None:
    letter = mine(
        "ron@ormeyard.example",
        "Bookkeeper",
        "Dear Mr Orme,\n\nI would like to apply for the Bookkeeper job at Orme & Sons Timber Yard. My CV is attached.",
        attached=("cv.pdf",),
    )
    found = one(letter, Letter("Ron Orme <ron@ormeyard.example>", "Re: Bookkeeper", "Got your letter. When can you come in?\n\nRon", answers=0))
    assert found.company == "Orme & Sons Timber Yard"


def test_an_employer_that_no_mail_names_is_called_by_the_words_of_its_domain() -> None:
    assert (
        one(
            applied("jobs@larkfield-mills.example", "Weaver Supervisor"),
            Letter("jobs@larkfield-mills.example", "Re: Application: Weaver Supervisor", "When can you come in for an interview?", answers=0),
        ).company
        == "Larkfield Mills"
    )


def test_an_employer_whose_domain_is_no_word_stays_unknown() -> None:
    assert (
        one(
            applied("jobs@4471.example", "Data Engineer"),
            Letter("Kim <kim@4471.example>", "Re: Application: Data Engineer", "When can you come in for an interview?", answers=0),
        ).company
        is None
    )


def test_a_manager_with_free_mail_names_the_employer_in_passing() -> None:
    found = one(
        applied("rosa.cooks@gmail.com", "Sous Chef"),
        Letter(
            "Rosa <rosa.cooks@gmail.com>",
            "Re: Application: Sous Chef",
            "hey its rosa from tamarillo. The Tamarillo Rooms is closed on mondays. When can you come in?",
            answers=0,
        ),
    )
    assert found.company == "The Tamarillo Rooms"


def test_a_name_that_the_mail_never_writes_as_one_is_no_employer() -> None:
    found = one(
        applied("rosa.cooks@gmail.com", "Sous Chef"),
        Letter("Rosa <rosa.cooks@gmail.com>", "Re: Application: Sous Chef", "hey its rosa from tamarillo. When can you come in for an interview?", answers=0),
    )
    assert found.company is None


def test_a_recruiter_behind_a_network_s_relay_names_the_employer_below_the_letter() -> None:
    grace = "Grace Okoro <inmail-hit-reply@linkedin.com>"
    found = one(
        Letter(
            grace,
            "Site Reliability Engineer",
            "Hi Nadia,\n\nI'm hiring a Site Reliability Engineer. Would you be open to a chat?\n\nGrace Okoro\nTalent Partner, Ferrant Labs",
        ),
        mine(grace, "Re: Site Reliability Engineer", "Hi Grace, yes please.", 0),
    )
    assert found.company == "Ferrant Labs"


# ---------------------------------------------------------------- agencies


def test_one_role_through_an_agency_is_one_application_with_the_agency_beside_it() -> None:
    found = one(
        Letter(TARIQ, "Payroll Manager, Bradford", "Hi Nadia,\n\nMy client Copley Mills in Bradford needs a Payroll Manager. Interested?" + TARIQ_SIGNS),
        mine("tariq@stellarpath-recruitment.example", "Re: Payroll Manager, Bradford", "Yes please, put me forward.", 0),
        Letter(
            "Eve Copley <eve@copleymills.example>",
            "Interview for Payroll Manager",
            "Dear Nadia,\n\nTariq at Stellar Path passed me your CV. When could you come in?\n\nEve Copley\nFinance Director\nCopley Mills Ltd",
        ),
    )
    assert (found.company, found.agency, found.role, numbers(found)) == ("Copley Mills Ltd", "Stellar Path Recruitment", "Payroll Manager", [0, 1, 2])


def test_a_hidden_employer_stays_unknown() -> None:
    found = one(
        Letter(
            TARIQ,
            "Finance Business Partner",
            "Hi Nadia,\n\nI'm working on a Finance Business Partner role for a client of mine in Leeds. Interested?" + TARIQ_SIGNS,
        ),
        mine("tariq@stellarpath-recruitment.example", "Re: Finance Business Partner", "Hi Tariq, yes, I would be interested.", 0),
    )
    assert (found.company, found.agency) == (None, "Stellar Path Recruitment")


def test_a_client_that_the_agency_names_is_the_employer() -> None:
    found = one(
        Letter(
            TARIQ,
            "Finance Business Partner",
            "Hi Nadia,\n\nI'm recruiting for Aldwick Pumps plc, who need a Finance Business Partner. Interested?" + TARIQ_SIGNS,
        ),
        mine("tariq@stellarpath-recruitment.example", "Re: Finance Business Partner", "Hi Tariq, yes, I would be interested.", 0),
    )
    assert (found.company, found.agency) == ("Aldwick Pumps plc", "Stellar Path Recruitment")


@pytest.mark.parametrize(
    ("firm", "words"),
    [
        ("Lakeside Search", "I'm on a Finance Director search for a members' club. Interested?"),
        ("Juniper Talent", "I have a client who needs a Finance Director. Interested?"),
        ("Harcourt Selection", "They need a Finance Director. May I put your CV forward?"),
        ("Harcourt & Moss", "Our client needs a Finance Director. Interested?"),
    ],
)
def test_a_firm_that_speaks_of_a_client_is_an_agency(firm: str, words: str) -> None:
    address = f"mo@{firm.lower().replace(' & ', '').replace(' ', '')}.example"
    found = one(
        Letter(f"Mo Aske <{address}>", "Finance Director", f"Hi Nadia,\n\n{words}\n\nMo Aske\n{firm}"),
        mine(address, "Re: Finance Director", "Yes, I would be interested.", 0),
    )
    assert (found.company, found.agency) == (None, firm)


def test_an_agency_keeps_its_name_in_a_conversation_in_which_it_does_not_sign() -> None:
    payroll, systems = look(
        Letter(TARIQ, "Payroll Manager, Bradford", "Hi Nadia,\n\nMy client in Bradford needs a Payroll Manager. Interested?" + TARIQ_SIGNS),
        mine("tariq@stellarpath-recruitment.example", "Re: Payroll Manager, Bradford", "Yes please, put me forward.", 0),
        Letter(TARIQ, "Systems Accountant, Hull", "Hi Nadia,\n\nA different role: my client in Hull is after a Systems Accountant. Interested?\n\nTariq"),
        mine("tariq@stellarpath-recruitment.example", "Re: Systems Accountant, Hull", "Sounds good, yes.", 2),
    )
    assert (payroll.role, payroll.agency) == ("Payroll Manager", "Stellar Path Recruitment")
    assert (systems.role, systems.agency) == ("Systems Accountant", "Stellar Path Recruitment")


def test_an_agency_s_own_system_names_no_employer() -> None:
    found = one(
        Letter(
            "Stellar Path Recruitment <noreply@myworkday.com>",
            "Application received",
            "Thank you for applying for the Payroll Manager role.",
            headers={"Auto-Submitted": "auto-generated"},
        ),
        Letter(TARIQ, "Payroll Manager", "Hi Nadia,\n\nThank you for applying for the Payroll Manager role with my client. When can we talk?" + TARIQ_SIGNS),
    )
    assert (found.company, found.agency, numbers(found)) == (None, "Stellar Path Recruitment", [0, 1])


# ---------------------------------------------------------------- role


@pytest.mark.parametrize(
    ("subject", "role"),
    [
        ("Waiter/Waitress position", "Waiter/Waitress"),
        ("Band 6 Specialist Physiotherapist (ref 123-AB4567)", "Band 6 Specialist Physiotherapist"),
        ("JR-2026-00177 Maintenance Electrician", "Maintenance Electrician"),
        ("Planning Officer (Enforcement) PL-0093", "Planning Officer (Enforcement)"),
        ("Teacher of Mathematics", "Teacher of Mathematics"),
        ("Director of Music", "Director of Music"),
        ("the shop manager job", "shop manager"),
    ],
)
def test_a_role_is_worded_as_the_letters_word_it(subject: str, role: str) -> None:
    letter = mine("ann@elmtree.example", subject, f"Dear Ann,\n\nI would like to apply for {subject}. My CV is attached.\n\nNadia", attached=("cv.pdf",))
    assert (
        one(
            letter, Letter("Ann Sully <ann@elmtree.example>", f"Re: {subject}", "When can you come in for an interview?\n\nAnn Sully\nElm Tree", answers=0)
        ).role
        == role
    )


def test_a_role_is_unknown_where_no_letter_names_one() -> None:
    assert one(mine("ann@elmtree.example", "Work", "Dear Ann, I would like to apply for work. My CV is attached.", attached=("cv.pdf",))).role is None


def test_the_employer_s_name_behind_a_title_is_no_part_of_it() -> None:
    found = one(*answered("ann@copperline.example", "Box Office Manager, Copperline Theatre", "Ann Sully", "Ann Sully\nCopperline Theatre"))
    assert (found.company, found.role) == ("Copperline Theatre", "Box Office Manager")


# ---------------------------------------------------------------- people


def test_people_have_their_parts_by_what_they_are_met_for_and_how_they_sign() -> None:
    held = invitation(
        organizer="Bea Toft <bea@coldharbour.example>",
        attendees=("ATTENDEE;CN=Rhona Blake:mailto:rhona@coldharbour.example", "ATTENDEE;CN=Room 4;CUTYPE=ROOM:mailto:room4@coldharbour.example"),
    )
    found = one(
        applied("jobs@coldharbour.example", "Commissioning Editor"),
        Letter(
            "Ike Sands <ike@coldharbour.example>",
            "Your application",
            "Dear Nadia, thank you for your application. When can you come in?\n\nIke Sands\nTalent Partner\nColdharbour",
        ),
        Letter(
            "Bea Toft <bea@coldharbour.example>",
            "Interview",
            "Dear Nadia, see you then.\n\nBea Toft\nScheduling Coordinator\nColdharbour",
            cc="'una@coldharbour.example' <una@coldharbour.example>",
            ics=held,
        ),
    )
    assert [(p.name, p.email, p.part) for p in found.people] == [
        ("", "jobs@coldharbour.example", Part.COORDINATOR),
        ("Ike Sands", "ike@coldharbour.example", Part.RECRUITER),
        ("Bea Toft", "bea@coldharbour.example", Part.COORDINATOR),
        ("", "una@coldharbour.example", Part.CONTACT),
        ("Rhona Blake", "rhona@coldharbour.example", Part.INTERVIEWER),
    ]


def test_everybody_of_an_agency_whom_the_user_does_not_meet_is_a_recruiter() -> None:
    found = one(
        Letter(
            TARIQ, "Payroll Manager", "Hi Nadia,\n\nMy client needs a Payroll Manager. Interested?" + TARIQ_SIGNS, cc="Jo <jo@stellarpath-recruitment.example>"
        ),
        mine("tariq@stellarpath-recruitment.example", "Re: Payroll Manager", "Yes please, put me forward.", 0),
    )
    assert [p.part for p in found.people] == [Part.RECRUITER, Part.RECRUITER]


def test_a_bounce_s_sender_is_nobody_and_no_employer() -> None:
    report = "<ann@elmtree.example>: 550 5.1.1 user unknown\n\nMessage-ID: <0@letters.example>\n"
    found = one(
        applied("ann@elmtree.example", "Data Engineer"), Letter("Mail Delivery Subsystem <mailer-daemon@relay.example>", "Undeliverable", report, answers=0)
    )
    assert (found.company, [p.email for p in found.people]) == (None, ["ann@elmtree.example"])


def test_an_application_is_known_by_its_first_message() -> None:
    letters = answered("ann@elmtree.example", "Data Engineer", "Ann Sully", "Ann Sully\nElm Tree")
    assert one(letters[0], now=MONDAY).id == one(*letters).id
