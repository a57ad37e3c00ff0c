"""Nothing is lost: extras keep every digit, and what Python cannot hold is still there as JSON."""

import copy
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from anytoken import Extras, decode


def extras(members: str) -> Extras:
    return decode('{"access_token":"EXAMPLE-ACCESS",' + members + "}", "rfc6749", received_at=0).extras


def test_numbers_keep_every_digit() -> None:
    read = extras('"id":12345678901234567890,"price":1.10,"huge":1e400,"list":[{"n":0.1}]')
    assert read["id"] == 12345678901234567890
    assert str(read["price"]) == "1.10"
    assert read["huge"] == Decimal("1e400")
    assert read["list"] == [{"n": Decimal("0.1")}]
    assert read.json("huge") == "1e400"


def test_first_of_a_repeated_name_counts() -> None:
    read = extras('"twice":1,"once":2,"twice":3')
    assert (dict(read), len(read), read.json("twice")) == ({"twice": 1, "once": 2}, 2, "1")


def test_number_of_more_digits_than_python_reads_is_kept_as_json() -> None:
    digits = "7" * 5000
    read = extras(f'"n":{digits}')
    assert read.json("n") == digits
    with pytest.raises(ValueError, match="4300"):
        read["n"]


def test_extras_are_a_mapping() -> None:
    read: Mapping[Any, Any] = extras('"tenant":"example","null":null')
    assert list(read) == ["tenant", "null"]
    assert "tenant" in read
    assert "access_token" not in read
    for absent in ("none", 5, "\ud800"):
        assert absent not in read
        assert read.get(absent) is None
    assert copy.deepcopy(read) == read
    assert read == {"tenant": "example", "null": None}
    assert repr(read) == '<Extras {"tenant": ***, "null": ***}>'
    with pytest.raises(KeyError, match="none"):
        read["none"]


def test_json_of_an_absent_extra_is_an_error() -> None:
    with pytest.raises(KeyError, match="none"):
        extras('"tenant":"example"').json("none")
