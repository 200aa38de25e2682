"""What the finders hear in sentences of our own, and what they only think they hear: a floor for each kind, so that it can fail.

The whole table: `pytest tests/sentences -s`, or `python -m tests.sentences --faults` with each sentence that was judged wrongly.
"""

import re
import sys

import pytest

from assistant.core.model import Kind
from tests.sentences.corpus import FINDERS, FRESH, HEADING, HELD_OUT, HERE, Line, found, line, lines
from tests.sentences.floors import FLOORS, FRESH_FLOOR, HELD_OUT_FLOORS
from tests.sentences.report import Score, faults, score, scores, table

TUNED, UNSEEN, NEW = scores(HERE), scores(HELD_OUT), scores(FRESH)


@pytest.mark.parametrize("kind", FLOORS)
def test_what_is_said_is_heard_and_what_only_looks_like_it_is_not(kind: Kind) -> None:
    recall, false = FLOORS[kind]
    assert TUNED[kind].recall >= recall, listed("missed", kind)
    assert TUNED[kind].false <= false, listed("false", kind)


@pytest.mark.parametrize("kind", HELD_OUT_FLOORS)
def test_sentences_that_no_rule_was_made_for_fare_no_worse_than_they_did(kind: Kind) -> None:
    recall, false = HELD_OUT_FLOORS[kind]
    assert UNSEEN[kind].recall >= recall
    assert UNSEEN[kind].false <= false


def test_unusual_voices_are_heard_as_far_as_patterns_go() -> None:
    recall, false = FRESH_FLOOR
    assert sum(one.heard for one in NEW.values()) >= recall * sum(one.said for one in NEW.values())
    assert sum(one.alarms for one in NEW.values()) <= false * sum(one.alike for one in NEW.values())


def test_the_table_can_be_read() -> None:
    for name, rows in (("sentences", TUNED), ("held out", UNSEEN), ("fresh", NEW)):
        sys.stdout.write(f"\n{name}\n{table(rows.values())}\n")
        assert re.fullmatch(r"all +\d\.\d{3} +\d+/\d+ +\d\.\d{3} +\d+/\d+ *", table(rows.values()).splitlines()[-1])


def test_every_kind_that_words_can_say_has_its_sentences_and_its_floor() -> None:
    assert set(TUNED) == set(UNSEEN) == set(FLOORS) == set(HELD_OUT_FLOORS) == set(FINDERS) == set(Kind) - {Kind.BOUNCED}


def test_two_in_five_sentences_only_look_like_it_and_a_third_are_held_out() -> None:
    tuned, unseen = list(lines(HERE)), list(lines(HELD_OUT))
    everything = tuned + unseen
    assert len(everything) >= 1500
    assert len(unseen) >= len(everything) / 3
    assert sum(not one.so for one in everything) >= len(everything) * 2 / 5


def test_no_sentence_stands_twice() -> None:
    keys = [(one.kind, one.writer, one.before, one.text) for one in (*lines(HERE), *lines(HELD_OUT), *lines(FRESH))]
    assert not {key for key in keys if keys.count(key) > 1}


def test_a_row_says_what_its_heading_says_of_it() -> None:
    heading = HEADING.fullmatch("[not scheduled, from the user]")
    assert heading
    assert line(heading, "How about noon? >> Sorry, no.") == Line(Kind.SCHEDULED, so=False, writer="the user", text="Sorry, no.", before="How about noon?")
    heading = HEADING.fullmatch("[promise, from them]")
    assert heading
    assert line(heading, "By Friday. -> 2026-03-06").names == "2026-03-06"
    assert line(heading, "By and by. ->").names == ""


def test_a_score_counts_what_was_missed_and_what_was_imagined() -> None:
    said, alike = Line(Kind.REJECTED, so=True, writer="them", text=""), Line(Kind.REJECTED, so=False, writer="them", text="")
    counted = score(Kind.REJECTED, [(said, True), (said, False), (alike, True), (alike, True), (alike, False), (alike, True)])
    assert counted == Score(Kind.REJECTED, said=2, heard=1, alike=4, alarms=1)
    assert (counted.recall, counted.false) == (0.5, 0.25)


def test_a_wrong_day_is_no_hit() -> None:
    right = Line(Kind.PROMISE, so=True, writer="them", text="You will hear from us by Friday.", names="2026-03-06")
    assert [str(event.day) for event in found(right)] == [right.names]


def listed(what: str, kind: Kind) -> str:
    """Return the faults of one kind, to be shown when a floor breaks."""
    return "\n".join(fault for fault in faults(HERE) if fault.startswith(what) and f" {kind} " in fault)
