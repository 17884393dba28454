"""Words that decide whether a full stop ends a sentence.

All are written here in small letters, without the full stop. Most are ordinary words when written small (`card.`,
`sun.`, `mass.`), so they count as abbreviations only with a capital, unless `WRITTEN_SMALL` has them.
"""

from claimcheck.sentences.words import words

# Before a name; nothing that follows them begins a sentence.
ALWAYS_BEFORE_NAMES = words(
    """
    mr mrs ms mx messrs mme mlle dr drs prof sgt lt cpl cmdr vs viz e.g i.e eg ie cf p.s
    """
)

# Before a name, but also at the end of one (`Main St.`) or a word of its own (`Card.`).
BEFORE_NAMES = words(
    """
    adm amb asst attn atty brig bro capt card cdr col cpt dep det dir ens eng fr ft gen gov hon insp ltc
    m maj mt msgr ofc pfc pres pte pvt rep reps rev sen sens sr sra srta st sta ste supt
    """
)

MONTHS_AND_DAYS = words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    """
)

# Before a number; before anything else, mostly words of their own (`No. He left.`).
BEFORE_NUMBERS = MONTHS_AND_DAYS | words(
    """
    app approx apt art c ca cap ch chap circa cl col eq est ext fig figs flt fol ft hr hrs lb lbs lib
    max min n no nos nr op p par para pp pt pts ref reg rm rs sc sch sec sect ser ste tab tel v ver vol
    vols n° nº №
    """
)

# Inside a sentence or at its end: only a word that commonly opens sentences tells which.
INSIDE_OR_END = words(
    """
    inc corp ltd co cos bros llc plc pty jr sr esq ave blvd rd hwy pkwy sq bldg st ste mts dept dist div
    univ assn intl govt assoc mfg mgmt natl eds trans al ibid ala ariz ark calif colo conn del fla ga
    ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt
    wash wis wyo ont que
    """
)

WRITTEN_SMALL = ALWAYS_BEFORE_NAMES | words(
    """
    al approx asst c ca ch co corp dept eq esp est etc ext fig figs ft govt hr hrs inc incl jr lb lbs
    ltd no nos op p para pp pt rev sec sr st tel v ver vol vols n° nº №
    """
)

# A clock time goes on with a day, a month or a zone.
CLOCK = frozenset({"a.m", "p.m"})
AFTER_CLOCK = words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    January February March April May June July August September October November December Jan Feb Mar
    Apr Jun Jul Aug Sep Sept Oct Nov Dec EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET
    CEST Eastern Central Mountain Pacific Greenwich
    """
)

# A clause that begins with one of these goes on after `a.m.` (`At 5 a.m. Mr. Lee left`).
TIME_PREPOSITIONS = words("About After Around At Before By From Since Until")
