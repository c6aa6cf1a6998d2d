import type { SectionEntry } from "#lib/web/sections.ts";

export const todaySections: readonly SectionEntry[] = [
  { on: "today end", load: async () => (await import("./done-today.tsx")).DoneToday },
  { on: "results first", load: async () => (await import("./demo-progress.tsx")).DemoProgress },
  { on: "programme first", load: async () => (await import("./demo-progress.tsx")).DemoProgress },
  { on: "week", load: async () => (await import("./suggested-for-week.tsx")).SuggestedForWeek },
  { on: "my account", load: async () => (await import("./my-digest.tsx")).MyDigest },
];
