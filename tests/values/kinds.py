"""What the tests of the number kinds share."""

from claimcheck.grammar.kind import Kind
from claimcheck.grammar.numerals import numerals
from claimcheck.grammar.tokens import tokenize
from claimcheck.model.text import Context
from claimcheck.model.value import Value


def read(kind: Kind, text: str, context: Context | None = None) -> list[Value]:
    """What `kind` reads in `text`."""
    tokens = tokenize(text)
    return [found.value for found in kind.read(tokens, numerals(tokens), context or Context())]


def one(kind: Kind, text: str, context: Context | None = None) -> Value:
    """The one value of `kind` that `text` consists of, which written back reads the same."""
    tokens = tokenize(text)
    whole = [
        f for f in kind.read(tokens, numerals(tokens), context or Context()) if f.last - f.first == len(tokens)
    ]
    assert len(whole) == 1, f"{text!r} is not one {kind.name}: {[f.value.written for f in whole]}"
    value = whole[0].value
    assert value.written == text
    again = [v for v in read(kind, value.normal, context) if v.written == value.normal]
    assert again == [value], f"{value.normal!r} does not read back"
    return value
