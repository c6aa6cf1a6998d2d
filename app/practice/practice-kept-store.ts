import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** Who rehearses may name somebody; nothing here is about them. */
export const practiceKept: readonly KeptOf[] = [
  { table: "practice_rubric", called: "rubrics", words: ["name", "points"] },
  {
    table: "practice_scenario",
    called: "scenarios",
    words: ["name", "who", "situation", "objections", "opening"],
  },
  { table: "practice_session", called: "rehearsals", words: ["scenario_name", "points"] },
  { table: "practice_score", called: "scores of rehearsals", words: ["guest", "note"] },
  { table: "practice_take", called: "takes", words: ["scenario_name"] },
];
