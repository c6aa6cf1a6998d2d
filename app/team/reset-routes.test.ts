import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import { NOON, openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";

let now = NOON;
let box: Mailbox;
let t: TestHouse;
beforeAll(async () => {
  box = await openMailbox();
  t = await openTestHouse({ clock: { now: () => new Date(now) }, smtpUrl: box.url });
});
beforeEach(() => {
  box.letters.length = 0;
  vi.useFakeTimers({ toFake: ["Date"], now: (now = NOON) });
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await t?.close();
  await box?.close();
});

const NEW = "vier Birnen am Zaun";

describe("a reset link by mail", () => {
  it("sets a new password once, signs out everywhere else and in here", async () => {
    const old = await t.session("rep");
    expect(await ask("Mia@nordlicht.example")).toBe(204);
    expect(box.letters).toEqual([]);
    await t.runJobs();
    const token = tokenIn(box.letters[0]?.message ?? "");
    expect(box.letters[0]?.to).toEqual(["mia@nordlicht.example"]);
    expect((await look(token)).body).toEqual({ email: "mia@nordlicht.example" });
    const entered = await use(token, NEW);
    expect(entered).toMatchObject({ status: 200, body: { workspace: { name: "Nordlicht Systeme" } } });
    const cookie = entered.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    expect((await t.as(null, "GET", "/me", undefined, { cookie })).body.member.id).toBe(t.cast.rep);
    expect((await t.as(null, "GET", "/me", undefined, { cookie: old })).status).toBe(401);
    expect((await signIn("mia@nordlicht.example", NEW)).status).toBe(200);
    expect((await look(token)).status).toBe(404);
    expect((await use(token, "fünf Birnen am Zaun")).status).toBe(404);
    expect((await signIn("mia@nordlicht.example", NEW)).status).toBe(200);
  });

  it("is asked for with the same answer by whoever has no account, and then none is sent", async () => {
    expect(await ask("nobody@nordlicht.example")).toBe(204);
    await t.runJobs();
    expect(box.letters).toEqual([]);
  });

  it("runs out after an hour, and opens nothing once there is a newer one", async () => {
    await t.session("colleague");
    const [first, second] = [
      await mailed("jonas@nordlicht.example"),
      await mailed("jonas@nordlicht.example"),
    ];
    expect((await use(first, NEW)).status).toBe(404);
    now = new Date(now.getTime() + 3_600_000);
    vi.setSystemTime(now);
    expect((await use(second, NEW)).status).toBe(404);
  });

  it("is sent three times an hour at most", async () => {
    now = new Date(now.getTime() + 2 * 3_600_000);
    for (let n = 0; n < 5; n += 1) expect(await ask("jonas@nordlicht.example")).toBe(204);
    await t.runJobs();
    expect(box.letters).toHaveLength(3);
  });

  it("stands in no table in clear", async () => {
    await t.session("manager");
    const token = await mailed("petra@nordlicht.example");
    const { rows } = await t.test.database.pool.query<{ all: string }>(
      "select v::text as all from sign_in_verification v",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.all).join()).not.toContain(token);
  });

  it("opens an address that was locked by wrong passwords", async () => {
    now = new Date(now.getTime() + 4 * 3_600_000);
    vi.setSystemTime(now);
    for (let n = 0; n < 11; n += 1) await signIn("petra@nordlicht.example", `guess ${n}`);
    expect((await signIn("petra@nordlicht.example", NEW)).status).toBe(429);
    await use(await mailed("petra@nordlicht.example"), NEW);
    expect((await signIn("petra@nordlicht.example", NEW)).status).toBe(200);
  });

  it("is not to be had where no mail is sent, and says whom to ask", async () => {
    const bare = await openTestHouse();
    const refused = await bare.as(null, "POST", "/sign-in/reset-requests", {
      email: "mia@nordlicht.example",
    });
    expect(refused).toMatchObject({ status: 503, body: { detail: expect.stringContaining("ask a leader") } });
    await bare.close();
  });

  it("asks for a password that will do, and may then still be used", async () => {
    now = new Date(now.getTime() + 9 * 3_600_000);
    vi.setSystemTime(now);
    const token = await mailed("mia@nordlicht.example");
    expect(await use(token, "mia sommer")).toMatchObject({ status: 422, body: { field: "password" } });
    expect((await use(token, NEW)).status).toBe(200);
  });
});

describe("a leader's reset link", () => {
  it("works once and for a day", async () => {
    await t.session("southRep");
    const made = await t.post("leader", `/members/${t.cast.southRep}/reset-link`, undefined);
    expect(made).toMatchObject({ status: 201, body: { expiresAt: "2026-11-19T10:00:00.000Z" } });
    const token = (made.body.link as string).split("#")[1] ?? "";
    expect((await use(token, NEW)).status).toBe(200);
    expect((await use(token, NEW)).status).toBe(404);
    const late = await t.post("leader", `/members/${t.cast.southRep}/reset-link`, undefined);
    now = new Date(now.getTime() + 24 * 3_600_000);
    vi.setSystemTime(now);
    expect((await use((late.body.link as string).split("#")[1] ?? "", NEW)).status).toBe(404);
  });

  it.each([
    ["rep", "southRep", 403],
    ["manager", "rep", 403],
    ["stranger", "rep", 404],
  ] as const)("is not for a %s to make for a %s: %i", async (who, whom, status) => {
    await t.session("rep");
    expect((await t.post(who, `/members/${t.cast[whom]}/reset-link`, undefined)).status).toBe(status);
  });

  it("is not made for somebody who has never signed in", async () => {
    expect((await t.post("leader", `/members/${t.cast.leader}/reset-link`, undefined)).status).toBe(409);
  });

  it("is not made for somebody who belongs to another workspace too, into which it would lead", async () => {
    await t.session("rep");
    const invited = await t.post("stranger", "/members", { name: "Mia", email: "m@fremdland.example" });
    const token = (invited.body.link as string).split("#")[1] ?? "";
    await t.as(
      null,
      "POST",
      "/sign-in/invitation",
      { token, asMe: true },
      { cookie: await t.session("rep") },
    );
    const refused = await t.post("leader", `/members/${t.cast.rep}/reset-link`, undefined);
    expect(refused).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining("another workspace") },
    });
  });
});

async function ask(email: string): Promise<number> {
  return (await t.as(null, "POST", "/sign-in/reset-requests", { email })).status;
}

async function mailed(email: string): Promise<string> {
  const before = box.letters.length;
  await ask(email);
  await t.runJobs();
  expect(box.letters.length).toBe(before + 1);
  return tokenIn(box.letters.at(-1)?.message ?? "");
}

function look(token: string): Promise<Answer> {
  return t.as(null, "GET", `/sign-in/reset?token=${token}`);
}

function use(token: string, password: string): Promise<Answer> {
  return t.as(null, "POST", "/sign-in/reset", { token, password });
}

function signIn(email: string, password: string): Promise<Answer> {
  return t.as(null, "POST", "/sign-in/password", { email, password });
}

function tokenIn(message: string): string {
  return /\/reset#([\w-]+)/.exec(message.replaceAll("=\r\n", ""))?.[1] ?? "";
}
