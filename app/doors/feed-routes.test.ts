import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsInCalendar } from "#lib/calendar/events-in-calendar.ts";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
let person: string;
let link: string;
let daysOn = 0;
beforeAll(async () => {
  const start = new Date("2026-11-18T10:00:00Z");
  t = await openTestHouse({ clock: { now: () => new Date(start.getTime() + daysOn * 86_400_000) } });
  const account = await t.post("rep", "/accounts", { name: "Weser; Pumpen, AG" });
  person = (await t.post("rep", "/people", { fullName: "Veit Reimers", accountId: account.body.id })).body.id;
  link = (await t.post("rep", "/my-calendar/feed", {})).body.link;
});
afterAll(() => t?.close());

const fileOf = (address: string) => address.replace(/^.*\/api\/v1/, "");
const fetched = (address = link, headers: Record<string, string> = {}) =>
  t.as(null, "GET", fileOf(address), undefined, headers);
const eventsIn = (text: string) =>
  eventsInCalendar(text, { from: "2026-01-01", to: "2027-12-31", zone: "Europe/Berlin", most: 500 });

async function schedule(some: object = {}, who: CastName = "rep"): Promise<string> {
  const made = await t.post(who, "/meetings", {
    personId: person,
    day: "2026-11-24",
    time: "14:30",
    ...some,
  });
  expect(made.status).toBe(201);
  return made.body.id;
}

const reviewsShown = async () =>
  eventsIn((await fetched()).body)
    .events.filter(({ title, cancelled }) => title.startsWith("Account review") && !cancelled)
    .map(({ uid, title, start, allDay }) => [uid.split("-")[0], title, allDay ? "" : start]);

const meetingsOfRolf = async () =>
  eventsIn((await fetched()).body)
    .events.filter(({ uid, title }) => uid.startsWith("meeting-") && title.includes("Rolf Sturm"))
    .map(({ title, day }) => [title, day]);

describe("the calendar that a member subscribes to", () => {
  it("opens without signing in, and has meetings at their instants and days as days", async () => {
    const timed = await schedule();
    const whole = await schedule({ day: "2026-11-26", time: null });
    await schedule({ day: "2026-11-25", memberId: t.cast.colleague }, "manager");
    const answer = await fetched();
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const { events, name } = eventsIn(answer.body);
    expect(name).toBe("Askwell: Mia Sommer, Nordlicht Systeme");
    expect(events.map(({ uid, title, start, allDay, day }) => [uid, title, allDay ? day : start])).toEqual([
      [
        `meeting-${timed}@${t.cast.workspaceId}.askwell`,
        "Veit Reimers, Weser; Pumpen, AG",
        "2026-11-24T13:30:00.000Z",
      ],
      [`meeting-${whole}@${t.cast.workspaceId}.askwell`, "Veit Reimers, Weser; Pumpen, AG", "2026-11-26"],
    ]);
    expect(answer.body.replaceAll("\r\n ", "")).toContain(`http://127.0.0.1:4600/meetings/${timed}`);
  });

  it("is not sent again while it is the same, and is when something changed", async () => {
    const first = await fetched();
    const etag = first.headers.get("etag") ?? "";
    const modified = first.headers.get("last-modified") ?? "";
    const again = await fetched(link, { "if-none-match": etag });
    expect([again.status, again.body]).toEqual([304, ""]);
    expect((await fetched(link, { "if-none-match": `"other", W/${etag}` })).status).toBe(304);
    expect((await fetched(link, { "if-modified-since": modified })).status).toBe(304);
    expect((await fetched(link, { "if-none-match": '"other"' })).status).toBe(200);
    await schedule({ day: "2026-12-01" });
    const changed = await fetched(link, { "if-none-match": etag });
    expect([changed.status, changed.headers.get("etag") === etag]).toEqual([200, false]);
  });

  it("moves what is moved under its own name, and says what is cancelled or taken back", async () => {
    const id = await schedule({ day: "2026-12-08", time: "09:00" });
    const here = async () => {
      const text = (await fetched()).body as string;
      const part = text.split("BEGIN:VEVENT").find((each) => each.includes(`meeting-${id}`)) ?? "";
      const event = eventsIn(text).events.find(({ uid }) => uid.includes(id));
      return [event?.start, event?.cancelled, Number(/SEQUENCE:(\d+)/.exec(part)?.[1])];
    };
    expect(await here()).toEqual(["2026-12-08T08:00:00.000Z", false, 0]);
    await t.patch("rep", `/meetings/${id}`, { day: "2026-12-09" });
    expect(await here()).toEqual(["2026-12-09T08:00:00.000Z", false, 1]);
    await t.put("rep", `/meetings/${id}/outcome`, { outcome: "cancelled" });
    expect(await here()).toEqual(["2026-12-09T08:00:00.000Z", true, 2]);
    await t.del("rep", `/meetings/${id}`);
    expect(await here()).toEqual(["2026-12-09T08:00:00.000Z", true, 3]);
  });

  it("has what is owed to sources, when it is due, by their names alone", async () => {
    const source = (await t.post("rep", "/people", { fullName: "Jale Merz", emails: ["jale@hafen.example"] }))
      .body.id;
    const introduced = await t.post("rep", "/referrals", {
      sourceId: source,
      contact: { fullName: "Ilka Uhlig" },
      level: 2,
      note: "Confidential words.",
    });
    const text = (await fetched()).body as string;
    const duties = eventsIn(text).events.filter(({ uid }) => uid.startsWith("duty-"));
    const { items } = (await t.get("rep", `/duties?referral=${introduced.body.id}`)).body;
    expect(duties.map(({ title, end }) => [title, end])).toEqual([
      ["Answer Ilka Uhlig, whom Jale Merz introduced", expect.any(String)],
      ["Thank Jale Merz for Ilka Uhlig", expect.any(String)],
      ["Tell Jale Merz what became of Ilka Uhlig", expect.any(String)],
    ]);
    expect(items.map(({ dueAt }: { dueAt: string }) => dueAt)).toEqual(
      expect.arrayContaining(duties.map(({ end }) => end)),
    );
    expect(text).not.toMatch(/Confidential|jale@hafen/);
  });

  it("has what is overdue on today, until it is done", async () => {
    const source = (await t.post("rep", "/people", { fullName: "Nora Sand", emails: ["nora@hafen.example"] }))
      .body.id;
    const made = await t.post("rep", "/referrals", {
      sourceId: source,
      contact: { fullName: "Olaf Tiede" },
      level: 2,
    });
    expect(made.status).toBe(201);
    daysOn = 12;
    const { today } = (await t.get("rep", "/me")).body;
    const shown = eventsIn((await fetched()).body).events.filter(({ title }) => title.includes("Olaf Tiede"));
    const late = shown.filter(({ title }) => title.startsWith("Overdue: "));
    expect(late.map(({ allDay, day }) => [allDay, day])).toEqual([
      [true, today],
      [true, today],
    ]);
    expect(shown.filter(({ day }) => day < today)).toEqual([]);
    daysOn = 0;
  });

  it("leaves out what was noticed in the member's own calendar, and its shadow when that is noticed again", async () => {
    const source = (await t.post("rep", "/people", { fullName: "Pia Quast", emails: ["pia@hafen.example"] }))
      .body.id;
    await t.post("rep", "/referrals", {
      sourceId: source,
      contact: { fullName: "Rolf Sturm", emails: ["rolf@weser.example"] },
      level: 2,
      day: "2026-11-16",
    });
    const file = [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "UID:own-1",
      "DTSTART:20261201T100000Z",
      "DURATION:PT1H",
      "ATTENDEE:mailto:rolf@weser.example",
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n");
    const brought = await t.as(
      "rep",
      "POST",
      "/my-calendar/files?name=own.ics",
      new TextEncoder().encode(file),
    );
    expect(brought.body.meetings, JSON.stringify(brought.body)).toBe(1);
    expect(await meetingsOfRolf()).toEqual([]);
    const seen = (await t.get("rep", "/noticed-events")).body.items[0];
    await t.del("rep", `/noticed-events/${seen.id}`);
    expect(await meetingsOfRolf()).toEqual([]);
    await t.put("rep", `/noticed-events/${seen.id}/noticed`, {});
    expect(await meetingsOfRolf()).toEqual([]);
    const again = (await t.get("rep", "/noticed-events")).body.items[0];
    await t.patch("rep", `/meetings/${again.meetingId}`, { day: "2026-12-03" });
    expect(await meetingsOfRolf()).toEqual([["Rolf Sturm", "2026-12-03"]]);
  });

  it("has account reviews: under the meeting they take place in, else on their day", async () => {
    const client = (await t.post("rep", "/accounts", { name: "Elbe Kabel GmbH", kind: "client" })).body.id;
    const guest = (await t.post("rep", "/people", { fullName: "Gesa Kern", accountId: client })).body.id;
    const planned = await t.post("rep", "/account-reviews", {
      accountId: client,
      day: "2027-01-12",
      time: "10:00",
      personIds: [guest],
    });
    expect(planned.status, JSON.stringify(planned.body)).toBe(201);
    const title = "Account review: Gesa Kern, Elbe Kabel GmbH";
    expect(await reviewsShown()).toEqual([["meeting", title, "2027-01-12T09:00:00.000Z"]]);
    const [meeting] = (await t.get("rep", `/meetings?person=${guest}`)).body.items;
    expect((await t.del("rep", `/meetings/${meeting.id}`)).status).toBe(204);
    expect(await reviewsShown()).toEqual([["review", "Account review: Elbe Kabel GmbH", ""]]);
  });

  it("opens nothing once it is renewed, withdrawn, forged, or its member has left", async () => {
    expect((await t.get("rep", "/my-calendar")).body.feed.link).toBe(link);
    expect((await t.get("colleague", "/my-calendar")).body.feed).toBeNull();
    expect((await t.get("stranger", "/my-calendar")).body.feed).toBeNull();
    const old = link;
    link = (await t.post("rep", "/my-calendar/feed", {})).body.link;
    const gone = await fetched(old);
    expect([gone.status, gone.body.detail]).toEqual([404, expect.stringContaining("opens no calendar")]);
    expect((await fetched()).status).toBe(200);
    const forged = link.replace(/.\.ics$/, (end) => (end[0] === "A" ? "B" : "A") + end.slice(1));
    expect((await fetched(forged)).status).toBe(404);
    for (const file of ["x.ics", "../keys", `${"A".repeat(64)}.ics`])
      expect((await t.as(null, "GET", `/calendars/${encodeURIComponent(file)}`)).status).toBe(404);
    expect((await t.del("rep", "/my-calendar/feed")).status).toBe(204);
    expect((await fetched()).status).toBe(404);
    const theirs = (await t.post("southRep", "/my-calendar/feed", {})).body.link;
    expect((await fetched(theirs)).status).toBe(200);
    expect((await t.del("leader", `/members/${t.cast.southRep}`)).status).toBeLessThan(300);
    expect((await fetched(theirs)).status).toBe(404);
  });

  it("has one link that opens it, however many are made at once", async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, () => t.post("manager", "/my-calendar/feed", {})),
    );
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const answers = await Promise.all(made.map(({ body }) => fetched(body.link)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(4);
  });

  it("is handed out so often and no oftener", async () => {
    const theirs = (await t.post("colleague", "/my-calendar/feed", {})).body.link;
    const statuses = new Set<number>();
    for (let at = 0; at < 125; at++) statuses.add((await fetched(theirs)).status);
    expect([...statuses]).toEqual([200, 429]);
  });

  it("hands out one meeting as a file, to whoever sees it", async () => {
    const id = await schedule({ day: "2026-12-15" });
    const file = await t.get("colleague", `/meetings/${id}/meeting.ics`);
    expect(file.headers.get("content-disposition")).toContain("meeting-2026-12-15.ics");
    expect(eventsIn(file.body).events).toMatchObject([{ start: "2026-12-15T13:30:00.000Z" }]);
    expect((await t.get("stranger", `/meetings/${id}/meeting.ics`)).status).toBe(404);
  });
});
