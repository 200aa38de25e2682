"""The writer's own words apart from the history."""

import pytest

from assistant.core.reading.html import HISTORY
from assistant.core.reading.quotes import split

OWN = "Thursday suits me."


def halves(text: str, subject: str = "Re: Data Analyst") -> tuple[str, str, bool]:
    words = split(text, subject)
    return words.own, words.quoted, words.forwarded


@pytest.mark.parametrize(
    "attribution",
    [
        "On Tue, Mar 3, 2026 at 9:12 AM Dana Reyes <dana@northwind.example> wrote:",
        "On Tue, Mar 3, 2026 at 9:12 AM Dana Reyes\n<dana@northwind.example> wrote:",
        "On Tue, Mar 3, 2026 at 9:12 AM\nDana Reyes\n<dana@northwind.example>\nwrote:",
        "> On Mar 3, 2026, at 9:12 AM, Dana Reyes <dana@northwind.example> wrote:",
        "Am 3. März 2026 um 09:12 schrieb Dana Reyes <dana@northwind.example>:",
        "Le mar. 3 mars 2026 à 09:12, Dana Reyes <dana@northwind.example> a écrit :",
        "El mar, 3 mar 2026 a las 9:12, Dana Reyes (<dana@northwind.example>) escribió:",
        "Il giorno mar 3 mar 2026 alle ore 09:12 Dana Reyes <dana@northwind.example> ha scritto:",
        "Op di 3 mrt. 2026 om 09:12 schreef Dana Reyes <dana@northwind.example>:",
        "Em ter., 3 de mar. de 2026 às 09:12, Dana Reyes <dana@northwind.example> escreveu:",
        "Den tis 3 mars 2026 kl 09:12 skrev Dana Reyes <dana@northwind.example>:",
        "вт, 3 мар. 2026 г. в 10:12, Dana Reyes <dana@northwind.example>:",
        "2026年3月3日(火) 9:12 Dana Reyes <dana@northwind.example>:",
        "Dana Reyes <dana@northwind.example> writes:",
    ],
)
def test_an_attribution_belongs_to_the_history(attribution: str) -> None:
    own, quoted, forwarded = halves(f"{OWN}\n\n{attribution}\n> Which day suits you?\n>\n> Dana")
    assert own == OWN
    assert quoted.startswith(attribution)
    assert not forwarded


def test_an_attribution_over_plain_lines_covers_the_rest() -> None:
    own, quoted, _ = halves(f"{OWN}\n\nOn Tue, Mar 3, 2026 at 9:12 AM Dana Reyes <d@x.example> wrote:\n\nWhich day suits you?\n\nDana")
    assert own == OWN
    assert quoted.endswith("Dana")


@pytest.mark.parametrize(
    "mark",
    [
        "-----Original Message-----",
        "----- Ursprüngliche Nachricht -----",
        "________________________________\nFrom: Dana Reyes <dana@northwind.example>\nSent: Tuesday\nTo: Priya\nSubject: Data Analyst",
        "From: Dana Reyes <dana@northwind.example>\nSent: Tuesday, March 3, 2026 9:12 AM\nTo: Priya\nSubject: RE: Data Analyst",
        "*From:* Dana Reyes\n*Date:* Tuesday\n*To:* Priya\n*Subject:* Data Analyst",
        "Von: Dana Reyes\nGesendet: Dienstag\nAn: Priya\nBetreff: Data Analyst",
        "De : Dana Reyes\nEnvoyé : mardi\nÀ : Priya\nObjet : Data Analyst",
        "De: Dana Reyes\nEnviado el: martes\nPara: Priya\nAsunto: Data Analyst",
        "From: Dana Reyes\nSent: Tuesday\nTo: Priya;\nTom Okafor\nCc: Lee\nSubject: Data Analyst",
        "dana.reyes@northwind.example on 01/02/2001 03:00:00 PM\nTo: Priya\ncc: Lee\nSubject: Data Analyst",
        HISTORY,
    ],
)
def test_a_separator_or_a_block_of_header_lines_covers_the_rest(mark: str) -> None:
    own, quoted, _ = halves(f"{OWN}\n\n{mark}\n\nWhich day suits you?")
    assert own == OWN
    assert quoted.endswith("Which day suits you?")
    assert HISTORY not in quoted


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "-------- Weitergeleitete Nachricht --------",
        "---------------------- Forwarded by Dana Reyes on 01/02/2001 03:00 PM ----------------------",
    ],
)
def test_a_forwarded_mail_is_told_from_an_answer(mark: str) -> None:
    own, quoted, forwarded = halves(f"What do you think?\n\n{mark}\nFrom: Dana\n\nHi Priya", "Something else")
    assert (own, forwarded) == ("What do you think?", True)
    assert quoted.endswith("Hi Priya")


def test_a_forwarding_subject_counts_where_there_is_a_history() -> None:
    assert halves(f"{OWN}\n-----Original Message-----\nHello", "FW: Data Analyst")[2]
    assert not halves(OWN, "FW: Data Analyst")[2]


def test_answers_between_quoted_lines_are_the_writers_own() -> None:
    own, quoted, _ = halves("On 3 Mar 2026, Dana wrote:\n> Which day?\nThursday.\n> And what time?\nTen is fine.\n\nPriya")
    assert own == "Thursday.\nTen is fine.\n\nPriya"
    assert quoted == "On 3 Mar 2026, Dana wrote:\n> Which day?\n> And what time?"


def test_a_separator_over_marked_lines_covers_only_these() -> None:
    own, _, _ = halves("-----Original Message-----\n> Which day?\nThursday.")
    assert own == "Thursday."


@pytest.mark.parametrize(
    "text",
    [
        "On reflection, this is what she wrote:\nnothing at all.",
        "On Monday we start.\n\nOn Tuesday we stop.",
        "From: the station\nyou walk.",
        "To: be\nCc: or\nmore",
        "When: Tuesday\nWhere: our office",
        "Subject to approval: yes",
        "Date: Tuesday",
        ">From here on it is easy.",
        "This is a story in which somebody wrote:",
        "_____________\nDana",
        "On " + "a" * 500,
        "On Monday\n" + "a" * 500,
    ],
)
def test_prose_is_nobodys_history(text: str) -> None:
    own, quoted, _ = halves(text)
    assert own == text.removeprefix(">")
    assert quoted == ""


def test_a_line_over_the_history_is_not_the_writers() -> None:
    assert halves(f"{OWN}\n\n___________\n\n\n-----Original Message-----\nHello")[0] == OWN


def test_empty_lines_are_at_most_one() -> None:
    assert halves("One.\n\n\n\nTwo.")[0] == "One.\n\nTwo."


def test_nothing_has_no_history() -> None:
    assert halves("") == ("", "", False)
