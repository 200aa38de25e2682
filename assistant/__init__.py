"""A daemon for one's own mailbox that leaves follow-up drafts for an interview process. It never sends.

Mailbox --refs, fetch--> RawMessage --parse--> Message --evidence--> Event --timeline--> Application --stage--> Status
        --plan(now, ledger)--> Step --compose--> Draft --reconcile--> Mailbox

Deciding and doing live in different rooms: `core` is pure, `run` calls it and does the least that its answer asks for.
"""

__version__ = "0.1.0"
