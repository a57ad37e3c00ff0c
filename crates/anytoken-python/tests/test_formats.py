"""The catalogue, formats of one's own, and tokens in another vendor's format."""

import pytest

from anytoken import DecodeError, Dialect, decode, dialect, encode, formats, normalize

ACME = """{
  "id": "acme-notes", "vendor": "Acme", "quirks": "all in data; milliseconds", "envelope": "data",
  "expires_at": {"milliseconds": "expires_in"}
}"""


def test_catalogue_has_each_format_once() -> None:
    by_id = {format.id: format for format in formats()}
    assert len(by_id) == len(formats()) > 500
    slack = by_id["slack"]
    assert (slack.vendor, slack.family, slack.evidence) == ("Slack", "anytoken-oauth", "tested")
    assert repr(slack) == "<Format slack of Slack>"


def test_dialect_stands_in_for_an_id() -> None:
    acme = dialect(ACME)
    assert (acme.id, acme.vendor, acme.quirks) == ("acme-notes", "Acme", "all in data; milliseconds")
    assert repr(acme) == "<Dialect acme-notes of Acme>"
    body = '{"data":{"access_token":"EXAMPLE-ACCESS","expires_in":60000}}'
    token = decode(body, acme, received_at=0)
    assert token.state_at(59) == "valid"
    assert token.state_at(60) == "expired"
    assert [*normalize([body], acme, received_at=0)] == [token]
    assert encode(token, acme, at=0).body.expose() == body


def test_invalid_dialect_names_its_member() -> None:
    with pytest.raises(ValueError, match='dialect acme: acces_token .*did you mean "access_token"'):
        dialect('{"id":"acme","vendor":"Acme","acces_token":"token"}')


def test_dialects_are_made_by_their_function() -> None:
    with pytest.raises(TypeError):
        Dialect()


def test_token_is_encoded_for_another_vendor() -> None:
    imds = '{"access_token":"EXAMPLE-ACCESS","expires_in":"3600","token_type":"Bearer","tenant":"example"}'
    token = decode(imds, "azure-imds", received_at=1767225600)
    encoded = encode(token, "github", at=1767225600)
    assert encoded.body.expose() == '{"access_token":"EXAMPLE-ACCESS","token_type":"Bearer","expires_in":3600}'
    assert (encoded.content_type, encoded.headers, encoded.dropped) == ("application/json", [], ["extras"])
    assert repr(encoded) == "<Encoded application/json body=***>"


def test_token_that_a_format_cannot_hold_is_not_encoded() -> None:
    token = decode('{"id_token":"EXAMPLE-ID"}', received_at=0)
    with pytest.raises(DecodeError) as info:
        encode(token, "github", at=0)
    assert info.value.kind == "unusable"


def test_refresh_keeps_what_its_response_does_not_state() -> None:
    old = decode('{"access_token":"EXAMPLE-OLD","refresh_token":"EXAMPLE-REFRESH","scope":"a b"}', received_at=0)
    fresh = decode('{"access_token":"EXAMPLE-NEW","expires_in":60}', received_at=0)
    token = old.refreshed_with(fresh)
    assert token.credential == fresh.credential
    assert token.refresh_token == old.refresh_token
    assert (token.scopes, token.expires_at) == (("a", "b"), fresh.expires_at)


def test_related_tokens_and_notes_come_with_the_token() -> None:
    body = '{"ok":true,"access_token":"EXAMPLE-BOT","authed_user":{"access_token":"EXAMPLE-USER"},"expires_in":-1}'
    token = decode(body, "slack", received_at=0)
    [user] = token.related
    assert user.credential.expose() == "EXAMPLE-USER"
    [note] = token.notes
    assert (note.kind, note.field, note.seconds) == ("minus_one", "expires_in", None)
    assert body[slice(*note.at)] == "-1"
    assert repr(note) == "<Note minus_one: expires_in is -1: the expiry is unknown>"


def test_tokens_are_stored_with_their_secrets_only_if_exposed() -> None:
    token = decode('{"access_token":"EXAMPLE-ACCESS","note":"EXAMPLE"}', received_at=0)
    assert "EXAMPLE" not in token.to_json()
    assert token.from_json(token.to_json(expose=True)) == token
    with pytest.raises(ValueError, match="v is not 1"):
        token.from_json('{"v":2}')
    with pytest.raises(ValueError, match="access_token: it is masked"):
        token.from_json(token.to_json())
