import type { SectionEntry } from "#lib/web/sections.ts";

export const commitmentSections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./week-today.tsx")).WeekToday },
];
