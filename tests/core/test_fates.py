"""The table of fates: whole, and true to the rules that stand above it."""

import pytest

from assistant.core.fates import Sight, becomes
from assistant.core.model import Fate

EVERY = [(then, seen) for then in Fate for seen in Sight]
STANDS = {Sight.WAITING, Sight.CHANGED, Sight.ASIDE}
NOS = {Fate.DELETED, Fate.REPLACED, Fate.SENT, Fate.SENT_EDITED}


@pytest.mark.parametrize(("then", "seen"), EVERY)
def test_every_fate_has_an_answer_to_every_sight_and_looking_twice_changes_nothing(then: Fate, seen: Sight) -> None:
    now = becomes(then, seen)
    if now:
        assert becomes(now, seen) is now


@pytest.mark.parametrize(("then", "seen"), EVERY)
def test_only_a_draft_that_stands_as_placed_may_be_taken_away(then: Fate, seen: Sight) -> None:
    if becomes(then, seen) is Fate.PLACED:
        assert seen is Sight.WAITING or (then, seen) == (Fate.PLACED, Sight.UNCLEAR)


@pytest.mark.parametrize(("then", "seen"), EVERY)
def test_what_the_user_changed_or_fetched_back_is_never_taken_for_ours(then: Fate, seen: Sight) -> None:
    if seen is Sight.CHANGED or (seen in STANDS and then in {Fate.EDITED, Fate.DELETED, Fate.REPLACED}):
        assert becomes(then, seen) in {Fate.EDITED, Fate.SENT, Fate.SENT_EDITED}


@pytest.mark.parametrize("then", NOS)
@pytest.mark.parametrize("seen", Sight)
def test_a_no_stays_a_no(then: Fate, seen: Sight) -> None:
    assert becomes(then, seen) in NOS | {Fate.EDITED}


@pytest.mark.parametrize(("then", "seen"), EVERY)
def test_only_an_intent_that_was_never_seen_is_forgotten(then: Fate, seen: Sight) -> None:
    assert (becomes(then, seen) is None) == (then is Fate.INTENDED and seen in {Sight.GONE, Sight.OWN})


@pytest.mark.parametrize(("then", "seen"), EVERY)
def test_withdrawn_is_only_what_we_withdrew(then: Fate, seen: Sight) -> None:
    assert becomes(then, seen) is not Fate.WITHDRAWN or then is Fate.WITHDRAWN


@pytest.mark.parametrize("then", Fate)
def test_a_look_that_shows_nothing_changes_nothing(then: Fate) -> None:
    assert becomes(then, Sight.UNCLEAR) is then
