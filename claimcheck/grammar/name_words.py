"""Words that stand in names, before them, or only look like them; one table each."""

from claimcheck.grammar.word_sets import words

# Words that open sentences rather than names. Not `May`, `Will`, `Under` (`U.S. Under Secretary`).
OPENERS = words(
    """
    A According Actually Additionally After Afterwards Again All Also Although Among An And Another Any
    Are As At Because Before Besides Both But By Can Could Despite Did Do Does During Each Earlier
    Either Especially Even Eventually Every Everyone Everything Finally First For From Further
    Furthermore Given Had Has Have He Hence Her Here His How However I If In Indeed Instead Is It Its
    Just Last Later Lately Let Like Many Maybe Meanwhile Moreover Most Much My Nearly Neither
    Nevertheless Next Nobody None Nonetheless Nor Not Nothing Now Of Often On Once One Only Or Other
    Others Our Perhaps Please Rather Recently She Should Since So Some Someone Sometimes Soon Still Such
    Than Thank Thanks That The Their Them Then There Therefore These They This Those Though Through
    Throughout Thus To Today Together Unfortunately Unless Unlike Until Upon Was We Were What Whatever
    When Whenever Where Whereas Whether Which While Who Whose Why With Within Without Would Yes
    Yesterday Yet You Your
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

# Names of nations as adjectives: with a capital, but nobody's name by themselves.
NATIONALITIES = words(
    """
    afghan african albanian algerian american arab argentine argentinian armenian asian australian
    austrian azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian
    cambodian canadian catalan chilean chinese colombian congolese croatian cuban cypriot czech
    danish dominican dutch ecuadorean ecuadorian egyptian english eritrean estonian ethiopian
    european filipino finnish french georgian german ghanaian greek guatemalan haitian honduran
    hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican
    japanese jordanian kazakh kenyan korean kosovan kurdish kuwaiti latin latvian lebanese liberian
    libyan lithuanian malaysian maltese mexican moldovan mongolian moroccan mozambican namibian
    nepalese nicaraguan nigerian norwegian omani pakistani palestinian panamanian paraguayan persian
    peruvian polish portuguese qatari romanian russian rwandan salvadoran saudi scottish senegalese
    serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese
    tanzanian thai tibetan tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese
    welsh yemeni zambian zimbabwean
    """
)
