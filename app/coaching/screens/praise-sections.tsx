import type { SectionEntry } from "#lib/web/sections.ts";

export const praiseSections: readonly SectionEntry[] = [
  { on: "today end", load: async () => (await import("./praise-today.tsx")).PraiseToday },
  { on: "timeline", load: async () => (await import("./praise-here.tsx")).PraiseHere },
  { on: "fact", load: async () => (await import("./praise-button.tsx")).PraiseFact },
];
