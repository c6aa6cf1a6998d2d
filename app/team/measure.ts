/** The scorecard, in the order it is read: what one does comes before what comes of it. */
export const KPIS = [
  "people-asked",
  "referrals-received",
  "meetings-scheduled",
  "meetings-held",
  "deals-closed",
] as const;
export type Kpi = (typeof KPIS)[number];

/** What a goal can be set for and the scorecard shows: the five, and beside them who heard from us and what we give. */
export const MEASURES = [...KPIS, "touches", "referrals-given"] as const;
export type Measure = (typeof MEASURES)[number];
