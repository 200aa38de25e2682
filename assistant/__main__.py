"""`python -m assistant`: the same as the console script `assistant`, and what `./assistant.sh` starts."""

import os

from assistant.cli import main

if __name__ == "__main__":
    main(prog_name=os.environ.get("ASSISTANT_TYPED_AS", "assistant"))
