import { expect, test } from "vitest";
import type { Promised, PromiseState, Told } from "./promise.ts";
import { atOnceChoices, readWeekTold, toldOf, type AtOnce, type WeekRead } from "./told-at-once.ts";

const ASK: Promised = { kind: "ask", personId: "jale" };
const OWN: Promised = { kind: "own", words: "Cards" };
const LATE: Told = { how: "missed", why: "too-much", next: "let-go" };

test.each<[string, Promised, PromiseState, Told | null, AtOnce, Told | null]>([
  ["nothing, as it stands", OWN, "open", null, "as-it-stands", null],
  ["own words kept", OWN, "open", null, "kept", { how: "kept", why: null, next: null }],
  ["an ask is not kept by saying so", ASK, "open", null, "kept", null],
  ["an ask missed, and why", ASK, "missed", null, "no-time", { how: "missed", why: "no-time", next: null }],
  ["nothing of what is kept", ASK, "kept", null, "no-time", null],
  ["nothing of what fell away", ASK, "gone", null, "no-time", null],
  ["nothing of what was told", OWN, "missed", LATE, "kept", null],
])("says %s", (_name, promised, state, told, said, then) => {
  expect(toldOf({ promised, state, told }, said)).toEqual(then);
});

test("kept can be chosen only where something is in own words", () => {
  expect(atOnceChoices(false).map(({ id }) => id)).not.toContain("kept");
  expect(atOnceChoices(true)[2]).toEqual({ id: "no-time", label: "Missed: no time" });
});

test.each<[string, WeekRead | null]>([
  ["My week: all kept", { said: "kept", learned: null }],
  ["my week: kept. Learned: ask before lunch.", { said: "kept", learned: "ask before lunch." }],
  ["Check-in: no time", { said: "no-time", learned: null }],
  [
    "Woche: nicht erreicht, gelernt: vor Mittag anrufen",
    { said: "not-reached", learned: "vor Mittag anrufen" },
  ],
  ["Meine Woche: alles gehalten", { said: "kept", learned: null }],
  ["Woche: nicht geschafft", { said: "something-else", learned: null }],
  ["week: lost my nerve", { said: "lost-nerve", learned: null }],
  ["my week: not kept", { said: "something-else", learned: null }],
  ["my week: not done", { said: "something-else", learned: null }],
  ["my week: kept none", { said: "something-else", learned: null }],
  ["my week: kept nothing. Learned: start early", { said: "something-else", learned: "start early" }],
  ["My week: nothing done.", { said: "something-else", learned: null }],
  ["my week: I haven't done it", { said: "something-else", learned: null }],
  ["my week: none", { said: "something-else", learned: null }],
  ["my week: all missed", { said: "something-else", learned: null }],
  ["Woche: nicht erledigt", { said: "something-else", learned: null }],
  ["Check-in: nichts geschafft", { said: "something-else", learned: null }],
  ["Woche: keins erledigt", { said: "something-else", learned: null }],
  ["Woche: erledigt!", { said: "kept", learned: null }],
  ["my week: yes, everything done", { said: "kept", learned: null }],
  ["my week: kept, except Anna", { said: "unclear", learned: null }],
  ["Woche: alles gehalten außer Anna", { said: "unclear", learned: null }],
  ["my week: not all kept", { said: "unclear", learned: null }],
  ["my week: nothing missed", { said: "unclear", learned: null }],
  ["my week: kept one, no time for the others", { said: "unclear", learned: null }],
  ["my week: almost all kept. Learned: x", { said: "unclear", learned: "x" }],
  ["my week: kept 2", { said: "unclear", learned: null }],
  ["my week: not bad", { said: "unclear", learned: null }],
  ["My week: fine", { said: "as-it-stands", learned: null }],
  ["Learned: two names a day are enough", { said: "as-it-stands", learned: "two names a day are enough" }],
  ["asked Anna, will think", null],
  ["met Bo this week", null],
  ["This week: asked Anna", null],
  ["Weekly call with Bo", null],
])("%s", (text, told) => {
  expect(readWeekTold(text)).toEqual(told);
});
