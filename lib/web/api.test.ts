import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem, asProblem, read, write } from "./api.ts";

let calls: { url: string; init: RequestInit }[];

function answerWith(answer: Response | Error): void {
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    calls.push({ url, init });
    if (answer instanceof Error) throw answer;
    return answer;
  });
}

async function refusal(promise: Promise<unknown>): Promise<ApiProblem> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ApiProblem)) throw new Error(`expected an ApiProblem, got ${String(thrown)}`);
  return thrown;
}

beforeEach(() => {
  calls = [];
});
afterEach(() => vi.unstubAllGlobals());

describe("read", () => {
  it("leaves empty questions out of the address and repeats lists", async () => {
    answerWith(Response.json({ items: [] }));
    await read("/people", { q: "", kind: undefined, none: null, limit: 5, team: ["a", "b"], open: false });
    expect(calls[0]?.url).toBe("/api/v1/people?limit=5&team=a&team=b&open=false");
  });

  it("escapes what was typed", async () => {
    answerWith(Response.json({ items: [] }));
    await read("/people", { q: "a&b=ü" });
    expect(new URL(calls[0]?.url ?? "", "http://x").searchParams.get("q")).toBe("a&b=ü");
  });

  it("lets the caller's own abort pass, and calls everything else lost", async () => {
    const stop = new AbortController();
    stop.abort();
    answerWith(new DOMException("stopped", "AbortError"));
    await expect(read("/people", {}, stop.signal)).rejects.toThrow("stopped");
    answerWith(new TypeError("Failed to fetch"));
    expect(await refusal(read("/people"))).toMatchObject({ kind: "lost", status: 0 });
  });
});

describe("write", () => {
  it("sends JSON with the gesture as idempotency key", async () => {
    answerWith(new Response(null, { status: 204 }));
    expect(await write("PUT", "/asks/1/outcome", { outcome: "no" }, "gesture-1")).toBeUndefined();
    const headers = new Headers(calls[0]?.init.headers);
    expect(headers.get("idempotency-key")).toBe("gesture-1");
    expect(headers.get("content-type")).toBe("application/json");
    expect(calls[0]?.init.body).toBe('{"outcome":"no"}');
  });

  it("makes a new gesture each time when none is given", async () => {
    answerWith(new Response(null, { status: 204 }));
    await write("DELETE", "/asks/1");
    await write("DELETE", "/asks/1");
    const [a, b] = calls.map(({ init }) => new Headers(init.headers).get("idempotency-key"));
    expect(a).toMatch(/^[0-9a-f]{32}$/);
    expect(a).not.toBe(b);
  });

  it("leaves the content type of files to the browser", async () => {
    answerWith(new Response(null, { status: 204 }));
    const form = new FormData();
    form.set("file", new File(["a"], "a.csv"));
    await write("POST", "/imports", form);
    expect(calls[0]?.init.body).toBe(form);
    expect(new Headers(calls[0]?.init.headers).has("content-type")).toBe(false);
  });
});

describe("problems", () => {
  it.each([
    [
      json(422, { detail: "No such day.", field: "day", requestId: "r1" }),
      { kind: "invalid", field: "day", reason: "No such day.", requestId: "r1" },
    ],
    [json(401, { detail: "Sign in." }), { kind: "not-signed-in" }],
    [json(403, { detail: "Not yours." }), { kind: "not-allowed" }],
    [json(404, {}), { kind: "not-found" }],
    [json(409, {}), { kind: "conflict" }],
    [json(409, { facts: { rule: "resting", mayFrom: "2026-12-01" } }), { facts: { mayFrom: "2026-12-01" } }],
    [json(413, {}), { kind: "too-large" }],
    [json(429, {}), { kind: "too-many" }],
    [json(500, { detail: "Broke." }), { kind: "fault", reason: "Broke." }],
    [new Response("<html>Bad gateway</html>", { status: 502 }), { kind: "unavailable" }],
    [new Response("<html>Sign in to this Wi-Fi</html>", { status: 200 }), { kind: "fault", status: 200 }],
  ])("%# are told apart", async (answer, expected) => {
    answerWith(answer);
    const problem = await refusal(read("/x"));
    expect(problem).toMatchObject(expected);
    expect(problem.reason).not.toBe("");
  });

  it("never shows what was not meant for people", () => {
    expect(asProblem(new TypeError("x is undefined")).reason).not.toContain("undefined");
  });
});

function json(status: number, body: object): Response {
  return Response.json(body, { status });
}
