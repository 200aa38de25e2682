"""Words that look like dates or times and are none: nothing may be found in them."""

import datetime as dt
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from assistant.core.model import Settings
from assistant.core.reading.dates import length, moments, periods

TORONTO = ZoneInfo("America/Toronto")
CANADA = Settings(zone=TORONTO, country="CA", region="ON")
WEDNESDAY = dt.datetime(2026, 3, 11, 10, 30, tzinfo=TORONTO)

NO_PERIOD = [
    "We may decide to add a step.",
    "You may 3 times out of 4 be right.",
    "This may be of use.",
    "They march on.",
    "We march 3 miles each morning.",
    "In the second half we sat down with them.",
    "I sat by the window and the sun came out.",
    "They wed in a small church.",
    "Mon ami, how are you?",
    "The 2nd interview is with the founder.",
    "There is a 3rd round.",
    "Our office is on the 5th floor.",
    "It was the 19th century that made it.",
    "The 1st person you meet is Noor.",
    "It is the 10th largest bakery in the country.",
    "We offer 24/7 support.",
    "About 3/4 of the team is remote.",
    "Roughly 1/2 of our orders ship abroad.",
    "You scored 9/10 in the exercise.",
    "A 50/50 split.",
    "Ring me on 416-555-0134.",
    "My number is 020 7946 0018.",
    "Call +1 (647) 555-0102.",
    "It costs $12.50, or 3.04 a piece.",
    "We run version 3.11.2 of it.",
    "The release is 2026.03.",
    "IP 10.11.12.13 is blocked.",
    "Please complete Form 53.",
    "We sit at 393 University Avenue.",
    "12 March Street is the old address of the press.",
    "The meeting room is 4-12.",
    "Order 2026-0311 has shipped.",
    "A 6-month contract.",
    "It is a two-week assignment.",
    "We need two weeks' notice.",
    "I worked there for two weeks.",
    "Two weeks ago we moved office.",
    "She has ten years of experience and three months of training.",
    "He stayed for six months.",
    "I have spent three weeks on it.",
    "Over the last two weeks a lot has changed.",
    "In the past few days I thought about it.",
    "The pay is $400 a week.",
    "We meet twice a month.",
    "Once a week we have lunch.",
    "Every Friday there is cake.",
    "Each Monday we plan.",
    "We do demos on Tuesdays.",
    "Black Friday is our busiest time.",
    "Ash Wednesday was loud.",
    "We use monday.com for that.",
    "Write to friday@bakehouse.example about it.",
    "We are open Monday to Friday.",
    "Mon-Fri, nine to five.",
    "April from our people team will ring you.",
    "June Castell is copied here.",
    "Warm regards, May",
    "Ask April about the form.",
    "Augustus wrote it.",
    "It is a long month's work.",
    "In today's market that is rare.",
    "At the end of the day, it is about trust.",
    "Sooner or later everybody learns it.",
    "Soon after that I left.",
    "A month-long trial is common.",
    "The 4-day week is real here.",
    "It is a full-day session.",
    "She works three days a week.",
    "He is three years old.",
    "They answer 24 hours a day.",
    "It took 40 hours.",
    "We walked for an hour.",
    "A 45-minute call.",
    "Happy holidays party photos are up, a holiday party to remember.",
    "The Q3: what would you change?",
    "Question Q1. Tell us about yourself.",
    "The weekly report is yours.",
    "We build week-long courses.",
    "Days like these are rare.",
    "One day we will laugh about it.",
    "These days nobody prints it.",
    "A year of growth.",
    "Section 12.4 of the handbook.",
    "Ratio 3:16 and 16:9 screens.",
    "Chapter 5-7 is the best.",
    "The first week was hard for the second team.",
    "Unit 7/12 Orchard Lane.",
    "Reference 11/2b.",
    "It is 1 of 12 sites.",
    "Tues-like soup.",
    "A fortnightly paper.",
    "He came second and I came third.",
    "You are the first to know.",
    "Have a day.",
    "The role is 4 days in the Ottawa office.",
    "It is downtown, two days in, three at home.",
    "The move took nine months.",
    "Nothing beats four o'clock on a Friday.",
    "Sorry, this sat in my drafts.",
    "Depth: 4/4 from both of you.",
    "Tell us 24 hours ahead.",
    "It has been 11 days since my interview.",
    "They wrote up their notes the same day.",
    "When on those two days are you free?",
    "Bring it by 14/15.",
    "The week was long, the month longer, and the quarter the longest of the year.",
    "We talked for well over two hours.",
    "We grew over three months.",
    "The panel is two hours.",
    "Please allow an hour.",
    "What I have in mind is an hour at our shop.",
    "Call in 9-5 days.",
    "It will last 900 days.",
    "They meet for a fortnight.",
    "A weekend in Oslo sounds good.",
    "Each month we bake together.",
    "We close on St Andrew's Day.",
    "The decision may march in step with the budget.",
    "",
]


@pytest.mark.parametrize("text", NO_PERIOD)
def test_a_look_alike_names_no_period(text: str) -> None:
    assert [(one.text, one.last) for one in periods(text, WEDNESDAY, CANADA)] == []


NO_MOMENT = [
    "We can talk on Thursday at 393 University Avenue.",
    "On Friday you will see 2 locations.",
    "On Friday you will meet at 2 Bloor Street.",
    "Thursday 3 of us will be there.",
    "On Monday we scored 3-2.",
    "Friday costs $2.30 at most.",
    "On Friday, version 2.15 ships.",
    "By Friday we had 10 of them.",
    "On Tuesday room 9 is free.",
    "On Monday at 50% of capacity.",
    "On Friday half of us are away.",
    "On Friday a quarter of us are away.",
    "On Friday, ring 416-555-0134.",
    "On Friday there are two of us, and seven next week.",
    "The noon sun is strong.",
    "See you at 2.",
    "9:30 works.",
    "Friday is fine.",
    "On Friday, from 2 to 4 sites will close.",
    "On Monday 2026 begins.",
    "On Friday the ratio is 16:90.",
    "same time next door",
    "On Friday it stays shut for five to ten days.",
    "On Friday, at 23, she will be our youngest.",
    "Friday 11-12am",
    "On Friday, half ten of them came.",
    "On Friday, at one point, we laughed.",
    "On Friday at five of our shops",
    "",
]


@pytest.mark.parametrize("text", NO_MOMENT)
def test_a_look_alike_fixes_no_time(text: str) -> None:
    assert [(one.text, str(one.start)) for one in moments(text, WEDNESDAY, CANADA)] == []


HOSTILE = [
    "friday ", "a ", " ", "1 ", "1:", "1-", "may ", "march 3, ", "a week or ", "two weeks ", "the end of the ", "12:30 ", "half ", "9/", "1st ", "next ", "\n",
    "5 to 7 ", "as soon as ", "bank holiday ", "the week after ", "(utc-05:00) ", "eastern time ", "noon to ", "three quarters of an ", "00", "0930 ",
    "\u0130", "x" * 50 + " ",
    "230 ", "9.40, ", "10 tues ", "2-245 ", "half ten ", "10 for ", "for a 10.00 ", "monday 9 ", "thurs @", "sat ", "Sat. ", "sun am ", "2pm our time ",
    "a week, maybe two ", "before the month is out ", "not before friday ", "friday afternoon on ", "friday at ", "1,400 ", "tomorrow before ten ", "more ",
    "same time friday ", "10:00 AM-11:15 AM (UTC-05:00) Eastern Time ", "monday, tuesday or ", "times are in ", "1.", ". ",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_costs_little(unit: str) -> None:
    text = (unit * (100_000 // len(unit) + 1))[:100_000]
    readers: list[Callable[[], object]] = [lambda: periods(text, WEDNESDAY, CANADA), lambda: moments(text, WEDNESDAY, CANADA), lambda: length(text)]
    for read in readers:
        began = time.process_time()
        read()
        assert time.process_time() - began < 0.4  # twice what it may take, for slow machines
