import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "#demo/at-once.ts";
import { fillHouse, type Filled } from "#demo/fill-house.ts";
import { sampleOf, type JsonSchema } from "#demo/samples.ts";
import { NOON, openTestHouse, type TestHouse } from "#demo/test-house.ts";

interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string; schema: JsonSchema }[];
  body: JsonSchema | null;
}

/** What people, programs and mischief put where something else is meant. */
const ODD: unknown[] = [
  null,
  "",
  " ",
  "x".repeat(70_000),
  "a\u0001b",
  "\u202e\u200b",
  "😀é",
  "%_\\'\";--",
  "../../etc/passwd",
  "{}",
  "-1",
  "1e400",
  "9999-12-31",
  "0000-01-01",
  "2026-02-30",
  "10000-01-01",
  "-0001-01-01",
  "infinity",
  "24:00",
  "99:99",
  "Europe/Nowhere",
  "ZZZ",
  "00000000-0000-0000-0000-000000000000",
  "01a1ee19-5500-75e0-9e2e-803e6a31bc1f",
  0,
  -1,
  1.5,
  2_147_483_648,
  9_007_199_254_740_991,
  1e308,
  true,
  [],
  [null],
  Array.from({ length: 3000 }, (_, n) => `n${n}`),
  {},
  { a: { b: [1] } },
];

let t: TestHouse;
let operations: Operation[];
let definitions: Record<string, JsonSchema>;
let filled: Filled;
let now = NOON;
beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => now } });
  filled = await fillHouse(t);
  const document = (await t.get("rep", "/openapi.json")).body;
  definitions = document.components.schemas;
  operations = Object.entries<Record<string, never>>(document.paths).flatMap(([path, methods]) =>
    Object.entries<{
      parameters?: Operation["parameters"];
      requestBody?: { content: Record<string, { schema: JsonSchema }> };
    }>(methods)
      // These end the sessions and the house that the others need.
      .filter(() => !/\/(sign-in|workspace|jobs)\b/.test(path))
      .map(([method, each]) => ({
        method: method.toUpperCase(),
        path: path.replace("/api/v1", ""),
        parameters: each.parameters ?? [],
        body: each.requestBody?.content["application/json"]?.schema ?? null,
      })),
  );
  // What takes things away comes last.
  operations.sort((a, b) => Number(a.method === "DELETE") - Number(b.method === "DELETE"));
});
afterAll(() => t?.close());

/** The id that a place means, by its name or by the collection it stands in; one of the story, so that the request goes deep. */
function idFor(name: string): string {
  const { cast } = t;
  const known: [RegExp, string][] = [
    [/^clients$/, filled.idealClient],
    [/^reasons$/, filled.reason],
    [/^targets?$/, filled.target],
    [/contact/i, filled.contact],
    [/source|person|people|colleague|of$/i, filled.source],
    [/account/i, filled.client],
    [/ask/i, filled.ask],
    [/referral/i, filled.referral],
    [/meeting/i, filled.meeting],
    [/deal/i, filled.deal],
    [/member|holder|manager/i, cast.rep],
    [/team/i, cast.teams.north],
  ];
  return known.find(([like]) => like.test(name))?.[1] ?? cast.colleague;
}

/** A body that is as it should be, each id in it one of its kind. */
function wholeBody(schema: JsonSchema): Record<string, unknown> {
  const sample = sampleOf(schema, definitions, filled.source) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [name, value === filled.source ? idFor(name) : value]),
  );
}

/** One request for each place of an operation and each odd value, everything else as it should be. */
function* requestsOf(operation: Operation): Generator<{ path: string; body: unknown }> {
  const inPath = operation.path.replaceAll(/(\w+)\/\{(\w+)\}/g, (_all, collection, name) => {
    return `${collection}/${idFor(name === "id" ? collection : name)}`;
  });
  const whole = operation.body ? wholeBody(operation.body) : undefined;
  const queries = operation.parameters.filter((each) => each.in === "query");
  const query = new URLSearchParams();
  for (const { name, schema } of queries)
    if (name !== "cursor") query.set(name, String(sampleOf(schema, definitions, idFor(name))));
  const address = (changed: URLSearchParams) => `${inPath}${changed.size > 0 ? `?${changed}` : ""}`;
  for (const odd of ODD) {
    if (operation.body) yield { path: address(query), body: odd };
    for (const field of Object.keys(whole ?? {}))
      yield { path: address(query), body: { ...whole, [field]: odd } };
    const text = typeof odd === "string" ? odd : JSON.stringify(odd);
    for (const { name } of queries) {
      const changed = new URLSearchParams(query);
      changed.set(name, text.slice(0, 4000));
      yield { path: address(changed), body: whole };
    }
    if (operation.path.includes("{")) {
      yield {
        path: operation.path.replaceAll(/\{\w+\}/g, encodeURIComponent(text.slice(0, 200)) || "x"),
        body: whole,
      };
    }
  }
}

describe("odd input", () => {
  it("is answered by every route with a problem or a result, never with a fault", async () => {
    const faults = new Map<string, string>();
    let sent = 0;
    let carriedOut = 0;
    let turnedAway = 0;
    for (const operation of operations) {
      // A minute for each of them, since a member may not write more often than so many times a minute.
      now = new Date(now.getTime() + 60_000);
      await atOnce(requestsOf(operation), async ({ path, body }) => {
        sent += 1;
        const { status, body: said } = await t.as(
          "leader",
          operation.method,
          path,
          body === null ? "null" : body,
          { "content-type": "application/json" },
        );
        if (status < 300) carriedOut += 1;
        if (status === 429) turnedAway += 1;
        if (status !== 500) return;
        const where = `${operation.method} ${operation.path} ${status}`;
        if (!faults.has(where))
          faults.set(
            where,
            `${where}: ${path.slice(0, 120)} ${JSON.stringify(body)?.slice(0, 200)} → ${JSON.stringify(said).slice(0, 150)}`,
          );
      });
    }
    expect(sent).toBeGreaterThan(5_000);
    // A good part went all the way: a value that was odd in one place and fine in another.
    expect(carriedOut).toBeGreaterThan(500);
    // Some routes have a limit of their own.
    expect(turnedAway).toBeLessThan(200);
    expect([...faults.values()]).toEqual([]);
    expect(await t.mistakes()).toEqual([]);
  }, 600_000);
});
