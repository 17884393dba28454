"""A plot of lines, as an SVG laid by hand."""

import math
from collections.abc import Sequence
from html import escape

from attrs import frozen

_WIDTH, _HEIGHT, _LEFT, _BELOW, _ABOVE, _RIGHT = 640, 380, 64, 48, 40, 110
_COLOURS = ("#1b6ca8", "#b3541e", "#3b7d3a", "#7a3b8f")


@frozen
class Line:
    """A line of the plot.

    Attributes:
        name: What stands at its end.
        points: Its points, x and y both positive on logarithmic axes.
    """

    name: str
    points: tuple[tuple[float, float], ...]


def plot(title: str, across: str, up: str, lines: Sequence[Line], *, logarithmic: bool = True) -> str:
    """An SVG of the lines.

    On logarithmic axes equal factors are equal lengths, so that a cost that is linear rises like the diagonal of a
    square of the grid; otherwise both axes begin at 0.
    """
    points = [point for line in lines for point in line.points]
    xs, ys = (_marks([point[axis] for point in points], logarithmic) for axis in (0, 1))

    def x(value: float) -> float:
        return _LEFT + _share(value, xs, logarithmic) * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _HEIGHT - _BELOW - _share(value, ys, logarithmic) * (_HEIGHT - _BELOW - _ABOVE)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">',
        f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{_LEFT}" y="22" font-size="14">{escape(title)}</text>',
    ]
    (left, right), (low, high) = (xs[0], xs[-1]), (ys[0], ys[-1])
    for mark in xs:
        parts.append(_rule(x(mark), y(low), x(mark), y(high)))
        parts.append(_label(x(mark), y(low) + 16, f"{mark:,.10g}", "middle"))
    for mark in ys:
        parts.append(_rule(x(left), y(mark), x(right), y(mark)))
        parts.append(_label(x(left) - 6, y(mark) + 4, f"{mark:,.10g}", "end"))
    middle = _ABOVE + (_HEIGHT - _ABOVE - _BELOW) / 2
    parts.append(_label(_LEFT + (_WIDTH - _LEFT - _RIGHT) / 2, _HEIGHT - 10, across, "middle"))
    parts.append(_label(14, middle, up, "middle", f' transform="rotate(-90 14 {middle:.1f})"'))
    for line, colour in zip(lines, _COLOURS * len(lines), strict=False):
        at = [(x(a), y(b)) for a, b in line.points]
        joined = " ".join(f"{a:.1f},{b:.1f}" for a, b in at)
        parts.append(f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{colour}"/>' for a, b in at]
        parts.append(_label(at[-1][0] + 8, at[-1][1] + 4, line.name, "start", f' fill="{colour}"'))
    return "\n".join((*parts, "</svg>", ""))


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def _label(x: float, y: float, text: str, anchor: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{escape(text)}</text>'


def _marks(values: Sequence[float], logarithmic: bool) -> list[float]:
    """Round numbers, of which the first and the last hold the values between them."""
    if logarithmic:
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        return [10.0**power for power in range(low, max(high, low + 1) + 1)]
    step = 10.0 ** math.floor(math.log10(max(values)))
    step = next(part * step for part in (0.2, 0.5, 1.0, 2.0) if max(values) <= 6 * part * step)
    return [step * n for n in range(math.ceil(max(values) / step) + 1)]


def _share(value: float, marks: Sequence[float], logarithmic: bool) -> float:
    """How far along an axis a value lies, 0 to 1."""
    low, high, at = marks[0], marks[-1], value
    if logarithmic:
        low, high, at = (math.log10(n) for n in (low, high, value))
    return (at - low) / (high - low)
