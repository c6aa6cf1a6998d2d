import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requestHash } from "#lib/http/idempotency.ts";
import { NOON, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { actorOf } from "#team/door-actions.ts";
import { answerPoll } from "./poll-actions.ts";
import { pulseOf } from "./pulse-actions.ts";
import { ACTIVITIES, type Activity } from "./poll.ts";
import type { PollsView, PollView } from "./poll-view.ts";

const DAY = 86_400_000;
const MEETINGS_FIRST: Activity[] = ["client-meetings", "being-coached", "training", "crm", "cold-calls"];
const COLD_FIRST: Activity[] = ["cold-calls", "crm", "training", "being-coached", "client-meetings"];
const agreement = [2, 4, 5, null];
const said = (order: readonly Activity[]) => ({ order, agreement });

let now = NOON;
let t: TestHouse;
/** Members who are asked besides the four of the cast. */
let others: string[];
let owner: pg.Client;
beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => new Date(now) } });
  for (let at = 0; at < 8; at += 1)
    await t.post("leader", "/members", { name: `Rep ${at}`, email: `rep${at}@nordlicht.example` });
  const members = (await t.get("leader", "/members")).body.items as { id: string; name: string }[];
  others = members.filter(({ name }) => name.startsWith("Rep ")).map(({ id }) => id);
  owner = new pg.Client({ connectionString: t.test.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await t?.close();
});

/** Each test has its own poll, long after the one before. */
let poll: PollView;
beforeEach(async () => {
  now = new Date(now.getTime() + 50 * DAY);
  poll = (await t.post("leader", "/polls", {})).body as PollView;
});

const answer = (who: CastName, order: readonly string[] = MEETINGS_FIRST, said: unknown = agreement) =>
  t.post(who, `/polls/${poll.id}/answers`, { order, agreement: said });
const pressTwice = () =>
  [1, 2].map(() =>
    t.as(
      "rep",
      "POST",
      `/polls/${poll.id}/answers`,
      { order: COLD_FIRST, agreement },
      { "idempotency-key": poll.id },
    ),
  );
const polls = async (who: CastName) => (await t.get(who, "/polls")).body as PollsView;
const seen = async (who: CastName) => (await polls(who)).items.find(({ id }) => id === poll.id)!;
const end = () => void (now = new Date(now.getTime() + 8 * DAY));
async function answerAs(memberIds: readonly string[], order = MEETINGS_FIRST) {
  for (const memberId of memberIds)
    await t.test.database.write(t.cast.workspaceId, async (tx) =>
      answerPoll(tx, await actorOf(tx, memberId, now), poll.id, { order, agreement }),
    );
}
const FOUR = ["rep", "colleague", "manager", "southRep"] as const;

describe("a poll", () => {
  it("is opened by a leader, for a week and with four statements unless they say otherwise", async () => {
    expect(poll).toMatchObject({ state: "open", answered: false, answers: 0, results: null });
    expect(poll.statements.map(({ key }) => key)).toEqual(["comfort", "words", "whom", "backed"]);
    expect((await t.post("manager", "/polls", {})).status).toBe(403);
    expect(await t.post("leader", "/polls", {})).toMatchObject({ status: 409 });
    expect((await t.put("rep", `/polls/${poll.id}/last-day`, { lastDay: poll.lastDay })).status).toBe(403);
    expect((await t.del("manager", `/polls/${poll.id}`)).status).toBe(403);
  });

  it("is nothing to a stranger", async () => {
    expect((await polls("stranger")).items).toEqual([]);
    expect((await answer("stranger")).status).toBe(404);
    expect((await t.del("stranger", `/polls/${poll.id}`)).status).toBe(404);
    expect((await t.put("stranger", `/polls/${poll.id}/last-day`, { lastDay: poll.lastDay })).status).toBe(
      404,
    );
  });

  it("can be taken back until somebody has answered", async () => {
    expect((await t.del("leader", `/polls/${poll.id}`)).status).toBe(204);
    poll = (await t.post("leader", "/polls", { statements: [] })).body as PollView;
    expect((await answer("rep", MEETINGS_FIRST, [])).status).toBe(204);
    expect((await t.del("leader", `/polls/${poll.id}`)).status).toBe(409);
    expect(await t.mistakes()).toEqual([]);
  });

  it("is answered once, by everybody but leaders", async () => {
    expect((await answer("rep")).status).toBe(204);
    expect(await answer("rep", COLD_FIRST)).toMatchObject({ status: 409 });
    expect((await answer("leader")).status).toBe(403);
    expect((await answer("colleague", ["crm"])).status).toBe(422);
    expect((await answer("colleague", MEETINGS_FIRST, [1])).status).toBe(422);
    expect(await seen("rep")).toMatchObject({ answered: true, answers: 1 });
    expect(await seen("leader")).toMatchObject({ answered: false, answers: 1, results: null });
  });

  it("counts a double press once, and says the same to both", async () => {
    const both = await Promise.all(pressTwice());
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    expect((await seen("leader")).answers).toBe(1);
  });

  it("keeps every answer of many at once", async () => {
    await Promise.all(FOUR.map((who) => answer(who)));
    expect((await seen("leader")).answers).toBe(4);
  });

  it("ends when the leader lets it, and its results come the day after", async () => {
    const today = now.toISOString().slice(0, 10);
    for (const who of FOUR) await answer(who);
    await answerAs(others.slice(0, 1));
    const ended = await t.put("leader", `/polls/${poll.id}/last-day`, { lastDay: today });
    expect(ended.body).toMatchObject({ state: "open", results: null });
    expect(
      (await t.put("leader", `/polls/${poll.id}/last-day`, { lastDay: poll.lastDay })).body.lastDay,
    ).toBe(poll.lastDay);
    await t.put("leader", `/polls/${poll.id}/last-day`, { lastDay: today });
    now = new Date(now.getTime() + DAY);
    expect((await seen("rep")).results).toMatchObject({ answers: 5, exact: false });
    expect((await t.put("leader", `/polls/${poll.id}/last-day`, { lastDay: poll.lastDay })).status).toBe(409);
  });
});

describe("what it says", () => {
  it("is what was answered, counted apart", async () => {
    const said: [string, Activity[]][] = [...others, t.cast.rep, t.cast.manager].map((id, at) => [
      id,
      at % 3 === 0 ? COLD_FIRST : MEETINGS_FIRST,
    ]);
    for (const [id, order] of said) await answerAs([id], order);
    end();
    const { results } = await seen("rep");
    for (const activity of ACTIVITIES) {
      const ranks = said.map(([, order]) => order.indexOf(activity) + 1);
      const shown = results!.activities.find((each) => each.activity === activity)!;
      expect(shown.meanRank).toBeCloseTo(ranks.reduce((a, b) => a + b, 0) / ranks.length, 5);
      expect(shown.borda).toBe(ranks.reduce((sum, rank) => sum + 5 - rank, 0));
    }
    const sums = ACTIVITIES.map((each) => said.reduce((sum, [, order]) => sum + order.indexOf(each) + 1, 0));
    const s = sums.reduce((sum, each) => sum + (each - 30) ** 2, 0);
    expect(results!.agreement.w).toBeCloseTo((12 * s) / (100 * 120), 2);
    expect(results!.statements[0]).toMatchObject({
      answers: 10,
      mean: 2,
      agree: { kind: "too-early", n: 10 },
    });
    expect(results!.statements[3]).toMatchObject({ answers: 0, mean: null });
    const pulse = await t.test.database.read(t.cast.workspaceId, async (tx) =>
      pulseOf(tx, await actorOf(tx, t.cast.leader, now)),
    );
    expect(pulse).toMatchObject({ pollId: poll.id, exact: true, comfort: { key: "comfort", mean: 2 } });
  });
});

describe("what nobody can find out", () => {
  it("is anything, before it has ended, whoever looks: not after one more answer either", async () => {
    const looks: string[] = [];
    for (const id of [...others, t.cast.rep]) {
      await answerAs([id], id === t.cast.rep ? COLD_FIRST : MEETINGS_FIRST);
      for (const who of ["rep", "manager", "leader"] as const) {
        const { answers, answered, ...rest } = await seen(who);
        expect(rest.results).toBeNull();
        looks.push(JSON.stringify(rest));
        expect([answers, typeof answered]).toEqual([expect.any(Number), "boolean"]);
      }
    }
    expect(new Set(looks).size).toBe(1);
  });

  it("is anything of four answers, and then not even how many there were", async () => {
    for (const who of FOUR) await answer(who);
    end();
    expect(await seen("leader")).toMatchObject({ state: "ended", answers: null, results: null });
    now = new Date(now.getTime() + 400 * DAY);
    expect(await seen("leader")).toMatchObject({ answers: null, results: null });
    expect((await answer("rep")).status).toBe(409);
  });

  it("is changed by looking again: few answers carry the same chance for ever", async () => {
    for (const who of FOUR) await answer(who, who === "rep" ? COLD_FIRST : MEETINGS_FIRST);
    await answerAs(others.slice(0, 2));
    end();
    const first = (await seen("leader")).results;
    expect(first).toMatchObject({ exact: false });
    for (let again = 0; again < 5; again += 1) expect((await seen("manager")).results).toEqual(first);
  });

  it("can be asked of a team, or of anything less than everybody", async () => {
    const whole = await polls("leader");
    for (const filter of [`team=${t.cast.teams.north}`, `member=${t.cast.rep}`, "from=2026-01-01"])
      expect((await t.get("leader", `/polls?${filter}`)).body).toEqual(whole);
  });

  it("stands in any table: no order, no number of anybody's, no time, no line in the journal", async () => {
    const lines = await count("journal");
    const address = `/polls/${poll.id}/answers`;
    const sent = await t.as("rep", "POST", address, said(COLD_FIRST), { "idempotency-key": "guess-me" });
    expect(sent.status).toBe(204);
    for (const who of ["colleague", "manager", "southRep"] as const) await answer(who);
    expect(await count("journal")).toBe(lines);
    const { rows: columns } = await owner.query(
      `select column_name as name from information_schema.columns where table_name = 'poll_voter' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(["member_id", "poll_id", "workspace_id"]);
    // One row a poll: nothing in it that another row, or the transaction that wrote it, could be matched with.
    const { rows: urns } = await owner.query(
      `select answers, rank_sums, poll_urn::text as whole from poll_urn where poll_id = $1`,
      [poll.id],
    );
    expect(urns).toMatchObject([{ answers: 4, rank_sums: [16, 8, 10, 12, 14] }]);
    for (const id of [t.cast.rep, t.cast.colleague]) expect(urns[0].whole).not.toContain(id);
    for (const table of await tables()) {
      const { rows } = await owner.query(`select t::text as row from "${table}" t`);
      const telling = rows.filter(({ row }) => ACTIVITIES.some((activity) => row.includes(activity)));
      expect([table, telling]).toEqual([table, []]);
    }
  });

  it("is guessed from what is kept for a repeat, by trying all orders", async () => {
    const address = `/polls/${poll.id}/answers`;
    await t.as("rep", "POST", address, { order: COLD_FIRST, agreement }, { "idempotency-key": "mine" });
    const { rows } = await owner.query(
      `select request_hash, answer from idempotency_key where member_id = $1 and key = 'mine'`,
      [t.cast.rep],
    );
    expect(rows).toEqual([{ request_hash: requestHash("post", `/api/v1${address}`, ""), answer: null }]);
    for (const order of [COLD_FIRST, MEETINGS_FIRST])
      expect(rows[0].request_hash).not.toBe(
        requestHash("post", `/api/v1${address}`, JSON.stringify({ order, agreement })),
      );
  });

  it("is learned from two polls close to each other: the next has to wait", async () => {
    await answerAs(others.slice(0, 6));
    end();
    expect(await t.post("leader", "/polls", {})).toMatchObject({ status: 409 });
    const { nextOpens } = await polls("leader");
    expect(nextOpens! > poll.lastDay).toBe(true);
  });
});

async function count(table: string): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from ${table}`);
  return rows[0].n as number;
}

async function tables(): Promise<string[]> {
  const { rows } = await owner.query(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  return rows.map(({ name }) => name as string);
}
