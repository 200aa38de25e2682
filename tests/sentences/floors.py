"""The least recall and the most false alarms of each kind: what was measured when the rules were last changed, rounded to the worse side."""

from assistant.core.model import Kind

FLOORS: dict[Kind, tuple[float, float]] = {
    Kind.APPLIED: (0.96, 0.0),
    Kind.APPROACHED: (0.66, 0.0),
    Kind.ASKED: (1.0, 0.0),
    Kind.AUTO_REPLY: (1.0, 0.0),
    Kind.CALLS_WELCOME: (1.0, 0.0),
    Kind.CANCELLED: (1.0, 0.0),
    Kind.CHECKED_IN: (1.0, 0.0),
    Kind.CONTACT: (1.0, 0.0),
    Kind.DO_NOT_WRITE: (1.0, 0.0),
    Kind.HELD: (1.0, 0.0),
    Kind.INVITED: (1.0, 0.0),
    Kind.NO_CALLS: (1.0, 0.0),
    Kind.NOT_HELD: (1.0, 0.0),
    Kind.OFFERED: (0.97, 0.0),
    Kind.ON_HOLD: (1.0, 0.0),
    Kind.PROMISE: (1.0, 0.0),
    Kind.REJECTED: (1.0, 0.02),
    Kind.REOPENED: (1.0, 0.0),
    Kind.SCHEDULED: (0.97, 0.05),
    Kind.THANKED: (1.0, 0.0),
    Kind.TIMING: (1.0, 0.0),
    Kind.WITHDRAWN: (1.0, 0.0),
}

# Before any rule was made for them: recall 0.67 and false alarms 0.11 over all kinds; before the tuning of the others, 0.54 and 0.11.
HELD_OUT_FLOORS: dict[Kind, tuple[float, float]] = {
    Kind.APPLIED: (0.7, 0.06),
    Kind.APPROACHED: (0.5, 0.0),
    Kind.ASKED: (0.9, 0.08),
    Kind.AUTO_REPLY: (0.8, 0.0),
    Kind.CALLS_WELCOME: (0.5, 0.0),
    Kind.CANCELLED: (0.66, 0.2),
    Kind.CHECKED_IN: (0.72, 0.0),
    Kind.CONTACT: (0.4, 0.0),
    Kind.DO_NOT_WRITE: (0.6, 0.0),
    Kind.HELD: (0.58, 0.3),
    Kind.INVITED: (0.71, 0.1),
    Kind.NO_CALLS: (0.75, 0.0),
    Kind.NOT_HELD: (0.62, 0.0),
    Kind.OFFERED: (0.65, 0.04),
    Kind.ON_HOLD: (0.83, 0.1),
    Kind.PROMISE: (0.59, 0.05),
    Kind.REJECTED: (0.58, 0.15),
    Kind.REOPENED: (0.75, 0.0),
    Kind.SCHEDULED: (0.94, 0.28),
    Kind.THANKED: (1.0, 0.0),
    Kind.TIMING: (0.46, 0.5),
    Kind.WITHDRAWN: (0.5, 0.2),
}
