#!/usr/bin/env bash
# affinidi-tdk-iam-client 1.63.0 (PyPI): the model of the token endpoint says that the ID token is an integer.
#
# The class is generated from the vendor's OpenAPI document, where `id_token` is an integer. An ID token is a JWT, so the
# typed call fails on each response that has one; it does so too where `expires_in` is sent as a text.
#
# Seen: a response without an ID token is read; with one, or with a lifetime in quotes, there is a ValidationError.
# To a reader of tokens: a published schema is not what is sent. Ask the client for the bytes: `_preload_content=False`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check affinidi-tdk-iam-client==1.63.0

cat >read.py <<'PY'
from affinidi_tdk_iam_client import ConsumerAuthTokenEndpointOutput
from pydantic import ValidationError
for body in (
    '{"access_token":"EXAMPLE-ACCESS","expires_in":3600}',
    '{"access_token":"EXAMPLE-ACCESS","expires_in":3600,"id_token":"EXAMPLE-ID"}',
    '{"access_token":"EXAMPLE-ACCESS","expires_in":"3600"}',
):
    try:
        print("read:", ConsumerAuthTokenEndpointOutput.from_json(body).expires_in)
    except ValidationError as error:
        print([(*wrong["loc"], wrong["msg"]) for wrong in error.errors()])
PY
seen=$(venv/bin/python -W ignore read.py)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
read: 3600
[('id_token', 'value is not a valid integer')]
[('expires_in', 'value is not a valid integer')]
EXPECTED
