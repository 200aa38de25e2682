"""The score of a folder of sentences: for each kind, how many are heard, and how many look-alikes are taken for one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.core.model import Kind
from tests.sentences.corpus import Line, found, is_right, lines, named


@dataclass(frozen=True)
class Score:
    """What became of one kind's lines: `heard` of `said`, and `alarms` of `alike` that say no such thing."""

    kind: Kind
    said: int
    heard: int
    alike: int
    alarms: int

    @property
    def recall(self) -> float:
        """Which part of what was said is heard?"""
        return self.heard / self.said if self.said else 1.0

    @property
    def false(self) -> float:
        """Which part of the look-alikes raises a false alarm?"""
        return self.alarms / self.alike if self.alike else 0.0


def scores(folder: Path) -> dict[Kind, Score]:
    """Return the score of each kind that stands in `folder`."""
    judged = [(labelled, is_right(labelled)) for labelled in lines(folder)]
    return {kind: score(kind, [j for j in judged if j[0].kind is kind]) for kind in sorted({labelled.kind for labelled, _ in judged})}


def score(kind: Kind, judged: Iterable[tuple[Line, bool]]) -> Score:
    """Return the score of one kind's judged lines."""
    said = [right for labelled, right in judged if labelled.so]
    alike = [right for labelled, right in judged if not labelled.so]
    return Score(kind, len(said), sum(said), len(alike), len(alike) - sum(alike))


def table(rows: Iterable[Score]) -> str:
    """Return the scores as text, with their sum."""
    listed = list(rows)
    every = [f"{row.kind:14} {row.recall:7.3f} {row.heard:4}/{row.said:<4} {row.false:7.3f} {row.alarms:4}/{row.alike:<4}" for row in listed]
    heard, said = sum(r.heard for r in listed), sum(r.said for r in listed)
    alarms, alike = sum(r.alarms for r in listed), sum(r.alike for r in listed)
    total = f"{'all':14} {heard / said:7.3f} {heard:4}/{said:<4} {alarms / alike:7.3f} {alarms:4}/{alike:<4}"
    return "\n".join([f"{'kind':14} {'recall':>7} {'':9} {'false':>7}", *every, total])


def faults(folder: Path) -> Iterator[str]:
    """Yield a line of text for each sentence that was missed, or taken for what it is not."""
    for labelled in lines(folder):
        if not is_right(labelled):
            what = "missed" if labelled.so else "false "
            why = "; ".join(f"{event.rule} {named(event)}".strip() for event in found(labelled))
            answered = labelled.before and f"{labelled.before} >> "
            yield f"{what} {labelled.kind:13} {labelled.writer:10} {answered}{labelled.text} [{labelled.names or ''} | {why}]"
