// Imports users through Authgear's User Import API, and prints the completed task.
//
//   npm install
//   node import-users.js ../../authgear-users.json
//
// MUSTER_URL    the server, http://127.0.0.1:8420 if it is not set
// PROJECT_ID    the audience of the token: auth.audience of muster.yml
// KEY_ID        the id of the key in the key set that auth.keys of muster.yml names
// PRIVATE_KEY   the path of the private key, in PEM form
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import jwt from "jsonwebtoken";
import fetch from "node-fetch";

const server = process.env.MUSTER_URL ?? "http://127.0.0.1:8420";
const endpoint = `${server}/_api/admin/users/import`;

function adminToken() {
  const now = Math.floor(Date.now() / 1000);
  return jwt.sign(
    { aud: [process.env.PROJECT_ID], iat: now, exp: now + 5 * 60 },
    readFileSync(process.env.PRIVATE_KEY),
    { algorithm: "RS256", header: { typ: "JWT", kid: process.env.KEY_ID } },
  );
}

async function call(url, options = {}) {
  const response = await fetch(url, {
    ...options,
    headers: {
      "Content-Type": "application/json",
      Authorization: `Bearer ${adminToken()}`,
    },
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status} ${text}`);
  }
  return JSON.parse(text);
}

const users = JSON.parse(readFileSync(process.argv[2], "utf8"));
let task = await call(endpoint, { method: "POST", body: JSON.stringify(users) });
while (task.status === "pending") {
  await pause(200);
  task = await call(`${endpoint}/${task.id}`);
}
console.log(JSON.stringify(task, null, 2));
