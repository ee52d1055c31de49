// Drives one of Auth0's SDKs for Node against a server, and prints what came of each step as a line
// NAME JSON. Auth0NodeSdkTest looks at the lines.
//
// environment: SDK (7 or 4), PLAIN (1: plain HTTP, which the SDKs forbid), and with the domains and
// tokens to use: DOMAIN, IDLE_DOMAIN (a server that runs no imports), TOKEN, READING_TOKEN
import { createReadStream, writeFileSync } from "node:fs";

const { SDK, PLAIN, DOMAIN, IDLE_DOMAIN, TOKEN, READING_TOKEN } = process.env;
const { ManagementClient } = await import(`auth0-${SDK}`);

/** One way to call both SDKs; answers are bodies. */
function client(domain, token) {
  const fetchPlain = (url, init) => fetch(String(url).replace(/^https:/, "http:"), init);
  const auth0 = new ManagementClient({
    domain,
    token,
    maxRetries: 0,
    retry: { enabled: false },
    ...(PLAIN === "1" ? { fetch: fetchPlain } : {}),
  });
  return SDK === "7"
    ? {
        start: (request) => auth0.jobs.usersImports.create(request),
        get: (id) => auth0.jobs.get(id),
        errors: (id) => auth0.jobs.errors.get(id),
        connections: async () => (await auth0.connections.list({ name: "default" })).data,
        clients: async (id) => (await auth0.connections.clients.get(id)).data,
      }
    : {
        start: async (request) => (await auth0.jobs.importUsers(request)).data,
        get: async (id) => (await auth0.jobs.get({ id })).data,
        errors: async (id) => (await auth0.jobs.getErrors({ id })).data,
        connections: async () => (await auth0.connections.getAll({ name: "default" })).data,
        clients: async (id) => (await auth0.connections.getEnabledClients({ id })).data.clients,
      };
}

function print(name, value) {
  console.log(`${name} ${JSON.stringify(value === undefined ? null : value)}`);
}

async function refusal(name, call) {
  try {
    print(name, { unexpected: await call() });
  } catch (e) {
    print(name, {
      name: e.constructor.name,
      statusCode: e.statusCode,
      errorCode: e.errorCode ?? e.body?.errorCode,
      message: e.body?.message ?? e.msg ?? e.message,
    });
  }
}

const auth0 = client(DOMAIN, TOKEN);
const file = (text, name = "users.json") => new File([text], name, { type: "application/json" });
const users = (...emails) => JSON.stringify(emails.map((email) => ({ email })));

async function ended(started) {
  let job;
  do {
    job = await auth0.get(started.id);
  } while (job.status === "pending" || job.status === "processing");
  return job;
}

const [connection] = await auth0.connections();
print("connection", connection);
print("clients", await auth0.clients(connection.id));
const connection_id = connection.id;

const started = await auth0.start({
  users: file(users("a@example.com", "nobody")),
  connection_id,
  external_id: "my-import",
  send_completion_email: false,
});
print("started", started);
const job = await ended(started);
print("ended", job);
print("errors", await auth0.errors(job.id));

const upserted = await ended(
  await auth0.start({ users: file(users("a@example.com")), connection_id, upsert: true }),
);
print("upserted", upserted);
print("noErrors", await auth0.errors(upserted.id));

const failed = await ended(await auth0.start({ users: file("Name;Email"), connection_id }));
print("failed", failed);
print("failedErrors", await auth0.errors(failed.id));

writeFileSync("users.json", users("stream@example.com"));
const forms = {
  stream: () => (SDK === "7" ? createReadStream("users.json") : new Blob([users("stream@example.com")])),
  text: () => (SDK === "7" ? Buffer.from(users("text@example.com")) : users("text@example.com")),
  blob: () => new Blob([users("blob@example.com")], { type: "text/json" }),
};
if (SDK === "7") {
  forms.named = () => ({ path: "users.json", filename: "other.json", contentType: "text/plain" });
}
for (const [name, form] of Object.entries(forms)) {
  const sent = await ended(await auth0.start({ users: form(), connection_id, upsert: true }));
  print(`form-${name}`, sent.summary);
}

const start = (from, request) => () => from.start({ users: file("[]"), connection_id, ...request });
await refusal("badRequest", start(auth0, { connection_id: "default" }));
await refusal("noConnection", start(auth0, { connection_id: "con_0000000000000000" }));
await refusal("empty", start(auth0, { users: file("") }));
await refusal("unauthorized", start(client(DOMAIN, "nothing"), {}));
await refusal("forbidden", start(client(DOMAIN, READING_TOKEN), {}));
await refusal("tooLarge", start(auth0, { users: file("[]" + " ".repeat(511_999)) }));
await refusal("muchTooLarge", start(auth0, { users: file("[]" + " ".repeat(5_000_000)) }));
await refusal("noJob", () => auth0.get("job_0000000000000000"));
await refusal("noJobsErrors", () => auth0.errors("job_0000000000000000"));

const idle = client(IDLE_DOMAIN, TOKEN);
const [elsewhere] = await idle.connections();
const waiting = start(idle, { connection_id: elsewhere.id });
print("waiting", [(await waiting()).status, (await waiting()).status]);
await refusal("tooMany", waiting);
