// Answers the lines of a batch with JSON.parse and the checks that openid-client makes of a token response.

import fs from "node:fs";
import readline from "node:readline";

const isText = (value) => typeof value === "string" && value.length > 0;

function token(body, receivedAt) {
  const token = { ...body };
  if (!isText(token.access_token)) throw new Error("access_token must be a string");
  if (!isText(token.token_type)) throw new Error("token_type must be a string");
  token.token_type = token.token_type.toLowerCase();
  for (const name of ["refresh_token", "id_token", "scope"]) {
    if (token[name] !== undefined && typeof token[name] !== "string") throw new Error(`${name} must be a string`);
  }
  if (token.expires_in !== undefined) {
    const seconds = typeof token.expires_in === "number" ? token.expires_in : parseFloat(token.expires_in);
    if (!(seconds >= 0)) throw new Error("expires_in must be a number");
    token.expires_at = new Date(Date.parse(receivedAt) + seconds * 1000).toISOString();
    delete token.expires_in;
  }
  if (token.scope !== undefined) {
    token.scopes = token.scope.split(" ");
    delete token.scope;
  }
  return token;
}

function answer(line) {
  const { id, received_at, body: text } = JSON.parse(line);
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    body = Object.fromEntries(new URLSearchParams(text));
  }
  if (body.error !== undefined) return { id, outcome: "error", error: body };
  try {
    return { id, outcome: "token", token: token(body, received_at) };
  } catch (error) {
    return { id, outcome: "invalid", invalid: error.message };
  }
}

const input = fs.createReadStream(null, { fd: 0, highWaterMark: 1 << 20 });
let answers = [];
const flush = () => {
  fs.writeSync(1, answers.join(""));
  answers = [];
};
for await (const line of readline.createInterface({ input, crlfDelay: Infinity })) {
  answers.push(JSON.stringify(answer(line)) + "\n");
  if (answers.length === 500) flush();
}
flush();
