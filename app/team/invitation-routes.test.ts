import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import { NOON, openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";

let now = NOON;
let box: Mailbox;
let t: TestHouse;
beforeAll(async () => {
  box = await openMailbox();
  t = await openTestHouse({ clock: { now: () => new Date(now) }, smtpUrl: box.url });
});
beforeEach(() => {
  box.letters.length = 0;
  box.refuse(null);
  vi.useFakeTimers({ toFake: ["Date"], now: (now = NOON) });
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await t?.close();
  await box?.close();
});

const PASSWORD = "drei Birnen am Zaun";
let serial = 0;

describe("an invitation by link", () => {
  it("brings in a new member with a password of their own, once", async () => {
    const invited = await invite("leader", {
      name: "Nora Neu",
      email: "Nora@Nordlicht.example",
      teamId: t.cast.teams.south,
    });
    expect(invited.body).toMatchObject({ expiresAt: "2026-11-25T10:00:00.000Z", mailJobId: null });
    expect(invited.body.link).toMatch(/^http:\/\/127\.0\.0\.1:4600\/invitation#[\w-]{107}$/);
    expect((await member(invited.body.memberId)).state).toBe("invited");

    const look = await lookAt(invited);
    expect(look.body).toEqual({
      workspaceName: "Nordlicht Systeme",
      inviterName: "Lena Fuchs",
      name: "Nora Neu",
      email: "nora@nordlicht.example",
      role: "rep",
      hasAccount: false,
    });
    pass({ hours: 24 });
    const arrived = await accept(invited, { name: "Nora Neumann", password: PASSWORD });
    expect(arrived.status).toBe(201);
    const me = await t.as(null, "GET", "/me", undefined, { cookie: cookieOf(arrived) });
    expect(me.body).toMatchObject({
      member: { name: "Nora Neumann", role: "rep", teamId: t.cast.teams.south },
      via: "session",
    });
    expect(await member(invited.body.memberId)).toMatchObject({ state: "here", joinedOn: "2026-11-19" });
    expect((await signIn("nora@nordlicht.example")).status).toBe(200);

    expect((await lookAt(invited)).status).toBe(404);
    expect((await accept(invited, { password: PASSWORD })).status).toBe(404);
  });

  it("leaves somebody whose numbers are older than their invitation the time in which they earned them", async () => {
    const invited = await invite("leader", {
      name: "Frida Früh",
      email: "frida@nordlicht.example",
      teamId: t.cast.teams.south,
    });
    const { id: sourceId } = (await t.post("leader", "/people", { fullName: "Arne Alt" })).body;
    const before = { sourceId, outcome: "no", day: "2026-11-11", memberId: invited.body.memberId };
    expect((await t.post("leader", "/asks", before)).status).toBe(201);
    const { joinedOn } = await member(invited.body.memberId);
    pass({ hours: 48 });
    expect((await accept(invited, { name: "Frida Früh", password: PASSWORD })).status).toBe(201);
    expect(await member(invited.body.memberId)).toMatchObject({ state: "here", joinedOn });
    expect(joinedOn).toBe("2026-11-18");
  });

  it("keeps no secret in the database", async () => {
    const invited = await invite("leader");
    const { rows } = await t.test.database.read(t.cast.workspaceId, async (tx) => {
      return sql<{
        all: string;
      }>`select i::text as all from invitation i union all select j::text from job j`.execute(tx.tables());
    });
    const secret = tokenOf(invited).slice(64);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.all).join()).not.toContain(secret);
  });

  it("lets one of two in who hold the same link", async () => {
    const invited = await invite("leader");
    const both = await Promise.all([
      accept(invited, { password: PASSWORD }),
      accept(invited, { password: PASSWORD }),
    ]);
    expect(both.filter((each) => each.status === 201)).toHaveLength(1);
  });

  it("runs out after seven days", async () => {
    const invited = await invite("leader");
    pass({ hours: 7 * 24 });
    expect((await lookAt(invited)).status).toBe(404);
    const late = await accept(invited, { password: PASSWORD });
    expect(late).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining("ask for a new link") },
    });
  });

  it("opens nothing after it was withdrawn, and who never came can be invited anew", async () => {
    const invited = await invite("leader", { name: "Wanda Weg", email: "wanda@nordlicht.example" });
    expect((await t.del("leader", `/invitations/${invited.body.invitationId}`)).status).toBe(204);
    expect((await accept(invited, { password: PASSWORD })).status).toBe(404);
    expect((await member(invited.body.memberId)).state).toBe("left");
    const again = await invite("leader", { name: "Wanda Wieder", email: "wanda@nordlicht.example" });
    expect(again.body.memberId).toBe(invited.body.memberId);
    expect((await accept(again, { password: PASSWORD })).status).toBe(201);
    expect(await member(invited.body.memberId)).toMatchObject({ state: "here", name: "Wanda Wieder" });
  });

  it("opens nothing once there is a newer one", async () => {
    const first = await invite("leader");
    const second = await t.post("leader", "/invitations", { memberId: first.body.memberId });
    expect((await lookAt(first)).status).toBe(404);
    expect((await lookAt(second)).status).toBe(200);
  });

  it("with another secret or made up is none", async () => {
    const invited = await invite("leader");
    const token = tokenOf(invited);
    const forged = `${token.slice(0, 64)}${token.slice(64).split("").toReversed().join("")}`;
    for (const bad of [forged, "x", `${"0".repeat(64)}${token.slice(64)}`]) {
      expect((await t.as(null, "GET", `/sign-in/invitation?token=${bad}`)).status).toBe(404);
      expect(
        (await t.as(null, "POST", "/sign-in/invitation", { token: bad, password: PASSWORD })).status,
      ).toBe(404);
    }
  });

  it("asks for a password that will do", async () => {
    const invited = await invite("leader");
    expect(await accept(invited, { password: "short" })).toMatchObject({
      status: 422,
      body: { field: "password" },
    });
    expect((await lookAt(invited)).status).toBe(200);
  });
});

describe("somebody who signs in here already", () => {
  it("joins with the password they have, and then belongs to both workspaces", async () => {
    const first = await invite("leader", { email: "both@nordlicht.example" });
    await accept(first, { password: PASSWORD });
    const second = await t.post("stranger", "/members", {
      name: "Both Sides",
      email: "both@nordlicht.example",
    });
    expect((await lookAt(second)).body).toMatchObject({
      workspaceName: "Fremdland Handel",
      hasAccount: true,
    });
    expect(await accept(second, { password: "not the password" })).toMatchObject({
      status: 422,
      body: { field: "password" },
    });
    const arrived = await accept(second, { password: PASSWORD });
    expect(arrived).toMatchObject({ status: 201, body: { workspace: { name: "Fremdland Handel" } } });
    const me = await t.as(null, "GET", "/me", undefined, { cookie: cookieOf(arrived) });
    const names = me.body.workspaces.map((each: { name: string }) => each.name);
    expect(names.toSorted()).toEqual(["Fremdland Handel", "Nordlicht Systeme"]);
  });

  it("joins as who is signed in, whatever address the invitation went to", async () => {
    const home = await invite("leader", { email: "private@mia.example" });
    const cookie = cookieOf(await accept(home, { password: PASSWORD }));
    const invited = await t.post("stranger", "/members", { name: "Mia", email: "work@fremdland.example" });
    const arrived = await accept(invited, { asMe: true }, { cookie });
    expect(arrived.status).toBe(201);
    expect((await t.as(null, "POST", "/sign-in/invitation", { token: "x", asMe: true })).status).toBe(404);
    const nobody = await accept(
      await t.post("stranger", "/members", { name: "N", email: "n@fremdland.example" }),
      { asMe: true },
    );
    expect(nobody.status).toBe(401);
  });

  it("cannot join twice", async () => {
    const cookie = await t.session("rep");
    const invited = await invite("leader");
    expect(await accept(invited, { asMe: true }, { cookie })).toMatchObject({ status: 409 });
    expect((await lookAt(invited)).status).toBe(200);
  });

  it("cannot be guessed at through an invitation", async () => {
    await accept(await invite("leader", { email: "guessed@nordlicht.example" }), { password: PASSWORD });
    const second = await t.post("stranger", "/members", { name: "G", email: "guessed@nordlicht.example" });
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await accept(second, { password: `guess ${n}` })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("an invitation by mail", () => {
  it("goes out by a job after the answer, with a link that works", async () => {
    const invited = await invite("leader", {
      name: "Mara Mail",
      email: "mara@nordlicht.example",
      byMail: true,
    });
    expect(box.letters).toEqual([]);
    await t.runJobs();
    expect((await t.get("leader", `/jobs/${invited.body.mailJobId}`)).body.state).toBe("done");
    expect(box.letters).toHaveLength(1);
    const message = plain(box.letters[0]?.message ?? "");
    expect(box.letters[0]?.to).toEqual(["mara@nordlicht.example"]);
    expect(message).toContain("Lena Fuchs would like you to join Nordlicht Systeme");
    const link = /\S+\/invitation#\S+/.exec(message)?.[0] ?? "";
    expect(link).not.toBe(invited.body.link);
    expect((await lookAt(invited)).status).toBe(200);
    const mailed = { ...invited, body: { ...invited.body, link } };
    expect((await accept(mailed, { password: PASSWORD })).status).toBe(201);
    expect((await lookAt(invited)).status).toBe(404);
  });

  it("is not sent for an invitation that was withdrawn meanwhile", async () => {
    const invited = await invite("leader", { byMail: true });
    await t.del("leader", `/invitations/${invited.body.invitationId}`);
    await t.runJobs();
    expect(box.letters).toEqual([]);
  });

  it("says how it failed when the mail server will not have it, and the link still works", async () => {
    box.refuse(550);
    const invited = await invite("leader", { byMail: true });
    await t.runJobs();
    const job = await t.get("leader", `/jobs/${invited.body.mailJobId}`);
    expect(job.body).toMatchObject({
      state: "failed",
      failure: "the mail server refused the letter (550 not here)",
    });
    expect((await lookAt(invited)).status).toBe(200);
  });

  it("is refused, naming the reason, when there is no mail server", async () => {
    const bare = await openTestHouse();
    const body = { name: "X", email: "x@nordlicht.example", byMail: true };
    const refused = await bare.post("leader", "/members", body);
    expect(refused).toMatchObject({
      status: 503,
      body: { field: "byMail", detail: expect.stringContaining("SMTP_URL") },
    });
    expect((await bare.get("leader", "/members?q=x@nordlicht")).body.items).toEqual([]);
    await bare.close();
  });
});

describe("who may invite whom", () => {
  it.each([
    ["leader", "leader", null, 201],
    ["leader", "manager", "south", 201],
    ["manager", "rep", "north", 201],
    ["manager", "rep", "south", 403],
    ["manager", "rep", null, 403],
    ["manager", "manager", "north", 403],
    ["rep", "rep", "north", 403],
  ] as const)("a %s invites a %s into %s: %i", async (who, role, team, status) => {
    const teamId = team === null ? null : t.cast.teams[team];
    expect((await invite(who, { role, teamId })).status).toBe(status);
  });

  it("shows a manager the invitations into their teams, a rep none, a stranger none", async () => {
    const north = await invite("manager", { role: "rep", teamId: t.cast.teams.north });
    const boss = await invite("leader", { role: "leader" });
    const ids = async (who: CastName) => {
      const page = await t.get(who, "/invitations?limit=100");
      return page.body.items.map((each: { id: string }) => each.id) as string[];
    };
    expect(await ids("leader")).toEqual(
      expect.arrayContaining([north.body.invitationId, boss.body.invitationId]),
    );
    expect(await ids("manager")).toContain(north.body.invitationId);
    expect(await ids("manager")).not.toContain(boss.body.invitationId);
    expect(await ids("rep")).toEqual([]);
    const one = await t.get("leader", `/invitations?member=${north.body.memberId}`);
    expect(one.body.items.map((each: { id: string }) => each.id)).toEqual([north.body.invitationId]);
    expect(await ids("stranger")).not.toContain(north.body.invitationId);
    for (const [who, status] of [
      ["stranger", 404],
      ["rep", 403],
      ["colleague", 403],
    ] as const) {
      expect((await t.del(who, `/invitations/${north.body.invitationId}`)).status).toBe(status);
      expect((await t.post(who, "/invitations", { memberId: north.body.memberId })).status).toBe(status);
    }
  });

  it("does not invite an address that belongs to a member", async () => {
    expect(await invite("leader", { email: "MIA@nordlicht.example" })).toMatchObject({
      status: 422,
      body: { field: "email" },
    });
    const invited = await invite("leader", { email: "twice@nordlicht.example" });
    expect(invited.status).toBe(201);
    expect((await invite("leader", { email: "twice@nordlicht.example" })).status).toBe(409);
    const atOnce = await Promise.all(
      [1, 2].map(() => invite("leader", { email: "at-once@nordlicht.example" })),
    );
    expect(atOnce.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  it.each([
    [{ email: "no address" }, "email"],
    [{ name: "  " }, "name"],
    [{ teamId: "0196a0c2-0000-7000-8000-000000000000" }, "teamId"],
  ])("refuses %o at its field", async (wrong, field) => {
    expect(await invite("leader", wrong)).toMatchObject({ status: 422, body: { field } });
  });
});

function invite(who: CastName, wanted: Record<string, unknown> = {}): Promise<Answer> {
  serial += 1;
  return t.post(who, "/members", {
    name: `Guest ${serial}`,
    email: `guest${serial}@nordlicht.example`,
    role: "rep",
    ...wanted,
  });
}

function lookAt(invited: Answer): Promise<Answer> {
  return t.as(null, "GET", `/sign-in/invitation?token=${tokenOf(invited)}`);
}

function accept(
  invited: Answer,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return t.as(null, "POST", "/sign-in/invitation", { token: tokenOf(invited), ...body }, headers);
}

function signIn(email: string): Promise<Answer> {
  return t.as(null, "POST", "/sign-in/password", { email, password: PASSWORD });
}

async function member(id: string) {
  return (await t.get("leader", `/members/${id}`)).body;
}

function tokenOf(invited: Answer): string {
  return (invited.body.link as string).split("#")[1] ?? "";
}

function cookieOf(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** Long lines of a letter are folded and signs written as =3D: RFC 2045, 6.7. */
function plain(message: string): string {
  return message.replaceAll("=\r\n", "").replaceAll("=3D", "=");
}

function pass({ hours }: { hours: number }): void {
  now = new Date(now.getTime() + hours * 3_600_000);
  vi.setSystemTime(now);
}
