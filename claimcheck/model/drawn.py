"""What a notebook shows of a value of the model."""

from pkgutil import resolve_name

from claimcheck.model.told import Told

_DRAW = "claimcheck.reports.html.notebook:draw"


class Drawn(Told):
    """Something that notebooks draw.

    Notebooks ask the value itself (`_repr_html_` is IPython's protocol, and others follow it), but the model knows
    nothing of formats. So it knows the drawing by name only, and nothing of it is loaded until a notebook asks.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        drawn = resolve_name(_DRAW)(self)
        assert isinstance(drawn, str)
        return drawn
