"""What must hold for any numbers: points stay within the weight, more is never worse, units do not matter."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao import law
from jixiao.score.conventions import REVERSE, equal, forward
from jixiao.score.execution import share
from jixiao.score.indicator import points
from tests.score.build import indicator

PACKS = [law.load(name) for name in law.packs()]
values = st.decimals(min_value=0, max_value=10**6, places=2)
anything = st.decimals(min_value=-(10**6), max_value=10**6, places=2)
packs = st.sampled_from(PACKS)


@pytest.mark.parametrize("rule", [forward, equal, *REVERSE.values()])
@given(a=anything, t=anything)
def test_a_share_lies_between_nothing_and_all(rule, a, t):
    found = rule(a, t)
    assert found is None or 0 <= found <= 1


@given(a=values, b=values, t=values)
def test_more_is_never_worse_forward_and_never_better_in_reverse(a, b, t):
    low, high = sorted((a, b))
    assert forward(low, t) <= forward(high, t)
    for rule in REVERSE.values():
        assert rule(low, t) >= rule(high, t)


@given(a=values, t=values, weight=st.integers(1, 50), sign=st.sampled_from("≥≤=><"), pack=packs)
def test_points_lie_between_nothing_and_the_weight(a, t, weight, sign, pack):
    found = points(indicator("办理", f"{sign}{t}件", f"{a}件", str(weight)), pack)
    assert found.points is None or 0 <= found.points <= weight
    if found.met:
        assert found.points == weight


@given(a=st.integers(0, 10**6), t=st.integers(1, 10**6), sign=st.sampled_from("≥≤"), pack=packs)
def test_the_unit_does_not_matter(a, t, sign, pack):
    small = points(indicator("办理", f"{sign}{t}件", f"{a}件"), pack)
    large = points(indicator("办理", f"{sign}{Decimal(t) / 1000}千件", f"{Decimal(a) / 10000}万件"), pack)
    assert (small.points, small.met) == (large.points, large.met)


@given(one=values, other=values, pack=packs)
def test_a_higher_execution_rate_never_earns_less(one, other, pack):
    low, high = sorted((one, other))
    assert 0 <= share(low, pack) <= share(high, pack) <= 1
