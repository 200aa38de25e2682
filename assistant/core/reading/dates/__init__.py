"""Dates, times of day and lengths in running English: text and when it was written -> what its words name.

`periods` gives days and periods ("by the end of next week"), `moments` fixed times ("Thursday at 2"), `length` how long
("half an hour or so").
"""

from assistant.core.reading.dates.found import Moment, Named, Period
from assistant.core.reading.dates.lengths import length
from assistant.core.reading.dates.moments import moments
from assistant.core.reading.dates.periods import periods

__all__ = ["Moment", "Named", "Period", "length", "moments", "periods"]
