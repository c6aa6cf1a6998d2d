import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** Praise is for a colleague; somebody outside may be named in its words. */
export const praiseKept: readonly KeptOf[] = [
  { table: "praise", called: "praise of colleagues", words: ["words"] },
  { table: "best_practice", called: "words proposed for a team's library", words: ["why", "decided_why"] },
];
