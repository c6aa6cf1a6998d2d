import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Spent } from "../screen-time.ts";
import { forgetOldTime, keepSeconds, sendKept } from "./kept-time.ts";

const NOW = Date.parse("2026-11-18T10:05:00Z");
const HOUR_MS = 3_600_000;

interface Sent {
  id: string | null;
  body: { memberId: string; spent: Spent[] };
}

let sent: Sent[];
let answer: () => Promise<Response>;

beforeEach(() => {
  sent = [];
  answer = added;
  vi.stubGlobal("localStorage", new Shelf());
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    sent.push({ id: headers.get("idempotency-key"), body: JSON.parse(init.body as string) });
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("time kept on the device", () => {
  it("is sent as one batch, and then it is gone", async () => {
    keepSeconds("mia", 1, NOW);
    keepSeconds("mia", 2, NOW + 2_000);
    await sendKept("mia", NOW + 2_000);
    await sendKept("mia", NOW + 3_000);
    expect(sent.map(({ body }) => body)).toEqual([
      { memberId: "mia", spent: [{ from: "2026-11-18T10:00:00.000Z", seconds: 3 }] },
    ]);
    expect(left()).toEqual([]);
  });

  it.each([
    ["the network is away", async () => Promise.reject(new TypeError("failed to fetch"))],
    ["the server is away", refused(503)],
    ["something broke", refused(500)],
    ["nobody is signed in", refused(401)],
    ["somebody else is", refused(403)],
    ["there were too many", refused(429)],
  ])("stays while %s, and is sent again as it was, what came later apart", async (_, away) => {
    answer = away;
    keepSeconds("mia", 5, NOW);
    await sendKept("mia", NOW);
    keepSeconds("mia", 7, NOW + 60_000);
    await sendKept("mia", NOW + 60_000);
    answer = added;
    await sendKept("mia", NOW + 90_000);
    expect(sent.map(({ body }) => body.spent[0]?.seconds)).toEqual([5, 5, 5, 7]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(2);
    expect(sent[2]?.id).toBe(sent[0]?.id);
    expect(left()).toEqual([]);
  });

  it.each([422, 409, 413])("is dropped when it is refused with %i", async (status) => {
    answer = refused(status);
    keepSeconds("mia", 5, NOW);
    await sendKept("mia", NOW);
    expect(left()).toEqual([]);
  });

  it("has one id in two tabs that send it at once", async () => {
    keepSeconds("mia", 5, NOW);
    await Promise.all([sendKept("mia", NOW), sendKept("mia", NOW)]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(left()).toEqual([]);
  });

  it("is sent for its own member alone", async () => {
    keepSeconds("mia", 5, NOW);
    await sendKept("jonas", NOW);
    expect(sent).toEqual([]);
    await sendKept("mia", NOW);
    expect(sent).toHaveLength(1);
  });

  it("is let go once it is too old to be added, of whomever", async () => {
    answer = refused(503);
    keepSeconds("jonas", 5, NOW);
    keepSeconds("mia", 5, NOW);
    await sendKept("mia", NOW);
    keepSeconds("mia", 5, NOW + 47 * HOUR_MS);
    forgetOldTime(NOW + 46 * HOUR_MS);
    expect(left()).toHaveLength(3);
    forgetOldTime(NOW + 47 * HOUR_MS);
    expect(left().every((name) => name.includes("mia"))).toBe(true);
    keepSeconds("lena", 5, NOW);
    await sendKept("lena", NOW + 47 * HOUR_MS);
    expect(sent.map(({ body }) => body.memberId)).toEqual(["mia"]);
  });

  it.each(["getItem", "setItem", "removeItem"] as const)(
    "hurts nobody where %s is forbidden",
    async (name) => {
      keepSeconds("mia", 5, NOW);
      vi.spyOn(localStorage, name).mockImplementation(() => {
        throw new Error("forbidden");
      });
      keepSeconds("mia", 5, NOW);
      await sendKept("mia", NOW);
      expect(() => forgetOldTime(NOW)).not.toThrow();
    },
  );
});

/** As much of localStorage as is used: what is kept are its own properties. */
class Shelf {
  [name: string]: unknown;
  getItem(name: string) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name: string, text: string) {
    this[name] = text;
  }
  removeItem(name: string) {
    delete this[name];
  }
}

function left(): string[] {
  return Object.keys(localStorage);
}

async function added(): Promise<Response> {
  return new Response(null, { status: 204 });
}

function refused(status: number) {
  return async () => Response.json({ detail: "No." }, { status });
}
