"""Document -> sentences, each with its role in the article and what it quotes."""

from claimcheck.model.text import Document, Quotation, Role, Sentence, Span
from claimcheck.sentences.boundaries import cut, split
from claimcheck.sentences.lines import lines
from claimcheck.sentences.quotations import quoted
from claimcheck.sentences.roles import is_pictured, roles
from claimcheck.sentences.speakers import speakers

__all__ = ["sentences", "split"]


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Cut a document into sentences and say of each what part it plays and whom it quotes.

    Args:
        document: The document; the roles of its zones go before what form suggests.

    Returns:
        The sentences in order, `index` counting from 0 without gaps, `paragraph` never falling. Their spans are
        those of `split(document.text)`. A quotation that runs over several sentences is given with each.

    >>> from claimcheck.model.text import Source
    >>> text = "Dam costs rise\\n\\nIt is late. “We will finish the dam by May,” Ana Ruiz said."
    >>> for sentence in sentences(Document(Source("a"), text)):
    ...     print(sentence.role, [(q.span.of(text), q.speaker) for q in sentence.quotations])
    headline []
    body []
    body [('We will finish the dam by May,', 'Ana Ruiz')]
    """
    text = document.text
    paragraphs = list(lines(text))
    cuts = [cut(text, start, end) for start, end in paragraphs]
    spans = [span for parts in cuts for span in parts]
    quotes = quoted(text, paragraphs, [end for _, end in spans])
    said = [
        Quotation(quote.span, speaker)
        for quote, speaker in zip(quotes, speakers(text, spans, quotes), strict=True)
    ]
    found: list[Sentence] = []
    zone = first_quote = 0
    paragraph_roles = roles([text[start:end] for start, end in paragraphs])
    for number, (parts, role) in enumerate(zip(cuts, paragraph_roles, strict=True)):
        for start, end in parts:
            span = Span(start, end)
            while zone < len(document.zones) and document.zones[zone].span.end <= start:
                zone += 1
            while first_quote < len(said) and said[first_quote].span.end <= start:
                first_quote += 1
            found.append(
                Sentence(
                    document.source.id,
                    len(found),
                    number,
                    span,
                    text[start:end],
                    _role(document, zone, span, role),
                    _meeting(said, first_quote, span),
                )
            )
    return tuple(found)


def _role(document: Document, zone: int, span: Span, by_form: Role) -> Role:
    """The role of the zones that make up most of a sentence, else of its paragraph, unless it describes a picture.

    The marks of a heading or of bold type are furniture, the words between them are not.
    """
    share: dict[Role, int] = {}
    for found in document.zones[zone:]:
        if found.span.start >= span.end:
            break
        shared = min(found.span.end, span.end) - max(found.span.start, span.start)
        share[found.role] = share.get(found.role, 0) + shared
    role = max(share, key=lambda r: share[r], default=None)
    if role is not None and share[role] * 2 > len(span):
        return role
    if by_form is Role.BODY and is_pictured(span.of(document.text)):
        return Role.CAPTION
    return by_form


def _meeting(said: list[Quotation], first: int, span: Span) -> tuple[Quotation, ...]:
    """The quotations from number `first` on that meet a span."""
    last = first
    while last < len(said) and said[last].span.start < span.end:
        last += 1
    return tuple(said[first:last])
