"""Reports whose every text tries to do something: one table for all formats."""

from decimal import Decimal
from typing import Any

import reports_data
from attrs import evolve

from claimcheck.errors import Place
from claimcheck.model.claim import Acceptance, Claim, CuratedReading
from claimcheck.model.comparison import Comparison, Relation
from claimcheck.model.finding import Consensus, Evidence, Excerpt, Finding, QuoteCheck, Report, Status
from claimcheck.model.interval import Interval
from claimcheck.model.text import Source, Span
from claimcheck.model.value import Value

TEXTS = {
    "script": "<script>alert('x')</script><img src=x onerror=alert(1)> &amp; &lt;",
    "cdata": "]]> <![CDATA[ <!-- --> --> <?xml version='1.0'?> <!DOCTYPE x>",
    "workflow": "::error file=a.yaml,line=1::broken",
    "workflow-add": "::add-mask::secret ##[error]x ##vso[task.complete]",
    "workflow-other": "##vso[task.complete result=Failed;]done",
    "workflow-escape": "100%0A::error::x %25 %0D%0A::warning::y",
    "lines": "one\n::error::two\r\n::error::three\rfour\u2028five\u2029six\x0bseven\x85eight",
    "ansi": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J \x08\x08",
    "direction": "abc \u202egnp.exe\u202c \u2066iso\u2069 \u200f \u061c",
    "nul": "a\x00b\x00",
    "characters": "\ufffe \uffff \ud800 \udfff \ufeff \u200b \U000e0001",
    "long": "word " * 2_000 + "x" * 10_000,
    "formula": '=HYPERLINK("http://example.org";"x")',
    "formula-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula-sign": "-2+3",
    "formula-tab": "\t=1+1",
    "formula-quoted": "'=1+1",
    "formula-wide": "\uff1d1+1",
    "cells": '","=1+1","\r\n"x";=1+1\n=2',
    "markdown": "# head\n> quote ![x](http://example.org/y.png) [a](javascript:alert(1)) `code` **b** | a | b |",
    "mention": "@everyone #12 GH-12 :tada: https://example.org www.example.org a@example.org $x$ $$y$$ ~~z~~",
    "details": "</details></summary></b> <b>x",
    "wiki": "{{delete}} [[Main Page|x]] {| class=x |} <ref>y</ref> ~~~~ ''i'' == h == __TOC__ #REDIRECT [[z]]",
    "nowiki": "</nowiki>{{delete}}<nowiki>",
    "message": "[text](1) {0} {value} \\[x\\]",
    "json": '"}],"x":[{" \\u0000 \\',
    "rich": "[bold]x[/bold] [/] [link=http://example.org]y[/link]",
    "percent": "%s %(x)s {x!r} %n",
    "emoji": "e\u0301 \U0001f468\u200d\U0001f469 \u5b57",
}
"""A text and what it is called."""


def report(text: str) -> Report:
    """A report in which whatever a stranger may write is `text`."""
    value = Value("money", text, reports_data.THREE.number, "USD", step=reports_data.THREE.step, written=text)
    other = Value("money", f"{text} more", reports_data.ABOUT.number, "USD", step=reports_data.ABOUT.step)
    words = "$3 billion"
    body = f"{text}{words}{text}"
    span = Span(len(text), len(text) + len(words))
    excerpt = Excerpt(body, span, span, 3, len(text) + 1, text[-32:], text[:32], text, text)
    told: dict[str, Any] = {"quoted": True, "speaker": text, "resolved": text, "why": (text,), "scope": (text,)}
    one = Evidence("001", value, reports_data.senses(value), excerpt, origin=text, origin_why=text, **told)
    two = evolve(one, source_id="002", value=other)
    sides = [reports_data.side("001", value), reports_data.side("002", other)]
    pair = Comparison(sides[0], sides[1], Relation.DISCREPANT, text, unit=text)
    claim = Claim(
        "bridge-cost",
        "money",
        text,
        subject=text,
        aliases=(text,),
        cues=(text,),
        tags=(text,),
        note=text,
        readings=(CuratedReading("001", text, place=Place(f"claims/{text}", 4, 2, source_line=text)),),
        accepted=(Acceptance(("001", "002"), (value, other), by=text, why=text),),
        place=Place(f"claims/{text}", 3, 1, source_line=text),
    )
    finding = Finding(
        claim,
        Status.CONSENSUS,
        Relation.DISCREPANT,
        text,
        (one, two),
        (pair,),
        within=(evolve(pair, right=evolve(sides[1], source_id="001")),),
        expected=(evolve(pair, right=evolve(sides[1], source_id="")),),
        consensus=Consensus(Interval.point(Decimal(3)), text, ("001",), 1, ("002",)),
        nearest=reports_data.toll().nearest,
        quotes=(QuoteCheck("001", text, "changed", text, text),),
    )
    accepted = evolve(finding, claim=evolve(claim, id="bridge-accepted"), accepted=text)
    bare = evolve(
        reports_data.toll(), reason=text, claim=evolve(claim, id="bridge-toll", readings=(), accepted=())
    )
    sources = tuple(
        Source(
            i,
            f"articles/{text}",
            text,
            text,
            f"https://example.org/{text}",
            f"https://example.org/{text}",
            note=text,
        )
        for i in ("001", "002")
    )
    return Report((finding, accepted, bare), sources, (text,), (text,), rules=text)
