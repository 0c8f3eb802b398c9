"""Conditional requests as RFC 9110 has them."""

import pytest
from starlette.datastructures import Headers

from cueweave.api.conditions import check_current, is_known
from cueweave.errors import ConditionMissing, ResultChanged


@pytest.mark.parametrize("told", ['"2-ab"', 'W/"2-ab"', '"1", "2-ab"', '"1",W/"2-ab"', "*", ' "2-ab" '])
def test_a_client_that_has_the_edition_is_known(told: str) -> None:
    assert is_known(Headers({"If-None-Match": told}), "2-ab")


@pytest.mark.parametrize("told", ['"1"', "2-ab", '"2-ab', '"x2-ab"', ""])
def test_a_client_that_has_another_edition_is_not(told: str) -> None:
    assert not is_known(Headers({"If-None-Match": told}), "2-ab")


def test_a_client_that_has_none_is_not() -> None:
    assert not is_known(Headers(), "1")


@pytest.mark.parametrize("told", ['"2-ab"', '"1", "2-ab"', "*"])
def test_an_edit_of_the_current_edition_passes(told: str) -> None:
    check_current(Headers({"If-Match": told}), "2-ab")


@pytest.mark.parametrize("told", ['"1"', 'W/"2-ab"', "2-ab", '"*"'])
def test_an_edit_of_another_edition_does_not(told: str) -> None:
    with pytest.raises(ResultChanged, match="fetch it again"):
        check_current(Headers({"If-Match": told}), "2-ab")


def test_an_edit_must_say_of_which_edition_it_is() -> None:
    with pytest.raises(ConditionMissing, match="If-Match"):
        check_current(Headers(), "1")
