"""Print the scores: `python -m tests.sentences`; with `--faults`, each sentence that was judged wrongly; with `--held-out` and `--fresh`, those as well."""

import sys

from tests.sentences.corpus import FRESH, HELD_OUT, HERE
from tests.sentences.report import faults, scores, table

for option, name, folder in (("--faults", "sentences", HERE), ("--held-out", "held out", HELD_OUT), ("--fresh", "fresh", FRESH)):
    sys.stdout.write(f"{name}\n{table(scores(folder).values())}\n\n")
    if option in sys.argv:
        sys.stdout.writelines(f"{fault}\n" for fault in faults(folder))
