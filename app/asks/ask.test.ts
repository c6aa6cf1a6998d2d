import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import {
  hasReturned,
  isOpen,
  OPEN_DAYS,
  RETURN_DAYS,
  mayBecome,
  mayChange,
  outcomeProblem,
  OUTCOMES,
  returningAsks,
  shouldCallInstead,
  sumOf,
  tellingOf,
  type Conversation,
  type Outcome,
} from "./ask.ts";

const talk = (id: string, day: string, more: Partial<Conversation> = {}): Conversation => ({
  id,
  day,
  asked: true,
  channel: "call",
  moment: "anytime",
  forWhom: null,
  targetPersonId: null,
  targetAccountId: null,
  outcome: null,
  untilDay: null,
  colleagueId: null,
  settledOn: null,
  against: null,
  permitId: null,
  ...more,
});
const answer = (id: string, day: string, outcome: Outcome, more: Partial<Conversation> = {}) =>
  talk(id, day, { asked: false, channel: null, moment: null, outcome, ...more });

describe("an ask is what its conversations say", () => {
  it("belongs to the day of the first that asked, whatever order they are written down in", () => {
    const sum = sumOf([
      talk("2", "2026-11-19", { channel: "video", moment: "delivered" }),
      talk("1", "2026-11-17"),
    ]);
    expect(sum).toMatchObject({
      day: "2026-11-17",
      lastDay: "2026-11-19",
      channel: "video",
      moment: "delivered",
    });
  });

  it("is none when nobody asked", () => {
    expect(sumOf([])).toBeNull();
    expect(sumOf([answer("1", "2026-11-17", "no")])).toBeNull();
  });

  it("keeps the last picture that was given, and an answer does not wipe it out", () => {
    const sum = sumOf([
      talk("1", "2026-11-16", { forWhom: "a plant manager", targetAccountId: "acme" }),
      talk("2", "2026-11-17", { forWhom: "Bo at Delta" }),
      talk("3", "2026-11-18"),
      answer("4", "2026-12-01", "will-think"),
    ]);
    expect(sum).toMatchObject({
      forWhom: "Bo at Delta",
      targetAccountId: null,
      lastDay: "2026-12-01",
      outcome: "will-think",
    });
  });

  test.each<[string, Conversation[], string | null]>([
    ["nothing said", [talk("1", "2026-11-16")], null],
    [
      "the latest answer",
      [talk("1", "2026-11-16", { outcome: "will-think" }), answer("2", "2026-11-20", "no")],
      "2",
    ],
    [
      "the later written of one day",
      [talk("1", "2026-11-16", { outcome: "no" }), answer("2", "2026-11-16", "will-think")],
      "2",
    ],
    [
      "silence after an answer",
      [talk("1", "2026-11-16", { outcome: "will-think" }), talk("2", "2026-11-18")],
      "1",
    ],
    [
      "someone named, whatever is said later",
      [talk("1", "2026-11-16", { outcome: "named-someone" }), talk("2", "2026-11-18", { outcome: "no" })],
      "1",
    ],
    [
      "the latest of two in which someone was named",
      [talk("1", "2026-11-16", { outcome: "named-someone" }), answer("2", "2026-11-18", "named-someone")],
      "2",
    ],
  ])("tells by: %s", (_what, conversations, id) => {
    expect(tellingOf(conversations)?.id ?? null).toBe(id);
    expect(sumOf(conversations)?.outcome ?? null).toBe(
      conversations.find((each) => each.id === id)?.outcome ?? null,
    );
  });

  it("is the same for any order of the same conversations", () => {
    const conversation = fc.record({
      day: fc.constantFrom("2026-11-16", "2026-11-17", "2026-11-18"),
      asked: fc.boolean(),
      outcome: fc.option(fc.constantFrom(...OUTCOMES), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(conversation, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (some, shuffle) => {
        const all = some.map((each, at) => talk(String(at), each.day, each));
        const mixed = all
          .map((each) => [shuffle.next().value, each] as const)
          .toSorted((a, b) => a[0] - b[0]);
        expect(sumOf(mixed.map(([, each]) => each))).toEqual(sumOf(all));
      }),
    );
  });
});

describe("answers that cannot be", () => {
  const day = "2026-11-18";
  test.each([
    ["not now without a day", { outcome: "not-now", untilDay: null }, "untilDay"],
    ["not now until the same day", { outcome: "not-now", untilDay: day }, "untilDay"],
    ["not now until a day before", { outcome: "not-now", untilDay: "2026-11-17" }, "untilDay"],
    ["not now until no day", { outcome: "not-now", untilDay: "2026-02-30" }, "untilDay"],
    ["will think until the same day", { outcome: "will-think", untilDay: day }, "untilDay"],
    ["will think until no day", { outcome: "will-think", untilDay: "soon" }, "untilDay"],
    ["no with a day to come back", { outcome: "no", untilDay: "2026-12-01" }, "untilDay"],
    ["nothing said with a day", { outcome: null, untilDay: "2026-12-01" }, "untilDay"],
    ["sent on, but to whom", { outcome: "sent-to-colleague", untilDay: null }, "colleagueId"],
    [
      "sent on to themselves",
      { outcome: "sent-to-colleague", untilDay: null, colleagueId: "anna" },
      "colleagueId",
    ],
    [
      "a colleague without having been sent",
      { outcome: "will-think", untilDay: null, colleagueId: "bert" },
      "colleagueId",
    ],
  ] as const)("%s", (_what, said, field) => {
    expect(outcomeProblem({ ...said, day }, "anna")).toMatchObject({ field });
  });
  test.each([
    ["not now until tomorrow", { outcome: "not-now", untilDay: "2026-11-19" }],
    ["sent on to somebody known", { outcome: "sent-to-colleague", untilDay: null, colleagueId: "bert" }],
    ["sent on to somebody new", { outcome: "sent-to-colleague", untilDay: null, newColleague: true }],
    ["nothing said yet", { outcome: null, untilDay: null }],
    ["no", { outcome: "no", untilDay: null }],
    ["will think, until a day", { outcome: "will-think", untilDay: "2026-12-01" }],
  ] as const)("but this can: %s", (_what, said) => {
    expect(outcomeProblem({ ...said, day }, "anna")).toBeNull();
  });
});

test.each([
  [null, "no", true],
  ["will-think", "named-someone", true],
  ["no", "named-someone", true],
  ["not-now", "not-now", true],
  ["sent-to-colleague", "no", true],
  ["named-someone", "named-someone", true],
  ["named-someone", "no", false],
  ["named-someone", "will-think", false],
] as const)("from %s to %s: %s", (from, to, may) => {
  expect(mayBecome(from, to)).toBe(may);
});

const TODAY = "2026-11-18";

test.each([
  [{ outcome: null }, true, false],
  [{ outcome: null, lastDay: addDays(TODAY, -OPEN_DAYS) }, true, false],
  [{ outcome: null, lastDay: addDays(TODAY, -OPEN_DAYS - 1) }, false, false],
  [{ outcome: "will-think" }, true, false],
  [{ outcome: "will-think", lastDay: addDays(TODAY, -OPEN_DAYS) }, true, false],
  [{ outcome: "will-think", lastDay: addDays(TODAY, -OPEN_DAYS - 1) }, false, false],
  [{ outcome: "will-think", untilDay: "2026-11-19", lastDay: "2026-01-01" }, true, false],
  [{ outcome: "will-think", untilDay: TODAY }, true, true],
  [{ outcome: "will-think", untilDay: "2026-11-17", settledOn: TODAY }, false, false],
  [{ outcome: "not-now", untilDay: "2026-11-19", lastDay: "2026-01-01" }, true, false],
  [{ outcome: "not-now", untilDay: TODAY }, true, true],
  [{ outcome: "not-now", untilDay: addDays(TODAY, -RETURN_DAYS) }, true, true],
  [{ outcome: "not-now", untilDay: addDays(TODAY, -RETURN_DAYS - 1) }, false, false],
  [{ outcome: "not-now", untilDay: "2026-11-17", settledOn: TODAY }, false, false],
  [{ outcome: "no" }, false, false],
  [{ outcome: "sent-to-colleague" }, false, false],
  [{ outcome: "named-someone" }, false, false],
] as const)("%o is open: %s, has come back: %s", (said, open, back) => {
  const ask = { untilDay: null, settledOn: null, lastDay: "2026-11-10", ...said };
  expect([isOpen(ask, TODAY), hasReturned(ask, TODAY)]).toEqual([open, back]);
});

const notNow = (id: string, untilDay: string, more = {}) => ({
  id,
  memberId: "mia",
  sourceId: "anna",
  day: "2026-10-05",
  lastDay: "2026-10-05",
  outcome: "not-now" as const,
  untilDay,
  settledOn: null,
  ...more,
});

describe("those that come back", () => {
  const again = {
    outcome: "will-think" as const,
    untilDay: null as unknown as string,
    day: "2026-11-02",
    lastDay: "2026-11-02",
  };

  it("come the longest due first, on their day and not before", () => {
    const asks = [
      notNow("1", "2026-11-18", { sourceId: "a" }),
      notNow("2", "2026-11-06", { sourceId: "b" }),
      notNow("3", "2026-11-19", { sourceId: "c" }),
      notNow("4", "2026-11-03", { sourceId: "d" }),
    ];
    expect(returningAsks(asks, "2026-11-18").map((each) => each.id)).toEqual(["2", "1"]);
  });

  it("are settled by that rep asking again, not by a colleague and not by an older ask", () => {
    const ask = notNow("1", "2026-11-06");
    expect(returningAsks([ask, { ...ask, ...again, id: "2" }], "2026-11-18")).toEqual([]);
    expect(returningAsks([ask, { ...ask, ...again, id: "2", memberId: "jonas" }], "2026-11-18")).toEqual([
      ask,
    ]);
    expect(returningAsks([ask, { ...ask, ...again, id: "2", sourceId: "bert" }], "2026-11-18")).toEqual([
      ask,
    ]);
    expect(
      returningAsks(
        [ask, { ...ask, ...again, id: "2", day: "2026-09-01", lastDay: "2026-09-01" }],
        "2026-11-18",
      ),
    ).toEqual([ask]);
  });
});

test.each([
  ["e-mail", null, true],
  ["e-mail", "will-think", true],
  ["message", null, true],
  ["e-mail", "named-someone", false],
  ["call", null, false],
  ["in-person", "will-think", false],
] as const)("%s, then %s: call instead %s", (channel, outcome, call) => {
  expect(shouldCallInstead({ channel, outcome })).toBe(call);
});

test.each([
  ["a rep their own", { role: "rep", id: "mia" }, [], { memberId: "mia", teamId: "north" }, true],
  ["a rep a colleague's", { role: "rep", id: "jonas" }, [], { memberId: "mia", teamId: "north" }, false],
  [
    "a manager their team's",
    { role: "manager", id: "petra" },
    ["north"],
    { memberId: "mia", teamId: "north" },
    true,
  ],
  [
    "a manager another team's",
    { role: "manager", id: "petra" },
    ["north"],
    { memberId: "tariq", teamId: "south" },
    false,
  ],
  ["a leader anybody's", { role: "leader", id: "lena" }, [], { memberId: "tariq", teamId: null }, true],
] as const)("%s", (_what, member, leads, whose, may) => {
  const actor = { member: { ...member, name: "", teamId: null }, leads: [...leads] };
  expect(mayChange(actor, whose)).toBe(may);
});
