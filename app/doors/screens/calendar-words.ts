/** Where something changes when a calendar is read or taken back. */
export const CALENDAR_TOUCHES = [
  "/my-calendar",
  "/noticed-events",
  "/meetings",
  "/touches",
  "/referrals",
  "/people",
  "/scorecard",
  "/timeline",
];
