import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { NOON, openEmptyHouse, type Answer, type EmptyHouse } from "#demo/test-house.ts";

const founder = {
  name: "Lena Fuchs",
  email: "lena@nordlicht.example",
  password: "drei Birnen am Zaun",
  workspace: { name: "Nordlicht Systeme", timeZone: "Europe/Berlin", currency: "EUR" },
};

let e: EmptyHouse;
let desk: string;
beforeAll(async () => {
  e = await openEmptyHouse();
  desk = cookieOf(await e.send("POST", "/sign-in/first-visit", founder, { "user-agent": "Desk/1" }));
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOON });
});
afterEach(() => vi.useRealTimers());
afterAll(() => e?.test.drop());

describe("where I am signed in", () => {
  it("is shown, and one device can be signed out", async () => {
    const phone = cookieOf(await signIn(founder.password, { "user-agent": "Phone/2" }));
    const { items } = (await e.send("GET", "/sign-in/sessions", undefined, { cookie: desk })).body;
    const seen = items.map((each: { userAgent: string; here: boolean }) => [each.userAgent, each.here]);
    expect(seen.toSorted()).toEqual([
      ["Desk/1", true],
      ["Phone/2", false],
    ]);
    const other = items.find((each: { here: boolean }) => !each.here) as { id: string };
    expect(
      (await e.send("DELETE", `/sign-in/sessions/${other.id}`, undefined, { cookie: desk })).status,
    ).toBe(204);
    expect((await e.send("GET", "/me", undefined, { cookie: phone })).status).toBe(401);
    expect(
      (await e.send("DELETE", `/sign-in/sessions/${other.id}`, undefined, { cookie: desk })).status,
    ).toBe(404);
  });

  it("is nobody's to ask without a session", async () => {
    expect((await e.send("GET", "/sign-in/sessions")).status).toBe(401);
    expect((await e.send("DELETE", "/sign-in/sessions/x")).status).toBe(401);
    expect(
      (await e.send("PUT", "/sign-in/my-password", { currentPassword: "a", password: "b" })).status,
    ).toBe(401);
  });
});

describe("my password", () => {
  it("is changed with the one before; other devices are signed out, this one goes on", async () => {
    const phone = cookieOf(await signIn(founder.password));
    const change = { currentPassword: founder.password, password: "vier Birnen am Zaun" };
    const changed = await e.send("PUT", "/sign-in/my-password", change, { cookie: desk });
    expect(changed.status).toBe(204);
    const after = cookieOf(changed);
    expect((await e.send("GET", "/me", undefined, { cookie: after })).status).toBe(200);
    for (const cookie of [desk, phone])
      expect((await e.send("GET", "/me", undefined, { cookie })).status).toBe(401);
    expect((await signIn(founder.password)).status).toBe(401);
    expect((await signIn("vier Birnen am Zaun")).status).toBe(200);
    desk = after;
  });

  it("is not changed with a wrong one, nor to a weak one", async () => {
    const wrong = await e.send(
      "PUT",
      "/sign-in/my-password",
      { currentPassword: "guess", password: "fünf Birnen am Zaun" },
      { cookie: desk },
    );
    expect(wrong).toMatchObject({ status: 422, body: { field: "currentPassword" } });
    const weak = { currentPassword: "vier Birnen am Zaun", password: "lena fuchs" };
    expect(await e.send("PUT", "/sign-in/my-password", weak, { cookie: desk })).toMatchObject({
      status: 422,
      body: { field: "password" },
    });
  });

  it("cannot be guessed at through an open session", async () => {
    let last: Answer | undefined;
    for (let n = 0; n < 12; n += 1) {
      last = await e.send(
        "PUT",
        "/sign-in/my-password",
        { currentPassword: `guess ${n}`, password: "fünf Birnen am Zaun" },
        { cookie: desk },
      );
    }
    expect(last?.status).toBe(429);
  });
});

function signIn(password: string, headers: Record<string, string> = {}): Promise<Answer> {
  return e.send("POST", "/sign-in/password", { email: founder.email, password }, headers);
}

function cookieOf(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
