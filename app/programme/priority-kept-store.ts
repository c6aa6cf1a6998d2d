import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** What of the priority and the barriers may name somebody outside: words of ours alone. */
export const priorityKept: readonly KeptOf[] = [
  { table: "priority_statement", called: "statements of what comes first", words: ["words"] },
  { table: "alignment", called: "what was said of an area", words: ["evidence", "link"] },
  { table: "barrier_threshold", called: "marks of a barrier", words: ["why"] },
];
