"""Closed classes of English words that the grammars steer by."""

from typing import Final

from claimcheck.grammar.word_sets import words

PREPOSITIONS: Final = words(
    "about above across after against along amid among around as at because before behind below beneath beside "
    "besides between beyond by despite down during except for from in inside into like near of off on onto "
    "out outside over past per since than through throughout till to toward towards under until unto up upon "
    "via versus vs with within without worth"
)
CONJUNCTIONS: Final = words("and but or nor so yet if although though while whereas unless whether when where")
DETERMINERS: Final = words(
    "a an the this that these those each every either neither some any no all both its his her their our my "
    "your whose which what such another"
)
PRONOUNS: Final = words(
    "i he she it we they you him them us me who whom himself herself itself themselves there here something "
    "anything nothing someone anyone everyone"
)
AUXILIARIES: Final = words(
    "is are was were be been being am has have had having do does did will would shall should can could may "
    "might must ought isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't "
    "can't couldn't"
)
ADVERBS: Final = words(
    "not never also just only still already now then today yesterday tomorrow tonight ago earlier later "
    "again ever even very too quite rather almost nearly roughly approximately exactly respectively "
    "annually daily weekly monthly yearly hourly apiece overall combined altogether together "
    "previously currently recently nationwide worldwide globally instead however meanwhile once twice"
)
VERBS: Final = words(
    "said says say told tells announced reported added according including included includes include made "
    "make makes took take takes gave give gives got get gets came come comes went go goes rose rise rises fell "
    "fall falls died die killed kill hurt lost lose won win wins beat beats left remain remained remains became "
    "become becomes compared based paid pay pays sold sell bought buy spent spend cost costs worth held hold "
    "holds followed following used using began begin begins ended ends set sets hit hits reached reach reaches "
    "showed show shows found find finds let lets put puts kept keep keeps live lives work works want wants need "
    "needs stood stand stands"
)
FUNCTION_WORDS: Final = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | AUXILIARIES | ADVERBS
"""Words that no counted noun phrase holds."""

MONTHS: Final = words(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec"
)
WEEKDAYS: Final = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
TIME_UNITS: Final = words(
    "second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight "
    "fortnights month months quarter quarters year years decade decades century centuries millennium millennia "
    "sec secs min mins hr hrs yr yrs millisecond milliseconds weekday weekdays"
)
LABELS: Final = words(
    "section sections chapter chapters article articles page pages figure figures table appendix clause "
    "paragraph verse psalm act bill resolution amendment proposition schedule annex lot item exhibit flight "
    "route highway interstate freeway channel gate room suite apartment apt unit building pier platform track "
    "phase stage grade tier level type category class mark model version episode season issue volume vol part "
    "pt no nos nr number numbers numero p pp room ward district precinct zone sector area block square "
    "rule title step round game match heat lane line bus train chapel case docket form catch formula title "
    "euro g u covid op ext footnote surah canto windows"
) - {"euro", "unit", "area", "square", "line", "match", "u", "part", "case", "cases", "game"}
"""Nouns after which plain digits are a name, not a quantity: `Section 427`, `page 5`."""
