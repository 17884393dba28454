"""Words of saying and words of office, in one table each."""

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

# Words before a person's name that are not part of it.
OFFICES = words(
    """
    acting admiral adm administrator ambassador analyst archbishop assistant attorney bishop brig
    brigadier captain capt cardinal chair chairman chairwoman chancellor chief col colonel commander
    commissioner congressman congresswoman coach dame deputy defence defense democrat detective director
    dr envoy executive finance first foreign former gen general gov governor homeland inspector interim
    interior judge justice king lady leader lieutenant lord lt maj major mayor minister mr mrs ms
    officer operating pope premier president prime prince princess prof professor queen rep
    representative republican rev reverend secretary security sen senator sergeant sgt sheriff sir
    solicitor speaker spokesman spokesperson spokeswoman state superintendent treasury undersecretary
    under vice
    """
)

# Last words of the names of bodies: nothing is stripped from those.
BODIES = words(
    """
    administration affairs agency alliance army association authority bank bureau center centre church
    club college commission committee company congress corporation corps council court department
    embassy federation force forum foundation fund government group house institute institution ministry
    mission nations network news office organisation organization parliament party police post prison
    project reserve school senate service services society state states street times treasury tribunal
    union university
    """
)

# People spoken of as a group: no names, though a sentence may begin with them.
GROUPS = words(
    """
    activists advocates analysts authorities campaigners critics doctors economists experts farmers
    investigators lawmakers lawyers leaders neighbours neighbors observers officers officials organisers
    organizers people police politicians prosecutors protesters rebels relatives reporters researchers
    residents scientists sources spokesmen students supporters teachers villagers voters witnesses
    workers
    """
)
