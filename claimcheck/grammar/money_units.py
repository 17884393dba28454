"""What money looks like beside a number: signs, codes and names, and whose they are."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from claimcheck.grammar import currencies, currency_places
from claimcheck.grammar.digits import ONE
from claimcheck.grammar.groups import STARTS
from claimcheck.grammar.quantity import Unit
from claimcheck.grammar.tokens import Tokens
from claimcheck.grammar.word_sets import words

_SCALE_WORDS: Final = {"million": Decimal("1E6"), "billion": Decimal("1E9"), "trillion": Decimal("1E12")}
_PAYING: Final = words(
    "pay pays paid paying cost costs costing price priced prices worth spend spends spent spending earn earns "
    "earned fine fined fee fees salary wage wages sterling sold sell bought buy buys debt loan loans tax taxes "
    "budget profit profits revenue revenues sales funding fund grant bill bills invest invested investment bail "
    "donated raised owed charge charged cheque money cash income savings turnover shares stake deal"
)
_CASED: Final = words("won real sol try all top cup mop pen ron gel lak mad sos bam cop dm rs rm rp btc")
_POUND_FACTORS: Final = ("weigh", "weighs", "weighed", "weighing", "weight", "lb", "lbs", "ounces", "heavy")
_WINDOW: Final = 12  # tokens on each side in which a word of paying or weighing tells pounds apart


_NAMES_BEFORE: Final = words("rs rm rp sfr dollar ringgit usd eur bitcoin")
_CODES: Final = frozenset(code.lower() for code in currencies.CODES)
_SIGNED: Final = currencies.SYMBOLS.keys() | _CODES | _NAMES_BEFORE
_NAMED: Final = currencies.WORDS.keys() | currencies.DOLLARS | currencies.POUNDS | currencies.MINOR.keys() | {"p"}
BEFORE: Final = frozenset(_SIGNED | currencies.DOLLAR_PREFIXES.keys() | {".", "-", "−"})
"""Tokens one of which stands before a number that a sign, code or name before it makes money."""
AFTER: Final = frozenset(
    _SIGNED | _NAMED | currencies.DOLLAR_PREFIXES.keys() | currency_places.NATION_WORDS | {"of", "-", "c"}
).union(*currency_places.TWO_WORD_NATIONS.values())
"""Tokens one of which stands after a number that is made money by what follows."""
MONEY_TOKENS: Final = frozenset(_SIGNED | _NAMED | {name for _, name in currency_places.NATIONAL})
"""Tokens one of which stands in every text that speaks of an amount of money."""


def money_at(place: str) -> Callable[[Tokens, int, int], Unit | None]:
    """What units of money look like beside a number in a text of the country `place`."""

    def unit_at(text: Tokens, first: int, last: int) -> Unit | None:
        before = _before(text, first, last, place)
        if before is None:
            return _after(text, first, last, place)
        if text.near[first - 1].isalpha() and is_number(text.near[before.first - 1]):
            after = _after(text, first, last, place)
            if after is not None:
                return after  # in "3 CHF 4 cents" the code belongs to the 3
        return _trailing(text, before)

    return unit_at


def _trailing(text: Tokens, unit: Unit) -> Unit:
    """A sign before and a name after (`$5 million dollars`, `$500 US`, `US$5m USD`)."""
    word = text.near[unit.last]
    raw = text.surface(unit.last, unit.last + 1) if unit.last < len(text) else ""
    if unit.name in ("USD", "AUD", "CAD", "NZD"):
        if word in currencies.DOLLARS or raw == unit.name:
            return unit._replace(last=unit.last + 1)
        if raw in ("US", "U.S.") and text.near[unit.last + 1] not in currencies.WORDS:
            return unit._replace(last=unit.last + 1, why="")
        if raw in _LOCAL and unit.why:
            return unit._replace(last=unit.last + 1, name=raw, why="")
    elif raw == unit.name or (unit.name == "GBP" and word in ("pounds", "sterling")):
        return unit._replace(last=unit.last + 1)
    return unit


_LOCAL: Final = frozenset({"AUD", "CAD", "NZD", "HKD", "SGD", "USD", "MXN"})


def is_number(word: str) -> bool:
    return word[:1].isdecimal() or word in STARTS


def _before(text: Tokens, first: int, last: int, place: str) -> Unit | None:
    """A sign or code before the number."""
    word = text.near[first - 1]
    if word in currencies.SYMBOLS:
        return _signed(text, first, last, word, place)
    if not word or not word[-1].isalpha():
        if word == "." and text.near[first - 2] == "rs":
            return Unit(first - 2, last, "INR")
        if word in ("-", "−") and text.near[first - 2] in currencies.SYMBOLS and text.glued(first - 1):
            return _signed(text, first - 1, last, text.near[first - 2], place)
        return None
    if word in currencies.DOLLAR_PREFIXES and text.near[first - 2] in ("$", "＄") and text.glued(first - 1):
        return Unit(first - 2, last, currencies.DOLLAR_PREFIXES[word])  # "$US5"
    raw = text.surface(first - 1, first)
    if raw in currencies.CODES and (raw not in currencies.CODES_THAT_ARE_WORDS or text.glued(first)):
        code = "USD" if raw == "USDT" else raw
        if text.near[first - 2] in ("-", "−") and text.glued(first - 1) and not text.glued(first - 2):
            return Unit(first - 2, last, code, -ONE)
        return Unit(first - 1, last, code)
    if text.glued(first) and word.upper() in currencies.CODES and word not in _CASED:
        return Unit(first - 1, last, word.upper())
    if word in _NAMES_BEFORE and (word not in ("rs", "rm", "rp") or raw[0].isupper()):
        named = currencies.WORDS.get(word) or {"usd": "USD", "eur": "EUR"}.get(word)
        return Unit(first - 1, last, named or currency_places.PLACES["dollar"].get(place, "USD"))
    return None


def _signed(text: Tokens, first: int, last: int, sign: str, place: str) -> Unit:
    """A sign before the number, with the letters of a country before it and a minus before both."""
    start = first - 1
    code = currencies.SYMBOLS[sign]
    why = ""
    if not code:
        prefix = text.near[start - 1]
        capital = start > 0 and (
            text.glued(start) or text.surface(start - 1, start)[0].isupper() or len(prefix) > 3
        )
        alone = prefix not in ("a", "s") or text.glued(start)
        if prefix in currencies.DOLLAR_PREFIXES and alone and (capital or prefix == "c"):
            start, code = start - 1, currencies.DOLLAR_PREFIXES[prefix]
        else:
            code = currency_places.PLACES["dollar"].get(place, "USD")
            why = f"$ is the dollar of {place}: {code}"
    elif sign == "¥" and text.near[start - 1] in ("cn", "rmb"):
        start, code = start - 1, "CNY"
    elif sign == "£" and text.near[start - 1] in ("e", "le", "ir"):
        code = {"e": "EGP", "le": "EGP", "ir": "IEP"}[text.near[start - 1]]
        start -= 1
    else:
        raw = text.surface(start - 1, start) if start else ""
        if raw == code:
            start -= 1
    minus = text.near[start - 1]
    if minus in ("-", "−") and text.glued(start) and not (text.glued(start - 1) and start > 1):
        return Unit(start - 1, last, code, -ONE, why=why)
    return Unit(start, last, code, why=why)


def _after(text: Tokens, first: int, last: int, place: str) -> Unit | None:
    """A sign, code or name after the number."""
    word = text.near[last]
    if not word:
        return None
    end = last + 1
    if word == "of" or word == "-":
        if word == "-" and not text.glued(last):
            return None
        word, end = text.near[end], end + 1
    if word in currencies.SYMBOLS:
        return _sign_after(text, first, last, end, word, place)
    raw = text.surface(end - 1, end) if end <= len(text) else ""
    if raw in currencies.CODES:
        return _code_after(text, first, end, raw)
    if word in currencies.DOLLAR_PREFIXES and text.near[end] == "$" and text.glued(end) and len(word) > 1:
        return Unit(first, end + 1, currencies.DOLLAR_PREFIXES[word])  # "2.75US$"
    if word in currencies.MINOR:
        return _minor(text, first, end, word, place)
    if word == "c":
        return _cents(text, first, end, place)
    if word == "p" and text.glued(end - 1) and text.near[end] != "." and (place == "GB" or "£" in text.present):
        return Unit(first, end, "GBP", Decimal("0.01"))
    return _named(text, first, end, word, raw, place)


def _sign_after(text: Tokens, first: int, last: int, end: int, sign: str, place: str) -> Unit | None:
    if not text.glued(end - 1) and text.near[end][:1].isdecimal() and text.near[end - 2][-1:] != ".":
        return None  # the sign belongs to the next number
    code = currencies.SYMBOLS[sign]
    if code:
        return Unit(first, end, code)
    country = text.near[end]
    if country in currencies.DOLLAR_PREFIXES and text.glued(end) and len(country) > 1:
        return Unit(first, end + 1, currencies.DOLLAR_PREFIXES[country])
    code = currency_places.PLACES["dollar"].get(place, "USD")
    return Unit(first, end, code, why=f"$ is the dollar of {place}: {code}")


def _code_after(text: Tokens, first: int, end: int, code: str) -> Unit:
    scale = _SCALE_WORDS.get(text.near[end])
    if scale is not None:  # "75 USD million"
        return Unit(first, end + 1, code, scale)
    return Unit(first, end, "USD" if code == "USDT" else code)


def _minor(text: Tokens, first: int, end: int, word: str, place: str) -> Unit | None:
    code, factor = currencies.MINOR[word]
    if before := _money_before(text, first):
        return Unit(first, end, before, factor)
    if word == "sen" and text.near[end] == ".":
        return None
    if code == "penny":
        code = "GBP" if place == "GB" else "USD"
    return Unit(first, end, code or currency_places.PLACES["dollar"].get(place, "USD"), factor)


def _money_before(text: Tokens, first: int) -> str:
    """The currency of the amount before token `first` (`3 CHF 4 cents`, `$20 and 43c`); empty without one."""
    i = first - 1 - (text.near[first - 1] == "and")
    word = text.near[i]
    if is_number(text.near[i - 1]):
        code = word.upper() if word.upper() in currencies.CODES else currencies.WORDS.get(word, "")
        return "" if code.islower() else code
    return currencies.SYMBOLS.get(text.near[i - 1], "") if word[:1].isdecimal() else ""


def _cents(text: Tokens, first: int, end: int, place: str) -> Unit | None:
    """`43c` behind an amount in dollars or another currency with cents."""
    i = first - 1 - (text.near[first - 1] == "and")
    if not text.glued(end - 1) or not (text.near[i] in MONEY_TOKENS or text.near[i - 1] in currencies.SYMBOLS):
        return None
    code = _money_before(text, first) or currency_places.PLACES["dollar"].get(place, "USD")
    return Unit(first, end, code, Decimal("0.01"))


def _named(text: Tokens, first: int, end: int, word: str, raw: str, place: str) -> Unit | None:
    """A name of money, with a nation before it or a note that it is one of several."""
    nation_end = end
    while word in currency_places.NATION_WORDS or text.near[nation_end] in currency_places.NATION_WORDS:
        following = text.near[nation_end]
        code = currency_places.NATIONAL.get((word, following))
        if code:
            return _sterling(text, Unit(first, nation_end + 1, code))
        word, nation_end = following, nation_end + 1
        if nation_end - end > 2:
            return None
    if word in currencies.DOLLARS:
        code = currency_places.PLACES["dollar"].get(place, "USD")
        return Unit(first, end, code, why=f"dollars are those of {place}: {code}")
    if word in currencies.POUNDS:
        return _pounds(text, first, end, place)
    if word in _CASED and not (text.glued(end - 1) or raw in ("Rs", "RM", "Rp", "DM", "won", "BTC")):
        return None
    named = currencies.WORDS.get(word)
    if named is None:
        if (
            text.glued(end - 1)
            and word.upper() in currencies.CODES
            and word.upper() not in currencies.CODES_THAT_ARE_WORDS
        ):
            return Unit(first, end, word.upper())
        if word in ("usd", "eur", "gbp", "jpy", "cny", "chf", "aud", "cad", "inr", "kwd"):
            return Unit(first, end, word.upper())
        return None
    if word == "won" and text.near[end] in _WON_VERB:
        return None
    return _shared(text, first, end, word, named, place)


_WON_VERB: Final = words("the a an by in on at his her its their all over gold silver bronze")


def _shared(text: Tokens, first: int, end: int, word: str, named: str, place: str) -> Unit:
    if word not in currencies.SHARED_WORDS:
        return Unit(first, end, named)
    singular = word.removesuffix("s") if word != "won" else word
    code = currency_places.PLACES.get(singular, {}).get(place)
    if code:
        return Unit(first, end, code, why=f"{word} are those of {place}: {code}")
    told = (
        "are not said to be those of a country" if named.islower() else f"without a country are taken for {named}"
    )
    return Unit(first, end, named, why=f"{word} {told}")


def _sterling(text: Tokens, unit: Unit) -> Unit:
    return unit._replace(last=unit.last + 1) if text.near[unit.last] == "sterling" else unit


def _pounds(text: Tokens, first: int, end: int, place: str) -> Unit | None:
    """`pounds` as money: with `sterling`, in British texts, or beside a word of paying."""
    code = currency_places.PLACES["pound"].get(place, "GBP")
    if text.near[end] == "sterling":
        return Unit(first, end + 1, "GBP")
    around = text.words[max(0, first - _WINDOW) : end + _WINDOW]
    if any(word in _POUND_FACTORS for word in around) or text.near[end] == "of":
        return None
    if place in currency_places.PLACES["pound"]:
        return Unit(first, end, code, why=f"pounds are the money of {place}: {code}")
    if "£" in text.present or any(word in _PAYING for word in around):
        return Unit(first, end, code, why="pounds beside £ or a word of paying are money")
    return None
