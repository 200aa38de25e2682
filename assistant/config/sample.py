"""Settings to begin with: a text to save and to change."""

SAMPLE = """\
# Settings of the follow-up assistant. It reads your mail, leaves drafts in your Drafts folder, and never sends.

[me]                                    # left out: learned from your Sent folder
name = "Priya Natarajan"
addresses = ["priya@mail.example"]      # all of them; plus-addresses are understood

[mailbox]
kind = "imap"
host = "imap.mail.example"
user = "priya@mail.example"
password_command = "pass show mail"     # or password_env = "MAIL_PASSWORD", or password_file = "~/.mail-password"
# security = "tls"                      # or "starttls"; "none" only on this very machine
# port = 993
# cafile = "~/own-ca.pem"               # certificates to trust in place of the system's

# [mailbox]                             # a Maildir on this machine instead
# kind = "maildir"
# path = "~/Maildir"

[when]
timezone = "America/Toronto"            # left out: this machine's
country = "CA"                          # for public holidays
region = "ON"
# month_first = true                    # "6/3" in a mail is June 3; left out: as your country writes it

[rules]                                 # all of them may be left out
# grace_days = 3                        # full days to wait after the date that they gave
# quiet_days = 14                       # days of silence before a check-in, where they gave no date
# drafts_per_pass = 10                  # where more are due at once, it places none and asks you first
# drafts_per_day = 25                   # the same for a whole day

[state]
# folder = "~/.local/state/followup-assistant"
"""
