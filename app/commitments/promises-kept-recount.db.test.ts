import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { frozenClock } from "#lib/kernel/clock.ts";
import { RUBRIC_FRAME, SCENARIO_FRAME } from "#practice/library/frame.ts";

// Thirteen weeks of two teams, told through the front door; then every promise is judged again from bare rows and lines of the journal,
// in plain loops that share nothing with the code under test. It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";
const THIS = "2026-11-16";
const WEEKS = 13;
const REPS = ["rep", "colleague", "southRep"] as const;
const SCENARIO = "ask-delivered-controller";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
  await tell();
}, 180_000);
afterAll(() => t?.close());

const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (day: string) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
const mondayOf = (day: string) => plus(day, 1 - weekdayOf(day));

/** Park and Miller's generator: the same story every time. */
let seed = 20261123;
const dice = (sides: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % sides;
};
const pick = <T>(some: readonly T[]): T => some[dice(some.length)] as T;

const houses = new Map<string, ReturnType<typeof houseOver>>();
async function send(who: CastName, method: string, path: string, body: unknown, on: string) {
  const clock = frozenClock(new Date(`${on}T10:00:00Z`));
  const house = houses.get(on) ?? houseOver(t.test.database, { clock });
  houses.set(on, house);
  const answer = await house.send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
  if (answer.status >= 300) throw new Error(`${method} ${path} on ${on}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const earlier = (day: string) => (day < TODAY ? day : TODAY);

async function tell(): Promise<void> {
  await send("leader", "PATCH", "/clocks", { since: "2026-01-01" }, TODAY);
  const people: string[] = [];
  for (let at = 0; at < 30; at++)
    people.push((await send("leader", "POST", "/people", { fullName: `Klara Kunde ${at}` }, TODAY)).id);
  await send("colleague", "POST", "/absences", { fromDay: "2026-10-05", toDay: "2026-10-14" }, "2026-10-05");
  await send("southRep", "POST", "/absences", { fromDay: "2026-11-18", toDay: "2026-11-20" }, "2026-11-09");
  await send("leader", "POST", "/holidays", { day: "2026-10-26", name: "A" }, TODAY);
  await send("leader", "POST", "/holidays", { day: "2026-10-27", name: "B" }, TODAY);
  await send("leader", "POST", "/holidays", { day: "2026-10-28", name: "C" }, TODAY);
  const { points } = RUBRIC_FRAME[SCENARIO_FRAME[SCENARIO].rubric];
  const kept = Object.fromEntries(points.map((point) => [point, true]));
  for (let back = WEEKS; back >= 0; back--) {
    const week = plus(THIS, -7 * back);
    for (const rep of REPS) {
      const day = () => earlier(plus(week, dice(5)));
      const introduced = await send(
        rep,
        "POST",
        "/referrals",
        { sourceId: pick(people), contact: { fullName: `Neu ${week} ${rep}` }, level: 2, day: week },
        week,
      );
      const duties: { id: string; kind: string }[] = (
        await send(rep, "GET", `/duties?referral=${introduced.id}`, undefined, week)
      ).items;
      // Two of whom others were asked, who turn out to be the same persons.
      const twins = rep === "rep" && back === 3;
      const planned = twins || dice(8) > 0;
      let lines: { id: string; kind: string }[] = [];
      if (planned) {
        const promises = [
          ...[...new Set(twins ? [people[20], people[22]] : [pick(people), pick(people)])].map(
            (personId) => ({ kind: "ask", personId }),
          ),
          { kind: "count", measure: "people-asked", count: 1 + dice(3) },
          ...(dice(2) === 0 ? [{ kind: "count", measure: "referrals-received", count: 1 + dice(2) }] : []),
          ...(dice(2) === 0 ? [{ kind: "practice", count: 1 + dice(2) }] : []),
          ...duties
            .filter(({ kind }) => kind === "thank" || kind === "respond")
            .map(({ id }) => ({ kind: "duty", dutyId: id })),
          { kind: "own", words: `Two cards by hand, ${week}` },
        ];
        lines = (await send(rep, "PUT", `/weeks/${week}/plan`, { topics: null, promises }, week)).promises;
        for (const { personId: whom } of lines as { personId?: string | null }[]) {
          const personId = twins && whom ? people[people.indexOf(whom) + 1] : whom;
          if (!personId || (!twins && dice(2) === 0)) continue;
          const on = day();
          const said = { sourceId: personId, day: on, channel: "call", moment: "anytime", happened: true };
          const made = await send(rep, "POST", "/asks", said, on);
          if (!twins && dice(5) === 0) await send(rep, "DELETE", `/asks/${made.id}`, undefined, on);
        }
      }
      for (let each = dice(3); each > 0; each--) {
        const on = day();
        const session = { scenario: SCENARIO, way: "mirror", seconds: 300, day: on, kept };
        await send(rep, "POST", "/practice-sessions", session, on);
      }
      const thank = duties.find(({ kind }) => kind === "thank");
      const what = dice(4);
      // Done within the week, too late, let go, or owed still.
      if (thank && what < 3) {
        const on = earlier(what === 1 ? plus(week, 8) : plus(week, 2));
        const said = what === 2 ? { letGoWhy: "Met them" } : { how: "call" };
        await send(rep, "POST", "/settlements", { duties: [thank.id], ...said }, on);
      }
      if (dice(3) === 0)
        await send(rep, "PUT", `/referrals/${introduced.id}/answered`, {}, earlier(plus(week, dice(10))));
      if (dice(9) === 0) await send(rep, "DELETE", `/referrals/${introduced.id}`, undefined, day());
      const friday = plus(week, 4);
      if (planned && friday <= TODAY && dice(4) > 0) {
        const own = lines.find(({ kind }) => kind === "own");
        const promises = [
          ...(own && dice(3) > 0 ? [{ id: own.id, how: pick(["kept", "missed"]) }] : []),
          ...(dice(4) === 0 ? lines.slice(0, 1).map(({ id }) => ({ id, how: "missed" })) : []),
        ];
        try {
          await send(rep, "PUT", `/weeks/${week}/check-in`, { promises }, friday);
        } catch (error) {
          // What was kept cannot be said to be missed; such a week stays untold.
          if (!String(error).includes("this was kept")) throw error;
        }
      }
    }
  }
  for (const [keptId, mergedId] of [
    [people[5], people[6]],
    [people[20], people[21]],
    [people[23], people[22]],
  ])
    await send("leader", "POST", "/merges", { kind: "person", keptId, mergedId }, TODAY);
  for (const at of [7, 11, 13, 17, 19])
    await send("leader", "POST", `/people/${people[at]}/erasure`, { name: `Klara Kunde ${at}` }, TODAY);
}

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

async function rowsOf(table: string): Promise<Row[]> {
  const { rows } = await t.test.database.read(t.cast.workspaceId, async (tx) =>
    sql<Row>`select * from ${sql.table(table)} where workspace_id = ${tx.workspaceId}`.execute(tx.tables()),
  );
  return rows;
}

const standing = (rows: Row[]) => rows.filter((row) => row["taken_back_at"] === null);

/** What counts of a measure for a rep in a week: lines that nobody took back, one key once. */
function counts(journal: Row[]): (memberId: string, week: string, measure: string) => number {
  const undone = new Set(journal.map((line) => line["undoes"]));
  const known = new Set<string>();
  const sums = new Map<string, number>();
  for (const line of journal) {
    if (line["measure"] === null || line["undoes"] !== null || undone.has(line["id"])) continue;
    const key = `${line["member_id"]} ${mondayOf(line["day"])} ${line["measure"]}`;
    if (line["once_key"] !== null) {
      if (known.has(`${key} ${line["once_key"]}`)) continue;
      known.add(`${key} ${line["once_key"]}`);
    }
    sums.set(key, (sums.get(key) ?? 0) + line["count"]);
  }
  return (memberId, week, measure) => sums.get(`${memberId} ${week} ${measure}`) ?? 0;
}

/** Every state of every promise of a rep and week, and whether it was told, as the rows say. */
async function judged() {
  const people = new Map((await rowsOf("person")).map((row) => [row["id"], row]));
  const kept = (id: string): string => {
    const into = people.get(id)?.["merged_into"];
    return into ? kept(into) : id;
  };
  const countOf = counts(await rowsOf("journal"));
  const conversations = standing(await rowsOf("ask_conversation")).filter((row) => row["asked"]);
  const askedIn = new Set(
    standing(await rowsOf("ask")).flatMap((ask) =>
      conversations
        .filter((each) => each["ask_id"] === ask["id"])
        .map((each) => `${ask["member_id"]} ${mondayOf(each["day"])} ${kept(ask["source_id"])}`),
    ),
  );
  const referrals = new Map(standing(await rowsOf("referral")).map((row) => [row["id"], row]));
  const done = standing(await rowsOf("duty_done"));
  const holidays = new Set(standing(await rowsOf("holiday")).map((row) => row["day"]));
  const absences = standing(await rowsOf("absence"));
  const promises = standing(await rowsOf("week_promise"));
  const checkIns = new Set(standing(await rowsOf("check_in")).map((row) => row["plan_id"]));
  const states = new Map<string, { tally: Record<string, number>; told: boolean; away: boolean }>();
  const wasAway = (memberId: string, week: string) => {
    const days = [0, 1, 2, 3, 4].map((ahead) => plus(week, ahead));
    const off = days.filter(
      (day) =>
        holidays.has(day) ||
        absences.some(
          (row) => row["member_id"] === memberId && row["from_day"] <= day && day <= row["to_day"],
        ),
    );
    return 2 * (5 - off.length) < 5;
  };
  const isDone = (line: Row, week: string): "kept" | "gone" | null => {
    const [referralId, kind, sourceId] = String(line["duty_id"]).split(".") as [string, string, string];
    const referral = referrals.get(referralId);
    if (referral === undefined) return "gone";
    const last = plus(week, 6);
    if (kind === "respond") {
      const at: Date | null = referral["responded_at"];
      // Everything happens at ten o'clock, on the same day in every zone of Europe.
      return at !== null && at.toISOString().slice(0, 10) <= last ? "kept" : null;
    }
    const said = done.find(
      (row) =>
        row["referral_id"] === referralId &&
        row["kind"] === kind &&
        kept(row["source_id"]) === kept(sourceId),
    );
    if (said === undefined) return null;
    if (said["let_go_why"] !== null) return "gone";
    return said["day"] <= last ? "kept" : null;
  };
  for (const plan of standing(await rowsOf("week_plan"))) {
    const memberId = plan["member_id"];
    const week = mondayOf(plan["mid_week"]);
    const away = wasAway(memberId, week);
    const ended = TODAY > plus(week, 6);
    const closed = TODAY > plus(week, 13);
    const tally = { kept: 0, missed: 0, neither: 0, open: 0 };
    for (const line of promises.filter((each) => each["plan_id"] === plan["id"])) {
      const state = ((): keyof typeof tally => {
        if (line["kind"] === "ask") {
          const id = kept(line["person_id"]);
          if (askedIn.has(`${memberId} ${week} ${id}`)) return "kept";
          const whom = people.get(id);
          if (whom?.["erased_at"] !== null || whom["removed_at"] !== null) return "neither";
        } else if (line["kind"] === "duty") {
          const came = isDone(line, week);
          if (came !== null) return came === "kept" ? "kept" : "neither";
        } else if (line["kind"] !== "own") {
          const measure = line["kind"] === "practice" ? "practice-sessions" : line["measure"];
          if (countOf(memberId, week, measure) >= line["count"]) return "kept";
        } else if (line["told"] === "kept") return "kept";
        if (away && (ended || line["told"] !== null)) return "neither";
        if (line["told"] !== null) return "missed";
        return (line["kind"] === "own" ? closed : ended) ? "missed" : "open";
      })();
      tally[state] += 1;
    }
    states.set(`${memberId} ${week}`, { tally, told: checkIns.has(plan["id"]), away });
  }
  return { states, wasAway };
}

describe("promises kept, counted again", () => {
  it("are what the rows say: every week of every rep, and how many in a row were told", async () => {
    const { states, wasAway } = await judged();
    const { body } = await t.get("leader", "/promises-kept");
    expect(body.weeks).toEqual(Array.from({ length: WEEKS }, (_, at) => plus(THIS, 7 * (at + 1 - WEEKS))));
    expect(body.items).toHaveLength(REPS.length);
    const seen = { kept: 0, missed: 0, neither: 0, open: 0, away: 0, untold: 0 };
    for (const rep of body.items) {
      let streak = 0;
      let broken = false;
      for (const week of body.weeks.toReversed()) {
        const said = rep.weeks.find((each: Row) => each["week"] === week);
        const found = states.get(`${rep.id} ${week}`);
        const away = wasAway(rep.id, week);
        expect(said, `${rep.name} ${week}`).toEqual({
          week,
          planned: found !== undefined,
          told: found?.told ?? false,
          waiting: !found?.told && TODAY <= plus(week, 13),
          away,
          tally: found?.tally ?? { kept: 0, missed: 0, neither: 0, open: 0 },
        });
        for (const what of ["kept", "missed", "neither", "open"] as const) seen[what] += said.tally[what];
        seen.away += Number(away);
        seen.untold += Number(!said.told);
        const waits = !said.told && TODAY <= plus(week, 13) && (said.planned || TODAY <= plus(week, 6));
        if (said.told) streak += broken ? 0 : 1;
        else broken ||= !waits && !away;
      }
      expect(rep.streak, rep.name).toBe(streak);
      const sum = (...which: string[]) =>
        rep.weeks.reduce(
          (all: number, each: Row) =>
            all + which.reduce((total, what) => total + (each["tally"][what] as number), 0),
          0,
        );
      expect([rep.kept, rep.of]).toEqual([sum("kept"), sum("kept", "missed")]);
    }
    const twins = states.get(`${t.cast.rep} ${plus(THIS, -21)}`);
    expect(twins?.tally["kept"], "both were asked under another id").toBeGreaterThanOrEqual(2);
    // A story in which one of them never happens would show nothing.
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(2);
  });

  it("are the same on the page of a rep", async () => {
    const { body } = await t.get("leader", "/promises-kept");
    for (const rep of body.items) {
      const weeks = (await t.get("leader", `/weeks?member=${rep.id}`)).body.items;
      for (const line of weeks)
        expect(
          rep.weeks.find((each: Row) => each["week"] === line.week),
          `${rep.name} ${line.week}`,
        ).toEqual(line);
    }
  });
});
