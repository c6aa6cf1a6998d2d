import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readTogether } from "./together.ts";

let asked: string[];

/** A server that answers each path with `answer(path)`, alone or together. */
function answerWith(answer: (path: string) => { status: number; body: unknown }): void {
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push(url);
    init.signal?.throwIfAborted();
    const { pathname, search, searchParams } = new URL(url, "http://askwell.example");
    if (pathname === "/api/v1/reads")
      return Response.json({ answers: searchParams.getAll("of").map((path) => answer(path)) });
    const { status, body } = answer(pathname.replace("/api/v1", "") + search);
    return Response.json(body, { status });
  });
}

const echo = (path: string) => ({ status: 200, body: { path } });

beforeEach(() => {
  asked = [];
});
afterEach(() => vi.unstubAllGlobals());

describe("reading together", () => {
  it("asks once for what is wanted in the same moment, and gives each its own answer", async () => {
    answerWith(echo);
    const answers = await Promise.all([
      readTogether("/me"),
      readTogether("/people", { q: "Ana & Co", limit: 5 }),
      readTogether("/goals"),
    ]);
    expect(answers).toEqual([{ path: "/me" }, { path: "/people?q=Ana+%26+Co&limit=5" }, { path: "/goals" }]);
    expect(asked).toHaveLength(1);
  });

  it("asks for a single one at its own address", async () => {
    answerWith(echo);
    expect(await readTogether("/me")).toEqual({ path: "/me" });
    expect(asked).toEqual(["/api/v1/me"]);
  });

  it("tells the refusal of one to that one alone", async () => {
    answerWith((path) =>
      path === "/people/7" ? { status: 404, body: { detail: "no such person" } } : echo(path),
    );
    const [person, me] = await Promise.allSettled([readTogether("/people/7"), readTogether("/me")]);
    expect(person).toMatchObject({
      status: "rejected",
      reason: { kind: "not-found", reason: "no such person" },
    });
    expect(me).toMatchObject({ status: "fulfilled", value: { path: "/me" } });
  });

  it("asks again alone for what a fault in another has spoiled", async () => {
    let faults = 2;
    answerWith((path) => (faults-- > 0 ? { status: 500, body: {} } : echo(path)));
    expect(await Promise.all([readTogether("/a"), readTogether("/b")])).toEqual([
      { path: "/a" },
      { path: "/b" },
    ]);
    expect(asked.slice(1)).toEqual(["/api/v1/a", "/api/v1/b"]);
  });

  it("goes on for the others when one is given up, and gives the request up with the last", async () => {
    answerWith(echo);
    const [left, also] = [new AbortController(), new AbortController()];
    const given = [
      readTogether("/a", {}, left.signal),
      readTogether("/b", {}, also.signal),
      readTogether("/c"),
    ];
    left.abort();
    const settled = await Promise.allSettled(given);
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
    expect(asked[0]).not.toContain(encodeURIComponent("/a"));
  });

  it("splits what would not fit into one address or one answer", async () => {
    answerWith(echo);
    await Promise.all(Array.from({ length: 65 }, (_, at) => readTogether(`/people/${at}`)));
    expect(asked).toHaveLength(3);
    asked = [];
    await Promise.all(
      Array.from({ length: 4 }, (_, at) => readTogether("/people", { q: `${at}${"x".repeat(1500)}` })),
    );
    expect(asked).toHaveLength(2);
    expect(asked.every((address) => address.length < 4_100)).toBe(true);
  });
});
