#!/usr/bin/env bash
# openid-client 5.7.1 (npm): the order of two members decides when a token ends.
#
# A response that states its end twice, as `expires_at` and as `expires_in`, is copied member by member into a TokenSet.
# Its `expires_in` is a setter that writes `expires_at`, so the member that comes last wins. JSON objects have no order:
# a proxy or a database that sorts the members gives the same token another end.
#
# Seen: the end is the server's instant if `expires_in` comes first, else now plus the lifetime.
# To a reader of tokens: an end that openid-client computed is not the server's word. Decide which of the two counts,
# whatever their order, and keep the response itself.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts openid-client@5.7.1 >/dev/null

cat >run.js <<'JS'
const { TokenSet } = require("openid-client");
const end = Math.floor(Date.now() / 1000) + 60;
const named = (tokens) => (tokens.expires_at === end ? "in a minute, as the server said" : "in an hour");
const parse = (members) => new TokenSet(JSON.parse(`{"access_token":"EXAMPLE-ACCESS",${members}}`));
console.log("expires_in, expires_at:", named(parse(`"expires_in":3600,"expires_at":${end}`)));
console.log("expires_at, expires_in:", named(parse(`"expires_at":${end},"expires_in":3600`)));
JS
seen=$(node run.js)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
expires_in, expires_at: in a minute, as the server said
expires_at, expires_in: in an hour
EXPECTED
