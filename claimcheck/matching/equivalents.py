"""Words that are one thing under two names, where no stem brings them together.

Nations and their adjectives (`Syria`, `Syrian`), clipped and familiar forms (`photo`, `mum`), short names of
offices and parties (`POTUS`, `GOP`). Only what means the same in nearly any sentence stands here; what is merely
akin (`bomb`, `explosive`) does not.
"""

from collections.abc import Mapping
from functools import cache

from claimcheck.grammar.stems import stem
from claimcheck.matching.background import rareness

_ROWS = """
afghanistan afghan; albania albanian; algeria algerian; america american; argentina argentine argentinian
armenia armenian; australia australian; austria austrian; azerbaijan azerbaijani; bangladesh bangladeshi
belarus belarusian; belgium belgian; bolivia bolivian; bosnia bosnian; brazil brazilian; britain british uk
bulgaria bulgarian; cambodia cambodian; canada canadian; catalonia catalan; chile chilean; china chinese
colombia colombian; congo congolese; croatia croatian; cuba cuban; cyprus cypriot; denmark danish dane
ecuador ecuadorian ecuadorean; egypt egyptian; england english; eritrea eritrean; estonia estonian
ethiopia ethiopian; europe european; finland finnish finn; france french; germany german; ghana ghanaian
greece greek; guatemala guatemalan; haiti haitian; honduras honduran; hungary hungarian; iceland icelandic
india indian; indonesia indonesian; iran iranian; iraq iraqi; ireland irish; israel israeli; italy italian
jamaica jamaican; japan japanese; kazakhstan kazakh; kenya kenyan; korea korean; kosovo kosovan
kurdistan kurdish kurd; kuwait kuwaiti; latvia latvian; lebanon lebanese; liberia liberian; libya libyan
lithuania lithuanian; malaysia malaysian; malta maltese; mexico mexican; moldova moldovan; mongolia mongolian
morocco moroccan; mozambique mozambican; namibia namibian; nepal nepalese; nicaragua nicaraguan
nigeria nigerian; norway norwegian; oman omani; pakistan pakistani; palestine palestinian; panama panamanian
paraguay paraguayan; persia persian; peru peruvian; poland polish; portugal portuguese; qatar qatari
romania romanian; russia russian; rwanda rwandan; salvador salvadoran; scotland scottish; senegal senegalese
serbia serbian; singapore singaporean; slovakia slovak; slovenia slovenian; somalia somali; spain spanish
sudan sudanese; sweden swedish swede; switzerland swiss; syria syrian; taiwan taiwanese; tanzania tanzanian
thailand thai; tibet tibetan; tunisia tunisian; turkey turkish; uganda ugandan; ukraine ukrainian
uruguay uruguayan; uzbekistan uzbek; venezuela venezuelan; vietnam vietnamese; wales welsh; yemen yemeni
zambia zambian; zimbabwe zimbabwean
africa african; asia asian; london londoner; paris parisian; texas texan; california californian
mother mom mum mommy mummy mama; father dad daddy papa; child kid; grandmother grandma granny
grandfather grandpa; baby infant newborn; husband hubby; brother bro; sister sis
photograph photo pic picture snapshot; television tv telly; telephone phone cellphone smartphone; movie film
airplane aeroplane plane aircraft; automobile auto car; bicycle bike; motorcycle motorbike; refrigerator fridge
advertisement advert ad; laboratory lab; examination exam; influenza flu; mathematics math
university uni; doctor doc physician; professor prof; attorney lawyer; department dept; government govt gov
president potus prez; republican gop; democrat dem; congressman rep; police cop policeman; jail prison
buy purchase; begin start
"""


@cache
def _table() -> Mapping[str, str]:
    rows = (dict.fromkeys(map(stem, row.split())) for row in _ROWS.replace("\n", ";").split(";"))
    return {word: min(row, key=lambda w: (rareness(w), w)) for row in rows for word in row}


def kin(word: str) -> str:
    """The stem of a folded word, or of the commonest of the words that mean the same.

    >>> kin("syrian") == kin("syria"), kin("mums") == kin("mother"), kin("harbours")
    (True, True, 'harbour')
    """
    base = stem(word)
    return _table().get(base, base)
