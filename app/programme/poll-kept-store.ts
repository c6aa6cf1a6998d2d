import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** Where polls may name somebody outside: in the sentences that a leader wrote. */
export const pollKept: readonly KeptOf[] = [{ table: "poll", called: "polls", words: ["statements"] }];
