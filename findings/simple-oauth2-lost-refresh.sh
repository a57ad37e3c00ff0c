#!/usr/bin/env bash
# simple-oauth2 5.1.0 (npm): the refresh token is lost if a refresh does not repeat it.
#
# A server that does not rotate leaves `refresh_token` out of the answer to a refresh (RFC 6749, 6), and the old one
# stays good. The library means to carry it over, but takes it from the object around the token, which has none: the
# new token has a member `refresh_token` that is undefined, and JSON.stringify leaves it out.
#
# Seen: before the first refresh the saved token has a refresh token, after it none.
# To a reader of tokens: a stored token without a refresh token may still have had one. Merge what is stored with
# what a refresh brings, never replace it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts simple-oauth2@5.1.0 >/dev/null

cat >run.js <<'JS'
const http = require("http");
const { AuthorizationCode } = require("simple-oauth2");
const server = http.createServer((request, answer) => {
  answer.setHeader("Content-Type", "application/json");
  answer.end('{"access_token":"EXAMPLE-ACCESS-2","token_type":"Bearer"}');
});
server.listen(0, "127.0.0.1", async () => {
  const auth = { tokenHost: `http://127.0.0.1:${server.address().port}` };
  const client = new AuthorizationCode({ client: { id: "example", secret: "EXAMPLE-SECRET" }, auth });
  const before = client.createToken({ access_token: "EXAMPLE-ACCESS-1", refresh_token: "EXAMPLE-REFRESH" });
  console.log("before:", JSON.stringify(before));
  console.log("after: ", JSON.stringify(await before.refresh()));
  server.close();
});
JS
seen=$(node run.js)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
before: {"access_token":"EXAMPLE-ACCESS-1","refresh_token":"EXAMPLE-REFRESH"}
after:  {"access_token":"EXAMPLE-ACCESS-2","token_type":"Bearer"}
EXPECTED
