import type { ToldToFew } from "#lib/storage/told-to-few.ts";

/** What was paid out. */
export const programmeToldToFew: readonly ToldToFew[] = [{ subjectKinds: ["spiff-payout"] }];
