import { afterEach, describe, expect, it } from "vitest";
import { NOON, openEmptyHouse, type EmptyHouse } from "#demo/test-house.ts";
import type { OpenDemo } from "./first-visit-actions.ts";
import { openWorkspace } from "./workspace-actions.ts";

const founder = {
  name: "Lena Fuchs",
  email: "Lena@Nordlicht.example",
  password: "drei Birnen am Zaun",
  workspace: { name: "Nordlicht Systeme", timeZone: "Europe/Berlin", currency: "EUR" },
};
const settings = {
  name: "Demo",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
  defaultCountry: null,
} as const;
const openDemo: OpenDemo = async (database, now) => {
  const owner = { name: "Dora Demo", email: "dora@demo.example", userId: null };
  const made = await openWorkspace(database, { settings, owner, story: "demo" }, now);
  return { workspaceId: made.workspaceId, memberId: made.ownerId };
};

let e: EmptyHouse;
afterEach(() => e.test.drop());
const open = async () => (await e.send("GET", "/sign-in/first-visit")).body.open as boolean;
const cookieOf = (answer: { headers: Headers }) => answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";

describe("the first visit", () => {
  it("makes the workspace and its owner, signs them in, and closes the door for good", async () => {
    e = await openEmptyHouse();
    expect(await open()).toBe(true);
    const entered = await e.send("POST", "/sign-in/first-visit", founder);
    expect(entered.status).toBe(201);
    expect(entered.body.workspace.name).toBe("Nordlicht Systeme");
    const me = await e.send("GET", "/me", undefined, { cookie: cookieOf(entered) });
    expect(me.body).toMatchObject({
      member: { name: "Lena Fuchs", email: "lena@nordlicht.example", role: "leader" },
      workspace: { slug: "nordlicht-systeme", timeZone: "Europe/Berlin" },
      via: "session",
      workspaces: [{ name: "Nordlicht Systeme" }],
    });
    expect(await open()).toBe(false);
    const late = await e.send("POST", "/sign-in/first-visit", {
      ...founder,
      email: "other@else.example",
      workspace: { ...founder.workspace, name: "Else" },
    });
    expect(late.status).toBe(409);
    expect(late.headers.getSetCookie()).toEqual([]);
  });

  it("sets a cookie that travels by TLS alone where people reach us by https", async () => {
    e = await openEmptyHouse({ url: "https://askwell.example.com" });
    const entered = await e.send("POST", "/sign-in/first-visit", founder);
    expect(entered.headers.getSetCookie()[0]).toMatch(
      /^__Secure-askwell\.session_token=[^;]+;.* HttpOnly; Secure; SameSite=Lax$/,
    );
    const signedIn = await e.send("POST", "/sign-in/password", {
      email: founder.email,
      password: founder.password,
    });
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/^__Secure-askwell\.session_token=[^;]+;.*Secure/);
    expect((await e.send("GET", "/me", undefined, { cookie: cookieOf(signedIn) })).status).toBe(200);
  });

  it("lets one of many in who come at once", async () => {
    e = await openEmptyHouse();
    const visitors = [1, 2, 3, 4].map((n) => ({
      ...founder,
      email: `v${n}@x.example`,
      workspace: { ...founder.workspace, name: `Room ${n}` },
    }));
    const answers = await Promise.all(visitors.map((each) => e.send("POST", "/sign-in/first-visit", each)));
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
  });

  it.each([
    ["a weak password", { ...founder, password: "short" }, "password"],
    ["no name", { ...founder, name: " " }, "name"],
    ["no address", { ...founder, email: "lena" }, "email"],
    [
      "a time zone that is none",
      { ...founder, workspace: { ...founder.workspace, timeZone: "Mars/Crater" } },
      "timeZone",
    ],
    [
      "a currency that is none",
      { ...founder, workspace: { ...founder.workspace, currency: "XXQ" } },
      "currency",
    ],
  ])("refuses %s at its field and leaves the door open", async (_what, body, field) => {
    e = await openEmptyHouse();
    const refused = await e.send("POST", "/sign-in/first-visit", body);
    expect(refused).toMatchObject({ status: 422, body: { field } });
    expect(await open()).toBe(true);
    const { rows } = await e.test.database.pool.query("select count(*)::int as n from sign_in_user");
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("is refused when another site sends it", async () => {
    e = await openEmptyHouse();
    const foreign = await e.send("POST", "/sign-in/first-visit", founder, { origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    expect(await open()).toBe(true);
  });

  it("is over when the administrator has made a workspace by command", async () => {
    e = await openEmptyHouse();
    const owner = { name: "Lena", email: "lena@nordlicht.example", userId: null };
    await openWorkspace(e.test.database, { settings: { ...settings, name: "Nordlicht" }, owner }, NOON);
    expect(await open()).toBe(false);
    expect((await e.send("POST", "/sign-in/first-visit", founder)).status).toBe(409);
  });
});

describe("looking around", () => {
  it("signs in to the demo, leaves the door open, and closes with it", async () => {
    e = await openEmptyHouse({ openDemo });
    expect((await e.send("GET", "/sign-in/first-visit")).body).toMatchObject({
      open: true,
      demo: true,
      mail: false,
    });
    const entered = await e.send("POST", "/sign-in/demo");
    expect(entered.status).toBe(201);
    const me = await e.send("GET", "/me", undefined, { cookie: cookieOf(entered) });
    expect(me.body).toMatchObject({
      member: { name: "Dora Demo", role: "leader" },
      workspace: { story: "demo" },
    });
    expect(await open()).toBe(true);
    const asDora = await e.send("POST", "/sign-in/first-visit", { ...founder, email: "Dora@demo.example" });
    expect(asDora).toMatchObject({ status: 409, body: { detail: expect.stringContaining("take your own") } });
    expect((await e.send("POST", "/sign-in/first-visit", founder)).status).toBe(201);
    expect((await e.send("POST", "/sign-in/demo")).status).toBe(409);
    expect((await e.send("GET", "/sign-in/first-visit")).body).toMatchObject({ open: false, demo: false });
  });

  it("says so when there is no story to show", async () => {
    e = await openEmptyHouse();
    const refused = await e.send("POST", "/sign-in/demo");
    expect(refused.status).toBe(503);
    expect(refused.body.detail).toContain("create a workspace instead");
  });
});

it("tells where passkeys work", async () => {
  e = await openEmptyHouse({ now: NOON });
  expect((await e.send("GET", "/sign-in/first-visit")).body.passkeyOrigin).toBe("http://localhost:4600");
});
