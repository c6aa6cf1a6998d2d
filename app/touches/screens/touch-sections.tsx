import type { SectionEntry } from "#lib/web/sections.ts";

export const touchSections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./touches-today.tsx")).TouchesToday },
  { on: "person", load: async () => (await import("./last-word.tsx")).LastWordWith },
  { on: "person", load: async () => (await import("./occasions-with.tsx")).OccasionsWith },
  { on: "person line", load: async () => (await import("./last-word-line.tsx")).LastWordLine },
  { on: "account", load: async () => (await import("./account-rhythm.tsx")).RhythmOfAccount },
];
