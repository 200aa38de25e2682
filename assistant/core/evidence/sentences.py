"""A writer's own words in, their sentences out, each with the marks that decide whether it asserts anything.

A sentence asserts something about this process now unless it is conditional ("if you are selected"), general ("we
typically"), or a question. Wrapped lines are one sentence; a list item or a line of its own is a sentence of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 1500  # characters of one sentence; hostile mail has lines of 100 kB
MOST = 400  # sentences of one message

# "Mr. Mistry", "9:30 a.m. or", "22 Adelaide St. W.", "Quayside P.C. asks", "No. 4"
ABBREVIATED = re.compile(r"\b(?:mr|mrs|ms|mx|dr|prof|st|ave|no|vs|inc|ltd|co|corp|jr|sr|dept|approx|e\.g|i\.e|a\.m|p\.m|[a-z])\.$", re.IGNORECASE)
ENDING = re.compile(r"[.!?]+[)\"'”’]*(?=\s|$)")
# a line that is a sentence by itself: "- Jane Doe, Office Manager", "Tuesday, March 10, 9:30 a.m."
BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)])\s+")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "–": "-", "—": "-", "‑": "-"})

# "If you are selected, you will be invited", "Should your background be a match", "Finalists meet the team, after which an offer is made"
CONDITION = re.compile(
    r"^(?:(?:and|but|so|also|then),? )?(?:if|should|unless|were|had (?:we|you|they|i|it)|in case|in the event|provided|assuming|whether|once (?:you|we|your|they)|when you|where (?:your|there)|as and when)\b"
    r"|,? (?:if|should|unless) (?:you|your|we|there|successful|selected|shortlisted|it|they|the|anything|a|an|i|that)\b"
    r"|\b(?:only (?:those|successful|shortlisted|candidates|applicants|people|selected)|(?:candidates|applicants|those|people) (?:who are )?(?:selected|shortlisted|chosen|successful)|(?:un)?successful (?:candidates|applicants)|shortlisted (?:candidates|applicants)|finalists|after which an|hypothetically|in an ideal world|were we to|would have)\b",
    re.IGNORECASE,
)
# "The job is yours if you want it", "start on Monday if that's OK": good manners, and no condition
COURTESY = re.compile(
    r",? if (?:you(?:'d| would)? (?:want it|still want it|like(?: it)?|wish|please|don't mind)|(?:that|it)(?:'?s| is|'s all| is all| suits| works) ?(?:ok|okay|all right|alright|right|fine|you|for you)?)(?=[.,;!?]|$)"
)
# "The job is back on, are you still around?": what stands before the question is said
ASKED = re.compile(
    r"(?:[,;:] |- | (?=(?:but|and|so) ))(?:(?:but|and|so|please|also) )*(?:would|could|can|do|does|did|are|is|have|has|will|shall|should|may|might|when|what|which|how|where|who|why)\b[^,;]{0,200}\?$"
)
# "We typically interview within two weeks", "Candidates usually hear back in five days"
GENERAL = re.compile(
    r"\b(?:typically|usually|generally|normally|as a rule|in general|tends? to|on average|most candidates|candidates (?:wait|usually)|our process (?:is|has|involves))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` as written, for quoting; `plain` in lower case with straight quotes and single spaces, for matching."""

    text: str
    plain: str
    question: bool
    conditional: bool
    general: bool

    @property
    def asserts(self) -> bool:
        """Does it say that something is so, now, in this case?"""
        return not (self.question or self.conditional or self.general)

    @property
    def asserted(self) -> str:
        """Return the part of `plain` that says that something is so: all of it, what stands before a question, or nothing."""
        if self.conditional or self.general:
            return ""
        asking = ASKED.search(self.plain) if self.question else None
        return self.plain[: asking.start()] if asking else "" if self.question else self.plain


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order."""
    found = []
    for paragraph in paragraphs(text):
        for piece in pieces(paragraph):
            found.append(sentence(piece))
            if len(found) == MOST:
                return tuple(found)
    return tuple(found)


def sentence(piece: str) -> Sentence:
    """Return `piece` with its marks."""
    text = " ".join(piece.split())
    plain = text.translate(STRAIGHT).lower()
    return Sentence(
        text=text,
        plain=plain,
        question=plain.rstrip(")\"'").endswith("?"),
        conditional=bool(CONDITION.search(COURTESY.sub("", plain))),
        general=bool(GENERAL.search(plain)),
    )


def paragraphs(text: str) -> Iterator[str]:
    """Yield runs of lines that belong together: up to a blank line, a bullet, or a line too short to have been wrapped."""
    run: list[str] = []
    for line in text.splitlines():
        if not line.strip() or BULLET.match(line) or (run and is_short(run[-1])):
            if run:
                yield " ".join(run)
            run = []
        if line.strip():
            run.append(BULLET.sub("", line).strip())
    if run:
        yield " ".join(run)


def is_short(line: str) -> bool:
    """Was this line ended by its writer, and not by a mail program that wraps?"""
    return len(line) < 45 or line.endswith((".", "!", "?", ":"))


def pieces(paragraph: str) -> Iterator[str]:
    """Yield the sentences of one paragraph."""
    start = 0
    for ending in ENDING.finditer(paragraph):
        so_far = paragraph[start : ending.end()]
        if ABBREVIATED.search(so_far[-8:]) and ending.end() < len(paragraph):
            continue
        yield so_far.strip()[:LONGEST]
        start = ending.end()
    if paragraph[start:].strip():
        yield paragraph[start:].strip()[:LONGEST]
