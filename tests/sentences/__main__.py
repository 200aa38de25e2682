"""Print the scores: `python -m tests.sentences`, and with `--faults` each sentence that was judged wrongly."""

import sys

from tests.sentences.corpus import HERE
from tests.sentences.report import faults, scores, table

for name, folder in (("tuned", HERE), ("held out", HERE / "held_out")):
    sys.stdout.write(f"{name}\n{table(scores(folder).values())}\n\n")
    if "--faults" in sys.argv and name == "tuned" or "--held-out" in sys.argv and name != "tuned":
        sys.stdout.writelines(f"{fault}\n" for fault in faults(folder))
