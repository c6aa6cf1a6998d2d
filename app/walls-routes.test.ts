import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "#demo/at-once.ts";
import { fillHouse } from "#demo/fill-house.ts";
import { sampleOf, type JsonSchema } from "#demo/samples.ts";
import { NOON, openTestHouse, type TestHouse } from "#demo/test-house.ts";

interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string; required?: boolean; schema: JsonSchema }[];
  body: JsonSchema | null;
  scope: string | null;
}

let t: TestHouse;
let operations: Operation[];
let definitions: Record<string, JsonSchema>;
let ids: string[];
let owner: pg.Client;
let now = NOON;

beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => now }, smtpUrl: "smtp://127.0.0.1:1" });
  await fillHouse(t);
  owner = new pg.Client({ connectionString: t.test.ownerUrl });
  await owner.connect();
  ids = await idsOf(t.cast.workspaceId, 4);
  const document = (await t.get("rep", "/openapi.json")).body;
  definitions = document.components?.schemas ?? {};
  operations = operationsIn(document);
});
afterAll(async () => {
  await owner?.end();
  await t?.close();
});

describe("walls between workspaces", () => {
  it("stand for every route of the document, whatever id of the other side a stranger names", async () => {
    const before = await rowsOf(t.cast.workspaceId);
    expect(before.size).toBeGreaterThan(15);
    const own = new Set(await idsOf(t.cast.stranger.workspaceId, 4));
    const foreign = ids.filter((id) => !own.has(id));
    const ofEachKind = (await idsOf(t.cast.workspaceId, 1)).filter((id) => !own.has(id));
    expect(ofEachKind.length).toBeGreaterThan(30);
    const guarded = operations.filter((each) => each.scope !== null);
    const leaks: string[] = [];
    const tried = new Set<Operation>();
    for (const operation of guarded) {
      // A minute for each of them, since a member may not write more often than so many times a minute.
      now = new Date(now.getTime() + 60_000);
      await atOnce(idsFor(operation, ofEachKind), async (id) => {
        const answer = await call("stranger", operation, id);
        if (answer.status !== 429) tried.add(operation);
        const said = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
        const shown = foreign.filter((each) => said.includes(each) && !(answer.status >= 400 && each === id));
        if (answer.status >= 500 || shown.length > 0)
          leaks.push(
            `${operation.method} ${operation.path} with ${id}: ${answer.status} ${said.slice(0, 200)}`,
          );
        const found = operation.path.includes("{") && answer.status < 300 && !isEmpty(answer.body);
        if (found)
          leaks.push(
            `${operation.method} ${operation.path} with ${id} answered ${answer.status}: ${said.slice(0, 200)}`,
          );
      });
    }
    expect(guarded.filter((each) => !tried.has(each))).toEqual([]);
    expect(leaks).toEqual([]);
    expect(changedTables(before, await rowsOf(t.cast.workspaceId))).toEqual([]);
  }, 600_000);

  it("open nothing at all to somebody without a session or key", async () => {
    const open: string[] = [];
    for (const operation of operations.filter((each) => each.scope !== null)) {
      const answer = await call(null, operation, ids[0]!);
      if (answer.status !== 401) open.push(`${operation.method} ${operation.path}: ${answer.status}`);
    }
    expect(open).toEqual([]);
  });

  it("let a key do no more than its scopes", async () => {
    const made = await t.post("leader", "/keys", { name: "Looks only", scopes: ["read"] });
    const open: string[] = [];
    for (const operation of operations.filter((each) => each.scope !== null && each.scope !== "read")) {
      const answer = await call(null, operation, ids[0]!, { authorization: `Bearer ${made.body.text}` });
      if (answer.status !== 403) open.push(`${operation.method} ${operation.path}: ${answer.status}`);
    }
    expect(open).toEqual([]);
  });
});

async function call(
  who: "stranger" | null,
  operation: Operation,
  id: string,
  headers: Record<string, string> = {},
) {
  const path = operation.path.replaceAll(/\{\w+\}/g, id);
  const query = new URLSearchParams();
  for (const parameter of operation.parameters.filter((each) => each.in === "query")) {
    if (parameter.name === "cursor") continue;
    if (parameter.required || mentionsId(parameter.schema))
      query.set(parameter.name, String(sampleOf(parameter.schema, definitions, id)));
  }
  const body = operation.body ? sampleOf(operation.body, definitions, id) : undefined;
  const address = path.replace("/api/v1", "") + (query.size > 0 ? `?${query}` : "");
  return t.as(who, operation.method, address, body, headers);
}

/** Routes that name no id need one call; the others are tried with an id of every kind that the other side has. */
function idsFor(operation: Operation, ofEachKind: string[]): string[] {
  const named =
    operation.path.includes("{") ||
    operation.parameters.some((each) => mentionsId(each.schema)) ||
    mentionsId(operation.body ?? {});
  return named ? ofEachKind : ofEachKind.slice(0, 1);
}

function mentionsId(schema: JsonSchema): boolean {
  return (
    JSON.stringify(schema).includes('"uuid"') ||
    Object.values(schema.properties ?? {}).some((field) => field.$ref !== undefined)
  );
}

function isEmpty(body: unknown): boolean {
  if (body === "" || body === null || body === undefined) return true;
  if (Array.isArray(body)) return body.length === 0;
  if (typeof body !== "object") return false;
  return Object.values(body).every(
    (value) => value === null || (Array.isArray(value) ? value.length === 0 : false),
  );
}

interface Described {
  parameters?: Operation["parameters"];
  requestBody?: { content?: Record<string, { schema?: JsonSchema }> };
  security?: { key?: string[] }[];
}

function operationsIn(document: { paths: Record<string, Record<string, Described>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content?.["application/json"]?.schema ?? null,
      scope: operation.security?.[0]?.key?.[0] ?? null,
    })),
  );
}

async function tablesWithWall(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1",
  );
  return rows.map((row) => row.name);
}

async function rowsOf(workspaceId: string): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const table of await tablesWithWall()) {
    const { rows } = await owner.query(
      `select to_jsonb(t)::text as row from "${table}" t where workspace_id = $1 order by 1`,
      [workspaceId],
    );
    // Keys note the day they were last used; that is the stranger's own doing only for their own.
    if (rows.length > 0) seen.set(table, rows.map((row) => row.row).join("\n"));
  }
  return seen;
}

/** So many of each table at most, and the workspace's own. */
async function idsOf(workspaceId: string, most: number): Promise<string[]> {
  const found = new Set<string>([workspaceId]);
  for (const [table, rows] of await rowsOf(workspaceId)) {
    if (["journal", "journal_concern", "tally", "idempotency_key"].includes(table)) continue;
    let perTable = 0;
    for (const match of rows.matchAll(/"id": "([0-9a-f-]{36})"/g)) {
      if (perTable < most) found.add(match[1]!);
      perTable += 1;
    }
  }
  return [...found];
}

function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (table) => before.get(table) !== after.get(table),
  );
}
