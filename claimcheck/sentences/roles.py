"""What part of an article each paragraph plays, judged by its form alone.

Furniture counts for nothing later, so a paragraph is taken for it only where its form leaves no doubt; in doubt it
is body.
"""

import re

from claimcheck.model.text import Role

_CLOSED = re.compile(r"[.!?…。！？,;:][\"'”’»)\]*\s]*\Z")
_LIST_ITEM = re.compile(r"[•⁃◦▪●‣*–-]\s|\(?(?:\d{1,3}|[a-z])[.)]{1,2}\s")
_SHORTCODE = re.compile(r"\[/?[\w-]+(?:\s[^\]]*)?\]|<[^<>]*>|\{\{[^{}]*\}\}")
_LABEL = re.compile(
    r"(?:read|see|learn|find out|discover) (?:more|also|next)"
    r"|related(?: (?:articles?|stor(?:y|ies)|links?|coverage))?"
    r"|more (?:from|on) [^.!?]{1,60}|(?:editors?.? )?picks|recommended|most (?:read|popular)|top stories|trending"
    r"|also read|further reading|you may also like|don.?t miss",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?i:source link|advertisements?"
    r"|share this(?: (?:article|story|page|post|on [^.!?]{1,30}))?"
    r"|all rights reserved\.?"
    r"|(?:sign up|subscribe|click here|follow us)(?: (?:for|to|on|here|now)\b.{0,120})?[.!]?"
    r"|(?:©|copyright\b).{1,160}"
    r"|(?:first |last )?(?:published|updated|posted|modified)(?::| on| at) [^.!?]{0,30}\d[^.!?]{0,40}"
    r"|\(?(?:additional )?(?:reporting|writing|editing|compiled|translated) by .{1,200})"
    r"|(?:By|BY) [A-Z][\w.'’-]+(?:,? (?:and )?[A-Z][\w.'’-]+){1,7}(?: ?\| ?.{1,60})?"
)
_ABOUT_THE_STORY = re.compile(
    r"(?:this|the) (?:story|article|report|post|piece) (?:was|has been|is) "
    r"(?:(?:first|originally|last) )?(?:updated|corrected|published|produced|adapted|amended|edited|developing)\b"
    r"|[^.!?]{1,160} contributed (?:reporting )?to this (?:report|story|article)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[](?:[A-Z]\w+: )?[A-Z][^()\[\]/]{1,60}(?:/[^()\[\]/\s][^()\[\]/]{0,40}){1,4}[)\]]\.?\Z"
    r"|[(\[](?:[^()\[\]]{0,60} )?(?:Photo|Getty Images|Shutterstock|Handout|via (?:AP|AFP|Reuters))[)\]]\.?\Z"
    r"|(?:Photograph|Photo|Picture|Image)(?: by| credit)?: [^.]{1,80}\Z"
)
_PICTURED = re.compile(r"[(\[]?(?:Pictured|(?:File )?Photo|Image|Caption|Picture)(?: above| here)?:\s")
_GLUED_NAMES = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+[A-Z][a-z]+ [A-Z]|[a-z]{3}[A-Z][a-z]{3,} [A-Z]")
_LONGEST_HEADING = 6  # words of a section heading; a longer line is the headline of another story
_LONGEST_HEADLINE = 30  # words; a longer line is a paragraph that has lost its full stop
_LONGEST_CAPTION = 600  # characters
_WORD_LIMIT = 400  # characters of a paragraph that patterns look at


def _is_open(paragraph: str) -> bool:
    """Whether a paragraph ends without any mark, as headlines do."""
    return not _CLOSED.search(paragraph[-8:]) and not _LIST_ITEM.match(paragraph)


def roles(paragraphs: list[str]) -> list[Role]:
    """The role of each paragraph of an article, in order.

    The paragraphs without final punctuation before the first one that has it are headlines. Later ones are section
    headings if short, else headlines of other stories: furniture, provided that they stand alone among paragraphs
    that are punctuated. What follows `Read more:` without punctuation is furniture too.
    """
    opens = [_is_open(paragraph) and not _is_furniture(paragraph) for paragraph in paragraphs]
    first_closed = next((i for i, is_open in enumerate(opens) if not is_open and _is_body(paragraphs[i])), None)
    if first_closed is None:
        return [Role.FURNITURE if _is_furniture(paragraph) else Role.BODY for paragraph in paragraphs]
    found: list[Role] = []
    below_label = False
    punctuated = 3 * sum(opens[first_closed:]) <= len(opens) - first_closed
    for i, paragraph in enumerate(paragraphs):
        label = _is_label(paragraph)
        below_label = label or (below_label and (opens[i] or _is_furniture(paragraph)))
        if label or below_label or _is_furniture(paragraph):
            found.append(Role.FURNITURE)
        elif _is_caption(paragraph):
            found.append(Role.CAPTION)
        elif not opens[i] or len(paragraph.split()) > _LONGEST_HEADLINE:
            found.append(Role.BODY)
        elif i < first_closed:
            slogan = _GLUED_NAMES.search(paragraph[:_WORD_LIMIT]) and any(opens[i + 1 : first_closed])
            found.append(Role.FURNITURE if slogan else Role.HEADLINE)
        elif len(paragraph.split()) <= _LONGEST_HEADING:
            found.append(Role.HEADLINE)
        else:
            found.append(Role.FURNITURE if punctuated and _stands_alone(opens, i) else Role.BODY)
    return found


def is_pictured(sentence: str) -> bool:
    """Whether a sentence says of itself that it describes a picture."""
    return _PICTURED.match(sentence) is not None


def _stands_alone(opens: list[bool], i: int) -> bool:
    """Whether the paragraphs above and below are punctuated."""
    return not opens[i - 1] and not any(opens[i + 1 : i + 2])


def _is_body(paragraph: str) -> bool:
    return not (_is_furniture(paragraph) or _is_label(paragraph) or _is_caption(paragraph))


def _is_label(paragraph: str) -> bool:
    """Whether a paragraph is `Read more:` or the like, alone or with a link after a colon."""
    head = paragraph[:_WORD_LIMIT].partition(":")[0].strip()
    return (
        len(head) < 80 and _LABEL.fullmatch(head) is not None and (":" in paragraph or len(head) == len(paragraph))
    )


def _is_furniture(paragraph: str) -> bool:
    if len(paragraph) > _WORD_LIMIT:
        return False
    return bool(
        _SHORTCODE.fullmatch(paragraph) or _NOTICE.fullmatch(paragraph) or _ABOUT_THE_STORY.match(paragraph)
    )


def _is_caption(paragraph: str) -> bool:
    if len(paragraph) > _LONGEST_CAPTION:
        return False
    return bool(_PICTURED.match(paragraph) or _CREDIT.search(paragraph[-150:]))
