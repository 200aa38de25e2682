"""The letter apart from the signature below it."""

import pytest

from assistant.core.reading.signature import split

LETTER = "Hi Priya,\n\nThursday at ten works for all of us."
NAME = "Dana Reyes"


def test_a_delimiter_begins_the_signature() -> None:
    assert split(f"{LETTER}\n\n-- \nDana Reyes\nNorthwind", NAME) == (LETTER, "Dana Reyes\nNorthwind")


@pytest.mark.parametrize(
    "below",
    [
        "Dana",
        "D.",
        "dana",
        "DR",
        "Dana Reyes",
        ":) Dana",
        "- Dana",
        "Best,\nDana",
        "Kind regards,\n\nDana Reyes",
        "Thanks & Regards,\nDana Reyes\nRecruiter",
        "À bientôt,\nDana",
        "Mit freundlichen Grüßen\nDana Reyes",
        "Yours,\nD. M. Reyes",
        "Best wishes",
        "Cheers,\nThe Whole Team",
        "Best,\nDana\n\nDana Reyes (she/her)\nTalent Partner | Northwind\n416-555-0100",
        "Dana\n\n--\nDana Reyes\nNorthwind",
        "Dana (Dee) Reyes\nTalent Partner\nDesign & product leadership",
        "Dana\ntalent @ northwind",
        "Dana Reyes | Northwind | 416-555-0100",
        "Dee",
        "Dana\n\nSent from my iPhone",
        "Dana\nBaker, owner, person who answers the phone: 415-555-0100",
        "Dana\n\nThis message may contain privileged information. If you are not the intended recipient, kindly delete it.",
        "Dana\n\nCONFIDENTIALITY NOTICE: This e-mail is private.\nDelete it if it is not yours.",
        (
            "Dana\n\n________________________________\nMicrosoft Teams meeting\nJoin the meeting now\n"
            "Meeting ID: 284 119 305\nPasscode: hV3mQe\n________________________________"
        ),
        "Get Outlook for iOS",
        "Von meinem iPhone gesendet",
    ],
)
def test_closing_name_card_and_footers_are_signature(below: str) -> None:
    text, signature = split(f"{LETTER}\n\n{below}", NAME)
    assert text == LETTER
    assert "___" not in signature
    assert signature


@pytest.mark.parametrize(
    "letter",
    [
        "Dana,\n\nThursday at ten works.",
        "Dana Reyes",
        "Thanks!",
        "You will meet:\nTom Okafor\nDana Reyes\nall of them kind people who ask a lot.",
        "Thanks,\n\nI will look at it and tell you tomorrow what we make of it.",
        "The rooms are:\n\nTuesday",
        "Come at ten\n\nPerfect",
        "one two\n\nand this is how it goes on",
        "First.\n\nDana\n\nWe ask a few things of all of you.\n\nWe write it all down for you.\n\nAnd then we think about it.",
        "Guests\n\nDana Reyes - organizer",
        "This message is for you and me.",
        "Agreed on all of it.\n\nBest of all, I think, is the third of your ideas for the room.",
        "--",
    ],
)
def test_a_letters_own_words_stay(letter: str) -> None:
    assert split(letter, NAME) == (letter if letter != "--" else "", "")


@pytest.mark.parametrize(
    "postscript", ["P.S. Bring a project that you like.", "PS: parking is behind the house.", "I forgot to say that the door is at the back of the house."]
)
def test_what_is_said_behind_the_name_returns_to_the_text(postscript: str) -> None:
    text, signature = split(f"{LETTER}\n\nDana\n\n{postscript}", NAME)
    assert text == f"{LETTER}\n\n{postscript}"
    assert signature == "Dana"


def test_a_postscript_goes_on_to_the_end_of_its_paragraph() -> None:
    text, signature = split(f"{LETTER}\n\nDana\n\nP.S. Bring a project\nor two\n\nDana Reyes\nNorthwind", NAME)
    assert text.endswith("P.S. Bring a project\nor two")
    assert signature == "Dana\n\nDana Reyes\nNorthwind"


def test_see_you_tuesday_behind_the_name_is_no_title() -> None:
    assert split(f"{LETTER}\n\nDana\nSee you Tuesday", NAME)[0].endswith("See you Tuesday")


def test_a_wrapped_sentence_behind_the_name_is_no_card_whatever_numbers_it_holds() -> None:
    said = "One more thing: we have the room at 416-555-0100 until five and\nthen it is taken"
    text, signature = split(f"{LETTER}\n\nDana\n\n{said}", NAME)
    assert text == f"{LETTER}\n\n{said}"
    assert signature == "Dana"


def test_a_long_line_is_no_card() -> None:
    long = "Northwind " * 30
    assert long.strip() in split(f"{LETTER}\n\nDana\n{long}", NAME)[0]


def test_a_name_over_a_rule_of_figures_is_still_a_name() -> None:
    assert split(f"{LETTER}\n\nDana\n* * *", NAME) == (LETTER, "Dana\n* * *")


def test_nobody_signs_nothing() -> None:
    assert split("", "") == ("", "")
    assert split(LETTER, "") == (LETTER, "")
