import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { verify } from "#lib/storage/verify.ts";
import type { ContactView } from "#touches/touch-view.ts";
import { checks } from "../house.ts";
import type { AgendaView, ReviewsTodayView, RoundView } from "./account-review-view.ts";

// It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap(({ mistakes }) => mistakes)).toEqual([]);
});

async function toPlanAt(now: string): Promise<string[]> {
  const { send } = houseOver(t.test.database, { now: new Date(now) });
  const authorization = `Bearer ${t.cast.keys.rep}`;
  const answer = await send("GET", "/reviews-today", undefined, { authorization });
  return (answer.body as ReviewsTodayView).toPlan.map(({ stage }) => stage);
}

async function ok<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}
let count = 0;
/** A client of Mia's with two people, promised a quarterly review on that day. */
async function promised(day = "2026-08-12") {
  const name = `Client ${++count}`;
  const account = await ok(t.post("leader", "/accounts", { name, kind: "client", holderId: t.cast.rep }));
  const accountId: string = account.id;
  const anna = (
    await ok(
      t.post("leader", "/people", { fullName: `Anna ${count}`, accountId, emails: [`a${count}@c.example`] }),
    )
  ).id as string;
  const bruno = (await ok(t.post("leader", "/people", { fullName: `Bruno ${count}`, accountId })))
    .id as string;
  const said = { personId: anna, moment: "proposal", day, words: "We come back each quarter." };
  await ok(t.post("rep", "/seeds", said));
  return { name, accountId, anna, bruno };
}
const plan = (accountId: string, personIds: string[], more: object = {}, who: CastName = "rep") =>
  t.post(who, "/account-reviews", { accountId, personIds, day: TODAY, ...more });
const agenda = (id: string, who: CastName = "rep") => ok<AgendaView>(t.get(who, `/account-reviews/${id}`));
const roundOf = async (accountId: string) => {
  const { items } = await ok<{ items: RoundView[] }>(t.get("rep", "/review-rounds"));
  return items.find((round) => round.accountId === accountId);
};
const contacts = async (id: string) => {
  const { items } = await ok<{ items: ContactView[] }>(t.get("rep", `/people/${id}/contacts`));
  return items.map(({ day, kind }) => `${day} ${kind}`);
};
async function tally(measure: string): Promise<number> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ count: number }>`
      select coalesce(sum(count), 0)::int as count from tally
       where workspace_id = ${t.cast.workspaceId} and scope_id = ${t.cast.rep} and measure = ${measure}`.execute(
      tx.tables(),
    );
    return rows[0]?.count ?? 0;
  });
}

describe("an account review", () => {
  it("comes due a quarter after the promise, is planned with a meeting, held, and taken back with nothing lost", async () => {
    const { accountId, anna, bruno } = await promised();
    expect(await roundOf(accountId)).toMatchObject({
      due: "2026-11-11",
      stage: "due",
      days: 91,
      planned: null,
    });
    const meetings = await tally("meetings-held");
    const touches = await tally("touches");
    const { id, meetingId } = await ok(plan(accountId, [anna, bruno], { time: "14:00" }));
    expect(await roundOf(accountId)).toMatchObject({ stage: "planned", planned: { id, time: "14:00" } });
    expect(await ok(t.get("rep", `/meetings/${meetingId}`))).toMatchObject({
      about: "Account review",
      personId: anna,
      day: TODAY,
    });
    expect((await plan(accountId, [anna])).status).toBe(409);

    const held = await ok(t.put("rep", `/account-reviews/${id}/held`, { cameIds: [anna] }));
    expect(held).toMatchObject({ state: "held", heldOn: TODAY, meetingOutcome: "held" });
    expect(held.people.map(({ came }: { came: boolean }) => came)).toEqual([true, false]);
    // One contact, although there was a meeting too.
    expect(await contacts(anna)).toEqual([`${TODAY} account-review`, "2026-08-12 talk"]);
    expect(await contacts(bruno)).toEqual([]);
    // Counted as the meeting that it was.
    expect([await tally("meetings-held"), await tally("touches")]).toEqual([meetings + 1, touches]);
    expect(await roundOf(accountId)).toMatchObject({ last: TODAY, due: "2027-02-17", stage: "later" });

    await ok(t.del("rep", `/account-reviews/${id}/held`));
    expect(await contacts(anna)).toEqual(["2026-08-12 talk"]);
    expect([await tally("meetings-held"), await tally("touches")]).toEqual([meetings, touches]);
    expect((await ok(t.get("rep", `/meetings/${meetingId}`))).outcome).toBeNull();
    expect(await roundOf(accountId)).toMatchObject({ last: null, stage: "planned" });
    await ok(t.del("rep", `/account-reviews/${id}`));
    expect((await t.get("rep", `/meetings/${meetingId}`)).status).toBe(404);
    expect(await roundOf(accountId)).toMatchObject({ stage: "due", planned: null });
  });

  it("links to a meeting that is there, goes with it, and is held with it", async () => {
    const { accountId, anna, bruno } = await promised();
    const meeting = await ok(
      t.post("rep", "/meetings", { personId: anna, day: "2026-11-25", time: "09:00" }),
    );
    const { id } = await ok(plan(accountId, [bruno], { meetingId: meeting.id, day: undefined }));
    await ok(t.patch("rep", `/meetings/${meeting.id}`, { day: "2026-11-26" }));
    expect((await agenda(id)).review).toMatchObject({ day: "2026-11-26", state: "planned" });
    expect((await t.put("rep", `/account-reviews/${id}/held`, {})).status).toBe(422);
    await ok(t.patch("rep", `/account-reviews/${id}`, { day: TODAY }));
    expect((await ok(t.get("rep", `/meetings/${meeting.id}`))).day).toBe(TODAY);
    await ok(t.put("rep", `/meetings/${meeting.id}/outcome`, { outcome: "held" }));
    await ok(t.put("rep", `/account-reviews/${id}/held`, {}));
    expect(await contacts(anna)).toEqual([`${TODAY} account-review`, "2026-08-12 talk"]);
    // The meeting was held before anybody said it of the review: it stays so.
    await ok(t.del("rep", `/account-reviews/${id}/held`));
    expect((await ok(t.get("rep", `/meetings/${meeting.id}`))).outcome).toBe("held");
    await ok(t.del("rep", `/account-reviews/${id}`));
    expect((await ok(t.get("rep", `/meetings/${meeting.id}`))).outcome).toBe("held");
  });

  it("is one contact and one count where it was logged by hand too, and gives that back", async () => {
    const { accountId, anna, bruno } = await promised();
    const byHand = { personId: bruno, kind: "account-review" };
    const before = [await tally("meetings-held"), await tally("touches")];
    const touch = await ok(t.post("colleague", "/touches", byHand));
    const counted = await tally("touches");
    const mine = await ok(t.post("rep", "/touches", { ...byHand, personId: anna }));
    expect(await tally("touches")).toBe(counted + 1);
    const { id } = await ok(plan(accountId, [anna, bruno]));
    await ok(t.put("rep", `/account-reviews/${id}/held`, {}));
    const held = [(before[0] as number) + 1, before[1]];
    expect([await tally("meetings-held"), await tally("touches")]).toEqual(held);
    const review = `${TODAY} account-review`;
    expect([(await contacts(anna))[0], await contacts(bruno)]).toEqual([review, [review]]);
    // Logged once more, by whom ever: it is there.
    await ok(t.post("leader", "/touches", byHand));
    expect([await tally("meetings-held"), await tally("touches")]).toEqual(held);
    // Taken back, she was still met.
    await ok(t.del("rep", `/touches/${mine.id}`));
    expect(await contacts(anna)).toEqual([`${TODAY} meeting`, "2026-08-12 talk"]);
    expect(await contacts(bruno)).toEqual([review]);
    await ok(t.del("rep", `/account-reviews/${id}/held`));
    expect(await contacts(bruno)).toEqual([review]);
    expect([await tally("meetings-held"), await tally("touches")]).toEqual([before[0], counted]);
    await ok(t.del("colleague", `/touches/${touch.id}`));
  });

  it("keeps its meeting as long as it is held", async () => {
    const { accountId, anna } = await promised();
    const { id, meetingId } = await ok(plan(accountId, [anna]));
    await ok(t.put("rep", `/account-reviews/${id}/held`, {}));
    for (const answer of [
      await t.del("rep", `/meetings/${meetingId}/outcome`),
      await t.put("rep", `/meetings/${meetingId}/outcome`, { outcome: "no-show" }),
      await t.del("rep", `/meetings/${meetingId}`),
    ]) {
      expect(answer.status).toBe(409);
      expect(JSON.stringify(answer.body)).toContain("take back first that the review was held");
    }
    await ok(t.del("rep", `/account-reviews/${id}/held`));
    await ok(t.del("rep", `/meetings/${meetingId}`));
    // Its meeting is gone; it can be held all the same.
    await ok(t.put("rep", `/account-reviews/${id}/held`, {}));
  });

  it("brings what was delivered, measured, promised and is open since the last one", async () => {
    const { accountId, anna, bruno } = await promised("2026-05-06");
    const first = await ok(plan(accountId, [anna], { day: "2026-08-05" }));
    await ok(t.put("rep", `/account-reviews/${first.id}/held`, { day: "2026-08-05" }));
    const deal = { name: "Night shift", accountId, origin: "existing-client", openedOn: "2026-07-01" };
    const won = await ok(t.post("rep", "/deals", { ...deal, amount: { minor: 900_000, currency: "EUR" } }));
    await ok(t.put("rep", `/deals/${won.id}/outcome`, { outcome: "won", day: "2026-09-01" }));
    const early = await ok(t.post("rep", "/deals", { ...deal, name: "Pilot" }));
    await ok(t.put("rep", `/deals/${early.id}/outcome`, { outcome: "won", day: "2026-07-15" }));
    await ok(
      t.post("rep", `/accounts/${accountId}/handovers`, { toName: "Customer success", day: "2026-09-02" }),
    );
    await ok(
      t.post("rep", "/given", {
        toId: anna,
        whom: { name: "Gino Rossi", does: "a caterer" },
        kind: "personal",
        level: 3,
        day: "2026-10-01",
      }),
    );
    await ok(t.post("rep", `/accounts/${accountId}/issues`, { what: "Two outages in October." }));
    const open = { words: "Send the shift plan", dueOn: "2026-09-30", memberId: t.cast.rep };
    await ok(t.post("rep", `/account-reviews/${first.id}/commitments`, open));
    const theirs = await ok(
      t.post("rep", `/account-reviews/${first.id}/commitments`, {
        words: "Name a deputy",
        dueOn: "2026-09-15",
        personId: bruno,
      }),
    );
    await ok(t.put("colleague", `/review-commitments/${theirs.id}/done`, {}));
    const measure = await ok(
      t.post("rep", `/accounts/${accountId}/measures`, { name: "Shifts filled", unit: "%", target: 98 }),
    );
    for (const [value, day] of [
      [91, "2026-08-05"],
      [97.5, "2026-11-17"],
    ] as const)
      await ok(t.post("rep", `/account-measures/${measure.id}/values`, { value, day }));

    const next = await ok(plan(accountId, [anna, bruno]));
    const seen = await agenda(next.id, "colleague");
    expect(seen).toMatchObject({
      since: "2026-08-05",
      promise: { personName: `Anna ${count}`, words: "We come back each quarter." },
      delivered: {
        won: [{ name: "Night shift", day: "2026-09-01", amount: { minor: 900_000, currency: "EUR" } }],
        handedOver: [{ to: "Customer success" }],
        given: [{ whom: "Gino Rossi", to: `Anna ${count}`, outcome: "waits" }],
      },
      measures: [{ name: "Shifts filled", unit: "%", target: 98, values: [{ value: 91 }, { value: 97.5 }] }],
      issues: [{ what: "Two outages in October.", settledOn: null }],
      commitments: [
        { words: "Name a deputy", personName: `Bruno ${count}`, doneOn: TODAY },
        { words: "Send the shift plan", memberName: "Mia Sommer", doneOn: null },
      ],
    });
    // The first one still shows what it was about then.
    expect((await agenda(first.id)).delivered.won.map(({ name }) => name)).toEqual(["Pilot"]);
    expect((await agenda(first.id)).measures[0]?.values).toHaveLength(1);
    const today = await ok<ReviewsTodayView>(t.get("rep", "/reviews-today"));
    expect(today.reviews.map(({ id }) => id)).toContain(next.id);
    expect(today.commitments.map(({ words }) => words)).toContain("Send the shift plan");
    await ok(t.del("rep", `/account-reviews/${next.id}`));
  });

  it("keeps notes of two at once: the second is told what the first wrote", async () => {
    const { accountId, anna } = await promised();
    const { id } = await ok(plan(accountId, [anna]));
    const at = `/account-reviews/${id}/notes/next-quarter`;
    expect(await ok(t.put("rep", at, { words: "A second site.", version: 0 }))).toMatchObject({ version: 1 });
    // The same again, as after a lost answer, is no conflict.
    expect(await ok(t.put("rep", at, { words: "A second site.", version: 0 }))).toMatchObject({ version: 1 });
    const refused = await t.put("colleague", at, { words: "Budget in March.", version: 0 });
    expect(refused).toMatchObject({
      status: 409,
      body: { facts: { version: 1, words: "A second site.", byName: "Mia Sommer" } },
    });
    await ok(t.put("colleague", at, { words: "A second site.\n\nBudget in March.", version: 1 }));
    expect((await agenda(id)).notes["next-quarter"]).toMatchObject({ version: 2, byName: "Jonas Weber" });
    expect(
      (await t.put("rep", `/account-reviews/${id}/notes/nonsense`, { words: "x", version: 0 })).status,
    ).toBe(404);
    expect((await t.del("rep", `/account-reviews/${id}`)).body.detail).toContain("move it to another day");
    const both = await Promise.all(
      ["One.", "Two.", "Three."].map((words) =>
        t.put("rep", `/account-reviews/${id}/notes/issues`, { words, version: 0 }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const point = await ok(t.post("rep", `/account-reviews/${id}/points`, { name: "The trade fair" }));
    await ok(t.put("rep", `/account-reviews/${id}/notes/${point.id}`, { words: "Stand 12.", version: 0 }));
    expect((await t.del("rep", `/account-reviews/${id}/points/${point.id}`)).status).toBe(409);
    await ok(t.put("rep", `/account-reviews/${id}/notes/${point.id}`, { words: "", version: 1 }));
    await ok(t.del("rep", `/account-reviews/${id}/points/${point.id}`));
    await ok(t.put("rep", `/account-reviews/${id}/held`, {}));
    await ok(t.del("rep", `/account-reviews/${id}/held`));
    expect((await agenda(id)).notes["next-quarter"]?.words).toContain("Budget in March.");
  });

  it("is the rep's, their manager's or a leader's to move and to hold, and nobody's outside", async () => {
    const { accountId, anna } = await promised();
    expect((await plan(accountId, [anna], { memberId: t.cast.rep }, "colleague")).status).toBe(403);
    const { id, meetingId } = await ok(plan(accountId, [anna], { memberId: t.cast.rep }, "manager"));
    expect((await t.patch("colleague", `/account-reviews/${id}`, { day: "2026-11-20" })).status).toBe(403);
    expect((await t.put("colleague", `/account-reviews/${id}/held`, {})).status).toBe(403);
    expect((await t.del("colleague", `/account-reviews/${id}`)).status).toBe(403);
    const stranger = await promised();
    const elsewhere = { personIds: [stranger.anna] };
    expect(await t.patch("rep", `/account-reviews/${id}`, elsewhere)).toMatchObject({
      status: 422,
      body: { field: "personIds" },
    });
    for (const [method, path, body] of [
      ["GET", `/account-reviews/${id}`, undefined],
      ["PATCH", `/account-reviews/${id}`, { day: TODAY }],
      ["DELETE", `/account-reviews/${id}`, undefined],
      ["PUT", `/account-reviews/${id}/held`, {}],
      ["PUT", `/account-reviews/${id}/notes/issues`, { words: "x", version: 0 }],
      ["POST", `/account-reviews/${id}/points`, { name: "x" }],
      ["POST", `/account-reviews/${id}/commitments`, { words: "x", dueOn: "2026-12-01" }],
      ["POST", "/account-reviews", { accountId, personIds: [anna], day: TODAY }],
      ["GET", `/accounts/${accountId}/measures`, undefined],
      ["POST", `/accounts/${accountId}/measures`, { name: "x" }],
    ] as const)
      expect((await t.as("stranger", method, path, body)).status, `${method} ${path}`).toBe(404);
    for (const path of ["/review-rounds", `/account-reviews?account=${accountId}`])
      expect((await ok(t.get("stranger", path))).items).toEqual([]);
    expect(await ok(t.get("stranger", "/reviews-today"))).toEqual({
      reviews: [],
      commitments: [],
      toPlan: [],
    });
    await ok(t.put("manager", `/account-reviews/${id}/held`, {}));
    expect((await ok(t.get("rep", `/meetings/${meetingId}`))).memberId).toBe(t.cast.rep);
  });

  it("is ticked off, taken up again and taken back, point by point", async () => {
    const { accountId, anna } = await promised();
    const { id } = await ok(plan(accountId, [anna]));
    const made = await ok(
      t.post("rep", `/account-reviews/${id}/commitments`, { words: "Call", dueOn: "2026-12-01" }),
    );
    await ok(t.put("rep", `/review-commitments/${made.id}/done`, {}));
    expect((await ok(t.del("rep", `/review-commitments/${made.id}/done`))).doneOn).toBeNull();
    expect((await t.del("rep", `/review-commitments/${made.id}/done`)).status).toBe(409);
    await ok(t.del("rep", `/review-commitments/${made.id}`));
    expect((await t.put("rep", `/review-commitments/${made.id}/done`, {})).status).toBe(404);
    const measure = await ok(
      t.post("rep", `/accounts/${accountId}/measures`, { name: "Errors", better: "less", target: 2 }),
    );
    const read = await ok(t.post("rep", `/account-measures/${measure.id}/values`, { value: 5 }));
    expect(
      (await t.post("rep", `/account-measures/${measure.id}/values`, { value: 5, day: "2026-12-01" })).status,
    ).toBe(422);
    await ok(t.del("rep", `/account-measure-values/${read.values[0].id}`));
    await ok(t.patch("rep", `/account-measures/${measure.id}`, { ended: true }));
    expect((await agenda(id)).measures).toEqual([]);
    await ok(t.patch("rep", `/account-measures/${measure.id}`, { ended: false, target: null }));
    expect((await agenda(id)).measures).toMatchObject([{ name: "Errors", target: null, values: [] }]);
    await ok(t.del("rep", `/account-measures/${measure.id}`));
    expect((await ok(t.get("rep", `/accounts/${accountId}/measures`))).items).toEqual([]);
  });

  it("asks in its turn to be planned, one a day, on workdays", async () => {
    await promised("2026-07-01");
    await promised("2026-07-02");
    expect((await toPlanAt("2026-12-02T08:00:00Z")).length).toBeLessThanOrEqual(1);
    expect(await toPlanAt("2026-12-05T08:00:00Z")).toEqual([]);
  });
});
