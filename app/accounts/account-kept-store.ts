import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** Of a company nothing goes with somebody, but that they are named. */
export const accountKept: readonly KeptOf[] = [
  { table: "account", called: "companies", words: ["note"] },
  { table: "handover", called: "handovers", words: ["to_name", "note"] },
];
