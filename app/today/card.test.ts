import { describe, expect, it } from "vitest";
import type { AskLine } from "#asks/ask-view.ts";
import type { DueReminderView } from "#asks/coverage-view.ts";
import type { MomentView } from "#asks/moment-view.ts";
import type { PlanView } from "#asks/plan-view.ts";
import type { MeetingView } from "#meetings/meeting-view.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import type { SuggestionView } from "./suggestion-view.ts";
import { dealCard, hasRoom, withoutDone, type Card, type Dealt, type Waiting } from "./card.ts";

const NOTHING: Dealt = { people: [], owed: [] };
const now = { today: "2026-11-18", time: "12:00" };
const intro = (id: string, day = "2026-11-10", contactId = `contact of ${id}`) =>
  ({ id, contactId, countsFrom: day, answerBy: `${day}T17:00:00.000Z` }) as ReferralView;
const ask = (id: string, sourceId = `source of ${id}`) => ({ id, sourceId }) as AskLine;
const meeting = (id: string, day = "2026-11-16", time: string | null = null) =>
  ({ id, day, time }) as MeetingView;
const moment = (id: string, some: object) =>
  ({ id, personId: null, accountId: `account of ${id}`, seeds: [], ...some }) as unknown as MomentView;
const plan = (id: string, personId: string) => ({ id, personId }) as PlanView;
const reminder = (id: string, whom: string | null, some: object = {}) =>
  ({
    id,
    accountId: `account of ${id}`,
    known: 1,
    whom: whom && { id: whom },
    ...some,
  }) as unknown as DueReminderView;
const suggested = (place: number, personId: string, some: object = {}) =>
  ({ id: `s of ${personId}`, place, personId, reasons: [], day: null, ...some }) as unknown as SuggestionView;
const glad = { reasons: [{ part: "glad", words: "Ada gave us 10 of 10" }] };
const waiting = (some: Partial<Waiting>): Waiting => ({
  introductions: [],
  returned: [],
  moments: [],
  reminders: [],
  plans: [],
  suggestions: [],
  meetings: [],
  loops: [],
  ...some,
});
/** Five asks and four meetings, without the first few of each. */
const many = (from: number) =>
  waiting({
    returned: ["a", "b", "c", "d", "e"].slice(from).map((id) => ask(id)),
    meetings: ["m", "n", "o", "p"].slice(from).map((id) => meeting(id)),
  });
const shown = ({ people, owed, more }: Card) => [people.map(({ id }) => id), owed.map(({ id }) => id), more];

describe("the day's card", () => {
  it("is empty when nothing waits", () => {
    expect(dealCard(waiting({}), NOTHING, now)).toEqual({
      people: [],
      owed: [],
      more: false,
      dealt: NOTHING,
    });
  });

  it("holds at most three people, who waits longest first, and the duties beside them", () => {
    const all = waiting({
      introductions: [intro("late", "2026-11-12"), intro("later", "2026-11-10")],
      returned: [ask("a"), ask("b")],
      meetings: [meeting("m")],
    });
    expect(shown(dealCard(all, NOTHING, now))).toEqual([["later", "late", "a"], ["m"], true]);
  });

  it("does not deal the next ones when these are done: it ends", () => {
    const first = dealCard(many(0), NOTHING, now);
    expect(shown(first)).toEqual([["a", "b", "c"], ["m", "n", "o"], true]);
    const second = dealCard(many(2), first.dealt, now);
    expect(shown(second)).toEqual([["c"], ["o"], true]);
    expect(shown(dealCard(many(3), second.dealt, now))).toEqual([[], [], true]);
    expect(shown(dealCard(many(3), NOTHING, now))).toEqual([["d", "e"], ["p"], false]);
  });

  it("brings back what was undone, and adds what comes up on the day itself", () => {
    const first = dealCard(waiting({ returned: [ask("a"), ask("b"), ask("c")] }), NOTHING, now);
    expect(shown(dealCard(waiting({ returned: [ask("b")] }), first.dealt, now))[0]).toEqual(["b"]);
    const arrived = waiting({ introductions: [intro("new", now.today), intro("old")], returned: [ask("b")] });
    expect(shown(dealCard(arrived, first.dealt, now))).toEqual([["new", "b"], ["old"], false]);
  });

  it("owes every introduction an answer: what is not among the people stands below", () => {
    const four = waiting({ introductions: ["a", "b", "c", "d"].map((id) => intro(id)) });
    expect(shown(dealCard(four, NOTHING, now))).toEqual([["a", "b", "c"], ["d"], false]);
  });

  it.each<[string, Partial<Waiting>, Dealt, boolean]>([
    ["nothing waits", {}, NOTHING, true],
    ["two wait", { returned: [ask("a"), ask("b")] }, NOTHING, true],
    ["three wait", { returned: [ask("a"), ask("b"), ask("c")] }, NOTHING, false],
    [
      "three wait, two of them for the same person",
      { returned: [ask("a", "anna"), ask("b", "anna"), ask("c")] },
      NOTHING,
      true,
    ],
    ["one of three dealt is left", { returned: [ask("c")] }, { people: ["a", "b", "c"], owed: [] }, true],
  ])("tells whether the others leave a place: %s", (_, some, before, room) => {
    expect(hasRoom(waiting(some), before, now)).toBe(room);
  });

  it("leaves out what was done on this device already, by what it is or by whom it is about", () => {
    const all = waiting({
      introductions: [intro("i"), intro("j")],
      returned: [ask("a", "anna")],
      meetings: [meeting("m"), meeting("n")],
    });
    const card = dealCard(all, NOTHING, now);
    expect(shown(withoutDone(card, new Set(["i", "anna", "m"])))).toEqual([["j"], ["n"], false]);
    expect(withoutDone(card, new Set()).dealt).toEqual(card.dealt);
  });

  it("names nobody twice", () => {
    const both = waiting({ introductions: [intro("i", "2026-11-10", "anna")], returned: [ask("a", "anna")] });
    expect(shown(dealCard(both, NOTHING, now))[0]).toEqual(["i"]);
  });

  it("brings moments after asks whose day has come, and plans after those; of one person, the first", () => {
    const all = waiting({
      returned: [ask("a", "anna")],
      moments: [moment("of anna", { personId: "anna" }), moment("seed", { seeds: [{ personId: "ben" }] })],
      plans: [plan("of ben", "ben"), plan("of cem", "cem")],
    });
    expect(shown(dealCard(all, NOTHING, now))).toEqual([["a", "seed", "of cem"], [], true]);
  });

  it.each<[string, Partial<Waiting>, people: string[], more: boolean]>([
    [
      "after moments and before plans",
      {
        moments: [moment("m", { personId: "anna" })],
        reminders: [reminder("r", "ben")],
        plans: [plan("p", "cem")],
      },
      ["m", "r", "p"],
      false,
    ],
    [
      "who waits longest first, three people in all",
      {
        reminders: [reminder("r", "anna"), reminder("s", "ben"), reminder("t", "cem"), reminder("u", "dan")],
      },
      ["r", "s", "t"],
      true,
    ],
    [
      "not where a plan, a moment or an ask waits at the same account",
      {
        returned: [{ ...ask("a"), accountId: "ask's" }],
        moments: [moment("m", { accountId: "moment's" })],
        plans: [{ ...plan("p", "paul"), accountId: "plan's" }],
        reminders: ["ask's", "moment's", "plan's"].map((accountId) =>
          reminder(`r ${accountId}`, "anna", { accountId }),
        ),
      },
      ["a", "m", "p"],
      false,
    ],
    ["not where nobody may be asked", { reminders: [reminder("r", null)] }, [], false],
    ["where nobody is known yet", { reminders: [reminder("r", null, { known: 0 })] }, ["r"], false],
    [
      "not of somebody who is on the card already",
      { introductions: [intro("i", "2026-11-10", "anna")], reminders: [reminder("r", "anna")] },
      ["i"],
      true,
    ],
    [
      "and its person is not suggested besides",
      { reminders: [reminder("r", "anna")], suggestions: [suggested(1, "anna"), suggested(2, "ben")] },
      ["r", "suggestion 2"],
      false,
    ],
  ])("reminds of accounts that others look after: %s", (_, some, people, more) => {
    expect(shown(dealCard(waiting(some), NOTHING, now))).toEqual([people, [], more]);
  });

  it("lets a reminder that was put off leave its place empty today, and brings it back when that is undone", () => {
    const all = ["r", "s", "t", "u"].map((id) => reminder(id, `somebody of ${id}`));
    const first = dealCard(waiting({ reminders: all }), NOTHING, now);
    const after = dealCard(waiting({ reminders: all.slice(1) }), first.dealt, now);
    expect(shown(after)).toEqual([["s", "t"], [], true]);
    expect(shown(dealCard(waiting({ reminders: all }), after.dealt, now))[0]).toEqual(["r", "s", "t"]);
  });

  it("suggests somebody for the places that are left, never who is on the card, and another where one was refused", () => {
    const some = { returned: [ask("a", "anna")], plans: [plan("p", "paul")] };
    const suggestions = [suggested(1, "anna"), suggested(2, "ben"), suggested(3, "cora")];
    const first = dealCard(waiting({ ...some, suggestions }), NOTHING, now);
    expect(shown(first)).toEqual([["a", "p", "suggestion 2"], [], true]);
    const [, , third] = suggestions;
    const after = { ...some, suggestions: [suggested(2, "dora"), third!] };
    const again = dealCard(waiting(after), first.dealt, now);
    expect(again.people.map(({ personId }) => personId)).toEqual(["anna", "paul", "dora"]);
    const alone = { returned: [ask("a", "anna")], suggestions: [suggested(1, "anna")] };
    expect(shown(dealCard(waiting(alone), NOTHING, now))).toEqual([["a"], [], false]);
    const done = dealCard(waiting({ suggestions: [third!] }), first.dealt, now);
    expect(shown(done)).toEqual([[], [], true]);
  });

  it("lets who says how glad they are of us come before plans, on the day itself too, and then in their turn", () => {
    const plans = ["p", "q", "r"].map((id) => plan(id, `person of ${id}`));
    const full = dealCard(waiting({ plans }), NOTHING, now);
    expect(shown(full)[0]).toEqual(["p", "q", "r"]);
    const day = (on: string) => waiting({ plans, suggestions: [suggested(3, "ada", { ...glad, day: on })] });
    expect(shown(dealCard(day(now.today), full.dealt, now))[0]).toEqual(["suggestion 3", "p", "q"]);
    expect(shown(dealCard(day("2026-11-17"), full.dealt, now))[0]).toEqual(["p", "q", "r"]);
    expect(shown(dealCard(day("2026-11-17"), NOTHING, now))[0]).toEqual(["suggestion 3", "p", "q"]);
    const late = ["b", "c", "d"].map((id) => intro(id));
    const answers = { ...day("2026-11-17"), introductions: late };
    expect(shown(dealCard(answers, NOTHING, now))[0]).toEqual(["b", "c", "d"]);
  });

  it("leaves no late word behind thanks of today", () => {
    const loop = (id: string, some: object) =>
      ({ id, kinds: ["thank"], first: { state: "open", countsFrom: now.today }, ...some }) as never;
    const late = loop("late", { kinds: ["report"], first: { state: "late", countsFrom: "2026-09-21" } });
    const loops = [late, loop("a", {}), loop("b", {}), loop("c", {})];
    expect(shown(dealCard(waiting({ loops }), NOTHING, now))[1]).toEqual(["late", "a", "b"]);
    const dealt = { people: [], owed: ["late", "x", "y"] };
    expect(shown(dealCard(waiting({ loops }), dealt, now))[1]).toEqual(["late"]);
  });

  it("asks how a meeting went once it can be over", () => {
    // An hour after it began, and on the morning after one that began before midnight.
    const meetings = [
      meeting("at 11", now.today, "11:00"),
      meeting("a little later", now.today, "11:01"),
      meeting("at 15", now.today, "15:00"),
    ];
    const late = meeting("last night", "2026-11-17", "23:30");
    expect(shown(dealCard(waiting({ meetings: [late] }), NOTHING, now))[1]).toEqual(["last night"]);
    expect(shown(dealCard(waiting({ meetings }), NOTHING, now))[1]).toEqual(["at 11"]);
  });
});
