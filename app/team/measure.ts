/** The scorecard, in the order it is read: what one does comes before what comes of it. */
export const KPIS = [
  "people-asked",
  "referrals-received",
  "meetings-scheduled",
  "meetings-held",
  "deals-closed",
] as const;
export type Kpi = (typeof KPIS)[number];
