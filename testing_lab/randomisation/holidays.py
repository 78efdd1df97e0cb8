"""Days on which no Dutch office works: the holidays of the General Extension of Time Limits Act."""

from __future__ import annotations

import datetime as dt


def dutch_holidays(year: int) -> frozenset[dt.date]:
    """The generally recognised holidays of a year, from 1583 up; King's Day as since 2014.

    Algemene termijnenwet, article 3: "de Nieuwjaarsdag, de christelijke tweede Paas- en Pinksterdag, de beide
    Kerstdagen, de Hemelvaartsdag, de dag waarop de verjaardag van de Koning wordt gevierd en de vijfde mei".
    Liberation Day is left out of office life by most employers but once in five years; nothing is sent then.

    Examples
    --------
    >>> [day.isoformat() for day in sorted(dutch_holidays(2027))][:4]
    ['2027-01-01', '2027-03-29', '2027-04-27', '2027-05-05']
    """
    easter = _easter(year)
    king = dt.date(year, 4, 27)
    return frozenset(
        {
            dt.date(year, 1, 1),
            easter + dt.timedelta(days=1),
            king if king.weekday() != 6 else king - dt.timedelta(days=1),
            dt.date(year, 5, 5),
            easter + dt.timedelta(days=39),
            easter + dt.timedelta(days=50),
            dt.date(year, 12, 25),
            dt.date(year, 12, 26),
        }
    )


def _easter(year: int) -> dt.date:
    """Meeus, Jones & Butcher's rule for the Gregorian calendar."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, over = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    quarter, left = divmod(rest, 4)
    week = (32 + 2 * over + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
