import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { UNPROTECTED, type Protection, type SourcePreference } from "#people/protection.ts";
import { OUTCOMES } from "./ask.ts";
import {
  adviceFor,
  mayBeAsked,
  mayBeReopened,
  type BudgetSettings,
  type Drawn,
  type WantedDraw,
} from "./budget.ts";

// A Wednesday.
const TODAY = "2026-11-18";
const SETTINGS: BudgetSettings = {
  restDays: 30,
  calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
};
const NAMES: Record<string, string> = { ann: "Ann Other", ben: "Ben Meier" };

const drawn = (day: Day, more: Partial<Drawn> = {}): Drawn => ({
  kind: "ask",
  id: `${day}-${more.memberId ?? "ben"}`,
  memberId: "ben",
  memberName: NAMES[more.memberId ?? "ben"]!,
  day,
  askedDay: day,
  lastDay: day,
  outcome: "no",
  untilDay: null,
  settledOn: null,
  ...more,
});
const by = { id: "lena", name: "Lena Fuchs", teamId: null };
const said = { id: "s", personId: "clara", day: "2026-11-02", by };
const wishes = (more: Partial<SourcePreference>): Protection => ({
  ...UNPROTECTED,
  preference: {
    ...said,
    channel: null,
    mostPerQuarter: null,
    bestWeekday: null,
    approver: null,
    note: null,
    ...more,
  },
});
const off = (more: object): Protection => ({
  ...UNPROTECTED,
  noGos: [{ ...said, account: null, person: null, topic: null, words: null, liftedOn: null, ...more }],
});
const ann = (more: Partial<WantedDraw> = {}): WantedDraw => ({ memberId: "ann", day: TODAY, ...more });

const other = (id: string) => (id === "ann" ? "ben" : id === "ben" ? "ann" : id);

const turned = (draw: Drawn): Drawn => ({
  ...draw,
  memberId: other(draw.memberId),
  memberName: NAMES[other(draw.memberId)]!,
});

function judged(draws: Drawn[], protection = UNPROTECTED, wanted = ann(), settings = SETTINGS) {
  return mayBeAsked(draws, protection, wanted, TODAY, settings);
}

describe("what stands in the way of an ask", () => {
  it("is nothing where nobody drew on them and nothing protects them", () => {
    expect(judged([])).toBeNull();
  });

  it("is their stop first, whatever else there is; no permit lets anybody past it", () => {
    const stopped = { ...said, why: "said-stop" as const, words: "Please stop.", liftedOn: null };
    const protection = { ...UNPROTECTED, doNotAsk: stopped };
    for (const permit of [null, { byId: "lena" }])
      expect(judged([drawn("2026-11-10")], protection, ann({ permit }))).toMatchObject({
        rule: "do-not-ask",
        sentence: "They said on 2 November: “Please stop”. They are not asked.",
        facts: { memberName: "Lena Fuchs", day: "2026-11-02", mayFrom: null },
      });
    expect(judged([], { ...UNPROTECTED, doNotAsk: { ...stopped, why: "left", words: null } })?.sentence).toBe(
      "They are not asked: they have left. Lena Fuchs noted it on 2 November.",
    );
  });

  it("is an open issue, theirs or their company's", () => {
    const issue = { ...said, accountId: "acme", what: "Line two stands still.", settledOn: null };
    const protection = { ...UNPROTECTED, issues: [issue] };
    expect(judged([drawn("2026-11-10", { outcome: null })], protection)).toMatchObject({
      rule: "serious-issue",
      sentence:
        "There is an open issue of their company since 2 November, noted by Lena Fuchs: “Line two stands still”. Settle it before anybody asks.",
    });
    expect(judged([], protection, ann({ permit: { byId: "x" } }))).toBeNull();
  });

  it("names the colleague, the day, what was said and from when on", () => {
    const notNow = drawn("2026-11-06", { outcome: "not-now", untilDay: "2026-12-03" });
    expect(judged([notNow])).toEqual({
      rule: "open-ask",
      sentence:
        "Ben Meier asked them 12 days ago; they said: not now, until 3 December. You may ask from 18 December.",
      facts: {
        rule: "open-ask",
        memberName: "Ben Meier",
        day: "2026-11-06",
        outcome: "not-now",
        untilDay: "2026-12-03",
        mayFrom: "2026-12-18",
      },
    });
    expect(judged([drawn("2026-11-17", { outcome: null })])?.sentence).toBe(
      "Ben Meier asked them yesterday; there is no answer yet. You may ask from 18 December.",
    );
  });

  it.each([
    // A colleague's ask without an answer is open for 30 days, its last day included.
    [drawn("2026-10-19", { outcome: null }), "open-ask", "2026-11-19"],
    [drawn("2026-10-18", { outcome: null }), "open-ask", "2026-11-18", "2026-11-17"],
    [drawn("2026-10-18", { outcome: null }), null, null],
    // One that comes back is open for 14 days after its day.
    [drawn("2026-09-01", { outcome: "will-think", untilDay: "2026-11-04" }), "open-ask", "2026-11-19"],
    [drawn("2026-09-01", { outcome: "will-think", untilDay: "2026-11-03" }), null, null],
    // Let go, nothing is owed.
    [
      drawn("2026-09-01", { outcome: "not-now", untilDay: "2026-12-03", settledOn: "2026-11-01" }),
      null,
      null,
    ],
    // 30 days of rest: on the thirtieth they may be asked.
    [drawn("2026-10-20"), "rest-period", "2026-11-19"],
    [drawn("2026-10-19"), null, null],
    // From the last conversation that asked, not from the first.
    [drawn("2026-10-19", { askedDay: "2026-10-21" }), "rest-period", "2026-11-20"],
    // The rep's own counts too, and a reference.
    [drawn("2026-10-20", { memberId: "ann" }), "rest-period", "2026-11-19"],
    [drawn("2026-10-20", { kind: "reference", outcome: null }), "rest-period", "2026-11-19"],
    [drawn("2026-10-19", { kind: "reference", outcome: null }), null, null],
    // The rep's own second talk of the week, which began on Monday.
    [drawn("2026-11-16", { memberId: "ann", outcome: null }), null, null],
    [drawn("2026-11-15", { memberId: "ann" }), "rest-period", "2026-12-15"],
    [drawn("2026-11-16", { memberId: "ben", outcome: "no" }), "rest-period", "2026-12-16"],
    // Coming back on the agreed day and after it, not before it, and not once the ask has ended.
    [drawn("2026-11-02", { memberId: "ann", outcome: "not-now", untilDay: "2026-11-18" }), null, null],
    [drawn("2026-11-02", { memberId: "ann", outcome: "will-think", untilDay: "2026-11-05" }), null, null],
    [
      drawn("2026-11-02", { memberId: "ann", outcome: "not-now", untilDay: "2026-11-19" }),
      "open-ask",
      "2026-11-19",
    ],
    [
      drawn("2026-10-25", { memberId: "ann", outcome: "not-now", untilDay: "2026-11-03" }),
      "rest-period",
      "2026-11-24",
    ],
    [drawn("2026-11-02", { outcome: "not-now", untilDay: "2026-11-18" }), "open-ask", "2026-12-03"],
  ] as const)("%o: %s, from %s", (draw, rule, mayFrom, day: Day = TODAY) => {
    const refusal = judged([draw], UNPROTECTED, ann({ day }));
    expect([refusal?.rule ?? null, refusal?.facts.mayFrom ?? null]).toEqual([rule, mayFrom]);
    expect(judged([draw], UNPROTECTED, ann({ day: mayFrom ?? day }))).toBeNull();
  });

  it("rests as long as the workspace says, and not at all with 0 days", () => {
    const yesterday = [drawn("2026-11-17")];
    expect(judged(yesterday, UNPROTECTED, ann(), { ...SETTINGS, restDays: 0 })).toBeNull();
    expect(judged(yesterday, UNPROTECTED, ann(), { ...SETTINGS, restDays: 2 })?.facts.mayFrom).toBe(
      "2026-11-19",
    );
    expect(judged(yesterday)?.sentence).toBe(
      "Ben Meier asked them yesterday; they said: no. After that they rest 30 days. You may ask from 17 December.",
    );
  });

  it("says the first day on which nothing of time stands in the way, not only the first rule", () => {
    const draws = [drawn("2026-11-16"), drawn("2026-10-25", { outcome: "will-think", id: "older" })];
    expect(judged(draws)).toMatchObject({ rule: "open-ask", facts: { mayFrom: "2026-12-16" } });
  });

  it.each([
    // Calendar quarters of whole weeks: the fourth of 2026 runs from 28 September to 3 January.
    ["months", "2026-09-28", "2027-01-04"],
    ["months", "2026-09-27", null],
    ["4-4-5", "2026-09-28", "2027-01-04"],
  ] as const)("is their own most per quarter (%s, asked on %s)", (pattern, day, mayFrom) => {
    const settings = { restDays: 10, calendar: { ...SETTINGS.calendar, pattern } };
    const once = wishes({ mostPerQuarter: 1 });
    const refusal = judged([drawn(day)], once, ann(), settings);
    expect(refusal?.facts.mayFrom ?? null).toBe(mayFrom);
    if (mayFrom === null) return;
    expect(refusal).toMatchObject({ rule: "quarter", facts: { memberName: "Ben Meier", day } });
    expect(refusal?.sentence).toMatch(/^They want to be asked at most once a quarter\. Ben Meier asked them/);
    expect(judged([drawn(day)], wishes({ mostPerQuarter: 2 }), ann(), settings)).toBeNull();
    expect(judged([drawn(day)], once, ann({ day: mayFrom }), settings)).toBeNull();
  });

  it("counts references in the quarter, but not the ask that this one goes on with", () => {
    const settings = { ...SETTINGS, restDays: 5 };
    const once = wishes({ mostPerQuarter: 1 });
    expect(judged([drawn("2026-10-05", { kind: "reference" })], once, ann(), settings)?.rule).toBe("quarter");
    const mine = drawn("2026-11-16", { memberId: "ann", outcome: "will-think" });
    expect(judged([mine], once, ann(), settings)).toBeNull();
    expect(judged([], wishes({ mostPerQuarter: 0 }))).toMatchObject({
      rule: "quarter",
      facts: { mayFrom: null },
    });
  });

  it("rests after a no in the same week too, but may be said again on the same day", () => {
    const [before, today] = [-2, 0].map((days) =>
      drawn(addDays(ann().day, days), { memberId: "ann", outcome: "no" }),
    );
    expect(judged([before!], UNPROTECTED, ann())?.rule).toBe("rest-period");
    expect(judged([today!], UNPROTECTED, ann())).toBeNull();
  });

  it("is an approver who has not said yes, until their own permit; they need none themselves", () => {
    const vip = wishes({ approver: { id: "lena", name: "Lena Fuchs" } });
    expect(judged([], vip)).toMatchObject({ rule: "approver", facts: { memberName: "Lena Fuchs" } });
    expect(judged([], vip, ann({ permit: { byId: "petra" } }))?.rule).toBe("approver");
    expect(judged([], vip, ann({ permit: { byId: "lena" } }))).toBeNull();
    expect(judged([], vip, ann({ memberId: "lena" }))).toBeNull();
  });

  it("is whom or what they ruled out, under every id and in whole words", () => {
    const acme = off({ account: { id: "acme", ids: ["acme", "acme-2"], name: "Acme" } });
    expect(judged([], acme, ann({ targetAccountIds: ["acme-2"] }))?.sentence).toBe(
      "They ruled out Acme. Ask them for somebody else.",
    );
    expect(judged([], acme, ann({ targetAccountIds: ["other"] }))).toBeNull();
    const jan = off({ person: { id: "jan", ids: ["jan"], name: "Jan Jansen" }, words: "My brother." });
    expect(judged([], jan, ann({ targetPersonId: "jan", permit: { byId: "lena" } }))?.sentence).toBe(
      "They ruled out Jan Jansen (“My brother”). Ask them for somebody else.",
    );
    const prices = off({ topic: "Preise über uns" });
    expect(judged([], prices, ann({ forWhom: "jemand, der PREISE ÜBER UNS vergleicht" }))?.rule).toBe(
      "no-go",
    );
    expect(judged([], prices, ann({ forWhom: "Preise anderer" }))).toBeNull();
  });

  it("is lifted by a permit where time alone would", () => {
    const draws = [drawn("2026-11-16", { outcome: null })];
    expect(judged(draws, wishes({ mostPerQuarter: 0 }), ann({ permit: { byId: "petra" } }))).toBeNull();
  });

  it("looks both ways for an ask that happened before the others", () => {
    const later = [drawn("2026-11-16", { outcome: null })];
    const open = ann({ day: "2026-11-01", openUntil: "2026-12-01" });
    expect(judged(later, UNPROTECTED, open)?.rule).toBe("open-ask");
    expect(judged(later, UNPROTECTED, ann({ day: "2026-11-01" }))?.rule).toBe("rest-period");
    expect(judged(later, UNPROTECTED, ann({ day: "2026-10-17" }))).toBeNull();
  });
});

it("an answer may not open an ask beside a colleague's", () => {
  const open = drawn("2026-11-10", { outcome: "will-think" });
  const wanted = { memberId: "ann", day: TODAY };
  expect(mayBeReopened([open], wanted, TODAY, SETTINGS)).toMatchObject({
    rule: "open-ask",
    sentence: "Ben Meier asked them 8 days ago; they said: will think.",
    facts: { mayFrom: "2026-12-11" },
  });
  expect(mayBeReopened([open], { ...wanted, memberId: "ben" }, TODAY, SETTINGS)).toBeNull();
  expect(mayBeReopened([drawn("2026-11-10")], wanted, TODAY, SETTINGS)).toBeNull();
  const before = { ...wanted, day: "2026-11-01", openUntil: "2026-12-24" };
  expect(mayBeReopened([open], before, TODAY, SETTINGS)?.rule).toBe("open-ask");
});

it("advises the channel and the next day they like, and refuses nothing by it", () => {
  const likes = wishes({ channel: "video", bestWeekday: 5, note: "Never before ten." });
  expect(judged([], likes)).toBeNull();
  expect(adviceFor(likes, TODAY)).toEqual({
    channel: "video",
    bestDay: "2026-11-20",
    note: "Never before ten.",
  });
  expect(adviceFor(wishes({ bestWeekday: 3 }), TODAY).bestDay).toBe(TODAY);
  expect(adviceFor(UNPROTECTED, TODAY)).toEqual({ channel: null, bestDay: null, note: null });
});

const someDraw = fc
  .record({
    kind: fc.constantFrom("ask" as const, "reference" as const),
    memberId: fc.constantFrom("ann", "ben"),
    back: fc.nat({ max: 120 }),
    took: fc.nat({ max: 6 }),
    outcome: fc.option(fc.constantFrom(...OUTCOMES), { nil: null }),
    until: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
    isSettled: fc.boolean(),
  })
  .map(({ kind, memberId, back, took, outcome, until, isSettled }, ...rest) => {
    const day = addDays(TODAY, -back);
    const last = addDays(day, Math.min(took, back));
    const comes = kind === "ask" && (outcome === "not-now" || (outcome === "will-think" && until !== null));
    return drawn(day, {
      kind,
      memberId,
      id: `${kind} ${memberId} ${back} ${took} ${outcome} ${until} ${rest.length}`,
      askedDay: last,
      lastDay: last,
      outcome: kind === "ask" ? outcome : null,
      untilDay: comes ? addDays(last, until ?? 7) : null,
      settledOn: comes && isSettled ? TODAY : null,
    });
  });
const someProtection = fc
  .record({
    mostPerQuarter: fc.option(fc.nat({ max: 4 }), { nil: null }),
    approver: fc.option(fc.constant({ id: "ann", name: "Ann Other" }), { nil: null }),
  })
  .map(({ mostPerQuarter, approver }) => wishes({ mostPerQuarter, approver }));
const someSettings = fc
  .record({
    restDays: fc.nat({ max: 90 }),
    pattern: fc.constantFrom("months" as const, "4-4-5" as const),
    firstDay: fc.constantFrom(1 as const, 7 as const),
  })
  .map(({ restDays, ...calendar }) => ({ restDays, calendar: { ...calendar, startMonth: 1 as const } }));
const someWanted = fc
  .record({ memberId: fc.constantFrom("ann", "ben"), back: fc.nat({ max: 60 }), isPermitted: fc.boolean() })
  .map(({ memberId, back, isPermitted }) => ({
    memberId,
    day: addDays(TODAY, -back),
    openUntil: addDays(TODAY, 20 - back),
    permit: isPermitted ? { byId: "lena" } : null,
  }));

describe("the budget as a whole", () => {
  it("never allows with one draw more what it refused before", () => {
    fc.assert(
      fc.property(
        fc.array(someDraw, { maxLength: 5 }),
        someDraw,
        someProtection,
        someWanted,
        someSettings,
        (draws, more, protection, wanted, settings) => {
          if (mayBeAsked(draws, protection, wanted, TODAY, settings) === null) return;
          expect(mayBeAsked([...draws, more], protection, wanted, TODAY, settings)).not.toBeNull();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("treats every rep alike, and does not mind in which order draws come", () => {
    fc.assert(
      fc.property(
        fc.array(someDraw, { maxLength: 5 }),
        someWanted,
        someSettings,
        (draws, wanted, settings) => {
          const rule = mayBeAsked(draws, UNPROTECTED, wanted, TODAY, settings);
          const mirrored = mayBeAsked(
            draws.map(turned).toReversed(),
            UNPROTECTED,
            { ...wanted, memberId: other(wanted.memberId) },
            TODAY,
            settings,
          );
          expect(mirrored?.rule).toBe(rule?.rule);
          expect(mirrored?.facts.mayFrom).toBe(rule?.facts.mayFrom);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("says a first day on which it is really allowed, and none before it", () => {
    fc.assert(
      fc.property(
        fc.array(someDraw, { maxLength: 4 }),
        fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
        someSettings,
        (draws, mostPerQuarter, settings) => {
          const protection = wishes({ mostPerQuarter });
          const refusal = mayBeAsked(draws, protection, ann(), TODAY, settings);
          if (refusal === null) return;
          const { mayFrom } = refusal.facts;
          expect(mayFrom).not.toBeNull();
          const on = (day: Day) => mayBeAsked(draws, protection, ann({ day }), TODAY, settings);
          expect(on(mayFrom!)).toBeNull();
          expect(on(addDays(mayFrom!, -1))).not.toBeNull();
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
