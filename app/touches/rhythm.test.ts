import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekdayOf, type Day } from "#lib/kernel/days.ts";
import { isWorkday, workdayAfter, type WorkCalendar } from "#lib/kernel/workdays.ts";
import {
  cardDays,
  checkPause,
  checkRhythm,
  chooseForToday,
  DEFAULT_RHYTHMS,
  firstTouch,
  getsLetters,
  groupsOf,
  nextReview,
  nextTouch,
  reviewDaysOf,
  rhythmOf,
  turnOf,
  type Belongs,
  type Reviewed,
  type Rhythm,
  type Tier,
} from "./rhythm.ts";
import { isReal, kindsOf } from "./touch.ts";

const ID = "01900000-0000-7000-8000-00000000000";
const calendar = (off: readonly Day[] = []): WorkCalendar => ({
  timeZone: "Europe/Berlin",
  workdays: [1, 2, 3, 4, 5],
  off: (day) => off.includes(day),
});
const nobody: Belongs = { accountKind: null, tier: null, isSource: false, isFriend: false };

const days = fc.integer({ min: 0, max: 1500 }).map((at) => addDays("2024-01-01", at));
const ids = fc.uuid({ version: 7 });
const calendars = fc
  .record({
    workdays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
    off: fc.uniqueArray(days, { maxLength: 60 }),
  })
  .map(({ workdays, off }): WorkCalendar => {
    const set = new Set(off);
    return { timeZone: "Europe/Berlin", workdays: [...workdays], off: (day) => set.has(day) };
  });
const KINDS = kindsOf([]);
const at = (today: Day, from = "2026-08-03", interval = 30) =>
  turnOf({ from, days: interval }, `${ID}0`, calendar(), today);
const one = (id: string, interval: number, due: Day, state: "due" | "over" | "coming" = "due") => ({
  id,
  days: interval,
  due,
  state,
});

describe("the next touch", () => {
  it("is, for any history, the last real one plus the interval, moved only by days off", () => {
    const history = fc.array(fc.record({ day: days, kind: fc.constantFrom(...KINDS) }), { minLength: 1 });
    const property = fc.property(
      history,
      fc.integer({ min: 7, max: 400 }),
      ids,
      calendars,
      (contacts, interval, id, work) => {
        const real = contacts.filter(({ kind }) => isReal(kind)).map(({ day }) => day);
        fc.pre(real.length > 0);
        const last = real.toSorted().at(-1) as Day;
        const wanted = addDays(last, interval);
        const next = nextTouch(last, interval, id, work);
        expect(isWorkday(next, work)).toBe(true);
        const latest = isWorkday(wanted, work) ? wanted : addDays(workdayAfter(wanted, work), 7);
        expect([wanted, next, latest].toSorted()).toEqual([wanted, next, latest]);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
  it("is the same whenever it is worked out", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 7, max: 400 }), ids, calendars, (last, interval, id, work) => {
        expect(nextTouch(last, interval, id, work)).toBe(nextTouch(last, interval, id, work));
      }),
    );
  });
  it("does not pile up on the Monday after a weekend", () => {
    const dues = fc
      .sample(fc.record({ id: ids, at: fc.integer({ min: 0, max: 27 }) }), { numRuns: 2000, seed: 7 })
      .map(({ id, at }) => nextTouch(addDays("2026-11-02", at), 30, id, calendar()));
    const byWeekday = Map.groupBy(dues, weekdayOf);
    const counts = [1, 2, 3, 4, 5].map((day) => byWeekday.get(day as 1)?.length ?? 0);
    expect(counts.reduce((sum, each) => sum + each)).toBe(2000);
    expect(Math.max(...counts)).toBeLessThan(1.25 * Math.min(...counts));
  });
  it("waits while somebody is away", () => {
    const away = Array.from({ length: 14 }, (_, at) => addDays("2026-08-03", at));
    const next = nextTouch("2026-07-06", 30, `${ID}0`, calendar(away));
    expect(next).toBe("2026-08-17");
  });
  it("falls within the first interval for whoever never had a word, spread over it", () => {
    const dues = fc.sample(ids, { numRuns: 900, seed: 3 }).map((id) => firstTouch("2026-11-02", 90, id));
    expect(dues.every((day) => day > "2026-11-02" && day <= addDays("2026-11-02", 90))).toBe(true);
    const most = Math.max(...[...Map.groupBy(dues, (day) => day).values()].map((each) => each.length));
    expect(most).toBeLessThan(30);
  });
});

describe("a turn", () => {
  it("comes, stays ten workdays, is over, and comes again", () => {
    expect(at("2026-09-01")).toEqual({ due: "2026-09-02", state: "coming", again: null });
    expect(at("2026-09-02").state).toBe("due");
    expect(at("2026-09-15").state).toBe("due");
    expect(at("2026-09-16")).toEqual({ due: "2026-09-02", state: "over", again: "2026-10-02" });
    expect(at("2026-10-02")).toMatchObject({ due: "2026-09-02", state: "due" });
  });
  it("never leaves somebody out for longer than an interval", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 7, max: 200 }), ids, calendars, (from, interval, id, work) => {
        const today = addDays(from, interval * 5 + 3);
        const { state, again } = turnOf({ from, days: interval }, id, work, today);
        expect(state).not.toBe("coming");
        if (state !== "over" || again === null) return;
        expect(again > today).toBe(true);
        expect(turnOf({ from, days: interval }, id, work, again).state).toBe("due");
      }),
      { numRuns: 300 },
    );
  });
});

describe("a rhythm", () => {
  it.each<[string, Partial<Belongs>, string[]]>([
    ["a client of tier A", { accountKind: "client", tier: "A" }, ["client-a"]],
    ["a client without a tier", { accountKind: "client" }, ["client"]],
    ["a tier says nothing of a prospect", { accountKind: "prospect", tier: "A" }, ["prospect"]],
    [
      "a source who is a client",
      { accountKind: "client", tier: "C", isSource: true },
      ["client-c", "source"],
    ],
    ["a friend without a company", { isFriend: true }, ["friend"]],
    ["somebody elsewhere", { accountKind: "other" }, []],
  ])("knows %s", (_, belongs, groups) => expect(groupsOf({ ...nobody, ...belongs })).toEqual(groups));
  it("is the shortest of one's kinds, unless one has one's own", () => {
    const source = { ...nobody, accountKind: "client", tier: "C" as const, isSource: true };
    expect(rhythmOf(source, null, DEFAULT_RHYTHMS)).toEqual({ days: 60, group: "source" });
    expect(rhythmOf(source, { days: 200 }, DEFAULT_RHYTHMS)).toEqual({ days: 200, group: null });
    expect(rhythmOf(source, { days: null }, DEFAULT_RHYTHMS)).toBeNull();
    expect(rhythmOf({ ...nobody, accountKind: "prospect" }, null, DEFAULT_RHYTHMS)).toBeNull();
  });
  it("refuses what cannot be", () => {
    const none: Rhythm = { days: null, reviewDays: null, cardDays: null, getsLetters: false };
    expect(() => checkRhythm("client-a", { ...none, days: 6 })).toThrow("between 7 and 730");
    expect(() => checkRhythm("client-a", { ...none, cardDays: 731 })).toThrow("between 7 and 730");
    expect(() => checkRhythm("friend", { ...none, reviewDays: 91 })).toThrow("only clients have reviews");
    expect(() => checkRhythm("friend", { ...none, cardDays: 182 })).toThrow("only clients have report cards");
    expect(() => checkPause("2026-11-16", "2026-11-16")).toThrow("to come");
    expect(() => checkPause("2029-11-16", "2026-11-16")).toThrow("two years");
  });
});

describe("an account review", () => {
  const account: Reviewed = {
    id: `${ID}1`,
    kind: "client",
    tier: null,
    tierSince: null,
    promisedOn: null,
    last: null,
    since: "2026-01-05",
  };
  it.each<[string, Partial<Reviewed>, number | null]>([
    ["nothing promised and no tier", {}, null],
    ["a promise", { promisedOn: "2026-08-03" }, 91],
    ["a tier", { tier: "A" }, 60],
    ["a tier with rarer ones than promised", { tier: "B", promisedOn: "2026-08-03" }, 91],
    ["a tier with sooner ones than promised", { tier: "A", promisedOn: "2026-08-03" }, 60],
    ["a promise that came to nothing", { kind: "prospect", promisedOn: "2026-08-03" }, null],
  ])("is held by %s", (_, said, days) => {
    const rhythms = {
      ...DEFAULT_RHYTHMS,
      "client-a": { ...DEFAULT_RHYTHMS["client-a"], reviewDays: 60 },
      "client-b": { ...DEFAULT_RHYTHMS["client-b"], reviewDays: 182 },
    };
    expect(reviewDaysOf({ ...account, ...said }, rhythms)).toBe(days);
  });
  it("comes, for any history, the interval after the last one or the promise, moved only by days off", () => {
    const maybe = fc.option(days, { nil: null });
    const property = fc.property(maybe, maybe, ids, calendars, (last, promisedOn, id, work) => {
      const due = nextReview({ ...account, id, last, promisedOn }, 91, work);
      const from = last ?? promisedOn;
      fc.pre(from !== null);
      expect(isWorkday(due, work)).toBe(true);
      const wanted = addDays(from, 91);
      expect(isWorkday(wanted, work) ? due === wanted : due > wanted).toBe(true);
    });
    fc.assert(property, { numRuns: 300 });
  });
  it("comes within the first interval where nothing was held or promised, and not for all at once", () => {
    const due = Array.from({ length: 60 }, (_, at) =>
      nextReview(
        { ...account, id: `01900000-0000-7000-8000-${String(at * 7919 + 13).padStart(12, "0")}` },
        91,
        calendar(),
      ),
    );
    expect(due.every((day) => day > "2026-01-05" && day <= "2026-04-14")).toBe(true);
    expect(new Set(due).size).toBeGreaterThan(20);
  });
});

describe("report cards and letters", () => {
  it.each<[string | null, Tier | null, number | null]>([
    ["client", "A", 182],
    ["client", null, 120],
    ["former-client", null, null],
    [null, null, null],
  ])("come to the contacts of a %s of tier %s every %s days", (kind, tier, days) => {
    const rhythms = { ...DEFAULT_RHYTHMS, client: { ...DEFAULT_RHYTHMS.client, cardDays: 120 } };
    expect(cardDays({ kind, tier }, rhythms)).toBe(days);
  });
  it.each<[Partial<Belongs>, { days: number | null } | null, boolean]>([
    [{ accountKind: "client" }, null, true],
    [{ accountKind: "prospect" }, null, false],
    [{ accountKind: "prospect", isSource: true }, null, true],
    [{ isFriend: true }, null, false],
    [{ accountKind: "client" }, { days: 30 }, true],
    [{ accountKind: "client" }, { days: null }, false],
    [{}, { days: 30 }, false],
  ])("%j with their own %j: the letter is theirs: %s", (belongs, own, gets) =>
    expect(getsLetters({ ...nobody, ...belongs }, own, DEFAULT_RHYTHMS)).toBe(gets),
  );
});

describe("what is suggested for a day", () => {
  it("is the shortest rhythm first, then who waited longest, at most three with those done", () => {
    const waiting = [
      one("e", 90, "2026-11-01"),
      one("a", 30, "2026-11-10"),
      one("b", 30, "2026-11-02"),
      one("c", 30, "2026-01-02", "over"),
      one("d", 60, "2026-11-03"),
      one("f", 30, "2026-11-30", "coming"),
    ];
    expect(chooseForToday(waiting, 0).map(({ id }) => id)).toEqual(["b", "a", "d"]);
    expect(chooseForToday(waiting, 2).map(({ id }) => id)).toEqual(["b"]);
    expect(chooseForToday(waiting, 5)).toEqual([]);
  });
});
