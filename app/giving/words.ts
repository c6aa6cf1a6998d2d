import type { Level } from "#referrals/referral.ts";

/** What we did, to follow "I". `to` gets the introduction to `whom`. */
export function givenSentence(level: Level, to: string, whom: string): string {
  const sentences: Record<Level, string> = {
    0: "only passed on the name",
    1: `told ${whom} to expect ${to}`,
    2: `told ${whom} to expect ${to} and passed on something about them`,
    3: `vouched for them to each other`,
    4: "vouched for them and arranged the meeting",
    5: "introduced them in person",
  };
  return sentences[level];
}
