import { expect, it } from "vitest";
import type { DoneView } from "../done-view.ts";
import { doneText } from "./done-words.ts";

it.each<[DoneView["items"], string | null]>([
  [[], null],
  [[{ measure: "touches", count: 1 }], "Done today: let one person hear from you."],
  [
    [
      { measure: "touches", count: 3 },
      { measure: "people-asked", count: 2 },
      { measure: "meetings-held", count: 1 },
    ],
    "Done today: asked two people, held one meeting and let three people hear from you.",
  ],
])("says what was done: %j", (done, text) => expect(doneText(done)).toBe(text));
