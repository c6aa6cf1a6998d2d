import { request as send } from "node:http";
import { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Clock } from "#lib/kernel/clock.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, Problem } from "#lib/kernel/problem.ts";
import { openDatabase, type Database, type Tx } from "#lib/storage/database.ts";
import { SERVER_ROLE } from "#lib/storage/migrate.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { createApi, told, z, type Api, type Doorkeeper } from "./api.ts";
import { frontMatter, stand } from "./front.ts";
import { securityHeaders } from "./guard.ts";
import { healthRoutes } from "./health.ts";
import { listen, type Listening } from "./listen.ts";
import { countOne, forgive, isUsedUp } from "./rate.ts";

const noon = new Date("2026-11-18T10:00:00Z");
const workspaceId = newId(noon);
const memberId = newId(noon);
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(8);
});
afterAll(() => test?.drop());

/** Lets in whoever says how: `x-via: session` or `key`, with these scopes; as one member of one workspace. */
const doorkeeper: Doorkeeper = {
  identify: async (request) => {
    const via = request.headers.get("x-via");
    if (via !== "session" && via !== "key") return null;
    const scopes = (request.headers.get("x-scopes") ?? "read write").split(" ") as never;
    return { workspaceId, memberId: request.headers.get("x-member") ?? memberId, via, scopes };
  },
  actorOf: async (_tx, identity) => ({ member: { id: identity.memberId } }) as Actor,
};

interface Door {
  api: Api;
  logged: Record<string, unknown>[];
  clock: Clock & { move(seconds: number): void };
  ask: (method: string, path: string, options?: Asked) => Promise<Answer>;
}
interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
}
interface Answer {
  status: number;
  headers: Headers;
  body: { count: number; detail: string; requestId: string; secret: string };
}

/** A house with a handful of rooms of its own, on the test's database or through another door to it. */
function openDoor(database: Database = test.database): Door {
  let at = noon.getTime();
  const clock = { now: () => new Date(at), move: (seconds: number) => void (at += seconds * 1000) };
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    {},
    new Writable({
      write(line, _coding, done) {
        logged.push(JSON.parse(String(line)));
        done();
      },
    }),
  );
  const api = createApi({ database, clock, doorkeeper, checkAnswers: true });
  stand(api.hono, log);
  api.hono.use(frontMatter(log));
  api.hono.use(securityHeaders({ https: true }));
  healthRoutes(api.hono, database, new URL("../../migrations", import.meta.url).pathname);
  rooms(api);
  return {
    api,
    logged,
    clock,
    async ask(method, path, { body, headers = {} } = {}) {
      const host = "askwell.test";
      const isText = typeof body === "string" || body instanceof ReadableStream;
      const answer = await api.hono.request(`https://${host}${path}`, {
        method,
        headers: {
          host,
          "x-via": "key",
          ...(body === undefined || isText ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
        ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
      });
      const text = await answer.text();
      const isJson = /json/.test(answer.headers.get("content-type") ?? "");
      return {
        status: answer.status,
        headers: answer.headers,
        body: isJson && text ? JSON.parse(text) : text,
      };
    },
  };
}

const answer = z.object({ count: z.int() });
const param = z.object({ id: z.string() });

function rooms(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/things",
      summary: "Counted.",
      scope: "read",
      query: z.object({ of: z.string().optional() }),
      answer,
    },
    async ({ tx }) => ({
      count: await countOf(tx),
    }),
  );
  api.route(
    {
      method: "post",
      path: "/things",
      summary: "One more.",
      scope: "write",
      body: z.strictObject({
        note: z.string().max(2_000_000).optional(),
        fails: z.boolean().optional(),
        slow: z.number().optional(),
      }),
      answer,
      status: 201,
    },
    async ({ tx, body }) => {
      const count = await oneMore(tx);
      if (body.slow) await sql`select pg_sleep(${body.slow})`.execute(tx.tables());
      if (body.fails) throw conflict("not like that");
      return { count };
    },
  );
  api.route(
    {
      method: "put",
      path: "/things/{id}",
      summary: "Says its status.",
      scope: "write",
      params: param,
      body: z.object({}),
      answer,
      status: 201,
      orStatus: 200,
    },
    async ({ params }) => told(params.id === "new" ? 201 : 200, { count: 0 }),
  );
  api.route(
    { method: "delete", path: "/things/{id}", summary: "Nothing to say.", scope: "write", params: param },
    async ({ tx }) => void (await oneMore(tx)),
  );
  api.route(
    {
      method: "post",
      path: "/secrets",
      summary: "Shown once.",
      scope: "admin",
      body: z.object({}),
      answer: z.object({ secret: z.string() }),
      secret: true,
    },
    async ({ tx }) => ({
      secret: `open sesame ${await oneMore(tx)}`,
    }),
  );
  api.route({ method: "get", path: "/broken", summary: "A fault.", scope: "read", answer }, async () => {
    throw new Error("the password is swordfish");
  });
  api.route(
    { method: "get", path: "/misfit", summary: "An answer unlike its schema.", scope: "read", answer },
    async () => ({ count: "many" as never }),
  );
  api.route(
    { method: "get", path: "/closed", summary: "A problem to wait out.", scope: "read", answer },
    async () => {
      throw new Problem("unavailable", "come back");
    },
  );
  api.open(
    {
      method: "post",
      path: "/sign-in/guess",
      summary: "Open to all.",
      body: z.object({ word: z.string() }),
      answer: z.object({ word: z.string() }),
    },
    async ({ body }) => body,
  );
}

async function oneMore(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    insert into tally as t values (${tx.workspaceId}, ${tx.workspaceId}, '2026-11-16', 'things', '', 1, 0)
    on conflict (workspace_id, scope_id, week, measure, currency) do update set count = t.count + 1 returning count`.execute(
    tx.tables(),
  );
  return rows[0]!.count;
}

async function countOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select coalesce(sum(count), 0)::bigint as count from tally`.execute(tx.tables());
  return rows[0]!.count;
}

const counted = () => test.database.read(workspaceId, countOf);
const things = "/api/v1/things";

const keyed = (key: string) => ({ headers: { "idempotency-key": key } });

describe("a write with an Idempotency-Key", () => {
  it("sent many times at once is done once, and all get the same answer", async () => {
    const { ask } = openDoor();
    const before = await counted();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => ask("POST", things, { body: { slow: 0.05 }, ...keyed("at-once") })),
    );
    expect(new Set(answers.map((each) => `${each.status} ${JSON.stringify(each.body)}`))).toEqual(
      new Set([`201 {"count":${before + 1}}`]),
    );
    expect(await counted()).toBe(before + 1);
  });

  it("is done by one of two servers, and the other knows", async () => {
    const second = await openDatabase({ url: test.ownerUrl, role: SERVER_ROLE, connections: 4 });
    const [one, two] = [openDoor(), openDoor(second)];
    const before = await counted();
    const answers = await Promise.all(
      [one, two, one, two].map((each) =>
        each.ask("POST", things, { body: { slow: 0.05 }, ...keyed("two-servers") }),
      ),
    );
    expect(answers.map((each) => each.body)).toEqual(
      Array.from({ length: 4 }, () => ({ count: before + 1 })),
    );
    await second.close();
  });

  it("whose first try was rolled back, is done by the next", async () => {
    const { ask } = openDoor();
    const before = await counted();
    const [failing, waiting] = await Promise.all([
      ask("POST", things, { body: { fails: true, slow: 0.1 }, ...keyed("again") }),
      sleep(40).then(() => ask("POST", things, { body: { fails: true, slow: 0.1 }, ...keyed("again") })),
    ]);
    expect([failing.status, waiting.status]).toEqual([409, 409]);
    expect(await counted()).toBe(before);
    expect((await ask("POST", things, { body: {}, ...keyed("again") })).body).toEqual({ count: before + 1 });
  });

  it("repeats the status that was told, and an answer without words", async () => {
    const { ask } = openDoor();
    const put = () => ask("PUT", `${things}/new`, { body: {}, ...keyed("put") });
    expect([(await put()).status, (await put()).status]).toEqual([201, 201]);
    const before = await counted();
    const remove = () => ask("DELETE", `${things}/1`, keyed("remove"));
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
    expect(await counted()).toBe(before + 1);
  });

  it.each([
    ["another body", "POST", things, { body: { note: "other" } }],
    ["another address", "PUT", `${things}/x`, { body: {} }],
    ["another query", "POST", `${things}?of=y`, { body: {} }],
  ])("is refused for %s", async (what, method, path, options) => {
    const { ask } = openDoor();
    await ask("POST", things, { body: {}, ...keyed(what.replace(" ", "-")) });
    const other = await ask(method, path, { ...options, ...keyed(what.replace(" ", "-")) });
    expect(other).toMatchObject({
      status: 409,
      body: { kind: "conflict", detail: expect.stringContaining("use a new one") },
    });
  });

  it("belongs to its member", async () => {
    const { ask } = openDoor();
    const before = await counted();
    for (const member of [newId(noon), newId(noon)]) {
      await ask("POST", things, { body: {}, headers: { "idempotency-key": "shared", "x-member": member } });
    }
    expect(await counted()).toBe(before + 2);
  });

  it("never shows a secret a second time", async () => {
    const { ask } = openDoor();
    const make = () =>
      ask("POST", "/api/v1/secrets", { body: {}, headers: { "idempotency-key": "s", "x-scopes": "admin" } });
    expect((await make()).body.secret).toContain("sesame");
    expect(await make()).toMatchObject({ status: 409 });
    expect(await keysLike("s")).toEqual([{ answer: null }]);
  });

  it.each(["x".repeat(201), "with space", "ümlaut"])("is refused when it is %j", async (key) => {
    expect(
      (await openDoor().ask("POST", things, { body: {}, headers: { "idempotency-key": encodeLatin(key) } }))
        .status,
    ).toBe(422);
  });

  it("is forgotten after two days, in passing", async () => {
    const { ask, clock } = openDoor();
    for (const n of [1, 2]) await ask("POST", things, { body: {}, ...keyed(`old-${n}`) });
    clock.move(47 * 3600);
    await ask("POST", things, { body: {}, ...keyed("later") });
    expect(await keysLike("old%")).toHaveLength(2);
    clock.move(2 * 3600);
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8])
      await ask("POST", things, { body: {}, ...keyed(`much-later-${n}`) });
    expect(await keysLike("old%")).toEqual([]);
  });
});

describe("a write that may be late", () => {
  it("is taken from whoever wrote it, and refused when somebody else is signed in", async () => {
    const { ask } = openDoor();
    expect(await ask("POST", things, { body: {}, ...writtenBy(memberId, "mine") })).toMatchObject({
      status: 201,
    });
    const refused = await ask("POST", things, { body: {}, ...writtenBy(newId(noon), "theirs") });
    expect(refused).toMatchObject({
      status: 409,
      body: { kind: "conflict", facts: { writtenBy: "another" } },
    });
    expect(await keysLike("theirs")).toEqual([]);
  });

  it("is known again for 35 days", async () => {
    const { ask, clock } = openDoor();
    const late = writtenBy(memberId, "late-1");
    const first = await ask("POST", things, { body: {}, ...late });
    clock.move(34 * 86_400);
    for (const n of [1, 2, 3, 4]) await ask("POST", things, { body: {}, ...keyed(`between-${n}`) });
    expect(await ask("POST", things, { body: {}, ...late })).toMatchObject({
      status: 201,
      body: first.body,
    });
    clock.move(2 * 86_400);
    for (const n of [1, 2, 3, 4]) await ask("POST", things, { body: {}, ...keyed(`after-${n}`) });
    expect(await keysLike("late-%")).toEqual([]);
  });
});

function writtenBy(member: string, key: string) {
  return { headers: { "idempotency-key": key, "askwell-written-by": member } };
}

async function keysLike(pattern: string): Promise<unknown[]> {
  const { rows } = await test.database.read(workspaceId, (tx) =>
    sql`select answer from idempotency_key where key like ${pattern}`.execute(tx.tables()),
  );
  return rows;
}

/** What a header may carry at most. */
function encodeLatin(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

const at = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

describe("counting guesses", () => {
  it("is shared by two servers, ends with its window, and is taken back by a right one", async () => {
    const second = await openDatabase({ url: test.ownerUrl, role: SERVER_ROLE, connections: 2 });
    const limit = { of: "guess of a@b.example", most: 5, seconds: 60 };
    for (let n = 0; n < 5; n += 1) await countOne(n % 2 ? second : test.database, limit, at(n));
    expect(await isUsedUp(second, limit, at(5))).toBe(true);
    await expect(countOne(second, limit, at(5))).rejects.toMatchObject({ kind: "too-many" });
    await expect(countOne(test.database, limit, at(59))).rejects.toMatchObject({ kind: "too-many" });
    await countOne(test.database, { ...limit, of: "guess of c@d.example" }, at(59));
    expect(await isUsedUp(second, limit, at(61))).toBe(false);
    await countOne(second, limit, at(61));
    for (let n = 0; n < 4; n += 1) await countOne(test.database, limit, at(62));
    await forgive(second, limit);
    expect(await isUsedUp(test.database, limit, at(63))).toBe(false);
    await second.close();
  });

  it("counts every one of many at once", async () => {
    const limit = { of: "a flood", most: 20, seconds: 60 };
    const done = await Promise.allSettled(
      Array.from({ length: 50 }, () => countOne(test.database, limit, noon)),
    );
    expect(done.filter((each) => each.status === "fulfilled")).toHaveLength(20);
  });

  it("keeps what is counted as a hash, and forgets closed windows in passing", async () => {
    const later = new Date(noon.getTime() + 3_600_000);
    await countOne(test.database, { of: "somebody@x.example", most: 5, seconds: 1 }, noon);
    const keys = async () =>
      (
        await sql<{ key: string }>`select key from rate_window where closes < ${later}`.execute(
          test.database.outside(),
        )
      ).rows;
    expect(JSON.stringify(await keys())).not.toContain("somebody");
    for (let n = 0; n < 40; n += 1)
      await countOne(test.database, { of: `new ${n}`, most: 5, seconds: 60 }, later);
    expect(await keys()).toEqual([]);
  });

  it("holds one member's writes to a measure", async () => {
    const { ask } = openDoor();
    const spammer = newId(noon);
    await sql`select 1`.execute(test.database.outside());
    for (let n = 0; n < 3; n += 1) await ask("POST", things, { body: {}, headers: { "x-member": spammer } });
    await sql`update rate_window set hits = 6000 where hits = 3`.execute(test.database.outside());
    const refused = await ask("POST", things, { body: {}, headers: { "x-member": spammer } });
    expect(refused).toMatchObject({ status: 429, body: { kind: "too-many" } });
    expect(refused.headers.get("retry-after")).toBe("60");
    expect((await ask("POST", things, { body: {} })).status).toBe(201);
    expect((await ask("GET", things, { headers: { "x-member": spammer } })).status).toBe(200);
  });
});

type Case = [what: string, method: string, path: string, status: number, asked: Asked];
const answers: Case[] = [
  ["a list", "GET", things, 200, {}],
  ["a write", "POST", things, 201, { body: {} }],
  ["nothing to say", "DELETE", `${things}/1`, 204, {}],
  ["health", "GET", "/healthz", 200, {}],
  ["readiness", "GET", "/readyz", 200, {}],
];
const problems: Case[] = [
  ["an unknown address", "GET", "/api/v1/nowhere", 404, {}],
  ["an address that is none", "GET", "/api/v1/%ff%00", 404, {}],
  ["a wrong method", "DELETE", things, 404, {}],
  ["a wrong body", "POST", things, 422, { body: { note: 1 } }],
  ["a fault", "GET", "/api/v1/broken", 500, {}],
  ["a misfit", "GET", "/api/v1/misfit", 500, {}],
  ["nobody", "GET", things, 401, { headers: { "x-via": "" } }],
  ["a scope that is lacking", "POST", "/api/v1/secrets", 403, { body: {} }],
  ["something to wait out", "GET", "/api/v1/closed", 503, {}],
];

describe("every answer", () => {
  it.each([...answers, ...problems])(
    "carries the security headers and a request id: %s",
    async (_what, method, path, status, options) => {
      const { ask, logged } = openDoor();
      const { status: answered, headers } = await ask(method, path, options);
      expect(answered).toBe(status);
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';/);
      expect(headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
      expect(Object.fromEntries(headers)).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "x-frame-options": "DENY",
        "strict-transport-security": "max-age=31536000",
        "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(logged.filter((line) => line["msg"] === "answered")).toEqual([
        expect.objectContaining({
          requestId: headers.get("x-request-id"),
          status,
          method,
          ms: expect.any(Number),
        }),
      ]);
    },
  );

  it.each(problems)(
    "that is a problem says so in the form of RFC 9457: %s",
    async (_what, method, path, status, options) => {
      const { headers, body } = await openDoor().ask(method, path, options);
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(body).toEqual(
        expect.objectContaining({
          type: expect.stringMatching(/^urn:askwell:problem:/),
          title: expect.stringMatching(/./),
          status,
          detail: expect.stringMatching(/./),
          requestId: headers.get("x-request-id"),
        }),
      );
    },
  );

  it("says with which sign one enters", async () => {
    const { headers } = await openDoor().ask("GET", things, { headers: { "x-via": "" } });
    expect(headers.get("www-authenticate")).toBe("Bearer");
  });
});

describe("a fault", () => {
  it("is a number to ask about for them, and the whole of it in our log", async () => {
    const { ask, logged } = openDoor();
    const { body, status, headers } = await ask("GET", "/api/v1/broken");
    expect(status).toBe(500);
    expect(JSON.stringify([body, ...headers])).not.toMatch(/swordfish|front-door|at async/);
    expect(body.detail).toContain(body.requestId);
    const fault = logged.find((line) => line["msg"] === "fault");
    expect(fault).toMatchObject({
      requestId: body.requestId,
      err: { message: "the password is swordfish", stack: expect.any(String) },
    });
  });

  it("of the database behind it is something to wait out", async () => {
    const gone = await openDatabase({ url: test.ownerUrl, role: SERVER_ROLE, connections: 1 });
    await gone.close();
    const { ask, logged } = openDoor(gone);
    const { status, body } = await ask("GET", things);
    expect({ status, ...body }).toMatchObject({ status: 503, kind: "unavailable" });
    expect(body.detail).not.toContain("pool");
    expect(logged[0]).toMatchObject({
      requestId: body.requestId,
      msg: body.detail,
      err: { message: "Cannot use a pool after calling end on the pool" },
    });
    expect((await ask("GET", things)).headers.get("retry-after")).toBe("5");
    expect(await ask("POST", things, { body: {} })).toMatchObject({ status: 503 });
    expect(await ask("GET", "/readyz")).toMatchObject({ status: 503, body: { status: "not ready" } });
    expect((await ask("GET", "/healthz")).status).toBe(200);
  });
});

describe("a log line", () => {
  it("has no query, no body and no key in it", async () => {
    const { ask, logged } = openDoor();
    await ask("POST", `${things}?of=Secretname`, {
      body: { note: "Secretnote" },
      headers: { authorization: "Bearer Secretkey" },
    });
    expect(logged).toHaveLength(1);
    expect(JSON.stringify(logged)).not.toContain("Secret");
  });
});

const fromBrowser = (headers: Record<string, string>) => ({
  body: "{}",
  headers: { "x-via": "session", ...headers },
});

describe("another site", () => {
  const foreign = {
    status: 403,
    body: { kind: "not-allowed", detail: expect.stringContaining("another site") },
  };
  it.each([
    ["says so itself", { "sec-fetch-site": "cross-site", "content-type": "application/json" }],
    ["is a neighbour", { "sec-fetch-site": "same-site", "content-type": "application/json" }],
    ["has another origin", { origin: "https://evil.test", "content-type": "application/json" }],
    ["hides its origin", { origin: "null", "content-type": "application/json" }],
    [
      "has our name as a beginning",
      { origin: "https://askwell.test.evil.test", "content-type": "application/json" },
    ],
    ["is at another port", { origin: "https://askwell.test:8443", "content-type": "application/json" }],
    ["sends a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["sends text", { "content-type": "text/plain;charset=UTF-8" }],
  ])("cannot write with a member's session: it %s", async (_how, headers) => {
    const { ask } = openDoor();
    const before = await counted();
    expect(await ask("POST", things, fromBrowser(headers))).toMatchObject(foreign);
    expect(
      await ask("POST", "/api/v1/sign-in/guess", { ...fromBrowser(headers), body: '{"word":"x"}' }),
    ).toMatchObject(foreign);
    expect(await counted()).toBe(before);
  });

  it.each([
    [
      "our own page",
      { origin: "https://askwell.test", "sec-fetch-site": "same-origin", "content-type": "application/json" },
    ],
    ["an older browser's own page", { origin: "https://askwell.test", "content-type": "application/json" }],
    ["the address bar", { "sec-fetch-site": "none", "content-type": "application/json" }],
  ])("is not %s", async (_what, headers) => {
    expect((await openDoor().ask("POST", things, fromBrowser(headers))).status).toBe(201);
  });

  it("does not matter to a program with a key, nor to a look", async () => {
    const { ask } = openDoor();
    const elsewhere = { origin: "https://other.test", "sec-fetch-site": "cross-site" };
    expect((await ask("POST", things, { body: {}, headers: elsewhere })).status).toBe(201);
    expect((await ask("GET", things, { headers: { "x-via": "session", ...elsewhere } })).status).toBe(200);
  });
});

describe("a body", () => {
  it.each([
    ["not JSON", "{", 422, "not JSON"],
    ["JSON of another shape", "[]", 422, "must be an object"],
    ["null", "null", 422, "must be an object"],
    ["a field that there is not", '{"colour":"red"}', 422, "colour"],
    ["a wrong type", '{"note":7}', 422, "note"],
    ["a zero character", '{"note":"a\\u0000b"}', 422, "no text can hold"],
    ["half a character", '{"note":"a\\ud83d"}', 422, "no text can hold"],
    ["half a character in a name", '{"\\udc00":1}', 422, "no text can hold"],
  ])("that is %s is refused with a reason", async (_what, body, status, reason) => {
    const answer = await openDoor().ask("POST", things, { body });
    expect(answer).toMatchObject({
      status,
      body: { kind: "invalid", detail: expect.stringContaining(reason) },
    });
  });

  it.each([
    ["nothing at all", ""],
    ["a whole pair", '{"note":"\\ud83d\\ude00 \\u00e9 \\\\u0000"}'],
  ])("that is %s is taken", async (_what, body) => {
    expect((await openDoor().ask("POST", things, { body })).status).toBe(201);
  });

  it("of more than a megabyte is refused, told or not told how long it is", async () => {
    const { ask } = openDoor();
    const large = JSON.stringify({ note: "ä".repeat(600_000) });
    for (const headers of [{}, { "content-length": String(Buffer.byteLength(large)) }] as Record<
      string,
      string
    >[]) {
      const refused = await ask("POST", things, { body: large, headers });
      expect(refused).toMatchObject({
        status: 413,
        body: { kind: "too-large", detail: expect.stringContaining("1 MB") },
      });
    }
    expect((await ask("POST", things, { body: JSON.stringify({ note: "a".repeat(900_000) }) })).status).toBe(
      201,
    );
  });

  it("without end is cut off when it has grown too large", async () => {
    const { ask } = openDoor();
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    expect((await ask("POST", things, { body: endless })).status).toBe(413);
    expect(sent).toBeLessThan(2_000_000);
  });

  it("and a query or a path with a zero character are refused alike", async () => {
    const { ask } = openDoor();
    expect((await ask("GET", `${things}?of=a%00b`)).status).toBe(422);
    expect((await ask("DELETE", `${things}/a%00b`)).status).toBe(422);
  });
});

describe("over the wire", () => {
  const listening: Listening[] = [];
  afterEach(async () => {
    for (const each of listening.splice(0)) await each.close(100);
  });
  const serve = async (door: Door) => {
    const at = await listen(door.api.hono.fetch, 0, "127.0.0.1");
    listening.push(at);
    return at;
  };

  it("a body sent in pieces is refused at a megabyte, and the server goes on", async () => {
    const { port } = await serve(openDoor());
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = send(
        {
          port,
          host: "127.0.0.1",
          path: things,
          method: "POST",
          headers: { "x-via": "key", "transfer-encoding": "chunked" },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
          request.destroy();
        },
      );
      request.on("error", reject);
      const more = () => {
        while (request.writable && request.write(Buffer.alloc(100_000, " ")));
        request.once("drain", more);
      };
      more();
    });
    expect(status).toBe(413);
    const next = await fetch(`http://127.0.0.1:${port}${things}`, { headers: { "x-via": "key" } });
    expect(next.status).toBe(200);
  });

  it("closing lets a request in hand end and takes no new one", async () => {
    const door = openDoor();
    const at = await serve(door);
    const url = `http://127.0.0.1:${at.port}${things}`;
    const slow = fetch(url, {
      method: "POST",
      body: '{"slow":0.3}',
      headers: { "x-via": "key", "content-type": "application/json" },
    });
    await sleep(100);
    const closing = at.close();
    expect((await slow).status).toBe(201);
    await closing;
    await expect(fetch(url)).rejects.toThrow("fetch failed");
  });

  it("a port that is taken is a clear problem", async () => {
    const door = openDoor();
    const { port } = await serve(door);
    await expect(listen(door.api.hono.fetch, port, "127.0.0.1")).rejects.toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining(`port ${port}`),
    });
  });
});
