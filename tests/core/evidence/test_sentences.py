"""A writer's words into sentences, and what each sentence asserts."""

import time

import pytest

from assistant.core.evidence.sentences import LONGEST, MOST, Sentence, sentence, sentences


def texts(text: str) -> list[str]:
    return [one.text for one in sentences(text)]


def test_wrapped_lines_are_one_sentence() -> None:
    wrapped = "We were glad to meet you on Thursday and would\nlike to see you again. More will follow"
    assert texts(wrapped) == ["We were glad to meet you on Thursday and would like to see you again.", "More will follow"]


def test_a_list_item_and_a_line_of_its_own_are_sentences_of_their_own() -> None:
    assert texts("Bring these:\n- your badge\n2. a pen\n\nThursday, 9:30 a.m.\nRoom 4") == [
        "Bring these:",
        "your badge",
        "a pen",
        "Thursday, 9:30 a.m.",
        "Room 4",
    ]


def test_nothing_holds_no_sentence() -> None:
    assert texts("") == texts(" \n\n ") == []


def test_a_point_behind_an_abbreviation_ends_nothing() -> None:
    assert texts("Dr. Finch will ring at 9 a.m. on Monday. Bye.") == ["Dr. Finch will ring at 9 a.m. on Monday.", "Bye."]
    assert texts("It is at 9 a.m.") == ["It is at 9 a.m."]


def test_quotes_behind_the_point_belong_to_the_sentence() -> None:
    assert texts('She said "yes." Then she left.') == ['She said "yes."', "Then she left."]


def test_hostile_mail_gives_bounded_sentences_in_little_time() -> None:
    start = time.process_time()
    assert len(sentences("Hm. " * 5000)) == MOST
    assert [len(one.text) for one in sentences("a" * 200_000)] == [LONGEST]
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "text",
    [
        "If you are selected, we will call you.",
        "We will call you should your application be successful.",
        "Successful candidates will be called.",
        "Unsuccessful applicants hear by post.",
        "Provided the budget holds, we hire in May.",
        "Candidates typically hear within a week.",
        "Will you come?",
    ],
)
def test_a_condition_a_habit_and_a_question_assert_nothing(text: str) -> None:
    assert not sentence(text).asserts
    assert sentence(text).asserted == ""


@pytest.mark.parametrize("text", ["The job is yours if you want it.", "Start on Monday, if that's ok.", "We can talk now if you like!"])
def test_good_manners_are_no_condition(text: str) -> None:
    assert sentence(text).asserts


def test_what_stands_before_a_question_is_said() -> None:
    assert sentence("The role is back on, are you still around?").asserted == "the role is back on"
    assert sentence("We chose somebody else but would you like feedback?").asserted == "we chose somebody else"
    assert sentence("We chose you.").asserted == "we chose you."


def test_matching_sees_straight_quotes_single_spaces_and_lower_case() -> None:
    assert sentence("We’re  GLAD\u00a0– truly").plain == "we're glad - truly"


def test_a_sentence_is_frozen_data() -> None:
    assert Sentence("A", "a", question=False, conditional=False, general=False) == sentence("A")
