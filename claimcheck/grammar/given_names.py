"""Given names that stand for one another: short forms, and transliterations of one name; plain tables.

The short forms are the everyday ones of English-language news.
"""

from typing import Final

_SHORT = """
abraham abe; albert al bert; alexander alex sandy sasha; alfred fred al; andrew andy drew; anthony tony
antony tony
arthur art; barbara barb; benjamin ben; bernard bernie; catherine cathy kate katie; charles charlie chuck
christopher chris kit; christine chris; daniel dan danny; david dave; deborah debbie deb; donald don donnie
dorothy dot; douglas doug; edward ed eddie ted; edmund ed; elizabeth liz beth betty eliza; eugene gene
francis frank; franklin frank; frederick fred freddie; gerald gerry jerry; gregory greg; harold harry hal
henry harry hank; herbert herb; isabella bella; jacob jake; jacqueline jackie; james jim jimmy jamie; jeffrey jeff
jennifer jen jenny; jessica jess; john jack johnny; jonathan jon; joseph joe joey; joshua josh; judith judy
katherine kathy kate katie; kenneth ken kenny; lawrence larry; leonard len leo; louis lou; margaret maggie meg
martin marty; matthew matt; maximilian max; michael mike mick; mikhail misha; mitchell mitch; nathan nate
nathaniel nate nat; nicholas nick; patricia pat patty; patrick pat paddy; peter pete; philip phil; rebecca becky
raymond ray; richard dick rick ricky; robert bob bobby rob bert; ronald ron ronnie; russell russ; samuel sam
samantha sam; stanley stan; stephen steve; steven steve; stuart stu; susan sue; terence terry; theodore ted teddy
thomas tom tommy; timothy tim; victoria vicky; vincent vince; vladimir volodya; walter walt; william bill will
zachary zach; ignacio nacho; francisco paco pancho; jose pepe; guadalupe lupe; enrique quique; jesus chucho
"""
_SCRIPTS = """
mohammed muhammad mohamed mohammad muhammed mohamad mohamud; ahmed ahmad ahmet; ali aly; hussein hussain husayn
omar umar; osama usama; yusuf youssef yousef yousuf; ibrahim ebrahim; khalid khaled; said saeed sayed
abdullah abdallah abdulla; hassan hasan; vladimir volodymyr; sergei sergey serhiy; alexei alexey aleksei oleksii
alexander aleksandr oleksandr; dmitry dmitri dmytro; yevgeny evgeny yevgeni; yulia julia yuliya; olena elena
gaddafi qaddafi kadhafi gadhafi qadhafi kaddafi
"""


def _groups(table: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row.split()) for row in table.replace("\n", ";").split(";") if row.split())


def _index(groups: tuple[frozenset[str], ...]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for name in group:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


_SHORT_FORMS: Final = _index(_groups(_SHORT))
_TRANSLITERATIONS: Final = _index(_groups(_SCRIPTS))


def is_short_for(one: str, other: str) -> bool:
    """Whether one given name (folded) is an everyday short form of the other, or both are of a third.

    >>> is_short_for("bill", "william"), is_short_for("bill", "bob")
    (True, False)
    """
    return bool(_SHORT_FORMS.get(one, frozenset()) & _SHORT_FORMS.get(other, frozenset()))


def is_transliteration(one: str, other: str) -> bool:
    """Whether two names (folded) are one name out of another script or language.

    >>> is_transliteration("mohammed", "muhammad")
    True
    """
    return bool(_TRANSLITERATIONS.get(one, frozenset()) & _TRANSLITERATIONS.get(other, frozenset()))
