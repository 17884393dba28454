"""Which news agency a sentence credits: two papers that print one agency's figure are one origin."""

import re

# Agencies and broadcasters whose reports others print; a list of our own, with the short names that papers use.
_OUTLETS = {
    "Associated Press": "AP",
    "Agence France-Presse": "AFP",
    "Reuters": "",
    "Bloomberg": "",
    "EFE": "",
    "dpa": "",
    "ANSA": "",
    "Kyodo": "",
    "Xinhua": "",
    "TASS": "",
    "Interfax": "",
    "Anadolu": "",
    "Press Trust of India": "PTI",
    "United Press International": "UPI",
    "CNN": "",
    "BBC": "",
    "Al Jazeera": "",
}
_FULL = {short: name for name, short in _OUTLETS.items() if short}
_NAME = "|".join(sorted(map(re.escape, (*_OUTLETS, *_FULL)), key=len, reverse=True))
_CREDIT = re.compile(
    rf"\b(?i:told|citing|via|according to|reported by|quoted by)\s+(?:the\s+)?(?P<after>{_NAME})\b"
    rf"|\b(?P<before>{_NAME})(?:\s+news agency)?\s+(?:(?:has|first)\s+)?(?:reported|reports|said|says)\b"
)


def credited(text: str) -> frozenset[str]:
    """The agencies that a text credits with what it says, by their full names.

    >>> sorted(credited("An official told the Reuters news agency, as AFP reported, that 40 were hurt."))
    ['Agence France-Presse', 'Reuters']
    """
    names = (found["after"] or found["before"] for found in _CREDIT.finditer(text))
    return frozenset(_FULL.get(name, name) for name in names)
