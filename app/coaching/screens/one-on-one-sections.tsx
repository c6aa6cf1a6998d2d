import type { SectionEntry } from "#lib/web/sections.ts";

export const oneOnOneSections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./one-on-one-today.tsx")).OneOnOneToday },
];
