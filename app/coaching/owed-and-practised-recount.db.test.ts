import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenedStory } from "#demo/tell.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import type { TestDatabase } from "#lib/storage/test-database.ts";
import { actorOf } from "#team/door-actions.ts";
import { oneOnOnePage } from "./one-on-one-page-actions.ts";

// It is Wednesday, 2026-11-18, eleven o'clock in Berlin, in the told workspace. What a 1:1 says is late, and what was rehearsed week by
// week, is worked out again from rows as they were written and METHOD's rules 6 and 10, in plain loops of this file alone.
const NOW = TOLD_AT;
const TODAY = "2026-11-18";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKS = 8;
const SESSIONS = 3;

let test: TestDatabase;
let told: OpenedStory;
beforeAll(async () => {
  const opened = await openToldDatabase();
  [test, told] = [opened, opened.told];
}, 600_000);
afterAll(() => test?.drop());

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

async function rowsOf(table: string): Promise<Row[]> {
  const { rows } = await test.database.read(told.workspaceId, async (tx) =>
    sql<Row>`select * from ${sql.table(table)} where workspace_id = ${tx.workspaceId}`.execute(tx.tables()),
  );
  return rows;
}
const standing = (rows: Row[]) => rows.filter((row) => row["taken_back_at"] === null);

const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const weekdayOf = (day: string) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
const mondayOf = (day: string) => plus(day, 1 - weekdayOf(day));
/** Berlin is two hours ahead of UTC from the last Sunday of March to that of October, else one. */
const ahead = (day: string) => (day >= "2026-03-29" && day < "2026-10-25" ? 2 : 1);
const berlin = (day: string, hour: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (hour - ahead(day)) * HOUR_MS);
const dayIn = (at: Date) =>
  new Date(at.getTime() + ahead(at.toISOString().slice(0, 10)) * HOUR_MS).toISOString().slice(0, 10);

/** Who works when: the workspace's weekdays or one's own, without holidays and absences; a stand-in works for who is away. */
async function workdays() {
  const [workspace] = await rowsOf("workspace");
  const members = new Map((await rowsOf("member")).map((row) => [row["id"], row]));
  const lists = new Map((await rowsOf("holiday_list")).map((row) => [row["id"], row]));
  const holidays = standing(await rowsOf("holiday")).filter(
    (row) => row["list_id"] === null || lists.get(row["list_id"])?.["taken_back_at"] === null,
  );
  const absences = standing(await rowsOf("absence"));
  const awayOn = (id: string, day: string) =>
    absences.findLast((row) => row["member_id"] === id && row["from_day"] <= day && day <= row["to_day"]);
  const isDayOff = (id: string, day: string) =>
    holidays.some((row) => row["day"] === day && (row["member_id"] === null || row["member_id"] === id)) ||
    awayOn(id, day) !== undefined;
  const weekdaysOf = (id: string): number[] => members.get(id)?.["workdays"] ?? workspace?.["workdays"];
  const works = (id: string, day: string) => weekdaysOf(id).includes(weekdayOf(day)) && !isDayOff(id, day);
  const forWhom = (id: string, day: string): string => awayOn(id, day)?.["stand_in_id"] ?? id;
  return { works, isDayOff, forWhom, weekdaysOf };
}

const nextDay = (day: string, works: (day: string) => boolean): string =>
  works(day) ? day : nextDay(plus(day, 1), works);

/** What is owed and past its hour, by the member whose introduction it is. */
async function lateByMember(): Promise<Map<string, string[]>> {
  const { works, forWhom } = await workdays();
  const people = new Map((await rowsOf("person")).map((row) => [row["id"], row]));
  const kept = (id: string): string => people.get(id)?.["merged_into"] ?? id;
  const referrals = standing(await rowsOf("referral")).filter((row) => row["counts_from"] !== null);
  const steps = standing(await rowsOf("referral_step"));
  const done = standing(await rowsOf("duty_done"));
  const [clocks] = await rowsOf("clock_setting");
  const [workspace] = await rowsOf("workspace");
  const since = clocks?.["since"] ?? dayIn(workspace?.["created_at"]);
  const late = new Map<string, string[]>();
  for (const referral of referrals) {
    const { id, member_id: memberId, counts_from: day } = referral as Record<string, string>;
    if (id === undefined || memberId === undefined || day === undefined) throw new Error("no introduction");
    const source = kept(referral["source_id"]);
    const isDone = (kind: string, to = source) =>
      done.some((row) => row["referral_id"] === id && row["kind"] === kind && kept(row["source_id"]) === to);
    const from = (first: string) => {
      const who = forWhom(memberId, first);
      return nextDay(first, (each) => works(who, each));
    };
    const within48 = (on: string, at: Date | null) => {
      const began = at !== null && dayIn(at) === on ? at : berlin(on, 18);
      const due = new Date(began.getTime() + 48 * HOUR_MS);
      const last = dayIn(due);
      return works(forWhom(memberId, last), last) ? due : berlin(from(last), 18);
    };
    const owe = (kind: string, due: Date, to = source) => {
      if (due < NOW) late.set(memberId, [...(late.get(memberId) ?? []), `${id}.${kind}.${to}`]);
    };
    const step = (states: string[]) =>
      steps
        .filter(
          (row) =>
            row["referral_id"] === id &&
            row["state"] === referral["state"] &&
            row["day"] === referral["state_day"] &&
            states.includes(row["state"]),
        )
        .toSorted((a, b) => a["at"].getTime() - b["at"].getTime())[0];
    const met = step(["met"]);
    const close = step(["won", "lost"]);
    if (day >= since) {
      const arrived: Date | null = referral["arrived_at"];
      const isEvening = arrived !== null && dayIn(arrived) === day && arrived > berlin(day, 16);
      const who = forWhom(memberId, day);
      const answer = isEvening ? nextDay(plus(day, 1), (each) => works(who, each)) : from(day);
      if (referral["responded_at"] === null) owe("respond", berlin(answer, 18));
      if (!isDone("thank")) owe("thank", within48(day, arrived));
      const report = berlin(from(plus(day, 30)), 18);
      const word = done.find(
        (row) => row["referral_id"] === id && row["kind"] === "report" && kept(row["source_id"]) === source,
      );
      const before =
        word !== undefined && met !== undefined && word["let_go_why"] === null && word["day"] < met["day"];
      if (before) {
        const after = within48(met["day"], met["at"]);
        owe("report", after > report ? after : report);
      } else if (word === undefined) {
        const knows = close !== undefined && (close["at"] <= report || isDone("report-close"));
        if (!knows) owe("report", report);
      }
    }
    if (close !== undefined && close["day"] >= since)
      for (const kind of ["report-close", "thank-close"])
        if (!isDone(kind)) owe(kind, within48(close["day"], close["at"]));
  }
  return late;
}

/** Days rehearsed a week and what was asked for, of the last eight weeks. */
async function practiceOf(memberId: string) {
  const { works, isDayOff, weekdaysOf } = await workdays();
  const sessions = standing(await rowsOf("practice_session"));
  const own = sessions.filter((row) => row["member_id"] === memberId);
  const rules = standing(await rowsOf("practice_rule"));
  expect(rules, "the story keeps the rule of the house").toEqual([]);
  const began = mondayOf(sessions.map((row) => row["day"] as string).toSorted()[0] ?? TODAY);
  return Array.from({ length: WEEKS }, (_, at) => plus(mondayOf(TODAY), 7 * (at + 1 - WEEKS)))
    .filter((week) => week >= began)
    .map((week) => {
      const days = [0, 1, 2, 3, 4, 5, 6].map((each) => plus(week, each));
      const held = new Set(
        own
          .filter(
            (row) =>
              days.includes(row["day"]) &&
              own.some((each) => each["day"] === row["day"] && dayIn(each["at"]) <= plus(week, 7)),
          )
          .map((row) => row["day"]),
      ).size;
      const usual = days.filter((day) => weekdaysOf(memberId).includes(weekdayOf(day)));
      const there = days.filter((day) => works(memberId, day)).length;
      const isAway = 2 * usual.filter((day) => !isDayOff(memberId, day)).length < usual.length;
      const required = isAway ? 0 : Math.min(SESSIONS, there);
      const isOver = plus(week, 6) < TODAY;
      const state = required === 0 ? "neither" : held >= required ? "kept" : isOver ? "missed" : "open";
      return { week, required, held, state };
    });
}

async function reps(): Promise<{ id: string; name: string }[]> {
  const members = await rowsOf("member");
  return members
    .filter((row) => row["role"] === "rep" && row["left_at"] === null)
    .map((row) => ({ id: row["id"], name: row["name"] }));
}

const pageOf = (memberId: string) =>
  test.database.read(told.workspaceId, async (tx) =>
    oneOnOnePage(tx, await actorOf(tx, told.leaderId, NOW), memberId, "en"),
  );

describe("a 1:1 on the told workspace", () => {
  it("names what is late as the introductions, the clocks and what was said of them have it", async () => {
    const late = await lateByMember();
    const kinds = new Set<string>();
    for (const { id, name } of await reps()) {
      const { owed } = await pageOf(id);
      // Thanks up a chain are counted again where chains are.
      const said = owed.late.filter(({ kind }) => kind !== "thank-chain").map((duty) => duty.id);
      expect(said.toSorted(), name).toEqual((late.get(id) ?? []).toSorted());
      for (const { kind } of owed.late) kinds.add(kind);
    }
    expect(kinds.size, [...kinds].join(" ")).toBeGreaterThan(1);
  });

  it("shows the weeks of practice as the sessions and the calendar have them", async () => {
    const states = new Set<string>();
    for (const { id, name } of await reps()) {
      const { weeks } = (await pageOf(id)).practice;
      expect(weeks, name).toEqual(await practiceOf(id));
      for (const { state } of weeks) states.add(state);
    }
    expect([...states]).toEqual(expect.arrayContaining(["kept", "missed"]));
  });
});
