"""A corpus of sentences that we wrote ourselves, each labelled with what it says, or with what it only looks like saying.

Plain text, a file for each kind of event. A heading names the kind and who writes; the sentences under it follow, one a line:

    [rejected, from them]
    The position has been filled.
    [not rejected, from them]
    The position has not been filled yet.

Who writes: `them` (a person), `a machine`, `an absence` (an automatic reply), `the user`. What stands before ">>" is the
other side's mail that the line answers. After an arrow stands what the event must name: a day, a time, or an address
("->" alone: none of them). Every mail is of Tuesday, 3 March 2026, New York. Lines with # are notes.

`held_out/` was written last, by the same hands, before they had read the patterns; no rule is made for it, and its score is reported apart.
"""
