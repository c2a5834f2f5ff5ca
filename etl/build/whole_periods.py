"""Months counted from year 0, and the whole periods (months, quarters, half-years, years) of a span of days."""

from datetime import date, timedelta


def month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def first_day(number: int) -> date:
    """The first day of a month by its number."""
    return date(number // 12, number % 12 + 1, 1)


def first_whole(day: date, months: int) -> date:
    """The first day of the first period of so many months that begins on `day` or later."""
    number = month_number(day) + (day.day > 1)
    return first_day(-(-number // months) * months)


def last_whole(day: date, months: int) -> date:
    """The last day of the last period of so many months that ends on `day` or earlier."""
    number = month_number(day + timedelta(days=1))
    return first_day(number // months * months) - timedelta(days=1)


def months_before(last: date, months: int) -> date:
    """The first day of the months that end with the month before the day after `last`."""
    return first_day(month_number(last + timedelta(days=1)) - months)
