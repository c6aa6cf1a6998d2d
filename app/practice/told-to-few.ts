import type { ToldToFew } from "#lib/storage/told-to-few.ts";

/** Who rehearsed what, who scored it, and who was shown a take. */
export const practiceToldToFew: readonly ToldToFew[] = [
  { subjectKinds: ["practice-session", "practice-score", "practice-take"] },
];
