"""Invitations: iCalendar text in, events out (RFC 5545, RFC 5546)."""

from zoneinfo import ZoneInfo

from assistant.core.model import CalendarEvent


def events(text: str, method: str, zone: ZoneInfo) -> tuple[CalendarEvent, ...]:
    """Return the events of an iCalendar object; floating times are in `zone`."""
    return ()
