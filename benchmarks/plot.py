"""A plot of lines on two logarithmic axes, as an SVG laid by hand."""

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
        points: Its points, x and y both positive.
    """

    name: str
    points: tuple[tuple[float, float], ...]


def plot(title: str, across: str, up: str, lines: Sequence[Line]) -> str:
    """An SVG of the lines; equal factors are equal lengths, so that a cost that is linear rises by 45 degrees."""
    xs, ys = ([math.log10(point[axis]) for line in lines for point in line.points] for axis in (0, 1))
    left, right, low, high = math.floor(min(xs)), math.ceil(max(xs)), math.floor(min(ys)), math.ceil(max(ys))

    def x(value: float) -> float:
        return _LEFT + (value - left) / max(1, right - left) * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _HEIGHT - _BELOW - (value - low) / max(1, high - low) * (_HEIGHT - _BELOW - _ABOVE)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">',
        f'<title>{escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{_LEFT}" y="22" font-size="14">{escape(title)}</text>',
    ]
    for power in range(left, right + 1):
        parts.append(_rule(x(power), y(low), x(power), y(high)))
        parts.append(_label(x(power), y(low) + 16, f"{10**power:,}", "middle"))
    for power in range(low, high + 1):
        parts.append(_rule(x(left), y(power), x(right), y(power)))
        parts.append(_label(x(left) - 6, y(power) + 4, f"{10.0**power:g}", "end"))
    parts.append(_label((x(left) + x(right)) / 2, _HEIGHT - 10, across, "middle"))
    parts.append(
        _label(
            14, (y(low) + y(high)) / 2, up, "middle", f' transform="rotate(-90 14 {(y(low) + y(high)) / 2:.1f})"'
        )
    )
    for line, colour in zip(lines, _COLOURS * len(lines), strict=False):
        at = [(x(math.log10(a)), y(math.log10(b))) for a, b in line.points]
        joined = " ".join(f"{a:.1f},{b:.1f}" for a, b in at)
        parts.append(f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{colour}"/>' for a, b in at]
        parts.append(_label(at[-1][0] + 8, at[-1][1] + 4, line.name, "start", f' fill="{colour}"'))
    return "\n".join((*parts, "</svg>", ""))


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def _label(x: float, y: float, text: str, anchor: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{escape(text)}</text>'
