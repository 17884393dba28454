"""Currencies: ISO 4217 codes with their signs, names and minor units, as plain tables.

Codes, names and minor units are those of ISO 4217; signs and abbreviations those that newspapers and shops
print. Names of money that left circulation (guilder, mark, peseta) keep the code that ISO 4217 gave them.
"""

from decimal import Decimal
from typing import Final

from claimcheck.grammar.word_sets import pairs, words

CODES: Final = words(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP BYN BZD "
    "CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB ETH EUR FIM FJD FKP FRF GBP "
    "GEL GHS GIP GMD GNF GRD GTQ GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS "
    "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
    "MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD "
    "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USDT UYU "
    "UZS VEF VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"
)
"""Codes that are read beside a number, in capitals."""

CODES_THAT_ARE_WORDS: Final = words("ALL AMD BAM COP CUP ETH LAK MAD MOP PEN SOS TOP TRY")
"""Codes not taken for money before a number: `TOP 10`, `TRY 3` stand in headlines in capitals."""

SYMBOLS: Final[dict[str, str]] = pairs(
    "$: £:GBP €:EUR ¥:JPY ￥:JPY ₹:INR ₩:KRW ₽:RUB ₺:TRY ₪:ILS ₫:VND ₱:PHP ฿:THB ₴:UAH ₦:NGN ₡:CRC ₸:KZT "
    "₭:LAK ₮:MNT ₲:PYG ₵:GHS ₾:GEL ֏:AMD ₼:AZN ₿:BTC 円:JPY 원:KRW đ:VND ៛:KHR ৳:BDT ₨:INR "
    "﷼:IRR ₤:GBP ₣:CHF ＄: ￡:GBP ￦:KRW"
)
"""Signs; the dollar sign stands for the dollar of a place."""

DOLLAR_PREFIXES: Final[dict[str, str]] = pairs(
    "us:USD u.s.:USD usd:USD a:AUD au:AUD aus:AUD aud:AUD c:CAD ca:CAD can:CAD cdn:CAD cad:CAD nz:NZD nzd:NZD "
    "hk:HKD hkd:HKD s:SGD sg:SGD sgd:SGD nt:TWD twd:TWD mx:MXN mex:MXN mxn:MXN r:BRL j:JMD z:ZWL b:BND bz:BZD "
    "fj:FJD tt:TTD ec:XCD rd:DOP bds:BBD gy:GYD n:NAD l:LRD"
)
"""What stands before a dollar sign (`US$`, `A$`) or, but for `R` and `Z`, after it (`$US`)."""

WORDS: Final[dict[str, str]] = {
    name: code
    for line in """
        USD buck bucks greenback greenbacks
        EUR euro euros
        GBP quid sterling
        JPY yen
        CNY yuan renminbi rmb yuans
        KRW won
        INR rupee rupees rs inr
        CHF sfr
        franc franc francs
        SEK krona kronor kr
        DKK krone kroner
        ISK krónur
        RUB ruble rubles rouble roubles руб р
        MXN peso pesos
        BRL reais reals
        TRY lira liras tl
        ILS shekel shekels sheqel nis
        MYR ringgit ringgits rm
        IDR rupiah rupiahs rp
        THB baht bahts
        VND dong
        ZAR rand rands
        PLN zloty zlotys zloties złoty złotych zł
        CZK koruna korunas kč
        HUF forint forints
        UAH hryvnia hryvnias hryvnya hrn грн
        NGN naira nairas
        KES shilling shillings ksh kshs
        GHS cedi cedis
        BDT taka takas
        KZT tenge
        GEL lari
        LAK kip kips
        MMK kyat kyats
        ZMW kwacha
        ETB birr
        AED dirham dirhams
        riyal riyal riyals
        IRR toman tomans
        rial rial rials
        dinar dinar dinars
        PEN soles
        RON leu lei
        BGN lev leva
        NLG guilder guilders
        ITL lire
        ESP peseta pesetas
        FIM markka markkas
        DEM deutschemark deutschemarks dm
        VES bolivar bolivars bolívar bolívares bolivares
        PYG guarani guaranis
        CRC colon colón colones
        GTQ quetzal quetzales
        HNL lempira lempiras
        MNT tugrik tugriks tögrög
        AMD dram drams
        BTC bitcoin bitcoins btc
        ETH ethereum
        HTG gourde gourdes
        AFN afghani afghanis
        MVR rufiyaa
        ALL lek
        MKD denar denars
        AOA kwanza kwanzas
        PGK kina
        EGP l.e.
    """.strip().splitlines()
    for code, *names in [line.split()]
    for name in names
}
"""Names of money, with the code that the bare name is taken for; the name itself where none is likelier."""

SHARED_WORDS: Final = words(
    "dollar dollars peso pesos rupee rupees franc francs krona krone kroner lira liras dinar dinars rial rials "
    "riyal riyals shilling shillings dirham dirhams won"
)
"""Names that several currencies bear: the bare word is explained."""

DOLLARS: Final = frozenset({"dollar", "dollars", "dollor", "dollors"})
POUNDS: Final = frozenset({"pound", "pounds"})

MINOR: Final[dict[str, tuple[str, Decimal]]] = {
    "cent": ("", Decimal("0.01")),
    "cents": ("", Decimal("0.01")),
    "¢": ("USD", Decimal("0.01")),
    "￠": ("USD", Decimal("0.01")),
    "penny": ("penny", Decimal("0.01")),
    "pennies": ("penny", Decimal("0.01")),
    "pence": ("GBP", Decimal("0.01")),
    "centavo": ("MXN", Decimal("0.01")),
    "centavos": ("MXN", Decimal("0.01")),
    "sen": ("MYR", Decimal("0.01")),
    "sens": ("MYR", Decimal("0.01")),
    "paise": ("INR", Decimal("0.01")),
    "paisa": ("INR", Decimal("0.01")),
    "kopek": ("RUB", Decimal("0.01")),
    "kopeks": ("RUB", Decimal("0.01")),
    "kopecks": ("RUB", Decimal("0.01")),
    "pfennig": ("DEM", Decimal("0.01")),
    "pfennigs": ("DEM", Decimal("0.01")),
    "satoshi": ("BTC", Decimal("1E-8")),
    "satoshis": ("BTC", Decimal("1E-8")),
}
"""Minor units with their share of the whole; `cent` belongs to the dollar of the place or to the euro."""

GLUED_BEFORE: Final = frozenset(code.lower() for code in CODES - CODES_THAT_ARE_WORDS) | {
    "rs",
    "rm",
    "rp",
    "sfr",
    "try",
}
"""Letters that may be glued to the left of digits without making a name of them: `USD10m`, `RM120,000`."""


MONEY_WORDS: Final = frozenset(SYMBOLS.keys() | WORDS.keys() | DOLLARS | POUNDS | {code.lower() for code in CODES})
"""Tokens in lower case that name or sign money."""


def say_money(code: str, amount: str) -> str:
    """Write an amount with its currency so that it reads back as that currency anywhere but in dollar countries.

    >>> say_money("USD", "3.3 billion"), say_money("MXN", "-5")
    ('$3.3 billion', '-MXN 5')
    """
    if code.islower():
        return f"{amount} {code}s"
    sign, amount = ("-", amount[1:]) if amount.startswith("-") else ("", amount)
    return f"{sign}{_SIGNS.get(code, code + ' ')}{amount}"


_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "HKD": "HK$", "JPY": "¥"}
