#!/usr/bin/env bash
# @octokit/auth-oauth-user 6.0.4 (npm): a refresh that the library starts by itself does not reach the store.
#
# `onTokenCreated` is where a program saves a token. It is called after a refresh that the program asks for, but not
# after one that `auth()` makes because the token has expired. GitHub's refresh tokens work once: the saved one is
# spent, the new one is in memory only, and after a restart the user must sign in again.
#
# Seen: both calls refresh; only the second calls `onTokenCreated`.
# To a reader of tokens: of this library's saved tokens, one whose access token has expired may have a spent refresh
# token beside it. Save what `auth()` returns whenever it differs.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-audit --no-fund --ignore-scripts \
  @octokit/auth-oauth-user@6.0.4 @octokit/request@10.0.5 >/dev/null

cat >run.mjs <<'JS'
import http from "node:http";
import { createOAuthUserAuth } from "@octokit/auth-oauth-user";
import { request } from "@octokit/request";
let count = 1;
const server = http.createServer((_, answer) => {
  count += 1;
  const token = { access_token: `EXAMPLE-ACCESS-${count}`, expires_in: 28800, refresh_token: `EXAMPLE-REFRESH-${count}`,
    refresh_token_expires_in: 15897600, scope: "", token_type: "bearer" };
  answer.setHeader("Content-Type", "application/json; charset=utf-8");
  answer.end(JSON.stringify(token));
});
server.listen(0, "127.0.0.1", async () => {
  const auth = createOAuthUserAuth({ clientType: "github-app", clientId: "example", clientSecret: "EXAMPLE-SECRET",
    token: "EXAMPLE-ACCESS-1", refreshToken: "EXAMPLE-REFRESH-1", expiresAt: "2026-01-01T00:00:00.000Z",
    refreshTokenExpiresAt: "2099-01-01T00:00:00.000Z",
    onTokenCreated: (token) => console.log("saved:   ", token.refreshToken),
    request: request.defaults({ baseUrl: `http://127.0.0.1:${server.address().port}` }) });
  console.log("expired: ", (await auth()).refreshToken);
  console.log("asked:   ", (await auth({ type: "refresh" })).refreshToken);
  server.close();
  server.closeAllConnections();
});
JS
seen=$(node run.mjs)
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
expired:  EXAMPLE-REFRESH-2
saved:    EXAMPLE-REFRESH-3
asked:    EXAMPLE-REFRESH-3
EXPECTED
