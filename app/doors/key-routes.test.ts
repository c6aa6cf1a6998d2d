import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const withKey = (key: string, method: string, path: string, body?: unknown) =>
  t.as(null, method, path, body, { authorization: `Bearer ${key}` });

describe("API keys", () => {
  it("opens as the member who made it, only for its scopes, and not after it was withdrawn", async () => {
    const made = await t.post("rep", "/keys", { name: "Reporting", scopes: ["read"] });
    expect(made.status).toBe(201);
    const key = made.body.text as string;
    expect((await withKey(key, "GET", "/accounts")).status).toBe(200);
    const refused = await withKey(key, "POST", "/accounts", { name: "X" });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('"write"');
    expect((await t.del("rep", `/keys/${made.body.id}`)).status).toBe(204);
    expect((await withKey(key, "GET", "/accounts")).status).toBe(401);
  });

  it("is kept as a hash, shown once, and not shown again to a repeated request", async () => {
    const body = { name: "Once", scopes: ["read"] };
    const first = await t.as("rep", "POST", "/keys", body, { "idempotency-key": "make-1" });
    const again = await t.as("rep", "POST", "/keys", body, { "idempotency-key": "make-1" });
    expect([first.status, again.status]).toEqual([201, 409]);
    expect(JSON.stringify((await t.get("rep", "/keys")).body)).not.toContain(first.body.text.slice(-43));
  });

  it("hands out no more than it has, and nothing that is no scope", async () => {
    const admin = await t.post("rep", "/keys", { name: "Admin", scopes: ["read", "admin"] });
    const more = await withKey(admin.body.text, "POST", "/keys", { name: "More", scopes: ["write"] });
    expect(more.status).toBe(403);
    expect((await t.post("rep", "/keys", { name: "None", scopes: [] })).status).toBe(422);
    expect((await t.post("rep", "/keys", { name: "Odd", scopes: ["root"] })).status).toBe(422);
  });

  it("stays in its own drawer: a colleague does not see it, a leader does, a stranger never", async () => {
    const made = await t.post("rep", "/keys", { name: "Mine", scopes: ["read"] });
    const ids = async (who: "colleague" | "leader" | "stranger") =>
      (await t.get(who, "/keys")).body.items.map((each: { id: string }) => each.id);
    expect(await ids("colleague")).not.toContain(made.body.id);
    expect(await ids("leader")).toContain(made.body.id);
    expect(await ids("stranger")).not.toContain(made.body.id);
    expect((await t.del("colleague", `/keys/${made.body.id}`)).status).toBe(404);
    expect((await t.del("stranger", `/keys/${made.body.id}`)).status).toBe(404);
  });

  it.each([
    "",
    "askwell_",
    "x".repeat(120),
    "askwell_00000000000000000000000000000000_00000000000000000000000000000000_" + "a".repeat(43),
  ])("does not open for %j", async (key) => {
    expect((await withKey(key, "GET", "/accounts")).status).toBe(401);
  });

  it("ends on its day", async () => {
    const made = await t.post("rep", "/keys", { name: "Week", scopes: ["read"], days: 7 });
    expect(made.body.expiresAt).toBe("2026-11-25T10:00:00.000Z");
  });
});
