"""How common words are in English at large: a background to counts over the texts at hand.

The 3,000 commonest stems, each by its commonest form, in bands: a word of band `n` stands in about one of e to the
power `n` sentences of twenty words. Words not listed are taken for band 11, a number of one or two digits for 6.

Source: the counts of the Google Books Ngram data (CC BY 3.0), as joined with the word list SCOWL in the frequency
dictionary of SymSpell (MIT); summed over the forms of a stem, put into bands, less single letters and lewd words.
"""

from functools import cache

from claimcheck.grammar.stems import stem

_BANDS = {
    0: """
the
""",
    1: """
of and is to a in
""",
    2: """
for on that by this have with i you not it or from at as
""",
    3: """
your all do us new more an we will home page can about time if search site other services my here one free our
but no information list post make get they see comments he up may find what
""",
    4: """
products which price state year their use news day out view go books any work there rating contact help business
review people only so his when who rights items web system also links car said now pm online including date like
name first program how hotel would me games click some add take these its member provide back than buy top
report message policy show development order support user school know just them over email real video shop
number store united group set city into need world most company two health read last re results next change part
file good music forum data shipping should management look map payment please terms high photo required give
design copyright think plan jan write details area such call available mail well after line best send software
then location man way want offers type where sale jobs public following general power info based life students
related through pictures movies each categories download she computer project very network place article privacy
end start university friend image events children phone case learn house sign create open art return many sports
research resources market address issues de great under meeting women features code january full subject current
check reserved community international card could family building
""",
    5: """
office technology live questions travel ebay must local form education account off week guide process even study
website point non month hours special before national test own section index country windows association because
record board operating those level using media customer content cost updated print left save internet register
problem law within conditions interest value play love version same total size between long story american
personal application june tools property security black complete release source model title join county course
things control main topic reply government much death room select visit class author today south means advanced
access profile water run sell down directory gift training previous standard compare both department while three
girls text him per without history advertising move north science big white received agreement archive
organization since try description stock credit gallery activities win ask centre box small team share become
during second park action john digital college blog quote recent table lead food thread feed old options star
drive party seller tell low quality increase held insurance press private still server word another why light
industry shall request money experience cd direct library every close act little keep paper different fund
material allow hosting tax december cover york lost electronics deals present solutions hand around field
accessories large canada too human estate language feel island west track document reference limited english
methods watch player rules side corporate example loan air club let display easy improve trade beginning
continue july single street however enter march october november equipment war key series format log effects hot
san body age yes talk professional cart la better thanks cell september medical treatment night head yahoo
memory film final mobile dec supplies camera pc bank staff communications submit blue function financial
feedback again lot april never package legal garden performance force turn individual against court road notice
below less original contains login published america put red discussion social space mark important above brand
hard official additional edit license committee wed browse million hear august break password sound early range
sponsored minutes purchase choose young measures sort generation journal bill considered magazine statement east
few analysis common clear fall answer director ii ideas rental something sure latest step collection region land
baby bring adult fax engineering style opportunities fact four texas future oct similar status finance miles
short major understand february award tickets error always conference benefits audio cause tips agency nov
edition bar al quick holiday born database welcome china period artist economic amount position possible hope
might yet net face sun natural entertainment newsletter practice copy god kids london washington figure delivery
animal energy match society charge mar administration vote investment id environment california tour radio entry
bid council parents owners president green drug career true seems co toys popular publications past purpose
serve central particular pass involved partners song near specific facilities district beach discount france
apply bit until calendar self cut away sample pics client average manager australia boy actually rock once score
risk clothing usually indicate least safety stand pro
""",
    6: """
employment machine further announcements letter able david established monitor reason fun due already gold kind
stop existing response several production feb domain sep schedule screen restaurants agent technical dog daily
appear james hit believe stay heart fire weather whether weight object suite far five auto recommended town mode
upon defined engine front accepted focus concerns contract rose printer min structure decision microsoft
patients album aug st port employees eye certificate ring wide bad chapter teaching ever federal lake certain
third feet lyrics either expected race ago plant device subscribe assessment apr church loss teachers produced
cheap spring shoes else determine commercial miss via basic matter regulations estimated global fish cable
express cross growing fast effective skills europe annual tech degree grant plus william remember king
components flowers percent affiliate fixed together strategy bed described jul remove wish claim active oil
often reduce aid season manufacturer germany shot though various everything vehicle mortgage band frame linux
character channel keywords exchange construction mind golf commission protection speed river flash approach
whole hill knowledge evaluation consumer opinion beauty income tree integrated station regarding chat remain
necessary kit editor according logo connect choice carry graphics india friday half identify survey perform
appropriate calculator role transfer fine install michael secure political summary happen reader florida
navigation simple paul double speak google robert wireless disease institute environmental enable angeles
addition enterprise later late sony procedures grade hardware auction connection command draw primary enough
along among volume filter tags factors kingdom target selection guy pack suggest walk yellow higher publisher
protect nature culture discuss button european stuff monday accommodation block pet union bay maintain western
french storage replacement executive japan clean master availability authority africa outdoor elements lower
cash growth needed failed goal provider handle overall although guest rank inn trademarks warning significant
battery effort ground hospital driver division regional spent modified potential ensure huge load sunday custom
specified relationship directions voice glass enjoy officer strong fan regular population trust participation
soon impact door someone normal session poster across wait mature airport argument classic anything nation gas
wall eur instructions fit dollars referred male shirt guarantee seeking represent horse reach silver obtained
firm inside menu leader commitment anyone round bush female nice rather length homepage alternative cool achieve
pick nothing extra distribution vacation challenge mon separate interface independent browser zip foundation
perfect switch responsibility stage trial safe judge tuesday advice statistics military bag six son quite entire
registration flight drink sat brown fill saturday capital british george physical christian piece middle forward
summer medicine ready amendment expert dance couple mountain cape difference protein situation thursday pop
prepared delivered count apartments translation mix floor wednesday module paint christmas investigation england
instruments budget listen mary fair kill fri telephone cancer clips graduate senior outside multiple foreign
hall furniture finish mother police trip wood super towards sea happy virginia proposed industrial unique almost
approved correct farm rape occur studio manual ltd string demand desktop affect nursing tue extended arms input
inc enhance responsible resort distance camp thomas conduct raised zone smith repair classifieds pool metal
evidence peter decided hair introduction definition sheet everyone heat mount visitors workers indian attack
abstract attached retail kitchen inch panel chicago valley skin beautiful cat buyer respective prior hat
therefore drop eat resolution earth flow success mexico simply immediately manufacturing chart sense interview
positive mac blood output hide est scale label paypal recipes academic sector probably thu damage pattern
overview century carolina tel worldwide larger task anti deep roll successful virtual nokia mission bin canadian
excellent van balance assigned italy breast provisions surface rest speaker disclaimer rent developer basis
especially explain respect fight thus ability background fat applied ringtones theory techniques maximum
institutions earn amazon upgrade wind variable chair assume useful seat doctor museum lady motor tape default
basket bug cook script max iii richard modern core dream root essential stream valid ball gene former traffic
utilities fly introduced alert attorney internal grand television membership pressure gain football ireland
quarter brother german promote educational instead permit chemical combined thousands lawyer stone fitness
chinese asia ride republic jump boat morning extreme greater patch debt exercise jones java brief wear faculty
lee visual multi photography senate variety election assistance father remote exactly path prev apple concept
ads cup pacific winter longer laptop int steel initial behind aim recognized northern hire tom informed
recommendations column iraq prevent route politics transport otherwise youth except coordinator serious forest
relative transportation mini representative wife jersey poor lord minister traditional unless external
presentation japanese expand parameters sometimes square edge maintenance maybe tone flat attempt pin economy
capacity pretty dealer chance jack merchant temperature spain southern yourself etc crime mentioned progress
boston incest depending chief workshop mike campus ten wrong dark waste throughout platform itself martin las
bird designated wire minimum gear implementation delete installation authorized diet encourage import equal
specifications complex sub fashion touch demonstrate diamond cycle arrangements sequence launch musical donate
guidelines permission civil assist babes secretary duty branch truck electric critical village flag proper lab
dress sleep cruise writer creative coast objectives adventure unknown paris ohio phase collected approximately
suppliers skip fully assets residents rom poll principles computing profit currency explore bottom bible signal
worth vision smoking random georgia moment peace joint fiction competition motion avoid australian proposal
designer icon secret campaign royal contribute spirit destination intended vegas injury query wheel bus beyond
russian shape ann vol appointed plate themselves discover amateur catch lock extension chain counter army
african paperback emergency justice historical literature comics spanish michigan columbia helpful blow
reservations dictionary highest pain subscription saint appeal crafts religion height bridge consulting heavy
mouse palm cast advantage mass revenue satellite francisco quantity colorado largest hole relevant league
weekend pocket professor con virus transactions enlarge newspaper attention architecture clinical chris seven
moderator disc slow bond charles guitar context species binding draft louis illustrated coverage older illinois
priority cultural volunteer documentation favourite converted attend reflect fuel coach burning wild aspects sec
vendor partnership lodge whose bob marine oral adjustment leather confirm abuse automotive corner affairs
fantasy frequently scene suck template employer dry lowest comparison coffee functional premium strip dynamic
optional spot vice configuration colour difficult commerce perhaps scientific therapy ford engaged contributions
ice font cold preferred pink row trends steve headlines boot failure soft delay bedroom distributed candidate
warranty zealand certified constitutes legs lack protocol canon plastic forecast customize bytes scott freedom
prime realize cent surgery suggestions solid laboratory lessons respond fresh apparel citizens wonder influence
""",
    7: """
birth contractor investor stick ultimate dining festival congress johnson vary retirement admin doc promotion
ski bath breakfast dedicated qualified kansas strike italian rich himself nor participants username acid santa
wales concentration notebook mid expression israel mental adopted pair expenses assistant instant bike hundreds
typical alone export adam arizona queen pull tube beat scheme universal exclusive orange throw creek layer upper
sexual node jim disk administrative soul eastern cheats settlement battle desire del ray rare recovery samsung
urban preview comprehensive origin rapid disability myself initiative meter iron truth smart slightly household
approval consultants speech fear joe theatre assembly avenue criminal leaves specialist seal compliance
absolutely pharmacy brain andrew antique atom laser acceptance surprise native pennsylvania wave ipod editorial
fort faith motorola winner spa ministry interactive bell latin constant magic supplied bowl arrived observed
religious multimedia betting incorporated symbol portion oregon annotation snow animation leadership bookmark
married highlights sitemap clock kong conflict recruitment airline frank hunting mat domestic violation repeat
allocated exciting gun sweet trail optimization specs houston desk wallpaper sorry chip framework dimensions
gamma scan attribute ocean wing baseball strength electrical ontario automatically sister minnesota bargain
frequency attractions celebration ave push yesterday promise billion tutorial funny legislation wholesale slot
portable jesus instance cartoon jackson jean slide prove patent depth consolidation combination edward
convention russia liability false simulation classical seattle reality golden collectibles crystal powerful
marriage dolls examine spread applicable reduction portal harry permanent earlier enforcement pounds basketball
proceedings mirror notify indiana negative birthday anonymous specialized hunter cam daughter border cache tab
stress practical nuclear surrounding physician contest circuit wisconsin carrier consists finger portfolio pump
void celebrity blonde personnel amazing upload invited daniel minor disabled hawaii photographs hello equity
signature principal recreation planet guess sky tourism webmaster appliances coat eight straight processor
insert implemented zoom concert submission dot spam plain capture dose bone zero dakota ideal miscellaneous
trailer revision broadcast atlanta territory trouble sole vintage criteria lease seminar massachusetts dave
diego substance hong adapter diff bonus reform euro advisor ratio revised anime dan iowa whatever intelligence
warm checkout controlled junior var sing accurate maryland eligible weapons consideration forgot applicant
mechanism circle scotland interaction faster shift dallas revealed plug capabilities solve ups alaska henry
residential obviously academy stamps disorders netherlands gate identity characteristics compatible genre fruit
rural audit strategic null manner preferences landscape deposit comfort tank wonderful peak debate gambling rain
korea joseph perspective austin kelly prescription suffering infrastructure beta paragraph toronto pub healthy
appreciate missouri gathering satisfied lane compensation swimming exposure toll philadelphia holder gratis
bound gender biography brian dish dual jazz philosophy supposed lingerie conversion premier consistent miami
postal maker famous physics interior tennessee yard weblog diving dell episode static lies proof davis factory
tea accuracy shower automated excluding soil moon tune array hip guard brazil eliminate highway audience novel
lens preparation chairman violence efficient oklahoma admission supplements corrections sharp agriculture folk
conclusion secondary cookies color twin tower configure keyboard intel producer entity nutrition turkey bottle
tired les serial majority tournament negotiations prevention presence automatic whom soccer decrease resume lift
healthcare carefully pad christ experiment shoppers removal actor stephen threat austria ahead genetic ink clark
spy delta matrix pos salt outcomes obligation despite pan singapore buddy contemporary phoenix cartridge mill
alpha cream exit percentage loop chamber cisco utilization dinner salary inspection emphasis empty pilot hey
accident miller adobe exhibit header kiss router disney folder innovation pure victims ram continuous luxury
advisory coins wrap alabama avg observations defence scope verify plot pipe utah nearby forget optical panasonic
villa tony matt complaint cited jacket nine bio muscle outlet equivalent indeed formal terminal acquired
examination virgin bass reaction don anyway ignore easier province notification faqs exception storm backup
kentucky noise evil eric relief taylor athletic agenda philips greek pills transmission odds activation butt
algorithm broker conservation compact reasonable chocolate victoria corresponding compiled width broadband
decorating importance blogger crack marketplace coupons onto encyclopedia demo sentence soldiers fourth tennis
formula competitive taste collaboration generic circumstances charter orlando specifically bureau yeah temporary
lifestyle converter prince lecture climate essays evolution sydney camcorder wash usage oak discovery census
heaven bathroom puzzle visa louisiana transit javascript exam sufficient crew vibrator aware wilson alliance
irish sum lamp implement roger banner scientists acc greatest alcohol legend shell organic tie apparently eagle
comply jokes hobbies farmers textbooks equation constructed termination dean poetry representation extent
glossary possibility accordance inventory extensive controller ben elizabeth split playstation shock raw husband
smaller newest worry gnu mathematics efficiency jeff fox transition mouth catalogue governor wet hang smile
explorer outline aircraft resolved sweden bulletin heritage corp builder comedy mississippi thongs consultation
agricultural broad mesh connecticut cooperation florist kevin acknowledge meal researchers acquisition jordan
pissing spin reverse sin perl analyst rear cluster yield lib emerging classroom doubt inquiry setup console
medication identification steven anderson pregnancy der charm detected gap chemistry nevada thailand symptoms
curriculum logic advised psychology peer crash witness anywhere angle ancient atlantic sugar severe wildlife
leisure prize elementary linear giant alarm fiscal packet unlimited hardcover egg empire iran appendix divided
costa belgium printable holy guidance denied elected drum belt venue substantial smooth liquid exhibition refine
kick infection unix cotton tales denver arab clinic hell ericsson emissions facilitate graph vitamin hampshire
tight fundamental restrictions thumbnail bluetooth dental biology crazy ref clearance illegal moore mystery
belong fabric arkansas beer kernel prohibited rail wage historic narrow upcoming britain rob instructor pen hero
echo catholic destroy cancel chicken rack talent shadow jewish entitled scholarship portland arising sir cabinet
execution proud consent champion confidence pearl avatar cry difficulty pee monster drama messenger neither
lewis championship micro howard offline boundary deployment executed gateway laugh breath merchandise safari
refused supreme classification subsequent journey dragon potter allen restricted recognition prayer montana milk
democratic switzerland derived hockey valentine cake navy lunch blind philippines commissioner universe jet lay
decline czech expansion liberal decade matthew ripe rely regulatory tend ban oxford partial spell manchester
sensor pulse escape sand memorial venture scanner fold subscriber ultra char disaster twenty labour cambridge
occasion idaho prompt admitted declared sight flood simon shaved outstanding dear statistical affordable insight
uniform roman syndication bang intellectual poems crisis polish sterling isolated gray spanking stolen jennifer
jose antonio deck contrast constitution taiwan motorcycle segment extract limitations receiver advertisers
finder greece swiss sarah unlike routine caribbean imagine modem tradition retain crop rice fig tomorrow behalf
gourmet republican democracy spiritual nebraska orleans grid concluded lincoln gary penalty tile cure guinea
appearance castle occupation podcast biological cinema healing restore downtown radiation bright acres belief
roof romance quiet suitable modification cloud exposed arrival tiger bomb veterans registry dependent enemy vat
accomplished piano rush misc alan revolution jason tonight blank murder telecommunications fellow hurricane
awareness variation vancouver phrase resistance spyware pole massive solar nomination furnishings nipples wake
pakistan pants struggle reliable residence northwest experimental unable unfortunately density kim greeting
liberty mechanical superior biggest plugin recall reward vector plasma forth limousines baltimore wow
accompanied personalized anniversary passenger charlotte
""",
}
UNLISTED = 11  # band of a word that is not listed
_SHORT_NUMBER = 6


@cache
def _table() -> dict[str, int]:
    found: dict[str, int] = {}
    for band, words in _BANDS.items():
        for word in words.split():
            found.setdefault(stem(word), band)
    return found


def rareness(word_stem: str) -> float:
    """How rare a stem is in English at large: near 0 for `the`, 1 for a word that is not among the commonest.

    >>> round(rareness("the"), 2), round(rareness("minister"), 2), rareness("merida")
    (0.05, 0.55, 1.0)
    """
    if word_stem.isdigit() and len(word_stem) < 3:
        return _SHORT_NUMBER / UNLISTED
    return max(0.5, _table().get(word_stem, UNLISTED)) / UNLISTED
