import type { SectionEntry } from "#lib/web/sections.ts";

export const givingSections: readonly SectionEntry[] = [
  { on: "person", load: async () => (await import("./giving-with.tsx")).GivingWithPerson },
  { on: "account", load: async () => (await import("./giving-with.tsx")).GivingAtAccount },
  // In the talk and in the sheet that logs an ask.
  { on: "before ask", load: async () => (await import("./give-first.tsx")).GiveFirst },
];
