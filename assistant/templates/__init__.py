"""The words of the drafts: one text file for each step, with a line of `---` between letters of the same step.

A letter is text with facts in double braces and conditions; `assistant.core.compose.facts.Facts` lists the facts. Line
breaks are kept as they are written, so that a paragraph is one line. The user may put files of the same names in place.
"""

from importlib import resources

NAMES = ("thank_you", "thank_you_for_helping", "check_in", "closing_thanks", "keep_in_touch")


def built_in() -> dict[str, str]:
    """The program's own templates, by name."""
    here = resources.files(__name__)
    return {name: here.joinpath(f"{name}.txt").read_text(encoding="utf-8") for name in NAMES}
