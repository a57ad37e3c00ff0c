// openid-client as a command of the conformance suite: what it makes of a response, under the suite's names.

import { createInterface } from "node:readline";
import * as client from "openid-client";

const issuer = { issuer: "https://issuer.example", token_endpoint: "https://issuer.example/token" };

async function answer(line) {
  const headers = { ...line.headers, "content-type": line.content_type ?? "application/json" };
  const config = new client.Configuration(issuer, "client", "secret");
  config[client.customFetch] = async () => new Response(line.body, { status: line.status ?? 200, headers });
  let tokens;
  try {
    tokens = await client.genericGrantRequest(config, "urn:example:grant", {});
  } catch (error) {
    if (error instanceof client.ResponseBodyError) {
      const { error: code, error_description: description } = error;
      return { outcome: "error", error: { code, description } };
    }
    return { outcome: "invalid", invalid: { kind: error.code ?? error.name } };
  }
  const { access_token, refresh_token, id_token, token_type, scope, expires_in } = tokens;
  const token = { access_token, refresh_token, id_token, token_type };
  if (scope !== undefined) token.scopes = typeof scope === "string" ? scope.split(" ").filter(Boolean) : scope;
  // Not `expiresIn()`, which counts down from the time of this run.
  if (expires_in !== undefined) {
    token.expires_at = new Date(Date.parse(line.received_at) + expires_in * 1000).toISOString();
  }
  return { outcome: "token", token };
}

for await (const text of createInterface({ input: process.stdin })) {
  const line = JSON.parse(text);
  console.log(JSON.stringify({ id: line.id, ...(await answer(line)) }));
}
