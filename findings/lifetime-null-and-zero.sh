#!/usr/bin/env bash
# @modelcontextprotocol/sdk 1.32.2 and @badgateway/oauth2-client 3.3.1 (npm): null and zero change places.
#
# `"expires_in":null` says nothing of an end, `"expires_in":0` says that it is here. The first library coerces what it
# gets into a number, and saves 0 for null. The second asks whether the lifetime is truthy, and saves null, which is
# its word for "does not expire", for 0.
#
# Seen: null becomes 0 in one, 0 becomes null in the other.
# To a reader of tokens: one store's 0 may be a token without a stated end, the other's null one that had ended when it
# came. Keep absent, null and zero apart until the end is computed.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts \
  @modelcontextprotocol/sdk@1.32.2 @badgateway/oauth2-client@3.3.1 >/dev/null

cat >run.mjs <<'JS'
import http from "node:http";
import { OAuthTokensSchema } from "@modelcontextprotocol/sdk/shared/auth.js";
import { OAuth2Client } from "@badgateway/oauth2-client";
const body = (expires_in) => ({ access_token: "EXAMPLE-ACCESS", token_type: "Bearer", expires_in });
console.log("sdk, null:          ", OAuthTokensSchema.parse(body(null)).expires_in);
console.log("sdk, 0:             ", OAuthTokensSchema.parse(body(0)).expires_in);
let lifetime = null;
const server = http.createServer((request, answer) => {
  answer.setHeader("Content-Type", "application/json");
  answer.end(JSON.stringify(body(lifetime)));
});
server.listen(0, "127.0.0.1", async () => {
  const tokenEndpoint = `http://127.0.0.1:${server.address().port}/token`;
  const client = new OAuth2Client({ clientId: "example", clientSecret: "EXAMPLE-SECRET", tokenEndpoint });
  console.log("oauth2-client, null:", (await client.clientCredentials()).expiresAt);
  lifetime = 0;
  console.log("oauth2-client, 0:   ", (await client.clientCredentials()).expiresAt);
  server.close();
  server.closeAllConnections();
});
JS
seen=$(node run.mjs)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
sdk, null:           0
sdk, 0:              0
oauth2-client, null: null
oauth2-client, 0:    null
EXPECTED
