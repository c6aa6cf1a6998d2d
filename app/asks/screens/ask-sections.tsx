import type { SectionEntry } from "#lib/web/sections.ts";

export const askSections: readonly SectionEntry[] = [
  { on: "person", load: async () => (await import("./asks-of.tsx")).AsksOfPerson },
  { on: "account", load: async () => (await import("./asks-of.tsx")).AsksAtAccount },
];
