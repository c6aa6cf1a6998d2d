import type { ToldToFew } from "#lib/storage/told-to-few.ts";

/** That two talked, and what a leader settled with somebody about it. */
export const coachingToldToFew: readonly ToldToFew[] = [{ subjectKinds: ["one-on-one", "coaching-rhythm"] }];
