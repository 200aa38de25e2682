"""Phrases: patterns with the name of their rule, each under a sentence that it matches.

Patterns run on `Sentence.plain`: lower case, straight quotes, single spaces, at most `sentences.LONGEST` characters.
Gaps are bounded (`[^.;]{0,40}`), so that time grows with the length of the sentence and no faster.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.core.evidence.sentences import Sentence

# "not", "never", and the end of "won't", before which no word begins; it starts with a letter, which a search finds ten times as fast as a border
NOT = r"n(?:'t|(?<=\bn)ot|(?<=\bn)ever)"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern, and the rule that it stands for."""

    rule: str
    pattern: re.Pattern[str]
    sure: float = 1.0


def phrase(rule: str, pattern: str, sure: float = 1.0) -> Phrase:
    """Return a phrase; spaces in `pattern` stand for themselves."""
    return Phrase(rule, re.compile(pattern), sure)


def hits(sentences: tuple[Sentence, ...], phrases: tuple[Phrase, ...], unless: re.Pattern[str] | None = None) -> Iterator[tuple[Sentence, Phrase]]:
    """Yield each sentence that asserts one of `phrases`, with the first that it matches."""
    for sentence in sentences:
        asserted = sentence.asserted
        found = next((p for p in phrases if p.pattern.search(asserted)), None) if asserted else None
        if found and not (unless and unless.search(asserted)):
            yield sentence, found


def match(sentence: Sentence, phrases: tuple[Phrase, ...]) -> Phrase | None:
    """Return the first of `phrases` that `sentence` matches, whether it asserts or not."""
    return next((p for p in phrases if p.pattern.search(sentence.plain)), None)
