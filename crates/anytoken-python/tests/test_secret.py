"""Secrets: compared, copied, shown as `***`, and refused where a text is wanted."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import httpx2
import pytest
import requests

from anytoken import Secret, decode

TOKEN = decode(b'{"access_token":"EXAMPLE-ACCESS"}', received_at=0)
SECRET = Secret("EXAMPLE-ACCESS")


def test_secrets_are_equal_by_their_text() -> None:
    assert TOKEN.access_token == SECRET
    assert SECRET == Secret("EXAMPLE-ACCESS")
    assert SECRET != Secret("EXAMPLE-OTHER")
    assert SECRET != "EXAMPLE-ACCESS"


def test_secret_is_shown_masked() -> None:
    shown = [repr(SECRET), str(SECRET), f"{SECRET}", f"{SECRET:>8}", "%s %r" % (SECRET, [SECRET])]
    assert shown == ["Secret(***)", "***", "***", "     ***", "*** [Secret(***)]"]


def test_secret_is_no_text() -> None:
    uses: list[Callable[[Any], object]] = [hash, len, iter, bytes, pickle.dumps]
    uses += [lambda secret: "Bearer " + secret, lambda secret: secret[0]]
    for use in uses:
        with pytest.raises(TypeError):
            use(SECRET)


def test_copies_are_the_secret_itself() -> None:
    assert copy.copy(SECRET) is SECRET
    assert copy.deepcopy([SECRET])[0] is SECRET


def test_secret_outlives_its_token() -> None:
    access_token = decode(b'{"access_token":"EXAMPLE-ACCESS"}', received_at=0).access_token
    assert access_token is not None
    assert access_token.expose() == "EXAMPLE-ACCESS"


@pytest.mark.parametrize("client", [requests, httpx, httpx2], ids=lambda client: client.__name__)
def test_clients_refuse_a_secret_as_a_header(client: Any) -> None:
    headers = {"Authorization": TOKEN.authorization()}
    with pytest.raises((TypeError, requests.exceptions.InvalidHeader), match="Secret|Header value must be str") as info:
        client.get("http://127.0.0.1:9/", headers=headers)
    assert "EXAMPLE" not in repr(info.value)
