import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** Of what was spent nothing goes with somebody, but that they are named. */
export const costKept: readonly KeptOf[] = [
  { table: "origin_cost", called: "hours and money spent", words: ["note"] },
];
