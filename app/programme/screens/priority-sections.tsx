import type { SectionEntry } from "#lib/web/sections.ts";

export const prioritySections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./priority-today.tsx")).PriorityToday },
];
