/** Where a meeting or a deal came from. A referral may be said without an introduction that we know. */
export const ORIGINS = [
  "referral",
  "cold-call",
  "inbound",
  "event",
  "partner",
  "existing-client",
  "other",
] as const;
export type Origin = (typeof ORIGINS)[number];

/** Whether the introduction was asked for, which it stays. */
export type Came = "asked" | "spontaneous";
