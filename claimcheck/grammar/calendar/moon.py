"""New and full moons, by the series of J. Meeus (Astronomical Algorithms, chapter 49)."""

from collections.abc import Callable
from math import floor, radians, sin
from typing import Final

Rule = Callable[[int], int]
"""The day of a feast in a year."""

JULIAN_ZERO: Final = 1721424.5
"""The Julian date of the midnight that begins day 0 of the axis of days."""
_LUNATION: Final = 29.530588861
_NEW_MOON: Final = 2451550.09766  # Julian date of the mean new moon numbered 0, in January 2000


def moon(number: int, *, full: bool = False) -> float:
    """The Julian date of a new moon, counted from January 2000, or of the full moon after it."""
    k = number + 0.5 * full
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t * t
    sun = radians(2.5534 + 29.1053567 * k)
    anomaly = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t)
    first, second = (-0.40614, 0.17302) if full else (-0.4072, 0.17241)
    shift = (
        first * sin(anomaly)
        + second * e * sin(sun)
        + 0.0161 * sin(2 * anomaly)
        + 0.0104 * sin(2 * node)
        + 0.00737 * e * sin(anomaly - sun)
        - 0.00515 * e * sin(anomaly + sun)
        + 0.00208 * e * e * sin(2 * sun)
        - 0.00111 * sin(anomaly - 2 * node)
        - 0.00057 * sin(anomaly + 2 * node)
        + 0.00056 * e * sin(2 * anomaly + sun)
        - 0.00042 * sin(3 * anomaly)
        + 0.00042 * e * sin(sun + 2 * node)
        + 0.00038 * e * sin(sun - 2 * node)
    )
    return _NEW_MOON + _LUNATION * k + 0.00015437 * t * t + shift


def moon_from(day: float, hours: float, *, full: bool = False) -> float:
    """The first new or full moon from a time on, in days of the axis by a clock `hours` ahead of Greenwich."""
    number = floor((day + JULIAN_ZERO - _NEW_MOON) / _LUNATION) - 2
    while True:
        found = moon(number, full=full) - JULIAN_ZERO + hours / 24
        if found >= day:
            return found
        number += 1
