"""Invariants of the model: what cannot be, cannot be made."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InvalidInput, InvalidValue, Place, Problem
from claimcheck.model.claim import Claim, ClaimSet, Match, Mention
from claimcheck.model.comparison import Comparison, Relation, Side
from claimcheck.model.finding import Excerpt
from claimcheck.model.interval import Interval
from claimcheck.model.text import Document, Role, Sentence, Source, Span, Zone
from claimcheck.model.value import Hedge, Value

numbers = st.decimals(min_value=-100, max_value=100, allow_nan=False, allow_infinity=False, places=1)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return Interval.point(low)
    ends = draw(st.sampled_from(("bounded", "from", "up to", "all")))
    closed = draw(st.booleans())
    if ends == "from":
        return Interval.from_(low, closed=closed)
    if ends == "up to":
        return Interval.up_to(high, closed=closed)
    if ends == "all":
        return Interval(None, None, False, False)
    return Interval(low, high, closed, draw(st.booleans()))


class TestSpan:
    @pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2)])
    def test_must_run_forwards(self, start: int, end: int) -> None:
        with pytest.raises(InvalidValue, match="0 <= start <= end"):
            Span(start, end)

    def test_cuts_what_it_spans(self) -> None:
        assert Span(4, 8).of("the 2008 pact") == "2008"
        assert len(Span(4, 8)) == 4
        assert Span(4, 8).shifted(2) == Span(6, 10)

    def test_touching_spans_do_not_meet(self) -> None:
        assert not Span(0, 4).meets(Span(4, 8))
        assert Span(0, 5).meets(Span(4, 8))
        assert Span(0, 8).holds(Span(4, 8))


class TestInterval:
    @pytest.mark.parametrize(
        "ends",
        [
            (Decimal(2), Decimal(1), True, True),
            (Decimal(1), Decimal(1), True, False),
            (None, Decimal(1), True, True),
            (Decimal("NaN"), Decimal(1), True, True),
            (Decimal(1), Decimal("Infinity"), True, True),
        ],
    )
    def test_is_never_empty_or_ill_formed(self, ends: tuple[Decimal | None, Decimal | None, bool, bool]) -> None:
        with pytest.raises(InvalidValue):
            Interval(*ends)

    @pytest.mark.parametrize(
        ("interval", "written"),
        [
            (Interval.half_open(Decimal("2.85"), Decimal("3.15")), "[2.85, 3.15)"),
            (Interval.point(Decimal(24)), "{24}"),
            (Interval.from_(Decimal(3), closed=False), "(3, ∞)"),
            (Interval.up_to(Decimal("3E+3")), "(−∞, 3000]"),
        ],
    )
    def test_is_written_as_in_mathematics(self, interval: Interval, written: str) -> None:
        assert str(interval) == written

    @given(intervals(), intervals(), numbers)
    def test_meet_holds_what_both_hold(self, a: Interval, b: Interval, x: Decimal) -> None:
        common = a.meet(b)
        assert (x in a and x in b) == (common is not None and x in common)

    @given(intervals(), intervals(), numbers)
    def test_inside_is_containment(self, a: Interval, b: Interval, x: Decimal) -> None:
        if a.inside(b) and x in a:
            assert x in b
        assert a.inside(b) == (a.meet(b) == a)

    @given(intervals(), intervals())
    def test_hull_holds_both(self, a: Interval, b: Interval) -> None:
        hull = a.hull(b)
        assert a.inside(hull)
        assert b.inside(hull)
        assert hull == b.hull(a)

    @given(intervals(), intervals())
    def test_share_is_symmetric_and_between_none_and_all(self, a: Interval, b: Interval) -> None:
        assert a.share(b) == b.share(a)
        assert 0 <= a.share(b) <= 1
        assert a.share(a) == 1
        if a.share(b) > 0:
            assert a.meets(b)

    @given(intervals(), intervals())
    def test_gap_is_symmetric_and_nothing_where_they_meet(self, a: Interval, b: Interval) -> None:
        assert a.gap(b) == b.gap(a)
        if a.meets(b):
            assert a.gap(b) == 0


class TestValue:
    @pytest.mark.parametrize(
        ("fields", "why"),
        [
            ({"number": Decimal("NaN")}, "not finite"),
            ({"number": Decimal(1), "step": Decimal(0)}, "not positive"),
            ({"number": Decimal(3), "upper": Decimal(2)}, "backwards"),
            ({"upper": Decimal(2)}, "backwards"),
            ({"number": Decimal(3), "hedge": Hedge.VAGUE}, "vague"),
        ],
    )
    def test_breaks_no_invariant(self, fields: dict[str, Decimal], why: str) -> None:
        with pytest.raises(InvalidValue, match=why):
            Value("money", "x", **fields)  # type: ignore[arg-type]

    def test_is_what_it_says_and_not_how_it_was_written(self) -> None:
        value = Value("year", "2008", Decimal(2008), "day")
        assert value.written_as("the year 2008") == value
        assert value.written_as("the year 2008").written == "the year 2008"


class TestText:
    def test_zones_are_ordered_and_inside(self) -> None:
        zone = Zone(Span(2, 9), Role.CAPTION)
        with pytest.raises(InvalidValue, match="zone"):
            Document(Source("a"), "short", (zone,))
        with pytest.raises(InvalidValue, match="overlaps"):
            Document(Source("a"), "long enough a text", (zone, Zone(Span(5, 6), Role.CAPTION)))

    def test_a_sentence_is_as_long_as_its_span(self) -> None:
        with pytest.raises(InvalidValue):
            Sentence("a", 0, 0, Span(0, 4), "too long")

    def test_a_mention_is_as_long_as_its_span(self) -> None:
        with pytest.raises(InvalidValue):
            Mention(Span(0, 4), "too long", Value("year", "2008"))

    @pytest.mark.parametrize("digest", ["abc", "A" * 64])
    def test_a_digest_is_sixty_four_lower_case_digits(self, digest: str) -> None:
        with pytest.raises(ValueError, match="sha256"):
            Source("a", sha256=digest)

    def test_a_source_is_read_against_its_reference_day(self) -> None:
        from datetime import date

        published, day = date(2021, 11, 11), date(2021, 10, 8)
        assert Source("a").context.reference_date is None
        assert Source("a", published=published).context.reference_date == published
        assert Source("a", published=published, reference_day=day).context.reference_date == day


class TestClaims:
    @pytest.mark.parametrize("bad", ["", "two words", "-x", "ü"])
    def test_ids_are_plain(self, bad: str) -> None:
        with pytest.raises(ValueError, match="id"):
            Claim(bad, "year", "It began in {value}.")

    def test_ids_are_unique(self) -> None:
        claim = Claim("start", "year", "It began in {value}.")
        with pytest.raises(InvalidValue, match="start"):
            ClaimSet((claim, claim))
        assert ClaimSet((claim,))["start"] is claim
        with pytest.raises(KeyError):
            ClaimSet((claim,))["end"]

    @pytest.mark.parametrize("score", [-1.0, 100.5])
    def test_scores_run_from_0_to_100(self, score: float) -> None:
        with pytest.raises(ValueError, match="score"):
            Match("start", Sentence("a", 0, 0, Span(0, 2), "It"), None, score)


class TestFindings:
    def test_relations_are_ordered_by_strength(self) -> None:
        ranked = sorted((r for r in Relation if r.strength is not None), key=lambda r: -(r.strength or 0))
        assert [r.value for r in ranked] == ["exact", "within_precision", "compatible", "tension", "discrepant"]
        assert [r.agrees for r in ranked] == [True, True, True, False, False]
        assert not Relation.STALE.agrees

    def test_a_comparison_says_why(self) -> None:
        with pytest.raises(ValueError, match="reason"):
            Comparison(Side("a"), Side("b"), Relation.EXACT, "")

    def test_flipping_twice_changes_nothing(self) -> None:
        part = Comparison(Side("3"), Side("4"), Relation.DISCREPANT, "differ by 1")
        whole = Comparison(Side("a"), Side("b"), Relation.DISCREPANT, "differ", parts=(part,))
        assert whole.flipped().left == whole.right
        assert whole.flipped().flipped() == whole

    def test_an_excerpt_holds_its_value(self) -> None:
        with pytest.raises(InvalidValue):
            Excerpt("short", Span(3, 9), Span(3, 9))
        assert Excerpt("a 2008 pact", Span(2, 6), Span(2, 6)).exact == "2008"


class TestProblems:
    def test_a_problem_shows_the_line_and_a_caret(self) -> None:
        place = Place("a.yaml", 3, 5, 4, "    knid: year")
        assert str(Problem("unknown key 'knid'", "did you mean 'kind'?", place)) == (
            "a.yaml:3:5: unknown key 'knid'\n"
            "    3 |     knid: year\n"
            "      |     ^^^^\n"
            "  help: did you mean 'kind'?"
        )

    def test_a_long_line_is_cropped_around_the_caret(self) -> None:
        place = Place("a.yaml", 1, 5001, 3, "x" * 5000 + "abc" + "y" * 5000)
        shown = str(Problem("bad", place=place)).splitlines()
        assert len(shown[1]) < 120
        assert shown[1][shown[2].index("^") :].startswith("abc")

    def test_control_characters_are_inert(self) -> None:
        place = Place("a.yaml", 1, 1, 1, "\x1b[31mred\x00")
        assert "\x1b" not in str(Problem("bad", place=place))

    def test_an_error_carries_all_problems(self) -> None:
        error = InvalidInput(Problem("one"), Problem("two"))
        assert str(error) == "one\ntwo"
        assert len(error.problems) == 2
