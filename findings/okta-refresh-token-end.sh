#!/usr/bin/env bash
# @okta/okta-auth-js 8.0.1 (npm): the refresh token is saved with the end of the access token.
#
# The response says how long the access token lives, and nothing of the refresh token. The client gives both the same
# `expiresAt`, in the result and in what its token manager stores: the refresh token seems to end at the moment at which
# it is needed.
#
# Seen: a refresh brings a lifetime of an hour, and both tokens are to end in an hour.
# To a reader of tokens: the end beside this refresh token is not its own. Who drops a refresh token at its end sends
# the user to sign in once an hour.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts @okta/okta-auth-js@8.0.1 >/dev/null

cat >run.js <<'JS'
const http = require("http");
const { OktaAuth } = require("@okta/okta-auth-js");
const server = http.createServer((request, answer) => {
  answer.setHeader("Content-Type", "application/json");
  const token = { access_token: "EXAMPLE-ACCESS-2", token_type: "Bearer", expires_in: 3600, scope: "offline_access" };
  const metadata = { issuer, token_endpoint: issuer + "/v1/token", jwks_uri: issuer + "/v1/keys" };
  const isMetadata = request.url.includes("well-known");
  answer.end(JSON.stringify(isMetadata ? metadata : { ...token, refresh_token: "EXAMPLE-REFRESH-2" }));
});
let issuer;
server.listen(0, "127.0.0.1", async () => {
  issuer = `http://127.0.0.1:${server.address().port}/oauth2/default`;
  const client = new OktaAuth({ issuer, clientId: "example", redirectUri: "http://127.0.0.1/" });
  const scopes = ["offline_access"];
  const urls = { issuer, authorizeUrl: issuer, tokenUrl: issuer + "/v1/token" };
  const old = { refreshToken: "EXAMPLE-REFRESH-1", expiresAt: 4102444800, scopes, ...urls };
  const tokens = await client.token.renewTokensWithRefresh({ scopes }, old);
  for (const { accessToken, refreshToken, expiresAt } of Object.values(tokens))
    console.log(accessToken ?? refreshToken, "ends in", Math.round((expiresAt - Date.now() / 1000) / 60), "minutes");
  process.exit();
});
JS
seen=$(node run.js)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
EXAMPLE-ACCESS-2 ends in 60 minutes
EXAMPLE-REFRESH-2 ends in 60 minutes
EXPECTED
