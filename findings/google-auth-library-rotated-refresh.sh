#!/usr/bin/env bash
# google-auth-library 10.9.1 (npm): a rotated refresh token is overwritten by the one that it replaced.
#
# After a refresh, `OAuth2Client` emits the response in its `tokens` event and keeps it as its `credentials`. In between
# it sets the refresh token back to the one that it sent. A server that rotates refresh tokens (RFC 9700, 4.14.2)
# has ended that one: the next refresh of this client fails, although the event had the new one.
#
# Seen: the server answers EXAMPLE-REFRESH-2; the event has it, the credentials and the file made from them have
# EXAMPLE-REFRESH-1.
# To a reader of tokens: of a refresh, the refresh token of the response goes before the stored one. With this client,
# save what the event brings.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts google-auth-library@10.9.1 >/dev/null

cat >run.js <<'JS'
const http = require("http");
const { OAuth2Client } = require("google-auth-library");
const response = { access_token: "EXAMPLE-ACCESS-2", expires_in: 3600, refresh_token: "EXAMPLE-REFRESH-2" };
const server = http.createServer((request, answer) => {
  answer.setHeader("Content-Type", "application/json");
  answer.end(JSON.stringify(response));
});
server.listen(0, "127.0.0.1", async () => {
  const endpoints = { oauth2TokenUrl: `http://127.0.0.1:${server.address().port}/token` };
  const client = new OAuth2Client({ clientId: "example", clientSecret: "EXAMPLE-SECRET", endpoints });
  client.on("tokens", (tokens) => console.log("event:      ", tokens.refresh_token));
  client.setCredentials({ access_token: "EXAMPLE-ACCESS-1", refresh_token: "EXAMPLE-REFRESH-1", expiry_date: 1 });
  await client.getAccessToken();
  console.log("credentials:", client.credentials.access_token, client.credentials.refresh_token);
  server.close();
  server.closeAllConnections();
});
JS
seen=$(node run.js)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
event:       EXAMPLE-REFRESH-2
credentials: EXAMPLE-ACCESS-2 EXAMPLE-REFRESH-1
EXPECTED
