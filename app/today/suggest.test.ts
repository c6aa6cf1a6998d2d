import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { addDays } from "#lib/kernel/days.ts";
import { reasonsFor, lineFor, type Spoken } from "./suggest-words.ts";
import {
  baseFrom,
  cameFor,
  chosenFrom,
  inOrder,
  MOST_A_WEEK,
  nextNth,
  PLACES,
  placeForGlad,
  placesIn,
  resting,
  restsUntil,
  SUGGEST_PARTS,
  taughtBy,
  UNTAUGHT,
  valuesOf,
  waits,
  WHY_REFUSED,
  type Candidate,
  type WhyRefused,
  type Written,
} from "./suggest.ts";

const TODAY = "2026-11-18";
const WEEK = "2026-11-16";
const NOBODY: Candidate = {
  personId: "p",
  accountId: null,
  glad: null,
  right: null,
  won: null,
  moment: null,
  touch: null,
  lastAsk: null,
  asks: { ever: 0, ripe: 0, named: 0, lastYear: 0 },
  introductions: null,
  links: [],
  bond: null,
};
const by = { memberId: "m", week: WEEK, today: TODAY, base: 0.3 };
const order = (candidates: Candidate[], more: Partial<typeof by> & { taught?: typeof UNTAUGHT } = {}) =>
  inOrder(candidates, { ...by, ...more }).map(({ candidate }) => candidate.personId);
const one = (personId: string, more: Partial<Candidate> = {}): Candidate => ({
  ...NOBODY,
  personId,
  ...more,
});
const word = (earned: boolean) => ({ right: { earned, words: null, day: TODAY } });
const score = (candidate: Candidate) => inOrder([candidate], by)[0]!.score;
const at = (id: string, accountId: string | null) => one(id, { accountId });
const spoken = (more: Partial<Candidate> = {}): Spoken => ({ ...NOBODY, called: "Ada", ...more });
const link = {
  company: "Telia",
  target: "Eva Lund",
  targetThere: true,
  current: false,
  untilDay: "2022-06-01",
};
const asked = (ever: number, named = 0, lastYear = 0) => ({ ever, ripe: ever, named, lastYear });

describe("the value of a part", () => {
  it.each<[part: keyof ReturnType<typeof valuesOf>, candidate: Partial<Candidate>, value: number]>([
    ["right", { right: { earned: true, words: null, day: TODAY } }, 1],
    ["right", { right: { earned: true, words: null, day: "2023-01-01" } }, 0.6],
    ["right", { right: { earned: false, words: null, day: TODAY }, won: { day: TODAY, mine: true } }, -1],
    ["right", { won: { day: TODAY, mine: true } }, 0.4],
    ["right", { won: { day: "2025-01-01", mine: true } }, 0],
    ["right", {}, 0],
    ["moment", { moment: { moment: "delivered", dueOn: TODAY } }, 1],
    ["glad", { glad: { score: 9, day: TODAY } }, 1],
    ["glad", {}, 0],
    ["network", {}, 0],
    ["network", { links: [{ ...link, target: null }] }, 0.4],
    ["network", { links: [link] }, 0.7],
    ["network", { links: [link, link, link, link] }, 1],
    ["outcomes", { asks: asked(0) }, 0],
    ["outcomes", { asks: asked(4, 4) }, 0.5],
    ["outcomes", { asks: asked(4, 0) }, -0.5],
    ["touch", { touch: { kind: "met", day: TODAY, mine: true, byName: null } }, 1],
    ["touch", { touch: { kind: "met", day: addDays(TODAY, -90), mine: true, byName: null } }, 0.5],
    ["fairness", {}, 1],
    ["fairness", { asks: asked(2) }, 0.5],
    ["fairness", { asks: asked(1, 0, 1) }, 0.3],
    ["fairness", { asks: asked(9, 9, 9) }, -1],
    ["rest", {}, 1],
    ["rest", { lastAsk: { day: addDays(TODAY, -73), mine: true, byName: "x" } }, 0.2],
    ["bond", { bond: { kind: "holder", handedTo: null, since: null } }, 1],
    ["bond", { bond: { kind: "acquaintance", as: "friend" } }, 0.6],
    ["bond", { bond: { kind: "spoken" } }, 0.4],
  ])("%s of %j is %d", (part, candidate, value) => {
    expect(valuesOf({ ...NOBODY, ...candidate }, TODAY, 0.3)[part]).toBeCloseTo(value, 6);
  });
});

describe("the order", () => {
  it("puts first who said that we delivered, and last who said that we have not", () => {
    expect(order([one("no", word(false)), one("unsaid"), one("yes", word(true))])).toEqual([
      "yes",
      "unsaid",
      "no",
    ]);
  });

  it("prefers whom nobody asked to whom everybody asks", () => {
    const often = one("often", {
      asks: asked(6, 2, 5),
      lastAsk: { day: "2026-09-01", mine: true, byName: "x" },
    });
    expect(order([often, one("never")])).toEqual(["never", "often"]);
  });

  it("breaks ties the same way every time, and another way in another week", () => {
    const same = ["a", "b", "c", "d", "e", "f"].map((id) => one(id));
    expect(order(same)).toEqual(order(same.toReversed()));
    const weeks = Array.from({ length: 8 }, (_, at) => order(same, { week: addDays(WEEK, 7 * at) })[0]);
    expect(new Set(weeks).size).toBeGreaterThan(2);
  });

  it("never lowers anybody for something good that is added, whatever else is known", () => {
    const good: Partial<Candidate>[] = [
      { right: { earned: true, words: null, day: TODAY } },
      { moment: { moment: "delivered", dueOn: TODAY } },
      { bond: { kind: "holder", handedTo: null, since: null } },
      { links: [link, link] },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        (more, named, lastYear) => {
          const before = one("p", { asks: asked(5, named, lastYear) });
          expect(score({ ...before, ...more })).toBeGreaterThan(score(before));
        },
      ),
    );
  });

  it("chooses one of each company while there are others", () => {
    const ordered = inOrder([at("a", "x"), at("b", "x"), at("c", "y"), at("d", null)], by);
    const first = ordered.find(({ candidate }) => candidate.accountId === "x")!;
    const chosen = chosenFrom(ordered, 3).map(({ candidate }) => candidate.personId);
    expect(chosen.toSorted()).toEqual([first.candidate.personId, "c", "d"].toSorted());
    expect(chosenFrom(ordered, 4)).toHaveLength(4);
    expect(chosenFrom(ordered, 1, ["x", "y"])[0]?.candidate.personId).toBe("d");
  });
});

const standing = (...glad: number[]) =>
  PLACES.map((place) => ({
    place,
    reasons: [{ part: glad.includes(place) ? "glad" : "bond" } as const],
  }));

describe("never the same face", () => {
  it.each<[WhyRefused | null, week: string]>([
    [null, "2026-12-14"],
    ["not-the-moment", "2027-01-04"],
    ["already-asked", "2027-01-18"],
    ["unhappy", "2027-02-22"],
    ["not-well-enough", "2027-05-24"],
    ["not-a-source", "2027-11-22"],
  ])("whoever was refused for %s comes again in the week of %s at the earliest", (refusedWhy, week) => {
    const shown = [{ personId: "p", week: WEEK, refusedWhy }];
    expect(restsUntil(shown[0]!)).toBe(week);
    expect(resting(shown, addDays(week, -7))).toEqual(new Set(["p"]));
    expect(resting(shown, week)).toEqual(new Set());
  });

  it.each<[what: string, why: WhyRefused | null, week: string, on: string, rests: boolean]>([
    ["was suggested before they said so", null, "2026-11-09", "2026-11-17", false],
    ["was suggested after they said so", null, "2026-11-09", "2026-11-13", true],
    ["was not asked for the moment", "not-the-moment", "2026-11-02", "2026-11-17", false],
    ["was unhappy", "unhappy", "2026-11-02", "2026-11-17", false],
    ["is no source", "not-a-source", "2026-11-02", "2026-11-17", true],
    ["was refused in this week", "not-the-moment", WEEK, "2026-11-17", true],
    ["stands in this week", null, WEEK, "2026-11-17", false],
  ])("who is glad of us and %s", (_, refusedWhy, week, on, rests) => {
    const shown = [{ personId: "p", week, refusedWhy }];
    expect(resting(shown, WEEK, new Map([["p", { day: on }]])).has("p")).toBe(rests);
    expect(resting(shown, WEEK, new Map([["q", { day: on }]])).has("p")).toBe(true);
  });
});

const refused = (times: number, why: WhyRefused, week = "2026-10-05") =>
  Array.from({ length: times }, () => ({ week, refusedWhy: why }));

describe("what a rep teaches", () => {
  it("is nothing with one refusal, more with each further one, and never more than a half", () => {
    expect(taughtBy(refused(1, "not-the-moment"), WEEK)).toEqual(UNTAUGHT);
    expect(taughtBy(refused(2, "not-the-moment"), WEEK)).toEqual({ ...UNTAUGHT, moment: 0.85, touch: 0.85 });
    expect(taughtBy(refused(40, "not-the-moment"), WEEK)).toEqual({ ...UNTAUGHT, moment: 0.5, touch: 0.5 });
  });

  it("is forgotten after half a year", () => {
    expect(taughtBy(refused(9, "unhappy", "2026-05-11"), WEEK)).toEqual(UNTAUGHT);
  });

  it("stays within its bounds whatever was refused", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WHY_REFUSED), { maxLength: 60 }), (whys) => {
        const taught = taughtBy(
          whys.map((refusedWhy) => ({ week: WEEK, refusedWhy })),
          WEEK,
        );
        for (const part of SUGGEST_PARTS) {
          expect(taught[part]).toBeGreaterThanOrEqual(0.5);
          expect(taught[part]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("changes the order", () => {
    const due = one("due", {
      moment: { moment: "delivered", dueOn: TODAY },
      asks: asked(1, 0, 1),
      touch: { kind: "met", day: addDays(TODAY, -60), mine: true, byName: null },
      lastAsk: { day: addDays(TODAY, -100), mine: true, byName: "x" },
    });
    const near = one("near", { links: [link] });
    const weeks = refused(8, "not-well-enough");
    expect(order([due, near])).toEqual(["near", "due"]);
    expect(order([due, near], { taught: taughtBy(weeks, WEEK) })).toEqual(["due", "near"]);
  });
});

describe("reasons in words", () => {
  const words = (more: Partial<Candidate>) =>
    reasonsFor(inOrder([spoken(more)], by)[0]!, TODAY).map((reason) => reason.words);

  it.each<[Partial<Candidate>, string]>([
    [
      { right: { earned: true, words: "The roll-out saves us a week a month.", day: "2026-05-04" } },
      "Ada said in May: “The roll-out saves us a week a month”",
    ],
    [{ right: { earned: true, words: null, day: "2025-05-04" } }, "Ada said in May 2025 that we delivered"],
    [{ links: [link] }, "Worked until 2022 at Telia, where Eva Lund is on our list"],
    [
      { links: [{ ...link, targetThere: false }] },
      "Worked until 2022 at Telia with Eva Lund, who is on our list",
    ],
    [
      { links: [{ ...link, target: null, current: true, untilDay: null }] },
      "Works at Telia, which is on our list",
    ],
    [{ won: { day: "2026-10-28", mine: true } }, "You won their deal 21 days ago"],
    [
      { moment: { moment: "delivered", dueOn: TODAY } },
      "We delivered: this is the moment to thank them and ask",
    ],
    [{}, "Not asked by anybody yet"],
    [
      { bond: { kind: "holder", handedTo: "Customer success", since: "2026-03-02" } },
      "You built the relationship and may still ask; Customer success looks after them since March",
    ],
    [
      { touch: { kind: "met", day: "2026-11-17", mine: false, byName: "Jonas Weber" } },
      "Jonas Weber met them yesterday",
    ],
  ])("of %j says: %s", (more, says) => {
    expect(words(more)).toContain(says);
  });

  it("says one to three, what counts most first", () => {
    const all = words({
      right: { earned: true, words: "good", day: "2026-05-04" },
      moment: { moment: "account-review", dueOn: TODAY },
      links: [link],
      bond: { kind: "holder", handedTo: null, since: null },
    });
    expect(all).toHaveLength(3);
    expect(all[0]).toContain("Ada said in May");
    expect(words({ asks: asked(9, 0, 9), lastAsk: { day: TODAY, mine: true, byName: "x" } })).toEqual([
      "Ada may be asked, and you know each other",
    ]);
  });

  it("gives a line to begin with", () => {
    expect(lineFor(spoken({ links: [link] }))).toBe(
      "“You know Eva Lund from Telia. Would you introduce us?”",
    );
    expect(lineFor(spoken())).toContain("through people I know");
  });
});

type Row = Written & { id: string };
const row = (id: string, place: 1 | 2 | 3, more: Partial<Row> = {}): Row => ({
  id,
  place,
  nth: place,
  refusedOn: null,
  askedOn: null,
  planned: false,
  gone: false,
  ...more,
});
const three = (more: Partial<Row> = {}) => [row("a", 1), row("b", 2, more), row("c", 3)];
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).join(" ");

describe("the places of a week", () => {
  it.each<[string, Row[], shown: string, taken: string, free: number[]]>([
    ["nothing is written down", [], "", "", [1, 2, 3]],
    ["three wait", three(), "a b c", "a b c", []],
    ["one was refused", three({ refusedOn: TODAY }), "a c", "a c", [2]],
    ["one was taken back from among the people", three({ gone: true }), "a c", "a c", [2]],
    ["one was asked today", three({ askedOn: TODAY }), "a c", "a c b", []],
    ["one was asked yesterday", three({ askedOn: addDays(TODAY, -1) }), "a c", "a c", [2]],
    ["one is planned", three({ planned: true }), "a c", "a c b", []],
    ["one was planned and then refused", three({ planned: true, refusedOn: TODAY }), "a c", "a c", [2]],
    ["one may not be asked", three({ id: "forbidden" }), "a c", "a c", [2]],
    [
      "one came for somebody refused",
      [...three({ refusedOn: TODAY }), row("d", 2, { nth: 4 })],
      "a c d",
      "a c d",
      [],
    ],
    [
      "one who could not be asked for a while stands behind who came for them",
      [...three(), row("d", 2, { nth: 4 })],
      "a c d",
      "a c d",
      [],
    ],
    [
      "nine were refused",
      Array.from({ length: 9 }, (_, at) => row(`${at}`, 1, { nth: at, refusedOn: TODAY })),
      "",
      "",
      [],
    ],
    [
      "eight were refused: one more",
      Array.from({ length: 8 }, (_, at) => row(`${at}`, 2, { nth: at, refusedOn: TODAY })),
      "",
      "",
      [1],
    ],
  ])("%s", (_, written, shown, taken, free) => {
    const places = placesIn(written, { today: TODAY, allowed: ({ id }) => id !== "forbidden" });
    expect([ids(places.shown), ids(places.taken), places.free]).toEqual([shown, taken, free]);
  });

  it("brings nobody back on the day on which who stood before them was spoken with", () => {
    const written = [...three(), row("glad", 3, { nth: 4, askedOn: TODAY })];
    const on = (today: string) => placesIn(written, { today, allowed: () => true });
    expect(ids(on(TODAY).shown)).toBe("a b");
    expect(ids(on(addDays(TODAY, 1)).shown)).toBe("a b c");
  });

  it("gives who says in a full week how glad they are the last place that is not another such one's", () => {
    expect(placeForGlad(standing(), standing())).toBe(3);
    expect(placeForGlad(standing(), standing(3))).toBeNull();
    expect(placeForGlad(standing(), standing().slice(0, 2))).toBeNull();
    expect(placeForGlad(Array.from({ length: MOST_A_WEEK }), standing())).toBeNull();
  });

  it("shows nobody who holds no place, and nobody twice, whatever happened", () => {
    const anyRow = fc.record({
      place: fc.constantFrom(...PLACES),
      refusedOn: fc.constantFrom(null, TODAY),
      askedOn: fc.constantFrom(null, TODAY, addDays(TODAY, -1)),
      planned: fc.boolean(),
      gone: fc.boolean(),
      barred: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (some) => {
        const written = some.map((each, nth) => ({ ...each, nth }));
        const { shown, taken, free } = placesIn(written, { today: TODAY, allowed: ({ barred }) => !barred });
        expect(new Set(shown.map(({ place }) => place)).size).toBe(shown.length);
        for (const each of shown)
          expect([waits(each), each.planned, each.barred]).toEqual([true, false, false]);
        for (const { place } of taken) expect(free).not.toContain(place);
        expect(new Set(taken).size).toBe(taken.length);
        expect(written.length + free.length).toBeLessThanOrEqual(Math.max(MOST_A_WEEK, written.length));
      }),
    );
  });

  it.each<[string, Partial<Row>, boolean]>([
    ["goes", {}, true],
    ["stays when asked", { askedOn: TODAY }, false],
    ["stays when planned", { planned: true }, false],
    ["was refused too, and stays refused", { refusedOn: TODAY }, false],
    ["stands in another place", { place: 3 }, false],
    ["was there before", { nth: 1 }, false],
  ])("whoever came for somebody %s once the refusal is taken back", (_, more, goes) => {
    const refusedOne = row("b", 2, { refusedOn: TODAY });
    expect(ids(cameFor([refusedOne, row("d", 2, { nth: 4, ...more })], refusedOne))).toBe(goes ? "d" : "");
  });

  it("numbers beyond what stands, also when one between has made way", () => {
    expect(nextNth([])).toBe(1);
    expect(nextNth([row("a", 1), row("e", 2, { nth: 5 })])).toBe(6);
  });
});

describe("everybody's share", () => {
  it.each([
    [0, 0, 1 / 3],
    [19, 19, 1 / 3],
    [20, 5, 0.25],
    [400, 100, 0.25],
  ])("of %d asks of which %d named someone is %d", (n, named, share) => {
    expect(baseFrom({ n, named })).toBeCloseTo(share, 9);
  });
});
