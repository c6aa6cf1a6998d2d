import type { SectionEntry } from "#lib/web/sections.ts";

export const reportSections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./report-cards-today.tsx")).ReportCardsToday },
  { on: "person", load: async () => (await import("./report-cards-of.tsx")).ReportCardsOfPerson },
  { on: "account", load: async () => (await import("./report-cards-at.tsx")).ReportCardsAt },
];
