import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { houseOver, openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import { queueDigests } from "./digest-actions.ts";
import { createDigestLinks } from "./digest-link-server.ts";

// Wednesday, 18 November 2026, 07:30 in Berlin; in between the test turns the clock.
const MORNING = "2026-11-18T06:30:00Z";
const MOTHER_DAY = "2026-11-17T10:00:00Z";
let now = new Date(MOTHER_DAY);
const clock = { now: () => now };
let h: TestHouse;
let box: Mailbox;

beforeAll(async () => {
  box = await openMailbox();
});
afterAll(() => box?.close());
beforeEach(async () => {
  now = new Date(MOTHER_DAY);
  h = await openTestHouse({ clock, smtpUrl: box.url, url: "http://127.0.0.1:4600" });
  await h.session("rep");
  box.letters.length = 0;
  box.refuse(null);
  box.whenItArrives(null);
});
afterEach(() => h?.close());

describe("the mail of the day", () => {
  it("comes in the morning of a working day, with what Today shows, and once", async () => {
    await somethingWaits();
    await night("2026-11-18");
    now = new Date("2026-11-18T06:29:00Z");
    await h.runJobs();
    expect(box.letters).toEqual([]);
    now = new Date(MORNING);
    await h.runJobs();
    await h.runJobs();
    expect(box.letters).toHaveLength(1);
    const [letter] = box.letters;
    expect(letter?.to).toEqual(["mia@nordlicht.example"]);
    expect(headers()).toContain("Subject: Wednesday 18 November: 1 conversation, 1 meeting");
    expect(headers()).toContain("Auto-Submitted: auto-generated");
    const text = plain();
    expect(text).toContain("Bruno Amsel");
    expect(text).toContain("Said “not now” until");
    expect(text).toContain("+4940123456");
    expect(text).toContain("14:00 Veit Reimers");
    expect(text.split("\n").length).toBeLessThan(60);
    expect((await h.get("rep", "/my-digest")).body).toMatchObject({
      wanted: true,
      atTime: "07:30",
      last: { day: "2026-11-18", state: "sent" },
    });
  });

  it("stays away where nothing waits, on days off, and where it is not wanted; at the time that is wanted", async () => {
    await night("2026-11-18");
    now = new Date(MORNING);
    await h.runJobs();
    expect(box.letters).toEqual([]);
    now = new Date(MOTHER_DAY);
    await somethingWaits();
    expect(
      (await h.put("rep", "/my-digest", { wanted: true, atTime: "09:00", whenDone: false })).status,
    ).toBe(200);
    expect(
      (await h.put("rep", "/my-digest", { wanted: true, atTime: "03:00", whenDone: false })).body,
    ).toMatchObject({
      field: "atTime",
    });
    await h.post("rep", "/absences", { fromDay: "2026-11-19", toDay: "2026-11-19" });
    for (const day of ["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21"]) {
      await night(day);
      now = new Date(`${day}T08:00:00Z`);
      await h.runJobs();
    }
    expect(box.letters.map(({ message }) => /Subject: (\w+)/.exec(message)?.[1])).toEqual([
      "Wednesday",
      "Friday",
    ]);
    await h.put("rep", "/my-digest", { wanted: false, atTime: "09:00", whenDone: false });
    await night("2026-11-23");
    now = new Date("2026-11-23T08:00:00Z");
    await h.runJobs();
    expect(box.letters).toHaveLength(2);
  });

  it("counts what Today shows below the card, each with where it is; what is only suggested makes no mail", async () => {
    await h.put("leader", "/gift-rule", { cap: { minor: 20_00, currency: "EUR" }, clients: "may" });
    const anna = (await h.post("rep", "/people", { fullName: "Anna Albers" })).body.id;
    const target = (await h.post("rep", "/people", { fullName: "Ben Moss" })).body.id;
    const gift = { personId: anna, what: "A watch", value: { minor: 90_00, currency: "EUR" }, ask: true };
    expect((await h.post("rep", "/gifts", gift)).status).toBe(201);
    const ask = { sourceId: anna, targetPersonId: target, outcome: "will-think" };
    const askId = (await h.post("rep", "/asks", ask)).body.id;
    const words = { language: "en", asked: "?", whom: "Ben", reason: "x", subject: "x", blurb: "x" };
    const { link } = (await h.post("rep", "/shared-pages", { askId, ...words })).body;
    const said = { answer: "not-now", untilDay: "2027-01-04" };
    const token = { "askwell-link": link.split("#")[1] };
    expect((await h.as(null, "POST", "/visited-page/answers", said, token)).status).toBe(200);
    const { address } = (await h.post("rep", "/mail-address", {})).body;
    for (const id of [1, 2])
      await h.takeMail(
        `From: mia@nordlicht.example\r\nTo: nobody@known.example\r\nSubject: x\r\nMessage-ID: <${id}@n>\r\n\r\nx`,
        [address],
      );
    expect((await h.get("rep", "/mail-questions")).body).toEqual({ waiting: 2 });
    expect((await h.get("colleague", "/mail-questions")).body).toEqual({ waiting: 0 });
    await h.session("leader");
    await night("2026-11-18");
    now = new Date(MORNING);
    await h.runJobs();
    const letters = box.letters.map(({ to }, at) => [to[0], plain(at)] as const);
    const [, mias = ""] = letters.find(([to]) => to?.startsWith("mia")) ?? [];
    expect(mias).toContain("ALSO ON TODAY\n  1 word on a source’s page: http://127.0.0.1:4600/\n");
    expect(mias).toContain("2 mails with a question: http://127.0.0.1:4600/settings/mail");
    expect(mias).not.toContain("gift");
    const [, theirs = ""] = letters.find(([to]) => !to?.startsWith("mia")) ?? [];
    expect(theirs).toContain("1 gift to decide about: http://127.0.0.1:4600/gifts");
  });

  it("says “done for today” only where somebody wants to hear it", async () => {
    await h.put("rep", "/my-digest", { wanted: true, atTime: "07:30", whenDone: true });
    await night("2026-11-18");
    now = new Date(MORNING);
    await h.runJobs();
    expect(headers()).toContain("Subject: Wednesday 18 November: done for today");
    expect(plain()).toContain("Nothing waits for you");
  });

  it("leaves once with two servers, and is in doubt, never sent again, when one dies in the middle", async () => {
    await somethingWaits();
    await night("2026-11-18");
    now = new Date(MORNING);
    const other = houseOver(h.test.database, { clock, smtpUrl: box.url });
    await Promise.all([h.runJobs(), other.house.worker.runDue(), h.runJobs()]);
    expect(box.letters).toHaveLength(1);
    await night("2026-11-19");
    now = new Date("2026-11-19T06:30:00Z");
    // The server has it all and hangs up: whether it has it, nobody knows.
    box.whenItArrives((hangUp) => hangUp());
    await h.runJobs();
    box.whenItArrives(null);
    expect((await h.get("rep", "/my-digest")).body.last).toMatchObject({
      day: "2026-11-19",
      state: "doubted",
    });
    for (const minutes of [1, 5, 20, 60]) {
      now = new Date(Date.parse("2026-11-19T06:30:00Z") + minutes * 60_000);
      await h.runJobs();
    }
    expect(box.letters.filter(({ message }) => message.includes("Subject: Thursday"))).toHaveLength(1);
  });

  it("whose server died between the first byte and the word of it is in doubt too", async () => {
    await somethingWaits();
    await night("2026-11-18");
    now = new Date(MORNING);
    box.refuse(451);
    await h.runJobs();
    // What a kill leaves behind.
    await inWorkspace(sql`update digest_mail set handed_at = ${now}`);
    box.refuse(null);
    now = new Date("2026-11-18T06:40:00Z");
    await h.runJobs();
    expect(box.letters).toEqual([]);
    expect((await h.get("rep", "/my-digest")).body.last).toMatchObject({ state: "doubted" });
    expect((await h.post("rep", "/my-digest/mails", {})).status).toBe(202);
    await h.runJobs();
    expect(box.letters).toHaveLength(1);
  });

  it("waits while the mail server is away, and says so when it stays away", async () => {
    await somethingWaits();
    await night("2026-11-18");
    now = new Date(MORNING);
    box.refuse(451);
    await h.runJobs();
    box.refuse(null);
    now = new Date("2026-11-18T06:31:00Z");
    await h.runJobs();
    expect(box.letters).toHaveLength(1);
    box.refuse(550);
    await h.post("rep", "/my-digest/mails", {});
    await h.runJobs();
    expect((await h.get("rep", "/my-digest")).body.last).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("550"),
    });
  });

  it("comes at once when asked for, five times a day", async () => {
    await somethingWaits();
    const sent = [];
    for (let at = 0; at < 7; at += 1) sent.push((await h.post("rep", "/my-digest/mails", {})).status);
    expect(sent).toEqual([202, 202, 202, 202, 202, 202, 429]);
    await h.runJobs();
    expect(box.letters).toHaveLength(6);
  });
});

describe("a link of it", () => {
  it("shows its line, and changes nothing by being opened, however often", async () => {
    const { asked } = await mailed();
    const before = await sums();
    for (let at = 0; at < 3; at += 1) {
      const { status, body } = await line("GET", "", asked);
      expect(status).toBe(200);
      expect(body).toMatchObject({ heading: "Bruno Amsel", repName: "Mia Sommer", done: null });
      expect(body.acts.map(({ id }: { id: string }) => id)).toEqual(["asked", "let-go"]);
    }
    expect(await sums()).toEqual(before);
  });

  it("writes an ask down in the member's name, once, and takes it back", async () => {
    const { asked, brunoId } = await mailed();
    const press = { act: "asked", choice: "not-now", untilDay: "2026-12-18", words: "After the audit." };
    const both = await Promise.all([
      line("POST", "/done", asked, press),
      line("POST", "/done", asked, press),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const asks = (await h.get("rep", `/asks?source=${brunoId}&from=2026-11-18`)).body.items;
    expect(asks).toMatchObject([{ memberId: h.cast.rep, outcome: "not-now", untilDay: "2026-12-18" }]);
    const { body } = await line("GET", "", asked);
    expect(body.done).toMatchObject({ did: "Bruno Amsel: asked (not now)" });
    expect(body.done.undoUntil).not.toBeNull();
    expect((await line("DELETE", "/done", asked)).body.done).toBeNull();
    expect((await h.get("rep", `/asks?source=${brunoId}&from=2026-11-18`)).body.items).toEqual([]);
    expect((await line("POST", "/done", asked, { act: "let-go" })).body.done.did).toBe(
      "Bruno Amsel: let it go",
    );
    expect(await h.mistakes()).toEqual([]);
  });

  it("says how the meeting of the day went, so that the scorecard moves", async () => {
    const { met } = await mailed();
    now = new Date("2026-11-18T15:00:00Z");
    expect((await line("POST", "/done", met, { act: "went", choice: "held" })).status).toBe(200);
    const { items } = (await h.get("rep", "/scorecard?by=week&from=2026-11-18&to=2026-11-18")).body;
    expect(items[0].meetingsHeld.count).toBe(1);
    expect((await h.get("rep", "/meetings?outcome=held")).body.items).toHaveLength(1);
    expect(await h.mistakes()).toEqual([]);
  });

  it("is refused with a reason where something is missing, or a rule stands against it", async () => {
    const { asked, brunoId } = await mailed();
    const tried = async (press: object) => {
      const { status, body } = await line("POST", "/done", asked, press);
      return [status, body.field ?? null, body.facts.page];
    };
    expect(await tried({ act: "asked" })).toEqual([422, "choice", "refused"]);
    expect(await tried({ act: "asked", choice: "not-now" })).toEqual([422, "untilDay", "refused"]);
    expect(await tried({ act: "asked", choice: "sent-to-colleague" })).toEqual([422, "choice", "refused"]);
    expect(await tried({ act: "went", choice: "held" })).toEqual([422, "act", "refused"]);
    await h.put("colleague", `/people/${brunoId}/do-not-ask`, { why: "said-stop" });
    const { status, body } = await line("POST", "/done", asked, { act: "asked", choice: "no" });
    expect(status).toBe(409);
    expect(body.facts).toMatchObject({ page: "refused", rule: "yes" });
    expect((await line("POST", "/done", asked, { act: "asked", choice: "no", happened: true })).status).toBe(
      200,
    );
  });

  it("is worth nothing forged, cut, of another house or purpose, replayed on another line, or run out", async () => {
    const { asked } = await mailed();
    const other = createDigestLinks({ url: "http://x", secret: "the secret of another house, long enough" });
    const [, foreign = ""] = other.linkTo(h.cast.workspaceId, h.cast.rep, "asked").split("#d.");
    const flipped = `${asked.startsWith("A") ? "B" : "A"}${asked.slice(1)}`;
    const stranger = ownLinks()
      .linkTo(h.cast.stranger.workspaceId, await idOf("Bruno Amsel"), "asked")
      .split("#d.")[1];
    const before = await sums();
    for (const token of [
      "",
      "x",
      asked.slice(0, 63),
      `${asked}A`,
      flipped,
      foreign.slice(0, 64),
      stranger?.slice(0, 64) ?? "",
    ])
      for (const [method, path] of [
        ["GET", ""],
        ["POST", "/done"],
        ["DELETE", "/done"],
      ] as const) {
        const { status, body } = await line(method, path, token, { act: "asked", choice: "no" });
        expect([status, ["forged", "expired"].includes(body.facts.page)], `${method} ${token}`).toEqual([
          404,
          true,
        ]);
      }
    now = new Date("2026-11-25T06:31:00Z");
    for (const [method, path] of [
      ["GET", ""],
      ["POST", "/done"],
    ] as const)
      expect((await line(method, path, asked, { act: "asked", choice: "no" })).body.facts.page).toBe(
        "expired",
      );
    expect(await sums()).toEqual(before);
  });

  it("opens nothing else: neither the API nor another member's things", async () => {
    const { asked } = await mailed();
    for (const path of ["/me", "/people", "/my-digest", "/visited-page"])
      expect((await h.as(null, "GET", path, undefined, { "askwell-link": asked })).status).not.toBe(200);
  });

  it("is worth nothing once its member left, or signed out everywhere", async () => {
    const { asked } = await mailed();
    const cookie = await h.session("rep");
    now = new Date("2026-11-18T07:00:00Z");
    const out = await h.as(null, "POST", "/sign-in/sign-out-everywhere", undefined, {
      cookie,
      origin: "http://127.0.0.1:4600",
    });
    expect(out.status).toBe(204);
    const before = await sums();
    expect((await line("POST", "/done", asked, { act: "asked", choice: "no" })).body.facts.page).toBe(
      "signed-out",
    );
    now = new Date("2026-11-18T07:01:00Z");
    await h.post("rep", "/my-digest/mails", {});
    await h.runJobs();
    const fresh = tokensIn(plain(-1))["Bruno Amsel"] as string;
    expect((await line("GET", "", fresh)).status).toBe(200);
    expect((await h.del("leader", `/members/${h.cast.rep}`)).status).toBeLessThan(300);
    const after = await sums();
    expect((await line("POST", "/done", fresh, { act: "asked", choice: "no" })).body.facts.page).toBe("left");
    expect(await sums()).toEqual(after);
    expect(before["ask"]).toBe(after["ask"]);
  });

  it("stops at a flood", async () => {
    const { asked } = await mailed();
    const statuses = new Set<number>();
    for (let at = 0; at < 125; at += 1) statuses.add((await line("GET", "", asked)).status);
    expect(statuses).toEqual(new Set([200, 429]));
  });

  it("stops the mails, and brings them back", async () => {
    const { stop } = await mailed();
    await line("POST", "/done", stop, { act: "stop" });
    expect((await h.get("rep", "/my-digest")).body.wanted).toBe(false);
    await line("DELETE", "/done", stop);
    expect((await h.get("rep", "/my-digest")).body.wanted).toBe(true);
  });
});

function ownLinks() {
  return createDigestLinks({
    url: "http://127.0.0.1:4600",
    secret: "a secret of the test house, as long as it must be",
  });
}

/** Somebody who said "not now" until today, with a phone, and a meeting in the afternoon. */
async function somethingWaits() {
  const brunoId = (await h.post("rep", "/people", { fullName: "Bruno Amsel", phones: ["+49 40 123456"] }))
    .body.id;
  await h.post("rep", "/asks", {
    sourceId: brunoId,
    day: "2026-11-03",
    outcome: "not-now",
    untilDay: "2026-11-17",
  });
  const veit = (await h.post("rep", "/people", { fullName: "Veit Reimers" })).body.id;
  await h.post("rep", "/meetings", { personId: veit, day: "2026-11-18", time: "14:00" });
  return { brunoId };
}

async function mailed() {
  const { brunoId } = await somethingWaits();
  await night("2026-11-18");
  now = new Date(MORNING);
  await h.runJobs();
  const tokens = tokensIn(plain());
  return {
    brunoId,
    asked: tokens["Bruno Amsel"] as string,
    met: tokens["14:00 Veit Reimers"] as string,
    stop: tokens["stop"] as string,
  };
}

/** The night before that day: what the calendar brings is queued. */
async function night(day: string) {
  now = new Date(`${day}T03:00:00Z`);
  await h.test.database.write(h.cast.workspaceId, async (tx) => {
    const workspace = {
      id: tx.workspaceId,
      slug: "",
      name: "",
      timeZone: "Europe/Berlin",
      currency: "EUR",
      calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
    } as const;
    await queueDigests(tx, { now, today: day, workspace, member: null });
  });
}

function line(method: string, path: string, token: string, body?: unknown): Promise<Answer> {
  return h.as(null, method, `/digest-line${path}`, method === "POST" ? body : undefined, {
    "askwell-link": token,
  });
}

function messageAt(at: number): string {
  return box.letters.at(at)?.message ?? "";
}

function headers(at = 0): string {
  return (
    messageAt(at)
      .split("\r\n\r\n")[0]
      ?.replaceAll(/\r\n\s+/g, " ") ?? ""
  );
}

/** The plain words of a mail. */
function plain(at = 0): string {
  const part =
    messageAt(at)
      .split(/\r\n--[^\r\n]+/)
      .find((each) => each.includes("text/plain")) ?? "";
  const [, ...body] = part.split("\r\n\r\n");
  const bytes = body
    .join("\r\n\r\n")
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}

/** The token of each line, by what stands first in it. */
function tokensIn(text: string): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const block of text.split("\n\n")) {
    const token = /#d\.([\w-]{64})\.(\w+)/.exec(block);
    if (token === null) continue;
    const [first = ""] = block.split("\n");
    tokens[token[2] === "stop" ? "stop" : (first.split(",")[0] ?? "").replaceAll(/\s+/g, " ")] =
      token[1] as string;
  }
  return tokens;
}

async function idOf(heading: string): Promise<string> {
  const { rows } = await h.test.database.read(h.cast.workspaceId, (tx) =>
    sql<{ id: string }>`select id from digest_line where shown->>'heading' = ${heading}`.execute(tx.tables()),
  );
  return rows[0]?.id ?? "";
}

async function inWorkspace(statement: ReturnType<typeof sql>) {
  await h.test.database.write(h.cast.workspaceId, (tx) => statement.execute(tx.tables()));
}

/** What stands in the tables that a link could reach. */
async function sums(): Promise<Record<string, string>> {
  const tables = [
    "ask",
    "ask_conversation",
    "meeting",
    "journal",
    "tally",
    "digest_line",
    "digest_setting",
    "suggestion",
    "touch",
    "duty_done",
  ];
  return h.test.database.read(h.cast.workspaceId, async (tx) => {
    const found: Record<string, string> = {};
    for (const table of tables) {
      const { rows } = await sql<{ sum: string }>`
        select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql.table(table)} as t`.execute(
        tx.tables(),
      );
      found[table] = rows[0]?.sum ?? "";
    }
    return found;
  });
}
