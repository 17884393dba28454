"""Claims and many short documents of our own, with agreement, disagreement, silence and broken quotes in them."""

from datetime import date

import claimcheck as cc
from claimcheck.model.claim import CuratedReading

CLAIMS = cc.ClaimSet(
    (
        cc.Claim(
            "start",
            "year",
            "The Lindford Fair began in {value}.",
            "Lindford Fair",
            aliases=("the fair",),
            cues=("began", "since"),
            readings=(
                CuratedReading("d03", "has been held since 1978"),
                CuratedReading("d04", "has been held since 1981"),
            ),
        ),
        cc.Claim(
            "visitors",
            "count",
            "The Lindford Fair drew {value} visitors.",
            "Lindford Fair",
            aliases=("the fair",),
            cues=("drew",),
            unit="visitors",
        ),
        cc.Claim("cost", "money", "The Lindford Fair cost {value}.", "Lindford Fair", cues=("cost",)),
    )
)
_TEXTS = (
    "The Lindford Fair began in 1987. It drew about 12,000 visitors this year.",
    "Nothing of note was said at the council meeting, which ended early.",
    "The Lindford Fair drew 9,500 visitors. The Lindford Fair cost £40,000 last year, the council said.",
    "The Lindford Fair has been held since 1978. The Lindford Fair drew more than 9,000 visitors on Sunday.",
    "The fair was a quiet one. The Lindford Fair of 12 stalls cost nobody a penny.",
)


def document(number: int) -> cc.Document:
    """One of endlessly many; every seventh has no date."""
    published = None if number % 7 == 6 else date(2024, 8, 1 + number % 28)
    return cc.Document(cc.Source(f"d{number:02d}", published=published), _TEXTS[number % len(_TEXTS)])


def documents(count: int) -> tuple[cc.Document, ...]:
    return tuple(map(document, range(count)))
