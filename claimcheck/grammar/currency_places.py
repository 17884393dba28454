"""Whose money a name is: by the nation named before it, or by the country of the text; plain tables."""

from typing import Final

from claimcheck.grammar.word_sets import pairs

_NATIONS = """
    USD us u.s. american | dollar
    CAD canadian canada | dollar
    AUD australian australia aussie | dollar
    NZD zealand | dollar
    HKD kong | dollar
    SGD singapore singaporean | dollar
    TWD taiwan taiwanese | dollar
    JMD jamaican | dollar
    TTD trinidad | dollar
    LRD liberian | dollar
    NAD namibian | dollar
    ZWL zimbabwean zimbabwe | dollar
    FJD fijian fiji | dollar
    BND brunei | dollar
    BBD barbadian barbados | dollar
    BSD bahamian | dollar
    BZD belize | dollar
    XCD caribbean | dollar
    GBP british uk u.k. | pound
    EGP egyptian egypt | pound
    LBP lebanese | pound
    SYP syrian | pound
    SDG sudanese | pound
    CYP cypriot cyprus | pound
    IEP irish | pound
    GIP gibraltar | pound
    MXN mexican mexico | peso
    ARS argentine argentinian argentina | peso
    CLP chilean chile | peso
    COP colombian colombia | peso
    PHP philippine filipino philippines | peso
    CUP cuban cuba | peso
    UYU uruguayan uruguay | peso
    DOP dominican | peso
    INR indian india | rupee
    PKR pakistani pakistan | rupee
    LKR lankan lanka | rupee
    NPR nepalese nepali nepal | rupee
    MUR mauritian mauritius | rupee
    SCR seychelles seychellois | rupee
    CHF swiss | franc
    FRF french | franc
    BEF belgian | franc
    LUF luxembourg | franc
    XAF cfa african | franc
    RWF rwandan | franc
    BIF burundian burundi | franc
    CDF congolese | franc
    GNF guinean | franc
    DJF djiboutian | franc
    SEK swedish | krona
    ISK icelandic | krona
    NOK norwegian | krone
    DKK danish | krone
    EEK estonian | kroon
    TRY turkish turkey | lira
    ITL italian | lira
    JPY japanese japan | yen
    CNY chinese | yuan
    KRW korean | won
    KPW north-korean | won
    RUB russian russia | ruble
    BYN belarusian belarus | ruble
    ILS israeli israel | shekel
    MYR malaysian malaysia | ringgit
    IDR indonesian indonesia | rupiah
    THB thai | baht
    VND vietnamese vietnam | dong
    ZAR african | rand
    PLN polish | zloty
    CZK czech | koruna
    HUF hungarian | forint
    UAH ukrainian | hryvnia
    BRL brazilian brazil | real
    KWD kuwaiti kuwait | dinar
    BHD bahraini bahrain | dinar
    JOD jordanian jordan | dinar
    IQD iraqi iraq | dinar
    RSD serbian serbia | dinar
    DZD algerian algeria | dinar
    TND tunisian tunisia | dinar
    LYD libyan libya | dinar
    QAR qatari qatar | riyal
    SAR saudi | riyal
    OMR omani oman | rial
    OMR omani oman | riyal
    YER yemeni yemen | rial
    YER yemeni yemen | riyal
    IRR iranian iran | rial
    IRR iranian iran | riyal
    AED uae u.a.e. emirati emirates | dirham
    MAD moroccan morocco | dirham
    KES kenyan kenya | shilling
    UGX ugandan uganda | shilling
    TZS tanzanian tanzania | shilling
    SOS somali somalia | shilling
    NGN nigerian | naira
    GHS ghanaian | cedi
    BDT bangladeshi | taka
    KZT kazakh kazakhstani | tenge
    GEL georgian | lari
    LAK lao | kip
    PEN peruvian | sol
    RON romanian | leu
    BGN bulgarian | lev
    NLG dutch netherlands | guilder
    FIM finnish | markka
    DEM german deutsche west | mark
    ESP spanish | peseta
    VES venezuelan | bolivar
    CRC rican | colon
    MNT mongolian | tugrik
    ETB ethiopian | birr
    MMK burmese myanmar | kyat
    ZMW zambian | kwacha
    MWK malawian | kwacha
    HRK croatian | kuna
    EUR european | euro
    DKK danish | crown
    SEK swedish | crown
    NOK norwegian | crown
    CZK czech | crown
    ISK icelandic | crown
"""

_PLURALS = {
    "krona": ("kronor", "kronur", "krónur"),
    "krone": ("kroner",),
    "lira": ("lire", "liras"),
    "real": ("reais", "reals"),
    "leu": ("lei",),
    "lev": ("leva",),
    "sol": ("soles",),
    "ruble": ("rubles", "rouble", "roubles"),
    "bolivar": ("bolivars", "bolívar", "bolívares", "bolivares"),
    "colon": ("colons", "colón", "colones"),
    "mark": ("marks", "deutschemark", "deutschemarks"),
    "zloty": ("zlotys", "złoty", "złotys"),
    "shekel": ("shekels", "sheqel", "sheqels"),
}


def _nations() -> dict[tuple[str, str], str]:
    table: dict[tuple[str, str], str] = {}
    for line in _NATIONS.strip().splitlines():
        left, word = line.split(" | ")
        code, *nations = left.split()
        for nation in nations:
            for form in (word, f"{word}s", *_PLURALS.get(word, ())):
                table.setdefault((nation, form), code)
    return table


NATIONAL: Final[dict[tuple[str, str], str]] = _nations()
"""(Last word of a country or nation, name of money) to code: `Egyptian pounds`, `New Zealand dollar`."""

TWO_WORD_NATIONS: Final[dict[str, frozenset[str]]] = {
    "zealand": frozenset({"new"}),
    "kong": frozenset({"hong"}),
    "taiwan": frozenset({"new"}),
    "lanka": frozenset({"sri"}),
    "lankan": frozenset({"sri"}),
    "korean": frozenset({"south", "north"}),
    "african": frozenset({"south", "central", "west"}),
    "states": frozenset({"united"}),
    "rican": frozenset({"costa"}),
    "emirates": frozenset({"arab"}),
    "caribbean": frozenset({"east"}),
    "sudanese": frozenset({"south"}),
    "dominican": frozenset(),
}
"""Words that stand before the last word of a nation's name and belong to it."""

NATION_WORDS: Final = frozenset(nation for nation, _ in NATIONAL) | frozenset(TWO_WORD_NATIONS)

PLACES: Final[dict[str, dict[str, str]]] = {
    "dollar": pairs(
        "US:USD CA:CAD AU:AUD NZ:NZD HK:HKD SG:SGD TW:TWD JM:JMD TT:TTD LR:LRD NA:NAD ZW:ZWL FJ:FJD BN:BND "
        "BB:BBD BS:BSD BZ:BZD GY:GYD MX:MXN AR:ARS CL:CLP CO:COP"
    ),
    "pound": pairs("GB:GBP EG:EGP LB:LBP SY:SYP SD:SDG GI:GIP"),
    "peso": pairs("MX:MXN AR:ARS CL:CLP CO:COP PH:PHP CU:CUP UY:UYU DO:DOP"),
    "rupee": pairs("IN:INR PK:PKR LK:LKR NP:NPR MU:MUR SC:SCR"),
    "franc": pairs("CH:CHF RW:RWF BI:BIF CD:CDF SN:XOF CI:XOF CM:XAF"),
    "krona": {"SE": "SEK", "IS": "ISK"},
    "krone": {"DK": "DKK", "NO": "NOK"},
    "dinar": pairs("KW:KWD BH:BHD JO:JOD IQ:IQD RS:RSD DZ:DZD TN:TND LY:LYD"),
    "rial": {"IR": "IRR", "OM": "OMR", "YE": "YER"},
    "riyal": {"SA": "SAR", "QA": "QAR"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"},
    "dirham": {"AE": "AED", "MA": "MAD"},
    "won": {"KR": "KRW", "KP": "KPW"},
    "lira": {"TR": "TRY"},
}
"""Name of money to country (ISO 3166-1) to the code that the bare name has there."""
