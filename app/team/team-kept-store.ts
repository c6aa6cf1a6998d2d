import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** Members keep nothing of somebody here, but may name them. */
export const teamKept: readonly KeptOf[] = [{ table: "absence", called: "absences", words: ["words"] }];
