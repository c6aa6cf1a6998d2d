import type { SectionEntry } from "#lib/web/sections.ts";

export const resultsSections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./disputes-today.tsx")).DisputesToday },
  { on: "deal", load: async () => (await import("./deal-credit.tsx")).DealCredit },
];
