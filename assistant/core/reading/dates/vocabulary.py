"""The words of dates: fragments of patterns, and what they stand for. All are matched against lowered text.

`W` is the space between two words: a line end that only wraps the text was made a space before.
"""

W = r"(?: {1,3})"

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
WEEKDAY_NUMBERS = {name: number for number, name in enumerate(WEEKDAYS)} | SHORT_WEEKDAYS

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, 1)} | SHORT_MONTHS

SMALL_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBERS = {name: number for number, name in enumerate(SMALL_NUMBERS, 1)} | {
    "a": 1, "an": 1, "another": 1, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22, "twenty-third": 23,
    "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29,
    "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip


def one_of(*words: str) -> str:
    """Return a group that matches any of the words, the longest first."""
    return "(?:" + "|".join(sorted((word.replace(" ", W) for word in words), key=len, reverse=True)) + ")"


LONG_WEEKDAY = one_of(*WEEKDAYS)
WEEKDAY = one_of(*WEEKDAY_NUMBERS)
MONTH = one_of(*MONTH_NUMBERS)
# only a short name takes its full stop: the one after "Friday." ends the sentence
STOP = rf"(?:(?<!{')(?<!'.join(WEEKDAYS)})\.)?"
MONTH_STOP = rf"(?:(?<!{')(?<!'.join(MONTHS)})\.)?"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
SUFFIX = r"(?:st|nd|rd|th)"
ORDINAL_WORD = one_of(*ORDINALS)
# a day number that is no hour, fraction, price or version: not "9:30", "9 am", "9.5", "9%"
ENDS = r"(?![\d/%]|[:.,]\d|-\d{3}|" + W + r"?(?:am|pm|a\.m|p\.m|o'clock|hours|hrs|days?|weeks?|people|of" + W + r"(?:you|us|them))\b)"
YEAR = r"20\d\d"
NUMBER = r"(?:\d{1,3}|" + one_of(*NUMBERS) + ")"
HOUR_WORD = one_of(*SMALL_NUMBERS[:12])
HALF_DAY = rf"(?:{W}?(?P<mer%s>[ap])(?:\.{W}?)?m\b\.?)"

# after a number that is an hour or a day of the month, never a house number or a count: "at 2 works", "the 14th, if"
FOLLOWING_WORDS = one_of(
    "a", "about", "after", "again", "also", "am", "an", "and", "any", "anyway", "are", "around", "as", "at", "because", "before", "being", "best",
    "between", "but", "by", "can", "could", "depending", "did", "do", "does", "due", "during", "either", "except", "fits", "for", "from",
    "good", "had", "has", "have", "he", "here", "how", "however", "i", "if", "in", "instead", "into", "is", "it", "just", "latest", "let", "local",
    "looks", "may", "maybe", "me", "might", "my", "next", "no", "not", "now", "on", "once", "only", "onwards", "open", "or", "our",
    "over", "per", "please", "possibly", "provided", "rather", "seems", "sharp", "she", "should", "since", "so", "sounds", "still", "suit", "suits",
    "than", "thanks", "that", "the", "their", "then", "there", "they", "this", "though", "through", "till", "to", "today", "together",
    "tomorrow", "too", "unless", "until", "using", "via", "was", "we", "well", "were", "what", "when", "where", "whether", "which", "while", "who",
    "will", "with", "work", "works", "would", "yes", "you", "your", "sometime", "onward", "unfortunately", "i'll", "i'd", "i'm", "we'll", "we'd",
    "it's", "that's", "won't", "eastern", "pacific", "central", "mountain", "uk", "london", "same", "all", "until", "perfect", "great", "fine",
    "ideally", "at", "o'clock", "approximately", "onsite", "start", "works", "he'll", "she'll", "they'll", "you'll", "and/or", "noon", "ok", "okay", "cool",
    "doable", "pls", "plz", "cheers", "ta", "thx", "u", "bring", "ask", "come", "don't", "wear", "left", "he's", "she's", "they're", "we're", "you're", "i've",
    "there's", "let's", "inst", "stands", "stays", "holds", "remains",
)  # fmt: skip
STANDS_ALONE = rf"(?=[,;:!?)\]\"'*]|\.(?!\d)|{W}?[-(|/&\u00b7\u22c5]|{W}?\n|{W}?$|{W}{FOLLOWING_WORDS}\b|{W}{WEEKDAY}\b|{W}{MONTH}\b|{W}20\d\d\b)"


def number(word: str) -> int:
    """Return what a number word or digits stand for."""
    return int(word) if word.isdigit() else NUMBERS[word]
