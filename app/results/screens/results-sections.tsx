import type { SectionEntry } from "#lib/web/sections.ts";

export const resultsSections: readonly SectionEntry[] = [
  { on: "deal", load: async () => (await import("./deal-credit.tsx")).DealCredit },
];
