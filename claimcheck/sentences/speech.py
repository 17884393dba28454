"""Words of saying."""

from claimcheck.sentences.words import words

# Verbs that give words to a speaker. Forms that are more often nouns (`claims`, `states`, `notes`) are left out.
SPEECH_VERBS = words(
    """
    said say says told tells asked asks added adds noted explained explains declared declares stated
    wrote writes replied replies answered argued argues warned warns insisted insists announced
    announces tweeted acknowledged acknowledges concluded continued recalled recalls remarked observed
    testified affirmed affirms reiterated stressed stresses emphasized emphasised emphasizes commented
    exclaimed cried shouted whispered quipped joked complained complains admitted admits agreed
    disagreed confirmed confirms denied denies claimed maintained predicted predicts cautioned cautions
    urged urges conceded concedes vowed pledged promised lamented laments responded suggested suggests
    boasted countered estimated estimates
    """
)
