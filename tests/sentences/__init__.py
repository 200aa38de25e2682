"""A corpus of sentences that we wrote ourselves, each labelled with what it says, or with what it only looks like saying.

Plain text, a file for each kind of event. A heading names the kind and who writes; the sentences under it follow, one a line:

    [rejected, from them]
    The position has been filled.
    [not rejected, from them]
    The position has not been filled yet.

Who writes: `them` (a person), `a machine`, `an absence` (an automatic reply), `the user`. What stands before ">>" is the
other side's mail that the line answers. After an arrow stands what the event must name: a day, a time, or an address
("->" alone: none of them). Every mail is of Tuesday, 3 March 2026, New York. Lines with # are notes.

Their scores are reported apart:

- the files beside this one: rules are made for them.
- `held_out/`: written last, by the same hand, before it had read the patterns. Its first score was a recall of 0.67 with false alarms at
  0.11 (0.54 and 0.11 before the rules were made for the others); one pass was then made over it, and no other should be.
- `fresh/`: written after that, in the most unusual voices that came to mind. No rule is made for it: it tells what patterns cannot do.
  Its first score was a recall of 0.46 with false alarms at 0.10; rules made for other sentences of its sorts brought it to 0.72 and 0.08.
  Who wants a rule for one of these writes ten other sentences of its sort first, beside this file.
"""
