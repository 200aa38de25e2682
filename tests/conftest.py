"""What holds for the whole suite: it runs under an odd time zone and locale, so that nothing leans on the machine's own."""

import os
import time

# Three quarters of an hour off everybody else, with a summer time of the south; and no language.
os.environ["TZ"] = "Pacific/Chatham"
os.environ["LC_ALL"] = "C"
time.tzset()
