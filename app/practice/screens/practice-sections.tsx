import type { SectionEntry } from "#lib/web/sections.ts";

export const practiceSections: readonly SectionEntry[] = [
  { on: "today first", load: async () => (await import("./practice-today.tsx")).PracticeToday },
];
