import type { SectionEntry } from "#lib/web/sections.ts";

export const accountReviewSections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./account-reviews-today.tsx")).AccountReviewsToday },
  { on: "account", load: async () => (await import("./account-reviews-at.tsx")).AccountReviewsAt },
];
