import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
let personId: string;
beforeAll(async () => {
  t = await openTestHouse();
  personId = (await t.post("rep", "/people", { fullName: "Nora Neu" })).body.id;
});
afterAll(() => t?.close());

const together = (paths: string[], who: "rep" | "stranger" | null = "rep"): Promise<Answer> =>
  t.as(who, "GET", `/reads?${paths.map((path) => `of=${encodeURIComponent(path)}`).join("&")}`);

describe("reading together", () => {
  it("answers each as if it were asked alone, in the order of the question", async () => {
    const paths = [`/people/${personId}`, "/me", "/people?limit=1", `/timeline?of=${personId}`];
    const { status, body } = await together(paths);
    expect(status).toBe(200);
    for (const [at, path] of paths.entries()) {
      expect(body.answers[at]).toEqual({ status: 200, body: (await t.get("rep", path)).body });
    }
  });

  it("tells each refusal in its place, and shows a stranger nothing", async () => {
    const { body } = await together([`/people/${personId}`, "/me", "/people?limit=1000"], "stranger");
    expect(body.answers.map((each: Answer) => each.status)).toEqual([404, 200, 422]);
    expect(body.answers[0].body.kind).toBe("not-found");
    expect(JSON.stringify(body)).not.toContain("Nora");
  });

  it("lets nobody in who is not signed in, and no key beyond its scopes", async () => {
    expect((await together(["/me"], null)).status).toBe(401);
    const key = await t.post("leader", "/keys", { name: "reads only", scopes: ["read"] });
    const asked = await t.as(null, "GET", "/reads?of=/imports&of=/keys", undefined, {
      authorization: `Bearer ${key.body.text ?? key.body.key}`,
    });
    const alone = await t.as(null, "GET", "/keys", undefined, {
      authorization: `Bearer ${key.body.text ?? key.body.key}`,
    });
    expect(asked.body.answers[1].status).toBe(alone.status);
    expect(alone.status).toBe(403);
  });

  it.each([
    "people",
    "//elsewhere.example/x",
    "/../../healthz",
    "/%2e%2e/%2e%2e/healthz",
    "http://elsewhere.example/",
  ])("refuses %s", async (path) => {
    const { status, body } = await together([path, "/me"]);
    expect(status === 422 || body.answers[0].status === 404).toBe(true);
  });

  it("reads neither itself nor what stands before the door", async () => {
    const { body } = await together(["/reads?of=/me", "/sign-in/first-visit", "/sign-in/sessions", "/me"]);
    expect(body.answers.map((each: Answer) => each.status)).toEqual([422, 422, 422, 200]);
  });

  it("takes thirty and no more", async () => {
    expect((await together(Array.from({ length: 30 }, () => "/me"))).body.answers).toHaveLength(30);
    expect((await together(Array.from({ length: 31 }, () => "/me"))).status).toBe(422);
  });
});
