import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { OPEN_INTERNET } from "#lib/http/fetch-safely.ts";
import type { Clock } from "#lib/kernel/clock.ts";
import { openMailbox, type Mailbox } from "#lib/mail/test-mailbox.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";

let t: TestHouse;
let mailbox: Mailbox;
let now = new Date("2026-11-18T10:00:00Z");
const clock: Clock = { now: () => now };
let answer: { status: number; body: string };
let served = 0;
let waits = async () => {};
const server = createServer((_request, response) => {
  served++;
  const { status, body } = answer;
  void waits().then(() => response.writeHead(status, { "content-type": "text/calendar" }).end(body));
});

beforeAll(async () => {
  mailbox = await openMailbox();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const reach = {
    resolve: async (host: string) => (host === "calendar.test" ? ["127.0.0.1"] : ["10.0.0.1"]),
    allows: (address: string, at: number) =>
      (address === "127.0.0.1" && at === port) || OPEN_INTERNET.allows(address, at),
  };
  t = await openTestHouse({ clock, reach, smtpUrl: mailbox.url });
  url = `http://calendar.test:${port}/private-0123456789/basic.ics`;
});
afterAll(async () => {
  server.close();
  await t?.close();
  await mailbox?.close();
});
beforeEach(() => {
  now = new Date("2026-11-18T10:00:00Z");
  answer = { status: 200, body: calendar() };
});

let url: string;
let people = 0;

const event = (uid: string, start: string, guests: string[], ...more: string[]) => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  `DTSTART;TZID=W. Europe Standard Time:${start}`,
  "DURATION:PT1H",
  "SUMMARY:Very private title",
  ...guests.map((address) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`),
  ...more,
  "END:VEVENT",
];
const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "X-WR-CALNAME:Mia's work", ...lines, "END:VCALENDAR", ""].join("\r\n");

async function somebody(name: string): Promise<{ id: string; address: string }> {
  const address = `p${people++}@hafen.example`;
  const made = await t.post("rep", "/people", { fullName: name, emails: [address] });
  return { id: made.body.id, address };
}

/** The member's calendar says this, and is read now. */
async function read(lines: string[], who: CastName = "rep"): Promise<void> {
  answer = { status: 200, body: calendar(...lines) };
  expect((await t.put(who, "/my-calendar/link", { url })).status).toBe(202);
  await t.runJobs();
}

const noticed = async (who: CastName = "rep") => (await t.get(who, "/noticed-events?limit=100")).body.items;
const noticedOf = async (personId: string) =>
  (await noticed()).filter((each: { personId: string }) => each.personId === personId);
const touchesOf = async (personId: string) => (await t.get("rep", `/touches?person=${personId}`)).body.items;
const meetingsOf = async (personId: string) =>
  (await t.get("rep", `/meetings?person=${personId}`)).body.items;
async function scheduledBy(memberId: string): Promise<number> {
  const { body } = await t.get("leader", `/scorecard?member=${memberId}&from=2026-08-03&to=2026-11-30`);
  return body.items.reduce(
    (sum: number, row: { meetingsScheduled: { count: number } }) => sum + row.meetingsScheduled.count,
    0,
  );
}

async function introduced(name: string): Promise<{ id: string; address: string; referral: string }> {
  const source = await somebody(`Source of ${name}`);
  const contact = await somebody(name);
  const made = await t.post("rep", "/referrals", {
    sourceId: source.id,
    contactId: contact.id,
    level: 2,
    day: "2026-11-10",
  });
  expect(made.status).toBe(201);
  return { ...contact, referral: made.body.id };
}

async function clean(): Promise<void> {
  expect(await t.mistakes()).toEqual([]);
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap((result) => result.mistakes)).toEqual([]);
}

const bring = (who: CastName, body: string, name = "mine.ics") =>
  t.as(who, "POST", `/my-calendar/files?name=${name}`, new TextEncoder().encode(body));

const mine = async (who: CastName = "rep") => (await t.get(who, "/my-calendar")).body.link;

describe("a meeting in the calendar with somebody we know", () => {
  it("becomes a contact once it is over, and once however often it is read", async () => {
    const jale = await somebody("Jale Merz");
    const lines = [
      ...event("past-1", "20261116T140000", [jale.address, "mia@nordlicht.example"]),
      ...event("ahead-1", "20261123T140000", [jale.address]),
      ...event("private-1", "20261109T140000", [jale.address], "CLASS:PRIVATE"),
      ...event("refused-1", "20261110T140000", ["mia@nordlicht.example", jale.address]).map((line) =>
        line.includes("mia@") ? line.replace("ACCEPTED", "DECLINED") : line,
      ),
      ...event("nobody-1", "20261111T140000", ["nobody@elsewhere.example"]),
    ];
    await read(lines);
    await read(lines);
    expect(await touchesOf(jale.id)).toMatchObject([
      { kind: "meeting", day: "2026-11-16", memberName: "Mia Sommer" },
    ]);
    expect(await noticedOf(jale.id)).toMatchObject([
      { became: "touch", day: "2026-11-16", time: "14:00", state: "noticed" },
    ]);
    now = new Date("2026-11-23T14:30:00Z");
    await t.runJobs();
    expect((await touchesOf(jale.id)).map(({ day }: { day: string }) => day)).toEqual([
      "2026-11-23",
      "2026-11-16",
    ]);
    await clean();
  });

  it("keeps no word of the calendar, and nothing of those we do not know", async () => {
    const rows = await t.test.database.read(t.cast.workspaceId, async (tx) => {
      const { sql } = await import("kysely");
      const all = await sql`select to_jsonb(n) from noticed_event n`.execute(tx.tables());
      const journal = await sql`select detail from journal where verb = 'touch.made'`.execute(tx.tables());
      return JSON.stringify([all.rows, journal.rows]);
    });
    expect(rows).not.toMatch(/Very private|past-1|nobody/);
  });

  it("is none of its own where the meeting is noted among ours, before or after", async () => {
    const bruno = await somebody("Bruno Amsel");
    const carla = await somebody("Carla Diaz");
    await t.post("colleague", "/meetings", { personId: bruno.id, day: "2026-11-16" });
    const lines = [
      ...event("both-1", "20261116T100000", [bruno.address]),
      ...event("both-2", "20261116T120000", [carla.address]),
    ];
    await read(lines);
    expect(await touchesOf(bruno.id)).toEqual([]);
    expect(await touchesOf(carla.id)).toHaveLength(1);
    await t.post("rep", "/meetings", { personId: carla.id, day: "2026-11-16" });
    await read(lines);
    expect(await touchesOf(carla.id)).toEqual([]);
    await clean();
  });

  it("is found under every address of somebody, and of those merged into them", async () => {
    const one = await somebody("Dora Ems");
    const two = await somebody("Dora Ems-Vogel");
    await t.post("rep", "/merges", { kind: "person", keptId: one.id, mergedId: two.id });
    await read(event("merged-1", "20261117T090000", [two.address, one.address]));
    expect(await touchesOf(one.id)).toHaveLength(1);
    await clean();
  });

  it("is nobody's where an address is shared, but for whom the name says", async () => {
    const shared = "office@weser.example";
    const ids: string[] = [];
    for (const fullName of ["Emil Fuchs", "Eva Fuchs"])
      ids.push((await t.post("rep", "/people", { fullName, emails: [shared] })).body.id);
    const guest = (name: string) => [`ATTENDEE;CN=${name}:mailto:${shared}`];
    await read([
      ...event("shared-1", "20261116T090000", [], ...guest("Office")),
      ...event("shared-2", "20261117T090000", [], ...guest("Eva Fuchs")),
    ]);
    expect([await touchesOf(ids[0]!), await touchesOf(ids[1]!)]).toMatchObject([[], [{ day: "2026-11-17" }]]);
  });

  it("is an event, not a meeting, with more than eight of ours", async () => {
    const many: { id: string; address: string }[] = [];
    for (let at = 0; at < 9; at++) many.push(await somebody(`Guest ${"ABCDEFGHI"[at]}`));
    await read(
      event(
        "crowd-1",
        "20261116T090000",
        many.map(({ address }) => address),
      ),
    );
    expect(await touchesOf(many[0]!.id)).toEqual([]);
  });

  it("follows when it is moved or called off, and goes with it", async () => {
    const fred = await somebody("Fred Gast");
    await read(event("moving-1", "20261116T090000", [fred.address]));
    await read(event("moving-1", "20261112T090000", [fred.address]));
    expect(await touchesOf(fred.id)).toMatchObject([{ day: "2026-11-12" }]);
    await read(event("moving-1", "20261126T090000", [fred.address]));
    expect(await touchesOf(fred.id)).toEqual([]);
    await read(event("moving-1", "20261116T090000", [fred.address]));
    await read(event("moving-1", "20261116T090000", [fred.address], "STATUS:CANCELLED"));
    expect(await touchesOf(fred.id)).toEqual([]);
    await clean();
  });

  it("stays undone when somebody took it back, here or where it stands, until they say otherwise", async () => {
    const gina = await somebody("Gina Holt");
    const hugo = await somebody("Hugo Iben");
    const lines = [
      ...event("undo-1", "20261116T090000", [gina.address]),
      ...event("undo-2", "20261117T090000", [hugo.address]),
    ];
    await read(lines);
    const [row] = await noticedOf(gina.id);
    for (const who of ["colleague", "leader", "stranger"] as const)
      expect((await t.del(who, `/noticed-events/${row.id}`)).status).toBe(404);
    expect((await t.del("rep", `/noticed-events/${row.id}`)).status).toBe(204);
    const [touch] = await touchesOf(hugo.id);
    expect((await t.del("rep", `/touches/${touch.id}`)).status).toBe(204);
    await read(lines);
    await read(lines);
    expect([await touchesOf(gina.id), await touchesOf(hugo.id)]).toEqual([[], []]);
    expect(await noticedOf(hugo.id)).toMatchObject([{ state: "taken-back" }]);
    expect((await t.put("rep", `/noticed-events/${row.id}/noticed`, {})).status).toBe(204);
    expect(await touchesOf(gina.id)).toHaveLength(1);
    await clean();
  });
});

describe("the meeting of an introduction", () => {
  it("is noticed as scheduled, once, followed when it moves, and asked about afterwards", async () => {
    const veit = await introduced("Veit Reimers");
    const before = await scheduledBy(t.cast.rep);
    const lines = event("intro-1", "20261124T143000", [veit.address]);
    await read(lines);
    await read(lines);
    const [meeting] = await meetingsOf(veit.id);
    expect(meeting).toMatchObject({
      day: "2026-11-24",
      time: "14:30",
      referralId: veit.referral,
      outcome: null,
      memberName: "Mia Sommer",
    });
    expect(await meetingsOf(veit.id)).toHaveLength(1);
    expect((await t.get("rep", `/referrals/${veit.referral}`)).body.state).toBe("meeting-scheduled");
    expect(await scheduledBy(t.cast.rep)).toBe(before + 1);
    await read(event("intro-1", "20261126T090000", [veit.address]));
    expect(await meetingsOf(veit.id)).toMatchObject([{ id: meeting.id, day: "2026-11-26", time: "09:00" }]);
    expect(await scheduledBy(t.cast.rep)).toBe(before + 1);
    now = new Date("2026-11-27T10:00:00Z");
    await t.runJobs();
    const due = (await t.get("rep", `/meetings?stage=due&member=${t.cast.rep}`)).body.items;
    expect(due).toEqual(expect.arrayContaining([expect.objectContaining({ id: meeting.id })]));
    expect(await touchesOf(veit.id)).toEqual([]);
    await clean();
  });

  it("is called off when the calendar says so or has it no more, and stands again when it comes back", async () => {
    const ida = await introduced("Ida Jost");
    const lines = event("intro-2", "20261125T100000", [ida.address]);
    await read(lines);
    await read([...event("intro-2", "20261125T100000", [ida.address], "STATUS:CANCELLED")]);
    expect(await meetingsOf(ida.id)).toMatchObject([{ outcome: "cancelled" }]);
    await read(lines);
    expect(await meetingsOf(ida.id)).toMatchObject([{ outcome: null }]);
    await read([]);
    expect(await meetingsOf(ida.id)).toMatchObject([{ outcome: "cancelled" }]);
    expect(await noticedOf(ida.id)).toMatchObject([{ state: "called-off", became: "meeting" }]);
    await read(lines);
    expect(await meetingsOf(ida.id)).toMatchObject([{ outcome: null }]);
    // Cut off in the middle: what is not in it may be there all the same.
    answer = {
      status: 200,
      body: "BEGIN:VCALENDAR\r\nX\r\n" + event("other", "20261125T100000", ["x@y.example"]).join("\r\n"),
    };
    await t.post("rep", "/my-calendar/link/readings", {});
    await t.runJobs();
    expect(await meetingsOf(ida.id)).toMatchObject([{ outcome: null }]);
    await clean();
  });

  it("goes its own way once somebody has changed it here, and stays undone when they took it back", async () => {
    const kurt = await introduced("Kurt Lenz");
    const mara = await introduced("Mara Nolte");
    const lines = (hour: string) => [
      ...event("intro-3", `20261125T${hour}0000`, [kurt.address]),
      ...event("intro-4", `20261126T${hour}0000`, [mara.address]),
    ];
    await read(lines("10"));
    const [first] = await meetingsOf(kurt.id);
    await t.patch("rep", `/meetings/${first.id}`, { day: "2026-11-30" });
    const [second] = await meetingsOf(mara.id);
    await t.del("rep", `/meetings/${second.id}`);
    const before = await scheduledBy(t.cast.rep);
    await read(lines("12"));
    await read(lines("12"));
    expect(await meetingsOf(kurt.id)).toMatchObject([{ day: "2026-11-30", time: "10:00" }]);
    expect(await meetingsOf(mara.id)).toEqual([]);
    expect(await scheduledBy(t.cast.rep)).toBe(before);
    await clean();
  });

  it("is not made where somebody has arranged to meet them already", async () => {
    const nils = await introduced("Nils Ohm");
    await t.post("rep", "/meetings", { personId: nils.id, day: "2026-12-01" });
    await read(event("intro-6", "20261125T100000", [nils.address]));
    expect(await meetingsOf(nils.id)).toMatchObject([{ day: "2026-12-01" }]);
  });

  it("is made by nobody but the rep whose introduction it is", async () => {
    const otto = await introduced("Otto Pahl");
    await read(event("intro-5", "20261125T100000", [otto.address]), "colleague");
    expect(await meetingsOf(otto.id)).toEqual([]);
    await t.del("colleague", "/my-calendar/link");
  });
});

describe("a calendar that is brought as a file", () => {
  it("brings two years of contacts, twice the same, and can be taken back whole", async () => {
    const rosa = await somebody("Rosa Stein");
    const file = calendar(
      ...event("file-1", "20260316T090000", [rosa.address], "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=3MO"),
      ...event("file-2", "20230316T090000", [rosa.address]),
    );
    const first = await bring("rep", file);
    expect([first.status, first.body.touches, first.body.meetings]).toEqual([201, 3, 0]);
    const second = await bring("rep", file);
    expect(second.body.touches).toBe(0);
    expect(await touchesOf(rosa.id)).toHaveLength(3);
    expect((await t.del("colleague", `/my-calendar/files/${second.body.calendar.id}`)).status).toBe(404);
    expect((await t.del("stranger", `/my-calendar/files/${second.body.calendar.id}`)).status).toBe(404);
    const back = await t.del("rep", `/my-calendar/files/${second.body.calendar.id}`);
    expect([back.status, back.body.takenBack]).toEqual([200, 3]);
    expect(await touchesOf(rosa.id)).toEqual([]);
    expect((await t.put("rep", "/noticed-events/noticed", { at: back.body.at })).status).toBe(204);
    expect(await touchesOf(rosa.id)).toHaveLength(3);
    const { files } = (await t.get("rep", "/my-calendar")).body;
    expect(files.map(({ events }: { events: number }) => events)).toEqual([3, 3]);
    expect(files.map(({ id }: { id: string }) => id)).toContain(second.body.calendar.id);
    await clean();
  });

  it.each([
    ["BEGIN:VCARD\r\nEND:VCARD", "these are contacts"],
    ["<html>", "web page"],
    ["hello", "no calendar file"],
    ["", "empty"],
  ])("refuses %j in words", async (body, words) => {
    const refused = await bring("rep", body);
    expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining(words)]);
  });
});

describe("the link", () => {
  it("is shown as little of as is needed, to its member alone, and is read every half hour", async () => {
    await read([]);
    const link = await mine();
    expect(link).toMatchObject({ name: "Mia's work", trouble: null, readAt: now.toISOString() });
    expect(link.shown).toMatch(/^calendar\.test:\d+\/…asic\.ics$/);
    expect(await mine("colleague")).toBeNull();
    expect(await mine("stranger")).toBeNull();
    const before = served;
    now = new Date(now.getTime() + 29 * 60_000);
    await t.runJobs();
    expect(served).toBe(before);
    now = new Date(now.getTime() + 60_000);
    await t.runJobs();
    expect(served).toBe(before + 1);
  });

  it.each([
    ["file:///etc/passwd", "begins with https"],
    ["not a link", "no link"],
    ["ftp://example.com/a.ics", "only links"],
    ["http://127.0.0.1/a.ics", "127.0.0.1 is not on the open internet"],
    ["http://169.254.169.254/latest/meta-data/", "169.254.169.254 is not on the open internet"],
    ["http://localhost:4600/a.ics", "localhost is not on the open internet"],
    ["https://8.8.8.8:22/a.ics", "port 22 is not called"],
  ])("is refused at once when it can never be one, and the one before is kept: %s", async (bad, words) => {
    await read([]);
    const { id } = await mine();
    const refused = await t.put("rep", "/my-calendar/link", { url: bad });
    expect([refused.status, refused.body.field, refused.body.detail]).toEqual([
      422,
      "url",
      expect.stringContaining(words),
    ]);
    expect(await mine()).toMatchObject({ id, trouble: null });
  });

  it("that leads inside is not called, and says so", async () => {
    await t.put("colleague", "/my-calendar/link", { url: "http://inside.test/secret.ics" });
    await t.runJobs();
    expect((await mine("colleague")).trouble).toContain("inside.test is not on the open internet");
    await t.del("colleague", "/my-calendar/link");
  });

  it("that is given while another is read takes its place once it could be read, and not before", async () => {
    const tina = await somebody("Tina Moor");
    await read([]);
    const { id } = await mine();
    const next = async () => (await t.get("rep", "/my-calendar")).body.next;
    expect(await next()).toBeNull();
    await t.put("rep", "/my-calendar/link", { url: "http://inside.test/secret.ics" });
    await t.runJobs();
    expect(await mine()).toMatchObject({ id, trouble: null });
    expect((await next()).trouble).toContain("inside.test is not on the open internet");
    answer = { status: 200, body: calendar(...event("moor-1", "20261116T140000", [tina.address])) };
    expect((await t.post("rep", "/my-calendar/link/readings", {})).status).toBe(202);
    await t.runJobs();
    expect(await noticedOf(tina.id)).toHaveLength(1);
    const other = `${url}?other`;
    await t.put("rep", "/my-calendar/link", { url: other });
    expect((await next()).trouble).toBeNull();
    expect(await mine()).toMatchObject({ id });
    await t.runJobs();
    expect((await mine()).id).not.toBe(id);
    expect(await mine()).toMatchObject({ trouble: null, reading: false });
    expect(await next()).toBeNull();
    expect(await noticedOf(tina.id)).toHaveLength(1);
    await t.put("rep", "/my-calendar/link", { url: "http://inside.test/secret.ics" });
    await t.runJobs();
    expect((await t.del("stranger", "/my-calendar/next-link")).status).toBeLessThan(300);
    expect((await next()).trouble).not.toBeNull();
    await t.del("rep", "/my-calendar/next-link");
    expect(await next()).toBeNull();
    await t.put("rep", "/my-calendar/link", { url: "http://inside.test/secret.ics" });
    await t.put("rep", "/my-calendar/link", { url: other });
    expect(await next()).toBeNull();
    await t.put("rep", "/my-calendar/link", { url: "http://inside.test/secret.ics" });
    await t.del("rep", "/my-calendar/link");
    expect((await t.get("rep", "/my-calendar")).body).toMatchObject({ link: null, next: null });
    await clean();
  });

  it("holds up nobody while it is slow, and is not heeded where it was stopped meanwhile", async () => {
    const slow = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    waits = () => {
      asked.resolve();
      return slow.promise;
    };
    const tina = await somebody("Tina Slow");
    answer = { status: 200, body: calendar(...event("slow-1", "20261116T140000", [tina.address])) };
    await t.put("rep", "/my-calendar/link", { url });
    const reading = t.runJobs();
    await asked.promise;
    // What needs the workspace for itself would wait for the fetch, and give up.
    expect(await t.test.database.alone(t.cast.workspaceId, async () => "alone")).toBe("alone");
    await t.del("rep", "/my-calendar/link");
    slow.resolve();
    waits = async () => {};
    await reading;
    expect(await noticedOf(tina.id)).toEqual([]);
    expect(await mine()).toBeNull();
  });

  it("is tried less and less often while it fails, tells its member after the fifth time, and recovers", async () => {
    await read([]);
    answer = { status: 503, body: "" };
    const minutes: number[] = [];
    for (let at = 0; at < 6; at++) {
      const { nextAt } = await mine();
      now = new Date(nextAt);
      await t.runJobs();
      minutes.push((new Date((await mine()).nextAt).getTime() - now.getTime()) / 60_000);
    }
    expect(minutes).toEqual([60, 120, 240, 480, 960, 1440]);
    expect((await mine()).trouble).toBe("the other side answered 503");
    const letters = mailbox.letters.filter((each) =>
      JSON.stringify(each).includes("cannot read your calendar"),
    );
    expect(letters).toHaveLength(1);
    expect(JSON.stringify(letters)).not.toContain("private-0123456789");
    await read([]);
    expect(await mine()).toMatchObject({ trouble: null });
  });

  it("is forgotten when it is stopped; what was noticed stays until it is taken back", async () => {
    const tina = await somebody("Tina Ulm");
    await read(event("stop-1", "20261116T090000", [tina.address]));
    expect((await t.del("rep", "/my-calendar/link")).status).toBe(204);
    const before = served;
    now = new Date("2026-11-20T10:00:00Z");
    await t.runJobs();
    expect(served).toBe(before);
    expect(await mine()).toBeNull();
    expect(await touchesOf(tina.id)).toHaveLength(1);
    expect((await t.del("rep", "/noticed-events")).body.takenBack).toBeGreaterThan(0);
    expect(await touchesOf(tina.id)).toEqual([]);
    await clean();
  });

  it("brings nothing again of what was taken back whole, until that is undone", async () => {
    const uwe = await somebody("Uwe Voss");
    const wim = await introduced("Wim Zorn");
    const lines = [
      ...event("all-1", "20261116T090000", [uwe.address]),
      ...event("all-2", "20261125T100000", [wim.address]),
    ];
    await read(lines);
    now = new Date("2026-11-18T10:05:00Z");
    const back = await t.del("rep", "/noticed-events");
    expect([back.status, back.body.takenBack]).toEqual([200, 2]);
    await read(lines);
    await read(lines);
    expect([await touchesOf(uwe.id), await meetingsOf(wim.id)]).toEqual([[], []]);
    now = new Date("2026-11-18T10:10:00Z");
    expect((await t.del("rep", "/noticed-events")).body.takenBack).toBe(0);
    for (const who of ["colleague", "stranger"] as const)
      expect((await t.put(who, "/noticed-events/noticed", { at: back.body.at })).status).toBe(204);
    expect(await touchesOf(uwe.id)).toEqual([]);
    expect((await t.put("rep", "/noticed-events/noticed", { at: back.body.at })).status).toBe(204);
    expect([await touchesOf(uwe.id), await meetingsOf(wim.id)]).toMatchObject([
      [{ day: "2026-11-16" }],
      [{ day: "2026-11-25", time: "10:00" }],
    ]);
    await read(lines);
    expect([await touchesOf(uwe.id), await meetingsOf(wim.id)]).toMatchObject([[{}], [{}]]);
    await clean();
  });
});
