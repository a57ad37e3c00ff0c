#!/usr/bin/env bash
# Holds two clients, and ours without the format, against the corpus, and prints their tables.
# It installs the clients in a temporary folder, and needs Python 3.11, Node.js 20 and their registries.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --quiet -p anytoken-cli
home="$PWD" room="$(mktemp -d)"
trap 'rm -rf "$room"' EXIT
python3 -m venv "$room/python"
"$room/python/bin/pip" --quiet --disable-pip-version-check install Authlib==1.9.10 requests==2.34.2
cp tests/conformance/*_shim.* "$room"
npm install --silent --no-fund --no-audit --prefix "$room" openid-client@6.9.0

table() {
    printf '\n### %s\n\n' "$1"
    shift
    # A client that is not right in everything is what the table is for.
    cargo xtask conformance --standard --without-id-token --detect -- "$@" || [ $? = 1 ]
}

table "Authlib 1.9.10" "$room/python/bin/python" "$room/authlib_shim.py"
table "openid-client 6.9.0" node "$room/openid_client_shim.mjs"
table "anytoken" "${CARGO_TARGET_DIR:-$home/target}/debug/anytoken" normalize --batch --reveal
