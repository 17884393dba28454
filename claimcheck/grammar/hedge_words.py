"""The words and phrases of hedges, and the verbs of change, as plain tables; phrases are parted by `|`."""

from typing import Final

from claimcheck.grammar.word_sets import words
from claimcheck.model.value import Hedge

NO_HEDGE: Final = Hedge.NONE
"""What most numbers have, and every number is asked for; looked up on its class it costs ten times as much."""

BEFORE: Final = {
    Hedge.ABOUT: (
        "about|around|roughly|approximately|approx|approx .|circa|ca .|ca|c .|~|≈|∼|some|an estimated|"
        "estimated|somewhere around|somewhere near|in the region of|in the neighborhood of|"
        "in the neighbourhood of|in the vicinity of|on the order of|in the order of|of the order of|"
        "more or less|i think|i guess|i believe|perhaps|maybe|just about|what may be|something like|"
        "give or take|an approximate|a rough|barely|scarcely|hardly"
    ),
    Hedge.NEARLY: (
        "nearly|almost|just shy of|shy of|close to|approaching|nearing|not quite|very nearly|practically|"
        "virtually|near to|verging on"
    ),
    Hedge.MORE_THAN: (
        "more than|over|over than|above|greater than|higher than|larger than|bigger than|longer than|older than|"
        "taller than|heavier than|faster than|better than|in excess of|upwards of|upward of|north of|exceeding|"
        "exceeds|exceeded|exceed|topping|surpassing|surpassed|>|upside of|further than|farther than|"
        "deeper than|hotter than|warmer than|to the north of"
    ),
    Hedge.AT_LEAST: (
        "at least|no less than|no fewer than|not less than|not fewer than|no lower than|no smaller than|"
        "nothing less than|a minimum of|minimum of|at a minimum|at the very least|at the least|≥|> =|as few as|"
        "as little as|not under|not below|no later than|more than or equal to|greater than or equal to|"
        "higher than or equal to|larger than or equal to|bigger than or equal to|more or equal to|"
        "greater or equal to|greater or equal than|more or equal than|bigger or equal than|"
        "higher or equal than|larger or equal than|bigger or equal to|higher or equal to|larger or equal to|"
        "at least or equal to|equal or more than|equal or greater than|equal to or more than|"
        "equal to or greater than|equal or larger than|equal to or larger than|more than or equals|"
        "no less or equal to"
    ),
    Hedge.LESS_THAN: (
        "less than|fewer than|under|below|lower than|smaller than|<|south of|shorter than|younger than|"
        "lighter than|slower than|cheaper than|inferior to|not even|colder than|cooler than|beneath"
    ),
    Hedge.AT_MOST: (
        "at most|up to|up to and including|no more than|not more than|no greater than|not greater than|"
        "no higher than|"
        "not higher than|no larger than|not larger than|no bigger than|not bigger than|not over|not above|"
        "no longer than|no older than|not exceeding|not exceed|at the most|at the very most|a maximum of|"
        "maximum of|as much as|as many as|as high as|≤|< =|less than or equal to|fewer than or equal to|"
        "lower than or equal to|smaller than or equal to|less or equal to|less or equal than|"
        "lower or equal than|smaller or equal than|lower or equal to|smaller or equal to|at most or equal to|"
        "equal or less than|equal to or less than|equal or lower than|equal or smaller than|"
        "equal to or smaller than|nothing more than|capped at"
    ),
}
AFTER: Final = {
    Hedge.ABOUT: (
        "or so|or thereabouts|give or take|more or less|- odd|odd|- ish|or thereabout|i think|, i think|"
        ", i believe|, more or less|, give or take"
    ),
    Hedge.AT_LEAST: (
        "or more|or higher|or greater|or above|or over|or older|or longer|or better|or larger|or bigger|or up|"
        "and more|and above|and over|and up|and older|and upwards|and higher|- plus|+|at least|at a minimum|"
        "at the least|or upwards|, or more|, at least|at minimum|or more than"
    ),
    Hedge.AT_MOST: (
        "or less|or fewer|or lower|or below|or under|or younger|or smaller|or shorter|and under|and below|"
        "and younger|and less|at most|at the most|tops|, at most|, or less|, or fewer"
    ),
}
DEGREES: Final = words(
    "just well slightly far much significantly considerably substantially somewhat way comfortably barely "
    "marginally fractionally easily even quite very really not never"
)
NOT: Final = words("not never")
CLOSELY: Final = words("just slightly marginally fractionally barely little bit tad")
MEASURED: Final = words("little bit lot tad touch")
TALK: Final = words(
    "talk talks talking talked think thinks thinking thought know knows knew worry worries worried worrying "
    "concern concerned concerns complain complains complained complaining ask asks asked asking question "
    "questions questioned hear heard hearing learn learned news stories story care caring write wrote written "
    "speak speaks spoke lie lied lying joke joked"
)
SPREAD: Final = words("averaged spread divided")
PASSIVE: Final = words("when if is are was were be been being and") | frozenset(("", ",", "(", ".", ";"))
CHANGES: Final = words(
    "rise rises rose risen rising raise raises raised raising increase increases increased increasing fall "
    "falls fell fallen falling drop drops dropped dropping decrease decreases decreased decreasing decline "
    "declines declined declining plunge plunges plunged plunging plummet plummets plummeted plummeting climb "
    "climbs climbed climbing jump jumps jumped jumping grow grows grew grown growing growth shrink shrank "
    "shrunk shrinking surge surged surging soar soared soaring slip slips slipped slipping slide slid sliding "
    "gain gains gained lose loses lost cut cuts cutting lower lowers lowered lowering reduce reduces reduced "
    "reducing reduction move moves moved moving go goes went gone expand expands expanded expanding slow slows "
    "slowed slowing up down change changes changed changing revise revised swing swung swell swelled swollen "
    "double doubled triple tripled hike hiked bring brings brought ease eased edge edged tick ticked widen "
    "widened narrow narrowed improve improved dip dipped rebound rebounded accelerate accelerated tumble "
    "tumbled advance advanced sink sank sunk spike spiked spiral halve halved boost boosted lift lifted "
    "upgrade upgraded downgrade downgraded trim trimmed push pushed taking took decelerate decelerated "
    "converted upped retreat retreated recover recovered switch switched add adds added inched inching"
)
