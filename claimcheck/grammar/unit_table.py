# ruff: noqa: E501  (one unit a line)
"""The table behind `claimcheck.grammar.units`: every unit with its dimension, factor, words and symbols."""

from fractions import Fraction

# name | plural (empty: add s) | dimension | factor | words | symbols (as written, case kept)
TABLE = """
metre||length|1|meter,meters|m
mile||length|1609.344||mi mi.
yard||length|0.9144||yd yds
foot|feet|length|0.3048|foots|ft ft.
inch|inches|length|0.0254||in. in ″ inchs ''
nautical mile||length|1852||nmi
light-year||length|9460730472580800|light year,light years|ly
astronomical unit||length|149597870700||AU
fathom||length|1.8288||
furlong||length|201.168||
micron||length|0.000001||
square metre||area|1|square meter,square meters,sq meter,sq meters,sq metres,metres squared,meters squared|m2 m² m^2 sqm sq.m. sq_m
square kilometre||area|1000000|square kilometer,square kilometers,sq kilometers,km squared,square km|km2 km² km^2 sq_km
square mile||area|2589988.110336|sq miles,sq mile|sq_mi mi2 mi²
square foot|square feet|area|0.09290304|sq feet,sq foot,sqft|sq_ft sq._ft. sq_ft. ft2 ft² sf
square yard||area|0.83612736||sq_yd yd2
square inch|square inches|area|0.00064516||sq_in in2 in²
square centimetre||area|0.0001|square centimeter,square centimeters|cm2 cm²
acre||area|4046.8564224||
hectare||area|10000||ha
cubic metre||volume|1|cubic meter,cubic meters,metres cubed,meters cubed|m3 m³ m^3
cubic kilometre||volume|1000000000|cubic kilometer,cubic kilometers,km cubed|km3 km³ km^3
cubic centimetre||volume|0.000001|cubic centimeter,cubic centimeters|cc cm3 cm³ ccm cm^3
cubic foot|cubic feet|volume|0.028316846592|cu feet|cu_ft ft3 ft³ cf
cubic inch|cubic inches|volume|0.000016387064||cu_in in3
cubic yard||volume|0.764554857984||cu_yd
cubic mile||volume|4168181825.440579584||
litre||volume|0.001|liter,liters|l L
gallon||volume|0.003785411784||gal gals gal.
imperial gallon||volume|0.00454609||
barrel||volume|0.158987294928||bbl bbls
pint||volume|0.000473176473||
imperial pint||volume|0.00056826125||
quart||volume|0.000946352946||qt qts
fluid ounce||volume|0.0000295735295625|fl ounce,fl ounces|fl_oz fl._oz.
cup||volume|0.0002365882365||
tablespoon||volume|0.00001478676478125||tbsp tbsps
teaspoon||volume|0.00000492892159375||tsp tsps
bushel||volume|0.03523907016688||
acre-foot|acre-feet|volume|1233.48183754752|acre foot,acre feet|
gram||mass|0.001|gramme,grammes,gm,gms|g
tonne||mass|1000|metric ton,metric tons,metric tonne,metric tonnes|t mt
ton||mass|907.18474||
short ton||mass|907.18474||
long ton||mass|1016.0469088||
pound||mass|0.45359237||lb lbs lb. lbs.
ounce||mass|0.028349523125||oz oz. ozs
stone|stone|mass|6.35029318||
carat||mass|0.0002||ct
hundredweight|hundredweight|mass|45.359237||cwt
grain||mass|0.00006479891||
dram||mass|0.0017718451953125||
troy ounce||mass|0.0311034768||
metre per second|metres per second|speed|1|meter per second,meters per second,metres a second,meters a second|m/s mps
kilometre per hour|kilometres per hour|speed|5/18|kilometer per hour,kilometers per hour,kilometers an hour,kilometres an hour,kilometer an hour|km/h kph kmh km/hr kmph
mile per hour|miles per hour|speed|0.44704|miles an hour,mile an hour|mph m.p.h. mi/h
foot per second|feet per second|speed|0.3048|feet a second|ft/s fps
kilometre per second|kilometres per second|speed|1000|kilometer per second,kilometers per second,kilometers a second|km/s
knot||speed|463/900||kt kts
Mach|Mach|mach|1||
degree Celsius|degrees Celsius|temperature|1|degrees centigrade,degree centigrade,deg celsius,celsius,centigrade,celcius,degrees celcius,degrees c,degree c,deg c,° celsius,° centigrade,° c|°C ℃ ºC C
degree Fahrenheit|degrees Fahrenheit|temperature|5/9|deg fahrenheit,fahrenheit,degrees f,degree f,deg f,fahrenheits,° fahrenheit,° f|°F ℉ ºF F
kelvin|kelvins|temperature|1||K °K
degree||angle|1|deg|° º deg.
radian||angle|57.295779513082320876798154814||rad
watt||power|1||W
metric horsepower|metric horsepower|power|735.49875||PS
horsepower|horsepower|power|745.69987158227022|brake horsepower,horse power|hp bhp HP
joule||energy|1||J
calorie||energy|4.184||cal
kilocalorie||energy|4184||kcal
British thermal unit||energy|1055.05585262||BTU Btu BTUs
watt-hour||energy|3600|watt hour,watt hours|Wh
electronvolt||energy|0.0000000000000000001602176634|electron volt,electron volts|eV
byte||data|8||B
bit||data|1||
kibibyte||data|8192||KiB
mebibyte||data|8388608||MiB
gibibyte||data|8589934592||GiB
bit per second|bits per second|data rate|1||bps bit/s
kilobit per second|kilobits per second|data rate|1000||kbps kbit/s Kbps
megabit per second|megabits per second|data rate|1000000|megabits a second|Mbps Mbit/s mbps Mb/s
gigabit per second|gigabits per second|data rate|1000000000||Gbps Gbit/s gbps
hertz|hertz|frequency|1||Hz
revolution per minute|revolutions per minute|rotation|1||rpm r.p.m.
pascal||pressure|1||Pa
bar|bar|pressure|100000||
millibar||pressure|100||mb mbar
atmosphere||pressure|101325||atm
kilopound per square inch|kilopounds per square inch|pressure|6894757.293168361||ksi
pound per square inch|pounds per square inch|pressure|6894.757293168361|pounds a square inch|psi
newton||force|1||N
newton metre|newton metres|torque|1|newton meter,newton meters|Nm N·m
pound-foot|pound-feet|torque|1.3558179483314004|foot pounds,pound feet,foot pound|lb-ft ft-lb lb.-ft.
volt||voltage|1||V
ampere||current|1|amp,amps|A
ohm||resistance|1||Ω
decibel||level|1||dB
lumen||luminous flux|1||
candela||luminous intensity|1||
mile per gallon|miles per gallon|fuel economy|1|miles a gallon|mpg
barrel per day|barrels per day|flow|1|barrels a day,barrel a day,barrels daily|bpd b/d bbl/d
gray||dose|1||Gy
sievert||dose equivalent|1||Sv
becquerel||activity|1||Bq
tesla||magnetic field|1||
megapixel||resolution|1|mega pixels|MP
pixel||pixels|1||px
karat||fineness|1||
part per million|parts per million|ratio|1||ppm
part per billion|parts per billion|ratio|0.001||ppb
"""

PREFIXES = {
    "pico": ("p", Fraction(1, 10**12)),
    "nano": ("n", Fraction(1, 10**9)),
    "micro": ("µ", Fraction(1, 10**6)),
    "milli": ("m", Fraction(1, 1000)),
    "centi": ("c", Fraction(1, 100)),
    "deci": ("d", Fraction(1, 10)),
    "hecto": ("h", Fraction(100)),
    "kilo": ("k", Fraction(1000)),
    "mega": ("M", Fraction(10**6)),
    "giga": ("G", Fraction(10**9)),
    "tera": ("T", Fraction(10**12)),
    "peta": ("P", Fraction(10**15)),
    "exa": ("E", Fraction(10**18)),
}
SMALL = "pico nano micro milli"
PREFIXED = {
    "metre": f"{SMALL} centi deci kilo",
    "gram": f"{SMALL} kilo",
    "litre": "micro milli centi deci hecto",
    "watt": "milli kilo mega giga tera",
    "watt-hour": "kilo mega giga tera",
    "joule": "milli kilo mega giga",
    "byte": "kilo mega giga tera peta exa",
    "bit": "kilo mega giga tera",
    "hertz": "kilo mega giga tera",
    "pascal": "hecto kilo mega giga",
    "volt": "milli kilo",
    "ampere": "milli",
    "newton": "kilo",
    "gray": "milli",
    "sievert": "micro milli",
    "electronvolt": "kilo mega giga tera",
    "becquerel": "kilo mega giga tera",
    "ohm": "kilo mega",
    "ton": "kilo mega giga",
    "tonne": "kilo mega giga",
}
OFFSETS = {
    "degree Celsius": Fraction(27315, 100),
    "degree Fahrenheit": Fraction(45967, 100) * Fraction(5, 9),
}
MEANINGS = {
    "ton": (("tonne", "long ton"), "a ton is the short ton of the United States unless it is called metric"),
    "gallon": (("imperial gallon",), "a gallon is that of the United States"),
    "pint": (("imperial pint",), "a pint is that of the United States"),
}
EXTRA_SYMBOLS = {
    "kilobyte": "KB",
    "kilogram": "kilo kilos kgs Kg KG k.g. k.gs",
    "kilometre": "kms Km KM klick klicks k.m.",
    "centimetre": "cms",
    "millimetre": "mms",
    "milligram": "mgs",
    "millilitre": "mls mL",
    "centilitre": "cL",
    "microgram": "mcg ug μg",
    "micrometre": "um μm",
    "hectolitre": "hL",
    "gram": "gs gr",
    "metre": "mt. mtrs",
    "kilowatt-hour": "kwh KWh Kwh kw/h",
    "kilowatt": "KW Kw",
    "megabit": "Mbit Mb",
    "gigabit": "Gbit Gb",
    "hertz": "hz",
    "kilohertz": "khz KHz",
    "megahertz": "mhz Mhz",
    "gigahertz": "ghz Ghz",
    "gigabyte": "gb gigs gig",
    "megabyte": "megs",
    "litre": "ltr ltrs",
}
RATES = {
    "calendar": {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000},
    "time": {
        "second": 1,
        "minute": 60,
        "hour": 3600,
        "day": 86400,
        "week": 604800,
        "fortnight": 1209600,
    },
}
