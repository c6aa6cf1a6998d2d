import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import {
  houseOver,
  NOON,
  openTestHouse,
  type Answer,
  type CastName,
  type TestHouse,
} from "#demo/test-house.ts";
import { giveAccount } from "#demo/cast.ts";
import { hashOfToken } from "./session-cookie-server.ts";

// better-auth reads the machine's clock itself, so in these tests it shows the house's time.
let now = NOON;
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => frozenClock(now).now() } });
  for (const who of ["rep", "colleague", "manager"] as const) await givePassword(who, PASSWORD[who]);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: (now = NOON) });
});
afterEach(() => vi.useRealTimers());
afterAll(() => t?.close());

const PASSWORD = {
  rep: "drei Birnen am Zaun",
  colleague: "vier Birnen am Zaun",
  manager: "fünf Birnen am Zaun",
};
const EMAIL = {
  rep: "mia@nordlicht.example",
  colleague: "jonas@nordlicht.example",
  manager: "petra@nordlicht.example",
};

describe("signing in with a password", () => {
  it("opens the workspace, with a cookie that scripts cannot read and other sites cannot send", async () => {
    const answer = await signIn("rep");
    expect(answer).toMatchObject({
      status: 200,
      body: { workspace: { id: t.cast.workspaceId, name: "Nordlicht Systeme" } },
    });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^askwell\.session_token=[^;]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await asCookie(answer, "GET", "/me")).body).toMatchObject({
      member: { id: t.cast.rep },
      via: "session",
    });
  });

  it("takes the address in any case, with blanks around it", async () => {
    expect((await tryPassword("  MIA@Nordlicht.example ", PASSWORD.rep)).status).toBe(200);
  });

  it("keeps no token in the database, only its hash", async () => {
    const answer = await signIn("rep");
    const token = decodeURIComponent(cookieOf(answer).split("=")[1] ?? "").split(".")[0] as string;
    const { rows } = await t.test.database.pool.query("select token from sign_in_session");
    const tokens = rows.map((row: { token: string }) => row.token);
    expect(tokens).toContain(hashOfToken(token));
    expect(tokens).not.toContain(token);
  });

  it("says the same of a wrong password and of an unknown address", async () => {
    const wrong = await tryPassword(EMAIL.rep, "not the password");
    const unknown = await tryPassword("nobody@nordlicht.example", "not the password");
    expect(wrong.status).toBe(401);
    expect({ ...unknown.body, requestId: "" }).toEqual({ ...wrong.body, requestId: "" });
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it("takes as long for an unknown address as for a known one", async () => {
    expect(await fastest("nobody-else@nordlicht.example")).toBeGreaterThan(
      (await fastest(EMAIL.manager)) / 3,
    );
  });

  it("begins a new session and closes the one that the browser brought along", async () => {
    const first = await signIn("rep");
    const planted = cookieOf(first);
    const second = await t.as(null, "POST", "/sign-in/password", credentials("colleague"), {
      cookie: planted,
    });
    expect(cookieOf(second)).not.toBe(planted);
    expect((await t.as(null, "GET", "/me", undefined, { cookie: planted })).status).toBe(401);
    expect((await asCookie(second, "GET", "/me")).body.member.id).toBe(t.cast.colleague);
  });

  it("does not take up a token that somebody made up", async () => {
    const made = "askwell.session_token=made-up.c2lnbmF0dXJl";
    const answer = await t.as(null, "POST", "/sign-in/password", credentials("rep"), { cookie: made });
    expect(cookieOf(answer)).not.toContain("made-up");
    expect((await t.as(null, "GET", "/me", undefined, { cookie: made })).status).toBe(401);
  });

  it("is refused when another site sends it", async () => {
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      expect((await t.as(null, "POST", "/sign-in/password", credentials("rep"), headers)).status).toBe(403);
    }
    const form = `email=${EMAIL.rep}&password=x`;
    const sent = await t.as(null, "POST", "/sign-in/password", form, {
      "content-type": "application/x-www-form-urlencoded",
    });
    expect(sent.status).toBe(403);
  });
});

describe("a session", () => {
  it("lets its member write, but no other site in their name", async () => {
    const mia = await signIn("rep");
    expect((await asCookie(mia, "POST", "/accounts", { name: "Hafen AG" })).status).toBe(201);
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1:9999"]) {
      const foreign = await asCookie(mia, "POST", "/accounts", { name: "Böse AG" }, { origin });
      expect(foreign.status).toBe(403);
    }
    expect(
      (await asCookie(mia, "POST", "/accounts", { name: "Eigen AG" }, { origin: "http://127.0.0.1:4600" }))
        .status,
    ).toBe(201);
  });

  it("ends after thirty days without use, and moves on with use, writing once a day", async () => {
    const mia = await signIn("rep");
    const atFirst = await ends();
    pass({ hours: 20 });
    await asCookie(mia, "GET", "/me");
    expect(await ends()).toBe(atFirst);
    pass({ hours: 20 });
    await asCookie(mia, "GET", "/me");
    expect(await ends()).toBe(new Date(now.getTime() + 30 * 86_400_000).toISOString());
    pass({ hours: 29 * 24 });
    expect((await asCookie(mia, "GET", "/me")).status).toBe(200);
    pass({ hours: 30 * 24 });
    expect((await asCookie(mia, "GET", "/me")).status).toBe(401);
  });

  it("that has run out is forgotten when somebody signs in", async () => {
    await signIn("rep");
    pass({ hours: 31 * 24 });
    await signIn("colleague");
    const { rows } = await t.test.database.pool.query("select from sign_in_session where expires_at < $1", [
      now,
    ]);
    expect(rows).toEqual([]);
  });

  it("is over after signing out", async () => {
    const mia = await signIn("rep");
    const out = await asCookie(mia, "POST", "/sign-in/sign-out");
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toContain("Max-Age=0");
    expect((await asCookie(mia, "GET", "/me")).status).toBe(401);
  });

  it("is over on every device after signing out everywhere, and nobody else's is", async () => {
    const [phone, desk, jonas] = [await signIn("rep"), await signIn("rep"), await signIn("colleague")];
    expect((await asCookie(phone, "POST", "/sign-in/sign-out-everywhere")).status).toBe(204);
    for (const device of [phone, desk]) expect((await asCookie(device, "GET", "/me")).status).toBe(401);
    expect((await asCookie(jonas, "GET", "/me")).status).toBe(200);
    expect((await t.as(null, "POST", "/sign-in/sign-out-everywhere")).status).toBe(401);
  });
});

describe("guessing", () => {
  it("locks an address for a quarter of an hour after ten wrong passwords, for the right one too", async () => {
    pass({ hours: 1 });
    for (let n = 0; n < 10; n += 1)
      expect((await tryPassword(EMAIL.manager, `guess number ${n}`)).status).toBe(401);
    const locked = await tryPassword(EMAIL.manager, PASSWORD.manager);
    expect(locked.status).toBe(429);
    expect(locked.body.detail).toContain("wait 15 minutes");
    expect((await signIn("rep")).status).toBe(200);
    pass({ hours: 0.24 });
    expect((await tryPassword(EMAIL.manager, PASSWORD.manager)).status).toBe(429);
    pass({ hours: 0.02 });
    expect((await tryPassword(EMAIL.manager, PASSWORD.manager)).status).toBe(200);
  });

  it("locks an address that belongs to nobody just the same", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push((await tryPassword("ghost@nordlicht.example", `guess ${n}`)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it("gets no further by asking for many at once", async () => {
    const many = Array.from({ length: 30 }, (_, n) => tryPassword("crowd@nordlicht.example", `guess ${n}`));
    const answers = (await Promise.all(many)).map((each) => each.status);
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
  });

  it("is counted by two servers together", async () => {
    const second = houseOver(t.test.database);
    const email = "both@nordlicht.example";
    for (let n = 0; n < 5; n += 1) {
      await tryPassword(email, `guess ${n}`);
      await second.send("POST", "/sign-in/password", { email, password: `guess ${n}` });
    }
    expect((await tryPassword(email, "one more")).status).toBe(429);
    expect((await second.send("POST", "/sign-in/password", { email, password: "one more" })).status).toBe(
      429,
    );
  });

  it("is forgotten when the right password came in between", async () => {
    pass({ hours: 1 });
    for (let n = 0; n < 9; n += 1) await tryPassword(EMAIL.colleague, `guess ${n}`);
    expect((await signIn("colleague")).status).toBe(200);
    for (let n = 0; n < 9; n += 1) await tryPassword(EMAIL.colleague, `guess ${n}`);
    expect((await signIn("colleague")).status).toBe(200);
  });
});

describe("several workspaces", () => {
  it("are switched between, and the next session opens the last one", async () => {
    const userId = await giveAccount(t.test.database, t.cast.workspaceId, t.cast.rep, NOON);
    const { workspaceId, memberId } = t.cast.stranger;
    await t.test.database.pool.query(
      "insert into sign_in_seat (user_id, workspace_id, member_id, workspace_name, opened_at) values ($1, $2, $3, 'Fremdland', $4)",
      [userId, workspaceId, memberId, new Date(NOON.getTime() - 1000)],
    );
    const mia = await signIn("rep");
    const me = await asCookie(mia, "GET", "/me");
    expect(me.body.workspaces.map((each: { name: string }) => each.name)).toEqual([
      "Nordlicht Systeme",
      "Fremdland",
    ]);
    pass({ hours: 1 });
    const moved = await asCookie(mia, "PUT", "/sign-in/workspace", { workspaceId });
    expect(moved.body.workspace).toEqual({ id: workspaceId, name: "Fremdland" });
    expect((await asCookie(mia, "GET", "/me")).body.workspace.id).toBe(workspaceId);
    expect((await asCookie(await signIn("rep"), "GET", "/me")).body.workspace.id).toBe(workspaceId);
    await t.test.database.pool.query("delete from sign_in_seat where workspace_id = $1", [workspaceId]);
  });

  it("are only those one has a seat in", async () => {
    const jonas = await signIn("colleague");
    const refused = await asCookie(jonas, "PUT", "/sign-in/workspace", {
      workspaceId: t.cast.stranger.workspaceId,
    });
    expect(refused.status).toBe(404);
    expect((await asCookie(jonas, "GET", "/me")).body.workspace.id).toBe(t.cast.workspaceId);
  });
});

async function givePassword(who: CastName, password: string): Promise<void> {
  const memberId = t.cast[who as "rep"];
  const userId = await giveAccount(t.test.database, t.cast.workspaceId, memberId, NOON);
  const context = await t.house.signIn.auth.$context;
  await context.internalAdapter.createAccount({
    userId,
    accountId: userId,
    providerId: "credential",
    password: await context.password.hash(password),
  });
}

function credentials(who: keyof typeof EMAIL) {
  return { email: EMAIL[who], password: PASSWORD[who] };
}

function tryPassword(email: string, password: string): Promise<Answer> {
  return t.as(null, "POST", "/sign-in/password", { email, password });
}

async function signIn(who: keyof typeof EMAIL): Promise<Answer> {
  return t.as(null, "POST", "/sign-in/password", credentials(who));
}

function cookieOf(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

function asCookie(
  signedIn: Answer,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return t.as(null, method, path, body, { cookie: cookieOf(signedIn), ...headers });
}

function pass({ hours }: { hours: number }): void {
  now = new Date(now.getTime() + hours * 3_600_000);
  vi.setSystemTime(now);
}

/** The fastest of four tries, in nanoseconds. */
async function fastest(email: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 4; n += 1) {
    const began = process.hrtime.bigint();
    await tryPassword(email, "not the password");
    times.push(Number(process.hrtime.bigint() - began));
  }
  return Math.min(...times);
}

/** When the rep's session that lasts longest ends. */
async function ends(): Promise<string> {
  const { rows } = await t.test.database.pool.query<{ at: Date }>(
    "select max(expires_at) as at from sign_in_session where member_id = $1",
    [t.cast.rep],
  );
  return rows[0]?.at.toISOString() ?? "";
}
